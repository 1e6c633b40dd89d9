// SPDX-License-Identifier: MIT
#include "programme/read_page.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/text_buffer.h"
#include "base/utf8.h"
#include "programme/keys.h"
#include "programme/page_reader.h"
#include "programme/page_text.h"
#include "yaml/build.h"
#include "yaml/document_text.h"

// What of a front matter is the programme's, by its folded names.
static const struct {
    const char *key, *names;
} FRONT[] = {
    {"year",     "year annee an"                       },
    {"season",   "season saison"                       },
    {"updated",  "updated maj miseajour lastmodifiedat"},
    {"language", "language langue lang"                },
    {"timezone", "timezone fuseau"                     },
    {"contact",  "contact mail courriel email"         },
    {"subtitle", "subtitle soustitre"                  },
    {"register", "register inscription inscriptions"   },
    {"logo",     "logo"                                },
    {"poster",   "poster affiche"                      },
};

// Titles that only say what every site has.
static const char *const NO_TITLES[] = {"accueil", "home", "index",
                                        "bienvenue"};

#define COUNT(table) (sizeof(table) / sizeof *(table))

struct place page_reader_place(const struct page_reader *reader,
                               const struct block *block)
{
    return (struct place){reader->path, block->line, block->column};
}

bool page_reader_has(const struct page_reader *reader, const char *key)
{
    return node_get(reader->root, key) != NULL;
}

void page_reader_put(struct page_reader *reader, const char *key, char *text,
                     struct place place)
{
    if (text != NULL && !page_reader_has(reader, key)) {
        build_add_text(reader->arena, reader->root, key, text, place);
    }
    free(text);
}

static bool is_named(const char *name, const char *names)
{
    char *list = xstrdup(names);
    char *rest = list;
    bool found = false;
    for (char *word = strsep(&rest, " "); word != NULL;
         word = strsep(&rest, " ")) {
        found = found || strcmp(word, name) == 0;
    }
    free(list);
    return found;
}

static void take_front_item(struct page_reader *reader, const struct node *item)
{
    // Its first line is the page's second.
    struct place place = {reader->path, item->place.line + 1,
                          item->place.column};
    char *name = key_fold(item->key);
    for (size_t i = 0; i < COUNT(FRONT); i++) {
        if (is_named(name, FRONT[i].names)) {
            page_reader_put(reader, FRONT[i].key, xstrdup(item->text), place);
        }
    }
    free(name);
}

// The front matter as it is; NULL if the page has none.
static const struct node *read_front(struct page_reader *reader)
{
    if (reader->page.front == NULL) {
        return NULL;
    }
    // Its faults are the site's affair.
    const struct node *front =
        document_read(reader->arena, reader->page.front,
                      reader->page.front_length, reader->path, NULL);
    bool map = front != NULL && front->kind == NODE_MAP;
    for (const struct node *item = map ? front->first : NULL; item != NULL;
         item = item->next) {
        if (item->kind == NODE_TEXT) {
            take_front_item(reader, item);
        }
    }
    return map ? front : NULL;
}

static bool is_no_title(const char *text)
{
    char *folded = utf8_fold(text);
    bool none = folded[0] == '\0';
    for (size_t i = 0; i < COUNT(NO_TITLES); i++) {
        none = none || strcmp(folded, NO_TITLES[i]) == 0;
    }
    free(folded);
    return none;
}

static void put_heading(struct page_reader *reader, const char *key,
                        long heading)
{
    if (heading != BLOCK_NO_HEADING) {
        const struct block *block = &reader->page.blocks[heading];
        page_reader_put(reader, key, page_text_plain(block->markup),
                        page_reader_place(reader, block));
    }
}

static long first_heading(const struct page *page, int level)
{
    for (size_t i = 0; i < page->count; i++) {
        if (page->blocks[i].kind == BLOCK_HEADING &&
            page->blocks[i].level <= level) {
            return (long)i;
        }
    }
    return BLOCK_NO_HEADING;
}

