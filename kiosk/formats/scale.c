// SPDX-License-Identifier: MIT
#include "formats/scale.h"

#include <assert.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "formats/smooth.h"

// What a processor calculates at once.
typedef float four_floats __attribute__((vector_size(16)));
typedef int32_t four_numbers __attribute__((vector_size(16)));
typedef uint32_t four_sums __attribute__((vector_size(16)));

// Area average. Let a source of width w become a row of width t. In units of
// 1 / (w * t) of the row, a source pixel is t units wide and a target pixel
// is w units wide, so every share of the one in the other is a whole number.
// The same holds for heights. A target pixel's shares add up to the source's
// area, in pixels: at most 10^8.
//
// Source rows are added up first, which takes one simple loop a row, in whole
// numbers; across goes only what becomes a target row. There every target
// pixel takes its shares of the same number of columns, some of them nothing,
// so that no step depends on the one before. Single precision errs by less
// than 1/1000 of a shade, and never makes a colour larger than its alpha: what
// is not larger is not after rounding, either.
struct scaler {
    struct size from, to;
    bool opaque;
    uint32_t *pixels;   // of the target
    uint32_t *source;   // its pixels, if the target is larger
    int rows;           // of the target, or of the source, that are done
    uint32_t *columns;  // sums of the target row to come: 4 a source pixel,
                        // and as many behind the last as a target pixel takes
    bool is_fresh;      // nothing was added to them yet
    uint32_t room_down; // units of its height that are still to come
    size_t span;        // columns a target pixel takes shares of
    uint32_t *firsts;   // of them, of each target pixel
    float *shares;      // span a target pixel
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

// Which columns each target pixel takes how much of.
static void share_out(const struct scaler *scaler)
{
    size_t source = (size_t)scaler->to.width;   // pixel's units
    size_t target = (size_t)scaler->from.width; // pixel's units
    float *share = scaler->shares;
    for (size_t x = 0; x < source; x++) {
        size_t left = x * target, right = left + target;
        size_t column = left / source;
        scaler->firsts[x] = (uint32_t)column;
        for (size_t i = 0; i < scaler->span; i++, column++) {
            size_t from = column * source, to = from + source;
            from = from > left ? from : left;
            to = to < right ? to : right;
            *share++ = to > from ? (float)(to - from) : 0;
        }
    }
}

static bool prepare_average(struct scaler *scaler)
{
    size_t from = (size_t)scaler->from.width, to = (size_t)scaler->to.width;
    scaler->span = from / to + (from % to != 0 ? 2 : 0);
    scaler->columns =
        calloc(4 * (from + scaler->span), sizeof *scaler->columns);
    scaler->firsts = malloc(to * sizeof *scaler->firsts);
    scaler->shares = malloc(to * scaler->span * sizeof *scaler->shares);
    if (scaler->columns == NULL || scaler->firsts == NULL ||
        scaler->shares == NULL) {
        return false;
    }
    share_out(scaler);
    return true;
}

static bool prepare_enlarging(struct scaler *scaler)
{
    scaler->source = pixels_new(scaler->from);
    return scaler->source != NULL;
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
                              .is_fresh = true,
                              .room_down = (uint32_t)from.height};
    bool is_ready = is_enlarging(scaler) ? prepare_enlarging(scaler)
                                         : prepare_average(scaler);
    if (!is_ready) {
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
    free(scaler->firsts);
    free(scaler->shares);
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

// Adds share units of a row's height, or begins with them. A share is a
// target's height at most and the shares of a target row add up to the
// source's, so that they fit 16 bits and sums of opaque pixels stay below
// 255 * 20000.
static void add_opaque(uint32_t *restrict columns, const uint8_t *restrict row,
                       size_t values, uint16_t share)
{
    for (size_t i = 0; i < values; i++) {
        uint16_t value = row[i];
        columns[i] += (uint32_t)value * share;
    }
}

static void begin_opaque(uint32_t *restrict columns,
                         const uint8_t *restrict row, size_t values,
                         uint16_t share)
{
    for (size_t i = 0; i < values; i++) {
        uint16_t value = row[i];
        columns[i] = (uint32_t)value * share;
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

static void add_row(struct scaler *scaler, const uint8_t *rgba, uint16_t share)
{
    size_t values = 4 * (size_t)scaler->from.width;
    if (!scaler->opaque) {
        if (scaler->is_fresh) {
            memset(scaler->columns, 0, values * sizeof *scaler->columns);
        }
        add_transparent(scaler->columns, rgba, values, share);
    } else if (scaler->is_fresh) {
        begin_opaque(scaler->columns, rgba, values, share);
    } else {
        add_opaque(scaler->columns, rgba, values, share);
    }
    scaler->is_fresh = false;
}

// How a target row's sums become shades. A little more than one by the
// source's area, so that halves are rounded up.
static float factor_of(const struct scaler *scaler)
{
    double whole = (double)scaler->from.width * scaler->from.height;
    return (float)((1 + 1e-6) / (whole * (scaler->opaque ? 1 : 255)));
}

static inline four_floats four_values(const uint32_t *column, bool opaque)
{
    four_sums sums;
    memcpy(&sums, column, sizeof sums);
    return opaque ? __builtin_convertvector((four_numbers)sums, four_floats)
                  : __builtin_convertvector(sums, four_floats);
}

// The columns' sums, averaged across: the four of a pixel side by side. Those
// of opaque pixels fit signed numbers, which become floats faster.
static inline void average_across(const struct scaler *scaler, uint32_t *out,
                                  bool opaque)
{
    const float factor = factor_of(scaler);
    const float *share = scaler->shares;
    for (int x = 0; x < scaler->to.width; x++) {
        const uint32_t *column =
            scaler->columns + 4 * (size_t)scaler->firsts[x];
        four_floats sum = {0};
        for (size_t i = 0; i < scaler->span; i++, column += 4, share++) {
            sum += four_values(column, opaque) * *share;
        }
        four_numbers shades =
            __builtin_convertvector(sum * factor + 0.5F, four_numbers);
        out[x] = argb(opaque ? 255 : (uint32_t)shades[3], (uint32_t)shades[0],
                      (uint32_t)shades[1], (uint32_t)shades[2]);
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
    scaler->is_fresh = true;
    scaler->rows++;
}

static void average_row(struct scaler *scaler, const uint8_t *rgba)
{
    uint32_t left = (uint32_t)scaler->to.height;
    while (left > 0) {
        uint32_t share = left < scaler->room_down ? left : scaler->room_down;
        add_row(scaler, rgba, (uint16_t)share);
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
