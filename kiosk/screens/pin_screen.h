// SPDX-License-Identifier: MIT
// The pad on which the screen's code is typed, before the operator's page.

#ifndef KIOSK_SCREENS_PIN_SCREEN_H
#define KIOSK_SCREENS_PIN_SCREEN_H

#include "screens/screen.h"

extern const struct screen_kind pin_screen;

#endif
