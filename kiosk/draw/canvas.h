// SPDX-License-Identifier: MIT
// An opaque picture under construction: filled boxes with round corners,
// pictures and (through draw/text) lines of type, all blended by our own
// loops so that every machine draws the same pixels.
//
// A canvas can keep a list of what was drawn where: the layout's own boxes,
// for tests that prove that nothing is clipped and nothing overlaps.

#ifndef KIOSK_DRAW_CANVAS_H
#define KIOSK_DRAW_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/geometry.h"

struct canvas;
struct picture;

// A mask of letters. Its rows are stride bytes apart.
struct stencil {
    struct size size;
    const uint8_t *coverage;
    int stride;
};

enum mark_kind {
    MARK_TEXT,    // one block of lines
    MARK_PICTURE, // a poster, a logo, a pictogram
    MARK_QR,      // a code without its quiet zone
    MARK_CARD,    // a surface others lie on
};

// What was drawn where. text is the words of a block or the payload of a QR
// code, "" otherwise; borrowed until the canvas is freed or cleared.
struct mark {
    enum mark_kind kind;
    struct box box;    // ink and advance of what was drawn
    struct box within; // the room it was given; box must not leave it
    const char *text;
    bool cut; // lines were ellipsised
};

// Opaque white. NULL if there is no memory for it.
struct canvas *canvas_new(struct size size);
void canvas_free(struct canvas *canvas); // NULL is allowed

struct size canvas_size(const struct canvas *canvas);

// Everything drawn so far; borrowed.
const struct picture *canvas_picture(const struct canvas *canvas);

// Starts afresh: one colour everywhere, no marks.
void canvas_clear(struct canvas *canvas, struct colour colour);

// What is drawn from now on is drawn that many whole pixels beside where it is
// asked for; boxes and pictures that reach an edge of the canvas stay there, so
// that nothing is cropped and no gap opens. {0, 0} ends it.
void canvas_shift(struct canvas *canvas, struct point shift);

// Edges are anti-aliased; what lies outside the canvas is left out.
void canvas_fill(struct canvas *canvas, struct box box, struct colour colour);
void canvas_fill_rounded(struct canvas *canvas, struct box box, int radius,
                         struct colour colour);

// A frame of that thickness just inside box; dash 0 is a solid line, else
// the length of dashes and gaps in pixels.
void canvas_frame(struct canvas *canvas, struct box box, int radius,
                  int thickness, int dash, struct colour colour);

// A soft shadow beneath a rounded box, blur pixels wide.
void canvas_shadow(struct canvas *canvas, struct box box, int radius, int blur,
                   struct colour colour);

// Where a stencil's coverage is 255 the colour covers, where it is 0 nothing
// happens. (Lines of type: in between, light colours cover a little more,
// which keeps light letters from looking thin.)
void canvas_stencil(struct canvas *canvas, int x, int y, struct stencil stencil,
                    struct colour colour);

// Pixel for pixel, its top left at x, y.
void canvas_draw(struct canvas *canvas, const struct picture *picture, int x,
                 int y);

// The same with the picture's corners rounded.
void canvas_draw_rounded(struct canvas *canvas, const struct picture *picture,
                         int x, int y, int radius);

// Notes what was drawn. text may be NULL.
void canvas_mark(struct canvas *canvas, enum mark_kind kind, struct box box,
                 struct box within, const char *text, bool cut);

size_t canvas_mark_count(const struct canvas *canvas);
const struct mark *canvas_mark_at(const struct canvas *canvas, size_t index);

#endif
