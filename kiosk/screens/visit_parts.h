// SPDX-License-Identifier: MIT
// The inside of a visit, for visit*.c alone.

#ifndef KIOSK_SCREENS_VISIT_PARTS_H
#define KIOSK_SCREENS_VISIT_PARTS_H

#include "programme/settings.h"
#include "screens/corner_hold.h"
#include "screens/visit.h"
#include "slides/stage.h"

enum {
    VISIT_LEVELS_MAX = 8,
    VISIT_SWITCH_MS = 800, // so long the switch is held to enter a target
    VISIT_TICK_MS = 250,   // between two looks of the warning
};

// One screen of those that lie on each other.
struct level {
    const struct screen_kind *kind;
    void *self;
    int focus;
};

struct visit {
    const struct languages *languages;
    const struct picture *behind; // at the threshold
    struct destination first;     // its event's texts are ours
    struct stage stage;           // with what was chosen
    struct settings settings;
    const struct stage *given;
    struct choices choices;
    struct desk *desk;
    struct corner_hold corner;

    struct level levels[VISIT_LEVELS_MAX]; // the last one is seen
    size_t count;
    struct level left[VISIT_LEVELS_MAX]; // to be freed
    size_t left_count;

    struct recogniser recogniser;
    struct targets targets; // of the screen that is seen
    int pressed;            // the target under the finger
    bool touched;           // a finger is down, and shown
    bool spent;             // this touch does nothing any more
    struct point at;
    bool shows_focus;
    int64_t switch_ms; // since when the switch is held; INT64_MAX: it is not

    int64_t now_ms, idle_ms; // idle_ms: since when
    int64_t tick_ms;         // when the warning was looked at
    bool has_entered;        // it is not at the threshold any more
    bool is_over, is_dirty;
};

// NULL at the threshold.
struct level *visit_top(struct visit *visit);

// From the threshold to the first screen.
void visit_enter(struct visit *visit);

// Frees what was left; where no function of it is being called any more.
void visit_bury(struct visit *visit);

// The targets of the screen that is seen, as they are now.
const struct targets *visit_targets(struct visit *visit);

// What time does to fingers and keys that are held.
void visit_hold(struct visit *visit);

// Where a long touch leads to the operator's page; empty: nowhere.
struct box visit_corner(const struct visit *visit);

// What time does to a finger there.
void visit_hold_corner(struct visit *visit);
int64_t visit_corner_next_ms(const struct visit *visit);

// The touch that began the visit was on the mark of a doubtful clock: leads to
// setting it.
void visit_touch_doubt(struct visit *visit, struct point at);

// To the operator's page, or to one of those behind the same gate, by way of
// the gate where that is shut.
void visit_open_gated(struct visit *visit, enum screen_name name);

// A gesture of the hand came to nothing, or is to.
void visit_let_go(struct visit *visit);

// The same for the screen that is seen, which is told; the fingers that are
// down mean nothing any more.
void visit_cancel(struct visit *visit);

#endif
