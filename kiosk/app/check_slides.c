// SPDX-License-Identifier: MIT
// Every slide is drawn off-screen, and the marks on the canvas tell what was
// cut and how large each code came out.
#include "app/check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/check_source.h"
#include "app/options.h"
#include "app/scene.h"
#include "app/session.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/path.h"
#include "draw/canvas.h"
#include "draw/fonts.h"
#include "draw/image_store.h"
#include "draw/qr.h"
#include "programme/programme.h"
#include "programme/settings.h"
#include "slides/slides.h"
#include "yaml/document.h"

enum {
    READING_DISTANCE_MM = 1500,
    // A telephone's preview is 1920 pixels wide and sees 1.35 times the
    // distance; a module takes 2.5 of them. So a code may have one module for
    // each 570th of the distance that it is wide.
    MODULES_A_DISTANCE = 570,
    QR_VERSIONS = 10, // in the table below
    BUDGET_BYTES = 16 * 1024 * 1024,
    // Of a programme with more events than that, those with little to say are
    // not drawn: it would take minutes to find nothing.
    DRAWN_ALWAYS = 100,
    DRAWN_MAX = 400,
    LITTLE_BYTES = 240,
    PAYLOADS_MAX = 200,
    SHOWN_BYTES = 60, // of a text that is named in a fault
};

// A code where it is drawn smallest.
struct code_seen {
    const struct link *link;
    const struct slide *slide;
    int modules_max; // that can be read there
};

struct rehearsal {
    const struct check *check;
    struct scene_means means;
    struct scene *scene;
    struct canvas *canvas;
    struct playlist playlist; // one slide for each event
    struct code_seen codes[PAYLOADS_MAX];
    size_t code_count;
    const struct node **cut; // the values that were reported
    size_t cut_count;
    double mm_a_px;
};

static size_t bytes_of(const struct wording *wording)
{
    return strlen(wording_in(wording, ""));
}

static bool says_little(const struct event *event)
{
    size_t bytes = bytes_of(&event->title) + bytes_of(&event->subtitle) +
                   bytes_of(&event->summary) + bytes_of(&event->note) +
                   bytes_of(&event->venue) + bytes_of(&event->address) +
                   bytes_of(&event->price) + bytes_of(&event->audience);
    return bytes < LITTLE_BYTES && event->with.count < 3;
}

// What has a slide of its own beside the events: their lists are cut on
// purpose.
static bool is_rehearsed(const struct slide *slide)
{
    return slide->kind == SLIDE_PAGE || slide->kind == SLIDE_PARTNERS ||
           slide->kind == SLIDE_LINKS || slide->kind == SLIDE_EMPTY;
}

static void list_slides(struct rehearsal *rehearsal)
{
    const struct agenda *agenda = rehearsal->scene->agenda;
    const struct playlist *loop = rehearsal->scene->playlist;
    struct playlist *playlist = &rehearsal->playlist;
    *playlist = *loop;
    playlist->slides =
        xcalloc(agenda->count + loop->count, sizeof *playlist->slides);
    playlist->count = 0;
    bool many = agenda->count > DRAWN_ALWAYS;
    for (size_t i = 0; i < agenda->count && playlist->count < DRAWN_MAX; i++) {
        const struct agenda_entry *entry = &agenda->entries[i];
        if (!entry->event->banner && !(many && says_little(entry->event))) {
            playlist->slides[playlist->count++] = (struct slide){
                .kind = SLIDE_EVENT, .seconds = 1, .entry = entry};
        }
    }
    for (size_t i = 0; i < loop->count; i++) {
        bool own = many && loop->slides[i].kind == SLIDE_EVENT;
        if (own || is_rehearsed(&loop->slides[i])) {
            playlist->slides[playlist->count++] = loop->slides[i];
        }
    }
}

static void rehearsal_release(struct rehearsal *rehearsal)
{
    free(rehearsal->cut);
    free(rehearsal->playlist.slides);
    canvas_free(rehearsal->canvas);
    if (rehearsal->scene != NULL) {
        scene_free(rehearsal->scene);
    }
    image_store_free(rehearsal->means.images);
    fonts_free(rehearsal->means.fonts);
}

static bool rehearsal_init(struct rehearsal *rehearsal,
                           const struct check *check)
{
    const struct session *session = check->session;
    char *folder = path_join(session->data, "fonts");
    *rehearsal = (struct rehearsal){.check = check};
    struct scene_means *means = &rehearsal->means;
    means->size = check->screen;
    means->fonts = fonts_new(folder);
    means->images = image_store_new((struct image_store_options){
        .budget_bytes = BUDGET_BYTES, .decoder = session_decoder(session)});
    free(folder);
    rehearsal->canvas = canvas_new(check->screen);
    if (means->fonts == NULL || means->images == NULL ||
        rehearsal->canvas == NULL) {
        rehearsal_release(rehearsal);
        return false;
    }
    double diagonal_px = hypot(check->screen.width, check->screen.height);
    rehearsal->mm_a_px = session->settings->diagonal * 25.4 / diagonal_px;
    rehearsal->scene = scene_new(session, means, &check->now);
    list_slides(rehearsal);
    return true;
}

