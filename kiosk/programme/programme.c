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
#include "programme/folder.h"
#include "programme/known_events.h"
#include "programme/read_calendar.h"
#include "programme/read_event.h"
#include "programme/read_lists.h"
#include "yaml/build.h"

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
    [KEY_ORGANISERS] = ("organisers organisateur organisateurs organisepar "
                        "porteur"),
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
    struct event_defaults defaults;
    const struct folder *folder;
    struct document *document; // with the events that are not in the tree
    struct date today;
    size_t entry_count;
    struct known_events *known; // where there are calendars
    struct event *events;
    size_t event_count, event_room;
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
              DIAG_BOTH("the theme", "le thème"), source->diags, fields);
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

static void make_room(struct draft *draft, size_t wanted)
{
    draft->event_room =
        wanted < PROGRAMME_EVENTS_MAX ? wanted : PROGRAMME_EVENTS_MAX;
    draft->events =
        xrealloc(draft->events, draft->event_room, sizeof *draft->events);
}

static void add_event(void *context, const struct event *event)
{
    struct draft *draft = context;
    if (draft->event_count == PROGRAMME_EVENTS_MAX) {
        draft->too_many = true;
        return;
    }
    if (draft->event_count == draft->event_room) {
        make_room(draft, draft->event_room * 2 + 32);
    }
    draft->events[draft->event_count++] = *event;
}

// An event of a calendar, unless the programme or another calendar has it.
static void add_calendar_event(void *context, const struct event *event)
{
    struct draft *draft = context;
    if (!known_events_have(draft->known, event)) {
        known_events_add(draft->known, event);
        add_event(draft, event);
    }
}

static void read_entry(struct draft *draft, const struct node *entry,
                       event_add_fn *add)
{
    event_read(&draft->source, entry, draft->entry_count++, &draft->defaults,
               add, draft);
    arena_clear(draft->source.passing);
    if (draft->too_many) {
        diag_add(draft->source.diags, FAULT_TOO_MANY_EVENTS, entry->place,
                 "10000", NULL, NULL);
    }
}

static void read_list(struct draft *draft, const struct node *list,
                      event_add_fn *add)
{
    for (const struct node *item = list->first;
         item != NULL && !draft->too_many; item = item->next) {
        read_entry(draft, item, add);
    }
}

static bool take_entry(void *context, const struct node *entry)
{
    struct draft *draft = context;
    read_entry(draft, entry, add_event);
    return !draft->too_many;
}

static void read_events(struct draft *draft, const struct node *node)
{
    if (draft->document != NULL) {
        make_room(draft, document_event_count(draft->document));
        document_read_events(draft->document, take_entry, draft);
    }
    bool nothing =
        node == NULL || (node->kind == NODE_TEXT && node->text[0] == '\0');
    if (nothing) {
        return;
    }
    if (node->kind != NODE_LIST) {
        diag_add(draft->source.diags, FAULT_NOT_A_LIST, node->place, node->key,
                 NULL, NULL);
        return;
    }
    read_list(draft, node, add_event);
}

static void read_calendars(struct draft *draft)
{
    if (draft->folder->calendar_count == 0) {
        return;
    }
    for (size_t i = 0; i < draft->event_count; i++) {
        known_events_add(draft->known, &draft->events[i]);
    }
    const struct node *calendars =
        calendars_read(&draft->source, draft->folder, draft->today);
    struct wording *title = &draft->programme->title;
    if (wording_is_empty(title)) {
        title->text = source_text(&draft->source, node_get(calendars, "title"),
                                  PROGRAMME_LINE_BYTES_MAX);
    }
    read_list(draft, node_get(calendars, "events"), add_calendar_event);
}

static void keep_events(struct draft *draft)
{
    struct event *events =
        xrealloc(draft->events, draft->event_count, sizeof *events);
    arena_adopt(draft->source.arena, events);
    draft->programme->events = events;
    draft->programme->event_count = draft->event_count;
}

// "2026", or the first of "2026-2027", "2026/2027", "2026-27".
struct years {
    int first;
    bool is_season;
};

static struct years read_years(struct source *source, const struct node *node)
{
    const char *text = source_text(source, node, PROGRAMME_LINE_BYTES_MAX);
    struct years years = {0};
    if (text == NULL || text[0] == '\0') {
        return years;
    }
    char *folded = utf8_fold(text);
    char *end = NULL;
    long first = strtol(folded, &end, 10);
    bool read = end != folded && first >= 1900 && first <= 2200;
    const char *second = end + strspn(end, " ");
    if (read && *second == '\0') {
        years.first = (int)first;
    } else if (read && strchr("-/", *second) != NULL) {
        years = (struct years){(int)first, true};
    } else {
        diag_add(source->diags, FAULT_YEAR_UNKNOWN, node->place, text, NULL,
                 NULL);
    }
    free(folded);
    return years;
}

// A season may also be what "annee: 2026-2027" says.
static void read_year(struct source *source, const struct field *fields)
{
    struct years year = read_years(source, fields[KEY_YEAR].node);
    struct years season = read_years(source, fields[KEY_SEASON].node);
    source->dates.year = year.is_season ? 0 : year.first;
    source->dates.season_first_year =
        season.first == 0 && year.is_season ? year.first : season.first;
}

