// SPDX-License-Identifier: MIT
#include "programme/calendar_event.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/utf8.h"
#include "programme/calendar_file.h"
#include "programme/calendar_place.h"
#include "programme/file_name.h"
#include "programme/html_text.h"
#include "programme/source.h"
#include "yaml/build.h"

// Categories that are a kind of event, folded, and how the kind is written.
static const struct {
    const char *category, *kind;
} KINDS[] = {
    {"film",               "film"        },
    {"films",              "film"        },
    {"cinema",             "film"        },
    {"projection",         "film"        },
    {"film_media",         "film"        },
    {"cine-debat",         "ciné-débat"},
    {"soiree",             "soirée"     },
    {"rencontre",          "rencontre"   },
    {"rencontres",         "rencontre"   },
    {"atelier",            "atelier"     },
    {"ateliers",           "atelier"     },
    {"workshop",           "atelier"     },
    {"conference",         "conférence" },
    {"conferences",        "conférence" },
    {"debat",              "débat"      },
    {"expo",               "expo"        },
    {"exposition",         "expo"        },
    {"concert",            "concert"     },
    {"musique",            "concert"     },
    {"fete",               "fête"       },
    {"marche",             "marché"     },
    {"forum",              "forum"       },
    {"salon",              "salon"       },
    {"visite",             "visite"      },
    {"formation",          "formation"   },
    {"assemblee",          "assemblée"  },
    {"assemblee generale", "assemblée"  },
    {"ag",                 "assemblée"  },
    {"lecture",            "lecture"     },
};

static const struct {
    const char *theirs, *status;
} STATUSES[] = {
    {"TENTATIVE", "tentative"},
    {"CANCELLED", "cancelled"},
    {"CANCELED",  "cancelled"},
};

// What Google writes into a description when a call goes with the event.
static const char CALL_MARK[] = "-::~:~::~";

#define COUNT(table) (sizeof(table) / sizeof *(table))

static void put(struct source *source, struct node *node, const char *key,
                const char *text, struct place place)
{
    build_add_text(source->arena, node, key, text, place);
}

static void put_text(struct source *source, struct node *node, const char *key,
                     const struct calendar_property *property)
{
    if (property != NULL) {
        char *text = calendar_text(property->value);
        put(source, node, key, text, property->place);
        free(text);
    }
}

static void put_description(struct source *source, struct node *node,
                            const struct calendar_property *property)
{
    if (property == NULL) {
        return;
    }
    char *text = calendar_text(property->value);
    char *call = strstr(text, CALL_MARK);
    if (call != NULL) {
        *call = '\0';
    }
    char *plain = html_plain(text);
    put(source, node, "description", plain, property->place);
    free(plain);
    free(text);
}

static bool is_url(const char *text)
{
    bool scheme = strncasecmp(text, "https://", 8) == 0 ||
                  strncasecmp(text, "http://", 7) == 0;
    return scheme && strpbrk(text, " \t\n") == NULL;
}

static bool says_online(const char *text)
{
    static const char *const WORDS[] = {"en ligne", "online",          "visio",
                                        "en visio", "visioconference", "zoom"};
    char *folded = utf8_fold(text);
    bool online = false;
    for (size_t i = 0; i < COUNT(WORDS); i++) {
        online = online || strcmp(folded, WORDS[i]) == 0;
    }
    free(folded);
    return online;
}

static void put_place(struct source *source, struct node *node,
                      const struct calendar_property *property)
{
    if (property == NULL) {
        return;
    }
    char *text = calendar_text(property->value);
    if (is_url(text) || says_online(text)) {
        put(source, node, "online", is_url(text) ? text : "yes",
            property->place);
        free(text);
        return;
    }
    struct calendar_place place = calendar_place_read(text);
    put(source, node, "venue", place.venue, property->place);
    put(source, node, "address", place.address, property->place);
    put(source, node, "town", place.town, property->place);
    calendar_place_release(&place);
    free(text);
}

