// SPDX-License-Identifier: MIT
#include "support/visitor.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "draw/canvas.h"
#include "draw/image_store.h"
#include "draw/picture.h"
#include "language/language.h"
#include "programme/programme.h"
#include "screens/event_key.h"
#include "support/test.h"

enum {
    ROUNDS_MAX = 20, // of waiting for pictures
    TAP_MS = 80,
    LONG_MS = 1000, // so that two taps are two
};

static void make_stage(struct visitor *visitor)
{
    const struct showing *showing = &visitor->showing;
    struct world *world = visitor->world;
    const struct programme *programme = showing->programme;
    struct now now = {.instant = zone_instant(&programme->zone, showing->now),
                      .local = showing->now,
                      .trusted = !showing->doubtful};
    now.certain = now.instant - 86400;
    visitor->agenda = agenda_new(programme, &now, NULL, false);
    visitor->playlist = playlist_new(
        programme, visitor->agenda, &now, world->settings, showing->language,
        stage_capacity(showing->size, world->settings));
    visitor->stage = (struct stage){
        .size = showing->size,
        .fonts = world->fonts,
        .images = world->images,
        .pictograms = KIOSK_ASSETS_DIR "/pictograms",
        .settings = world->settings,
        .programme = programme,
        .agenda = visitor->agenda,
        .playlist = visitor->playlist,
        .theme = theme_of(programme, COLOURS_OF_PROGRAMME),
        .phrasing = {languages_find(world->languages, showing->language),
                     TIME_FORMAT_LANGUAGE, showing->now.date.year},
        .now = now,
        .zone = &programme->zone,
    };
}

void visitor_init(struct visitor *visitor, struct world *world,
                  const struct showing *showing, struct desk *desk)
{
    *visitor = (struct visitor){.world = world, .showing = *showing};
    make_stage(visitor);
    visitor->canvas = canvas_new(showing->size);
    assert_non_null(visitor->canvas);
    visitor->visit =
        visit_new((struct visit_options){.stage = &visitor->stage,
                                         .languages = world->languages,
                                         .first = {.screen = SCREEN_LIST},
                                         .desk = desk,
                                         .now_ms = visitor->ms});
    // The first key crosses the threshold.
    visitor_key(visitor, KEY_ENTER);
    assert_string_equal(visit_where(visitor->visit), "list");
}

void visitor_release(struct visitor *visitor)
{
    visit_free(visitor->visit);
    canvas_free(visitor->canvas);
    playlist_free(visitor->playlist);
    agenda_free(visitor->agenda);
}

void visitor_go(struct visitor *visitor, enum screen_name screen,
                const char *title, size_t number)
{
    struct destination to = {.screen = screen, .number = number};
    for (size_t i = 0; title != NULL && i < visitor->agenda->count; i++) {
        const struct event *event = visitor->agenda->entries[i].event;
        if (to.event.title == NULL &&
            strcmp(wording_in(&event->title, "fr"), title) == 0) {
            to.event = event_key_of(event);
        }
    }
    assert_true(visit_open(visitor->visit, &to));
    event_key_release(&to.event);
}

static void take(struct visitor *visitor, struct input input)
{
    input.ms = visitor->ms;
    visit_take(visitor->visit, &input);
    visit_update(visitor->visit, visitor->ms);
}

void visitor_tap(struct visitor *visitor, int x, int y)
{
    take(visitor, (struct input){
                      .kind = INPUT_DOWN, .at = {x, y}
    });
    visitor->ms += TAP_MS;
    take(visitor, (struct input){
                      .kind = INPUT_UP, .at = {x, y}
    });
    visitor_wait(visitor, LONG_MS);
}

void visitor_hold(struct visitor *visitor, int x, int y, int64_t ms)
{
    take(visitor, (struct input){
                      .kind = INPUT_DOWN, .at = {x, y}
    });
    visitor_wait(visitor, ms);
    take(visitor, (struct input){
                      .kind = INPUT_UP, .at = {x, y}
    });
    visitor_wait(visitor, LONG_MS);
}

void visitor_swipe(struct visitor *visitor, int x, int y, int to_x, int to_y)
{
    enum {
        STEPS = 8
    };
    take(visitor, (struct input){
                      .kind = INPUT_DOWN, .at = {x, y}
    });
    for (int i = 1; i <= STEPS; i++) {
        visitor->ms += TAP_MS / STEPS;
        struct point at = {x + (to_x - x) * i / STEPS,
                           y + (to_y - y) * i / STEPS};
        take(visitor, (struct input){.kind = INPUT_MOVE, .at = at});
    }
    take(visitor, (struct input){
                      .kind = INPUT_UP, .at = {to_x, to_y}
    });
    visitor_wait(visitor, 2 * LONG_MS);
}

void visitor_key(struct visitor *visitor, enum key key)
{
    take(visitor, (struct input){.kind = INPUT_KEY, .key = key});
    take(visitor, (struct input){.kind = INPUT_KEY_UP, .key = key});
    visitor_wait(visitor, LONG_MS);
}

void visitor_digit(struct visitor *visitor, int digit)
{
    take(visitor,
         (struct input){.kind = INPUT_KEY, .key = KEY_DIGIT, .digit = digit});
}

// In frames, as a display would.
void visitor_wait(struct visitor *visitor, int64_t ms)
{
    int64_t end = visitor->ms + ms;
    while (visitor->ms < end) {
        visitor->ms = visitor->ms + 50 < end ? visitor->ms + 50 : end;
        visit_update(visitor->visit, visitor->ms);
    }
}

static void leave_picture(struct visitor *visitor, const char *name)
{
    const char *folder = getenv("KIOSK_LOOK");
    if (folder == NULL) {
        return;
    }
    const struct showing *showing = &visitor->showing;
    char *path =
        xasprintf("%s/%s-%s-%dx%d-%s.png", folder, name, showing->name,
                  showing->size.width, showing->size.height, showing->language);
    assert_true(picture_save_png(canvas_picture(visitor->canvas), path));
    free(path);
}

void visitor_look(struct visitor *visitor, const char *name)
{
    visit_draw(visitor->visit, visitor->canvas);
    for (int round = 0; round < ROUNDS_MAX; round++) {
        image_store_wait(visitor->world->images);
        visit_pictures_came(visitor->visit);
        if (!visit_update(visitor->visit, visitor->ms)) {
            break;
        }
        visit_draw(visitor->visit, visitor->canvas);
    }
    size_t faults = visitor->world->faults;
    check_drawn(visitor->world, &visitor->showing, visitor->canvas);
    if (visitor->world->faults > faults) {
        print_error("  in '%s'\n", name);
    }
    leave_picture(visitor, name);
}

struct box visitor_find(const struct visitor *visitor, int kind,
                        const char *text)
{
    for (size_t i = canvas_mark_count(visitor->canvas); i > 0; i--) {
        const struct mark *mark = canvas_mark_at(visitor->canvas, i - 1);
        if ((int)mark->kind == kind &&
            strncmp(mark->text, text, strlen(text)) == 0) {
            return mark->box;
        }
    }
    return (struct box){0};
}

void visitor_tap_words(struct visitor *visitor, const char *words)
{
    struct box box = visitor_find(visitor, MARK_TEXT, words);
    if (box_is_empty(box)) {
        fail_msg("nothing says '%s'", words);
    }
    visitor_tap(visitor, box.x + box.width / 2, box.y + box.height / 2);
}
