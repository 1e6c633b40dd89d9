// SPDX-License-Identifier: MIT
#include "slides/code.h"

#include "base/number.h"
#include "base/text_buffer.h"
#include "draw/qr.h"
#include "slides/parts.h"
#include "slides/signature.h"

// Hundredths of a unit.
enum {
    RADIUS_U = 80,
    GAP_U = 220,
    WORDS_U = 1500,   // what the words beside a code need
    CAPTION_U = 1150, // below a code
    SIGNATURE_U = 900,
};

static const struct part_style ACTION = {.role = FONT_BOLD,
                                         .largest_u = 260,
                                         .smallest_u = 170,
                                         .leading_percent = 115,
                                         .max_lines = 2};
static const struct part_style TARGET = {.role = FONT_BODY,
                                         .largest_u = 190,
                                         .smallest_u = 150,
                                         .leading_percent = 122,
                                         .max_lines = 2};
static const struct part_style SCAN = {.role = FONT_BODY,
                                       .largest_u = 160,
                                       .smallest_u = 140,
                                       .leading_percent = 122,
                                       .max_lines = 2};

enum {
    WORDS_COUNT = 3,
    // A camera does not tell smaller modules apart: the address in clear is
    // of more use than such a code.
    MODULE_PX_MIN = 2,
};

void code_init(struct code *code, const struct link *link, const char *action)
{
    *code = (struct code){link, action, qr_new(link->payload)};
}

void code_release(struct code *code)
{
    qr_free(code->qr);
    *code = (struct code){0};
}

// The words in a column: what to do, where it leads, how.
struct words {
    struct text *texts[WORDS_COUNT]; // NULL: left out
    int height;
};

static struct text *capitalised(const struct stage *stage, const char *utf8,
                                struct part_style style, struct size room)
{
    struct text_buffer words = {0};
    text_buffer_add(&words, utf8);
    phrase_capitalise(&words, 0);
    struct text *text = part_text(stage, text_buffer_text(&words), style, room);
    text_buffer_release(&words);
    return text;
}

// On one line if it can be, for a broken address is hard to type.
static struct text *target(const struct stage *stage, const struct link *link,
                           struct part_style style, struct size room)
{
    struct part_style one_line = style;
    one_line.max_lines = 1;
    struct text *text = part_text(stage, link->shown, one_line, room);
    if (text_is_cut(text)) {
        text_free(text);
        style.smallest_u = 130;
        style.max_lines = 3;
        text = part_text(stage, link->shown, style, room);
    }
    return text;
}

static int gap_after(const struct stage *stage, int index)
{
    return stage_px(stage, index == 0 ? 50 : 25);
}

// How to scan is the first to go where there is no room.
static struct words set_words(const struct stage *stage,
                              const struct code *code, struct size room,
                              enum text_align align, bool with_scan)
{
    struct part_style action = ACTION, where = TARGET, scan = SCAN;
    action.align = where.align = scan.align = align;
    struct words words = {{0}, 0};
    words.texts[0] =
        capitalised(stage, code->action, action,
                    (struct size){room.width, room.height * 6 / 10});
    words.height = text_size(words.texts[0]).height + gap_after(stage, 0);
    words.texts[1] =
        target(stage, code->link, where,
               (struct size){room.width, room.height - words.height});
    words.height += text_size(words.texts[1]).height;
    if (!with_scan) {
        return words;
    }
    struct text *how =
        capitalised(stage, stage->phrasing.language->words[WORD_SCAN], scan,
                    (struct size){room.width, 0});
    int height = words.height + gap_after(stage, 1) + text_size(how).height;
    if (height > room.height || text_is_cut(how)) {
        text_free(how);
        return words;
    }
    words.texts[2] = how;
    words.height = height;
    return words;
}

static void draw_words(const struct stage *stage, struct words *words, int x,
                       int y, struct canvas *canvas)
{
    for (int i = 0; i < WORDS_COUNT; i++) {
        if (words->texts[i] == NULL) {
            continue;
        }
        text_draw(words->texts[i], canvas, x, y,
                  i == 0 ? stage->theme.ink : stage->theme.soft);
        y += text_size(words->texts[i]).height + gap_after(stage, i);
        text_free(words->texts[i]);
    }
}

