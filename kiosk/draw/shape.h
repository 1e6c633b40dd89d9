// SPDX-License-Identifier: MIT
// A line of letters: split into runs of one font and direction, measured and
// rendered a whole run at a time, so that letters keep their kerning.
//
// Arabic and Hebrew words run from right to left, with the numbers between
// them the right way round; the line around them runs from left to right.

#ifndef KIOSK_DRAW_SHAPE_H
#define KIOSK_DRAW_SHAPE_H

#include <stddef.h>

#include "base/geometry.h"
#include "draw/fonts.h"

struct canvas;
struct shaped_run;

// A rendered line. rise and drop are the rows that its ink takes above and
// below the baseline.
struct shape {
    struct shaped_run *runs;
    size_t count;
    int width, rise, drop;
};

struct font_size {
    struct fonts *fonts;
    enum font_role role;
    int px;
};

// The width of so many bytes of text, without rendering it.
int shape_measure(struct font_size size, const char *utf8, size_t length);

struct shape shape_line(struct font_size size, const char *utf8, size_t length);
void shape_release(struct shape *shape);

void shape_draw(const struct shape *shape, struct canvas *canvas, int x,
                int baseline, struct colour colour);

#endif
