// SPDX-License-Identifier: MIT
// Small signs from assets/pictograms, drawn in one colour.

#ifndef KIOSK_SLIDES_PICTOGRAM_H
#define KIOSK_SLIDES_PICTOGRAM_H

#include "base/geometry.h"

struct canvas;
struct stage;

// The sign of a kind of event as written ("ciné-débat", "Film"); NULL if it
// has none. Static.
const char *pictogram_of_kind(const char *kind);

// Draws the sign of that name within box. Nothing if there is no such file.
void pictogram_draw(const struct stage *stage, const char *name, struct box box,
                    struct colour colour, struct canvas *canvas);

#endif
