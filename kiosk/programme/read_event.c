// SPDX-License-Identifier: MIT
#include "programme/read_event.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "programme/event_time.h"

enum key {
    KEY_DATE,
    KEY_TIME,
    KEY_END_DATE,
    KEY_DOORS,
    KEY_DATES,
    KEY_TITLE,
    KEY_FILM, // title and kind at once
    KEY_SUBTITLE,
    KEY_KIND,
    KEY_TOWN,
    KEY_VENUE,
    KEY_ADDRESS,
    KEY_ONLINE,
    KEY_STATUS,
    KEY_PREVIOUS,
    KEY_NOTE,
    KEY_SUMMARY,
    KEY_DESCRIPTION,
    KEY_WITH,
    KEY_ORGANISERS,
    KEY_PARTNERS,
    KEY_AUDIENCE,
    KEY_AGE,
    KEY_ACCESS,
    KEY_PRICE,
    KEY_FREE,
    KEY_REGISTER,
    KEY_REGISTER_UNTIL,
    KEY_CAPACITY,
    KEY_SPOKEN,
    KEY_TAGS,
    KEY_SERIES,
    KEY_POSTER,
    KEY_POSTER_ALT,
    KEY_POSTER_CREDIT,
    KEY_FEATURED,
    KEY_BANNER,
    KEY_SHOW_FROM,
    KEY_SHOW_UNTIL,
    KEY_DRAFT,
    KEY_ID,
    KEY_COUNT,
};

static const char *const NAMES[] = {
    [KEY_DATE] = "date quand jour le",
    [KEY_TIME] = "time heure heures horaire horaires",
    [KEY_END_DATE] = "enddate fin datefin datedefin jusquau",
    [KEY_DOORS] = "doors ouverture accueil portes",
    [KEY_DATES] = "dates seances",
    [KEY_TITLE] = "title titre quoi nom",
    [KEY_FILM] = "film",
    [KEY_SUBTITLE] = "subtitle soustitre",
    [KEY_KIND] = "kind genre type categorie",
    [KEY_TOWN] = "town ville commune",
    [KEY_VENUE] = "venue lieu ou salle chez",
    [KEY_ADDRESS] = "address adresse",
    [KEY_ONLINE] = "online enligne visio envisio distance",
    [KEY_STATUS] = "status statut etat",
    [KEY_PREVIOUS] = "previous avant anciennedate aulieude",
    [KEY_NOTE] = "note remarque plus apporter",
    [KEY_SUMMARY] = "summary resume accroche",
    [KEY_DESCRIPTION] = "description texte details",
    [KEY_WITH] = "with avec intervenants intervenant invites animepar",
    [KEY_ORGANISERS] = "organisers organisateur organisateurs par organisepar",
    [KEY_PARTNERS] = "partners partenaires partenaire",
    [KEY_AUDIENCE] = "audience public pourqui",
    [KEY_AGE] = "age",
    [KEY_ACCESS] = "access accessibilite accespmr",
    [KEY_PRICE] = "price prix tarif tarifs",
    [KEY_FREE] = "free gratuit",
    [KEY_REGISTER] = "register inscription inscriptions lien billetterie "
                     "reserver reservation",
    [KEY_REGISTER_UNTIL] = "registeruntil inscriptionjusque "
                           "inscriptionjusquau",
    [KEY_CAPACITY] = "capacity jauge places",
    [KEY_SPOKEN] = "spoken langue vo",
    [KEY_TAGS] = "tags motscles themes",
    [KEY_SERIES] = "series cycle serie",
    [KEY_POSTER] = "poster affiche image photo",
    [KEY_POSTER_ALT] = "posteralt affichealt alt",
    [KEY_POSTER_CREDIT] = "postercredit credit",
    [KEY_FEATURED] = "featured alaune",
    [KEY_BANNER] = "banner bandeau",
    [KEY_SHOW_FROM] = "showfrom afficherdes",
    [KEY_SHOW_UNTIL] = "showuntil afficherjusque afficherjusquau",
    [KEY_DRAFT] = "draft brouillon cache",
    [KEY_ID] = "id",
};
static_assert(sizeof NAMES / sizeof *NAMES == KEY_COUNT, "a name per key");

static struct wording line(struct source *source, const struct field *field)
{
    return source_wording(source, field, PROGRAMME_LINE_BYTES_MAX);
}

