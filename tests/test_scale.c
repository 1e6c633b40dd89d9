// SPDX-License-Identifier: MIT
#include "formats/scale.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "support/test.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct {
    struct size from, to;
} sizes[] = {
    {{1, 1},     {1, 1}    },
    {{7, 5},     {7, 5}    },
    {{7, 5},     {3, 2}    },
    {{97, 64},   {96, 1}   },
    {{100, 30},  {1, 30}   },
    {{64, 64},   {32, 16}  },
    {{1000, 15}, {720, 11} },
    {{20000, 3}, {1919, 2} },
    {{3, 20000}, {2, 19999}},
};

// Noise, the same every time.
static uint8_t noise(uint32_t *random)
{
    *random = *random * 1664525 + 1013904223;
    return (uint8_t)(*random >> 24);
}

static size_t area(struct size size)
{
    return (size_t)size.width * (size_t)size.height;
}

// The picture, scaled; free().
static uint32_t *scaled(const uint8_t *rgba, struct size from, struct size to,
                        bool opaque)
{
    uint32_t *pixels = malloc(area(to) * sizeof *pixels);
    struct scaler *scaler = scaler_new(from, to, opaque, pixels);
    assert_non_null(scaler);
    for (int y = 0; y < from.height; y++) {
        scaler_add_row(scaler, rgba + 4 * (size_t)y * (size_t)from.width);
    }
    assert_true(scaler_finish(scaler));
    scaler_free(scaler);
    return pixels;
}

static void assert_plain(const uint8_t rgba[4], struct size from,
                         struct size to, uint32_t expected)
{
    uint8_t *picture = malloc(4 * area(from));
    for (size_t i = 0; i < area(from); i++) {
        memcpy(picture + 4 * i, rgba, 4);
    }
    uint32_t *pixels = scaled(picture, from, to, rgba[3] == 255);
    for (size_t i = 0; i < area(to); i++) {
        assert_int_equal(pixels[i], expected);
    }
    free(pixels);
    free(picture);
}

static void a_plain_colour_stays_itself(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(sizes); i++) {
        for (uint32_t shade = 0; shade < 256; shade += 51) {
            uint8_t value = (uint8_t)shade;
            assert_plain((uint8_t[]){value, 255, 0, 255}, sizes[i].from,
                         sizes[i].to, 0xff00ff00 | shade << 16);
            assert_plain((uint8_t[]){255, 0, 255, value}, sizes[i].from,
                         sizes[i].to, shade << 24 | shade << 16 | shade);
        }
    }
}

// The share of source pixel i, of from, in target pixel x, of to.
static double share(int i, int from, int x, int to)
{
    double scale = (double)from / to;
    double left = fmax(i, x * scale), right = fmin(i + 1, (x + 1) * scale);
    return fmax(0, right - left) / scale;
}

// What of the channel belongs in that target pixel, by the definition.
static double average(const uint8_t *rgba, struct size from, struct size to,
                      int at, int channel)
{
    int x = at % to.width, y = at / to.width;
    double sum = 0;
    for (int i = 0; i < from.height; i++) {
        double down = share(i, from.height, y, to.height);
        for (int j = 0; j < from.width && down > 0; j++) {
            const uint8_t *pixel =
                rgba + 4 * ((size_t)i * (size_t)from.width + (size_t)j);
            double value = channel == 3 ? 255 : pixel[channel];
            sum += down * share(j, from.width, x, to.width) * value * pixel[3];
        }
    }
    return sum / 255;
}

static void assert_averages(struct size from, struct size to, bool opaque)
{
    uint32_t random = 1;
    uint8_t *picture = malloc(4 * area(from));
    for (size_t i = 0; i < 4 * area(from); i++) {
        picture[i] = opaque && i % 4 == 3 ? 255 : noise(&random);
    }
    uint32_t *pixels = scaled(picture, from, to, opaque);
    for (int i = 0; i < to.width * to.height; i++) {
        for (int channel = 0; channel < 4; channel++) {
            int shift = channel == 3 ? 24 : 16 - 8 * channel;
            int shade = (int)(pixels[i] >> shift & 255);
            double exact = average(picture, from, to, i, channel);
            assert_true(fabs(shade - exact) < 0.502);
        }
    }
    free(pixels);
    free(picture);
}

static void every_pixel_is_the_average_of_its_area(void **state)
{
    (void)state;
    const struct size from = {61, 37};
    const struct size to[] = {
        {61, 37},
        {60, 36},
        {31, 37},
        {20, 12},
        {7,  5 },
        {1,  1 }
    };
    for (size_t i = 0; i < COUNT(to); i++) {
        assert_averages(from, to[i], true);
        assert_averages(from, to[i], false);
    }
}

// Otherwise whoever asked would call the decoder hostile.
static void no_colour_is_brighter_than_its_opacity(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(sizes); i++) {
        struct size from = sizes[i].from, to = sizes[i].to;
        uint32_t random = (uint32_t)i;
        uint8_t *picture = malloc(4 * area(from));
        for (size_t j = 0; j < area(from); j++) {
            memset(picture + 4 * j, 255, 3);
            picture[4 * j + 3] = noise(&random);
        }
        uint32_t *pixels = scaled(picture, from, to, false);
        for (size_t j = 0; j < area(to); j++) {
            uint32_t alpha = pixels[j] >> 24;
            assert_int_equal(pixels[j] & 0xffffff,
                             alpha << 16 | alpha << 8 | alpha);
        }
        free(pixels);
        free(picture);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plain_colour_stays_itself),
        cmocka_unit_test(every_pixel_is_the_average_of_its_area),
        cmocka_unit_test(no_colour_is_brighter_than_its_opacity),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
