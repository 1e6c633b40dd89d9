// SPDX-License-Identifier: MIT
// The widths of a text's pieces, measured once at FONT_REFERENCE_PX for all
// sizes: unhinted letters grow in proportion.

#ifndef KIOSK_DRAW_MEASURE_H
#define KIOSK_DRAW_MEASURE_H

#include <stddef.h>

#include "draw/fonts.h"

struct piece_list;

// Splits words into pieces and measures them. Release the list.
void measure_pieces(struct fonts *fonts, enum font_role role, const char *words,
                    struct piece_list *list);

// Splits the pieces that are wider than most into their letters.
void measure_split_wide(struct fonts *fonts, enum font_role role, int most,
                        struct piece_list *list);

#endif
