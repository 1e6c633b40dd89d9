// SPDX-License-Identifier: MIT
#include "language/when_words.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text_buffer.h"
#include "base/utf8.h"

enum {
    VALUE_MAX = 999999,
    QUOTED_RUNES_MAX = 100
};

// The folded text, and for each of its bytes the offset of the typed one.
struct folded {
    struct text_buffer text;
    uint32_t *offsets; // one more than the text has bytes
    size_t room;       // for so many of them
};

struct scanner {
    struct folded folded;
    const struct vocabulary *vocabulary;
    struct words *words;
    size_t capacity;
    size_t at; // in the folded text
    size_t parentheses;
    bool space;
};

static void fold_rune(const char *bytes, size_t length, struct text_buffer *out)
{
    char rune[8] = {0};
    memcpy(rune, bytes, length);
    if (length == 1) {
        if (rune[0] >= 'A' && rune[0] <= 'Z') {
            rune[0] = (char)(rune[0] - 'A' + 'a');
        }
        bool control = (unsigned char)rune[0] <= ' ' || rune[0] == 0x7F;
        text_buffer_add_bytes(out, control ? " " : rune, 1);
        return;
    }
    char *folded = utf8_fold(rune);
    text_buffer_add(out, folded);
    free(folded);
}

// Notes that what was added behind before stands for what begins at offset.
static void note_offsets(struct folded *folded, size_t before, size_t offset)
{
    if (folded->text.length >= folded->room) {
        folded->room = 2 * folded->text.length + 64;
        folded->offsets =
            xrealloc(folded->offsets, folded->room, sizeof *folded->offsets);
    }
    for (size_t i = before; i <= folded->text.length; i++) {
        folded->offsets[i] = (uint32_t)offset;
    }
}

