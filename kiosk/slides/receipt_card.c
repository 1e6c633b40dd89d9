// SPDX-License-Identifier: MIT
#include "slides/receipt_card.h"

#include "base/memory.h"
#include "base/number.h"
#include "slides/column.h"
#include "slides/parts.h"
#include "slides/pictogram.h"
#include "slides/receipt_sheet.h"
#include "slides/receipt_words.h"

// Hundredths of a unit.
enum {
    MARGIN_U = 210, // to the screen's edge
    PADDING_X_U = 260,
    PADDING_Y_U = 170,
    SIGN_U = 280,
    SIGN_GAP_U = 120,
    RADIUS_U = 110,
    SHADOW_U = 160,
    BAR_U = 70,
    BAR_GAP_U = 140,
};

// How wide a card may be: the one that covers least is taken.
static const int WIDTHS_U[] = {9400, 6200, 4600, 3500};

// Between the lowest and the highest place of a card.
enum {
    STEPS = 16,
    COST_OF_TEXT = 16, // covering it, against covering a picture
};

// A card while it is laid out.
struct layout {
    const struct stage *stage;
    const struct receipt_card *card;
    struct column column;
    struct size size;
};

static const struct colour SHADOW = {0, 0, 0, 110};

static bool is_quiet(const struct receipt_card *card)
{
    return card->kind == RECEIPT_CARD_HELD_BACK;
}

static struct colour ground(const struct stage *stage,
                            const struct receipt_card *card)
{
    return is_quiet(card) ? stage->theme.card : stage->theme.ink;
}

static struct receipt_look look_of(const struct stage *stage,
                                   const struct receipt_card *card)
{
    const struct theme *theme = &stage->theme;
    struct colour words = theme_text_on(theme, ground(stage, card));
    struct part_style style = {.role = FONT_BOLD,
                               .largest_u = 230,
                               .smallest_u = 190,
                               .leading_percent = 124,
                               .max_lines = 7};
    struct part_style fault = style;
    fault.role = FONT_BODY;
    fault.largest_u = fault.smallest_u = 180;
    fault.max_lines = 4;
    return (struct receipt_look){
        .summary = style,
        .advice = style,
        .fault = fault,
        .summary_colour = words,
        .advice_colour = is_quiet(card) ? theme->second : theme->highlight,
        .fault_colour = is_quiet(card) ? theme->soft : words,
        .gap = stage_px(stage, 90),
    };
}

static int widest_line(const struct column *column)
{
    int widest = 0;
    for (int i = 0; i < column->count; i++) {
        const struct column_line *line = &column->lines[i];
        int width = text_size(line->text).width;
        if (line->tail != NULL) {
            // The column's own gap between a line and its tail.
            width += text_size(line->tail).width + stage_px(column->stage, 55);
        }
        widest = width > widest ? width : widest;
    }
    return widest;
}

static int beside_words(const struct stage *stage)
{
    return 2 * stage_px(stage, PADDING_X_U) + stage_px(stage, SIGN_U) +
           stage_px(stage, SIGN_GAP_U);
}

// Sets the words of a card at most that wide; column_clear() them.
static void lay_out(struct layout *layout, int width)
{
    const struct stage *stage = layout->stage;
    int beside = beside_words(stage);
    struct receipt_look look = look_of(stage, layout->card);
    layout->column = (struct column){.stage = stage, .width = width - beside};
    receipt_words_set(layout->card, &look, &layout->column);
    int height = layout->column.height;
    int sign = stage_px(stage, SIGN_U);
    height = height > sign ? height : sign;
    layout->size = (struct size){
        widest_line(&layout->column) + beside,
        height + 2 * stage_px(stage, PADDING_Y_U),
    };
    if (layout->card->kind == RECEIPT_CARD_COPYING) {
        layout->size.width = width; // a bar that grows wider would mislead
        layout->size.height +=
            stage_px(stage, BAR_U) + stage_px(stage, BAR_GAP_U);
    }
}

static struct box screen_of(const struct stage *stage)
{
    return (struct box){0, 0, stage->size.width, stage->size.height};
}

