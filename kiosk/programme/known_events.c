// SPDX-License-Identifier: MIT
#include "programme/known_events.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text_buffer.h"
#include "base/utf8.h"
#include "programme/programme.h"

enum {
    BEGINNING_ROOM = 64
};

struct entry {
    char *key;        // NULL: free
    const char *path; // of the file it is from; borrowed
};

// A hash table; never more than half full, its room a power of two.
struct known_events {
    struct entry *entries;
    size_t count, room;
};

struct known_events *known_events_new(void)
{
    struct known_events *known = xcalloc(1, sizeof *known);
    known->room = BEGINNING_ROOM;
    known->entries = xcalloc(known->room, sizeof *known->entries);
    return known;
}

void known_events_free(struct known_events *known)
{
    for (size_t i = 0; i < known->room; i++) {
        free(known->entries[i].key);
    }
    free(known->entries);
    free(known);
}

static uint32_t hash_of(const char *text)
{
    uint32_t hash = 2166136261U; // FNV-1a
    for (const char *at = text; *at != '\0'; at++) {
        hash = (hash ^ (unsigned char)*at) * 16777619U;
    }
    return hash;
}

static struct entry *slot_of(const struct known_events *known, const char *key)
{
    size_t index = hash_of(key) & (known->room - 1);
    while (known->entries[index].key != NULL &&
           strcmp(known->entries[index].key, key) != 0) {
        index = (index + 1) & (known->room - 1);
    }
    return &known->entries[index];
}

static void grow(struct known_events *known)
{
    struct entry *before = known->entries;
    size_t room = known->room;
    known->room *= 2;
    known->entries = xcalloc(known->room, sizeof *known->entries);
    for (size_t i = 0; i < room; i++) {
        if (before[i].key != NULL) {
            *slot_of(known, before[i].key) = before[i];
        }
    }
    free(before);
}

// Takes the key.
static void add(struct known_events *known, char *key, const char *path)
{
    if (2 * (known->count + 1) > known->room) {
        grow(known);
    }
    struct entry *slot = slot_of(known, key);
    if (slot->key != NULL) {
        free(key);
        return;
    }
    *slot = (struct entry){key, path};
    known->count++;
}

// Takes the key.
static bool has(const struct known_events *known, char *key, const char *path)
{
    const struct entry *slot = slot_of(known, key);
    free(key);
    return slot->key != NULL && strcmp(slot->path, path) != 0;
}

// What is left of a title when two people write it.
static char *title_core(const struct event *event)
{
    static const char FILM[] = "film";
    char *folded = utf8_fold(wording_in(&event->title, ""));
    char *to = folded;
    for (const char *from = folded; *from != '\0'; from++) {
        if (isalnum((unsigned char)*from) || ((unsigned char)*from & 0x80)) {
            *to++ = *from;
        }
    }
    *to = '\0';
    size_t length = sizeof FILM - 1;
    if (strncmp(folded, FILM, length) == 0 && folded[length] != '\0') {
        memmove(folded, folded + length, strlen(folded + length) + 1);
    }
    return folded;
}

static char *id_key(const struct event *event)
{
    return xasprintf("id %s", event->id);
}

// minute: MINUTE_UNKNOWN for a time nobody knows.
static char *start_key(const struct event *event, int minute)
{
    char *title = title_core(event);
    struct date day = event->when.first_day;
    char *key = xasprintf("at %d-%d-%d %d %s", day.year, day.month, day.day,
                          minute, title);
    free(title);
    return key;
}

static char *day_key(const struct event *event)
{
    char *title = title_core(event);
    struct date day = event->when.first_day;
    char *key =
        xasprintf("on %d-%d-%d %s", day.year, day.month, day.day, title);
    free(title);
    return key;
}

static bool has_id(const struct event *event)
{
    return event->id != NULL && event->id[0] != '\0';
}

static bool has_day(const struct event *event)
{
    return event->when.precision == PRECISION_DAY;
}

void known_events_add(struct known_events *known, const struct event *event)
{
    const char *path = event->place.path != NULL ? event->place.path : "";
    if (has_id(event)) {
        add(known, id_key(event), path);
    }
    if (has_day(event)) {
        add(known, start_key(event, event->when.start_minute), path);
        add(known, day_key(event), path);
    }
}

bool known_events_have(const struct known_events *known,
                       const struct event *event)
{
    const char *path = event->place.path != NULL ? event->place.path : "";
    if (has_id(event) && has(known, id_key(event), path)) {
        return true;
    }
    if (!has_day(event)) {
        return false;
    }
    if (event->when.start_minute == MINUTE_UNKNOWN) {
        return has(known, day_key(event), path);
    }
    return has(known, start_key(event, event->when.start_minute), path) ||
           has(known, start_key(event, MINUTE_UNKNOWN), path);
}
