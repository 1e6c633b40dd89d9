// SPDX-License-Identifier: MIT
#include "screens/pages_screen.h"

#include <stdlib.h>

#include "base/memory.h"
#include "draw/canvas.h"
#include "draw/picture.h"
#include "screens/controls.h"
#include "slides/slides.h"

enum {
    TARGET_PREVIOUS,
    TARGET_NEXT,
    TARGET_CLOSE,
    TARGET_COUNT,
    MARGIN_U = 460, // hundredths of a unit
    EDGE_U = 160,
    SWIPE_SLOPS = 4,
};

struct pages {
    struct visit *visit;
    size_t index;         // of the pages
    struct canvas *slide; // the page, beside the bar; NULL: no memory
    int top;              // where it is
    struct button buttons[TARGET_COUNT];
    bool is_drawn, is_whole;
};

static const struct stage *stage_of(const struct pages *pages)
{
    return visit_stage(pages->visit);
}

static bool is_page(const struct slide *slide)
{
    return slide->kind == SLIDE_PAGE || slide->kind == SLIDE_PARTNERS ||
           slide->kind == SLIDE_LINKS;
}

// The playlist's slide that is page number index; its count for none.
static size_t slide_of(const struct playlist *playlist, size_t index)
{
    for (size_t i = 0; i < playlist->count; i++) {
        if (is_page(&playlist->slides[i]) && index-- == 0) {
            return i;
        }
    }
    return playlist->count;
}

static size_t page_count(const struct playlist *playlist)
{
    size_t count = 0;
    for (size_t i = 0; i < playlist->count; i++) {
        count += is_page(&playlist->slides[i]) ? 1 : 0;
    }
    return count;
}

static bool pages_are_offered(const struct stage *stage)
{
    return stage->playlist != NULL && page_count(stage->playlist) > 0;
}

static void lay_buttons(struct pages *pages, int y)
{
    static const char *const SIGNS[TARGET_COUNT] = {"avant", "apres", "fermer"};
    const struct stage *stage = stage_of(pages);
    int side = controls_button_px(stage), gap = controls_gap_px(stage);
    int x = stage->size.width - stage_px(stage, MARGIN_U) -
            TARGET_COUNT * side - (TARGET_COUNT - 1) * gap;
    for (int i = 0; i < TARGET_COUNT; i++) {
        pages->buttons[i] = (struct button){
            .id = i, .sign = SIGNS[i], .box = {x, y, side, side}
        };
        x += side + gap;
    }
}

// False if there are no pages any more.
static bool pages_renew(void *self)
{
    struct pages *pages = self;
    const struct stage *stage = stage_of(pages);
    if (!pages_are_offered(stage)) {
        return false;
    }
    size_t count = page_count(stage->playlist);
    pages->index = pages->index < count ? pages->index : count - 1;
    int edge = stage_px(stage, EDGE_U);
    int bar = controls_button_px(stage) + 2 * edge;
    bool low = visit_choices(pages->visit)->low_controls;
    struct size size = {stage->size.width, stage->size.height - bar};
    pages->top = low ? 0 : bar;
    lay_buttons(pages, low ? size.height + edge : edge);
    canvas_free(pages->slide);
    pages->slide = canvas_new(size);
    pages->is_drawn = false;
    return true;
}

static void pages_leave(void *self)
{
    struct pages *pages = self;
    canvas_free(pages->slide);
    free(pages);
}

static void *pages_enter(struct visit *visit, const struct destination *to)
{
    struct pages *pages = xcalloc(1, sizeof *pages);
    pages->visit = visit;
    pages->index = to->number;
    if (!pages_renew(pages)) {
        pages_leave(pages);
        return NULL;
    }
    return pages;
}

static void pages_pictures_came(void *self)
{
    struct pages *pages = self;
    if (!pages->is_whole) {
        pages->is_drawn = false;
        visit_redraw(pages->visit);
    }
}

