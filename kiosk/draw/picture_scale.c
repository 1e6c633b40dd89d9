// SPDX-License-Identifier: MIT
// picture_scaled(): each side by its own list of weights, area average where
// it shrinks and Catmull-Rom where it grows, in whole numbers so that every
// machine gets the same pixels. Row by row, so that no picture is held in
// between.
#include "draw/picture.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum {
    WEIGHT_BITS = 14,
    WEIGHT_ONE = 1 << WEIGHT_BITS,
    // A column sum keeps this many bits behind the point, which leaves room
    // for a weight in 31 bits.
    COLUMN_BITS = 8,
    CHANNELS = 4,
};

// Where one side's result pixels come from: result pixel i is the sum of
// source pixels first[i] + k times weights[i * taps + k].
struct side {
    int from, to; // lengths in pixels
    int taps;
    int *first;
    int32_t *weights; // of each result pixel, they sum up to WEIGHT_ONE
};

static void side_shrink(struct side *side)
{
    int64_t from = side->from, to = side->to;
    for (int i = 0; i < side->to; i++) {
        // Lengths are counted in shares: a source pixel is `to` of them long
        // and a result pixel `from`.
        int64_t begin = i * from, done = 0;
        int source = (int)(begin / to);
        side->first[i] = source;
        for (int k = 0; k < side->taps; k++) {
            int64_t end = (source + k + 1) * to - begin;
            int64_t sum = (end < from ? end : from) * WEIGHT_ONE / from;
            side->weights[i * side->taps + k] = (int32_t)(sum - done);
            done = sum;
        }
    }
}

static void side_grow(struct side *side)
{
    const int64_t one = 1 << 10;
    for (int i = 0; i < side->to; i++) {
        // The middle of result pixel i in source pixels, times 2 * to.
        int64_t middle = (2 * (int64_t)i + 1) * side->from - side->to;
        int64_t whole = 2 * (int64_t)side->to;
        int64_t source = (middle + whole) / whole - 1;
        int64_t t = (middle - source * whole) * one / whole;
        int64_t t2 = t * t / one, t3 = t2 * t / one;
        int32_t *weights = side->weights + (ptrdiff_t)i * side->taps;
        const int64_t scale = WEIGHT_ONE / (2 * one);
        weights[0] = (int32_t)((-t3 + 2 * t2 - t) * scale);
        weights[2] = (int32_t)((-3 * t3 + 4 * t2 + t) * scale);
        weights[3] = (int32_t)((t3 - t2) * scale);
        weights[1] = WEIGHT_ONE - weights[0] - weights[2] - weights[3];
        side->first[i] = (int)source - 1;
    }
}

static struct side side_new(int from, int to)
{
    struct side side = {.from = from, .to = to};
    side.taps = from >= to ? (from + to - 1) / to + 1 : 4;
    side.first = xcalloc((size_t)to, sizeof *side.first);
    side.weights =
        xcalloc((size_t)to * (size_t)side.taps, sizeof *side.weights);
    if (from >= to) {
        side_shrink(&side);
    } else {
        side_grow(&side);
    }
    return side;
}

static void side_release(struct side *side)
{
    free(side->first);
    free(side->weights);
}

// Beyond an edge the pixel at the edge goes on.
static int within(int index, int length)
{
    if (index < 0) {
        return 0;
    }
    return index < length ? index : length - 1;
}

static void add_row(int32_t *sums, const uint8_t *row, int32_t weight,
                    size_t count)
{
    for (size_t i = 0; i < count; i++) {
        sums[i] += weight * row[i];
    }
}

// The source's columns weighted into one row of result height.
static void sum_columns(const struct picture *source, const struct side *down,
                        int y, int32_t *sums)
{
    size_t width = (size_t)source->size.width;
    memset(sums, 0, width * CHANNELS * sizeof *sums);
    for (int k = 0; k < down->taps; k++) {
        int32_t weight = down->weights[y * down->taps + k];
        if (weight != 0) {
            int row = within(down->first[y] + k, source->size.height);
            const uint32_t *pixels = source->pixels + (size_t)row * width;
            add_row(sums, (const uint8_t *)pixels, weight, width * CHANNELS);
        }
    }
    for (size_t i = 0; i < width * CHANNELS; i++) {
        sums[i] >>= WEIGHT_BITS - COLUMN_BITS;
    }
}

static uint32_t clamp(int32_t value, uint32_t most)
{
    if (value < 0) {
        return 0;
    }
    return (uint32_t)value < most ? (uint32_t)value : most;
}

// Catmull-Rom overshoots at hard edges: a premultiplied channel must not
// exceed its alpha.
static uint32_t pixel_clamped(const int32_t channels[CHANNELS])
{
    uint8_t bytes[CHANNELS];
    for (int c = 0; c < CHANNELS; c++) {
        bytes[c] = (uint8_t)clamp(channels[c], 255);
    }
    uint32_t pixel;
    memcpy(&pixel, bytes, sizeof pixel);
    uint32_t alpha = pixel >> 24;
    uint32_t red = clamp((int32_t)(pixel >> 16 & 0xFF), alpha);
    uint32_t green = clamp((int32_t)(pixel >> 8 & 0xFF), alpha);
    uint32_t blue = clamp((int32_t)(pixel & 0xFF), alpha);
    return alpha << 24 | red << 16 | green << 8 | blue;
}

static uint32_t sum_pixel(const int32_t *columns, const struct side *across,
                          int x)
{
    const int bits = WEIGHT_BITS + COLUMN_BITS;
    const int32_t *weights = across->weights + (ptrdiff_t)x * across->taps;
    int32_t sums[CHANNELS];
    for (int c = 0; c < CHANNELS; c++) {
        sums[c] = 1 << (bits - 1);
    }
    for (int k = 0; k < across->taps; k++) {
        int column = within(across->first[x] + k, across->from);
        const int32_t *channels = columns + (ptrdiff_t)column * CHANNELS;
        for (int c = 0; c < CHANNELS; c++) {
            sums[c] += weights[k] * channels[c];
        }
    }
    for (int c = 0; c < CHANNELS; c++) {
        sums[c] >>= bits;
    }
    return pixel_clamped(sums);
}

static void sum_row(const int32_t *columns, const struct side *across,
                    uint32_t *out)
{
    for (int x = 0; x < across->to; x++) {
        out[x] = sum_pixel(columns, across, x);
    }
}

struct picture *picture_scaled(const struct picture *picture, struct size size)
{
    struct picture *scaled = picture_new(size);
    size_t columns = (size_t)picture->size.width * CHANNELS;
    int32_t *sums = malloc(columns * sizeof *sums);
    if (scaled == NULL || sums == NULL) {
        free(sums);
        picture_free(scaled);
        return NULL;
    }
    struct side across = side_new(picture->size.width, size.width);
    struct side down = side_new(picture->size.height, size.height);
    for (int y = 0; y < size.height; y++) {
        sum_columns(picture, &down, y, sums);
        sum_row(sums, &across, scaled->pixels + (ptrdiff_t)y * size.width);
    }
    scaled->opaque = picture->opaque;
    side_release(&across);
    side_release(&down);
    free(sums);
    return scaled;
}
