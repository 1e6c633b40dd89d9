// SPDX-License-Identifier: MIT
// The upcoming soirées, by month.

#ifndef KIOSK_SCREENS_LIST_SCREEN_H
#define KIOSK_SCREENS_LIST_SCREEN_H

struct screen_kind;

extern const struct screen_kind list_screen;

#endif
