// SPDX-License-Identifier: MIT
// An event as a bare VEVENT (RFC 5545), to be read from a QR code: "add to my
// calendar", without any network.
//
// Phones' cameras take a VEVENT without a VCALENDAR around it, times in UTC,
// and lines that are not folded: every reader takes long lines, not all of
// them unfold. What cameras do not look at (DTSTAMP) is left out, for each
// byte makes the code denser.

#ifndef KIOSK_PROGRAMME_VEVENT_H
#define KIOSK_PROGRAMME_VEVENT_H

struct event;
struct phrasing;
struct programme;

enum {
    // What a code of 61 modules (version 11, level M) holds beside the note
    // that its bytes are UTF-8.
    VEVENT_BYTES_MAX = 249
};

// Never longer than VEVENT_BYTES_MAX: first the description is left out, then
// the link, the address, the kind; at last the title is shortened. An event
// whose start is not known, or that takes several days, is all day long. The
// UID stays the same when an event is moved (previous, or the same id).
// NULL where there is no day to be kept: no date, a month, cancelled,
// postponed. The caller's; free().
char *vevent_of(const struct programme *programme, const struct event *event,
                const struct phrasing *phrasing);

#endif
