// SPDX-License-Identifier: MIT
// One event at a time through all its phases, as the program tells them.
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "support/report.h"
#include "support/test.h"

// At a moment, the phase and the chip; "past": it is not among the
// upcoming ones.
struct step {
    const char *now, *phase, *chip;
};

#define MIN "\u00A0min"

static void check_step(const char *folder, const struct step *step)
{
    char *words = xasprintf("--all --now %s", step->now);
    struct json_object *report = report_run(folder, words);
    struct json_object *event = report_event(report, "T");
    assert_non_null(event);
    if (strcmp(report_text(event, "phase"), step->phase) != 0 ||
        strcmp(report_text(event, "chip"), step->chip) != 0) {
        fail_msg("at %s it is %s '%s', not %s '%s'", step->now,
                 report_text(event, "phase"), report_text(event, "chip"),
                 step->phase, step->chip);
    }
    json_object_put(report);
    free(words);
    // Among the upcoming ones unless it is past.
    words = xasprintf("--now %s", step->now);
    report = report_run(folder, words);
    assert_int_equal(report_event(report, "T") == NULL,
                     strcmp(step->phase, "past") == 0);
    json_object_put(report);
    free(words);
}

static void walk(const char *fields, const struct step *steps, size_t count)
{
    char *folder = folder_make();
    char *yaml =
        xasprintf("annee: 2026\nevenements:\n  - {titre: T, %s}\n", fields);
    folder_write(folder, "programme.yaml", yaml);
    for (size_t i = 0; i < count; i++) {
        check_step(folder, &steps[i]);
    }
    free(yaml);
    folder_remove(folder);
}

static void event_goes_through_all_its_phases(void **state)
{
    (void)state;
    static const struct step STEPS[] = {
        {"2025-12-31T18:30", "upcoming", "-"                                },
        {"2026-01-06T23:59", "upcoming", "-"                                },
        {"2026-01-11T23:59", "upcoming", "-"                                },
        {"2026-01-12T00:00", "upcoming", "la semaine prochaine"             },
        {"2026-01-13T23:59", "upcoming", "la semaine prochaine"             },
        {"2026-01-14T00:00", "upcoming", "dans 6 jours"                     },
        {"2026-01-17T12:00", "upcoming", "dans 3 jours"                     },
        {"2026-01-18T00:00", "upcoming", "après-demain"                    },
        {"2026-01-19T00:00", "upcoming", "demain"                           },
        {"2026-01-20T00:00", "upcoming", "ce soir"                          },
        {"2026-01-20T17:29", "upcoming", "ce soir"                          },
        {"2026-01-20T17:30", "upcoming", "dans 60" MIN                      },
        {"2026-01-20T17:55", "upcoming", "dans 35" MIN                      },
        {"2026-01-20T18:29", "upcoming", "dans 5" MIN                       },
        {"2026-01-20T18:30", "ongoing",  "en ce moment – jusqu’à 20h30"},
        {"2026-01-20T20:29", "ongoing",  "en ce moment – jusqu’à 20h30"},
        {"2026-01-20T20:30", "past",     "-"                                },
        {"2026-02-20T12:00", "past",     "-"                                },
    };
    walk("date: 20 janvier 18h30-20h30", STEPS, COUNT(STEPS));
}

static void event_past_midnight_belongs_to_the_evening(void **state)
{
    (void)state;
    static const struct step STEPS[] = {
        {"2026-07-13T23:59", "upcoming", "demain"                        },
        {"2026-07-14T12:00", "upcoming", "ce soir"                       },
        {"2026-07-14T19:30", "upcoming", "dans 30" MIN                   },
        {"2026-07-14T20:00", "ongoing",  "en ce moment – jusqu’à 1h"},
        {"2026-07-14T23:59", "ongoing",  "en ce moment – jusqu’à 1h"},
        {"2026-07-15T00:00", "ongoing",  "en ce moment – jusqu’à 1h"},
        {"2026-07-15T00:59", "ongoing",  "en ce moment – jusqu’à 1h"},
        {"2026-07-15T01:00", "past",     "-"                             },
    };
    walk("date: 14 juillet 20h-1h", STEPS, COUNT(STEPS));
}

