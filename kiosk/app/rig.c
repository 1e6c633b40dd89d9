// SPDX-License-Identifier: MIT
#include "app/rig.h"

#include <SDL.h>
#include <stdlib.h>

#include "app/options.h"
#include "app/session.h"
#include "app/waiter.h"
#include "app/window.h"
#include "base/path.h"
#include "draw/fonts.h"
#include "draw/image_store.h"
#include "programme/settings.h"
#include "system/machine.h"

enum {
    // Decoded pictures kept, as a share of the machine's memory. The least is
    // a screen full of posters, and those of the next one; the most is a dozen
    // posters on a full HD screen, 3.3 MiB each: a usual loop decodes each
    // once.
    BUDGET_SHARE = 16,
    BUDGET_BYTES_MIN = 24 * 1024 * 1024,
    BUDGET_BYTES_MAX = 41 * 1024 * 1024,
};

static const struct size WINDOW_SIZE = {1280, 720};

static size_t budget(void)
{
    int64_t share = machine_memory_bytes() / BUDGET_SHARE;
    share = share > BUDGET_BYTES_MIN ? share : BUDGET_BYTES_MIN;
    return (size_t)(share < BUDGET_BYTES_MAX ? share : BUDGET_BYTES_MAX);
}

static struct fonts *open_fonts(const struct session *session)
{
    char *folder = path_join(session->data, "fonts");
    struct fonts *fonts = fonts_new(folder);
    free(folder);
    return fonts;
}

static struct window *make_window(const struct session *session, bool windowed)
{
    const struct options *options = session->options;
    return window_new((struct window_options){
        .full_screen = !windowed,
        .size = options->has_size ? options->size : WINDOW_SIZE,
        .title = "kiosk",
        .turn = turn_of_degrees(session->settings->rotation)});
}

bool rig_begin(struct rig *rig, const struct session *session, bool windowed)
{
    *rig = (struct rig){.fonts = open_fonts(session)};
    if (rig->fonts != NULL) {
        rig->window = make_window(session, windowed);
    }
    if (rig->window != NULL) {
        rig->waiter = waiter_new(window_can_wait(rig->window));
    }
    if (rig->waiter != NULL) {
        rig->images = image_store_new(
            (struct image_store_options){.budget_bytes = budget(),
                                         .wake = waiter_wake,
                                         .wake_context = rig->waiter,
                                         .decoder = session_decoder(session)});
    }
    return rig->images != NULL;
}

void rig_end(struct rig *rig)
{
    image_store_free(rig->images);
    waiter_free(rig->waiter);
    window_free(rig->window);
    fonts_free(rig->fonts);
    SDL_Quit();
}
