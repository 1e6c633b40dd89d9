// SPDX-License-Identifier: MIT
#include "slides/event_slide.h"

#include <stdlib.h>

#include "base/number.h"
#include "base/text_buffer.h"
#include "draw/canvas.h"
#include "draw/qr.h"
#include "slides/code.h"
#include "slides/event_words.h"
#include "slides/panel.h"
#include "slides/parts.h"
#include "slides/signature.h"

// Hundredths of a unit.
enum {
    MARGIN_U = 460,
    QR_MIN_U = 1250,
    QR_U = 1650,
    QR_MAX_U = 2500,
    QR_GAP_U = 220,
    SIGNATURE_U = 900,
};

static const char *poster_of(const struct slide *slide)
{
    return slide->entry->event->poster.path;
}

// In portrait a date is low: a band does not take its room, but the words'.
static struct panel_split split_of(const struct stage *stage,
                                   const struct slide *slide, struct box above)
{
    struct panel_split split = panel_split(stage, above, poster_of(slide));
    if (stage_is_portrait(stage) && poster_of(slide) == NULL) {
        int band = panel_band_height(stage, slide->entry->event);
        split.panel.height += band;
        split.words.y += band;
        split.words.height -= band;
    }
    return split;
}

// False if the poster is still to come.
static bool draw_panel(const struct stage *stage, const struct slide *slide,
                       struct box panel, struct canvas *canvas)
{
    const char *path = poster_of(slide);
    const struct event *event = slide->entry->event;
    struct panel_picture poster = {0};
    // The band takes the poster's room, never a part of the poster.
    struct box room = panel_draw_band(stage, panel, event, canvas);
    if (path != NULL) {
        poster = panel_draw_picture(stage, room, path, true, canvas);
    }
    if (poster.drawn && box_is_empty(poster.below)) {
        return true;
    }
    room = poster.drawn ? poster.below : room;
    struct colour ground = poster.drawn ? poster.ground : stage->theme.second;
    panel_draw_date(stage, room, slide->entry, ground, canvas);
    return !poster.pending;
}

// What the event's code is for: link is its link.
static const char *action_of(const struct stage *stage,
                             const struct event *event, const struct link *link)
{
    enum word word = WORD_REGISTER;
    if (link == &event->online_link) {
        word = WORD_ACCESS_LINK;
    } else if (event->status == STATUS_FULL) {
        word = WORD_WAITING_LIST;
    }
    return stage->phrasing.language->words[word];
}

// What stands at the foot where there is no code: registration by other
// means, or why there is none.
static char *foot_words(const struct stage *stage, const struct event *event)
{
    struct text_buffer words = {0};
    bool closed = event->has_register_until && stage->now.trusted &&
                  stage->now.instant >= event->register_until;
    if (closed && event->status != STATUS_CANCELLED) {
        phrase_word(&stage->phrasing, WORD_REGISTRATION_CLOSED, NULL, NULL,
                    &words);
    } else if (event->registration.kind == LINK_TEXT &&
               event->status != STATUS_CANCELLED) {
        text_buffer_add(&words, event->registration.shown);
    }
    phrase_capitalise(&words, 0);
    return text_buffer_take(&words);
}

// The side of the code with modules of that size; 0 if there can be none.
static int side_of(const struct code *code, int module_px)
{
    return code->qr != NULL
               ? (qr_modules(code->qr) + 2 * QR_QUIET_MODULES) * module_px
               : 0;
}

// A camera tells modules of two pixels apart, not of one: on small screens
// the code may need more than its share.
static int least_side(const struct stage *stage, const struct code *code)
{
    int least = stage_px(stage, QR_MIN_U), two = side_of(code, 2);
    return least > two ? least : two;
}

// Three pixels are better, if that is not more than the largest side.
static int usual_side(const struct stage *stage, const struct code *code)
{
    int usual = stage_px(stage, QR_U), three = side_of(code, 3);
    return three > usual && three <= stage_px(stage, QR_MAX_U) ? three : usual;
}

