// SPDX-License-Identifier: MIT
// A text that is read in parts, so that one with a fault can be given up and
// the others read: what libyaml is fed, and where a part begins and ends.
//
// A part is a key of the file, or an entry of the list under such a key.

#ifndef KIOSK_YAML_DOCUMENT_PARTS_H
#define KIOSK_YAML_DOCUMENT_PARTS_H

#include <stdbool.h>
#include <stddef.h>

struct text_buffer;

struct document_input {
    struct text_buffer *text; // borrowed
    size_t start;             // where reading began, in bytes
    size_t line;              // the same as a line, from 0
    bool header;              // a key stands in front of it: a list follows
    size_t given;             // bytes handed out, the header's among them
};

// The list that is open, by the column of its dashes; none if !open.
struct document_list {
    bool open;
    size_t column;
};

// Begins anew at a line behind the one it began at. In a list that is the
// line of its entry's dash.
void document_input_start(struct document_input *input, size_t line,
                          struct document_list list);

// A yaml_read_handler_t; data is a struct document_input.
int document_input_read(void *data, unsigned char *buffer, size_t size,
                        size_t *size_read);

// The line of the text, from 0, that the parser counts as line.
size_t document_input_line(const struct document_input *input, size_t line);

// Overwrites the part that line is in with spaces.
void document_input_blank(struct document_input *input, size_t line,
                          struct document_list list);

#endif
