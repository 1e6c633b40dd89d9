// SPDX-License-Identifier: MIT
#include "app/show.h"

#include <SDL.h>
#include <stdlib.h>

#include "app/edition.h"
#include "app/feed.h"
#include "app/guest.h"
#include "app/hands.h"
#include "app/lights.h"
#include "app/operator_desk.h"
#include "app/options.h"
#include "app/overlay.h"
#include "app/pointer.h"
#include "app/reel.h"
#include "app/replug.h"
#include "app/rig.h"
#include "app/session.h"
#include "app/timekeeper.h"
#include "app/vital_signs.h"
#include "app/waiter.h"
#include "app/window.h"
#include "base/diag.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/number.h"
#include "programme/settings.h"
#include "slides/stage.h"

enum {
    // Even without a reason we wake once a minute: it costs nothing, and what
    // was overlooked is not overlooked for long.
    SLEEP_MS_MAX = 60 * 1000,
};

struct show {
    struct session *session;
    struct vital_signs *signs;
    int64_t start_ms;
    int64_t quit_ms; // INT64_MAX: never
    struct rig rig;
    struct reel *reel;
    struct operator_desk *desk;
    struct guest *guest;
    struct pointer pointer;
    struct overlay *overlay;
    struct feed *feed;
    struct timekeeper *keeper;
    struct lights *lights;
    struct replug replug;
    bool is_windowed; // keys are heard
    bool was_resized;
    bool was_announced;
    bool is_over;
};

// What lasts is counted in the clock's own milliseconds: with --speed they
// are shorter than those of life, in which the rest is counted.
static int64_t clock_now_ms(const struct show *show)
{
    return clock_ms(&show->session->clock);
}

enum action {
    ACTION_QUIT,
    ACTION_NEXT,
    ACTION_PREVIOUS,
};

static const struct {
    SDL_Keycode key;
    enum action action;
} KEYS[] = {
    {SDLK_q,      ACTION_QUIT    },
    {SDLK_ESCAPE, ACTION_QUIT    },
    {SDLK_SPACE,  ACTION_NEXT    },
    {SDLK_RIGHT,  ACTION_NEXT    },
    {SDLK_LEFT,   ACTION_PREVIOUS},
};

static void act(struct show *show, enum action action)
{
    switch (action) {
    case ACTION_QUIT:
        show->is_over = true;
        break;
    case ACTION_NEXT:
        reel_step(show->reel, 1, clock_now_ms(show));
        break;
    case ACTION_PREVIOUS:
        reel_step(show->reel, -1, clock_now_ms(show));
        break;
    }
}

// In a café nobody is to end the show from a keyboard. True if it was of use.
static bool handle_key(struct show *show, SDL_Keycode key)
{
    bool listens = show->is_windowed && !guest_is_here(show->guest);
    for (size_t i = 0; listens && i < sizeof KEYS / sizeof *KEYS; i++) {
        if (KEYS[i].key == key) {
            act(show, KEYS[i].action);
            return true;
        }
    }
    return false;
}

static void handle_hands(struct show *show, const SDL_Event *event)
{
    int64_t now_ms = clock_monotonic_ms();
    enum touch_mode touch = show->session->settings->touch;
    bool pad = touch == TOUCH_AUTO && hands_is_touchpad(event);
    struct input input;
    struct size panel = window_panel_size(show->rig.window);
    pointer_take(&show->pointer, event, now_ms);
    if (!pad && hands_read(event, panel, now_ms, &input) &&
        (touch != TOUCH_NO || !hands_is_pointer(&input)) &&
        !lights_wake(show->lights, now_ms)) {
        input.at = window_point(show->rig.window, input.at);
        guest_take(show->guest, &input, now_ms);
    }
}

static void expose(struct show *show)
{
    reel_expose(show->reel);
    guest_expose(show->guest);
    lights_expose(show->lights);
}

// A window manager's Alt+F4 closes windows: in a café that is a key as any.
static void handle_window(struct show *show, Uint8 event)
{
    if (event == SDL_WINDOWEVENT_CLOSE) {
        show->is_over = show->is_over || show->is_windowed;
    } else if (event == SDL_WINDOWEVENT_SIZE_CHANGED) {
        window_expose(show->rig.window);
        show->was_resized = true;
    } else if (event == SDL_WINDOWEVENT_EXPOSED ||
               event == SDL_WINDOWEVENT_RESTORED) {
        window_expose(show->rig.window);
        expose(show);
    }
}

static void handle(struct show *show, const SDL_Event *event)
{
    switch (event->type) {
    case SDL_QUIT: // SIGINT and SIGTERM, too
        show->is_over = true;
        break;
    case SDL_WINDOWEVENT:
        handle_window(show, event->window.event);
        break;
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
        show->was_resized = true;
        break;
    case SDL_KEYDOWN:
        if (!handle_key(show, event->key.keysym.sym)) {
            handle_hands(show, event);
        }
        break;
    default:
        handle_hands(show, event);
        break;
    }
}

