// SPDX-License-Identifier: MIT
#include "yaml/mend_value.h"

#include <ctype.h>
#include <string.h>

#include "yaml/mend_line.h"

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static bool is_break(char byte)
{
    return byte == '\n' || byte == '\r';
}

static bool ends_or_blank(const char *at, const char *end)
{
    return at == end || is_blank(*at) || is_break(*at);
}

static bool is_name(char byte)
{
    return isalnum((unsigned char)byte) || byte == '_' || byte == '-';
}

// ">", "|-", "|2": nothing but a comment may follow.
static bool is_block_header(const char *at, const char *end)
{
    if (*at != '>' && *at != '|') {
        return false;
    }
    at++;
    while (at < end &&
           (*at == '+' || *at == '-' || isdigit((unsigned char)*at))) {
        at++;
    }
    const char *next = at;
    while (next < end && is_blank(*next)) {
        next++;
    }
    return next == end || (next > at && *next == '#');
}

// "&name", "*name", "!!str": YAML's own, which the reader refuses by name.
static bool is_property(const char *at, const char *end)
{
    const char *name = at + 1;
    if (*at == '!') {
        return name < end && (*name == '!' || *name == '<');
    }
    const char *behind = name;
    while (behind < end && is_name(*behind)) {
        behind++;
    }
    bool named = behind > name;
    if (*at == '&') {
        return named && ends_or_blank(behind, end);
    }
    return *at == '*' && named && text_skip_blanks(behind, end) == end;
}

static bool begins_like_no_text(const char *at, const char *end)
{
    if (*at == '\0' || is_property(at, end)) {
        return false;
    }
    if (strchr("-?:", *at) != NULL) {
        return ends_or_blank(at + 1, end);
    }
    return strchr(",[]{}#&*!|>'\"%@`", *at) != NULL;
}

// "#0B6E69" and "#fa3": a colour is no comment.
static bool is_colour(const char *at, const char *end)
{
    size_t digits = 0;
    while (at + 1 + digits < end && isxdigit((unsigned char)at[1 + digits])) {
        digits++;
    }
    return (digits == 3 || digits == 6) && ends_or_blank(at + 1 + digits, end);
}

// A hash is text if one space stands before it and a letter or digit behind
// it, in the value of a key for prose; else it begins a comment.
static bool is_hashtag(const char *start, const char *at, const char *end,
                       const struct value_place *place)
{
    unsigned char next = at + 1 < end ? (unsigned char)at[1] : ' ';
    bool word = isalnum(next) || next >= 0x80;
    bool two = at - start >= 2 && is_blank(at[-2]);
    bool link = strncmp(start, "http", 4) == 0;
    bool prose = place->key == WORD_UNKNOWN || place->key == WORD_OF_TEXT;
    return word && !two && !link && prose;
}

// Where the comment behind a plain text begins, else end. Sets *hashtag if
// there is a hash that is none.
static const char *plain_end(const char *at, const char *end,
                             const struct value_place *place, bool *hashtag)
{
    const char *hash = memchr(at, '#', (size_t)(end - at));
    while (hash != NULL) {
        bool behind_space = hash > at && is_blank(hash[-1]);
        if (behind_space && !is_hashtag(at, hash, end, place)) {
            return text_trim(at, hash);
        }
        *hashtag |= behind_space;
        hash = memchr(hash + 1, '#', (size_t)(end - hash - 1));
    }
    return text_trim(at, end);
}

static bool has_colon(const char *at, const char *end)
{
    const char *colon = memchr(at, ':', (size_t)(end - at));
    while (colon != NULL) {
        if (ends_or_blank(colon + 1, end)) {
            return true;
        }
        colon = memchr(colon + 1, ':', (size_t)(end - colon - 1));
    }
    return false;
}

// "- 21 janvier : Film", too far to the right, begins an entry.
static bool is_entry(const struct line *line)
{
    if (!text_is_dash(line->content, line->end)) {
        return false;
    }
    const char *item = text_skip_blanks(line->content + 1, line->end);
    return pair_split(item, line->end, false).colon != NULL;
}

// A line in which a plain text goes on.
static bool goes_on(const struct line *line, const struct value_place *place)
{
    return (long)line->indent > place->parent && !line_is_comment(line) &&
           !line_is_marker(line, '-') && !line_is_marker(line, '.') &&
           !pair_is_surely_key(line->content, line->end) && !is_entry(line);
}

// A plain text, which goes on in lines that stand deeper.
struct text {
    const char *first_end; // of its first line
    const char *end;
    bool hashtag;   // there is a hash in it
    bool has_colon; // that parts words
};

static struct text text_at(const char *at, const char *end,
                           const struct value_place *place)
{
    struct text text = {0};
    text.first_end = text.end = plain_end(at, end, place, &text.hashtag);
    text.has_colon = has_colon(at, text.end);
    const char *line_end = text_trim(at, end);
    struct line line = line_at(end, place->stop);
    while (text.end == line_end && line.next < place->stop) {
        line = line_at(line.next, place->stop);
        if (line_is_blank(&line)) {
            continue;
        }
        if (!goes_on(&line, place)) {
            break;
        }
        text.end = plain_end(line.content, line.end, place, &text.hashtag);
        text.has_colon |= has_colon(line.content, text.end);
        line_end = text_trim(line.content, line.end);
    }
    return text;
}

