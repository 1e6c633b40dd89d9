// SPDX-License-Identifier: MIT
// Many small things that live and die together: a programme is one arena.

#ifndef KIOSK_BASE_ARENA_H
#define KIOSK_BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(void);

// Frees everything allocated from it. NULL is allowed.
void arena_free(struct arena *arena);

// Frees it too, but keeps some room for what comes next.
void arena_clear(struct arena *arena);

// Zeroed, aligned for any type, valid until arena_free() or arena_clear().
void *arena_alloc(struct arena *arena, size_t count, size_t size);

// What malloc() gave is freed with everything else from now on.
void arena_adopt(struct arena *arena, void *memory);

char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t length);
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
