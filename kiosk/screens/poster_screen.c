// SPDX-License-Identifier: MIT
#include "screens/poster_screen.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "draw/canvas.h"
#include "draw/image_store.h"
#include "draw/picture.h"
#include "draw/picture_view.h"
#include "programme/programme.h"
#include "programme/settings.h"
#include "screens/controls.h"
#include "screens/zoom.h"
#include "slides/stage.h"

enum {
    TARGET_CLOSE,
    TARGET_LARGER,
    TARGET_SMALLER,
    TARGET_COUNT,
    EDGE_U = 200,    // hundredths of a unit
    DETAIL = 2,      // so many times the display's size is decoded, at most
    PAN_PERCENT = 30 // of the view, an arrow
};

static const double STEP = 1.6; // a key, a button
static const double NOTCH = 1.2;

struct poster {
    struct visit *visit;
    struct event_key key;
    char *path;
    struct zoom zoom;
    struct size detail; // what is decoded for looking closer
    struct picture *frame;
    struct button buttons[TARGET_COUNT];
    bool is_held, is_pending;
};

static const struct stage *stage_of(const struct poster *poster)
{
    return visit_stage(poster->visit);
}

static void lay_buttons(struct poster *poster)
{
    const struct stage *stage = stage_of(poster);
    int side = controls_button_px(stage), gap = controls_gap_px(stage);
    int edge = stage_px(stage, EDGE_U);
    int right = stage->size.width - edge - side;
    int bottom = stage->size.height - edge - side;
    bool low = visit_choices(poster->visit)->low_controls;
    const struct box close = {low ? right - 2 * (side + gap) : right,
                              low ? bottom : edge, side, side};
    poster->buttons[TARGET_CLOSE] =
        (struct button){.id = TARGET_CLOSE, .sign = "fermer", .box = close};
    poster->buttons[TARGET_LARGER] = (struct button){
        .id = TARGET_LARGER,
        .sign = "plus",
        .box = {right - side - gap, bottom, side, side}
    };
    poster->buttons[TARGET_SMALLER] = (struct button){
        .id = TARGET_SMALLER,
        .sign = "moins",
        .box = {right, bottom, side, side}
    };
}

static const char *path_of(const struct poster *poster)
{
    const struct stage *stage = stage_of(poster);
    const struct agenda_entry *entry =
        stage->agenda != NULL ? event_key_find(&poster->key, stage->agenda)
                              : NULL;
    return entry != NULL ? entry->event->poster.path : NULL;
}

// False if there is no poster to be seen.
static bool poster_renew(void *self)
{
    struct poster *poster = self;
    const struct stage *stage = stage_of(poster);
    const char *path = path_of(poster);
    struct size size;
    if (path == NULL || !image_store_probe(stage->images, path, &size)) {
        return false;
    }
    free(poster->path);
    poster->path = xstrdup(path);
    struct size view = stage->size;
    poster->detail = (struct size){view.width * DETAIL, view.height * DETAIL};
    if (size.width < poster->detail.width &&
        size.height < poster->detail.height) {
        poster->detail = size;
    }
    zoom_init(&poster->zoom, view, size_fit(size, view),
              stage->settings->transition == TRANSITION_NONE);
    picture_free(poster->frame);
    poster->frame = picture_new(view);
    lay_buttons(poster);
    return true;
}

static void poster_leave(void *self)
{
    struct poster *poster = self;
    picture_free(poster->frame);
    event_key_release(&poster->key);
    free(poster->path);
    free(poster);
}

static void *poster_enter(struct visit *visit, const struct destination *to)
{
    struct poster *poster = xcalloc(1, sizeof *poster);
    poster->visit = visit;
    poster->key = event_key_copy(&to->event);
    if (!poster_renew(poster)) {
        poster_leave(poster);
        return NULL;
    }
    return poster;
}

static void poster_pictures_came(void *self)
{
    struct poster *poster = self;
    if (poster->is_pending) {
        visit_redraw(poster->visit);
    }
}

static bool poster_update(void *self, int64_t now_ms)
{
    struct poster *poster = self;
    return zoom_update(&poster->zoom, now_ms);
}

static int64_t poster_next_ms(const void *self)
{
    const struct poster *poster = self;
    return poster->zoom.moves ? visit_now_ms(poster->visit) : INT64_MAX;
}

static const struct picture *picture_at(struct poster *poster,
                                        struct size within)
{
    const struct picture *picture = NULL;
    enum image_state state = image_store_get(stage_of(poster)->images,
                                             poster->path, within, &picture);
    poster->is_pending = poster->is_pending || state == IMAGE_PENDING;
    return state == IMAGE_READY ? picture : NULL;
}

// Where the picture is on the display now.
static struct box place_of(const struct zoom *zoom)
{
    double width = zoom->whole.width * zoom->now.scale;
    double height = zoom->whole.height * zoom->now.scale;
    return (struct box){
        (int)lround((zoom->view.width - width) / 2 + zoom->now.x),
        (int)lround((zoom->view.height - height) / 2 + zoom->now.y),
        (int)lround(width), (int)lround(height)};
}

// Moving, it is quick; at rest, smooth.
static void draw_closer(struct poster *poster, const struct picture *picture,
                        struct canvas *canvas)
{
    const struct zoom *zoom = &poster->zoom;
    double width = zoom->whole.width * zoom->now.scale;
    double height = zoom->whole.height * zoom->now.scale;
    double step = picture->size.width / width;
    struct picture_window window = {
        .x = -((zoom->view.width - width) / 2 + zoom->now.x) * step,
        .y = -((zoom->view.height - height) / 2 + zoom->now.y) * step,
        .step = step};
    bool moves = zoom->moves || poster->is_held;
    picture_view(picture, window, stage_of(poster)->theme.ink, !moves,
                 poster->frame);
    canvas_draw(canvas, poster->frame, 0, 0);
}

