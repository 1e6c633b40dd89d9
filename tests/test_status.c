// SPDX-License-Identifier: MIT
#include <stdbool.h>

#include "language/status.h"
#include "support/test.h"

static void assert_status(const char *text, const char *name)
{
    enum status status = STATUS_COUNT;
    if (!status_read(text, &status)) {
        print_error("'%s' is no status\n", text);
        fail();
    }
    assert_string_equal(status_name(status), name);
}

static void names_are_read_in_five_languages(void **state)
{
    (void)state;
    static const struct {
        const char *text, *name;
    } ROWS[] = {
        {"confirmé",             "confirmed"   },
        {"maintenue",             "confirmed"   },
        {"à valider",            "tentative"   },
        {"à confirmer",          "tentative"   },
        {"sous réserve",         "tentative"   },
        {"provisoire",            "tentative"   },
        {"De confirmar",          "tentative"   },
        {"To be confirmed",       "tentative"   },
        {"Por confirmar",         "tentative"   },
        {"Per confirmar",         "tentative"   },
        {"annulé",               "cancelled"   },
        {"ANNULÉE",              "cancelled"   },
        {"annule",                "cancelled"   },
        {"Anullat",               "cancelled"   },
        {"Cancelled",             "cancelled"   },
        {"Cancelado",             "cancelled"   },
        {"Cancel·lat",           "cancelled"   },
        {"reporté",              "postponed"   },
        {"Remandat",              "postponed"   },
        {"Postponed",             "postponed"   },
        {"Pospuesto",             "postponed"   },
        {"Ajornat",               "postponed"   },
        {"déplacé",             "rescheduled" },
        {"reprogrammée",         "rescheduled" },
        {"nouvelle date",         "rescheduled" },
        {"Tornat planificar",     "rescheduled" },
        {"complet",               "full"        },
        {"complète",             "full"        },
        {"complèt",              "full"        },
        {"Fully booked",          "full"        },
        {"Completo",              "full"        },
        {"passe en visio",        "moved_online"},
        {"Déplacé en ligne",    "moved_online"},
        {"moved online",          "moved_online"},
        {"moved_online",          "moved_online"},
        {"Passa a ser en línia", "moved_online"},
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        assert_status(ROWS[i].text, ROWS[i].name);
    }
}

static void every_canonical_name_is_read(void **state)
{
    (void)state;
    for (int i = 0; i < STATUS_COUNT; i++) {
        const char *name = status_name((enum status)i);
        assert_status(name, name);
    }
}

static void signs_around_a_status_change_nothing(void **state)
{
    (void)state;
    assert_status("(annulé)", "cancelled");
    assert_status(" Complet\u202F! ", "full");
    assert_status("à\u00A0valider.", "tentative");
    assert_status("re\u0301porte\u0301", "postponed");
}

static void the_whole_text_must_be_the_status(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {
        "",        " ",           "?",         "complètement", "annulé hier",
        "presque", "non annulée", "complet à", "\xFF",
    };
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        enum status status = STATUS_FULL;
        assert_false(status_read(TEXTS[i], &status));
        assert_int_equal(status, STATUS_FULL);
    }
}

static void the_longest_status_is_matched(void **state)
{
    (void)state;
    enum status status = STATUS_COUNT;
    assert_int_equal(status_match("deplace en ligne le 5", &status),
                     sizeof "deplace en ligne" - 1);
    assert_int_equal(status, STATUS_MOVED_ONLINE);
    assert_int_equal(status_match("deplace ensuite", &status),
                     sizeof "deplace" - 1);
    assert_int_equal(status, STATUS_RESCHEDULED);
    assert_int_equal(status_match("completement", &status), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_read_in_five_languages),
        cmocka_unit_test(every_canonical_name_is_read),
        cmocka_unit_test(signs_around_a_status_change_nothing),
        cmocka_unit_test(the_whole_text_must_be_the_status),
        cmocka_unit_test(the_longest_status_is_matched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
