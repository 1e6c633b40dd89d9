// SPDX-License-Identifier: MIT
// Where in the file the values stand that the model has without their places.

#ifndef KIOSK_APP_CHECK_SOURCE_H
#define KIOSK_APP_CHECK_SOURCE_H

#include "base/diag.h"

struct check_source;
struct event;
struct link;
struct node;
struct programme;

// Reads the programme's file once more; path is the folder, or the file, that
// was asked for. Never NULL: of a programme that is no YAML file nothing is
// found.
struct check_source *check_source_new(const struct programme *programme,
                                      const char *path);
void check_source_free(struct check_source *source); // NULL is allowed

// The whole file; NULL if there is none.
const struct node *check_source_root(const struct check_source *source);

// The event's own entry; NULL if it is not to be found.
const struct node *check_source_event(const struct check_source *source,
                                      const struct event *event);

// The value within node that reads as text once cleaned, or as the link. NULL
// if there is none, node is NULL, or text is empty.
const struct node *check_source_text(const struct node *node, const char *text);
const struct node *check_source_link(const struct node *node,
                                     const struct link *link);

// The value of a key, which may be any of those parted by spaces, in their
// folded form. NULL if there is none or node is NULL.
const struct node *check_source_key(const struct node *node, const char *keys);

#endif
