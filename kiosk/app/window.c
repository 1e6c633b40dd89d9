// SPDX-License-Identifier: MIT
#include "app/window.h"

#include <stdlib.h>
#include <string.h>

#include "app/display.h"
#include "base/log.h"
#include "base/memory.h"
#include "draw/picture.h"
#include "system/outputs.h"

enum {
    // Less than the service manager's patience with a start.
    DISPLAY_WAIT_MS = 60 * 1000,
    // While the show runs, its watchdog waits, too.
    DISPLAY_AGAIN_MS = 5 * 1000,
};

struct window {
    struct window_options options; // full screen with the screen's size
    SDL_Window *window;            // NULL: not open yet
    const struct presenter_kind *kind;
    void *presenter;
    bool can_wait;
    bool complained;
    bool is_well;
    // Copies of what was pushed last, of what is faded from, and of the cover;
    // NULL: not turned, or not yet.
    struct picture *newest_turned, *oldest_turned, *turned_cover;
};

// Fingers come as fingers and mice as mice. An X server's own screen driver, if
// any, is left alone: asking for it costs a third of a second. Whoever closes
// the window does not end the program by that.
static const struct {
    const char *name, *value;
} HINTS[] = {
    {SDL_HINT_TOUCH_MOUSE_EVENTS,        "0"    },
    {SDL_HINT_MOUSE_TOUCH_EVENTS,        "0"    },
    {SDL_HINT_FRAMEBUFFER_ACCELERATION,  "0"    },
    {SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0"    },
    {SDL_HINT_APP_NAME,                  "kiosk"},
};

// What the libraries below would otherwise do at every start: read the accents
// that keys could be composed to, and start a message bus of their own where
// the session has none.
static void spare_the_session(void)
{
    setenv("XCOMPOSEFILE", "/dev/null", 0);
    if (getenv("XDG_RUNTIME_DIR") == NULL) {
        setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 0);
    }
}

static bool driver_is(const char *name)
{
    const char *driver = SDL_GetCurrentVideoDriver();
    return driver != NULL && strcmp(driver, name) == 0;
}

// SDL falls back to a driver that draws into the void: whoever wants that
// names it.
static bool has_display(void)
{
    if (!driver_is("offscreen") || getenv("SDL_VIDEODRIVER") != NULL) {
        return true;
    }
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    SDL_SetError("neither X11 nor Wayland nor a graphics card answers");
    return false;
}

// On a card without a display SDL would give up at once.
static void wait_for_display(int64_t most_ms)
{
    const char *driver = getenv("SDL_VIDEODRIVER");
    bool is_card = driver != NULL && SDL_strcasecmp(driver, "kmsdrm") == 0;
    if (is_card && !outputs_read(OUTPUTS_FOLDER).any) {
        log_line("waiting for a display that is switched on");
        outputs_wait(OUTPUTS_FOLDER, most_ms);
    }
}

static bool start_video(int64_t display_ms)
{
    spare_the_session();
    wait_for_display(display_ms);
    for (size_t i = 0; i < sizeof HINTS / sizeof *HINTS; i++) {
        SDL_SetHint(HINTS[i].name, HINTS[i].value);
    }
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0 || !has_display()) {
        log_line("there is no display: %s; kiosk snapshot draws without one",
                 SDL_GetError());
        return false;
    }
    SDL_DisableScreenSaver();
    return true;
}

// KIOSK_OUTPUTS names another folder, and asks for it everywhere, for tests.
const char *window_outputs_folder(void)
{
    const char *given = getenv("KIOSK_OUTPUTS");
    return given != NULL ? given : driver_is("KMSDRM") ? OUTPUTS_FOLDER : NULL;
}

// The two ways, the better one first. KIOSK_PRESENT names another first one,
// for tests.
static const struct presenter_kind *preferred_kind(void)
{
    const char *wanted = getenv("KIOSK_PRESENT");
    if (wanted != NULL && strcmp(wanted, renderer_presenter.name) == 0) {
        return &renderer_presenter;
    }
    if (wanted != NULL && strcmp(wanted, surface_presenter.name) == 0) {
        return &surface_presenter;
    }
    return driver_is("KMSDRM") ? &renderer_presenter : &surface_presenter;
}

static SDL_Window *create(const struct window_options *options)
{
    Uint32 flags = SDL_WINDOW_ALLOW_HIGHDPI;
    flags |= options->full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP
                                  : SDL_WINDOW_RESIZABLE;
    return SDL_CreateWindow(options->title, SDL_WINDOWPOS_CENTERED,
                            SDL_WINDOWPOS_CENTERED, options->size.width,
                            options->size.height, flags);
}

// A window that SDL once gave a renderer cannot have a surface, nor the other
// way round: each way gets its own.
static bool open_as(struct window *window, const struct presenter_kind *kind)
{
    window->window = create(&window->options);
    if (window->window != NULL) {
        window->presenter = kind->open(window->window);
    }
    if (window->presenter == NULL) {
        log_line("no %s can be had: %s", kind->name, SDL_GetError());
        if (window->window != NULL) {
            SDL_DestroyWindow(window->window);
            window->window = NULL;
        }
        return false;
    }
    window->kind = kind;
    return true;
}

