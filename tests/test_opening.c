// SPDX-License-Identifier: MIT
#include "programme/opening.h"

#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "programme/settings.h"
#include "support/folder.h"
#include "support/test.h"

static void hours_are_read_as_people_write_them(void **state)
{
    (void)state;
    static const struct {
        const char *text, *wanted;
    } CASES[] = {
        {"08:00-23:00",                  "480-1380"                  },
        {"8h-23h",                       "480-1380"                  },
        {"8h30 – 23h15",               "510-1395"                  },
        {"de 9h à 12h et 14h à 18h30", "540-720 840-1110"          },
        {"9-12, 14-18; 20-22",           "540-720 840-1080 1200-1320"},
        {"18h-2h",                       "1080-1560"                 },
        {"midi-minuit",                  "720-1440"                  },
        {"0h-24h",                       "0-1440"                    },
        {"9 to 17",                      "540-1020"                  },
        {"toujours",                     "0-1440"                    },
        {"Fermé",                       ""                          },
        {"closed",                       ""                          },
        {"8h",                           "wrong"                     },
        {"",                             "wrong"                     },
        {"25h-26h",                      "wrong"                     },
        {"24h-26h",                      "wrong"                     },
        {"8h60-9h",                      "wrong"                     },
        {"8h-",                          "wrong"                     },
        {"8h-9h-10h",                    "wrong"                     },
        {"le matin",                     "wrong"                     },
        {"1-2,2-3,3-4,4-5,5-6",          "wrong"                     },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct opening_day day;
        char read[100] = "wrong";
        if (opening_read_hours(CASES[i].text, &day)) {
            read[0] = '\0';
            for (int s = 0; s < day.count; s++) {
                size_t length = strlen(read);
                snprintf(read + length, sizeof read - length, "%s%d-%d",
                         s > 0 ? " " : "", day.spans[s].open,
                         day.spans[s].close);
            }
        }
        if (strcmp(read, CASES[i].wanted) != 0) {
            fail_msg("'%s' is %s, not %s", CASES[i].text, read,
                     CASES[i].wanted);
        }
    }
}

static void days_are_read_as_people_write_them(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        unsigned days; // Monday is the last bit
    } CASES[] = {
        {"lundi",                0x01},
        {"Dimanche",             0x40},
        {"mar-sam",              0x3E},
        {"du lundi au vendredi", 0x1F},
        {"samedi et dimanche",   0x60},
        {"week-end",             0x60},
        {"vendredi-lundi",       0x71},
        {"lundi, mercredi, ven", 0x15},
        {"tous les jours",       0x7F},
        {"monday to thursday",   0x0F},
        {"dimecres",             0x04},
        {"miércoles",           0x04},
        {"férié",              0   },
        {"lundi-",               0   },
        {"",                     0   },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        unsigned days = opening_read_days(CASES[i].text);
        if (days != CASES[i].days) {
            fail_msg("'%s' is %x, not %x", CASES[i].text, days, CASES[i].days);
        }
    }
}

// The settings with those hours.
static struct settings *settings_with(const char *hours, size_t *faults)
{
    char *folder = folder_make();
    folder_write(folder, "screen.yaml", hours);
    char *path = path_join(folder, "screen.yaml");
    struct diag_list *diags = diag_list_new();
    struct settings *settings = settings_load(path, NULL, diags);
    *faults = diag_count(diags, FAULT_WARNING) + diag_count(diags, FAULT_ERROR);
    diag_list_free(diags);
    free(path);
    folder_remove(folder);
    return settings;
}

static const char CAFE[] = "horaires:\n"
                           "  lundi: fermé\n"
                           "  mardi-jeudi: 9h-12h et 14h-23h\n"
                           "  ven-sam: 18h-2h\n"
                           "  dimanche: 10h-18h\n";

