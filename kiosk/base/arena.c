// SPDX-License-Identifier: MIT
#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum {
    BLOCK_BYTES = 16 * 1024
};

// What it holds is zeroed when it is handed out.
struct block {
    struct block *next;
    size_t used, size;
    alignas(max_align_t) unsigned char bytes[];
};

// Something from malloc() that is freed with the arena.
struct adopted {
    struct adopted *next;
    void *memory;
};

struct arena {
    struct block *blocks; // the newest first
    struct adopted *adopted;
};

struct arena *arena_new(void)
{
    return xcalloc(1, sizeof(struct arena));
}

static void free_blocks(struct block *block)
{
    while (block != NULL) {
        struct block *next = block->next;
        free(block);
        block = next;
    }
}

static void free_adopted(struct arena *arena)
{
    while (arena->adopted != NULL) {
        free(arena->adopted->memory);
        arena->adopted = arena->adopted->next;
    }
}

void arena_free(struct arena *arena)
{
    if (arena != NULL) {
        free_adopted(arena);
        free_blocks(arena->blocks);
        free(arena);
    }
}

void arena_clear(struct arena *arena)
{
    struct block *newest = arena->blocks;
    free_adopted(arena);
    if (newest != NULL) {
        free_blocks(newest->next);
        newest->next = NULL;
        newest->used = 0;
    }
}

static struct block *block_with_room(struct arena *arena, size_t bytes)
{
    struct block *newest = arena->blocks;
    if (newest != NULL && newest->size - newest->used >= bytes) {
        return newest;
    }
    size_t size = bytes > BLOCK_BYTES ? bytes : BLOCK_BYTES;
    struct block *block = xmalloc(sizeof(struct block) + size);
    *block = (struct block){.size = size};
    // A block made for one large thing goes behind the newest, whose room is
    // not lost that way.
    if (bytes > BLOCK_BYTES / 2 && newest != NULL) {
        block->next = newest->next;
        newest->next = block;
    } else {
        block->next = newest;
        arena->blocks = block;
    }
    return block;
}

// The next bytes, of any alignment.
static void *take(struct arena *arena, size_t bytes)
{
    struct block *block = block_with_room(arena, bytes);
    void *result = block->bytes + block->used;
    block->used += bytes;
    return result;
}

// Leaves room so that what comes next is aligned.
static void align(struct arena *arena, size_t alignment)
{
    struct block *newest = arena->blocks;
    if (newest != NULL) {
        size_t used = (newest->used + alignment - 1) / alignment * alignment;
        newest->used = used < newest->size ? used : newest->size;
    }
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
    const size_t alignment = alignof(max_align_t);
    if (size > 0 && count > (SIZE_MAX / 2) / size) {
        abort();
    }
    size_t bytes = (count * size + alignment - 1) / alignment * alignment;
    if (bytes == 0) {
        bytes = alignment;
    }
    align(arena, alignment);
    return memset(take(arena, bytes), 0, bytes);
}

void arena_adopt(struct arena *arena, void *memory)
{
    struct adopted *adopted = arena_alloc(arena, 1, sizeof *adopted);
    *adopted = (struct adopted){arena->adopted, memory};
    arena->adopted = adopted;
}

char *arena_strndup(struct arena *arena, const char *text, size_t length)
{
    // Texts lie side by side: there are many, and most are short.
    char *copy = take(arena, length + 1);
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
    return arena_strndup(arena, text, strlen(text));
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    char *text = NULL;
    va_list arguments;
    va_start(arguments, format);
    int length = vasprintf(&text, format, arguments);
    va_end(arguments);
    if (length < 0) {
        abort();
    }
    char *copy = arena_strndup(arena, text, (size_t)length);
    free(text);
    return copy;
}
