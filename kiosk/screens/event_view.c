// SPDX-License-Identifier: MIT
#include "screens/event_view.h"

#include "base/number.h"
#include "base/text_buffer.h"
#include "draw/canvas.h"
#include "draw/qr.h"
#include "screens/focus.h"
#include "slides/event_words.h"
#include "slides/panel.h"
#include "slides/parts.h"

// Hundredths of a unit.
enum {
    MARGIN_U = 460,
    EDGE_U = 200, // above the bar, below the codes
    GAP_U = 140,
    CARD_U = 1420,
    CARD_RADIUS_U = 80,
    CAPTION_U = 175,
    CAPTION_MIN_U = 140,
    CAPTION_GAP_U = 60,
    FADE_U = 420,
    RAIL_U = 36,
    MODULE_PX_MIN = 2, // a camera does not tell smaller ones apart
};

static const struct stage *stage_of(const struct event_view *view)
{
    return view->options.stage;
}

static int px(const struct event_view *view, int u)
{
    return stage_px(stage_of(view), u);
}

static const char *poster_of(const struct event_view *view)
{
    return view->options.entry->event->poster.path;
}

static struct part_style caption_style(void)
{
    return (struct part_style){.role = FONT_BOLD,
                               .largest_u = CAPTION_U,
                               .smallest_u = CAPTION_MIN_U,
                               .leading_percent = 116,
                               .max_lines = 2,
                               .align = TEXT_CENTRE};
}

static struct text *caption_of(const struct event_view *view, size_t index,
                               int width)
{
    const struct stage *stage = stage_of(view);
    struct text_buffer words = {0};
    phrase_word(&stage->phrasing, view->codes.items[index].caption, NULL, NULL,
                &words);
    phrase_capitalise(&words, 0);
    struct text *text = part_text(stage, text_buffer_text(&words),
                                  caption_style(), (struct size){width, 0});
    text_buffer_release(&words);
    return text;
}

static int captions_height(const struct event_view *view, int width)
{
    int height = 0;
    for (size_t i = 0; i < view->codes.count; i++) {
        struct text *caption = caption_of(view, i, width);
        height = larger(height, text_size(caption).height);
        text_free(caption);
    }
    return height;
}

// The side of the cards: all of one size, 0 if one of them could not be read.
static int card_side(const struct event_view *view, int width)
{
    int side = smaller(px(view, CARD_U), width);
    for (size_t i = 0; i < view->codes.count; i++) {
        const struct qr *qr = view->qrs[i];
        int least =
            qr != NULL ? (qr_modules(qr) + 2 * QR_QUIET_MODULES) * MODULE_PX_MIN
                       : width + 1;
        side = least > width ? 0 : side > 0 ? larger(side, least) : 0;
    }
    return side;
}

// Cells beside each other; buttons that lead to codes, two by two where they
// would be too narrow for their words.
static void lay_row(struct event_view *view, struct box side, int bottom)
{
    int count = (int)view->codes.count, gap = px(view, GAP_U);
    if (count == 0) {
        view->row = (struct box){side.x, bottom, side.width, 0};
        return;
    }
    int width = (side.width - gap * (count - 1)) / count;
    view->card = card_side(view, width);
    int across = count, down = 1, height = controls_button_px(stage_of(view));
    if (view->card > 0) {
        height =
            view->card + px(view, CAPTION_GAP_U) + captions_height(view, width);
    } else if (count > 2) {
        across = 2;
        down = (count + 1) / 2;
        width = (side.width - gap) / 2;
    }
    int whole = height * down + gap * (down - 1);
    view->row = (struct box){side.x, bottom - whole, side.width, whole};
    for (int i = 0; i < count; i++) {
        view->cells[i] = (struct box){side.x + i % across * (width + gap),
                                      view->row.y + i / across * (height + gap),
                                      width, height};
    }
}

static void lay_buttons(struct event_view *view)
{
    const struct event_view_options *options = &view->options;
    const struct {
        bool shown;
        struct button button;
    } BUTTONS[] = {
        {options->has_previous, {.id = EVENT_TARGET_PREVIOUS, .sign = "avant"}},
        {options->has_next,     {.id = EVENT_TARGET_NEXT, .sign = "apres"}    },
        {true,                  {.id = EVENT_TARGET_CLOSE, .sign = "fermer"}  },
    };
    // A neighbour that is not there leaves its place empty.
    int side = controls_button_px(options->stage);
    int gap = controls_gap_px(options->stage);
    int x = box_right(view->bar) - 3 * side - 2 * gap;
    for (size_t i = 0; i < sizeof BUTTONS / sizeof *BUTTONS; i++) {
        struct button button = BUTTONS[i].button;
        button.box = (struct box){x, view->bar.y, side, side};
        if (BUTTONS[i].shown) {
            view->buttons[view->button_count++] = button;
        }
        x += side + gap;
    }
}

