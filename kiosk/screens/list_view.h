// SPDX-License-Identifier: MIT
// What of the list is seen: the bar with the tools, the filters, the headings
// and the cards. Made anew with every stage; drawing it is copying pictures.

#ifndef KIOSK_SCREENS_LIST_VIEW_H
#define KIOSK_SCREENS_LIST_VIEW_H

#include <stdbool.h>

#include "screens/filter.h"
#include "screens/list_plan.h"
#include "screens/scroll.h"
#include "screens/strip.h"

struct canvas;
struct deck;
struct targets;
struct visit;

// A heading is composed once, like the cards. canvas may be NULL.
struct list_heading {
    struct canvas *canvas;
};

struct list_view {
    struct visit *visit;
    struct filter_options options;
    struct strip bar, filters;
    struct list_plan plan;
    struct list_heading *headings; // one a section
    struct deck *deck;
    struct scroll scroll;
    struct box view; // of the display, in which the content scrolls
    bool low;        // the bar is at the foot
};

// All but the scroll's position, which is kept within the new range.
void list_view_make(struct list_view *list, struct visit *visit);

// All but the scroll's position.
void list_view_release(struct list_view *list);

// After the position was set.
void list_view_set_range(struct list_view *list);

void list_view_draw(const struct list_view *list, struct canvas *canvas);

// The buttons and every card, in reading order.
void list_view_targets(const struct list_view *list, struct targets *out);

#endif
