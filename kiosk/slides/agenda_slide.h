// SPDX-License-Identifier: MIT
// The list of upcoming events, a row each.

#ifndef KIOSK_SLIDES_AGENDA_SLIDE_H
#define KIOSK_SLIDES_AGENDA_SLIDE_H

#include <stdbool.h>

#include "slides/stage.h"

struct canvas;

// False if a picture is not decoded yet.
bool agenda_slide_draw(const struct stage *stage, const struct slide *slide,
                       struct canvas *canvas);

#endif
