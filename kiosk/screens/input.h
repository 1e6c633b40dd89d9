// SPDX-License-Identifier: MIT
// What a visitor does, as the devices tell it: fingers, a mouse (which acts as
// one finger), a wheel, keys.

#ifndef KIOSK_SCREENS_INPUT_H
#define KIOSK_SCREENS_INPUT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/geometry.h"

enum input_kind {
    INPUT_DOWN,   // a finger touches
    INPUT_MOVE,   // … moves
    INPUT_UP,     // … leaves
    INPUT_CANCEL, // … is taken back by the device
    INPUT_WHEEL,
    INPUT_KEY,    // a key goes down, or repeats
    INPUT_KEY_UP, // … and up
};

enum key {
    KEY_UP,
    KEY_DOWN,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_ENTER,
    KEY_BACK,
    KEY_NEXT,     // the next target, in reading order
    KEY_PREVIOUS, // the one before
    KEY_SWITCH,   // the only button of a one-button switch
    KEY_PLUS,
    KEY_MINUS,
    KEY_PAGE_UP,
    KEY_PAGE_DOWN,
    KEY_HOME,
    KEY_END,
    KEY_DIGIT,
    KEY_MENU, // held, it opens the operator's page
};

struct input {
    enum input_kind kind;
    int64_t ms;      // of the monotonic clock
    int64_t finger;  // which one
    struct point at; // of a finger, and of the pointer above which it wheels
    double wheel;    // notches; positive: towards what is above
    enum key key;
    int digit;   // of KEY_DIGIT
    bool repeat; // the key was down already
};

#endif
