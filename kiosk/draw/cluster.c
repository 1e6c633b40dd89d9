// SPDX-License-Identifier: MIT
#include "draw/cluster.h"

#include <utf8proc.h>

#include "base/utf8.h"

bool cluster_next(const char **cursor, const char *end, struct cluster *out)
{
    if (*cursor >= end) {
        return false;
    }
    struct cluster cluster = {.start = *cursor};
    utf8proc_int32_t state = 0;
    uint32_t rune = utf8_next(cursor);
    cluster.runes[cluster.count++] = rune;
    while (*cursor < end && cluster.count < CLUSTER_RUNES_MAX) {
        const char *ahead = *cursor;
        uint32_t next = utf8_next(&ahead);
        if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)rune,
                                             (utf8proc_int32_t)next, &state)) {
            break;
        }
        cluster.runes[cluster.count++] = next;
        *cursor = ahead;
        rune = next;
    }
    cluster.length = (size_t)(*cursor - cluster.start);
    *out = cluster;
    return true;
}
