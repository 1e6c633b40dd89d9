// SPDX-License-Identifier: MIT
// Any bytes as PDF, where there is its library.
#include "formats/format.h"
#include "fuzz.h"
#include "fuzz_picture.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
#ifdef KIOSK_HAS_PDF
    fuzz_picture(&pdf_format, data, size);
#else
    (void)data;
    (void)size;
#endif
    return 0;
}
