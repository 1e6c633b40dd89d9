// SPDX-License-Identifier: MIT
// The first tag of an SVG file: where it is, and which part of the plane the
// drawing shows.

#ifndef KIOSK_DECODE_SVG_ROOT_H
#define KIOSK_DECODE_SVG_ROOT_H

#include <stdbool.h>
#include <stddef.h>

struct file_bytes;

// A rectangle in the drawing's own units.
struct svg_view {
    double x, y, width, height;
};

struct svg_root {
    size_t start; // of "<svg"
    size_t end;   // behind its last attribute
    // viewBox, or else width and height; 0 where the tag does not say
    struct svg_view view;
};

// True if nothing but a prologue precedes a tag <svg>, whose offset *out is.
bool svg_find_root(const struct file_bytes *file, size_t *out);

// Reads the tag at start. False if it does not end.
bool svg_read_root(const struct file_bytes *file, size_t start,
                   struct svg_root *out);

#endif