// Without a window manager nobody would stretch it.
static void measure(struct window *window)
{
    SDL_DisplayMode screen;
    if (window->options.full_screen &&
        SDL_GetDesktopDisplayMode(0, &screen) == 0) {
        window->options.size = (struct size){screen.w, screen.h};
    }
}

struct window *window_new(struct window_options options)
{
    if (!start_video(DISPLAY_WAIT_MS)) {
        return NULL;
    }
    struct window *window = xcalloc(1, sizeof *window);
    window->options = options;
    window->is_well = true;
    window->can_wait = driver_is("x11") || driver_is("wayland");
    measure(window);
    return window;
}

bool window_open(struct window *window)
{
    if (window->options.full_screen) {
        // Before the window: on KMS it would be seen for a moment.
        SDL_ShowCursor(SDL_DISABLE);
    }
    const struct presenter_kind *first = preferred_kind();
    const struct presenter_kind *second =
        first == &surface_presenter ? &renderer_presenter : &surface_presenter;
    return open_as(window, first) || open_as(window, second);
}

static void close_window(struct window *window)
{
    if (window->presenter != NULL) {
        window->kind->close(window->presenter);
        window->presenter = NULL;
        SDL_DestroyWindow(window->window);
        window->window = NULL;
    }
}

// SDL reads a card's displays only when its video starts.
bool window_open_again(struct window *window)
{
    close_window(window);
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    if (!start_video(DISPLAY_AGAIN_MS)) {
        return false;
    }
    measure(window);
    return window_open(window);
}

void window_free(struct window *window)
{
    if (window == NULL) {
        return;
    }
    close_window(window);
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    picture_free(window->newest_turned);
    picture_free(window->oldest_turned);
    picture_free(window->turned_cover);
    free(window);
}

struct size window_panel_size(const struct window *window)
{
    return window->presenter != NULL ? window->kind->size(window->presenter)
                                     : window->options.size;
}

struct size window_size(const struct window *window)
{
    return turn_size(window->options.turn, window_panel_size(window));
}

struct point window_point(const struct window *window, struct point at)
{
    return turn_point(turn_back(window->options.turn),
                      window_panel_size(window), at);
}

bool window_is_paced(const struct window *window)
{
    return window->kind->is_paced;
}

bool window_can_wait(const struct window *window)
{
    return window->can_wait;
}

static void complain(struct window *window, const char *what)
{
    if (!window->complained) {
        log_line("a picture could not be %s: %s", what, SDL_GetError());
    }
    window->complained = true;
}

// Turned once when it is pushed, so that a fade costs what it always costs. The
// former picture in *place is used again where it fits. NULL without memory.
static const struct picture *turned(const struct window *window,
                                    const struct picture *picture,
                                    struct picture **place)
{
    enum turn turn = window->options.turn;
    struct size size = turn_size(turn, picture->size);
    if (*place == NULL || !size_equals((*place)->size, size)) {
        picture_free(*place);
        *place = picture_new(size);
    }
    if (*place != NULL) {
        picture_turn(picture, turn, *place);
    }
    return *place;
}

// Into the one that is neither on the screen nor faded from any more.
static const struct picture *turned_to_push(struct window *window,
                                            const struct picture *picture)
{
    const struct picture *last =
        turned(window, picture, &window->oldest_turned);
    if (last != NULL) {
        struct picture *oldest = window->oldest_turned;
        window->oldest_turned = window->newest_turned;
        window->newest_turned = oldest;
    }
    return last;
}

void window_push(struct window *window, const struct picture *picture)
{
    if (window->options.turn != TURN_NONE) {
        picture = turned_to_push(window, picture);
    }
    if (picture == NULL || !window->kind->push(window->presenter, picture)) {
        complain(window, "taken");
    }
}

static bool cover_turned(struct window *window, const struct picture *cover,
                         int x, int y)
{
    struct box box = {x, y, cover->size.width, cover->size.height};
    box = turn_box(window->options.turn, window_size(window), box);
    window->kind->cover(window->presenter, NULL, 0, 0); // lets go of it
    cover = turned(window, cover, &window->turned_cover);
    return cover != NULL &&
           window->kind->cover(window->presenter, cover, box.x, box.y);
}

void window_cover(struct window *window, const struct picture *cover, int x,
                  int y)
{
    if (window->presenter == NULL) {
        return; // it could not be opened again
    }
    bool turns = cover != NULL && window->options.turn != TURN_NONE;
    bool done = turns ? cover_turned(window, cover, x, y)
                      : window->kind->cover(window->presenter, cover, x, y);
    if (!done) {
        complain(window, "laid over another");
    }
}

void window_expose(struct window *window)
{
    window->kind->expose(window->presenter);
}

void window_blank(struct window *window)
{
    if (!window->kind->blank(window->presenter)) {
        complain(window, "made black");
    }
}

void window_present(struct window *window, int progress)
{
    window->is_well = window->kind->present(window->presenter, progress);
    if (!window->is_well) {
        complain(window, "shown");
    }
}

bool window_switch(struct window *window, bool on)
{
    return display_switch(window->window, on);
}

bool window_is_well(const struct window *window)
{
    return window->is_well;
}
