// SPDX-License-Identifier: MIT
// A screen that hangs on its side: every pixel gets where it belongs.
#include <stdlib.h>

#include "base/turn.h"
#include "draw/picture.h"
#include "support/test.h"

static const struct size SIZE = {5, 3};

static void degrees_are_clockwise_quarters(void **state)
{
    (void)state;
    assert_int_equal(turn_of_degrees(0), TURN_NONE);
    assert_int_equal(turn_of_degrees(90), TURN_RIGHT);
    assert_int_equal(turn_of_degrees(180), TURN_HALF);
    assert_int_equal(turn_of_degrees(270), TURN_LEFT);
}

static void the_top_left_goes_round_clockwise(void **state)
{
    (void)state;
    static const struct point CORNERS[] = {
        [TURN_NONE] = {0, 0},
        [TURN_RIGHT] = {2, 0},
        [TURN_HALF] = {4, 2},
        [TURN_LEFT] = {0, 4},
    };
    for (int turn = TURN_NONE; turn <= TURN_LEFT; turn++) {
        struct point at =
            turn_point((enum turn)turn, SIZE, (struct point){0, 0});
        assert_int_equal(at.x, CORNERS[turn].x);
        assert_int_equal(at.y, CORNERS[turn].y);
    }
}

// Calls back for every turn and every pixel of SIZE.
static void for_every_pixel(void (*check)(enum turn turn, struct point at))
{
    for (int turn = TURN_NONE; turn <= TURN_LEFT; turn++) {
        for (int y = 0; y < SIZE.height; y++) {
            for (int x = 0; x < SIZE.width; x++) {
                check((enum turn)turn, (struct point){x, y});
            }
        }
    }
}

static void check_the_way_back(enum turn turn, struct point at)
{
    struct point there = turn_point(turn, SIZE, at);
    struct size turned = turn_size(turn, SIZE);
    assert_true(there.x >= 0 && there.x < turned.width);
    assert_true(there.y >= 0 && there.y < turned.height);
    struct point back = turn_point(turn_back(turn), turned, there);
    assert_int_equal(back.x, at.x);
    assert_int_equal(back.y, at.y);
}

static void the_way_back_leads_to_the_same_pixel(void **state)
{
    (void)state;
    for_every_pixel(check_the_way_back);
}

static void check_a_box(enum turn turn, struct point at)
{
    struct box box = {at.x, at.y, SIZE.width - at.x, 1};
    struct box turned = turn_box(turn, SIZE, box);
    for (int x = box.x; x < box_right(box); x++) {
        struct point inside = turn_point(turn, SIZE, (struct point){x, box.y});
        assert_true(box_holds(turned, inside));
    }
    assert_int_equal(turned.width * turned.height, box.width);
}

static void a_box_holds_what_it_held(void **state)
{
    (void)state;
    for_every_pixel(check_a_box);
}

// Larger than a tile, and no multiple of one.
static void a_picture_is_turned_pixel_by_pixel(void **state)
{
    (void)state;
    struct picture *picture = picture_new((struct size){37, 21});
    for (int i = 0; i < 37 * 21; i++) {
        picture->pixels[i] = (uint32_t)i;
    }
    for (int turn = TURN_NONE; turn <= TURN_LEFT; turn++) {
        struct size size = turn_size((enum turn)turn, picture->size);
        struct picture *turned = picture_new(size);
        picture_turn(picture, (enum turn)turn, turned);
        for (int i = 0; i < 37 * 21; i++) {
            struct point at = {i % 37, i / 37};
            at = turn_point((enum turn)turn, picture->size, at);
            assert_int_equal(turned->pixels[at.y * size.width + at.x], i);
        }
        picture_free(turned);
    }
    picture_free(picture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(degrees_are_clockwise_quarters),
        cmocka_unit_test(the_top_left_goes_round_clockwise),
        cmocka_unit_test(the_way_back_leads_to_the_same_pixel),
        cmocka_unit_test(a_box_holds_what_it_held),
        cmocka_unit_test(a_picture_is_turned_pixel_by_pixel),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