static void read_words(struct source *source, const struct field *fields,
                       struct event *event)
{
    event->title = line(source, &fields[KEY_TITLE]);
    event->kind = line(source, &fields[KEY_KIND]);
    if (fields[KEY_FILM].node != NULL && wording_is_empty(&event->title)) {
        event->title = line(source, &fields[KEY_FILM]);
        if (wording_is_empty(&event->kind)) {
            event->kind.text = "film";
        }
    }
    event->subtitle = line(source, &fields[KEY_SUBTITLE]);
    event->note = line(source, &fields[KEY_NOTE]);
    event->summary = line(source, &fields[KEY_SUMMARY]);
    event->description = source_wording(source, &fields[KEY_DESCRIPTION],
                                        PROGRAMME_PROSE_BYTES_MAX);
    event->with = source_wordings(source, &fields[KEY_WITH]);
    event->partners = source_wordings(source, &fields[KEY_PARTNERS]);
    event->tags = source_wordings(source, &fields[KEY_TAGS]);
    event->audience = line(source, &fields[KEY_AUDIENCE]);
    event->age = line(source, &fields[KEY_AGE]);
    event->price = line(source, &fields[KEY_PRICE]);
    event->free = source_yes(source, fields[KEY_FREE].node, false);
    event->capacity = line(source, &fields[KEY_CAPACITY]);
    event->spoken = line(source, &fields[KEY_SPOKEN]);
    event->series = line(source, &fields[KEY_SERIES]);
    event->doors = line(source, &fields[KEY_DOORS]);
    event->poster_alt = line(source, &fields[KEY_POSTER_ALT]);
    event->poster_credit = line(source, &fields[KEY_POSTER_CREDIT]);
}

static bool folded_is_one_of(const char *folded, const char *const *words,
                             size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(folded, words[i]) == 0) {
            return true;
        }
    }
    return false;
}

static bool says_to_come(const char *text)
{
    static const char *const WORDS[] = {
        "?", "??", "???", "a venir", "lieu a venir", "place to come", "tba"};
    char *folded = utf8_fold(text);
    bool to_come =
        folded_is_one_of(folded, WORDS, sizeof WORDS / sizeof *WORDS);
    free(folded);
    return to_come;
}

static const struct venue *known_venue(const struct event_defaults *defaults,
                                       const struct wording *name)
{
    char *folded = utf8_fold(wording_in(name, ""));
    const struct venue *found = NULL;
    for (size_t i = 0; i < defaults->venue_count && found == NULL; i++) {
        if (strcmp(defaults->venues[i].folded, folded) == 0) {
            found = &defaults->venues[i];
        }
    }
    free(folded);
    return found;
}

static void read_place(struct source *source, const struct field *fields,
                       const struct event_defaults *defaults,
                       struct event *event)
{
    event->town = line(source, &fields[KEY_TOWN]);
    event->venue = line(source, &fields[KEY_VENUE]);
    event->address = line(source, &fields[KEY_ADDRESS]);
    const struct venue *venue = known_venue(defaults, &event->venue);
    if (venue != NULL && wording_is_empty(&event->town)) {
        event->town = venue->town;
    }
    if (venue != NULL && wording_is_empty(&event->address)) {
        event->address = venue->address;
    }
    const char *name = wording_in(&event->venue, "");
    if (name[0] != '\0' && says_to_come(name)) {
        event->venue = (struct wording){0};
        event->place_to_come = true;
    }
    const struct node *online = fields[KEY_ONLINE].node;
    const char *text = node_text(online, "");
    struct link link = link_read(source->arena, text);
    if (link.kind == LINK_URL) {
        event->online = true;
        event->online_link = link;
    } else if (online != NULL) {
        event->online = source_yes(source, online, true);
    }
    bool nowhere = wording_is_empty(&event->venue) &&
                   wording_is_empty(&event->town) && !event->online;
    event->place_to_come = event->place_to_come || nowhere;
}

