// SPDX-License-Identifier: MIT
// Links as QR codes, side by side.

#ifndef KIOSK_SLIDES_LINKS_SLIDE_H
#define KIOSK_SLIDES_LINKS_SLIDE_H

#include <stdbool.h>

#include "slides/stage.h"

struct canvas;

// False if a picture is not decoded yet.
bool links_slide_draw(const struct stage *stage, const struct slide *slide,
                      struct canvas *canvas);

#endif
