// SPDX-License-Identifier: MIT
// A YAML file as a tree of nodes with their places.
//
// Every scalar is the text that was typed: nothing turns into a number or a
// yes. libyaml's events are read one by one under caps (size, depth, number
// of nodes); anchors, aliases, tags, directives and second documents are
// faults. A file with a fault yields the nodes in front of it.

#ifndef KIOSK_YAML_DOCUMENT_H
#define KIOSK_YAML_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct arena;
struct document;

enum {
    DOCUMENT_BYTES_MAX = 4 * 1024 * 1024,
    DOCUMENT_DEPTH_MAX = 8,
    DOCUMENT_NODES_MAX = 400000,
    DOCUMENT_KEYS_MAX = 4000, // of one map
};

enum node_kind {
    NODE_TEXT,
    NODE_LIST, // items: .key is NULL
    NODE_MAP,  // items: .key is the key's text
};

struct node {
    enum node_kind kind;
    struct place place; // where the value begins; path is arena-owned
    const char *text;   // NODE_TEXT: never NULL
    bool quoted;        // NODE_TEXT: stood in quotation marks or a block

    // As an item of a list or map:
    const char *key;        // in a map
    struct place key_place; // in a map
    const struct node *next;

    const struct node *first; // of a list or map: its items, in file order
    struct node *last;        // where whoever builds it adds the next one
    size_t count;
};

// Reads the file at path; places name it shown_path. NULL if there is
// nothing to be had from it, always with a fault; else the root, which lives
// as long as the arena. Duplicate keys are faults; the first one counts and
// the others are left out.
const struct node *document_load(struct arena *arena, const char *path,
                                 const char *shown_path,
                                 struct diag_list *diags);

// The same from memory.
const struct node *document_read(struct arena *arena, const char *bytes,
                                 size_t length, const char *shown_path,
                                 struct diag_list *diags);

// A file in two steps, so that of thousands of events memory holds one at a
// time: the tree is read at once, but for the list of events where it is a
// list in lines of its own; of that only the key is there, without a value.
// NULL, with a fault, if there is nothing to be had; the root may be NULL.
// The tree lives as long as the arena, and is there when events are read.
struct document *document_open(struct arena *arena, const char *path,
                               const char *shown_path, struct diag_list *diags);
void document_free(struct document *document); // NULL is allowed
const struct node *document_root(const struct document *document);

// An entry, which lives until the function returns, but for its keys: they
// live as long as the tree. False: no more of them.
typedef bool document_entry_fn(void *context, const struct node *entry);

// How many events are not in the tree: so many at most.
size_t document_event_count(const struct document *document);

// Reads them, once.
void document_read_events(struct document *document, document_entry_fn *entry,
                          void *context);

// The bytes of a file, at most one more than DOCUMENT_BYTES_MAX, and a NUL
// behind them. NULL, with a fault, if it cannot be read or is no regular file.
// The caller's; free().
char *document_bytes(const char *path, const char *shown_path,
                     struct diag_list *diags, size_t *length);

// The value of a key, compared as it stands; NULL if map is NULL, no map, or
// has no such key. For our own files.
const struct node *node_get(const struct node *map, const char *key);

// Its text, or fallback for NULL or what is no text.
const char *node_text(const struct node *node, const char *fallback);

#endif
