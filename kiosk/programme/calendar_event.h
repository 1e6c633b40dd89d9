// SPDX-License-Identifier: MIT
// An event of a calendar as an entry a YAML programme would have had, but for
// when it takes place.

#ifndef KIOSK_PROGRAMME_CALENDAR_EVENT_H
#define KIOSK_PROGRAMME_CALENDAR_EVENT_H

struct calendar_component;
struct node;
struct source;

struct node *calendar_event_node(struct source *source,
                                 const struct calendar_component *event);

#endif
