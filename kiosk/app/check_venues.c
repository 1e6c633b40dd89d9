// SPDX-License-Identifier: MIT
#include "app/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/check_source.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "programme/programme.h"
#include "yaml/document.h"

enum {
    NAMES_MAX = 400, // each is compared with every other one
    EDITS_MAX = 2,
    SHORT_BYTES = 6, // names as short as that are too easily alike
    LONG_BYTES = 12, // two slips are likely from here on
};

// A venue's name where it is first written.
struct name {
    const char *text;
    char *folded;
    struct place place;
    const struct event *event; // NULL: place is the name's own
    size_t uses;
};

struct names {
    struct name items[NAMES_MAX];
    size_t count;
};

// A name of the list under lieux: is the right one, however often another
// one is written.
enum {
    USES_OF_LISTED = 1000000
};

static void names_add(struct names *names, struct name name)
{
    char *folded = utf8_fold(name.text);
    for (size_t i = 0; i < names->count; i++) {
        if (strcmp(names->items[i].folded, folded) == 0) {
            names->items[i].uses += name.uses;
            free(folded);
            return;
        }
    }
    if (names->count == NAMES_MAX || folded[0] == '\0') {
        free(folded);
        return;
    }
    name.folded = folded;
    names->items[names->count++] = name;
}

static void add_listed(const struct check *check, struct names *names)
{
    const struct node *list =
        check_source_key(check_source_root(check->source), "venues lieux");
    if (list == NULL || list->kind != NODE_MAP) {
        return;
    }
    for (const struct node *item = list->first; item != NULL;
         item = item->next) {
        names_add(names, (struct name){.text = item->key,
                                       .place = item->key_place,
                                       .uses = USES_OF_LISTED});
    }
}

static void add_written(const struct check *check, struct names *names)
{
    for (size_t i = 0; i < check->programme->event_count; i++) {
        const struct event *event = &check->programme->events[i];
        const char *text = wording_in(&event->venue, "");
        if (text[0] != '\0') {
            names_add(names,
                      (struct name){.text = text, .event = event, .uses = 1});
        }
    }
}

// "Salle 1" and "Salle 2" are two rooms.
static bool have_other_digits(const char *a, const char *b)
{
    static const char DIGITS[] = "0123456789";
    for (;;) {
        a += strcspn(a, DIGITS);
        b += strcspn(b, DIGITS);
        if (*a != *b) {
            return true;
        }
        if (*a == '\0') {
            return false;
        }
        a++;
        b++;
    }
}

static bool are_near(const struct name *a, const struct name *b)
{
    size_t most = strlen(a->folded) > LONG_BYTES ? EDITS_MAX : 1;
    return strlen(a->folded) >= SHORT_BYTES &&
           strlen(b->folded) >= SHORT_BYTES &&
           utf8_distance(a->folded, b->folded, most) <= most &&
           !have_other_digits(a->folded, b->folded);
}

static struct place place_of(const struct check *check, const struct name *name)
{
    return name->event != NULL ? check_place(check, name->event, name->text)
                               : name->place;
}

// The one that is written less often is the slip; of two, the later one.
static void report(const struct check *check, const struct name *a,
                   const struct name *b)
{
    const struct name *right = a->uses >= b->uses ? a : b;
    const struct name *wrong = right == a ? b : a;
    char line[24];
    snprintf(line, sizeof line, "%zu", place_of(check, right).line);
    diag_add(check->diags, FAULT_VENUE_NEAR, place_of(check, wrong),
             wrong->text, right->text, line);
}

static void compare_with_others(const struct check *check,
                                const struct names *names, size_t index)
{
    const struct name *name = &names->items[index];
    for (size_t i = index + 1; i < names->count; i++) {
        if (are_near(name, &names->items[i])) {
            report(check, name, &names->items[i]);
        }
    }
}

void check_venues(const struct check *check)
{
    struct names *names = xcalloc(1, sizeof *names);
    add_listed(check, names);
    add_written(check, names);
    for (size_t i = 0; i < names->count; i++) {
        compare_with_others(check, names, i);
    }
    for (size_t i = 0; i < names->count; i++) {
        free(names->items[i].folded);
    }
    free(names);
}
