// SPDX-License-Identifier: MIT
#include "screens/corner_hold.h"

#include "support/test.h"

static const struct box CORNER = {0, 0, 200, 200};

static void finger(struct corner_hold *hold, enum input_kind kind, int64_t ms,
                   int x, int y)
{
    struct input input = {
        .kind = kind, .ms = ms, .at = {x, y}
    };
    corner_hold_take(hold, &input, CORNER);
}

static void key(struct corner_hold *hold, enum input_kind kind, enum key key,
                int64_t ms, bool repeat)
{
    struct input input = {.kind = kind, .ms = ms, .key = key, .repeat = repeat};
    corner_hold_take(hold, &input, CORNER);
}

static void five_seconds_in_the_corner_are_meant(void **state)
{
    (void)state;
    struct corner_hold hold = {0};
    finger(&hold, INPUT_DOWN, 1000, 20, 20);
    assert_int_equal(corner_hold_thousandths(&hold, 1000), 0);
    assert_int_equal(corner_hold_thousandths(&hold, 3500), 500);
    finger(&hold, INPUT_MOVE, 4000, 60, 40); // a hand is not still
    assert_int_equal(corner_hold_thousandths(&hold, 5999), 999);
    assert_int_equal(corner_hold_thousandths(&hold, 6000), 1000);
}

static void leaving_it_is_giving_up(void **state)
{
    (void)state;
    struct corner_hold hold = {0};
    finger(&hold, INPUT_DOWN, 0, 20, 20);
    finger(&hold, INPUT_UP, 3000, 20, 20);
    assert_int_equal(corner_hold_thousandths(&hold, 9000), 0);
    finger(&hold, INPUT_DOWN, 10000, 20, 20);
    finger(&hold, INPUT_MOVE, 11000, 400, 20);
    finger(&hold, INPUT_MOVE, 12000, 20, 20);
    assert_int_equal(corner_hold_thousandths(&hold, 19000), 0);
}

static void elsewhere_nothing_happens(void **state)
{
    (void)state;
    struct corner_hold hold = {0};
    finger(&hold, INPUT_DOWN, 0, 500, 500);
    finger(&hold, INPUT_MOVE, 100, 20, 20);
    assert_int_equal(corner_hold_thousandths(&hold, 9000), 0);
}

static void a_second_finger_is_a_palm(void **state)
{
    (void)state;
    struct corner_hold hold = {0};
    finger(&hold, INPUT_DOWN, 0, 20, 20);
    finger(&hold, INPUT_DOWN, 100, 30, 30);
    assert_int_equal(corner_hold_thousandths(&hold, 9000), 0);
    finger(&hold, INPUT_UP, 9000, 30, 30);
    assert_int_equal(corner_hold_thousandths(&hold, 19000), 0);
    finger(&hold, INPUT_UP, 19000, 20, 20);
    finger(&hold, INPUT_DOWN, 20000, 20, 20);
    assert_int_equal(corner_hold_thousandths(&hold, 25000), 1000);
}

static void the_menu_key_does_the_same(void **state)
{
    (void)state;
    struct corner_hold hold = {0};
    key(&hold, INPUT_KEY, KEY_MENU, 0, false);
    key(&hold, INPUT_KEY, KEY_MENU, 3000, true);
    assert_int_equal(corner_hold_thousandths(&hold, 5000), 1000);
    key(&hold, INPUT_KEY_UP, KEY_MENU, 5000, false);
    assert_int_equal(corner_hold_thousandths(&hold, 6000), 0);
    key(&hold, INPUT_KEY, KEY_MENU, 7000, false);
    key(&hold, INPUT_KEY, KEY_UP, 8000, false); // somebody plays
    assert_int_equal(corner_hold_thousandths(&hold, 15000), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(five_seconds_in_the_corner_are_meant),
        cmocka_unit_test(leaving_it_is_giving_up),
        cmocka_unit_test(elsewhere_nothing_happens),
        cmocka_unit_test(a_second_finger_is_a_palm),
        cmocka_unit_test(the_menu_key_does_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
