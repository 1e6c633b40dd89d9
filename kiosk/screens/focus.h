// SPDX-License-Identifier: MIT
// What can be touched, and which of it the keys are at.
//
// A screen lists its targets in reading order, in pixels of the display; those
// it would have to scroll to lie outside of it. The focus is a target's
// number, so that it stays where it is when the screen is laid out anew.

#ifndef KIOSK_SCREENS_FOCUS_H
#define KIOSK_SCREENS_FOCUS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/geometry.h"
#include "screens/input.h"

enum {
    TARGET_NONE = -1
};

struct target {
    int id; // the screen's own number for it, at least 0
    struct box box;
    int radius;        // of its corners
    struct box within; // what of it can be seen and touched
};

struct targets {
    struct target *items;
    size_t count, capacity;
};

// within: targets are touched only where they lie inside of it.
void targets_add(struct targets *targets, struct target target);
void targets_clear(struct targets *targets);
void targets_release(struct targets *targets);

// NULL: none.
const struct target *targets_find(const struct targets *targets, int id);

// The last one added that holds the point; NULL: none.
const struct target *targets_at(const struct targets *targets,
                                struct point point);

// Which target a key leads to from the one at id: the nearest one that way for
// the arrows, the next or the previous one in reading order (around the ends)
// for KEY_NEXT, KEY_PREVIOUS and KEY_SWITCH. From TARGET_NONE: the first.
// id itself where there is none that way; TARGET_NONE: there are no targets.
int focus_move(const struct targets *targets, int id, enum key key);

#endif
