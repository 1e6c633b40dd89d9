// SPDX-License-Identifier: MIT
#include "draw/piece.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "draw/script.h"

// One code point and where it begins.
struct letter {
    uint32_t rune;
    const char *start;
};

// A text between two spaces.
struct token {
    const struct letter *letters;
    size_t count;
    bool address;
};

void piece_list_add(struct piece_list *list, struct piece piece)
{
    if (list->count == list->capacity) {
        list->capacity = 2 * list->capacity + 32;
        list->items =
            xrealloc(list->items, list->capacity, sizeof *list->items);
    }
    list->items[list->count] = piece;
    list->count++;
}

void piece_list_release(struct piece_list *list)
{
    free(list->items);
    *list = (struct piece_list){0};
}

static bool is_space(uint32_t rune)
{
    bool figure = rune == 0x2007; // as wide as a digit, and unbreakable
    return rune == ' ' || (rune >= 0x2000 && rune <= 0x200B && !figure) ||
           rune == 0x1680 || rune == 0x205F || rune == 0x3000;
}

static bool is_letter(uint32_t rune)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)rune);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

static bool is_digit(uint32_t rune)
{
    return rune >= '0' && rune <= '9';
}

static bool is_word(uint32_t rune)
{
    return is_letter(rune) || is_digit(rune);
}

static bool is_dash(uint32_t rune)
{
    return rune == 0x2013 || rune == 0x2014;
}

// A sign that stands between two spaces and belongs to what is in front.
static bool is_separator(uint32_t rune)
{
    return is_dash(rune) ||
           (rune < 0x80 && strchr("-/|+&:;!?", (int)rune) != NULL) ||
           rune == 0xB7 || rune == 0x2022 || rune == 0x2192;
}

static bool token_has(const struct token *token, size_t at, const char *ascii)
{
    for (; *ascii != '\0'; ascii++, at++) {
        if (at >= token->count || token->letters[at].rune != (uint32_t)*ascii) {
            return false;
        }
    }
    return true;
}

// A web or e-mail address, a domain or an account's name.
static bool is_address(const struct token *token)
{
    bool slash = false, dot = false, at_sign = false;
    for (size_t i = 1; i + 1 < token->count; i++) {
        uint32_t rune = token->letters[i].rune;
        bool between = is_word(token->letters[i - 1].rune) &&
                       is_word(token->letters[i + 1].rune);
        if (rune == '_' || token_has(token, i, "://")) {
            return true;
        }
        slash = slash || rune == '/';
        at_sign = at_sign || rune == '@';
        dot = dot || (rune == '.' && between && i >= 3);
    }
    return token_has(token, 0, "www.") || (dot && (slash || at_sign)) ||
           (dot && token->count >= 12);
}

// "https://www." is better not parted from what follows.
static bool ends_prefix(const struct token *token, size_t at)
{
    return (at >= 2 && token_has(token, at - 2, "://")) ||
           (at >= 3 && token_has(token, at - 3, "www."));
}

static bool breaks_address(const struct token *token, size_t at, size_t since)
{
    uint32_t rune = token->letters[at].rune;
    if (ends_prefix(token, at)) {
        return false;
    }
    bool sign = rune < 0x80 && strchr("/.@-_?&=", (int)rune) != NULL;
    bool enough = at - since >= 2 && token->count - at > 3;
    return sign && enough && is_word(token->letters[at + 1].rune);
}

static bool breaks_hyphen(const struct token *token, size_t at, size_t since)
{
    uint32_t rune = token->letters[at].rune;
    uint32_t next = token->letters[at + 1].rune;
    if (is_dash(rune)) {
        return at > since && is_word(next);
    }
    bool hyphen = rune == '-' || rune == 0x2010 || rune == '/';
    return hyphen && at - since >= 2 && token->count - at > 3 &&
           is_letter(token->letters[at - 1].rune) && is_letter(next);
}

// Signs that begin no line and signs that end none, in Chinese and Japanese.
static bool breaks_ideographs(uint32_t rune, uint32_t next)
{
    static const char *const CLOSING = "、。〉》」』】〕！），：；？ー〜々ぁぃ"
                                       "ぅぇぉっゃゅょァィゥェォッャュョ";
    static const char *const OPENING = "〈《「『【〔（";
    char bytes[5];
    bool ideographs =
        script_is_ideographic(rune) || script_is_ideographic(next);
    if (!ideographs || next < 0x80 || rune < 0x80) {
        return false;
    }
    utf8_encode(next, bytes);
    if (strstr(CLOSING, bytes) != NULL || script_is_mark(next)) {
        return false;
    }
    utf8_encode(rune, bytes);
    return strstr(OPENING, bytes) == NULL;
}

// Whether a line may end behind letter `at`, which is not the token's last;
// since is where the piece began. BREAK_LETTER: no.
static enum break_kind break_behind(const struct token *token, size_t at,
                                    size_t since)
{
    if (token->address) {
        return breaks_address(token, at, since) ? BREAK_ADDRESS : BREAK_LETTER;
    }
    if (breaks_hyphen(token, at, since)) {
        return BREAK_HYPHEN;
    }
    bool ideographs =
        breaks_ideographs(token->letters[at].rune, token->letters[at + 1].rune);
    return ideographs ? BREAK_SPACE : BREAK_LETTER;
}

