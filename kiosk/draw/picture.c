// SPDX-License-Identifier: MIT
#include "draw/picture.h"

#include <assert.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <SDL2/SDL.h>
#include <SDL2/SDL_image.h>

#include "base/memory.h"

enum {
    HUGE_BYTES = 4 * 1024 * 1024, // less holds hardly one huge page
    TILE = 16,                    // pixels: a row of it is a cache line
};

// A screen full of pixels in huge pages, where the system gives them: they
// come hundreds at a time instead of one by one, when first written to.
static uint32_t *pixels_new(size_t count)
{
    uint32_t *pixels = calloc(count, sizeof *pixels);
    size_t bytes = count * sizeof *pixels;
    if (pixels != NULL && bytes >= HUGE_BYTES) {
        uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
        uintptr_t first = ((uintptr_t)pixels + page - 1) / page * page;
        madvise((void *)first, (uintptr_t)pixels + bytes - first,
                MADV_HUGEPAGE);
    }
    return pixels;
}

struct picture *picture_new(struct size size)
{
    assert(size.width >= 1 && size.height >= 1);
    struct picture *picture = malloc(sizeof *picture);
    if (picture == NULL) {
        return NULL;
    }
    *picture = (struct picture){.size = size};
    picture->pixels = pixels_new((size_t)size.width * (size_t)size.height);
    if (picture->pixels == NULL) {
        free(picture);
        return NULL;
    }
    return picture;
}

void picture_free(struct picture *picture)
{
    if (picture != NULL) {
        free(picture->pixels);
        free(picture);
    }
}

// How far one pixel to the right and one down lead in the pixels of out.
struct steps {
    ptrdiff_t start, right, down;
};

static struct steps steps_of(enum turn turn, struct size from, struct size to)
{
    struct point corner = turn_point(turn, from, (struct point){0, 0});
    ptrdiff_t stride = to.width;
    struct steps steps = {corner.y * stride + corner.x, 1, stride};
    switch (turn) {
    case TURN_RIGHT:
        steps.right = stride;
        steps.down = -1;
        break;
    case TURN_HALF:
        steps.right = -1;
        steps.down = -stride;
        break;
    case TURN_LEFT:
        steps.right = -stride;
        steps.down = 1;
        break;
    case TURN_NONE:
        break;
    }
    return steps;
}

// By tiles whose rows and columns both stay in the processor's cache.
static void turn_tile(const struct picture *picture, struct box tile,
                      struct steps steps, uint32_t *out)
{
    for (int y = tile.y; y < box_bottom(tile); y++) {
        const uint32_t *in =
            picture->pixels + (ptrdiff_t)y * picture->size.width;
        uint32_t *to = out + steps.start + y * steps.down;
        for (int x = tile.x; x < box_right(tile); x++) {
            to[x * steps.right] = in[x];
        }
    }
}

void picture_turn(const struct picture *picture, enum turn turn,
                  struct picture *out)
{
    struct size size = picture->size;
    assert(size_equals(out->size, turn_size(turn, size)));
    struct steps steps = steps_of(turn, size, out->size);
    struct box all = {0, 0, size.width, size.height};
    for (int y = 0; y < size.height; y += TILE) {
        for (int x = 0; x < size.width; x += TILE) {
            struct box tile = {x, y, TILE, TILE};
            turn_tile(picture, box_intersection(tile, all), steps, out->pixels);
        }
    }
    out->opaque = picture->opaque;
}

// PNG knows only straight alpha.
static uint32_t unpremultiplied(uint32_t pixel)
{
    uint32_t alpha = pixel >> 24;
    if (alpha == 0) {
        return 0;
    }
    uint32_t result = alpha << 24;
    for (unsigned shift = 0; shift < 24; shift += 8) {
        uint32_t channel = (pixel >> shift) & 0xFF;
        channel = (channel * 255 + alpha / 2) / alpha;
        result |= (channel < 255 ? channel : 255) << shift;
    }
    return result;
}

