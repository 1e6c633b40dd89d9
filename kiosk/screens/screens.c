// SPDX-License-Identifier: MIT
#include "screens/screen.h"

#include <stddef.h>

#include "screens/list_screen.h"

static const struct screen_kind *const KINDS[SCREEN_COUNT] = {
    [SCREEN_LIST] = &list_screen,
};
const struct screen_kind *screen_kind_of(enum screen_name name)
{
    return KINDS[name];
}
