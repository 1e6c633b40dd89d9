// SPDX-License-Identifier: MIT
#include "decode/svg_root.h"

#include <stdint.h>
#include <string.h>

#include "decode/file.h"

// The part of the file that is still to be read.
struct cursor {
    const char *next, *end;
};

struct span {
    const char *text;
    size_t length;
};

static const struct {
    const char *name;
    double px;
} units[] = {
    {"pt", 96.0 / 72},
    {"pc", 16       },
    {"mm", 96 / 25.4},
    {"cm", 96 / 2.54},
    {"in", 96       },
    {"em", 16       },
    {"ex", 8        },
    {"px", 1        },
};

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void skip_space(struct cursor *cursor)
{
    while (cursor->next < cursor->end && is_space(*cursor->next)) {
        cursor->next++;
    }
}

static bool starts_with(const struct cursor *cursor, const char *text)
{
    size_t length = strlen(text);
    return (size_t)(cursor->end - cursor->next) >= length &&
           memcmp(cursor->next, text, length) == 0;
}

static bool skip(struct cursor *cursor, const char *text)
{
    if (!starts_with(cursor, text)) {
        return false;
    }
    cursor->next += strlen(text);
    return true;
}

static bool skip_behind(struct cursor *cursor, const char *text)
{
    const char *found = memmem(
        cursor->next, (size_t)(cursor->end - cursor->next), text, strlen(text));
    if (found == NULL) {
        return false;
    }
    cursor->next = found + strlen(text);
    return true;
}

// "<!DOCTYPE svg [ <!ENTITY ...> ]>", as some drawing programs write it.
static bool skip_doctype(struct cursor *cursor)
{
    while (cursor->next < cursor->end) {
        if (skip(cursor, ">")) {
            return true;
        }
        if (*cursor->next == '[' && !skip_behind(cursor, "]")) {
            return false;
        }
        if (cursor->next < cursor->end && *cursor->next != '>') {
            cursor->next++;
        }
    }
    return false;
}

static bool skip_prologue(struct cursor *cursor)
{
    skip(cursor, "\xEF\xBB\xBF"); // byte order mark
    skip_space(cursor);
    bool more = true;
    while (more) {
        if (starts_with(cursor, "<?")) {
            more = skip_behind(cursor, "?>");
        } else if (starts_with(cursor, "<!--")) {
            more = skip_behind(cursor, "-->");
        } else if (starts_with(cursor, "<!")) {
            more = skip_doctype(cursor);
        } else {
            return true;
        }
        skip_space(cursor);
    }
    return false;
}

bool svg_find_root(const struct file_bytes *file, size_t *out)
{
    const char *text = (const char *)file->data;
    struct cursor cursor = {text, text + file->length};
    if (!skip_prologue(&cursor)) {
        return false;
    }
    size_t start = (size_t)(cursor.next - text);
    if (!skip(&cursor, "<svg") || cursor.next == cursor.end ||
        !(is_space(*cursor.next) || *cursor.next == '>')) {
        return false;
    }
    *out = start;
    return true;
}

// Reads name="value". False at the end of the tag, and where there is none.
static bool next_attribute(struct cursor *cursor, struct span *name,
                           struct span *value)
{
    skip_space(cursor);
    name->text = cursor->next;
    while (cursor->next < cursor->end && !is_space(*cursor->next) &&
           strchr("=>/\"'", *cursor->next) == NULL) {
        cursor->next++;
    }
    name->length = (size_t)(cursor->next - name->text);
    skip_space(cursor);
    if (name->length == 0 || !skip(cursor, "=")) {
        return false;
    }
    skip_space(cursor);
    const char *quote = starts_with(cursor, "'") ? "'" : "\"";
    if (!skip(cursor, quote)) {
        return false;
    }
    value->text = cursor->next;
    if (!skip_behind(cursor, quote)) {
        return false;
    }
    value->length = (size_t)(cursor->next - 1 - value->text);
    return true;
}

static double read_digits(struct cursor *cursor, double number, double *place)
{
    while (cursor->next < cursor->end && is_digit(*cursor->next)) {
        number = number * 10 + (*cursor->next - '0');
        *place *= 10;
        cursor->next++;
    }
    return number;
}

static int read_exponent(struct cursor *cursor)
{
    if (!skip(cursor, "e") && !skip(cursor, "E")) {
        return 0;
    }
    int sign = skip(cursor, "-") ? -1 : 1;
    skip(cursor, "+");
    double place = 1;
    double exponent = read_digits(cursor, 0, &place);
    return sign * (exponent < 100 ? (int)exponent : 100);
}

// strtod() would expect a comma in half of Europe. 0 where there is no number.
static double read_number(struct cursor *cursor)
{
    skip_space(cursor);
    skip(cursor, ",");
    skip_space(cursor);
    double sign = skip(cursor, "-") ? -1 : 1;
    skip(cursor, "+");
    double place = 1;
    double number = read_digits(cursor, 0, &place);
    if (skip(cursor, ".")) {
        place = 1;
        number = read_digits(cursor, number, &place);
        number /= place;
    }
    // An em is a unit, not an exponent.
    if (!starts_with(cursor, "em") && !starts_with(cursor, "ex")) {
        int exponent = read_exponent(cursor);
        for (int i = 0; i < exponent; i++) {
            number *= 10;
        }
        for (int i = 0; i > exponent; i--) {
            number /= 10;
        }
    }
    return sign * number;
}

// In pixels; 0 for a share of something that is not known here.
static double read_length(struct span value)
{
    struct cursor cursor = {value.text, value.text + value.length};
    double number = read_number(&cursor);
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (starts_with(&cursor, units[i].name)) {
            return number * units[i].px;
        }
    }
    return starts_with(&cursor, "%") ? 0 : number;
}

static struct svg_view read_view(struct span value)
{
    struct cursor cursor = {value.text, value.text + value.length};
    struct svg_view view;
    view.x = read_number(&cursor);
    view.y = read_number(&cursor);
    view.width = read_number(&cursor);
    view.height = read_number(&cursor);
    return view;
}

static bool span_is(struct span span, const char *text)
{
    return span.length == strlen(text) &&
           memcmp(span.text, text, span.length) == 0;
}

bool svg_read_root(const struct file_bytes *file, size_t start,
                   struct svg_root *out)
{
    const char *text = (const char *)file->data;
    struct cursor cursor = {text + start, text + file->length};
    skip(&cursor, "<svg");
    struct svg_view view = {0};
    struct svg_view size = {0};
    struct span name;
    struct span value;
    const char *end = cursor.next;
    while (next_attribute(&cursor, &name, &value)) {
        end = cursor.next;
        if (span_is(name, "viewBox")) {
            view = read_view(value);
        } else if (span_is(name, "width")) {
            size.width = read_length(value);
        } else if (span_is(name, "height")) {
            size.height = read_length(value);
        }
    }
    if (!starts_with(&cursor, ">")) {
        return false;
    }
    bool has_view = view.width > 0 && view.height > 0;
    *out =
        (struct svg_root){start, (size_t)(end - text), has_view ? view : size};
    return true;
}
