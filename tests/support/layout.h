// SPDX-License-Identifier: MIT
// Draws the slides of a programme and proves from the canvas's own marks that
// the layout holds: nothing leaves its room, nothing overlaps, every code can
// be read, what, when and where are said.

#ifndef KIOSK_TESTS_SUPPORT_LAYOUT_H
#define KIOSK_TESTS_SUPPORT_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/geometry.h"

struct canvas;
struct fonts;
struct image_store;
struct languages;
struct programme;
struct receipt_card;
struct settings;

// How many rows of a table of sizes or languages are drawn: all; with the
// sanitizers, which take ten times as long, the first two. What they look for
// does not depend on it.
#ifdef __SANITIZE_ADDRESS__
#define LAYOUT_ROWS(table) ((size_t)2)
#else
#define LAYOUT_ROWS(table) (sizeof(table) / sizeof((table)[0]))
#endif

// What all programmes are drawn with.
struct world {
    struct languages *languages;
    struct settings *settings;
    struct fonts *fonts;
    struct image_store *images;
    size_t slides, faults; // drawn; found, and told on stderr
};

void world_init(struct world *world);
void world_release(struct world *world);

// How a programme is shown.
struct showing {
    const char *name; // of the programme, for the messages
    const struct programme *programme;
    struct size size;
    const char *language;
    struct moment now;
    bool doubtful;                   // the clock
    bool whole;                      // nothing may be cut
    const struct receipt_card *card; // that lies over it; NULL: none
    const char *pictures; // the folder that gets them as PNG; NULL: nobody
};

// Draws every slide of the loop and checks each; faults are counted.
void show(struct world *world, const struct showing *showing);

// Checks what was drawn by others: a screen.
void check_drawn(struct world *world, const struct showing *showing,
                 const struct canvas *canvas);

// The programme in a folder, or as YAML written into a folder that exists.
// Never NULL; programme_free().
struct programme *programme_in(const struct world *world, const char *folder);
struct programme *programme_written(const struct world *world,
                                    const char *folder, const char *yaml);

#endif
