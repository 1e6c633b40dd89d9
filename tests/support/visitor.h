// SPDX-License-Identifier: MIT
// Somebody who visits a programme: taps, presses keys, and looks.
//
// If the environment's KIOSK_LOOK names a folder, everything that is looked at
// is left there as a picture, for people.

#ifndef KIOSK_TESTS_SUPPORT_VISITOR_H
#define KIOSK_TESTS_SUPPORT_VISITOR_H

#include <stdint.h>

#include "screens/visit.h"
#include "slides/stage.h"
#include "support/layout.h"

struct canvas;
struct desk;

struct visitor {
    struct world *world;
    struct showing showing;
    struct agenda *agenda;
    struct playlist *playlist;
    struct stage stage;
    struct canvas *canvas;
    struct visit *visit;
    int64_t ms;
    int pictures; // left so far
};

// At the list. desk is behind the operator's page; NULL: there is none.
void visitor_init(struct visitor *visitor, struct world *world,
                  const struct showing *showing, struct desk *desk);
void visitor_release(struct visitor *visitor);

// From the list, or from wherever they are.
void visitor_go(struct visitor *visitor, enum screen_name screen,
                const char *title, size_t number);

void visitor_tap(struct visitor *visitor, int x, int y);
void visitor_hold(struct visitor *visitor, int x, int y, int64_t ms);
void visitor_swipe(struct visitor *visitor, int x, int y, int to_x, int to_y);
void visitor_key(struct visitor *visitor, enum key key);
void visitor_digit(struct visitor *visitor, int digit);
void visitor_wait(struct visitor *visitor, int64_t ms);

// Draws, and draws again until all pictures have come, and checks the layout.
void visitor_look(struct visitor *visitor, const char *name);

// Taps the middle of what was drawn with these words; fails if there is none.
void visitor_tap_words(struct visitor *visitor, const char *words);

// What was drawn: the box of a mark of that kind whose text begins so; an
// empty one if there is none.
struct box visitor_find(const struct visitor *visitor, int kind,
                        const char *text);

#endif
