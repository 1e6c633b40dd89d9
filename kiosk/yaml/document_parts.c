// SPDX-License-Identifier: MIT
#include "yaml/document_parts.h"

#include <string.h>

#include "base/text_buffer.h"
#include "yaml/mend_line.h"

static const char HEADER[] = "-:\n"; // any key in front of a list

static bool begins_entry(const struct line *line, struct document_list list)
{
    return list.open && line->indent == list.column &&
           text_is_dash(line->content, line->end);
}

static bool begins_part(const struct line *line, struct document_list list)
{
    bool content = !line_is_blank(line) && !line_is_comment(line);
    return content && (line->indent == 0 || begins_entry(line, list));
}

void document_input_start(struct document_input *input, size_t line,
                          struct document_list list)
{
    const char *text = text_buffer_text(input->text);
    const char *stop = text + input->text->length;
    const char *at = text + input->start;
    for (size_t number = input->line; number <= line && at < stop; number++) {
        struct line here = line_at(at, stop);
        if (list.open ? begins_entry(&here, list) : number == line) {
            input->start = (size_t)(at - text);
            input->line = number;
        }
        at = here.next;
    }
    input->given = 0;
}

int document_input_read(void *data, unsigned char *buffer, size_t size,
                        size_t *size_read)
{
    struct document_input *input = data;
    size_t header = input->header ? sizeof HEADER - 1 : 0;
    const char *from = HEADER;
    size_t offset = input->given, left = header;
    if (input->given >= header) {
        from = text_buffer_text(input->text);
        offset = input->start + input->given - header;
        left = input->text->length;
    }
    from += offset;
    left -= offset;
    *size_read = left < size ? left : size;
    memcpy(buffer, from, *size_read);
    input->given += *size_read;
    return 1;
}

size_t document_input_line(const struct document_input *input, size_t line)
{
    size_t above = input->header && line > 0 ? 1 : 0;
    return input->line + line - above;
}

void document_input_blank(struct document_input *input, size_t line,
                          struct document_list list)
{
    char *text = input->text->text;
    const char *stop = text + input->text->length;
    const char *at = text + input->start, *begin = at;
    for (size_t number = input->line; at < stop; number++) {
        struct line here = line_at(at, stop);
        bool boundary = begins_part(&here, list);
        if (boundary && number > line) {
            break;
        }
        begin = boundary ? at : begin;
        at = here.next;
    }
    for (char *byte = text + (begin - text); byte < at; byte++) {
        if (*byte != '\n' && *byte != '\r') {
            *byte = ' ';
        }
    }
}
