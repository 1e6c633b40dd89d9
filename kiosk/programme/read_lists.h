// SPDX-License-Identifier: MIT
// What stands beside the events: partners, links, text pages, venues.

#ifndef KIOSK_PROGRAMME_READ_LISTS_H
#define KIOSK_PROGRAMME_READ_LISTS_H

#include <stddef.h>

#include "programme/source.h"

struct venue;

// A list of names or of maps, a map name → address or map, or one text.
void partners_read(struct source *source, const struct field *field,
                   struct programme *out);

// A map label → address, a list of such maps or of addresses, or one address.
void links_read(struct source *source, const struct node *node,
                struct programme *out);

void pages_read(struct source *source, const struct node *node,
                struct programme *out);

// Returns how many *out holds then; untouched for 0.
size_t venues_read(struct source *source, const struct node *node,
                   const struct venue **out);

#endif
