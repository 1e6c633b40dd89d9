// SPDX-License-Identifier: MIT
#include "programme/read_calendar.h"

#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "base/path.h"
#include "base/utf8.h"
#include "programme/calendar_event.h"
#include "programme/calendar_file.h"
#include "programme/calendar_rule.h"
#include "programme/calendar_when.h"
#include "programme/folder.h"
#include "programme/source.h"
#include "yaml/build.h"
#include "yaml/document.h"

enum {
    BUDGET_DAYS = 2 * 1000 * 1000, // that rules may go through: about a second
    DAYS_BEFORE = 1,               // of what began yesterday and goes on
    DAYS_BEFORE_MAX = 31,
    DAY_SECONDS = 24 * 60 * 60,
    ENTRIES_MAX = PROGRAMME_EVENTS_MAX + 1, // the reader tells what is too many
};

// An event of a file, with what tells it from its other versions.
struct item {
    const struct calendar_component *event;
    const char *uid; // "" for none
    struct calendar_time start;
    bool is_moved; // one date of a series that is told apart
    struct calendar_time moved_from;
    long sequence;
    const char *modified;
    size_t order; // in the file
    bool left_out;
};

struct reader {
    struct source *source;
    struct calendar_file file;
    struct calendar_zones *zones;
    struct calendar_window window;
    struct calendar_budget *budget;
    struct item *items;
    size_t count;
    struct node *events;
};

static char *title_of(const struct calendar_component *event)
{
    const struct calendar_property *summary = calendar_find(event, "SUMMARY");
    char *text = calendar_text(summary != NULL ? summary->value : "");
    text[strcspn(text, "\n")] = '\0';
    char *title = utf8_clean(text);
    free(text);
    return title;
}

static void tell(const struct reader *reader, enum fault fault,
                 const struct calendar_component *event,
                 const struct calendar_property *property, const char *second)
{
    char *title = title_of(event);
    diag_add(reader->source->diags, fault,
             property != NULL ? property->place : event->place, title, second,
             NULL);
    free(title);
}

static bool is_private(const struct calendar_component *event)
{
    const struct calendar_property *class = calendar_find(event, "CLASS");
    return class != NULL && (strcasecmp(class->value, "PRIVATE") == 0 ||
                             strcasecmp(class->value, "CONFIDENTIAL") == 0);
}

static const char *value_of(const struct calendar_component *event,
                            const char *name)
{
    const struct calendar_property *property = calendar_find(event, name);
    return property != NULL ? property->value : "";
}

// False, with a fault, for an event that is not shown.
static bool read_item(struct reader *reader,
                      const struct calendar_component *event, struct item *out)
{
    if (is_private(event)) {
        diag_add(reader->source->diags, FAULT_CALENDAR_PRIVATE, event->place,
                 NULL, NULL, NULL);
        return false;
    }
    const struct calendar_property *start = calendar_find(event, "DTSTART");
    *out = (struct item){.event = event, .uid = value_of(event, "UID")};
    if (start == NULL ||
        !calendar_time_read(reader->zones, start, start->value, &out->start)) {
        tell(reader, FAULT_CALENDAR_START, event, start, NULL);
        return false;
    }
    const struct calendar_property *moved =
        calendar_find(event, "RECURRENCE-ID");
    out->is_moved =
        moved != NULL && calendar_time_read(reader->zones, moved, moved->value,
                                            &out->moved_from);
    out->sequence = strtol(value_of(event, "SEQUENCE"), NULL, 10);
    out->modified = value_of(event, "LAST-MODIFIED");
    return true;
}

static int compare_numbers(int64_t a, int64_t b)
{
    return a < b ? -1 : a > b;
}

static int compare_times(const struct calendar_time *a,
                         const struct calendar_time *b)
{
    int order = date_compare(a->moment.date, b->moment.date);
    return order != 0 ? order
                      : compare_numbers(a->moment.minute, b->moment.minute);
}

// Versions of one event stand together, the last one in front.
static int compare_items(const void *left, const void *right)
{
    const struct item *a = left, *b = right;
    int order = strcmp(a->uid, b->uid);
    if (order == 0) {
        order = compare_numbers(a->is_moved, b->is_moved);
    }
    if (order == 0 && a->is_moved) {
        order = compare_times(&a->moved_from, &b->moved_from);
    }
    if (order == 0) {
        order = compare_numbers(b->sequence, a->sequence);
    }
    if (order == 0) {
        order = strcmp(b->modified, a->modified);
    }
    return order != 0 ? order
                      : compare_numbers((int64_t)a->order, (int64_t)b->order);
}

