// SPDX-License-Identifier: MIT
#include "programme/calendar_place.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text_buffer.h"
#include "base/utf8.h"

enum {
    PARTS_MAX = 8,
    POSTCODE_DIGITS = 5
};

// What maps put behind the town; folded.
static const char *const AREAS[] = {
    "france",
    "fr",
    "france metropolitaine",
    "espagne",
    "espanya",
    "espana",
    "spain",
    "occitanie",
    "provence-alpes-cote d'azur",
    "auvergne-rhone-alpes",
    "nouvelle-aquitaine",
    "ile-de-france",
    "bretagne",
    "normandie",
    "hauts-de-france",
    "grand est",
    "pays de la loire",
    "centre-val de loire",
    "bourgogne-franche-comte",
    "corse",
    "herault",
    "gard",
    "aude",
    "languedoc-roussillon",
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static void trim(char *text)
{
    size_t length = strlen(text), begin = strspn(text, " \t\n");
    while (length > begin && strchr(" \t\n-", text[length - 1]) != NULL) {
        length--;
    }
    memmove(text, text + begin, length - begin);
    text[length - begin] = '\0';
}

static bool is_area(const char *text)
{
    char *folded = utf8_fold(text);
    bool area = false;
    for (size_t i = 0; i < COUNT(AREAS); i++) {
        area = area || strcmp(folded, AREAS[i]) == 0;
    }
    free(folded);
    return area;
}

// Where five digits stand alone, the last ones; NULL if they do not.
static const char *find_postcode(const char *text)
{
    const char *found = NULL;
    for (const char *at = text; *at != '\0'; at++) {
        size_t digits = strspn(at, "0123456789");
        bool begins = at == text || at[-1] == ' ' || at[-1] == '-';
        bool ends = at[digits] == ' ' || at[digits] == '\0';
        if (digits == POSTCODE_DIGITS && begins && ends) {
            found = at;
        }
        at += digits > 0 ? digits - 1 : 0;
    }
    return found;
}

// "Nîmes Occitanie France" → "Nîmes"; an area alone stays.
static void drop_areas(char *town)
{
    for (size_t round = 0; round < 3; round++) {
        char *space = strchr(town, ' ');
        while (space != NULL && !is_area(space + 1)) {
            space = strchr(space + 1, ' ');
        }
        if (space == NULL) {
            return;
        }
        *space = '\0';
        trim(town);
    }
}

struct parts {
    char *items[PARTS_MAX];
    size_t count;
};

static void add_part(struct parts *parts, char *text)
{
    trim(text);
    if (text[0] != '\0') {
        parts->items[parts->count++] = xstrdup(text);
    }
}

// Parted by commas and line breaks; what does not fit is left at the last.
static struct parts split(const char *location)
{
    struct parts parts = {0};
    char *copy = xstrdup(location);
    char *rest = copy;
    while (rest != NULL && parts.count + 1 < PARTS_MAX) {
        add_part(&parts, strsep(&rest, ",\n"));
    }
    if (rest != NULL) {
        add_part(&parts, rest);
    }
    free(copy);
    while (parts.count > 1 && is_area(parts.items[parts.count - 1])) {
        free(parts.items[--parts.count]);
    }
    return parts;
}

static char *join(const struct parts *parts, size_t begin, size_t end,
                  const char *more)
{
    struct text_buffer text = {0};
    for (size_t i = begin; i < end; i++) {
        text_buffer_printf(&text, "%s%s", i > begin ? ", " : "",
                           parts->items[i]);
    }
    if (more != NULL && more[0] != '\0') {
        text_buffer_printf(&text, "%s%s", text.length > 0 ? ", " : "", more);
    }
    return text_buffer_take(&text);
}

// The postcode is in part index, before the town or alone in front of it.
static struct calendar_place with_postcode(const struct parts *parts,
                                           size_t index)
{
    const char *part = parts->items[index];
    const char *code = find_postcode(part);
    const char *behind = code + POSTCODE_DIGITS;
    char *before = xstrndup(part, (size_t)(code - part));
    char *town = xstrdup(behind);
    trim(before);
    trim(town);
    if (town[0] == '\0' && index + 1 < parts->count) {
        free(town);
        town = xstrdup(parts->items[index + 1]);
    }
    drop_areas(town);
    struct calendar_place place = {.town = town};
    if (index == 0) {
        // A street is better than no place.
        place.venue = before;
        place.address = xstrdup("");
        return place;
    }
    place.venue = xstrdup(parts->items[0]);
    place.address = join(parts, 1, index, before);
    free(before);
    return place;
}

static struct calendar_place with_comma(const struct parts *parts)
{
    size_t last = parts->count - 1, street = 1;
    while (street < last &&
           strpbrk(parts->items[street], "0123456789") == NULL) {
        street++;
    }
    return (struct calendar_place){
        .venue = join(parts, 0, street < last ? street : last, NULL),
        .address = join(parts, street, last, NULL),
        .town = xstrdup(parts->items[last])};
}

struct calendar_place calendar_place_read(const char *location)
{
    struct parts parts = split(location);
    struct calendar_place place = {0};
    size_t index = parts.count;
    while (index > 0 && find_postcode(parts.items[index - 1]) == NULL) {
        index--;
    }
    if (index > 0) {
        place = with_postcode(&parts, index - 1);
    } else if (parts.count > 1) {
        place = with_comma(&parts);
    } else {
        place.venue = join(&parts, 0, parts.count, NULL);
        place.address = xstrdup("");
        place.town = xstrdup("");
    }
    for (size_t i = 0; i < parts.count; i++) {
        free(parts.items[i]);
    }
    return place;
}

void calendar_place_release(struct calendar_place *place)
{
    free(place->venue);
    free(place->address);
    free(place->town);
    *place = (struct calendar_place){0};
}
