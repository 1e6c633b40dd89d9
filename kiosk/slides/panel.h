// SPDX-License-Identifier: MIT
// The large surface beside (or above) the words: a poster shown whole, or the
// date set in type.

#ifndef KIOSK_SLIDES_PANEL_H
#define KIOSK_SLIDES_PANEL_H

#include <stdbool.h>

#include "base/geometry.h"
#include "slides/stage.h"

struct canvas;

// How above, the box to be shared, is parted.
struct panel_split {
    struct box panel; // empty: there is none
    struct box words; // the rest, without margins
};

// The panel takes the proportions of the picture at path, within limits; as a
// date in type (path NULL or not to be read) it takes a fixed share.
struct panel_split panel_split(const struct stage *stage, struct box above,
                               const char *path);

// What drawing a picture came to.
struct panel_picture {
    bool drawn, pending;  // neither: it is broken
    struct box below;     // room for a date below it; empty: none
    struct colour ground; // what below is filled with
};

// The picture, whole, on a ground that continues its edges. A picture that is
// much lower than the panel stands in its middle or, if a date is to come
// below it, at its top.
struct panel_picture panel_draw_picture(const struct stage *stage,
                                        struct box panel, const char *path,
                                        bool with_date, struct canvas *canvas);

// Asks for the picture ahead of time.
void panel_prefetch(const struct stage *stage, struct box panel,
                    const char *path);

// The event's date: weekday, day, month, time, on that ground.
void panel_draw_date(const struct stage *stage, struct box panel,
                     const struct agenda_entry *entry, struct colour ground,
                     struct canvas *canvas);

// How high the band below is: 0 for an event without one.
int panel_band_height(const struct stage *stage, const struct event *event);

// The band at the panel's foot of an event that is cancelled, postponed or
// full; nothing for others. Returns the panel above it.
struct box panel_draw_band(const struct stage *stage, struct box panel,
                           const struct event *event, struct canvas *canvas);

#endif
