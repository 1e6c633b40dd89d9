// SPDX-License-Identifier: MIT
// A written date, cut into numbers, known words and marks.
//
// The text is folded (accents, case, dashes, spaces) for comparing; every
// token keeps the bytes of the text as it was typed, so that what is left
// over can be quoted.

#ifndef KIOSK_LANGUAGE_WHEN_WORDS_H
#define KIOSK_LANGUAGE_WHEN_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "language/status.h"
#include "language/vocabulary.h"

enum token_kind {
    TOKEN_END, // behind the last one
    TOKEN_NUMBER,
    TOKEN_WORD,   // with meanings, or unknown
    TOKEN_STATUS, // one word or several
    TOKEN_MARK,
};

enum token_use {
    TOKEN_UNUSED, // not understood
    TOKEN_FILLER, // says nothing by itself
    TOKEN_USED,
};

struct token {
    enum token_kind kind;
    enum token_use use;
    size_t start, end; // bytes of the text as it was typed
    bool space_before;
    bool in_parentheses;

    struct term term;   // TOKEN_WORD: what it may mean
    enum status status; // TOKEN_STATUS
    char mark;          // TOKEN_MARK
    int value, digits;  // TOKEN_NUMBER; a huge value is 999999
};

struct words {
    const char *text; // borrowed
    struct token *tokens;
    size_t count;
};

// text must outlive the words. Release with words_release().
void words_init(struct words *words, const char *text,
                const struct vocabulary *vocabulary);
void words_release(struct words *words);

// The token at index; one of TOKEN_END behind the last.
const struct token *words_at(const struct words *words, size_t index);

bool words_mean(const struct words *words, size_t index, enum meaning meaning);
bool words_mark(const struct words *words, size_t index, char mark);

// True if the token stands directly behind the one before it.
bool words_joined(const struct words *words, size_t index);

void words_use(struct words *words, size_t from, size_t to, enum token_use use);

// The text of the tokens from one to before another as it was typed,
// cleaned and cut to a line. The caller's; free().
char *words_quote(const struct words *words, size_t from, size_t to);

// The whole text likewise.
char *words_quote_all(const struct words *words);

// What was not understood, with the small words in front of it; NULL if
// everything was. The caller's; free().
char *words_left(const struct words *words);

#endif