static void draw_picture(struct poster *poster, struct canvas *canvas)
{
    const struct zoom *zoom = &poster->zoom;
    bool whole = zoom_is_whole(zoom);
    // Both are asked for, so that neither goes while the other is shown.
    const struct picture *fitting = picture_at(poster, zoom->view);
    const struct picture *closer =
        whole ? NULL : picture_at(poster, poster->detail);
    struct box box = place_of(zoom);
    if (whole && fitting != NULL) {
        box = box_centre(fitting->size, (struct box){0, 0, zoom->view.width,
                                                     zoom->view.height});
        canvas_fill(canvas, box, stage_of(poster)->theme.card);
        canvas_draw(canvas, fitting, box.x, box.y);
    } else if (poster->frame != NULL && (closer != NULL || fitting != NULL)) {
        draw_closer(poster, closer != NULL ? closer : fitting, canvas);
    }
    struct box screen = {0, 0, zoom->view.width, zoom->view.height};
    canvas_mark(canvas, MARK_PICTURE, box_intersection(box, screen), screen,
                poster->path, false);
}

static void poster_draw(void *self, struct canvas *canvas)
{
    struct poster *poster = self;
    const struct stage *stage = stage_of(poster);
    poster->is_pending = false;
    canvas_clear(canvas, stage->theme.ink);
    draw_picture(poster, canvas);
    for (int i = 0; i < TARGET_COUNT; i++) {
        button_draw(stage, &poster->buttons[i], canvas);
    }
}

static void poster_targets(const void *self, struct targets *out)
{
    const struct poster *poster = self;
    struct size size = stage_of(poster)->size;
    for (int i = 0; i < TARGET_COUNT; i++) {
        targets_add(out,
                    button_target(&poster->buttons[i],
                                  (struct box){0, 0, size.width, size.height}));
    }
}

static int poster_home(const void *self)
{
    (void)self;
    return TARGET_LARGER;
}

static struct point middle_of(const struct poster *poster)
{
    return (struct point){poster->zoom.view.width / 2,
                          poster->zoom.view.height / 2};
}

static void step(struct poster *poster, double factor)
{
    zoom_step(&poster->zoom, factor, middle_of(poster),
              visit_now_ms(poster->visit));
    visit_redraw(poster->visit);
}

static void poster_activate(void *self, int id)
{
    struct poster *poster = self;
    if (id == TARGET_CLOSE) {
        visit_back(poster->visit);
    } else {
        step(poster, id == TARGET_LARGER ? STEP : 1 / STEP);
    }
}

static bool let_go(struct poster *poster, int64_t ms)
{
    poster->is_held = false;
    zoom_release(&poster->zoom, ms);
    return true;
}

static bool poster_gesture(void *self, const struct gesture *gesture)
{
    struct poster *poster = self;
    struct zoom *zoom = &poster->zoom;
    visit_redraw(poster->visit);
    switch (gesture->kind) {
    case GESTURE_PRESS:
        zoom_hold(zoom);
        return false; // a button below is pressed all the same
    case GESTURE_DRAG:
        poster->is_held = true;
        zoom_drag(zoom, gesture->dx, gesture->dy);
        return true;
    case GESTURE_PINCH:
        poster->is_held = true;
        zoom_pinch(zoom, gesture->scale, gesture->at);
        zoom_drag(zoom, gesture->dx, gesture->dy);
        return true;
    case GESTURE_TAP:
        if (gesture->taps == 2) {
            zoom_toggle(zoom, gesture->at, gesture->ms);
            return true;
        }
        return let_go(poster, gesture->ms);
    case GESTURE_FLING:
        poster->is_held = false;
        zoom_fling(zoom, gesture->velocity_x, gesture->velocity_y, gesture->ms);
        return true;
    case GESTURE_CANCEL:
        return let_go(poster, gesture->ms);
    case GESTURE_WHEEL:
        zoom_step(zoom, pow(NOTCH, gesture->dy), gesture->at, gesture->ms);
        return true;
    case GESTURE_NONE:
    case GESTURE_LONG_PRESS:
        break;
    }
    return false;
}

// Looking closer, the arrows move the picture.
static bool pan(struct poster *poster, int across, int down)
{
    const struct zoom *zoom = &poster->zoom;
    if (zoom_is_whole(zoom)) {
        return false;
    }
    zoom_pan(&poster->zoom, across * zoom->view.width * PAN_PERCENT / 100.0,
             down * zoom->view.height * PAN_PERCENT / 100.0,
             visit_now_ms(poster->visit));
    visit_redraw(poster->visit);
    return true;
}

static bool poster_key(void *self, const struct input *input)
{
    struct poster *poster = self;
    switch ((int)input->key) {
    case KEY_PLUS:
        step(poster, STEP);
        return true;
    case KEY_MINUS:
        step(poster, 1 / STEP);
        return true;
    case KEY_LEFT:
        return pan(poster, 1, 0);
    case KEY_RIGHT:
        return pan(poster, -1, 0);
    case KEY_UP:
        return pan(poster, 0, 1);
    case KEY_DOWN:
        return pan(poster, 0, -1);
    default:
        return false;
    }
}

const struct screen_kind poster_screen = {
    .name = "poster",
    .enter = poster_enter,
    .leave = poster_leave,
    .renew = poster_renew,
    .pictures_came = poster_pictures_came,
    .update = poster_update,
    .next_ms = poster_next_ms,
    .draw = poster_draw,
    .targets = poster_targets,
    .home = poster_home,
    .activate = poster_activate,
    .gesture = poster_gesture,
    .key = poster_key,
};
