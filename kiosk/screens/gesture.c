// SPDX-License-Identifier: MIT
#include "screens/gesture.h"

#include <math.h>
#include <stdlib.h>

static const double VELOCITY_MAX = 12000; // pixels a second: a hand's limit

void recogniser_init(struct recogniser *recogniser, int slop_px)
{
    *recogniser = (struct recogniser){.slop_px = slop_px};
}

static double distance(struct point a, struct point b)
{
    return hypot(a.x - b.x, a.y - b.y);
}

static struct gesture gesture_of(const struct recogniser *recogniser,
                                 enum gesture_kind kind, int64_t ms)
{
    return (struct gesture){.kind = kind,
                            .ms = ms,
                            .at = recogniser->last,
                            .from = recogniser->from,
                            .scale = 1};
}

static struct gesture nothing(void)
{
    return (struct gesture){.kind = GESTURE_NONE, .scale = 1};
}

// The fingers' number of an id; finger_count if it is not down.
static size_t find(const struct recogniser *recogniser, int64_t id)
{
    size_t i = 0;
    while (i < recogniser->finger_count && recogniser->fingers[i].id != id) {
        i++;
    }
    return i;
}

static void forget(struct recogniser *recogniser, size_t index)
{
    recogniser->finger_count--;
    for (size_t i = index; i < recogniser->finger_count; i++) {
        recogniser->fingers[i] = recogniser->fingers[i + 1];
    }
}

// A panel may forget to tell that a finger left: it must not turn every later
// touch into a second finger.
static void forget_stale(struct recogniser *recogniser, int64_t now_ms)
{
    for (size_t i = recogniser->finger_count; i > 0; i--) {
        if (now_ms - recogniser->fingers[i - 1].ms > GESTURE_STALE_MS) {
            forget(recogniser, i - 1);
        }
    }
    if (recogniser->finger_count == 0) {
        recogniser->state = RECOGNISER_IDLE;
    }
}

static void add_sample(struct recogniser *recogniser, int64_t ms,
                       struct point at)
{
    if (recogniser->sample_count == GESTURE_SAMPLES_MAX) {
        recogniser->sample_count--;
        for (size_t i = 0; i < recogniser->sample_count; i++) {
            recogniser->samples[i] = recogniser->samples[i + 1];
        }
    }
    recogniser->samples[recogniser->sample_count++] =
        (struct gesture_sample){ms, at};
}

static double limited(double velocity)
{
    return fmax(-VELOCITY_MAX, fmin(VELOCITY_MAX, velocity));
}

// From the oldest of the last moments to the newest. A finger that rested
// before it left flings nothing.
static void measure_velocity(const struct recogniser *recogniser,
                             struct gesture *fling)
{
    size_t count = recogniser->sample_count, first = count;
    while (first > 0 && fling->ms - recogniser->samples[first - 1].ms <=
                            GESTURE_VELOCITY_MS) {
        first--;
    }
    if (count - first < 2) {
        return;
    }
    const struct gesture_sample *a = &recogniser->samples[first];
    const struct gesture_sample *b = &recogniser->samples[count - 1];
    double seconds = (double)(fling->ms - a->ms) / 1000;
    if (seconds > 0) {
        fling->velocity_x = limited((b->at.x - a->at.x) / seconds);
        fling->velocity_y = limited((b->at.y - a->at.y) / seconds);
    }
}

static struct point middle(const struct recogniser *recogniser)
{
    struct point a = recogniser->fingers[0].at, b = recogniser->fingers[1].at;
    return (struct point){(a.x + b.x) / 2, (a.y + b.y) / 2};
}

// Fingers that almost touch each other tell nothing about a scale.
static double spread_of(const struct recogniser *recogniser)
{
    double spread =
        distance(recogniser->fingers[0].at, recogniser->fingers[1].at);
    return fmax(spread, recogniser->slop_px + 1);
}

