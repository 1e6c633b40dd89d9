// SPDX-License-Identifier: MIT
// One entry of the programme's list → the events it stands for: one, or one
// for each of its dates.

#ifndef KIOSK_PROGRAMME_READ_EVENT_H
#define KIOSK_PROGRAMME_READ_EVENT_H

#include <stddef.h>

#include "programme/source.h"

// What an event takes from the programme where it says nothing itself.
struct event_defaults {
    struct wordings organisers;
    struct link registration;
    const struct venue *venues;
    size_t venue_count;
};

struct venue {
    char *folded; // its name, for comparing; owned by the arena
    struct wording town, address;
    struct link map;
};

// Calls add for every event of the entry; none if it is a draft or cannot be
// shown. The event is add's to copy.
typedef void event_add_fn(void *context, const struct event *event);

void event_read(struct source *source, const struct node *node, size_t entry,
                const struct event_defaults *defaults, event_add_fn *add,
                void *context);

#endif
