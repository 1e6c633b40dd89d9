// SPDX-License-Identifier: MIT
// What a visit draws above its screens: the pressed target, the focus, the
// warning.
#include "screens/visit_parts.h"

#include <stdio.h>

#include "base/text_buffer.h"
#include "draw/canvas.h"
#include "draw/picture.h"
#include "draw/text.h"
#include "screens/ring.h"
#include "slides/parts.h"

// Hundredths of a unit.
enum {
    TOUCH_U = 900, // the circle under a finger
    FOCUS_U = 45,  // how thick the ring is
    FOCUS_GAP_U = 30,
    CARD_U = 4200, // of the warning
    RING_U = 1100,
    RING_THICKNESS_U = 110,
    PADDING_U = 260,
};

static struct colour with_alpha(struct colour colour, uint8_t alpha)
{
    colour.alpha = alpha;
    return colour;
}

static struct box around(struct point at, int side)
{
    return (struct box){at.x - side / 2, at.y - side / 2, side, side};
}

static struct box grown(struct box box, int by)
{
    return (struct box){box.x - by, box.y - by, box.width + 2 * by,
                        box.height + 2 * by};
}

static void draw_threshold(struct visit *visit, struct canvas *canvas)
{
    const struct stage *stage = &visit->stage;
    canvas_clear(canvas, stage->theme.paper);
    if (visit->behind != NULL) {
        canvas_draw(canvas, visit->behind, 0, 0);
    }
    if (visit->touched) {
        int side = stage_px(stage, TOUCH_U);
        canvas_fill_rounded(canvas, around(visit->at, side), side / 2,
                            with_alpha(stage->theme.ink, 70));
        canvas_frame(canvas, around(visit->at, side), side / 2,
                     stage_px(stage, FOCUS_U), 0, stage->theme.card);
    }
}

// Two rings, a light one outside a dark one: seen on every ground.
static void draw_focus(struct visit *visit, struct canvas *canvas)
{
    const struct stage *stage = &visit->stage;
    const struct target *target =
        targets_find(visit_targets(visit), visit_top(visit)->focus);
    if (!visit->shows_focus || target == NULL) {
        return;
    }
    int thickness = stage_px(stage, FOCUS_U);
    int gap = stage_px(stage, FOCUS_GAP_U);
    struct box box = grown(target->box, gap + thickness);
    int radius = target->radius > 0 ? target->radius + gap + thickness : 0;
    canvas_frame(canvas, box, radius, thickness, 0, stage->theme.accent);
    canvas_frame(canvas, grown(box, thickness / 2), radius + thickness / 2,
                 thickness / 2, 0, stage->theme.card);
}

static void draw_press(struct visit *visit, struct canvas *canvas)
{
    const struct target *target =
        targets_find(visit_targets(visit), visit->pressed);
    if (target != NULL) {
        struct box seen = box_intersection(target->box, target->within);
        canvas_fill_rounded(canvas, seen, target->radius,
                            with_alpha(visit->stage.theme.ink, 50));
    }
}

static int left_thousandths(const struct visit *visit)
{
    int64_t idle = visit->now_ms - visit->idle_ms;
    int64_t left =
        (int64_t)visit->settings.idle_seconds * 1000 + VISIT_WARNING_MS - idle;
    return (int)(left < 0 ? 0 : left * 1000 / VISIT_WARNING_MS);
}

static int draw_word(const struct stage *stage, enum word word,
                     struct part_style style, struct colour colour,
                     struct box box, struct canvas *canvas)
{
    struct text_buffer words = {0};
    phrase_word(&stage->phrasing, word, NULL, NULL, &words);
    phrase_capitalise(&words, 0);
    int used = part_draw_text(stage, text_buffer_text(&words), style, colour,
                              box, canvas);
    text_buffer_release(&words);
    return used;
}