// The end of a year that nobody waits for is near enough.
static int64_t reel_sleep_ms(const struct show *show)
{
    int64_t now_ms = clock_now_ms(show);
    int64_t deadline = reel_deadline(show->reel, now_ms);
    int64_t left_ms = clock_real_ms(&show->session->clock, deadline - now_ms);
    return earlier(left_ms, SLEEP_MS_MAX);
}

// When what is on screen wants to be updated; nothing on a dark one does.
static int64_t screen_deadline(const struct show *show, int64_t now_ms)
{
    int64_t lights = lights_deadline(show->lights, now_ms);
    if (lights_are_out(show->lights)) {
        return lights;
    }
    int64_t picture = guest_is_here(show->guest)
                          ? guest_deadline(show->guest, now_ms)
                          : now_ms + reel_sleep_ms(show);
    picture = earlier(picture, pointer_deadline(&show->pointer));
    return earlier(lights, earlier(picture, overlay_deadline(show->overlay)));
}

static void sleep_and_handle(struct show *show)
{
    int64_t now_ms = clock_monotonic_ms();
    int64_t deadline = screen_deadline(show, now_ms);
    deadline = earlier(deadline, show->quit_ms);
    if (!lights_are_out(show->lights)) {
        deadline = earlier(deadline, replug_deadline(&show->replug));
    }
    deadline = earlier(deadline, feed_deadline(show->feed, now_ms));
    deadline = earlier(deadline, vital_signs_deadline(show->signs));
    int64_t sleep_ms = earlier(deadline - now_ms, SLEEP_MS_MAX);
    SDL_Event event;
    bool has_event = waiter_wait(show->rig.waiter, sleep_ms, &event);
    while (has_event && !show->is_over) {
        handle(show, &event);
        has_event = SDL_PollEvent(&event) == 1;
    }
}

static void announce(struct show *show)
{
    if (!show->was_announced && reel_has_begun(show->reel)) {
        log_line("on screen after %d ms",
                 (int)(clock_monotonic_ms() - show->start_ms));
        show->was_announced = true;
    }
}

static void update_overlay(struct show *show)
{
    bool visited = guest_is_here(show->guest);
    const struct stage *stage =
        visited ? guest_stage(show->guest) : reel_stage(show->reel);
    const struct canvas *beneath =
        visited ? guest_canvas(show->guest) : reel_canvas(show->reel);
    if (reel_has_begun(show->reel) &&
        overlay_update(show->overlay, stage, beneath, clock_monotonic_ms())) {
        expose(show);
    }
}

// What is on screen: the visit, or else the reel.
static void update_picture(struct show *show)
{
    guest_update(show->guest, clock_monotonic_ms());
    bool visited = guest_is_here(show->guest);
    if (!visited) {
        reel_update(show->reel, clock_now_ms(show));
    }
    pointer_update(&show->pointer, visited, clock_monotonic_ms());
}

static void draw_picture(struct show *show)
{
    if (guest_is_here(show->guest)) {
        guest_draw(show->guest);
    } else {
        reel_draw(show->reel, clock_now_ms(show));
    }
}

// A receipt is worth waking the screen for.
static void update_lights(struct show *show)
{
    int64_t now_ms = clock_monotonic_ms();
    if (overlay_is_shown(show->overlay)) {
        lights_wake(show->lights, now_ms);
    }
    if (lights_update(show->lights, now_ms)) {
        expose(show);
    }
}

static void update_screen(struct show *show)
{
    update_lights(show);
    if (!lights_are_out(show->lights)) {
        update_picture(show);
        update_overlay(show);
        draw_picture(show);
        announce(show);
    }
}

static struct vital_state state_of(const struct show *show)
{
    const struct stage *stage = reel_stage(show->reel);
    const struct playlist *playlist = stage->playlist;
    bool is_dark = lights_are_out(show->lights);
    return (struct vital_state){
        .has_begun = is_dark || reel_has_begun(show->reel),
        .is_well = window_is_well(show->rig.window),
        .is_dark = is_dark,
        .swaps = show->session->swaps,
        .programme = show->session->programme,
        .upcoming = playlist != NULL ? playlist->events : 0,
        .slot = show->session->slot};
}

// Here, so that a picture that never gets to the screen is a hang.
static void tell_vital_signs(struct show *show)
{
    int64_t now_ms = clock_monotonic_ms();
    struct vital_state state = state_of(show);
    vital_signs_tell(show->signs, &state, now_ms);
    if (vital_signs_try_again(show->signs, now_ms)) {
        show->session->avoided_slot = 0;
        feed_look_again(show->feed);
    }
}

