// SPDX-License-Identifier: MIT
#include "screens/screen.h"

#include "screens/calendar_screen.h"
#include "screens/clock_screen.h"
#include "screens/code_screen.h"
#include "screens/event_screen.h"
#include "screens/filters_screen.h"
#include "screens/list_screen.h"
#include "screens/operator_screen.h"
#include "screens/pages_screen.h"
#include "screens/pin_screen.h"
#include "screens/poster_screen.h"

static const struct screen_kind *const KINDS[SCREEN_COUNT] = {
    [SCREEN_LIST] = &list_screen,   [SCREEN_FILTERS] = &filters_screen,
    [SCREEN_EVENT] = &event_screen, [SCREEN_POSTER] = &poster_screen,
    [SCREEN_CODE] = &code_screen,   [SCREEN_CALENDAR] = &calendar_screen,
    [SCREEN_PAGES] = &pages_screen, [SCREEN_OPERATOR] = &operator_screen,
    [SCREEN_CLOCK] = &clock_screen, [SCREEN_DIAGNOSTIC] = &diagnostic_screen,
    [SCREEN_PIN] = &pin_screen,
};

const struct screen_kind *screen_kind_of(enum screen_name name)
{
    return KINDS[name];
}
