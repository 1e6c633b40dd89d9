// SPDX-License-Identifier: MIT
// The pictures of a programme, decoded and scaled, ready to draw.
//
// A worker has them decoded, each by a process of its own; every function here
// belongs to the main thread and returns at once. A picture that is not
// decoded yet is PENDING: draw the slide without it, and draw again after the
// wake function was called. What is not asked for between two collects may be
// evicted.

#ifndef KIOSK_DRAW_IMAGE_STORE_H
#define KIOSK_DRAW_IMAGE_STORE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/geometry.h"
#include "decode/decode.h"

struct image_store;
struct picture;

enum image_state {
    IMAGE_PENDING, // asked for; wake() will be called
    IMAGE_READY,   // *out is valid until the next image_store_collect()
    IMAGE_BROKEN,  // missing, damaged or too large; logged once. For want of
                   // time or memory: until a later loop
};

// Called from another thread: it may only signal the main loop.
typedef void image_wake_fn(void *context);

struct image_store_options {
    size_t budget_bytes; // decoded pixels kept; the least recently got go
    image_wake_fn *wake; // may be NULL
    void *wake_context;
    struct decoder decoder; // all zero is right for most
};

// NULL, and a log line, if the worker cannot be started.
struct image_store *image_store_new(struct image_store_options options);

// Stops the worker, waits for it, frees every picture. NULL is allowed.
void image_store_free(struct image_store *store);

// Asks for the picture at path in the largest size with its proportions that
// fits within. A file that changed on disk (its time or size) is read anew.
enum image_state image_store_get(struct image_store *store, const char *path,
                                 struct size within,
                                 const struct picture **out);

// Decode ahead of need: a hint. Goes behind what was asked for, and is not
// followed again where there was no room for the picture.
void image_store_prefetch(struct image_store *store, const char *path,
                          struct size within);

// The upright size of the picture as its head says. False while that is not
// known: the wake function will be called, as for a picture, and until then
// image_store_get() waits for it, too. False for good if there is no such
// picture or it cannot be read; logged once.
bool image_store_probe(struct image_store *store, const char *path,
                       struct size *out);

// Takes what the worker finished, and evicts down to the budget. Returns how
// many pictures became READY or BROKEN, or told their size. Before drawing.
size_t image_store_collect(struct image_store *store);

// A loop is over: gives away the pictures nobody asked for since this was
// called last. For what comes around and asks again; between two collects.
void image_store_drop_unasked(struct image_store *store);

// Waits for every picture that was asked for, then collects. For snapshots.
void image_store_wait(struct image_store *store);

#endif
