// SPDX-License-Identifier: MIT
// Trees made by hand: what other forms of a programme (a pasted line, a web
// page, a calendar) are turned into, so that one reader reads them all.

#ifndef KIOSK_YAML_BUILD_H
#define KIOSK_YAML_BUILD_H

#include "yaml/document.h"

struct arena;

// An empty list or map, or a text (copied). place.path must live as long as
// the arena.
struct node *build_list(struct arena *arena, struct place place);
struct node *build_map(struct arena *arena, struct place place);
struct node *build_text(struct arena *arena, const char *text,
                        struct place place);

// Hangs item at the end of a list, or of a map under key (copied). An item
// belongs to one parent only.
void build_add(struct arena *arena, struct node *parent, const char *key,
               struct node *item);

// The same for a text: nothing is added for NULL or "".
void build_add_text(struct arena *arena, struct node *map, const char *key,
                    const char *text, struct place place);

#endif
