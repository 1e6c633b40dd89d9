// SPDX-License-Identifier: MIT
// Which events of several files are one and the same: those of the same id,
// and those of the same title that begin at the same time.

#ifndef KIOSK_PROGRAMME_KNOWN_EVENTS_H
#define KIOSK_PROGRAMME_KNOWN_EVENTS_H

#include <stdbool.h>

struct event;
struct known_events;

struct known_events *known_events_new(void);
void known_events_free(struct known_events *known);

void known_events_add(struct known_events *known, const struct event *event);

// True if another file has it. Titles are compared without accents, case,
// punctuation and a leading "film"; a time that one of them does not know is
// the same as any.
bool known_events_have(const struct known_events *known,
                       const struct event *event);

#endif
