// SPDX-License-Identifier: MIT
#include "draw/canvas.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "draw/picture.h"
#include "draw/rounded.h"

struct canvas {
    struct picture *picture;
    struct point shift;
    struct mark *marks; // their texts are ours
    size_t mark_count, mark_capacity;
};

static const uint32_t OPAQUE = 0xFF000000U;

// Red and blue are blended in one multiplication, green in another: a
// product of two bytes has room in sixteen bits.
static const uint32_t RED_BLUE = 0x00FF00FFU;
static const uint32_t GREEN = 0x0000FF00U;

struct canvas *canvas_new(struct size size)
{
    struct canvas *canvas = xcalloc(1, sizeof *canvas);
    canvas->picture = picture_new(size);
    if (canvas->picture == NULL) {
        free(canvas);
        return NULL;
    }
    canvas->picture->opaque = true;
    canvas_clear(canvas, (struct colour){255, 255, 255, 255});
    return canvas;
}

static void forget_marks(struct canvas *canvas)
{
    for (size_t i = 0; i < canvas->mark_count; i++) {
        free((char *)canvas->marks[i].text);
    }
    canvas->mark_count = 0;
}

void canvas_free(struct canvas *canvas)
{
    if (canvas != NULL) {
        forget_marks(canvas);
        free(canvas->marks);
        picture_free(canvas->picture);
        free(canvas);
    }
}

struct size canvas_size(const struct canvas *canvas)
{
    return canvas->picture->size;
}

const struct picture *canvas_picture(const struct canvas *canvas)
{
    return canvas->picture;
}

static uint32_t opaque_pixel(struct colour colour)
{
    return OPAQUE | (uint32_t)colour.red << 16 | (uint32_t)colour.green << 8 |
           colour.blue;
}

void canvas_clear(struct canvas *canvas, struct colour colour)
{
    struct size size = canvas->picture->size;
    forget_marks(canvas);
    colour.alpha = 255;
    canvas_fill(canvas, (struct box){0, 0, size.width, size.height}, colour);
}

void canvas_shift(struct canvas *canvas, struct point shift)
{
    canvas->shift = shift;
}

// How far what is asked for there is moved.
static struct point shift_of(const struct canvas *canvas, struct box box)
{
    struct size size = canvas->picture->size;
    bool is_inside = box.x > 0 && box.y > 0 && box_right(box) < size.width &&
                     box_bottom(box) < size.height;
    return is_inside ? canvas->shift : (struct point){0, 0};
}

static struct box moved(struct box box, struct point by)
{
    return (struct box){box.x + by.x, box.y + by.y, box.width, box.height};
}

static uint32_t *pixel_at(struct canvas *canvas, int x, int y)
{
    struct picture *picture = canvas->picture;
    return picture->pixels + (ptrdiff_t)y * picture->size.width + x;
}

static struct box clipped(const struct canvas *canvas, struct box box)
{
    struct size size = canvas->picture->size;
    return box_intersection(box, (struct box){0, 0, size.width, size.height});
}

// 0 to 255 becomes 0 to 256, so that a shift can divide.
static uint32_t weight_of(uint32_t alpha, uint32_t coverage)
{
    uint32_t product = alpha * coverage + 128;
    uint32_t exact = (product + (product >> 8)) >> 8;
    return exact + (exact >> 7);
}

static uint32_t blend(uint32_t below, uint32_t above, uint32_t weight)
{
    uint32_t rest = 256 - weight;
    uint32_t red_blue =
        (below & RED_BLUE) * rest + (above & RED_BLUE) * weight + 0x00800080U;
    uint32_t green =
        (below & GREEN) * rest + (above & GREEN) * weight + 0x00008000U;
    return OPAQUE | (red_blue >> 8 & RED_BLUE) | (green >> 8 & GREEN);
}

