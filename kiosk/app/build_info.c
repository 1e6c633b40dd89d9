// SPDX-License-Identifier: MIT
#include "app/build_info.h"

#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/path.h"

const char *build_info_version(void)
{
    return KIOSK_VERSION;
}

int64_t build_info_instant(void)
{
    return KIOSK_BUILD_INSTANT;
}

// ../share/kiosk, seen from the program's own file; NULL if there is none.
static char *installed_folder(void)
{
    char program[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length <= 0) {
        return NULL;
    }
    program[length] = '\0';
    char *folder = path_folder(program);
    char *data = path_join(folder, "../share/kiosk");
    char *resolved = realpath(data, NULL);
    free(data);
    free(folder);
    return resolved;
}

char *build_info_data_folder(void)
{
    char *installed = installed_folder();
    return installed != NULL ? installed : xstrdup(KIOSK_SOURCE_FOLDER);
}