static void put_status(struct source *source, struct node *node,
                       const struct calendar_property *property)
{
    for (size_t i = 0; property != NULL && i < COUNT(STATUSES); i++) {
        if (strcasecmp(property->value, STATUSES[i].theirs) == 0) {
            put(source, node, "status", STATUSES[i].status, property->place);
            return;
        }
    }
}

static const char *kind_of(const char *category)
{
    char *folded = utf8_fold(category);
    const char *kind = NULL;
    for (size_t i = 0; i < COUNT(KINDS) && kind == NULL; i++) {
        kind = strcmp(folded, KINDS[i].category) == 0 ? KINDS[i].kind : NULL;
    }
    free(folded);
    return kind;
}

// How long the value is that begins there: commas part values, "\," does not.
static size_t value_length(const char *value)
{
    size_t length = 0;
    while (value[length] != '\0' && value[length] != ',') {
        length += value[length] == '\\' && value[length + 1] != '\0' ? 2 : 1;
    }
    return length;
}

static void put_category(struct source *source, struct node *node,
                         struct node *tags, const char *text,
                         struct place place)
{
    const char *trimmed = text + strspn(text, " ");
    const char *kind = kind_of(trimmed);
    if (kind != NULL && node_get(node, "kind") == NULL) {
        put(source, node, "kind", kind, place);
    } else if (trimmed[0] != '\0') {
        build_add(source->arena, tags, NULL,
                  build_text(source->arena, trimmed, place));
    }
}

static void put_categories(struct source *source, struct node *node,
                           const struct calendar_component *event)
{
    struct node *tags = build_list(source->arena, event->place);
    for (size_t i = 0; i < event->count; i++) {
        const struct calendar_property *property = &event->properties[i];
        const char *at = property->value;
        bool more = strcmp(property->name, "CATEGORIES") == 0;
        while (more) {
            size_t length = value_length(at);
            char *value = xstrndup(at, length);
            char *text = calendar_text(value);
            put_category(source, node, tags, text, property->place);
            free(text);
            free(value);
            more = at[length] == ',';
            at += length + 1;
        }
    }
    if (tags->count > 0) {
        build_add(source->arena, node, "tags", tags);
    }
}

static void put_link(struct source *source, struct node *node,
                     const struct calendar_property *property)
{
    if (property != NULL && is_url(property->value)) {
        put(source, node, "register", property->value, property->place);
    }
}

// Only if a picture of that name lies with the programme: nothing is fetched.
static void put_poster(struct source *source, struct node *node,
                       const struct calendar_property *property)
{
    char *written = calendar_parameter(property, "FILENAME");
    const char *address = path_name(property->value);
    char *name = written != NULL ? xstrdup(path_name(written))
                                 : xstrndup(address, strcspn(address, "?#"));
    char *found = NULL;
    if (node_get(node, "poster") == NULL &&
        file_names_find_picture(source->files, name, &found) !=
            FILE_MATCH_NONE) {
        put(source, node, "poster", found, property->place);
    }
    free(found);
    free(name);
    free(written);
}

static void put_posters(struct source *source, struct node *node,
                        const struct calendar_component *event)
{
    for (size_t i = 0; i < event->count; i++) {
        const struct calendar_property *property = &event->properties[i];
        if (strcmp(property->name, "IMAGE") == 0 ||
            strcmp(property->name, "ATTACH") == 0) {
            put_poster(source, node, property);
        }
    }
}

struct node *calendar_event_node(struct source *source,
                                 const struct calendar_component *event)
{
    struct node *node = build_map(source->arena, event->place);
    put_text(source, node, "id", calendar_find(event, "UID"));
    put_text(source, node, "title", calendar_find(event, "SUMMARY"));
    put_place(source, node, calendar_find(event, "LOCATION"));
    put_status(source, node, calendar_find(event, "STATUS"));
    put_link(source, node, calendar_find(event, "URL"));
    put_description(source, node, calendar_find(event, "DESCRIPTION"));
    put_categories(source, node, event);
    put_posters(source, node, event);
    return node;
}
