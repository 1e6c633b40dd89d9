// SPDX-License-Identifier: MIT
#include "store/copy.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "store/digest.h"
#include "store/disk.h"
#include "store/scan.h"

enum {
    CHUNK_BYTES = 256 * 1024,
    FOLDER_MODE = 0755,
};

// One pass over a file: from, and to unless that is -1.
struct pass {
    const struct copy *copy;
    int from, to;
    uint64_t bytes; // expected
    struct digest digest;
};

static enum copy_result run_pass(struct pass *pass, char *chunk)
{
    uint64_t done = 0;
    for (;;) {
        ssize_t got = read(pass->from, chunk, CHUNK_BYTES);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return COPY_SOURCE_FAILED;
        }
        done += (uint64_t)got;
        if (done > pass->bytes || (got == 0 && done < pass->bytes)) {
            return COPY_SOURCE_CHANGED;
        }
        if (got == 0) {
            return COPY_DONE;
        }
        digest_add(&pass->digest, chunk, (size_t)got);
        if (pass->to >= 0 && !disk_write_all(pass->to, chunk, (size_t)got)) {
            return COPY_TARGET_FAILED;
        }
        if (pass->copy->progress != NULL) {
            pass->copy->progress(pass->copy->context, (size_t)got);
        }
    }
}

static enum copy_result read_through(struct pass *pass,
                                     char digest[DIGEST_TEXT_BYTES])
{
    char *chunk = xmalloc(CHUNK_BYTES);
    digest_init(&pass->digest);
    enum copy_result result = run_pass(pass, chunk);
    int reason = errno;
    free(chunk);
    digest_end(&pass->digest, digest);
    errno = reason;
    return result;
}

static bool same_times(const struct stat *a, const struct stat *b)
{
    return a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
           a->st_mtim.tv_nsec == b->st_mtim.tv_nsec &&
           a->st_ctim.tv_sec == b->st_ctim.tv_sec &&
           a->st_ctim.tv_nsec == b->st_ctim.tv_nsec;
}

// Reads an open source, into to unless that is -1. It must be the same before
// and after as when it was listed.
static enum copy_result read_source(const struct copy *copy,
                                    struct source_file *file, int from, int to)
{
    struct stat before, after;
    struct pass pass = {
        .copy = copy, .from = from, .to = to, .bytes = file->bytes};
    if (fstat(from, &before) != 0) {
        return COPY_SOURCE_FAILED;
    }
    if (!S_ISREG(before.st_mode) || (uint64_t)before.st_size != file->bytes) {
        return COPY_SOURCE_CHANGED;
    }
    enum copy_result result = read_through(&pass, file->digest);
    if (result == COPY_DONE && fstat(from, &after) != 0) {
        result = COPY_SOURCE_FAILED;
    }
    if (result == COPY_DONE && !same_times(&before, &after)) {
        result = COPY_SOURCE_CHANGED;
    }
    return result;
}

static enum copy_result failure_to_open(void)
{
    // It was a plain file a moment ago.
    bool changed = errno == ENOENT || errno == ELOOP || errno == EXDEV ||
                   errno == ENXIO || errno == ENOTDIR;
    return changed ? COPY_SOURCE_CHANGED : COPY_SOURCE_FAILED;
}

static bool make_folders(int target, const char *name)
{
    char *path = xstrdup(name);
    bool done = true;
    for (char *at = strchr(path, '/'); at != NULL && done;
         at = strchr(at + 1, '/')) {
        *at = '\0';
        done = mkdirat(target, path, FOLDER_MODE) == 0 || errno == EEXIST;
        *at = '/';
    }
    int reason = errno;
    free(path);
    errno = reason;
    return done;
}

static enum copy_result copy_open_file(const struct copy *copy,
                                       struct source_file *file, int from)
{
    if (!make_folders(copy->target, file->name)) {
        return COPY_TARGET_FAILED;
    }
    int to = disk_open_beneath(copy->target, file->name,
                               O_WRONLY | O_CREAT | O_EXCL);
    if (to < 0) {
        return COPY_TARGET_FAILED;
    }
    enum copy_result result = read_source(copy, file, from, to);
    if (result == COPY_DONE && fsync(to) != 0) {
        result = COPY_TARGET_FAILED;
    }
    int reason = errno;
    close(to);
    errno = reason;
    return result;
}

enum copy_result copy_file(const struct copy *copy, struct source_file *file)
{
    int from = disk_open_beneath(copy->source, file->path, O_RDONLY);
    if (from < 0) {
        return failure_to_open();
    }
    enum copy_result result = copy_open_file(copy, file, from);
    int reason = errno;
    close(from);
    errno = reason;
    return result;
}

enum copy_result copy_digest(const struct copy *copy, struct source_file *file)
{
    int from = disk_open_beneath(copy->source, file->path, O_RDONLY);
    if (from < 0) {
        return failure_to_open();
    }
    posix_fadvise(from, 0, 0, POSIX_FADV_DONTNEED);
    enum copy_result result = read_source(copy, file, from, -1);
    int reason = errno;
    close(from);
    errno = reason;
    return result;
}

enum copy_result copy_verify(const struct copy *copy,
                             const struct source_file *file)
{
    char digest[DIGEST_TEXT_BYTES] = "";
    int from = disk_open_beneath(copy->target, file->name, O_RDONLY);
    if (from < 0) {
        return COPY_TARGET_FAILED;
    }
    // What is in memory says nothing about the disk.
    posix_fadvise(from, 0, 0, POSIX_FADV_DONTNEED);
    struct pass pass = {
        .copy = copy, .from = from, .to = -1, .bytes = file->bytes};
    enum copy_result result = read_through(&pass, digest);
    int reason = errno;
    close(from);
    if (result != COPY_DONE || strcmp(digest, file->digest) != 0) {
        errno = result == COPY_SOURCE_FAILED ? reason : EIO;
        return COPY_TARGET_FAILED;
    }
    return COPY_DONE;
}
