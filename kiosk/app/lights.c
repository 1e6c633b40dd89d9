// SPDX-License-Identifier: MIT
#include "app/lights.h"

#include <stdlib.h>

#include "app/session.h"
#include "app/window.h"
#include "base/log.h"
#include "base/memory.h"
#include "programme/settings.h"

enum {
    AWAKE_MS = 5 * 60 * 1000, // after a touch
    // Whoever else has a say in it may have switched the screen on again: an X
    // server does so by itself when a mouse is moved, and while a window opens.
    AGAIN_SOON_MS = 2 * 1000,
    AGAIN_MS = 60 * 1000,
    MS_A_SECOND = 1000,
};

struct lights {
    const struct session *session; // borrowed
    struct window *window;         // borrowed
    bool are_out;
    int64_t awake_ms; // lit until then at least; 0: nobody woke it
    int64_t again_ms; // when out: it is switched off again; INT64_MAX: never
};

struct lights *lights_new(const struct session *session, struct window *window)
{
    struct lights *lights = xcalloc(1, sizeof *lights);
    lights->session = session;
    lights->window = window;
    return lights;
}

static void put_out(struct lights *lights, int64_t now_ms)
{
    lights->are_out = true;
    window_blank(lights->window);
    bool off = window_switch(lights->window, false);
    lights->again_ms = off ? now_ms + AGAIN_SOON_MS : INT64_MAX;
    log_line("closed: the screen is %s", off ? "switched off" : "black");
}

static void put_on(struct lights *lights)
{
    lights->are_out = false;
    window_switch(lights->window, true);
    log_line("the screen is lit");
}

void lights_free(struct lights *lights)
{
    if (lights != NULL && lights->are_out) {
        put_on(lights);
    }
    free(lights);
}

static bool is_open(const struct lights *lights)
{
    const struct session *session = lights->session;
    struct now now = session_now(session);
    return !now.trusted || opening_is_lit(&session->settings->opening,
                                          &session->zone, now.instant);
}

bool lights_update(struct lights *lights, int64_t now_ms)
{
    bool lit = is_open(lights) || now_ms < lights->awake_ms;
    if (lit && lights->are_out) {
        put_on(lights);
        return true;
    }
    if (!lit && !lights->are_out) {
        put_out(lights, now_ms);
    } else if (!lit && now_ms >= lights->again_ms) {
        window_switch(lights->window, false);
        lights->again_ms = now_ms + AGAIN_MS;
    }
    return false;
}

bool lights_are_out(const struct lights *lights)
{
    return lights->are_out;
}

bool lights_wake(struct lights *lights, int64_t now_ms)
{
    lights->awake_ms = now_ms + AWAKE_MS;
    return lights->are_out;
}

void lights_expose(const struct lights *lights)
{
    if (lights->are_out) {
        window_blank(lights->window);
    }
}

int64_t lights_deadline(const struct lights *lights, int64_t now_ms)
{
    const struct session *session = lights->session;
    const struct opening *opening = &session->settings->opening;
    if (!opening->is_limited) {
        return INT64_MAX;
    }
    int64_t instant = session_now(session).instant;
    int64_t next = opening_next_change(opening, &session->zone, instant);
    int64_t deadline = INT64_MAX;
    if (next < INT64_MAX) {
        int64_t left_ms = (next - instant) * MS_A_SECOND;
        deadline = now_ms + clock_real_ms(&session->clock, left_ms);
    }
    if (lights->are_out) {
        return lights->again_ms < deadline ? lights->again_ms : deadline;
    }
    bool wakes = lights->awake_ms > now_ms;
    return wakes && lights->awake_ms < deadline ? lights->awake_ms : deadline;
}