static struct gesture begin_press(struct recogniser *recogniser, int64_t ms)
{
    recogniser->state = RECOGNISER_PRESSED;
    recogniser->from = recogniser->last = recogniser->fingers[0].at;
    recogniser->pressed_ms = ms;
    recogniser->sample_count = 0;
    add_sample(recogniser, ms, recogniser->last);
    return gesture_of(recogniser, GESTURE_PRESS, ms);
}

static struct gesture begin_pinch(struct recogniser *recogniser, int64_t ms)
{
    recogniser->state = RECOGNISER_PINCHING;
    recogniser->last = recogniser->from = middle(recogniser);
    recogniser->spread = spread_of(recogniser);
    return gesture_of(recogniser, GESTURE_PINCH, ms);
}

static struct gesture refuse(struct recogniser *recogniser, int64_t ms)
{
    bool began = recogniser->state != RECOGNISER_REFUSING;
    recogniser->state = RECOGNISER_REFUSING;
    return began ? gesture_of(recogniser, GESTURE_CANCEL, ms) : nothing();
}

static struct gesture take_down(struct recogniser *recogniser,
                                const struct input *input)
{
    forget_stale(recogniser, input->ms);
    size_t index = find(recogniser, input->finger);
    if (index == recogniser->finger_count) {
        if (index == GESTURE_FINGERS_MAX) {
            return nothing();
        }
        recogniser->finger_count++;
    }
    recogniser->fingers[index].id = input->finger;
    recogniser->fingers[index].ms = input->ms;
    recogniser->fingers[index].at = input->at;
    if (recogniser->state == RECOGNISER_REFUSING) {
        return nothing();
    }
    switch (recogniser->finger_count) {
    case 1:
        return begin_press(recogniser, input->ms);
    case 2:
        return begin_pinch(recogniser, input->ms);
    default:
        return refuse(recogniser, input->ms);
    }
}

static struct gesture drag(struct recogniser *recogniser, int64_t ms)
{
    struct point at = recogniser->fingers[0].at;
    struct gesture gesture = gesture_of(recogniser, GESTURE_DRAG, ms);
    gesture.dx = at.x - recogniser->last.x;
    gesture.dy = at.y - recogniser->last.y;
    gesture.at = recogniser->last = at;
    add_sample(recogniser, ms, at);
    return gesture;
}

static struct gesture pinch(struct recogniser *recogniser, int64_t ms)
{
    struct gesture gesture = gesture_of(recogniser, GESTURE_PINCH, ms);
    struct point at = middle(recogniser);
    double spread = spread_of(recogniser);
    gesture.dx = at.x - recogniser->last.x;
    gesture.dy = at.y - recogniser->last.y;
    gesture.at = recogniser->last = at;
    gesture.scale = spread / recogniser->spread;
    recogniser->spread = spread;
    return gesture;
}

static struct gesture take_move(struct recogniser *recogniser,
                                const struct input *input)
{
    size_t index = find(recogniser, input->finger);
    if (index == recogniser->finger_count) {
        return nothing();
    }
    recogniser->fingers[index].ms = input->ms;
    recogniser->fingers[index].at = input->at;
    switch (recogniser->state) {
    case RECOGNISER_PRESSED:
    case RECOGNISER_HELD:
        if (distance(input->at, recogniser->from) <= recogniser->slop_px) {
            return nothing();
        }
        recogniser->state = RECOGNISER_DRAGGING;
        return drag(recogniser, input->ms);
    case RECOGNISER_DRAGGING:
        return drag(recogniser, input->ms);
    case RECOGNISER_PINCHING:
        return pinch(recogniser, input->ms);
    case RECOGNISER_IDLE:
    case RECOGNISER_REFUSING:
        break;
    }
    return nothing();
}