static void read_title(struct page_reader *reader, const struct node *front)
{
    const struct page_list *list = &reader->list;
    long first = first_heading(&reader->page, 1);
    const struct node *title = node_get(front, "title");
    bool own = first != BLOCK_NO_HEADING && first != list->heading;
    if (own) {
        put_heading(reader, "title", first);
        if (list->parent != first) {
            put_heading(reader, "subtitle", list->parent);
        }
    }
    put_heading(reader, "title", list->parent);
    if (!is_no_title(node_text(title, ""))) {
        struct place place = {reader->path, title->place.line + 1,
                              title->place.column};
        page_reader_put(reader, "title", xstrdup(title->text), place);
    }
    put_heading(reader, "title", list->heading);
    put_heading(reader, "title", first_heading(&reader->page, 6));
}

static void read_year(struct page_reader *reader, const struct node *front)
{
    if (page_reader_has(reader, "year") || page_reader_has(reader, "season")) {
        return;
    }
    char year[PAGE_YEAR_BYTES];
    for (size_t i = reader->list.first; i > 0; i--) {
        const struct block *block = &reader->page.blocks[i - 1];
        if (page_text_year(block->markup, year)) {
            page_reader_put(reader, "year", xstrdup(year),
                            page_reader_place(reader, block));
            return;
        }
    }
    const struct node *date = node_get(front, "date");
    if (date != NULL && date->kind == NODE_TEXT) {
        // "2026-01-05 10:00:00 +0100"
        struct place place = {reader->path, date->place.line + 1,
                              date->place.column};
        page_reader_put(reader, "updated",
                        xstrndup(date->text, strlen("2026-01-05")), place);
    }
}

// The paragraphs under the heading of the series, in front of the list.
static void read_intro(struct page_reader *reader)
{
    const struct page_list *list = &reader->list;
    struct text_buffer intro = {0};
    struct place place = {reader->path, 0, 0};
    long series = list->parent;
    if (series == BLOCK_NO_HEADING && list->heading == BLOCK_NO_HEADING) {
        return;
    }
    for (size_t i = 0; i < list->first && i < reader->page.count; i++) {
        const struct block *block = &reader->page.blocks[i];
        bool ours = block->heading == series || block->heading == list->heading;
        if (!ours || block->kind != BLOCK_TEXT) {
            continue;
        }
        char *plain = page_text_plain(block->markup);
        if (plain[0] != '\0') {
            place =
                intro.length == 0 ? page_reader_place(reader, block) : place;
            text_buffer_add(&intro, intro.length > 0 ? "\n" : "");
            text_buffer_add(&intro, plain);
        }
        free(plain);
    }
    page_reader_put(reader, "intro", text_buffer_take(&intro), place);
}

const struct node *page_parse(struct arena *arena, const char *bytes,
                              size_t length, const char *shown_path,
                              struct diag_list *diags)
{
    struct page_reader reader = {.arena = arena, .diags = diags};
    reader.path = arena_strdup(arena, shown_path);
    struct place whole = {reader.path, 0, 0};
    if (length > PAGE_BYTES_MAX) {
        diag_add(diags, FAULT_FILE_TOO_LARGE, whole, "1 MiB", NULL, NULL);
        return NULL;
    }
    struct text_buffer text = {0};
    if (document_decode(bytes, length, whole, diags, &text)) {
        reader.page = page_read(arena, text_buffer_text(&text));
        reader.root = build_map(arena, whole);
        reader.list = page_list_find(&reader.page);
        const struct node *front = read_front(&reader);
        read_title(&reader, front);
        read_year(&reader, front);
        read_intro(&reader);
        page_read_marks(&reader);
        page_read_events(&reader);
        page_read_pages(&reader);
        page_list_release(&reader.list);
    }
    text_buffer_release(&text);
    return reader.root;
}

const struct node *page_load(struct arena *arena, const char *path,
                             const char *shown_path, struct diag_list *diags)
{
    size_t length = 0;
    char *bytes = document_bytes(path, shown_path, diags, &length);
    const struct node *root = NULL;
    if (bytes != NULL) {
        root = page_parse(arena, bytes, length, shown_path, diags);
    }
    free(bytes);
    return root;
}
