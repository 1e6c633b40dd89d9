// SPDX-License-Identifier: MIT
#include "app/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/check_source.h"
#include "app/session.h"
#include "base/memory.h"
#include "base/text_buffer.h"
#include "base/utf8.h"
#include "language/phrase.h"
#include "programme/programme.h"
#include "yaml/document.h"

enum {
    LONGEST_EVENING_MINUTES = 12 * 60,
    NUMBER_BYTES = 24,
    DAY_SECONDS = 24 * 60 * 60,
};

static const char *title_of(const struct event *event)
{
    return wording_in(&event->title, "");
}

// "20h-18h" is read as ending on the next day, which is seldom meant.
static void check_times(const struct check *check, const struct event *event)
{
    const struct when *when = &event->when;
    bool one_day = when->precision == PRECISION_DAY &&
                   date_compare(when->first_day, when->last_day) == 0;
    int start = when->start_minute, end = when->end_minute;
    if (!one_day || start == MINUTE_UNKNOWN || end == MINUTE_UNKNOWN) {
        return;
    }
    int minutes = end <= start ? end + MINUTES_A_DAY - start : end - start;
    bool next_day = end <= start || end > MINUTES_A_DAY;
    if (!next_day || minutes < LONGEST_EVENING_MINUTES) {
        return;
    }
    struct phrasing phrasing = {.language = check->session->language};
    struct text_buffer from = {0}, to = {0};
    phrase_time(&phrasing, start, &from);
    phrase_time(&phrasing, end, &to);
    diag_add(check->diags, FAULT_TIME_BACKWARDS, event->place, title_of(event),
             text_buffer_text(&from), text_buffer_text(&to));
    text_buffer_release(&from);
    text_buffer_release(&to);
}

// A value of the event that contradicts its other ones.
static void report_value(const struct check *check, const struct event *event,
                         const char *keys, enum fault fault)
{
    const struct node *entry = check_source_event(check->source, event);
    const struct node *value = check_source_key(entry, keys);
    diag_add(check->diags, fault, value != NULL ? value->place : event->place,
             node_text(value, ""), NULL, NULL);
}

static void check_ends(const struct check *check, const struct event *event)
{
    bool dated = event->dated;
    if (dated && event->has_register_until &&
        event->register_until - DAY_SECONDS > event->over) {
        report_value(check, event,
                     "registeruntil inscriptionjusque inscriptionjusquau",
                     FAULT_REGISTER_TOO_LATE);
    }
    if (event->has_show_from && event->has_show_until &&
        event->show_until <= event->show_from) {
        report_value(check, event, "showuntil afficherjusque afficherjusquau",
                     FAULT_SHOW_BACKWARDS);
    }
    if (dated && event->has_show_from && event->show_from >= event->over) {
        report_value(check, event, "showfrom afficherdes", FAULT_SHOW_TOO_LATE);
    }
}

// "libre", "gratuit", "0 €" agree with an event that is free.
static bool asks_for_money(const char *price)
{
    static const char *const FREE[] = {"gratuit", "libre",     "free",
                                       "don",     "conscient", "gratis"};
    char *folded = utf8_fold(price);
    bool asks = strpbrk(folded, "123456789") != NULL;
    for (size_t i = 0; i < sizeof FREE / sizeof *FREE; i++) {
        asks = asks && strstr(folded, FREE[i]) == NULL;
    }
    free(folded);
    return asks;
}

static void check_price(const struct check *check, const struct event *event)
{
    const char *price = wording_in(&event->price, "");
    if (event->free && asks_for_money(price)) {
        diag_add(check->diags, FAULT_PRICE_BUT_FREE,
                 check_place(check, event, price), price, NULL, NULL);
    }
}

