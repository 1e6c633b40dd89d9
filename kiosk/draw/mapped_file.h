// SPDX-License-Identifier: MIT
// A file as memory. The type engine looks up every letter in many small
// steps, each of which would be two calls of the system on an open file.

#ifndef KIOSK_DRAW_MAPPED_FILE_H
#define KIOSK_DRAW_MAPPED_FILE_H

#include <stdbool.h>
#include <stddef.h>

struct mapped_file {
    void *bytes;
    size_t length;
};

// The file is to be replaced, not written to, while it is mapped, as packages
// do. False if it cannot be read or is empty.
bool mapped_file_open(const char *path, struct mapped_file *out);
void mapped_file_close(struct mapped_file *file);

#endif
