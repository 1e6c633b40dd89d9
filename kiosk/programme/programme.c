// SPDX-License-Identifier: MIT
#include "programme/programme.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/utf8.h"
#include "language/language.h"
#include "programme/read_event.h"

enum key {
    KEY_TITLE,
    KEY_SUBTITLE,
    KEY_YEAR,
    KEY_SEASON,
    KEY_UPDATED,
    KEY_LANGUAGE,
    KEY_ZONE,
    KEY_ORGANISERS,
    KEY_LOGO,
    KEY_POSTER,
    KEY_INTRO,
    KEY_CONTACT,
    KEY_LINKS,
    KEY_REGISTER,
    KEY_PARTNERS,
    KEY_VENUES,
    KEY_PAGES,
    KEY_EVENTS,
    KEY_THEME,
    KEY_FORMAT,
    KEY_COUNT,
};

static const char *const NAMES[] = {
    [KEY_TITLE] = "title titre nom",
    [KEY_SUBTITLE] = "subtitle soustitre",
    [KEY_YEAR] = "year annee an",
    [KEY_SEASON] = "season saison",
    [KEY_UPDATED] = "updated maj miseajour version",
    [KEY_LANGUAGE] = "language langue",
    [KEY_ZONE] = "timezone fuseau fuseauhoraire",
    [KEY_ORGANISERS] = "organisers organisateur organisateurs organisepar "
                       "porteur",
    [KEY_LOGO] = "logo",
    [KEY_POSTER] = "poster affiche",
    [KEY_INTRO] = "intro presentation chapo",
    [KEY_CONTACT] = "contact mail courriel tel email telephone",
    [KEY_LINKS] = "links liens reseaux suiveznous",
    [KEY_REGISTER] = "register inscription inscriptions lien",
    [KEY_PARTNERS] = "partners partenaires soutiens",
    [KEY_VENUES] = "venues lieux",
    [KEY_PAGES] = "pages textes diapos",
    [KEY_EVENTS] = "events evenements soirees programme agenda",
    [KEY_THEME] = "theme couleurs",
    [KEY_FORMAT] = "format",
};
static_assert(sizeof NAMES / sizeof *NAMES == KEY_COUNT, "a name per key");

enum {
    THEME_PAPER,
    THEME_INK,
    THEME_SOFT,
    THEME_ACCENT,
    THEME_SECOND,
    THEME_HIGHLIGHT,
    THEME_LINE,
    THEME_CARD,
    THEME_KEY_COUNT
};
static const char *const THEME_NAMES[] = {
    [THEME_PAPER] = "paper papier fond",
    [THEME_INK] = "ink encre texte",
    [THEME_SOFT] = "soft gris encredouce",
    [THEME_ACCENT] = "accent corail",
    [THEME_SECOND] = "second secondaire mer",
    [THEME_HIGHLIGHT] = "highlight soleil",
    [THEME_LINE] = "line trait filet",
    [THEME_CARD] = "card carte",
};

// The programme while it is being read: its lists still grow.
struct draft {
    struct programme *programme;
    struct source source;
    struct event *events;
    size_t event_count, event_capacity;
    bool too_many;
};

static void read_theme(struct draft *draft, const struct node *node)
{
    struct source *source = &draft->source;
    if (node == NULL || node->kind == NODE_TEXT) {
        draft->programme->theme_name =
            source_text(source, node, PROGRAMME_LINE_BYTES_MAX);
        return;
    }
    struct field fields[THEME_KEY_COUNT];
    keys_read(node, (struct key_table){THEME_NAMES, THEME_KEY_COUNT},
              "the theme (le thème)", source->diags, fields);
    draft->programme->theme = (struct theme_colours){
        .paper = source_colour(source, fields[THEME_PAPER].node),
        .ink = source_colour(source, fields[THEME_INK].node),
        .soft = source_colour(source, fields[THEME_SOFT].node),
        .accent = source_colour(source, fields[THEME_ACCENT].node),
        .second = source_colour(source, fields[THEME_SECOND].node),
        .highlight = source_colour(source, fields[THEME_HIGHLIGHT].node),
        .line = source_colour(source, fields[THEME_LINE].node),
        .card = source_colour(source, fields[THEME_CARD].node),
    };
}

