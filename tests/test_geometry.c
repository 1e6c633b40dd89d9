// SPDX-License-Identifier: MIT
#include "base/geometry.h"
#include "support/test.h"

static void assert_box(struct box box, int x, int y, int width, int height)
{
    assert_int_equal(box.x, x);
    assert_int_equal(box.y, y);
    assert_int_equal(box.width, width);
    assert_int_equal(box.height, height);
}

static void a_union_holds_both_and_what_is_between(void **state)
{
    (void)state;
    struct box left = {0, 10, 5, 5}, right = {20, 0, 10, 4};
    assert_box(box_union(left, right), 0, 0, 30, 15);
    assert_box(box_union(right, left), 0, 0, 30, 15);
    assert_box(box_union(left, left), 0, 10, 5, 5);
}

static void an_empty_box_takes_no_room_in_a_union(void **state)
{
    (void)state;
    struct box box = {3, 4, 5, 6}, far = {0, 1000, 1920, 0};
    assert_box(box_union(box, far), 3, 4, 5, 6);
    assert_box(box_union(far, box), 3, 4, 5, 6);
    assert_true(box_is_empty(box_union(far, far)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_union_holds_both_and_what_is_between),
        cmocka_unit_test(an_empty_box_takes_no_room_in_a_union),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
