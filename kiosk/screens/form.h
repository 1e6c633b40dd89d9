// SPDX-License-Identifier: MIT
// What plain pages of buttons are made of: a heading, a button to go back,
// buttons with words of up to two lines.

#ifndef KIOSK_SCREENS_FORM_H
#define KIOSK_SCREENS_FORM_H

#include <stdbool.h>

#include "base/geometry.h"
#include "language/language.h"
#include "screens/controls.h"

struct canvas;
struct stage;
struct targets;

// The display less its margins, parted into the heading's row (at the foot
// where the controls are low), which ends with the button, and what is left.
struct form {
    struct box heading, rest;
    struct button close;
};

struct form form_of(const struct stage *stage, int close_id, bool low);

// The heading and the button.
void form_draw(const struct stage *stage, const struct form *form,
               const char *heading, struct canvas *canvas);

// A word of the language with a capital; filling may be NULL. The caller's.
char *form_word(const struct stage *stage, enum word word, const char *filling);

// A rounded box with words in its middle.
void form_tile_draw(const struct stage *stage, const char *words, bool chosen,
                    struct box box, struct canvas *canvas);
void form_tile_target(const struct stage *stage, int id, struct box box,
                      struct targets *out);

// One of count boxes in columns and rows with gaps.
struct box form_cell(struct box box, int columns, int rows, int index, int gap);

#endif
