// SPDX-License-Identifier: MIT
#include "screens/clock_dial.h"

#include "support/test.h"

struct row {
    const char *from;
    enum dial_part part;
    int steps;
    const char *to;
};

static void parts_turn_round_and_round(void **state)
{
    (void)state;
    static const struct row ROWS[] = {
        {"2026-01-20T18:30", DIAL_DAY,    1,   "2026-01-21T18:30"},
        {"2026-01-31T18:30", DIAL_DAY,    1,   "2026-01-01T18:30"},
        {"2026-01-01T18:30", DIAL_DAY,    -1,  "2026-01-31T18:30"},
        {"2026-02-28T18:30", DIAL_DAY,    1,   "2026-02-01T18:30"},
        {"2028-02-28T18:30", DIAL_DAY,    1,   "2028-02-29T18:30"},
        {"2026-12-20T18:30", DIAL_MONTH,  1,   "2026-01-20T18:30"},
        {"2026-01-20T18:30", DIAL_MONTH,  -1,  "2026-12-20T18:30"},
 // A day its month has not becomes its last one.
        {"2026-01-31T18:30", DIAL_MONTH,  1,   "2026-02-28T18:30"},
        {"2028-02-29T18:30", DIAL_YEAR,   1,   "2029-02-28T18:30"},
        {"2026-01-20T23:30", DIAL_HOUR,   1,   "2026-01-20T00:30"},
        {"2026-01-20T00:30", DIAL_HOUR,   -1,  "2026-01-20T23:30"},
        {"2026-01-20T18:59", DIAL_MINUTE, 1,   "2026-01-20T18:00"},
        {"2026-01-20T18:00", DIAL_MINUTE, -1,  "2026-01-20T18:59"},
        {"2026-01-20T18:30", DIAL_MINUTE, 90,  "2026-01-20T18:00"},
        {"2026-01-20T18:30", DIAL_HOUR,   -50, "2026-01-20T16:30"},
 // A clock that lost its mind is led back.
        {"1970-01-01T00:00", DIAL_YEAR,   1,   "2025-01-01T00:00"},
        {"2099-05-05T00:00", DIAL_YEAR,   1,   "2024-05-05T00:00"},
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        struct moment moment;
        char text[24];
        assert_true(moment_parse(ROWS[i].from, &moment));
        moment_format(dial_turn(moment, ROWS[i].part, ROWS[i].steps), text);
        assert_string_equal(text, ROWS[i].to);
    }
}

static void every_part_has_its_value(void **state)
{
    (void)state;
    const struct moment moment = {
        {2026, 1, 20},
        18 * 60 + 30
    };
    static const int VALUES[DIAL_PART_COUNT] = {20, 1, 2026, 18, 30};
    for (int i = 0; i < DIAL_PART_COUNT; i++) {
        assert_int_equal(dial_value(moment, (enum dial_part)i), VALUES[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_turn_round_and_round),
        cmocka_unit_test(every_part_has_its_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
