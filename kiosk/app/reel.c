// SPDX-License-Identifier: MIT
#include "app/reel.h"

#include <stdlib.h>
#include <string.h>

#include "app/options.h"
#include "app/pace.h"
#include "app/scene.h"
#include "app/session.h"
#include "app/window.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/number.h"
#include "draw/canvas.h"
#include "draw/image_store.h"
#include "draw/picture.h"
#include "programme/settings.h"
#include "slides/drift.h"
#include "slides/slides.h"

enum {
    FADE_MS = 500,
    ALONE_MS = 30 * 60 * 1000, // a loop of one slide, or of none
    PATIENCE_MS = 1500,        // of life, with pictures of a slide that is due
};

// A picture of the window's size and the slide it shows.
struct frame {
    struct canvas *canvas;
    size_t slide;
    size_t loop; // which it is drawn for
    bool is_made;
    bool is_whole;      // with all of its pictures
    bool pictures_came; // since it was made
};

struct reel {
    struct reel_means means;
    struct scene *scene;
    struct frame frames[2];
    struct frame *front, *back; // on screen; being prepared
    size_t next;                // the slide to come
    size_t loop;                // how often all slides went by
    struct now now;             // when it was updated last
    bool has_begun;
    bool is_dirty;
    bool is_fading;
    int64_t fade_ms;  // when the fade began
    struct pace pace; // of its frames
    int64_t due_ms;   // when the next slide comes
    bool is_renewing; // what is in front is to be made anew
    int64_t renew_ms; // since then
};

static const struct slide *slide_at(const struct reel *reel, size_t index)
{
    return &reel->scene->playlist->slides[index];
}

static size_t slide_count(const struct reel *reel)
{
    return scene_slide_count(reel->scene);
}

// Pictures are not decoded faster where the clock runs faster.
static int64_t patience_ms(const struct reel *reel)
{
    return (int64_t)PATIENCE_MS * reel->means.session->clock.options.speed;
}

static struct scene *scene_now(const struct reel *reel)
{
    const struct session *session = reel->means.session;
    struct scene_means means = {.size = window_size(reel->means.window),
                                .fonts = reel->means.fonts,
                                .images = reel->means.images};
    struct now now = session_now(session);
    return scene_new(session, &means, &now);
}

// Draws a slide, or the notice where there are none.
static void make(struct reel *reel, struct frame *frame, size_t slide,
                 size_t loop)
{
    const struct stage *stage = &reel->scene->stage;
    frame->slide = slide;
    frame->loop = loop;
    canvas_shift(frame->canvas, drift_at(stage->size, loop));
    frame->is_made = true;
    frame->is_whole = true;
    frame->pictures_came = false;
    if (stage->programme == NULL) {
        slides_draw_notice(stage, reel->means.session->diags, frame->canvas);
    } else {
        frame->is_whole = slides_draw(stage, slide, frame->canvas);
    }
}

// The slide to come; the first one begins another loop.
static void make_next(struct reel *reel)
{
    bool begins = reel->has_begun && reel->next == 0;
    make(reel, reel->back, reel->next, reel->loop + (begins ? 1 : 0));
}

static bool looks_alike(const struct frame *a, const struct frame *b)
{
    const struct picture *p = canvas_picture(a->canvas);
    const struct picture *q = canvas_picture(b->canvas);
    size_t pixels = (size_t)p->size.width * (size_t)p->size.height;
    return memcmp(p->pixels, q->pixels, pixels * sizeof *p->pixels) == 0;
}

static void swap(struct reel *reel)
{
    struct frame *front = reel->front;
    reel->front = reel->back;
    reel->back = front;
    reel->back->is_made = false;
}

// The picture in front comes on screen after whatever is there.
static void push_in(struct reel *reel, int64_t now_ms)
{
    window_push(reel->means.window, canvas_picture(reel->front->canvas));
    reel->is_fading =
        reel->has_begun &&
        reel->means.session->settings->transition == TRANSITION_FADE;
    reel->has_begun = true;
    reel->is_dirty = true;
    reel->fade_ms = now_ms;
    reel->pace.next_ms = now_ms;
}

