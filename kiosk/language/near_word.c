// SPDX-License-Identifier: MIT
#include "language/near_word.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "language/language.h"

enum {
    SHORT_BYTES = 3, // words as short as that are near to everything
    LONG_BYTES = 6,  // two slips are likely from here on
    MONTHS = 12,
    WEEKDAYS = 7,
};

struct search {
    const char *folded; // the word
    size_t best;        // edits that are too many
    const char *nearest;
};

static void compare(struct search *search, const char *const *names,
                    size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (names[i] == NULL) {
            continue;
        }
        char *folded = utf8_fold(names[i]);
        size_t edits = utf8_distance(search->folded, folded, search->best);
        if (edits < search->best && strlen(folded) > SHORT_BYTES) {
            search->best = edits;
            search->nearest = names[i];
        }
        free(folded);
    }
}

const char *near_date_word(const struct languages *languages, const char *word)
{
    char *folded = utf8_fold(word);
    size_t length = strlen(folded);
    struct search search = {.folded = folded,
                            .best = length >= LONG_BYTES ? 3 : 2};
    if (length > SHORT_BYTES) {
        for (size_t i = 0; i < languages_count(languages); i++) {
            const struct language *language = languages_at(languages, i);
            compare(&search, language->months, MONTHS);
            compare(&search, language->weekdays, WEEKDAYS);
        }
    }
    free(folded);
    return search.nearest;
}
