// SPDX-License-Identifier: MIT
#include "programme/page_blocks.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/text_buffer.h"
#include "base/utf8.h"

enum {
    HEADING_LEVEL_MAX = 6,
    ITEM_DIGITS_MAX = 3
};

// What a list item may begin with: Markdown's signs and those people paste.
static const char *const BULLETS[] = {"-",      "*",      "+",      "\u2022",
                                      "\u2023", "\u25E6", "\u00B7", "\u2013"};

struct line {
    const char *text;
    size_t length;
    size_t number;
};

struct reader {
    struct arena *arena;
    struct block *blocks;
    size_t count, capacity;
    long heading;
    struct text_buffer markup; // of the open block
    bool open;
    const char *fence; // NULL: no code
    bool comment;
};

static void close_block(struct reader *reader)
{
    if (reader->open) {
        reader->blocks[reader->count - 1].markup =
            arena_strdup(reader->arena, text_buffer_text(&reader->markup));
        text_buffer_release(&reader->markup);
        reader->open = false;
    }
}

// Opens a block whose words begin at text, within line.
static void open_block(struct reader *reader, struct block block,
                       struct line line, const char *text)
{
    close_block(reader);
    if (reader->count == reader->capacity) {
        reader->capacity = reader->capacity > 0 ? reader->capacity * 2 : 64;
        reader->blocks =
            xrealloc(reader->blocks, reader->capacity, sizeof *reader->blocks);
    }
    char *before = xstrndup(line.text, (size_t)(text - line.text));
    block.line = line.number;
    block.column = utf8_length(before) + 1;
    free(before);
    if (block.kind == BLOCK_HEADING) {
        reader->heading = (long)reader->count;
    }
    block.heading = reader->heading;
    reader->blocks[reader->count++] = block;
    text_buffer_add_bytes(&reader->markup, text,
                          (size_t)(line.text + line.length - text));
    reader->open = true;
}

// Behind spaces and the unbreakable ones a word processor leaves.
static const char *behind_spaces(const char *at)
{
    while (true) {
        const char *next = at;
        uint32_t rune = utf8_next(&next);
        if (rune != ' ' && rune != '\t' && rune != 0xA0 && rune != 0x202F) {
            return at;
        }
        at = next;
    }
}

static bool begins(struct line line, const char *at, const char *sign)
{
    size_t length = strlen(sign);
    return (size_t)(line.text + line.length - at) >= length &&
           strncmp(at, sign, length) == 0;
}

// True if nothing but these signs, and spaces, stands in it: ---, * * *, ===.
static bool is_rule(struct line line, const char *at, char sign)
{
    size_t count = 0;
    for (; at < line.text + line.length; at++) {
        if (*at == sign) {
            count++;
        } else if (!isspace((unsigned char)*at)) {
            return false;
        }
    }
    return count >= 2;
}

static bool take_heading(struct reader *reader, struct line line,
                         const char *at)
{
    int level = 0;
    while (level <= HEADING_LEVEL_MAX && at[level] == '#') {
        level++;
    }
    // One hash and a word is a hashtag; "##Programme" is meant as a heading.
    bool apart = at[level] == ' ' || at[level] == '\t' ||
                 at + level == line.text + line.length;
    if (level == 0 || level > HEADING_LEVEL_MAX || (!apart && level == 1)) {
        return false;
    }
    const char *text = behind_spaces(at + level);
    size_t length = line.length;
    while (length > 0 && strchr(" \t#", line.text[length - 1]) != NULL &&
           line.text + length > text) {
        length--;
    }
    line.length = length;
    open_block(reader, (struct block){.kind = BLOCK_HEADING, .level = level},
               line, text);
    close_block(reader);
    return true;
}

// A line of === or --- makes a heading of the paragraph above it.
static bool take_underline(struct reader *reader, struct line line,
                           const char *at)
{
    bool first = is_rule(line, at, '='), second = is_rule(line, at, '-');
    struct block *block =
        reader->open ? &reader->blocks[reader->count - 1] : NULL;
    if ((!first && !second) || block == NULL || block->kind != BLOCK_TEXT) {
        return false;
    }
    block->kind = BLOCK_HEADING;
    block->level = first ? 1 : 2;
    reader->heading = block->heading = (long)reader->count - 1;
    close_block(reader);
    return true;
}

