// SPDX-License-Identifier: MIT
#include "app/presenter.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "draw/cut_out.h"
#include "draw/picture.h"

struct surface_presenter {
    SDL_Window *window;
    const struct picture *from, *to; // borrowed
    const struct picture *cover;     // borrowed; NULL: none
    int cover_x, cover_y;
    bool is_lost;    // what the surface holds is not what is on the screen
    uint32_t *mixed; // for surfaces whose pixels are not ours; else NULL
    struct size mixed_size;
};

static void *surface_open(SDL_Window *window)
{
    if (SDL_GetWindowSurface(window) == NULL) {
        return NULL;
    }
    struct surface_presenter *presenter = xcalloc(1, sizeof *presenter);
    presenter->window = window;
    presenter->is_lost = true;
    return presenter;
}

static void surface_close(void *opaque)
{
    struct surface_presenter *presenter = opaque;
    free(presenter->mixed);
    free(presenter);
}

static struct size surface_size(const void *opaque)
{
    const struct surface_presenter *presenter = opaque;
    struct size size = {0};
    SDL_GetWindowSizeInPixels(presenter->window, &size.width, &size.height);
    return size;
}

static bool surface_push(void *opaque, const struct picture *picture)
{
    struct surface_presenter *presenter = opaque;
    presenter->from = presenter->to;
    presenter->to = picture;
    return true;
}

static bool surface_cover(void *opaque, const struct picture *cover, int x,
                          int y)
{
    struct surface_presenter *presenter = opaque;
    presenter->cover = cover;
    presenter->cover_x = x;
    presenter->cover_y = y;
    return true;
}

static void surface_expose(void *opaque)
{
    struct surface_presenter *presenter = opaque;
    presenter->is_lost = true;
}

static bool is_ours(const SDL_PixelFormat *format)
{
    return format->BytesPerPixel == 4 && format->Rmask == 0xff0000 &&
           format->Gmask == 0xff00 && format->Bmask == 0xff;
}

static uint32_t *surface_row(const SDL_Surface *surface, int y)
{
    return (uint32_t *)((uint8_t *)surface->pixels +
                        (ptrdiff_t)y * surface->pitch);
}

static const uint32_t *picture_row(const struct picture *picture, int y)
{
    return picture->pixels + (ptrdiff_t)y * picture->size.width;
}

static bool is_there(const struct picture *picture, const SDL_Surface *surface,
                     int y)
{
    return memcmp(picture_row(picture, y), surface_row(surface, y),
                  (size_t)picture->size.width * sizeof *picture->pixels) == 0;
}

static struct box all_rows(const struct picture *picture)
{
    return (struct box){0, 0, picture->size.width, picture->size.height};
}

// From the first to the last row that looks otherwise than on the surface. The
// cover's always do.
static struct box changed_rows(const struct surface_presenter *presenter,
                               const SDL_Surface *surface)
{
    const struct picture *to = presenter->to;
    struct box all = all_rows(to), rows = all;
    while (rows.height > 0 && is_there(to, surface, rows.y)) {
        rows.y++;
        rows.height--;
    }
    while (rows.height > 0 && is_there(to, surface, box_bottom(rows) - 1)) {
        rows.height--;
    }
    if (presenter->cover != NULL) {
        struct box cover = {0, presenter->cover_y, to->size.width,
                            presenter->cover->size.height};
        rows = box_union(rows, box_intersection(cover, all));
    }
    return rows;
}

static struct picture part_of(const struct picture *picture, struct box rows)
{
    struct picture part = *picture;
    part.size.height = rows.height;
    part.pixels += (ptrdiff_t)rows.y * picture->size.width;
    return part;
}

