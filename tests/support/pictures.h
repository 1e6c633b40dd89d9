// SPDX-License-Identifier: MIT
// The pictures in tests/pictures/, which make.py there makes.

#ifndef KIOSK_TESTS_SUPPORT_PICTURES_H
#define KIOSK_TESTS_SUPPORT_PICTURES_H

#include <stdio.h>

#include "base/geometry.h"
#include "support/test.h"

#define PICTURES     KIOSK_TESTS_DIR "/pictures/"
#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

enum {
    PATH_BYTES = 512
};

static inline const char *path_of(const char *name, char path[PATH_BYTES])
{
    snprintf(path, PATH_BYTES, PICTURES "%s", name);
    return path;
}

static inline void assert_size(const char *name, struct size size,
                               struct size right)
{
    if (!size_equals(size, right)) {
        fail_msg("%s is %dx%d, not %dx%d", name, size.width, size.height,
                 right.width, right.height);
    }
}

#endif
