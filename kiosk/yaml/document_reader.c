// SPDX-License-Identifier: MIT
#include "yaml/document_reader.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/arena.h"
#include "base/memory.h"
#include "yaml/document_problem.h"
#include "yaml/mend.h"

enum {
    DOCUMENT_DUPLICATES_MAX = 1000, // that are told
    DOCUMENT_KEYS_KEPT = 256        // to be used again
};

// A list or map that is still open, and where its next item goes.
struct level {
    struct node *node;
    const char *key; // of the item to come, in a map; NULL: a key comes
    struct place key_place;
    bool duplicate; // the key stood there before: its value is dropped
    size_t column;  // of the first item, from 0
    bool block;     // without brackets: its items begin lines
};

// The part that is being read: a key of the file, or an entry of the list
// under one. What it leaves behind if it has to be given up is known.
struct part {
    size_t depth; // of the list or map it stands in; 0: nothing is open yet
    struct node *last;
    size_t count, line;
};

struct reader {
    struct document_reading *reading;
    struct document_input input;
    yaml_parser_t parser;
    struct level levels[DOCUMENT_DEPTH_MAX + 1];
    // Of the keys of each open map, so that thousands of them are told apart
    // in no time; allocated when a level is first a map.
    uint32_t *hashes[DOCUMENT_DEPTH_MAX + 1];
    const char *keys[DOCUMENT_KEYS_KEPT]; // by their hash
    size_t depth;                         // how many levels are open
    size_t duplicates;
    struct node *root;
    bool stopped;
    bool faulty;       // stopped by a fault
    size_t fault_line; // from 0
    struct part part;
    size_t skipped; // events of what is open already, when it goes on
};

static size_t line_of(const struct reader *reader, yaml_mark_t mark)
{
    return document_input_line(&reader->input, mark.line);
}

static struct place place_of(const struct reader *reader, yaml_mark_t mark)
{
    size_t line = line_of(reader, mark) + 1;
    return (struct place){
        reader->reading->path, line,
        mended_column(reader->reading->mended, line, mark.column + 1)};
}

static void stop_with(struct reader *reader, enum fault fault, yaml_mark_t mark,
                      const char *argument)
{
    diag_add(reader->reading->diags, fault, place_of(reader, mark), argument,
             NULL, NULL);
    reader->stopped = true;
    reader->faulty = true;
    reader->fault_line = line_of(reader, mark);
}

