// SPDX-License-Identifier: MIT
// A text as it can be drawn, whatever it was.

#ifndef KIOSK_DRAW_LEGIBLE_H
#define KIOSK_DRAW_LEGIBLE_H

#include <stdbool.h>
#include <stddef.h>

#include "draw/fonts.h"

enum {
    LEGIBLE_RUNES_MAX = 20000, // more of a text is never looked at
    LEGIBLE_MARKS_MAX = 4,     // accents on one letter
};

// A composed copy without control characters, with at most
// LEGIBLE_MARKS_MAX accents on a letter. *cut is set if it is not all of the
// text. The caller's; free().
char *legible_clean(const char *utf8, bool *cut);

// A copy of the first `most` letters of a cleaned text, less those that no
// font has. *cut is set if there were more. The caller's; free().
char *legible_drawable(struct fonts *fonts, enum font_role role,
                       const char *utf8, size_t most, bool *cut);

#endif
