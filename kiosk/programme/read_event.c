// SPDX-License-Identifier: MIT
#include "programme/read_event.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "programme/read_date.h"
#include "programme/read_line.h"
#include "programme/read_place.h"

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
    [KEY_ONLINE] = "online enligne visio envisio distance adistance",
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
    [KEY_ACCESS] = "access acces accessibilite accespmr",
    [KEY_PRICE] = "price prix tarif tarifs",
    [KEY_FREE] = "free gratuit",
    [KEY_REGISTER] = ("register inscription inscriptions lien billetterie "
                      "reserver reservation"),
    [KEY_REGISTER_UNTIL] = ("registeruntil inscriptionjusque "
                            "inscriptionjusquau"),
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

// "film:" is the title, or beside one the film of that evening.
static void read_film(struct source *source, const struct field *field,
                      struct event *event)
{
    struct wording film = line(source, field);
    if (wording_is_empty(&film)) {
        return;
    }
    if (wording_is_empty(&event->title)) {
        event->title = film;
    } else if (wording_is_empty(&event->subtitle)) {
        event->subtitle = film;
    }
    if (wording_is_empty(&event->kind)) {
        event->kind.text = "film";
    }
}

static void read_words(struct source *source, const struct field *fields,
                       struct event *event)
{
    event->title = line(source, &fields[KEY_TITLE]);
    event->subtitle = line(source, &fields[KEY_SUBTITLE]);
    event->kind = line(source, &fields[KEY_KIND]);
    read_film(source, &fields[KEY_FILM], event);
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

// The kinds of access an item names: "boucle magnétique" names one. False
// if it says nothing of the sort.
static bool read_access_item(const char *text, unsigned *out)
{
    static const struct {
        const char *word;
        unsigned access;
    } WORDS[] = {
        {"pmr",              ACCESS_WHEELCHAIR},
        {"fauteuil",         ACCESS_WHEELCHAIR},
        {"fauteuils",        ACCESS_WHEELCHAIR},
        {"mi",               ACCESS_WHEELCHAIR},
        {"oui",              ACCESS_WHEELCHAIR},
        {"yes",              ACCESS_WHEELCHAIR},
        {"lsf",              ACCESS_HEARING   },
        {"boucle",           ACCESS_HEARING   },
        {"hi",               ACCESS_HEARING   },
        {"audiodescription", ACCESS_SIGHT     },
        {"vi",               ACCESS_SIGHT     },
        {"falc",             ACCESS_EASY      },
        {"ii",               ACCESS_EASY      },
        {"pi",               ACCESS_MIND      },
        {"non",              0                },
        {"no",               0                },
    };
    bool known = false;
    char *folded = utf8_fold(text);
    char *rest = folded;
    for (char *word = strsep(&rest, " ,/+"); word != NULL;
         word = strsep(&rest, " ,/+")) {
        for (size_t k = 0; k < sizeof WORDS / sizeof *WORDS; k++) {
            bool same = strcmp(word, WORDS[k].word) == 0;
            known = known || same;
            *out |= same ? WORDS[k].access : 0;
        }
    }
    free(folded);
    return known;
}

static void read_access(struct source *source, const struct field *field,
                        struct event *event)
{
    struct wordings items = source_wordings(source, field);
    for (size_t i = 0; i < items.count; i++) {
        const char *text = wording_in(&items.items[i], "");
        if (!read_access_item(text, &event->access)) {
            diag_add(source->diags, FAULT_NOT_A_CHOICE, field->node->place,
                     field->node->key, text,
                     "pmr, lsf, boucle, audiodescription, falc");
        }
    }
}

// "inscription: non" is an answer, too: not even the programme's.
static bool says_none(const char *text)
{
    static const char *const WORDS[] = {"non",   "no",   "aucune", "sans",
                                        "aucun", "none", "cap",    "ninguna"};
    char *folded = utf8_fold(text);
    bool none = false;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        none = none || strcmp(folded, WORDS[i]) == 0;
    }
    free(folded);
    return none;
}

static struct link read_registration(struct source *source,
                                     const struct node *node,
                                     const struct event_defaults *defaults)
{
    struct link link = source_link(source, node);
    if (link.kind == LINK_TEXT && says_none(link.shown)) {
        return (struct link){LINK_NONE, "", ""};
    }
    return link.kind == LINK_NONE ? defaults->registration : link;
}

