// SPDX-License-Identifier: MIT
// Nothing upcoming: the programme will be back, and where to ask.

#ifndef KIOSK_SLIDES_EMPTY_SLIDE_H
#define KIOSK_SLIDES_EMPTY_SLIDE_H

#include <stdbool.h>

#include "slides/stage.h"

struct canvas;

// False if a picture is not decoded yet.
bool empty_slide_draw(const struct stage *stage, const struct slide *slide,
                      struct canvas *canvas);

#endif
