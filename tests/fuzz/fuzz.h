// SPDX-License-Identifier: MIT
// What the fuzz targets share.

#ifndef KIOSK_TESTS_FUZZ_H
#define KIOSK_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

// libFuzzer calls it with its inputs.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
