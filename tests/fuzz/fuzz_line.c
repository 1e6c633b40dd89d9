// SPDX-License-Identifier: MIT
// Any text as a pasted line: what stands in front of the first line break as
// the date, what follows as the text; without a break, all of it as an entry.
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "fuzz.h"
#include "language/language.h"
#include "programme/read_line.h"
#include "yaml/build.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct languages *languages;
    if (languages == NULL) {
        languages = languages_new(KIOSK_ASSETS_DIR "/languages", NULL);
    }
    struct source source = {.arena = arena_new(), .diags = diag_list_new()};
    source.dates.languages = languages;
    source.dates.year = 2026;
    char *text = xstrndup((const char *)data, size);
    char *what = strchr(text, '\n');
    struct place place = {"a.yaml", 1, 1};
    struct node *entry = build_text(source.arena, text, place);
    if (what != NULL) {
        *what++ = '\0';
        entry = build_map(source.arena, place);
        build_add(source.arena, entry, text,
                  build_text(source.arena, what, place));
    }
    const struct node *read = line_read(&source, entry);
    if (read->kind == NODE_MAP && read != entry &&
        node_get(read, "date") == NULL) {
        abort();
    }
    free(text);
    diag_list_free(source.diags);
    arena_free(source.arena);
    return 0;
}
