// SPDX-License-Identifier: MIT
// The operator's page: what became of the last stick, what is to be mended,
// what the clock believes; and a few buttons for the machine. And all of that
// as a code, for whoever helps from afar.

#ifndef KIOSK_SCREENS_OPERATOR_SCREEN_H
#define KIOSK_SCREENS_OPERATOR_SCREEN_H

#include "screens/screen.h"

extern const struct screen_kind operator_screen;
extern const struct screen_kind diagnostic_screen;

#endif