static void draw_warning_words(const struct stage *stage, struct box box,
                               struct canvas *canvas)
{
    static const struct part_style ASKS = {FONT_DISPLAY, 440,  240, 112, 2,
                                           TEXT_CENTRE,  false};
    static const struct part_style TELLS = {FONT_MEDIUM, 230,         160,  120,
                                            2,           TEXT_CENTRE, false};
    struct box below = box;
    int used =
        draw_word(stage, WORD_STILL_THERE, ASKS, stage->theme.ink, box, canvas);
    below.y += used + stage_px(stage, 80);
    below.height = box_bottom(box) - below.y;
    draw_word(stage, WORD_TOUCH_SCREEN, TELLS, stage->theme.soft, below,
              canvas);
}

static void draw_seconds(const struct visit *visit, struct box ring,
                         struct canvas *canvas)
{
    const struct stage *stage = &visit->stage;
    char number[16];
    int seconds =
        (left_thousandths(visit) * VISIT_WARNING_MS / 1000 + 999) / 1000;
    snprintf(number, sizeof number, "%d", seconds);
    struct text *text = part_text(stage, number,
                                  (struct part_style){.role = FONT_DISPLAY,
                                                      .largest_u = 420,
                                                      .max_lines = 1,
                                                      .align = TEXT_CENTRE},
                                  (struct size){ring.width, 0});
    int top = ring.y + (ring.height + text_cap_height(text)) / 2 -
              text_first_baseline(text);
    text_draw(text, canvas, ring.x, top, stage->theme.ink);
    text_free(text);
}

static void draw_warning(const struct visit *visit, struct canvas *canvas)
{
    const struct stage *stage = &visit->stage;
    struct box screen = {0, 0, stage->size.width, stage->size.height};
    struct size size = {stage_px(stage, CARD_U), stage_px(stage, 2700)};
    struct box card = box_centre(size, screen);
    int radius = stage_px(stage, 200), padding = stage_px(stage, PADDING_U);
    canvas_fill(canvas, screen, with_alpha(stage->theme.ink, 110));
    canvas_fill_rounded(canvas, card, radius, stage->theme.paper);
    canvas_mark(canvas, MARK_CARD, card, card, "", false);
    struct box inner = box_inset(card, padding);
    struct box ring = inner;
    ring.height = stage_px(stage, RING_U);
    int thickness = stage_px(stage, RING_THICKNESS_U);
    ring_draw(canvas, ring, thickness, 1000, stage->theme.line);
    ring_draw(canvas, ring, thickness, left_thousandths(visit),
              stage->theme.accent);
    draw_seconds(visit, ring, canvas);
    inner.y = box_bottom(ring) + stage_px(stage, 160);
    inner.height = box_bottom(card) - padding - inner.y;
    draw_warning_words(stage, inner, canvas);
}

// A ring around the finger in the corner closes.
static void draw_corner(const struct visit *visit, struct canvas *canvas)
{
    const struct stage *stage = &visit->stage;
    int done = corner_hold_thousandths(&visit->corner, visit->now_ms);
    bool shown = visit->now_ms >= visit->corner.since_ms + CORNER_HOLD_SHOWN_MS;
    if (visit->desk == NULL || done == 0 || !shown) {
        return;
    }
    int side = stage_px(stage, TOUCH_U) * 2;
    int thickness = stage_px(stage, RING_THICKNESS_U);
    struct box corner = visit_corner(visit);
    struct box ring = box_centre((struct size){side, side}, corner);
    ring_draw(canvas, ring, thickness, 1000, stage->theme.line);
    ring_draw(canvas, ring, thickness, done, stage->theme.accent);
}

void visit_draw(struct visit *visit, struct canvas *canvas)
{
    const struct level *top = visit_top(visit);
    visit->is_dirty = false;
    if (top == NULL) {
        draw_threshold(visit, canvas);
        draw_corner(visit, canvas);
        return;
    }
    top->kind->draw(top->self, canvas);
    draw_press(visit, canvas);
    draw_focus(visit, canvas);
    draw_corner(visit, canvas);
    if (visit_warns(visit)) {
        draw_warning(visit, canvas);
    }
}
