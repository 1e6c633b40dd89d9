// SPDX-License-Identifier: MIT
// Where the lines of a text end: pure arithmetic on the widths of its pieces.

#ifndef KIOSK_DRAW_LINE_BREAK_H
#define KIOSK_DRAW_LINE_BREAK_H

#include <stdbool.h>
#include <stddef.h>

struct piece;

struct line_rules {
    int width; // in the unit of the pieces' widths
    // All lines about as long, for titles. Otherwise lines are full and only
    // a paragraph's last one may be short, for running text.
    bool even;
};

// The end (index behind the last piece) of the line that begins at start and
// takes as many pieces as fit, at least one.
size_t line_fill(const struct piece *pieces, size_t count, size_t start,
                 int width);

// How many lines the pieces need at least.
size_t line_count(const struct piece *pieces, size_t count, int width);

// Breaks into that many lines, the best way there is. Writes each line's end
// into ends, which has room for count of them; returns how many lines.
size_t line_break(const struct piece *pieces, size_t count,
                  struct line_rules rules, size_t *ends);

#endif
