// SPDX-License-Identifier: MIT
// The screen's power: under X11 it is switched off and on with DPMS, straight
// on the graphics card with the connectors' property of that name. Under
// Wayland it is the compositor's, so there the picture is only black.

#ifndef KIOSK_APP_DISPLAY_H
#define KIOSK_APP_DISPLAY_H

#include <SDL.h>
#include <stdbool.h>

// The screen that the window is on. False, and nothing happens, where it cannot
// be had. While a graphics card's screen is off, present nothing: no frame is
// ever shown, and one may wait for it.
bool display_switch(SDL_Window *window, bool on);

#endif
