// SPDX-License-Identifier: MIT
// A strip of buttons, composed once and then only copied: neither type is set
// nor a sign decoded while something scrolls beneath it.

#ifndef KIOSK_SCREENS_STRIP_H
#define KIOSK_SCREENS_STRIP_H

#include <stddef.h>

#include "screens/controls.h"

struct targets;

// Boxes of the buttons count from the strip's own top left. Zero is an empty
// strip, of no height.
struct strip {
    struct canvas *canvas;
    struct button *buttons; // their words are not kept
    size_t count;
};

// An empty strip of paper.
void strip_init(struct strip *strip, const struct stage *stage,
                struct size size);
void strip_release(struct strip *strip);

int strip_height(const struct strip *strip);

// Draws the button, whose box is set.
void strip_add(struct strip *strip, const struct stage *stage,
               const struct button *button);

// Sets buttons into a row within width, from the left or from the right; gaps
// are the controls'. They shrink, all alike, where they would not fit.
void strip_measure_row(const struct stage *stage, struct button *buttons,
                       size_t count, int width);

void strip_draw(const struct strip *strip, struct canvas *canvas, int y);
void strip_targets(const struct strip *strip, int y, struct box within,
                   struct targets *out);

#endif
