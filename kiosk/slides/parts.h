// SPDX-License-Identifier: MIT
// What all slides are made of: text in units, the room inside the margins,
// headings, the line at the foot.

#ifndef KIOSK_SLIDES_PARTS_H
#define KIOSK_SLIDES_PARTS_H

#include "draw/canvas.h"
#include "draw/text.h"
#include "slides/stage.h"

struct wording;

// Largest and smallest size of a text in hundredths of a unit, and its lines.
struct part_style {
    enum font_role role;
    int largest_u, smallest_u;
    int leading_percent;
    int max_lines;
    enum text_align align;
    bool struck;
};

// text_set() with sizes in units; the screen's text_size scales them. The
// smallest size is never below what can be read on a small screen.
struct text *part_text(const struct stage *stage, const char *utf8,
                       struct part_style style, struct size room);

// The same, drawn at the top of box. Returns its height.
int part_draw_text(const struct stage *stage, const char *utf8,
                   struct part_style style, struct colour colour,
                   struct box box, struct canvas *canvas);

// A wording in the language shown.
const char *part_wording(const struct stage *stage,
                         const struct wording *wording);

// The screen less its margins, the strip of a banner and the line at the
// foot. slide may be NULL.
struct box part_content(const struct stage *stage, const struct slide *slide);

// The box above the foot: everything but the strip and the line.
struct box part_above_foot(const struct stage *stage,
                           const struct slide *slide);

// The line that shows the place in the loop, a banner's strip, the mark of a
// doubtful clock.
void part_draw_foot(const struct stage *stage, size_t index,
                    struct canvas *canvas);

// Where that mark is, if there is one.
struct box part_doubt_box(const struct stage *stage);

// A display heading at the top of box; returns what is left below it.
struct box part_draw_heading(const struct stage *stage, const char *utf8,
                             struct box box, struct canvas *canvas);

// A round dot, for lists.
void part_draw_dot(struct canvas *canvas, int x, int y, int diameter,
                   struct colour colour);

#endif
