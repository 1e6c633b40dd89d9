// SPDX-License-Identifier: MIT
// SVG, by the nanosvg in SDL2_image: shapes only. What it would leave out
// without a word, and what could keep it busy for ever, is refused.

#include <SDL2/SDL_image.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "decode/format.h"
#include "decode/scale.h"
#include "decode/svg_root.h"

enum {
    SIDE_NORMAL = 1024, // pixels; see normal_size()
    FRAME_BYTES = 300,
};

// Of a view that makes sense, in the drawing's units.
static const double side_min = 1e-3;
static const double side_max = 1e6;

// Found anywhere behind the root's "<svg", even in a comment.
static const char *const refused[] = {
    "<svg",   // nanosvg takes the inner one's size for the whole's
    "<text",  // not drawn
    "<image", // not drawn
    "<use",   // not drawn
};

static const char dashes[] = "stroke-dasharray";

static bool has_bytes(const struct file_bytes *file, size_t offset,
                      const char *text)
{
    return memmem(file->data + offset, file->length - offset, text,
                  strlen(text)) != NULL;
}

// Between the name of a property and its value, in CSS or as an attribute.
static bool is_between(uint8_t byte)
{
    return byte != 0 && strchr(" \t\r\n:=\"'", byte) != NULL;
}

// A few bytes can ask for a thousand million dashes. "none" is what some
// drawing programs write everywhere.
static bool has_dashes(const struct file_bytes *file, size_t offset)
{
    const uint8_t *end = file->data + file->length;
    const uint8_t *next = file->data + offset;
    size_t length = strlen(dashes);
    for (;;) {
        next = memmem(next, (size_t)(end - next), dashes, length);
        if (next == NULL) {
            return false;
        }
        next += length;
        while (next < end && is_between(*next)) {
            next++;
        }
        if (end - next < 4 || memcmp(next, "none", 4) != 0) {
            return true;
        }
    }
}

static bool is_refused(const struct file_bytes *file, size_t offset)
{
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        if (has_bytes(file, offset, refused[i])) {
            return true;
        }
    }
    return has_dashes(file, offset);
}

static bool svg_matches(const struct file_bytes *file)
{
    size_t start = 0;
    return svg_find_root(file, &start);
}

static enum decode_result read_root(const struct file_bytes *file,
                                    struct svg_root *out)
{
    if (file->whole > DECODE_SVG_BYTES_MAX) {
        return DECODE_TOO_LARGE;
    }
    size_t start = 0;
    if (file->length < file->whole || !svg_find_root(file, &start) ||
        !svg_read_root(file, start, out) ||
        !has_bytes(file, out->end, "</svg")) {
        return DECODE_CUT_OFF;
    }
    if (is_refused(file, start + 1)) {
        return DECODE_STRANGE;
    }
    // Written so that what is not a number fails too.
    const struct svg_view *view = &out->view;
    if (!(view->width >= side_min && view->height >= side_min)) {
        return DECODE_BROKEN;
    }
    bool is_sane = view->width <= side_max && view->height <= side_max &&
                   fabs(view->x) <= side_max && fabs(view->y) <= side_max;
    return is_sane ? DECODE_DONE : DECODE_TOO_LARGE;
}

// A drawing has proportions, not pixels: the longer side becomes 1024, so that
// whole numbers hold the proportions of a small one too.
static struct size normal_size(const struct svg_view *view)
{
    double scale = SIDE_NORMAL / fmax(view->width, view->height);
    return (struct size){(int)fmax(1, round(view->width * scale)),
                         (int)fmax(1, round(view->height * scale))};
}

static enum decode_result svg_read_head(const struct file_bytes *file,
                                        struct decode_head *out)
{
    struct svg_root root;
    enum decode_result result = read_root(file, &root);
    if (result == DECODE_DONE) {
        out->size = normal_size(&root.view);
    }
    return result;
}

// The number with nine decimals. printf() would write a comma in half of
// Europe.
static void format_number(double number, char out[32])
{
    long long billionths = llround(number * 1e9);
    snprintf(out, 32, "%s%lld.%09lld", billionths < 0 ? "-" : "",
             llabs(billionths) / 1000000000, llabs(billionths) % 1000000000);
}

// Attributes that make the view fill a picture of that size to its edges. Of
// two attributes of one name nanosvg takes the last.
static int format_frame(const struct svg_view *view, struct size size,
                        char out[FRAME_BYTES])
{
    char x[32];
    char y[32];
    char width[32];
    char height[32];
    format_number(view->x, x);
    format_number(view->y, y);
    format_number(view->width, width);
    format_number(view->height, height);
    return snprintf(out, FRAME_BYTES,
                    " width=\"%d\" height=\"%d\" viewBox=\"%s %s %s %s\""
                    " preserveAspectRatio=\"none\"",
                    size.width, size.height, x, y, width, height);
}

static SDL_Surface *draw(const struct file_bytes *file,
                         const struct svg_root *root, struct size size)
{
    char frame[FRAME_BYTES];
    size_t frame_length = (size_t)format_frame(&root->view, size, frame);
    size_t length = file->length + frame_length;
    char *text = malloc(length);
    if (text == NULL) {
        return NULL;
    }
    memcpy(text, file->data, root->end);
    memcpy(text + root->end, frame, frame_length);
    memcpy(text + root->end + frame_length, file->data + root->end,
           file->length - root->end);
    SDL_RWops *stream = SDL_RWFromConstMem(text, (int)length);
    SDL_Surface *surface = NULL;
    if (stream != NULL) {
        surface = IMG_LoadSizedSVG_RW(stream, size.width, size.height);
        SDL_RWclose(stream);
    }
    free(text);
    return surface;
}

static enum decode_result scale_surface(const SDL_Surface *surface,
                                        struct size size, struct decoded *out)
{
    struct size from = {surface->w, surface->h};
    if (surface->format->format != SDL_PIXELFORMAT_RGBA32 || from.width < 1 ||
        from.height < 1) {
        return DECODE_BROKEN;
    }
    struct scaler *scaler = scaler_new(from, size, false);
    if (scaler == NULL) {
        return DECODE_NO_MEMORY;
    }
    const uint8_t *row = surface->pixels;
    for (int y = 0; y < from.height; y++) {
        scaler_add_row(scaler, row);
        row += surface->pitch;
    }
    bool done = scaler_finish(scaler, out);
    scaler_free(scaler);
    return done ? DECODE_DONE : DECODE_NO_MEMORY;
}

static enum decode_result svg_read_pixels(const struct file_bytes *file,
                                          struct size size, struct decoded *out)
{
    struct svg_root root;
    enum decode_result result = read_root(file, &root);
    if (result != DECODE_DONE) {
        return result;
    }
    SDL_Surface *surface = draw(file, &root, size);
    if (surface == NULL) {
        return DECODE_BROKEN;
    }
    result = scale_surface(surface, size, out);
    SDL_FreeSurface(surface);
    return result;
}

const struct decode_format svg_format = {
    .name = "SVG",
    .matches = svg_matches,
    .read_head = svg_read_head,
    .read_pixels = svg_read_pixels,
};