// A text of an event that may be what a block of words shows.
static const char *longer(const char *found, const struct wording *wording,
                          const char *words)
{
    const char *text = wording_in(wording, "");
    bool within = text[0] != '\0' && strstr(words, text) != NULL;
    return within && strlen(text) > strlen(found) ? text : found;
}

// The longest text of the event that is a part of the words; "" for none.
static const char *text_in(const struct event *event, const char *words)
{
    const struct wording *const texts[] = {
        &event->title, &event->subtitle, &event->kind,     &event->summary,
        &event->note,  &event->venue,    &event->town,     &event->address,
        &event->price, &event->audience, &event->capacity, &event->age,
        &event->doors, &event->spoken,   &event->series,   NULL};
    const struct wordings *const lists[] = {&event->with, &event->organisers,
                                            &event->partners, NULL};
    const char *found = "";
    for (size_t i = 0; texts[i] != NULL; i++) {
        found = longer(found, texts[i], words);
    }
    for (size_t i = 0; lists[i] != NULL; i++) {
        for (size_t k = 0; k < lists[i]->count; k++) {
            found = longer(found, &lists[i]->items[k], words);
        }
    }
    return found;
}

// The beginning of a text, to name it by.
static char *beginning_of(const char *text)
{
    size_t length = strlen(text);
    if (length <= SHOWN_BYTES) {
        return xstrdup(text);
    }
    length = SHOWN_BYTES;
    while (length > 0 && text[length] != ' ') {
        length--;
    }
    length = length > 0 ? length : strlen(text);
    return xasprintf("%.*s…", (int)length, text);
}

// Where the words stand in the file: in the event's entry, or where all
// events take them from. NULL if they are made of several values.
static const struct node *value_of(const struct check *check,
                                   const struct event *event, const char *text)
{
    const struct node *value = NULL;
    if (event != NULL) {
        value =
            check_source_text(check_source_event(check->source, event), text);
    }
    return value != NULL
               ? value
               : check_source_text(check_source_root(check->source), text);
}

// A value that many slides show is told once.
static bool is_told(struct rehearsal *rehearsal, const struct node *value)
{
    for (size_t i = 0; i < rehearsal->cut_count; i++) {
        if (rehearsal->cut[i] == value) {
            return true;
        }
    }
    rehearsal->cut = xrealloc(rehearsal->cut, rehearsal->cut_count + 1,
                              sizeof(const struct node *));
    rehearsal->cut[rehearsal->cut_count++] = value;
    return false;
}

static struct place place_of(const struct check *check,
                             const struct event *event,
                             const struct node *value)
{
    if (value != NULL) {
        return value->place;
    }
    const struct node *root = check_source_root(check->source);
    return event != NULL  ? event->place
           : root != NULL ? root->place
                          : (struct place){0};
}

static void report_cut(struct rehearsal *rehearsal, const struct slide *slide,
                       size_t index, const char *words)
{
    const struct check *check = rehearsal->check;
    const struct event *event =
        slide->kind == SLIDE_EVENT ? slide->entry->event : NULL;
    const char *text = event != NULL ? text_in(event, words) : words;
    text = text[0] != '\0' ? text : words;
    const struct node *value = value_of(check, event, text);
    if (value != NULL && is_told(rehearsal, value)) {
        return;
    }
    char *name = value != NULL && value->key != NULL ? xstrdup(value->key)
                                                     : beginning_of(text);
    char *title = slides_title(&rehearsal->scene->stage, index);
    char *shown = beginning_of(title);
    diag_add(check->diags, FAULT_TEXT_DOES_NOT_FIT,
             place_of(check, event, value), name, shown, NULL);
    free(shown);
    free(title);
    free(name);
}

// The most bytes of an address that a code of so many modules holds, at the
// level we draw (M); at least those of version 2, the smallest of any use.
static int bytes_of_modules(int modules)
{
    static const int BYTES[QR_VERSIONS + 1] = {0,   14,  26,  42,  62, 84,
                                               106, 122, 152, 180, 213};
    int version = (modules - 17) / 4;
    version = version < 2 ? 2 : version;
    return BYTES[version > QR_VERSIONS ? QR_VERSIONS : version];
}

static int modules_of(const char *payload)
{
    struct qr *qr = qr_new(payload);
    int modules = qr != NULL ? qr_modules(qr) : 0;
    qr_free(qr);
    return modules;
}

