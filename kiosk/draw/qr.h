// SPDX-License-Identifier: MIT
// A text as a QR code: level M, dark on a white card with four modules of
// quiet zone, a whole number of pixels a module (ISO/IEC 18004).

#ifndef KIOSK_DRAW_QR_H
#define KIOSK_DRAW_QR_H

#include <stdbool.h>

#include "base/geometry.h"

enum {
    QR_QUIET_MODULES = 4
};

struct canvas;
struct qr;

// NULL if the text is longer than a code can hold. Free with qr_free().
// Raised to level Q or H where that costs no larger version.
struct qr *qr_new(const char *text);
void qr_free(struct qr *qr); // NULL is allowed

int qr_modules(const struct qr *qr); // a side, without the quiet zone

// Whole pixels a module when the code and its quiet zone fill at most
// side_px; 0 if not even one fits.
int qr_module_px(const struct qr *qr, int side_px);

// The side of code and quiet zone drawn within side_px: at most that.
int qr_side(const struct qr *qr, int side_px);

// Draws a white card with corners rounded by radius that fills box (square)
// and the code in its middle, and marks both.
void qr_draw(const struct qr *qr, struct canvas *canvas, struct box box,
             int radius);

#endif
