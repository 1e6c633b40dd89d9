// SPDX-License-Identifier: MIT
// The words of an event, from the first chip to the last note, set to fit a
// width and a height.
//
// Everything is set large first; while it does not fit, the title steps down,
// then what matters less is shortened or left out. What, when and where always
// stay.

#ifndef KIOSK_SLIDES_EVENT_WORDS_H
#define KIOSK_SLIDES_EVENT_WORDS_H

#include <stdbool.h>

#include "base/geometry.h"
#include "slides/stage.h"

struct canvas;
struct event_words;

// Never NULL. Free with event_words_free().
struct event_words *event_words_set(const struct stage *stage,
                                    const struct agenda_entry *entry,
                                    struct size room);

// Everything there is to say, as high as it becomes; what, when and where are
// seen in the window if that can be. The chips may stand elsewhere.
struct event_words *event_words_set_whole(const struct stage *stage,
                                          const struct agenda_entry *entry,
                                          struct size window, bool with_chips);
void event_words_free(struct event_words *words); // NULL is allowed

int event_words_height(const struct event_words *words);

// What leaving out, shortening and breaking words came to: 0 if all is there,
// the less the better.
int event_words_cost(const struct event_words *words);

void event_words_draw(const struct event_words *words, int x, int y,
                      struct canvas *canvas);

#endif
