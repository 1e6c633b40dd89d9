// SPDX-License-Identifier: MIT
#include <stdbool.h>

#include "language/language.h"
#include "language/near_word.h"
#include "support/test.h"

static void slips_in_months_and_weekdays_are_understood(void **state)
{
    static const struct {
        const char *typed, *meant; // NULL: nothing was meant
    } ROWS[] = {
        {"janvie",  "janvier" },
        {"janveir", "janvier" },
        {"Fevrer",  "février"},
        {"avrl",    "avril"   },
        {"marid",   "mardi"   },
        {"jeudy",   "jeudi"   },
        {"vendrdi", "vendredi"},
        {"genier",  "genièr" },
        {"Tuesdya", "Tuesday" },
        {"gare",    NULL      },
        {"devant",  NULL      },
        {"soir",    NULL      },
        {"ma",      NULL      },
        {"",        NULL      },
    };
    const struct languages *languages = *state;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        const char *near = near_date_word(languages, ROWS[i].typed);
        if (ROWS[i].meant == NULL) {
            assert_null(near);
            continue;
        }
        assert_non_null(near);
        assert_string_equal(near, ROWS[i].meant);
    }
}

static int load(void **state)
{
    *state = languages_new(KIOSK_ASSETS_DIR "/languages", NULL);
    return *state == NULL;
}

static int release(void **state)
{
    languages_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slips_in_months_and_weekdays_are_understood),
    };
    return cmocka_run_group_tests(tests, load, release);
}
