// SPDX-License-Identifier: MIT
#include "programme/calendar_file.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/text_buffer.h"
#include "base/utf8.h"
#include "yaml/document.h"
#include "yaml/document_text.h"

enum {
    DEPTH_MAX = 8,
    PROPERTIES_MAX = 500,        // of one component
    VALUE_BYTES_MAX = 64 * 1024, // the rest of a line is left out
};

// Lines as they are meant, and where each begins in the file.
struct lines {
    struct text_buffer text; // parted by '\n'
    size_t *numbers;
    size_t count, capacity;
};

struct reader {
    struct arena *arena;
    struct diag_list *diags;
    struct calendar_file *file;
    const char *open[DEPTH_MAX]; // names of the open components
    size_t depth;
    size_t taken_depth; // at which the component below was opened, from 1
    struct calendar_component component;
    struct calendar_property *properties; // of it
    size_t capacity;
    struct calendar_component *components;
    size_t component_capacity;
    bool is_calendar;
};

static bool is_utf16(const char *bytes, size_t length)
{
    return length >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 ||
                           memcmp(bytes, "\xFE\xFF", 2) == 0);
}

static void add_number(struct lines *lines, size_t number)
{
    if (lines->count == lines->capacity) {
        lines->capacity = lines->capacity > 0 ? lines->capacity * 2 : 256;
        lines->numbers =
            xrealloc(lines->numbers, lines->capacity, sizeof(size_t));
    }
    lines->numbers[lines->count++] = number;
}

// A line that begins with a space goes on with the one before.
static size_t begin_line(const char *bytes, size_t at, size_t number,
                         struct lines *out)
{
    if (out->count > 0 && (bytes[at] == ' ' || bytes[at] == '\t')) {
        return at + 1;
    }
    if (out->count > 0) {
        text_buffer_add(&out->text, "\n");
    }
    add_number(out, number);
    return at;
}

