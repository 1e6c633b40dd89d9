// SPDX-License-Identifier: MIT
// What a value is to YAML, and what its writer meant by it.

#ifndef KIOSK_YAML_MEND_VALUE_H
#define KIOSK_YAML_MEND_VALUE_H

#include <stdbool.h>
#include <stddef.h>

#include "yaml/mend_words.h"

enum value_kind {
    VALUE_EMPTY, // nothing, or a comment
    VALUE_SOUND, // YAML reads it as it was meant
    VALUE_BLOCK, // '>' or '|': the lines below are the text
    VALUE_TEXT,  // it needs quotation marks
};

// Where a value stands.
struct value_place {
    const char *stop;   // of the file
    long parent;        // the column which lines that go on are beyond
    enum word_kind key; // the kind of its key
    size_t *budget;     // how many bytes may still be looked at in advance
};

struct value {
    enum value_kind kind;
    const char *end;               // behind it, perhaps in a later line
    const char *inner, *inner_end; // TEXT: what goes between quotation marks
    bool hashtag;                  // TEXT: for a hash alone
    bool open;   // TEXT: a quotation mark or bracket never closes
    bool silent; // TEXT: as the format allows
};

// The value at at, in a line that ends at end.
struct value value_judge(const char *at, const char *end,
                         const struct value_place *place);

#endif