static void read_access(struct source *source, const struct field *field,
                        struct event *event)
{
    static const struct {
        const char *word;
        enum access access;
    } WORDS[] = {
        {"pmr",              ACCESS_WHEELCHAIR},
        {"fauteuil",         ACCESS_WHEELCHAIR},
        {"mi",               ACCESS_WHEELCHAIR},
        {"oui",              ACCESS_WHEELCHAIR},
        {"lsf",              ACCESS_HEARING   },
        {"boucle",           ACCESS_HEARING   },
        {"hi",               ACCESS_HEARING   },
        {"audiodescription", ACCESS_SIGHT     },
        {"vi",               ACCESS_SIGHT     },
        {"falc",             ACCESS_EASY      },
        {"ii",               ACCESS_EASY      },
        {"pi",               ACCESS_MIND      },
    };
    struct wordings items = source_wordings(source, field);
    for (size_t i = 0; i < items.count; i++) {
        char *folded = utf8_fold(wording_in(&items.items[i], ""));
        char *rest = folded;
        // "pmr, boucle magnétique": words after words.
        for (char *word = strsep(&rest, " ,/+"); word != NULL;
             word = strsep(&rest, " ,/+")) {
            for (size_t k = 0; k < sizeof WORDS / sizeof *WORDS; k++) {
                bool same = strcmp(word, WORDS[k].word) == 0;
                event->access |= same ? (unsigned)WORDS[k].access : 0;
            }
        }
        free(folded);
    }
}

static void read_links(struct source *source, const struct field *fields,
                       const struct event_defaults *defaults,
                       struct event *event)
{
    event->registration = source_link(source, fields[KEY_REGISTER].node);
    if (event->registration.kind == LINK_NONE) {
        event->registration = defaults->registration;
    }
    event->organisers = source_wordings(source, &fields[KEY_ORGANISERS]);
    if (event->organisers.count == 0) {
        event->organisers = defaults->organisers;
    }
    event->poster = source_picture(source, fields[KEY_POSTER].node);
    event->featured = source_yes(source, fields[KEY_FEATURED].node, false);
    event->banner = source_yes(source, fields[KEY_BANNER].node, false);
    event->id =
        source_text(source, fields[KEY_ID].node, PROGRAMME_LINE_BYTES_MAX);
    event->has_show_from = source_instant(source, fields[KEY_SHOW_FROM].node,
                                          false, &event->show_from);
    event->has_show_until = source_instant(source, fields[KEY_SHOW_UNTIL].node,
                                           true, &event->show_until);
    event->has_register_until = source_instant(
        source, fields[KEY_REGISTER_UNTIL].node, true, &event->register_until);
}

// "à valider", "annulé", but also "heure à venir" and "lieu à venir".
static void read_status(struct source *source, const struct node *node,
                        struct event *event)
{
    static const char CHOICES[] =
        "confirmé, à valider, annulé, reporté, déplacé, complet, en ligne";
    if (event->when.has_status) {
        event->status = event->when.status;
    }
    const char *text = source_text(source, node, PROGRAMME_LINE_BYTES_MAX);
    if (text == NULL || text[0] == '\0') {
        return;
    }
    if (status_read(text, &event->status)) {
        return;
    }
    if (says_to_come(text)) {
        event->place_to_come = true;
    } else if (!when_read_time(text, &source->dates, node->place, NULL,
                               &event->when)) {
        diag_add(source->diags, FAULT_STATUS_UNKNOWN, node->place, text,
                 CHOICES, NULL);
    }
}

static void read_previous(struct source *source, const struct field *field,
                          struct event *event)
{
    event->previous = line(source, field);
    const char *text = wording_in(&event->previous, "");
    if (text[0] != '\0') {
        event->has_previous_when =
            when_read(source->arena, text, &source->dates, field->node->place,
                      NULL, &event->previous_when);
        // A moved event that has its new date already.
        if (event->status == STATUS_CONFIRMED ||
            event->status == STATUS_POSTPONED) {
            event->status = STATUS_RESCHEDULED;
        }
    } else if (event->status == STATUS_RESCHEDULED) {
        event->has_previous_when = false;
    }
}

