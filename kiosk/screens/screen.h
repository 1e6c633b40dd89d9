// SPDX-License-Identifier: MIT
// A screen that a visitor can be at: a row of functions. And what a visit
// offers to them.
//
// A screen tells its targets and what they do; the visit shows which one is
// pressed, moves the focus, waits for idle hands and draws the warning. So a
// screen that does no more than enter, leave, draw, targets and activate can
// be used with fingers, a mouse, a remote control and a switch alike.

#ifndef KIOSK_SCREENS_SCREEN_H
#define KIOSK_SCREENS_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "screens/event_key.h"
#include "screens/focus.h"
#include "screens/gesture.h"

struct canvas;
struct desk;
struct stage;
struct visit;

enum screen_name {
    SCREEN_LIST,     // of what is upcoming
    SCREEN_FILTERS,  // every town and kind
    SCREEN_EVENT,    // event: which
    SCREEN_POSTER,   // its poster, as large as the display
    SCREEN_CODE,     // number: which of its codes, large
    SCREEN_CALENDAR, // a month with its events
    SCREEN_PAGES,    // number: partners, links, text pages
    SCREEN_OPERATOR,
    SCREEN_CLOCK,      // set date and time
    SCREEN_DIAGNOSTIC, // everything about this device as a code
    SCREEN_PIN,        // number: the screen it is asked before
    SCREEN_COUNT,
};

// Where to go. What a screen does not look at may be left out.
struct destination {
    enum screen_name screen;
    struct event_key event; // borrowed
    size_t number;          // which of several: a code, a page
};

// Every function but enter, leave and draw may be NULL.
struct screen_kind {
    const char *name; // "list"

    // True if there is anything to be seen there; NULL: always.
    bool (*is_offered)(const struct stage *stage);

    // NULL if what was asked for is not there.
    void *(*enter)(struct visit *visit, const struct destination *to);
    void (*leave)(void *screen);

    // The stage is another one: another size, language, programme or minute;
    // what was borrowed from the old one is gone. False: so is what the screen
    // shows, and the visit goes back.
    bool (*renew)(void *screen);

    // Decoded pictures came: what waits for some may look again.
    void (*pictures_came)(void *screen);

    // Does what is due: true if it is to be drawn anew.
    bool (*update)(void *screen, int64_t now_ms);
    int64_t (*next_ms)(const void *screen); // INT64_MAX: not by itself

    // All of the canvas, which has the stage's size.
    void (*draw)(void *screen, struct canvas *canvas);

    // Of what it shows now, in reading order.
    void (*targets)(const void *screen, struct targets *out);

    // The target the keys begin at; NULL: the first.
    int (*home)(const void *screen);

    // A target was tapped, or entered with the keys.
    void (*activate)(void *screen, int id);

    // The focus went to a target that may be out of sight.
    void (*reveal)(void *screen, const struct target *target);

    // Every gesture but taps on a target. True if it was of use; of a
    // GESTURE_PRESS: the touch is spent, and does not press the target below.
    bool (*gesture)(void *screen, const struct gesture *gesture);

    // Keys, before the focus takes them. True if it was of use.
    bool (*key)(void *screen, const struct input *input);
};

// The row of a screen. Static.
const struct screen_kind *screen_kind_of(enum screen_name name);

// What the visitor chose. Gone with the visit.
struct choices {
    const char *language; // its code; NULL: the screen's own
    bool large_text;
    bool low_controls; // in the lower 40 % of the display
    char *place;       // show this town only, folded; NULL: all
    char *kind;        // show this kind only, folded; NULL: all
    bool here;         // show what is here only
};

// Borrowed until the next renew(). Its language and its size of text are the
// visitor's.
const struct stage *visit_stage(const struct visit *visit);
int64_t visit_now_ms(const struct visit *visit);

// May be changed; visit_renew() after that.
struct choices *visit_choices(struct visit *visit);
void visit_renew(struct visit *visit);

// What the operator's page tells and does; NULL: there is none.
struct desk *visit_desk(const struct visit *visit);

// True if there is a screen of that name, and something to be seen there.
bool visit_offers(const struct visit *visit, enum screen_name name);

// Another screen on top of this one. False if what was asked for is not there.
bool visit_open(struct visit *visit, const struct destination *to);
// The same in place of this one: to a neighbour.
bool visit_replace(struct visit *visit, const struct destination *to);

// To the screen below; from the last one, to the loop. A screen that is left
// so is freed once its function has returned.
void visit_back(struct visit *visit);

// The screen is to be drawn anew.
void visit_redraw(struct visit *visit);

#endif