// The slide's layout, in a display that is lower by the bar.
static void compose(struct pages *pages)
{
    struct stage stage = *stage_of(pages);
    stage.size = canvas_size(pages->slide);
    size_t slide = slide_of(stage.playlist, pages->index);
    pages->is_whole = slides_draw_alone(&stage, slide, pages->slide);
    pages->is_drawn = true;
}

static struct box moved(struct box box, int down)
{
    box.y += down;
    return box;
}

static void draw_slide(struct pages *pages, struct canvas *canvas)
{
    if (!pages->is_drawn) {
        compose(pages);
    }
    canvas_draw(canvas, canvas_picture(pages->slide), 0, pages->top);
    for (size_t i = 0; i < canvas_mark_count(pages->slide); i++) {
        const struct mark *mark = canvas_mark_at(pages->slide, i);
        canvas_mark(canvas, mark->kind, moved(mark->box, pages->top),
                    moved(mark->within, pages->top), mark->text, mark->cut);
    }
}

static bool has_neighbour(const struct pages *pages, int target)
{
    size_t count = page_count(stage_of(pages)->playlist);
    return target == TARGET_CLOSE ||
           (target == TARGET_PREVIOUS && pages->index > 0) ||
           (target == TARGET_NEXT && pages->index + 1 < count);
}

static void pages_draw(void *self, struct canvas *canvas)
{
    struct pages *pages = self;
    canvas_clear(canvas, stage_of(pages)->theme.paper);
    if (pages->slide != NULL) {
        draw_slide(pages, canvas);
    }
    for (int i = 0; i < TARGET_COUNT; i++) {
        if (has_neighbour(pages, i)) {
            button_draw(stage_of(pages), &pages->buttons[i], canvas);
        }
    }
}

static void pages_targets(const void *self, struct targets *out)
{
    const struct pages *pages = self;
    struct size size = stage_of(pages)->size;
    struct box screen = {0, 0, size.width, size.height};
    for (int i = 0; i < TARGET_COUNT; i++) {
        if (has_neighbour(pages, i)) {
            targets_add(out, button_target(&pages->buttons[i], screen));
        }
    }
}

static int pages_home(const void *self)
{
    return has_neighbour(self, TARGET_NEXT) ? TARGET_NEXT : TARGET_CLOSE;
}

static bool go_on(struct pages *pages, int target)
{
    if (has_neighbour(pages, target)) {
        pages->index += target == TARGET_NEXT ? 1 : (size_t)-1;
        pages->is_drawn = false;
        visit_redraw(pages->visit);
    }
    return true;
}

static void pages_activate(void *self, int id)
{
    struct pages *pages = self;
    if (id == TARGET_CLOSE) {
        visit_back(pages->visit);
    } else {
        go_on(pages, id);
    }
}

static bool pages_gesture(void *self, const struct gesture *gesture)
{
    struct pages *pages = self;
    int dx = gesture->at.x - gesture->from.x;
    int dy = gesture->at.y - gesture->from.y;
    int least = SWIPE_SLOPS * controls_slop_px(stage_of(pages));
    bool swipes = gesture->kind == GESTURE_FLING && abs(dx) >= least &&
                  abs(dx) > 2 * abs(dy);
    return swipes && go_on(pages, dx < 0 ? TARGET_NEXT : TARGET_PREVIOUS);
}

static bool pages_key(void *self, const struct input *input)
{
    switch ((int)input->key) {
    case KEY_PAGE_DOWN:
        return go_on(self, TARGET_NEXT);
    case KEY_PAGE_UP:
        return go_on(self, TARGET_PREVIOUS);
    default:
        return false;
    }
}

const struct screen_kind pages_screen = {
    .name = "pages",
    .is_offered = pages_are_offered,
    .enter = pages_enter,
    .leave = pages_leave,
    .renew = pages_renew,
    .pictures_came = pages_pictures_came,
    .draw = pages_draw,
    .targets = pages_targets,
    .home = pages_home,
    .activate = pages_activate,
    .gesture = pages_gesture,
    .key = pages_key,
};
