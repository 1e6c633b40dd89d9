// SPDX-License-Identifier: MIT
#include "programme/chip.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/text_buffer.h"
#include "programme/agenda.h"
#include "support/programmes.h"
#include "support/test.h"

// At a moment, the words of the chip.
struct row {
    const char *now, *chip;
};

static char *chip_at(const struct sample *sample, const char *language,
                     const struct now *now)
{
    struct chip chip = chip_of(&sample->programme->events[0], now);
    struct phrasing phrasing = phrasing_in(sample, language, now);
    struct text_buffer out = {0};
    text_buffer_add(&out, "");
    chip_phrase(&chip, &phrasing, &out);
    return text_buffer_take(&out);
}

static void check(const char *event, const struct row *rows, size_t count)
{
    struct text_buffer line = {0};
    text_buffer_printf(&line, "titre: T, %s", event);
    struct sample sample = sample_of_events(text_buffer_text(&line));
    assert_int_equal(sample.programme->event_count, 1);
    for (size_t i = 0; i < count; i++) {
        struct now now = now_at(&sample, rows[i].now);
        char *chip = chip_at(&sample, "fr", &now);
        if (strcmp(chip, rows[i].chip) != 0) {
            fail_msg("at %s the chip of '%s' is '%s', not '%s'", rows[i].now,
                     event, chip, rows[i].chip);
        }
        free(chip);
    }
    text_buffer_release(&line);
    sample_release(&sample);
}

static void chip_counts_the_days_down(void **state)
{
    (void)state;
    static const struct row TUESDAY_EVENING[] = {
        {"2026-01-06T12:00", ""                    }, // 14 days
        {"2026-01-07T12:00", ""                    }, // 13 days, but not next week
        {"2026-01-11T23:59", ""                    },
        {"2026-01-12T00:00", "la semaine prochaine"}, // 8 days
        {"2026-01-13T23:59", "la semaine prochaine"}, // 7 days
        {"2026-01-14T00:00", "dans 6 jours"        },
        {"2026-01-15T12:00", "dans 5 jours"        },
        {"2026-01-17T12:00", "dans 3 jours"        },
        {"2026-01-18T00:00", "après-demain"       },
        {"2026-01-18T23:59", "après-demain"       },
        {"2026-01-19T00:00", "demain"              },
        {"2026-01-19T23:59", "demain"              },
        {"2026-01-20T00:00", "ce soir"             },
        {"2026-01-20T17:29", "ce soir"             },
    };
    check("date: 20 janvier 18h30-20h30", TUESDAY_EVENING,
          COUNT(TUESDAY_EVENING));
}

static void chip_says_next_week_up_to_thirteen_days_before(void **state)
{
    (void)state;
    static const struct row FOR_SUNDAY[] = {
        {"2026-01-11T23:59", ""                    }, // Sunday: 14 days
        {"2026-01-12T00:00", "la semaine prochaine"}, // Monday: 13 days
        {"2026-01-18T23:59", "la semaine prochaine"}, // Sunday: 7 days
        {"2026-01-19T00:00", "dans 6 jours"        },
    };
    check("date: 25 janvier 15h", FOR_SUNDAY, COUNT(FOR_SUNDAY));
    static const struct row NEW_YEAR_S_DAY[] = {
        {"2026-12-20T12:00", ""                    }, // 12 days, week 51
        {"2026-12-21T12:00", "la semaine prochaine"}, // week 52, before 53
        {"2026-12-26T12:00", "dans 6 jours"        },
    };
    check("date: 1er janvier 2027", NEW_YEAR_S_DAY, COUNT(NEW_YEAR_S_DAY));
    static const struct row OVER_NEW_YEAR[] = {
        {"2026-12-28T12:00", "la semaine prochaine"}, // week 53 to week 1
        {"2027-01-01T12:00", "dans 6 jours"        },
    };
    check("date: 7 janvier 2027", OVER_NEW_YEAR, COUNT(OVER_NEW_YEAR));
}

