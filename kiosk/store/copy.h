// SPDX-License-Identifier: MIT
// From a stick into the store, byte by byte, and read again to be sure.
//
// Files are read, never mapped: of a stick that is pulled out a read fails,
// while mapped memory kills the program.

#ifndef KIOSK_STORE_COPY_H
#define KIOSK_STORE_COPY_H

#include <stddef.h>
#include <stdint.h>

struct source_file;

enum copy_result {
    COPY_DONE,
    COPY_SOURCE_FAILED,  // cannot be read: errno
    COPY_SOURCE_CHANGED, // is not what it was when it was listed
    COPY_TARGET_FAILED,  // cannot be written, or reads back otherwise: errno
};

// Called with how many more bytes were dealt with.
typedef void copy_progress_fn(void *context, size_t bytes);

struct copy {
    int source, target;         // the open folders of a programme
    copy_progress_fn *progress; // may be NULL
    void *context;
};

// Copies the file, waits until it is on the disk, and notes its digest.
enum copy_result copy_file(const struct copy *copy, struct source_file *file);

// Only reads it, from the stick itself, and notes its digest.
enum copy_result copy_digest(const struct copy *copy, struct source_file *file);

// Reads what copy_file() wrote from the disk itself and compares digests.
enum copy_result copy_verify(const struct copy *copy,
                             const struct source_file *file);

#endif
