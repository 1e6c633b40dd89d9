// SPDX-License-Identifier: MIT
#include "base/text_buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

void text_buffer_release(struct text_buffer *buffer)
{
    free(buffer->text);
    *buffer = (struct text_buffer){0};
}

static void make_room(struct text_buffer *buffer, size_t extra)
{
    size_t needed = buffer->length + extra + 1;
    if (needed <= buffer->capacity) {
        return;
    }
    size_t capacity = buffer->capacity > 0 ? buffer->capacity : 64;
    while (capacity < needed) {
        capacity *= 2;
    }
    buffer->text = xrealloc(buffer->text, capacity, 1);
    buffer->capacity = capacity;
}

void text_buffer_reserve(struct text_buffer *buffer, size_t length)
{
    if (length >= buffer->capacity) {
        buffer->text = xrealloc(buffer->text, length + 1, 1);
        buffer->capacity = length + 1;
        buffer->text[buffer->length] = '\0';
    }
}

void text_buffer_cut(struct text_buffer *buffer, size_t length)
{
    if (length < buffer->length) {
        buffer->length = length;
        buffer->text[length] = '\0';
    }
}

void text_buffer_add_bytes(struct text_buffer *buffer, const char *bytes,
                           size_t length)
{
    make_room(buffer, length);
    memcpy(buffer->text + buffer->length, bytes, length);
    buffer->length += length;
    buffer->text[buffer->length] = '\0';
}

void text_buffer_add(struct text_buffer *buffer, const char *text)
{
    text_buffer_add_bytes(buffer, text, strlen(text));
}

void text_buffer_add_rune(struct text_buffer *buffer, uint32_t rune)
{
    char bytes[5];
    text_buffer_add_bytes(buffer, bytes, utf8_encode(rune, bytes));
}

void text_buffer_printf(struct text_buffer *buffer, const char *format, ...)
{
    char *text = NULL;
    va_list arguments;
    va_start(arguments, format);
    int length = vasprintf(&text, format, arguments);
    va_end(arguments);
    if (length < 0) {
        abort();
    }
    text_buffer_add_bytes(buffer, text, (size_t)length);
    free(text);
}

const char *text_buffer_text(const struct text_buffer *buffer)
{
    return buffer->text != NULL ? buffer->text : "";
}

char *text_buffer_take(struct text_buffer *buffer)
{
    char *text = buffer->text != NULL ? buffer->text : xstrdup("");
    *buffer = (struct text_buffer){0};
    return text;
}
