// SPDX-License-Identifier: MIT
// A text cut where a line may end: at spaces, after hyphens and dashes, in
// addresses after / . @ - _ ? & = and between Chinese or Japanese characters.
//
// Spaces that French typography joins to their neighbours are made
// unbreakable first, by typography_join(). Nothing here knows a font.

#ifndef KIOSK_DRAW_PIECE_H
#define KIOSK_DRAW_PIECE_H

#include <stddef.h>

// Why a line may end behind a piece, from the best reason to the worst.
enum break_kind {
    BREAK_LINE,    // it must: '\n' or the text's end
    BREAK_SPACE,   // between two words
    BREAK_HYPHEN,  // after a hyphen, a dash or a slash
    BREAK_ADDRESS, // inside an address
    BREAK_LETTER,  // inside a word that is too wide
};

// How much a line would rather not end behind a piece.
enum reluctance {
    RELUCTANCE_NONE,
    RELUCTANCE_SOME, // behind "de", which belongs to the next word
    RELUCTANCE_MUCH, // in front of "·", which belongs to the word before
};

struct piece {
    const char *start; // borrowed from the text
    size_t length;     // in bytes, without the spaces behind
    size_t spaces;     // bytes of spaces behind, lost at a line's end
    enum break_kind after;
    enum reluctance reluctance;
    int width, space; // of letters and spaces; whoever measures sets them
};

// Zero-initialise with {0}.
struct piece_list {
    struct piece *items;
    size_t count, capacity;
};

void piece_list_add(struct piece_list *list, struct piece piece);
void piece_list_release(struct piece_list *list);

// Adds the pieces of a text, none for "". Widths are 0.
void piece_list_split(struct piece_list *list, const char *utf8);

#endif
