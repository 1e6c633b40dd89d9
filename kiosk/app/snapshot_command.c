// SPDX-License-Identifier: MIT
#include "app/command.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app/contact_sheet.h"
#include "app/options.h"
#include "app/scene.h"
#include "app/session.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/text_buffer.h"
#include "base/utf8.h"
#include "draw/canvas.h"
#include "draw/fonts.h"
#include "draw/image_store.h"
#include "draw/picture.h"
#include "slides/slides.h"

enum {
    BUDGET_BYTES = 256 * 1024 * 1024,
    ROUNDS_MAX = 8, // of waiting for a slide's pictures
    SLUG_MAX = 40,
};

static const struct size DEFAULT_SIZE = {1920, 1080};
static const char SLUG_LETTERS[] = "abcdefghijklmnopqrstuvwxyz0123456789";

struct snapshot {
    const struct session *session;
    const struct options *options;
    struct scene_means means;
    struct scene *scene;
    struct canvas *canvas;
    struct contact_sheet *sheet; // NULL where one slide is asked for
};

static bool fail(const char *path)
{
    log_line("cannot write %s: %s", path, strerror(errno));
    return false;
}

// Makes the folder and those above it.
static bool make_folder(const char *path)
{
    char *part = xstrdup(path);
    for (char *at = part + 1; *at != '\0'; at++) {
        if (*at == '/') {
            *at = '\0';
            mkdir(part, 0777);
            *at = '/';
        }
    }
    free(part);
    mkdir(path, 0777);
    return path_is_folder(path) || fail(path);
}

// The title as a part of a file's name: "-film-foodcoop". As many words as
// there is room for.
static void add_slug(struct text_buffer *name, const char *title)
{
    char *folded = utf8_fold(title);
    size_t limit = name->length + SLUG_MAX;
    for (const char *at = folded; *at != '\0';) {
        at += strcspn(at, SLUG_LETTERS);
        size_t length = strspn(at, SLUG_LETTERS);
        if (length == 0 || name->length + length > limit) {
            break;
        }
        text_buffer_add(name, "-");
        text_buffer_add_bytes(name, at, length);
        at += length;
    }
    free(folded);
}

static char *name_of(const struct snapshot *snapshot, size_t index)
{
    struct text_buffer name = {0};
    if (snapshot->scene->playlist == NULL) {
        return xstrdup("01-notice");
    }
    const struct slide *slide = &snapshot->scene->playlist->slides[index];
    char *title = slides_title(&snapshot->scene->stage, index);
    text_buffer_printf(&name, "%02zu-%s", index + 1,
                       slide_kind_name(slide->kind));
    add_slug(&name, title);
    free(title);
    return text_buffer_take(&name);
}

static void draw(const struct snapshot *snapshot, size_t index)
{
    const struct stage *stage = &snapshot->scene->stage;
    if (stage->programme == NULL) {
        slides_draw_notice(stage, snapshot->session->diags, snapshot->canvas);
        return;
    }
    for (int round = 0; round < ROUNDS_MAX; round++) {
        if (slides_draw(stage, index, snapshot->canvas)) {
            return;
        }
        image_store_wait(snapshot->means.images);
    }
    log_line("slide %zu was drawn without all of its pictures", index + 1);
}

static const char *mark_name(enum mark_kind kind)
{
    static const char *const NAMES[] = {
        [MARK_TEXT] = "text",
        [MARK_PICTURE] = "picture",
        [MARK_QR] = "qr",
        [MARK_CARD] = "card",
    };
    return NAMES[kind];
}

// One line a mark, parted by tabs: kind, box, the room it was given, whole or
// cut, text. Line breaks in the text are written \n.
static void write_mark(const struct mark *mark, FILE *out)
{
    const struct box *box = &mark->box, *within = &mark->within;
    fprintf(out, "%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%s\t",
            mark_name(mark->kind), box->x, box->y, box->width, box->height,
            within->x, within->y, within->width, within->height,
            mark->cut ? "cut" : "whole");
    for (const char *at = mark->text; *at != '\0'; at++) {
        if (*at == '\n') {
            fputs("\\n", out);
        } else {
            fputc(*at, out);
        }
    }
    fputc('\n', out);
}