// Mixes rows of the two pictures, and lays the cover over them.
static void mix_into(const struct surface_presenter *presenter,
                     const struct picture *from, int progress, struct box rows,
                     uint32_t *pixels, int stride)
{
    struct picture below = part_of(from, rows);
    struct picture above = part_of(presenter->to, rows);
    picture_mix(&below, &above, progress, pixels, stride);
    if (presenter->cover != NULL) {
        cut_out_lay(presenter->cover, presenter->cover_x,
                    presenter->cover_y - rows.y, pixels, above.size, stride);
    }
}

static bool mix_converted(struct surface_presenter *presenter,
                          const struct picture *from, int progress,
                          SDL_Surface *surface)
{
    const struct picture *to = presenter->to;
    struct size size = to->size;
    if (!size_equals(size, presenter->mixed_size)) {
        free(presenter->mixed);
        presenter->mixed = xcalloc((size_t)size.width * (size_t)size.height,
                                   sizeof *presenter->mixed);
        presenter->mixed_size = size;
    }
    mix_into(presenter, from, progress, all_rows(to), presenter->mixed,
             size.width);
    return SDL_ConvertPixels(size.width, size.height, SDL_PIXELFORMAT_ARGB8888,
                             presenter->mixed, size.width * 4,
                             surface->format->format, surface->pixels,
                             surface->pitch) == 0;
}

// Mixes what is to be put on the screen; out is where that is.
static bool mix(struct surface_presenter *presenter, int progress,
                SDL_Surface *surface, struct box *out)
{
    const struct picture *to = presenter->to;
    const struct picture *from = presenter->from;
    bool fades = from != NULL && progress < PROGRESS_DONE &&
                 size_equals(from->size, to->size);
    bool ours = is_ours(surface->format) && surface->pitch % 4 == 0;
    bool puts_all = fades || presenter->is_lost || !ours;
    if (SDL_MUSTLOCK(surface) && SDL_LockSurface(surface) != 0) {
        return false;
    }
    from = fades ? from : to;
    progress = fades ? progress : PROGRESS_DONE;
    *out = puts_all ? all_rows(to) : changed_rows(presenter, surface);
    bool mixed = true;
    if (!ours) {
        mixed = mix_converted(presenter, from, progress, surface);
    } else if (!box_is_empty(*out)) {
        mix_into(presenter, from, progress, *out, surface_row(surface, out->y),
                 surface->pitch / 4);
    }
    if (SDL_MUSTLOCK(surface)) {
        SDL_UnlockSurface(surface);
    }
    return mixed;
}

static bool surface_present(void *opaque, int progress)
{
    struct surface_presenter *presenter = opaque;
    // A new one after each change of the window's size.
    SDL_Surface *surface = SDL_GetWindowSurface(presenter->window);
    if (surface == NULL || presenter->to == NULL) {
        return false;
    }
    struct size size = {surface->w, surface->h};
    if (!size_equals(size, presenter->to->size)) {
        // The event that tells of the new size is still on its way.
        return true;
    }
    struct box rows;
    if (!mix(presenter, progress, surface, &rows)) {
        return false;
    }
    SDL_Rect rectangle = {rows.x, rows.y, rows.width, rows.height};
    if (!box_is_empty(rows) &&
        SDL_UpdateWindowSurfaceRects(presenter->window, &rectangle, 1) != 0) {
        return false;
    }
    presenter->is_lost = false;
    return true;
}

static bool surface_blank(void *opaque)
{
    struct surface_presenter *presenter = opaque;
    SDL_Surface *surface = SDL_GetWindowSurface(presenter->window);
    return surface != NULL &&
           SDL_FillRect(surface, NULL, SDL_MapRGB(surface->format, 0, 0, 0)) ==
               0 &&
           SDL_UpdateWindowSurface(presenter->window) == 0;
}

const struct presenter_kind surface_presenter = {
    .name = "surface",
    .open = surface_open,
    .close = surface_close,
    .size = surface_size,
    .push = surface_push,
    .cover = surface_cover,
    .expose = surface_expose,
    .blank = surface_blank,
    .present = surface_present,
};
