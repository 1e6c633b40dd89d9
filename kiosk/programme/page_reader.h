// SPDX-License-Identifier: MIT
// A web page while it is turned into a programme's tree: what read_page.c and
// the two files that read the parts of a page share.

#ifndef KIOSK_PROGRAMME_PAGE_READER_H
#define KIOSK_PROGRAMME_PAGE_READER_H

#include <stdbool.h>

#include "programme/page_blocks.h"
#include "programme/page_list.h"
#include "yaml/build.h"

struct page_reader {
    struct arena *arena;
    struct diag_list *diags;
    const char *path;
    struct page page;
    struct page_list list;
    struct node *root;
};

struct place page_reader_place(const struct page_reader *reader,
                               const struct block *block);

bool page_reader_has(const struct page_reader *reader, const char *key);

// Gives the root a text; takes it (NULL is allowed). A key that is there
// stays.
void page_reader_put(struct page_reader *reader, const char *key, char *text,
                     struct place place);

// Pictures, buttons and the address to write to.
void page_read_marks(struct page_reader *reader);

// The list of events, and the other lists.
void page_read_events(struct page_reader *reader);
void page_read_pages(struct page_reader *reader);

#endif
