// SPDX-License-Identifier: MIT
#include "draw/file_version.h"

#include <sys/stat.h>

struct file_version file_version_of(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0) {
        return (struct file_version){0};
    }
    return (struct file_version){status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
                                 status.st_size};
}

bool file_version_equals(struct file_version a, struct file_version b)
{
    return a.seconds == b.seconds && a.nanoseconds == b.nanoseconds &&
           a.bytes == b.bytes;
}