// The end in a key of its own: a date, or a time of the same day.
static void read_end(struct source *source, const struct node *node,
                     struct when *when)
{
    const char *text = source_text(source, node, PROGRAMME_LINE_BYTES_MAX);
    if (text == NULL || when->precision != PRECISION_DAY) {
        return;
    }
    struct when end = {.start_minute = MINUTE_UNKNOWN,
                       .end_minute = MINUTE_UNKNOWN};
    if (when_read_time(text, &source->dates, node->place, NULL, &end)) {
        when->end_minute = end.end_minute != MINUTE_UNKNOWN ? end.end_minute
                                                            : end.start_minute;
        return;
    }
    struct when_context context = source->dates;
    context.year = when->last_day.year;
    if (!when_read(source->arena, text, &context, node->place, source->diags,
                   &end) ||
        end.precision == PRECISION_NONE) {
        return;
    }
    if (date_compare(end.last_day, when->first_day) < 0 &&
        end.last_day.month < when->first_day.month) {
        end.last_day.year++;
    }
    if (date_compare(end.last_day, when->first_day) < 0) {
        diag_add(source->diags, FAULT_DATE_END_FIRST, node->place, text, NULL,
                 NULL);
        return;
    }
    when->last_day = end.last_day;
    if (end.start_minute != MINUTE_UNKNOWN) {
        when->end_minute = end.start_minute;
    }
    if (end.end_minute != MINUTE_UNKNOWN) {
        when->end_minute = end.end_minute;
    }
}

// What a date does to the rest of its event.
struct reading {
    struct source *source;
    const struct field *fields;
    struct event event; // what all its dates share
    event_add_fn *add;
    void *context;
};

static void add_date(struct reading *reading, const struct node *node)
{
    struct source *source = reading->source;
    const char *text = source_text(source, node, PROGRAMME_LINE_BYTES_MAX);
    struct event event = reading->event;
    if (text == NULL || !when_read(source->arena, text, &source->dates,
                                   node->place, source->diags, &event.when)) {
        return;
    }
    const struct node *time = reading->fields[KEY_TIME].node;
    const char *written = source_text(source, time, PROGRAMME_LINE_BYTES_MAX);
    if (written != NULL && written[0] != '\0') {
        when_read_time(written, &source->dates, time->place, source->diags,
                       &event.when);
    }
    read_end(source, reading->fields[KEY_END_DATE].node, &event.when);
    event.online = event.online || event.when.online;
    read_status(source, reading->fields[KEY_STATUS].node, &event);
    read_previous(source, &reading->fields[KEY_PREVIOUS], &event);
    if (event.status == STATUS_MOVED_ONLINE) {
        event.online = true;
    }
    event.place_to_come = event.place_to_come && !event.online;
    event_time_resolve(&event, &source->zone, source->dates.updated);
    reading->add(reading->context, &event);
}

static void add_dates(struct reading *reading)
{
    const struct node *dates = reading->fields[KEY_DATES].node;
    const struct node *date = reading->fields[KEY_DATE].node;
    if (date != NULL) {
        add_date(reading, date);
    }
    if (dates != NULL && dates->kind == NODE_LIST) {
        for (const struct node *item = dates->first; item != NULL;
             item = item->next) {
            add_date(reading, item);
        }
    } else if (dates != NULL) {
        struct wordings parts =
            source_wordings(reading->source, &reading->fields[KEY_DATES]);
        for (size_t i = 0; i < parts.count; i++) {
            struct node part = *dates;
            part.text = parts.items[i].text;
            add_date(reading, &part);
        }
    }
}

void event_read(struct source *source, const struct node *node, size_t entry,
                const struct event_defaults *defaults, event_add_fn *add,
                void *context)
{
    struct field fields[KEY_COUNT];
    keys_read(node, (struct key_table){NAMES, KEY_COUNT},
              "an event (une soirée)", source->diags, fields);
    if (node->kind != NODE_MAP ||
        source_yes(source, fields[KEY_DRAFT].node, false)) {
        return;
    }
    struct reading reading = {
        .source = source, .fields = fields, .add = add, .context = context};
    struct event *event = &reading.event;
    event->entry = entry;
    event->place = node->place;
    read_words(source, fields, event);
    if (wording_is_empty(&event->title)) {
        diag_add(source->diags, FAULT_TITLE_MISSING, node->place, NULL, NULL,
                 NULL);
        return;
    }
    if (fields[KEY_DATE].node == NULL && fields[KEY_DATES].node == NULL) {
        diag_add(source->diags, FAULT_DATE_MISSING, node->place,
                 wording_in(&event->title, ""), NULL, NULL);
        return;
    }
    read_place(source, fields, defaults, event);
    read_access(source, &fields[KEY_ACCESS], event);
    read_links(source, fields, defaults, event);
    add_dates(&reading);
}