static void chip_counts_the_last_hour_in_steps_of_five_minutes(void **state)
{
    (void)state;
    static const struct row ROWS[] = {
        {"2026-01-20T17:29", "ce soir"                          },
        {"2026-01-20T17:30", "dans 60\u00A0min"                 },
        {"2026-01-20T17:34", "dans 60\u00A0min"                 },
        {"2026-01-20T17:35", "dans 55\u00A0min"                 },
        {"2026-01-20T17:55", "dans 35\u00A0min"                 },
        {"2026-01-20T18:24", "dans 10\u00A0min"                 },
        {"2026-01-20T18:25", "dans 5\u00A0min"                  },
        {"2026-01-20T18:29", "dans 5\u00A0min"                  },
        {"2026-01-20T18:30", "en ce moment – jusqu’à 20h30"},
        {"2026-01-20T20:29", "en ce moment – jusqu’à 20h30"},
    };
    check("date: 20 janvier 18h30-20h30", ROWS, COUNT(ROWS));
    static const struct row ODD_MINUTES[] = {
        {"2026-01-20T17:31", "ce soir"         },
        {"2026-01-20T17:32", "dans 60\u00A0min"},
        {"2026-01-20T17:37", "dans 55\u00A0min"},
        {"2026-01-20T18:31", "dans 5\u00A0min" },
    };
    check("date: 20 janvier 18h32", ODD_MINUTES, COUNT(ODD_MINUTES));
    static const struct row AFTER_MIDNIGHT[] = {
        {"2026-01-19T23:09", "demain"          },
        {"2026-01-19T23:10", "dans 60\u00A0min"},
        {"2026-01-19T23:59", "dans 15\u00A0min"},
        {"2026-01-20T00:05", "dans 5\u00A0min" },
    };
    check("date: 20 janvier 0h10", AFTER_MIDNIGHT, COUNT(AFTER_MIDNIGHT));
}

static void chip_counts_seconds_as_part_of_a_minute(void **state)
{
    (void)state;
    struct sample sample = sample_of_events("titre: T, date: 20 janvier 18h30");
    int64_t begins = sample.programme->events[0].begins;
    static const struct {
        int before;
        const char *chip;
    } ROWS[] = {
        {3601, "ce soir"         },
        {3600, "dans 60\u00A0min"},
        {3301, "dans 60\u00A0min"},
        {3300, "dans 55\u00A0min"},
        {301,  "dans 10\u00A0min"},
        {300,  "dans 5\u00A0min" },
        {1,    "dans 5\u00A0min" },
        {0,    "en ce moment"    },
    };
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        struct now now = now_of_instant(&sample, begins - ROWS[i].before);
        char *chip = chip_at(&sample, "fr", &now);
        assert_string_equal(chip, ROWS[i].chip);
        free(chip);
    }
    sample_release(&sample);
}

static void chip_names_the_part_of_the_day(void **state)
{
    (void)state;
    static const struct row AT_DAWN[] = {
        {"2026-01-20T06:00", "ce matin"},
    };
    static const struct row AFTERNOON[] = {
        {"2026-01-20T06:00", "cet après-midi"},
    };
    static const struct row TONIGHT[] = {
        {"2026-01-20T06:00", "ce soir"},
    };
    static const struct row TODAY[] = {
        {"2026-01-20T00:00", "aujourd’hui"},
        {"2026-01-20T23:59", "aujourd’hui"},
    };
    check("date: 20 janvier 11h59", AT_DAWN, 1);
    check("date: 20 janvier 12h", AFTERNOON, 1);
    check("date: 20 janvier 17h59", AFTERNOON, 1);
    check("date: 20 janvier 18h", TONIGHT, 1);
    check("date: 20 janvier", TODAY, COUNT(TODAY));
    check("date: 20 janvier (heure à venir)", TODAY, COUNT(TODAY));
}

static void chip_of_what_is_under_way_says_until_when(void **state)
{
    (void)state;
    static const struct row NO_END[] = {
        {"2026-01-20T18:30", "en ce moment"},
        {"2026-01-20T20:29", "en ce moment"},
    };
    check("date: 20 janvier 18h30", NO_END, COUNT(NO_END));
    static const struct row PAST_MIDNIGHT[] = {
        {"2026-07-14T19:59", "dans 5\u00A0min"               },
        {"2026-07-14T20:00", "en ce moment – jusqu’à 1h"},
        {"2026-07-15T00:59", "en ce moment – jusqu’à 1h"},
    };
    check("date: 14 juillet 20h-1h", PAST_MIDNIGHT, COUNT(PAST_MIDNIGHT));
    static const struct row END_ALONE[] = {
        {"2026-05-02T23:30", "demain"                         }, // nobody knows when it begins
        {"2026-05-03T00:00", "en ce moment – jusqu’à 22h"},
        {"2026-05-03T21:59", "en ce moment – jusqu’à 22h"},
    };
    check("date: jusqu'à 22h le 3 mai", END_ALONE, COUNT(END_ALONE));
}