// The side of a code that can be read, 0 if there is none within most.
static int readable_side(const struct qr *qr, int most)
{
    bool readable = qr != NULL && qr_module_px(qr, most) >= MODULE_PX_MIN;
    return readable ? qr_side(qr, most) : 0;
}

// Corners that leave most of the quiet zone white.
static int card_radius(const struct stage *stage, const struct qr *qr, int side)
{
    int module = qr_module_px(qr, side);
    return smaller(stage_px(stage, RADIUS_U), QR_QUIET_MODULES / 2 * module);
}

// Draws the card at the left of box, at its foot. Returns its side, 0 if no
// code can be read there.
static int draw_card(const struct stage *stage, const struct code *code,
                     struct box box, struct canvas *canvas)
{
    int most = box.width - stage_px(stage, GAP_U) - stage_px(stage, WORDS_U);
    int side = readable_side(code->qr, smaller(box.height, most));
    if (side > 0) {
        qr_draw(code->qr, canvas,
                (struct box){box.x, box_bottom(box) - side, side, side},
                card_radius(stage, code->qr, side));
    }
    return side;
}

// Words and signature, in what the card has left of the row.
static bool draw_beside(const struct stage *stage, const struct code *code,
                        const struct event *event, struct box rest,
                        struct canvas *canvas)
{
    int gap = stage_px(stage, GAP_U);
    int signature = signature_width(stage);
    bool beside = rest.width >= stage_px(stage, WORDS_U) + gap + signature;
    struct box words_box = rest, corner = rest;
    corner.height = smaller(rest.height, stage_px(stage, SIGNATURE_U));
    corner.width = smaller(signature, rest.width);
    if (beside) {
        words_box.width -= signature + gap;
    } else {
        corner.height = smaller(corner.height, rest.height * 3 / 10);
        words_box.height -= corner.height + gap / 2;
    }
    corner.x = box_right(rest) - corner.width;
    corner.y = box_bottom(rest) - corner.height;
    struct words words =
        set_words(stage, code, box_size(words_box), TEXT_LEFT, true);
    int y = beside ? box_bottom(words_box) - words.height : words_box.y;
    draw_words(stage, &words, words_box.x, y, canvas);
    return signature_draw(stage, event, corner, canvas);
}

bool code_draw_foot(const struct stage *stage, const struct code *code,
                    const struct event *event, struct box box,
                    struct canvas *canvas)
{
    if (code != NULL) {
        int side = draw_card(stage, code, box, canvas);
        int used = side > 0 ? side + stage_px(stage, GAP_U) : 0;
        int high = side > 0 ? side : box.height;
        struct box rest = {box.x + used, box_bottom(box) - high,
                           box.width - used, high};
        return draw_beside(stage, code, event, rest, canvas);
    }
    int width = signature_width(stage);
    int height = smaller(box.height, stage_px(stage, SIGNATURE_U));
    struct box corner = {box_right(box) - width, box_bottom(box) - height,
                         width, height};
    return signature_draw(stage, event, corner, canvas);
}

void code_draw_column(const struct stage *stage, const struct code *code,
                      struct box box, struct canvas *canvas)
{
    int caption = stage_px(stage, CAPTION_U);
    int side = smaller(box.height - caption, box.width);
    bool readable = readable_side(code->qr, side) > 0;
    if (readable) {
        // Cards of one size look calmer than codes of one module size.
        qr_draw(code->qr, canvas,
                (struct box){box.x + (box.width - side) / 2, box.y, side, side},
                card_radius(stage, code->qr, side));
    }
    int gap = stage_px(stage, GAP_U) * 3 / 4;
    struct words words =
        set_words(stage, code, (struct size){box.width, caption - gap},
                  TEXT_CENTRE, false);
    int top = readable ? side + gap : (box.height - words.height) / 2;
    draw_words(stage, &words, box.x, box.y + top, canvas);
}
