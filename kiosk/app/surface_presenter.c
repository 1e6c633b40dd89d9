// SPDX-License-Identifier: MIT
#include "app/presenter.h"

#include <stdlib.h>

#include "base/memory.h"
#include "draw/cut_out.h"
#include "draw/picture.h"

struct surface_presenter {
    SDL_Window *window;
    const struct picture *from, *to; // borrowed
    const struct picture *cover;     // borrowed; NULL: none
    int cover_x, cover_y;
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

// Mixes the two pictures, and lays the cover over them.
static void mix_into(const struct surface_presenter *presenter,
                     const struct picture *from, int progress, uint32_t *pixels,
                     int stride)
{
    const struct picture *to = presenter->to;
    picture_mix(from, to, progress, pixels, stride);
    if (presenter->cover != NULL) {
        cut_out_lay(presenter->cover, presenter->cover_x, presenter->cover_y,
                    pixels, to->size, stride);
    }
}

static bool is_ours(const SDL_PixelFormat *format)
{
    return format->BytesPerPixel == 4 && format->Rmask == 0xff0000 &&
           format->Gmask == 0xff00 && format->Bmask == 0xff;
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
    mix_into(presenter, from, progress, presenter->mixed, size.width);
    return SDL_ConvertPixels(size.width, size.height, SDL_PIXELFORMAT_ARGB8888,
                             presenter->mixed, size.width * 4,
                             surface->format->format, surface->pixels,
                             surface->pitch) == 0;
}

static bool mix(struct surface_presenter *presenter, int progress,
                SDL_Surface *surface)
{
    const struct picture *to = presenter->to;
    const struct picture *from = presenter->from;
    bool fades = from != NULL && progress < PROGRESS_DONE &&
                 size_equals(from->size, to->size);
    if (!fades) {
        from = to;
        progress = PROGRESS_DONE;
    }
    if (SDL_MUSTLOCK(surface) && SDL_LockSurface(surface) != 0) {
        return false;
    }
    bool mixed = true;
    if (is_ours(surface->format) && surface->pitch % 4 == 0) {
        mix_into(presenter, from, progress, surface->pixels,
                 surface->pitch / 4);
    } else {
        mixed = mix_converted(presenter, from, progress, surface);
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
    return mix(presenter, progress, surface) &&
           SDL_UpdateWindowSurface(presenter->window) == 0;
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
    .blank = surface_blank,
    .present = surface_present,
};
