// SPDX-License-Identifier: MIT
#include "slides/receipt_sheet.h"

#include "base/number.h"
#include "draw/qr.h"
#include "slides/column.h"
#include "slides/parts.h"
#include "slides/pictogram.h"
#include "slides/receipt_card.h"
#include "slides/receipt_words.h"

// Hundredths of a unit.
enum {
    MARGIN_U = 340,
    GAP_U = 260,
    EDGE_U = 90, // the stripe at the left
    SIGN_U = 560,
    CAPTION_U = 720,
    RADIUS_U = 80,
};

enum {
    MODULE_PX_MIN = 2,          // a camera does not tell smaller ones apart
    WORDS_PERCENT_MIN = 40,     // of the width, beside a code
    PORTRAIT_CODE_PERCENT = 50, // of the height, below the words
};

struct parts {
    struct box words, code; // code is empty where none can be read
};

static bool is_taken(const struct receipt_card *card)
{
    return card->kind == RECEIPT_CARD_TAKEN;
}

static struct colour tone(const struct stage *stage,
                          const struct receipt_card *card)
{
    return is_taken(card) ? stage->theme.second : stage->theme.accent;
}

// The side of a code that can be read within most pixels, 0: none can.
static int readable_side(const struct qr *qr, int most)
{
    bool readable = qr != NULL && qr_module_px(qr, most) >= MODULE_PX_MIN;
    return readable ? qr_side(qr, most) : 0;
}

// The code takes what it can at the right, or below in portrait, and the
// words the rest.
static struct parts split(const struct stage *stage, const struct qr *qr,
                          struct box inner)
{
    int gap = stage_px(stage, GAP_U), caption = stage_px(stage, CAPTION_U);
    struct parts parts = {.words = inner};
    if (stage_is_portrait(stage)) {
        int most =
            smaller(inner.width, inner.height * PORTRAIT_CODE_PERCENT / 100);
        int side = readable_side(qr, most);
        int used = side > 0 ? side + caption : 0;
        parts.code = (struct box){inner.x + (inner.width - side) / 2,
                                  box_bottom(inner) - used, side, side};
        parts.words.height -= used > 0 ? used + gap : 0;
        return parts;
    }
    int widest = inner.width - inner.width * WORDS_PERCENT_MIN / 100 - gap;
    int side = readable_side(qr, smaller(widest, inner.height - caption));
    parts.code =
        (struct box){box_right(inner) - side,
                     inner.y + (inner.height - side - caption) / 2, side, side};
    parts.words.width -= side > 0 ? side + gap : 0;
    return parts;
}

static void draw_code(const struct stage *stage, const struct qr *qr,
                      struct box box, struct canvas *canvas)
{
    if (box_is_empty(box)) {
        return;
    }
    int module = qr_module_px(qr, box.width);
    int radius =
        smaller(stage_px(stage, RADIUS_U), QR_QUIET_MODULES / 2 * module);
    qr_draw(qr, canvas, box, radius);
    struct part_style style = {.role = FONT_MEDIUM,
                               .largest_u = 200,
                               .smallest_u = 140,
                               .leading_percent = 120,
                               .max_lines = 3,
                               .align = TEXT_CENTRE};
    int gap = stage_px(stage, GAP_U) / 3;
    struct box caption = {box.x, box_bottom(box) + gap, box.width,
                          stage_px(stage, CAPTION_U) - gap};
    part_draw_text(stage, stage->phrasing.language->words[WORD_REPORT_CODE],
                   style, stage->theme.soft, caption, canvas);
}

// From large to small, until everything has room.
static const struct {
    int summary_u, fault_u, fault_lines;
} SIZES[] = {
    {420, 230, 4},
    {340, 200, 4},
    {280, 180, 3},
    {230, 160, 3},
    {190, 140, 2},
};

static struct receipt_look look_of(const struct stage *stage, size_t size)
{
    int summary = SIZES[size].summary_u, fault = SIZES[size].fault_u;
    return (struct receipt_look){
        .summary = {.role = FONT_DISPLAY,
                    .largest_u = summary,
                    .smallest_u = summary,
                    .leading_percent = 112,
                    .max_lines = 6                        },
        .advice = {.role = FONT_BOLD,
                    .largest_u = fault * 12 / 10,
                    .smallest_u = fault * 12 / 10,
                    .max_lines = 2                      },
        .fault = {.role = FONT_BODY,
                    .largest_u = fault,
                    .smallest_u = fault,
                    .leading_percent = 126,
                    .max_lines = SIZES[size].fault_lines},
        .summary_colour = stage->theme.ink,
        .advice_colour = stage->theme.second,
        .fault_colour = stage->theme.soft,
        .gap = stage_px(stage, fault),
    };
}

static void draw_sign(const struct stage *stage,
                      const struct receipt_card *card, struct box box,
                      struct canvas *canvas)
{
    pictogram_draw(stage, is_taken(card) ? "fait" : "alerte", box,
                   tone(stage, card), canvas);
}

// The words in the middle, the sign above them.
static void draw_words(const struct stage *stage,
                       const struct receipt_card *card, struct box box,
                       struct canvas *canvas)
{
    struct column column = {.stage = stage, .width = box.width};
    int side = stage_px(stage, SIGN_U), above = side + stage_px(stage, GAP_U);
    int most = box.height - above;
    size_t last = sizeof SIZES / sizeof *SIZES - 1;
    for (size_t size = 0; size <= last; size++) {
        struct receipt_look look = look_of(stage, size);
        column_clear(&column);
        receipt_words_set(card, &look, &column);
        if (column.height <= most && column.cost == 0) {
            break;
        }
    }
    column.lines[0].needed = true;
    column_drop(&column, most);
    int spare = most - column.height;
    int top = box.y + (spare > 0 ? spare / 2 : 0);
    draw_sign(stage, card, (struct box){box.x, top, side, side}, canvas);
    column_draw(&column, box.x, top + above, canvas);
    column_clear(&column);
}

void receipt_sheet_draw(const struct stage *stage,
                        const struct receipt_card *card, struct canvas *canvas)
{
    canvas_clear(canvas, stage->theme.paper);
    struct box screen = {0, 0, stage->size.width, stage->size.height};
    struct box edge = {0, 0, stage_px(stage, EDGE_U), screen.height};
    canvas_fill(canvas, edge, tone(stage, card));
    struct box inner = box_inset(screen, stage_px(stage, MARGIN_U));
    struct qr *qr = card->message != NULL ? qr_new(card->message) : NULL;
    struct parts parts = split(stage, qr, inner);
    draw_words(stage, card, parts.words, canvas);
    draw_code(stage, qr, parts.code, canvas);
    qr_free(qr);
}
