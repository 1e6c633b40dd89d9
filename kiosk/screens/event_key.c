// SPDX-License-Identifier: MIT
#include "screens/event_key.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "programme/agenda.h"

static char *copy_of(const char *text)
{
    return text != NULL ? xstrdup(text) : NULL;
}

struct event_key event_key_of(const struct event *event)
{
    return (struct event_key){.id = copy_of(event->id),
                              .title = copy_of(event->title.text),
                              .dated = event->dated,
                              .begins = event->begins};
}

struct event_key event_key_copy(const struct event_key *key)
{
    struct event_key copy = *key;
    copy.id = copy_of(key->id);
    copy.title = copy_of(key->title);
    return copy;
}

void event_key_release(struct event_key *key)
{
    free(key->id);
    free(key->title);
    *key = (struct event_key){0};
}

static bool same_text(const char *a, const char *b)
{
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

static bool same_time(const struct event_key *key, const struct event *event)
{
    return key->dated == event->dated &&
           (!key->dated || key->begins == event->begins);
}

// How sure it is that this is the event: the more the higher, 0 not at all.
static int likeness(const struct event_key *key, const struct event *event)
{
    bool id = same_text(key->id, event->id);
    bool title = same_text(key->title, event->title.text);
    if (!id && !title) {
        return 0;
    }
    return (same_time(key, event) ? 4 : 0) + (id ? 2 : 0) + (title ? 1 : 0);
}

const struct agenda_entry *event_key_find(const struct event_key *key,
                                          const struct agenda *agenda)
{
    const struct agenda_entry *found = NULL;
    int best = 0;
    bool several = false;
    for (size_t i = 0; agenda != NULL && i < agenda->count; i++) {
        int like = likeness(key, agenda->entries[i].event);
        several = like == best && like > 0 ? true : several && like <= best;
        if (like > best) {
            best = like;
            found = &agenda->entries[i];
        }
    }
    // Of several that moved none is the one.
    return best < 4 && several ? NULL : found;
}