// Chips stand in the bar if they are whole there.
static void lay_chips(struct event_view *view)
{
    const struct stage *stage = stage_of(view);
    int buttons = 3 * controls_button_px(stage) + 3 * controls_gap_px(stage);
    int width = view->bar.width - buttons;
    view->chips = chips_of(stage, view->options.entry, false);
    bool whole = width > 0 && !view->options.low_controls;
    for (size_t i = 0; i < view->chips.count && whole; i++) {
        struct chip_words chip = {view->chips.items[i].text,
                                  view->chips.items[i].look, false};
        struct size wanted = chip_size(stage, chip, view->bar.width * 4);
        whole = wanted.width <= width;
    }
    if (!whole ||
        chips_lay(stage, &view->chips, 0, 0, width, NULL) > view->bar.height) {
        chips_release(&view->chips);
    }
}

// The bar above the column, or below the codes.
static void lay_side(struct event_view *view)
{
    const struct event_view_options *options = &view->options;
    int margin = px(view, MARGIN_U), edge = px(view, EDGE_U);
    int gap = px(view, GAP_U);
    struct box side = view->side;
    side.x += margin;
    side.width -= 2 * margin;
    side.y += edge;
    side.height -= 2 * edge;
    struct bar_split split = controls_split(
        side, controls_button_px(options->stage), options->low_controls);
    view->bar = split.bar;
    int bottom = box_bottom(split.rest) - (options->low_controls ? gap : 0);
    lay_row(view, side, bottom);
    int top = split.rest.y + (options->low_controls ? 0 : gap);
    view->column = (struct box){side.x, top, side.width,
                                larger(view->row.y - gap - top, 1)};
}

void event_view_init(struct event_view *view, struct event_view_options options)
{
    const struct stage *stage = options.stage;
    *view = (struct event_view){.options = options};
    view->codes = event_codes_of(stage, options.entry->event);
    for (size_t i = 0; i < view->codes.count; i++) {
        view->qrs[i] = qr_new(view->codes.items[i].payload);
    }
    struct box screen = {0, 0, stage->size.width, stage->size.height};
    struct panel_split split = panel_split(stage, screen, poster_of(view));
    view->panel = split.panel;
    view->side = split.words;
    lay_side(view);
    lay_buttons(view);
    lay_chips(view);
    view->words = event_words_set_whole(
        stage, options.entry, box_size(view->column), view->chips.count == 0);
}

void event_view_release(struct event_view *view)
{
    event_words_free(view->words);
    for (size_t i = 0; i < view->codes.count; i++) {
        qr_free(view->qrs[i]);
    }
    event_codes_release(&view->codes);
    chips_release(&view->chips);
    *view = (struct event_view){0};
}

int event_view_content(const struct event_view *view)
{
    return event_words_height(view->words);
}

bool event_view_is_scrolled(const struct event_view *view)
{
    return event_view_content(view) > view->column.height;
}

bool event_view_has_poster(const struct event_view *view)
{
    return poster_of(view) != NULL;
}

static void cover(const struct event_view *view, struct box box,
                  struct canvas *canvas)
{
    if (!box_is_empty(box)) {
        canvas_fill(canvas, box, stage_of(view)->theme.paper);
        canvas_mark(canvas, MARK_CARD, box, box, "", false);
    }
}

// So many pixels more are above or below: the paper closes over them.
static void draw_fade(const struct event_view *view, bool at_top, int more,
                      struct canvas *canvas)
{
    struct colour paper = stage_of(view)->theme.paper;
    struct box column = view->column;
    int height = smaller(px(view, FADE_U), column.height / 3);
    height = smaller(height, more);
    for (int i = 0; i < height; i++) {
        int y = at_top ? column.y + i : box_bottom(column) - 1 - i;
        paper.alpha = (uint8_t)(255 - 255 * i / height);
        canvas_fill(canvas, (struct box){column.x, y, column.width, 1}, paper);
    }
}

// How much there is, and where the window is in it.
static void draw_rail(const struct event_view *view, int offset,
                      struct canvas *canvas)
{
    const struct stage *stage = stage_of(view);
    int width = px(view, RAIL_U), content = event_view_content(view);
    struct box column = view->column;
    struct box rail = {box_right(column) + px(view, MARGIN_U) / 2 - width / 2,
                       column.y, width, column.height};
    struct box thumb = rail;
    thumb.height =
        larger(width * 3, (int)((int64_t)rail.height * rail.height / content));
    int way = rail.height - thumb.height, last = content - column.height;
    thumb.y += (int)((int64_t)way * offset / last);
    thumb = box_intersection(thumb, rail);
    canvas_fill_rounded(canvas, rail, width / 2, stage->theme.line);
    canvas_fill_rounded(canvas, thumb, width / 2, stage->theme.soft);
}

