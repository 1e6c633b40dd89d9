// SPDX-License-Identifier: MIT
// What fingers mean: each case is a story of time-stamped inputs and what is
// told after each of them.
#include "screens/gesture.h"

#include <stdio.h>

#include "support/test.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

enum {
    SLOP = 10,
    STEPS_MAX = 16,
    WAIT = 100, // no input: time goes by
};

struct step {
    int64_t ms;
    int kind; // of an input, or WAIT
    int finger;
    int x, y;
    enum gesture_kind told;
};

struct story {
    const char *name;
    struct step steps[STEPS_MAX]; // ends with one at time 0, but for the first
};

#define DOWN INPUT_DOWN
#define MOVE INPUT_MOVE
#define UP   INPUT_UP

static const struct story STORIES[] = {
    {"a finger that comes and goes taps",
     {{1, DOWN, 7, 50, 50, GESTURE_PRESS}, {90, UP, 7, 50, 50, GESTURE_TAP}}},
    {"a finger may tremble within the slop",
     {{1, DOWN, 7, 50, 50, GESTURE_PRESS},
      {20, MOVE, 7, 56, 54, GESTURE_NONE},
      {40, MOVE, 7, 44, 50, GESTURE_NONE},
      {90, UP, 7, 50, 50, GESTURE_TAP}}                                     },
    {"a finger at the slop's very edge taps, one beyond it drags",
     {{1, DOWN, 7, 50, 50, GESTURE_PRESS},
      {20, MOVE, 7, 60, 50, GESTURE_NONE},
      {30, MOVE, 7, 61, 50, GESTURE_DRAG},
      {40, MOVE, 7, 50, 50, GESTURE_DRAG},
      {90, UP, 7, 50, 50, GESTURE_FLING}}                                   },
    {"a finger that stays presses long, and still taps",
     {{1, DOWN, 7, 50, 50, GESTURE_PRESS},
      {500, WAIT, 0, 0, 0, GESTURE_NONE},
      {501, WAIT, 0, 0, 0, GESTURE_LONG_PRESS},
      {900, WAIT, 0, 0, 0, GESTURE_NONE},
      {990, UP, 7, 50, 50, GESTURE_TAP}}                                    },
    {"a long press may still become a drag",
     {{1, DOWN, 7, 50, 50, GESTURE_PRESS},
      {600, WAIT, 0, 0, 0, GESTURE_LONG_PRESS},
      {700, MOVE, 7, 50, 90, GESTURE_DRAG},
      {800, UP, 7, 50, 90, GESTURE_FLING}}                                  },
    {"a drag is not held, however long it takes",
     {{1, DOWN, 7, 50, 50, GESTURE_PRESS},
      {50, MOVE, 7, 50, 90, GESTURE_DRAG},
      {5000, WAIT, 0, 0, 0, GESTURE_NONE},
      {5001, UP, 7, 50, 90, GESTURE_FLING}}                                 },
    {"two fingers pinch; what is left of them drags, and nothing taps",
     {{1, DOWN, 7, 50, 50, GESTURE_PRESS},
      {40, DOWN, 8, 150, 50, GESTURE_PINCH},
      {60, MOVE, 8, 250, 50, GESTURE_PINCH},
      {80, UP, 8, 250, 50, GESTURE_DRAG},
      {99, UP, 7, 50, 50, GESTURE_FLING}}                                   },
    {"a second finger turns a drag into a pinch",
     {{1, DOWN, 7, 50, 50, GESTURE_PRESS},
      {20, MOVE, 7, 50, 90, GESTURE_DRAG},
      {40, DOWN, 8, 150, 90, GESTURE_PINCH},
      {60, UP, 7, 50, 90, GESTURE_DRAG},
      {80, UP, 8, 150, 90, GESTURE_FLING}}                                  },
    {"a palm means nothing until all of it has left",
     {{1, DOWN, 7, 50, 50, GESTURE_PRESS},
      {2, DOWN, 8, 90, 50, GESTURE_PINCH},
      {3, DOWN, 9, 70, 90, GESTURE_CANCEL},
      {4, DOWN, 10, 75, 95, GESTURE_NONE},
      {20, MOVE, 9, 300, 300, GESTURE_NONE},
      {30, UP, 7, 50, 50, GESTURE_NONE},
      {31, UP, 8, 90, 50, GESTURE_NONE},
      {32, DOWN, 7, 50, 50, GESTURE_NONE},
      {33, UP, 7, 50, 50, GESTURE_NONE},
      {34, UP, 10, 75, 95, GESTURE_NONE},
      {35, UP, 9, 300, 300, GESTURE_NONE},
      {40, DOWN, 7, 50, 50, GESTURE_PRESS},
      {80, UP, 7, 50, 50, GESTURE_TAP}}                                     },
    {"a touch that the device takes back means nothing",
     {{1, DOWN, 7, 50, 50, GESTURE_PRESS},
      {20, INPUT_CANCEL, 7, 50, 50, GESTURE_CANCEL},
      {40, UP, 7, 50, 50, GESTURE_NONE},
      {50, DOWN, 7, 50, 50, GESTURE_PRESS},
      {60, UP, 7, 50, 50, GESTURE_TAP}}                                     },
    {"a drag that the device takes back flings nothing",
     {{1, DOWN, 7, 50, 50, GESTURE_PRESS},
      {20, MOVE, 7, 50, 250, GESTURE_DRAG},
      {30, INPUT_CANCEL, 7, 50, 250, GESTURE_CANCEL},
      {40, MOVE, 7, 50, 400, GESTURE_NONE}}                                 },
    {"one of two fingers is taken back: the other one means nothing either",
     {{1, DOWN, 7, 50, 50, GESTURE_PRESS},
      {2, DOWN, 8, 90, 50, GESTURE_PINCH},
      {30, INPUT_CANCEL, 8, 90, 50, GESTURE_CANCEL},
      {40, MOVE, 7, 50, 250, GESTURE_NONE},
      {50, UP, 7, 50, 250, GESTURE_NONE},
      {60, DOWN, 7, 50, 50, GESTURE_PRESS}}                                 },
    {"a finger whose leaving was never told is forgotten after a while",
     {{1, DOWN, 7, 50, 50, GESTURE_PRESS},
      {20, MOVE, 7, 50, 250, GESTURE_DRAG},
      {20021, DOWN, 8, 90, 50, GESTURE_PRESS},
      {20080, UP, 8, 90, 50, GESTURE_TAP}}                                  },
    {"a finger that rests for long but moves now and then is not forgotten",
     {{1, DOWN, 7, 50, 50, GESTURE_PRESS},
      {15000, MOVE, 7, 51, 50, GESTURE_NONE},
      {30000, DOWN, 8, 150, 50, GESTURE_PINCH}}                             },
    {"fingers that nobody saw coming mean nothing",
     {{1, MOVE, 7, 50, 50, GESTURE_NONE},
      {2, UP, 7, 50, 50, GESTURE_NONE},
      {3, INPUT_CANCEL, 7, 50, 50, GESTURE_NONE}}                           },
    {"a finger that comes twice without leaving begins anew",
     {{1, DOWN, 7, 50, 50, GESTURE_PRESS},
      {20, DOWN, 7, 200, 200, GESTURE_PRESS},
      {40, UP, 7, 200, 200, GESTURE_TAP}}                                   },
    {"a wheel means itself, whatever the fingers do",
     {{1, DOWN, 7, 50, 50, GESTURE_PRESS},
      {20, INPUT_WHEEL, 0, 50, 50, GESTURE_WHEEL},
      {40, UP, 7, 50, 50, GESTURE_TAP}}                                     },
    {"keys mean nothing here",
     {{1, INPUT_KEY, 0, 0, 0, GESTURE_NONE},
      {2, INPUT_KEY_UP, 0, 0, 0, GESTURE_NONE}}                             },
};