static bool write_boxes(const struct canvas *canvas, const char *path)
{
    FILE *out = fopen(path, "we");
    if (out == NULL) {
        return fail(path);
    }
    for (size_t i = 0; i < canvas_mark_count(canvas); i++) {
        write_mark(canvas_mark_at(canvas, i), out);
    }
    return fclose(out) == 0 || fail(path);
}

static bool save(const struct snapshot *snapshot, const struct picture *picture,
                 const char *name)
{
    char *path = xasprintf("%s/%s.png", snapshot->options->output, name);
    bool saved = picture_save_png(picture, path) || fail(path);
    free(path);
    return saved;
}

static bool take(const struct snapshot *snapshot, size_t index)
{
    draw(snapshot, index);
    const struct picture *picture = canvas_picture(snapshot->canvas);
    char *name = name_of(snapshot, index);
    bool done = save(snapshot, picture, name);
    if (done && snapshot->options->boxes) {
        char *path =
            xasprintf("%s/%s.boxes.txt", snapshot->options->output, name);
        done = write_boxes(snapshot->canvas, path);
        free(path);
    }
    free(name);
    if (done && snapshot->sheet != NULL) {
        done = contact_sheet_add(snapshot->sheet, index, picture);
    }
    return done;
}

static bool take_all(struct snapshot *snapshot, size_t count)
{
    snapshot->sheet = contact_sheet_new(count, snapshot->means.size);
    bool done = snapshot->sheet != NULL;
    for (size_t i = 0; done && i < count; i++) {
        done = take(snapshot, i);
    }
    return done && save(snapshot, contact_sheet_picture(snapshot->sheet),
                        "contact-sheet");
}

static enum outcome run(struct snapshot *snapshot)
{
    const struct options *options = snapshot->options;
    size_t count = scene_slide_count(snapshot->scene);
    count = count > 0 ? count : 1;
    size_t wanted = (size_t)options->slide;
    if (wanted > count) {
        fprintf(stderr, "kiosk: --slide cannot be %zu; the loop has %zu\n",
                wanted, count);
        return OUTCOME_USAGE;
    }
    if (!make_folder(options->output)) {
        return OUTCOME_FAILED;
    }
    bool done =
        wanted > 0 ? take(snapshot, wanted - 1) : take_all(snapshot, count);
    done = done && !session_has_errors(snapshot->session);
    return done ? OUTCOME_DONE : OUTCOME_FAILED;
}

static void snapshot_release(struct snapshot *snapshot)
{
    contact_sheet_free(snapshot->sheet);
    canvas_free(snapshot->canvas);
    scene_free(snapshot->scene);
    image_store_free(snapshot->means.images);
    fonts_free(snapshot->means.fonts);
}

static bool snapshot_init(struct snapshot *snapshot,
                          const struct session *session)
{
    const struct options *options = session->options;
    char *folder = path_join(session->data, "fonts");
    *snapshot = (struct snapshot){.session = session, .options = options};
    struct scene_means *means = &snapshot->means;
    means->size = options->has_size ? options->size : DEFAULT_SIZE;
    means->fonts = fonts_new(folder);
    means->images = image_store_new((struct image_store_options){
        .budget_bytes = BUDGET_BYTES, .decoder = session_decoder(session)});
    free(folder);
    snapshot->canvas = canvas_new(means->size);
    if (means->fonts == NULL || means->images == NULL ||
        snapshot->canvas == NULL) {
        snapshot_release(snapshot);
        return false;
    }
    struct now now = session_now(session);
    snapshot->scene = scene_new(session, means, &now);
    return true;
}

enum outcome snapshot_command(const struct options *options)
{
    struct session session;
    enum outcome outcome = session_init(&session, options);
    if (outcome != OUTCOME_DONE) {
        return outcome;
    }
    session_print_faults(&session);
    struct snapshot snapshot;
    outcome = OUTCOME_FAILED;
    if (snapshot_init(&snapshot, &session)) {
        outcome = run(&snapshot);
        snapshot_release(&snapshot);
    }
    session_release(&session);
    return outcome;
}
