// SPDX-License-Identifier: MIT
// The fonts installed on this computer, by the letters they have
// (fontconfig).

#ifndef KIOSK_DRAW_FONT_FINDER_H
#define KIOSK_DRAW_FONT_FINDER_H

#include <stdbool.h>
#include <stdint.h>

struct font_finder;

// Costs nothing until something is asked for. Never NULL.
struct font_finder *font_finder_new(void);
void font_finder_free(struct font_finder *finder); // NULL is allowed

// An outline font, the one most like a plain sans serif that has the letter.
// False if there is none. *path is borrowed from the finder.
bool font_finder_find(struct font_finder *finder, uint32_t rune, bool bold,
                      const char **path, int *index);

#endif
