// SPDX-License-Identifier: MIT
// Work to count the instructions of, under callgrind:
//
//   valgrind --tool=callgrind --toggle-collect=measured_NAME
//       bench_instructions NAME FOLDER
//
// measured_NAME() is called once, after everything that is done only once was
// done before: fonts are open, pictures decoded, caches filled.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/options.h"
#include "app/scene.h"
#include "app/session.h"
#include "base/diag.h"
#include "draw/canvas.h"
#include "draw/fonts.h"
#include "draw/image_store.h"
#include "draw/picture.h"
#include "programme/programme.h"
#include "slides/slides.h"

enum {
    ROUNDS_MAX = 8, // of waiting for a slide's pictures
    HALF_WAY = 128, // of a fade's 256
};

static const struct size SIZE = {1920, 1080};
static const struct moment NOW = {
    {2026, 1, 17},
    12 * 60
};

struct work {
    struct session session;
    struct scene_means means;
    struct scene *scene;
    struct canvas *from, *to;
};

// Not inlined, not renamed: callgrind finds them by their names.
#define MEASURED __attribute__((noinline, noclone))
void measured_redraw(struct work *work);
void measured_fade(struct work *work, struct picture *out);
void measured_reading(struct work *work);

// A slide, all of whose pictures and words were drawn before.
MEASURED void measured_redraw(struct work *work)
{
    slides_draw(&work->scene->stage, 0, work->to);
}

MEASURED void measured_fade(struct work *work, struct picture *out)
{
    picture_mix(canvas_picture(work->from), canvas_picture(work->to), HALF_WAY,
                out->pixels, out->size.width);
}

MEASURED void measured_reading(struct work *work)
{
    struct diag_list *diags = diag_list_new();
    programme_free(programme_load(work->session.folder, work->session.languages,
                                  NOW.date, diags));
    diag_list_free(diags);
}

static void draw_whole(struct work *work, size_t slide, struct canvas *canvas)
{
    for (int round = 0; round < ROUNDS_MAX; round++) {
        if (slides_draw(&work->scene->stage, slide, canvas)) {
            return;
        }
        image_store_wait(work->means.images);
    }
}

static bool work_init(struct work *work, const struct options *options)
{
    if (session_init(&work->session, options) != OUTCOME_DONE) {
        return false;
    }
    work->means = (struct scene_means){
        .size = SIZE,
        .fonts = fonts_new(KIOSK_FONTS_DIR),
        .images = image_store_new((struct image_store_options){
            .budget_bytes = 64 * 1024 * 1024,
            .decoder = {.folder = KIOSK_DECODERS_DIR}})};
    work->from = canvas_new(SIZE);
    work->to = canvas_new(SIZE);
    if (work->means.fonts == NULL || work->means.images == NULL) {
        return false;
    }
    struct now now = session_now(&work->session);
    work->scene = scene_new(&work->session, &work->means, &now);
    draw_whole(work, 0, work->to);
    draw_whole(work, 1, work->from);
    return true;
}

static bool work_run(struct work *work, const char *name)
{
    if (strcmp(name, "redraw") == 0) {
        measured_redraw(work);
    } else if (strcmp(name, "fade") == 0) {
        struct picture *out = picture_new(SIZE);
        measured_fade(work, out);
        picture_free(out);
    } else if (strcmp(name, "reading") == 0) {
        measured_reading(work);
    } else {
        return false;
    }
    return true;
}

static void work_release(struct work *work)
{
    scene_free(work->scene);
    image_store_free(work->means.images);
    canvas_free(work->from);
    canvas_free(work->to);
    fonts_free(work->means.fonts);
    session_release(&work->session);
}

int main(int count, char **arguments)
{
    struct options options = {.folder = count == 3 ? arguments[2] : NULL,
                              .has_now = true,
                              .now = NOW};
    struct work work = {0};
    if (count != 3 || !work_init(&work, &options) ||
        !work_run(&work, arguments[1])) {
        fputs("usage: bench_instructions redraw|fade|reading FOLDER\n", stderr);
        return 2;
    }
    work_release(&work);
    return 0;
}
