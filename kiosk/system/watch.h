// SPDX-License-Identifier: MIT
// What happens on the disk, noticed by a thread of its own: that something in
// a folder was written and has come to rest, and that a stick was mounted.
//
// inotify tells of most writings. Each folder is also looked at from time to
// time, often where others can write without our kernel's knowledge (network
// shares), and whenever anything is mounted. What counts is its fingerprint:
// a folder has changed once it has another one, has been quiet for a while and
// two looks agreed meanwhile. One that never comes to rest is reported now and
// then all the same.
//
// Every function here belongs to the main thread and returns at once.

#ifndef KIOSK_SYSTEM_WATCH_H
#define KIOSK_SYSTEM_WATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct watch;

enum {
    WATCH_TARGETS_MAX = 20
};

// Copied.
struct watch_target {
    const char *path; // a folder, or a file in the folder that is meant
    int levels;       // of folders in it, as for fingerprint_take()
    int quiet_ms;     // 0: what happens there is whole at once
    uint64_t seen;    // its fingerprint when it was looked at last
};

// Called from the watch's thread: it may only signal the main loop.
typedef void watch_wake_fn(void *context);

struct watch_options {
    const struct watch_target *targets;
    size_t target_count; // at most WATCH_TARGETS_MAX
    bool sticks;         // those that are mounted already come first
    const char *mounts;  // NULL: MOUNTS_FILE
    watch_wake_fn *wake;
    void *wake_context;
};

// NULL, and a line in the log, if no thread can be started.
struct watch *watch_new(const struct watch_options *options);
void watch_free(struct watch *watch); // NULL is allowed

// True if the target changed since the last call. *fingerprint is what it
// changed to; it may be NULL.
bool watch_take_change(struct watch *watch, size_t target,
                       uint64_t *fingerprint);

// The folder of a stick that was mounted; NULL if there is none any more. The
// caller's; free().
char *watch_take_stick(struct watch *watch);

#endif
