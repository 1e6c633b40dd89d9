// SPDX-License-Identifier: MIT
// The slides going by: which one is on screen, when the next one comes, and
// how. A slide is composed once; while it stands, the next one is composed
// behind it; a fade is a mix of these two pictures.
//
// Times are milliseconds of the monotonic clock, and parameters.

#ifndef KIOSK_APP_REEL_H
#define KIOSK_APP_REEL_H

#include <stdbool.h>
#include <stdint.h>

struct canvas;
struct event;
struct fonts;
struct image_store;
struct reel;
struct session;
struct stage;
struct window;

// All borrowed.
struct reel_means {
    struct session *session;
    struct window *window;
    struct fonts *fonts;
    struct image_store *images;
};

// NULL, and a line in the log, if there is no memory for two pictures of the
// window's size. The window may still be closed until the first update: the
// first slide's pictures are decoded meanwhile.
struct reel *reel_new(struct reel_means means, int64_t now_ms);
void reel_free(struct reel *reel); // NULL is allowed

// Does what is due: makes pictures, changes slides. At most one picture is
// made in one call, so that events never wait for long.
void reel_update(struct reel *reel, int64_t now_ms);

// Puts on the screen what changed, if anything did.
void reel_draw(struct reel *reel, int64_t now_ms);

// When it wants to be updated again if nothing happens.
int64_t reel_deadline(const struct reel *reel, int64_t now_ms);

// The session has another programme: everything is made anew, and what is on
// screen keeps its place and its time if it is still in the loop. Nothing is
// borrowed from the former one any more when this returns.
void reel_renew(struct reel *reel, int64_t now_ms);

// The window has another size, or lost its pictures: they are made anew.
// False, and a line in the log, if there is no memory for them.
bool reel_resize(struct reel *reel);

// What is on screen got lost and is to be put there again.
void reel_expose(struct reel *reel);

// That many slides on, or back.
void reel_step(struct reel *reel, int steps, int64_t now_ms);

// Something else was on screen meanwhile: the slide comes back, and stands for
// its time again.
void reel_return(struct reel *reel, int64_t now_ms);

// What the slide on screen is about; NULL: no event. Borrowed from the
// programme.
const struct event *reel_event(const struct reel *reel);

// What is on screen, or comes there in a fade, and what it was drawn with.
// Borrowed until the next call.
const struct canvas *reel_canvas(const struct reel *reel);
const struct stage *reel_stage(const struct reel *reel);

// True once a slide is on screen.
bool reel_has_begun(const struct reel *reel);

#endif
