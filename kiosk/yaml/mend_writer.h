// SPDX-License-Identifier: MIT
// Writes mended lines: what goes out, which of its columns were typed where,
// and the fault that shows the corrected line.

#ifndef KIOSK_YAML_MEND_WRITER_H
#define KIOSK_YAML_MEND_WRITER_H

#include "yaml/mend.h"

struct line;

// What was wrong with a line, the gravest first.
enum slip {
    SLIP_TAB,
    SLIP_INDENT,
    SLIP_DASH,
    SLIP_COLON,
    SLIP_QUOTES,
    SLIP_HASH,
    SLIP_COUNT,
};

struct mend_writer {
    struct mended *out;
    const char *typed; // the whole text
    size_t typed_length;
    bool parted; // what is written is not what was typed
    const char *path;
    struct diag_list *diags;
    size_t number; // of the line that is being written
    size_t start;  // of it in out
    bool slips[SLIP_COUNT];
    const char *slip_at[SLIP_COUNT];
    bool tabs_told;
    size_t reports; // so far
};

// What was written so far, of the length of out's text.
const char *writer_text(const struct mend_writer *writer);

void writer_add(struct mend_writer *writer, const char *from, const char *to);
void writer_add_text(struct mend_writer *writer, const char *text);
void writer_add_spaces(struct mend_writer *writer, size_t count);

// In double quotation marks if nothing in it means anything there, else in
// single ones.
void writer_add_quoted(struct mend_writer *writer, const char *from,
                       const char *to);

// What comes next was typed at at: its column may be another one by now.
void writer_note_column(struct mend_writer *writer, const struct line *line,
                        const char *at);

// A slip at at, told with the line.
void writer_note(struct mend_writer *writer, enum slip slip, const char *at);

// One fault for the line, whatever number of slips there are in it.
void writer_report_slips(struct mend_writer *writer, const struct line *line);

// A fault at at whose argument is the text from from to to.
void writer_report(struct mend_writer *writer, const struct line *line,
                   enum fault fault, const char *at, const char *from,
                   const char *to);

#endif
