// SPDX-License-Identifier: MIT
#include "formats/smooth.h"

#include <stddef.h>
#include <stdlib.h>

// Weights are fixed-point numbers. Four of them add up to ONE exactly, so a
// plain colour stays what it is. A sum of 4 x 4 weighted bytes stays below
// 255 * ONE * ONE * 1.25 * 1.25 < 2^31, 1.25 being the curve's overshoot.
enum {
    ONE_BITS = 11,
    ONE = 1 << ONE_BITS,
};

// The four source pixels a target pixel is made of, and their weights.
struct taps {
    int index[4];
    int32_t weight[4];
};

static int clamped(int64_t index, int count)
{
    if (index < 0) {
        return 0;
    }
    return index < count ? (int)index : count - 1;
}

// Where the middle of target pixel i of `to` falls among `from` source pixels.
static struct taps taps_at(int i, int from, int to)
{
    int64_t scale = 2 * (int64_t)to;
    int64_t middle = (2 * (int64_t)i + 1) * from - to; // times scale
    int64_t base = middle >= 0 ? middle / scale : -1;
    int32_t t = (int32_t)((middle - base * scale) * ONE / scale);
    int32_t t2 = t * t / ONE;
    int32_t t3 = t2 * t / ONE;
    struct taps taps;
    for (int k = 0; k < 4; k++) {
        taps.index[k] = clamped(base - 1 + k, from);
    }
    // Catmull-Rom.
    taps.weight[0] = (2 * t2 - t - t3) / 2;
    taps.weight[2] = (t + 4 * t2 - 3 * t3) / 2;
    taps.weight[3] = (t3 - t2) / 2;
    taps.weight[1] = ONE - taps.weight[0] - taps.weight[2] - taps.weight[3];
    return taps;
}

static struct taps *taps_new(int from, int to)
{
    struct taps *taps = malloc((size_t)to * sizeof *taps);
    for (int i = 0; taps != NULL && i < to; i++) {
        taps[i] = taps_at(i, from, to);
    }
    return taps;
}

// Mixes four source rows into one row of 4 values a pixel: blue, green, red,
// alpha.
static void mix_rows(const uint32_t *pixels, struct size from, struct taps taps,
                     int32_t *out)
{
    size_t width = (size_t)from.width;
    for (size_t x = 0; x < width; x++) {
        int32_t *sums = out + 4 * x;
        sums[0] = sums[1] = sums[2] = sums[3] = 0;
        for (int k = 0; k < 4; k++) {
            uint32_t pixel = pixels[(size_t)taps.index[k] * width + x];
            sums[0] += (int32_t)(pixel & 255) * taps.weight[k];
            sums[1] += (int32_t)(pixel >> 8 & 255) * taps.weight[k];
            sums[2] += (int32_t)(pixel >> 16 & 255) * taps.weight[k];
            sums[3] += (int32_t)(pixel >> 24) * taps.weight[k];
        }
    }
}

// The curve overshoots at edges; a colour may not exceed its alpha.
static uint32_t rounded(int32_t sum, uint32_t limit)
{
    int32_t value = (sum + ONE * ONE / 2) / (ONE * ONE);
    if (value < 0) {
        return 0;
    }
    return (uint32_t)value < limit ? (uint32_t)value : limit;
}

static uint32_t mix_pixels(const int32_t *row, const struct taps *taps)
{
    int32_t sums[4] = {0};
    for (int k = 0; k < 4; k++) {
        const int32_t *values = row + 4 * (size_t)taps->index[k];
        for (int i = 0; i < 4; i++) {
            sums[i] += values[i] * taps->weight[k];
        }
    }
    uint32_t alpha = rounded(sums[3], 255);
    return alpha << 24 | rounded(sums[2], alpha) << 16 |
           rounded(sums[1], alpha) << 8 | rounded(sums[0], alpha);
}

bool smooth_enlarge(const uint32_t *pixels, struct size from, struct size to,
                    uint32_t *out)
{
    size_t width = (size_t)to.width;
    struct taps *across = taps_new(from.width, to.width);
    int32_t *row = malloc(4 * (size_t)from.width * sizeof *row);
    bool complete = across != NULL && row != NULL;
    for (int y = 0; complete && y < to.height; y++) {
        mix_rows(pixels, from, taps_at(y, from.height, to.height), row);
        for (size_t x = 0; x < width; x++) {
            *out++ = mix_pixels(row, &across[x]);
        }
    }
    free(across);
    free(row);
    return complete;
}