static struct box inside_of(const struct stage *stage)
{
    return box_inset(screen_of(stage), stage_px(stage, MARGIN_U));
}

static int width_at(const struct stage *stage, size_t index)
{
    return smaller(inside_of(stage).width, stage_px(stage, WIDTHS_U[index]));
}

int receipt_card_shadow(const struct stage *stage)
{
    return stage_px(stage, SHADOW_U);
}

static struct box around(struct box a, struct box b)
{
    int x = smaller(a.x, b.x), y = smaller(a.y, b.y);
    int right = box_right(a) > box_right(b) ? box_right(a) : box_right(b);
    int bottom = box_bottom(a) > box_bottom(b) ? box_bottom(a) : box_bottom(b);
    return (struct box){x, y, right - x, bottom - y};
}

static int64_t overlap(struct box a, struct box b)
{
    struct box both = box_intersection(a, b);
    return box_is_empty(both) ? 0 : (int64_t)both.width * both.height;
}

// What a card would cover; INT64_MAX if a code, or its quiet zone: those not
// even with its shadow.
static int64_t cost_of(const struct stage *stage, const struct canvas *beneath,
                       struct box box)
{
    struct box spread = box_inset(box, -receipt_card_shadow(stage));
    int64_t cost = 0;
    for (size_t i = 0; i < canvas_mark_count(beneath); i++) {
        const struct mark *mark = canvas_mark_at(beneath, i);
        if (mark->kind == MARK_QR &&
            overlap(around(mark->box, mark->within), spread) > 0) {
            return INT64_MAX;
        }
        if (mark->kind == MARK_TEXT) {
            cost += COST_OF_TEXT * overlap(mark->box, box);
        } else if (mark->kind == MARK_PICTURE) {
            cost += overlap(mark->box, box);
        }
    }
    return cost;
}

// A place and what a card covers there; INT64_MAX: a code.
struct spot {
    struct box box;
    int64_t cost;
};

static void try_place(const struct stage *stage, const struct canvas *beneath,
                      struct box box, struct spot *best)
{
    int64_t cost = cost_of(stage, beneath, box);
    if (cost < best->cost) {
        *best = (struct spot){box, cost};
    }
}

// Where a card of that size covers least, the lowest and most central of
// those, if that is less than at best so far.
static void find_place(const struct stage *stage, struct size size,
                       const struct canvas *beneath, struct spot *best)
{
    struct box inside = inside_of(stage);
    if (size.width > inside.width || size.height > inside.height) {
        return;
    }
    int right = box_right(inside) - size.width;
    for (int step = 0; step <= STEPS; step++) {
        int up = (inside.height - size.height) * step / STEPS;
        struct box box = {(inside.x + right) / 2,
                          box_bottom(inside) - size.height - up, size.width,
                          size.height};
        try_place(stage, beneath, box, best);
        box.x = inside.x;
        try_place(stage, beneath, box, best);
        box.x = right;
        try_place(stage, beneath, box, best);
    }
}

bool receipt_card_may_stay(const struct stage *stage,
                           const struct canvas *beneath, struct box box)
{
    return size_equals(box_size(box), stage->size) ||
           cost_of(stage, beneath, box) < INT64_MAX;
}

// Only the words may have changed: it still has one of the sizes.
static bool keeps(const struct stage *stage, const struct box *former,
                  struct size size, const struct canvas *beneath)
{
    return former != NULL && size_equals(box_size(*former), size) &&
           cost_of(stage, beneath, *former) < INT64_MAX;
}

struct box receipt_card_place(const struct stage *stage,
                              const struct receipt_card *card,
                              const struct canvas *beneath,
                              const struct box *former)
{
    struct spot best = {screen_of(stage), INT64_MAX};
    bool kept = card->message != NULL;
    for (size_t i = 0; !kept && i < sizeof WIDTHS_U / sizeof *WIDTHS_U; i++) {
        struct layout layout = {.stage = stage, .card = card};
        lay_out(&layout, width_at(stage, i));
        kept = keeps(stage, former, layout.size, beneath);
        if (kept) {
            best.box = *former;
        } else if (layout.column.cost == 0) {
            find_place(stage, layout.size, beneath, &best);
        }
        column_clear(&layout.column);
    }
    return best.box;
}

