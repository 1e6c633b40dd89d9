// SPDX-License-Identifier: MIT
// kiosk-decode-heif: HEIC and AVIF, whose decoders have threads.

#include <stddef.h>

#include "decoder/program.h"
#include "formats/icc.h"

int main(void)
{
    static const char *const no_folders[] = {NULL};
    static const struct program program = {
        .formats = {[DECODE_HEIC] = &heif_format, [DECODE_AVIF] = &heif_format},
        .rules = SANDBOX_LIBRARIES,
        .folders = no_folders,
        .warm_up = icc_warm_up,
    };
    return program_run(&program);
}