// The address without its fragment, or without its parameters too: whichever
// is short enough first. NULL if neither is.
static char *shortened(const char *payload, int modules_max)
{
    static const char *const ENDS[] = {"#", "?#"};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) {
        size_t length = strcspn(payload, ENDS[i]);
        char *shorter = xstrndup(payload, length);
        int modules = modules_of(shorter);
        if (payload[length] != '\0' && modules > 0 && modules <= modules_max) {
            return shorter;
        }
        free(shorter);
    }
    return NULL;
}

// Which link a slide's code leads to: marks do not outlive their canvas.
static const struct link *link_of(const struct check *check,
                                  const struct slide *slide,
                                  const char *payload)
{
    const struct link *candidate = NULL;
    if (slide->kind == SLIDE_EVENT) {
        candidate = event_qr_link(slide->entry->event, &check->now);
    } else if (slide->page != NULL) {
        candidate = &slide->page->qr;
    }
    if (candidate != NULL && strcmp(candidate->payload, payload) == 0) {
        return candidate;
    }
    size_t count = playlist_link_count(check->programme);
    for (size_t i = 0; i < count; i++) {
        const struct link *link = playlist_link_at(check->programme, i).link;
        if (strcmp(link->payload, payload) == 0) {
            return link;
        }
    }
    return NULL;
}

static void report_dense(const struct check *check,
                         const struct code_seen *code)
{
    const struct event *event =
        code->slide->kind == SLIDE_EVENT ? code->slide->entry->event : NULL;
    const struct link *link = code->link;
    const struct node *value = NULL;
    if (event != NULL) {
        value =
            check_source_link(check_source_event(check->source, event), link);
    }
    if (value == NULL) {
        value = check_source_link(check_source_root(check->source), link);
    }
    struct place place = place_of(check, event, value);
    char *shorter = link->kind == LINK_URL
                        ? shortened(link->payload, code->modules_max)
                        : NULL;
    if (shorter != NULL) {
        diag_add(check->diags, FAULT_QR_DENSE_SHORTER, place, link->shown,
                 shorter, NULL);
    } else {
        char number[12];
        snprintf(number, sizeof number, "%d",
                 bytes_of_modules(code->modules_max));
        diag_add(check->diags, FAULT_QR_DENSE, place, link->shown, number,
                 NULL);
    }
    free(shorter);
}

static struct code_seen *find_code(struct rehearsal *rehearsal,
                                   const char *payload)
{
    for (size_t i = 0; i < rehearsal->code_count; i++) {
        if (strcmp(rehearsal->codes[i].link->payload, payload) == 0) {
            return &rehearsal->codes[i];
        }
    }
    return NULL;
}

static void see_code(struct rehearsal *rehearsal, const struct slide *slide,
                     const struct mark *mark)
{
    double side_mm = mark->box.width * rehearsal->mm_a_px;
    int most = (int)(side_mm * MODULES_A_DISTANCE / READING_DISTANCE_MM);
    struct code_seen *code = find_code(rehearsal, mark->text);
    if (code == NULL) {
        const struct link *link = link_of(rehearsal->check, slide, mark->text);
        if (link != NULL && rehearsal->code_count < PAYLOADS_MAX) {
            rehearsal->codes[rehearsal->code_count++] =
                (struct code_seen){link, slide, most};
        }
    } else if (most < code->modules_max) {
        code->slide = slide;
        code->modules_max = most;
    }
}

static void check_codes(const struct rehearsal *rehearsal)
{
    for (size_t i = 0; i < rehearsal->code_count; i++) {
        const struct code_seen *code = &rehearsal->codes[i];
        if (modules_of(code->link->payload) > code->modules_max) {
            report_dense(rehearsal->check, code);
        }
    }
}

static void check_slide(struct rehearsal *rehearsal, size_t index)
{
    const struct slide *slide = &rehearsal->playlist.slides[index];
    slides_draw(&rehearsal->scene->stage, index, rehearsal->canvas);
    size_t count = canvas_mark_count(rehearsal->canvas);
    for (size_t i = 0; i < count; i++) {
        const struct mark *mark = canvas_mark_at(rehearsal->canvas, i);
        if (mark->kind == MARK_TEXT && mark->cut) {
            report_cut(rehearsal, slide, index, mark->text);
        } else if (mark->kind == MARK_QR) {
            see_code(rehearsal, slide, mark);
        }
    }
}

void check_slides(const struct check *check)
{
    struct rehearsal rehearsal;
    if (!rehearsal_init(&rehearsal, check)) {
        return;
    }
    // Pictures that cannot be read are check_pictures()'s to tell.
    log_be_quiet(true);
    rehearsal.scene->stage.playlist = &rehearsal.playlist;
    for (size_t i = 0; i < rehearsal.playlist.count; i++) {
        check_slide(&rehearsal, i);
    }
    check_codes(&rehearsal);
    rehearsal_release(&rehearsal);
    log_be_quiet(false);
}
