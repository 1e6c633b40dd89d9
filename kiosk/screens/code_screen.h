// SPDX-License-Identifier: MIT
// One of an event's codes, on half of the display, for as long as it takes.

#ifndef KIOSK_SCREENS_CODE_SCREEN_H
#define KIOSK_SCREENS_CODE_SCREEN_H

#include "screens/screen.h"

extern const struct screen_kind code_screen;

#endif
