// SPDX-License-Identifier: MIT
#include "programme/source.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/utf8.h"
#include "base/utf8_simple.h"
#include "programme/file_name.h"

static size_t cut_length(const char *text, size_t limit)
{
    size_t length = limit;
    while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80) {
        length--;
    }
    return length;
}

static const char *clean(struct arena *arena, const char *text)
{
    char *cleaned = utf8_is_clean(text) ? NULL : utf8_clean(text);
    const char *from = cleaned != NULL ? cleaned : text;
    if (cleaned != NULL && utf8_is_invisible(cleaned)) {
        from = "";
    }
    while (*from == ' ' || *from == '\n') {
        from++;
    }
    size_t length = strlen(from);
    while (length > 0 &&
           (from[length - 1] == ' ' || from[length - 1] == '\n')) {
        length--;
    }
    const char *copy = arena_strndup(arena, from, length);
    free(cleaned);
    return copy;
}

struct place source_place(struct source *source, struct place place)
{
    bool known = source->path != NULL && place.path != NULL &&
                 strcmp(source->path, place.path) == 0;
    if (!known) {
        source->path =
            place.path != NULL ? arena_strdup(source->arena, place.path) : NULL;
    }
    place.path = source->path;
    return place;
}

static const char *text_in(struct arena *arena, struct source *source,
                           const struct node *node, size_t limit)
{
    if (node == NULL) {
        return NULL;
    }
    const char *key = node->key != NULL ? node->key : "-";
    if (node->kind != NODE_TEXT) {
        diag_add(source->diags, FAULT_NOT_A_TEXT, node->place, key, NULL, NULL);
        return NULL;
    }
    if (strlen(node->text) <= limit) {
        return clean(arena, node->text);
    }
    char number[24];
    snprintf(number, sizeof number, "%zu", limit);
    diag_add(source->diags, FAULT_TEXT_TOO_LONG, node->place, key, number,
             NULL);
    char *cut = xstrndup(node->text, cut_length(node->text, limit));
    const char *text = clean(arena, cut);
    free(cut);
    return text;
}

const char *source_text(struct source *source, const struct node *node,
                        size_t limit)
{
    return text_in(source->arena, source, node, limit);
}

const char *source_passing_text(struct source *source, const struct node *node)
{
    struct arena *arena =
        source->passing != NULL ? source->passing : source->arena;
    return text_in(arena, source, node, PROGRAMME_LINE_BYTES_MAX);
}

// {fr: …, oc: …}: keys of two letters.
static bool is_translated(const struct node *node)
{
    if (node == NULL || node->kind != NODE_MAP || node->count == 0) {
        return false;
    }
    for (const struct node *item = node->first; item != NULL;
         item = item->next) {
        bool code = strlen(item->key) == 2 &&
                    isalpha((unsigned char)item->key[0]) &&
                    isalpha((unsigned char)item->key[1]);
        if (!code) {
            return false;
        }
    }
    return true;
}

// All the languages a field is given in, whichever way.
struct versions {
    struct {
        char language[3];
        const struct node *node;
    } items[2 * FIELD_TRANSLATIONS_MAX];
    size_t count;
};

static void add_version(struct versions *versions, const char *language,
                        const struct node *node)
{
    size_t most = sizeof versions->items / sizeof *versions->items;
    if (versions->count < most) {
        size_t index = versions->count++;
        versions->items[index].language[0] =
            (char)tolower((unsigned char)language[0]);
        versions->items[index].language[1] =
            (char)tolower((unsigned char)language[1]);
        versions->items[index].node = node;
    }
}

static struct versions versions_of(const struct field *field)
{
    struct versions versions = {0};
    bool map = is_translated(field->node);
    for (const struct node *item = map ? field->node->first : NULL;
         item != NULL; item = item->next) {
        add_version(&versions, item->key, item);
    }
    for (size_t i = 0; i < field->translation_count; i++) {
        add_version(&versions, field->translations[i].language,
                    field->translations[i].node);
    }
    return versions;
}

// What stands where the reader's language is missing.
static const char *main_text(const struct source *source,
                             const struct translation *translations,
                             size_t count)
{
    for (size_t i = 0; i < count && source->language != NULL; i++) {
        if (strcmp(translations[i].language, source->language) == 0) {
            return translations[i].text;
        }
    }
    return count > 0 ? translations[0].text : NULL;
}

// In one language, as most are.
static bool is_untranslated(const struct field *field)
{
    return field->translation_count == 0 &&
           (field->node == NULL || field->node->kind != NODE_MAP);
}

