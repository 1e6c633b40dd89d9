// SPDX-License-Identifier: MIT
// One number for all that stands in a folder: names, sizes and times of its
// files. Two looks that agree: nothing was written in between.

#ifndef KIOSK_SYSTEM_FINGERPRINT_H
#define KIOSK_SYSTEM_FINGERPRINT_H

#include <stdint.h>

enum {
    FINGERPRINT_NOTHING = 0,       // there is no such folder
    FINGERPRINT_FOLDERS_MAX = 64,  // others are not looked into
    FINGERPRINT_FILES_MAX = 20000, // of one folder; others are not seen
};

// Called with each folder's path before it is read.
typedef void fingerprint_enter_fn(const char *path, void *context);

// Of a folder and the folders in it, levels deep; 0: of itself alone. Hidden
// files are passed over, and no link to a folder is followed. Of a file: of
// the folder it is in. enter may be NULL.
uint64_t fingerprint_take(const char *path, int levels,
                          fingerprint_enter_fn *enter, void *context);

#endif
