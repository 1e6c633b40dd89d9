// SPDX-License-Identifier: MIT
// The screen's power: under X11 it is switched off and on with DPMS. Elsewhere
// nobody offers us a way: Wayland leaves it to the compositor and SDL's KMS has
// none, so there the picture is only black.

#ifndef KIOSK_APP_DISPLAY_H
#define KIOSK_APP_DISPLAY_H

#include <stdbool.h>

// False, and nothing happens, where it cannot be had. Call after SDL's video
// was started.
bool display_switch(bool on);

#endif
