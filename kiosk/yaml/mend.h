// SPDX-License-Identifier: MIT
// What people type for YAML, as the YAML they meant.
//
// Text in, text out, with the same lines: quotation marks around a title with
// a colon, the space behind a key's colon, lines moved to their column. Each
// change is a fault that warns and shows the corrected line; a line nobody can
// make sense of is left out, with a fault. What was right is not changed by a
// byte, nor are the texts under '>' and '|'. In linear time.
//
// A hash begins a comment as in YAML, but in the value of a key for prose one
// that has a single space in front of it and a letter or digit behind it is
// text: "titre: Soirée #RegardsCoop", and "annee: 2026  # for all dates".

#ifndef KIOSK_YAML_MEND_H
#define KIOSK_YAML_MEND_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/text_buffer.h"

// From a column of a mended line on, its characters were typed at others.
struct mend_shift {
    size_t line, column, typed;
};

// Where in the mended text the list of events stands, by far the longest part
// of a programme: whole lines. Of no length if there is no such list.
struct mended_list {
    size_t start, end; // bytes
    size_t line;       // the first one, from 0
    size_t entries;    // as many at most
};

struct mended {
    struct text_buffer text;
    struct mended_list list;
    struct mend_shift *shifts;
    size_t shift_count, shift_capacity;
    size_t last_line;
    bool cut; // the file ends in the middle of something
};

// Takes the text over: it is the mended one where nothing was to be mended.
// Zero-initialise *out.
void mend(struct text_buffer *text, const char *path, struct diag_list *diags,
          struct mended *out);
void mended_release(struct mended *mended);

// The column in which what stands at a column of the mended line was typed.
size_t mended_column(const struct mended *mended, size_t line, size_t column);

#endif