// For whoever wants to follow the show: kiosk show --verbose. The moment is the
// one it was composed for.
static void tell(const struct reel *reel)
{
    char moment[24];
    size_t index = reel->front->slide, count = slide_count(reel);
    moment_format(reel->scene->stage.now.local, moment);
    if (count == 0) {
        log_line("%s shows the notice", moment);
        return;
    }
    char *title = slides_title(&reel->scene->stage, index);
    log_line("%s shows %zu of %zu: %s %s", moment, index + 1, count,
             slide_kind_name(slide_at(reel, index)->kind), title);
    free(title);
}

// Brings the prepared picture on screen.
static void bring_on(struct reel *reel, int64_t now_ms)
{
    swap(reel);
    push_in(reel, now_ms);
    reel->is_renewing = false;
    if (reel->means.session->options->verbose) {
        tell(reel);
    }
}

// The slide in front is a new one: it stands for its time.
static void begin_slide(struct reel *reel, int64_t now_ms)
{
    size_t count = slide_count(reel);
    reel->loop = reel->front->loop;
    reel->due_ms = now_ms + ALONE_MS;
    if (count > 1) {
        const struct slide *slide = slide_at(reel, reel->front->slide);
        reel->due_ms = now_ms + (int64_t)slide->seconds * 1000;
    }
    reel->next = count > 0 ? (reel->front->slide + 1) % count : 0;
    // Of events that are over, nobody asks for posters any more.
    if (count > 0 && reel->front->slide == 0) {
        image_store_drop_unasked(reel->means.images);
    }
}

// The slide in front as it is now, if it looks otherwise than it does. Where
// a new programme brings new pictures they are waited for.
static void remake_front(struct reel *reel, int64_t now_ms)
{
    make(reel, reel->back, reel->front->slide, reel->front->loop);
    bool waits = reel->is_renewing && !reel->back->is_whole &&
                 now_ms < reel->renew_ms + patience_ms(reel);
    if (looks_alike(reel->front, reel->back)) {
        reel->front->is_whole = reel->back->is_whole;
        reel->front->pictures_came = false;
        reel->back->is_made = false;
        reel->is_renewing = false;
    } else if (!waits) {
        bring_on(reel, now_ms);
    }
}

// Whether a renewal has something new to try.
static bool can_renew(const struct reel *reel, int64_t now_ms)
{
    const struct frame *back = reel->back;
    return reel->is_renewing && (!back->is_made || back->pictures_came ||
                                 now_ms >= reel->renew_ms + patience_ms(reel));
}

// A scene of the present moment. True if the slide in front is still in the
// loop, and its number is that of its new place.
static bool renew_scene(struct reel *reel)
{
    struct scene *old = reel->scene;
    struct frame *front = reel->front;
    reel->scene = scene_now(reel);
    size_t count = slide_count(reel);
    size_t place = count;
    if (count > 0 && scene_slide_count(old) > 0) {
        place = scene_find(reel->scene, &old->playlist->slides[front->slide],
                           front->slide);
    }
    scene_free(old);
    bool is_kept = place < count;
    if (is_kept) {
        front->slide = place;
    } else if (front->slide >= count) {
        front->slide = 0;
    }
    // What is not on screen yet begins at the beginning.
    bool goes_on = reel->has_begun && count > 0;
    reel->next = goes_on ? (front->slide + 1) % count : 0;
    return is_kept;
}

static bool can_be_better(const struct frame *frame)
{
    return !frame->is_whole && frame->pictures_came;
}

// True if the next slide is prepared as well as it can be now.
static bool is_ready(const struct reel *reel)
{
    const struct frame *back = reel->back;
    return back->is_made && back->slide == reel->next && !can_be_better(back);
}

static bool waited_long(const struct reel *reel, int64_t now_ms)
{
    return now_ms >= reel->due_ms + patience_ms(reel);
}

