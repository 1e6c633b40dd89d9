// SPDX-License-Identifier: MIT
// A poster, as large as the display, and larger under two fingers.

#ifndef KIOSK_SCREENS_POSTER_SCREEN_H
#define KIOSK_SCREENS_POSTER_SCREEN_H

#include "screens/screen.h"

extern const struct screen_kind poster_screen;

#endif
