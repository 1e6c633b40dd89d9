// SPDX-License-Identifier: MIT
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/text_buffer.h"
#include "draw/line_break.h"
#include "draw/piece.h"
#include "draw/typography.h"
#include "support/test.h"

enum {
    LINES_MAX = 64
};

// Every letter is one wide, as is every space.
static int width_of(const char *start, size_t length)
{
    int width = 0;
    for (size_t i = 0; i < length; i++) {
        width += ((unsigned char)start[i] & 0xC0) != 0x80;
    }
    return width;
}

static struct piece_list measured(const char *text)
{
    struct piece_list list = {0};
    piece_list_split(&list, text);
    for (size_t i = 0; i < list.count; i++) {
        struct piece *piece = &list.items[i];
        piece->width = width_of(piece->start, piece->length);
        piece->space = width_of(piece->start + piece->length, piece->spaces);
    }
    return list;
}

static void add_line(struct text_buffer *out, const struct piece *pieces,
                     size_t from, size_t to)
{
    const char *start = pieces[from].start;
    const struct piece *last = &pieces[to - 1];
    if (out->length > 0) {
        text_buffer_add(out, "|");
    }
    text_buffer_add_bytes(out, start,
                          (size_t)(last->start + last->length - start));
}

// The lines with | between them. The caller's.
static char *broken(const char *text, int width, bool even)
{
    char *joined = typography_join(text);
    struct piece_list list = measured(joined);
    size_t ends[LINES_MAX] = {0};
    struct line_rules rules = {width, even};
    size_t lines = line_break(list.items, list.count, rules, ends);
    struct text_buffer out = {0};
    for (size_t i = 0; i < lines; i++) {
        add_line(&out, list.items, i == 0 ? 0 : ends[i - 1], ends[i]);
    }
    piece_list_release(&list);
    free(joined);
    return text_buffer_take(&out);
}

struct breaking {
    const char *text;
    int width;
    const char *lines;
};

static void check(const struct breaking *cases, size_t count, bool even)
{
    for (size_t i = 0; i < count; i++) {
        char *lines = broken(cases[i].text, cases[i].width, even);
        assert_string_equal(lines, cases[i].lines);
        free(lines);
    }
}

static void a_title_is_broken_into_even_lines(void **state)
{
    (void)state;
    static const struct breaking CASES[] = {
        {"Foodcoop",                                 20, "Foodcoop"                     },
        {"Soirée rencontre des coops",              20, "Soirée rencontre|des coops"  },
        {"Guérande, un peu de la beauté du monde", 34,
         "Guérande, un peu|de la beauté du monde"                                     },
        {"aaaa bbbb cccc dddd",                      17, "aaaa bbbb|cccc dddd"          },
        {"aaaa bbbb cccc dddd eeee ffff",            13, "aaaa bbbb|cccc dddd|eeee ffff"},
    };
    check(CASES, sizeof CASES / sizeof *CASES, true);
}

static void running_text_fills_its_lines(void **state)
{
    (void)state;
    static const struct breaking CASES[] = {
        {"aaaa bbbb cccc dddd eeee",             14, "aaaa bbbb cccc|dddd eeee"},
        {"une fois deux fois trois fois encore", 24,
         "une fois deux fois trois|fois encore"                                },
    };
    check(CASES, sizeof CASES / sizeof *CASES, false);
}

static void the_last_line_is_not_one_short_word(void **state)
{
    (void)state;
    static const struct breaking CASES[] = {
        {"aaaa bbbb cccc dddd ee",                         19, "aaaa bbbb cccc|dddd ee"       },
        {"une fois deux fois trois fois",                  24, "une fois deux fois|trois fois"},
        {"Projection suivie d’une discussion avec vous", 39,
         "Projection suivie d’une discussion|avec vous"                                     },
    };
    check(CASES, sizeof CASES / sizeof *CASES, false);
}

static void a_small_word_stays_with_what_follows_it(void **state)
{
    (void)state;
    static const struct breaking CASES[] = {
        {"Cinéma et débat",                     9,  "Cinéma|et débat"},
        {"L’Île des possibles · Montpellier", 22,
         "L’Île des possibles ·|Montpellier"                         },
    };
    check(CASES, sizeof CASES / sizeof *CASES, true);
}