// The next slide comes when it is due and whole, or was waited for.
static void go_on(struct reel *reel, int64_t now_ms)
{
    if (!is_ready(reel)) {
        make_next(reel);
    }
    if (reel->back->is_whole || waited_long(reel, now_ms)) {
        bring_on(reel, now_ms);
        begin_slide(reel, now_ms);
    }
}

// Whether something is to be prepared behind the slide that stands.
static bool has_work(const struct reel *reel)
{
    return reel->has_begun && !reel->is_fading && !reel->is_renewing &&
           (can_be_better(reel->front) ||
            (slide_count(reel) > 1 && !is_ready(reel)));
}

static void work_ahead(struct reel *reel, int64_t now_ms)
{
    if (can_be_better(reel->front)) {
        remake_front(reel, now_ms);
        return;
    }
    make_next(reel);
    slides_prefetch(&reel->scene->stage, (reel->next + 1) % slide_count(reel));
}

void reel_renew(struct reel *reel, int64_t now_ms)
{
    bool is_kept = renew_scene(reel);
    reel->back->is_made = false;
    // Another change while pictures are waited for does not begin the wait
    // anew.
    if (reel->has_begun && !reel->is_renewing) {
        reel->is_renewing = true;
        reel->renew_ms = now_ms;
    }
    if (reel->has_begun && !is_kept) {
        begin_slide(reel, now_ms);
    }
}

static bool is_stale(const struct reel *reel)
{
    return scene_is_stale(reel->scene, &reel->now);
}

void reel_update(struct reel *reel, int64_t now_ms)
{
    reel->now = session_now(reel->means.session);
    if (image_store_collect(reel->means.images) > 0) {
        reel->frames[0].pictures_came = true;
        reel->frames[1].pictures_came = true;
    }
    if (reel->is_fading) {
        reel->is_fading = now_ms - reel->fade_ms < FADE_MS;
        reel->is_dirty = true;
        return;
    }
    if (is_stale(reel)) {
        reel_renew(reel, now_ms);
    }
    if (reel->is_renewing) {
        if (can_renew(reel, now_ms)) {
            remake_front(reel, now_ms);
        }
    } else if (!reel->has_begun || now_ms >= reel->due_ms) {
        go_on(reel, now_ms);
    } else if (has_work(reel)) {
        work_ahead(reel, now_ms);
    }
}

// Slow at both ends, so that the eye is not pulled.
static int fade_progress(const struct reel *reel, int64_t now_ms)
{
    int64_t t = now_ms - reel->fade_ms;
    t = t < 0 ? 0 : t;
    if (!reel->is_fading || t >= FADE_MS) {
        return PROGRESS_DONE;
    }
    const int64_t whole = FADE_MS;
    int64_t eased = t * t * (3 * whole - 2 * t);
    return (int)(PROGRESS_DONE * eased / (whole * whole * whole));
}

void reel_draw(struct reel *reel, int64_t now_ms)
{
    bool waits = reel->is_fading && !pace_allows(&reel->pace, now_ms) &&
                 !window_is_paced(reel->means.window);
    if (!reel->is_dirty || !reel->has_begun || waits) {
        return;
    }
    window_present(reel->means.window, fade_progress(reel, now_ms));
    pace_step(&reel->pace, now_ms);
    reel->is_dirty = false;
}

int64_t reel_deadline(const struct reel *reel, int64_t now_ms)
{
    if (reel->is_fading) {
        return window_is_paced(reel->means.window) ? now_ms
                                                   : reel->pace.next_ms;
    }
    if ((reel->is_dirty && reel->has_begun) || has_work(reel) ||
        can_renew(reel, now_ms)) {
        return now_ms;
    }
    if (reel->is_renewing) {
        return reel->renew_ms + patience_ms(reel);
    }
    struct now now = session_now(reel->means.session);
    int64_t left_s = reel->scene->next_change - now.instant;
    int64_t deadline = left_s < INT32_MAX ? now_ms + left_s * 1000 : INT64_MAX;
    bool is_late = now_ms >= reel->due_ms;
    return earlier(deadline, reel->due_ms + (is_late ? patience_ms(reel) : 0));
}

