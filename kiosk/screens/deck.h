// SPDX-License-Identifier: MIT
// The cards of the list as pictures: composed one by one as they come near,
// nearest first, and dropped when they are far. At most about three views full
// of them are kept, however many there are.

#ifndef KIOSK_SCREENS_DECK_H
#define KIOSK_SCREENS_DECK_H

#include <stdbool.h>
#include <stddef.h>

struct canvas;
struct deck;
struct list_plan;
struct stage;

// Stage and plan are borrowed.
struct deck *deck_new(const struct stage *stage, const struct list_plan *plan);
void deck_free(struct deck *deck); // NULL is allowed

// What of the content is seen, and whether it stands, moves or rushes by.
struct deck_view {
    int top, bottom;
    enum {
        DECK_STANDS, // rows are composed at once, and posters asked for
        DECK_MOVES,  // a card a time
        DECK_RUSHES, // … and posters would come too late
    } pace;
};

// Does a part of what there is to do. True if what is seen changed.
bool deck_update(struct deck *deck, struct deck_view view);

// Whether there is more to do at once.
bool deck_has_work(const struct deck *deck);

// Posters that were waited for may have come.
void deck_pictures_came(struct deck *deck);

// The card, as far as it is composed; NULL: not yet.
const struct canvas *deck_card(const struct deck *deck, size_t index);

// How many cards are kept, and how many posters among them are still to come.
size_t deck_kept(const struct deck *deck);
size_t deck_waits(const struct deck *deck);

#endif
