// SPDX-License-Identifier: MIT
// What stands in one place for years does not stand in one place.
#include "slides/drift.h"

#include <stdlib.h>

#include "slides/stage.h"
#include "support/test.h"

static const struct size SIZES[] = {
    {64,   64  },
    {480,  320 },
    {1280, 720 },
    {1080, 1920},
    {3840, 2160}
};

static bool is_same(struct point p, struct point q)
{
    return p.x == q.x && p.y == q.y;
}

static void the_first_loop_is_where_it_belongs(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++) {
        assert_true(is_same(drift_at(SIZES[i], 0), (struct point){0, 0}));
        assert_true(is_same(drift_at(SIZES[i], 9), (struct point){0, 0}));
    }
}

static void each_loop_is_a_few_pixels_beside_the_one_before(void **state)
{
    (void)state;
    const struct size screen = {1920, 1080};
    for (size_t loop = 0; loop < 9; loop++) {
        struct point from = drift_at(screen, loop);
        struct point to = drift_at(screen, loop + 1);
        assert_false(is_same(from, to));
        assert_in_range(abs(to.x - from.x), 0, 3);
        assert_in_range(abs(to.y - from.y), 0, 3);
    }
}

static void every_pixel_of_a_thin_line_rests_sometimes(void **state)
{
    (void)state;
    int columns = 0, rows = 0;
    for (size_t loop = 0; loop < 9; loop++) {
        struct point drift = drift_at((struct size){1920, 1080}, loop);
        columns += drift.x == 0 ? 1 : 0;
        rows += drift.y == 0 ? 1 : 0;
    }
    assert_int_equal(columns, 3);
    assert_int_equal(rows, 3);
}

static void it_is_less_than_a_margin(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++) {
        struct stage stage = {.size = SIZES[i]};
        for (size_t loop = 0; loop < 9; loop++) {
            struct point drift = drift_at(SIZES[i], loop);
            assert_true(4 * abs(drift.x) <= stage_px(&stage, 210));
            assert_true(4 * abs(drift.y) <= stage_px(&stage, 210));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_loop_is_where_it_belongs),
        cmocka_unit_test(each_loop_is_a_few_pixels_beside_the_one_before),
        cmocka_unit_test(every_pixel_of_a_thin_line_rests_sometimes),
        cmocka_unit_test(it_is_less_than_a_margin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
