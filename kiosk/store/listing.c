// SPDX-License-Identifier: MIT
#include "store/listing.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "store/disk.h"

bool name_is_one_of(const char *name, const char *const *names, size_t count)
{
    bool found = false;
    for (size_t i = 0; i < count; i++) {
        found = found || strcmp(name, names[i]) == 0;
    }
    return found;
}

bool name_ends_with_one_of(const char *name, const char *const *endings,
                           size_t count)
{
    size_t length = strlen(name);
    bool found = false;
    for (size_t i = 0; i < count; i++) {
        size_t ending = strlen(endings[i]);
        found = found || (length > ending &&
                          strcasecmp(name + length - ending, endings[i]) == 0);
    }
    return found;
}

// Names are data: what could be taken for anything else is passed over.
static bool is_plain(const char *name)
{
    bool plain = name[0] != '.' && utf8_is_valid(name, strlen(name));
    for (const char *at = name; *at != '\0' && plain; at++) {
        unsigned char byte = (unsigned char)*at;
        plain = byte >= 0x20 && byte != 0x7F && strchr("\\:", byte) == NULL;
    }
    return plain;
}

void listing_release(struct listing *listing)
{
    for (size_t i = 0; i < listing->count; i++) {
        free(listing->entries[i].name);
        free(listing->entries[i].folded);
    }
    free(listing->entries);
}

static void add_entry(struct listing *listing, const char *name,
                      const struct stat *status)
{
    // One at a time would be slow with 2,000 of them.
    if ((listing->count & (listing->count - 1)) == 0) {
        size_t capacity = listing->count > 0 ? 2 * listing->count : 1;
        listing->entries =
            xrealloc(listing->entries, capacity, sizeof *listing->entries);
    }
    listing->entries[listing->count++] =
        (struct entry){xstrdup(name), utf8_fold(name), *status};
}

static int compare_entries(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    return strcmp(a->name, b->name);
}

static enum listing_result read_entries(DIR *entries, size_t *looked_at,
                                        struct listing *listing)
{
    for (;;) {
        // A stick that was pulled out ends its list without an error, or
        // with one: both have to be told from the end.
        errno = 0;
        const struct dirent *found = readdir(entries);
        if (found == NULL) {
            return errno == 0 ? LISTING_DONE : LISTING_UNREADABLE;
        }
        struct stat status;
        bool dots =
            strcmp(found->d_name, ".") == 0 || strcmp(found->d_name, "..") == 0;
        if (!dots && ++*looked_at > LISTING_ENTRIES_MAX) {
            return LISTING_TOO_MANY;
        }
        bool wanted = !dots && is_plain(found->d_name) &&
                      fstatat(dirfd(entries), found->d_name, &status,
                              AT_SYMLINK_NOFOLLOW) == 0 &&
                      (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
        if (wanted) {
            add_entry(listing, found->d_name, &status);
        }
    }
}

enum listing_result listing_read(int folder, const char *path,
                                 size_t *looked_at, struct listing *out)
{
    *out = (struct listing){0};
    int opened = disk_open_beneath(folder, path, O_RDONLY | O_DIRECTORY);
    DIR *entries = opened >= 0 ? fdopendir(opened) : NULL;
    if (entries == NULL) {
        if (opened >= 0) {
            close(opened);
        }
        return LISTING_UNREADABLE;
    }
    enum listing_result result = read_entries(entries, looked_at, out);
    int reason = errno;
    closedir(entries);
    errno = reason;
    if (out->count > 0) {
        qsort(out->entries, out->count, sizeof *out->entries, compare_entries);
    }
    return result;
}
