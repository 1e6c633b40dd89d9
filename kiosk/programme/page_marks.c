// SPDX-License-Identifier: MIT
#include "programme/page_reader.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/path.h"
#include "base/utf8.h"
#include "programme/html_text.h"
#include "programme/page_mark.h"
#include "programme/page_text.h"
#include "programme/read_page.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const char *const REGISTER[] = {"inscri",     "reserv",   "billet",
                                       "participer", "register", "sign up"};

static bool contains_one_of(const char *text, const char *const *words,
                            size_t count)
{
    char *folded = utf8_fold(text);
    bool found = false;
    for (size_t i = 0; i < count; i++) {
        found = found || strstr(folded, words[i]) != NULL;
    }
    free(folded);
    return found;
}

static char *label_of(const struct mark *mark)
{
    char *markup =
        xstrndup(mark->label != NULL ? mark->label : "", mark->label_length);
    char *label = page_text_plain(markup);
    free(markup);
    return label;
}

// The last part of an address: img/Affiche%202026.png?v=2 → Affiche 2026.png.
static char *file_name(const char *target)
{
    const char *at = path_name(target);
    size_t length = strcspn(at, "?#"), filled = 0;
    char *name = xcalloc(length + 1, 1);
    for (size_t i = 0; i < length; i++) {
        unsigned byte = 0;
        bool coded = at[i] == '%' && i + 2 < length &&
                     isxdigit((unsigned char)at[i + 1]) &&
                     isxdigit((unsigned char)at[i + 2]) &&
                     sscanf(at + i + 1, "%2x", &byte) == 1;
        bool kept = coded && byte >= ' ' && byte != '/';
        name[filled] = at[i];
        if (kept) {
            name[filled] = (char)byte;
            i += 2;
        }
        filled++;
    }
    return name;
}

static void take_picture(struct page_reader *reader, const struct mark *mark,
                         struct place place)
{
    static const char *const POSTER[] = {"affiche", "poster"};
    static const char *const LOGO[] = {"logo"};
    char *label = label_of(mark), *target = mark_target(mark);
    // Sites have folders of their own: only the name counts here.
    char *name = file_name(target);
    char *both = xasprintf("%s %s", label, name);
    if (contains_one_of(both, POSTER, COUNT(POSTER))) {
        page_reader_put(reader, "poster", xstrdup(name), place);
    } else if (contains_one_of(both, LOGO, COUNT(LOGO))) {
        page_reader_put(reader, "logo", xstrdup(name), place);
    }
    free(both);
    free(name);
    free(target);
    free(label);
}

static void take_button(struct page_reader *reader, const struct mark *mark,
                        struct node *links, struct place place)
{
    char *label = label_of(mark), *target = mark_target(mark);
    bool registers = contains_one_of(label, REGISTER, COUNT(REGISTER));
    if (registers && !page_reader_has(reader, "register")) {
        page_reader_put(reader, "register", xstrdup(target), place);
    } else if (label[0] != '\0' && target[0] != '\0' &&
               links->count < PAGE_LINKS_MAX) {
        build_add_text(reader->arena, links, label, target, place);
    }
    free(target);
    free(label);
}

// Where in the file a part of a block stands. Lines after the first one are
// counted from where their words begin.
static struct place place_at(const struct page_reader *reader,
                             const struct block *block, const char *at)
{
    struct place place = page_reader_place(reader, block);
    const char *before = block->markup;
    while (before < at) {
        bool line = utf8_next(&before) == '\n';
        place.column = line ? 1 : place.column + 1;
        place.line += line ? 1 : 0;
    }
    return place;
}

static void take_marks(struct page_reader *reader, const struct block *block,
                       struct node *links)
{
    const char *at = block->markup;
    while (*at != '\0') {
        struct mark mark = mark_read(at);
        bool ignored = false;
        size_t length = html_tag(at, &ignored);
        if (mark.kind == MARK_PICTURE) {
            length = mark.length;
            take_picture(reader, &mark, place_at(reader, block, at));
        } else if (mark.kind == MARK_BUTTON) {
            length = mark.length;
            take_button(reader, &mark, links, place_at(reader, block, at));
        }
        at += length > 0 ? length : 1;
    }
}

void page_read_marks(struct page_reader *reader)
{
    struct node *links =
        build_map(reader->arena, (struct place){reader->path, 0, 0});
    for (size_t i = 0; i < reader->page.count; i++) {
        const struct block *block = &reader->page.blocks[i];
        take_marks(reader, block, links);
        if (block->kind == BLOCK_TEXT) {
            page_reader_put(reader, "contact", page_text_email(block->markup),
                            page_reader_place(reader, block));
        }
    }
    if (links->count > 0) {
        links->place = links->first->place;
        build_add(reader->arena, reader->root, "links", links);
    }
}
