// SPDX-License-Identifier: MIT
#include "screens/large_code.h"

#include "draw/canvas.h"
#include "draw/qr.h"
#include "screens/controls.h"
#include "screens/focus.h"
#include "slides/parts.h"

// Hundredths of a unit.
enum {
    MARGIN_U = 400,
    EDGE_U = 200,
    RADIUS_U = 120,
    GAP_U = 110,
};

// The half with the code, and the half with the words.
struct halves {
    struct box code, words;
};

static struct halves halves_of(const struct stage *stage)
{
    struct halves halves = {
        {0,                  0, stage->size.width, stage->size.height},
        {0}
    };
    halves.words = halves.code;
    if (stage_is_portrait(stage)) {
        halves.code.height /= 2;
        halves.words.y = halves.code.height;
        halves.words.height -= halves.code.height;
    } else {
        halves.code.width /= 2;
        halves.words.x = halves.code.width;
        halves.words.width -= halves.code.width;
    }
    return halves;
}

static struct button close_button(const struct stage *stage, bool low)
{
    struct box words = halves_of(stage).words;
    int side = controls_button_px(stage), edge = stage_px(stage, EDGE_U);
    int x = box_right(words) - stage_px(stage, MARGIN_U) - side;
    int y = low ? box_bottom(words) - edge - side : words.y + edge;
    return (struct button){
        .sign = "fermer", .box = {x, y, side, side}
    };
}

static void draw_code(const struct stage *stage, const char *payload,
                      struct box half, struct canvas *canvas)
{
    canvas_fill(canvas, half, stage->theme.second);
    canvas_mark(canvas, MARK_CARD, half, half, "", false);
    struct box room = box_inset(half, stage_px(stage, EDGE_U));
    int side = room.width < room.height ? room.width : room.height;
    struct box card = box_centre((struct size){side, side}, room);
    struct qr *qr = qr_new(payload);
    if (qr != NULL) {
        int quiet = QR_QUIET_MODULES / 2 * qr_module_px(qr, side);
        int radius = stage_px(stage, RADIUS_U);
        qr_draw(qr, canvas, card, radius < quiet ? radius : quiet);
    }
    qr_free(qr);
}

static struct box words_box(const struct stage *stage, bool low)
{
    struct box box = halves_of(stage).words;
    int margin = stage_px(stage, MARGIN_U), edge = stage_px(stage, EDGE_U);
    int bar = edge + controls_button_px(stage) + edge;
    box.x += margin;
    box.width -= 2 * margin;
    box.y += low ? edge : bar;
    box.height -= bar + edge;
    return box;
}

void large_code_targets(const struct stage *stage, bool low,
                        struct targets *out)
{
    struct box screen = {0, 0, stage->size.width, stage->size.height};
    struct button close = close_button(stage, low);
    targets_add(out, button_target(&close, screen));
}

void large_code_draw(const struct stage *stage, const struct large_code *code,
                     bool low, struct canvas *canvas)
{
    const struct theme *theme = &stage->theme;
    const struct {
        const char *words;
        struct part_style style;
        struct colour colour;
    } LINES[] = {
        {code->above,
         {FONT_BOLD, 240, 170, 118, 3, TEXT_LEFT, false},
         theme->second},
        {code->action,
         {FONT_DISPLAY, 560, 280, 108, 3, TEXT_LEFT, false},
         theme->ink   },
        {code->shown,
         {FONT_MEDIUM, 250, 150, 122, 3, TEXT_LEFT, false},
         theme->ink   },
        {code->hint,
         {FONT_BODY, 220, 160, 128, 4, TEXT_LEFT, false},
         theme->soft  },
    };
    enum {
        COUNT = sizeof LINES / sizeof *LINES
    };
    canvas_clear(canvas, theme->paper);
    draw_code(stage, code->payload, halves_of(stage).code, canvas);
    struct box box = words_box(stage, low);
    struct text *texts[COUNT];
    int gap = stage_px(stage, GAP_U), height = -gap;
    for (int i = 0; i < COUNT; i++) {
        struct size room = {box.width, box.height * 4 / 10};
        texts[i] = part_text(stage, LINES[i].words, LINES[i].style, room);
        int own = text_size(texts[i]).height;
        height += own > 0 ? own + gap : 0;
    }
    // A little above the middle.
    int left = box.height - height;
    int y = box.y + (left > 0 ? left * 4 / 10 : 0);
    for (int i = 0; i < COUNT; i++) {
        int own = text_size(texts[i]).height;
        if (y + own <= box_bottom(box)) {
            text_draw(texts[i], canvas, box.x, y, LINES[i].colour);
        }
        y += own > 0 ? own + gap : 0;
        text_free(texts[i]);
    }
    struct button close = close_button(stage, low);
    button_draw(stage, &close, canvas);
}
