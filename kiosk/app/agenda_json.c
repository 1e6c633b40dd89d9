// SPDX-License-Identifier: MIT
#include "app/agenda_report.h"

#include <json-c/json.h>
#include <stdlib.h>

#include "app/scene.h"
#include "base/text_buffer.h"
#include "language/language.h"
#include "language/phrase.h"
#include "language/status.h"
#include "programme/programme.h"
#include "slides/slides.h"

// Empty texts are null: nobody knows.
static void add_text(struct json_object *object, const char *key,
                     const char *text)
{
    struct json_object *value = NULL;
    if (text != NULL && text[0] != '\0') {
        value = json_object_new_string(text);
    }
    json_object_object_add(object, key, value);
}

static void add_buffer(struct json_object *object, const char *key,
                       struct text_buffer *buffer)
{
    add_text(object, key, text_buffer_text(buffer));
    text_buffer_release(buffer);
}

static void add_flag(struct json_object *object, const char *key, bool value)
{
    json_object_object_add(object, key, json_object_new_boolean(value));
}

static void add_moment(struct json_object *object, const char *key, bool known,
                       struct moment moment)
{
    char text[24] = "";
    if (known) {
        moment_format(moment, text);
    }
    add_text(object, key, text);
}

static void add_day(struct json_object *object, const char *key,
                    struct date date)
{
    char text[16] = "";
    if (date.year != 0) {
        date_format(date, text);
    }
    add_text(object, key, text);
}

static const char *precision_name(enum precision precision)
{
    static const char *const NAMES[] = {
        [PRECISION_NONE] = "none",
        [PRECISION_DAY] = "day",
        [PRECISION_WEEK] = "week",
        [PRECISION_MONTH] = "month",
    };
    return NAMES[precision];
}

static const char *link_text(const struct link *link)
{
    return link->kind == LINK_TEXT ? link->shown : link->payload;
}

static void add_words(struct json_object *object, const char *key,
                      const struct wording *wording,
                      const struct phrasing *phrasing)
{
    add_text(object, key, wording_in(wording, phrasing->language->code));
}

static void add_times(struct json_object *object,
                      const struct agenda_entry *entry, const struct when *when)
{
    const struct event *event = entry->event;
    bool dated = when->precision != PRECISION_NONE;
    bool time_known = when->start_minute != MINUTE_UNKNOWN ||
                      when->end_minute != MINUTE_UNKNOWN;
    add_text(object, "status", status_name(event->status));
    add_text(object, "precision", precision_name(when->precision));
    add_moment(object, "begins", dated, event->begins_local);
    add_moment(object, "over", dated, event->over_local);
    add_flag(object, "time_known", time_known);
    add_day(object, "first_day", when->first_day);
    add_day(object, "last_day", when->last_day);
    add_text(object, "phase", phase_name(entry->phase));
}

// Nobody registers for what does not take place.
static void add_registration(struct json_object *object,
                             const struct event *event)
{
    bool off =
        event->status == STATUS_CANCELLED || event->status == STATUS_POSTPONED;
    add_text(object, "register", off ? NULL : link_text(&event->registration));
}

static struct json_object *event_object(const struct agenda_entry *entry,
                                        const struct phrasing *phrasing)
{
    const struct event *event = entry->event;
    struct json_object *object = json_object_new_object();
    struct text_buffer buffer = {0};
    add_words(object, "title", &event->title, phrasing);
    add_words(object, "kind", &event->kind, phrasing);
    struct when when = agenda_when(entry);
    add_times(object, entry, &when);
    phrase_when(phrasing, &when, &buffer);
    add_buffer(object, "when", &buffer);
    chip_phrase(&entry->chip, phrasing, &buffer);
    add_buffer(object, "chip", &buffer);
    add_words(object, "venue", &event->venue, phrasing);
    add_words(object, "town", &event->town, phrasing);
    add_flag(object, "online", event->online);
    add_words(object, "note", &event->note, phrasing);
    add_registration(object, event);
    add_text(object, "poster", event->poster.name);
    return object;
}

static struct json_object *event_array(const struct agenda *agenda,
                                       const struct phrasing *phrasing)
{
    struct json_object *array = json_object_new_array();
    for (size_t i = 0; i < agenda->count; i++) {
        json_object_array_add(array,
                              event_object(&agenda->entries[i], phrasing));
    }
    return array;
}

static struct json_object *slide_array(const struct scene *scene)
{
    struct json_object *array = json_object_new_array();
    for (size_t i = 0; i < scene->playlist->count; i++) {
        const struct slide *slide = &scene->playlist->slides[i];
        struct json_object *object = json_object_new_object();
        char *title = slides_title(&scene->stage, i);
        add_text(object, "kind", slide_kind_name(slide->kind));
        add_text(object, "title", title);
        json_object_object_add(object, "seconds",
                               json_object_new_int(slide->seconds));
        json_object_array_add(array, object);
        free(title);
    }
    return array;
}

bool agenda_report_json(const struct scene *scene, const struct agenda *agenda,
                        FILE *out)
{
    const struct now *now = &scene->stage.now;
    struct json_object *root = json_object_new_object();
    json_object_object_add(root, "format", json_object_new_int(1));
    add_moment(root, "now", true, now->local);
    add_text(root, "clock", now->trusted ? "trusted" : "doubtful");
    json_object_object_add(root, "events",
                           event_array(agenda, &scene->stage.phrasing));
    json_object_object_add(root, "slides", slide_array(scene));
    const char *text = json_object_to_json_string_ext(
        root, JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_SPACED |
                  JSON_C_TO_STRING_NOSLASHESCAPE);
    bool written = text != NULL && fprintf(out, "%s\n", text) > 0;
    json_object_put(root);
    return written && fflush(out) == 0;
}
