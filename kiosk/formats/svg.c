// SPDX-License-Identifier: MIT
// SVG, by librsvg. It is given no address, so that it follows no reference
// out of the file.

#include <math.h>
#include <stdlib.h>

#include <librsvg/rsvg.h>

#include "formats/drawing.h"
#include "formats/format.h"

static const double dots_per_inch = 96;

static bool is_complete(const struct bytes *file)
{
    return memmem(file->data, file->length, "</svg>", 6) != NULL ||
           memmem(file->data, file->length, ":svg>", 5) != NULL;
}

static enum decode_result open_svg(const struct bytes *file, RsvgHandle **out)
{
    if (file->length > FORMAT_SVG_BYTES_MAX) {
        return DECODE_TOO_LARGE;
    }
    GError *error = NULL;
    *out = rsvg_handle_new_from_data(file->data, file->length, &error);
    g_clear_error(&error);
    if (*out == NULL) {
        return is_complete(file) ? DECODE_BROKEN : DECODE_CUT_OFF;
    }
    rsvg_handle_set_dpi(*out, dots_per_inch);
    return DECODE_DONE;
}

// Which part of the plane it shows, in its own units: what it says, or where
// something is drawn.
static RsvgRectangle view_of(RsvgHandle *svg)
{
    RsvgRectangle view = {0}, logical;
    if (rsvg_handle_get_intrinsic_size_in_pixels(svg, &view.width,
                                                 &view.height)) {
        return view;
    }
    gboolean has_width = FALSE, has_height = FALSE, has_box = FALSE;
    RsvgLength across, down;
    RsvgRectangle box = {0};
    rsvg_handle_get_intrinsic_dimensions(svg, &has_width, &across, &has_height,
                                         &down, &has_box, &box);
    if (has_box) {
        return (RsvgRectangle){0, 0, box.width, box.height};
    }
    rsvg_handle_get_geometry_for_element(svg, NULL, &view, &logical, NULL);
    return view;
}

static enum decode_result svg_read_head(const struct bytes *file,
                                        const struct format_room *room,
                                        struct format_head *out)
{
    (void)room;
    RsvgHandle *svg = NULL;
    enum decode_result result = open_svg(file, &svg);
    if (result != DECODE_DONE) {
        return result;
    }
    RsvgRectangle view = view_of(svg);
    out->size = format_drawing_size(view.width, view.height);
    g_object_unref(svg);
    bool is_huge = fmax(view.width, view.height) > FORMAT_DRAWING_MAX;
    return is_huge ? DECODE_TOO_LARGE : DECODE_DONE;
}

static bool draw(RsvgHandle *svg, cairo_t *cairo, struct size size)
{
    GError *error = NULL;
    RsvgRectangle view = view_of(svg);
    // To the edges, where whole pixels do not have its exact proportions.
    cairo_scale(cairo, size.width / view.width, size.height / view.height);
    cairo_translate(cairo, -view.x, -view.y);
    RsvgRectangle room = {0, 0, view.x + view.width, view.y + view.height};
    bool done = rsvg_handle_render_document(svg, cairo, &room, &error);
    g_clear_error(&error);
    return done;
}

static enum decode_result svg_read_pixels(const struct bytes *file,
                                          struct size size, uint32_t *pixels)
{
    RsvgHandle *svg = NULL;
    enum decode_result result = open_svg(file, &svg);
    if (result != DECODE_DONE) {
        return result;
    }
    cairo_t *cairo = drawing_new(size, pixels);
    if (cairo == NULL) {
        result = DECODE_NO_MEMORY;
    } else if (!draw(svg, cairo, size)) {
        result = DECODE_BROKEN;
    }
    drawing_free(cairo);
    g_object_unref(svg);
    return result;
}

const struct format svg_format = {
    .read_head = svg_read_head,
    .read_pixels = svg_read_pixels,
};
