// SPDX-License-Identifier: MIT
#include "screens/scroll.h"

#include <math.h>

#include "support/test.h"

enum {
    CONTENT = 5000,
    VIEW = 1000,
    LAST = CONTENT - VIEW,
    FRAME_MS = 16,
    LONG_MS = 20000, // no motion takes as long
};

static struct scroll scroll_at(double position)
{
    struct scroll scroll = {0};
    scroll_set_range(&scroll, 0, CONTENT, VIEW);
    scroll.position = position;
    scroll_update(&scroll, 0);
    return scroll;
}

// Until it rests; returns the moment.
static int64_t run(struct scroll *scroll, int64_t now_ms)
{
    int64_t end_ms = now_ms + LONG_MS;
    while (scroll_moves(scroll) && now_ms < end_ms) {
        now_ms += FRAME_MS;
        scroll_update(scroll, now_ms);
    }
    assert_false(scroll_moves(scroll));
    return now_ms;
}

static void it_follows_a_finger_pixel_by_pixel(void **state)
{
    (void)state;
    struct scroll scroll = scroll_at(500);
    assert_false(scroll_grab(&scroll, 0));
    for (int i = 0; i < 100; i++) {
        scroll_drag(&scroll, -3);
    }
    assert_int_equal(scroll_offset(&scroll), 800);
    scroll_drag(&scroll, 50);
    assert_int_equal(scroll_offset(&scroll), 750);
    scroll_release(&scroll, 0, 100);
    assert_false(scroll_moves(&scroll));
    assert_int_equal(scroll_offset(&scroll), 750);
}

static void a_drag_without_a_finger_moves_nothing(void **state)
{
    (void)state;
    struct scroll scroll = scroll_at(500);
    scroll_drag(&scroll, -300);
    scroll_release(&scroll, -3000, 100);
    assert_int_equal(scroll_offset(&scroll), 500);
    assert_false(scroll_moves(&scroll));
}

static void a_fling_glides_on_and_comes_to_rest(void **state)
{
    (void)state;
    struct scroll scroll = scroll_at(500);
    scroll_grab(&scroll, 0);
    scroll_release(&scroll, -2000, 0);
    double destination = scroll_destination(&scroll);
    assert_true(destination > 1200 && destination < 1400);
    double before = scroll.position;
    for (int64_t ms = FRAME_MS; scroll_moves(&scroll); ms += FRAME_MS) {
        scroll_update(&scroll, ms);
        assert_true(scroll.position >= before);
        before = scroll.position;
        assert_true(ms < LONG_MS);
    }
    assert_true(fabs(scroll.position - destination) < 10);
}

static void
where_it_is_does_not_depend_on_how_often_it_is_looked_at(void **state)
{
    (void)state;
    struct scroll often = scroll_at(500), seldom = scroll_at(500);
    scroll_grab(&often, 0);
    scroll_grab(&seldom, 0);
    scroll_release(&often, -3000, 0);
    scroll_release(&seldom, -3000, 0);
    for (int64_t ms = 0; ms <= 300; ms++) {
        scroll_update(&often, ms);
    }
    scroll_update(&seldom, 300);
    assert_true(fabs(often.position - seldom.position) < 0.001);
    // Nor does it behind an end, in the spring.
    for (int64_t ms = 300; ms <= 900; ms++) {
        scroll_update(&often, ms);
    }
    scroll_update(&seldom, 900);
    assert_true(fabs(often.position - seldom.position) < 1);
}

static void a_slow_hand_flings_nothing(void **state)
{
    (void)state;
    struct scroll scroll = scroll_at(500);
    scroll_grab(&scroll, 0);
    scroll_release(&scroll, 60, 0);
    assert_false(scroll_moves(&scroll));
}

