// SPDX-License-Identifier: MIT
// A receipt that takes the whole screen: what is wrong, line by line, and the
// report as a QR code for the host to photograph.

#ifndef KIOSK_SLIDES_RECEIPT_SHEET_H
#define KIOSK_SLIDES_RECEIPT_SHEET_H

struct canvas;
struct receipt_card;
struct stage;

void receipt_sheet_draw(const struct stage *stage,
                        const struct receipt_card *card, struct canvas *canvas);

#endif
