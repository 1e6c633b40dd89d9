// SPDX-License-Identifier: MIT
#include "base/utf8_simple.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

// U+00C0 to U+00FF without accents and case. None is longer than its letter.
static const char LETTERS[64][3] = {
    "a", "a", "a", "a", "a", "a",  "æ", "c", "e", "e", "e", "e", "i",
    "i", "i", "i", "ð", "n", "o",  "o", "o", "o", "o", "×", "ø", "u",
    "u", "u", "u", "y", "þ", "ss", "a", "a", "a", "a", "a", "a", "æ",
    "c", "e", "e", "e", "e", "i",  "i", "i", "i", "ð", "n", "o", "o",
    "o", "o", "o", "÷", "ø", "u",  "u", "u", "u", "y", "þ", "y"};

// What stands for U+2000 to U+203F: a plain character, '=' for itself, '\0'
// for what utf8proc has to look at.
static char plain_punctuation(unsigned char trail)
{
    if (trail <= 0x8A || trail == 0xAF) {
        return ' ';
    }
    if (trail >= 0x90 && trail <= 0x95) {
        return '-';
    }
    if (trail == 0x98 || trail == 0x99) {
        return '\'';
    }
    return trail >= 0x9A && trail <= 0xA2 && trail != 0x9B && trail != 0x9F
               ? '='
               : '\0';
}

static char plain_ascii(char byte)
{
    if (byte >= 'A' && byte <= 'Z') {
        return (char)(byte - 'A' + 'a');
    }
    if (byte == '\t') {
        return ' ';
    }
    if (byte == '`') {
        return '\'';
    }
    return byte;
}

// Folds the character at at. Returns its length, 0 if it is not simple.
static size_t fold_one(const unsigned char *at, char **out)
{
    if (at[0] < 0x80) {
        *(*out)++ = plain_ascii((char)at[0]);
        return 1;
    }
    if (at[0] == 0xC3 && (at[1] & 0xC0) == 0x80) {
        for (const char *to = LETTERS[at[1] - 0x80]; *to != '\0'; to++) {
            *(*out)++ = *to;
        }
        return 2;
    }
    if (at[0] == 0xC2 && (at[1] == 0xA0 || at[1] == 0xAB || at[1] == 0xBB)) {
        bool space = at[1] == 0xA0;
        memcpy(*out, space ? " " : (const char *)at, space ? 1 : 2);
        *out += space ? 1 : 2;
        return 2;
    }
    bool punctuation = at[0] == 0xE2 && at[1] == 0x80 && (at[2] & 0xC0) == 0x80;
    char plain = '\0';
    if (punctuation) {
        plain = plain_punctuation(at[2]);
    }
    if (plain == '\0') {
        return 0;
    }
    memcpy(*out, plain == '=' ? (const char *)at : &plain,
           plain == '=' ? 3 : 1);
    *out += plain == '=' ? 3 : 1;
    return 3;
}

char *utf8_fold_simple(const char *text)
{
    char *folded = xmalloc(strlen(text) + 1);
    char *out = folded;
    for (const unsigned char *at = (const unsigned char *)text; *at != '\0';) {
        size_t length = fold_one(at, &out);
        if (length == 0) {
            free(folded);
            return NULL;
        }
        at += length;
    }
    *out = '\0';
    return folded;
}

// The length of a character that is drawn as it stands and composes with
// nothing; 0 for any other one.
static size_t clean_length(const unsigned char *at)
{
    bool trail = at[0] >= 0x80 && (at[1] & 0xC0) == 0x80;
    if (at[0] < 0x80) {
        return (at[0] >= ' ' && at[0] != 0x7F) || at[0] == '\n' ? 1 : 0;
    }
    if (at[0] == 0xC2) {
        return trail && at[1] >= 0xA0 ? 2 : 0;
    }
    if (at[0] == 0xC3 || at[0] == 0xC5) {
        return trail ? 2 : 0;
    }
    bool punctuation =
        at[0] == 0xE2 && at[1] == 0x80 && at[2] >= 0x90 && at[2] <= 0xA6;
    return punctuation ? 3 : 0;
}

bool utf8_is_clean(const char *text)
{
    const unsigned char *at = (const unsigned char *)text;
    while (*at != '\0') {
        bool plain = *at >= ' ' && *at < 0x7F; // as most are
        size_t length = plain ? 1 : clean_length(at);
        if (length == 0) {
            return false;
        }
        at += length;
    }
    return true;
}
