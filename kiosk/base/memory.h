// SPDX-License-Identifier: MIT
// Allocation that does not fail: without memory the program aborts and is
// started again, which is safer than a rollback nobody ever tried. Buffers
// whose size a stranger chooses (decoded pictures) use malloc and are checked.

#ifndef KIOSK_BASE_MEMORY_H
#define KIOSK_BASE_MEMORY_H

#include <stddef.h>

// Each result is the caller's, freed with free().
void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size);
void *xrealloc(void *block, size_t count, size_t size);
char *xstrdup(const char *text);
char *xstrndup(const char *text, size_t length);
char *xasprintf(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
