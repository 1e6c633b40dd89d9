// SPDX-License-Identifier: MIT
#include "decoder/fonts.h"

#include <stddef.h>

const char *const font_folders[] = {
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/etc/fonts",
    "/usr/share/fontconfig",
    "/var/cache/fontconfig",
    "/usr/share/poppler",
    NULL,
};
