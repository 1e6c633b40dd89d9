// SPDX-License-Identifier: MIT
// One event: the poster or the date as a panel, the words beside it, the QR
// code at their foot.

#ifndef KIOSK_SLIDES_EVENT_SLIDE_H
#define KIOSK_SLIDES_EVENT_SLIDE_H

#include <stdbool.h>

#include "slides/stage.h"

struct canvas;

// False if the poster is not decoded yet.
bool event_slide_draw(const struct stage *stage, const struct slide *slide,
                      struct canvas *canvas);
void event_slide_prefetch(const struct stage *stage, const struct slide *slide);

#endif