// Where the words of a list item begin; NULL if it is none.
static const char *item_text(struct line line, const char *at)
{
    size_t length = 0;
    for (size_t i = 0; i < sizeof BULLETS / sizeof *BULLETS; i++) {
        length = begins(line, at, BULLETS[i]) ? strlen(BULLETS[i]) : length;
    }
    size_t digits = strspn(at, "0123456789");
    if (digits > 0 && digits <= ITEM_DIGITS_MAX &&
        (at[digits] == '.' || at[digits] == ')')) {
        length = digits + 1;
    }
    const char *text = behind_spaces(at + length);
    if (length == 0 || text == at + length) {
        return NULL;
    }
    bool box = text[0] == '[' && text[1] != '\0' &&
               strchr(" xX", text[1]) != NULL && text[2] == ']';
    text = box ? behind_spaces(text + 3) : text;
    const char *end = line.text + line.length;
    return text < end ? text : NULL;
}

static bool take_fence(struct reader *reader, struct line line, const char *at)
{
    if (reader->fence != NULL) {
        reader->fence = begins(line, at, reader->fence) ? NULL : reader->fence;
        return true;
    }
    if (begins(line, at, "```")) {
        reader->fence = "```";
    } else if (begins(line, at, "~~~")) {
        reader->fence = "~~~";
    }
    if (reader->fence != NULL) {
        close_block(reader);
    }
    return reader->fence != NULL;
}

static bool take_comment(struct reader *reader, struct line line,
                         const char *at)
{
    if (!reader->comment && !begins(line, at, "<!--")) {
        return false;
    }
    char *text = xstrndup(at, (size_t)(line.text + line.length - at));
    reader->comment = strstr(text, "-->") == NULL;
    free(text);
    return true;
}

static void take_line(struct reader *reader, struct line line)
{
    const char *end = line.text + line.length;
    const char *at = behind_spaces(line.text);
    while (at < end && *at == '>') { // a quotation is a paragraph here
        at = behind_spaces(at + 1);
    }
    if (at >= end) {
        close_block(reader);
        return;
    }
    if (take_fence(reader, line, at) || take_comment(reader, line, at) ||
        take_heading(reader, line, at) || take_underline(reader, line, at)) {
        return;
    }
    bool rule = is_rule(line, at, '-') || is_rule(line, at, '*') ||
                is_rule(line, at, '_') || is_rule(line, at, '=');
    const char *item = item_text(line, at);
    if (rule || *at == '|') {
        close_block(reader);
    } else if (item != NULL) {
        open_block(reader, (struct block){.kind = BLOCK_ITEM}, line, item);
    } else if (reader->open) {
        text_buffer_add(&reader->markup, "\n");
        text_buffer_add_bytes(&reader->markup, at, (size_t)(end - at));
    } else {
        open_block(reader, (struct block){.kind = BLOCK_TEXT}, line, at);
    }
}

static struct line next_line(const char **cursor, size_t number)
{
    const char *text = *cursor;
    size_t length = strcspn(text, "\r\n");
    const char *behind = text + length;
    behind += behind[0] == '\r' && behind[1] == '\n' ? 1 : 0;
    *cursor = behind + (*behind != '\0' ? 1 : 0);
    return (struct line){text, length, number};
}

static bool is_dashes(struct line line)
{
    return line.length >= 3 && strncmp(line.text, "---", 3) == 0 &&
           is_rule(line, line.text, '-');
}

// Leaves *cursor and *number behind it.
static void take_front(struct page *page, const char **cursor, size_t *number)
{
    const char *at = *cursor;
    size_t lines = 1;
    if (!is_dashes(next_line(&at, 1))) {
        return;
    }
    const char *begin = at;
    while (*at != '\0') {
        struct line line = next_line(&at, ++lines);
        if (is_dashes(line)) {
            page->front = begin;
            page->front_length = (size_t)(line.text - begin);
            *cursor = at;
            *number = lines;
            return;
        }
    }
}

struct page page_read(struct arena *arena, const char *text)
{
    static const char MARK[] = "\xEF\xBB\xBF";
    struct page page = {0};
    struct reader reader = {.arena = arena, .heading = BLOCK_NO_HEADING};
    const char *at = text;
    at += strncmp(at, MARK, sizeof MARK - 1) == 0 ? sizeof MARK - 1 : 0;
    size_t number = 0;
    take_front(&page, &at, &number);
    while (*at != '\0') {
        take_line(&reader, next_line(&at, ++number));
    }
    close_block(&reader);
    struct block *blocks = arena_alloc(arena, reader.count, sizeof *blocks);
    if (reader.count > 0) {
        memcpy(blocks, reader.blocks, reader.count * sizeof *blocks);
    }
    free(reader.blocks);
    page.blocks = blocks;
    page.count = reader.count;
    return page;
}
