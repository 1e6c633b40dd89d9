// SPDX-License-Identifier: MIT
#include "yaml/mend_line.h"

#include <ctype.h>
#include <string.h>

#include "yaml/mend_words.h"

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

// How many bytes an unbreakable space takes, 0 for anything else.
static size_t unbreakable_length(const char *at, const char *end)
{
    size_t left = (size_t)(end - at);
    if (left >= 2 && memcmp(at, "\xC2\xA0", 2) == 0) {
        return 2;
    }
    return left >= 3 && memcmp(at, "\xE2\x80\xAF", 3) == 0 ? 3 : 0;
}

struct line line_at(const char *at, const char *stop)
{
    struct line line = {.start = at, .content = at};
    while (line.content < stop && is_blank(*line.content)) {
        bool tab = *line.content++ == '\t';
        line.indent += tab ? TAB_COLUMNS : 1;
        line.tabs |= tab;
    }
    const char *from = line.content;
    const char *end = memchr(from, '\n', (size_t)(stop - from));
    end = end != NULL ? end : stop;
    const char *lone = memchr(from, '\r', (size_t)(end - from));
    line.end = end = lone != NULL ? lone : end;
    size_t left = (size_t)(stop - end);
    bool two = left >= 2 && end[0] == '\r' && end[1] == '\n';
    line.next = end + (two ? 2 : left > 0 ? 1 : 0);
    return line;
}

struct line line_with_content(const char *at, const char *stop)
{
    struct line line = line_at(at, stop);
    while (line.next < stop &&
           (line_is_blank(&line) || line_is_comment(&line))) {
        line = line_at(line.next, stop);
    }
    return line;
}

bool line_is_blank(const struct line *line)
{
    return line->content == line->end;
}

bool line_is_comment(const struct line *line)
{
    return line->content < line->end && *line->content == '#';
}

bool line_is_marker(const struct line *line, char mark)
{
    const char *at = line->start;
    size_t length = (size_t)(line->end - at);
    return length >= 3 && at[0] == mark && at[1] == mark && at[2] == mark &&
           (length == 3 || is_blank(at[3]));
}

bool text_is_dash(const char *at, const char *end)
{
    return at < end && *at == '-' && (at + 1 == end || is_blank(at[1]));
}

bool text_is_bullet(const char *at, const char *end, size_t *length)
{
    static const char *const BULLETS[] = {"-", "–", "—", "•", "·",
                                          "▪", "●", "‣", "*"};
    size_t left = (size_t)(end - at);
    for (size_t i = 0; i < sizeof BULLETS / sizeof *BULLETS; i++) {
        size_t size = strlen(BULLETS[i]);
        bool same = left > size && memcmp(at, BULLETS[i], size) == 0;
        if (same &&
            (is_blank(at[size]) || unbreakable_length(at + size, end) > 0)) {
            *length = size;
            return true;
        }
    }
    *length = 1;
    return text_is_dash(at, end);
}

const char *text_skip_blanks(const char *at, const char *end)
{
    while (at < end) {
        size_t step = is_blank(*at) ? 1 : unbreakable_length(at, end);
        if (step == 0) {
            break;
        }
        at += step;
    }
    return at;
}

const char *text_trim(const char *at, const char *end)
{
    while (end > at && is_blank(end[-1])) {
        end--;
    }
    return end;
}

size_t text_characters(const char *from, const char *to)
{
    size_t count = 0;
    for (const char *at = from; at < to; at++) {
        count += ((unsigned char)*at & 0xC0) != 0x80 ? 1 : 0;
    }
    return count;
}