static struct gesture take(struct recogniser *recogniser,
                           const struct step *step)
{
    if (step->kind == WAIT) {
        return recogniser_wait(recogniser, step->ms);
    }
    return recogniser_take(recogniser, &(struct input){
                                           .kind = (enum input_kind)step->kind,
                                           .ms = step->ms,
                                           .finger = step->finger,
                                           .at = {step->x, step->y},
                                           .wheel = 1
    });
}

static void inputs_mean_what_they_should(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(STORIES); i++) {
        const struct story *story = &STORIES[i];
        struct recogniser recogniser;
        recogniser_init(&recogniser, SLOP);
        for (size_t j = 0; j < STEPS_MAX && story->steps[j].ms > 0; j++) {
            struct gesture told = take(&recogniser, &story->steps[j]);
            if (told.kind != story->steps[j].told) {
                fail_msg("%s: step %zu tells %d instead of %d", story->name,
                         j + 1, (int)told.kind, (int)story->steps[j].told);
            }
        }
    }
}

// One finger, told by (ms, x, y).
static struct gesture finger(struct recogniser *recogniser,
                             enum input_kind kind, int64_t ms, int x, int y)
{
    return recogniser_take(
        recogniser, &(struct input){
                        .kind = kind, .ms = ms, .finger = 1, .at = {x, y}
    });
}

