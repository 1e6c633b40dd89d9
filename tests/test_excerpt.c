// SPDX-License-Identifier: MIT
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/excerpt.h"
#include "base/utf8.h"
#include "support/test.h"

static void assert_excerpt(const char *line, size_t column, const char *shown,
                           const char *caret)
{
    struct excerpt excerpt = excerpt_make(line, column);
    assert_string_equal(excerpt.line, shown);
    assert_string_equal(excerpt.caret, caret);
    excerpt_release(&excerpt);
}

static void the_caret_stands_under_its_column(void **state)
{
    (void)state;
    assert_excerpt("titre: x", 1, "titre: x", "^");
    assert_excerpt("titre: x", 8, "titre: x", "       ^");
    // Behind the end: where something is missing.
    assert_excerpt("titre:", 7, "titre:", "      ^");
    assert_excerpt("titre:", 99, "titre:", "      ^");
    assert_excerpt("", 1, "", "^");
}

static void accents_are_one_character_however_they_are_written(void **state)
{
    (void)state;
    assert_excerpt("été x", 5, "été x", "    ^");
    struct excerpt excerpt = excerpt_make("e\u0301te\u0301 x", 7);
    assert_string_equal(excerpt.caret, "    ^");
    assert_int_equal(excerpt.column, 5);
    excerpt_release(&excerpt);
}

static void wide_letters_take_two_columns(void **state)
{
    (void)state;
    assert_excerpt("日本 x", 4, "日本 x", "     ^");
    assert_excerpt("🎬 x", 3, "🎬 x", "   ^");
}

static void a_tabulation_stays_one_in_both_lines(void **state)
{
    (void)state;
    assert_excerpt("\t- x", 4, "\t- x", "\t  ^");
}

static void what_a_terminal_obeys_is_only_shown(void **state)
{
    (void)state;
    assert_excerpt("a\033[31mb", 2, "a␛[31mb", " ^");
    assert_excerpt("a\u202Eb", 3, "a<U+202E>b", "         ^");
    assert_excerpt("\uF0A7b", 2, "<U+F0A7>b", "        ^");
    char *visible = excerpt_visible("a\nb\tc\a\u200B");
    assert_string_equal(visible, "a b c␇<U+200B>");
    free(visible);
    visible = excerpt_visible("\xFF");
    assert_string_equal(visible, "\uFFFD");
    free(visible);
}

static void a_long_line_is_shown_about_its_caret(void **state)
{
    (void)state;
    char line[1001];
    memset(line, 'a', 1000);
    line[1000] = '\0';
    line[700] = 'X';
    struct excerpt excerpt = excerpt_make(line, 701);
    size_t caret = strcspn(excerpt.caret, "^");
    assert_true(utf8_length(excerpt.line) <= EXCERPT_COLUMNS + 2);
    const char *at = excerpt.line;
    for (size_t i = 0; i < caret; i++) {
        utf8_next(&at);
    }
    assert_int_equal(*at, 'X');
    assert_int_equal(excerpt.column, 701);
    excerpt_release(&excerpt);
    for (size_t column = 1; column <= 1001; column += 50) {
        excerpt = excerpt_make(line, column);
        assert_true(utf8_length(excerpt.line) <= EXCERPT_COLUMNS + 2);
        assert_true(strlen(excerpt.caret) <= EXCERPT_COLUMNS + 2);
        excerpt_release(&excerpt);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_caret_stands_under_its_column),
        cmocka_unit_test(accents_are_one_character_however_they_are_written),
        cmocka_unit_test(wide_letters_take_two_columns),
        cmocka_unit_test(a_tabulation_stays_one_in_both_lines),
        cmocka_unit_test(what_a_terminal_obeys_is_only_shown),
        cmocka_unit_test(a_long_line_is_shown_about_its_caret),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
