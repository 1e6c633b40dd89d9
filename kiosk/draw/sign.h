// SPDX-License-Identifier: MIT
// A small sign from a picture file of our own, drawn in one colour: only the
// file's opacity counts.

#ifndef KIOSK_DRAW_SIGN_H
#define KIOSK_DRAW_SIGN_H

#include "base/geometry.h"

struct canvas;

// As large as fits into box, in its middle; marked as a picture under name.
// Nothing if the file cannot be read.
void sign_draw(struct canvas *canvas, const char *path, const char *name,
               struct box box, struct colour colour);

#endif
