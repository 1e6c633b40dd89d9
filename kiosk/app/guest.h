// SPDX-License-Identifier: MIT
// The visitor in front of the screen: while there is one, their visit is on it
// in place of the reel, which stands still.
//
// Times are milliseconds of the monotonic clock, and parameters.

#ifndef KIOSK_APP_GUEST_H
#define KIOSK_APP_GUEST_H

#include <stdbool.h>
#include <stdint.h>

struct canvas;
struct desk;
struct fonts;
struct guest;
struct image_store;
struct input;
struct reel;
struct session;
struct stage;
struct window;

// All borrowed.
struct guest_means {
    struct session *session;
    struct window *window;
    struct fonts *fonts;
    struct image_store *images;
    struct reel *reel;
    struct desk *desk; // behind the operator's page
};

// Never NULL.
struct guest *guest_new(struct guest_means means);
void guest_free(struct guest *guest); // NULL is allowed

// True during a visit.
bool guest_is_here(const struct guest *guest);

// What hands did. Without a visit, one begins: at the event of the slide on
// screen, or at the list.
void guest_take(struct guest *guest, const struct input *input, int64_t now_ms);

// During a visit: does what is due, and puts on the screen what changed. At
// its end the reel goes on.
void guest_update(struct guest *guest, int64_t now_ms);
void guest_draw(struct guest *guest);

// When it wants to be updated again if nothing happens; INT64_MAX without a
// visit.
int64_t guest_deadline(const struct guest *guest, int64_t now_ms);

// The session has another programme, the window another size or lost its
// pictures. Nothing is borrowed from the former ones any more when these
// return.
void guest_renew(struct guest *guest);
void guest_resize(struct guest *guest);

// What is on screen is to be put there again.
void guest_expose(struct guest *guest);

// During a visit: what is on screen, and what it was drawn with. Borrowed until
// the next call.
const struct canvas *guest_canvas(const struct guest *guest);
const struct stage *guest_stage(const struct guest *guest);

#endif