// The picture in the form PNG wants, and its pixels, which the caller frees
// after the surface. NULL if there is no memory.
static SDL_Surface *picture_surface(const struct picture *picture,
                                    uint32_t **pixels)
{
    struct size size = picture->size;
    size_t count = (size_t)size.width * (size_t)size.height;
    *pixels = malloc(count * sizeof **pixels);
    if (*pixels == NULL) {
        return NULL;
    }
    for (size_t i = 0; i < count; i++) {
        (*pixels)[i] = picture->opaque ? picture->pixels[i]
                                       : unpremultiplied(picture->pixels[i]);
    }
    uint32_t format =
        picture->opaque ? SDL_PIXELFORMAT_RGB888 : SDL_PIXELFORMAT_ARGB8888;
    return SDL_CreateRGBSurfaceWithFormatFrom(*pixels, size.width, size.height,
                                              32, size.width * 4, format);
}

// SDL_image does not report a full disk, the stream beneath it does.
static bool surface_write(SDL_Surface *surface, FILE *file)
{
    SDL_RWops *stream = SDL_RWFromFP(file, SDL_FALSE);
    if (stream == NULL) {
        return false;
    }
    bool written = IMG_SavePNG_RW(surface, stream, 1) == 0;
    return fflush(file) == 0 && ferror(file) == 0 && written;
}

bool picture_save_png(const struct picture *picture, const char *path)
{
    uint32_t *pixels = NULL;
    SDL_Surface *surface = picture_surface(picture, &pixels);
    bool saved = false;
    FILE *file = surface == NULL ? NULL : fopen(path, "wb");
    if (file != NULL) {
        saved = surface_write(surface, file);
        saved = fclose(file) == 0 && saved;
    }
    SDL_FreeSurface(surface);
    free(pixels);
    return saved;
}

// Four pixels as eight lanes of sixteen bits, which gcc and clang turn into
// vector instructions wherever there are any. A lane holds two channels; each
// is multiplied on its own, with room for the product.
typedef uint16_t lanes __attribute__((vector_size(16)));

enum {
    LANES_PIXELS = sizeof(lanes) / sizeof(uint32_t)
};

static lanes mix_lanes(lanes from, lanes to, uint16_t progress)
{
    uint16_t rest = (uint16_t)(256 - progress);
    lanes low = (from & 255) * rest + (to & 255) * progress + 128;
    lanes high = (from >> 8) * rest + (to >> 8) * progress + 128;
    return low >> 8 | (high & 0xFF00);
}

static void mix_row(const uint32_t *from, const uint32_t *to, uint16_t progress,
                    uint32_t *out, size_t width)
{
    lanes a = {0}, b = {0};
    size_t x = 0;
    for (; x + LANES_PIXELS <= width; x += LANES_PIXELS) {
        memcpy(&a, from + x, sizeof a);
        memcpy(&b, to + x, sizeof b);
        a = mix_lanes(a, b, progress);
        memcpy(out + x, &a, sizeof a);
    }
    size_t rest = (width - x) * sizeof *out;
    memcpy(&a, from + x, rest);
    memcpy(&b, to + x, rest);
    a = mix_lanes(a, b, progress);
    memcpy(out + x, &a, rest);
}

void picture_mix(const struct picture *from, const struct picture *to,
                 int progress, uint32_t *out, int out_stride_pixels)
{
    assert(size_equals(from->size, to->size));
    assert(progress >= 0 && progress <= 256);
    // At both ends it is one of them, and the other one is not looked at.
    const struct picture *whole = progress == 0 ? from : to;
    bool copies = progress == 0 || progress == 256;
    size_t width = (size_t)from->size.width;
    for (int y = 0; y < from->size.height; y++) {
        size_t row = (size_t)y * width;
        uint32_t *out_row = out + (ptrdiff_t)y * out_stride_pixels;
        if (copies) {
            memmove(out_row, whole->pixels + row, width * sizeof *out_row);
        } else {
            mix_row(from->pixels + row, to->pixels + row, (uint16_t)progress,
                    out_row, width);
        }
    }
}
