// SPDX-License-Identifier: MIT
#include "screens/page_turn.h"

#include <math.h>
#include <stdlib.h>

#include "draw/canvas.h"

enum {
    FAR_PERCENT = 25,    // of the width: let go there, it turns
    FLICK = 300,         // pixels a second: a hand that means it
    VELOCITY_MAX = 6000, // a spring that begins faster is not seen
};

void page_turn_init(struct page_turn *turn, struct size size, bool calm,
                    page_turn_draw_fn *draw, void *context)
{
    *turn = (struct page_turn){.size = size,
                               .across = {.calm = calm},
                               .draw = draw,
                               .context = context};
    page_turn_set_neighbours(turn, false, false);
}

void page_turn_release(struct page_turn *turn)
{
    for (int i = 0; i < 3; i++) {
        canvas_free(turn->pages[i]);
        turn->pages[i] = NULL;
    }
}

void page_turn_set_neighbours(struct page_turn *turn, bool has_previous,
                              bool has_next)
{
    int width = turn->size.width;
    scroll_set_range(&turn->across, has_previous ? -width : 0,
                     has_next ? 2 * width : width, width);
}

bool page_turn_grab(struct page_turn *turn, int64_t now_ms)
{
    return scroll_grab(&turn->across, now_ms);
}

void page_turn_drag(struct page_turn *turn, double dx)
{
    scroll_drag(&turn->across, dx);
}

static double towards(double position, double velocity, int least, int width)
{
    double distance = fabs(position);
    double speed = position < 0 ? velocity : -velocity; // away from its place
    bool turns = speed > -FLICK && distance * 100 >= width * FAR_PERCENT;
    bool flicks = speed >= FLICK && distance >= least;
    return turns || flicks ? copysign(width, position) : 0;
}

void page_turn_let_go(struct page_turn *turn, double velocity, int least,
                      int64_t now_ms)
{
    double to =
        towards(turn->across.position, velocity, least, turn->size.width);
    velocity = fmax(-VELOCITY_MAX, fmin(VELOCITY_MAX, velocity));
    scroll_settle(&turn->across, to, velocity, now_ms);
}

bool page_turn_update(struct page_turn *turn, int64_t now_ms)
{
    bool moved = scroll_update(&turn->across, now_ms);
    if (turn->across.state == SCROLL_RESTS && !page_turn_is_seen(turn)) {
        page_turn_release(turn);
    }
    return moved;
}

bool page_turn_moves(const struct page_turn *turn)
{
    return scroll_moves(&turn->across);
}

bool page_turn_is_seen(const struct page_turn *turn)
{
    return scroll_offset(&turn->across) != 0;
}

int page_turn_step(const struct page_turn *turn)
{
    int offset = scroll_offset(&turn->across);
    bool there =
        turn->across.state == SCROLL_RESTS && abs(offset) == turn->size.width;
    return !there ? 0 : offset < 0 ? -1 : 1;
}

// Without memory for it the finger moves what there is.
static void draw_page(struct page_turn *turn, int step, int x,
                      struct canvas *canvas)
{
    struct canvas **page = &turn->pages[step + 1];
    bool *drawn = &turn->is_drawn[step + 1];
    if (*page == NULL) {
        *page = canvas_new(turn->size);
        *drawn = false;
    }
    if (*page != NULL && !*drawn) {
        turn->draw(turn->context, step, *page);
        *drawn = true;
    }
    if (*page != NULL) {
        canvas_draw(canvas, canvas_picture(*page), x, 0);
    }
}

void page_turn_draw(struct page_turn *turn, struct colour behind,
                    struct canvas *canvas)
{
    int offset = scroll_offset(&turn->across), width = turn->size.width;
    int step = offset < 0 ? -1 : 1;
    bool has_neighbour =
        step < 0 ? turn->across.first < 0 : turn->across.last > 0;
    canvas_clear(canvas, behind);
    draw_page(turn, 0, -offset, canvas);
    if (has_neighbour) {
        draw_page(turn, step, step * width - offset, canvas);
    }
}

void page_turn_pictures_came(struct page_turn *turn)
{
    for (int i = 0; i < 3; i++) {
        turn->is_drawn[i] = false;
    }
}
