// SPDX-License-Identifier: MIT
#include "app/check_source.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/utf8.h"
#include "programme/keys.h"
#include "programme/programme.h"
#include "yaml/document.h"

struct check_source {
    struct arena *arena;
    const struct node *root;
    // The entries of all lists, in the order of the file.
    const struct node **entries;
    size_t count, capacity;
};

static void add_entries(struct check_source *source, const struct node *list)
{
    for (const struct node *item = list->first; item != NULL;
         item = item->next) {
        if (source->count == source->capacity) {
            source->capacity = source->capacity > 0 ? source->capacity * 2 : 64;
            source->entries = xrealloc(source->entries, source->capacity,
                                       sizeof(const struct node *));
        }
        source->entries[source->count++] = item;
    }
}

static void load(struct check_source *source, const char *path)
{
    source->root = document_load(source->arena, path, path_name(path), NULL);
    if (source->root == NULL || source->root->kind != NODE_MAP) {
        return;
    }
    for (const struct node *item = source->root->first; item != NULL;
         item = item->next) {
        if (item->kind == NODE_LIST) {
            add_entries(source, item);
        }
    }
}

static bool is_yaml(const char *path)
{
    const char *dot = strrchr(path_name(path), '.');
    return dot != NULL &&
           (strcmp(dot, ".yaml") == 0 || strcmp(dot, ".yml") == 0);
}

struct check_source *check_source_new(const struct programme *programme,
                                      const char *path)
{
    static const char *const NAMES[] = {"programme.yaml", "programme.yml"};
    struct check_source *source = xcalloc(1, sizeof *source);
    source->arena = arena_new();
    if (path_is_file(path)) {
        if (is_yaml(path)) {
            load(source, path);
        }
        return source;
    }
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        char *file = path_join(programme->folder, NAMES[i]);
        if (source->root == NULL && path_is_file(file)) {
            load(source, file);
        }
        free(file);
    }
    return source;
}

void check_source_free(struct check_source *source)
{
    if (source != NULL) {
        arena_free(source->arena);
        free(source->entries);
        free(source);
    }
}

const struct node *check_source_root(const struct check_source *source)
{
    return source->root;
}

static int compare_places(const struct place *a, const struct place *b)
{
    if (a->line != b->line) {
        return a->line < b->line ? -1 : 1;
    }
    return a->column < b->column ? -1 : a->column > b->column;
}

const struct node *check_source_event(const struct check_source *source,
                                      const struct event *event)
{
    size_t low = 0, high = source->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct node *node = source->entries[middle];
        int order = compare_places(&node->place, &event->place);
        if (order == 0) {
            return strcmp(node->place.path, event->place.path) == 0 ? node
                                                                    : NULL;
        }
        low = order < 0 ? middle + 1 : low;
        high = order < 0 ? high : middle;
    }
    return NULL;
}

// As the reader of the programme cleans a text, less the blanks around it.
// What is too long was cut.
static bool reads_as(const struct node *node, const char *text)
{
    char *cleaned = utf8_clean(node->text);
    const char *from = cleaned + strspn(cleaned, " \n");
    size_t length = strlen(text);
    bool cut = strlen(node->text) > PROGRAMME_LINE_BYTES_MAX;
    bool same = strncmp(from, text, length) == 0 &&
                (cut || strspn(from + length, " \n") == strlen(from + length));
    free(cleaned);
    return same;
}

const struct node *check_source_text(const struct node *node, const char *text)
{
    if (node == NULL || text == NULL || text[0] == '\0') {
        return NULL;
    }
    if (node->kind == NODE_TEXT) {
        return reads_as(node, text) ? node : NULL;
    }
    const struct node *found = NULL;
    for (const struct node *item = node->first; item != NULL && found == NULL;
         item = item->next) {
        found = check_source_text(item, text);
    }
    return found;
}

static bool is_link(const struct node *node, const struct link *link)
{
    struct arena *arena = arena_new();
    struct link read = link_read(arena, node->text);
    bool same =
        read.kind == link->kind && strcmp(read.payload, link->payload) == 0;
    arena_free(arena);
    return same;
}

const struct node *check_source_link(const struct node *node,
                                     const struct link *link)
{
    if (node == NULL) {
        return NULL;
    }
    if (node->kind == NODE_TEXT) {
        return is_link(node, link) ? node : NULL;
    }
    const struct node *found = NULL;
    for (const struct node *item = node->first; item != NULL && found == NULL;
         item = item->next) {
        found = check_source_link(item, link);
    }
    return found;
}

static bool is_one_of(const char *key, const char *keys)
{
    char *folded = key_fold(key);
    size_t length = strlen(folded);
    bool found = false;
    for (const char *at = keys; *at != '\0' && !found;) {
        size_t word = strcspn(at, " ");
        found = word == length && strncmp(at, folded, word) == 0;
        at += word;
        at += strspn(at, " ");
    }
    free(folded);
    return found;
}

const struct node *check_source_key(const struct node *node, const char *keys)
{
    const struct node *item =
        node != NULL && node->kind == NODE_MAP ? node->first : NULL;
    while (item != NULL && !is_one_of(item->key, keys)) {
        item = item->next;
    }
    return item;
}
