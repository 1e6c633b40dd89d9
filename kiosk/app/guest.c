// SPDX-License-Identifier: MIT
#include "app/guest.h"

#include <stdlib.h>

#include "app/options.h"
#include "app/pace.h"
#include "app/reel.h"
#include "app/scene.h"
#include "app/session.h"
#include "app/window.h"
#include "base/log.h"
#include "base/memory.h"
#include "draw/canvas.h"
#include "draw/image_store.h"
#include "screens/input.h"
#include "screens/visit.h"

struct guest {
    struct guest_means means;
    struct canvas *canvas; // of the window's size; NULL before the first visit
    struct scene *scene;   // NULL without a visit
    struct visit *visit;   // NULL without a visit
    bool is_drawn;         // the canvas was, in this visit
    bool is_dirty;         // the canvas is to be put on the screen
    struct pace pace;
    const char *told; // where the visitor was; NULL: nowhere
};

struct guest *guest_new(struct guest_means means)
{
    struct guest *guest = xcalloc(1, sizeof *guest);
    guest->means = means;
    return guest;
}

static void forget_visit(struct guest *guest)
{
    visit_free(guest->visit);
    scene_free(guest->scene);
    guest->visit = NULL;
    guest->scene = NULL;
}

// For whoever wants to follow the show: kiosk show --verbose.
static void tell(struct guest *guest, const char *where)
{
    if (guest->told != where && guest->means.session->options->verbose) {
        log_line("a visitor is at the %s", where);
    }
    guest->told = where;
}

static void end_visit(struct guest *guest)
{
    forget_visit(guest);
    tell(guest, "loop");
    guest->told = NULL;
    reel_return(guest->means.reel, clock_ms(&guest->means.session->clock));
}

void guest_free(struct guest *guest)
{
    if (guest != NULL) {
        forget_visit(guest);
        canvas_free(guest->canvas);
        free(guest);
    }
}

bool guest_is_here(const struct guest *guest)
{
    return guest->visit != NULL;
}

static struct scene *scene_now(const struct guest *guest)
{
    const struct guest_means *means = &guest->means;
    struct scene_means drawn_with = {.size = window_size(means->window),
                                     .fonts = means->fonts,
                                     .images = means->images};
    struct now now = session_now(means->session);
    return scene_new(means->session, &drawn_with, &now);
}

// False, and a line in the log, if there is no memory for a picture of the
// window's size.
static bool make_canvas(struct guest *guest)
{
    struct size size = window_size(guest->means.window);
    if (guest->canvas != NULL &&
        size_equals(canvas_size(guest->canvas), size)) {
        return true;
    }
    struct canvas *canvas = canvas_new(size);
    if (canvas == NULL) {
        log_line("there is no memory for a visit");
        return false;
    }
    canvas_free(guest->canvas);
    guest->canvas = canvas;
    return true;
}

static void begin_visit(struct guest *guest, int64_t now_ms)
{
    const struct guest_means *means = &guest->means;
    if (!make_canvas(guest)) {
        return;
    }
    const struct event *event = reel_event(means->reel);
    struct event_key key = {0};
    if (event != NULL) {
        key = event_key_of(event);
    }
    guest->scene = scene_now(guest);
    guest->is_drawn = false;
    guest->visit = visit_new((struct visit_options){
        .stage = &guest->scene->stage,
        .languages = means->session->languages,
        .behind = canvas_picture(reel_canvas(means->reel)),
        .first = {.screen = event != NULL ? SCREEN_EVENT : SCREEN_LIST,
                  .event = key},
        .desk = means->desk,
        .now_ms = now_ms
    });
    event_key_release(&key);
}

void guest_take(struct guest *guest, const struct input *input, int64_t now_ms)
{
    bool wakes = input->kind == INPUT_DOWN || input->kind == INPUT_KEY ||
                 input->kind == INPUT_WHEEL;
    if (guest->visit == NULL && wakes && reel_has_begun(guest->means.reel)) {
        begin_visit(guest, now_ms);
    }
    if (guest->visit != NULL) {
        visit_take(guest->visit, input);
    }
}

void guest_renew(struct guest *guest)
{
    if (guest->visit == NULL) {
        return;
    }
    struct scene *old = guest->scene;
    guest->scene = scene_now(guest);
    visit_set_stage(guest->visit, &guest->scene->stage);
    scene_free(old);
}

void guest_resize(struct guest *guest)
{
    if (guest->visit == NULL) {
        return;
    }
    if (!make_canvas(guest)) {
        end_visit(guest);
        return;
    }
    guest->is_drawn = false;
    guest_renew(guest);
}

static bool is_stale(const struct guest *guest)
{
    struct now now = session_now(guest->means.session);
    return scene_is_stale(guest->scene, &now);
}

// Draws the visit's picture, which the window then has to show.
static void draw(struct guest *guest, int64_t now_ms)
{
    pace_step(&guest->pace, now_ms);
    visit_draw(guest->visit, guest->canvas);
    window_push(guest->means.window, canvas_picture(guest->canvas));
    guest->is_drawn = true;
    guest->is_dirty = true;
}

void guest_update(struct guest *guest, int64_t now_ms)
{
    if (guest->visit == NULL) {
        return;
    }
    if (image_store_collect(guest->means.images) > 0) {
        visit_pictures_came(guest->visit);
    }
    if (is_stale(guest)) {
        guest_renew(guest);
    }
    bool has_news = visit_update(guest->visit, now_ms);
    if (visit_is_over(guest->visit)) {
        end_visit(guest);
        return;
    }
    tell(guest,
         visit_warns(guest->visit) ? "warning" : visit_where(guest->visit));
    bool may_draw = window_is_paced(guest->means.window) ||
                    pace_allows(&guest->pace, now_ms);
    if ((has_news || !guest->is_drawn) && may_draw) {
        draw(guest, now_ms);
    }
}

void guest_draw(struct guest *guest)
{
    if (guest->visit == NULL || !guest->is_dirty || !guest->is_drawn) {
        return;
    }
    window_present(guest->means.window, PROGRESS_DONE);
    guest->is_dirty = false;
}

int64_t guest_deadline(const struct guest *guest, int64_t now_ms)
{
    if (guest->visit == NULL) {
        return INT64_MAX;
    }
    int64_t next_ms = visit_next_ms(guest->visit);
    struct now now = session_now(guest->means.session);
    int64_t left_s = guest->scene->next_change - now.instant;
    if (left_s < INT32_MAX && now_ms + left_s * 1000 < next_ms) {
        next_ms = now_ms + left_s * 1000;
    }
    bool is_paced = window_is_paced(guest->means.window);
    return is_paced ? next_ms : later(next_ms, guest->pace.next_ms);
}

void guest_expose(struct guest *guest)
{
    guest->is_dirty = true;
}

const struct canvas *guest_canvas(const struct guest *guest)
{
    return guest->canvas;
}

const struct stage *guest_stage(const struct guest *guest)
{
    return &guest->scene->stage;
}
