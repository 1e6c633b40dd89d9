// SPDX-License-Identifier: MIT
// The typefaces: which file serves which role, and which font has a letter
// that the role's own lacks.
//
// Roles and fallbacks come from the manifest fonts/fonts.yaml; behind its
// last fallback, fontconfig is asked for any installed font with the letter.
// A letter nobody has is left out, so no box is ever drawn.

#ifndef KIOSK_DRAW_FONTS_H
#define KIOSK_DRAW_FONTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum font_role {
    FONT_BODY,    // running text
    FONT_MEDIUM,  // places, small labels
    FONT_BOLD,    // dates, kinds, chips
    FONT_DISPLAY, // titles: extra bold, tight
    FONT_ROLE_COUNT,
};

enum {
    FONT_NONE = -1,
    // The em at which texts are measured for every size: large enough that
    // whole pixels are precise.
    FONT_REFERENCE_PX = 256,
};

struct face;
struct fonts;

// folder holds fonts.yaml. NULL, and a line in the log naming the package to
// install, if no font at all can be opened for a role.
struct fonts *fonts_new(const char *folder);
void fonts_free(struct fonts *fonts); // NULL is allowed

// True if the letter can be drawn, by the role's font or a fallback.
bool fonts_have(struct fonts *fonts, enum font_role role, uint32_t rune);

// For draw/shape: the number of the font for a cluster (a letter with all
// that belongs to it), FONT_NONE if there is none that has all of it.
int fonts_pick(struct fonts *fonts, enum font_role role, const uint32_t *runes,
               size_t count);

// True for the font whose letters are pictures, all of one size.
bool fonts_is_emoji(const struct fonts *fonts, int font);

// The font opened at a size; valid until the next call. NULL if the file is
// gone.
struct face *fonts_face(struct fonts *fonts, int font, int px);

#endif