// The length of the escape behind a '\', 0 if YAML has none like that.
static size_t escape_length(const char *at, const char *end)
{
    static const char PLAIN[] = "0abt\tnvfre \"/\\N_LP\n\r";
    size_t digits = 0;
    if (at == end || *at == '\0') {
        return 0;
    }
    if (strchr(PLAIN, *at) != NULL) {
        return 1;
    }
    digits = *at == 'x' ? 2 : *at == 'u' ? 4 : *at == 'U' ? 8 : 0;
    for (size_t i = 1; i <= digits; i++) {
        if (at + i >= end || !isxdigit((unsigned char)at[i])) {
            return 0;
        }
    }
    return digits > 0 ? digits + 1 : 0;
}

const char *text_quote_end(const char *at, const char *end, bool *broken)
{
    char mark = *at++;
    *broken = false;
    while (at < end) {
        if (mark == '"' && *at == '\\') {
            size_t length = escape_length(at + 1, end);
            *broken |= length == 0;
            at += 1 + (length > 0 ? length : 1);
        } else if (*at != mark) {
            at++;
        } else if (mark == '\'' && at + 1 < end && at[1] == mark) {
            at += 2;
        } else {
            return at + 1;
        }
    }
    return NULL;
}

bool text_is_comment(const char *start, const char *at)
{
    return *at == '#' && (at == start || is_blank(at[-1]) || at[-1] == '\n' ||
                          at[-1] == '\r');
}

static const char *comment_end(const char *at, const char *end)
{
    while (at < end && *at != '\n' && *at != '\r') {
        at++;
    }
    return at;
}

// Behind a quoted text or a comment in brackets; at itself where there is
// neither. NULL for a quoted text that does not end. begins: a value may begin
// at at, and so a quotation mark.
static const char *flow_skip(const char *start, const char *at, const char *end,
                             bool begins)
{
    bool broken = false;
    if (begins && (*at == '"' || *at == '\'')) {
        return text_quote_end(at, end, &broken);
    }
    // libyaml takes a hash for a comment at the head of a value too.
    bool comment = *at == '#' && (begins || text_is_comment(start, at));
    return comment ? comment_end(at, end) : at;
}

const char *text_flow_end(const char *at, const char *end)
{
    const char *start = at;
    size_t depth = 0;
    bool begins = true;
    while (at < end) {
        const char *behind = flow_skip(start, at, end, begins);
        if (behind == NULL) {
            return NULL;
        }
        if (behind > at) {
            begins = begins && *at == '#';
            at = behind;
            continue;
        }
        depth += *at == '[' || *at == '{' ? 1 : 0;
        depth -= *at == ']' || *at == '}' ? 1 : 0;
        if (depth == 0) {
            return at + 1;
        }
        bool space = is_blank(*at) || *at == '\n' || *at == '\r';
        begins = strchr("[{,:", *at) != NULL || (begins && space);
        at++;
    }
    return NULL;
}

static bool is_one_word(const char *at, const char *end)
{
    for (const char *byte = at; byte < end; byte++) {
        if (!isalpha((unsigned char)*byte) && (unsigned char)*byte < 0x80 &&
            strchr("_-'", *byte) == NULL) {
            return false;
        }
    }
    return at < end;
}

// "titre:Film", "20 janvier :Film": the colon of a key without its space.
static bool is_tight(const char *start, const char *at, const char *end,
                     bool certain)
{
    unsigned char next = (unsigned char)at[1];
    if (next == '/' || at == start) {
        return false;
    }
    if (word_kind(start, (size_t)(at - start)) != WORD_UNKNOWN) {
        return true;
    }
    bool begins = isalpha(next) || next >= 0x80 || strchr("\"'", next) != NULL;
    if (begins && at + 1 < end && is_blank(at[-1])) {
        return true;
    }
    return certain && is_one_word(start, at);
}

static bool is_wide_colon(const char *at, const char *end)
{
    return end - at >= 3 && memcmp(at, "：", 3) == 0;
}

static struct pair pair_at(const char *start, const char *colon, size_t length,
                           const char *end)
{
    const char *behind = colon + length;
    return (struct pair){.key_end = text_trim(start, colon),
                         .colon = colon,
                         .behind = behind,
                         .value = text_skip_blanks(behind, end)};
}