static void an_end_gives_way_softly_and_springs_back(void **state)
{
    (void)state;
    struct scroll scroll = scroll_at(0);
    scroll_grab(&scroll, 0);
    scroll_drag(&scroll, 100);
    int first = -scroll_offset(&scroll);
    scroll_drag(&scroll, 100);
    int second = -scroll_offset(&scroll) - first;
    assert_true(first > 30 && first < 60);
    assert_true(second > 0 && second < first);
    // However far it is pulled, never by more than a view.
    scroll_drag(&scroll, 1000000);
    assert_true(scroll_offset(&scroll) > -VIEW);
    scroll_release(&scroll, 0, 0);
    assert_true(scroll_moves(&scroll));
    run(&scroll, 0);
    assert_int_equal(scroll_offset(&scroll), 0);
}

static void it_never_springs_past_the_end_it_springs_to(void **state)
{
    (void)state;
    struct scroll scroll = scroll_at(LAST);
    scroll_grab(&scroll, 0);
    scroll_drag(&scroll, -400);
    scroll_release(&scroll, 0, 0);
    for (int64_t ms = 0; ms < 3000; ms += FRAME_MS) {
        scroll_update(&scroll, ms);
        assert_true(scroll.position >= LAST - 0.5);
    }
    assert_int_equal(scroll_offset(&scroll), LAST);
}

static void a_fling_into_an_end_comes_to_rest_there(void **state)
{
    (void)state;
    static const struct {
        double from, velocity;
        int end;
    } CASES[] = {
        {300,        12000,  0   },
        {LAST - 300, -12000, LAST},
        {0,          9000,   0   },
        {LAST,       -9000,  LAST},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct scroll scroll = scroll_at(CASES[i].from);
        scroll_grab(&scroll, 0);
        scroll_release(&scroll, CASES[i].velocity, 0);
        double farthest = 0;
        for (int64_t ms = 0; ms < LONG_MS && scroll_moves(&scroll);
             ms += FRAME_MS) {
            scroll_update(&scroll, ms);
            farthest = fmax(farthest, fabs(scroll.position - CASES[i].end));
        }
        assert_int_equal(scroll_offset(&scroll), CASES[i].end);
        assert_true(farthest < VIEW);
    }
}

static void a_touch_stops_it_where_it_is(void **state)
{
    (void)state;
    struct scroll scroll = scroll_at(500);
    scroll_grab(&scroll, 0);
    scroll_release(&scroll, -3000, 0);
    scroll_update(&scroll, 100);
    assert_true(scroll_grab(&scroll, 100));
    int at = scroll_offset(&scroll);
    scroll_update(&scroll, 500);
    assert_int_equal(scroll_offset(&scroll), at);
    // Caught beyond its end it goes on from there without a jump.
    scroll = scroll_at(0);
    scroll_grab(&scroll, 0);
    scroll_drag(&scroll, 300);
    scroll_release(&scroll, 0, 0);
    scroll_update(&scroll, 50);
    double stretched = scroll.position;
    scroll_grab(&scroll, 50);
    scroll_drag(&scroll, 1);
    assert_true(fabs(scroll.position - stretched) < 1);
}

static void what_is_revealed_is_seen_with_a_margin(void **state)
{
    (void)state;
    struct scroll scroll = scroll_at(1000);
    scroll_reveal(&scroll, 1300, 1500, 50, 0); // seen already
    assert_false(scroll_moves(&scroll));
    scroll_reveal(&scroll, 2500, 2700, 50, 0);
    int64_t now_ms = run(&scroll, 0);
    assert_int_equal(scroll_offset(&scroll), 2750 - VIEW);
    scroll_reveal(&scroll, 300, 500, 50, now_ms);
    now_ms = run(&scroll, now_ms);
    assert_int_equal(scroll_offset(&scroll), 250);
    // What is higher than the view is seen from its top.
    scroll_reveal(&scroll, 1000, 3000, 50, now_ms);
    now_ms = run(&scroll, now_ms);
    assert_int_equal(scroll_offset(&scroll), 950);
    // Never beyond the ends.
    scroll_reveal(&scroll, CONTENT - 10, CONTENT, 50, now_ms);
    run(&scroll, now_ms);
    assert_int_equal(scroll_offset(&scroll), LAST);
}

