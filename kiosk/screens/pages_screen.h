// SPDX-License-Identifier: MIT
// What else the loop shows, to be read in one's own time: text pages, links,
// partners, one after another.

#ifndef KIOSK_SCREENS_PAGES_SCREEN_H
#define KIOSK_SCREENS_PAGES_SCREEN_H

#include "screens/screen.h"

extern const struct screen_kind pages_screen;

#endif