static void check_past(const struct check *check)
{
    const struct programme *programme = check->programme;
    const struct event *first = NULL;
    size_t past = 0;
    for (size_t i = 0; i < programme->event_count; i++) {
        const struct event *event = &programme->events[i];
        bool over = event->dated && event->over <= check->now.instant;
        first = over && first == NULL ? event : first;
        past += over ? 1 : 0;
    }
    if (past == 0) {
        return;
    }
    char number[NUMBER_BYTES], all[NUMBER_BYTES];
    snprintf(number, sizeof number, "%zu", past);
    snprintf(all, sizeof all, "%zu", programme->event_count);
    bool every = past == programme->event_count;
    diag_add(check->diags, every ? FAULT_EVENTS_ALL_PAST : FAULT_EVENTS_PAST,
             first->place, number, every ? NULL : all, NULL);
}

// An event with what tells it from others.
struct twin {
    const struct event *event;
    char *title; // folded; NULL while it shares its beginning with none
};

static int compare_twins(const void *left, const void *right)
{
    const struct twin *a = left, *b = right;
    if (a->event->begins != b->event->begins) {
        return a->event->begins < b->event->begins ? -1 : 1;
    }
    int order =
        a->title != NULL && b->title != NULL ? strcmp(a->title, b->title) : 0;
    if (order == 0) {
        order = a->event < b->event ? -1 : 1; // in the order of the file
    }
    return order;
}

static bool is_elsewhere(const struct wording *a, const struct wording *b)
{
    char *one = utf8_fold(wording_in(a, "")),
         *other = utf8_fold(wording_in(b, ""));
    bool differs =
        one[0] != '\0' && other[0] != '\0' && strcmp(one, other) != 0;
    free(one);
    free(other);
    return differs;
}

// One evening in two places is two evenings.
static bool are_alike(const struct twin *a, const struct twin *b)
{
    return a->event->begins == b->event->begins && a->title != NULL &&
           b->title != NULL && strcmp(a->title, b->title) == 0 &&
           !is_elsewhere(&a->event->venue, &b->event->venue) &&
           !is_elsewhere(&a->event->town, &b->event->town);
}

static void report_twin(const struct check *check, const struct twin *first,
                        const struct twin *second)
{
    char line[NUMBER_BYTES];
    snprintf(line, sizeof line, "%zu", first->event->place.line);
    diag_add(check->diags, FAULT_EVENT_TWICE, second->event->place,
             title_of(second->event), line, NULL);
}

static void fold_title(struct twin *twin)
{
    if (twin->title == NULL) {
        twin->title = utf8_fold(title_of(twin->event));
    }
}

// Sorted by beginning and title; thousands of titles need not be folded to
// find that no two events begin together.
static void sort_twins(struct twin *twins, size_t count)
{
    qsort(twins, count, sizeof *twins, compare_twins);
    for (size_t i = 1; i < count; i++) {
        if (twins[i - 1].event->begins == twins[i].event->begins) {
            fold_title(&twins[i - 1]);
            fold_title(&twins[i]);
        }
    }
    qsort(twins, count, sizeof *twins, compare_twins);
}

static void check_twins(const struct check *check)
{
    const struct programme *programme = check->programme;
    struct twin *twins = xcalloc(programme->event_count + 1, sizeof *twins);
    size_t count = 0;
    for (size_t i = 0; i < programme->event_count; i++) {
        const struct event *event = &programme->events[i];
        if (event->dated) {
            twins[count++] = (struct twin){event, NULL};
        }
    }
    sort_twins(twins, count);
    for (size_t i = 1; i < count; i++) {
        if (are_alike(&twins[i - 1], &twins[i])) {
            report_twin(check, &twins[i - 1], &twins[i]);
        }
    }
    for (size_t i = 0; i < count; i++) {
        free(twins[i].title);
    }
    free(twins);
}

void check_events(const struct check *check)
{
    for (size_t i = 0; i < check->programme->event_count; i++) {
        const struct event *event = &check->programme->events[i];
        check_times(check, event);
        check_ends(check, event);
        check_price(check, event);
    }
    check_past(check);
    check_twins(check);
}
