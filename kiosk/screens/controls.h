// SPDX-License-Identifier: MIT
// Buttons: how large they must be, and how they look.
//
// A finger of somebody who stands needs 20 mm (Colle & Hiszem 2004), on the
// diagonal of the settings, and at least 72 pixels. A screen too small for
// that, held in the hand or on a counter, gets a quarter of its shorter side.

#ifndef KIOSK_SCREENS_CONTROLS_H
#define KIOSK_SCREENS_CONTROLS_H

#include <stdbool.h>

#include "base/geometry.h"

struct canvas;
struct stage;
struct target;

// The least side of a button.
int controls_button_px(const struct stage *stage);

// The gap between two buttons.
int controls_gap_px(const struct stage *stage);

// So far a finger may wander and still tap: 4 mm.
int controls_slop_px(const struct stage *stage);

// A pill with a sign, with words, or with both. Texts are borrowed.
struct button {
    int id;
    const char *words; // NULL or "": none
    const char *sign;  // the name of a pictogram; NULL: none
    bool chosen;       // filled
    struct box box;
};

// Sets the size of its box; words are cut if they are wider than most.
void button_measure(const struct stage *stage, struct button *button, int most);

void button_draw(const struct stage *stage, const struct button *button,
                 struct canvas *canvas);

// What can be touched of it within a part of the display.
struct target button_target(const struct button *button, struct box within);

// Where the bar of buttons belongs, and what is left for the rest: at the top,
// or at the foot where the visitor lowered it.
struct bar_split {
    struct box bar, rest;
};
struct bar_split controls_split(struct box whole, int height, bool low);

#endif
