// SPDX-License-Identifier: MIT
// The walls a decoder puts around itself before it looks at a stranger's
// picture.
//
// A filter of system calls carries them, for Raspberry Pi's kernels have no
// Landlock; where there is one, it comes on top. Formats of large libraries
// need to read fonts: they may open files for reading, of the folders named
// only, which Landlock enforces or, without it, a view of the file system
// that has nothing else in it.

#ifndef KIOSK_DECODER_SANDBOX_H
#define KIOSK_DECODER_SANDBOX_H

#include <stdbool.h>
#include <stdint.h>

enum sandbox_rules {
    SANDBOX_MEMORY_ONLY, // memory of its own, and nothing else
    SANDBOX_LIBRARIES,   // threads, and reading the folders
};

struct sandbox {
    enum sandbox_rules rules;
    const char *const *folders; // ends with NULL; those that exist count
    int64_t memory_bytes;       // of address space
    int cpu_seconds;
    bool without_landlock; // as if the kernel had none
};

struct sandbox_state {
    int landlock; // the version in force, 0: none
    bool filter;
};

// For the rest of this process's life. False if it is not safe.
bool sandbox_enter(const struct sandbox *sandbox, struct sandbox_state *out);

#endif
