// SPDX-License-Identifier: MIT
#include "programme/read_date.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "language/status.h"
#include "programme/event_time.h"
#include "programme/read_place.h"

// "annulé pour cause de pluie": better told than shown as if it took place.
static bool begins_with_status(const char *text, enum status *out)
{
    char *folded = utf8_fold(text);
    bool begins = status_match(folded, out) > 0;
    free(folded);
    return begins;
}

static void report_status(struct source *source, struct place place,
                          const char *text, struct event *event)
{
    static const char CHOICES[] =
        "confirmé, à valider, annulé, reporté, déplacé, complet, en ligne";
    const char *near = status_near(text);
    if (begins_with_status(text, &event->status)) {
        diag_add(source->diags, FAULT_STATUS_WORDS_LEFT, place, text, NULL,
                 NULL);
    } else if (near != NULL) {
        diag_add(source->diags, FAULT_STATUS_NEAR, place, text, near, NULL);
    } else {
        diag_add(source->diags, FAULT_STATUS_UNKNOWN, place, text, CHOICES,
                 NULL);
    }
}

// Reads text as a time if it is nothing else: "19 novembre" is no "19 h".
static bool read_time_alone(struct source *source, const char *text,
                            struct when *when)
{
    struct diag_list *faults = diag_list_new();
    struct when read = *when;
    bool alone = when_read_time(text, &source->dates, (struct place){0}, faults,
                                &read) &&
                 diag_at(faults, 0) == NULL;
    diag_list_free(faults);
    if (alone) {
        *when = read;
    }
    return alone;
}

// "à valider", "annulé", but also "heure à venir" and "lieu à venir".
static void read_status(struct source *source, const struct node *node,
                        struct event *event)
{
    if (event->when.has_status) {
        event->status = event->when.status;
    }
    const char *text = source_passing_text(source, node);
    if (text == NULL || text[0] == '\0' || status_read(text, &event->status)) {
        return;
    }
    if (text_names_place_to_come(text)) {
        event->place_to_come = true;
        return;
    }
    struct when when = event->when;
    if (!read_time_alone(source, text, &when)) {
        report_status(source, node->place, text, event);
    } else if (!event_time_is_known(event)) {
        event->when = when;
    }
}

static void read_previous(struct source *source, const struct field *field,
                          struct event *event)
{
    event->previous = source_wording(source, field, PROGRAMME_LINE_BYTES_MAX);
    const char *text = wording_in(&event->previous, "");
    if (text[0] == '\0') {
        return;
    }
    struct when *when = arena_alloc(source->arena, 1, sizeof *when);
    event->previous_when = when_read(source->arena, text, &source->dates,
                                     field->node->place, NULL, when)
                               ? when
                               : NULL;
    bool moved =
        event->status == STATUS_CONFIRMED || event->status == STATUS_POSTPONED;
    if (moved && event->when.date_to_come) {
        event->status = STATUS_POSTPONED;
    } else if (moved) {
        event->status = STATUS_RESCHEDULED;
    }
}

// The time in "fin: 20h30". False if it is none.
static bool read_end_time(struct source *source, const char *text,
                          struct when *when)
{
    struct when end = {.start_minute = MINUTE_UNKNOWN,
                       .end_minute = MINUTE_UNKNOWN};
    if (!read_time_alone(source, text, &end)) {
        return false;
    }
    int minute =
        end.end_minute != MINUTE_UNKNOWN ? end.end_minute : end.start_minute;
    if (minute != MINUTE_UNKNOWN) {
        // Nothing ends at the midnight with which its day begins.
        when->end_minute = minute > 0 ? minute : MINUTES_A_DAY;
    }
    return true;
}

// "20 janvier 20h" that ends "21 janvier 1h" is one evening, not two days.
static bool is_one_night(const struct when *when, int64_t days)
{
    enum {
        NIGHT_ENDS = 6 * 60
    };
    return days == 1 && when->start_minute != MINUTE_UNKNOWN &&
           when->end_minute != MINUTE_UNKNOWN &&
           when->end_minute <= NIGHT_ENDS &&
           when->end_minute < when->start_minute;
}

static void take_end_date(struct when *when, const struct when *end)
{
    int64_t days = date_days_until(when->first_day, end->last_day);
    when->end_minute = end->start_minute != MINUTE_UNKNOWN ? end->start_minute
                                                           : when->end_minute;
    when->end_minute =
        end->end_minute != MINUTE_UNKNOWN ? end->end_minute : when->end_minute;
    when->until_day = when->from_day = false;
    if (is_one_night(when, days)) {
        when->end_minute += MINUTES_A_DAY;
        return;
    }
    when->last_day = end->last_day;
}

// An end without a year is in the year of the last day, or in the next one.
static bool read_end_date(struct source *source, const struct node *node,
                          const char *text, const struct when *when,
                          struct when *out)
{
    struct when_context context = source->dates;
    struct diag_list *diags = source->diags;
    context.season_first_year = 0;
    for (int years = 0; years < 2; years++) {
        context.year = when->last_day.year + years;
        if (!when_read(source->arena, text, &context, node->place, diags,
                       out) ||
            out->precision == PRECISION_NONE) {
            return false;
        }
        bool behind = date_compare(out->last_day, when->first_day) >= 0;
        bool slip = out->last_day.month == when->first_day.month;
        if (behind && (years == 0 || !slip)) {
            return true;
        }
        diags = NULL; // they are the same
    }
    diag_add(source->diags, FAULT_DATE_END_FIRST, node->place, text, NULL,
             NULL);
    return false;
}

// The end in a key of its own: a date, or a time of the same day.
static void read_end(struct source *source, const struct node *node,
                     struct when *when)
{
    const char *text = source_passing_text(source, node);
    bool written = text != NULL && text[0] != '\0';
    if (!written || when->precision != PRECISION_DAY ||
        read_end_time(source, text, when)) {
        return;
    }
    struct when end = {0};
    if (!read_end_date(source, node, text, when, &end)) {
        return;
    }
    take_end_date(when, &end);
}

static void read_time(struct source *source, const struct node *node,
                      struct when *when)
{
    const char *text = source_passing_text(source, node);
    if (text != NULL && text[0] != '\0') {
        when_read_time(text, &source->dates, node->place, source->diags, when);
    }
}

void date_read(struct source *source, struct date_fields fields,
               struct event *event)
{
    read_time(source, fields.time->node, &event->when);
    read_end(source, fields.end->node, &event->when);
    event->online = event->online || event->when.online;
    read_status(source, fields.status->node, event);
    read_previous(source, fields.previous, event);
    if (event->status == STATUS_MOVED_ONLINE) {
        event->online = true;
    }
    // Whoever meets online needs no place.
    event->place_to_come = event->place_to_come && !event->online;
    event_time_resolve(event, &source->zone, source->zone_memo,
                       source->dates.updated);
}
