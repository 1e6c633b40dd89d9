// SPDX-License-Identifier: MIT
// One soirée as a card of the list: its poster, whole, or its date in type;
// its chips, date, title and place. Composed once into a picture of its own;
// the poster is drawn into it when it is decoded.

#ifndef KIOSK_SCREENS_CARD_H
#define KIOSK_SCREENS_CARD_H

#include <stdbool.h>

#include "base/geometry.h"

struct agenda_entry;
struct canvas;
struct stage;

// How high a card of that width is, and how round.
int card_height(const struct stage *stage, int width);
int card_radius(int width);

// What its words lie on: the card's white, or on a dark theme a shade of it.
struct colour card_surface(const struct stage *stage);

// The card without its poster. NULL if there is no memory for it. The
// caller's; canvas_free().
struct canvas *card_compose(const struct stage *stage,
                            const struct agenda_entry *entry, int width);

// Draws the poster onto the card if it is decoded; false if it is to be tried
// again when pictures have come. What cannot be decoded is a date in type.
bool card_draw_poster(const struct stage *stage,
                      const struct agenda_entry *entry, struct canvas *card);

#endif
