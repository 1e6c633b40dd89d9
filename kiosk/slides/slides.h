// SPDX-License-Identifier: MIT
// A slide of the playlist → a canvas: the only entrance to this floor.

#ifndef KIOSK_SLIDES_SLIDES_H
#define KIOSK_SLIDES_SLIDES_H

#include <stdbool.h>
#include <stddef.h>

#include "slides/stage.h"

struct canvas;
struct diag_list;

// Draws slide number index of the stage's playlist onto the canvas, which has
// the stage's size. False if a picture it needs is not decoded yet: it was
// drawn without, and is to be drawn again when the image store wakes.
bool slides_draw(const struct stage *stage, size_t index,
                 struct canvas *canvas);

// The same by itself: without its place in the loop, a banner, a mark.
bool slides_draw_alone(const struct stage *stage, size_t index,
                       struct canvas *canvas);

// Asks for the slide's pictures ahead of time.
void slides_prefetch(const struct stage *stage, size_t index);

// What the slide is about, in one line: the event's title, the page's title,
// the heading. The caller's; free().
char *slides_title(const struct stage *stage, size_t index);

// The calm page where no programme can be shown: what to do, and up to three
// of the faults. diags may be NULL.
void slides_draw_notice(const struct stage *stage, struct diag_list *diags,
                        struct canvas *canvas);

#endif