static void draw_ground(const struct stage *stage,
                        const struct receipt_card *card, struct box box,
                        struct canvas *canvas)
{
    int radius = stage_px(stage, RADIUS_U);
    canvas_shadow(canvas, box, radius, receipt_card_shadow(stage), SHADOW);
    canvas_fill_rounded(canvas, box, radius, ground(stage, card));
    if (is_quiet(card)) {
        canvas_frame(canvas, box, radius, stage_px(stage, 14), 0,
                     stage->theme.line);
    }
    canvas_mark(canvas, MARK_CARD, box, screen_of(stage), NULL, false);
}

static void draw_sign(const struct stage *stage,
                      const struct receipt_card *card, int x, int y,
                      struct canvas *canvas)
{
    static const char *const SIGNS[] = {
        [RECEIPT_CARD_COPYING] = "cle",
        [RECEIPT_CARD_TAKEN] = "fait",
        [RECEIPT_CARD_REFUSED] = "alerte",
        [RECEIPT_CARD_HELD_BACK] = "alerte",
    };
    int side = stage_px(stage, SIGN_U);
    pictogram_draw(
        stage, SIGNS[card->kind], (struct box){x, y, side, side},
        is_quiet(card) ? stage->theme.accent : stage->theme.highlight, canvas);
}

static void draw_bar(const struct stage *stage, const struct receipt_card *card,
                     struct box box, struct canvas *canvas)
{
    struct colour track = theme_text_on(&stage->theme, stage->theme.ink);
    track.alpha = 60;
    canvas_fill_rounded(canvas, box, box.height / 2, track);
    if (card->permille > 0) {
        int done = (int)((int64_t)box.width * card->permille / 1000);
        box.width = done > box.height ? done : box.height;
        canvas_fill_rounded(canvas, box, box.height / 2,
                            stage->theme.highlight);
    }
}

static void draw_card(struct layout *layout, struct box box,
                      struct canvas *canvas)
{
    const struct stage *stage = layout->stage;
    int pad_x = stage_px(stage, PADDING_X_U);
    int pad_y = stage_px(stage, PADDING_Y_U);
    int sign = stage_px(stage, SIGN_U);
    draw_ground(stage, layout->card, box, canvas);
    struct box inner = {box.x + pad_x, box.y + pad_y, box.width - 2 * pad_x,
                        box.height - 2 * pad_y};
    if (layout->card->kind == RECEIPT_CARD_COPYING) {
        int bar = stage_px(stage, BAR_U);
        draw_bar(
            stage, layout->card,
            (struct box){inner.x, box_bottom(inner) - bar, inner.width, bar},
            canvas);
        inner.height -= bar + stage_px(stage, BAR_GAP_U);
    }
    const struct text *first = layout->column.lines[0].text;
    int x = inner.x + sign + stage_px(stage, SIGN_GAP_U);
    int y = inner.y + (inner.height - layout->column.height) / 2;
    int middle = y + text_first_baseline(first) - text_cap_height(first) / 2;
    draw_sign(stage, layout->card, inner.x, middle - sign / 2, canvas);
    column_draw(&layout->column, x, y, canvas);
}

// The widest one that was laid out to that size.
static void draw_as_placed(struct layout *layout, struct box box,
                           struct canvas *canvas)
{
    for (size_t i = 0; i < sizeof WIDTHS_U / sizeof *WIDTHS_U; i++) {
        lay_out(layout, width_at(layout->stage, i));
        bool fits = size_equals(layout->size, box_size(box));
        if (fits) {
            draw_card(layout, box, canvas);
        }
        column_clear(&layout->column);
        if (fits) {
            return;
        }
    }
}

void receipt_card_draw(const struct stage *stage,
                       const struct receipt_card *card, struct box box,
                       struct canvas *canvas)
{
    if (size_equals(box_size(box), stage->size)) {
        receipt_sheet_draw(stage, card, canvas);
        return;
    }
    struct layout layout = {.stage = stage, .card = card};
    draw_as_placed(&layout, box, canvas);
}