// Much of the gap above goes to the code if that makes its modules larger.
static int foot_of_code(const struct code *code, int left, int gap)
{
    const struct qr *qr = code->qr;
    int more = left + gap * 3 / 4;
    bool grows = qr != NULL && qr_side(qr, more) > qr_side(qr, left);
    return grows ? more : left;
}

// The one that loses less, the first if they are even; the other is freed.
static struct event_words *better(struct event_words *first,
                                  struct event_words *second)
{
    if (first == NULL || event_words_cost(second) < event_words_cost(first)) {
        event_words_free(first);
        return second;
    }
    event_words_free(second);
    return first;
}

// The code takes what the words leave, between its smallest and largest side.
// Returns how high the foot is.
static int draw_words(const struct stage *stage, const struct slide *slide,
                      struct box box, const struct code *code,
                      struct canvas *canvas)
{
    int gap = stage_px(stage, QR_GAP_U);
    bool has_code = code->link != NULL;
    int least = has_code ? least_side(stage, code) : 0;
    int usual =
        has_code ? usual_side(stage, code) : stage_px(stage, SIGNATURE_U);
    usual = usual > least ? usual : least;
    const int feet[] = {usual, (usual + least) / 2, least};
    struct event_words *words = NULL;
    for (int i = 0; i < (has_code ? 3 : 1); i++) {
        struct size room = {box.width, box.height - feet[i] - gap};
        words = better(words, event_words_set(stage, slide->entry, room));
    }
    int left = box.height - event_words_height(words) - gap;
    // Without a code the words stand a little above the middle.
    int down = has_code ? 0 : (left - usual) * 2 / 5;
    event_words_draw(words, box.x, box.y + (down > 0 ? down : 0), canvas);
    event_words_free(words);
    int most = stage_px(stage, QR_MAX_U);
    most = most > least ? most : least;
    return smaller(has_code ? foot_of_code(code, left, gap) : usual, most);
}

// Registration in words takes the place of the code.
static void draw_foot_text(const struct stage *stage, const struct event *event,
                           struct box box, struct canvas *canvas)
{
    char *words = foot_words(stage, event);
    box.width -= signature_width(stage) + stage_px(stage, QR_GAP_U);
    struct text *text = part_text(stage, words,
                                  (struct part_style){.role = FONT_BOLD,
                                                      .largest_u = 220,
                                                      .smallest_u = 170,
                                                      .max_lines = 3},
                                  box_size(box));
    text_draw(text, canvas, box.x, box_bottom(box) - text_size(text).height,
              stage->theme.ink);
    text_free(text);
    free(words);
}

bool event_slide_draw(const struct stage *stage, const struct slide *slide,
                      struct canvas *canvas)
{
    const struct event *event = slide->entry->event;
    struct box above = part_above_foot(stage, slide);
    struct panel_split split = split_of(stage, slide, above);
    bool complete = draw_panel(stage, slide, split.panel, canvas);
    struct box box = box_inset(split.words, stage_px(stage, MARGIN_U));
    const struct link *link = event_qr_link(event, &stage->now);
    bool has_code = link != NULL;
    struct code code = {0};
    if (has_code) {
        code_init(&code, link, action_of(stage, event, link));
    }
    int foot = draw_words(stage, slide, box, &code, canvas);
    struct box row = {box.x, box_bottom(box) - foot, box.width, foot};
    if (!has_code) {
        draw_foot_text(stage, event, row, canvas);
    }
    bool signature_complete =
        code_draw_foot(stage, has_code ? &code : NULL, event, row, canvas);
    code_release(&code);
    return complete && signature_complete;
}

void event_slide_prefetch(const struct stage *stage, const struct slide *slide)
{
    const char *path = poster_of(slide);
    if (path != NULL) {
        struct box above = part_above_foot(stage, slide);
        struct box room = panel_split(stage, above, path).panel;
        room.height -= panel_band_height(stage, slide->entry->event);
        panel_prefetch(stage, room, path);
    }
}
