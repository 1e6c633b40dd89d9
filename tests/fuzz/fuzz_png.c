// SPDX-License-Identifier: MIT
// Any bytes as PNG.
#include "formats/format.h"
#include "fuzz.h"
#include "fuzz_picture.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_picture(&png_format, data, size);
    return 0;
}
