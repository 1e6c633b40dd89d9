// SPDX-License-Identifier: MIT
// The one place where the program sleeps: until an event, a wake from another
// thread, or a deadline.
//
// SDL sleeps only on X11 and Wayland. Elsewhere it would look for events every
// millisecond, so there we wait ourselves, on SDL's own input files.

#ifndef KIOSK_APP_WAITER_H
#define KIOSK_APP_WAITER_H

#include <SDL.h>
#include <stdbool.h>
#include <stdint.h>

struct waiter;

// sdl_can_wait: as window_can_wait() says. NULL, and a line in the log, if
// the system has no file for it.
struct waiter *waiter_new(bool sdl_can_wait);
void waiter_free(struct waiter *waiter); // NULL is allowed

// From any thread: ends a wait, or the next one. context is the waiter.
void waiter_wake(void *context);

// Sleeps for at most timeout_ms. True if there is an event in *out; there may
// be more, for SDL_PollEvent().
bool waiter_wait(struct waiter *waiter, int64_t timeout_ms, SDL_Event *out);

#endif
