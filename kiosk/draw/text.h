// SPDX-License-Identifier: MIT
// Setting type: a text, a width and a largest and smallest size become lines
// that fit, broken where a typesetter would break them.
//
// Lines break at spaces, after hyphens and dashes, and in URLs and e-mail
// addresses after / . @ - _ ; never inside a word unless a single word is
// wider than the width at the smallest size. Of all ways to break into the
// fewest lines the most even one is taken (running text, FONT_BODY: the
// fullest), and a paragraph's last line is not one short word if that can be
// helped. A title becomes somewhat smaller where that keeps a word with a
// hyphen whole. French spaces (before ; : ! ? », after «, inside numbers with
// units) do not break. When a text does not fit even at the smallest size its
// last line ends in an ellipsis.

#ifndef KIOSK_DRAW_TEXT_H
#define KIOSK_DRAW_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/geometry.h"
#include "draw/fonts.h"

struct canvas;
struct text;

enum text_align {
    TEXT_LEFT,
    TEXT_CENTRE,
    TEXT_RIGHT,
};

struct text_style {
    enum font_role role;
    int largest_px, smallest_px; // the em; smallest 0 means largest only
    int leading_percent;         // line height, of the em; 0 means 120
    int max_lines;               // 0: as many as the height allows, or 64
    enum text_align align;
    bool struck; // a line through it
};

// text in the style, within width pixels and, if height > 0, height pixels.
// Steps down from the largest size to the smallest until it fits, then ends
// in an ellipsis. '\n' ends a line. Never NULL; "" is a block of no height.
// The caller's; text_free(). fonts must outlive it.
struct text *text_set(struct fonts *fonts, const char *utf8,
                      struct text_style style, struct size room);
void text_free(struct text *text); // NULL is allowed

// The box that holds all its ink: as wide as its longest line, and from the
// first line's capital accents (whether it has any or not, so that blocks
// of one size line up) to the last line's descenders. Ink beyond that, of
// stacked accents, makes it higher. It exceeds the room only where that is
// too low for a single line.
struct size text_size(const struct text *text);
int text_px(const struct text *text); // the em it was set at
size_t text_line_count(const struct text *text);
bool text_is_cut(const struct text *text); // ends in an ellipsis

// True if a word was wider than the room even at the smallest size, and was
// broken inside.
bool text_splits_words(const struct text *text);
int text_first_baseline(const struct text *text); // from its top
int text_cap_height(const struct text *text);     // of "H", for centring

// The letters of a line as they are shown; borrowed.
const char *text_line(const struct text *text, size_t index);

// Draws the block with its top left at x, y, and marks it on the canvas,
// within the room it was set in. Centred and right-aligned lines are placed
// within the width it was set in.
void text_draw(const struct text *text, struct canvas *canvas, int x, int y,
               struct colour colour);

#endif
