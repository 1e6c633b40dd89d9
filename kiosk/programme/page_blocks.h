// SPDX-License-Identifier: MIT
// A web page in Markdown as its headings, paragraphs and list items, in order,
// with their places.

#ifndef KIOSK_PROGRAMME_PAGE_BLOCKS_H
#define KIOSK_PROGRAMME_PAGE_BLOCKS_H

#include <stddef.h>

struct arena;

enum block_kind {
    BLOCK_HEADING,
    BLOCK_TEXT,
    BLOCK_ITEM,
};

enum {
    BLOCK_NO_HEADING = -1
};

struct block {
    enum block_kind kind;
    int level;          // of a heading, 1 to 6
    long heading;       // index of the heading it stands under, or
                        // BLOCK_NO_HEADING; a heading's is its own
    const char *markup; // lines joined by '\n', without signs in front
    size_t line, column;
};

struct page {
    const struct block *blocks;
    size_t count;
    // What stands between the two lines '---' at the top: YAML, from line 2.
    // NULL if there is none.
    const char *front;
    size_t front_length;
};

// The page lives as long as the arena; front is borrowed from text, which is
// UTF-8. Code, comments, tables and rules are left out.
struct page page_read(struct arena *arena, const char *text);

#endif
