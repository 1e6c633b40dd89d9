// SPDX-License-Identifier: MIT
#include "programme/page_text.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text_buffer.h"
#include "base/utf8.h"
#include "programme/html_text.h"
#include "programme/page_mark.h"

enum {
    LABEL_DEPTH_MAX = 2, // a picture in a link
    BRACES_BYTES_MAX = 1000
};

static const char HASHTAG[] = "hashtag#"; // as LinkedIn copies them

static const struct {
    uint32_t first, last;
} EMOJI[] = {
    {0x200D,  0x200D }, // joins several into one
    {0x20E3,  0x20E3 }, // keycap
    {0x2300,  0x23FF },
    {0x25A0,  0x27BF },
    {0x2B00,  0x2BFF },
    {0xFE0E,  0xFE0F }, // as a sign, as a picture
    {0x1F000, 0x1FAFF},
    {0xE0020, 0xE007F}, // flags
};

static bool is_emoji(uint32_t rune)
{
    for (size_t i = 0; i < sizeof EMOJI / sizeof *EMOJI; i++) {
        if (rune >= EMOJI[i].first && rune <= EMOJI[i].last) {
            return true;
        }
    }
    return false;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\0';
}

static bool is_word(char byte)
{
    return isalnum((unsigned char)byte) || ((unsigned char)byte & 0x80) != 0;
}

// {: .class}, {% include … %}, {{ site.x }}: its length, 0 if it is none.
static size_t braces(const char *at)
{
    if (at[0] != '{' || at[1] == '\0' || strchr(":%{", at[1]) == NULL) {
        return 0;
    }
    size_t end = 2;
    while (end < BRACES_BYTES_MAX && at[end] != '\0' && at[end] != '}' &&
           (at[end] != '{' || at[end - 1] == '{')) {
        end++;
    }
    if (at[end] != '}') {
        return 0;
    }
    return end + (at[end + 1] == '}' ? 2 : 1);
}

// A sign that only sets its words off: how many bytes of it. before is the
// byte in front of it, '\0' for none.
static size_t emphasis(const char *at, char before)
{
    size_t length = strspn(at, "*");
    if (length > 0) {
        // 5 * 3 is no emphasis.
        return is_blank(before) && is_blank(at[length]) ? 0 : length;
    }
    length = strspn(at, "_");
    if (length > 0) {
        // Nor is a_b.
        return is_word(before) && is_word(at[length]) ? 0 : length;
    }
    if (at[0] == '~' && at[1] == '~') {
        return 2;
    }
    return at[0] == '`' ? 1 : 0;
}

static size_t hash(const char *at, char before)
{
    if (strncmp(at, HASHTAG, sizeof HASHTAG - 1) == 0) {
        return sizeof HASHTAG - 1;
    }
    bool begins = at[0] == '#' && !is_word(before);
    bool word = is_word(at[1]) && !isdigit((unsigned char)at[1]);
    return begins && word ? 1 : 0;
}

static void add_plain(struct text_buffer *out, const char *markup, int depth);

static void add_label(struct text_buffer *out, const struct mark *mark,
                      int depth)
{
    if (mark->kind == MARK_LINK && depth < LABEL_DEPTH_MAX) {
        char *label = xstrndup(mark->label, mark->label_length);
        add_plain(out, label, depth + 1);
        free(label);
    } else {
        text_buffer_add(out, " ");
    }
}

// What is more than a character: how many bytes of it were read, 0 if nothing
// is there but a character.
static size_t add_markup(struct text_buffer *out, const char *at, char before,
                         int depth)
{
    struct mark mark = mark_read(at);
    if (mark.kind != MARK_NONE) {
        add_label(out, &mark, depth);
        return mark.length;
    }
    bool breaks = false;
    uint32_t rune = 0;
    size_t length = html_tag(at, &breaks);
    if (length > 0) {
        text_buffer_add(out, breaks ? " " : "");
        return length;
    }
    length = html_entity(at, &rune);
    if (length > 0) {
        text_buffer_add_rune(out, rune);
        return length;
    }
    if (at[0] == '\\' && ispunct((unsigned char)at[1])) {
        text_buffer_add_bytes(out, at + 1, 1);
        return 2;
    }
    length = braces(at);
    length = length > 0 ? length : emphasis(at, before);
    return length > 0 ? length : hash(at, before);
}

