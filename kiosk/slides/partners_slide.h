// SPDX-License-Identifier: MIT
// The partners' logos on white cards; a missing logo is set in type.

#ifndef KIOSK_SLIDES_PARTNERS_SLIDE_H
#define KIOSK_SLIDES_PARTNERS_SLIDE_H

#include <stdbool.h>

#include "slides/stage.h"

struct canvas;

// False if a picture is not decoded yet.
bool partners_slide_draw(const struct stage *stage, const struct slide *slide,
                         struct canvas *canvas);
void partners_slide_prefetch(const struct stage *stage,
                             const struct slide *slide);

#endif
