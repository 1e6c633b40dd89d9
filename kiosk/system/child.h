// SPDX-License-Identifier: MIT
// A program of its own for work that must not hold up or stop this one: what
// it writes to its standard output arrives here through a pipe, and it can be
// killed at any moment.
//
// A new program, not a fork: this one has threads and a graphics card's memory
// mapped. Nothing here ever waits, but child_wait().

#ifndef KIOSK_SYSTEM_CHILD_H
#define KIOSK_SYSTEM_CHILD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct child;

// Runs arguments[0], a path, with its arguments up to NULL. Its standard input
// is empty, its messages go where ours go, no other file is handed down. NULL
// and errno if it cannot be started.
struct child *child_start(const char *const *arguments);

// Kills it if it still runs. NULL is allowed.
void child_free(struct child *child);

// Readable when there is output, and at its end. For poll().
int child_descriptor(const struct child *child);

enum child_output {
    CHILD_OUTPUT_NONE,  // not now
    CHILD_OUTPUT_BYTES, // *length of them were read
    CHILD_OUTPUT_OVER,  // and there will be no more
};

enum child_output child_read(struct child *child, char *buffer, size_t size,
                             size_t *length);

// Asks the kernel to end it, once and for all.
void child_kill(struct child *child);

// True if it has ended by itself with that status.
bool child_has_ended_with(struct child *child, int status);

// Sleeps until there is output, its end, or timeout_ms are over.
void child_wait(const struct child *child, int timeout_ms);

struct child_limits {
    int64_t memory_bytes; // of its own, not shared
    int64_t file_bytes;   // of one file it writes
    int cpu_seconds;
    int files; // open at once
};

// For the child itself, first of all: it dies with whoever started it, gains
// no rights, keeps within limits, and lets everybody else go first.
void child_confine_self(struct child_limits limits);

#endif