// In Paris; 2026-03-29 and 2026-10-25 are the Sundays when clocks change.
static void the_screen_is_lit_in_opening_hours(void **state)
{
    (void)state;
    static const struct {
        const char *hours, *now;
        bool lit;
        const char *next; // "-": never
    } CASES[] = {
        {"venue: A",               "2026-01-20T03:00", true,  "-"               },
        {"hours: 08:00-23:00",     "2026-01-20T07:59", false, "2026-01-20T08:00"},
        {"hours: 08:00-23:00",     "2026-01-20T08:00", true,  "2026-01-20T23:00"},
        {"hours: 08:00-23:00",     "2026-01-20T23:00", false, "2026-01-21T08:00"},
        {"hours: 18h-2h",          "2026-01-20T01:59", true,  "2026-01-20T02:00"},
        {"hours: 18h-2h",          "2026-01-20T02:00", false, "2026-01-20T18:00"},
        {"hours: 0h-24h",          "2026-01-20T12:00", true,  "-"               },
        {"hours: fermé",          "2026-01-20T12:00", false, "-"               },
 // Touching spans are one.
        {"hours: 8h-12h, 12h-20h", "2026-01-20T09:00", true,
         "2026-01-20T20:00"                                                     },
        {CAFE,                     "2026-01-19T12:00", false, "2026-01-20T09:00"},
        {CAFE,                     "2026-01-20T12:30", false, "2026-01-20T14:00"},
        {CAFE,                     "2026-01-24T01:00", true,  "2026-01-24T02:00"},
        {CAFE,                     "2026-01-25T01:59", true,  "2026-01-25T02:00"},
        {CAFE,                     "2026-01-25T18:00", false, "2026-01-27T09:00"},
 // 02:00 to 03:00 is not there; the night lasts until then.
        {"hours: 20h-2h30",        "2026-03-29T01:59", true,  "2026-03-29T03:30"},
        {"hours: 3h-4h",           "2026-03-29T01:59", false, "2026-03-29T03:00"},
 // 02:00 to 03:00 comes twice; the first one counts.
        {"hours: 20h-2h30",        "2026-10-25T01:59", true,  "2026-10-25T02:30"},
    };
    struct zone zone;
    assert_true(zone_find("Europe/Paris", &zone));
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        size_t faults = 0;
        struct settings *settings = settings_with(CASES[i].hours, &faults);
        struct moment now;
        assert_true(moment_parse(CASES[i].now, &now));
        int64_t instant = zone_instant(&zone, now);
        bool lit = opening_is_lit(&settings->opening, &zone, instant);
        int64_t change =
            opening_next_change(&settings->opening, &zone, instant);
        char next[24] = "-";
        if (change != INT64_MAX) {
            moment_format(zone_moment(&zone, change), next);
        }
        if (faults != 0 || lit != CASES[i].lit ||
            strcmp(next, CASES[i].next) != 0) {
            fail_msg("case %zu at %s: %zu faults, lit %d, next %s", i,
                     CASES[i].now, faults, lit, next);
        }
        settings_free(settings);
    }
}

static void what_cannot_be_read_is_said_and_leaves_the_screen_lit(void **state)
{
    (void)state;
    static const char *const WRONG[] = {
        "hours: le matin\n",
        "hours: {lundi: 8h}\n",
        "hours: {jours fériés: 8h-9h}\n",
        "hours: [8h-9h]\n",
    };
    struct zone zone;
    assert_true(zone_find("Europe/Paris", &zone));
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        size_t faults = 0;
        struct settings *settings = settings_with(WRONG[i], &faults);
        assert_int_equal(faults, 1);
        for (int64_t hour = 0; hour < 7 * 24; hour++) {
            assert_true(opening_is_lit(&settings->opening, &zone,
                                       1768647600 + hour * 3600));
        }
        settings_free(settings);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hours_are_read_as_people_write_them),
        cmocka_unit_test(days_are_read_as_people_write_them),
        cmocka_unit_test(the_screen_is_lit_in_opening_hours),
        cmocka_unit_test(what_cannot_be_read_is_said_and_leaves_the_screen_lit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
