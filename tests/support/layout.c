// SPDX-License-Identifier: MIT
#include "support/layout.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/text_buffer.h"
#include "base/utf8.h"
#include "draw/canvas.h"
#include "draw/fonts.h"
#include "draw/image_store.h"
#include "draw/legible.h"
#include "draw/picture.h"
#include "draw/qr.h"
#include "draw/script.h"
#include "language/language.h"
#include "programme/programme.h"
#include "programme/settings.h"
#include "slides/drift.h"
#include "slides/event_facts.h"
#include "slides/receipt_card.h"
#include "slides/slides.h"
#include "support/test.h"

enum {
    QR_MODULE_PX_MIN = 2, // a camera cannot tell smaller ones apart
    ROUNDS_MAX = 8,       // of waiting for a slide's pictures
    FAULTS_SHOWN = 60,
};

void world_init(struct world *world)
{
    *world = (struct world){
        .languages = languages_new(KIOSK_ASSETS_DIR "/languages", NULL),
        .settings = settings_load(NULL, NULL, NULL),
        .fonts = fonts_new(KIOSK_FONTS_DIR),
        .images = image_store_new((struct image_store_options){
            .budget_bytes = (size_t)256 * 1024 * 1024}),
    };
    assert_non_null(world->languages);
    assert_non_null(world->fonts);
    assert_non_null(world->images);
}

void world_release(struct world *world)
{
    image_store_free(world->images);
    fonts_free(world->fonts);
    settings_free(world->settings);
    languages_free(world->languages);
}

// One slide that was drawn.
struct drawn {
    struct world *world;
    const struct showing *showing;
    const struct stage *stage;
    const struct slide *slide; // NULL: a screen
    const struct canvas *canvas;
    size_t index;
};

static void report(const struct drawn *drawn, const char *what,
                   const struct mark *mark)
{
    const struct showing *showing = drawn->showing;
    if (drawn->world->faults++ >= FAULTS_SHOWN) {
        return;
    }
    const char *kind =
        drawn->slide != NULL ? slide_kind_name(drawn->slide->kind) : "screen";
    fprintf(stderr, "%s %dx%d %s %04d-%02d-%02d, slide %zu (%s): %s",
            showing->name, showing->size.width, showing->size.height,
            showing->language, showing->now.date.year, showing->now.date.month,
            showing->now.date.day, drawn->index + 1, kind, what);
    if (mark != NULL) {
        fprintf(stderr, ": \"%.60s\" %d,%d %dx%d within %d,%d %dx%d",
                mark->text, mark->box.x, mark->box.y, mark->box.width,
                mark->box.height, mark->within.x, mark->within.y,
                mark->within.width, mark->within.height);
    }
    fputc('\n', stderr);
}

static void check_stays_inside(const struct drawn *drawn,
                               const struct mark *mark)
{
    struct size size = canvas_size(drawn->canvas);
    struct box screen = {0, 0, size.width, size.height};
    if (box_is_empty(mark->box)) {
        return;
    }
    if (!box_contains(mark->within, mark->box)) {
        report(drawn, "leaves its room", mark);
    }
    // All but the codes of a screen may be scrolled out of it.
    if (drawn->slide == NULL && mark->kind != MARK_QR) {
        screen.y = mark->box.y;
        screen.height = mark->box.height;
    }
    if (!box_contains(screen, mark->box)) {
        report(drawn, "leaves the screen", mark);
    }
    if (drawn->showing->whole && mark->cut) {
        report(drawn, "is cut", mark);
    }
}

// A card drawn between the two hides what of the lower one it covers.
static bool is_covered(const struct drawn *drawn, size_t low, size_t high,
                       struct box common)
{
    for (size_t i = low + 1; i < high; i++) {
        const struct mark *mark = canvas_mark_at(drawn->canvas, i);
        if (mark->kind == MARK_CARD && box_contains(mark->box, common)) {
            return true;
        }
    }
    return false;
}

