// SPDX-License-Identifier: MIT
// Something longer than its window, under a finger: it follows, glides on when
// let go, gives way softly at its ends, and stops at a touch.
//
// Pure, and in closed form: where it is depends on when it was let go and how
// fast, not on how often it was looked at. Gliding slows down as v·e^(-t/τ);
// springs are critically damped, x(t) = (x0 + (v0 + ωx0)·t)·e^(-ωt).

#ifndef KIOSK_SCREENS_SCROLL_H
#define KIOSK_SCREENS_SCROLL_H

#include <stdbool.h>
#include <stdint.h>

struct gesture;
struct input;

struct scroll {
    int first, last; // the range of positions at rest
    int view;        // pixels of it that are seen
    bool calm;       // no motion of its own
    double position; // of the window's top; beyond the range: stretched
    enum {
        SCROLL_RESTS,
        SCROLL_FOLLOWS, // a finger
        SCROLL_GLIDES,
        SCROLL_SPRINGS, // to target
    } state;
    double dragged;        // while it follows: where it were without the ends
    double from, velocity; // when the motion began; pixels, and those a second
    double target;
    int64_t began_ms;
    int told;       // the offset at the last update
    bool has_moved; // in it
};

// content and view in pixels; a position beyond the new ends moves to them.
void scroll_set_range(struct scroll *scroll, int first, int content, int view);

// A finger touches. True if that stopped a motion.
bool scroll_grab(struct scroll *scroll, int64_t now_ms);

// It moves so many pixels down: what is above comes into view.
void scroll_drag(struct scroll *scroll, double dy);

// It lets go, moving so many pixels a second down.
void scroll_release(struct scroll *scroll, double velocity, int64_t now_ms);

// It lets go like that, and a position is where to go.
void scroll_settle(struct scroll *scroll, double position, double velocity,
                   int64_t now_ms);

// Moves to a position, at once if calm.
void scroll_to(struct scroll *scroll, double position, int64_t now_ms);

// By so many pixels from where it is going.
void scroll_by(struct scroll *scroll, double pixels, int64_t now_ms);

// So that what is between top and bottom of the content is seen, with a margin.
void scroll_reveal(struct scroll *scroll, int top, int bottom, int margin,
                   int64_t now_ms);

// Where it is now. True if that is another pixel than at the last update.
bool scroll_update(struct scroll *scroll, int64_t now_ms);

int scroll_offset(const struct scroll *scroll); // whole pixels
bool scroll_moves(const struct scroll *scroll); // by itself

// Pixels a second at that moment, down the content positive.
double scroll_velocity(const struct scroll *scroll, int64_t now_ms);

// Where it will come to rest, within the ends.
double scroll_destination(const struct scroll *scroll);

// When it wants to be updated again; INT64_MAX: it does not move.
int64_t scroll_next_ms(const struct scroll *scroll, int64_t now_ms);

// What fingers, a wheel and the keys for pages and ends do to it. True if it
// is of use; of a GESTURE_PRESS: it stopped a motion.
bool scroll_gesture(struct scroll *scroll, const struct gesture *gesture);
bool scroll_key(struct scroll *scroll, const struct input *input);

#endif
