// SPDX-License-Identifier: MIT
#include "slides/partners_slide.h"

#include "base/number.h"
#include "draw/image_store.h"
#include "draw/picture.h"
#include "slides/parts.h"

enum {
    GAP_U = 200,
    WIDTH_MAX_U = 4200,
    LOWEST_PERCENT = 40, // a card's height, of its width
    HIGHEST_PERCENT = 75,
    RADIUS_U = 130,
    PADDING_U = 190,
};

struct grid {
    int columns, rows;
};

// As square as the screen: four across in landscape, two in portrait.
static struct grid grid_of(const struct stage *stage, size_t count)
{
    static const struct grid LANDSCAPE[] = {
        {1, 1},
        {1, 1},
        {2, 1},
        {3, 1},
        {2, 2},
        {3, 2},
        {3, 2},
        {4, 2},
        {4, 2}
    };
    int number = (int)count;
    if (stage_is_portrait(stage)) {
        return number <= 4 ? (struct grid){1, number}
                           : (struct grid){2, (number + 1) / 2};
    }
    return number <= 8 ? LANDSCAPE[number] : (struct grid){4, (number + 3) / 4};
}

static struct box cell_of(const struct stage *stage, struct box box,
                          struct grid grid, size_t count, size_t index)
{
    int gap = stage_px(stage, GAP_U);
    int width = (box.width - gap * (grid.columns - 1)) / grid.columns;
    int height = (box.height - gap * (grid.rows - 1)) / grid.rows;
    int widest =
        smaller(height * 100 / LOWEST_PERCENT, stage_px(stage, WIDTH_MAX_U));
    width = smaller(width, widest);
    height = smaller(height, width * HIGHEST_PERCENT / 100);
    int row = (int)index / grid.columns, column = (int)index % grid.columns;
    int on_row = (int)count - row * grid.columns;
    on_row = on_row < grid.columns ? on_row : grid.columns;
    // The cards stand in the middle, and so does a last row that is not full.
    int across = on_row * (width + gap) - gap;
    int down = grid.rows * (height + gap) - gap;
    return (struct box){
        box.x + (box.width - across) / 2 + column * (width + gap),
        box.y + (box.height - down) / 2 + row * (height + gap), width, height};
}

// A square logo and a wide one look equally large if their areas are alike.
static struct size logo_room(const struct stage *stage,
                             const struct partner *partner, struct box inner)
{
    struct size size;
    if (!image_store_probe(stage->images, partner->logo.path, &size) ||
        size.width <= 0 || size.height <= 0) {
        return box_size(inner);
    }
    struct size whole = size_fit(size, box_size(inner));
    int64_t area = (int64_t)whole.width * whole.height;
    int64_t wanted = (int64_t)inner.width * inner.height * 60 / 100;
    while (area > wanted && whole.width > 8 && whole.height > 8) {
        whole.width = whole.width * 97 / 100;
        whole.height = whole.height * 97 / 100;
        area = (int64_t)whole.width * whole.height;
    }
    return whole;
}

static struct box inner_of(const struct stage *stage, struct box cell)
{
    int padding = stage_px(stage, PADDING_U);
    int most = cell.height / 6;
    return box_inset(cell, padding < most ? padding : most);
}

static void draw_name(const struct stage *stage, const struct partner *partner,
                      size_t index, struct box inner, struct canvas *canvas)
{
    // Dark on the white card in every theme.
    static const struct colour INKS[] = {
        {0x0B, 0x6E, 0x69, 255},
        {0xB8, 0x31, 0x1A, 255},
        {0x1B, 0x17, 0x33, 255},
        {0x5B, 0x1F, 0x4A, 255}
    };
    struct text *text = part_text(stage, part_wording(stage, &partner->name),
                                  (struct part_style){.role = FONT_DISPLAY,
                                                      .largest_u = 280,
                                                      .smallest_u = 150,
                                                      .leading_percent = 112,
                                                      .max_lines = 4,
                                                      .align = TEXT_CENTRE},
                                  box_size(inner));
    text_draw(text, canvas, inner.x,
              inner.y + (inner.height - text_size(text).height) / 2,
              INKS[index % (sizeof INKS / sizeof *INKS)]);
    text_free(text);
}

// False if the logo is still to come.
static bool draw_logo(const struct stage *stage, const struct partner *partner,
                      struct box inner, struct canvas *canvas, bool *pending)
{
    const struct picture *picture = NULL;
    enum image_state state =
        image_store_get(stage->images, partner->logo.path,
                        logo_room(stage, partner, inner), &picture);
    *pending = state == IMAGE_PENDING;
    if (state != IMAGE_READY) {
        return false;
    }
    struct box at = box_centre(picture->size, inner);
    canvas_draw(canvas, picture, at.x, at.y);
    canvas_mark(canvas, MARK_PICTURE, at, inner, partner->logo.path, false);
    return true;
}

bool partners_slide_draw(const struct stage *stage, const struct slide *slide,
                         struct canvas *canvas)
{
    const char *heading = stage->phrasing.language->words[WORD_PARTNERS];
    struct box box =
        part_draw_heading(stage, heading, part_content(stage, slide), canvas);
    struct grid grid = grid_of(stage, slide->count);
    bool complete = true;
    for (size_t i = 0; i < slide->count; i++) {
        const struct partner *partner =
            &stage->programme->partners[slide->first + i];
        struct box cell = cell_of(stage, box, grid, slide->count, i);
        canvas_fill_rounded(canvas, cell, stage_px(stage, RADIUS_U),
                            stage->theme.card);
        canvas_mark(canvas, MARK_CARD, cell, box, "", false);
        struct box inner = inner_of(stage, cell);
        bool pending = false;
        bool drawn = partner->logo.path != NULL &&
                     draw_logo(stage, partner, inner, canvas, &pending);
        if (!drawn && !pending) {
            draw_name(stage, partner, slide->first + i, inner, canvas);
        }
        complete = complete && !pending;
    }
    return complete;
}

void partners_slide_prefetch(const struct stage *stage,
                             const struct slide *slide)
{
    // The heading's height is not known here; asking for a logo a little
    // larger than it will be costs a second decoding, so the whole box is
    // measured as it will be drawn.
    struct canvas *scratch = canvas_new((struct size){1, 1});
    if (scratch == NULL) {
        return;
    }
    const char *heading = stage->phrasing.language->words[WORD_PARTNERS];
    struct box box =
        part_draw_heading(stage, heading, part_content(stage, slide), scratch);
    struct grid grid = grid_of(stage, slide->count);
    for (size_t i = 0; i < slide->count; i++) {
        const struct partner *partner =
            &stage->programme->partners[slide->first + i];
        struct box cell = cell_of(stage, box, grid, slide->count, i);
        if (partner->logo.path != NULL) {
            image_store_prefetch(
                stage->images, partner->logo.path,
                logo_room(stage, partner, inner_of(stage, cell)));
        }
    }
    canvas_free(scratch);
}