static void add_event(void *context, const struct event *event)
{
    struct draft *draft = context;
    if (draft->event_count == PROGRAMME_EVENTS_MAX) {
        draft->too_many = true;
        return;
    }
    if (draft->event_count == draft->event_capacity) {
        size_t capacity = draft->event_capacity * 2;
        draft->event_capacity = capacity > 0 ? capacity : 32;
        draft->events = xrealloc(draft->events, draft->event_capacity,
                                 sizeof *draft->events);
    }
    draft->events[draft->event_count++] = *event;
}

static void read_events(struct draft *draft, const struct node *node,
                        const struct event_defaults *defaults)
{
    struct source *source = &draft->source;
    if (node == NULL || node->kind != NODE_LIST) {
        if (node != NULL && node->kind == NODE_MAP) {
            diag_add(source->diags, FAULT_NOT_A_LIST, node->place, node->key,
                     NULL, NULL);
        }
        return;
    }
    size_t entry = 0;
    for (const struct node *item = node->first; item != NULL;
         item = item->next) {
        event_read(source, item, entry++, defaults, add_event, draft);
        if (draft->too_many) {
            diag_add(source->diags, FAULT_TOO_MANY_EVENTS, item->place, "10000",
                     NULL, NULL);
            break;
        }
    }
    size_t bytes = draft->event_count * sizeof *draft->events;
    struct event *events =
        arena_alloc(source->arena, draft->event_count, sizeof *draft->events);
    if (bytes > 0) {
        memcpy(events, draft->events, bytes);
    }
    draft->programme->events = events;
    draft->programme->event_count = draft->event_count;
}

// "2026", or the first of "2026-2027", "2026/2027", "2026-27".
static int read_year(struct source *source, const struct node *node)
{
    const char *text = source_text(source, node, PROGRAMME_LINE_BYTES_MAX);
    if (text == NULL || text[0] == '\0') {
        return 0;
    }
    char *end = NULL;
    long year = strtol(text, &end, 10);
    bool year_alone = *end == '\0' || (*end != '\0' && strchr("-/ ", *end));
    if (end == text || !year_alone || year < 1900 || year > 2200) {
        diag_add(source->diags, FAULT_YEAR_UNKNOWN, node->place, text, NULL,
                 NULL);
        return 0;
    }
    return (int)year;
}

static void read_updated(struct source *source, const struct node *node)
{
    struct when when = {0};
    const char *text = source_text(source, node, PROGRAMME_LINE_BYTES_MAX);
    if (text != NULL && text[0] != '\0' &&
        when_read(source->arena, text, &source->dates, node->place,
                  source->diags, &when) &&
        when.precision == PRECISION_DAY) {
        source->dates.updated = when.first_day;
    }
}

static void read_language(struct draft *draft, const struct node *node,
                          const struct languages *languages)
{
    struct source *source = &draft->source;
    const char *text = source_text(source, node, PROGRAMME_LINE_BYTES_MAX);
    draft->programme->language = "fr";
    if (text == NULL || text[0] == '\0') {
        return;
    }
    for (size_t i = 0; i < languages_count(languages); i++) {
        const struct language *language = languages_at(languages, i);
        char *wanted = utf8_fold(text), *name = utf8_fold(language->name);
        bool same =
            strcmp(wanted, language->code) == 0 || strcmp(wanted, name) == 0;
        free(wanted);
        free(name);
        if (same) {
            draft->programme->language =
                arena_strdup(source->arena, language->code);
            return;
        }
    }
    diag_add(source->diags, FAULT_LANGUAGE_UNKNOWN, node->place, text,
             "fr, oc, en, es, ca", NULL);
}

static void read_frame(struct draft *draft, const struct field *fields,
                       const struct languages *languages)
{
    struct source *source = &draft->source;
    struct programme *programme = draft->programme;
    const char *zone =
        source_text(source, fields[KEY_ZONE].node, PROGRAMME_LINE_BYTES_MAX);
    zone_find("Europe/Paris", &source->zone);
    if (zone != NULL && !zone_find(zone, &source->zone)) {
        diag_add(source->diags, FAULT_ZONE_UNKNOWN,
                 fields[KEY_ZONE].node->place, zone, NULL, NULL);
    }
    programme->zone = source->zone;
    const char *format =
        source_text(source, fields[KEY_FORMAT].node, PROGRAMME_LINE_BYTES_MAX);
    if (format != NULL && strcmp(format, "1") != 0) {
        diag_add(source->diags, FAULT_FORMAT_UNKNOWN,
                 fields[KEY_FORMAT].node->place, format, NULL, NULL);
    }
    read_language(draft, fields[KEY_LANGUAGE].node, languages);
    source->dates.languages = languages;
    source->dates.year = read_year(source, fields[KEY_YEAR].node);
    source->dates.season_first_year =
        read_year(source, fields[KEY_SEASON].node);
    read_updated(source, fields[KEY_UPDATED].node);
    programme->updated = source->dates.updated;
}