static void event_lasts_through_the_night_the_clocks_go_forward(void **state)
{
    (void)state;
    static const struct step STEPS[] = {
        {"2026-03-27T12:00", "upcoming", "demain"                        },
        {"2026-03-28T19:59", "upcoming", "ce soir"                       },
        {"2026-03-28T22:00", "ongoing",  "en ce moment – jusqu’à 4h"},
        {"2026-03-29T01:59", "ongoing",  "en ce moment – jusqu’à 4h"},
        {"2026-03-29T03:00", "ongoing",  "en ce moment – jusqu’à 4h"},
        {"2026-03-29T03:59", "ongoing",  "en ce moment – jusqu’à 4h"},
        {"2026-03-29T04:00", "past",     "-"                             },
    };
    walk("date: 28 mars 22h-4h", STEPS, COUNT(STEPS));
    static const struct step NEXT_DAY[] = {
        {"2026-03-28T23:59", "upcoming", "demain"      },
        {"2026-03-29T00:00", "upcoming", "ce matin"    },
        {"2026-03-29T01:29", "upcoming", "ce matin"    },
        {"2026-03-29T01:30", "upcoming", "dans 60" MIN }, // to 03:30
        {"2026-03-29T03:00", "upcoming", "dans 30" MIN },
        {"2026-03-29T03:30", "ongoing",  "en ce moment"},
        {"2026-03-29T05:30", "past",     "-"           },
    };
    walk("date: 29 mars 3h30", NEXT_DAY, COUNT(NEXT_DAY));
}

static void event_lasts_through_the_night_the_clocks_go_back(void **state)
{
    (void)state;
    static const struct step STEPS[] = {
        {"2026-10-24T22:00", "ongoing", "en ce moment – jusqu’à 4h"},
        {"2026-10-25T01:59", "ongoing", "en ce moment – jusqu’à 4h"},
        {"2026-10-25T02:30", "ongoing", "en ce moment – jusqu’à 4h"},
        {"2026-10-25T03:30", "ongoing", "en ce moment – jusqu’à 4h"},
        {"2026-10-25T03:59", "ongoing", "en ce moment – jusqu’à 4h"},
        {"2026-10-25T04:00", "past",    "-"                             },
    };
    walk("date: 24 octobre 22h-4h", STEPS, COUNT(STEPS));
    static const struct step WHOLE_DAY[] = {
        {"2026-10-24T23:59", "upcoming", "demain"       },
        {"2026-10-25T00:00", "upcoming", "aujourd’hui"},
        {"2026-10-25T23:59", "upcoming", "aujourd’hui"},
        {"2026-10-26T00:00", "past",     "-"            },
    };
    walk("date: 25 octobre", WHOLE_DAY, COUNT(WHOLE_DAY));
}

static void event_of_several_days_counts_them(void **state)
{
    (void)state;
    static const struct step STEPS[] = {
        {"2026-11-14T12:00", "upcoming", "demain"      },
        {"2026-11-15T00:00", "ongoing",  "jour 1 sur 3"},
        {"2026-11-16T12:00", "ongoing",  "jour 2 sur 3"},
        {"2026-11-17T23:59", "ongoing",  "jour 3 sur 3"},
        {"2026-11-18T00:00", "past",     "-"           },
    };
    walk("date: du 15 au 17 novembre", STEPS, COUNT(STEPS));
}

static void postponed_event_then_waits_for_its_date(void **state)
{
    (void)state;
    static const struct step STEPS[] = {
        {"2026-01-19T12:00", "upcoming", "-"},
        {"2026-01-20T19:00", "ongoing",  "-"},
        {"2026-01-20T20:30", "undated",  "-"},
        {"2026-04-19T23:59", "undated",  "-"},
        {"2026-04-20T00:00", "past",     "-"},
    };
    walk("date: 20 janvier 18h30-20h30, statut: reporté", STEPS, COUNT(STEPS));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(event_goes_through_all_its_phases),
        cmocka_unit_test(event_past_midnight_belongs_to_the_evening),
        cmocka_unit_test(event_lasts_through_the_night_the_clocks_go_forward),
        cmocka_unit_test(event_lasts_through_the_night_the_clocks_go_back),
        cmocka_unit_test(event_of_several_days_counts_them),
        cmocka_unit_test(postponed_event_then_waits_for_its_date),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
