// SPDX-License-Identifier: MIT
// SDL's events, as what a visitor does.

#ifndef KIOSK_APP_HANDS_H
#define KIOSK_APP_HANDS_H

#include <SDL.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/geometry.h"
#include "screens/input.h"

// size is the window's, in pixels; now_ms is monotonic. False if the event is
// of no hand, or of none that we know.
bool hands_read(const SDL_Event *event, struct size size, int64_t now_ms,
                struct input *out);

// True if a finger, a mouse or its wheel did it, and not a key.
bool hands_is_pointer(const struct input *input);

// True if a finger did it, but on a pad and not on the glass.
bool hands_is_touchpad(const SDL_Event *event);

#endif