static void chip_of_several_days_says_which_one_it_is(void **state)
{
    (void)state;
    static const struct row WHOLE_DAYS[] = {
        {"2026-11-13T12:00", "après-demain"},
        {"2026-11-14T23:30", "demain"       },
        {"2026-11-15T00:00", "jour 1 sur 3" },
        {"2026-11-16T12:00", "jour 2 sur 3" },
        {"2026-11-17T23:59", "jour 3 sur 3" },
    };
    check("date: du 15 au 17 novembre", WHOLE_DAYS, COUNT(WHOLE_DAYS));
    static const struct row DAILY_HOURS[] = {
        {"2026-11-15T09:00", "cet après-midi" },
        {"2026-11-15T13:30", "dans 30\u00A0min"},
        {"2026-11-15T14:00", "jour 1 sur 2"    },
        {"2026-11-16T03:00", "jour 2 sur 2"    },
        {"2026-11-16T17:59", "jour 2 sur 2"    },
    };
    check("date: du 15 au 16 novembre, heure: 14h-18h", DAILY_HOURS,
          COUNT(DAILY_HOURS));
    static const struct row LATE_HOURS[] = {
        {"2026-11-17T00:30", "jour 2 sur 2"}, // still the second night
    };
    check("date: du 15 au 16 novembre, heure: 20h-1h", LATE_HOURS, 1);
    static const struct row OVER_NEW_YEAR[] = {
        {"2027-01-01T12:00", "jour 5 sur 7"},
    };
    check("date: du 28 décembre au 3 janvier", OVER_NEW_YEAR, 1);
}

static void chip_of_a_week_says_this_or_next_week(void **state)
{
    (void)state;
    static const struct row WEEK[] = {
        {"2026-04-05T23:59", ""                    },
        {"2026-04-06T00:00", "la semaine prochaine"},
        {"2026-04-12T23:59", "la semaine prochaine"},
        {"2026-04-13T00:00", "cette semaine"       },
        {"2026-04-19T23:59", "cette semaine"       },
    };
    check("date: 2026-W16", WEEK, COUNT(WEEK));
    static const struct row MONTH[] = {
        {"2026-03-31T12:00", ""},
        {"2026-04-15T12:00", ""},
    };
    check("date: avril 2026", MONTH, COUNT(MONTH));
}

static void chip_does_not_count_down_to_a_last_day(void **state)
{
    (void)state;
    static const struct row ROWS[] = {
        {"2026-11-30T12:00", ""             },
        {"2026-12-01T23:30", ""             },
        {"2026-12-02T12:00", "aujourd’hui"},
    };
    check("date: jusqu'au 2 décembre", ROWS, COUNT(ROWS));
}

static void chip_is_right_in_the_nights_the_clocks_change(void **state)
{
    (void)state;
    static const struct row SPRING[] = {
        {"2026-03-28T23:30", "demain"                        },
        {"2026-03-29T00:00", "ce matin"                      },
        {"2026-03-29T01:29", "ce matin"                      },
        {"2026-03-29T01:30", "dans 60\u00A0min"              }, // 03:30 is an hour later
        {"2026-03-29T03:00", "dans 30\u00A0min"              },
        {"2026-03-29T03:30", "en ce moment – jusqu’à 5h"},
    };
    check("date: 29 mars 3h30-5h", SPRING, COUNT(SPRING));
    static const struct row AUTUMN[] = {
        {"2026-10-25T01:59", "ce matin"                      },
        {"2026-10-25T03:00", "dans 30\u00A0min"              },
        {"2026-10-25T03:30", "en ce moment – jusqu’à 5h"},
    };
    check("date: 25 octobre 3h30-5h", AUTUMN, COUNT(AUTUMN));
    static const struct row DAYS[] = {
        {"2026-03-27T23:59", "dans 3 jours" },
        {"2026-03-28T00:00", "après-demain"},
        {"2026-03-29T00:00", "demain"       },
        {"2026-03-29T23:59", "demain"       },
        {"2026-03-30T00:00", "ce soir"      },
    };
    check("date: 30 mars 20h", DAYS, COUNT(DAYS));
}