// Some programs give all dates of an event one UID and no rule.
static bool is_older_version(const struct item *newer, const struct item *older)
{
    if (newer->uid[0] == '\0' || strcmp(newer->uid, older->uid) != 0 ||
        newer->is_moved != older->is_moved) {
        return false;
    }
    if (newer->is_moved) {
        return compare_times(&newer->moved_from, &older->moved_from) == 0;
    }
    return newer->sequence != older->sequence ||
           compare_times(&newer->start, &older->start) == 0;
}

static void read_items(struct reader *reader)
{
    const struct calendar_file *file = &reader->file;
    reader->items = xcalloc(file->count + 1, sizeof *reader->items);
    for (size_t i = 0; i < file->count; i++) {
        const struct calendar_component *component = &file->components[i];
        struct item *item = &reader->items[reader->count];
        if (component->kind == CALENDAR_EVENT &&
            read_item(reader, component, item)) {
            item->order = reader->count++;
        }
    }
    qsort(reader->items, reader->count, sizeof *reader->items, compare_items);
    size_t newest = 0;
    for (size_t i = 1; i < reader->count; i++) {
        bool older =
            is_older_version(&reader->items[newest], &reader->items[i]);
        reader->items[i].left_out = older;
        newest = older ? newest : i;
    }
}

static bool is_same_start(const struct calendar_time *a,
                          const struct calendar_time *b)
{
    return a->is_date || b->is_date
               ? date_compare(a->moment.date, b->moment.date) == 0
               : compare_times(a, b) == 0;
}

static void remove_start(struct calendar_starts *starts,
                         const struct calendar_time *time)
{
    size_t kept = 0;
    for (size_t i = 0; i < starts->count; i++) {
        if (!is_same_start(&starts->items[i], time)) {
            starts->items[kept++] = starts->items[i];
        }
    }
    starts->count = kept;
}

// The dates of a series that are told apart are not told twice.
static void remove_moved(const struct reader *reader, const struct item *series,
                         struct calendar_starts *starts)
{
    const struct item *end = reader->items + reader->count;
    for (const struct item *item = series + 1;
         item < end && strcmp(item->uid, series->uid) == 0; item++) {
        if (item->is_moved) {
            struct calendar_time from = calendar_time_in(
                reader->zones, &item->moved_from, &series->start.zone);
            remove_start(starts, &from);
        }
    }
}

static void add_node(struct reader *reader, const struct item *item,
                     const struct calendar_time *starts, size_t count,
                     struct calendar_length length)
{
    struct node *node = calendar_event_node(reader->source, item->event);
    calendar_add_starts(reader->source, node, reader->zones, starts, count,
                        length);
    build_add(reader->source->arena, reader->events, NULL, node);
}

static void tell_repeats(const struct reader *reader, const struct item *item,
                         enum calendar_repeats repeats)
{
    const struct calendar_property *rule = calendar_find(item->event, "RRULE");
    if (repeats == CALENDAR_RULE_UNKNOWN) {
        tell(reader, FAULT_CALENDAR_RULE, item->event, rule,
             rule != NULL ? rule->value : NULL);
    } else if (repeats == CALENDAR_REPEATED_TOO_OFTEN) {
        char limit[24];
        snprintf(limit, sizeof limit, "%d", CALENDAR_OCCURRENCES_MAX);
        tell(reader, FAULT_CALENDAR_REPEATS, item->event, rule, limit);
    }
}

// From some days earlier, for what is still going on.
static struct calendar_window window_of(const struct reader *reader,
                                        struct calendar_length length)
{
    struct calendar_window window = reader->window;
    int64_t days = DAYS_BEFORE + length.seconds / DAY_SECONDS;
    days = days < DAYS_BEFORE_MAX ? days : DAYS_BEFORE_MAX;
    window.first = date_add_days(window.first, -days);
    return window;
}

