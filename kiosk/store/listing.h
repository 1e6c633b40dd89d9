// SPDX-License-Identifier: MIT
// What stands in one folder of a stranger's: plain files and folders with
// plain names, by name.

#ifndef KIOSK_STORE_LISTING_H
#define KIOSK_STORE_LISTING_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>

enum {
    LISTING_ENTRIES_MAX = 2000 // looked at, in all folders together
};

enum listing_result {
    LISTING_DONE,
    LISTING_TOO_MANY,
    LISTING_UNREADABLE, // errno
};

struct entry {
    char *name, *folded; // without case and accents
    struct stat status;
};

struct listing {
    struct entry *entries;
    size_t count;
};

// Lists what is below an open folder; counts in *looked_at. Whatever the
// result: listing_release().
enum listing_result listing_read(int folder, const char *path,
                                 size_t *looked_at, struct listing *out);
void listing_release(struct listing *listing);

bool name_is_one_of(const char *name, const char *const *names, size_t count);

// In any case.
bool name_ends_with_one_of(const char *name, const char *const *endings,
                           size_t count);

#endif
