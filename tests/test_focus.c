// SPDX-License-Identifier: MIT
#include "screens/focus.h"

#include "support/test.h"

static const struct box SCREEN = {0, 0, 1000, 1000};

// A header of three buttons, then cards in rows of three; the last row has one:
//
//      0   1   2
//     10  11  12
//     13  14  15
//     16
static struct targets list_of_cards(void)
{
    struct targets targets = {0};
    for (int i = 0; i < 3; i++) {
        targets_add(&targets, (struct target){
                                  .id = i,
                                  .box = {600 + i * 120, 20, 100, 80},
                                  .within = SCREEN
        });
    }
    for (int i = 0; i < 7; i++) {
        targets_add(&targets,
                    (struct target){
                        .id = 10 + i,
                        .box = {20 + i % 3 * 320, 150 + i / 3 * 400, 300,  380},
                        .within = {0,                120,               1000, 880}
        });
    }
    return targets;
}

static void keys_lead_where_eyes_expect(void **state)
{
    (void)state;
    static const struct {
        int from;
        enum key key;
        int to;
    } CASES[] = {
        {10, KEY_RIGHT,    11},
        {11, KEY_RIGHT,    12},
        {12, KEY_RIGHT,    12}, // the row ends
        {10, KEY_LEFT,     10},
        {10, KEY_DOWN,     13},
        {11, KEY_DOWN,     14},
        {14, KEY_DOWN,     16}, // the nearest below, though not in its column
        {15, KEY_DOWN,     16},
        {13, KEY_DOWN,     16},
        {16, KEY_DOWN,     16}, // the end
        {16, KEY_UP,       13},
        {14, KEY_UP,       11},
        {12, KEY_UP,       0 }, // into the header, at its left edge
        {0,  KEY_LEFT,     0 },
        {0,  KEY_RIGHT,    1 },
        {2,  KEY_RIGHT,    2 }, // not down into a card
        {2,  KEY_DOWN,     12},
        {2,  KEY_NEXT,     10}, // reading order
        {10, KEY_PREVIOUS, 2 },
        {16, KEY_NEXT,     0 }, // and around
        {0,  KEY_PREVIOUS, 16},
        {16, KEY_SWITCH,   0 },
        {10, KEY_ENTER,    10}, // not of these
    };
    struct targets targets = list_of_cards();
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        int to = focus_move(&targets, CASES[i].from, CASES[i].key);
        if (to != CASES[i].to) {
            fail_msg("from %d key %d leads to %d instead of %d", CASES[i].from,
                     (int)CASES[i].key, to, CASES[i].to);
        }
    }
    targets_release(&targets);
}

static void from_nowhere_every_key_leads_to_the_first(void **state)
{
    (void)state;
    struct targets targets = list_of_cards();
    assert_int_equal(focus_move(&targets, TARGET_NONE, KEY_DOWN), 0);
    assert_int_equal(focus_move(&targets, 999, KEY_SWITCH), 0);
    targets_clear(&targets);
    assert_int_equal(focus_move(&targets, 10, KEY_DOWN), TARGET_NONE);
    targets_release(&targets);
}

static void the_arrows_reach_every_target_and_the_switch_too(void **state)
{
    (void)state;
    struct targets targets = list_of_cards();
    int at = 0;
    for (size_t i = 0; i < targets.count; i++) {
        assert_int_equal(at, targets.items[i].id);
        at = focus_move(&targets, at, KEY_SWITCH);
    }
    assert_int_equal(at, 0);
    // By the arrows alone, from the first card.
    static const enum key ARROWS[] = {KEY_UP, KEY_DOWN, KEY_LEFT, KEY_RIGHT};
    bool reached[20] = {[10] = true};
    for (int round = 0; round < 20; round++) {
        for (int id = 0; id < 20; id++) {
            for (int i = 0; reached[id] && i < 4; i++) {
                reached[focus_move(&targets, id, ARROWS[i])] = true;
            }
        }
    }
    for (size_t i = 0; i < targets.count; i++) {
        assert_true(reached[targets.items[i].id]);
    }
    targets_release(&targets);
}

static void what_is_beneath_the_header_cannot_be_touched_there(void **state)
{
    (void)state;
    struct targets targets = {0};
    // A card that was scrolled half out of its view.
    targets_add(&targets, (struct target){
                              .id = 5,
                              .box = {0, -100, 300,  400},
                              .within = {0, 120,  1000, 880}
    });
    assert_null(targets_at(&targets, (struct point){50, 50}));
    assert_int_equal(targets_at(&targets, (struct point){50, 150})->id, 5);
    // What was added last lies above.
    targets_add(&targets,
                (struct target){
                    .id = 6, .box = {0, 100, 100, 100},
                         .within = SCREEN
    });
    assert_int_equal(targets_at(&targets, (struct point){50, 150})->id, 6);
    assert_int_equal(targets_at(&targets, (struct point){150, 250})->id, 5);
    assert_null(targets_at(&targets, (struct point){999, 999}));
    assert_int_equal(targets_find(&targets, 5)->id, 5);
    assert_null(targets_find(&targets, 7));
    targets_release(&targets);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_lead_where_eyes_expect),
        cmocka_unit_test(from_nowhere_every_key_leads_to_the_first),
        cmocka_unit_test(the_arrows_reach_every_target_and_the_switch_too),
        cmocka_unit_test(what_is_beneath_the_header_cannot_be_touched_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
