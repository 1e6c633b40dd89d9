// SPDX-License-Identifier: MIT
#include "formats/scale.h"

#include <assert.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
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
//
// Source rows are added up first, which takes one simple loop a row; across
// goes only what becomes a target row.
struct scaler {
    struct size from, to;
    bool opaque;
    uint32_t *pixels;   // of the target
    uint32_t *source;   // its pixels, if the target is larger
    int rows;           // of the target, or of the source, that are done
    uint32_t *columns;  // sums of the target row to come: 4 a source pixel
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

struct scaler *scaler_new(struct size from, struct size to, bool opaque,
                          uint32_t *pixels)
{
    assert(from.width > 0 && from.height > 0 && to.width > 0 && to.height > 0);
    struct scaler *scaler = xcalloc(1, sizeof *scaler);
    *scaler = (struct scaler){.from = from,
                              .to = to,
                              .opaque = opaque,
                              .pixels = pixels,
                              .room_down = (uint32_t)from.height};
    if (is_enlarging(scaler)) {
        scaler->source = pixels_new(from);
    } else {
        scaler->columns =
            calloc(4 * (size_t)from.width, sizeof *scaler->columns);
    }
    if (scaler->source == NULL && scaler->columns == NULL) {
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
    free(scaler->source);
    free(scaler->columns);
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
    uint32_t *row = scaler->source + (size_t)scaler->rows * width;
    for (size_t x = 0; x < width; x++) {
        row[x] = premultiplied(rgba + 4 * x, scaler->opaque);
    }
    scaler->rows++;
}

// Adds share units of a row's height. A share is a target's height at most and
// the shares of a target row add up to the source's, so that they fit 16 bits
// and sums of opaque pixels stay below 255 * 20000.
static void add_opaque(uint32_t *columns, const uint8_t *row, size_t values,
                       uint16_t share)
{
    for (size_t i = 0; i < values; i++) {
        uint16_t value = row[i];
        columns[i] += (uint32_t)value * share;
    }
}

// Colours are weighted by their alpha, so that what is transparent does not
// stain what is not; to keep one scale, so is alpha, by 255. The largest sum
// is 255 * 255 * 20000 < 2^32.
static void add_transparent(uint32_t *columns, const uint8_t *row,
                            size_t values, uint16_t share)
{
    for (size_t i = 0; i < values; i += 4) {
        uint32_t weight = (uint32_t)share * row[i + 3];
        columns[i] += row[i] * weight;
        columns[i + 1] += row[i + 1] * weight;
        columns[i + 2] += row[i + 2] * weight;
        columns[i + 3] += 255 * weight;
    }
}

// How a target row's sums become shades: by dividing by the source's area.
struct divisor {
    uint64_t half, reciprocal;
};

static struct divisor divisor_of(const struct scaler *scaler)
{
    uint64_t whole =
        (uint64_t)scaler->from.width * (uint64_t)scaler->from.height;
    whole *= scaler->opaque ? 1 : 255;
    // Rounded up, so that halves are too.
    return (struct divisor){whole / 2,
                            (UINT64_C(1) << RECIPROCAL_BITS) / whole + 1};
}

// A sum is 255 times the whole at most, so the product stays below 2^64.
static inline uint32_t divided(uint64_t sum, struct divisor by)
{
    return (uint32_t)((sum + by.half) * by.reciprocal >> RECIPROCAL_BITS);
}

static inline void add_pixel(uint64_t sums[4], const uint32_t *column,
                             uint32_t share)
{
    for (int i = 0; i < 4; i++) {
        sums[i] += (uint64_t)column[i] * share;
    }
}

// The columns' sums, averaged across.
static inline void average_across(const struct scaler *scaler, uint32_t *out,
                                  bool opaque)
{
    const struct divisor by = divisor_of(scaler);
    const uint32_t pixel = (uint32_t)scaler->to.width; // units
    const uint32_t *column = scaler->columns;
    uint32_t left = pixel; // units of the first column not yet given out
    for (uint32_t *end = out + pixel; out < end; out++) {
        uint64_t sums[4] = {0};
        uint32_t room = (uint32_t)scaler->from.width;
        while (room >= left) {
            add_pixel(sums, column, left);
            column += 4;
            room -= left;
            left = pixel;
        }
        if (room > 0) {
            add_pixel(sums, column, room);
            left -= room;
        }
        uint32_t alpha = opaque ? 255 : divided(sums[3], by);
        *out = argb(alpha, divided(sums[0], by), divided(sums[1], by),
                    divided(sums[2], by));
    }
}

// Two functions for the compiler, which leaves out of each what it does not
// need.
static void finish_row(struct scaler *scaler)
{
    size_t width = (size_t)scaler->to.width;
    uint32_t *out = scaler->pixels + (size_t)scaler->rows * width;
    if (scaler->opaque) {
        average_across(scaler, out, true);
    } else {
        average_across(scaler, out, false);
    }
    memset(scaler->columns, 0,
           4 * (size_t)scaler->from.width * sizeof *scaler->columns);
    scaler->rows++;
}

static void average_row(struct scaler *scaler, const uint8_t *rgba)
{
    size_t values = 4 * (size_t)scaler->from.width;
    uint32_t left = (uint32_t)scaler->to.height;
    while (left > 0) {
        uint32_t share = left < scaler->room_down ? left : scaler->room_down;
        if (scaler->opaque) {
            add_opaque(scaler->columns, rgba, values, (uint16_t)share);
        } else {
            add_transparent(scaler->columns, rgba, values, (uint16_t)share);
        }
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

bool scaler_finish(struct scaler *scaler)
{
    if (!is_enlarging(scaler)) {
        assert(scaler->rows == scaler->to.height);
        return true;
    }
    assert(scaler->rows == scaler->from.height);
    return smooth_enlarge(scaler->source, scaler->from, scaler->to,
                          scaler->pixels);
}