struct wording source_wording(struct source *source, const struct field *field,
                              size_t limit)
{
    if (is_untranslated(field)) {
        return (struct wording){.text =
                                    source_text(source, field->node, limit)};
    }
    struct versions versions = versions_of(field);
    struct translation *translations =
        arena_alloc(source->arena, versions.count + 1, sizeof *translations);
    size_t filled = 0;
    for (size_t i = 0; i < versions.count; i++) {
        const char *text = source_text(source, versions.items[i].node, limit);
        if (text != NULL && text[0] != '\0') {
            translations[filled++] = (struct translation){
                arena_strdup(source->arena, versions.items[i].language), text};
        }
    }
    const char *text = is_translated(field->node)
                           ? NULL
                           : source_text(source, field->node, limit);
    if (text == NULL || text[0] == '\0') {
        const char *other = main_text(source, translations, filled);
        text = other != NULL ? other : text;
    }
    return (struct wording){text, translations};
}

static struct wordings split(struct source *source, const char *text)
{
    size_t count = 1;
    for (const char *at = text; *at != '\0'; at++) {
        count += *at == ';' ? 1 : 0;
    }
    struct wording *items = arena_alloc(source->arena, count, sizeof *items);
    size_t filled = 0;
    const char *at = text;
    while (true) {
        size_t length = strcspn(at, ";");
        char *part = xstrndup(at, length);
        const char *cleaned = clean(source->arena, part);
        free(part);
        if (cleaned[0] != '\0') {
            items[filled++].text = cleaned;
        }
        if (at[length] == '\0') {
            break;
        }
        at += length + 1;
    }
    return (struct wordings){items, filled};
}

static struct wordings items_of(struct source *source, const struct node *node)
{
    if (node == NULL || node->kind != NODE_LIST) {
        const char *text = source_passing_text(source, node);
        return text != NULL ? split(source, text) : (struct wordings){0};
    }
    struct wording *items =
        arena_alloc(source->arena, node->count, sizeof *items);
    size_t filled = 0;
    for (const struct node *item = node->first; item != NULL;
         item = item->next) {
        struct field one = {.node = item};
        struct wording wording =
            source_wording(source, &one, PROGRAMME_LINE_BYTES_MAX);
        if (!wording_is_empty(&wording)) {
            items[filled++] = wording;
        }
    }
    return (struct wordings){items, filled};
}

static size_t translations_of(const struct wording *wording)
{
    const struct translation *each = wording->translations;
    size_t count = 0;
    while (each != NULL && each[count].text != NULL) {
        count++;
    }
    return count;
}

// items with one more language, item by item.
static struct wordings with_language(struct source *source,
                                     struct wordings items,
                                     const char *language,
                                     struct wordings others)
{
    struct wording *result =
        arena_alloc(source->arena, items.count, sizeof *result);
    for (size_t i = 0; i < items.count; i++) {
        size_t count = translations_of(&items.items[i]);
        struct translation *translations =
            arena_alloc(source->arena, count + 2, sizeof *translations);
        for (size_t k = 0; k < count; k++) {
            translations[k] = items.items[i].translations[k];
        }
        translations[count] = (struct translation){
            arena_strdup(source->arena, language), others.items[i].text};
        result[i] = (struct wording){items.items[i].text, translations};
    }
    return (struct wordings){result, items.count};
}

struct wordings source_wordings(struct source *source,
                                const struct field *field)
{
    if (is_untranslated(field)) {
        return items_of(source, field->node);
    }
    struct versions versions = versions_of(field);
    struct wordings lists[sizeof versions.items / sizeof *versions.items];
    struct wordings items = {0};
    if (!is_translated(field->node)) {
        items = items_of(source, field->node);
    }
    for (size_t i = 0; i < versions.count; i++) {
        lists[i] = items_of(source, versions.items[i].node);
        bool ours = source->language != NULL &&
                    strcmp(versions.items[i].language, source->language) == 0;
        if (items.count == 0 || (ours && is_translated(field->node))) {
            items = lists[i];
        }
    }
    for (size_t i = 0; i < versions.count; i++) {
        // Lists of unequal length say different things.
        if (items.count > 0 && lists[i].count == items.count) {
            items = with_language(source, items, versions.items[i].language,
                                  lists[i]);
        }
    }
    return items;
}

