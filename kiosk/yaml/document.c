// SPDX-License-Identifier: MIT
#include "yaml/document.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yaml.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/text_buffer.h"
#include "yaml/document_text.h"

// A list or map that is still open, and where its next item goes.
struct level {
    struct node *node;
    const char *key; // of the item to come, in a map; NULL: a key comes
    struct place key_place;
    bool duplicate; // the key stood there before: its value is dropped
};

struct reader {
    struct arena *arena;
    struct diag_list *diags;
    const char *path;
    yaml_parser_t parser;
    struct level levels[DOCUMENT_DEPTH_MAX + 1];
    // Of the keys of each open map, so that thousands of them are told apart
    // in no time; allocated when a level is first a map.
    uint32_t *hashes[DOCUMENT_DEPTH_MAX + 1];
    size_t depth; // how many levels are open
    size_t nodes;
    struct node *root;
    bool stopped;
    bool faulty; // stopped by a fault
};

static struct place place_of(const struct reader *reader, yaml_mark_t mark)
{
    return (struct place){reader->path, mark.line + 1, mark.column + 1};
}

static void stop_with(struct reader *reader, enum fault fault, yaml_mark_t mark,
                      const char *argument)
{
    diag_add(reader->diags, fault, place_of(reader, mark), argument, NULL,
             NULL);
    reader->stopped = true;
    reader->faulty = true;
}

static uint32_t hash_of(const char *text)
{
    uint32_t hash = 2166136261U; // FNV-1a
    for (const char *at = text; *at != '\0'; at++) {
        hash = (hash ^ (unsigned char)*at) * 16777619U;
    }
    return hash;
}

// True if the innermost map has the key; else it is remembered.
static bool has_key(struct reader *reader, const struct node *map,
                    const char *key)
{
    uint32_t **hashes = &reader->hashes[reader->depth];
    uint32_t hash = hash_of(key);
    if (*hashes == NULL) {
        *hashes = xcalloc(DOCUMENT_KEYS_MAX, sizeof **hashes);
    }
    for (size_t i = 0; i < map->count; i++) {
        if ((*hashes)[i] == hash && node_get(map, key) != NULL) {
            return true;
        }
    }
    (*hashes)[map->count] = hash;
    return false;
}

// Hangs a finished or just opened node where it belongs. False if its key
// stood there before.
static bool attach(struct reader *reader, struct node *node)
{
    if (reader->depth == 0) {
        if (reader->root == NULL) {
            reader->root = node;
        }
        return true;
    }
    struct level *level = &reader->levels[reader->depth - 1];
    node->key = level->key;
    node->key_place = level->key_place;
    level->key = NULL;
    if (level->duplicate) {
        level->duplicate = false;
        return false;
    }
    if (level->node->last != NULL) {
        level->node->last->next = node;
    } else {
        level->node->first = node;
    }
    level->node->last = node;
    level->node->count++;
    return true;
}

static struct node *node_new(struct reader *reader, enum node_kind kind,
                             yaml_mark_t mark)
{
    reader->nodes++;
    if (reader->nodes > DOCUMENT_NODES_MAX) {
        char limit[24];
        snprintf(limit, sizeof limit, "%d", DOCUMENT_NODES_MAX);
        stop_with(reader, FAULT_YAML_TOO_LARGE, mark, limit);
        return NULL;
    }
    struct node *node = arena_alloc(reader->arena, 1, sizeof *node);
    node->kind = kind;
    node->place = place_of(reader, mark);
    node->text = "";
    return node;
}

static void open_level(struct reader *reader, enum node_kind kind,
                       yaml_mark_t mark)
{
    if (reader->depth > 0) {
        const struct level *above = &reader->levels[reader->depth - 1];
        if (above->node->kind == NODE_MAP && above->key == NULL) {
            stop_with(reader, FAULT_YAML, mark, "a list or map as a key");
            return;
        }
    }
    if (reader->depth == DOCUMENT_DEPTH_MAX) {
        char limit[8];
        snprintf(limit, sizeof limit, "%d", DOCUMENT_DEPTH_MAX);
        stop_with(reader, FAULT_YAML_TOO_DEEP, mark, limit);
        return;
    }
    struct node *node = node_new(reader, kind, mark);
    if (node != NULL) {
        attach(reader, node);
        reader->levels[reader->depth++] = (struct level){.node = node};
    }
}

