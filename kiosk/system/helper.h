// SPDX-License-Identifier: MIT
// A program of its own that is handed a few files, does one job and ends, or
// is ended when its time is over.
//
// It is given nothing else: no environment, no standard input or output, no
// descriptor of ours; only its last words on standard error go where ours go.
// It is killed if we die. helper_run() waits for it, on any thread.

#ifndef KIOSK_SYSTEM_HELPER_H
#define KIOSK_SYSTEM_HELPER_H

#include <stddef.h>

enum {
    HELPER_FIRST_FILE = 3,
    HELPER_FILES_MAX = 4,
};

struct helper {
    const char *program; // a path
    const int *files;    // become its descriptors 3, 4, ...
    size_t file_count;   // at most HELPER_FILES_MAX
    int deadline_ms;
};

enum helper_end {
    HELPER_DONE,        // by itself, with status 0
    HELPER_FAILED,      // by itself, with another status
    HELPER_LATE,        // its time, or its share of the processor, was over
    HELPER_FORBIDDEN,   // the kernel ended it for a system call
    HELPER_CRASHED,     // by any other signal
    HELPER_NOT_STARTED, // errno says why
};

enum helper_end helper_run(const struct helper *helper);

#endif
