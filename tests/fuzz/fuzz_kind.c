// SPDX-License-Identifier: MIT
// Any bytes as the beginning of a picture file.
#include <stdlib.h>

#include "decode/kind.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    enum decode_kind kind = kind_of(data, size);
    if (kind >= DECODE_KIND_COUNT ||
        (kind != DECODE_UNKNOWN && kind_program(kind) == NULL)) {
        abort();
    }
    return 0;
}
