// SPDX-License-Identifier: MIT
#include "formats/scale.h"

#include <assert.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "decode/decode.h"
#include "formats/smooth.h"

enum {
    // Dividing by multiplying: the error is below 1/1000 of a shade.
    RECIPROCAL_BITS = 55
};

// Area average. Let a source of width w become a row of width t. In units of
// 1 / (w * t) of the row, a source pixel is t units wide and a target pixel
// is w units wide, so every share of the one in the other is a whole number.
// The same holds for heights. A target pixel's shares add up to the source's
// area, in pixels: at most 10^8, which the sums below have room for.
struct scaler {
    struct size from, to;
    bool opaque;
    uint32_t *pixels;   // of the target, or of the source if it is smaller
    int rows;           // of pixels, that are done
    uint32_t *across;   // one source row, averaged across: 4 a target pixel
    uint64_t *sums;     // the target row that is being added up
    uint32_t room_down; // units of its height that are still to come
};

uint32_t *pixels_new(struct size size)
{
    size_t width = (size_t)size.width;
    size_t height = (size_t)size.height;
    if (width == 0 || height == 0 ||
        height > SIZE_MAX / sizeof(uint32_t) / width) {
        return NULL;
    }
    return malloc(width * height * sizeof(uint32_t));
}

static bool is_enlarging(const struct scaler *scaler)
{
    return scaler->to.width > scaler->from.width ||
           scaler->to.height > scaler->from.height;
}

struct scaler *scaler_new(struct size from, struct size to, bool opaque)
{
    assert(from.width > 0 && from.height > 0 && to.width > 0 && to.height > 0);
    struct scaler *scaler = xcalloc(1, sizeof *scaler);
    *scaler = (struct scaler){.from = from, .to = to, .opaque = opaque};
    size_t values = 4 * (size_t)to.width;
    if (is_enlarging(scaler)) {
        scaler->pixels = pixels_new(from);
    } else {
        scaler->pixels = pixels_new(to);
        scaler->across = malloc(values * sizeof *scaler->across);
        scaler->sums = calloc(values, sizeof *scaler->sums);
        scaler->room_down = (uint32_t)from.height;
    }
    bool complete = scaler->pixels != NULL &&
                    (is_enlarging(scaler) ||
                     (scaler->across != NULL && scaler->sums != NULL));
    if (!complete) {
        scaler_free(scaler);
        return NULL;
    }
    return scaler;
}

void scaler_free(struct scaler *scaler)
{
    if (scaler == NULL) {
        return;
    }
    free(scaler->pixels);
    free(scaler->across);
    free(scaler->sums);
    free(scaler);
}

static uint32_t argb(uint32_t alpha, uint32_t red, uint32_t green,
                     uint32_t blue)
{
    return alpha << 24 | red << 16 | green << 8 | blue;
}

static uint32_t premultiplied(const uint8_t *rgba, bool opaque)
{
    if (opaque) {
        return argb(255, rgba[0], rgba[1], rgba[2]);
    }
    uint32_t alpha = rgba[3];
    return argb(alpha, (rgba[0] * alpha + 127) / 255,
                (rgba[1] * alpha + 127) / 255, (rgba[2] * alpha + 127) / 255);
}

static void keep_row(struct scaler *scaler, const uint8_t *rgba)
{
    size_t width = (size_t)scaler->from.width;
    uint32_t *row = scaler->pixels + (size_t)scaler->rows * width;
    for (size_t x = 0; x < width; x++) {
        row[x] = premultiplied(rgba + 4 * x, scaler->opaque);
    }
    scaler->rows++;
}

// Adds share units of a pixel. Colours are weighted by their alpha, so that
// what is transparent does not stain what is not; to keep one scale, so is
// alpha, by 255. The largest sum is 255 * 255 * 20000 < 2^32. Pixels without
// transparency are on a scale of 255.
static inline void add_pixel(uint32_t sums[4], const uint8_t *rgba,
                             uint32_t share, bool opaque)
{
    uint32_t weight = opaque ? share : share * rgba[3];
    sums[0] += rgba[0] * weight;
    sums[1] += rgba[1] * weight;
    sums[2] += rgba[2] * weight;
    sums[3] += opaque ? 0 : 255 * weight;
}

