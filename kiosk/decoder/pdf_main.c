// SPDX-License-Identifier: MIT
// kiosk-decode-pdf: PDF, whose letters may need fonts.

#include "decoder/fonts.h"
#include "decoder/program.h"

int main(void)
{
    static const struct program program = {
        .formats = {[DECODE_PDF] = &pdf_format},
        .rules = SANDBOX_LIBRARIES,
        .folders = font_folders,
    };
    return program_run(&program);
}
