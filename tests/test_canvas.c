// SPDX-License-Identifier: MIT
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "draw/canvas.h"
#include "draw/picture.h"
#include "support/test.h"

static const struct colour BLACK = {0, 0, 0, 255};
static const struct colour WHITE = {255, 255, 255, 255};
static const struct colour RED = {255, 0, 0, 255};

enum {
    SIDE = 40
};

static struct canvas *white_canvas(void)
{
    struct canvas *canvas = canvas_new((struct size){SIDE, SIDE});
    assert_non_null(canvas);
    return canvas;
}

static uint32_t pixel_at(const struct canvas *canvas, int x, int y)
{
    return canvas_picture(canvas)->pixels[y * SIDE + x];
}

// 0 where black covers white completely, 255 where it does not at all.
static int grey_at(const struct canvas *canvas, int x, int y)
{
    return (int)(pixel_at(canvas, x, y) & 255);
}

static bool is_white(const struct canvas *canvas, int x, int y)
{
    return pixel_at(canvas, x, y) == 0xFFFFFFFF;
}

static void assert_white_outside(const struct canvas *canvas, struct box box)
{
    for (int i = 0; i < SIDE * SIDE; i++) {
        int x = i % SIDE, y = i / SIDE;
        if (!box_contains(box, (struct box){x, y, 1, 1})) {
            assert_true(is_white(canvas, x, y));
        }
    }
}

// How many pixels' worth is covered.
static int covered(const struct canvas *canvas)
{
    int sum = 0;
    for (int i = 0; i < SIDE * SIDE; i++) {
        sum += 255 - grey_at(canvas, i % SIDE, i / SIDE);
    }
    return sum / 255;
}

static void a_fill_covers_its_box_and_nothing_else(void **state)
{
    (void)state;
    struct canvas *canvas = white_canvas();
    struct box box = {3, 4, 10, 6};
    canvas_fill(canvas, box, RED);
    assert_white_outside(canvas, box);
    assert_int_equal(pixel_at(canvas, 3, 4), 0xFFFF0000);
    assert_int_equal(pixel_at(canvas, 12, 9), 0xFFFF0000);
    canvas_free(canvas);
}

static void what_lies_outside_is_left_out(void **state)
{
    (void)state;
    static const struct box BOXES[] = {
        {-5,       -5,       8,   8  },
        {SIDE - 3, SIDE - 3, 9,   9  },
        {-9,       4,        60,  2  },
        {50,       50,       4,   4  },
        {-20,      -20,      100, 100},
        {5,        5,        0,   9  },
        {5,        5,        -3,  -3 },
    };
    struct canvas *canvas = white_canvas();
    struct picture *picture = picture_new((struct size){100, 90});
    for (size_t i = 0; i < sizeof BOXES / sizeof *BOXES; i++) {
        struct box box = BOXES[i];
        canvas_fill(canvas, box, RED);
        canvas_fill_rounded(canvas, box, 4, RED);
        canvas_frame(canvas, box, 4, 2, 3, RED);
        canvas_shadow(canvas, box, 4, 5, RED);
        canvas_draw(canvas, picture, box.x, box.y);
        canvas_draw_rounded(canvas, picture, box.x, box.y, 12);
    }
    picture_free(picture);
    canvas_free(canvas);
}

static void half_a_colour_is_halfway(void **state)
{
    (void)state;
    struct canvas *canvas = white_canvas();
    canvas_fill(canvas, (struct box){0, 0, 4, 4},
                (struct colour){0, 0, 0, 128});
    assert_in_range(grey_at(canvas, 1, 1), 126, 128);
    canvas_fill(canvas, (struct box){0, 0, 4, 4}, (struct colour){9, 9, 9, 0});
    assert_in_range(grey_at(canvas, 1, 1), 126, 128);
    canvas_free(canvas);
}

