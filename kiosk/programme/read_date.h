// SPDX-License-Identifier: MIT
// What stands beside an event's date: its time, its end, what became of it.

#ifndef KIOSK_PROGRAMME_READ_DATE_H
#define KIOSK_PROGRAMME_READ_DATE_H

#include "programme/source.h"

struct date_fields {
    const struct field *time, *end, *status, *previous;
};

// event->when is what its date says; it is completed, and with it everything
// that depends on it.
void date_read(struct source *source, struct date_fields fields,
               struct event *event);

#endif
