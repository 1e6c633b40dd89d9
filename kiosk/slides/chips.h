// SPDX-License-Identifier: MIT
// Chips: a few words on a small coloured surface.

#ifndef KIOSK_SLIDES_CHIPS_H
#define KIOSK_SLIDES_CHIPS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/geometry.h"
#include "slides/stage.h"

struct canvas;

enum chip_look {
    CHIP_HIGHLIGHT, // how soon
    CHIP_ACCENT,    // today, now
    CHIP_SECOND,    // here, online
    CHIP_DASHED,    // to be confirmed
    CHIP_INK,       // cancelled, full
};

// A chip: its words and its look. In the rows of a list it is smaller.
struct chip_words {
    const char *words;
    enum chip_look look;
    bool small;
};

struct size chip_size(const struct stage *stage, struct chip_words chip,
                      int max_width);

// Fills box, which has the size above.
void chip_draw(const struct stage *stage, struct chip_words chip,
               struct box box, struct canvas *canvas);

// The chips of an entry, at most four, in reading order. In lists they also
// say what an event's own slide says with a band: cancelled, postponed, full.
// Texts are the caller's; chips_release().
struct chips {
    struct {
        char *text;
        enum chip_look look;
    } items[4];
    size_t count;
};
struct chips chips_of(const struct stage *stage,
                      const struct agenda_entry *entry, bool listed);
void chips_release(struct chips *chips);

// In rows within a width, drawn at x, y if there is a canvas. Returns the
// height they take.
int chips_lay(const struct stage *stage, const struct chips *chips, int x,
              int y, int width, struct canvas *canvas);

#endif
