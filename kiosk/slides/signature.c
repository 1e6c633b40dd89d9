// SPDX-License-Identifier: MIT
#include "slides/signature.h"

#include "draw/image_store.h"
#include "draw/picture.h"
#include "slides/parts.h"

enum {
    WIDTH_U = 1300,
    NAME_U = 150,
    NAME_MIN_U = 125,
    LOGO_HEIGHT_U = 520,
    WIDTH_MIN_PX = 112, // a long word in the smallest letters
};

int signature_width(const struct stage *stage)
{
    int width = stage_px(stage, WIDTH_U);
    return width > WIDTH_MIN_PX ? width : WIDTH_MIN_PX;
}

// The programme's logo speaks for its organisers only, and wants a light
// ground.
static bool has_logo(const struct stage *stage, const struct event *event)
{
    const struct programme *programme = stage->programme;
    bool ours =
        event == NULL || event->organisers.items == programme->organisers.items;
    const struct colour black = {0, 0, 0, 255};
    return programme->logo.path != NULL && ours &&
           colour_contrast(stage->theme.paper, black) > 10;
}

static bool draw_logo(const struct stage *stage, struct box box,
                      struct canvas *canvas, bool *pending)
{
    int height = stage_px(stage, LOGO_HEIGHT_U);
    struct size room = {box.width, height < box.height ? height : box.height};
    const struct picture *picture = NULL;
    enum image_state state = image_store_get(
        stage->images, stage->programme->logo.path, room, &picture);
    *pending = state == IMAGE_PENDING;
    if (state != IMAGE_READY) {
        return false;
    }
    int x = box_right(box) - picture->size.width;
    int y = box_bottom(box) - picture->size.height;
    canvas_draw(canvas, picture, x, y);
    canvas_mark(canvas, MARK_PICTURE,
                (struct box){x, y, picture->size.width, picture->size.height},
                box, stage->programme->logo.path, false);
    return true;
}

// A word alone on its line, or broken, would look like a mistake.
static struct text *name_text(const struct stage *stage, const char *name,
                              struct size room)
{
    struct part_style style = {.role = FONT_BOLD,
                               .largest_u = NAME_U,
                               .smallest_u = NAME_MIN_U,
                               .max_lines = 2,
                               .align = TEXT_RIGHT};
    struct text *text = part_text(stage, name, style, room);
    if (text_is_cut(text) || text_splits_words(text)) {
        text_free(text);
        style.max_lines = 4;
        text = part_text(stage, name, style, room);
    }
    return text;
}

bool signature_draw(const struct stage *stage, const struct event *event,
                    struct box box, struct canvas *canvas)
{
    const struct wordings *names =
        event != NULL ? &event->organisers : &stage->programme->organisers;
    bool pending = false;
    if (has_logo(stage, event) && draw_logo(stage, box, canvas, &pending)) {
        return true;
    }
    if (names->count > 0 && !pending) {
        struct text *text = name_text(
            stage, part_wording(stage, &names->items[0]), box_size(box));
        if (!text_splits_words(text)) {
            text_draw(text, canvas, box.x,
                      box_bottom(box) - text_size(text).height,
                      stage->theme.ink);
        }
        text_free(text);
    }
    return !pending;
}