static void round_corners_are_smooth_and_alike(void **state)
{
    (void)state;
    struct canvas *canvas = white_canvas();
    struct box box = {5, 5, 30, 24};
    canvas_fill_rounded(canvas, box, 8, BLACK);
    assert_white_outside(canvas, box);
    assert_true(is_white(canvas, 5, 5));
    assert_int_equal(grey_at(canvas, 5, 13), 0);
    assert_int_equal(grey_at(canvas, 20, 5), 0);
    int between = 0;
    for (int y = 0; y < 24; y++) {
        for (int x = 0; x < 30; x++) {
            int grey = grey_at(canvas, 5 + x, 5 + y);
            assert_int_equal(grey, grey_at(canvas, 34 - x, 5 + y));
            assert_int_equal(grey, grey_at(canvas, 5 + x, 28 - y));
            between += grey > 0 && grey < 255;
        }
    }
    assert_in_range(between, 20, 80);
    canvas_free(canvas);
}

static void a_radius_beyond_the_box_makes_a_disc(void **state)
{
    (void)state;
    struct canvas *canvas = white_canvas();
    canvas_fill_rounded(canvas, (struct box){4, 4, 30, 30}, 99, BLACK);
    // 15 * 15 * pi is 706.9.
    assert_in_range(covered(canvas), 700, 714);
    canvas_free(canvas);
}

static void a_frame_leaves_its_inside_free(void **state)
{
    (void)state;
    struct canvas *canvas = white_canvas();
    struct box box = {5, 5, 30, 20};
    canvas_frame(canvas, box, 6, 2, 0, BLACK);
    assert_white_outside(canvas, box);
    assert_int_equal(grey_at(canvas, 5, 15), 0);
    assert_int_equal(grey_at(canvas, 6, 15), 0);
    assert_true(is_white(canvas, 7, 15));
    assert_int_equal(grey_at(canvas, 20, 24), 0);
    assert_true(is_white(canvas, 20, 15));
    canvas_free(canvas);
}

static int frame_covers(int radius, int dash)
{
    struct canvas *canvas = white_canvas();
    canvas_frame(canvas, (struct box){3, 3, 34, 20}, radius, 2, dash, BLACK);
    int pixels = covered(canvas);
    canvas_free(canvas);
    return pixels;
}

static void dashes_cover_half_of_a_frame(void **state)
{
    (void)state;
    static const int RADII[] = {0, 4, 10};
    for (size_t i = 0; i < 3; i++) {
        int share = frame_covers(RADII[i], 4) * 100 / frame_covers(RADII[i], 0);
        assert_in_range(share, 45, 55);
    }
}

static void a_shadow_fades_outwards(void **state)
{
    (void)state;
    struct canvas *canvas = white_canvas();
    canvas_shadow(canvas, (struct box){12, 12, 16, 16}, 3, 6, BLACK);
    for (int x = 1; x <= 20; x++) {
        assert_true(grey_at(canvas, x, 20) <= grey_at(canvas, x - 1, 20));
    }
    assert_true(is_white(canvas, 5, 20));
    assert_false(is_white(canvas, 9, 20));
    assert_in_range(grey_at(canvas, 12, 20), 80, 160);
    assert_white_outside(canvas, (struct box){6, 6, 28, 28});
    canvas_free(canvas);
}

static void a_stencil_lets_the_colour_through(void **state)
{
    (void)state;
    static const uint8_t COVERAGE[] = {0, 128, 255, 9, 255, 0, 0, 9};
    struct canvas *canvas = white_canvas();
    struct stencil stencil = {
        {3, 2},
        COVERAGE, 4
    };
    canvas_stencil(canvas, 2, 3, stencil, BLACK);
    assert_int_equal(grey_at(canvas, 2, 3), 255);
    assert_in_range(grey_at(canvas, 3, 3), 126, 128);
    assert_int_equal(grey_at(canvas, 4, 3), 0);
    assert_int_equal(grey_at(canvas, 2, 4), 0);
    assert_true(is_white(canvas, 5, 3));
    canvas_clear(canvas, BLACK);
    canvas_stencil(canvas, 38, -1, stencil, WHITE);
    assert_int_equal(grey_at(canvas, 38, 0), 255);
    assert_int_equal(grey_at(canvas, 39, 0), 0);
    canvas_free(canvas);
}

