// SPDX-License-Identifier: MIT
#include "base/excerpt.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include <utf8proc.h>

#include "base/memory.h"
#include "base/text_buffer.h"
#include "base/utf8.h"

enum {
    CONTROL_PICTURES = 0x2400, // ␀, ␁, … in the order of the controls
    PICTURE_OF_DELETE = 0x2421,
    ELLIPSIS = 0x2026,
};

// One character as a reader counts them: a letter with all its accents.
struct sign {
    size_t start, length; // in the text that is shown
    int width;            // in columns of a terminal
};

struct signs {
    struct text_buffer text;
    struct sign *items;
    size_t count, capacity;
    size_t caret; // the index of the one that is meant
};

// What is not seen, or reorders what is.
static bool is_hidden(uint32_t rune)
{
    bool control = rune >= 0x80 && rune < 0xA0;
    bool format = rune == 0x61C || (rune >= 0x200B && rune <= 0x200F) ||
                  (rune >= 0x2028 && rune <= 0x202E) ||
                  (rune >= 0x2060 && rune <= 0x206F) || rune == 0xFEFF ||
                  (rune >= 0xFFF9 && rune <= 0xFFFB);
    bool joiner = rune == 0x200D; // emoji are made with it
    bool private_use = (rune >= 0xE000 && rune <= 0xF8FF) || rune >= 0xF0000;
    return control || private_use || (format && !joiner);
}

// Writes the rune as it may be seen.
static void add_visible(struct text_buffer *out, uint32_t rune, bool keep_tab)
{
    if (rune < 0x20 && !(rune == '\t' && keep_tab)) {
        text_buffer_add_rune(out, CONTROL_PICTURES + rune);
    } else if (rune == 0x7F) {
        text_buffer_add_rune(out, PICTURE_OF_DELETE);
    } else if (is_hidden(rune)) {
        text_buffer_printf(out, "<U+%04X>", (unsigned)rune);
    } else {
        text_buffer_add_rune(out, rune);
    }
}

char *excerpt_visible(const char *text)
{
    struct text_buffer out = {0};
    for (uint32_t rune = utf8_next(&text); rune != 0; rune = utf8_next(&text)) {
        bool space = rune == '\n' || rune == '\r' || rune == '\t';
        add_visible(&out, space ? ' ' : rune, false);
    }
    return text_buffer_take(&out);
}

static int width_of(const char *shown, size_t length)
{
    const char *end = shown + length;
    int width = 0;
    while (shown < end) {
        uint32_t rune = utf8_next(&shown);
        // A tabulation stands under a tabulation: any width will do.
        width += rune == '\t' ? 1 : utf8proc_charwidth((int32_t)rune);
    }
    return width;
}

static struct sign *sign_begin(struct signs *signs)
{
    if (signs->count == signs->capacity) {
        signs->capacity = signs->capacity > 0 ? signs->capacity * 2 : 128;
        signs->items =
            xrealloc(signs->items, signs->capacity, sizeof *signs->items);
    }
    struct sign *sign = &signs->items[signs->count++];
    *sign = (struct sign){.start = signs->text.length};
    return sign;
}

static struct signs signs_of(const char *line, size_t column)
{
    struct signs signs = {.caret = SIZE_MAX};
    int32_t state = 0;
    uint32_t before = 0;
    size_t runes = 0;
    for (uint32_t rune = utf8_next(&line); rune != 0; rune = utf8_next(&line)) {
        bool begins = before == 0 ||
                      utf8proc_grapheme_break_stateful((int32_t)before,
                                                       (int32_t)rune, &state);
        struct sign *sign =
            begins ? sign_begin(&signs) : &signs.items[signs.count - 1];
        add_visible(&signs.text, rune, true);
        sign->length = signs.text.length - sign->start;
        if (++runes == column) {
            signs.caret = signs.count - 1;
        }
        before = rune;
    }
    if (signs.caret == SIZE_MAX) {
        signs.caret = signs.count; // behind the end
    }
    for (size_t i = 0; i < signs.count; i++) {
        struct sign *sign = &signs.items[i];
        sign->width = width_of(signs.text.text + sign->start, sign->length);
    }
    return signs;
}

// The signs that are shown: first to end, the caret's among them.
struct window {
    size_t first, end;
};

static struct window window_of(const struct signs *signs)
{
    int wide = 0;
    for (size_t i = 0; i < signs->count; i++) {
        wide += signs->items[i].width;
    }
    if (wide <= EXCERPT_COLUMNS) {
        return (struct window){0, signs->count};
    }
    // Two thirds of it in front of the caret: what is wrong begins there.
    struct window window = {signs->caret, signs->caret};
    int room = EXCERPT_COLUMNS * 2 / 3;
    while (window.first > 0 && room > signs->items[window.first - 1].width) {
        room -= signs->items[--window.first].width;
    }
    room += EXCERPT_COLUMNS / 3;
    while (window.end < signs->count && room > signs->items[window.end].width) {
        room -= signs->items[window.end++].width;
    }
    while (window.first > 0 && room > signs->items[window.first - 1].width) {
        room -= signs->items[--window.first].width;
    }
    return window;
}

static void add_blanks(struct text_buffer *caret, const struct signs *signs,
                       const struct sign *sign)
{
    if (signs->text.text[sign->start] == '\t') {
        text_buffer_add(caret, "\t");
        return;
    }
    for (int i = 0; i < sign->width; i++) {
        text_buffer_add(caret, " ");
    }
}

struct excerpt excerpt_make(const char *line, size_t column)
{
    struct signs signs = signs_of(line, column);
    struct window window = window_of(&signs);
    struct text_buffer shown = {0}, caret = {0};
    if (window.first > 0) {
        text_buffer_add_rune(&shown, ELLIPSIS);
        text_buffer_add(&caret, " ");
    }
    for (size_t i = window.first; i < window.end; i++) {
        const struct sign *sign = &signs.items[i];
        text_buffer_add_bytes(&shown, signs.text.text + sign->start,
                              sign->length);
        if (i < signs.caret) {
            add_blanks(&caret, &signs, sign);
        }
    }
    if (window.end < signs.count) {
        text_buffer_add_rune(&shown, ELLIPSIS);
    }
    text_buffer_add(&caret, "^");
    struct excerpt excerpt = {text_buffer_take(&shown),
                              text_buffer_take(&caret), signs.caret + 1};
    text_buffer_release(&signs.text);
    free(signs.items);
    return excerpt;
}

void excerpt_release(struct excerpt *excerpt)
{
    free(excerpt->line);
    free(excerpt->caret);
    *excerpt = (struct excerpt){0};
}
