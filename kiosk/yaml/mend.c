// SPDX-License-Identifier: MIT
#include "yaml/mend.h"

#include <string.h>

#include "yaml/mend_levels.h"
#include "yaml/mend_line.h"
#include "yaml/mend_value.h"
#include "yaml/mend_words.h"
#include "yaml/mend_writer.h"

enum {
    NO_BLOCK = -2
};

// Of the list of events.
enum list_state {
    LIST_TO_COME,
    LIST_NEXT, // it begins in the next line
    LIST_OPEN,
    LIST_OVER,
};

struct mender {
    struct mend_writer writer;
    const char *stop; // of the text
    struct levels levels;
    long block;    // the column the lines of a '>' or '|' text are beyond
    size_t budget; // bytes that may be looked at in advance
    enum list_state list;
    size_t list_column; // of its dashes
    bool content;       // there was some
    bool unfinished;    // the last line is only a part of one
};

static void begin_list(struct mender *mender)
{
    struct mended *out = mender->writer.out;
    out->list = (struct mended_list){.start = out->text.length,
                                     .line = mender->writer.number - 1};
    mender->list = LIST_OPEN;
}

// A dash at that column: the first one is an entry's.
static void count_entry(struct mender *mender, size_t column)
{
    struct mended_list *list = &mender->writer.out->list;
    if (mender->list == LIST_OPEN && list->entries == 0) {
        mender->list_column = column;
    }
    if (mender->list == LIST_OPEN && column == mender->list_column) {
        list->entries++;
    }
}

// The line that is being written belongs to no list of events.
static void end_list(struct mender *mender)
{
    if (mender->list == LIST_OPEN) {
        mender->writer.out->list.end = mender->writer.start;
        mender->list = LIST_OVER;
    }
}

// Only its break is kept.
static const char *leave_out(struct mender *mender, const struct line *line)
{
    writer_report(&mender->writer, line, FAULT_LINE_LOST, line->content,
                  line->content, line->end);
    if (mender->writer.number > 1 && *line->end == '\n' &&
        line->start[-1] == '\r') {
        writer_add_text(&mender->writer, " "); // or the two would be one break
    }
    writer_add(&mender->writer, line->end, line->next);
    mender->unfinished = line->next == mender->stop;
    return line->next;
}

static void emit_indent(struct mender *mender, const struct line *line,
                        size_t column)
{
    if (!line->tabs && column == line->indent) {
        writer_add(&mender->writer, line->start, line->content);
        return;
    }
    writer_add_spaces(&mender->writer, column);
    writer_note_column(&mender->writer, line, line->content);
    writer_note(&mender->writer, line->tabs ? SLIP_TAB : SLIP_INDENT,
                line->content);
}

// Returns where it ends, perhaps in a later line.
static const char *emit_value(struct mender *mender, const struct line *line,
                              const char *at, const struct value_place *place)
{
    struct value value = value_judge(at, line->end, place);
    mender->levels.awaits = value.kind == VALUE_EMPTY;
    if (value.kind == VALUE_BLOCK) {
        mender->block = place->parent;
    }
    if (value.kind != VALUE_TEXT) {
        writer_add(&mender->writer, at, value.end);
        return value.end;
    }
    writer_add_quoted(&mender->writer, value.inner, value.inner_end);
    if (!value.silent) {
        writer_note(&mender->writer, value.hashtag ? SLIP_HASH : SLIP_QUOTES,
                    at);
    }
    mender->unfinished = value.open && value.end == mender->stop;
    return value.end;
}

// The kind of a key matters to hashes only.
static enum word_kind kind_of(const char *key, const char *key_end,
                              const struct line *line)
{
    size_t length = (size_t)(line->end - line->content);
    return memchr(line->content, '#', length) != NULL
               ? word_kind(key, (size_t)(key_end - key))
               : WORD_UNKNOWN;
}

static const char *emit_pair(struct mender *mender, const struct line *line,
                             const char *at, const struct pair *pair)
{
    if (pair->quote_key) {
        writer_add_quoted(&mender->writer, at, pair->key_end);
        writer_note(&mender->writer, SLIP_QUOTES, at);
    } else {
        writer_add(&mender->writer, at, pair->key_end);
    }
    if (!pair->mend_colon) {
        writer_add(&mender->writer, pair->key_end, pair->value);
    } else {
        writer_add(&mender->writer, pair->key_end, pair->colon);
        writer_add_text(&mender->writer, pair->value < line->end ? ": " : ":");
        if (pair->value == pair->behind || *pair->colon != ':') {
            writer_note(&mender->writer, SLIP_COLON, pair->colon);
        }
    }
    if (pair->quote_key || pair->mend_colon) {
        writer_note_column(&mender->writer, line, pair->value);
    }
    struct value_place place = {mender->stop, levels_parent(&mender->levels),
                                kind_of(at, pair->key_end, line),
                                &mender->budget};
    return emit_value(mender, line, pair->value, &place);
}

