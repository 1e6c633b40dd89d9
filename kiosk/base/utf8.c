// SPDX-License-Identifier: MIT
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/memory.h"
#include "base/text_buffer.h"
#include "base/utf8_simple.h"

static const uint32_t REPLACEMENT = 0xFFFD;

static bool is_trail(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

uint32_t utf8_next(const char **cursor)
{
    const char *text = *cursor;
    unsigned char lead = (unsigned char)*text;
    if (lead < 0x80) {
        *cursor = text + (lead != 0 ? 1 : 0);
        return lead;
    }
    if (lead >= 0xC2 && lead < 0xE0 && is_trail(text[1])) {
        *cursor = text + 2;
        return (lead & 0x1FU) << 6 | ((unsigned char)text[1] & 0x3FU);
    }
    // At most four bytes are looked at, and none behind the NUL.
    utf8proc_ssize_t room = (utf8proc_ssize_t)strnlen(text, 4);
    utf8proc_int32_t rune = -1;
    utf8proc_ssize_t length =
        utf8proc_iterate((const utf8proc_uint8_t *)text, room, &rune);
    if (length <= 0 || rune < 0) {
        *cursor = text + 1;
        return REPLACEMENT;
    }
    *cursor = text + length;
    return (uint32_t)rune;
}

size_t utf8_encode(uint32_t rune, char out[5])
{
    utf8proc_ssize_t length =
        utf8proc_encode_char((utf8proc_int32_t)rune, (utf8proc_uint8_t *)out);
    out[length > 0 ? length : 0] = '\0';
    return length > 0 ? (size_t)length : 0;
}

uint32_t utf8_upper(uint32_t rune)
{
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)rune);
}

// True for eight bytes of ASCII: none has its highest bit set.
static bool is_ascii_run(const char *bytes, size_t length)
{
    uint64_t eight = 0;
    if (length < sizeof eight) {
        return false;
    }
    memcpy(&eight, bytes, sizeof eight);
    return (eight & 0x8080808080808080U) == 0;
}

// How many bytes at the beginning are ASCII, or letters of two bytes: most of
// what is written here, told without a library.
static size_t simple_length(const char *bytes, size_t length)
{
    size_t at = 0;
    while (at < length) {
        unsigned char lead = (unsigned char)bytes[at];
        bool two = lead >= 0xC2 && lead < 0xE0 && at + 1 < length &&
                   is_trail(bytes[at + 1]);
        if (is_ascii_run(bytes + at, length - at)) {
            at += sizeof(uint64_t);
        } else if (lead < 0x80 || two) {
            at += two ? 2 : 1;
        } else {
            break;
        }
    }
    return at;
}

bool utf8_is_valid(const char *bytes, size_t length)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)bytes;
    utf8proc_ssize_t left = (utf8proc_ssize_t)length;
    while (left > 0) {
        utf8proc_ssize_t simple =
            (utf8proc_ssize_t)simple_length((const char *)at, (size_t)left);
        at += simple;
        left -= simple;
        if (left == 0) {
            break;
        }
        utf8proc_int32_t rune = -1;
        utf8proc_ssize_t step = utf8proc_iterate(at, left, &rune);
        if (step <= 0) {
            return false;
        }
        at += step;
        left -= step;
    }
    return true;
}

size_t utf8_length(const char *text)
{
    size_t count = 0;
    while (utf8_next(&text) != 0) {
        count++;
    }
    return count;
}

static bool is_space(uint32_t rune)
{
    return rune == '\t' || rune == 0xA0 || (rune >= 0x2000 && rune <= 0x200A) ||
           rune == 0x202F || rune == 0x205F || rune == 0x3000;
}

static bool is_dash(uint32_t rune)
{
    return (rune >= 0x2010 && rune <= 0x2015) || rune == 0x2212 ||
           rune == 0xFE58 || rune == 0xFE63 || rune == 0xFF0D;
}

static bool is_apostrophe(uint32_t rune)
{
    return rune == 0x2018 || rune == 0x2019 || rune == 0x02BC ||
           rune == 0x00B4 || rune == '`';
}

static uint32_t plain(uint32_t rune)
{
    if (is_space(rune)) {
        return ' ';
    }
    if (is_dash(rune)) {
        return '-';
    }
    return is_apostrophe(rune) ? '\'' : rune;
}

// Only well-formed text goes to utf8proc's whole-string functions.
static char *well_formed(const char *text, bool fold)
{
    struct text_buffer buffer = {0};
    uint32_t rune = utf8_next(&text);
    while (rune != 0) {
        if (rune != REPLACEMENT) {
            text_buffer_add_rune(&buffer, fold ? plain(rune) : rune);
        }
        rune = utf8_next(&text);
    }
    return text_buffer_take(&buffer);
}

static char *mapped(const char *text, utf8proc_option_t options)
{
    utf8proc_uint8_t *result = NULL;
    utf8proc_ssize_t length =
        utf8proc_map((const utf8proc_uint8_t *)text, 0, &result,
                     options | UTF8PROC_NULLTERM);
    if (length < 0) {
        free(result);
        return xstrdup(text);
    }
    return (char *)result;
}

