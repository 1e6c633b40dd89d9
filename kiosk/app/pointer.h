// SPDX-License-Identifier: MIT
// The mouse's arrow on a full screen: there while a visitor moves a mouse, and
// for some seconds after. Fingers have none, and the loop is never covered.

#ifndef KIOSK_APP_POINTER_H
#define KIOSK_APP_POINTER_H

#include <SDL.h>
#include <stdbool.h>
#include <stdint.h>

enum {
    POINTER_SHOWN_MS = 3000,
};

struct pointer {
    bool is_windowed; // where the arrow is the desktop's business
    bool is_shown;
    SDL_Cursor *arrow; // NULL: not needed yet, or there is none; SDL's to free
    int moves;         // of a mouse without a button, one after the other
    int64_t moved_ms;
};

// What a hand did.
void pointer_take(struct pointer *pointer, const SDL_Event *event,
                  int64_t now_ms);

// Shows or hides it. visited: somebody is there who could use it.
void pointer_update(struct pointer *pointer, bool visited, int64_t now_ms);

// When it is to be hidden; INT64_MAX: it is.
int64_t pointer_deadline(const struct pointer *pointer);

#endif
