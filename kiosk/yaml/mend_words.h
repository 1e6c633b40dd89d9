// SPDX-License-Identifier: MIT
// The words that are keys in a programme: what tells "titre:Film" from a text
// that happens to hold a colon.

#ifndef KIOSK_YAML_MEND_WORDS_H
#define KIOSK_YAML_MEND_WORDS_H

#include <stddef.h>

enum word_kind {
    WORD_UNKNOWN,
    WORD_OF_TEXT,   // its value is prose, where a hash may be a hashtag
    WORD_OF_VALUE,  // a date, a number, a name of a file
    WORD_OF_EVENTS, // the list of them
};

// Compared without accents, case, spaces, '-', '_' and apostrophes, and
// without a language behind an '_'.
enum word_kind word_kind(const char *text, size_t length);

#endif
