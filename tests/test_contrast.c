// SPDX-License-Identifier: MIT
// WCAG 2 AA on every theme: 4.5:1 for words, 3:1 for large words and for what
// is touched; the pairs are those the screens draw.
#include "slides/theme.h"

#include <string.h>

#include "programme/programme.h"
#include "screens/card.h"
#include "slides/stage.h"
#include "support/test.h"

static const struct {
    const char *name;
    enum colours colours;
    double factor; // AAA asks for more
} THEMES[] = {
    {"papier",         COLOURS_PAPER,          1      },
    {"nuit",           COLOURS_NIGHT,          1      },
    {"mer",            COLOURS_SEA,            1      },
    {"Forêt",         COLOURS_FOREST,         1      },
    {"contraste",      COLOURS_CONTRAST,       7 / 4.5},
    {"contraste nuit", COLOURS_CONTRAST_NIGHT, 7 / 4.5},
};

struct pair {
    const char *name;
    struct colour above, below;
    double least;
};

static void check(const char *theme, double factor, const struct pair *pairs,
                  size_t count)
{
    for (size_t i = 0; i < count; i++) {
        double contrast = colour_contrast(pairs[i].above, pairs[i].below);
        if (contrast < pairs[i].least * factor) {
            fail_msg("%s, %s: %.2f is less than %.1f", theme, pairs[i].name,
                     contrast, pairs[i].least * factor);
        }
    }
}

static void words_and_controls_stand_out(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof THEMES / sizeof *THEMES; i++) {
        struct theme theme = theme_of(NULL, THEMES[i].colours);
        struct stage stage = {
            .size = {1280, 720},
              .theme = theme
        };
        struct colour card = card_surface(&stage);
        const struct pair PAIRS[] = {
            {"a title",                   theme.ink,            theme.paper,                                     4.5},
            {"running text",              theme.soft,           theme.paper,                                     4.5},
            {"a time, a month",           theme.accent,         theme.paper,                                     4.5},
            {"a kind",                    theme.second,         theme.paper,                                     4.5},
            {"a card's title",            theme.ink,            card,                                            4.5},
            {"a card's place",            theme.soft,           card,                                            4.5},
            {"a card's date",             theme.accent,         card,                                            4.5},
            {"a button's words and line", theme.ink,            theme.paper,                                     4.5},
            {"a chosen button's words",   theme.paper,          theme.ink,                                       4.5},
            {"a chip that says when",     theme_text_on(&theme, theme.highlight),
             theme.highlight,4.5},
            {"a chip of today",                           theme_text_on(&theme,                               theme.accent),
             theme.accent,4.5},
            {"a chip of here",                        theme_text_on(&theme,                                            theme.second),
             theme.second,                                             4.5},
            {"a chip of a status",                theme.paper,                                 theme.ink,                                                                                4.5},
            {"a date in type",                  theme_text_on(&theme,   theme.second),
             theme.second,4.5},
            {"the focus on paper",              theme.accent,                                      theme.paper,                                                                                  3},
            {"the focus on a card",  theme.accent,card,3},
            {"the ring of the warning",              theme.accent,                                                         theme.paper,                                                                                                                                                                     3                                                                                                                                                                                                            },
            {"the thumb of a rail",  theme.soft,theme.line,3},
        };
        check(THEMES[i].name, THEMES[i].factor, PAIRS,
              sizeof PAIRS / sizeof *PAIRS);
    }
}

static bool is_same(const struct theme *a, const struct theme *b)
{
    return memcmp(a, b, sizeof *a) == 0;
}

static void a_programme_may_name_every_theme(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof THEMES / sizeof *THEMES; i++) {
        struct programme programme = {.theme_name = THEMES[i].name};
        struct theme named = theme_of(&programme, COLOURS_OF_PROGRAMME);
        struct theme chosen = theme_of(NULL, THEMES[i].colours);
        assert_true(is_same(&named, &chosen));
    }
}

static void the_venues_colours_rule_over_the_programmes(void **state)
{
    (void)state;
    struct programme programme = {
        .theme_name = "papier", .theme.accent = {1, 2, 3, 255}
    };
    struct theme own = theme_of(&programme, COLOURS_OF_PROGRAMME);
    struct theme venues = theme_of(&programme, COLOURS_NIGHT);
    struct theme night = theme_of(NULL, COLOURS_NIGHT);
    assert_int_equal(own.accent.red, 1);
    assert_true(is_same(&venues, &night));
}

static void black_and_white_are_21_to_1(void **state)
{
    (void)state;
    struct colour black = {0, 0, 0, 255}, white = {255, 255, 255, 255};
    struct colour grey = {118, 118, 118, 255};
    double most = colour_contrast(black, white);
    assert_true(most > 20.99 && most < 21.01);
    assert_true(colour_contrast(white, white) < 1.01);
    double known = colour_contrast(grey, white); // WCAG's own example
    assert_true(known > 4.53 && known < 4.55);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_and_controls_stand_out),
        cmocka_unit_test(a_programme_may_name_every_theme),
        cmocka_unit_test(the_venues_colours_rule_over_the_programmes),
        cmocka_unit_test(black_and_white_are_21_to_1),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