static void check_pair(const struct drawn *drawn, size_t low, size_t high)
{
    const struct mark *below = canvas_mark_at(drawn->canvas, low);
    const struct mark *above = canvas_mark_at(drawn->canvas, high);
    if (below->kind == MARK_CARD) {
        return;
    }
    struct box common = box_intersection(below->box, above->box);
    if (box_is_empty(common)) {
        return;
    }
    bool hides_code = below->kind == MARK_QR;
    bool on_each_other =
        above->kind != MARK_CARD && !is_covered(drawn, low, high, common);
    if (hides_code || on_each_other) {
        report(drawn, hides_code ? "lies under something" : "is overlapped",
               below);
        report(drawn, "… by", above);
    }
}

static void check_overlaps(const struct drawn *drawn)
{
    size_t count = canvas_mark_count(drawn->canvas);
    for (size_t high = 0; high < count; high++) {
        for (size_t low = 0; low < high; low++) {
            check_pair(drawn, low, high);
        }
    }
}

static bool is_white(const struct drawn *drawn, int x, int y)
{
    const struct picture *picture = canvas_picture(drawn->canvas);
    return x >= 0 && y >= 0 && x < picture->size.width &&
           y < picture->size.height &&
           picture->pixels[y * picture->size.width + x] == 0xFFFFFFFF;
}

static int beyond(int at, int start, int length)
{
    return at < start ? start - at : at - (start + length) + 1;
}

// White, or inside the code, or beyond the outer half of the quiet zone's
// corners, which are the card's round ones and which no reader looks at.
static bool is_quiet(const struct drawn *drawn, struct box code, int quiet,
                     struct box pixel)
{
    int across = beyond(pixel.x, code.x, code.width);
    int down = beyond(pixel.y, code.y, code.height);
    bool inside = across <= 0 && down <= 0;
    bool corner = across > quiet / 2 && down > quiet / 2;
    return inside || corner || is_white(drawn, pixel.x, pixel.y);
}

// Four white modules all around.
static bool has_quiet_zone(const struct drawn *drawn, struct box code,
                           int module)
{
    int quiet = QR_QUIET_MODULES * module;
    bool whole = true;
    for (int y = code.y - quiet; y < box_bottom(code) + quiet; y++) {
        for (int x = code.x - quiet; x < box_right(code) + quiet; x++) {
            struct box pixel = {x, y, 1, 1};
            whole = whole && is_quiet(drawn, code, quiet, pixel);
        }
    }
    return whole;
}

static void check_code(const struct drawn *drawn, const struct mark *mark)
{
    struct qr *qr = qr_new(mark->text);
    assert_non_null(qr);
    int modules = qr_modules(qr);
    qr_free(qr);
    int module = mark->box.width / modules;
    if (mark->box.width != mark->box.height ||
        module * modules != mark->box.width) {
        report(drawn, "modules are no whole pixels", mark);
    } else if (module < QR_MODULE_PX_MIN) {
        report(drawn, "modules are too small", mark);
    } else if (!has_quiet_zone(drawn, mark->box, module)) {
        report(drawn, "has no quiet zone", mark);
    }
}

// The letters alone: neither spaces nor what cannot be seen.
static char *letters_of(const struct drawn *drawn, const char *text)
{
    bool cut = false;
    char *clean = legible_clean(text, &cut);
    char *drawable = legible_drawable(drawn->world->fonts, FONT_BODY, clean,
                                      LEGIBLE_RUNES_MAX, &cut);
    struct text_buffer letters = {0};
    for (const char *at = drawable; *at != '\0';) {
        const char *start = at;
        uint32_t rune = utf8_next(&at);
        if (!script_is_space(rune) && !script_is_ignorable(rune)) {
            text_buffer_add_bytes(&letters, start, (size_t)(at - start));
        }
    }
    free(drawable);
    free(clean);
    return text_buffer_take(&letters);
}

// A text says it if it begins with it, or is the beginning of it and cut.
static bool is_said(const struct drawn *drawn, const char *wanted)
{
    char *letters = letters_of(drawn, wanted);
    bool said = letters[0] == '\0';
    size_t count = canvas_mark_count(drawn->canvas);
    for (size_t i = 0; i < count && !said; i++) {
        const struct mark *mark = canvas_mark_at(drawn->canvas, i);
        if (mark->kind != MARK_TEXT || box_is_empty(mark->box)) {
            continue;
        }
        char *shown = letters_of(drawn, mark->text);
        size_t length = strlen(shown);
        said =
            strncmp(shown, letters, strlen(letters)) == 0 ||
            (mark->cut && length > 0 && strncmp(shown, letters, length) == 0);
        free(shown);
    }
    free(letters);
    return said;
}

