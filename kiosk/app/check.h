// SPDX-License-Identifier: MIT
// What kiosk check looks for beyond what reading a programme finds: each
// kind of fault is a function of its own, all of them in one table.

#ifndef KIOSK_APP_CHECK_H
#define KIOSK_APP_CHECK_H

#include <stddef.h>

#include "base/diag.h"
#include "base/geometry.h"
#include "programme/agenda.h"

struct check_source;
struct programme;
struct session;

// What is checked and for which screen. Everything is borrowed.
struct check {
    const struct session *session;
    const struct programme *programme;
    const struct check_source *source;
    struct diag_list *diags;
    struct now now;
    struct size screen; // in pixels
};

// Runs all checks of the session's programme; faults go to its list. Nothing
// happens without a programme.
void check_run(const struct session *session);

// The place of one of an event's values: the one that reads as text, else
// the event's own.
struct place check_place(const struct check *check, const struct event *event,
                         const char *text);

void check_events(const struct check *check);   // times, twins, contradictions
void check_venues(const struct check *check);   // two spellings of one venue
void check_links(const struct check *check);    // no links, or half of one
void check_texts(const struct check *check);    // mojibake, unknown letters
void check_slides(const struct check *check);   // what does not fit, codes
void check_pictures(const struct check *check); // damaged, misnamed, small

#endif
