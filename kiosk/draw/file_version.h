// SPDX-License-Identifier: MIT
// What tells one content of a file from the next.

#ifndef KIOSK_DRAW_FILE_VERSION_H
#define KIOSK_DRAW_FILE_VERSION_H

#include <stdbool.h>
#include <stdint.h>

// When it was changed, and how long it is. All 0: no such file.
struct file_version {
    int64_t seconds, nanoseconds, bytes;
};

struct file_version file_version_of(const char *path);
bool file_version_equals(struct file_version a, struct file_version b);

#endif