static void french_spaces_do_not_break(void **state)
{
    (void)state;
    static const struct breaking CASES[] = {
        {"Venez nombreux !",       15, "Venez|nombreux\u202F!"           },
        {"Pourquoi cela ?",        13, "Pourquoi|cela\u202F?"            },
        {"Le débat : pourquoi",   11, "Le débat\u00A0:|pourquoi"       },
        {"le film « Tous » ici", 10, "le film|«\u00A0Tous\u00A0»|ici"},
        {"mardi 20 janvier",       10, "mardi|20\u00A0janvier"           },
        {"ouvre à 18 h 30",       9,  "ouvre à|18\u00A0h\u00A030"      },
        {"coûte 12 € ici",      9,  "coûte|12\u00A0€ ici"          },
        {"le 1er mai",             7,  "le|1er\u00A0mai"                 },
        {"environ 1 000 places",   9,  "environ|1\u00A0000|places"       },
    };
    check(CASES, sizeof CASES / sizeof *CASES, true);
}

static void no_character_is_added_or_lost(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {
        "Oui! Non? Si; et: «ceci»",
        "https://a.fr/?b=c !",
        "18:30 - 20:00",
        "  deux  espaces  ",
        "",
        "\n\n",
        "a\nb ! c",
    };
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        char *joined = typography_join(TEXTS[i]);
        assert_int_equal(width_of(joined, strlen(joined)),
                         width_of(TEXTS[i], strlen(TEXTS[i])));
        free(joined);
    }
    char *joined = typography_join("Oui! 18:30 https://a.fr/b?c");
    assert_string_equal(joined, "Oui! 18:30 https://a.fr/b?c");
    free(joined);
}

static void addresses_break_after_their_signs(void **state)
{
    (void)state;
    static const struct breaking CASES[] = {
        {"https://www.helloasso.com/associations/meridionale", 30,
         "https://www.helloasso.com/|associations/meridionale"                             },
        {"contact@meridionale-des-cooperatives.coop",          30,
         "contact@meridionale-|des-cooperatives.coop"                                      },
        {"meridionale_des_coops",                              15, "meridionale_|des_coops"},
    };
    check(CASES, sizeof CASES / sizeof *CASES, true);
}

static void words_break_after_a_hyphen(void **state)
{
    (void)state;
    static const struct breaking CASES[] = {
        {"autosuffisance-énergétique", 18, "autosuffisance-|énergétique"},
        {"18h30–20h30",                8,  "18h30–|20h30"               },
        {"A-t-il",                       3,  "A-t-il"                       },
        {"2025-2026",                    6,  "2025-2026"                    },
    };
    check(CASES, sizeof CASES / sizeof *CASES, true);
}

static void a_line_break_ends_the_line(void **state)
{
    (void)state;
    static const struct breaking CASES[] = {
        {"aa\nbb cc",  20, "aa|bb cc"},
        {"aa\n\nbb",   20, "aa||bb"  },
        {" aa \n bb ", 20, "aa|bb"   },
    };
    check(CASES, sizeof CASES / sizeof *CASES, true);
}

static void chinese_breaks_between_characters(void **state)
{
    (void)state;
    char *lines = broken("我们的电影。", 3, false);
    assert_string_equal(lines, "我们的|电影。");
    free(lines);
}

static void lines_are_never_wider_nor_more_than_needed(void **state)
{
    (void)state;
    unsigned seed = 7;
    for (int round = 0; round < 300; round++) {
        struct piece pieces[40] = {0};
        size_t ends[40];
        for (size_t i = 0; i < 40; i++) {
            seed = seed * 1103515245U + 12345U;
            pieces[i] = (struct piece){.width = (int)(seed >> 16 & 15),
                                       .space = (int)(seed >> 20 & 1),
                                       .after = BREAK_SPACE};
        }
        int width = 16 + round % 40;
        struct line_rules rules = {width, round % 2 == 0};
        size_t lines = line_break(pieces, 40, rules, ends);
        assert_int_equal(lines, line_count(pieces, 40, width));
        assert_int_equal(ends[lines - 1], 40);
        size_t from = 0;
        for (size_t k = 0; k < lines; k++) {
            assert_true(ends[k] > from);
            assert_true(line_fill(pieces, 40, from, width) >= ends[k]);
            from = ends[k];
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_title_is_broken_into_even_lines),
        cmocka_unit_test(running_text_fills_its_lines),
        cmocka_unit_test(the_last_line_is_not_one_short_word),
        cmocka_unit_test(a_small_word_stays_with_what_follows_it),
        cmocka_unit_test(french_spaces_do_not_break),
        cmocka_unit_test(no_character_is_added_or_lost),
        cmocka_unit_test(addresses_break_after_their_signs),
        cmocka_unit_test(words_break_after_a_hyphen),
        cmocka_unit_test(a_line_break_ends_the_line),
        cmocka_unit_test(chinese_breaks_between_characters),
        cmocka_unit_test(lines_are_never_wider_nor_more_than_needed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
