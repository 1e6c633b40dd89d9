// SPDX-License-Identifier: MIT
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <SDL2/SDL.h>
#include <SDL2/SDL_image.h>

#include "draw/picture.h"
#include "support/test.h"

static struct picture *filled(struct size size, uint32_t pixel)
{
    struct picture *picture = picture_new(size);
    assert_non_null(picture);
    for (int i = 0; i < size.width * size.height; i++) {
        picture->pixels[i] = pixel;
    }
    picture->opaque = pixel >> 24 == 255;
    return picture;
}

static void a_new_picture_is_transparent(void **state)
{
    (void)state;
    struct picture *picture = picture_new((struct size){3, 2});
    for (int i = 0; i < 6; i++) {
        assert_int_equal(picture->pixels[i], 0);
    }
    assert_false(picture->opaque);
    picture_free(picture);
    picture_free(NULL);
}

static void assert_stays(const struct picture *picture, struct size size)
{
    struct picture *scaled = picture_scaled(picture, size);
    assert_non_null(scaled);
    for (int i = 0; i < size.width * size.height; i++) {
        assert_int_equal(scaled->pixels[i], picture->pixels[0]);
    }
    assert_true(scaled->opaque == picture->opaque);
    picture_free(scaled);
}

static void one_colour_stays_that_colour_at_any_size(void **state)
{
    (void)state;
    static const struct size SIZES[] = {
        {1,   1  },
        {7,   5  },
        {64,  48 },
        {65,  47 },
        {200, 9  },
        {31,  300}
    };
    static const uint32_t PIXELS[] = {0xFFFFFFFF, 0xFF1B1733, 0x80402010, 0};
    for (size_t p = 0; p < 4; p++) {
        struct picture *picture = filled((struct size){64, 48}, PIXELS[p]);
        for (size_t s = 0; s < sizeof SIZES / sizeof *SIZES; s++) {
            assert_stays(picture, SIZES[s]);
        }
        picture_free(picture);
    }
}

static void shrinking_takes_the_average(void **state)
{
    (void)state;
    struct picture *picture = filled((struct size){4, 4}, 0xFF000000);
    for (int i = 0; i < 16; i += 2) {
        picture->pixels[i] = 0xFFFFFFFF;
    }
    struct picture *scaled = picture_scaled(picture, (struct size){2, 2});
    for (int i = 0; i < 4; i++) {
        assert_int_equal(scaled->pixels[i], 0xFF808080);
    }
    picture_free(scaled);
    picture_free(picture);
}

static void growing_keeps_within_what_alpha_allows(void **state)
{
    (void)state;
    struct picture *picture = picture_new((struct size){4, 4});
    picture->pixels[5] = 0xFFFFFFFF;
    picture->pixels[6] = 0x80800000;
    struct picture *scaled = picture_scaled(picture, (struct size){37, 41});
    for (int i = 0; i < 37 * 41; i++) {
        uint32_t pixel = scaled->pixels[i], alpha = pixel >> 24;
        assert_true((pixel >> 16 & 0xFF) <= alpha);
        assert_true((pixel >> 8 & 0xFF) <= alpha);
        assert_true((pixel & 0xFF) <= alpha);
    }
    picture_free(scaled);
    picture_free(picture);
}

static void a_gradient_grows_without_steps_back(void **state)
{
    (void)state;
    struct picture *picture = picture_new((struct size){8, 1});
    for (int x = 0; x < 8; x++) {
        picture->pixels[x] = 0xFF000000 | (uint32_t)(x * 36);
    }
    struct picture *scaled = picture_scaled(picture, (struct size){50, 1});
    for (int x = 1; x < 50; x++) {
        assert_true(scaled->pixels[x] >= scaled->pixels[x - 1]);
    }
    picture_free(scaled);
    picture_free(picture);
}

