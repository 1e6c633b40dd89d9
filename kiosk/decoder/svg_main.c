// SPDX-License-Identifier: MIT
// kiosk-decode-svg: SVG, whose letters need fonts.

#include "decoder/fonts.h"
#include "decoder/program.h"

int main(void)
{
    // Nothing to warm up: librsvg starts threads, which would stay outside.
    static const struct program program = {
        .formats = {[DECODE_SVG] = &svg_format},
        .rules = SANDBOX_LIBRARIES,
        .folders = font_folders,
    };
    return program_run(&program);
}
