// SPDX-License-Identifier: MIT
// A page under a finger that goes sideways: it follows, its neighbour comes
// with it, and when the finger leaves one of the two springs into place.
//
// Both are drawn once, when the finger begins, and then only moved.

#ifndef KIOSK_SCREENS_PAGE_TURN_H
#define KIOSK_SCREENS_PAGE_TURN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/geometry.h"
#include "screens/scroll.h"

struct canvas;

// Draws the page's neighbour: -1 the one before, 1 the one after, 0 itself.
typedef void page_turn_draw_fn(void *context, int step, struct canvas *canvas);

struct page_turn {
    struct size size;
    struct scroll across;    // 0: the page is in its place
    struct canvas *pages[3]; // by step, from -1 on; NULL: not drawn
    bool is_drawn[3];
    page_turn_draw_fn *draw;
    void *context;
};

// calm: nothing moves by itself.
void page_turn_init(struct page_turn *turn, struct size size, bool calm,
                    page_turn_draw_fn *draw, void *context);
void page_turn_release(struct page_turn *turn);

// Which neighbours there are.
void page_turn_set_neighbours(struct page_turn *turn, bool has_previous,
                              bool has_next);

// A finger touches. True if that stopped a motion.
bool page_turn_grab(struct page_turn *turn, int64_t now_ms);
// It moves so many pixels to the right.
void page_turn_drag(struct page_turn *turn, double dx);
// It leaves, moving so many pixels a second to the right; least: pixels that
// are no accident.
void page_turn_let_go(struct page_turn *turn, double velocity, int least,
                      int64_t now_ms);

// True if it is to be drawn.
bool page_turn_update(struct page_turn *turn, int64_t now_ms);
bool page_turn_moves(const struct page_turn *turn); // by itself

// Whether the page is out of its place: then page_turn_draw() draws.
bool page_turn_is_seen(const struct page_turn *turn);
void page_turn_draw(struct page_turn *turn, struct colour behind,
                    struct canvas *canvas);

// Which neighbour came into its place: -1, 1, or 0 for none.
int page_turn_step(const struct page_turn *turn);

void page_turn_pictures_came(struct page_turn *turn);

#endif
