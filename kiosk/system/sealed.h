// SPDX-License-Identifier: MIT
// Memory that is handed to another program without trusting it.

#ifndef KIOSK_SYSTEM_SEALED_H
#define KIOSK_SYSTEM_SEALED_H

#include <stddef.h>

// Every function returns a descriptor, to be closed, or -1 and errno.

enum sealed_fault {
    SEALED_NO_FILE,   // none, no regular one, or it cannot be read
    SEALED_EMPTY,     // zero bytes
    SEALED_TOO_LARGE, // more bytes than that
    SEALED_NO_ROOM,   // there is no memory
};

// A copy of the file that nobody can change any more. Read, not mapped: a
// mapped file on a stick that is pulled kills the program. *fault on -1.
int sealed_copy(const char *path, size_t most_bytes, enum sealed_fault *fault);

// Zeroed memory of that size, which nobody can shrink or enlarge.
int sealed_shared(size_t bytes);

#endif