static void add_series(struct reader *reader, const struct item *item)
{
    struct calendar_length length =
        calendar_length_read(reader->zones, item->event, &item->start);
    struct calendar_starts starts =
        calendar_rule_starts(reader->zones, item->event, &item->start,
                             window_of(reader, length), reader->budget);
    tell_repeats(reader, item, starts.repeats);
    if (item->uid[0] != '\0') {
        remove_moved(reader, item, &starts);
    }
    bool apart = starts.count > 1 &&
                 calendar_spans_days(reader->zones, starts.items, length);
    size_t count = starts.count;
    if (apart && count > CALENDAR_LONG_OCCURRENCES_MAX) {
        count = CALENDAR_LONG_OCCURRENCES_MAX;
    }
    for (size_t i = 0; apart && i < count; i++) {
        add_node(reader, item, &starts.items[i], 1, length);
    }
    if (!apart && count > 0) {
        add_node(reader, item, starts.items, count, length);
    }
    free(starts.items);
}

// A date of a series is shown while the series would be.
static void add_moved(struct reader *reader, const struct item *item)
{
    struct calendar_length length =
        calendar_length_read(reader->zones, item->event, &item->start);
    struct calendar_window window = window_of(reader, length);
    struct date day = item->start.moment.date;
    if (date_compare(day, window.first) >= 0 &&
        date_compare(day, window.last) <= 0) {
        add_node(reader, item, &item->start, 1, length);
    }
}

static void read_bytes(struct reader *reader, const char *bytes, size_t length,
                       const char *shown_path)
{
    struct source *source = reader->source;
    if (!calendar_file_read(source->arena, bytes, length, shown_path,
                            source->diags, &reader->file)) {
        return;
    }
    reader->zones =
        calendar_zones_new(&reader->file, source->zone, source->diags);
    reader->count = 0;
    read_items(reader);
    for (size_t i = 0; i < reader->count; i++) {
        const struct item *item = &reader->items[i];
        if (item->left_out || reader->events->count == ENTRIES_MAX) {
            continue;
        }
        if (item->is_moved) {
            add_moved(reader, item);
        } else {
            add_series(reader, item);
        }
    }
    free(reader->items);
    calendar_zones_free(reader->zones);
}

// The first name that is no account's.
static void read_name(const struct reader *reader, struct node *root)
{
    if (reader->file.name == NULL || node_get(root, "title") != NULL) {
        return;
    }
    char *name = calendar_text(reader->file.name);
    if (strchr(name, '@') == NULL) {
        build_add_text(reader->source->arena, root, "title", name,
                       reader->file.name_place);
    }
    free(name);
}

static struct date months_later(struct date date, int months)
{
    int month = date.month - 1 + months;
    struct date later = {date.year + month / 12, month % 12 + 1, date.day};
    int last = date_days_in_month(later.year, later.month);
    later.day = later.day < last ? later.day : last;
    return later;
}

static struct node *begin(struct reader *reader, struct source *source,
                          struct date today, struct calendar_budget *budget)
{
    *budget =
        (struct calendar_budget){CALENDAR_ALL_OCCURRENCES_MAX, BUDGET_DAYS};
    *reader = (struct reader){
        .source = source,
        .window = {today, months_later(today, CALENDAR_MONTHS)},
        .budget = budget
    };
    // Its default is to end the program.
    icalerror_set_errors_are_fatal(false);
    reader->events = build_list(source->arena, (struct place){NULL, 0, 0});
    struct node *root = build_map(source->arena, (struct place){NULL, 0, 0});
    build_add(source->arena, root, "events", reader->events);
    return root;
}

const struct node *calendars_read(struct source *source,
                                  const struct folder *folder,
                                  struct date today)
{
    struct reader reader;
    struct calendar_budget budget;
    struct node *root = begin(&reader, source, today, &budget);
    for (size_t i = 0; i < folder->calendar_count; i++) {
        const char *name = folder->calendars[i];
        char *path = path_join(folder->path, name);
        size_t length = 0;
        char *bytes = document_bytes(path, name, source->diags, &length);
        if (bytes != NULL) {
            read_bytes(&reader, bytes, length, name);
            read_name(&reader, root);
        }
        free(bytes);
        free(path);
    }
    return root;
}

const struct node *calendar_parse(struct source *source, const char *bytes,
                                  size_t length, const char *shown_path,
                                  struct date today)
{
    struct reader reader;
    struct calendar_budget budget;
    struct node *root = begin(&reader, source, today, &budget);
    read_bytes(&reader, bytes, length, shown_path);
    read_name(&reader, root);
    return root;
}