static struct gesture tap(struct recogniser *recogniser, int64_t ms)
{
    bool again = recogniser->taps == 1 &&
                 ms - recogniser->tapped_ms <= GESTURE_DOUBLE_TAP_MS &&
                 distance(recogniser->from, recogniser->tapped_at) <=
                     3 * recogniser->slop_px;
    struct gesture gesture = gesture_of(recogniser, GESTURE_TAP, ms);
    gesture.held = recogniser->state == RECOGNISER_HELD;
    gesture.taps = again && !gesture.held ? 2 : 1;
    recogniser->taps = gesture.taps == 2 || gesture.held ? 0 : 1;
    recogniser->tapped_at = recogniser->from;
    recogniser->tapped_ms = ms;
    return gesture;
}

static struct gesture fling(struct recogniser *recogniser, int64_t ms)
{
    struct gesture gesture = gesture_of(recogniser, GESTURE_FLING, ms);
    measure_velocity(recogniser, &gesture);
    return gesture;
}

// One of two fingers left: the other one drags on.
static struct gesture end_pinch(struct recogniser *recogniser, int64_t ms)
{
    recogniser->state = RECOGNISER_DRAGGING;
    recogniser->from = recogniser->last = recogniser->fingers[0].at;
    recogniser->sample_count = 0;
    add_sample(recogniser, ms, recogniser->last);
    return gesture_of(recogniser, GESTURE_DRAG, ms);
}

static struct gesture take_up(struct recogniser *recogniser,
                              const struct input *input)
{
    size_t index = find(recogniser, input->finger);
    if (index == recogniser->finger_count) {
        return nothing();
    }
    forget(recogniser, index);
    if (recogniser->state == RECOGNISER_PINCHING) {
        return end_pinch(recogniser, input->ms);
    }
    struct gesture gesture = nothing();
    if (recogniser->state == RECOGNISER_DRAGGING) {
        gesture = fling(recogniser, input->ms);
    } else if (recogniser->state != RECOGNISER_REFUSING) {
        gesture = tap(recogniser, input->ms);
    }
    if (recogniser->finger_count == 0) {
        recogniser->state = RECOGNISER_IDLE;
    }
    return gesture;
}

static struct gesture take_cancel(struct recogniser *recogniser,
                                  const struct input *input)
{
    size_t index = find(recogniser, input->finger);
    if (index == recogniser->finger_count) {
        return nothing();
    }
    forget(recogniser, index);
    struct gesture gesture = refuse(recogniser, input->ms);
    if (recogniser->finger_count == 0) {
        recogniser->state = RECOGNISER_IDLE;
    }
    return gesture;
}

static struct gesture wheel(const struct input *input)
{
    return (struct gesture){.kind = GESTURE_WHEEL,
                            .ms = input->ms,
                            .at = input->at,
                            .from = input->at,
                            .dy = input->wheel,
                            .scale = 1};
}

struct gesture recogniser_take(struct recogniser *recogniser,
                               const struct input *input)
{
    switch (input->kind) {
    case INPUT_DOWN:
        return take_down(recogniser, input);
    case INPUT_MOVE:
        return take_move(recogniser, input);
    case INPUT_UP:
        return take_up(recogniser, input);
    case INPUT_CANCEL:
        return take_cancel(recogniser, input);
    case INPUT_WHEEL:
        return wheel(input);
    case INPUT_KEY:
    case INPUT_KEY_UP:
        break;
    }
    return nothing();
}

struct gesture recogniser_wait(struct recogniser *recogniser, int64_t now_ms)
{
    if (now_ms < recogniser_next_ms(recogniser)) {
        return nothing();
    }
    recogniser->state = RECOGNISER_HELD;
    return gesture_of(recogniser, GESTURE_LONG_PRESS, now_ms);
}

int64_t recogniser_next_ms(const struct recogniser *recogniser)
{
    return recogniser->state == RECOGNISER_PRESSED
               ? recogniser->pressed_ms + GESTURE_LONG_PRESS_MS
               : INT64_MAX;
}

void recogniser_refuse(struct recogniser *recogniser)
{
    recogniser->state =
        recogniser->finger_count > 0 ? RECOGNISER_REFUSING : RECOGNISER_IDLE;
}
