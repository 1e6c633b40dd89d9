// SPDX-License-Identifier: MIT
// What may have become of an event (schema.org eventStatus, and the two
// states it has no value for: tentative and full).

#ifndef KIOSK_LANGUAGE_STATUS_H
#define KIOSK_LANGUAGE_STATUS_H

#include <stdbool.h>
#include <stddef.h>

enum status {
    STATUS_CONFIRMED,
    STATUS_TENTATIVE,
    STATUS_CANCELLED,
    STATUS_POSTPONED,   // no new date yet
    STATUS_RESCHEDULED, // to the date it has now
    STATUS_FULL,
    STATUS_MOVED_ONLINE,
    STATUS_COUNT,
};

// "confirmed", "tentative", … as in the programme's English form.
const char *status_name(enum status status);

// The French word for the status that a misspelt text was meant to name:
// "annulé" for "annullé". NULL if it is near to none.
const char *status_near(const char *text);

// Finds the status a text names, in any of the five languages: "annulé",
// "à valider", "cancelled", "complèt". The whole text must be the name, after
// folding (utf8_fold). False, *out untouched, if it is none.
bool status_read(const char *text, enum status *out);

// The longest name of a status that begins at folded (utf8_fold) and ends with
// a word there: its length in bytes. 0, *out untouched, if there is none.
size_t status_match(const char *folded, enum status *out);

#endif
