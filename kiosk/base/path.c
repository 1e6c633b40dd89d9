// SPDX-License-Identifier: MIT
#include "base/path.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"

char *path_join(const char *folder, const char *name)
{
    size_t length = strlen(folder);
    bool parted = length > 0 && folder[length - 1] == '/';
    return xasprintf("%s%s%s", folder, parted || length == 0 ? "" : "/", name);
}

const char *path_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

char *path_folder(const char *path)
{
    const char *name = path_name(path);
    if (name == path) {
        return xstrdup(".");
    }
    size_t length = (size_t)(name - path);
    return xstrndup(path, length > 1 ? length - 1 : 1);
}

bool path_is_inside(const char *folder, const char *path)
{
    char *outer = realpath(folder, NULL);
    char *inner = realpath(path, NULL);
    bool inside = false;
    if (outer != NULL && inner != NULL) {
        size_t length = strlen(outer);
        bool root = strcmp(outer, "/") == 0;
        inside = root || (strncmp(outer, inner, length) == 0 &&
                          (inner[length] == '/' || inner[length] == '\0'));
    }
    free(outer);
    free(inner);
    return inside;
}

char *path_own_program(void)
{
    char program[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    return length > 0 ? xstrndup(program, (size_t)length) : NULL;
}

bool path_exists(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}

bool path_is_file(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

bool path_is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}