// Two canvases of the window's size. The old ones, if any, stay if there is
// no memory for them.
static bool make_frames(struct reel *reel)
{
    struct size size = window_size(reel->means.window);
    struct canvas *canvases[2] = {canvas_new(size), canvas_new(size)};
    if (canvases[0] == NULL || canvases[1] == NULL) {
        log_line("there is no memory for pictures of %d x %d", size.width,
                 size.height);
        canvas_free(canvases[0]);
        canvas_free(canvases[1]);
        return false;
    }
    for (size_t i = 0; i < 2; i++) {
        canvas_free(reel->frames[i].canvas);
        reel->frames[i].canvas = canvases[i];
        reel->frames[i].is_made = false;
    }
    return true;
}

struct reel *reel_new(struct reel_means means, int64_t now_ms)
{
    struct reel *reel = xcalloc(1, sizeof *reel);
    reel->means = means;
    reel->front = &reel->frames[0];
    reel->back = &reel->frames[1];
    reel->due_ms = now_ms;
    reel->scene = scene_now(reel);
    if (slide_count(reel) > 0) {
        slides_prefetch(&reel->scene->stage, 0);
    }
    if (!make_frames(reel)) {
        reel_free(reel);
        return NULL;
    }
    return reel;
}

void reel_free(struct reel *reel)
{
    if (reel != NULL) {
        scene_free(reel->scene);
        canvas_free(reel->frames[0].canvas);
        canvas_free(reel->frames[1].canvas);
        free(reel);
    }
}

// Nothing to fade from: what was on screen is gone.
static void push_front(struct reel *reel)
{
    const struct picture *picture = canvas_picture(reel->front->canvas);
    window_push(reel->means.window, picture);
    window_push(reel->means.window, picture);
    reel->is_fading = false;
    reel->is_dirty = true;
}

bool reel_resize(struct reel *reel)
{
    struct size size = window_size(reel->means.window);
    bool is_new = !size_equals(size, reel->scene->stage.size);
    if (is_new && !make_frames(reel)) {
        return false;
    }
    if (is_new) {
        renew_scene(reel);
    }
    if (is_new && reel->has_begun) {
        make(reel, reel->front, reel->front->slide, reel->loop);
    }
    if (reel->has_begun) {
        push_front(reel);
    }
    return true;
}

void reel_return(struct reel *reel, int64_t now_ms)
{
    // Nobody told of those that came meanwhile.
    reel->frames[0].pictures_came = true;
    reel->frames[1].pictures_came = true;
    push_in(reel, now_ms);
    begin_slide(reel, now_ms);
}

const struct event *reel_event(const struct reel *reel)
{
    if (!reel->has_begun || slide_count(reel) == 0) {
        return NULL;
    }
    const struct slide *slide = slide_at(reel, reel->front->slide);
    return slide->entry != NULL ? slide->entry->event : NULL;
}

void reel_expose(struct reel *reel)
{
    reel->is_dirty = true;
}

void reel_step(struct reel *reel, int steps, int64_t now_ms)
{
    size_t count = slide_count(reel);
    if (!reel->has_begun || count < 2) {
        return;
    }
    size_t forward = (size_t)(steps < 0 ? -steps : steps) % count;
    forward = steps < 0 ? count - forward : forward;
    reel->next = (reel->front->slide + forward) % count;
    reel->due_ms = now_ms;
    reel->is_fading = false;
    reel->is_dirty = true;
}

const struct canvas *reel_canvas(const struct reel *reel)
{
    return reel->front->canvas;
}

const struct stage *reel_stage(const struct reel *reel)
{
    return &reel->scene->stage;
}

bool reel_has_begun(const struct reel *reel)
{
    return reel->has_begun;
}