static void check_said(const struct drawn *drawn, const char *what,
                       const char *wanted)
{
    if (!is_said(drawn, wanted)) {
        report(drawn, what, NULL);
        fprintf(stderr, "  it is: %.80s\n", wanted);
    }
}

// What, when and where.
static void check_event(const struct drawn *drawn)
{
    const struct stage *stage = drawn->stage;
    const struct agenda_entry *entry = drawn->slide->entry;
    const struct event *event = entry->event;
    const char *code = stage->phrasing.language->code;
    check_said(drawn, "does not say what", wording_in(&event->title, code));
    char *days = event_fact_days(stage, entry);
    check_said(drawn, "does not say when", days);
    free(days);
    char *venue = event_fact_venue(stage, event);
    check_said(drawn, "does not say where",
               venue[0] != '\0' ? venue : wording_in(&event->town, code));
    free(venue);
}

// On a screen that is smaller than any we promise to be good at, the words
// may need the room of a long link's code.
static void check_event_code(const struct drawn *drawn)
{
    struct size size = drawn->stage->size;
    bool tiny = size.width < 320 || size.height < 320;
    const struct event *event = drawn->slide->entry->event;
    size_t wanted = event_qr_link(event, &drawn->stage->now) != NULL ? 1 : 0;
    size_t codes = 0;
    for (size_t i = 0; i < canvas_mark_count(drawn->canvas); i++) {
        codes += canvas_mark_at(drawn->canvas, i)->kind == MARK_QR ? 1 : 0;
    }
    if (codes != wanted && !tiny) {
        report(drawn, wanted == 1 ? "has no code" : "has a code", NULL);
    }
}

static bool has_proportions(struct size size, struct size whole)
{
    int64_t width = (int64_t)size.height * whole.width / whole.height;
    int64_t height = (int64_t)size.width * whole.height / whole.width;
    return llabs(width - size.width) <= 1 || llabs(height - size.height) <= 1;
}

// The poster is shown, and whole.
// A band, a chip or a code has room of its own; only the mark of a doubtful
// clock is in a corner of whatever is there.
static void check_nothing_lies_on(const struct drawn *drawn, size_t poster)
{
    const struct mark *below = canvas_mark_at(drawn->canvas, poster);
    size_t count = canvas_mark_count(drawn->canvas);
    for (size_t i = poster + 1; i < count && !drawn->showing->doubtful; i++) {
        const struct mark *above = canvas_mark_at(drawn->canvas, i);
        if (!box_is_empty(box_intersection(below->box, above->box))) {
            report(drawn, "the poster lies under something", above);
        }
    }
}

static void check_poster(const struct drawn *drawn)
{
    const char *path = drawn->slide->entry->event->poster.path;
    struct size whole;
    if (path == NULL ||
        !image_store_probe(drawn->world->images, path, &whole)) {
        return;
    }
    bool shown = false;
    for (size_t i = 0; i < canvas_mark_count(drawn->canvas); i++) {
        const struct mark *mark = canvas_mark_at(drawn->canvas, i);
        if (mark->kind != MARK_PICTURE || strcmp(mark->text, path) != 0) {
            continue;
        }
        shown = true;
        if (!has_proportions(box_size(mark->box), whole)) {
            report(drawn, "the poster is not whole", mark);
        }
        check_nothing_lies_on(drawn, i);
    }
    if (!shown) {
        report(drawn, "the poster is missing", NULL);
    }
}

static void check_marks(const struct drawn *drawn)
{
    size_t count = canvas_mark_count(drawn->canvas);
    for (size_t i = 0; i < count; i++) {
        const struct mark *mark = canvas_mark_at(drawn->canvas, i);
        check_stays_inside(drawn, mark);
        if (mark->kind == MARK_QR) {
            check_code(drawn, mark);
        }
    }
    check_overlaps(drawn);
}

void check_drawn(struct world *world, const struct showing *showing,
                 const struct canvas *canvas)
{
    struct drawn drawn = {world, showing, NULL, NULL, canvas, 0};
    check_marks(&drawn);
}

