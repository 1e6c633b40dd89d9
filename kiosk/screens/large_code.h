// SPDX-License-Identifier: MIT
// A QR code on half of the display, with the words it needs beside or below
// it, and a button to go back.

#ifndef KIOSK_SCREENS_LARGE_CODE_H
#define KIOSK_SCREENS_LARGE_CODE_H

#include <stdbool.h>

struct canvas;
struct stage;
struct targets;

// Texts are borrowed; "" for those there are not.
struct large_code {
    const char *payload;
    const char *above;  // whose it is
    const char *action; // what it is for
    const char *shown;  // where it leads, in clear
    const char *hint;   // what to do
};

// The button is the only target.
void large_code_targets(const struct stage *stage, bool low,
                        struct targets *out);

void large_code_draw(const struct stage *stage, const struct large_code *code,
                     bool low, struct canvas *canvas);

#endif
