// SPDX-License-Identifier: MIT
#include "programme/page_reader.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "programme/page_text.h"
#include "programme/read_page.h"

// Where the colon stands that parts when from what; NULL if there is none.
// *behind is where what begins.
static const char *find_colon(const char *text, bool apart, const char **behind)
{
    uint32_t before = 0;
    const char *at = text;
    while (*at != '\0') {
        const char *here = at;
        uint32_t rune = utf8_next(&at);
        const char *next = at;
        uint32_t after = utf8_next(&next);
        bool space = before == ' ' || before == 0xA0 || before == 0x202F;
        bool parted = after == ' ' || after == 0xA0 || after == 0;
        if (rune == ':' && parted && (space || !apart) && here > text) {
            *behind = after != 0 ? next : at;
            return here;
        }
        before = rune;
    }
    return NULL;
}

// French puts an unbreakable space in front of a colon.
static size_t space_at_end(const char *text, size_t length)
{
    static const char *const SPACES[] = {" ", "\u00A0", "\u202F"};
    for (size_t i = 0; i < sizeof SPACES / sizeof *SPACES; i++) {
        size_t bytes = strlen(SPACES[i]);
        if (length >= bytes &&
            memcmp(text + length - bytes, SPACES[i], bytes) == 0) {
            return bytes;
        }
    }
    return 0;
}

static size_t without_spaces(const char *text, size_t length)
{
    size_t space = space_at_end(text, length);
    while (space > 0) {
        length -= space;
        space = space_at_end(text, length);
    }
    return length;
}

// "20 janvier 18h30 : Film Foodcoop" as a map of that pair.
static struct node *event_node(struct page_reader *reader,
                               const struct block *block)
{
    struct place place = page_reader_place(reader, block);
    char *plain = page_text_plain(block->markup);
    const char *what = NULL;
    const char *colon = find_colon(plain, true, &what);
    colon = colon != NULL ? colon : find_colon(plain, false, &what);
    struct node *node = NULL;
    if (colon == NULL) {
        node = build_text(reader->arena, plain, place);
    } else {
        size_t length = without_spaces(plain, (size_t)(colon - plain));
        char *when = xstrndup(plain, length);
        char *before = xstrndup(plain, (size_t)(what - plain));
        struct place behind = place;
        behind.column += utf8_length(before);
        node = build_map(reader->arena, place);
        struct node *text = build_text(reader->arena, what, behind);
        build_add(reader->arena, node, when, text);
        text->key_place = place;
        free(before);
        free(when);
    }
    free(plain);
    return node;
}

void page_read_events(struct page_reader *reader)
{
    if (reader->list.first == reader->page.count) {
        diag_add(reader->diags, FAULT_PAGE_NO_LIST,
                 (struct place){reader->path, 0, 0}, NULL, NULL, NULL);
        return;
    }
    const struct block *first = &reader->page.blocks[reader->list.first];
    struct node *events =
        build_list(reader->arena, page_reader_place(reader, first));
    for (size_t i = reader->list.first; i < reader->page.count; i++) {
        if (reader->list.is_event[i]) {
            build_add(reader->arena, events, NULL,
                      event_node(reader, &reader->page.blocks[i]));
        }
    }
    build_add(reader->arena, reader->root, "events", events);
}

static char *page_title(const struct page_reader *reader,
                        const struct block *block)
{
    if (block->heading == BLOCK_NO_HEADING) {
        return xstrdup("");
    }
    char *title = page_text_plain(reader->page.blocks[block->heading].markup);
    size_t length = strlen(title);
    while (length > 0 && strchr(" :", title[length - 1]) != NULL) {
        title[--length] = '\0';
    }
    return title;
}

// The list from block begin to end, which has some items.
static struct node *list_node(struct page_reader *reader, size_t begin,
                              size_t end)
{
    const struct block *first = &reader->page.blocks[begin];
    struct place place = page_reader_place(reader, first);
    struct node *page = build_map(reader->arena, place);
    struct node *points = build_list(reader->arena, place);
    char *title = page_title(reader, first);
    build_add_text(reader->arena, page, "title", title, place);
    free(title);
    const struct block *above = begin > 0 ? first - 1 : NULL;
    if (above != NULL && above->kind == BLOCK_TEXT &&
        above->heading == first->heading) {
        char *text = page_text_plain(above->markup);
        build_add_text(reader->arena, page, "text", text,
                       page_reader_place(reader, above));
        free(text);
    }
    for (size_t i = begin; i < end; i++) {
        const struct block *block = &reader->page.blocks[i];
        char *point = page_text_plain(block->markup);
        build_add(
            reader->arena, points, NULL,
            build_text(reader->arena, point, page_reader_place(reader, block)));
        free(point);
    }
    build_add(reader->arena, page, "points", points);
    return page;
}

static bool is_point(const struct page_reader *reader, size_t index)
{
    return index < reader->page.count &&
           reader->page.blocks[index].kind == BLOCK_ITEM &&
           !reader->list.is_event[index];
}

// The other lists, where they are short enough for a slide.
void page_read_pages(struct page_reader *reader)
{
    struct node *pages = NULL;
    size_t end = 0;
    for (size_t i = 0; i < reader->page.count; i = end) {
        end = i;
        while (is_point(reader, end)) {
            end++;
        }
        size_t count = end - i;
        bool room = pages == NULL || pages->count < PAGE_PAGES_MAX;
        if (count > 0 && count <= PAGE_POINTS_MAX && room) {
            struct node *page = list_node(reader, i, end);
            pages =
                pages != NULL ? pages : build_list(reader->arena, page->place);
            build_add(reader->arena, pages, NULL, page);
        }
        end += count == 0 ? 1 : 0;
    }
    if (pages != NULL) {
        build_add(reader->arena, reader->root, "pages", pages);
    }
}