// A premultiplied pixel over an opaque one; coverage fades it.
static uint32_t blend_over(uint32_t below, uint32_t above, uint32_t coverage)
{
    uint32_t part = coverage + (coverage >> 7);
    uint32_t weight = weight_of(above >> 24, coverage);
    // Without rounding up: the sum of both must stay within a byte.
    uint32_t red_blue = ((above & RED_BLUE) * part >> 8 & RED_BLUE) +
                        ((below & RED_BLUE) * (256 - weight) >> 8 & RED_BLUE);
    uint32_t green = ((above & GREEN) * part >> 8 & GREEN) +
                     ((below & GREEN) * (256 - weight) >> 8 & GREEN);
    return OPAQUE | red_blue | green;
}

static void fill_row(struct canvas *canvas, struct box span,
                     struct colour colour)
{
    span = clipped(canvas, span);
    if (box_is_empty(span)) {
        return;
    }
    uint32_t *row = pixel_at(canvas, span.x, span.y);
    uint32_t pixel = opaque_pixel(colour);
    uint32_t weight = weight_of(colour.alpha, 255);
    // Two loops: the first is most of what is filled, and the compiler makes
    // vectors of it.
    if (weight == 256) {
        for (int x = 0; x < span.width; x++) {
            row[x] = pixel;
        }
        return;
    }
    for (int x = 0; x < span.width; x++) {
        row[x] = blend(row[x], pixel, weight);
    }
}

void canvas_fill(struct canvas *canvas, struct box box, struct colour colour)
{
    box = clipped(canvas, moved(box, shift_of(canvas, box)));
    if (box_is_empty(box)) {
        return;
    }
    // Opaque rows are all alike: whole screens are filled in every frame that
    // scrolls.
    const uint32_t *first = pixel_at(canvas, box.x, box.y);
    size_t row_bytes = (size_t)box.width * sizeof *first;
    for (int y = box.y; y < box_bottom(box); y++) {
        if (y == box.y || colour.alpha != 255) {
            fill_row(canvas, (struct box){box.x, y, box.width, 1}, colour);
        } else {
            memcpy(pixel_at(canvas, box.x, y), first, row_bytes);
        }
    }
}

static void fill_corners_row(struct canvas *canvas,
                             const struct rounded *rounded, int y,
                             struct colour colour)
{
    struct box box = rounded->box;
    struct box row = clipped(canvas, (struct box){box.x, y, box.width, 1});
    int left = box.x + rounded->radius;
    int right = box_right(box) - rounded->radius;
    for (int x = row.x; x < box_right(row); x++) {
        if (x == left && right > left) {
            struct box middle = {left, y, right - left, 1};
            fill_row(canvas, middle, colour);
            x = right - 1;
            continue;
        }
        uint8_t coverage = rounded_coverage(rounded, x, y);
        uint32_t *pixel = pixel_at(canvas, x, y);
        *pixel = blend(*pixel, opaque_pixel(colour),
                       weight_of(colour.alpha, coverage));
    }
}

void canvas_fill_rounded(struct canvas *canvas, struct box box, int radius,
                         struct colour colour)
{
    box = moved(box, shift_of(canvas, box));
    struct rounded rounded = rounded_of(box, radius);
    struct box visible = clipped(canvas, box);
    for (int y = visible.y; y < box_bottom(visible); y++) {
        bool corners =
            y < box.y + rounded.radius || y >= box_bottom(box) - rounded.radius;
        if (corners) {
            fill_corners_row(canvas, &rounded, y, colour);
        } else {
            fill_row(canvas, (struct box){box.x, y, box.width, 1}, colour);
        }
    }
}

// Blending ignores that screens are not linear, which thins out light letters
// on a dark ground: up to so many 256ths of what is missing are added.
static uint32_t light_boost(struct colour colour)
{
    uint32_t light =
        (colour.red * 54U + colour.green * 183U + colour.blue * 19U) >> 8;
    return light > 128 ? (light - 128) * 3 / 4 : 0;
}

static uint32_t boosted(uint32_t coverage, uint32_t boost)
{
    return coverage + (coverage * (255 - coverage) / 255 * boost >> 8);
}

