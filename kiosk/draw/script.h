// SPDX-License-Identifier: MIT
// What a character's code point tells about how it is drawn.

#ifndef KIOSK_DRAW_SCRIPT_H
#define KIOSK_DRAW_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum script_direction {
    SCRIPT_LEFT_TO_RIGHT,
    SCRIPT_RIGHT_TO_LEFT,
    SCRIPT_NUMBER,  // left to right inside either
    SCRIPT_NEUTRAL, // as its neighbours: spaces, punctuation
};

// The ISO 15924 name that the letter shaper wants: "Latn" unless it is
// another script's own letter.
const char *script_name(uint32_t rune);
enum script_direction script_direction(uint32_t rune);

// Chinese characters and Japanese kana: a line may end between any two.
bool script_is_ideographic(uint32_t rune);

// Accents and the like that stand on the letter in front of them.
bool script_is_mark(uint32_t rune);

// Joiners, variation selectors, tags: never drawn themselves.
bool script_is_ignorable(uint32_t rune);

// Any space, breakable or not: the letter shaper makes up what a font lacks.
bool script_is_space(uint32_t rune);

// True if a cluster (a letter with all that belongs to it) is to be drawn in
// colour.
bool script_is_emoji(const uint32_t *runes, size_t count);

#endif
