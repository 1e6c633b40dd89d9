// SPDX-License-Identifier: MIT
#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/text_buffer.h"

struct entry {
    struct diag diag;
    size_t order; // in which it was found
};

struct diag_list {
    struct arena *arena;
    struct entry *entries;
    size_t count, capacity;
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
    if (list == NULL) {
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
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (fault_level(list->entries[i].diag.fault) == level) {
            count++;
        }
    }
    return count;
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

// {1} becomes the first argument, and so on.
static char *filled(const char *words, const struct diag *diag)
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
        text_buffer_add(&buffer, argument != NULL ? argument : "");
        at += 2;
    }
    return text_buffer_take(&buffer);
}

char *diag_message(const struct diag *diag, enum fault_language language)
{
    return filled(fault_message(diag->fault, language), diag);
}

char *diag_remedy(const struct diag *diag, enum fault_language language)
{
    return filled(fault_remedy(diag->fault, language), diag);
}

static void print_one(const struct diag *diag, enum fault_language language,
                      FILE *out)
{
    static const char *const LEVELS[FAULT_LANGUAGE_COUNT][2] = {
        [FAULT_IN_ENGLISH] = {"warning: ",        "error: "  },
        [FAULT_IN_FRENCH] = {"avertissement : ", "erreur : "},
    };
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
            LEVELS[language][fault_level(diag->fault)], message);
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
