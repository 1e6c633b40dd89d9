// SPDX-License-Identifier: MIT
#include <stdbool.h>
#include <stdlib.h>

#include "app/mojibake.h"
#include "support/test.h"

static void damaged_letters_are_restored(void **state)
{
    (void)state;
    static const struct {
        const char *damaged, *repaired;
    } ROWS[] = {
        {"SoirÃ©e dÃ©bat",                "Soirée débat"     },
        {"Lâ€™Ã®le",                   "L’île"           },
        {"dÃ©jÃ  vu",                      "déjà vu"          },
        {"de 3 Ã  5",                        "de 3 à 5"          },
        {"Ã\u00A0 NÃ®mes",                 "à Nîmes"          },
        {"Â« Film Â»",                    "« Film »"         },
        {"lâ€¦ 5 â‚¬",                "l… 5 €"         },
        {"Å“uvre",                         "œuvre"             },
        {"ðŸŽ¬ Film",                     "🎬 Film"          },
        {"Soir√©e √† l‚Äô√Æle", "Soirée à l’île"},
        {"SoirÃƒÂ©e",                     "Soirée"            },
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        char *repaired = mojibake_repaired(ROWS[i].damaged);
        if (repaired == NULL) {
            print_error("nothing wrong was found in %s\n", ROWS[i].damaged);
            fail();
        }
        assert_string_equal(repaired, ROWS[i].repaired);
        assert_non_null(mojibake_find(ROWS[i].damaged));
        free(repaired);
    }
}

static void sound_texts_are_left_alone(void **state)
{
    (void)state;
    static const char *const SOUND[] = {
        "",
        "Film Foodcoop",
        "« LIBERTÉ» à l’été",
        "Où ça ? À Sète, à l’Île Ó",
        "São Paulo, Ångström, Čačak",
        "√2 et ≈ 3",
        "5 € l’entrée…",
        "Ελλάδα Россия 日本 🎬",
    };
    for (size_t i = 0; i < sizeof SOUND / sizeof *SOUND; i++) {
        char *repaired = mojibake_repaired(SOUND[i]);
        if (repaired != NULL) {
            print_error("%s became %s\n", SOUND[i], repaired);
            fail();
        }
        assert_null(mojibake_find(SOUND[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(damaged_letters_are_restored),
        cmocka_unit_test(sound_texts_are_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