static void read_contents(struct draft *draft, const struct node *root,
                          const struct languages *languages)
{
    struct source *source = &draft->source;
    struct programme *programme = draft->programme;
    struct field fields[KEY_COUNT];
    keys_read(root, (struct key_table){NAMES, KEY_COUNT},
              "the programme (le programme)", source->diags, fields);
    read_frame(draft, fields, languages);
    programme->title =
        source_wording(source, &fields[KEY_TITLE], PROGRAMME_LINE_BYTES_MAX);
    programme->subtitle =
        source_wording(source, &fields[KEY_SUBTITLE], PROGRAMME_LINE_BYTES_MAX);
    programme->intro =
        source_wording(source, &fields[KEY_INTRO], PROGRAMME_PROSE_BYTES_MAX);
    programme->organisers = source_wordings(source, &fields[KEY_ORGANISERS]);
    programme->logo = source_picture(source, fields[KEY_LOGO].node);
    programme->poster = source_picture(source, fields[KEY_POSTER].node);
    programme->contact = source_link(source, fields[KEY_CONTACT].node);
    programme->registration = source_link(source, fields[KEY_REGISTER].node);
    read_partners(draft, &fields[KEY_PARTNERS]);
    read_links(draft, fields[KEY_LINKS].node);
    read_pages(draft, fields[KEY_PAGES].node);
    read_theme(draft, fields[KEY_THEME].node);
    struct event_defaults defaults = {.organisers = programme->organisers,
                                      .registration = programme->registration};
    defaults.venue_count =
        read_venues(draft, fields[KEY_VENUES].node, &defaults.venues);
    read_events(draft, fields[KEY_EVENTS].node, &defaults);
    if (programme->event_count == 0 &&
        diag_count(source->diags, FAULT_ERROR) == 0) {
        diag_add(source->diags, FAULT_NO_EVENTS, root->place, NULL, NULL, NULL);
    }
}

// The programme's file: path itself, or the first of the usual names in the
// folder. NULL, with a fault, if there is none.
static char *find_file(const char *path, struct diag_list *diags)
{
    static const char *const NAMES_IN_ORDER[] = {
        "programme.yaml",           "programme.yml",
        "programme/programme.yaml", "programme/programme.yml",
        "kiosk/programme.yaml",     "kiosk/programme.yml"};
    if (!path_is_folder(path)) {
        if (path_is_file(path)) {
            return xstrdup(path);
        }
        diag_add(diags, FAULT_FOLDER_MISSING, (struct place){path, 0, 0}, path,
                 NULL, NULL);
        return NULL;
    }
    for (size_t i = 0; i < sizeof NAMES_IN_ORDER / sizeof *NAMES_IN_ORDER;
         i++) {
        char *file = path_join(path, NAMES_IN_ORDER[i]);
        if (path_is_file(file) && path_is_inside(path, file)) {
            return file;
        }
        free(file);
    }
    diag_add(diags, FAULT_NO_PROGRAMME, (struct place){path, 0, 0}, path, NULL,
             NULL);
    return NULL;
}

struct programme *programme_load(const char *path,
                                 const struct languages *languages,
                                 struct diag_list *diags)
{
    char *file = find_file(path, diags);
    if (file == NULL) {
        return NULL;
    }
    struct diag_list *own = diags == NULL ? diag_list_new() : NULL;
    struct arena *arena = arena_new();
    struct programme *programme = arena_alloc(arena, 1, sizeof *programme);
    programme->arena = arena;
    struct draft draft = {.programme = programme};
    draft.source.arena = arena;
    draft.source.diags = diags != NULL ? diags : own;
    char *folder = path_folder(file);
    programme->folder = draft.source.folder = arena_strdup(arena, folder);
    free(folder);
    const struct node *root =
        document_load(arena, file, path_name(file), draft.source.diags);
    if (root != NULL) {
        read_contents(&draft, root, languages);
    }
    free(draft.events);
    free(file);
    diag_list_free(own);
    if (root == NULL || root->kind != NODE_MAP) {
        programme_free(programme);
        return NULL;
    }
    return programme;
}

void programme_free(struct programme *programme)
{
    if (programme != NULL) {
        arena_free(programme->arena);
    }
}
