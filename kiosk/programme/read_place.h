// SPDX-License-Identifier: MIT
// Where an event takes place: town, venue, address, or online; or that it is
// not known yet.

#ifndef KIOSK_PROGRAMME_READ_PLACE_H
#define KIOSK_PROGRAMME_READ_PLACE_H

#include <stdbool.h>

#include "programme/read_event.h"

struct place_fields {
    const struct field *town, *venue, *address, *online;
};

void place_read(struct source *source, struct place_fields fields,
                const struct event_defaults *defaults, struct event *event);

// "lieu à venir", as a status says it.
bool text_names_place_to_come(const char *text);

#endif
