// SPDX-License-Identifier: MIT
// A page of text, and the programme's intro.

#ifndef KIOSK_SLIDES_PAGE_SLIDE_H
#define KIOSK_SLIDES_PAGE_SLIDE_H

#include <stdbool.h>

#include "slides/stage.h"

struct canvas;

// False if a picture is not decoded yet.
bool page_slide_draw(const struct stage *stage, const struct slide *slide,
                     struct canvas *canvas);
void page_slide_prefetch(const struct stage *stage, const struct slide *slide);

#endif
