// SPDX-License-Identifier: MIT
#include "screens/zoom.h"

#include <math.h>

#include "support/test.h"

// A poster of 600 × 900 on a display of 1200 × 900.
static struct zoom zoom_new(bool calm)
{
    struct zoom zoom;
    zoom_init(&zoom, (struct size){1200, 900}, (struct size){600, 900}, calm);
    return zoom;
}

static void settle(struct zoom *zoom, int64_t now_ms)
{
    zoom_update(zoom, now_ms + ZOOM_MOTION_MS);
    assert_false(zoom->moves);
}

static void assert_near(double a, double b)
{
    if (fabs(a - b) > 0.01) {
        fail_msg("%f is not %f", a, b);
    }
}

static void assert_place(const struct zoom *zoom, double scale, double x,
                         double y)
{
    assert_near(zoom->now.scale, scale);
    assert_near(zoom->now.x, x);
    assert_near(zoom->now.y, y);
}

static void what_is_under_the_fingers_stays_there(void **state)
{
    (void)state;
    struct zoom zoom = zoom_new(false);
    // 100 right of and 50 below the middle of the display, and of the poster.
    zoom_pinch(&zoom, 2, (struct point){700, 500});
    assert_place(&zoom, 2, -100, -50);
    zoom_pinch(&zoom, 1.5, (struct point){700, 500});
    assert_place(&zoom, 3, -200, -100);
    zoom_release(&zoom, 0);
    settle(&zoom, 0);
    assert_place(&zoom, 3, -200, -100);
}

static void it_is_whole_again_when_let_go_smaller(void **state)
{
    (void)state;
    struct zoom zoom = zoom_new(false);
    zoom_pinch(&zoom, 0.6, (struct point){100, 100});
    assert_near(zoom.now.scale, 0.6);
    zoom_release(&zoom, 1000);
    assert_true(zoom.moves);
    assert_false(zoom_is_whole(&zoom));
    settle(&zoom, 1000);
    assert_true(zoom_is_whole(&zoom));
    assert_place(&zoom, 1, 0, 0);
}

static void it_is_whole_again_when_let_go_far_beyond_an_edge(void **state)
{
    (void)state;
    struct zoom zoom = zoom_new(false);
    zoom_pinch(&zoom, 3, (struct point){600, 450});
    zoom_drag(&zoom, 2000, 0);
    zoom_release(&zoom, 0);
    settle(&zoom, 0);
    assert_true(zoom_is_whole(&zoom));
}

static void it_goes_back_to_its_edge(void **state)
{
    (void)state;
    struct zoom zoom = zoom_new(false);
    zoom_pinch(&zoom, 3, (struct point){600, 450}); // 1800 × 2700
    zoom_drag(&zoom, 250, 0);
    assert_place(&zoom, 3, 250, 0); // its reach is 300
    zoom_drag(&zoom, 100, 0);
    assert_true(zoom.now.x < 350); // gives way
    zoom_release(&zoom, 0);
    settle(&zoom, 0);
    assert_place(&zoom, 3, 300, 0);
}

static void a_double_tap_goes_in_and_out(void **state)
{
    (void)state;
    struct zoom zoom = zoom_new(false);
    zoom_toggle(&zoom, (struct point){600, 0}, 0);
    settle(&zoom, 0);
    assert_near(zoom.now.scale, 2.5);
    assert_near(zoom.now.y, 675); // the poster's head at the display's
    zoom_toggle(&zoom, (struct point){600, 0}, 500);
    settle(&zoom, 500);
    assert_true(zoom_is_whole(&zoom));
}

static void keys_stay_within_the_limits(void **state)
{
    (void)state;
    struct zoom zoom = zoom_new(true);
    for (int i = 0; i < 20; i++) {
        zoom_step(&zoom, 1.6, (struct point){600, 450}, 0);
    }
    assert_place(&zoom, 4, 0, 0);
    for (int i = 0; i < 100; i++) {
        zoom_pan(&zoom, 300, -300, 0);
    }
    assert_place(&zoom, 4, 600, -1350); // 2400 × 3600
    for (int i = 0; i < 20; i++) {
        zoom_step(&zoom, 1 / 1.6, (struct point){600, 450}, 0);
    }
    assert_true(zoom_is_whole(&zoom));
}

static void steps_in_a_hurry_add_up(void **state)
{
    (void)state;
    struct zoom zoom = zoom_new(false);
    zoom_step(&zoom, 1.5, (struct point){600, 450}, 0);
    zoom_update(&zoom, 10);
    zoom_step(&zoom, 1.5, (struct point){600, 450}, 10);
    settle(&zoom, 10);
    assert_near(zoom.now.scale, 2.25);
}

static void flung_it_glides_on_to_its_edge_at_most(void **state)
{
    (void)state;
    struct zoom zoom = zoom_new(false);
    zoom_pinch(&zoom, 3, (struct point){600, 450});
    zoom_fling(&zoom, 400, -300, 0);
    zoom_update(&zoom, 100);
    assert_true(zoom.now.x > 25 && zoom.now.x < 40);
    assert_true(zoom.now.y < -20 && zoom.now.y > -30);
    zoom_update(&zoom, 10000);
    assert_false(zoom.moves);
    assert_true(zoom.now.x > 130 && zoom.now.x < 141);
    // (600 · 3 - 1200) / 2
    zoom_fling(&zoom, 9000, 0, 10000);
    zoom_update(&zoom, 10500);
    assert_near(zoom.now.x, 300);
    assert_false(zoom.moves);
    // A finger stops it.
    zoom_fling(&zoom, -900, 0, 20000);
    zoom_update(&zoom, 20050);
    zoom_hold(&zoom);
    assert_false(zoom_update(&zoom, 20100));
}

static void a_slow_hand_and_a_calm_poster_glide_nowhere(void **state)
{
    (void)state;
    for (int calm = 0; calm < 2; calm++) {
        struct zoom zoom = zoom_new(calm == 1);
        zoom_pinch(&zoom, 3, (struct point){600, 450});
        zoom_fling(&zoom, calm == 1 ? 5000 : 60, 0, 0);
        assert_false(zoom.moves);
        assert_place(&zoom, 3, 0, 0);
    }
}

static void nonsense_is_no_gesture(void **state)
{
    (void)state;
    struct zoom zoom = zoom_new(false);
    const double FACTORS[] = {0, -1, NAN, INFINITY, 1e300};
    for (size_t i = 0; i < sizeof FACTORS / sizeof *FACTORS; i++) {
        zoom_pinch(&zoom, FACTORS[i], (struct point){0, 0});
        assert_true(isfinite(zoom.now.scale) && isfinite(zoom.now.x));
    }
    zoom_release(&zoom, 0);
    settle(&zoom, 0);
    assert_true(zoom_is_whole(&zoom));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_under_the_fingers_stays_there),
        cmocka_unit_test(it_is_whole_again_when_let_go_smaller),
        cmocka_unit_test(it_is_whole_again_when_let_go_far_beyond_an_edge),
        cmocka_unit_test(it_goes_back_to_its_edge),
        cmocka_unit_test(a_double_tap_goes_in_and_out),
        cmocka_unit_test(keys_stay_within_the_limits),
        cmocka_unit_test(steps_in_a_hurry_add_up),
        cmocka_unit_test(flung_it_glides_on_to_its_edge_at_most),
        cmocka_unit_test(a_slow_hand_and_a_calm_poster_glide_nowhere),
        cmocka_unit_test(nonsense_is_no_gesture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
