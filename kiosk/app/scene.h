// SPDX-License-Identifier: MIT
// The programme at one moment: what is upcoming, the loop of slides, and the
// stage they are drawn on. Made anew when the moment changes what is shown.

#ifndef KIOSK_APP_SCENE_H
#define KIOSK_APP_SCENE_H

#include <stdint.h>

#include "slides/stage.h"

struct fonts;
struct image_store;
struct session;
struct slide;

// What a scene is drawn with; fonts and images may be NULL where nothing is.
struct scene_means {
    struct size size;
    struct fonts *fonts;
    struct image_store *images;
};

struct scene {
    struct agenda *agenda;     // NULL without a programme
    struct playlist *playlist; // NULL without a programme
    struct stage stage;
    int64_t next_change; // the instant from which another one is needed
};

// The session must outlive it, and keep its programme.
struct scene *scene_new(const struct session *session,
                        const struct scene_means *means, const struct now *now);
void scene_free(struct scene *scene); // NULL is allowed

size_t scene_slide_count(const struct scene *scene); // 0 for a notice

// True if the scene does not tell the truth any more: its time is over, or
// the clock was set.
bool scene_is_stale(const struct scene *scene, const struct now *now);

// Where the slide of another scene is in this one, also after its programme
// was loaded anew: the nearest to index. scene_slide_count() if it is gone.
size_t scene_find(const struct scene *scene, const struct slide *slide,
                  size_t index);

#endif
