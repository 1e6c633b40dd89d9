// SPDX-License-Identifier: MIT
// The strips of the list: what it is and the tools; the filters.

#ifndef KIOSK_SCREENS_LIST_BAR_H
#define KIOSK_SCREENS_LIST_BAR_H

#include <stddef.h>

#include "language/language.h"

struct filter_options;
struct stage;
struct strip;
struct visit;

enum list_target {
    LIST_CLOSE,
    LIST_LANGUAGE,
    LIST_TEXT,
    LIST_LOWER,
    LIST_CALENDAR,
    LIST_PAGES,
    LIST_ALL,  // no filter
    LIST_HERE, // what is here
    LIST_OPTION = 1000,
    LIST_MORE = 90000, // all the filters
    LIST_CARD = 100000,
};

// "12 soirées à venir" and the tools there are a use for.
void list_bar_make(struct strip *strip, struct visit *visit, size_t count);

// As many filters as fit, those chosen always among them; empty if there is
// nothing to choose from.
void list_filters_make(struct strip *strip, struct visit *visit,
                       const struct filter_options *options);

// The language that the language's button leads to; NULL: there is one alone.
const char *list_next_language(struct visit *visit);

// A word with a capital. The caller's.
char *list_word(const struct stage *stage, enum word word);

#endif
