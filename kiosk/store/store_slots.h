// SPDX-License-Identifier: MIT
// How slots come and go. For whoever takes programmes in; everybody else needs
// store/store.h only.

#ifndef KIOSK_STORE_STORE_SLOTS_H
#define KIOSK_STORE_STORE_SLOTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/store.h"

struct store {
    char *path;
    int folder;         // open; -1: none
    int lock;           // open and locked; -1: read only
    struct slot *slots; // newest first
    size_t slot_count;
    size_t current; // index; slot_count: none
};

#define STORE_INCOMING  "incoming"
#define STORE_PROGRAMME "programme"
#define STORE_MANIFEST  "manifest"

// Reads the slots anew.
bool store_read_slots(struct store *store);

// Does what an interrupted writer had still to do: the link to the current
// slot, and deleting old ones.
bool store_mend(struct store *store);

// Bytes that a new programme may have: of limit bytes if that is not 0, else
// half of what is free, at most 1 GiB. Counted as free is what the slots other
// than the current one hold.
uint64_t store_room(const struct store *store, uint64_t limit);

// Deletes slots other than the current one, the oldest first, until so many
// bytes are free. False if they are not to be had.
bool store_make_room(struct store *store, uint64_t bytes);

// An empty STORE_INCOMING/STORE_PROGRAMME, opened; -1 and errno if not.
int store_begin(struct store *store);

// Writes the manifest and makes what is in STORE_INCOMING the current slot.
// Every file in it must be on the disk, the folders need not. On failure the
// former programme stays current.
enum store_result store_publish(struct store *store,
                                const struct manifest *manifest);

// Forgets what was begun.
void store_abandon(struct store *store);

#endif
