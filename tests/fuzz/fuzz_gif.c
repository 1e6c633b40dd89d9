// SPDX-License-Identifier: MIT
// Any bytes as GIF.
#include "formats/format.h"
#include "fuzz.h"
#include "fuzz_picture.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_picture(&gif_format, data, size);
    return 0;
}