// "titre Film": a known key without its colon. At the head of a file only a
// title is one: "Programme des soirées" is not.
static struct pair pair_without_colon(const struct line *line, bool head)
{
    const char *end = line->content;
    while (end < line->end && *end != ' ') {
        end++;
    }
    const char *value = text_skip_blanks(end, line->end);
    size_t length = (size_t)(end - line->content);
    enum word_kind kind = word_kind(line->content, length);
    bool key = kind == WORD_OF_TEXT || (kind != WORD_UNKNOWN && !head);
    if (value == line->end || !key) {
        return (struct pair){0};
    }
    return (struct pair){.key_end = end,
                         .colon = end,
                         .behind = end,
                         .value = value,
                         .mend_colon = true};
}

// A dash and the spaces behind it, which YAML wants to be spaces. column is
// the dash's; returns where the entry begins, *column becomes its.
static const char *emit_dash(struct mender *mender, const struct line *line,
                             const char *at, size_t length, size_t *column)
{
    const char *behind = at + length;
    const char *item = text_skip_blanks(behind, line->end);
    size_t gap = text_characters(behind, item);
    levels_take_dash(&mender->levels, *column);
    bool tight = gap == 0 && item < line->end;
    if (*at != '-' || tight) {
        writer_note(&mender->writer, SLIP_DASH, at);
    }
    writer_add_text(&mender->writer, "-");
    writer_add_spaces(&mender->writer, tight ? 1 : gap);
    if (tight) {
        writer_note_column(&mender->writer, line, item);
    }
    *column += 1 + (tight ? 1 : gap);
    return item;
}

// How many bytes of a dash, or of what stands for one, begin the line; 0 if it
// is no entry of a list.
static size_t dash_length(const struct mender *mender, const struct line *line)
{
    size_t length = 0;
    const char *at = line->content;
    if (text_is_dash(at, line->end)) {
        return 1;
    }
    if (!levels_want_dash(&mender->levels, line->indent)) {
        return 0;
    }
    if (text_is_bullet(at, line->end, &length)) {
        return length;
    }
    bool tight = *at == '-' && line->end - at > 1 && at[1] != '-';
    return tight && pair_split(at + 1, line->end, false).colon != NULL ? 1 : 0;
}

// What stands behind the dashes, or a line's key and value.
static const char *emit_content(struct mender *mender, const struct line *line,
                                const char *at, size_t column)
{
    bool comment = at < line->end && *at == '#' &&
                   pair_split(at + 1, line->end, false).colon != NULL;
    if (at == line->end || comment || text_is_dash(at, line->end)) {
        writer_add(&mender->writer, at, line->end);
        return line->end;
    }
    struct pair pair = pair_split(at, line->end, false);
    if (pair.colon != NULL) {
        levels_take_key(&mender->levels, column);
        return emit_pair(mender, line, at, &pair);
    }
    struct value_place place = {mender->stop, levels_parent(&mender->levels),
                                WORD_UNKNOWN, &mender->budget};
    return emit_value(mender, line, at, &place);
}

static const char *mend_entry(struct mender *mender, const struct line *line,
                              size_t length)
{
    size_t column = levels_fit_dash(&mender->levels, line->indent);
    count_entry(mender, column);
    emit_indent(mender, line, column);
    const char *at = line->content;
    do {
        at = emit_dash(mender, line, at, length, &column);
        length = 1;
    } while (text_is_dash(at, line->end) && !mender->levels.full);
    return emit_content(mender, line, at, column);
}

static const char *mend_key(struct mender *mender, const struct line *line,
                            const struct pair *pair)
{
    size_t column = levels_fit_key(&mender->levels, line->indent);
    size_t length = (size_t)(pair->key_end - line->content);
    if (column == 0) {
        end_list(mender);
    }
    emit_indent(mender, line, column);
    levels_take_key(&mender->levels, column);
    const char *end = emit_pair(mender, line, line->content, pair);
    bool list = column == 0 && mender->list == LIST_TO_COME &&
                mender->levels.awaits &&
                word_kind(line->content, length) == WORD_OF_EVENTS;
    mender->list = list ? LIST_NEXT : mender->list;
    return end;
}

// A line without a dash or a key: the value of the key above, or lost.
static const char *mend_text(struct mender *mender, const struct line *line)
{
    long parent = levels_parent(&mender->levels);
    bool value = mender->levels.awaits && (long)line->indent > parent;
    struct line next = line_with_content(line->next, mender->stop);
    bool heading = parent < 0 && strchr("\"'[{>|", *line->content) == NULL &&
                   (text_is_dash(next.content, next.end) ||
                    pair_split(next.content, next.end, false).colon != NULL);
    if (value || (parent < 0 && !heading)) {
        if (line->indent == 0) {
            end_list(mender);
        }
        emit_indent(mender, line, line->indent);
        struct value_place place = {mender->stop, parent, WORD_UNKNOWN,
                                    &mender->budget};
        return emit_value(mender, line, line->content, &place);
    }
    struct pair pair = pair_without_colon(line, parent < 0);
    return pair.colon != NULL ? mend_key(mender, line, &pair) : NULL;
}

