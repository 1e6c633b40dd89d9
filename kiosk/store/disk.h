// SPDX-License-Identifier: MIT
// What the store does with a disk: few operations, each of which is safe
// against the plug being pulled and against what strangers put on a stick.
//
// All paths are relative to an open folder. Where false or -1 is returned,
// errno says why.

#ifndef KIOSK_STORE_DISK_H
#define KIOSK_STORE_DISK_H

#include <stdbool.h>
#include <stddef.h>

// Opens what lies below folder: no "..", no symbolic link anywhere on the way,
// no other file system, and it never waits for a FIFO. Closed on exec.
int disk_open_beneath(int folder, const char *path, int flags);

bool disk_write_all(int file, const void *bytes, size_t length);

// Waits until the names in a folder are on the disk.
bool disk_sync_folder(int folder, const char *path);

// Makes a new file and waits until its bytes are on the disk.
bool disk_make_file(int folder, const char *name, const char *text);

// The file is the old one or the new one at every instant, on the disk when
// this returns. Nothing is written if it already says the same.
bool disk_replace_file(int folder, const char *name, const char *text);

// The whole file, with a NUL behind it that *length does not count; NULL if it
// is no regular file, or larger than limit. The caller's; free(). length may
// be NULL.
char *disk_read_file(int folder, const char *path, size_t limit,
                     size_t *length);

// A folder with all that is in it, or a file. True if it is gone.
bool disk_remove(int folder, const char *name);

#endif
