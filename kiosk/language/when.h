// SPDX-License-Identifier: MIT
// When an event takes place, as people write it.
//
// A written date is read without knowing today: the year is the one written,
// else the programme's, else the weekday's, else it stays unknown. Every word
// that is not understood is reported; nothing is swallowed.

#ifndef KIOSK_LANGUAGE_WHEN_H
#define KIOSK_LANGUAGE_WHEN_H

#include <stdbool.h>

#include "base/date.h"
#include "base/diag.h"
#include "language/status.h"

struct arena;
struct languages;

enum precision {
    PRECISION_NONE, // "date à venir", or a date without any year to be had
    PRECISION_DAY,  // one day or several
    PRECISION_WEEK,
    PRECISION_MONTH,
};

enum {
    MINUTE_UNKNOWN = -1
};

struct when {
    enum precision precision;
    struct date first_day, last_day; // equal for one day; of year 0 for NONE

    // Minutes from midnight of first_day and of last_day, MINUTE_UNKNOWN if
    // not written. The end may exceed a day: 20h-1h ends at 25 * 60, "minuit"
    // at 24 * 60.
    int start_minute, end_minute;

    // "jusqu’au 2 décembre" names no first day, "à partir du 3 mars" no last
    // one: both days are the written one. "dès 14h" stresses the start.
    bool until_day, from_day, from_time;
    bool time_to_come; // "heure à venir", "à préciser"
    bool date_to_come; // "date à venir"
    bool online;       // "en ligne", "en visio"
    bool has_status;   // one was named in it
    enum status status;

    // The words of the date as they were typed (cleaned), without hours and
    // statuses: for weeks, for months that are more than a name ("courant
    // avril") and for dates whose year is unknown; else "". Never NULL, lives
    // as long as the arena.
    const char *wording;
};

// What a date without a year may lean on. 0 means unknown.
struct when_context {
    const struct languages *languages;
    int year;              // annee:
    int season_first_year; // saison: 2026-2027 → 2026
    struct date updated;   // maj:; year 0 if unknown
};

// Reads "mardi 20 janvier 18h30-20h30", "du 30 novembre au 2 décembre", …:
// the whole table of the programme format's section 5. False, with a fault,
// if there is no date in it or the date does not exist. Faults go to diags
// with that place.
bool when_read(struct arena *arena, const char *text,
               const struct when_context *context, struct place place,
               struct diag_list *diags, struct when *out);

// Reads a text that holds only a time, "18h30-20h30", "dès 14h", "à venir",
// "jusqu'à 22h", "18-20", into the time members of *when, and a status or "en
// ligne" that stands with it. False, with a fault, if there is none in it;
// *when is untouched then.
bool when_read_time(const char *text, const struct when_context *context,
                    struct place place, struct diag_list *diags,
                    struct when *when);

#endif
