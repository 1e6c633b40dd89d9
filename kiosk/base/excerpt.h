// SPDX-License-Identifier: MIT
// A line of a file as it is shown to whoever wrote it, with a caret under the
// place that is meant.
//
// Nothing of the file reaches a terminal as it stands but letters, spaces and
// tabulations: control characters become signs that can be seen.

#ifndef KIOSK_BASE_EXCERPT_H
#define KIOSK_BASE_EXCERPT_H

#include <stddef.h>

enum {
    EXCERPT_COLUMNS = 100 // what is shown of a long line, about its caret
};

struct excerpt {
    char *line;    // without its line break
    char *caret;   // blanks and '^', as wide as what stands above them
    size_t column; // counted in characters as a reader counts them, from 1
};

// The line, whose column counts code points from 1. Free with
// excerpt_release().
struct excerpt excerpt_make(const char *line, size_t column);
void excerpt_release(struct excerpt *excerpt);

// A text on one line, with nothing in it that a terminal obeys. The caller's;
// free().
char *excerpt_visible(const char *text);

#endif
