// SPDX-License-Identifier: MIT
#include "draw/picture_view.h"

#include "draw/picture.h"
#include "support/test.h"

static const struct colour GROUND = {1, 2, 3, 255};
static const uint32_t BESIDE = 0xFF010203;
static const uint32_t RED = 0xFFFF0000;
static const uint32_t BLUE = 0xFF0000FF;

// Two pixels: red, blue.
static struct picture *two_pixels(void)
{
    struct picture *picture = picture_new((struct size){2, 1});
    assert_non_null(picture);
    picture->pixels[0] = RED;
    picture->pixels[1] = BLUE;
    return picture;
}

static void assert_view(struct picture_window window, bool smooth,
                        struct size size, const uint32_t *expected)
{
    struct picture *picture = two_pixels(), *view = picture_new(size);
    assert_non_null(view);
    picture_view(picture, window, GROUND, smooth, view);
    assert_true(view->opaque);
    for (int i = 0; i < size.width * size.height; i++) {
        assert_int_equal(view->pixels[i], expected[i]);
    }
    picture_free(view);
    picture_free(picture);
}

static void one_to_one_is_the_picture_itself(void **state)
{
    (void)state;
    static const uint32_t EXPECTED[] = {RED, BLUE};
    assert_view((struct picture_window){0, 0, 1}, false, (struct size){2, 1},
                EXPECTED);
    assert_view((struct picture_window){0, 0, 1}, true, (struct size){2, 1},
                EXPECTED);
}

static void beside_it_is_the_ground(void **state)
{
    (void)state;
    static const uint32_t EXPECTED[] = {BESIDE, BESIDE, BESIDE, BESIDE,
                                        BESIDE, RED,    BLUE,   BESIDE};
    assert_view((struct picture_window){-1, -1, 1}, false, (struct size){4, 2},
                EXPECTED);
    assert_view((struct picture_window){-1, -1, 1}, true, (struct size){4, 2},
                EXPECTED);
}

static void larger_pixels_are_repeated_or_mixed(void **state)
{
    (void)state;
    static const uint32_t NEAREST[] = {RED, RED, BLUE, BLUE};
    assert_view((struct picture_window){0, 0, 0.5}, false, (struct size){4, 1},
                NEAREST);
    static const uint32_t SMOOTH[] = {RED, 0xFFBF003F, 0xFF3F00BF, BLUE};
    assert_view((struct picture_window){0, 0, 0.5}, true, (struct size){4, 1},
                SMOOTH);
}

static void behind_transparent_parts_is_the_ground(void **state)
{
    (void)state;
    struct picture *picture = picture_new((struct size){1, 1});
    struct picture *view = picture_new((struct size){1, 1});
    assert_true(picture != NULL && view != NULL);
    picture->pixels[0] = 0;
    picture_view(picture, (struct picture_window){0, 0, 1}, GROUND, true, view);
    assert_int_equal(view->pixels[0], BESIDE);
    picture->pixels[0] = 0x80400000; // half, premultiplied
    picture_view(picture, (struct picture_window){0, 0, 1},
                 (struct colour){0, 0, 128, 255}, false, view);
    assert_int_equal(view->pixels[0], 0xFF40003F);
    picture_free(picture);
    picture_free(view);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_to_one_is_the_picture_itself),
        cmocka_unit_test(beside_it_is_the_ground),
        cmocka_unit_test(larger_pixels_are_repeated_or_mixed),
        cmocka_unit_test(behind_transparent_parts_is_the_ground),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
