// SPDX-License-Identifier: MIT
// The values of settings: a text, one of some words, a number.
//
// A field that is not there, and one that is wrong, which is a fault, yields
// the fallback.

#ifndef KIOSK_PROGRAMME_READ_VALUE_H
#define KIOSK_PROGRAMME_READ_VALUE_H

struct field;
struct source;

enum {
    CHOICES_MAX = 8
};

// The folded words of a choice, those of one value parted by spaces, and how
// they are offered in a fault.
struct choices {
    const char *values[CHOICES_MAX];
    const char *offered;
};

// Lives as long as the source's arena. NULL if there is none, or it is empty.
const char *read_short_text(struct source *source, const struct field *field);

// The index of the value.
int read_choice(struct source *source, const struct field *field,
                const struct choices *choices, int fallback);

// In French or English, with its unit or without; low and high belong to it.
double read_number(struct source *source, const struct field *field, double low,
                   double high, double fallback);

#endif
