// SPDX-License-Identifier: MIT
// Events written as fields in flow form, and what is read in them on one
// line, for tables.

#ifndef KIOSK_TESTS_SUPPORT_EVENTS_H
#define KIOSK_TESTS_SUPPORT_EVENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/text_buffer.h"
#include "support/programmes.h"
#include "support/test.h"

// Fields of an event that has title T and takes place on 1 March 2026 in
// Nîmes, unless they say otherwise; what is read in them besides that, as
// events_add() writes it; and the faults, as "code[first|second]".
struct event_row {
    const char *fields, *expected, *faults;
};

static inline void add(struct text_buffer *out, const char *name,
                       const char *text)
{
    if (text != NULL && text[0] != '\0') {
        text_buffer_printf(out, "%s%s=%s", out->length > 0 ? " " : "", name,
                           text);
    }
}

static inline void add_flag(struct text_buffer *out, const char *name,
                            bool value)
{
    if (value) {
        text_buffer_printf(out, "%s%s", out->length > 0 ? " " : "", name);
    }
}

static inline void add_wording(struct text_buffer *out, const char *name,
                               const struct wording *wording, const char *usual)
{
    const char *text = wording_in(wording, "");
    add(out, name, strcmp(text, usual) != 0 ? text : "");
    const struct translation *each = wording->translations;
    for (; each != NULL && each->text != NULL; each++) {
        add(out, each->language, each->text);
    }
}

static inline void add_list(struct text_buffer *out, const char *name,
                            const struct wordings *list)
{
    struct text_buffer items = {0};
    for (size_t i = 0; i < list->count; i++) {
        text_buffer_printf(&items, "%s%s", i > 0 ? "|" : "",
                           wording_in(&list->items[i], ""));
    }
    add(out, name, text_buffer_text(&items));
    text_buffer_release(&items);
}

static inline void add_when(struct text_buffer *out, const struct when *when)
{
    static const char *const PRECISIONS[] = {"none", "day", "week", "month"};
    char first[16] = "", last[16] = "";
    struct text_buffer text = {0};
    if (when->precision != PRECISION_NONE) {
        date_format(when->first_day, first);
        date_format(when->last_day, last);
    }
    bool usual = strcmp(first, "2026-03-01") == 0 && strcmp(last, first) == 0 &&
                 when->precision == PRECISION_DAY;
    if (!usual) {
        text_buffer_printf(&text, "%s:%s", PRECISIONS[when->precision], first);
        if (strcmp(first, last) != 0) {
            text_buffer_printf(&text, "..%s", last);
        }
    }
    add(out, "date", text_buffer_text(&text));
    text_buffer_release(&text);
    if (when->start_minute != MINUTE_UNKNOWN) {
        text_buffer_printf(&text, "%02d:%02d", when->start_minute / 60,
                           when->start_minute % 60);
    }
    if (when->end_minute != MINUTE_UNKNOWN) {
        text_buffer_printf(&text, "-%02d:%02d", when->end_minute / 60,
                           when->end_minute % 60);
    }
    add(out, "time", text_buffer_text(&text));
    text_buffer_release(&text);
    add_flag(out, "time-to-come", when->time_to_come);
}

static inline void add_instant(struct text_buffer *out, const char *name,
                               bool has, int64_t instant)
{
    struct zone zone = {"Europe/Paris"};
    char text[24];
    moment_format(zone_moment(&zone, instant), text);
    add(out, name, has ? text : "");
}

static inline void add_links(struct text_buffer *out, const struct event *event)
{
    bool text = event->registration.kind == LINK_TEXT;
    add(out, text ? "register-text" : "register",
        text ? event->registration.shown : event->registration.payload);
    add(out, "online-link", event->online_link.payload);
    add_instant(out, "register-until", event->has_register_until,
                event->register_until);
    add_instant(out, "show-from", event->has_show_from, event->show_from);
    add_instant(out, "show-until", event->has_show_until, event->show_until);
}

