// SPDX-License-Identifier: MIT
#include "draw/sign.h"

#include <stdlib.h>

#include "base/memory.h"
#include "decode/decode.h"
#include "draw/canvas.h"

static uint8_t *coverage_of(const struct decoded *decoded)
{
    size_t count = (size_t)decoded->size.width * (size_t)decoded->size.height;
    uint8_t *coverage = xmalloc(count);
    for (size_t i = 0; i < count; i++) {
        coverage[i] = (uint8_t)(decoded->pixels[i] >> 24);
    }
    return coverage;
}

void sign_draw(struct canvas *canvas, const char *path, const char *name,
               struct box box, struct colour colour)
{
    struct decoded decoded;
    if (decode_file(path, box_size(box), &decoded) != DECODE_DONE) {
        return;
    }
    struct box at = box_centre(decoded.size, box);
    uint8_t *coverage = coverage_of(&decoded);
    struct stencil stencil = {decoded.size, coverage, decoded.size.width};
    canvas_stencil(canvas, at.x, at.y, stencil, colour);
    canvas_mark(canvas, MARK_PICTURE, at, box, name, false);
    free(coverage);
    free(decoded.pixels);
}
