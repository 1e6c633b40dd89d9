// SPDX-License-Identifier: MIT
#include "screens/screen.h"

#include <stddef.h>

#include "screens/code_screen.h"
#include "screens/event_screen.h"
#include "screens/list_screen.h"
#include "screens/poster_screen.h"

static const struct screen_kind *const KINDS[SCREEN_COUNT] = {
    [SCREEN_LIST] = &list_screen,
    [SCREEN_EVENT] = &event_screen,
    [SCREEN_POSTER] = &poster_screen,
    [SCREEN_CODE] = &code_screen,
};
const struct screen_kind *screen_kind_of(enum screen_name name)
{
    return KINDS[name];
}
