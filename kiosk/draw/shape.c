// SPDX-License-Identifier: MIT
#include "draw/shape.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "draw/canvas.h"
#include "draw/cluster.h"
#include "draw/face.h"
#include "draw/picture.h"
#include "draw/script.h"

enum {
    // An emoji in hundredths of the em: its height, and how much of it hangs
    // below the baseline so that it is level with the capitals.
    EMOJI_HEIGHT = 112,
    EMOJI_DROP = 19,
};

struct shaped_run {
    int x;
    struct glyphs glyphs;
};

// Letters of one font that are shaped together.
struct run {
    const char *start;
    size_t length;
    int font;
    const char *script;
    enum script_direction direction;
    bool reversed; // in a stretch that runs from right to left
};

struct run_list {
    struct run *items;
    size_t count, capacity;
};

static void run_list_add(struct run_list *list, struct run run)
{
    if (list->count == list->capacity) {
        list->capacity = 2 * list->capacity + 16;
        list->items =
            xrealloc(list->items, list->capacity, sizeof *list->items);
    }
    list->items[list->count] = run;
    list->count++;
}

// One run a cluster, to begin with.
static struct run_list clusters_of(struct font_size size, const char *utf8,
                                   size_t length)
{
    struct run_list list = {0};
    const char *end = utf8 + length;
    struct cluster cluster;
    while (cluster_next(&utf8, end, &cluster)) {
        int font =
            fonts_pick(size.fonts, size.role, cluster.runes, cluster.count);
        if (font == FONT_NONE) {
            continue;
        }
        struct run run = {cluster.start,
                          cluster.length,
                          font,
                          script_name(cluster.runes[0]),
                          script_direction(cluster.runes[0]),
                          false};
        run_list_add(&list, run);
    }
    return list;
}

static void reverse(struct run *runs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        runs[i].reversed = true;
    }
}

// Marks the stretches from one right-to-left letter to another with none that
// runs left to right between them.
static void find_stretches(struct run_list *list)
{
    size_t begin = list->count;
    for (size_t i = 0; i < list->count; i++) {
        enum script_direction direction = list->items[i].direction;
        if (direction == SCRIPT_LEFT_TO_RIGHT) {
            begin = list->count;
        }
        if (direction == SCRIPT_RIGHT_TO_LEFT) {
            begin = begin < i ? begin : i;
            reverse(list->items + begin, i + 1 - begin);
            begin = i;
        }
    }
}

// The colon of "18:30" belongs to the number.
static void join_numbers(struct run_list *list)
{
    for (size_t i = 1; i + 1 < list->count; i++) {
        struct run *run = &list->items[i];
        bool inside = run[-1].direction == SCRIPT_NUMBER &&
                      run[1].direction == SCRIPT_NUMBER;
        if (inside && run->direction == SCRIPT_NEUTRAL && *run->start != ' ') {
            run->direction = SCRIPT_NUMBER;
        }
    }
}

// Spaces and signs are shaped with the letters in front of them, if those
// run the same way and, outside such a stretch, are of the same font.
static void join_neutrals(struct run_list *list)
{
    for (size_t i = 1; i < list->count; i++) {
        struct run *run = &list->items[i];
        const struct run *before = &list->items[i - 1];
        bool neutral =
            run->direction == SCRIPT_NEUTRAL || run->direction == SCRIPT_NUMBER;
        if (neutral && run->font == before->font &&
            run->reversed == before->reversed) {
            run->script = before->script;
        }
        bool space = *run->start == ' ' && run->direction == SCRIPT_NEUTRAL;
        if (space && run->reversed && before->reversed) {
            run->font = before->font;
            run->script = before->script;
        }
    }
}

static bool is_number(const struct run *run)
{
    return run->direction == SCRIPT_NUMBER;
}

static bool runs_join(const struct run *before, const struct run *run)
{
    bool same_way = before->reversed == run->reversed &&
                    (!run->reversed || is_number(before) == is_number(run));
    return same_way && before->font == run->font &&
           strcmp(before->script, run->script) == 0;
}

static void join_runs(struct run_list *list)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        struct run *before = kept > 0 ? &list->items[kept - 1] : NULL;
        if (before != NULL && runs_join(before, &list->items[i])) {
            const struct run *run = &list->items[i];
            before->length = (size_t)(run->start - before->start) + run->length;
        } else {
            list->items[kept] = list->items[i];
            kept++;
        }
    }
    list->count = kept;
}

static void turn_round(struct run *runs, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        struct run run = runs[i];
        runs[i] = runs[count - 1 - i];
        runs[count - 1 - i] = run;
    }
}

// From the order in which they are read to the order on the screen.
static void order_runs(struct run_list *list)
{
    size_t i = 0;
    while (i < list->count) {
        size_t end = i;
        while (end < list->count && list->items[end].reversed) {
            end++;
        }
        turn_round(list->items + i, end - i);
        i = end > i ? end : i + 1;
    }
}

