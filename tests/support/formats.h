// SPDX-License-Identifier: MIT
// Pictures decoded in the test's own process, where the sanitizers look on and
// thousands of them take no time.

#ifndef KIOSK_TESTS_SUPPORT_FORMATS_H
#define KIOSK_TESTS_SUPPORT_FORMATS_H

#include "decode/decode.h"
#include "formats/format.h"

// As decode_probe() and decode_file() do it, in a decoder whose working memory
// is 256 MiB; but the pixels are malloc'ed.
enum decode_result probe_here(const char *path, struct decode_info *out);
enum decode_result decode_here(const char *path, struct size within,
                               struct decoded *out);

#endif