static int taps_at(struct recogniser *recogniser, int64_t ms, int x)
{
    finger(recogniser, DOWN, ms, x, 50);
    return finger(recogniser, UP, ms + 50, x, 50).taps;
}

static void two_quick_taps_at_one_place_are_a_double_tap(void **state)
{
    (void)state;
    struct recogniser recogniser;
    recogniser_init(&recogniser, SLOP);
    assert_int_equal(taps_at(&recogniser, 1000, 50), 1);
    assert_int_equal(taps_at(&recogniser, 1200, 60), 2);
    // The third one begins anew.
    assert_int_equal(taps_at(&recogniser, 1400, 60), 1);
    // Too late.
    assert_int_equal(taps_at(&recogniser, 2400, 60), 1);
    // Too far.
    assert_int_equal(taps_at(&recogniser, 2500, 160), 1);
}

static void a_long_press_and_a_tap_are_no_double_tap(void **state)
{
    (void)state;
    struct recogniser recogniser;
    recogniser_init(&recogniser, SLOP);
    finger(&recogniser, DOWN, 1000, 50, 50);
    recogniser_wait(&recogniser, 1600);
    struct gesture tap = finger(&recogniser, UP, 1650, 50, 50);
    assert_int_equal(tap.kind, GESTURE_TAP);
    assert_true(tap.held);
    assert_int_equal(taps_at(&recogniser, 1700, 50), 1);
}

static void a_drag_tells_every_pixel_once(void **state)
{
    (void)state;
    struct recogniser recogniser;
    recogniser_init(&recogniser, SLOP);
    finger(&recogniser, DOWN, 1000, 50, 50);
    double dx = 0, dy = 0;
    for (int i = 1; i <= 100; i++) {
        struct gesture drag =
            finger(&recogniser, MOVE, 1000 + i, 50 + i, 50 - 2 * i);
        dx += drag.dx;
        dy += drag.dy;
        assert_int_equal(drag.kind, i > 4 ? GESTURE_DRAG : GESTURE_NONE);
    }
    assert_true(dx == 100 && dy == -200);
}

// So many pixels a step of 10 ms, then a rest.
static struct gesture fling_of(int step, int64_t rest_ms)
{
    struct recogniser recogniser;
    recogniser_init(&recogniser, SLOP);
    finger(&recogniser, DOWN, 1000, 500, 500);
    int y = 500;
    int64_t ms = 1000;
    for (int i = 0; i < 20; i++) {
        ms += 10;
        y += step;
        finger(&recogniser, MOVE, ms, 500, y);
    }
    return finger(&recogniser, UP, ms + rest_ms, 500, y);
}

static void a_fling_has_the_finger_s_velocity(void **state)
{
    (void)state;
    struct gesture fling = fling_of(20, 0);
    assert_true(fling.velocity_y > 1900 && fling.velocity_y < 2100);
    assert_true(fling.velocity_x == 0);
    fling = fling_of(-7, 0);
    assert_true(fling.velocity_y < -650 && fling.velocity_y > -750);
}

static void a_finger_that_rested_before_it_left_flings_nothing(void **state)
{
    (void)state;
    struct gesture fling = fling_of(20, 300);
    assert_int_equal(fling.kind, GESTURE_FLING);
    assert_true(fling.velocity_y == 0);
}

