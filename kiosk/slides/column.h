// SPDX-License-Identifier: MIT
// Lines of words below each other, each with its gap, its sign and perhaps
// something behind it: what an event's slide says.

#ifndef KIOSK_SLIDES_COLUMN_H
#define KIOSK_SLIDES_COLUMN_H

#include <stdbool.h>

#include "base/geometry.h"

struct canvas;
struct part_style;
struct stage;
struct text;

enum {
    COLUMN_LINES_MAX = 80,
    COLUMN_FRAME_U = 110, // between a frame and its words
    // The less is lost the better: an ellipsis in running text is what
    // readers know, one in a title or a place is not, and a word broken
    // inside looks like a mistake.
    COLUMN_COST_OF_LEAVING_OUT = 2,
    COLUMN_COST_OF_CUT_FACT = 20,
};

struct column_line {
    struct text *text;
    struct text *tail; // behind the text's only line; NULL: none
    struct colour colour, tail_colour;
    int gap;               // above it
    int indent;            // behind a pictogram
    const char *pictogram; // NULL: none
    bool framed;
    bool needed; // stays even where there is no room
};

struct column {
    const struct stage *stage;
    int width;
    struct column_line lines[COLUMN_LINES_MAX];
    int count, height;
    int cost; // of what was left out, ellipsised or broken inside
};

void column_clear(struct column *column);

// Adds words below; nothing for "" or for letters that no font has.
void column_add(struct column *column, const char *utf8,
                struct part_style style, struct colour colour, int gap);

// Sets words behind a line if both have room on one. False if not.
bool column_add_tail(struct column *column, int index, const char *utf8,
                     struct part_style style, struct colour colour);

// A dashed frame around the lines from first on.
void column_frame(struct column *column, int first);

// Leaves out lines that are not needed, from the end, until it is not higher
// than that or only the needed ones are left.
void column_drop(struct column *column, int height);

void column_draw(const struct column *column, int x, int y,
                 struct canvas *canvas);

#endif
