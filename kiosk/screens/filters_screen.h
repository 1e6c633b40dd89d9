// SPDX-License-Identifier: MIT
// Every town and every kind to choose from, with how many soirées each has.

#ifndef KIOSK_SCREENS_FILTERS_SCREEN_H
#define KIOSK_SCREENS_FILTERS_SCREEN_H

struct screen_kind;

extern const struct screen_kind filters_screen;

#endif
