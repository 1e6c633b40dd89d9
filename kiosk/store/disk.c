// SPDX-License-Identifier: MIT
#include "store/disk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/memory.h"

enum {
    FILE_MODE = 0644
};

int disk_open_beneath(int folder, const char *path, int flags)
{
    struct open_how how = {
        .flags = (unsigned long long)(unsigned)(flags | O_CLOEXEC | O_NOCTTY |
                                                O_NONBLOCK | O_NOFOLLOW),
        .mode = (flags & O_CREAT) != 0 ? FILE_MODE : 0,
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS |
                   RESOLVE_NO_MAGICLINKS | RESOLVE_NO_XDEV,
    };
    return (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
}

bool disk_write_all(int file, const void *bytes, size_t length)
{
    const char *at = bytes;
    while (length > 0) {
        ssize_t written = write(file, at, length);
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        at += written;
        length -= (size_t)written;
    }
    return true;
}

// Closes the file, too; errno is that of the first failure.
static bool sync_and_close(int file, bool written)
{
    bool done = written && fsync(file) == 0;
    int reason = errno;
    close(file);
    errno = reason;
    return done;
}

bool disk_sync_folder(int folder, const char *path)
{
    int opened = openat(folder, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return opened >= 0 && sync_and_close(opened, true);
}

static bool write_file(int folder, const char *name, int flags,
                       const char *text)
{
    int file =
        openat(folder, name,
               O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | flags, FILE_MODE);
    return file >= 0 &&
           sync_and_close(file, disk_write_all(file, text, strlen(text)));
}

bool disk_make_file(int folder, const char *name, const char *text)
{
    return write_file(folder, name, O_EXCL, text);
}

static bool says(int folder, const char *name, const char *text)
{
    char *present = disk_read_file(folder, name, strlen(text), NULL);
    bool same = present != NULL && strcmp(present, text) == 0;
    free(present);
    return same;
}

bool disk_replace_file(int folder, const char *name, const char *text)
{
    if (says(folder, name, text)) {
        return true;
    }
    char *fresh = xasprintf("%s.new", name);
    bool done = write_file(folder, fresh, O_TRUNC, text) &&
                renameat(folder, fresh, folder, name) == 0 &&
                disk_sync_folder(folder, ".");
    int reason = errno;
    free(fresh);
    errno = reason;
    return done;
}

static bool read_all(int file, char *bytes, size_t length)
{
    size_t filled = 0;
    while (filled < length) {
        ssize_t got = read(file, bytes + filled, length - filled);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            errno = got == 0 ? EIO : errno; // shorter than it was
            return false;
        }
        filled += (size_t)got;
    }
    return true;
}

static char *read_open_file(int file, size_t limit, size_t *length)
{
    struct stat status;
    if (fstat(file, &status) != 0) {
        return NULL;
    }
    if (!S_ISREG(status.st_mode) || (uint64_t)status.st_size > limit) {
        errno = S_ISREG(status.st_mode) ? EFBIG : EINVAL;
        return NULL;
    }
    size_t size = (size_t)status.st_size;
    char *bytes = xcalloc(size + 1, 1);
    if (!read_all(file, bytes, size)) {
        free(bytes);
        return NULL;
    }
    if (length != NULL) {
        *length = size;
    }
    return bytes;
}

char *disk_read_file(int folder, const char *path, size_t limit, size_t *length)
{
    int file = disk_open_beneath(folder, path, O_RDONLY);
    if (file < 0) {
        return NULL;
    }
    char *bytes = read_open_file(file, limit, length);
    int reason = errno;
    close(file);
    errno = reason;
    return bytes;
}

// Removes what is in an open folder, which it closes. False, with errno.
static bool empty(int opened)
{
    DIR *entries = fdopendir(opened);
    if (entries == NULL) {
        close(opened);
        return false;
    }
    int reason = 0;
    while (reason == 0) {
        errno = 0;
        const struct dirent *entry = readdir(entries);
        if (entry == NULL) {
            reason = errno;
            break;
        }
        bool itself =
            strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
        if (!itself && !disk_remove(opened, entry->d_name)) {
            reason = errno;
        }
    }
    closedir(entries);
    errno = reason;
    return reason == 0;
}

bool disk_remove(int folder, const char *name)
{
    if (unlinkat(folder, name, 0) == 0 || errno == ENOENT) {
        return true;
    }
    if (errno != EISDIR && errno != EPERM) {
        return false;
    }
    int opened =
        openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    return opened >= 0 && empty(opened) &&
           unlinkat(folder, name, AT_REMOVEDIR) == 0;
}