static void take_key(struct reader *reader, struct level *level,
                     const char *text, yaml_mark_t mark)
{
    if (level->node->count == DOCUMENT_KEYS_MAX) {
        char limit[24];
        snprintf(limit, sizeof limit, "%d", DOCUMENT_KEYS_MAX);
        stop_with(reader, FAULT_YAML_TOO_LARGE, mark, limit);
        return;
    }
    level->key = text;
    level->key_place = place_of(reader, mark);
    level->duplicate = has_key(reader, level->node, text);
    if (level->duplicate) {
        diag_add(reader->diags, FAULT_KEY_TWICE, level->key_place, text, NULL,
                 NULL);
    }
}

static void take_scalar(struct reader *reader, const yaml_event_t *event)
{
    const char *value = (const char *)event->data.scalar.value;
    char *text = arena_strndup(reader->arena, value, event->data.scalar.length);
    if (reader->depth > 0) {
        struct level *level = &reader->levels[reader->depth - 1];
        if (level->node->kind == NODE_MAP && level->key == NULL) {
            take_key(reader, level, text, event->start_mark);
            return;
        }
    }
    struct node *node = node_new(reader, NODE_TEXT, event->start_mark);
    if (node == NULL) {
        return;
    }
    node->text = text;
    node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    attach(reader, node);
}

// The properties a value may carry in YAML but not here.
static bool is_plain(struct reader *reader, const yaml_event_t *event)
{
    const yaml_char_t *anchor = NULL, *tag = NULL;
    if (event->type == YAML_SCALAR_EVENT) {
        anchor = event->data.scalar.anchor;
        tag = event->data.scalar.tag;
    } else if (event->type == YAML_SEQUENCE_START_EVENT) {
        anchor = event->data.sequence_start.anchor;
        tag = event->data.sequence_start.tag;
    } else if (event->type == YAML_MAPPING_START_EVENT) {
        anchor = event->data.mapping_start.anchor;
        tag = event->data.mapping_start.tag;
    }
    if (anchor != NULL || event->type == YAML_ALIAS_EVENT) {
        stop_with(reader, FAULT_YAML_ALIAS, event->start_mark, NULL);
    } else if (tag != NULL) {
        stop_with(reader, FAULT_YAML_TAG, event->start_mark, NULL);
    }
    return !reader->stopped;
}

static void take_document_start(struct reader *reader,
                                const yaml_event_t *event)
{
    if (event->data.document_start.version_directive != NULL ||
        event->data.document_start.tag_directives.start !=
            event->data.document_start.tag_directives.end) {
        stop_with(reader, FAULT_YAML_DIRECTIVE, event->start_mark, NULL);
    } else if (reader->root != NULL) {
        stop_with(reader, FAULT_YAML_SECOND_DOCUMENT, event->start_mark, NULL);
    }
}

static void take_event(struct reader *reader, const yaml_event_t *event)
{
    if (!is_plain(reader, event)) {
        return;
    }
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        take_document_start(reader, event);
        break;
    case YAML_SEQUENCE_START_EVENT:
        open_level(reader, NODE_LIST, event->start_mark);
        break;
    case YAML_MAPPING_START_EVENT:
        open_level(reader, NODE_MAP, event->start_mark);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        reader->depth--;
        break;
    case YAML_SCALAR_EVENT:
        take_scalar(reader, event);
        break;
    case YAML_STREAM_END_EVENT:
        reader->stopped = true;
        break;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_END_EVENT:
    case YAML_ALIAS_EVENT:
        break;
    }
}

// libyaml's faults, in words a volunteer can act on.
static void report_yaml(struct reader *reader)
{
    static const struct {
        const char *problem;
        enum fault fault;
        bool at_context; // where it opened, not where it was missed
    } KNOWN[] = {
        {"found unexpected end of stream",                 FAULT_YAML_QUOTE, true },
        {"found unexpected document indicator",            FAULT_YAML_QUOTE, true },
        {"mapping values are not allowed in this context", FAULT_YAML_COLON,
         false                                                                    },
        {"found character that cannot start any token",    FAULT_YAML_TAB,   false},
    };
    const yaml_parser_t *parser = &reader->parser;
    const char *problem = parser->problem != NULL ? parser->problem : "";
    for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++) {
        if (strcmp(problem, KNOWN[i].problem) != 0) {
            continue;
        }
        bool tab = KNOWN[i].fault == FAULT_YAML_TAB;
        if (tab && parser->buffer.pointer[0] != '\t') {
            continue;
        }
        stop_with(reader, KNOWN[i].fault,
                  KNOWN[i].at_context ? parser->context_mark
                                      : parser->problem_mark,
                  NULL);
        return;
    }
    stop_with(reader, FAULT_YAML, parser->problem_mark, problem);
}

