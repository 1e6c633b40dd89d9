// SPDX-License-Identifier: MIT
// The same event in the next programme.
#include "screens/event_key.h"

#include <stdlib.h>

#include "programme/agenda.h"
#include "support/test.h"

// An event of an id, a title and a beginning; a beginning of 0 is no date.
struct told {
    const char *id, *title;
    int64_t begins;
};

enum {
    EVENTS_MAX = 4
};

struct programme_told {
    struct event events[EVENTS_MAX];
    struct agenda_entry entries[EVENTS_MAX];
    struct agenda agenda;
};

static struct event event_of(struct told told)
{
    return (struct event){.id = told.id,
                          .title = {.text = told.title},
                          .dated = told.begins != 0,
                          .begins = told.begins};
}

static void tell(struct programme_told *programme, const struct told *told)
{
    *programme = (struct programme_told){0};
    size_t count = 0;
    while (count < EVENTS_MAX && told[count].title != NULL) {
        programme->events[count] = event_of(told[count]);
        programme->entries[count].event = &programme->events[count];
        count++;
    }
    programme->agenda = (struct agenda){programme->entries, count};
}

static void the_same_event_is_found_in_the_next_programme(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        struct told before;
        struct told after[EVENTS_MAX];
        int found; // -1: gone
    } CASES[] = {
        {"unchanged",
         {"a", "Film", 100},
         {{"b", "Film", 100}, {"a", "Film", 100}},
         1                                                                                          },
        {"another title",                            {"a", "Film", 100},  {{"a", "Cinema", 100}}, 0 },
        {"another date",                             {"a", "Film", 100},  {{"a", "Film", 200}},   0 },
        {"both",                                     {"a", "Film", 100},  {{"a", "Cinema", 200}}, 0 },
        {"without ids",                              {NULL, "Film", 100}, {{NULL, "Film", 100}},  0 },
        {"it was given an id",                       {NULL, "Film", 100}, {{"a", "Film", 100}},   0 },
        {"one title, two dates",
         {NULL, "Film", 200},
         {{NULL, "Film", 100}, {NULL, "Film", 200}},
         1                                                                                          },
        {"one title, two other dates: which is it?",
         {NULL, "Film", 300},
         {{NULL, "Film", 100}, {NULL, "Film", 200}},
         -1                                                                                         },
        {"one id, several dates: that of the date",
         {"a", "Film", 200},
         {{"a", "Film", 100}, {"a", "Film", 200}, {"a", "Film", 300}},
         1                                                                                          },
        {"gone",                                     {"a", "Film", 100},  {{"b", "Debate", 100}}, -1},
        {"gone with everything",                     {"a", "Film", 100},  {{NULL, NULL, 0}},      -1},
        {"it lost its date",                         {"a", "Film", 100},  {{"a", "Film", 0}},     0 },
        {"never had one",                            {NULL, "Film", 0},   {{NULL, "Film", 0}},    0 },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct event before = event_of(CASES[i].before);
        struct event_key key = event_key_of(&before);
        struct programme_told after;
        tell(&after, CASES[i].after);
        const struct agenda_entry *entry = event_key_find(&key, &after.agenda);
        int found = entry != NULL ? (int)(entry - after.entries) : -1;
        if (found != CASES[i].found) {
            fail_msg("%s: finds %d instead of %d", CASES[i].name, found,
                     CASES[i].found);
        }
        event_key_release(&key);
    }
}

static void a_key_outlives_what_it_was_made_of(void **state)
{
    (void)state;
    char title[] = "Film", id[] = "a";
    struct event event = event_of((struct told){id, title, 100});
    struct event_key first = event_key_of(&event);
    struct event_key key = event_key_copy(&first);
    event_key_release(&first);
    title[0] = id[0] = 'X';
    struct programme_told after;
    tell(&after, (struct told[EVENTS_MAX]){
                     {"a", "Film", 100}
    });
    assert_non_null(event_key_find(&key, &after.agenda));
    event_key_release(&key);
    assert_null(key.title);
}

static void no_event_is_found_nowhere(void **state)
{
    (void)state;
    struct event_key none = {0};
    struct programme_told after;
    tell(&after, (struct told[EVENTS_MAX]){
                     {"a", "Film", 100}
    });
    assert_null(event_key_find(&none, &after.agenda));
    assert_null(event_key_find(&none, NULL));
    event_key_release(&none);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_event_is_found_in_the_next_programme),
        cmocka_unit_test(a_key_outlives_what_it_was_made_of),
        cmocka_unit_test(no_event_is_found_nowhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
