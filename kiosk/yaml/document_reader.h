// SPDX-License-Identifier: MIT
// From a mended text to a tree of nodes, by libyaml's events.

#ifndef KIOSK_YAML_DOCUMENT_READER_H
#define KIOSK_YAML_DOCUMENT_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "yaml/document.h"
#include "yaml/document_parts.h"

struct mended;

// What is remembered of an entry that was given away.
struct entry_shape {
    enum node_kind kind;
    size_t count;
};

struct document_reading {
    struct arena *arena; // of the nodes
    struct arena *keys;  // of the root and of all keys; may be the same
    struct diag_list *diags;
    const char *path;
    const struct mended *mended; // to which the lines belong
    struct document_input input;
    size_t depth_max;

    // How much more may be read: of hostile files that is the bound.
    size_t nodes_left;
    size_t parts_left; // that may be given up for a fault
    size_t bytes_left;

    // Takes the entries of the root, a list, one by one: the arena is cleared
    // behind each. NULL: they are items of the root.
    document_entry_fn *entry;
    void *context;
    struct entry_shape entries[2]; // the last one, and the one before it first
};

// The root; NULL, with a fault, if there is none.
const struct node *document_reading_run(struct document_reading *reading);

#endif
