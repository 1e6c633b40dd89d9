// SPDX-License-Identifier: MIT
#include "system/fingerprint.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/path.h"

struct look {
    fingerprint_enter_fn *enter;
    void *context;
    int folders_left;
    uint64_t sum; // of the entries' hashes: their order does not matter
};

// FNV-1a.
static uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t length)
{
    const unsigned char *at = bytes;
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ at[i]) * UINT64_C(0x100000001b3);
    }
    return hash;
}

static uint64_t hash_text(const char *text)
{
    return hash_bytes(UINT64_C(0xcbf29ce484222325), text, strlen(text));
}

// Not the device: its number may be another one after the next start.
static uint64_t hash_status(uint64_t hash, const struct stat *status)
{
    bool is_folder = S_ISDIR(status->st_mode);
    int64_t parts[] = {
        status->st_mode,
        (int64_t)status->st_ino,
        is_folder ? 0 : status->st_size,
        is_folder ? 0 : status->st_mtim.tv_sec,
        is_folder ? 0 : status->st_mtim.tv_nsec,
        is_folder ? 0 : status->st_ctim.tv_sec,
        is_folder ? 0 : status->st_ctim.tv_nsec,
    };
    return hash_bytes(hash, parts, sizeof parts);
}

static void look_into(struct look *look, const char *path, int levels);

static void look_at(struct look *look, int folder, const char *path,
                    const char *name, int levels)
{
    struct stat status, target;
    char *within = path_join(path, name);
    uint64_t hash = hash_text(within);
    bool is_there = fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0;
    if (is_there) {
        hash = hash_status(hash, &status);
    }
    if (is_there && S_ISLNK(status.st_mode) &&
        fstatat(folder, name, &target, 0) == 0) {
        hash = hash_status(hash, &target);
    }
    look->sum += hash;
    if (is_there && S_ISDIR(status.st_mode) && levels > 0) {
        look_into(look, within, levels - 1);
    }
    free(within);
}

static void look_into(struct look *look, const char *path, int levels)
{
    if (look->folders_left-- <= 0) {
        return;
    }
    if (look->enter != NULL) {
        look->enter(path, look->context);
    }
    DIR *folder = opendir(path);
    if (folder == NULL) {
        return;
    }
    look->sum += hash_text(path);
    int files_left = FINGERPRINT_FILES_MAX;
    errno = 0;
    for (struct dirent *entry = readdir(folder);
         entry != NULL && files_left > 0; entry = readdir(folder)) {
        if (entry->d_name[0] != '.') {
            look_at(look, dirfd(folder), path, entry->d_name, levels);
            files_left--;
        }
        errno = 0;
    }
    // A device that is gone answers with an error, or with nothing.
    look->sum += (uint64_t)errno;
    closedir(folder);
}

uint64_t fingerprint_take(const char *path, int levels,
                          fingerprint_enter_fn *enter, void *context)
{
    struct look look = {.enter = enter,
                        .context = context,
                        .folders_left = FINGERPRINT_FOLDERS_MAX};
    char *folder = path_is_file(path) ? path_folder(path) : xstrdup(path);
    look_into(&look, folder, levels);
    free(folder);
    return look.sum;
}
