// SPDX-License-Identifier: MIT
// What there is to say about an event, fact by fact, in the language shown.
//
// Every result is the caller's (free()) and "" where there is nothing to say.
// The first letter is a capital where the fact stands on a line of its own.

#ifndef KIOSK_SLIDES_EVENT_FACTS_H
#define KIOSK_SLIDES_EVENT_FACTS_H

#include "slides/stage.h"

char *event_fact_days(const struct stage *stage,
                      const struct agenda_entry *entry);

// Its times; of a postponed one, that a new date will come.
char *event_fact_times(const struct stage *stage,
                       const struct agenda_entry *entry);

// "Au lieu du mardi 20 janvier", of one that has been moved.
char *event_fact_previous(const struct stage *stage, const struct event *event);

char *event_fact_kind(const struct stage *stage, const struct event *event);
char *event_fact_people(const struct stage *stage, const struct event *event);

// "Aussi le …": the other dates of an entry with several.
char *event_fact_other_dates(const struct stage *stage,
                             const struct event *event);

// The venue, or that it will be told; "" where there is a town alone.
char *event_fact_venue(const struct stage *stage, const struct event *event);

// "Ouverture 19h30 · Prix libre"
char *event_fact_entrance(const struct stage *stage, const struct event *event);

#endif
