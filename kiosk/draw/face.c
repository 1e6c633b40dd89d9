// SPDX-License-Identifier: MIT
#include "draw/face.h"

#include <stdlib.h>
#include <string.h>

#include <SDL2/SDL.h>
#include <SDL2/SDL_ttf.h>

#include "base/log.h"
#include "base/memory.h"
#include "draw/mapped_file.h"
#include "draw/picture.h"

enum {
    BETWEEN_COLUMNS_PX = 28
};

struct face {
    struct mapped_file file;
    TTF_Font *font; // reads from the file as long as it is open
    int height;     // of a rendered line, unless its ink needs more
    int ascent, descent, x_height, cap_height;
};

bool face_engine_start(void)
{
    if (TTF_Init() != 0) {
        log_line("cannot start the type engine: %s", TTF_GetError());
        return false;
    }
    return true;
}

void face_engine_stop(void)
{
    TTF_Quit();
}

// How far the highest of some letters rises above the baseline.
static int highest(TTF_Font *font, const uint32_t *runes, int fallback)
{
    int most = 0;
    for (; *runes != 0; runes++) {
        int top = 0;
        if (TTF_GlyphIsProvided32(font, *runes) != 0 &&
            TTF_GlyphMetrics32(font, *runes, NULL, NULL, NULL, &top, NULL) ==
                0) {
            most = top > most ? top : most;
        }
    }
    return most > 0 ? most : fallback;
}

static int lowest(TTF_Font *font, const uint32_t *runes, int fallback)
{
    int most = 0;
    for (; *runes != 0; runes++) {
        int bottom = 0;
        if (TTF_GlyphIsProvided32(font, *runes) != 0 &&
            TTF_GlyphMetrics32(font, *runes, NULL, NULL, &bottom, NULL, NULL) ==
                0) {
            most = -bottom > most ? -bottom : most;
        }
    }
    return most > 0 ? most : fallback;
}

static void face_read_metrics(struct face *face)
{
    static const uint32_t ACCENTED[] = {0xC9, 0xCA, 0xC5, 0xD1, 0};
    static const uint32_t DESCENDING[] = {'g',  'j', 'p', 'q', 'y',
                                          0xE7, ',', 'Q', '(', 0};
    static const uint32_t SMALL[] = {'x', 0};
    static const uint32_t CAPITAL[] = {'H', 0};
    TTF_Font *font = face->font;
    int ascent = TTF_FontAscent(font);
    face->height = TTF_FontHeight(font);
    face->ascent = highest(font, ACCENTED, ascent);
    face->descent = lowest(font, DESCENDING, -TTF_FontDescent(font));
    face->x_height = highest(font, SMALL, ascent / 2);
    face->cap_height = highest(font, CAPITAL, ascent);
}

// Letters sit on whole rows, which keeps their feet crisp. Small letters may
// sit between two columns, which keeps their spacing even; it costs a
// rendering each time, and in larger ones nobody would see it.
static int hinting(enum face_kind kind, int px)
{
    bool between = kind == FACE_OUTLINES && px < BETWEEN_COLUMNS_PX;
    return between ? TTF_HINTING_LIGHT_SUBPIXEL : TTF_HINTING_LIGHT;
}

struct face *face_open(const char *path, int index, enum face_kind kind, int px)
{
    struct mapped_file file;
    if (!mapped_file_open(path, &file)) {
        return NULL;
    }
    SDL_RWops *stream = SDL_RWFromConstMem(file.bytes, (int)file.length);
    TTF_Font *font =
        stream != NULL ? TTF_OpenFontIndexRW(stream, 1, px, index) : NULL;
    if (font == NULL) {
        mapped_file_close(&file);
        return NULL;
    }
    TTF_SetFontHinting(font, hinting(kind, px));
    struct face *face = xcalloc(1, sizeof *face);
    face->file = file;
    face->font = font;
    face_read_metrics(face);
    return face;
}

void face_close(struct face *face)
{
    if (face != NULL) {
        TTF_CloseFont(face->font);
        mapped_file_close(&face->file);
        free(face);
    }
}

bool face_has(const struct face *face, uint32_t rune)
{
    return TTF_GlyphIsProvided32(face->font, rune) != 0;
}

int face_ascent(const struct face *face)
{
    return face->ascent;
}

int face_descent(const struct face *face)
{
    return face->descent;
}

int face_x_height(const struct face *face)
{
    return face->x_height;
}

int face_cap_height(const struct face *face)
{
    return face->cap_height;
}

int face_height(const struct face *face)
{
    return face->height;
}

static void face_shape_as(struct face *face, struct shaping shaping)
{
    TTF_SetFontScriptName(face->font, shaping.script);
    TTF_SetFontDirection(face->font, shaping.right_to_left ? TTF_DIRECTION_RTL
                                                           : TTF_DIRECTION_LTR);
}