static void read_links(struct source *source, const struct field *fields,
                       const struct event_defaults *defaults,
                       struct event *event)
{
    event->registration =
        read_registration(source, fields[KEY_REGISTER].node, defaults);
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

// What a date does to the rest of its event.
struct reading {
    struct source *source;
    const struct field *fields;
    struct event event; // what all its dates share
    bool added;         // one of them at least
    event_add_fn *add;
    void *context;
};

static struct date_fields date_fields_of(const struct field *fields)
{
    return (struct date_fields){&fields[KEY_TIME], &fields[KEY_END_DATE],
                                &fields[KEY_STATUS], &fields[KEY_PREVIOUS]};
}

static void add_date(struct reading *reading, const struct node *node)
{
    struct source source = *reading->source;
    struct event event = reading->event;
    const char *text = source_passing_text(&source, node);
    if (text == NULL || text[0] == '\0' ||
        !when_read(source.arena, text, &source.dates, node->place, source.diags,
                   &event.when)) {
        return;
    }
    // What all dates share is told once.
    source.diags = reading->added ? NULL : source.diags;
    reading->added = true;
    date_read(&source, date_fields_of(reading->fields), &event);
    reading->add(reading->context, &event);
}

// Without a date that is understood there is no event; what else is wrong
// with it is told all the same.
static void check_undated(const struct reading *reading)
{
    struct event lost = reading->event;
    date_read(reading->source, date_fields_of(reading->fields), &lost);
}

static bool is_blank(const struct node *node)
{
    return node == NULL ||
           (node->kind == NODE_TEXT ? utf8_is_invisible(node->text)
                                    : node->count == 0);
}

static void add_parted_dates(struct reading *reading, const struct field *field)
{
    struct wordings parts = source_wordings(reading->source, field);
    for (size_t i = 0; i < parts.count; i++) {
        struct node part = *field->node;
        part.text = parts.items[i].text;
        add_date(reading, &part);
    }
}

// One text, or a list of them; the text of dates: may be parted by ';'.
static void add_dates(struct reading *reading, const struct field *field,
                      bool parted)
{
    const struct node *node = field->node;
    if (is_blank(node)) {
        return;
    }
    if (node->kind == NODE_TEXT && parted) {
        add_parted_dates(reading, field);
    } else if (node->kind != NODE_LIST) {
        add_date(reading, node);
    }
    const struct node *item = node->kind == NODE_LIST ? node->first : NULL;
    for (; item != NULL; item = item->next) {
        add_date(reading, item);
    }
}

void event_read(struct source *source, const struct node *node, size_t entry,
                const struct event_defaults *defaults, event_add_fn *add,
                void *context)
{
    struct field fields[KEY_COUNT];
    node = line_read(source, node);
    keys_read_again(node, (struct key_table){NAMES, KEY_COUNT},
                    &source->event_keys, DIAG_BOTH("an event", "une soirée"),
                    source->diags, fields);
    if (node->kind != NODE_MAP ||
        source_yes(source, fields[KEY_DRAFT].node, false)) {
        return;
    }
    struct reading reading = {
        .source = source, .fields = fields, .add = add, .context = context};
    struct event *event = &reading.event;
    event->entry = entry;
    event->place = source_place(source, node->place);
    read_words(source, fields, event);
    if (wording_is_empty(&event->title)) {
        diag_add(source->diags, FAULT_TITLE_MISSING, node->place, NULL, NULL,
                 NULL);
        return;
    }
    if (is_blank(fields[KEY_DATE].node) && is_blank(fields[KEY_DATES].node)) {
        diag_add(source->diags, FAULT_DATE_MISSING, node->place,
                 wording_in(&event->title, ""), NULL, NULL);
        return;
    }
    struct place_fields place = {&fields[KEY_TOWN], &fields[KEY_VENUE],
                                 &fields[KEY_ADDRESS], &fields[KEY_ONLINE]};
    place_read(source, place, defaults, event);
    read_access(source, &fields[KEY_ACCESS], event);
    read_links(source, fields, defaults, event);
    add_dates(&reading, &fields[KEY_DATE], false);
    add_dates(&reading, &fields[KEY_DATES], true);
    if (!reading.added) {
        check_undated(&reading);
    }
}
