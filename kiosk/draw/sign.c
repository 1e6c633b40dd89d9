// SPDX-License-Identifier: MIT
#include "draw/sign.h"

#include <SDL2/SDL_image.h>
#include <stdlib.h>

#include "base/memory.h"
#include "draw/canvas.h"

// Ours alone: a stranger's SVG is decoded out of harm's way.
static SDL_Surface *load(const char *path, struct size within)
{
    SDL_RWops *file = SDL_RWFromFile(path, "rb");
    if (file == NULL) {
        return NULL;
    }
    SDL_Surface *surface =
        IMG_LoadSizedSVG_RW(file, within.width, within.height);
    SDL_RWclose(file);
    if (surface != NULL && surface->format->format != SDL_PIXELFORMAT_RGBA32) {
        SDL_FreeSurface(surface);
        return NULL;
    }
    return surface;
}

static uint8_t *coverage_of(const SDL_Surface *surface)
{
    size_t width = (size_t)surface->w;
    uint8_t *coverage = xmalloc(width * (size_t)surface->h);
    uint8_t *out = coverage;
    for (int y = 0; y < surface->h; y++) {
        const uint8_t *row =
            (const uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch;
        for (size_t x = 0; x < width; x++) {
            *out++ = row[4 * x + 3];
        }
    }
    return coverage;
}

void sign_draw(struct canvas *canvas, const char *path, const char *name,
               struct box box, struct colour colour)
{
    SDL_Surface *surface = load(path, box_size(box));
    if (surface == NULL) {
        return;
    }
    struct size size = {surface->w, surface->h};
    struct box at = box_centre(size, box);
    uint8_t *coverage = coverage_of(surface);
    struct stencil stencil = {size, coverage, size.width};
    canvas_stencil(canvas, at.x, at.y, stencil, colour);
    canvas_mark(canvas, MARK_PICTURE, at, box, name, false);
    free(coverage);
    SDL_FreeSurface(surface);
}
