// SPDX-License-Identifier: MIT
// One font file opened at one size: measures and renders letters of that
// font alone. The only user of SDL_ttf.

#ifndef KIOSK_DRAW_FACE_H
#define KIOSK_DRAW_FACE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/geometry.h"

struct face;
struct picture;

// Letters rendered: a coverage mask, or a picture if the font has colours.
struct glyphs {
    struct size size;
    int rise;                // rows above the baseline
    uint8_t *coverage;       // size.width a row; NULL if there is a picture
    struct picture *picture; // in its own size, whatever the em
};

// The type engine; ref-counted. False, and a line in the log, if it cannot
// start.
bool face_engine_start(void);
void face_engine_stop(void);

enum face_kind {
    FACE_OUTLINES, // letters of any size
    FACE_PICTURES, // emoji: pictures of one size, whatever px says
};

// NULL if the file cannot be opened. index counts the fonts in the file.
struct face *face_open(const char *path, int index, enum face_kind kind,
                       int px);
void face_close(struct face *face); // NULL is allowed

bool face_has(const struct face *face, uint32_t rune);

// Rows that the font's capitals with accents take above the baseline and its
// descenders below.
int face_ascent(const struct face *face);
int face_descent(const struct face *face);
int face_x_height(const struct face *face);
int face_cap_height(const struct face *face);
int face_height(const struct face *face); // of a rendered line, usually

// What a run is shaped as: an ISO 15924 name and a direction.
struct shaping {
    const char *script;
    bool right_to_left;
};

// The width of ink and advance.
int face_measure(struct face *face, const char *utf8, struct shaping shaping);

// False if there is no ink or it cannot be rendered. Release *out.
bool face_render(struct face *face, const char *utf8, struct shaping shaping,
                 struct glyphs *out);
void glyphs_release(struct glyphs *glyphs);

#endif