static inline void add_across(struct scaler *scaler, const uint8_t *rgba,
                              bool opaque)
{
    uint32_t pixel = (uint32_t)scaler->to.width; // units
    uint32_t left = pixel; // units of the first pixel not yet given out
    uint32_t *out = scaler->across;
    uint32_t *end = out + 4 * (size_t)scaler->to.width;
    for (; out < end; out += 4) {
        uint32_t sums[4] = {0};
        uint32_t room = (uint32_t)scaler->from.width;
        while (room >= left) {
            add_pixel(sums, rgba, left, opaque);
            rgba += 4;
            room -= left;
            left = pixel;
        }
        if (room > 0) {
            add_pixel(sums, rgba, room, opaque);
            left -= room;
        }
        memcpy(out, sums, sizeof sums);
    }
}

// Two functions for the compiler, which leaves out of each what it does not
// need: this is where the time goes.
static void average_across(struct scaler *scaler, const uint8_t *rgba)
{
    if (scaler->opaque) {
        add_across(scaler, rgba, true);
    } else {
        add_across(scaler, rgba, false);
    }
}

static void add_down(struct scaler *scaler, uint32_t share)
{
    size_t values = 4 * (size_t)scaler->to.width;
    for (size_t i = 0; i < values; i++) {
        scaler->sums[i] += (uint64_t)scaler->across[i] * share;
    }
}

// sum / whole, rounded. A sum is 255 times the whole at most, so the product
// stays below 2^64.
static uint32_t share_of(uint64_t sum, uint64_t half, uint64_t reciprocal)
{
    return (uint32_t)((sum + half) * reciprocal >> RECIPROCAL_BITS);
}

static void finish_row(struct scaler *scaler)
{
    size_t width = (size_t)scaler->to.width;
    uint32_t *row = scaler->pixels + (size_t)scaler->rows * width;
    uint64_t whole =
        (uint64_t)scaler->from.width * (uint64_t)scaler->from.height;
    whole *= scaler->opaque ? 1 : 255;
    uint64_t half = whole / 2;
    // Rounded up, so that halves are too.
    uint64_t by = (UINT64_C(1) << RECIPROCAL_BITS) / whole + 1;
    const uint64_t *sums = scaler->sums;
    for (size_t x = 0; x < width; x++, sums += 4) {
        uint32_t alpha = scaler->opaque ? 255 : share_of(sums[3], half, by);
        row[x] = argb(alpha, share_of(sums[0], half, by),
                      share_of(sums[1], half, by), share_of(sums[2], half, by));
    }
    memset(scaler->sums, 0, 4 * width * sizeof *scaler->sums);
    scaler->rows++;
}

static void average_row(struct scaler *scaler, const uint8_t *rgba)
{
    average_across(scaler, rgba);
    uint32_t left = (uint32_t)scaler->to.height;
    while (left > 0) {
        uint32_t share = left < scaler->room_down ? left : scaler->room_down;
        add_down(scaler, share);
        left -= share;
        scaler->room_down -= share;
        if (scaler->room_down == 0) {
            finish_row(scaler);
            scaler->room_down = (uint32_t)scaler->from.height;
        }
    }
}

void scaler_add_row(struct scaler *scaler, const uint8_t *rgba)
{
    if (is_enlarging(scaler)) {
        assert(scaler->rows < scaler->from.height);
        keep_row(scaler, rgba);
    } else {
        assert(scaler->rows < scaler->to.height);
        average_row(scaler, rgba);
    }
}

static bool is_opaque(const uint32_t *pixels, struct size size)
{
    size_t count = (size_t)size.width * (size_t)size.height;
    size_t i = 0;
    while (i < count && pixels[i] >> 24 == 255) {
        i++;
    }
    return i == count;
}

bool scaler_finish(struct scaler *scaler, struct decoded *out)
{
    uint32_t *pixels = scaler->pixels;
    if (is_enlarging(scaler)) {
        assert(scaler->rows == scaler->from.height);
        pixels = smooth_enlarge(scaler->pixels, scaler->from, scaler->to);
        if (pixels == NULL) {
            return false;
        }
    } else {
        assert(scaler->rows == scaler->to.height);
        scaler->pixels = NULL;
    }
    out->size = scaler->to;
    out->pixels = pixels;
    out->opaque = scaler->opaque || is_opaque(pixels, scaler->to);
    return true;
}
