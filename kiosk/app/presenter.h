// SPDX-License-Identifier: MIT
// How pictures get from memory onto the glass. There are two ways, each a row
// of functions: our own blend into the window's surface, which is cheapest
// where the graphics have no driver of their own or a compositor stands
// between (X11, Wayland), and two textures, which is the only smooth way
// straight on the graphics card (KMS).

#ifndef KIOSK_APP_PRESENTER_H
#define KIOSK_APP_PRESENTER_H

#include <SDL.h>
#include <stdbool.h>

#include "base/geometry.h"

struct picture;

enum {
    PROGRESS_DONE = 256, // of a fade
};

struct presenter_kind {
    const char *name;
    bool is_paced; // present() waits for the screen's next frame

    // NULL, with SDL_GetError() set, if it cannot be had.
    void *(*open)(SDL_Window *window);
    void (*close)(void *presenter);
    struct size (*size)(const void *presenter); // of the pictures it takes

    // The picture becomes the one to be shown, and the one before it that
    // which is faded from. Borrowed until two others were pushed.
    bool (*push)(void *presenter, const struct picture *picture);

    // Lies over what is presented, its top left at x, y; NULL: nothing does.
    // Borrowed until the next call.
    bool (*cover)(void *presenter, const struct picture *cover, int x, int y);

    // What was presented got lost: the next present() puts all of it.
    void (*expose)(void *presenter);

    // Black, until present() is called again.
    bool (*blank)(void *presenter);

    // progress 0 shows the one before, PROGRESS_DONE the last one pushed.
    bool (*present)(void *presenter, int progress);
};

extern const struct presenter_kind surface_presenter;
extern const struct presenter_kind renderer_presenter;

#endif
