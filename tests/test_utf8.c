// SPDX-License-Identifier: MIT
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "base/utf8_simple.h"
#include "support/test.h"

typedef char *map_fn(const char *text);

static void assert_mapped(map_fn *map, const char *text, const char *expected)
{
    char *result = map(text);
    assert_string_equal(result, expected);
    free(result);
}

static void code_points_are_read_one_by_one(void **state)
{
    (void)state;
    static const uint32_t RUNES[] = {'a', 0xE9, 0x20AC, 0x1F3AC, 0};
    const char *cursor = "aé€\U0001F3AC";
    for (size_t i = 0; i < sizeof RUNES / sizeof *RUNES; i++) {
        assert_int_equal(utf8_next(&cursor), RUNES[i]);
    }
    assert_int_equal(utf8_next(&cursor), 0);
    assert_int_equal(*cursor, '\0');
}

static void broken_bytes_read_as_replacements(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {
        "\xFF",             // never in UTF-8
        "\xC3",             // cut off
        "\x80",             // a continuation alone
        "\xC0\xAF",         // too long a form of '/'
        "\xED\xA0\x80",     // half of a surrogate pair
        "\xF4\x90\x80\x80", // beyond U+10FFFF
        "\xE2\x82",         // cut off
    };
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        const char *cursor = TEXTS[i];
        assert_int_equal(utf8_next(&cursor), 0xFFFD);
        assert_ptr_equal(cursor, TEXTS[i] + 1);
        assert_false(utf8_is_valid(TEXTS[i], strlen(TEXTS[i])));
    }
    const char *cursor = "\xC3"
                         "a";
    assert_int_equal(utf8_next(&cursor), 0xFFFD);
    assert_int_equal(utf8_next(&cursor), 'a');
}

static void encoding_is_the_inverse(void **state)
{
    (void)state;
    static const uint32_t RUNES[] = {1,      0x7F,   0x80,   0x7FF,   0x800,
                                     0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF};
    for (size_t i = 0; i < sizeof RUNES / sizeof *RUNES; i++) {
        char bytes[5];
        size_t length = utf8_encode(RUNES[i], bytes);
        assert_int_equal(strlen(bytes), length);
        const char *cursor = bytes;
        assert_int_equal(utf8_next(&cursor), RUNES[i]);
    }
}

static void lengths_are_counted_in_code_points(void **state)
{
    (void)state;
    assert_int_equal(utf8_length(""), 0);
    assert_int_equal(utf8_length("été"), 3);
    assert_int_equal(utf8_length("e\u0301"), 2);
    assert_int_equal(utf8_length("\xFF\xFF"), 2);
    assert_true(utf8_is_valid("été\0é", 8));
    assert_true(utf8_is_valid("", 0));
    assert_false(utf8_is_valid("é", 1));
}

static void folding_forgets_accents_case_and_typography(void **state)
{
    (void)state;
    assert_mapped(utf8_fold, "Février", "fevrier");
    assert_mapped(utf8_fold, "Fe\u0301vrier", "fevrier");
    assert_mapped(utf8_fold, "GENIÈR Ç", "genier c");
    assert_mapped(utf8_fold, "d’abril", "d'abril");
    assert_mapped(utf8_fold, "18h\u00A030\u202F–\u200920h", "18h 30 - 20h");
    assert_mapped(utf8_fold, "1ᵉʳ", "1er");
    assert_mapped(utf8_fold, "Straße", "strasse");
    assert_mapped(utf8_fold, "…", "...");
    assert_mapped(utf8_fold, "a\u200Bb\u00ADc", "abc");
    assert_mapped(utf8_fold, "", "");
    assert_mapped(utf8_fold, "a\xFFz", "az");
}

static void cleaning_keeps_what_can_be_drawn(void **state)
{
    (void)state;
    assert_mapped(utf8_clean, "e\u0301te\u0301", "été");
    assert_mapped(utf8_clean, "a\tb", "a b");
    assert_mapped(utf8_clean,
                  "a\r\nb\rc\nd\u2028e\xC2\x85"
                  "f",
                  "a\nb\nc\nd\ne\nf");
    assert_mapped(utf8_clean, "\r\n", "\n");
    assert_mapped(utf8_clean, "\r\r\n\r", "\n\n\n");
    assert_mapped(utf8_clean, "a\x01\x7F\xC2\x9Fz", "az");
    assert_mapped(utf8_clean, "\u202Eabc\u202C\u2066d\u2069", "abcd");
    assert_mapped(utf8_clean, "puce \uF0A7 ici", "puce  ici");
    assert_mapped(utf8_clean, "\uFEFFtitre", "titre");
    assert_mapped(utf8_clean, "a\xC3z", "az");
    assert_mapped(utf8_clean, "18\u202Fh\u00A0!", "18\u202Fh\u00A0!");
    assert_mapped(utf8_clean, "", "");
}