static void stencil_row(uint32_t *to, const uint8_t *coverage, int count,
                        struct colour colour)
{
    uint32_t pixel = opaque_pixel(colour), boost = light_boost(colour);
    for (int i = 0; i < count; i++) {
        if (coverage[i] != 0) {
            uint32_t part = boosted(coverage[i], boost);
            to[i] = blend(to[i], pixel, weight_of(colour.alpha, part));
        }
    }
}

void canvas_stencil(struct canvas *canvas, int x, int y, struct stencil stencil,
                    struct colour colour)
{
    struct box box = {x, y, stencil.size.width, stencil.size.height};
    box = moved(box, canvas->shift);
    struct box visible = clipped(canvas, box);
    for (int row = visible.y; row < box_bottom(visible); row++) {
        const uint8_t *from = stencil.coverage +
                              (ptrdiff_t)(row - box.y) * stencil.stride +
                              (visible.x - box.x);
        stencil_row(pixel_at(canvas, visible.x, row), from, visible.width,
                    colour);
    }
}

void canvas_draw(struct canvas *canvas, const struct picture *picture, int x,
                 int y)
{
    canvas_draw_rounded(canvas, picture, x, y, 0);
}

static void draw_row(uint32_t *to, const uint32_t *from, int count)
{
    for (int i = 0; i < count; i++) {
        if (from[i] >> 24 == 255) {
            to[i] = from[i];
        } else if (from[i] >> 24 != 0) {
            to[i] = blend_over(to[i], from[i], 255);
        }
    }
}

static void draw_corners_row(uint32_t *to, const uint32_t *from,
                             const struct rounded *rounded, struct box span)
{
    for (int i = 0; i < span.width; i++) {
        uint8_t coverage = rounded_coverage(rounded, span.x + i, span.y);
        to[i] = blend_over(to[i], from[i], coverage);
    }
}

void canvas_draw_rounded(struct canvas *canvas, const struct picture *picture,
                         int x, int y, int radius)
{
    struct box box = {x, y, picture->size.width, picture->size.height};
    box = moved(box, shift_of(canvas, box));
    struct rounded rounded = rounded_of(box, radius);
    struct box span = clipped(canvas, box);
    size_t row_bytes = (size_t)span.width * sizeof(uint32_t);
    int bottom = box_bottom(span);
    for (; span.y < bottom; span.y++) {
        uint32_t *to = pixel_at(canvas, span.x, span.y);
        const uint32_t *from = picture->pixels +
                               (ptrdiff_t)(span.y - box.y) * box.width +
                               (span.x - box.x);
        if (span.y < box.y + rounded.radius ||
            span.y >= box_bottom(box) - rounded.radius) {
            draw_corners_row(to, from, &rounded, span);
        } else if (picture->opaque) {
            memcpy(to, from, row_bytes);
        } else {
            draw_row(to, from, span.width);
        }
    }
}

void canvas_mark(struct canvas *canvas, enum mark_kind kind, struct box box,
                 struct box within, const char *text, bool cut)
{
    if (canvas->mark_count == canvas->mark_capacity) {
        canvas->mark_capacity = 2 * canvas->mark_capacity + 16;
        canvas->marks = xrealloc(canvas->marks, canvas->mark_capacity,
                                 sizeof *canvas->marks);
    }
    struct point by = shift_of(canvas, box);
    canvas->marks[canvas->mark_count] = (struct mark){
        .kind = kind,
        .box = moved(box, by),
        .within = moved(within, by),
        .text = xstrdup(text == NULL ? "" : text),
        .cut = cut,
    };
    canvas->mark_count++;
}

size_t canvas_mark_count(const struct canvas *canvas)
{
    return canvas->mark_count;
}

const struct mark *canvas_mark_at(const struct canvas *canvas, size_t index)
{
    assert(index < canvas->mark_count);
    return &canvas->marks[index];
}
