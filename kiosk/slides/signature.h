// SPDX-License-Identifier: MIT
// Who signs a slide: the organisers' logo, or their name in type, in its
// corner.

#ifndef KIOSK_SLIDES_SIGNATURE_H
#define KIOSK_SLIDES_SIGNATURE_H

#include <stdbool.h>

#include "base/geometry.h"

struct canvas;
struct event;
struct stage;

// How much of a row it takes at most.
int signature_width(const struct stage *stage);

// Right-aligned at the foot of box. event may be NULL: the programme's
// organisers. False if the logo is not decoded yet.
bool signature_draw(const struct stage *stage, const struct event *event,
                    struct box box, struct canvas *canvas);

#endif
