// SPDX-License-Identifier: MIT
#include "programme/read_line.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/text_buffer.h"
#include "base/utf8.h"
#include "yaml/build.h"

enum {
    WHEN_WORDS_MAX = 14, // of a date in front of a text
    WHEN_BYTES_MAX = 200
};

// A part of a line; empty: it has none.
struct span {
    const char *from, *to;
};

struct parts {
    struct span what, note, town, venue;
    bool film, online;
    const char *kind; // NULL: none is named
};

static size_t space_length(const char *at)
{
    if (*at == ' ' || *at == '\n' || *at == '\t') {
        return 1;
    }
    if (strncmp(at, "\xC2\xA0", 2) == 0) {
        return 2;
    }
    return strncmp(at, "\xE2\x80\xAF", 3) == 0 ? 3 : 0;
}

static struct span trimmed(const char *from, const char *to)
{
    while (from < to && space_length(from) > 0) {
        from += space_length(from);
    }
    while (to > from && (to[-1] == ' ' || to[-1] == '\n' || to[-1] == '\t')) {
        to--;
    }
    return (struct span){from, to};
}

static bool is_capital(const char *at)
{
    uint32_t rune = utf8_next(&at);
    return (rune >= 'A' && rune <= 'Z') ||
           (rune >= 0xC0 && rune <= 0xDE && rune != 0xD7) || rune == 0x152 ||
           rune == 0x178;
}

// What follows " à " at at, if it begins with a capital; else NULL.
static const char *town_behind(const char *at)
{
    static const char *const MARKS[] = {"à", "a\u0300", "À", "A\u0300"};
    size_t space = space_length(at);
    for (size_t i = 0; space > 0 && i < sizeof MARKS / sizeof *MARKS; i++) {
        size_t length = strlen(MARKS[i]);
        const char *behind = at + space + length;
        if (strncmp(at + space, MARKS[i], length) == 0 &&
            space_length(behind) > 0) {
            const char *town = behind + space_length(behind);
            return is_capital(town) ? town : NULL;
        }
    }
    return NULL;
}

// "en ligne" at the end stands for a place.
static size_t online_length(struct span what)
{
    static const char *const WORDS[] = {" en ligne", " en visio",
                                        " en visioconférence", " à distance"};
    size_t length = (size_t)(what.to - what.from);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        size_t word = strlen(WORDS[i]);
        if (length > word && strncmp(what.to - word, WORDS[i], word) == 0) {
            return word;
        }
    }
    return 0;
}

// Where the note begins, with the spaces in front of it; NULL if there is
// none. *note is its '+'.
static const char *note_in(struct span text, const char **note)
{
    for (const char *at = text.from; at < text.to; at++) {
        const char *plus = at;
        size_t space = space_length(plus);
        plus += space;
        if (space > 0 && *plus == '/') {
            plus += 1 + space_length(plus + 1);
        }
        if (space > 0 && plus < text.to && *plus == '+' &&
            space_length(plus + 1) > 0) {
            *note = plus;
            return at;
        }
    }
    return NULL;
}

// Parts text at its note; without one, *note is empty.
static struct span without_note(struct span text, struct span *note)
{
    const char *plus = NULL;
    const char *end = note_in(text, &plus);
    if (end == NULL) {
        return text;
    }
    *note = trimmed(plus, text.to);
    return trimmed(text.from, end);
}

static void part_place(struct parts *parts)
{
    struct span *what = &parts->what;
    const char *end = what->to, *town = NULL;
    for (const char *at = what->from; at < what->to; at++) {
        const char *behind = town_behind(at);
        town = behind != NULL ? behind : town;
        end = behind != NULL ? at : end;
    }
    if (town == NULL) {
        size_t online = online_length(*what);
        parts->online = online > 0;
        what->to -= online;
        return;
    }
    // A note behind the place is as good as one in front of it.
    struct span place = trimmed(town, what->to);
    place = without_note(place, &parts->note);
    const char *comma =
        memchr(place.from, ',', (size_t)(place.to - place.from));
    parts->town = trimmed(place.from, comma != NULL ? comma : place.to);
    if (comma != NULL) {
        parts->venue = trimmed(comma + 1, place.to);
    }
    *what = trimmed(what->from, end);
}