static void a_mix_begins_as_one_and_ends_as_the_other(void **state)
{
    (void)state;
    const struct size size = {5, 3}; // an odd width: a pixel is left over
    struct picture *from = filled(size, 0xFF10F0FF);
    struct picture *to = filled(size, 0xFFFF0001);
    uint32_t out[7 * 3] = {0};
    picture_mix(from, to, 0, out, 7);
    assert_int_equal(out[0], 0xFF10F0FF);
    assert_int_equal(out[2 * 7 + 4], 0xFF10F0FF);
    assert_int_equal(out[5], 0);
    picture_mix(from, to, 256, out, 7);
    assert_int_equal(out[7 + 4], 0xFFFF0001);
    picture_mix(from, to, 128, out, 7);
    assert_int_equal(out[3], 0xFF887880);
    picture_free(from);
    picture_free(to);
}

static int channel(uint32_t pixel, int index)
{
    return (int)(pixel >> (8 * index) & 255);
}

static void every_step_of_a_mix_is_right_in_every_channel(void **state)
{
    (void)state;
    struct picture *from = picture_new((struct size){256, 1});
    struct picture *to = picture_new((struct size){256, 1});
    for (uint32_t i = 0; i < 256; i++) {
        from->pixels[i] = 0xFF000000 | i << 16 | (255 - i) << 8 | (i * 7 & 255);
        to->pixels[i] = 0xFF000000 | (i * 3 & 255) << 16 | i << 8 | (255 - i);
    }
    uint32_t out[256];
    for (int progress = 0; progress <= 256; progress++) {
        picture_mix(from, to, progress, out, 256);
        for (int i = 0; i < 4 * 256; i++) {
            int a = channel(from->pixels[i / 4], i % 4);
            int b = channel(to->pixels[i / 4], i % 4);
            int mixed = (a * (256 - progress) + b * progress + 128) / 256;
            assert_int_equal(channel(out[i / 4], i % 4), mixed);
        }
    }
    picture_free(from);
    picture_free(to);
}

static void a_mix_may_go_into_one_of_the_two(void **state)
{
    (void)state;
    struct picture *from = filled((struct size){6, 2}, 0xFF000000);
    struct picture *to = filled((struct size){6, 2}, 0xFFFFFFFF);
    picture_mix(from, to, 64, from->pixels, 6);
    for (int i = 0; i < 12; i++) {
        assert_int_equal(from->pixels[i], 0xFF404040);
    }
    picture_free(from);
    picture_free(to);
}

static void a_saved_picture_reads_back_the_same(void **state)
{
    (void)state;
    char path[] = "/tmp/kiosk-picture-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    close(descriptor);
    struct picture *picture = filled((struct size){3, 2}, 0xFF1B1733);
    picture->pixels[4] = 0xFFFF8000;
    assert_true(picture_save_png(picture, path));
    SDL_Surface *loaded = IMG_Load(path);
    assert_non_null(loaded);
    SDL_Surface *surface =
        SDL_ConvertSurfaceFormat(loaded, SDL_PIXELFORMAT_ARGB8888, 0);
    for (int y = 0; y < 2; y++) {
        const char *row =
            (const char *)surface->pixels + (ptrdiff_t)y * surface->pitch;
        assert_memory_equal(row, picture->pixels + (ptrdiff_t)y * 3,
                            3 * sizeof(uint32_t));
    }
    SDL_FreeSurface(surface);
    SDL_FreeSurface(loaded);
    unlink(path);
    picture_free(picture);
}

static void a_folder_that_is_not_there_is_reported(void **state)
{
    (void)state;
    struct picture *picture = filled((struct size){1, 1}, 0xFFFFFFFF);
    assert_false(picture_save_png(picture, "/nowhere/at/all.png"));
    assert_false(picture_save_png(picture, "/dev/full"));
    picture_free(picture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_picture_is_transparent),
        cmocka_unit_test(one_colour_stays_that_colour_at_any_size),
        cmocka_unit_test(shrinking_takes_the_average),
        cmocka_unit_test(growing_keeps_within_what_alpha_allows),
        cmocka_unit_test(a_gradient_grows_without_steps_back),
        cmocka_unit_test(a_mix_begins_as_one_and_ends_as_the_other),
        cmocka_unit_test(every_step_of_a_mix_is_right_in_every_channel),
        cmocka_unit_test(a_mix_may_go_into_one_of_the_two),
        cmocka_unit_test(a_saved_picture_reads_back_the_same),
        cmocka_unit_test(a_folder_that_is_not_there_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
