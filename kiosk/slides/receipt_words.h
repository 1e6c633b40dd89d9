// SPDX-License-Identifier: MIT
// The words of a receipt, set in a column: what happened, what to do, and the
// first faults.

#ifndef KIOSK_SLIDES_RECEIPT_WORDS_H
#define KIOSK_SLIDES_RECEIPT_WORDS_H

#include "base/geometry.h"
#include "slides/parts.h"

struct column;
struct receipt_card;

struct receipt_look {
    struct part_style summary, advice, fault;
    struct colour summary_colour, advice_colour, fault_colour;
    int gap; // above the advice and the faults, in pixels
};

// column has its stage and width, and no lines yet; column_clear() it.
void receipt_words_set(const struct receipt_card *card,
                       const struct receipt_look *look, struct column *column);

#endif
