// SPDX-License-Identifier: MIT
// What a reader calls one letter: a code point with the accents, joiners and
// selectors that belong to it (Unicode's grapheme clusters).

#ifndef KIOSK_DRAW_CLUSTER_H
#define KIOSK_DRAW_CLUSTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    CLUSTER_RUNES_MAX = 16 // longer ones are cut in pieces of this
};

struct cluster {
    const char *start; // borrowed from the text
    size_t length;     // in bytes
    uint32_t runes[CLUSTER_RUNES_MAX];
    size_t count;
};

// The cluster at *cursor, which moves behind it. False at the end.
bool cluster_next(const char **cursor, const char *end, struct cluster *out);

#endif