static void chip_waits_for_the_second_of_two_equal_hours(void **state)
{
    (void)state;
    // At 02:30 in October the clock is an hour from 02:30.
    struct sample sample = sample_of_events("titre: T, date: 25 octobre 3h15");
    int64_t begins = sample.programme->events[0].begins;
    struct now now = now_of_instant(&sample, begins - 105 * 60);
    assert_int_equal(now.local.minute, 150);
    char *chip = chip_at(&sample, "fr", &now);
    assert_string_equal(chip, "ce matin");
    free(chip);
    now = now_of_instant(&sample, begins - 45 * 60);
    assert_int_equal(now.local.minute, 150);
    chip = chip_at(&sample, "fr", &now);
    assert_string_equal(chip, "dans 45\u00A0min");
    free(chip);
    sample_release(&sample);
}

static void nothing_is_said_of_what_does_not_take_place(void **state)
{
    (void)state;
    static const struct row NOTHING[] = {
        {"2026-01-17T12:00", ""},
        {"2026-01-20T12:00", ""},
        {"2026-01-20T19:00", ""},
    };
    check("date: 20 janvier 18h30-20h30, statut: annulé", NOTHING,
          COUNT(NOTHING));
    check("date: 20 janvier 18h30-20h30, statut: reporté", NOTHING,
          COUNT(NOTHING));
    check("date: à venir", NOTHING, COUNT(NOTHING));
    static const struct row AS_ANY_OTHER[] = {
        {"2026-01-17T12:00", "dans 3 jours"},
    };
    check("date: 20 janvier 18h30, statut: complet", AS_ANY_OTHER, 1);
    check("date: 20 janvier 18h30, statut: à valider", AS_ANY_OTHER, 1);
}

static void doubtful_clock_says_nothing(void **state)
{
    (void)state;
    struct sample sample = sample_of_events("titre: T, date: 20 janvier 18h30");
    struct now now = now_at(&sample, "2026-01-20T18:00");
    now.trusted = false;
    char *chip = chip_at(&sample, "fr", &now);
    assert_string_equal(chip, "");
    free(chip);
    sample_release(&sample);
}

static void chip_is_told_in_every_language(void **state)
{
    (void)state;
    static const struct {
        const char *language, *days, *tonight, *until;
    } ROWS[] = {
        {"fr", "dans 3 jours",       "ce soir",       "en ce moment – jusqu’à 20h30"},
        {"oc", "d’aquí 3 jorns",  "aqueste ser",   "ara – fins a 20h30"             },
        {"en", "in 3 days",          "tonight",       "now – until 20:30"              },
        {"es", "dentro de 3 días",  "esta noche",    "ahora – hasta las 20:30"        },
        {"ca", "d’aquí a 3 dies", "aquest vespre", "ara – fins a les 20:30"         },
    };
    struct sample sample =
        sample_of_events("titre: T, date: 20 janvier 18h30-20h30");
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        const char *expected[] = {ROWS[i].days, ROWS[i].tonight, ROWS[i].until};
        static const char *const MOMENTS[] = {
            "2026-01-17T12:00", "2026-01-20T12:00", "2026-01-20T19:00"};
        for (size_t k = 0; k < COUNT(MOMENTS); k++) {
            struct now now = now_at(&sample, MOMENTS[k]);
            char *chip = chip_at(&sample, ROWS[i].language, &now);
            assert_string_equal(chip, expected[k]);
            free(chip);
        }
    }
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chip_counts_the_days_down),
        cmocka_unit_test(chip_says_next_week_up_to_thirteen_days_before),
        cmocka_unit_test(chip_counts_the_last_hour_in_steps_of_five_minutes),
        cmocka_unit_test(chip_counts_seconds_as_part_of_a_minute),
        cmocka_unit_test(chip_names_the_part_of_the_day),
        cmocka_unit_test(chip_of_what_is_under_way_says_until_when),
        cmocka_unit_test(chip_of_several_days_says_which_one_it_is),
        cmocka_unit_test(chip_of_a_week_says_this_or_next_week),
        cmocka_unit_test(chip_does_not_count_down_to_a_last_day),
        cmocka_unit_test(chip_is_right_in_the_nights_the_clocks_change),
        cmocka_unit_test(chip_waits_for_the_second_of_two_equal_hours),
        cmocka_unit_test(nothing_is_said_of_what_does_not_take_place),
        cmocka_unit_test(doubtful_clock_says_nothing),
        cmocka_unit_test(chip_is_told_in_every_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