// Lines that look like keys or entries are not part of what a forgotten
// quotation mark or bracket opened.
static bool holds_other_lines(const char *from, const char *to,
                              const struct value_place *place)
{
    struct line line = line_at(from, place->stop);
    while (line.next < to) {
        line = line_at(line.next, place->stop);
        bool outside =
            !line_is_blank(&line) && (long)line.indent <= place->parent;
        if (outside && (pair_is_surely_key(line.content, line.end) ||
                        text_is_dash(line.content, line.end))) {
            return true;
        }
    }
    return false;
}

// Behind the quotation mark or bracket that closes the one at at, in this line
// or a later one. NULL if there is none, or text goes on behind it.
static const char *closed_end(const char *at, const char *end,
                              const struct value_place *place)
{
    bool quoted = *at == '"' || *at == '\'', broken = false;
    const char *behind =
        quoted ? text_quote_end(at, end, &broken) : text_flow_end(at, end);
    if (behind == NULL) {
        size_t left = (size_t)(place->stop - at);
        const char *reach =
            at + (left < *place->budget ? left : *place->budget);
        behind = quoted ? text_quote_end(at, reach, &broken)
                        : text_flow_end(at, reach);
        *place->budget -= (size_t)((behind != NULL ? behind : reach) - at);
        if (behind == NULL || holds_other_lines(end, behind, place)) {
            return NULL;
        }
    }
    struct line rest = line_at(behind, place->stop);
    bool comment = rest.content > behind && line_is_comment(&rest);
    return broken || !(line_is_blank(&rest) || comment) ? NULL : behind;
}

// True if the second of its quotation marks closes the first: 'L'île' and
// "Le "Rex"" are in marks as a whole, "Burn out" et "rencontre" is not.
static bool is_in_marks(const char *at, const char *end)
{
    char mark = *at;
    if (end - at < 3 || end[-1] != mark) {
        return false;
    }
    const char *second = memchr(at + 1, mark, (size_t)(end - at - 1));
    if (second == end - 1) {
        return true;
    }
    unsigned char next = (unsigned char)second[1];
    return is_blank(second[-1]) || isalnum(next) || next >= 0x80 ||
           next == (unsigned char)mark;
}

static struct value in_quotes(const char *at, const struct text *text)
{
    struct value value = {VALUE_TEXT, .end = text->end, .inner = at,
                          .inner_end = text->end};
    bool quoted = *at == '"' || *at == '\'';
    if (quoted && text->end == text->first_end && is_in_marks(at, text->end)) {
        value.inner++;
        value.inner_end--;
    }
    return value;
}

// It begins with a quotation mark or a bracket.
static struct value enclosed(const char *at, const char *end,
                             const struct value_place *place)
{
    const char *behind = closed_end(at, end, place);
    if (behind != NULL) {
        return (struct value){VALUE_SOUND, .end = behind};
    }
    struct text text = text_at(at, end, place);
    struct value value = in_quotes(at, &text);
    bool broken = false;
    value.open = (*at == '"' || *at == '\'')
                     ? text_quote_end(at, end, &broken) == NULL
                     : text_flow_end(at, end) == NULL;
    return value;
}

static struct value plain(const char *at, const char *end,
                          const struct value_place *place)
{
    struct text text = text_at(at, end, place);
    bool bad = begins_like_no_text(at, end) || text.has_colon;
    if (!bad && !text.hashtag) {
        return (struct value){VALUE_SOUND, .end = text.end};
    }
    struct value value = in_quotes(at, &text);
    value.hashtag = !bad;
    value.silent = text.end == at + 1 && *at == '?';
    return value;
}

struct value value_judge(const char *at, const char *end,
                         const struct value_place *place)
{
    if (at == end) {
        return (struct value){VALUE_EMPTY, .end = end};
    }
    if (*at == '#') {
        if (!is_colour(at, end) && !is_hashtag(at, at, end, place)) {
            return (struct value){VALUE_EMPTY, .end = end};
        }
        struct text words = text_at(at, end, place);
        struct value value = in_quotes(at, &words);
        value.hashtag = true;
        return value;
    }
    const char *behind = at;
    while (behind < end && !is_blank(*behind)) {
        behind++;
    }
    bool alone = text_skip_blanks(behind, end) == end;
    if (alone && is_property(at, end)) {
        return (struct value){VALUE_EMPTY, .end = end}; // "&name", and lines
    }
    if (is_block_header(at, end)) {
        return (struct value){VALUE_BLOCK, .end = end};
    }
    if (strchr("\"'[{", *at) != NULL && *at != '\0') {
        return enclosed(at, end, place);
    }
    return plain(at, end, place);
}
