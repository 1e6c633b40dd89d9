// SPDX-License-Identifier: MIT
#include "store/receipt_message.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text_buffer.h"
#include "base/utf8.h"
#include "store/receipt.h"
#include "store/receipt_words.h"

enum {
    CONTACT_BYTES_MAX = 200,
    SUBJECT_BYTES_MAX = 120, // before it is encoded
};

static const char SCHEME[] = "mailto:";

// RFC 6068: what may stand in a subject or a body as it is. '+' may, too, but
// some programs take it for a blank.
static bool stands(char byte)
{
    static const char OTHERS[] = "-._~!'()*,;:@";
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') ||
           (byte != '\0' && strchr(OTHERS, byte) != NULL);
}

static void add_encoded(struct text_buffer *out, const char *text,
                        size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (stands(text[i])) {
            text_buffer_add_bytes(out, &text[i], 1);
        } else if (text[i] == '\n') {
            text_buffer_add(out, "%0D%0A");
        } else {
            text_buffer_printf(out, "%%%02X", (unsigned)(unsigned char)text[i]);
        }
    }
}

// As much of a text as fits into limit bytes, ending with a whole character.
static size_t fitting(const char *text, size_t limit)
{
    const char *at = text;
    const char *end = text;
    while (utf8_next(&at) != 0 && (size_t)(at - text) <= limit) {
        end = at;
    }
    return (size_t)(end - text);
}

// As much of a line as fits, once it is encoded.
static void add_fitting(struct text_buffer *out, const char *line, size_t limit)
{
    struct text_buffer one = {0};
    const char *at = line;
    while (*at != '\0' && out->length < limit) {
        const char *start = at;
        utf8_next(&at);
        add_encoded(&one, start, (size_t)(at - start));
        if (out->length + one.length > limit) {
            break;
        }
        text_buffer_add_bytes(out, one.text, one.length);
        one.length = 0;
    }
    text_buffer_release(&one);
}

static char *encoded_line(const char *line)
{
    struct text_buffer out = {0};
    add_encoded(&out, line, strlen(line));
    add_encoded(&out, "\n", 1);
    return text_buffer_take(&out);
}

static char *encoded_rest(size_t count, enum fault_language language)
{
    char number[24];
    snprintf(number, sizeof number, "%zu", count);
    char *words = sentence(SENTENCE_AND_MORE, language, count,
                           (const char *const[3]){number, NULL, NULL});
    char *line = encoded_line(words);
    free(words);
    return line;
}

static void add_lines(struct text_buffer *out, const struct message *message,
                      enum fault_language language)
{
    for (size_t i = 0; i < message->line_count; i++) {
        char *line = encoded_line(message->lines[i]);
        char *rest = encoded_rest(message->line_count - i, language);
        bool last = i + 1 == message->line_count;
        size_t needed = strlen(line) + (last ? 0 : strlen(rest));
        bool fits = out->length + needed <= RECEIPT_MESSAGE_BYTES_MAX;
        if (fits) {
            text_buffer_add(out, line);
        } else if (i == 0) {
            // Half of the first sentence says more than nothing.
            add_fitting(out, message->lines[0], RECEIPT_MESSAGE_BYTES_MAX);
        } else {
            text_buffer_add(out, rest);
        }
        free(rest);
        free(line);
        if (!fits) {
            break;
        }
    }
}

char *message_link(const struct message *message, enum fault_language language)
{
    struct text_buffer out = {0};
    const char *contact = message->contact;
    bool writable = contact != NULL &&
                    strncmp(contact, SCHEME, strlen(SCHEME)) == 0 &&
                    strlen(contact) <= CONTACT_BYTES_MAX;
    text_buffer_add(&out, SCHEME);
    if (writable) {
        const char *address = contact + strlen(SCHEME);
        text_buffer_add_bytes(&out, address, strcspn(address, "?"));
    }
    text_buffer_add(&out, "?subject=");
    add_encoded(&out, message->subject,
                fitting(message->subject, SUBJECT_BYTES_MAX));
    text_buffer_add(&out, "&body=");
    add_lines(&out, message, language);
    return text_buffer_take(&out);
}
