// SPDX-License-Identifier: MIT
// From fingers to gestures: what one input means, after those before it.
//
// Pure: the recogniser knows the time from the inputs alone. One finger taps,
// presses long, drags or flings; two fingers pinch, and drag as they go. Once a
// second finger came, nothing is tapped until all fingers have left; more than
// two at once are a palm, and mean nothing at all.

#ifndef KIOSK_SCREENS_GESTURE_H
#define KIOSK_SCREENS_GESTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "screens/input.h"

enum gesture_kind {
    GESTURE_NONE,
    GESTURE_PRESS,      // a finger is down: show it
    GESTURE_TAP,        // and up again, where it was
    GESTURE_LONG_PRESS, // it stays; a tap or a drag may still follow
    GESTURE_DRAG,       // moved by dx, dy since the last gesture
    GESTURE_FLING,      // a drag ends, at velocity_x, velocity_y
    GESTURE_PINCH,      // grew by scale around at, and moved by dx, dy
    GESTURE_WHEEL,      // notches in dy; positive: towards what is above
    GESTURE_CANCEL,     // what began is over and means nothing
};

struct gesture {
    enum gesture_kind kind;
    int64_t ms;
    struct point at;   // where it is now; of a pinch, the middle
    struct point from; // where it began
    int taps;  // of a tap: 2 for a double one, whose first was told, too
    bool held; // of a tap: it was a long press
    double dx, dy;
    double velocity_x, velocity_y; // pixels a second
    double scale;
};

enum {
    GESTURE_FINGERS_MAX = 10,
    GESTURE_SAMPLES_MAX = 16,
    GESTURE_LONG_PRESS_MS = 500,
    GESTURE_DOUBLE_TAP_MS = 300, // from one tap to the next
    GESTURE_VELOCITY_MS = 100,   // how far back a fling's velocity looks
    GESTURE_STALE_MS = 20000,    // a finger that is silent for so long has left
};

struct gesture_sample {
    int64_t ms;
    struct point at;
};

// Everybody may look; only the functions below change it.
struct recogniser {
    int slop_px; // so far a finger may wander and still tap
    enum {
        RECOGNISER_IDLE,
        RECOGNISER_PRESSED,
        RECOGNISER_HELD, // long
        RECOGNISER_DRAGGING,
        RECOGNISER_PINCHING,
        RECOGNISER_REFUSING, // a palm: until all fingers have left
    } state;
    struct {
        int64_t id, ms;
        struct point at;
    } fingers[GESTURE_FINGERS_MAX];
    size_t finger_count;
    struct point from, last; // of the gesture; last: what was told
    int64_t pressed_ms;
    double spread; // between two fingers
    struct gesture_sample samples[GESTURE_SAMPLES_MAX];
    size_t sample_count;
    struct point tapped_at; // the last tap
    int64_t tapped_ms;
    int taps;
};

void recogniser_init(struct recogniser *recogniser, int slop_px);

// What the input means; GESTURE_NONE for nothing. Keys mean nothing here.
struct gesture recogniser_take(struct recogniser *recogniser,
                               const struct input *input);

// What it means that time goes by: GESTURE_LONG_PRESS or nothing.
struct gesture recogniser_wait(struct recogniser *recogniser, int64_t now_ms);

// When recogniser_wait() will have something to say; INT64_MAX: not by itself.
int64_t recogniser_next_ms(const struct recogniser *recogniser);

// Forgets the gesture under way; the fingers that are down mean nothing until
// all of them have left.
void recogniser_refuse(struct recogniser *recogniser);

#endif
