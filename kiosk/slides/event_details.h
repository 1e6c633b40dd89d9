// SPDX-License-Identifier: MIT
// What is told of an event beyond its slide, to those who came close: for
// whom, how to get in, until when to register, its description, who makes it.

#ifndef KIOSK_SLIDES_EVENT_DETAILS_H
#define KIOSK_SLIDES_EVENT_DETAILS_H

struct agenda_entry;
struct column;

void event_details_add(struct column *column, const struct agenda_entry *entry);

#endif
