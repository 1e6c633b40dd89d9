// SPDX-License-Identifier: MIT
#include "draw/legible.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text_buffer.h"
#include "base/utf8.h"
#include "draw/cluster.h"
#include "draw/script.h"

char *legible_clean(const char *utf8, bool *cut)
{
    // Before anything else looks at the text: composing thousands of accents
    // on one letter takes the square of their number.
    struct text_buffer capped = {0};
    size_t runes = 0, marks = 0;
    uint32_t rune = utf8_next(&utf8);
    for (; rune != 0 && runes < LEGIBLE_RUNES_MAX; runes++) {
        marks = script_is_mark(rune) ? marks + 1 : 0;
        if (marks <= LEGIBLE_MARKS_MAX) {
            text_buffer_add_rune(&capped, rune);
        }
        rune = utf8_next(&utf8);
    }
    *cut = *cut || rune != 0;
    char *cleaned = utf8_clean(text_buffer_text(&capped));
    text_buffer_release(&capped);
    return cleaned;
}

// All of the cluster, or its letter without the accents, or nothing.
static size_t drawable_length(struct fonts *fonts, enum font_role role,
                              const struct cluster *cluster)
{
    if (cluster->runes[0] == '\n' ||
        fonts_pick(fonts, role, cluster->runes, cluster->count) != FONT_NONE) {
        return cluster->length;
    }
    if (fonts_pick(fonts, role, cluster->runes, 1) == FONT_NONE) {
        return 0;
    }
    const char *behind = cluster->start;
    utf8_next(&behind);
    return (size_t)(behind - cluster->start);
}

char *legible_drawable(struct fonts *fonts, enum font_role role,
                       const char *utf8, size_t most, bool *cut)
{
    struct text_buffer drawable = {0};
    struct cluster cluster;
    const char *end = utf8 + strlen(utf8);
    bool left_out = false;
    for (; most > 0 && cluster_next(&utf8, end, &cluster); most--) {
        size_t length = drawable_length(fonts, role, &cluster);
        const char *last =
            drawable.length == 0 ? " " : drawable.text + drawable.length - 1;
        // Where a letter is left out, one of the two spaces around it goes.
        bool doubled = left_out && cluster.runes[0] == ' ' && *last == ' ';
        if (!doubled) {
            text_buffer_add_bytes(&drawable, cluster.start, length);
        }
        left_out = length == 0 || (left_out && doubled);
    }
    *cut = *cut || utf8 < end;
    return text_buffer_take(&drawable);
}
