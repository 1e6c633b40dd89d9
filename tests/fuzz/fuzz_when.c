// SPDX-License-Identifier: MIT
// Any text as a date, and as a time.
#include <assert.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/memory.h"
#include "fuzz.h"
#include "language/language.h"
#include "language/when.h"

static void check(const struct when *when)
{
    assert(when->wording != NULL);
    if (when->precision != PRECISION_NONE) {
        assert(date_is_valid(when->first_day) && date_is_valid(when->last_day));
        assert(date_compare(when->first_day, when->last_day) <= 0);
    }
    assert(when->start_minute >= MINUTE_UNKNOWN);
    assert(when->end_minute >= MINUTE_UNKNOWN);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct languages *languages;
    if (languages == NULL) {
        languages = languages_new(KIOSK_ASSETS_DIR "/languages", NULL);
    }
    char *text = xstrndup((const char *)data, size);
    struct arena *arena = arena_new();
    struct diag_list *diags = diag_list_new();
    const struct when_context contexts[] = {
        {.languages = languages    },
        { .languages = languages,              .year = 2026},
        { .languages = languages, .season_first_year = 2026},
        { .languages = languages,   .updated = {2026, 1, 5}},
    };
    for (size_t i = 0; i < sizeof contexts / sizeof *contexts; i++) {
        struct place place = {"a.yaml", 1, 1};
        struct when when = {0};
        if (when_read(arena, text, &contexts[i], place, diags, &when)) {
            check(&when);
            when_read_time(text, &contexts[i], place, diags, &when);
        } else {
            assert(diag_at(diags, 0) != NULL);
        }
    }
    diag_list_free(diags);
    arena_free(arena);
    free(text);
    return 0;
}
