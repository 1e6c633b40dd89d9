// SPDX-License-Identifier: MIT
// What every slide is drawn with. Everything in it is borrowed.

#ifndef KIOSK_SLIDES_STAGE_H
#define KIOSK_SLIDES_STAGE_H

#include "language/phrase.h"
#include "programme/agenda.h"
#include "programme/playlist.h"
#include "slides/theme.h"

struct fonts;
struct image_store;
struct settings;
struct zone;

struct stage {
    struct size size; // of the screen, in pixels
    struct fonts *fonts;
    struct image_store *images;
    const char *pictograms; // the folder of the small signs
    const struct settings *settings;
    const struct programme *programme; // NULL only for notices
    const struct agenda *agenda;       // NULL only for notices
    const struct playlist *playlist;   // NULL only for notices
    struct theme theme;
    struct phrasing phrasing;
    struct now now;
    const struct zone *zone; // where its clock hangs
};

// The unit all lengths are multiples of, in 1/64 pixel: min(width / 100,
// height / 56.25) in landscape, min(width / 56.25, height / 100) in portrait.
int stage_unit(struct size size);

// u hundredths of a unit, in whole pixels: stage_px(stage, 330) is 3.3 u.
int stage_px(const struct stage *stage, int u);

bool stage_is_portrait(const struct stage *stage);

// How many rows, logos and codes one slide of that size can show.
struct slide_capacity stage_capacity(struct size size,
                                     const struct settings *settings);

#endif