static void add_plain(struct text_buffer *out, const char *markup, int depth)
{
    const char *at = markup;
    char before = '\0';
    while (*at != '\0') {
        size_t length = add_markup(out, at, before, depth);
        if (length > 0) {
            before = at[length - 1];
            at += length;
            continue;
        }
        const char *begin = at;
        uint32_t rune = utf8_next(&at);
        if (!is_emoji(rune)) {
            text_buffer_add_bytes(out, begin, (size_t)(at - begin));
        }
        before = at[-1];
    }
}

static void collapse(char *text)
{
    char *to = text;
    bool space = true; // none at the beginning
    for (const char *from = text; *from != '\0'; from++) {
        bool blank = is_blank(*from) || *from == '\r';
        if (blank && !space) {
            *to++ = ' ';
        } else if (!blank) {
            *to++ = *from;
        }
        space = blank;
    }
    while (to > text && to[-1] == ' ') {
        to--;
    }
    *to = '\0';
}

char *page_text_plain(const char *markup)
{
    struct text_buffer out = {0};
    add_plain(&out, markup, 0);
    char *text = text_buffer_take(&out);
    collapse(text);
    return text;
}

// The year that digits name, 0 if they are something else.
static int year_at(const char *digits, const char *begin)
{
    bool alone = digits == begin || strchr("/.-=_@", digits[-1]) == NULL;
    bool four = strspn(digits, "0123456789") == 4;
    bool address =
        four && digits[4] != '\0' && strchr("=_@", digits[4]) != NULL;
    bool year = four && strncmp(digits, "20", 2) == 0;
    return year && alone && !address ? (int)strtol(digits, NULL, 10) : 0;
}

bool page_text_year(const char *markup, char out[PAGE_YEAR_BYTES])
{
    char *plain = page_text_plain(markup);
    bool found = false;
    for (const char *at = plain; *at != '\0'; at++) {
        size_t digits = strspn(at, "0123456789");
        int year = digits > 0 ? year_at(at, plain) : 0;
        const char *rest = at + digits;
        int next = year > 0 && (rest[0] == '-' || rest[0] == '/')
                       ? (int)strtol(rest + 1, NULL, 10)
                       : 0;
        if (year > 0 && next == year + 1) {
            snprintf(out, PAGE_YEAR_BYTES, "%d-%d", year, next);
        } else if (year > 0) {
            snprintf(out, PAGE_YEAR_BYTES, "%d", year);
        }
        found = found || year > 0;
        at += digits > 0 ? digits - 1 : 0;
    }
    free(plain);
    return found;
}

static bool is_address_byte(char byte)
{
    return isalnum((unsigned char)byte) ||
           (byte != '\0' && strchr("._%+-", byte) != NULL);
}

char *page_text_email(const char *markup)
{
    for (const char *at = strchr(markup, '@'); at != NULL;
         at = strchr(at + 1, '@')) {
        const char *begin = at, *end = at + 1;
        while (begin > markup && at - begin < 100 &&
               is_address_byte(begin[-1])) {
            begin--;
        }
        while (end - at < 100 && is_address_byte(*end)) {
            end++;
        }
        while (end > at + 1 && !isalnum((unsigned char)end[-1])) {
            end--;
        }
        size_t length = (size_t)(end - begin);
        char *address = xstrndup(begin, length);
        const char *dot = strrchr(address, '.');
        bool real = begin < at && dot != NULL && dot > strchr(address, '@');
        if (real) {
            return address;
        }
        free(address);
    }
    return NULL;
}
