// SPDX-License-Identifier: MIT
// A visitor's visit: from the first touch to the loop again. The screens they
// went through, what they chose, and how long their hands have been idle.
//
// It begins at the threshold: the slide that was on screen stands behind, and
// nothing can be hit but the visit itself. What the finger that woke it does
// after that opens the first screen. It ends when the visitor closes it, when
// the finger that woke it meant nothing, or some seconds after a warning.

#ifndef KIOSK_SCREENS_VISIT_H
#define KIOSK_SCREENS_VISIT_H

#include <stdbool.h>
#include <stdint.h>

#include "screens/screen.h"

struct languages;
struct picture;

enum {
    VISIT_WARNING_MS = 20000, // WCAG 2.2.1
};

struct visit_options {
    const struct stage *stage; // borrowed until visit_set_stage()
    const struct languages *languages;
    const struct picture *behind; // at the threshold; borrowed
    struct destination first;     // copied; the list stands below it
    struct desk *desk;            // borrowed; NULL: there is no such page
    int64_t now_ms;
};

// Never NULL.
struct visit *visit_new(struct visit_options options);
void visit_free(struct visit *visit); // NULL is allowed

void visit_take(struct visit *visit, const struct input *input);

// Another moment, another size, another programme. The old stage may be gone.
void visit_set_stage(struct visit *visit, const struct stage *stage);

// Decoded pictures came.
void visit_pictures_came(struct visit *visit);

// Does what is due. True if it is to be drawn.
bool visit_update(struct visit *visit, int64_t now_ms);
void visit_draw(struct visit *visit, struct canvas *canvas);

// When it wants to be updated again if nothing happens.
int64_t visit_next_ms(const struct visit *visit);

bool visit_is_over(const struct visit *visit);

// Where it is, for tests and the log: "list", "threshold", …
const char *visit_where(const struct visit *visit);
bool visit_warns(const struct visit *visit);

#endif