// Folds one character after the other: only so their places are known.
static struct folded fold(const char *text)
{
    struct folded folded = {0};
    const char *at = text;
    while (*at != '\0') {
        const char *rune = at;
        size_t before = folded.text.length;
        utf8_next(&at);
        fold_rune(rune, (size_t)(at - rune), &folded.text);
        note_offsets(&folded, before, (size_t)(rune - text));
    }
    note_offsets(&folded, folded.text.length, (size_t)(at - text));
    return folded;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static void scan_number(const char *text, struct token *token, size_t *length)
{
    token->kind = TOKEN_NUMBER;
    while (is_digit(text[*length])) {
        int value = token->value * 10 + (text[*length] - '0');
        token->value = value > VALUE_MAX ? VALUE_MAX : value;
        (*length)++;
    }
    token->digits = *length < 20 ? (int)*length : 20;
}

static size_t word_length(const char *text)
{
    const char *at = text;
    while (*at != '\0' && vocabulary_is_letter(at)) {
        utf8_next(&at);
    }
    return (size_t)(at - text);
}

// The longest of a status, a known word and a run of letters.
static void scan_word(const struct scanner *scanner, const char *text,
                      struct token *token, size_t *length)
{
    const struct term *term = vocabulary_match(scanner->vocabulary, text);
    size_t status = status_match(text, &token->status);
    size_t known = term != NULL ? term->length : 0;
    if (status > known) {
        token->kind = TOKEN_STATUS;
        *length = status;
    } else if (known > 0) {
        token->kind = TOKEN_WORD;
        token->term = *term;
        *length = known;
    } else if (vocabulary_is_letter(text)) {
        token->kind = TOKEN_WORD;
        *length = word_length(text);
    }
    // The dot of an abbreviation, or the end of a sentence.
    if (known > 0 && text[*length] == '.') {
        (*length)++;
    }
}

static void scan_mark(struct scanner *scanner, const char *text,
                      struct token *token, size_t *length)
{
    const char *behind = text;
    utf8_next(&behind);
    *length = (size_t)(behind - text);
    token->kind = TOKEN_MARK;
    token->mark = '.';
    if (*length == 1) {
        token->mark = text[0];
    }
    if (token->mark == '(' || token->mark == '[') {
        scanner->parentheses++;
    } else if (scanner->parentheses > 0 &&
               (token->mark == ')' || token->mark == ']')) {
        scanner->parentheses--;
    }
}

static void add_token(struct scanner *scanner, struct token token)
{
    struct words *words = scanner->words;
    if (words->count == scanner->capacity) {
        scanner->capacity = scanner->capacity > 0 ? scanner->capacity * 2 : 8;
        words->tokens =
            xrealloc(words->tokens, scanner->capacity, sizeof *words->tokens);
    }
    words->tokens[words->count++] = token;
}

static void scan_token(struct scanner *scanner)
{
    const char *text = scanner->folded.text.text + scanner->at;
    if (*text == ' ') {
        scanner->space = true;
        scanner->at++;
        return;
    }
    struct token token = {.space_before = scanner->space,
                          .in_parentheses = scanner->parentheses > 0};
    size_t length = 0;
    if (is_digit(*text)) {
        scan_number(text, &token, &length);
    } else {
        scan_word(scanner, text, &token, &length);
    }
    if (length == 0) {
        scan_mark(scanner, text, &token, &length);
    }
    token.start = scanner->folded.offsets[scanner->at];
    scanner->at += length;
    token.end = scanner->folded.offsets[scanner->at];
    scanner->space = false;
    add_token(scanner, token);
}

void words_init(struct words *words, const char *text,
                const struct vocabulary *vocabulary)
{
    *words = (struct words){.text = text};
    struct scanner scanner = {
        .folded = fold(text), .vocabulary = vocabulary, .words = words};
    while (scanner.at < scanner.folded.text.length) {
        scan_token(&scanner);
    }
    text_buffer_release(&scanner.folded.text);
    free(scanner.folded.offsets);
}

void words_release(struct words *words)
{
    free(words->tokens);
    *words = (struct words){0};
}

const struct token *words_at(const struct words *words, size_t index)
{
    static const struct token END = {.kind = TOKEN_END};
    return index < words->count ? &words->tokens[index] : &END;
}

bool words_mean(const struct words *words, size_t index, enum meaning meaning)
{
    // term.meanings is a set with one bit for each meaning.
    return (words_at(words, index)->term.meanings & 1U << meaning) != 0;
}

bool words_mark(const struct words *words, size_t index, char mark)
{
    const struct token *token = words_at(words, index);
    return token->kind == TOKEN_MARK && token->mark == mark;
}

bool words_joined(const struct words *words, size_t index)
{
    const struct token *token = words_at(words, index);
    return token->kind != TOKEN_END && !token->space_before;
}

void words_use(struct words *words, size_t from, size_t to, enum token_use use)
{
    for (size_t i = from; i < to && i < words->count; i++) {
        words->tokens[i].use = use;
    }
}

// Cleaned of what cannot be drawn, and cut.
static char *quoted(const char *bytes, size_t length)
{
    char *copy = xstrndup(bytes, length);
    char *clean = utf8_clean(copy);
    free(copy);
    const char *at = clean;
    for (int i = 0; i < QUOTED_RUNES_MAX && *at != '\0'; i++) {
        utf8_next(&at);
    }
    if (*at == '\0') {
        return clean;
    }
    char *cut = xasprintf("%.*s…", (int)(at - clean), clean);
    free(clean);
    return cut;
}

char *words_quote(const struct words *words, size_t from, size_t to)
{
    if (from >= to || to > words->count) {
        return xstrdup("");
    }
    size_t start = words->tokens[from].start;
    return quoted(words->text + start, words->tokens[to - 1].end - start);
}

char *words_quote_all(const struct words *words)
{
    return words_quote(words, 0, words->count);
}

static bool is_left(const struct token *token)
{
    // A lone comma or dash is no news; a sign such as '+' or '%' is.
    bool plain = token->kind == TOKEN_MARK &&
                 strchr(".,;:-/()[]'\"!*_|", token->mark) != NULL;
    return token->use == TOKEN_UNUSED && !plain;
}

static bool may_lead(const struct words *words, size_t index)
{
    const struct token *token = words_at(words, index);
    return token->use == TOKEN_FILLER && token->kind != TOKEN_MARK;
}

// The end of what is left over from at on: small words and marks belong to it
// if more of it follows.
static size_t run_end(const struct words *words, size_t at)
{
    size_t end = at + 1;
    for (size_t i = end; i < words->count; i++) {
        const struct token *token = &words->tokens[i];
        if (token->use == TOKEN_USED) {
            break;
        }
        if (is_left(token)) {
            end = i + 1;
        }
    }
    return end;
}

char *words_left(const struct words *words)
{
    struct text_buffer left = {0};
    size_t last = 0; // the end of the run before
    for (size_t i = 0; i < words->count; i++) {
        if (!is_left(&words->tokens[i])) {
            continue;
        }
        size_t from = i;
        while (from > last && may_lead(words, from - 1)) {
            from--;
        }
        size_t end = run_end(words, i);
        char *run = words_quote(words, from, end);
        text_buffer_add(&left, left.length > 0 ? " … " : "");
        text_buffer_add(&left, run);
        free(run);
        last = end;
        i = end - 1;
    }
    if (left.length == 0) {
        text_buffer_release(&left);
        return NULL;
    }
    char *text = quoted(left.text, left.length);
    text_buffer_release(&left);
    return text;
}