// A word for a kind that begins the title: it is the kind, too.
static void part_kind(struct parts *parts)
{
    static const char *const KINDS[] = {
        "film",    "ciné-débat", "soirée",    "rencontre", "atelier",
        "débat",   "conférence", "expo",      "concert",   "fête",
        "marché",  "forum",      "salon",     "visite",    "formation",
        "lecture", "assemblée",  "projection"};
    const char *end = parts->what.from;
    while (end < parts->what.to && space_length(end) == 0 &&
           strchr(":,.!", *end) == NULL) {
        end++;
    }
    char *word = xstrndup(parts->what.from, (size_t)(end - parts->what.from));
    char *folded = utf8_fold(word);
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        char *kind = utf8_fold(KINDS[i]);
        parts->kind = strcmp(kind, folded) == 0 ? KINDS[i] : parts->kind;
        free(kind);
    }
    free(folded);
    free(word);
    struct span rest = trimmed(end, parts->what.to);
    while (rest.from < rest.to && *rest.from == ':') {
        rest = trimmed(rest.from + 1, rest.to);
    }
    // A title that is nothing but "Film" keeps its word.
    if (parts->kind == KINDS[0] && rest.from < rest.to) {
        parts->what = rest;
    }
}

static struct parts parts_of(const char *text)
{
    struct parts parts = {.what = trimmed(text, text + strlen(text))};
    part_place(&parts);
    struct span note = {0};
    parts.what = without_note(parts.what, &note);
    if (note.from < note.to) {
        parts.note = note;
    }
    part_kind(&parts);
    return parts;
}

// The map being made, from a text that begins at a place.
struct making {
    struct arena *arena;
    struct node *map;
    const char *text;
    struct place place;
};

static void add(struct making *making, const char *key, struct span span)
{
    if (span.from == span.to) {
        return;
    }
    struct place place = making->place;
    for (const char *at = making->text; at < span.from;) {
        utf8_next(&at);
        place.column++;
    }
    char *text =
        arena_strndup(making->arena, span.from, (size_t)(span.to - span.from));
    build_add_text(making->arena, making->map, key, text, place);
}

// "[Annulé] 20 janvier" is meant like "(annulé) 20 janvier".
static char *when_of(const char *key)
{
    struct span span = trimmed(key, key + strlen(key));
    char *when = xstrndup(span.from, (size_t)(span.to - span.from));
    for (char *at = when; *at != '\0'; at++) {
        if (*at == '[' || *at == ']') {
            *at = *at == '[' ? '(' : ')';
        }
    }
    return when;
}

static struct node *map_of(struct source *source, const struct node *entry,
                           const char *when, struct place when_place,
                           struct making *making)
{
    making->arena = source->arena;
    making->map = build_map(source->arena, entry->place);
    build_add_text(source->arena, making->map, "date", when, when_place);
    struct parts parts = parts_of(making->text);
    add(making, "title", parts.what);
    build_add_text(source->arena, making->map, "kind", parts.kind,
                   making->place);
    add(making, "town", parts.town);
    add(making, "venue", parts.venue);
    add(making, "note", parts.note);
    build_add_text(source->arena, making->map, "online",
                   parts.online ? "oui" : NULL, making->place);
    return making->map;
}

static bool is_when(struct source *source, const char *text)
{
    struct when when = {0};
    return strlen(text) <= WHEN_BYTES_MAX &&
           when_read(source->arena, text, &source->dates, (struct place){0},
                     NULL, &when);
}

// No key has a digit in it, and most dates have. A key alone, or of several
// words, may be "courant avril".
static bool is_line(struct source *source, const struct node *entry)
{
    const struct node *pair = entry->first;
    if (pair->kind != NODE_TEXT) {
        return false;
    }
    const char *key = pair->key;
    bool digit = key[strcspn(key, "0123456789")] != '\0';
    bool perhaps = entry->count == 1 || strchr(key, ' ') != NULL;
    return digit || (perhaps && is_when(source, key));
}

// Where the next word of a text ends; a colon that no digit follows ends one.
static const char *word_end(const char *at)
{
    while (space_length(at) > 0) {
        at += space_length(at);
    }
    bool colon = false;
    while (*at != '\0' && space_length(at) == 0 && !colon) {
        colon = *at == ':' && !isdigit((unsigned char)at[1]);
        at += colon ? 0 : 1;
    }
    return at;
}