// A colon at at in front of a space or the end of the line, as YAML wants it,
// or of an unbreakable space. Without one, its colon is NULL.
static struct pair plain_colon(const char *start, const char *at,
                               const char *end)
{
    bool whole = at + 1 == end || is_blank(at[1]);
    bool unbreakable = !whole && unbreakable_length(at + 1, end) > 0;
    if (!whole && !unbreakable) {
        return (struct pair){0};
    }
    struct pair pair = pair_at(start, at, 1, end);
    pair.mend_colon = unbreakable;
    return pair;
}

// A colon at at that needs mending. Without one, its colon is NULL.
static struct pair slipped_colon(const char *start, const char *at,
                                 const char *end, bool certain)
{
    size_t length = is_wide_colon(at, end) ? 3 : 1;
    if (length == 1 && (*at != ':' || !is_tight(start, at, end, certain))) {
        return (struct pair){0};
    }
    struct pair pair = pair_at(start, at, length, end);
    pair.mend_colon = true;
    return pair;
}

// The first colon from at on that parts a key from its value.
static struct pair first_colon(const char *start, const char *at,
                               const char *end, bool certain)
{
    struct pair slipped = {0};
    for (; at < end && !(at > start && text_is_comment(start, at)); at++) {
        struct pair plain = {0};
        if (*at == ':') {
            plain = plain_colon(start, at, end);
        }
        if (plain.colon != NULL) {
            // A known key in front of an earlier colon is the better one.
            size_t length =
                slipped.colon != NULL ? (size_t)(slipped.colon - start) : 0;
            return word_kind(start, length) != WORD_UNKNOWN ? slipped : plain;
        }
        bool perhaps = *at == ':' || (unsigned char)*at == 0xEF;
        if (perhaps && slipped.colon == NULL) {
            slipped = slipped_colon(start, at, end, certain);
        }
    }
    return slipped;
}

// Behind what stands in quotation marks or brackets at the head of a line;
// NULL if it goes on in the next one.
static const char *head_end(const char *at, const char *end)
{
    bool broken = false;
    if (*at == '"' || *at == '\'') {
        return text_quote_end(at, end, &broken);
    }
    return text_flow_end(at, end);
}

static bool begins_like_no_text(const char *at, const char *end)
{
    if (*at == '&' || *at == '!') {
        // What is meant for YAML is refused with its own words.
        return at + 1 < end && (is_blank(at[1]) || at[1] == ':');
    }
    return *at != '\0' && strchr("*@%`,]}|>", *at) != NULL;
}

struct pair pair_split(const char *at, const char *end, bool certain)
{
    if (at == end) {
        return (struct pair){0};
    }
    if (*at == '\0' || strchr("\"'[{", *at) == NULL) {
        struct pair pair = first_colon(at, at, end, certain);
        pair.quote_key = pair.colon != NULL && begins_like_no_text(at, end);
        return pair;
    }
    const char *behind = head_end(at, end);
    const char *next = behind != NULL ? text_skip_blanks(behind, end) : end;
    if (next == end || text_is_comment(behind, next)) {
        return (struct pair){0}; // a text, or a list in brackets
    }
    struct pair pair = first_colon(at, behind, end, certain);
    bool quoted = *at == '"' || *at == '\'';
    pair.quote_key = pair.colon != NULL && !(quoted && pair.colon == next);
    return pair;
}

bool pair_is_surely_key(const char *at, const char *end)
{
    struct pair pair = pair_split(at, end, false);
    if (pair.colon == NULL || pair.mend_colon || pair.quote_key) {
        return false;
    }
    bool close = pair.key_end == pair.colon;
    return (close && is_one_word(at, pair.colon)) ||
           word_kind(at, (size_t)(pair.key_end - at)) != WORD_UNKNOWN;
}
