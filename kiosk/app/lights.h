// SPDX-License-Identifier: MIT
// Whether the screen is lit: in the settings' opening hours it is, outside them
// it is black and, where that can be had, switched off. A hand wakes it for a
// while. While the clock is doubtful it is always lit: a dark screen at noon
// would be worse than a lit one at night.

#ifndef KIOSK_APP_LIGHTS_H
#define KIOSK_APP_LIGHTS_H

#include <stdbool.h>
#include <stdint.h>

struct lights;
struct session;
struct window;

// Both borrowed. Never NULL.
struct lights *lights_new(const struct session *session, struct window *window);
void lights_free(struct lights *lights); // lit again; NULL is allowed

// Switches them if it is time. True if the picture is to be put on the screen
// again: they came on.
bool lights_update(struct lights *lights, int64_t now_ms);

// True while the screen is dark: nothing is to be drawn.
bool lights_are_out(const struct lights *lights);

// Somebody is there, or there is something to be told. True if it was dark:
// what woke the screen was meant for nothing on it.
bool lights_wake(struct lights *lights, int64_t now_ms);

// The window was exposed or resized: black again, if it is dark.
void lights_expose(const struct lights *lights);

// When it wants to be updated again if nothing happens.
int64_t lights_deadline(const struct lights *lights, int64_t now_ms);

#endif