static void windows_1252_becomes_utf8(void **state)
{
    (void)state;
    static const char BYTES[] = "\x80 \xE9\x92\x9C \x81";
    char *text = utf8_from_windows_1252(BYTES, sizeof BYTES - 1);
    assert_string_equal(text, "€ é’œ \uFFFD");
    free(text);
    text = utf8_from_windows_1252("", 0);
    assert_string_equal(text, "");
    free(text);
}

static void letters_have_capitals(void **state)
{
    (void)state;
    assert_int_equal(utf8_upper('a'), 'A');
    assert_int_equal(utf8_upper(0xE0), 0xC0);
    assert_int_equal(utf8_upper(0x153), 0x152);
    assert_int_equal(utf8_upper('A'), 'A');
    assert_int_equal(utf8_upper('1'), '1');
    assert_int_equal(utf8_upper(0), 0);
}

static void distances_count_single_edits(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        size_t distance;
    } ROWS[] = {
        {"titre",  "titre",   0},
        {"titre",  "tirte",   1},
        {"titre",  "titr",    1},
        {"titre",  "titree",  1},
        {"titre",  "tatre",   1},
        {"titre",  "title",   1},
        {"",       "",        0},
        {"",       "ab",      2},
        {"kitten", "sitting", 3},
        {"abcdef", "badcfe",  3},
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        size_t distance = ROWS[i].distance;
        for (size_t limit = 0; limit < 6; limit++) {
            size_t expected = distance <= limit ? distance : limit + 1;
            assert_int_equal(utf8_distance(ROWS[i].a, ROWS[i].b, limit),
                             expected);
            assert_int_equal(utf8_distance(ROWS[i].b, ROWS[i].a, limit),
                             expected);
        }
    }
}

static void long_texts_are_compared_in_linear_time(void **state)
{
    (void)state;
    enum {
        LENGTH = 1000000
    };
    char *a = xmalloc(LENGTH + 1), *b = xmalloc(LENGTH + 1);
    memset(a, 'a', LENGTH);
    memset(b, 'a', LENGTH);
    a[LENGTH] = b[LENGTH] = '\0';
    b[LENGTH / 2] = 'b';
    assert_int_equal(utf8_distance(a, b, 3), 1);
    memset(b, 'b', LENGTH);
    assert_int_equal(utf8_distance(a, b, 3), 4);
    free(a);
    free(b);
}

// A combining mark behind it makes utf8proc look at the text.
static void assert_same(const char *text)
{
    char *simple = utf8_fold_simple(text);
    char *marked = xasprintf("%sx\u0331", text);
    assert_null(utf8_fold_simple(marked));
    char *folded = utf8_fold(marked);
    char *cleaned = utf8_clean(marked);
    if (simple != NULL) {
        char *expected = xasprintf("%sx", simple);
        assert_string_equal(expected, folded);
        free(expected);
    }
    if (utf8_is_clean(text)) {
        assert_string_equal(cleaned, marked);
    }
    free(simple);
    free(marked);
    free(folded);
    free(cleaned);
}

static void simple_texts_fold_as_the_others_do(void **state)
{
    (void)state;
    for (uint32_t rune = 1; rune < 0x3000; rune++) {
        char text[8];
        utf8_encode(rune, text);
        assert_same(text);
    }
    assert_false(utf8_is_clean("e\u0301"));
    assert_false(utf8_is_clean("a\tb"));
    assert_false(utf8_is_clean("a\x80"));
    assert_null(utf8_fold_simple("\xC3"));
    assert_true(utf8_is_clean("L’été – « à » 20 €\n") == utf8_is_clean("€"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(code_points_are_read_one_by_one),
        cmocka_unit_test(broken_bytes_read_as_replacements),
        cmocka_unit_test(encoding_is_the_inverse),
        cmocka_unit_test(lengths_are_counted_in_code_points),
        cmocka_unit_test(folding_forgets_accents_case_and_typography),
        cmocka_unit_test(cleaning_keeps_what_can_be_drawn),
        cmocka_unit_test(windows_1252_becomes_utf8),
        cmocka_unit_test(letters_have_capitals),
        cmocka_unit_test(distances_count_single_edits),
        cmocka_unit_test(long_texts_are_compared_in_linear_time),
        cmocka_unit_test(simple_texts_fold_as_the_others_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
