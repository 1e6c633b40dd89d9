// SPDX-License-Identifier: MIT
// A string that grows.

#ifndef KIOSK_BASE_TEXT_BUFFER_H
#define KIOSK_BASE_TEXT_BUFFER_H

#include <stddef.h>
#include <stdint.h>

// Zero-initialise with {0}. text is NUL-terminated once anything was added.
struct text_buffer {
    char *text;
    size_t length, capacity;
};

void text_buffer_release(struct text_buffer *buffer);
// Makes room for a text that long, so that adding to it moves nothing.
void text_buffer_reserve(struct text_buffer *buffer, size_t length);
// Drops what is behind length.
void text_buffer_cut(struct text_buffer *buffer, size_t length);
void text_buffer_add(struct text_buffer *buffer, const char *text);
void text_buffer_add_bytes(struct text_buffer *buffer, const char *bytes,
                           size_t length);
// Adds the UTF-8 form of a code point.
void text_buffer_add_rune(struct text_buffer *buffer, uint32_t rune);
void text_buffer_printf(struct text_buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

// The text so far, "" when empty; borrowed until the next call.
const char *text_buffer_text(const struct text_buffer *buffer);

// The text so far, now the caller's (free()); the buffer is empty after.
char *text_buffer_take(struct text_buffer *buffer);

#endif