// Another display, or the same one switched on again; not while the screen is
// kept dark. False if nothing can be shown on it.
static bool reopen(struct show *show)
{
    if (lights_are_out(show->lights) ||
        !replug_calls(&show->replug, clock_monotonic_ms())) {
        return true;
    }
    log_line("the display was replaced or switched on again");
    show->was_resized = true;
    overlay_renew(show->overlay);
    return window_open_again(show->rig.window);
}

static bool resize(struct show *show)
{
    if (!reel_resize(show->reel)) {
        return false;
    }
    guest_resize(show->guest);
    return true;
}

static void tell_offer(struct show *show)
{
    const struct offer *offer = &show->session->offer;
    struct phrasing phrasing = {.language = show->session->language};
    overlay_show_offer(show->overlay, offer, &phrasing, clock_monotonic_ms());
}

// The notice of a screen without a programme says by itself what is wrong.
static void tell_caution(struct show *show)
{
    const struct session *session = show->session;
    if (session->avoided_slot == 0 || session->programme == NULL) {
        return;
    }
    struct diag_list *diags = diag_list_new();
    struct phrasing phrasing = {.language = session->language};
    session_tell_caution(session, diags);
    overlay_show_faults(show->overlay, diags, &phrasing, clock_monotonic_ms());
    diag_list_free(diags);
}

// False if nothing can be shown.
static bool open_screen(struct show *show)
{
    const struct options *options = show->session->options;
    struct rig *rig = &show->rig;
    show->is_windowed = options->window || options->has_size;
    show->pointer.is_windowed = show->is_windowed;
    if (!rig_begin(rig, show->session, show->is_windowed)) {
        return false;
    }
    struct reel_means means = {show->session, rig->window, rig->fonts,
                               rig->images};
    show->reel = reel_new(means, clock_now_ms(show));
    if (show->reel == NULL) {
        return false;
    }
    struct size expected = window_size(rig->window);
    show->replug = replug_begin(window_outputs_folder(), clock_monotonic_ms());
    bool opened = window_open(rig->window);
    show->was_resized = !size_equals(expected, window_size(rig->window));
    return opened;
}

static bool start(struct show *show)
{
    if (!open_screen(show)) {
        return false;
    }
    struct rig *rig = &show->rig;
    show->desk = operator_desk_new(show->session, show->start_ms);
    show->guest =
        guest_new((struct guest_means){.session = show->session,
                                       .window = rig->window,
                                       .fonts = rig->fonts,
                                       .images = rig->images,
                                       .reel = show->reel,
                                       .desk = operator_desk_face(show->desk)});
    show->overlay = overlay_new(rig->window);
    tell_offer(show);
    tell_caution(show);
    show->lights = lights_new(show->session, rig->window);
    show->keeper = timekeeper_new(show->session, waiter_wake, rig->waiter);
    show->feed = feed_new((struct feed_means){.session = show->session,
                                              .overlay = show->overlay,
                                              .wake = waiter_wake,
                                              .wake_context = rig->waiter});
    return show->feed != NULL;
}

struct show *show_new(struct session *session, struct vital_signs *signs,
                      int64_t start_ms)
{
    struct show *show = xcalloc(1, sizeof *show);
    int64_t lasts_ms = session->options->quit_after_ms;
    *show = (struct show){.session = session,
                          .signs = signs,
                          .start_ms = start_ms,
                          .quit_ms =
                              lasts_ms > 0 ? start_ms + lasts_ms : INT64_MAX};
    if (!start(show)) {
        show_free(show);
        return NULL;
    }
    return show;
}

// Threads wake the waiter: they end first.
void show_free(struct show *show)
{
    if (show == NULL) {
        return;
    }
    feed_free(show->feed);
    timekeeper_free(show->keeper);
    lights_free(show->lights);
    overlay_free(show->overlay);
    guest_free(show->guest);
    operator_desk_free(show->desk);
    reel_free(show->reel);
    rig_end(&show->rig);
    free(show);
}

void show_take(struct show *show, struct edition *edition)
{
    session_swap(show->session, edition);
    reel_renew(show->reel, clock_now_ms(show));
    guest_renew(show->guest);
    edition_release(edition);
}

bool show_run(struct show *show)
{
    while (!show->is_over && clock_monotonic_ms() < show->quit_ms) {
        if (!reopen(show) || (show->was_resized && !resize(show))) {
            return false;
        }
        show->was_resized = false;
        struct edition edition;
        if (feed_update(show->feed, clock_monotonic_ms(), &edition)) {
            show_take(show, &edition);
        }
        timekeeper_update(show->keeper);
        update_screen(show);
        tell_vital_signs(show);
        sleep_and_handle(show);
    }
    return true;
}
