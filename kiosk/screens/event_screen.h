// SPDX-License-Identifier: MIT
// The page of an event.

#ifndef KIOSK_SCREENS_EVENT_SCREEN_H
#define KIOSK_SCREENS_EVENT_SCREEN_H

#include "screens/screen.h"

extern const struct screen_kind event_screen;

#endif