static void light_letters_are_not_thinner_than_dark_ones(void **state)
{
    (void)state;
    static const uint8_t COVERAGE[] = {64, 128, 192, 255};
    struct canvas *canvas = white_canvas();
    struct stencil stencil = {
        {4, 1},
        COVERAGE, 4
    };
    canvas_stencil(canvas, 0, 0, stencil, BLACK);
    canvas_fill(canvas, (struct box){0, 1, 4, 1}, BLACK);
    canvas_stencil(canvas, 0, 1, stencil, WHITE);
    for (int x = 0; x < 3; x++) {
        assert_true(grey_at(canvas, x, 1) > 255 - grey_at(canvas, x, 0));
    }
    assert_int_equal(grey_at(canvas, 3, 1), 255);
    canvas_free(canvas);
}

static void a_picture_is_drawn_over_what_is_there(void **state)
{
    (void)state;
    struct canvas *canvas = white_canvas();
    struct picture *picture = picture_new((struct size){3, 1});
    picture->pixels[0] = 0xFF00FF00;
    picture->pixels[1] = 0x80000000; // black, half
    canvas_draw(canvas, picture, 10, 10);
    assert_int_equal(pixel_at(canvas, 10, 10), 0xFF00FF00);
    assert_in_range(grey_at(canvas, 11, 10), 126, 128);
    assert_true(is_white(canvas, 12, 10));
    assert_true(is_white(canvas, 10, 9));
    picture_free(picture);
    canvas_free(canvas);
}

static void a_picture_may_have_round_corners(void **state)
{
    (void)state;
    struct canvas *canvas = white_canvas();
    struct canvas *right = white_canvas();
    struct picture *picture = picture_new((struct size){20, 20});
    for (int i = 0; i < 400; i++) {
        picture->pixels[i] = 0xFF000000;
    }
    picture->opaque = true;
    canvas_draw_rounded(canvas, picture, 8, 9, 7);
    canvas_fill_rounded(right, (struct box){8, 9, 20, 20}, 7, BLACK);
    for (int i = 0; i < SIDE * SIDE; i++) {
        int x = i % SIDE, y = i / SIDE;
        assert_in_range(grey_at(canvas, x, y) - grey_at(right, x, y) + 2, 0, 4);
    }
    picture_free(picture);
    canvas_free(right);
    canvas_free(canvas);
}

static void every_pixel_stays_opaque(void **state)
{
    (void)state;
    struct canvas *canvas = white_canvas();
    struct picture *picture = picture_new((struct size){SIDE, SIDE});
    for (uint32_t i = 0; i < SIDE * SIDE; i++) {
        uint32_t alpha = i % 256;
        picture->pixels[i] = alpha * 0x01010101U; // premultiplied white
    }
    for (int round = 0; round < 3; round++) {
        canvas_draw_rounded(canvas, picture, 0, 0, 15);
        canvas_fill_rounded(canvas, (struct box){1, 1, 37, 37}, 9,
                            (struct colour){255, 255, 255, 99});
    }
    for (int i = 0; i < SIDE * SIDE; i++) {
        uint32_t pixel = canvas_picture(canvas)->pixels[i];
        assert_int_equal(pixel >> 24, 255);
        // White upon white; a sum that left its byte would be dark.
        assert_true((pixel & 255) > 240);
    }
    picture_free(picture);
    canvas_free(canvas);
}

static void marks_are_kept_until_the_canvas_is_cleared(void **state)
{
    (void)state;
    struct canvas *canvas = white_canvas();
    char text[] = "Foodcoop";
    struct box box = {1, 2, 3, 4}, within = {0, 0, 9, 9};
    canvas_mark(canvas, MARK_TEXT, box, within, text, true);
    text[0] = 'X';
    for (int i = 0; i < 100; i++) {
        canvas_mark(canvas, MARK_CARD, box, within, NULL, false);
    }
    assert_int_equal(canvas_mark_count(canvas), 101);
    const struct mark *mark = canvas_mark_at(canvas, 0);
    assert_int_equal(mark->kind, MARK_TEXT);
    assert_memory_equal(&mark->box, &box, sizeof box);
    assert_memory_equal(&mark->within, &within, sizeof within);
    assert_string_equal(mark->text, "Foodcoop");
    assert_true(mark->cut);
    assert_string_equal(canvas_mark_at(canvas, 100)->text, "");
    canvas_clear(canvas, RED);
    assert_int_equal(canvas_mark_count(canvas), 0);
    assert_int_equal(pixel_at(canvas, 39, 39), 0xFFFF0000);
    canvas_free(canvas);
    canvas_free(NULL);
}

