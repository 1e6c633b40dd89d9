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
    char *cleaned = utf8_clean(text);
    const char *from = cleaned + strspn(cleaned, " \n");
    size_t length = strlen(from);
    while (length > 0 && strchr(" \n", from[length - 1]) != NULL) {
        length--;
    }
    const char *copy = arena_strndup(arena, from, length);
    free(cleaned);
    return copy;
}

const char *source_text(struct source *source, const struct node *node,
                        size_t limit)
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
        return clean(source->arena, node->text);
    }
    char number[24];
    snprintf(number, sizeof number, "%zu", limit);
    diag_add(source->diags, FAULT_TEXT_TOO_LONG, node->place, key, number,
             NULL);
    char *cut = xstrndup(node->text, cut_length(node->text, limit));
    const char *text = clean(source->arena, cut);
    free(cut);
    return text;
}

// {fr: …, oc: …}: keys of two letters.
static bool is_translated(const struct node *node)
{
    if (node == NULL || node->kind != NODE_MAP || node->count == 0) {
        return false;
    }
    for (const struct node *item = node->first; item != NULL;
         item = item->next) {
        bool code = strlen(item->key) == 2 && islower(item->key[0]) &&
                    islower(item->key[1]);
        if (!code) {
            return false;
        }
    }
    return true;
}

struct wording source_wording(struct source *source, const struct field *field,
                              size_t limit)
{
    struct wording wording = {0};
    const struct node *node = field->node;
    bool map = is_translated(node);
    size_t count = field->translation_count + (map ? node->count : 0);
    struct translation *translations =
        arena_alloc(source->arena, count, sizeof *translations);
    size_t filled = 0;
    for (const struct node *item = map ? node->first : NULL; item != NULL;
         item = item->next) {
        translations[filled++] =
            (struct translation){item->key, source_text(source, item, limit)};
    }
    for (size_t i = 0; i < field->translation_count; i++) {
        translations[filled++] = (struct translation){
            arena_strdup(source->arena, field->translations[i].language),
            source_text(source, field->translations[i].node, limit)};
    }
    for (size_t i = 0; i < filled; i++) {
        if (translations[i].text == NULL) {
            translations[i].text = "";
        }
    }
    wording.translations = translations;
    wording.translation_count = filled;
    // The first of a map stands where the reader's language is missing.
    wording.text =
        map ? translations[0].text : source_text(source, node, limit);
    return wording;
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

struct wordings source_wordings(struct source *source,
                                const struct field *field)
{
    const struct node *node = field->node;
    if (node == NULL || node->kind != NODE_LIST) {
        const char *text =
            is_translated(node)
                ? node_text(node->first, "")
                : source_text(source, node, PROGRAMME_LINE_BYTES_MAX);
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

bool source_yes(struct source *source, const struct node *node, bool fallback)
{
    static const char *const YES[] = {"oui", "yes", "true", "vrai", "1",
                                      "oc",  "si",  "on",   "o",    "y"};
    static const char *const NO[] = {"non", "no",  "false", "faux",
                                     "0",   "off", "n"};
    const char *text = source_text(source, node, PROGRAMME_LINE_BYTES_MAX);
    if (text == NULL) {
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
    const char *text = source_text(source, node, PROGRAMME_LINE_BYTES_MAX);
    return link_read(source->arena, text != NULL ? text : "");
}

static bool names_a_parent(const char *name)
{
    const char *at = name;
    while (at != NULL) {
        bool parent =
            strncmp(at, "..", 2) == 0 && (at[2] == '/' || at[2] == '\0');
        if (parent) {
            return true;
        }
        at = strchr(at, '/');
        at = at != NULL ? at + 1 : NULL;
    }
    return false;
}

// As written, else composed: a Mac writes names decomposed.
static char *existing(const char *folder, const char *name)
{
    char *path = path_join(folder, name);
    if (!path_is_file(path)) {
        char *composed = utf8_clean(name);
        free(path);
        path = path_join(folder, composed);
        free(composed);
    }
    if (!path_is_file(path)) {
        free(path);
        return NULL;
    }
    return path;
}

static char *find_picture(const char *folder, const char *name)
{
    static const char *const PLACES[] = {"", "affiches", "images", "logos"};
    char *found = NULL;
    for (size_t i = 0; i < sizeof PLACES / sizeof *PLACES && found == NULL;
         i++) {
        char *within = path_join(folder, PLACES[i]);
        found = existing(within, name);
        free(within);
    }
    return found;
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
    picture.place = node->place;
    char *path = NULL;
    bool outside = name[0] == '/' || names_a_parent(name);
    if (!outside) {
        path = find_picture(source->folder, name);
        outside = path != NULL && !path_is_inside(source->folder, path);
    }
    if (outside) {
        diag_add(source->diags, FAULT_PICTURE_OUTSIDE, node->place, name, NULL,
                 NULL);
    } else if (path == NULL) {
        diag_add(source->diags, FAULT_PICTURE_MISSING, node->place, name, NULL,
                 NULL);
    } else {
        picture.path = arena_strdup(source->arena, path);
    }
    free(path);
    return picture;
}

struct colour source_colour(struct source *source, const struct node *node)
{
    const char *text = source_text(source, node, PROGRAMME_LINE_BYTES_MAX);
    if (text == NULL) {
        return (struct colour){0};
    }
    const char *digits = text[0] == '#' ? text + 1 : text;
    size_t length = strlen(digits);
    char *end = NULL;
    unsigned long value = strtoul(digits, &end, 16);
    bool hexadecimal = isxdigit((unsigned char)digits[0]) && *end == '\0';
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
    const char *text = source_text(source, node, PROGRAMME_LINE_BYTES_MAX);
    if (text == NULL || !when_read(source->arena, text, &source->dates,
                                   node->place, source->diags, &when)) {
        return false;
    }
    if (when.precision == PRECISION_NONE) {
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
