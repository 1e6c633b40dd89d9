// SPDX-License-Identifier: MIT
#include "yaml/document_text.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text_buffer.h"
#include "base/utf8.h"

enum {
    REPLACEMENT = 0xFFFD,
    BYTE_ORDER_MARK = 0xFEFF,
    REFUSED_MAX = 20 // with so many characters like that it is no text
};

// Where in a line a character stands.
enum line_part {
    LINE_INDENT, // spaces and the dashes of lists
    LINE_KEY,
    LINE_REST, // behind the first colon
};

struct walker {
    struct place place;
    enum line_part part;
    bool item;       // the line begins with '- '
    bool word;       // its key is one word so far
    uint32_t before; // the character in front
    size_t refused;  // characters so far
};

static bool is_utf16(const char *bytes, size_t length)
{
    return length >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 ||
                           memcmp(bytes, "\xFE\xFF", 2) == 0);
}

static uint32_t utf16_unit(const unsigned char *bytes, bool little)
{
    return little ? (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8
                  : (uint32_t)bytes[1] | (uint32_t)bytes[0] << 8;
}

// A half of a pair without its other half becomes U+FFFD.
static void decode_utf16(const char *bytes, size_t length,
                         struct text_buffer *out)
{
    const unsigned char *units = (const unsigned char *)bytes;
    bool little = units[0] == 0xFF;
    size_t at = 2;
    while (at + 1 < length) {
        uint32_t unit = utf16_unit(units + at, little);
        at += 2;
        uint32_t low = at + 1 < length ? utf16_unit(units + at, little) : 0;
        bool pair =
            unit >= 0xD800 && unit < 0xDC00 && low >= 0xDC00 && low < 0xE000;
        if (pair) {
            unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        } else if (unit >= 0xD800 && unit < 0xE000) {
            unit = REPLACEMENT;
        }
        text_buffer_add_rune(out, unit);
    }
}

static struct place place_at_offset(const char *path, const char *bytes,
                                    size_t offset)
{
    struct place place = {path, 1, 1};
    for (size_t i = 0; i < offset; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        if (byte == '\n') {
            place.line++;
            place.column = 1;
        } else if ((byte & 0xC0) != 0x80) {
            place.column++;
        }
    }
    return place;
}

static void report_control(uint32_t rune, struct place place,
                           struct diag_list *diags)
{
    char code[16];
    snprintf(code, sizeof code, "U+%04X", (unsigned)rune);
    diag_add(diags, FAULT_CONTROL_CHARACTER, place, code, NULL, NULL);
}

bool document_decode(const char *bytes, size_t length, struct place whole,
                     struct diag_list *diags, struct text_buffer *out)
{
    if (is_utf16(bytes, length)) {
        decode_utf16(bytes, length, out);
        return true;
    }
    const char *nul = memchr(bytes, '\0', length);
    if (nul != NULL) {
        size_t offset = (size_t)(nul - bytes);
        report_control(0, place_at_offset(whole.path, bytes, offset), diags);
        return false;
    }
    if (utf8_is_valid(bytes, length)) {
        text_buffer_add_bytes(out, bytes, length);
        return true;
    }
    diag_add(diags, FAULT_FILE_NOT_UTF8, whole, NULL, NULL, NULL);
    char *converted = utf8_from_windows_1252(bytes, length);
    text_buffer_add(out, converted);
    free(converted);
    return true;
}

static bool is_unbreakable_space(uint32_t rune)
{
    return rune == 0xA0 || rune == 0x202F;
}

static bool is_separator(uint32_t rune)
{
    return rune == 0x85 || rune == 0x2028 || rune == 0x2029 || rune == '\v' ||
           rune == '\f';
}

// What libyaml would refuse, at a place of 1:1.
static bool is_refused(uint32_t rune)
{
    bool control = rune < 0x20 && (rune < '\t' || rune > '\r');
    return control || (rune >= 0x7F && rune < 0xA0 && rune != 0x85) ||
           rune == 0xFFFE || rune == 0xFFFF;
}

static bool begins_with_space(const char *text)
{
    uint32_t rune = utf8_next(&text);
    return rune == ' ' || is_unbreakable_space(rune);
}

// The unbreakable spaces a word processor leaves in the indentation, behind a
// dash and behind a key's colon are spaces to YAML too.
static uint32_t plain_space(const struct walker *walker, uint32_t rune,
                            uint32_t before)
{
    bool behind_colon = walker->part == LINE_REST && before == ':' &&
                        (walker->item || walker->word);
    bool plain = walker->part == LINE_INDENT || behind_colon;
    return plain && is_unbreakable_space(rune) ? ' ' : rune;
}

static void step(struct walker *walker, uint32_t rune, const char *behind)
{
    bool space = rune == ' ' || is_unbreakable_space(rune);
    walker->place.column++;
    if (rune == '\n' || (rune == '\r' && *behind != '\n')) {
        struct place place = {walker->place.path, walker->place.line + 1, 1};
        *walker = (struct walker){
            .place = place, .word = true, .refused = walker->refused};
    } else if (walker->part == LINE_INDENT) {
        bool dash = rune == '-' && begins_with_space(behind);
        walker->item |= dash;
        walker->part = dash || space ? LINE_INDENT : LINE_KEY;
    } else if (walker->part == LINE_KEY) {
        walker->word &= !space;
        walker->part = rune == ':' ? LINE_REST : LINE_KEY;
    }
}

static bool is_directive(const struct walker *walker, uint32_t rune)
{
    return rune == '%' && walker->place.column == 1;
}

// A character that begins like one that may not be kept.
static bool is_suspect(const char *at)
{
    unsigned char byte = (unsigned char)*at;
    bool control = (byte < ' ' && byte != '\t') || byte == 0x7F;
    bool no_break = byte == 0xC2 && (unsigned char)at[1] <= 0xA0;
    bool separator = byte == 0xE2 && (unsigned char)at[1] == 0x80 &&
                     (unsigned char)at[2] >= 0xA8 &&
                     (unsigned char)at[2] <= 0xAF;
    return control || no_break || separator || byte == 0xEF;
}

// True for a line, up to its break, whose characters are all kept.
static bool line_is_plain(const char *at, const char *end)
{
    if (at < end && *at == '%') {
        return false;
    }
    for (; at < end; at++) {
        unsigned char byte = (unsigned char)*at;
        bool ours = byte >= ' ' && byte < 0x7F; // as most are
        if (!ours && is_suspect(at)) {
            return false;
        }
    }
    return true;
}

// Takes a line over as it is, with its break. False if it has to be walked.
static bool take_plain_line(struct walker *walker, const char **at,
                            const char *end, struct text_buffer *out)
{
    if (walker->place.column != 1) {
        return false;
    }
    const char *stop = memchr(*at, '\n', (size_t)(end - *at));
    const char *last = stop;
    if (stop == NULL) {
        return false;
    }
    last -= stop > *at && stop[-1] == '\r' ? 1 : 0;
    if (!line_is_plain(*at, last)) {
        return false;
    }
    text_buffer_add_bytes(out, *at, (size_t)(stop + 1 - *at));
    walker->place.line++;
    *at = stop + 1;
    return true;
}

// False if nothing more is to be read.
static bool take_rune(struct walker *walker, uint32_t rune, const char *behind,
                      struct diag_list *diags, struct text_buffer *out)
{
    if (is_directive(walker, rune)) {
        // Thousands of them would keep libyaml busy for a minute.
        diag_add(diags, FAULT_YAML_DIRECTIVE, walker->place, NULL, NULL, NULL);
        return false;
    }
    uint32_t kept = is_separator(rune) ? ' ' : rune;
    if (is_refused(rune)) {
        report_control(rune, walker->place, diags);
        walker->refused++;
        kept = REPLACEMENT;
    }
    text_buffer_add_rune(out, plain_space(walker, kept, walker->before));
    step(walker, rune, behind);
    walker->before = rune;
    // A NUL would end the text.
    return rune != 0 && walker->refused < REFUSED_MAX;
}

bool document_text_is_plain(const char *bytes, size_t length)
{
    const char *at = bytes, *end = bytes + length;
    if (!utf8_is_valid(bytes, length)) {
        return false;
    }
    while (at < end) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        stop = stop != NULL ? stop : end;
        const char *last = stop > at && stop[-1] == '\r' ? stop - 1 : stop;
        if (!line_is_plain(at, last)) {
            return false;
        }
        at = stop < end ? stop + 1 : end;
    }
    return true;
}

bool document_text(const char *bytes, size_t length, const char *path,
                   struct diag_list *diags, struct text_buffer *out)
{
    struct text_buffer decoded = {0};
    struct walker walker = {
        .place = {path, 1, 1},
          .word = true
    };
    struct place whole = {path, 0, 0};
    bool sound = document_decode(bytes, length, whole, diags, &decoded);
    const char *at = text_buffer_text(&decoded);
    const char *end = at + decoded.length;
    while (sound && at < end) {
        if (take_plain_line(&walker, &at, end, out)) {
            continue;
        }
        uint32_t rune = utf8_next(&at);
        // At the beginning, or pasted with a text.
        if (rune != BYTE_ORDER_MARK) {
            sound = take_rune(&walker, rune, at, diags, out);
        }
    }
    text_buffer_release(&decoded);
    return sound;
}
