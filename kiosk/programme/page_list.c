// SPDX-License-Identifier: MIT
#include "programme/page_list.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "programme/page_blocks.h"
#include "programme/page_text.h"

enum {
    WHEN_BYTES_MAX = 80 // of what stands in front of the colon
};

static const char *const WORDS[] = {"programme",  "programmes", "programa",
                                    "program",    "agenda",     "agendas",
                                    "calendrier", "calendari"};

static bool says_programme(const struct block *block)
{
    char *plain = page_text_plain(block->markup);
    char *folded = utf8_fold(plain);
    bool says = false;
    char *rest = folded;
    for (char *word = strsep(&rest, " :,.!?-/()'"); word != NULL;
         word = strsep(&rest, " :,.!?-/()'")) {
        for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
            says = says || strcmp(word, WORDS[i]) == 0;
        }
    }
    free(folded);
    free(plain);
    return says;
}

// A digit in front of a colon that ends a word: "20 janvier 18h30 : Film".
static bool begins_with_date(const struct block *block)
{
    char *plain = page_text_plain(block->markup);
    const char *colon = strchr(plain, ':');
    while (colon != NULL && colon[1] != ' ') { // 18:30
        colon = strchr(colon + 1, ':');
    }
    bool digit = false;
    for (const char *at = plain; colon != NULL && at < colon; at++) {
        digit = digit || isdigit((unsigned char)*at);
    }
    bool dated = digit && colon - plain <= WHEN_BYTES_MAX;
    free(plain);
    return dated;
}

// The items right under one heading, from block index on.
struct run {
    size_t items, dated, end;
};

static struct run run_at(const struct page *page, size_t index)
{
    struct run run = {.end = index};
    long heading = page->blocks[index].heading;
    while (run.end < page->count && page->blocks[run.end].heading == heading) {
        const struct block *block = &page->blocks[run.end++];
        if (block->kind == BLOCK_ITEM) {
            run.items++;
            run.dated += begins_with_date(block) ? 1 : 0;
        }
    }
    return run;
}

static bool is_dated(struct run run)
{
    return run.items > 0 && 2 * run.dated >= run.items;
}

static void take(struct page_list *list, const struct page *page, size_t begin,
                 size_t end)
{
    for (size_t i = begin; i < end; i++) {
        bool item = page->blocks[i].kind == BLOCK_ITEM;
        list->is_event[i] = item;
        if (item && list->first > i) {
            list->first = i;
        }
    }
}

// The lists under a heading and those below its own headings.
static void take_section(struct page_list *list, const struct page *page,
                         size_t heading)
{
    struct run run = run_at(page, heading);
    take(list, page, heading, run.end);
    int level = page->blocks[heading].level;
    while (run.end < page->count && page->blocks[run.end].level > level) {
        size_t begin = run.end;
        run = run_at(page, begin);
        if (is_dated(run)) {
            take(list, page, begin, run.end);
        }
    }
}

static long parent_of(const struct page *page, long heading)
{
    for (long i = heading - 1; i >= 0; i--) {
        const struct block *block = &page->blocks[i];
        if (block->kind == BLOCK_HEADING &&
            block->level < page->blocks[heading].level) {
            return i;
        }
    }
    return BLOCK_NO_HEADING;
}

// True if something was found below such a heading.
static bool take_named(struct page_list *list, const struct page *page)
{
    for (size_t i = 0; i < page->count; i++) {
        const struct block *block = &page->blocks[i];
        if (block->kind != BLOCK_HEADING || !says_programme(block)) {
            continue;
        }
        take_section(list, page, i);
        if (list->first < page->count) {
            list->heading = (long)i;
            list->parent = parent_of(page, (long)i);
            return true;
        }
    }
    return false;
}

static void take_dated(struct page_list *list, const struct page *page)
{
    struct run run = {0};
    for (size_t i = 0; i < page->count; i = run.end) {
        run = run_at(page, i);
        if (!is_dated(run)) {
            continue;
        }
        if (list->first == page->count) {
            list->parent = page->blocks[i].heading;
        }
        take(list, page, i, run.end);
    }
}

struct page_list page_list_find(const struct page *page)
{
    struct page_list list = {.heading = BLOCK_NO_HEADING,
                             .parent = BLOCK_NO_HEADING,
                             .first = page->count};
    list.is_event = xcalloc(page->count + 1, sizeof *list.is_event);
    if (!take_named(&list, page)) {
        take_dated(&list, page);
    }
    return list;
}

void page_list_release(struct page_list *list)
{
    free(list->is_event);
    *list = (struct page_list){0};
}
