// SPDX-License-Identifier: MIT
#include "app/build_info.h"

#include <stdlib.h>

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
    char *program = path_own_program();
    if (program == NULL) {
        return NULL;
    }
    char *folder = path_folder(program);
    char *data = path_join(folder, "../share/kiosk");
    char *resolved = realpath(data, NULL);
    free(data);
    free(folder);
    free(program);
    return resolved;
}

char *build_info_data_folder(void)
{
    char *installed = installed_folder();
    return installed != NULL ? installed : xstrdup(KIOSK_SOURCE_FOLDER);
}
