// SPDX-License-Identifier: MIT
#include "screens/screen.h"

#include <assert.h>

#include "screens/list_screen.h"

static const struct screen_kind *const KINDS[] = {
    [SCREEN_LIST] = &list_screen,
};
static_assert(sizeof KINDS / sizeof *KINDS == SCREEN_COUNT,
              "a row for every screen");

const struct screen_kind *screen_kind_of(enum screen_name name)
{
    return KINDS[name];
}
