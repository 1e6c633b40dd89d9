// SPDX-License-Identifier: MIT
// Some of the programme's links as QR codes: side by side in landscape, two
// by two in portrait.

#ifndef KIOSK_SLIDES_CODE_ROW_H
#define KIOSK_SLIDES_CODE_ROW_H

#include <stddef.h>

#include "base/geometry.h"

struct canvas;
struct stage;

// Links first to first + count - 1, as playlist_link_at() numbers them.
void code_row_draw(const struct stage *stage, size_t first, size_t count,
                   struct box box, struct canvas *canvas);

#endif
