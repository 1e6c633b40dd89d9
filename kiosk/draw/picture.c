// SPDX-License-Identifier: MIT
#include "draw/picture.h"

#include <assert.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <SDL2/SDL.h>
#include <SDL2/SDL_image.h>

#include "base/memory.h"

struct picture *picture_new(struct size size)
{
    assert(size.width >= 1 && size.height >= 1);
    struct picture *picture = malloc(sizeof *picture);
    if (picture == NULL) {
        return NULL;
    }
    *picture = (struct picture){.size = size};
    picture->pixels =
        calloc((size_t)size.width * (size_t)size.height, sizeof(uint32_t));
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

// Every other byte of eight, so that four channels are multiplied at once:
// a product of two bytes has room in sixteen bits.
static const uint64_t LANES = 0x00FF00FF00FF00FFU;
static const uint64_t HALVES = 0x0080008000800080U;

static uint64_t mix_two(uint64_t from, uint64_t to, uint64_t progress)
{
    uint64_t low = from & LANES, high = from >> 8 & LANES;
    // A difference may be negative and borrow from the lane above it, but
    // the sum gives back what was borrowed.
    uint64_t low_step = ((to & LANES) - low) * progress;
    uint64_t high_step = ((to >> 8 & LANES) - high) * progress;
    low = (low << 8) + low_step + HALVES;
    high = (high << 8) + high_step + HALVES;
    return (low >> 8 & LANES) | (high & ~LANES);
}

static void mix_row(const uint32_t *from, const uint32_t *to, uint64_t progress,
                    uint32_t *out, size_t width)
{
    size_t x = 0;
    for (; x + 2 <= width; x += 2) {
        uint64_t a, b;
        memcpy(&a, from + x, sizeof a);
        memcpy(&b, to + x, sizeof b);
        a = mix_two(a, b, progress);
        memcpy(out + x, &a, sizeof a);
    }
    if (x < width) {
        out[x] = (uint32_t)mix_two(from[x], to[x], progress);
    }
}

void picture_mix(const struct picture *from, const struct picture *to,
                 int progress, uint32_t *out, int out_stride_pixels)
{
    assert(size_equals(from->size, to->size));
    assert(progress >= 0 && progress <= 256);
    size_t width = (size_t)from->size.width;
    for (int y = 0; y < from->size.height; y++) {
        size_t row = (size_t)y * width;
        mix_row(from->pixels + row, to->pixels + row, (uint64_t)progress,
                out + (ptrdiff_t)y * out_stride_pixels, width);
    }
}
