// SPDX-License-Identifier: MIT
#include "programme/agenda.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "programme/event_time.h"

static int64_t smaller(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

// The instant up to which things are hidden: now, or while the clock is
// doubtful only what is past for certain.
static int64_t believed(const struct now *now)
{
    return now->trusted ? now->instant : now->certain;
}

// A postponed event waits for its new date after the old one went by.
static bool waits_for_date(const struct event *event, int64_t instant)
{
    return event->dated && event->status == STATUS_POSTPONED &&
           event->over <= instant;
}

static int64_t end_of_showing(const struct event *event, int64_t instant)
{
    int64_t end =
        waits_for_date(event, instant) ? event->waits_until : event->over;
    return event->has_show_until ? smaller(end, event->show_until) : end;
}

static bool is_early(const struct event *event, const struct now *now)
{
    return now->trusted && event->has_show_from &&
           now->instant < event->show_from;
}

static bool is_past(const struct event *event, const struct now *now)
{
    int64_t instant = believed(now);
    return instant >= end_of_showing(event, instant);
}

static enum phase phase_of(const struct event *event, const struct now *now)
{
    if (is_past(event, now)) {
        return PHASE_PAST;
    }
    if (!event->dated || waits_for_date(event, believed(now))) {
        return PHASE_UNDATED;
    }
    bool ongoing = now->trusted && event->begins <= now->instant &&
                   now->instant < event->over &&
                   (event_time_is_known(event) || event_spans_days(event));
    return ongoing ? PHASE_ONGOING : PHASE_UPCOMING;
}

static bool is_venue(const struct event *event, const char *folded_venue)
{
    if (folded_venue == NULL || wording_is_empty(&event->venue)) {
        return false;
    }
    char *folded = utf8_fold(wording_in(&event->venue, ""));
    bool same = strcmp(folded, folded_venue) == 0;
    free(folded);
    return same;
}

static int compare_numbers(int64_t a, int64_t b)
{
    return a < b ? -1 : a > b;
}

// By day, this venue first, then by beginning, then the surer date, then as
// in the file. Undated ones come last.
static int compare_entries(const void *left, const void *right)
{
    static const int SURENESS[] = {
        [PRECISION_DAY] = 0,
        [PRECISION_WEEK] = 1,
        [PRECISION_MONTH] = 2,
        [PRECISION_NONE] = 3,
    };
    const struct agenda_entry *a = left, *b = right;
    const struct event *p = a->event, *q = b->event;
    bool undated_a = a->phase == PHASE_UNDATED || !p->dated;
    bool undated_b = b->phase == PHASE_UNDATED || !q->dated;
    int order = compare_numbers(undated_a, undated_b);
    if (order == 0 && !undated_a) {
        order = date_compare(p->begins_local.date, q->begins_local.date);
        order = order != 0 ? order : compare_numbers(b->here, a->here);
        order = order != 0 ? order : compare_numbers(p->begins, q->begins);
        order = order != 0 ? order
                           : compare_numbers(SURENESS[p->when.precision],
                                             SURENESS[q->when.precision]);
    }
    // Events stand in one array in file order.
    return order != 0 ? order : (p < q ? -1 : p > q);
}

struct agenda *agenda_new(const struct programme *programme,
                          const struct now *now, const char *venue,
                          bool with_past)
{
    struct agenda *agenda = xcalloc(1, sizeof *agenda);
    agenda->entries = xcalloc(programme->event_count, sizeof *agenda->entries);
    char *folded = venue != NULL ? utf8_fold(venue) : NULL;
    for (size_t i = 0; i < programme->event_count; i++) {
        const struct event *event = &programme->events[i];
        bool shown =
            !is_early(event, now) && (with_past || !is_past(event, now));
        if (!shown) {
            continue;
        }
        struct agenda_entry entry = {.event = event,
                                     .phase = phase_of(event, now),
                                     .chip = CHIP_NONE,
                                     .here = is_venue(event, folded)};
        bool current =
            entry.phase == PHASE_UPCOMING || entry.phase == PHASE_ONGOING;
        if (current) {
            entry.chip = chip_of(event, now);
        }
        agenda->entries[agenda->count++] = entry;
    }
    free(folded);
    qsort(agenda->entries, agenda->count, sizeof *agenda->entries,
          compare_entries);
    return agenda;
}

void agenda_free(struct agenda *agenda)
{
    if (agenda != NULL) {
        free(agenda->entries);
        free(agenda);
    }
}

// The earliest of the candidates that is still to come.
static int64_t sooner(int64_t next, int64_t candidate, int64_t instant)
{
    return candidate > instant ? smaller(next, candidate) : next;
}

static int64_t next_change_of(const struct event *event, int64_t instant,
                              int64_t next)
{
    enum {
        STEP = 5 * 60,
        LAST_HOUR = 60 * 60
    };
    if (event->has_show_from) {
        next = sooner(next, event->show_from, instant);
    }
    if (event->has_show_until) {
        next = sooner(next, event->show_until, instant);
    }
    if (event->has_register_until) {
        next = sooner(next, event->register_until, instant);
    }
    next = sooner(next, event->over, instant);
    if (!event->dated) {
        return next;
    }
    next = sooner(next, event->begins, instant);
    int64_t left = event->begins - instant;
    if (left > LAST_HOUR) {
        return sooner(next, event->begins - LAST_HOUR, instant);
    }
    // In its last hour the minutes count down in steps.
    return left > 0 ? sooner(next, instant + (left - 1) % STEP + 1, instant)
                    : next;
}

int64_t agenda_next_change(const struct programme *programme,
                           const struct now *now)
{
    struct date tomorrow = date_add_days(now->local.date, 1);
    int64_t next = zone_instant(&programme->zone, moment_of(tomorrow, 0));
    if (next <= now->instant) {
        next = now->instant + 60;
    }
    for (size_t i = 0; i < programme->event_count; i++) {
        next = next_change_of(&programme->events[i], now->instant, next);
    }
    return next;
}

const char *phase_name(enum phase phase)
{
    static const char *const NAMES[] = {
        [PHASE_UPCOMING] = "upcoming",
        [PHASE_ONGOING] = "ongoing",
        [PHASE_PAST] = "past",
        [PHASE_UNDATED] = "undated",
    };
    return NAMES[phase];
}

struct when agenda_when(const struct agenda_entry *entry)
{
    static const struct when TO_COME = {.precision = PRECISION_NONE,
                                        .start_minute = MINUTE_UNKNOWN,
                                        .end_minute = MINUTE_UNKNOWN,
                                        .date_to_come = true,
                                        .wording = ""};
    bool gone = entry->phase == PHASE_UNDATED && entry->event->dated;
    return gone ? TO_COME : entry->event->when;
}