static void steps_add_up_while_it_still_moves(void **state)
{
    (void)state;
    struct scroll scroll = scroll_at(0);
    scroll_by(&scroll, 300, 0);
    scroll_update(&scroll, 50);
    scroll_by(&scroll, 300, 50);
    scroll_update(&scroll, 100);
    scroll_by(&scroll, 300, 100);
    run(&scroll, 100);
    assert_int_equal(scroll_offset(&scroll), 900);
}

static void a_calm_one_has_no_motion_of_its_own(void **state)
{
    (void)state;
    struct scroll scroll = scroll_at(500);
    scroll.calm = true;
    scroll_grab(&scroll, 0);
    scroll_drag(&scroll, -100);
    scroll_release(&scroll, -5000, 0);
    assert_false(scroll_moves(&scroll));
    assert_int_equal(scroll_offset(&scroll), 600);
    scroll_to(&scroll, 2000, 0);
    assert_false(scroll_moves(&scroll));
    assert_int_equal(scroll_offset(&scroll), 2000);
    scroll_grab(&scroll, 0);
    scroll_drag(&scroll, 100000);
    assert_int_equal(scroll_offset(&scroll), 0);
}

static void a_jump_without_motion_is_told(void **state)
{
    (void)state;
    struct scroll scroll = scroll_at(0);
    scroll.calm = true;
    assert_false(scroll_update(&scroll, 0));
    scroll_by(&scroll, 300, 10);
    assert_true(scroll_update(&scroll, 10));
    assert_false(scroll_update(&scroll, 20));
}

static void what_is_shorter_than_its_view_stays(void **state)
{
    (void)state;
    struct scroll scroll = {0};
    scroll_set_range(&scroll, 0, 400, VIEW);
    scroll_grab(&scroll, 0);
    scroll_drag(&scroll, -100);
    assert_true(scroll_offset(&scroll) > 0);
    scroll_release(&scroll, -5000, 0);
    run(&scroll, 0);
    assert_int_equal(scroll_offset(&scroll), 0);
    scroll_by(&scroll, 300, 0);
    run(&scroll, 0);
    assert_int_equal(scroll_offset(&scroll), 0);
}

static void a_shorter_range_takes_it_along(void **state)
{
    (void)state;
    struct scroll scroll = scroll_at(3500);
    scroll_set_range(&scroll, 0, 2000, VIEW);
    assert_int_equal(scroll_offset(&scroll), 1000);
    scroll_set_range(&scroll, 0, 0, 0);
    assert_int_equal(scroll_offset(&scroll), 0);
}

static void a_clock_that_stands_still_or_goes_back_is_borne(void **state)
{
    (void)state;
    struct scroll scroll = scroll_at(500);
    scroll_grab(&scroll, 1000);
    scroll_release(&scroll, -3000, 1000);
    assert_false(scroll_update(&scroll, 1000));
    assert_false(scroll_update(&scroll, 0));
    assert_int_equal(scroll_offset(&scroll), 500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_follows_a_finger_pixel_by_pixel),
        cmocka_unit_test(a_drag_without_a_finger_moves_nothing),
        cmocka_unit_test(a_fling_glides_on_and_comes_to_rest),
        cmocka_unit_test(
            where_it_is_does_not_depend_on_how_often_it_is_looked_at),
        cmocka_unit_test(a_slow_hand_flings_nothing),
        cmocka_unit_test(an_end_gives_way_softly_and_springs_back),
        cmocka_unit_test(it_never_springs_past_the_end_it_springs_to),
        cmocka_unit_test(a_fling_into_an_end_comes_to_rest_there),
        cmocka_unit_test(a_touch_stops_it_where_it_is),
        cmocka_unit_test(what_is_revealed_is_seen_with_a_margin),
        cmocka_unit_test(steps_add_up_while_it_still_moves),
        cmocka_unit_test(a_calm_one_has_no_motion_of_its_own),
        cmocka_unit_test(a_jump_without_motion_is_told),
        cmocka_unit_test(what_is_shorter_than_its_view_stays),
        cmocka_unit_test(a_shorter_range_takes_it_along),
        cmocka_unit_test(a_clock_that_stands_still_or_goes_back_is_borne),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
