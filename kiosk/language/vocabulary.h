// SPDX-License-Identifier: MIT
// The words people write dates with, in all the languages at once: months and
// weekdays, and what the files list under reading:.
//
// A word may mean several things ("mar." is Tuesday in French and March in
// English, "des" a preposition and December): the grammar decides where it
// stands.

#ifndef KIOSK_LANGUAGE_VOCABULARY_H
#define KIOSK_LANGUAGE_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct language;
struct node;
struct vocabulary;

// Keys under reading:, named as in the table in vocabulary.c.
enum meaning {
    MEANING_ORDINAL, // behind a number: 1er, 20th
    MEANING_OF,      // between day, month and year: 20 de enero
    MEANING_FILLER,  // carries no news: le, dans, mois de
    MEANING_TO,
    MEANING_AND,
    MEANING_BETWEEN,
    MEANING_SINCE,
    MEANING_UNTIL,
    MEANING_WEEK,
    MEANING_WEEKEND,
    MEANING_PART_OF_MONTH, // début, fin, courant
    MEANING_NOON,
    MEANING_MIDNIGHT,
    MEANING_HOUR,
    MEANING_BEFORE_NOON, // am
    MEANING_AFTER_NOON,  // pm
    MEANING_TIME_TO_COME,
    MEANING_DATE_TO_COME,
    MEANING_TO_COME, // the date, or the time if there is a date
    MEANING_ONLINE,
    MEANING_COUNT,
};

struct term {
    const char *text; // folded (utf8_fold), without a final dot
    size_t length;
    unsigned meanings; // a set: bit 1 << meaning
    int month;         // 1 to 12, 0 for none
    int weekday;       // 1 to 7, Monday first, 0 for none
    bool month_first;  // the month may precede the day: January 20
};

// Free with vocabulary_free(); NULL is allowed there.
struct vocabulary *vocabulary_new(void);
void vocabulary_free(struct vocabulary *vocabulary);

// Adds a language's month and weekday names, and the words under reading,
// which may be NULL. Faults in reading go to diags.
void vocabulary_add_language(struct vocabulary *vocabulary,
                             const struct language *language,
                             const struct node *reading,
                             struct diag_list *diags);

// The longest term that begins at text (folded) and ends with a word there;
// NULL for none. Borrowed until the next vocabulary_add_language().
const struct term *vocabulary_match(const struct vocabulary *vocabulary,
                                    const char *text);

// True if a letter begins at text (folded): not a digit, a mark or a space.
bool vocabulary_is_letter(const char *text);

#endif
