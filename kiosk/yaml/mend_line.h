// SPDX-License-Identifier: MIT
// One line of a YAML file taken apart: its indentation, and the key in front
// of its colon, as its writer meant them.

#ifndef KIOSK_YAML_MEND_LINE_H
#define KIOSK_YAML_MEND_LINE_H

#include <stdbool.h>
#include <stddef.h>

enum {
    TAB_COLUMNS = 2 // what a tabulation in the indentation stands for
};

// Its members point into the text it was found in.
struct line {
    const char *start;
    const char *content; // behind the indentation
    const char *end;     // behind the last character, in front of the break
    const char *next;    // behind the break
    size_t indent;       // in columns
    bool tabs;           // there are some in the indentation
};

// "key: value". Without one, colon is NULL.
struct pair {
    const char *key_end;
    const char *colon;
    const char *behind; // the colon
    const char *value;  // behind the spaces that follow
    bool mend_colon;    // it needs a space, or is no plain one
    bool quote_key;     // the key begins as no text may
};

// The line at that place, which is in front of stop.
struct line line_at(const char *at, const char *stop);

// The same for the next line that holds anything; at may be stop.
struct line line_with_content(const char *at, const char *stop);

bool line_is_blank(const struct line *line);
bool line_is_comment(const struct line *line);

// "---" or "...", alone or in front of a space.
bool line_is_marker(const struct line *line, char mark);

// "- " or a lone "-".
bool text_is_dash(const char *at, const char *end);
// The same, or the bullet of a word processor in front of a space.
bool text_is_bullet(const char *at, const char *end, size_t *length);

// In front of end, behind the spaces, tabulations and unbreakable spaces.
const char *text_skip_blanks(const char *at, const char *end);
const char *text_trim(const char *at, const char *end); // the new end

size_t text_characters(const char *from, const char *to);

// Behind the quotation mark that closes the one at at; NULL if none does. Sets
// *broken for an escape there is not.
const char *text_quote_end(const char *at, const char *end, bool *broken);

// Behind the bracket that closes the one at at; NULL if none does.
const char *text_flow_end(const char *at, const char *end);

// True where a comment begins at at, which is behind start.
bool text_is_comment(const char *start, const char *at);

// Takes "key: value" apart. certain: where it stands only a key can stand.
struct pair pair_split(const char *at, const char *end, bool certain);

// A key in front of a colon, in a place where text may go on: a known one, or
// one word with its colon close behind it.
bool pair_is_surely_key(const char *at, const char *end);

#endif
