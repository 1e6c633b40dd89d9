// SPDX-License-Identifier: MIT
#include "programme/page_reader.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/path.h"
#include "base/utf8.h"
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

static void take_picture(struct page_reader *reader, const struct mark *mark,
                         struct place place)
{
    static const char *const POSTER[] = {"affiche", "poster"};
    static const char *const LOGO[] = {"logo"};
    char *label = label_of(mark), *target = mark_target(mark);
    // Sites have folders of their own: only the name counts here.
    char *name = xasprintf("%.*s", (int)strcspn(path_name(target), "?#"),
                           path_name(target));
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
        struct place place = place_at(reader, block, at);
        if (mark.kind == MARK_PICTURE) {
            take_picture(reader, &mark, place);
        } else if (mark.kind == MARK_BUTTON) {
            take_button(reader, &mark, links, place);
        }
        at += mark.kind == MARK_PICTURE || mark.kind == MARK_BUTTON
                  ? mark.length
                  : 1;
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