char *utf8_fold(const char *text)
{
    char *simple = utf8_fold_simple(text);
    if (simple != NULL) {
        return simple;
    }
    char *sound = well_formed(text, true);
    char *folded =
        mapped(sound, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                          UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    free(sound);
    return folded;
}

static bool is_drawable(uint32_t rune)
{
    if (rune == '\n') {
        return true;
    }
    bool control = rune < 0x20 || (rune >= 0x7F && rune < 0xA0);
    // Embeddings, overrides and isolates reorder what follows them.
    bool bidi = rune == 0x200E || rune == 0x200F || rune == 0x061C ||
                (rune >= 0x202A && rune <= 0x202E) ||
                (rune >= 0x2066 && rune <= 0x2069);
    bool private_use = (rune >= 0xE000 && rune <= 0xF8FF) || rune >= 0xF0000;
    bool tag = rune >= 0xFFF9 && rune <= 0xFFFF;
    return !control && !bidi && !private_use && !tag && rune != 0xFEFF;
}

// Every line break is '\n', a tabulation a space.
static uint32_t next_cleaned(const char **cursor)
{
    uint32_t rune = utf8_next(cursor);
    if (rune == '\r' && **cursor == '\n') {
        return utf8_next(cursor);
    }
    if (rune == '\r' || rune == 0x2028 || rune == 0x2029 || rune == 0x85) {
        return '\n';
    }
    return rune == '\t' ? ' ' : rune;
}

char *utf8_clean(const char *text)
{
    if (utf8_is_clean(text)) {
        return xstrdup(text);
    }
    struct text_buffer buffer = {0};
    uint32_t rune = next_cleaned(&text);
    while (rune != 0) {
        if (rune != REPLACEMENT && is_drawable(rune)) {
            text_buffer_add_rune(&buffer, rune);
        }
        rune = next_cleaned(&text);
    }
    char *sound = text_buffer_take(&buffer);
    char *composed = mapped(sound, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    free(sound);
    return composed;
}

bool utf8_is_invisible(const char *text)
{
    uint32_t rune = utf8_next(&text);
    bool hidden = true;
    while (rune != 0 && hidden) {
        const utf8proc_property_t *property =
            utf8proc_get_property((utf8proc_int32_t)rune);
        hidden = rune <= ' ' || property->ignorable != 0 ||
                 property->category == UTF8PROC_CATEGORY_ZS ||
                 property->category == UTF8PROC_CATEGORY_CF;
        rune = utf8_next(&text);
    }
    return hidden;
}

char *utf8_capitals(const char *text)
{
    struct text_buffer buffer = {0};
    uint32_t rune = utf8_next(&text);
    while (rune != 0) {
        text_buffer_add_rune(&buffer, utf8_upper(rune));
        rune = utf8_next(&text);
    }
    return text_buffer_take(&buffer);
}

char *utf8_from_windows_1252(const char *bytes, size_t length)
{
    // 0x80 to 0x9F; the five bytes without a meaning become U+FFFD.
    static const uint16_t HIGH[32] = {
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
        0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
    struct text_buffer buffer = {0};
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        bool high = byte >= 0x80 && byte < 0xA0;
        text_buffer_add_rune(&buffer, high ? HIGH[byte - 0x80] : byte);
    }
    return text_buffer_take(&buffer);
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

// Three rows of the table of distances: of a's first i bytes from b's first j.
struct rows {
    size_t *now, *above, *before; // of i, i - 1 and i - 2
};

static size_t cell_distance(const char *a, const char *b, size_t i, size_t j,
                            struct rows rows)
{
    if (i == 0 || j == 0) {
        return i + j;
    }
    size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
    size_t distance = smaller(rows.above[j - 1] + cost,
                              smaller(rows.now[j - 1], rows.above[j]) + 1);
    bool swapped =
        i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
    return swapped ? smaller(distance, rows.before[j - 2] + 1) : distance;
}

size_t utf8_distance(const char *a, const char *b, size_t limit)
{
    size_t lines = strlen(a), columns = strlen(b);
    size_t gap = lines > columns ? lines - columns : columns - lines;
    if (gap > limit) {
        return limit + 1;
    }
    // Cells further than limit from the diagonal cannot be within limit: long
    // texts cost no more than their length.
    size_t width = columns + 2;
    size_t *room = xcalloc(3 * width, sizeof *room);
    struct rows rows = {room, room + width, room + 2 * width};
    for (size_t i = 0; i <= lines; i++) {
        size_t from = i > limit ? i - limit : 0;
        size_t to = smaller(columns, i + limit);
        if (from > 0) {
            rows.now[from - 1] = limit + 1;
        }
        for (size_t j = from; j <= to; j++) {
            rows.now[j] = cell_distance(a, b, i, j, rows);
        }
        rows.now[to + 1] = limit + 1;
        rows = (struct rows){rows.before, rows.now, rows.above};
    }
    size_t distance = rows.above[columns];
    free(room);
    return smaller(distance, limit + 1);
}