static const char *letter_end(const struct letter *letter)
{
    return letter[1].start; // one more letter marks the text's end
}

static void add_letters(struct piece_list *list, const struct token *token,
                        size_t from, size_t to, enum break_kind after)
{
    const char *start = token->letters[from].start;
    struct piece piece = {
        .start = start,
        .length = (size_t)(letter_end(&token->letters[to]) - start),
        .after = after,
    };
    // "18h30–20h30" is better read in one go.
    if (to + 1 < token->count && is_digit(token->letters[to + 1].rune)) {
        piece.reluctance = RELUCTANCE_SOME;
    }
    piece_list_add(list, piece);
}

static bool token_is(const struct token *token, const char *word)
{
    size_t i = 0;
    uint32_t rune = utf8_next(&word);
    for (; i < token->count && rune != 0; i++) {
        utf8proc_int32_t letter = (utf8proc_int32_t)token->letters[i].rune;
        if (utf8proc_tolower(letter) != (utf8proc_int32_t)rune) {
            return false;
        }
        rune = utf8_next(&word);
    }
    return rune == 0 && i == token->count;
}

// Articles and prepositions of the languages around here: they belong to the
// word that follows.
static bool leans_on_next(const struct token *token)
{
    static const char *const WORDS[] = {
        "à",   "a",    "de",    "du",    "des",  "la",   "le",  "les", "un",
        "une", "et",   "ou",    "en",    "au",   "aux",  "par", "sur", "sous",
        "ce",  "cet",  "ces",   "son",   "sa",   "ses",  "mon", "ma",  "mes",
        "nos", "vos",  "notre", "votre", "leur", "que",  "qui", "ne",  "se",
        "the", "of",   "and",   "to",    "in",   "for",  "at",  "on",  "an",
        "el",  "los",  "las",   "lo",    "dels", "del",  "amb", "per", "y",
        "una", "dans", "avec",  "sans",  "chez", "pour", "i",   "e",
    };
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (token_is(token, WORDS[i])) {
            return true;
        }
    }
    return false;
}

static void split_token(struct piece_list *list, const struct letter *letters,
                        size_t count)
{
    struct token token = {letters, count, false};
    token.address = is_address(&token);
    size_t from = 0;
    for (size_t i = 0; i + 1 < count; i++) {
        enum break_kind kind = break_behind(&token, i, from);
        if (kind != BREAK_LETTER) {
            add_letters(list, &token, from, i, kind);
            from = i + 1;
        }
    }
    add_letters(list, &token, from, count - 1, BREAK_SPACE);
    if (leans_on_next(&token)) {
        list->items[list->count - 1].reluctance = RELUCTANCE_SOME;
    }
}

static struct letter *letters_of(const char *utf8, size_t *count)
{
    struct letter *letters = xcalloc(strlen(utf8) + 1, sizeof *letters);
    *count = 0;
    letters[0] = (struct letter){0, utf8};
    const char *cursor = utf8;
    uint32_t rune = utf8_next(&cursor);
    while (rune != 0) {
        letters[*count].rune = rune;
        *count += 1;
        letters[*count] = (struct letter){0, cursor};
        rune = utf8_next(&cursor);
    }
    return letters;
}

static size_t skip_spaces(const struct letter *letters, size_t at)
{
    while (is_space(letters[at].rune)) {
        at++;
    }
    return at;
}

static size_t skip_word(const struct letter *letters, size_t at)
{
    while (letters[at].rune != 0 && letters[at].rune != '\n' &&
           !is_space(letters[at].rune)) {
        at++;
    }
    return at;
}

// Adds the pieces of the line that begins at letter `at`, and returns where
// it ends.
static size_t split_line(struct piece_list *list, const struct letter *letters,
                         size_t at)
{
    size_t count = list->count;
    at = skip_spaces(letters, at);
    const char *start = letters[at].start;
    while (letters[at].rune != 0 && letters[at].rune != '\n') {
        size_t end = skip_word(letters, at);
        split_token(list, letters + at, end - at);
        struct piece *last = &list->items[list->count - 1];
        at = skip_spaces(letters, end);
        last->spaces = (size_t)(letters[at].start - letters[end].start);
        bool lone = skip_word(letters, at) == at + 1;
        if (lone && is_separator(letters[at].rune)) {
            last->reluctance = RELUCTANCE_MUCH;
        }
    }
    if (list->count == count) {
        piece_list_add(list, (struct piece){.start = start});
    }
    list->items[list->count - 1].after = BREAK_LINE;
    return at;
}

void piece_list_split(struct piece_list *list, const char *utf8)
{
    size_t count = 0;
    struct letter *letters = letters_of(utf8, &count);
    size_t at = 0;
    while (at < count) {
        at = split_line(list, letters, at);
        if (letters[at].rune == '\n') {
            at++;
        }
    }
    free(letters);
}
