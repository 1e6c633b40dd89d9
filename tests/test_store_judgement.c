// SPDX-License-Identifier: MIT
// Which programmes take the current one's place.
#include "support/programmes.h"

#include "language/language.h"
#include "programme/programme.h"
#include "store/judgement.h"
#include "store/manifest.h"

static const struct manifest CURRENT = {
    .updated = {2026, 1, 5}
};
static const struct manifest UNDATED = {.event_count = 1};

#define TWO_EVENTS                                                             \
    "evenements:\n"                                                            \
    "  - {date: 20 janvier 2026, titre: A}\n"                                  \
    "  - {date: 21 janvier 2026, titre: B}\n"

static const struct {
    const char *yaml;
    enum decision without_current, with_current;
} ROWS[] = {
    {TWO_EVENTS,                                              DECISION_TAKEN,         DECISION_TAKEN        },
    {"maj: 2026-01-05\n" TWO_EVENTS,                          DECISION_TAKEN,         DECISION_TAKEN        },
    {"maj: 2026-01-06\n" TWO_EVENTS,                          DECISION_TAKEN,         DECISION_TAKEN        },
    {"maj: 2026-01-04\n" TWO_EVENTS,                          DECISION_TAKEN,         DECISION_OLDER        },
    {"affiche: none.jpg\n" TWO_EVENTS,                        DECISION_TAKEN,         DECISION_TAKEN        },
    {TWO_EVENTS "  - {date: 30 février 2026, titre: C}\n",
     DECISION_TAKEN_IN_PART,                                                          DECISION_TAKEN_IN_PART},
    {"evenements:\n  - {date: 30 février 2026, titre: C}\n",
     DECISION_UNREADABLE,                                                             DECISION_UNREADABLE   },
    {"titre: A\n",                                            DECISION_EMPTY,         DECISION_EMPTY        },
    {"titre: A\npages:\n  - {titre: B, texte: C}\n",          DECISION_TAKEN,
     DECISION_TAKEN                                                                                         },
    {"",                                                      DECISION_UNREADABLE,    DECISION_UNREADABLE   },
 // What stands in front of the fault is better than nothing, not better
  // than the programme before.
    {TWO_EVENTS "  - *nothing\n",                             DECISION_TAKEN_IN_PART, DECISION_UNREADABLE   },
    {TWO_EVENTS "  - {date: 22 janvier 2026, titre: \"C",     DECISION_TAKEN,
     DECISION_HALF_COPIED                                                                                   },
};

static void every_row_is_judged_as_it_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        struct sample sample = sample_of(ROWS[i].yaml);
        enum decision without =
            judgement_of(sample.programme, sample.diags, NULL);
        enum decision with =
            judgement_of(sample.programme, sample.diags, &CURRENT);
        // In part or not is the reader's business where a file is broken.
        bool taken = without <= DECISION_TAKEN_IN_PART &&
                     ROWS[i].without_current <= DECISION_TAKEN_IN_PART &&
                     ROWS[i].with_current > DECISION_TAKEN_IN_PART;
        if (!taken) {
            assert_string_equal(decision_name(without),
                                decision_name(ROWS[i].without_current));
        }
        assert_string_equal(decision_name(with),
                            decision_name(ROWS[i].with_current));
        sample_release(&sample);
    }
}

static void without_two_dates_nothing_is_older(void **state)
{
    (void)state;
    struct sample sample = sample_of("maj: 2020-01-01\n" TWO_EVENTS);
    assert_int_equal(judgement_of(sample.programme, sample.diags, &UNDATED),
                     DECISION_TAKEN);
    sample_release(&sample);
}

static void a_folder_without_a_programme_is_none(void **state)
{
    (void)state;
    struct sample sample = sample_in(folder_make());
    assert_int_equal(judgement_of(sample.programme, sample.diags, &CURRENT),
                     DECISION_NO_PROGRAMME);
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_judged_as_it_says),
        cmocka_unit_test(without_two_dates_nothing_is_older),
        cmocka_unit_test(a_folder_without_a_programme_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
