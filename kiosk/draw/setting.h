// SPDX-License-Identifier: MIT
// The work behind text_set(): the largest size at which words fit into a
// room, and their lines at that size.

#ifndef KIOSK_DRAW_SETTING_H
#define KIOSK_DRAW_SETTING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/geometry.h"
#include "draw/shape.h"
#include "draw/text.h"

struct set_line {
    char *text;
    struct shape shape;
    int baseline; // from the block's top
};

struct setting {
    int px;
    bool cut;   // ends in an ellipsis
    bool split; // a word was wider than the room
    struct set_line *lines;
    size_t count;
    struct size size;
    int x_height, cap_height;
};

// words are drawable and joined (draw/legible, draw/typography). cut: they
// are only the beginning of a text that is too long for the room anyway.
struct setting setting_make(struct fonts *fonts, const char *words,
                            struct text_style style, struct size room,
                            bool cut);
void setting_release(struct setting *setting);

// The most letters that a room could hold, whatever they are.
size_t setting_capacity(struct text_style style, struct size room);

#endif
