// SPDX-License-Identifier: MIT
// Where the list's headings and cards are: what is under way or today first,
// then month by month, what has no date last.

#ifndef KIOSK_SCREENS_LIST_PLAN_H
#define KIOSK_SCREENS_LIST_PLAN_H

#include <stddef.h>

#include "base/geometry.h"

struct agenda_entry;
struct choices;
struct stage;

struct plan_section {
    char *heading;
    struct box box; // of the heading
    size_t first;   // of its cards
};

struct plan_card {
    const struct agenda_entry *entry;
    struct box box;
};

// Boxes are in pixels of the content, whose top is 0.
struct list_plan {
    struct plan_section *sections;
    size_t section_count;
    struct plan_card *cards;
    size_t card_count;
    int columns, card_width;
    int bottom; // of the last card, with a margin
};

// top is where the first heading may begin. Borrows the stage's agenda.
struct list_plan list_plan_make(const struct stage *stage,
                                const struct choices *choices, int top);
void list_plan_release(struct list_plan *plan);

int list_plan_margin(const struct stage *stage);

#endif