static void a_shift_moves_what_does_not_reach_the_edge(void **state)
{
    (void)state;
    const struct colour red = {255, 0, 0, 255}, white = {255, 255, 255, 255};
    struct canvas *canvas = canvas_new((struct size){40, 30});
    canvas_shift(canvas, (struct point){3, -2});
    canvas_clear(canvas, white);
    canvas_fill(canvas, (struct box){10, 10, 5, 5}, red);
    canvas_fill(canvas, (struct box){0, 20, 5, 5}, red);
    canvas_mark(canvas, MARK_QR, (struct box){10, 10, 5, 5},
                (struct box){8, 8, 9, 9}, "x", false);
    canvas_mark(canvas, MARK_PICTURE, (struct box){0, 20, 5, 5},
                (struct box){0, 18, 9, 9}, NULL, false);
    const struct picture *picture = canvas_picture(canvas);
    const struct {
        int x, y;
        bool is_red;
    } PIXELS[] = {
        {12, 12, false},
        {13, 8,  true },
        {17, 12, true },
        {18, 12, false},
        {0,  20, true },
        {4,  24, true },
        {5,  22, false},
        {0,  19, false},
    };
    for (size_t i = 0; i < sizeof PIXELS / sizeof *PIXELS; i++) {
        uint32_t pixel = picture->pixels[PIXELS[i].y * 40 + PIXELS[i].x];
        assert_int_equal(pixel == 0xFFFF0000U, PIXELS[i].is_red);
    }
    struct box code = canvas_mark_at(canvas, 0)->box;
    struct box room = canvas_mark_at(canvas, 0)->within;
    struct box poster = canvas_mark_at(canvas, 1)->box;
    assert_true(code.x == 13 && code.y == 8 && room.x == 11 && room.y == 6);
    assert_true(poster.x == 0 && poster.y == 20);
    canvas_free(canvas);
}

// A code that moves by whole pixels is as sharp as before.
static void a_shifted_picture_is_the_same_beside_itself(void **state)
{
    (void)state;
    struct picture *picture = picture_new((struct size){7, 5});
    for (uint32_t i = 0; i < 35; i++) {
        picture->pixels[i] = 0xFF000000U | i * 0x070503U;
    }
    struct canvas *canvas = canvas_new((struct size){40, 30});
    struct canvas *shifted = canvas_new((struct size){40, 30});
    canvas_shift(shifted, (struct point){-2, 3});
    canvas_draw_rounded(canvas, picture, 10, 10, 2);
    canvas_draw_rounded(shifted, picture, 12, 7, 2);
    assert_memory_equal(canvas_picture(canvas)->pixels,
                        canvas_picture(shifted)->pixels,
                        sizeof(uint32_t) * 40 * 30);
    canvas_free(shifted);
    canvas_free(canvas);
    picture_free(picture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_shift_moves_what_does_not_reach_the_edge),
        cmocka_unit_test(a_shifted_picture_is_the_same_beside_itself),
        cmocka_unit_test(a_fill_covers_its_box_and_nothing_else),
        cmocka_unit_test(what_lies_outside_is_left_out),
        cmocka_unit_test(half_a_colour_is_halfway),
        cmocka_unit_test(round_corners_are_smooth_and_alike),
        cmocka_unit_test(a_radius_beyond_the_box_makes_a_disc),
        cmocka_unit_test(a_frame_leaves_its_inside_free),
        cmocka_unit_test(dashes_cover_half_of_a_frame),
        cmocka_unit_test(a_shadow_fades_outwards),
        cmocka_unit_test(a_stencil_lets_the_colour_through),
        cmocka_unit_test(light_letters_are_not_thinner_than_dark_ones),
        cmocka_unit_test(a_picture_is_drawn_over_what_is_there),
        cmocka_unit_test(a_picture_may_have_round_corners),
        cmocka_unit_test(every_pixel_stays_opaque),
        cmocka_unit_test(marks_are_kept_until_the_canvas_is_cleared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
