// SPDX-License-Identifier: MIT
// A month with its events marked; a touch on a marked day tells them.

#ifndef KIOSK_SCREENS_CALENDAR_SCREEN_H
#define KIOSK_SCREENS_CALENDAR_SCREEN_H

#include "screens/screen.h"

extern const struct screen_kind calendar_screen;

#endif