int face_measure(struct face *face, const char *utf8, struct shaping shaping)
{
    int width = 0;
    face_shape_as(face, shaping);
    if (TTF_SizeUTF8(face->font, utf8, &width, NULL) != 0) {
        return 0;
    }
    return width;
}

static const SDL_Color WHITE = {255, 255, 255, 255};

static uint32_t *surface_row(const SDL_Surface *surface, int y)
{
    return (uint32_t *)(void *)((uint8_t *)surface->pixels +
                                (ptrdiff_t)y * surface->pitch);
}

static bool row_is_inked(const uint32_t *row, int first, int end)
{
    for (int x = first; x < end; x++) {
        if (row[x] >> 24 >= 128) {
            return true;
        }
    }
    return false;
}

// The last row in which the surface's columns from first on are inked.
static int last_inked_row(const SDL_Surface *surface, int first, int end)
{
    int y = surface->h - 1;
    while (y >= 0 && !row_is_inked(surface_row(surface, y), first, end)) {
        y--;
    }
    return y;
}

// Ink above the font's ascent makes a rendered line taller, and only the
// engine knows by how much above. A letter that stands on the baseline,
// rendered along at the line's end, tells.
static int measured_rise(struct face *face, const char *utf8,
                         struct shaping shaping)
{
    int ascent = TTF_FontAscent(face->font), rise = ascent;
    char *text = xasprintf("%s\xC2\xA0H", utf8);
    SDL_Surface *surface = TTF_RenderUTF8_Blended(face->font, text, WHITE);
    if (surface != NULL) {
        int letter = face->cap_height / 2;
        letter = letter < surface->w ? letter : surface->w;
        int row =
            shaping.right_to_left
                ? last_inked_row(surface, 0, letter)
                : last_inked_row(surface, surface->w - letter, surface->w);
        rise = row + 1 > ascent ? row + 1 : ascent;
    }
    SDL_FreeSurface(surface);
    free(text);
    return rise;
}

static bool row_is_coloured(const uint32_t *row, int width)
{
    // Without a way out half-way, the compiler makes vectors of it.
    uint32_t strayed = 0;
    for (int x = 0; x < width; x++) {
        uint32_t seen = row[x] >> 24 != 0 ? 0xFFFFFF : 0;
        strayed |= ~row[x] & seen;
    }
    return strayed != 0;
}

static bool is_coloured(const SDL_Surface *surface)
{
    for (int y = 0; y < surface->h; y++) {
        if (row_is_coloured(surface_row(surface, y), surface->w)) {
            return true;
        }
    }
    return false;
}

static uint32_t premultiplied(uint32_t pixel)
{
    uint32_t alpha = pixel >> 24, result = alpha << 24;
    for (unsigned shift = 0; shift < 24; shift += 8) {
        uint32_t channel = (pixel >> shift) & 0xFF;
        uint32_t product = channel * alpha + 128;
        result |= (product + (product >> 8)) >> 8 << shift;
    }
    return result;
}

static struct picture *picture_of(const SDL_Surface *surface)
{
    struct picture *picture =
        picture_new((struct size){surface->w, surface->h});
    for (int y = 0; picture != NULL && y < surface->h; y++) {
        const uint32_t *row = surface_row(surface, y);
        uint32_t *to = picture->pixels + (ptrdiff_t)y * surface->w;
        for (int x = 0; x < surface->w; x++) {
            to[x] = premultiplied(row[x]);
        }
    }
    return picture;
}

static uint8_t *coverage_of(const SDL_Surface *surface)
{
    uint8_t *coverage = xmalloc((size_t)surface->w * (size_t)surface->h);
    for (int y = 0; y < surface->h; y++) {
        const uint32_t *row = surface_row(surface, y);
        uint8_t *to = coverage + (ptrdiff_t)y * surface->w;
        for (int x = 0; x < surface->w; x++) {
            to[x] = (uint8_t)(row[x] >> 24);
        }
    }
    return coverage;
}

bool face_render(struct face *face, const char *utf8, struct shaping shaping,
                 struct glyphs *out)
{
    face_shape_as(face, shaping);
    SDL_Surface *surface = TTF_RenderUTF8_Blended(face->font, utf8, WHITE);
    if (surface == NULL) {
        return false;
    }
    struct glyphs glyphs = {
        .size = {surface->w, surface->h},
          .rise = TTF_FontAscent(face->font)
    };
    if (surface->h > face->height) {
        glyphs.rise = measured_rise(face, utf8, shaping);
    }
    if (is_coloured(surface)) {
        glyphs.picture = picture_of(surface);
    } else {
        glyphs.coverage = coverage_of(surface);
    }
    SDL_FreeSurface(surface);
    *out = glyphs;
    return true;
}

void glyphs_release(struct glyphs *glyphs)
{
    free(glyphs->coverage);
    picture_free(glyphs->picture);
    *glyphs = (struct glyphs){0};
}
