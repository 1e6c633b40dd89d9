// SPDX-License-Identifier: MIT
// Which of a page's lists is the programme.

#ifndef KIOSK_PROGRAMME_PAGE_LIST_H
#define KIOSK_PROGRAMME_PAGE_LIST_H

#include <stdbool.h>
#include <stddef.h>

struct page;

struct page_list {
    long heading;   // the one that says Programme, or BLOCK_NO_HEADING
    long parent;    // the heading above that, or BLOCK_NO_HEADING
    size_t first;   // block of the first event; the page's count if none
    bool *is_event; // for each block
};

// Free with page_list_release().
struct page_list page_list_find(const struct page *page);
void page_list_release(struct page_list *list);

#endif
