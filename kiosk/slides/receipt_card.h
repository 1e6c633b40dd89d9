// SPDX-License-Identifier: MIT
// A card that lies over a slide for a while: a programme is being copied, what
// became of it, what is wrong with it.
//
// A card covers no QR code of the slide beneath: it lies where there is none,
// or it covers everything. One that holds a QR code itself, the report that a
// host photographs, takes the whole screen: the code is a large one.

#ifndef KIOSK_SLIDES_RECEIPT_CARD_H
#define KIOSK_SLIDES_RECEIPT_CARD_H

#include <stdbool.h>
#include <stddef.h>

#include "slides/stage.h"

struct canvas;

enum receipt_card_kind {
    RECEIPT_CARD_COPYING,
    RECEIPT_CARD_TAKEN,
    RECEIPT_CARD_REFUSED,
    RECEIPT_CARD_HELD_BACK, // the quiet one: the programme before stays
};

enum {
    RECEIPT_CARD_UNKNOWN = -1, // how much is copied
};

// Texts are borrowed.
struct receipt_card {
    enum receipt_card_kind kind;
    const char *summary;
    const char *advice; // NULL or "": none
    const char *const *faults;
    size_t fault_count, more_faults;
    const char *message; // for the QR code; NULL: none
    int permille;        // COPYING: done of what is to be done
};

// Where it lies on a slide that was drawn onto beneath. former is where it
// lies now, which it keeps if it can; NULL: nowhere yet.
struct box receipt_card_place(const struct stage *stage,
                              const struct receipt_card *card,
                              const struct canvas *beneath,
                              const struct box *former);

// True if it may stay there: it covers no code, or everything.
bool receipt_card_may_stay(const struct stage *stage,
                           const struct canvas *beneath, struct box box);

// Draws it into its place, and a shadow around it.
void receipt_card_draw(const struct stage *stage,
                       const struct receipt_card *card, struct box box,
                       struct canvas *canvas);

// How far the shadow reaches beyond the box.
int receipt_card_shadow(const struct stage *stage);

#endif