static void check_slide(const struct drawn *drawn)
{
    check_marks(drawn);
    if (drawn->slide->kind == SLIDE_EVENT && drawn->showing->card == NULL) {
        check_event(drawn);
        check_event_code(drawn);
        check_poster(drawn);
    }
}

static void draw_card(const struct drawn *drawn, struct canvas *canvas)
{
    const struct receipt_card *card = drawn->showing->card;
    if (card != NULL) {
        struct box box = receipt_card_place(drawn->stage, card, canvas, NULL);
        receipt_card_draw(drawn->stage, card, box, canvas);
    }
}

static void keep_picture(const struct drawn *drawn)
{
    const struct showing *showing = drawn->showing;
    if (showing->pictures == NULL) {
        return;
    }
    char *path =
        xasprintf("%s/%s-%dx%d-%s-%zu.png", showing->pictures, showing->name,
                  showing->size.width, showing->size.height, showing->language,
                  drawn->index + 1);
    assert_true(picture_save_png(canvas_picture(drawn->canvas), path));
    free(path);
}

static void draw_and_check(struct drawn *drawn, struct canvas *canvas)
{
    bool complete = false;
    for (int round = 0; round < ROUNDS_MAX && !complete; round++) {
        complete = slides_draw(drawn->stage, drawn->index, canvas);
        image_store_wait(drawn->world->images);
    }
    if (!complete) {
        report(drawn, "its pictures never come", NULL);
    }
    drawn->world->slides++;
    draw_card(drawn, canvas);
    keep_picture(drawn);
    check_slide(drawn);
}

static struct now now_of(const struct showing *showing)
{
    int64_t instant = zone_instant(&showing->programme->zone, showing->now);
    return (struct now){.instant = instant,
                        .local = showing->now,
                        .trusted = !showing->doubtful,
                        .certain = instant - 86400};
}

// Draws every slide of the loop and checks each; faults are counted.
void show(struct world *world, const struct showing *showing)
{
    const struct programme *programme = showing->programme;
    struct now now = now_of(showing);
    struct agenda *agenda = agenda_new(programme, &now, NULL, false);
    struct slide_capacity capacity =
        stage_capacity(showing->size, world->settings);
    struct playlist *playlist = playlist_new(
        programme, agenda, &now, world->settings, showing->language, capacity);
    struct stage stage = {
        .size = showing->size,
        .fonts = world->fonts,
        .images = world->images,
        .pictograms = KIOSK_ASSETS_DIR "/pictograms",
        .settings = world->settings,
        .programme = programme,
        .agenda = agenda,
        .playlist = playlist,
        .theme = theme_of(programme, COLOURS_OF_PROGRAMME),
        .phrasing = {languages_find(world->languages, showing->language),
                     TIME_FORMAT_LANGUAGE, showing->now.date.year},
        .now = now,
    };
    struct canvas *canvas = canvas_new(showing->size);
    assert_non_null(canvas);
    for (size_t i = 0; i < playlist->count; i++) {
        struct drawn drawn = {world,  showing, &stage, &playlist->slides[i],
                              canvas, i};
        canvas_shift(canvas, drift_at(showing->size, world->slides));
        draw_and_check(&drawn, canvas);
    }
    canvas_free(canvas);
    playlist_free(playlist);
    agenda_free(agenda);
}

struct programme *programme_in(const struct world *world, const char *folder)
{
    struct diag_list *diags = diag_list_new();
    struct programme *programme = programme_load(
        folder, world->languages, (struct date){2026, 1, 17}, diags);
    if (programme == NULL) {
        diag_print(diags, FAULT_IN_ENGLISH, stderr);
    }
    diag_list_free(diags);
    assert_non_null(programme);
    return programme;
}

struct programme *programme_written(const struct world *world,
                                    const char *folder, const char *yaml)
{
    char *path = path_join(folder, "programme.yaml");
    FILE *file = fopen(path, "we");
    assert_non_null(file);
    assert_true(fputs(yaml, file) >= 0);
    assert_int_equal(fclose(file), 0);
    free(path);
    return programme_in(world, folder);
}
