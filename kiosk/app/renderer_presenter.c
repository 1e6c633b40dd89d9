// SPDX-License-Identifier: MIT
#include "app/presenter.h"

#include <stdlib.h>

#include "base/memory.h"
#include "draw/picture.h"

struct renderer_presenter {
    SDL_Renderer *renderer;
    SDL_Texture *from, *to; // NULL: nothing was pushed yet
    SDL_Texture *cover;     // NULL: none
    SDL_Rect cover_box;
};

static SDL_Texture *texture_new(SDL_Renderer *renderer, struct size size)
{
    return SDL_CreateTexture(renderer, SDL_PIXELFORMAT_ARGB8888,
                             SDL_TEXTUREACCESS_STREAMING, size.width,
                             size.height);
}

static struct size texture_size(SDL_Texture *texture)
{
    struct size size = {0};
    if (texture != NULL) {
        SDL_QueryTexture(texture, NULL, NULL, &size.width, &size.height);
    }
    return size;
}

static void texture_free(SDL_Texture *texture)
{
    if (texture != NULL) {
        SDL_DestroyTexture(texture);
    }
}

static struct size renderer_size(const void *opaque)
{
    const struct renderer_presenter *presenter = opaque;
    struct size size = {0};
    SDL_GetRendererOutputSize(presenter->renderer, &size.width, &size.height);
    return size;
}

// OpenGL ES 2 is what every Raspberry Pi has, and only with vsync does SDL
// pace its frames there.
static SDL_Renderer *renderer_new(SDL_Window *window)
{
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, "opengles2");
    SDL_Renderer *renderer = SDL_CreateRenderer(
        window, -1, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC);
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, "");
    return renderer;
}

static void *renderer_open(SDL_Window *window)
{
    SDL_Renderer *renderer = renderer_new(window);
    if (renderer == NULL) {
        return NULL;
    }
    SDL_RendererInfo info;
    struct size size = {0};
    SDL_GetRendererOutputSize(renderer, &size.width, &size.height);
    bool too_large =
        SDL_GetRendererInfo(renderer, &info) != 0 ||
        (info.max_texture_width > 0 && (size.width > info.max_texture_width ||
                                        size.height > info.max_texture_height));
    if (too_large) {
        SDL_SetError("the screen is larger than a texture can be");
        SDL_DestroyRenderer(renderer);
        return NULL;
    }
    struct renderer_presenter *presenter = xcalloc(1, sizeof *presenter);
    presenter->renderer = renderer;
    return presenter;
}

static void renderer_close(void *opaque)
{
    struct renderer_presenter *presenter = opaque;
    texture_free(presenter->from);
    texture_free(presenter->to);
    texture_free(presenter->cover);
    SDL_DestroyRenderer(presenter->renderer);
    free(presenter);
}

// The texture of the slide before last takes the new one.
static bool renderer_push(void *opaque, const struct picture *picture)
{
    struct renderer_presenter *presenter = opaque;
    SDL_Texture *texture = presenter->from;
    presenter->from = presenter->to;
    if (texture == NULL || !size_equals(texture_size(texture), picture->size)) {
        texture_free(texture);
        texture = texture_new(presenter->renderer, picture->size);
    }
    presenter->to = texture;
    return texture != NULL && SDL_UpdateTexture(texture, NULL, picture->pixels,
                                                picture->size.width * 4) == 0;
}

// All of it is put every time.
static void renderer_expose(void *opaque)
{
    (void)opaque;
}

static SDL_BlendMode premultiplied(void)
{
    return SDL_ComposeCustomBlendMode(
        SDL_BLENDFACTOR_ONE, SDL_BLENDFACTOR_ONE_MINUS_SRC_ALPHA,
        SDL_BLENDOPERATION_ADD, SDL_BLENDFACTOR_ONE,
        SDL_BLENDFACTOR_ONE_MINUS_SRC_ALPHA, SDL_BLENDOPERATION_ADD);
}

static bool renderer_cover(void *opaque, const struct picture *cover, int x,
                           int y)
{
    struct renderer_presenter *presenter = opaque;
    texture_free(presenter->cover);
    presenter->cover = NULL;
    if (cover == NULL) {
        return true;
    }
    struct size size = cover->size;
    presenter->cover_box = (SDL_Rect){x, y, size.width, size.height};
    presenter->cover = texture_new(presenter->renderer, size);
    return presenter->cover != NULL &&
           SDL_SetTextureBlendMode(presenter->cover, premultiplied()) == 0 &&
           SDL_UpdateTexture(presenter->cover, NULL, cover->pixels,
                             size.width * 4) == 0;
}

static bool copy(SDL_Renderer *renderer, SDL_Texture *texture, int alpha)
{
    SDL_SetTextureBlendMode(texture, alpha < 255 ? SDL_BLENDMODE_BLEND
                                                 : SDL_BLENDMODE_NONE);
    SDL_SetTextureAlphaMod(texture, (Uint8)alpha);
    return SDL_RenderCopy(renderer, texture, NULL, NULL) == 0;
}

static bool renderer_present(void *opaque, int progress)
{
    struct renderer_presenter *presenter = opaque;
    if (presenter->to == NULL) {
        return false;
    }
    bool fades = presenter->from != NULL && progress < PROGRESS_DONE;
    SDL_RenderClear(presenter->renderer);
    bool drawn = true;
    if (fades) {
        drawn = copy(presenter->renderer, presenter->from, 255);
    }
    int alpha = fades ? progress * 255 / PROGRESS_DONE : 255;
    drawn = copy(presenter->renderer, presenter->to, alpha) && drawn;
    if (presenter->cover != NULL) {
        drawn = SDL_RenderCopy(presenter->renderer, presenter->cover, NULL,
                               &presenter->cover_box) == 0 &&
                drawn;
    }
    SDL_RenderPresent(presenter->renderer);
    return drawn;
}

static bool renderer_blank(void *opaque)
{
    struct renderer_presenter *presenter = opaque;
    SDL_SetRenderDrawColor(presenter->renderer, 0, 0, 0, 255);
    bool cleared = SDL_RenderClear(presenter->renderer) == 0;
    SDL_RenderPresent(presenter->renderer);
    return cleared;
}

const struct presenter_kind renderer_presenter = {
    .name = "renderer",
    .is_paced = true,
    .open = renderer_open,
    .close = renderer_close,
    .size = renderer_size,
    .push = renderer_push,
    .cover = renderer_cover,
    .expose = renderer_expose,
    .blank = renderer_blank,
    .present = renderer_present,
};
