// SPDX-License-Identifier: MIT
// The look of a month: the grid of its days, and beside or below it the events
// of the day that is chosen.

#ifndef KIOSK_SCREENS_CALENDAR_VIEW_H
#define KIOSK_SCREENS_CALENDAR_VIEW_H

#include <stdbool.h>

#include "screens/controls.h"
#include "screens/month.h"
#include "slides/stage.h"

struct canvas;
struct targets;

enum calendar_target {
    CALENDAR_PREVIOUS,
    CALENDAR_NEXT,
    CALENDAR_CLOSE,
    CALENDAR_BUTTONS,
    CALENDAR_MORE = CALENDAR_BUTTONS, // the day's next events
    CALENDAR_DAY = 10,                // and behind it: its number
    CALENDAR_EVENT = 50,              // and behind it: the agenda's number
};

enum {
    CALENDAR_ROWS_MAX = 8 // events of a day that are seen at once
};

struct calendar_view {
    const struct stage *stage; // borrowed
    struct month month;
    struct month_range range;
    struct date chosen; // of year 0: none
    size_t skipped;     // of its events
    bool low_controls;

    // calendar_view_lay() sets these.
    struct box grid, day; // of the cells; of the chosen day's events
    struct box heading;
    struct button buttons[CALENDAR_BUTTONS];
    size_t rows; // so many events have room
};

void calendar_view_lay(struct calendar_view *view);
void calendar_view_draw(const struct calendar_view *view,
                        struct canvas *canvas);
void calendar_view_targets(const struct calendar_view *view,
                           struct targets *out);

// How many events of the chosen day are behind the last one that is seen.
size_t calendar_view_left(const struct calendar_view *view);

#endif
