// SPDX-License-Identifier: MIT
// The look of an event's page: the poster, a bar of buttons, everything there
// is to say in a column that may be higher than its window, the codes at the
// foot. What it does is the event screen's business.

#ifndef KIOSK_SCREENS_EVENT_VIEW_H
#define KIOSK_SCREENS_EVENT_VIEW_H

#include <stdbool.h>

#include "base/geometry.h"
#include "screens/controls.h"
#include "screens/event_codes.h"
#include "slides/chips.h"
#include "slides/stage.h"

struct canvas;
struct event_words;
struct qr;
struct targets;

enum event_target {
    EVENT_TARGET_CLOSE,
    EVENT_TARGET_PREVIOUS,
    EVENT_TARGET_NEXT,
    EVENT_TARGET_POSTER,
    EVENT_TARGET_WORDS, // only where there is more than can be seen
    EVENT_TARGET_CODE,  // and those behind it: one a code
};

struct event_view_options {
    const struct stage *stage; // borrowed, as is the entry
    const struct agenda_entry *entry;
    bool low_controls, has_previous, has_next;
};

struct event_view {
    struct event_view_options options;
    struct event_codes codes;
    struct qr *qrs[EVENT_CODES_MAX]; // NULL: more than a code can hold
    struct event_words *words;
    struct chips chips; // of the bar; none where they stand in the column
    struct box panel;   // of the poster, or of the date
    struct box side;    // all beside it
    struct box bar, column, row;
    struct box cells[EVENT_CODES_MAX]; // of the row
    int card; // the side of a code; 0: buttons lead to the codes
    struct button buttons[3];
    int button_count;
};

void event_view_init(struct event_view *view,
                     struct event_view_options options);
void event_view_release(struct event_view *view);

int event_view_content(const struct event_view *view); // its height
bool event_view_is_scrolled(const struct event_view *view);
bool event_view_has_poster(const struct event_view *view);

// With so many pixels of the column above its window. False if the poster is
// not decoded yet.
bool event_view_draw(const struct event_view *view, int offset,
                     struct canvas *canvas);

void event_view_targets(const struct event_view *view, struct targets *out);

#endif