static const struct node *read_events(struct reader *reader, const char *bytes,
                                      size_t length)
{
    yaml_parser_initialize(&reader->parser);
    yaml_parser_set_input_string(&reader->parser, (const unsigned char *)bytes,
                                 length);
    while (!reader->stopped) {
        yaml_event_t event;
        if (!yaml_parser_parse(&reader->parser, &event)) {
            report_yaml(reader);
            break;
        }
        take_event(reader, &event);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&reader->parser);
    for (size_t i = 0; i <= DOCUMENT_DEPTH_MAX; i++) {
        free(reader->hashes[i]);
    }
    return reader->root;
}

static bool is_blank(const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (strchr(" \t\r\n", bytes[i]) == NULL || bytes[i] == '\0') {
            return false;
        }
    }
    return true;
}

const struct node *document_read(struct arena *arena, const char *bytes,
                                 size_t length, const char *shown_path,
                                 struct diag_list *diags)
{
    const char *path = arena_strdup(arena, shown_path);
    struct place whole = {path, 0, 0};
    if (length > DOCUMENT_BYTES_MAX) {
        diag_add(diags, FAULT_FILE_TOO_LARGE, whole, "4 MiB", NULL, NULL);
        return NULL;
    }
    if (is_blank(bytes, length)) {
        diag_add(diags, FAULT_FILE_EMPTY, whole, NULL, NULL, NULL);
        return NULL;
    }
    struct reader reader = {.arena = arena, .diags = diags, .path = path};
    struct text_buffer text = {0};
    const struct node *root = NULL;
    if (document_text(bytes, length, path, diags, &text)) {
        root = read_events(&reader, text_buffer_text(&text), text.length);
        if (root == NULL && !reader.faulty) {
            // Nothing but comments.
            diag_add(diags, FAULT_FILE_EMPTY, whole, NULL, NULL, NULL);
        }
    }
    text_buffer_release(&text);
    return root;
}

// Reads at most limit bytes and one more. False, with errno, if that fails.
static bool read_up_to(int file, char *bytes, size_t limit, size_t *out)
{
    size_t length = 0;
    while (length <= limit) {
        ssize_t step = read(file, bytes + length, limit + 1 - length);
        if (step < 0 && errno == EINTR) {
            continue;
        }
        if (step < 0) {
            return false;
        }
        if (step == 0) {
            break;
        }
        length += (size_t)step;
    }
    *out = length;
    return true;
}

const struct node *document_load(struct arena *arena, const char *path,
                                 const char *shown_path,
                                 struct diag_list *diags)
{
    struct place whole = {shown_path, 0, 0};
    const struct node *root = NULL;
    char *bytes = NULL;
    size_t length = 0;
    struct stat status;
    // O_NONBLOCK: opening a FIFO must not wait for a writer.
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0 || fstat(file, &status) != 0) {
        diag_add(diags, FAULT_FILE_UNREADABLE, whole, strerror(errno), NULL,
                 NULL);
        goto out;
    }
    if (!S_ISREG(status.st_mode)) {
        diag_add(diags, FAULT_FILE_UNREADABLE, whole, "not a regular file",
                 NULL, NULL);
        goto out;
    }
    bytes = xmalloc(DOCUMENT_BYTES_MAX + 1);
    if (!read_up_to(file, bytes, DOCUMENT_BYTES_MAX, &length)) {
        diag_add(diags, FAULT_FILE_UNREADABLE, whole, strerror(errno), NULL,
                 NULL);
        goto out;
    }
    root = document_read(arena, bytes, length, shown_path, diags);
out:
    free(bytes);
    if (file >= 0) {
        close(file);
    }
    return root;
}

const struct node *node_get(const struct node *map, const char *key)
{
    if (map == NULL || map->kind != NODE_MAP) {
        return NULL;
    }
    for (const struct node *item = map->first; item != NULL;
         item = item->next) {
        if (strcmp(item->key, key) == 0) {
            return item;
        }
    }
    return NULL;
}

const char *node_text(const struct node *node, const char *fallback)
{
    return node != NULL && node->kind == NODE_TEXT ? node->text : fallback;
}
