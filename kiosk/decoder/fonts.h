// SPDX-License-Identifier: MIT
// Where the fonts are, their catalogue, and poppler's tables of characters.

#ifndef KIOSK_DECODER_FONTS_H
#define KIOSK_DECODER_FONTS_H

extern const char *const font_folders[]; // ends with NULL

#endif
