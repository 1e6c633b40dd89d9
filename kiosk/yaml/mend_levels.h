// SPDX-License-Identifier: MIT
// Which lists and keys are open around a line, by their columns: where a line
// belongs that stands a little to the left or right of its place.

#ifndef KIOSK_YAML_MEND_LEVELS_H
#define KIOSK_YAML_MEND_LEVELS_H

#include <stdbool.h>
#include <stddef.h>

enum {
    LEVELS_MAX = 16 // more than the reader takes
};

struct open_level {
    size_t column;
    bool list; // else keys
};

struct levels {
    struct open_level items[LEVELS_MAX];
    size_t count;
    bool awaits; // the last key or dash has no value yet
    bool full;   // too deep to follow
};

// The column at which a line with a key, or one with a dash, that stands at
// column was meant to stand.
size_t levels_fit_key(const struct levels *levels, size_t column);
size_t levels_fit_dash(const struct levels *levels, size_t column);

// A key, or a dash, stands at column: what is deeper is over.
void levels_take_key(struct levels *levels, size_t column);
void levels_take_dash(struct levels *levels, size_t column);

// The column which lines have to be beyond to belong to the last value; -1
// where there is nothing yet.
long levels_parent(const struct levels *levels);

// True if a list's dash may stand at column.
bool levels_want_dash(const struct levels *levels, size_t column);

#endif