// Here a part begins that may be given up by itself.
static void begin_part(struct reader *reader, size_t line)
{
    const struct level *level = &reader->levels[reader->depth - 1];
    bool map = level->node->kind == NODE_MAP;
    bool entry =
        reader->depth == 2 && !map && reader->levels[0].node->kind == NODE_MAP;
    if (level->block && (reader->depth == 1 || entry)) {
        reader->part = (struct part){reader->depth, level->node->last,
                                     level->node->count, line};
    }
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
    if (level->node->kind == NODE_LIST) {
        begin_part(reader, node->place.line - 1);
    }
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

// Gives away the last entry: a new one begins, or the list is over.
static void hand_over(struct reader *reader)
{
    struct document_reading *reading = reader->reading;
    struct node *list = reader->root;
    if (list == NULL || list->kind != NODE_LIST || list->last == NULL) {
        return;
    }
    reading->entries[0] = reading->entries[1];
    reading->entries[1] =
        (struct entry_shape){list->last->kind, list->last->count};
    if (!reading->entry(reading->context, list->last)) {
        reading->entry = NULL;
        reader->stopped = true;
    }
    list->first = list->last = NULL;
    arena_clear(reading->arena);
}

static struct node *node_new(struct reader *reader, enum node_kind kind,
                             yaml_mark_t mark)
{
    struct document_reading *reading = reader->reading;
    if (reading->entry != NULL && reader->depth == 1) {
        hand_over(reader);
    }
    if (reading->nodes_left == 0) {
        char limit[24];
        snprintf(limit, sizeof limit, "%d", DOCUMENT_NODES_MAX);
        stop_with(reader, FAULT_YAML_TOO_LARGE, mark, limit);
        reader->reading->parts_left = 0;
        return NULL;
    }
    reading->nodes_left--;
    struct node *node = arena_alloc(
        reader->depth == 0 ? reading->keys : reading->arena, 1, sizeof *node);
    node->kind = kind;
    node->place = place_of(reader, mark);
    node->text = "";
    return node;
}

static void open_level(struct reader *reader, const yaml_event_t *event)
{
    bool list = event->type == YAML_SEQUENCE_START_EVENT;
    bool block =
        list ? event->data.sequence_start.style == YAML_BLOCK_SEQUENCE_STYLE
             : event->data.mapping_start.style == YAML_BLOCK_MAPPING_STYLE;
    yaml_mark_t mark = event->start_mark;
    if (reader->depth > 0) {
        const struct level *above = &reader->levels[reader->depth - 1];
        if (above->node->kind == NODE_MAP && above->key == NULL) {
            stop_with(reader, FAULT_YAML, mark, "a list or map as a key");
            return;
        }
    }
    if (reader->depth == reader->reading->depth_max) {
        char limit[8];
        snprintf(limit, sizeof limit, "%d", DOCUMENT_DEPTH_MAX);
        stop_with(reader, FAULT_YAML_TOO_DEEP, mark, limit);
        return;
    }
    struct node *node = node_new(reader, list ? NODE_LIST : NODE_MAP, mark);
    if (node != NULL) {
        attach(reader, node);
        reader->levels[reader->depth++] =
            (struct level){.node = node, .column = mark.column, .block = block};
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
    begin_part(reader, level->key_place.line - 1);
    level->duplicate = has_key(reader, level->node, text);
    if (level->duplicate && reader->duplicates++ < DOCUMENT_DUPLICATES_MAX) {
        diag_add(reader->reading->diags, FAULT_KEY_TWICE, level->key_place,
                 text, NULL, NULL);
    }
}

// The same few keys stand in every entry: one copy serves them all.
static const char *key_copy(struct reader *reader, const char *key,
                            size_t length)
{
    const char **kept = &reader->keys[hash_of(key) % DOCUMENT_KEYS_KEPT];
    if (*kept == NULL || strcmp(*kept, key) != 0) {
        *kept = arena_strndup(reader->reading->keys, key, length);
    }
    return *kept;
}

static void take_scalar(struct reader *reader, const yaml_event_t *event)
{
    const char *value = (const char *)event->data.scalar.value;
    size_t length = event->data.scalar.length;
    if (reader->depth > 0) {
        struct level *level = &reader->levels[reader->depth - 1];
        if (level->node->kind == NODE_MAP && level->key == NULL) {
            take_key(reader, level, key_copy(reader, value, length),
                     event->start_mark);
            return;
        }
    }
    struct node *node = node_new(reader, NODE_TEXT, event->start_mark);
    if (node == NULL) {
        return;
    }
    node->text = arena_strndup(reader->reading->arena, value, length);
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
        reader->reading->parts_left = 0;
    } else if (reader->root != NULL) {
        stop_with(reader, FAULT_YAML_SECOND_DOCUMENT, event->start_mark, NULL);
        reader->reading->parts_left = 0;
    }
}

// After a fault the parser meets the list that is open, and the key above it,
// a second time. False for what is new.
static bool skip_event(struct reader *reader, const yaml_event_t *event)
{
    bool frame = event->type == YAML_STREAM_START_EVENT ||
                 event->type == YAML_DOCUMENT_START_EVENT;
    if (reader->skipped == 0 || event->type == YAML_STREAM_END_EVENT) {
        return false;
    }
    if (frame) {
        return true;
    }
    reader->skipped--;
    if (reader->skipped > 0) {
        return true; // the map, and its key
    }
    bool list = reader->levels[reader->depth - 1].node->kind == NODE_LIST;
    if (list && event->type == YAML_SCALAR_EVENT) {
        reader->depth--; // nothing is left of it
    } else if (event->type !=
               (list ? YAML_SEQUENCE_START_EVENT : YAML_MAPPING_START_EVENT)) {
        stop_with(reader, FAULT_YAML, event->start_mark, "indentation");
    }
    return true;
}

static void take_event(struct reader *reader, const yaml_event_t *event)
{
    if (skip_event(reader, event) || !is_plain(reader, event)) {
        return;
    }
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        take_document_start(reader, event);
        break;
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
        open_level(reader, event);
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

// Reads on to the end or to a fault.
static void read_events(struct reader *reader)
{
    reader->stopped = reader->faulty = false;
    yaml_parser_initialize(&reader->parser);
    yaml_parser_set_input(&reader->parser, document_input_read, &reader->input);
    yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
    while (!reader->stopped) {
        yaml_event_t event;
        if (!yaml_parser_parse(&reader->parser, &event)) {
            struct problem problem = problem_of(&reader->parser);
            stop_with(reader, problem.fault, problem.mark, problem.words);
            break;
        }
        take_event(reader, &event);
        yaml_event_delete(&event);
    }
    size_t read = reader->parser.mark.index;
    size_t *left = &reader->reading->bytes_left;
    *left -= read < *left ? read : *left;
    yaml_parser_delete(&reader->parser);
}

// Gives up the part with the fault, so that it costs no other one. False if
// there is no going on.
static bool go_on(struct reader *reader)
{
    struct part part = reader->part;
    struct document_list list = {0};
    struct document_reading *reading = reader->reading;
    if (!reader->faulty || reading->parts_left == 0 ||
        reading->bytes_left == 0) {
        return false;
    }
    reading->parts_left--;
    if (part.depth > 0) {
        struct level *level = &reader->levels[part.depth - 1];
        list.open = level->node->kind == NODE_LIST;
        list.column = level->column;
        level->node->last = part.last;
        level->node->count = part.count;
        *(part.last != NULL ? &part.last->next : &level->node->first) = NULL;
        level->key = NULL;
        level->duplicate = false;
    } else {
        reader->root = NULL;
    }
    document_input_start(&reader->input, part.line, list);
    document_input_blank(&reader->input, reader->fault_line, list);
    reader->input.header = part.depth == 2;
    reader->depth = part.depth;
    reader->skipped = part.depth == 2 ? 3 : part.depth;
    return true;
}

const struct node *document_reading_run(struct document_reading *reading)
{
    struct reader reader = {.reading = reading, .input = reading->input};
    do {
        read_events(&reader);
    } while (go_on(&reader));
    for (size_t i = 0; i <= DOCUMENT_DEPTH_MAX; i++) {
        free(reader.hashes[i]);
    }
    if (reading->entry != NULL) {
        hand_over(&reader);
    }
    return reader.root;
}
