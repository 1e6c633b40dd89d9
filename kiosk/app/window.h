// SPDX-License-Identifier: MIT
// The window on the screen: shows pictures of its size, and fades from one to
// the next.

#ifndef KIOSK_APP_WINDOW_H
#define KIOSK_APP_WINDOW_H

#include <stdbool.h>

#include "app/presenter.h"
#include "base/geometry.h"
#include "base/turn.h"

struct picture;
struct window;

struct window_options {
    bool full_screen; // with the cursor hidden
    struct size size; // otherwise
    const char *title;
    enum turn turn; // of the pictures, on a screen that hangs on its side
};

// Starts SDL's video. NULL, and a line in the log, where there is no display.
// There can be one at a time.
struct window *window_new(struct window_options options);
void window_free(struct window *window); // NULL is allowed

// Until it is open it has only the size it will probably have: much can be
// prepared for that while the display is busy. False, and a line in the log,
// if there can be none.
bool window_open(struct window *window);

// Closes it and opens it again, on whatever display there is now. What was
// pushed, and what covered it, is gone. False, and a line in the log, if it
// cannot be opened: then only window_cover(), which does nothing, and
// window_free() are allowed.
bool window_open_again(struct window *window);

// Where outputs_read() finds which displays come and go, straight on the
// graphics card, for nobody else tells; NULL elsewhere.
const char *window_outputs_folder(void);

// Of the pictures it takes, in pixels: upright, however the screen hangs.
struct size window_size(const struct window *window);

// Of the screen's own pixels, which fingers and mice count in; and where one
// of them is in the upright picture.
struct size window_panel_size(const struct window *window);
struct point window_point(const struct window *window, struct point at);

// Of an open window: true if presenting waits for the screen's next frame.
bool window_is_paced(const struct window *window);

// True if SDL sleeps until an event comes; elsewhere it only looks every
// millisecond.
bool window_can_wait(const struct window *window);

// As a presenter's: see there. A failed one is logged once.
void window_push(struct window *window, const struct picture *picture);
void window_cover(struct window *window, const struct picture *cover, int x,
                  int y);
void window_expose(struct window *window);
void window_blank(struct window *window);
void window_present(struct window *window, int progress);

// The screen's power; see app/display.h. Before it is switched off, blank it,
// and present nothing until it is on again.
bool window_switch(struct window *window, bool on);

// True if the last picture that was to be presented was.
bool window_is_well(const struct window *window);

#endif
