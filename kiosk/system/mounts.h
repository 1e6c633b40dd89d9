// SPDX-License-Identifier: MIT
// Where the system has mounted sticks: /run/media/*/*, /media/*/*, /media/*.

#ifndef KIOSK_SYSTEM_MOUNTS_H
#define KIOSK_SYSTEM_MOUNTS_H

#include <stdbool.h>
#include <stddef.h>

// The list of what is mounted. Polled for POLLPRI it says when that changes.
#define MOUNTS_FILE "/proc/self/mountinfo"

struct mount {
    char *point; // its folder
    int id;      // another one each time it is mounted; used again later
    char device[24];
};

struct mounts {
    struct mount *items;
    size_t count;
};

// Those in such a list that are sticks. False, and an empty *out, if it cannot
// be read. Whatever the result: mounts_release().
bool mounts_read(const char *file, struct mounts *out);
void mounts_release(struct mounts *mounts);

// True if the very same is among them.
bool mounts_have(const struct mounts *mounts, const struct mount *mount);

#endif
