// SPDX-License-Identifier: MIT
// What decode.c asks of a format, and the table's rows: one file a format.

#ifndef KIOSK_DECODE_FORMAT_H
#define KIOSK_DECODE_FORMAT_H

#include <stdbool.h>

#include "base/geometry.h"
#include "decode/decode.h"
#include "decode/file.h"

// The picture as it is stored, before it is turned upright.
struct decode_head {
    struct size size;
    int orientation; // EXIF's, 1 to 8
};

struct decode_format {
    const char *name;

    bool (*matches)(const struct file_bytes *file);

    // The file may be its beginning only. DECODE_CUT_OFF: more of it is
    // needed. DECODE_TOO_LARGE: for this format, with out->size set if it is
    // known; the common limits are decode.c's.
    enum decode_result (*read_head)(const struct file_bytes *file,
                                    struct decode_head *out);

    // The whole file, whose head was read and found good, as a picture of
    // that size, not yet turned upright. *out only on DECODE_DONE.
    enum decode_result (*read_pixels)(const struct file_bytes *file,
                                      struct size size, struct decoded *out);
};

extern const struct decode_format jpeg_format;
extern const struct decode_format png_format;
extern const struct decode_format webp_format;
extern const struct decode_format svg_format;

#endif
