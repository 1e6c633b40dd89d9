// SPDX-License-Identifier: MIT
#include "programme/read_place.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

// "à définir" alone says nothing; "à définir, en centre-ville" does, and is
// shown as it stands.
enum to_come {
    TO_COME_NOT,
    TO_COME_BARE,
    TO_COME_WORDED,
};

// What is left of folded behind one of the words, the longest that fits;
// folded itself if it begins with none of them.
static const char *behind_one_of(const char *folded, const char *const *words,
                                 size_t count)
{
    size_t longest = 0;
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(words[i]);
        bool fits = strncmp(folded, words[i], length) == 0;
        longest = fits && length > longest ? length : longest;
    }
    return folded + longest;
}

static const char *behind_place(const char *folded)
{
    static const char *const PLACES[] = {"lieu ",  "loc ",   "place ",
                                         "venue ", "lugar ", "lloc "};
    return behind_one_of(folded, PLACES, sizeof PLACES / sizeof *PLACES);
}

// text is folded and without the word for "place".
static enum to_come to_come_of(const char *text)
{
    static const char *const WORDS[] = {
        "?",           "a venir",         "a definir",     "a preciser",
        "a fixer",     "a confirmer",     "a determiner",  "de venir",
        "de definir",  "por confirmar",   "por definir",   "per confirmar",
        "per definir", "to be announced", "to be defined", "to come",
        "tba",
    };
    const char *rest = behind_one_of(text, WORDS, sizeof WORDS / sizeof *WORDS);
    if (rest == text) {
        return TO_COME_NOT;
    }
    bool bare = rest[strspn(rest, " ?.!…")] == '\0';
    bool word_ends = strchr(" ,;:.!?(", *rest) != NULL;
    return bare ? TO_COME_BARE : word_ends ? TO_COME_WORDED : TO_COME_NOT;
}

static enum to_come venue_to_come(const char *venue)
{
    char *folded = utf8_fold(venue);
    enum to_come result = to_come_of(behind_place(folded));
    free(folded);
    return result;
}

bool text_names_place_to_come(const char *text)
{
    char *folded = utf8_fold(text);
    const char *rest = behind_place(folded);
    bool names = rest != folded && to_come_of(rest) != TO_COME_NOT;
    free(folded);
    return names;
}

static const struct venue *known_venue(const struct event_defaults *defaults,
                                       const struct wording *name)
{
    char *folded = utf8_fold(wording_in(name, ""));
    const struct venue *found = NULL;
    for (size_t i = 0; i < defaults->venue_count && found == NULL; i++) {
        if (strcmp(defaults->venues[i].folded, folded) == 0) {
            found = &defaults->venues[i];
        }
    }
    free(folded);
    return found;
}

static void take_known_venue(const struct event_defaults *defaults,
                             struct event *event)
{
    const struct venue *venue = known_venue(defaults, &event->venue);
    if (venue != NULL && wording_is_empty(&event->town)) {
        event->town = venue->town;
    }
    if (venue != NULL && wording_is_empty(&event->address)) {
        event->address = venue->address;
    }
    if (venue != NULL) {
        event->map = venue->map;
    }
}

static void read_online(struct source *source, const struct node *node,
                        struct event *event)
{
    struct link link = source_link(source, node);
    if (link.kind == LINK_URL) {
        event->online = true;
        event->online_link = link;
    } else if (link.kind != LINK_NONE) {
        // Whoever writes more than yes or no here means yes.
        event->online = source_yes(source, node, true);
    }
}

void place_read(struct source *source, struct place_fields fields,
                const struct event_defaults *defaults, struct event *event)
{
    enum {
        LIMIT = PROGRAMME_LINE_BYTES_MAX
    };
    event->town = source_wording(source, fields.town, LIMIT);
    event->venue = source_wording(source, fields.venue, LIMIT);
    event->address = source_wording(source, fields.address, LIMIT);
    read_online(source, fields.online->node, event);
    take_known_venue(defaults, event);
    enum to_come to_come = venue_to_come(wording_in(&event->venue, ""));
    if (to_come == TO_COME_BARE) {
        event->venue = (struct wording){0};
    }
    // "lieu:" with nothing behind it is a place to come, too.
    bool left_open =
        fields.venue->node != NULL && wording_is_empty(&event->venue);
    bool nowhere = wording_is_empty(&event->venue) &&
                   wording_is_empty(&event->town) &&
                   wording_is_empty(&event->address);
    event->place_to_come = to_come != TO_COME_NOT || left_open || nowhere;
}