static void draw_column(const struct event_view *view, int offset,
                        struct canvas *canvas)
{
    struct box column = view->column, side = view->side;
    event_words_draw(view->words, column.x, column.y - offset, canvas);
    if (!event_view_is_scrolled(view)) {
        return;
    }
    draw_fade(view, true, offset, canvas);
    draw_fade(view, false, event_view_content(view) - column.height - offset,
              canvas);
    cover(view, (struct box){side.x, 0, side.width, column.y}, canvas);
    cover(view,
          (struct box){side.x, box_bottom(column), side.width,
                       stage_of(view)->size.height - box_bottom(column)},
          canvas);
    draw_rail(view, offset, canvas);
}

// False if the poster is still to come.
static bool draw_panel(const struct event_view *view, struct canvas *canvas)
{
    const struct stage *stage = stage_of(view);
    const struct agenda_entry *entry = view->options.entry;
    struct panel_picture poster = {0};
    if (poster_of(view) != NULL) {
        poster = panel_draw_picture(stage, view->panel, poster_of(view), false,
                                    canvas);
    }
    struct box room = panel_draw_band(stage, view->panel, entry->event, canvas);
    if (!poster.drawn) {
        panel_draw_date(stage, room, entry, stage->theme.second, canvas);
    }
    return !poster.pending;
}

static struct box card_of(const struct event_view *view, size_t index)
{
    struct box cell = view->cells[index];
    return (struct box){cell.x + (cell.width - view->card) / 2, cell.y,
                        view->card, view->card};
}

static void draw_code(const struct event_view *view, size_t index,
                      struct canvas *canvas)
{
    struct box cell = view->cells[index], card = card_of(view, index);
    const struct qr *qr = view->qrs[index];
    if (qr != NULL) {
        int module = qr_module_px(qr, card.width);
        int radius =
            smaller(px(view, CARD_RADIUS_U), QR_QUIET_MODULES / 2 * module);
        qr_draw(qr, canvas, card, radius);
    }
    struct text *caption = caption_of(view, index, cell.width);
    text_draw(caption, canvas, cell.x,
              box_bottom(card) + px(view, CAPTION_GAP_U),
              stage_of(view)->theme.ink);
    text_free(caption);
}

static void draw_code_button(const struct event_view *view, size_t index,
                             struct canvas *canvas)
{
    const struct stage *stage = stage_of(view);
    struct text_buffer words = {0};
    phrase_word(&stage->phrasing, view->codes.items[index].caption, NULL, NULL,
                &words);
    phrase_capitalise(&words, 0);
    struct button button = {.words = text_buffer_text(&words),
                            .sign = view->codes.items[index].sign,
                            .box = view->cells[index]};
    struct button measured = button;
    button_measure(stage, &measured, stage->size.width);
    if (measured.box.width > button.box.width) {
        button.sign = NULL; // words are clearer
    }
    button_draw(stage, &button, canvas);
    text_buffer_release(&words);
}

static void draw_bar(const struct event_view *view, struct canvas *canvas)
{
    const struct stage *stage = stage_of(view);
    for (int i = 0; i < view->button_count; i++) {
        button_draw(stage, &view->buttons[i], canvas);
    }
    int width = view->bar.width - 3 * controls_button_px(stage) -
                3 * controls_gap_px(stage);
    int height = chips_lay(stage, &view->chips, 0, 0, width, NULL);
    chips_lay(stage, &view->chips, view->bar.x,
              view->bar.y + (view->bar.height - height) / 2, width, canvas);
}

bool event_view_draw(const struct event_view *view, int offset,
                     struct canvas *canvas)
{
    canvas_clear(canvas, stage_of(view)->theme.paper);
    draw_column(view, offset, canvas);
    bool whole = draw_panel(view, canvas);
    draw_bar(view, canvas);
    for (size_t i = 0; i < view->codes.count; i++) {
        if (view->card > 0) {
            draw_code(view, i, canvas);
        } else {
            draw_code_button(view, i, canvas);
        }
    }
    return whole;
}

static void add_target(struct targets *out, int id, struct box box, int radius,
                       struct box screen)
{
    targets_add(out,
                (struct target){
                    .id = id, .box = box, .radius = radius, .within = screen});
}

void event_view_targets(const struct event_view *view, struct targets *out)
{
    const struct stage *stage = stage_of(view);
    struct box screen = {0, 0, stage->size.width, stage->size.height};
    if (event_view_has_poster(view)) {
        add_target(out, EVENT_TARGET_POSTER, view->panel, 0, screen);
    }
    for (int i = 0; i < view->button_count; i++) {
        targets_add(out, button_target(&view->buttons[i], screen));
    }
    if (event_view_is_scrolled(view)) {
        add_target(out, EVENT_TARGET_WORDS, view->column, 0, screen);
    }
    for (size_t i = 0; i < view->codes.count; i++) {
        struct box box = view->card > 0 ? card_of(view, i) : view->cells[i];
        int radius = view->card > 0 ? px(view, CARD_RADIUS_U) : box.height / 2;
        add_target(out, EVENT_TARGET_CODE + (int)i, box, radius, screen);
    }
}