static void read_updated(struct source *source, const struct node *node)
{
    struct when when = {0};
    const char *text = source_text(source, node, PROGRAMME_LINE_BYTES_MAX);
    if (text != NULL && text[0] != '\0' &&
        when_read(source->arena, text, &source->dates, node->place,
                  source->diags, &when) &&
        when.precision != PRECISION_NONE) {
        source->dates.updated = when.first_day;
    }
}

static void read_language(struct source *source, const struct node *node,
                          const struct languages *languages)
{
    const char *text = source_text(source, node, PROGRAMME_LINE_BYTES_MAX);
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
            source->language = arena_strdup(source->arena, language->code);
            return;
        }
    }
    diag_add(source->diags, FAULT_LANGUAGE_UNKNOWN, node->place, text,
             "fr, oc, en, es, ca", NULL);
}

static void read_zone(struct source *source, const struct node *node)
{
    const char *name = source_text(source, node, PROGRAMME_LINE_BYTES_MAX);
    if (!zone_find("Europe/Paris", &source->zone)) {
        source->zone = (struct zone){"UTC"};
    }
    bool named = name != NULL && name[0] != '\0';
    if (named && !zone_find(name, &source->zone)) {
        diag_add(source->diags, FAULT_ZONE_UNKNOWN, node->place, name, NULL,
                 NULL);
    }
}

static void read_frame(struct draft *draft, const struct field *fields,
                       const struct languages *languages)
{
    struct source *source = &draft->source;
    struct programme *programme = draft->programme;
    read_zone(source, fields[KEY_ZONE].node);
    programme->zone = source->zone;
    const char *format =
        source_text(source, fields[KEY_FORMAT].node, PROGRAMME_LINE_BYTES_MAX);
    if (format != NULL && format[0] != '\0' && strcmp(format, "1") != 0) {
        diag_add(source->diags, FAULT_FORMAT_UNKNOWN,
                 fields[KEY_FORMAT].node->place, format, NULL, NULL);
    }
    source->language = "fr";
    read_language(source, fields[KEY_LANGUAGE].node, languages);
    programme->language = source->language;
    source->dates.languages = languages;
    read_year(source, fields);
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
              DIAG_BOTH("the programme", "le programme"), source->diags,
              fields);
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
    partners_read(source, &fields[KEY_PARTNERS], programme);
    links_read(source, fields[KEY_LINKS].node, programme);
    pages_read(source, fields[KEY_PAGES].node, programme);
    read_theme(draft, fields[KEY_THEME].node);
    struct event_defaults *defaults = &draft->defaults;
    defaults->organisers = programme->organisers;
    defaults->registration = programme->registration;
    defaults->venue_count =
        venues_read(source, fields[KEY_VENUES].node, &defaults->venues);
    read_events(draft, fields[KEY_EVENTS].node);
    read_calendars(draft);
    if (draft->event_count == 0 &&
        diag_count(source->diags, FAULT_ERROR) == 0) {
        diag_add(source->diags, FAULT_NO_EVENTS, root->place, NULL, NULL, NULL);
    }
}

// A list alone is what is pasted first of all: it is the list of events.
static const struct node *with_key(struct arena *arena, const struct node *list,
                                   struct diag_list *diags)
{
    struct node *map = build_map(arena, list->place);
    struct node *events = arena_alloc(arena, 1, sizeof *events);
    *events = *list;
    build_add(arena, map, "evenements", events);
    diag_add(diags, FAULT_LIST_ALONE, list->place, NULL, NULL, NULL);
    return map;
}

struct programme *programme_load(const char *path,
                                 const struct languages *languages,
                                 struct date today, struct diag_list *diags)
{
    struct folder folder;
    if (!folder_find(path, diags, &folder)) {
        return NULL;
    }
    struct diag_list *own = diags == NULL ? diag_list_new() : NULL;
    struct arena *arena = arena_new();
    struct programme *programme = arena_alloc(arena, 1, sizeof *programme);
    programme->arena = arena;
    programme->folder = arena_strdup(arena, folder.path);
    struct draft draft = {.programme = programme,
                          .folder = &folder,
                          .known = known_events_new(),
                          .today = today};
    draft.source.arena = arena;
    draft.source.passing = arena_new();
    draft.source.diags = diags != NULL ? diags : own;
    draft.source.folder = programme->folder;
    draft.source.files = folder.names;
    struct zone_memo zone_memo = {0};
    draft.source.zone_memo = &zone_memo;
    struct arena *tree = arena_new();
    const struct node *root =
        folder_read(&folder, tree, draft.source.diags, &draft.document);
    if (root != NULL && root->kind == NODE_LIST) {
        root = with_key(tree, root, draft.source.diags);
    }
    if (root != NULL) {
        read_contents(&draft, root, languages);
    }
    bool read = root != NULL && root->kind == NODE_MAP;
    document_free(draft.document);
    arena_free(draft.source.passing);
    arena_free(tree);
    keep_events(&draft);
    known_events_free(draft.known);
    folder_release(&folder);
    diag_list_free(own);
    if (!read) {
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