bool source_yes(struct source *source, const struct node *node, bool fallback)
{
    static const char *const YES[] = {"oui", "yes", "true", "vrai", "1",
                                      "oc",  "si",  "on",   "o",    "y"};
    static const char *const NO[] = {"non", "no",  "false", "faux",
                                     "0",   "off", "n"};
    const char *text = source_passing_text(source, node);
    if (text == NULL || text[0] == '\0') {
        return fallback;
    }
    bool result = fallback, known = false;
    char *folded = utf8_fold(text);
    for (size_t i = 0; i < sizeof YES / sizeof *YES; i++) {
        if (strcmp(folded, YES[i]) == 0) {
            result = known = true;
        }
    }
    for (size_t i = 0; i < sizeof NO / sizeof *NO; i++) {
        if (strcmp(folded, NO[i]) == 0) {
            result = false;
            known = true;
        }
    }
    free(folded);
    if (!known) {
        diag_add(source->diags, FAULT_NOT_A_YES, node->place, node->key, text,
                 NULL);
    }
    return result;
}

struct link source_link(struct source *source, const struct node *node)
{
    const char *text = source_passing_text(source, node);
    return link_read(source->arena, text != NULL ? text : "");
}

// The file of that name or nearly so, told if it is only nearly so. NULL, with
// a fault, if there is none. The caller's.
static char *find_picture(struct source *source, const char *name,
                          struct place place)
{
    char *found = NULL;
    enum file_match match =
        file_names_find_picture(source->files, name, &found);
    if (match == FILE_MATCH_ALIKE) {
        diag_add(source->diags, FAULT_FILE_NAME_ALIKE, place, name, found,
                 NULL);
    }
    if (match == FILE_MATCH_NONE) {
        const char *near = file_names_nearest_picture(source->files, name);
        diag_add(source->diags,
                 near != NULL ? FAULT_PICTURE_MISSING_NEAR
                              : FAULT_PICTURE_MISSING,
                 place, name, near, NULL);
        return NULL;
    }
    char *path = path_join(source->folder, found);
    free(found);
    return path;
}

struct picture_file source_picture(struct source *source,
                                   const struct node *node)
{
    struct picture_file picture = {0};
    const char *name = source_text(source, node, PROGRAMME_LINE_BYTES_MAX);
    if (name == NULL || name[0] == '\0') {
        return picture;
    }
    picture.name = name;
    picture.place = source_place(source, node->place);
    bool outside = file_name_leaves_folder(name);
    char *path = outside ? NULL : find_picture(source, name, node->place);
    outside =
        outside || (path != NULL && !path_is_inside(source->folder, path));
    if (outside) {
        diag_add(source->diags, FAULT_PICTURE_OUTSIDE, node->place, name, NULL,
                 NULL);
    } else if (path != NULL) {
        picture.path = arena_strdup(source->arena, path);
    }
    free(path);
    return picture;
}

struct colour source_colour(struct source *source, const struct node *node)
{
    const char *text = source_text(source, node, PROGRAMME_LINE_BYTES_MAX);
    if (text == NULL || text[0] == '\0') {
        return (struct colour){0};
    }
    const char *digits = text[0] == '#' ? text + 1 : text;
    size_t length = strlen(digits);
    bool hexadecimal =
        length > 0 && strspn(digits, "0123456789abcdefABCDEF") == length;
    unsigned long value = strtoul(digits, NULL, 16);
    if (!hexadecimal || (length != 6 && length != 3)) {
        diag_add(source->diags, FAULT_NOT_A_COLOUR, node->place, text, NULL,
                 NULL);
        return (struct colour){0};
    }
    if (length == 3) {
        return (struct colour){(uint8_t)((value >> 8 & 15) * 17),
                               (uint8_t)((value >> 4 & 15) * 17),
                               (uint8_t)((value & 15) * 17), 255};
    }
    return (struct colour){(uint8_t)(value >> 16), (uint8_t)(value >> 8 & 255),
                           (uint8_t)(value & 255), 255};
}

bool source_instant(struct source *source, const struct node *node, bool after,
                    int64_t *out)
{
    struct when when = {0};
    const char *text = source_passing_text(source, node);
    if (text == NULL || text[0] == '\0' ||
        !when_read(source->arena, text, &source->dates, node->place,
                   source->diags, &when)) {
        return false;
    }
    if (when.precision == PRECISION_NONE) {
        // A missing year was told already.
        if (when.date_to_come) {
            diag_add(source->diags, FAULT_DATE_UNREADABLE, node->place, text,
                     NULL, NULL);
        }
        return false;
    }
    struct date day = after ? when.last_day : when.first_day;
    int minute = after ? MINUTES_A_DAY : 0;
    if (when.start_minute != MINUTE_UNKNOWN) {
        minute = when.start_minute;
    }
    if (after && when.end_minute != MINUTE_UNKNOWN) {
        minute = when.end_minute;
    }
    *out = zone_instant(&source->zone, moment_of(day, minute));
    return true;
}
