// SPDX-License-Identifier: MIT
// Setting date and time with large buttons.

#ifndef KIOSK_SCREENS_CLOCK_SCREEN_H
#define KIOSK_SCREENS_CLOCK_SCREEN_H

#include "screens/screen.h"

extern const struct screen_kind clock_screen;

#endif
