// SPDX-License-Identifier: MIT
#include "yaml/mend_writer.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "yaml/mend_line.h"

enum {
    SHOWN_BYTES_MAX = 200, // of a corrected line
    REPORTS_MAX = 1000,    // beyond, this is no programme
};

static const enum fault FAULTS[] = {
    [SLIP_TAB] = FAULT_MENDED_TAB,       [SLIP_INDENT] = FAULT_MENDED_INDENT,
    [SLIP_DASH] = FAULT_MENDED_DASH,     [SLIP_COLON] = FAULT_MENDED_COLON,
    [SLIP_QUOTES] = FAULT_MENDED_QUOTES, [SLIP_HASH] = FAULT_MENDED_HASH,
};
static_assert(sizeof FAULTS / sizeof *FAULTS == SLIP_COUNT, "a fault each");

// From here on the text is another one.
static void part_from_typed(struct mend_writer *writer)
{
    struct text_buffer *out = &writer->out->text;
    size_t length = out->length;
    *out = (struct text_buffer){0};
    text_buffer_reserve(out, writer->typed_length + writer->typed_length / 8);
    text_buffer_add_bytes(out, writer->typed, length);
    writer->parted = true;
}

// What is written as it was typed takes no room of its own.
static void put(struct mend_writer *writer, const char *bytes, size_t length)
{
    struct text_buffer *out = &writer->out->text;
    const char *typed = writer->typed + out->length;
    bool same = !writer->parted &&
                out->length + length <= writer->typed_length &&
                (bytes == typed || memcmp(bytes, typed, length) == 0);
    if (same) {
        out->length += length;
        return;
    }
    if (!writer->parted) {
        part_from_typed(writer);
    }
    text_buffer_add_bytes(out, bytes, length);
}

const char *writer_text(const struct mend_writer *writer)
{
    return writer->parted ? writer->out->text.text : writer->typed;
}

void writer_add(struct mend_writer *writer, const char *from, const char *to)
{
    put(writer, from, (size_t)(to - from));
}

void writer_add_text(struct mend_writer *writer, const char *text)
{
    put(writer, text, strlen(text));
}

void writer_add_spaces(struct mend_writer *writer, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        put(writer, " ", 1);
    }
}

void writer_note(struct mend_writer *writer, enum slip slip, const char *at)
{
    if (!writer->slips[slip]) {
        writer->slips[slip] = true;
        writer->slip_at[slip] = at;
    }
}

// What comes next was typed at at: its column may be another one by now.
void writer_note_column(struct mend_writer *writer, const struct line *line,
                        const char *at)
{
    struct mended *out = writer->out;
    const char *written = writer_text(writer);
    struct mend_shift shift = {
        writer->number,
        text_characters(written + writer->start, written + out->text.length) +
            1,
        text_characters(line->start, at) + 1};
    if (mended_column(out, shift.line, shift.column) == shift.typed) {
        return;
    }
    if (out->shift_count == out->shift_capacity) {
        out->shift_capacity = out->shift_capacity * 2 + 16;
        out->shifts =
            xrealloc(out->shifts, out->shift_capacity, sizeof *out->shifts);
    }
    out->shifts[out->shift_count++] = shift;
}

// In double quotation marks if nothing in it means anything there, else in
// single ones.
void writer_add_quoted(struct mend_writer *writer, const char *from,
                       const char *to)
{
    bool plain = true;
    for (const char *at = from; at < to; at++) {
        plain = plain && strchr("\"\\\r\n", *at) == NULL;
    }
    writer_add_text(writer, plain ? "\"" : "'");
    for (const char *at = from; at < to; at++) {
        writer_add(writer, at, at + 1);
        if (!plain && *at == '\'') {
            writer_add_text(writer, "'");
        }
    }
    writer_add_text(writer, plain ? "\"" : "'");
}

// A text for a fault: trimmed, and not too long.
static char *shown(const char *from, const char *to)
{
    from = text_skip_blanks(from, to);
    const char *end = from;
    while (end < to && *end != '\n' && *end != '\r') {
        end++;
    }
    size_t length = (size_t)(text_trim(from, end) - from);
    if (length <= SHOWN_BYTES_MAX) {
        return xstrndup(from, length);
    }
    length = SHOWN_BYTES_MAX;
    while (((unsigned char)from[length] & 0xC0) == 0x80) {
        length--;
    }
    return xasprintf("%.*s…", (int)length, from);
}

void writer_report(struct mend_writer *writer, const struct line *line,
                   enum fault fault, const char *at, const char *from,
                   const char *to)
{
    if (writer->reports++ >= REPORTS_MAX) {
        return;
    }
    struct place place = {writer->path, writer->number,
                          text_characters(line->start, at) + 1};
    char *text = shown(from, to);
    diag_add(writer->diags, fault, place, text, NULL, NULL);
    free(text);
}

// One fault for the line, whatever number of slips there are in it.
void writer_report_slips(struct mend_writer *writer, const struct line *line)
{
    if (writer->slips[SLIP_TAB] && writer->tabs_told) {
        writer->slips[SLIP_TAB] = false; // whoever uses one uses them all over
    }
    const char *written = writer_text(writer);
    for (size_t i = 0; i < SLIP_COUNT; i++) {
        if (writer->slips[i]) {
            writer->tabs_told |= i == SLIP_TAB;
            writer_report(writer, line, FAULTS[i], writer->slip_at[i],
                          written + writer->start,
                          written + writer->out->text.length);
            break;
        }
    }
    for (size_t i = 0; i < SLIP_COUNT; i++) {
        writer->slips[i] = false;
    }
}

void mended_release(struct mended *mended)
{
    text_buffer_release(&mended->text);
    free(mended->shifts);
    *mended = (struct mended){0};
}

// The first shift at or behind a place.
static size_t shift_from(const struct mended *mended, size_t line,
                         size_t column)
{
    size_t low = 0, high = mended->shift_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct mend_shift *shift = &mended->shifts[middle];
        bool before = shift->line < line ||
                      (shift->line == line && shift->column <= column);
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low;
}

size_t mended_column(const struct mended *mended, size_t line, size_t column)
{
    size_t index = shift_from(mended, line, column);
    if (index == 0 || mended->shifts[index - 1].line != line) {
        return column;
    }
    const struct mend_shift *shift = &mended->shifts[index - 1];
    return shift->typed + (column - shift->column);
}