static const char *skip_separators(const char *at)
{
    static const char *const MARKS[] = {":", "-", "–", "—", ",",
                                        ";", "|", ".", "·"};
    bool skipped = true;
    while (skipped) {
        skipped = space_length(at) > 0;
        at += space_length(at);
        for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
            bool mark = strncmp(at, MARKS[i], strlen(MARKS[i])) == 0;
            at += mark ? strlen(MARKS[i]) : 0;
            skipped = skipped || mark;
        }
    }
    return at;
}

// A date, and nothing else but a date, with something in it that counts.
static bool is_pure_when(struct source *source, const char *from,
                         const char *to)
{
    if (to - from > WHEN_BYTES_MAX) {
        return false;
    }
    char *text = xstrndup(from, (size_t)(to - from));
    struct diag_list *diags = diag_list_new();
    struct when_context context = source->dates;
    struct when when = {0};
    bool read = when_read(source->arena, text, &context, (struct place){0},
                          diags, &when);
    const struct diag *first = diag_at(diags, 0);
    bool left = first != NULL && first->fault == FAULT_DATE_WORDS_LEFT;
    diag_list_free(diags);
    free(text);
    return read && !left;
}

// In front of the marks that part a date from what follows.
static const char *without_separators(const char *from, const char *to)
{
    static const char *const MARKS[] = {":", "-", "–", "—", ",",
                                        ";", "|", "(", "/"};
    bool cut = true;
    while (cut) {
        cut = false;
        to = trimmed(from, to).to;
        for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
            size_t length = strlen(MARKS[i]);
            bool mark = (size_t)(to - from) >= length &&
                        strncmp(to - length, MARKS[i], length) == 0;
            to -= mark ? length : 0;
            cut = cut || mark;
        }
    }
    return to;
}

// The end of the longest date that begins the text; NULL if none does.
static const char *leading_when(struct source *source, const char *text)
{
    const char *ends[WHEN_WORDS_MAX];
    size_t count = 0;
    const char *at = word_end(text);
    while (count < WHEN_WORDS_MAX && (count == 0 || at > ends[count - 1])) {
        ends[count++] = at;
        at = word_end(at);
    }
    for (size_t i = count; i > 0; i--) {
        const char *end = without_separators(text, ends[i - 1]);
        if (end > text && is_pure_when(source, text, end)) {
            return end;
        }
    }
    return NULL;
}

static const struct node *read_pair(struct source *source,
                                    const struct node *entry)
{
    const struct node *pair = entry->first;
    struct making making = {.text = pair->text, .place = pair->place};
    char *when = when_of(pair->key);
    const char *end = when + strlen(when);
    const char *date_end =
        is_pure_when(source, when, end) ? NULL : leading_when(source, when);
    if (date_end != NULL) {
        // "20 janvier – Concert : Le retour"
        making.text = arena_printf(source->arena, "%s : %s",
                                   skip_separators(date_end), pair->text);
        making.place = pair->key_place;
        when[date_end - when] = '\0';
    }
    struct node *map = map_of(source, entry, when, pair->key_place, &making);
    free(when);
    for (const struct node *item = pair->next; item != NULL;
         item = item->next) {
        struct node *copy = arena_alloc(source->arena, 1, sizeof *copy);
        *copy = *item;
        copy->next = NULL;
        build_add(source->arena, map, item->key, copy);
        copy->key_place = item->key_place;
    }
    return map;
}

static const struct node *read_text(struct source *source,
                                    const struct node *entry)
{
    const char *end = leading_when(source, entry->text);
    const char *what = end != NULL ? skip_separators(end) : NULL;
    if (end == NULL || *what == '\0') {
        return entry;
    }
    char *when = xstrndup(entry->text, (size_t)(end - entry->text));
    char *corrected = xasprintf("- %s : %s", when, what);
    diag_add(source->diags, FAULT_LINE_NO_COLON, entry->place, entry->text,
             corrected, NULL);
    struct making making = {.text = what, .place = entry->place};
    making.place.column += utf8_length(when);
    const struct node *map = map_of(source, entry, when, entry->place, &making);
    free(corrected);
    free(when);
    return map;
}

const struct node *line_read(struct source *source, const struct node *entry)
{
    if (entry->kind == NODE_TEXT) {
        return read_text(source, entry);
    }
    bool pair = entry->kind == NODE_MAP && entry->first != NULL;
    return pair && is_line(source, entry) ? read_pair(source, entry) : entry;
}