static struct run_list runs_of(struct font_size size, const char *utf8,
                               size_t length)
{
    struct run_list list = clusters_of(size, utf8, length);
    find_stretches(&list);
    join_numbers(&list);
    join_neutrals(&list);
    join_runs(&list);
    order_runs(&list);
    return list;
}

static struct shaping shaping_of(const struct run *run)
{
    return (struct shaping){run->script, run->reversed && !is_number(run)};
}

static int emoji_height(int px)
{
    int height = px * EMOJI_HEIGHT / 100;
    return height > 0 ? height : 1;
}

static int run_measure(struct font_size size, const struct run *run)
{
    bool emoji = fonts_is_emoji(size.fonts, run->font);
    struct face *face =
        fonts_face(size.fonts, run->font, emoji ? FONT_REFERENCE_PX : size.px);
    if (face == NULL) {
        return 0;
    }
    char *text = xstrndup(run->start, run->length);
    int width = face_measure(face, text, shaping_of(run));
    free(text);
    if (emoji) {
        int height = face_height(face);
        width = (width * emoji_height(size.px) + height - 1) / height;
    }
    return width;
}

int shape_measure(struct font_size size, const char *utf8, size_t length)
{
    struct run_list list = runs_of(size, utf8, length);
    int width = 0;
    for (size_t i = 0; i < list.count; i++) {
        width += run_measure(size, &list.items[i]);
    }
    free(list.items);
    return width;
}

// Scales the glyphs, which come in the one size that emoji have, to the em.
static void scale_emoji(struct glyphs *glyphs, int width, int px)
{
    struct size size = {width > 0 ? width : 1, emoji_height(px)};
    struct picture *scaled = picture_scaled(glyphs->picture, size);
    if (scaled == NULL) {
        return;
    }
    picture_free(glyphs->picture);
    glyphs->picture = scaled;
    glyphs->size = size;
    glyphs->rise = size.height - px * EMOJI_DROP / 100;
}

static bool run_render(struct font_size size, const struct run *run, int width,
                       struct glyphs *out)
{
    bool emoji = fonts_is_emoji(size.fonts, run->font);
    struct face *face =
        fonts_face(size.fonts, run->font, emoji ? FONT_REFERENCE_PX : size.px);
    if (face == NULL) {
        return false;
    }
    char *text = xstrndup(run->start, run->length);
    bool rendered = face_render(face, text, shaping_of(run), out);
    free(text);
    if (rendered && emoji && out->picture != NULL) {
        scale_emoji(out, width, size.px);
    }
    return rendered;
}

static bool row_is_inked(const struct glyphs *glyphs, int y)
{
    ptrdiff_t start = (ptrdiff_t)y * glyphs->size.width;
    for (int x = 0; x < glyphs->size.width; x++) {
        if (glyphs->picture != NULL
                ? glyphs->picture->pixels[start + x] >> 24 != 0
                : glyphs->coverage[start + x] != 0) {
            return true;
        }
    }
    return false;
}

static void add_ink(struct shape *shape, const struct glyphs *glyphs)
{
    int top = 0, bottom = glyphs->size.height;
    while (top < bottom && !row_is_inked(glyphs, top)) {
        top++;
    }
    while (bottom > top && !row_is_inked(glyphs, bottom - 1)) {
        bottom--;
    }
    if (top < bottom) {
        int rise = glyphs->rise - top, drop = bottom - glyphs->rise;
        shape->rise = rise > shape->rise ? rise : shape->rise;
        shape->drop = drop > shape->drop ? drop : shape->drop;
    }
}

struct shape shape_line(struct font_size size, const char *utf8, size_t length)
{
    struct run_list list = runs_of(size, utf8, length);
    struct shape shape = {0};
    shape.runs = xcalloc(list.count + 1, sizeof *shape.runs);
    for (size_t i = 0; i < list.count; i++) {
        const struct run *run = &list.items[i];
        struct shaped_run *shaped = &shape.runs[shape.count];
        int width = run_measure(size, run);
        if (run_render(size, run, width, &shaped->glyphs)) {
            shaped->x = shape.width;
            add_ink(&shape, &shaped->glyphs);
            shape.count++;
        }
        shape.width += width;
    }
    free(list.items);
    return shape;
}

void shape_release(struct shape *shape)
{
    for (size_t i = 0; i < shape->count; i++) {
        glyphs_release(&shape->runs[i].glyphs);
    }
    free(shape->runs);
    *shape = (struct shape){0};
}

void shape_draw(const struct shape *shape, struct canvas *canvas, int x,
                int baseline, struct colour colour)
{
    for (size_t i = 0; i < shape->count; i++) {
        const struct glyphs *glyphs = &shape->runs[i].glyphs;
        int left = x + shape->runs[i].x, top = baseline - glyphs->rise;
        if (glyphs->picture != NULL) {
            canvas_draw(canvas, glyphs->picture, left, top);
        } else {
            struct stencil stencil = {glyphs->size, glyphs->coverage,
                                      glyphs->size.width};
            canvas_stencil(canvas, left, top, stencil, colour);
        }
    }
}
