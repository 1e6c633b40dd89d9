// SPDX-License-Identifier: MIT
// A temporary folder with files in it, for programmes that are written by a
// test.

#ifndef KIOSK_TESTS_SUPPORT_FOLDER_H
#define KIOSK_TESTS_SUPPORT_FOLDER_H

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/path.h"
#include "support/test.h"

// Its path. The caller's; folder_remove().
static inline char *folder_make(void)
{
    const char *parent = getenv("TMPDIR");
    char *path = path_join(parent != NULL ? parent : "/tmp", "kiosk-XXXXXX");
    assert_non_null(mkdtemp(path));
    return path;
}

// Writes a file. Folders in its name are made.
static inline void folder_write_bytes(const char *folder, const char *name,
                                      const char *bytes, size_t length)
{
    char *path = path_join(folder, name);
    char *slash = strchr(path + strlen(folder) + 1, '/');
    if (slash != NULL) {
        *slash = '\0';
        mkdir(path, 0700);
        *slash = '/';
    }
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
    free(path);
}

static inline void folder_write(const char *folder, const char *name,
                                const char *text)
{
    folder_write_bytes(folder, name, text, strlen(text));
}

static inline int folder_remove_entry(const char *path,
                                      const struct stat *status, int kind,
                                      struct FTW *where)
{
    (void)status;
    (void)kind;
    (void)where;
    return remove(path);
}

static inline void folder_remove(char *folder)
{
    nftw(folder, folder_remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    free(folder);
}

#endif
