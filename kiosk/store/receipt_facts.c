// SPDX-License-Identifier: MIT
#include "store/receipt_facts.h"

#include <stddef.h>

#include "programme/programme.h"
#include "store/receipt.h"

// Days of the events that have any.
static void add_days(struct receipt_facts *facts,
                     const struct programme *programme)
{
    for (size_t i = 0; i < programme->event_count; i++) {
        const struct when *when = &programme->events[i].when;
        if (when->precision == PRECISION_NONE || when->first_day.year == 0) {
            continue;
        }
        if (facts->first_day.year == 0 ||
            date_compare(when->first_day, facts->first_day) < 0) {
            facts->first_day = when->first_day;
        }
        if (facts->last_day.year == 0 ||
            date_compare(when->last_day, facts->last_day) > 0) {
            facts->last_day = when->last_day;
        }
    }
}

void receipt_facts_add_programme(struct receipt_facts *facts,
                                 const struct programme *programme)
{
    facts->event_count = programme->event_count;
    facts->updated = programme->updated;
    facts->title = wording_in(&programme->title, programme->language);
    if (programme->contact.kind == LINK_EMAIL) {
        facts->contact = programme->contact.payload;
    }
    add_days(facts, programme);
}