static void no_hand_is_faster_than_a_hand(void **state)
{
    (void)state;
    assert_true(fling_of(100000, 0).velocity_y <= 12000);
    // All at one moment: no velocity at all, and not an infinite one.
    struct recogniser recogniser;
    recogniser_init(&recogniser, SLOP);
    finger(&recogniser, DOWN, 1000, 0, 0);
    finger(&recogniser, MOVE, 1000, 0, 900);
    assert_true(finger(&recogniser, UP, 1000, 0, 900).velocity_y == 0);
}

static struct gesture second(struct recogniser *recogniser,
                             enum input_kind kind, int64_t ms, int x, int y)
{
    return recogniser_take(
        recogniser, &(struct input){
                        .kind = kind, .ms = ms, .finger = 2, .at = {x, y}
    });
}

static void a_pinch_grows_as_the_fingers_part(void **state)
{
    (void)state;
    struct recogniser recogniser;
    recogniser_init(&recogniser, SLOP);
    finger(&recogniser, DOWN, 1000, 100, 100);
    second(&recogniser, DOWN, 1010, 200, 100);
    struct gesture pinch = second(&recogniser, MOVE, 1020, 300, 100);
    assert_true(pinch.scale > 1.99 && pinch.scale < 2.01);
    assert_int_equal(pinch.at.x, 200);
    assert_true(pinch.dx == 50 && pinch.dy == 0);
    pinch = second(&recogniser, MOVE, 1030, 200, 100);
    assert_true(pinch.scale > 0.49 && pinch.scale < 0.51);
    // On top of each other: no division by nothing.
    pinch = second(&recogniser, MOVE, 1040, 100, 100);
    assert_true(pinch.scale > 0 && pinch.scale < 1);
}

static void more_fingers_than_a_hand_has_are_borne(void **state)
{
    (void)state;
    struct recogniser recogniser;
    recogniser_init(&recogniser, SLOP);
    for (int i = 0; i < 50; i++) {
        recogniser_take(
            &recogniser,
            &(struct input){.kind = INPUT_DOWN, .ms = 1000 + i, .finger = i});
    }
    assert_int_equal(recogniser.finger_count, GESTURE_FINGERS_MAX);
    for (int i = 0; i < 50; i++) {
        recogniser_take(
            &recogniser,
            &(struct input){.kind = INPUT_UP, .ms = 1100 + i, .finger = i});
    }
    assert_int_equal(recogniser.state, RECOGNISER_IDLE);
    assert_int_equal(taps_at(&recogniser, 2000, 50), 1);
}

static void what_is_refused_means_nothing_until_all_fingers_left(void **state)
{
    (void)state;
    struct recogniser recogniser;
    recogniser_init(&recogniser, SLOP);
    finger(&recogniser, DOWN, 1000, 50, 50);
    recogniser_refuse(&recogniser);
    assert_true(recogniser_next_ms(&recogniser) == INT64_MAX);
    assert_int_equal(finger(&recogniser, MOVE, 1010, 50, 90).kind,
                     GESTURE_NONE);
    assert_int_equal(finger(&recogniser, UP, 1020, 50, 90).kind, GESTURE_NONE);
    assert_int_equal(taps_at(&recogniser, 2000, 50), 1);
    // Without a finger nothing is to be waited for.
    recogniser_refuse(&recogniser);
    assert_int_equal(finger(&recogniser, DOWN, 3000, 50, 50).kind,
                     GESTURE_PRESS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inputs_mean_what_they_should),
        cmocka_unit_test(two_quick_taps_at_one_place_are_a_double_tap),
        cmocka_unit_test(a_long_press_and_a_tap_are_no_double_tap),
        cmocka_unit_test(a_drag_tells_every_pixel_once),
        cmocka_unit_test(a_fling_has_the_finger_s_velocity),
        cmocka_unit_test(a_finger_that_rested_before_it_left_flings_nothing),
        cmocka_unit_test(no_hand_is_faster_than_a_hand),
        cmocka_unit_test(a_pinch_grows_as_the_fingers_part),
        cmocka_unit_test(more_fingers_than_a_hand_has_are_borne),
        cmocka_unit_test(what_is_refused_means_nothing_until_all_fingers_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
