// SPDX-License-Identifier: MIT
// A QR code on its card with the words it needs: what it is for, where it
// leads, how to use it.

#ifndef KIOSK_SLIDES_CODE_H
#define KIOSK_SLIDES_CODE_H

#include <stdbool.h>

#include "slides/stage.h"

struct canvas;
struct event;
struct link;
struct qr;

struct code {
    const struct link *link; // borrowed, as is action
    const char *action; // "s’inscrire"; the first letter becomes a capital
    struct qr *qr;      // NULL: the link is too long for a code
};

// Working out a code is the dearest part of a slide: once is enough.
void code_init(struct code *code, const struct link *link, const char *action);
void code_release(struct code *code);

// The foot of a slide: the code at the left, as large as the height of box
// and the words beside it allow, and the organisers' signature at the right,
// or below the words where it is narrow. code may be NULL: the signature
// alone. event is whose organisers sign; NULL: the programme's. False if a
// logo is not decoded yet.
bool code_draw_foot(const struct stage *stage, const struct code *code,
                    const struct event *event, struct box box,
                    struct canvas *canvas);

// The code above, its words below, centred in box.
void code_draw_column(const struct stage *stage, const struct code *code,
                      struct box box, struct canvas *canvas);

#endif