static void unfold(const char *bytes, size_t length, struct lines *out)
{
    size_t number = 1, at = 0;
    while (at < length) {
        at = begin_line(bytes, at, number, out);
        size_t begin = at;
        while (at < length && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        text_buffer_add_bytes(&out->text, bytes + begin, at - begin);
        bool pair =
            at + 1 < length && bytes[at] == '\r' && bytes[at + 1] == '\n';
        at += pair ? 2 : 1;
        number++;
    }
}

// Only whole characters can be told to be UTF-8, so lines are unfolded first.
static bool decode(const char *bytes, size_t length, struct place whole,
                   struct diag_list *diags, struct lines *out)
{
    if (is_utf16(bytes, length)) {
        struct text_buffer text = {0};
        bool sound = document_decode(bytes, length, whole, diags, &text);
        unfold(text_buffer_text(&text), text.length, out);
        text_buffer_release(&text);
        return sound;
    }
    struct text_buffer text = {0};
    unfold(bytes, length, out);
    bool sound = document_decode(text_buffer_text(&out->text), out->text.length,
                                 whole, diags, &text);
    text_buffer_release(&out->text);
    out->text = text;
    return sound;
}

// Where the value of a line begins: behind the first colon outside quotation
// marks. NULL if there is none.
static const char *value_of(const char *line)
{
    bool quoted = false;
    for (const char *at = line; *at != '\0'; at++) {
        if (*at == '"') {
            quoted = !quoted;
        } else if (*at == ':' && !quoted) {
            return at + 1;
        }
    }
    // A mark that never closes is no mark.
    const char *colon = strchr(line, ':');
    return colon != NULL ? colon + 1 : NULL;
}

// ASCII, whatever the locale.
static void make_capitals(char *text)
{
    for (char *at = text; *at != '\0'; at++) {
        if (*at >= 'a' && *at <= 'z') {
            *at = (char)(*at - 'a' + 'A');
        }
    }
}

static bool read_property(struct reader *reader, const char *line,
                          size_t number, struct calendar_property *out)
{
    const char *value = value_of(line);
    if (value == NULL) {
        return false;
    }
    size_t name = strcspn(line, ";:");
    size_t length = strlen(value);
    length = length < VALUE_BYTES_MAX ? length : VALUE_BYTES_MAX;
    char *capitals = arena_strndup(reader->arena, line, name);
    make_capitals(capitals);
    char *before = xstrndup(line, (size_t)(value - line));
    out->name = capitals;
    out->parameters = arena_strndup(reader->arena, line + name,
                                    (size_t)(value - 1 - line) - name);
    out->value = arena_strndup(reader->arena, value, length);
    out->line = arena_printf(reader->arena, "%s%s", before, out->value);
    out->place =
        (struct place){reader->file->path, number, utf8_length(before) + 1};
    free(before);
    return true;
}

static void begin_component(struct reader *reader, enum calendar_kind kind,
                            size_t number)
{
    reader->taken_depth = reader->depth;
    reader->component = (struct calendar_component){
        .kind = kind, .place = {reader->file->path, number, 1}
    };
}

static void keep_component(struct reader *reader)
{
    struct calendar_component *component = &reader->component;
    struct calendar_property *copy =
        arena_alloc(reader->arena, component->count, sizeof *copy);
    if (reader->properties != NULL) {
        memcpy(copy, reader->properties, component->count * sizeof *copy);
    }
    component->properties = copy;
    if (reader->file->count == reader->component_capacity) {
        size_t capacity = reader->component_capacity * 2;
        reader->component_capacity = capacity > 0 ? capacity : 64;
        reader->components =
            xrealloc(reader->components, reader->component_capacity,
                     sizeof *reader->components);
    }
    reader->components[reader->file->count++] = *component;
    reader->taken_depth = 0;
}

static void drop_component(struct reader *reader)
{
    if (reader->taken_depth > 0 && reader->component.kind == CALENDAR_EVENT) {
        diag_add(reader->diags, FAULT_CALENDAR_CUT_OFF, reader->component.place,
                 NULL, NULL, NULL);
    }
    reader->taken_depth = 0;
}

static void take_begin(struct reader *reader, const char *name, size_t number)
{
    bool event = strcasecmp(name, "VEVENT") == 0;
    if (event) {
        drop_component(reader); // it never ended
    }
    reader->is_calendar |= strcasecmp(name, "VCALENDAR") == 0 || event;
    if (reader->depth < DEPTH_MAX) {
        reader->open[reader->depth] = name;
    }
    reader->depth++;
    if (reader->taken_depth == 0 && event) {
        begin_component(reader, CALENDAR_EVENT, number);
    } else if (reader->taken_depth == 0 && strcasecmp(name, "VTIMEZONE") == 0) {
        begin_component(reader, CALENDAR_ZONE, number);
    }
}

// Closes the innermost component of that name, and what is still open in it.
static void take_end(struct reader *reader, const char *name)
{
    size_t depth = reader->depth < DEPTH_MAX ? reader->depth : DEPTH_MAX;
    while (depth > 0 && strcasecmp(reader->open[depth - 1], name) != 0) {
        depth--;
    }
    if (depth == 0) {
        return;
    }
    if (reader->taken_depth == depth) {
        keep_component(reader);
    } else if (reader->taken_depth > depth) {
        drop_component(reader);
    }
    reader->depth = depth - 1;
}

static void take_property(struct reader *reader,
                          const struct calendar_property *property)
{
    struct calendar_file *file = reader->file;
    bool named = strcmp(property->name, "NAME") == 0 ||
                 strcmp(property->name, "X-WR-CALNAME") == 0;
    if (reader->taken_depth == 0 && named && file->name == NULL) {
        file->name = property->value;
        file->name_place = property->place;
    }
    struct calendar_component *component = &reader->component;
    bool own = reader->depth == reader->taken_depth ||
               component->kind == CALENDAR_ZONE;
    if (reader->taken_depth == 0 || !own ||
        component->count == PROPERTIES_MAX) {
        return;
    }
    if (component->count == reader->capacity) {
        reader->capacity = reader->capacity > 0 ? reader->capacity * 2 : 32;
        reader->properties = xrealloc(reader->properties, reader->capacity,
                                      sizeof *reader->properties);
    }
    reader->properties[component->count++] = *property;
}

static void take_line(struct reader *reader, char *line, size_t number)
{
    static const char MARK[] = "\xEF\xBB\xBF";
    line += strncmp(line, MARK, sizeof MARK - 1) == 0 ? sizeof MARK - 1 : 0;
    size_t length = strlen(line);
    while (length > 0 && isspace((unsigned char)line[length - 1])) {
        line[--length] = '\0';
    }
    struct calendar_property property;
    if (length == 0 || !read_property(reader, line, number, &property)) {
        return;
    }
    bool begins = strcmp(property.name, "BEGIN") == 0;
    bool ends = strcmp(property.name, "END") == 0;
    bool zone = reader->taken_depth > 0 &&
                reader->component.kind == CALENDAR_ZONE &&
                (begins || reader->depth > reader->taken_depth);
    if (zone || (!begins && !ends)) {
        take_property(reader, &property); // a zone is handed on as it is
    }
    if (begins) {
        take_begin(reader, property.value, number);
    } else if (ends) {
        take_end(reader, property.value);
    }
}

static void take_lines(struct reader *reader, struct lines *lines)
{
    char *rest = lines->text.text;
    for (size_t i = 0; rest != NULL && i < lines->count; i++) {
        char *line = strsep(&rest, "\n");
        take_line(reader, line, lines->numbers[i]);
    }
    drop_component(reader);
}

bool calendar_file_read(struct arena *arena, const char *bytes, size_t length,
                        const char *shown_path, struct diag_list *diags,
                        struct calendar_file *out)
{
    *out = (struct calendar_file){.path = arena_strdup(arena, shown_path)};
    struct place whole = {out->path, 0, 0};
    if (length > DOCUMENT_BYTES_MAX) {
        diag_add(diags, FAULT_FILE_TOO_LARGE, whole, "4 MiB", NULL, NULL);
        return false;
    }
    struct reader reader = {.arena = arena, .diags = diags, .file = out};
    struct lines lines = {0};
    bool sound = decode(bytes, length, whole, diags, &lines);
    if (sound) {
        take_lines(&reader, &lines);
        struct calendar_component *components =
            arena_alloc(arena, out->count, sizeof *components);
        if (reader.components != NULL) {
            memcpy(components, reader.components,
                   out->count * sizeof *components);
        }
        out->components = components;
    }
    free(reader.components);
    free(reader.properties);
    free(lines.numbers);
    text_buffer_release(&lines.text);
    if (sound && !reader.is_calendar) {
        diag_add(diags, FAULT_CALENDAR_NONE, whole, NULL, NULL, NULL);
    }
    return sound && reader.is_calendar;
}

const struct calendar_property *
calendar_find(const struct calendar_component *component, const char *name)
{
    for (size_t i = 0; i < component->count; i++) {
        if (strcmp(component->properties[i].name, name) == 0) {
            return &component->properties[i];
        }
    }
    return NULL;
}

char *calendar_parameter(const struct calendar_property *property,
                         const char *name)
{
    size_t known = strlen(name);
    bool quoted = false;
    for (const char *at = property->parameters; *at != '\0'; at++) {
        quoted = *at == '"' ? !quoted : quoted;
        bool found = *at == ';' && !quoted &&
                     strncasecmp(at + 1, name, known) == 0 &&
                     at[1 + known] == '=';
        if (found) {
            const char *value = at + known + 2;
            bool mark = *value == '"';
            value += mark ? 1 : 0;
            return xstrndup(value, strcspn(value, mark ? "\"" : ";"));
        }
    }
    return NULL;
}

char *calendar_text(const char *value)
{
    struct text_buffer out = {0};
    for (const char *at = value; *at != '\0'; at++) {
        bool escape = at[0] == '\\' && at[1] != '\0' &&
                      strchr("nN,;:\\\"", at[1]) != NULL;
        at += escape ? 1 : 0;
        bool line = escape && (*at == 'n' || *at == 'N');
        text_buffer_add_bytes(&out, line ? "\n" : at, 1);
    }
    return text_buffer_take(&out);
}