// NULL if nobody can make sense of it.
static const char *mend_content(struct mender *mender, const struct line *line)
{
    size_t length = dash_length(mender, line);
    if (length > 0) {
        return mend_entry(mender, line, length);
    }
    const char *at = line->content;
    if (*at == '?' && (line->end - at == 1 || at[1] == ' ')) {
        end_list(mender);
        writer_add(&mender->writer, line->start,
                   line->end); // YAML's own, refused later
        return line->end;
    }
    struct pair pair =
        pair_split(at, line->end, levels_parent(&mender->levels) >= 0);
    return pair.colon != NULL ? mend_key(mender, line, &pair)
                              : mend_text(mender, line);
}

// "---" between two entries is meant to part them, no documents.
static bool is_ornament(const struct mender *mender, const struct line *line)
{
    struct line next = line_with_content(line->next, mender->stop);
    if (!mender->content || line->next == mender->stop ||
        line_is_marker(&next, '-') || line_is_blank(&next)) {
        return false;
    }
    return line_is_marker(line, '.') || next.indent > 0 ||
           text_is_dash(next.content, next.end);
}

static const char *mend_marker(struct mender *mender, const struct line *line)
{
    if (is_ornament(mender, line)) {
        return leave_out(mender, line);
    }
    end_list(mender);
    if (mender->content) {
        mender->list = LIST_OVER; // another one is in a second document
    }
    writer_add(&mender->writer, line->start, line->next);
    mender->levels = (struct levels){0};
    return line->next;
}

// A line that holds nothing, but perhaps tabulations, which YAML refuses.
static void mend_blank(struct mender *mender, const struct line *line)
{
    if (line->tabs) {
        writer_add_spaces(&mender->writer, line->indent);
        writer_add(&mender->writer, line->content, line->next);
    } else {
        writer_add(&mender->writer, line->start, line->next);
    }
}

// True for a line of a text under '>' or '|'.
static bool is_in_block(struct mender *mender, const struct line *line)
{
    if (mender->block == NO_BLOCK) {
        return false;
    }
    if (line_is_blank(line) || (long)line->indent > mender->block) {
        return true;
    }
    mender->block = NO_BLOCK;
    return false;
}

// Returns where the next line begins.
static const char *mend_line(struct mender *mender, const struct line *line)
{
    if (is_in_block(mender, line)) {
        if (*line->start == '\t' && !line_is_blank(line)) {
            writer_add_spaces(&mender->writer, line->indent);
            writer_add(&mender->writer, line->content, line->next);
        } else {
            writer_add(&mender->writer, line->start, line->next);
        }
        return line->next;
    }
    if (line_is_blank(line) || line_is_comment(line)) {
        mend_blank(mender, line);
        return line->next;
    }
    mender->unfinished = false;
    if (line_is_marker(line, '-') || line_is_marker(line, '.')) {
        return mend_marker(mender, line);
    }
    const char *end = mend_content(mender, line);
    if (end == NULL) {
        return leave_out(mender, line);
    }
    mender->content = true;
    // The rest of the line in which the value ends, with its break.
    struct line rest = line_at(end, mender->stop);
    writer_add(&mender->writer, end, rest.next);
    writer_report_slips(&mender->writer, line);
    return rest.next;
}

static size_t count_lines(const char *from, const char *to)
{
    size_t count = 0;
    while (from < to) {
        from = line_at(from, to).next;
        count++;
    }
    return count;
}

static void mend_lines(struct mender *mender, const char *at)
{
    struct mend_writer *writer = &mender->writer;
    struct mended *out = writer->out;
    while (at < mender->stop && !mender->levels.full) {
        struct line line = line_at(at, mender->stop);
        writer->start = out->text.length;
        if (mender->list == LIST_NEXT) {
            begin_list(mender);
        }
        const char *next = mend_line(mender, &line);
        writer->number += next == line.next ? 1 : count_lines(at, next);
        at = next;
    }
    writer->start = out->text.length;
    end_list(mender);
    if (mender->levels.full) {
        // The reader will say so.
        out->list = (struct mended_list){0};
        writer_add(writer, at, mender->stop);
    }
}

void mend(struct text_buffer *text, const char *path, struct diag_list *diags,
          struct mended *out)
{
    const char *typed = text_buffer_text(text);
    size_t length = text->length;
    struct mender mender = {
        .writer = {.out = out,
                   .typed = typed,
                   .typed_length = length,
                   .path = path,
                   .diags = diags,
                   .number = 1},
        .stop = typed + length,
        .block = NO_BLOCK,
        .budget = 4 * length
    };
    mend_lines(&mender, typed);
    bool broken = length > 0 && strchr("\r\n", typed[length - 1]) == NULL;
    out->last_line = mender.writer.number - 1;
    out->cut = broken && (mender.unfinished || mender.levels.awaits);
    if (mender.writer.parted) {
        text_buffer_release(text);
    } else {
        // Lines at its end may have been left out.
        size_t written = out->text.length;
        out->text = *text;
        text_buffer_cut(&out->text, written);
    }
    *text = (struct text_buffer){0};
}
