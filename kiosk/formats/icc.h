// SPDX-License-Identifier: MIT
// Colours by an embedded ICC profile, made sRGB: by Little CMS.

#ifndef KIOSK_FORMATS_ICC_H
#define KIOSK_FORMATS_ICC_H

#include <stddef.h>
#include <stdint.h>

// What a row's four bytes a pixel are.
enum icc_layout {
    ICC_RGBA,          // of an RGB profile; or grey, three times, of a grey one
    ICC_CMYK,          // ink
    ICC_CMYK_INVERTED, // how much ink is missing
};

struct icc;

// Has the library do what it does only once, such as reading the time zone.
void icc_warm_up(void);

// NULL if there is no need of one, or the profile is damaged or not of such
// pixels.
struct icc *icc_new(const uint8_t *profile, size_t length,
                    enum icc_layout layout);
void icc_free(struct icc *icc); // NULL is allowed

// Makes the pixels RGBA in place; the alpha of RGBA is kept, of CMYK it is
// left to the caller.
void icc_convert(const struct icc *icc, uint8_t *row, size_t pixels);

#endif