static inline void add_event(struct text_buffer *out, const struct event *event)
{
    const struct {
        const char *name;
        const struct wording *wording;
        const char *usual;
    } WORDINGS[] = {
        {"title",    &event->title,         "T"     },
        {"subtitle", &event->subtitle,      ""      },
        {"kind",     &event->kind,          ""      },
        {"town",     &event->town,          "Nîmes"},
        {"venue",    &event->venue,         ""      },
        {"address",  &event->address,       ""      },
        {"previous", &event->previous,      ""      },
        {"note",     &event->note,          ""      },
        {"summary",  &event->summary,       ""      },
        {"text",     &event->description,   ""      },
        {"audience", &event->audience,      ""      },
        {"age",      &event->age,           ""      },
        {"price",    &event->price,         ""      },
        {"capacity", &event->capacity,      ""      },
        {"spoken",   &event->spoken,        ""      },
        {"series",   &event->series,        ""      },
        {"doors",    &event->doors,         ""      },
        {"alt",      &event->poster_alt,    ""      },
        {"credit",   &event->poster_credit, ""      },
    };
    add_when(out, &event->when);
    if (event->status != STATUS_CONFIRMED) {
        add(out, "status", status_name(event->status));
    }
    for (size_t i = 0; i < COUNT(WORDINGS); i++) {
        add_wording(out, WORDINGS[i].name, WORDINGS[i].wording,
                    WORDINGS[i].usual);
    }
    add_list(out, "with", &event->with);
    add_list(out, "organisers", &event->organisers);
    add_list(out, "partners", &event->partners);
    add_list(out, "tags", &event->tags);
    add_links(out, event);
    add_flag(out, "place-to-come", event->place_to_come);
    add_flag(out, "online", event->online);
    add_flag(out, "free", event->free);
    add_flag(out, "featured", event->featured);
    add_flag(out, "banner", event->banner);
    add(out, "id", event->id);
    if (event->access != 0) {
        text_buffer_printf(out, "%saccess=%u", out->length > 0 ? " " : "",
                           event->access);
    }
}

static inline bool says(const char *fields, const char *keys)
{
    char *copy = xstrdup(keys), *rest = copy;
    bool found = false;
    for (char *key = strsep(&rest, " "); key != NULL;
         key = strsep(&rest, " ")) {
        found = found || strstr(fields, key) != NULL;
    }
    free(copy);
    return found;
}

static inline char *yaml_of(const char *head, const char *fields)
{
    bool title = says(fields, "itre: itre_ title: quoi: nom: film:");
    bool date = says(fields, "date: dates: quand: éances:");
    bool place = says(fields, "ville: commune: lieu: isio adresse:");
    return xasprintf("annee: 2026\nmaj: 2026-01-05\n%sevenements:\n"
                     "  - {%s%s%s%s}\n",
                     head, fields, title ? "" : ", titre: T",
                     date ? "" : ", date: 1er mars",
                     place ? "" : ", ville: Nîmes");
}

static inline char *faults_of(struct sample *sample)
{
    struct text_buffer out = {0};
    const struct diag *diag = NULL;
    text_buffer_add(&out, "");
    for (size_t i = 0; (diag = diag_at(sample->diags, i)) != NULL; i++) {
        const char *first = diag->arguments[0], *second = diag->arguments[1];
        text_buffer_printf(&out, "%s%s[%s%s%s]", i > 0 ? " " : "",
                           fault_code(diag->fault), first != NULL ? first : "",
                           second != NULL ? "|" : "",
                           second != NULL ? second : "");
    }
    return text_buffer_take(&out);
}

static inline void check_row(const char *head, const struct event_row *row)
{
    char *yaml = yaml_of(head, row->fields);
    struct sample sample = sample_of(yaml);
    struct text_buffer out = {0};
    text_buffer_add(&out, "");
    for (size_t i = 0; i < sample.programme->event_count; i++) {
        text_buffer_add(&out, i > 0 ? " /" : "");
        add_event(&out, &sample.programme->events[i]);
    }
    char *faults = faults_of(&sample);
    if (strcmp(text_buffer_text(&out), row->expected) != 0 ||
        strcmp(faults, row->faults) != 0) {
        fail_msg("'%s' is read as '%s', faults '%s'", row->fields,
                 text_buffer_text(&out), faults);
    }
    free(faults);
    text_buffer_release(&out);
    sample_release(&sample);
    free(yaml);
}

static inline void check(const char *head, const struct event_row *rows,
                         size_t count)
{
    for (size_t i = 0; i < count; i++) {
        check_row(head, &rows[i]);
    }
}

#endif
