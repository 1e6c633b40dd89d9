// SPDX-License-Identifier: MIT
#include "draw/typography.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/text_buffer.h"
#include "base/utf8.h"

enum {
    SPACE = ' ',
    NO_BREAK_SPACE = 0xA0,
    NARROW_NO_BREAK_SPACE = 0x202F,
    OPENING_QUOTE = 0xAB,
    CLOSING_QUOTE = 0xBB,
    EURO = 0x20AC,
    PER_MILLE = 0x2030,
};

// Letters between two spaces.
struct word {
    const char *start;
    size_t length;
};

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
    char lower = (char)(byte | 0x20);
    // Every byte of a letter with an accent is beyond ASCII.
    return (lower >= 'a' && lower <= 'z') || (unsigned char)byte >= 0xC3;
}

static bool word_is(struct word word, const char *text)
{
    return word.length == strlen(text) &&
           memcmp(word.start, text, word.length) == 0;
}

static bool word_is_one_of(struct word word, const char *const *list)
{
    for (; *list != NULL; list++) {
        if (word_is(word, *list)) {
            return true;
        }
    }
    return false;
}

// Punctuation that opens or closes is no part of a number or a unit.
static struct word word_stripped(struct word word)
{
    static const char EDGES[] = "()[],.;:!?\"'";
    while (word.length > 0 && strchr(EDGES, word.start[0]) != NULL) {
        word.start++;
        word.length--;
    }
    while (word.length > 0 &&
           strchr(EDGES, word.start[word.length - 1]) != NULL) {
        word.length--;
    }
    return word;
}

static size_t leading_digits(struct word word)
{
    size_t digits = 0;
    while (digits < word.length && is_digit(word.start[digits])) {
        digits++;
    }
    return digits;
}

// "20", "1er": a day in front of its month, a count in front of what counts.
static bool is_small_number(struct word word)
{
    static const char *const SUFFIXES[] = {"",   "er", "re", "e", "ème",
                                           "nd", "st", "nd", NULL};
    size_t digits = leading_digits(word);
    struct word suffix = {word.start + digits, word.length - digits};
    return (digits == 1 || digits == 2) && word_is_one_of(suffix, SUFFIXES);
}

static bool is_number(struct word word)
{
    for (size_t i = 0; i < word.length; i++) {
        if (!is_digit(word.start[i]) && strchr(",.", word.start[i]) == NULL) {
            return false;
        }
    }
    return leading_digits(word) > 0;
}

static bool is_unit(struct word word)
{
    static const char *const UNITS[] = {
        "h",  "H",  "min", "mn",   "s",     "km",   "m",   "cm",     "mm",
        "kg", "g",  "l",   "cl",   "ans",   "an",   "°C",  "euros",  "euro",
        "m²", "ha", "k€",  "pers", "jours", "jour", "kWh", "heures", NULL};
    return word_is_one_of(word, UNITS);
}

static bool number_joins(struct word before, struct word after)
{
    static const char *const TITLES[] = {
        "n°", "N°", "M.", "Mme", "Dr", "St", "Ste", "p.", "Mlle", "vol.", NULL};
    if (word_is_one_of(before, TITLES)) {
        return true;
    }
    before = word_stripped(before);
    after = word_stripped(after);
    if (before.length == 0 || after.length == 0) {
        return false;
    }
    if (is_small_number(before) && is_letter(after.start[0])) {
        return true;
    }
    if (is_number(before) && is_unit(after)) {
        return true;
    }
    bool hour = word_is(before, "h") || word_is(before, "H");
    bool thousands = leading_digits(after) == 3 &&
                     leading_digits(before) == before.length &&
                     before.length <= 3;
    return is_number(after) && (thousands || (hour && after.length <= 2));
}

static uint32_t first_rune(struct word word)
{
    const char *cursor = word.start;
    return word.length == 0 ? 0 : utf8_next(&cursor);
}

static bool ends_in_opening_quote(struct word word)
{
    return word.length >= 2 &&
           memcmp(word.start + word.length - 2, "\xC2\xAB", 2) == 0;
}

// What the space between two words becomes.
static uint32_t space_between(struct word before, struct word after)
{
    if (before.length == 0 || after.length == 0) {
        return SPACE;
    }
    bool digit = is_digit(before.start[before.length - 1]);
    uint32_t next = first_rune(after);
    if (next == ';' || next == '!' || next == '?') {
        return NARROW_NO_BREAK_SPACE;
    }
    if (next == ':' || next == CLOSING_QUOTE || ends_in_opening_quote(before)) {
        return NO_BREAK_SPACE;
    }
    bool sign = next == '%' || next == EURO || next == PER_MILLE;
    if ((digit && sign) || number_joins(before, after)) {
        return NO_BREAK_SPACE;
    }
    return SPACE;
}

static struct word word_at(const char *text)
{
    return (struct word){text, strcspn(text, " \n")};
}

char *typography_join(const char *utf8)
{
    struct text_buffer joined = {0};
    struct word before = {utf8, 0};
    while (*utf8 != '\0') {
        size_t spaces = strspn(utf8, " ");
        struct word after = word_at(utf8 + spaces);
        uint32_t space = space_between(before, after);
        for (size_t i = 0; i < spaces; i++) {
            text_buffer_add_rune(&joined, space);
        }
        text_buffer_add_bytes(&joined, after.start, after.length);
        utf8 = after.start + after.length;
        before = after;
        if (*utf8 == '\n') {
            text_buffer_add(&joined, "\n");
            utf8++;
            before.length = 0;
        }
    }
    return text_buffer_take(&joined);
}
