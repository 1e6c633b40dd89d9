// SPDX-License-Identifier: MIT
#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/excerpt.h"
#include "base/memory.h"
#include "base/text_buffer.h"

enum {
    ARGUMENT_BYTES_MAX = 200, // of one in a message: nobody reads more
    KEPT_MAX = 2000           // of a level: a hostile file has a million
};

struct entry {
    struct diag diag;
    size_t order; // in which it was found
};

struct diag_list {
    struct arena *arena;
    struct entry *entries;
    size_t count, capacity;
    size_t found[FAULT_LEVEL_COUNT]; // those that are not kept, too
    bool sorted;
};

struct diag_list *diag_list_new(void)
{
    struct diag_list *list = xcalloc(1, sizeof *list);
    list->arena = arena_new();
    return list;
}

void diag_list_free(struct diag_list *list)
{
    if (list == NULL) {
        return;
    }
    arena_free(list->arena);
    free(list->entries);
    free(list);
}

static const char *copied(struct arena *arena, const char *text)
{
    return text != NULL ? arena_strdup(arena, text) : NULL;
}

void diag_add(struct diag_list *list, enum fault fault, struct place place,
              const char *first, const char *second, const char *third)
{
    if (list == NULL || list->found[fault_level(fault)]++ >= KEPT_MAX) {
        return;
    }
    if (list->count == list->capacity) {
        list->capacity = list->capacity > 0 ? list->capacity * 2 : 16;
        list->entries =
            xrealloc(list->entries, list->capacity, sizeof *list->entries);
    }
    struct diag diag = {.place = place, .fault = fault};
    diag.place.path = copied(list->arena, place.path);
    diag.arguments[0] = copied(list->arena, first);
    diag.arguments[1] = copied(list->arena, second);
    diag.arguments[2] = copied(list->arena, third);
    list->entries[list->count] = (struct entry){diag, list->count};
    list->count++;
    list->sorted = false;
}

size_t diag_count(const struct diag_list *list, enum fault_level level)
{
    return list->found[level];
}

size_t diag_left_out(const struct diag_list *list)
{
    size_t found = 0;
    for (size_t level = 0; level < FAULT_LEVEL_COUNT; level++) {
        found += list->found[level];
    }
    return found - list->count;
}

static int compare_sizes(size_t a, size_t b)
{
    return a < b ? -1 : a > b;
}

static int compare_entries(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    const struct place *p = &a->diag.place, *q = &b->diag.place;
    int order =
        strcmp(p->path != NULL ? p->path : "", q->path != NULL ? q->path : "");
    if (order == 0) {
        order = compare_sizes(p->line, q->line);
    }
    if (order == 0) {
        order = compare_sizes(p->column, q->column);
    }
    return order != 0 ? order : compare_sizes(a->order, b->order);
}

const struct diag *diag_at(struct diag_list *list, size_t index)
{
    if (!list->sorted && list->count > 0) {
        qsort(list->entries, list->count, sizeof *list->entries,
              compare_entries);
        list->sorted = true;
    }
    return index < list->count ? &list->entries[index].diag : NULL;
}

// The argument, or the part of it that is in the reader's language.
static char *part_in(const char *argument, enum fault_language language)
{
    size_t length = strcspn(argument, DIAG_PARTED_BY);
    if (argument[length] == '\0' || language == FAULT_IN_ENGLISH) {
        return xstrndup(argument, length);
    }
    return xstrdup(argument + length + 1);
}

// An argument on one line, as it may be printed; a long one is cut.
static void add_argument(struct text_buffer *buffer, const char *argument,
                         enum fault_language language)
{
    char *part = part_in(argument, language);
    char *visible = excerpt_visible(part);
    free(part);
    size_t length = strlen(visible);
    bool cut = length > ARGUMENT_BYTES_MAX;
    if (cut) {
        length = ARGUMENT_BYTES_MAX;
        while (((unsigned char)visible[length] & 0xC0) == 0x80) {
            length--;
        }
    }
    text_buffer_add_bytes(buffer, visible, length);
    text_buffer_add(buffer, cut ? "…" : "");
    free(visible);
}

// {1} becomes the first argument, and so on.
static char *filled(const char *words, const struct diag *diag,
                    enum fault_language language)
{
    struct text_buffer buffer = {0};
    for (const char *at = words; *at != '\0'; at++) {
        size_t index = (size_t)(at[1] - '1');
        bool slot = at[0] == '{' && index < FAULT_ARGUMENTS && at[2] == '}';
        if (!slot) {
            text_buffer_add_bytes(&buffer, at, 1);
            continue;
        }
        const char *argument = diag->arguments[index];
        add_argument(&buffer, argument != NULL ? argument : "", language);
        at += 2;
    }
    return text_buffer_take(&buffer);
}

char *diag_message(const struct diag *diag, enum fault_language language)
{
    return filled(fault_message(diag->fault, language), diag, language);
}

char *diag_remedy(const struct diag *diag, enum fault_language language)
{
    return filled(fault_remedy(diag->fault, language), diag, language);
}

const char *diag_level_words(enum fault_level level,
                             enum fault_language language)
{
    static const char *const LEVELS[FAULT_LANGUAGE_COUNT][2] = {
        [FAULT_IN_ENGLISH] = {"warning: ",        "error: "  },
        [FAULT_IN_FRENCH] = {"avertissement : ", "erreur : "},
    };
    return LEVELS[language][level];
}

static void print_one(const struct diag *diag, enum fault_language language,
                      FILE *out)
{
    const struct place *place = &diag->place;
    if (place->path != NULL) {
        fprintf(out, "%s:", place->path);
    }
    if (place->line > 0) {
        fprintf(out, "%zu:%zu:", place->line, place->column);
    }
    char *message = diag_message(diag, language);
    char *remedy = diag_remedy(diag, language);
    fprintf(out, "%s%s%s", place->path != NULL ? " " : "",
            diag_level_words(fault_level(diag->fault), language), message);
    if (remedy[0] != '\0') {
        fprintf(out, "%s%s", language == FAULT_IN_FRENCH ? " ; " : "; ",
                remedy);
    }
    fputc('\n', out);
    free(message);
    free(remedy);
}

void diag_print(struct diag_list *list, enum fault_language language, FILE *out)
{
    for (size_t i = 0; i < list->count; i++) {
        print_one(diag_at(list, i), language, out);
    }
}
