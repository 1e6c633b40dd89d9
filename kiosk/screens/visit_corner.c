// SPDX-License-Identifier: MIT
// The way to the operator's page: a corner that is held, and the gate.
#include "screens/visit_parts.h"

#include "screens/controls.h"
#include "screens/desk.h"
#include "slides/parts.h"

enum {
    CORNER_BUTTONS = 2, // a corner is so many buttons wide
    TICK_MS = 50,       // of the ring that closes
};

struct box visit_corner(const struct visit *visit)
{
    if (visit->desk == NULL) {
        return (struct box){0};
    }
    struct size size = visit->stage.size;
    int side = CORNER_BUTTONS * controls_button_px(&visit->stage);
    enum corner corner = visit->settings.corner;
    bool right = corner == CORNER_TOP_RIGHT || corner == CORNER_BOTTOM_RIGHT;
    bool bottom = corner == CORNER_BOTTOM_LEFT || corner == CORNER_BOTTOM_RIGHT;
    return (struct box){right ? size.width - side : 0,
                        bottom ? size.height - side : 0, side, side};
}

void visit_open_gated(struct visit *visit, enum screen_name name)
{
    struct destination to = {.screen = name};
    if (visit->desk == NULL) {
        return;
    }
    if (visit->settings.pin == NULL || visit->desk->gate.is_open) {
        visit->desk->gate.is_open = true;
    } else {
        to = (struct destination){.screen = SCREEN_PIN, .number = name};
    }
    visit_open(visit, &to);
}

void visit_touch_doubt(struct visit *visit, struct point at)
{
    struct box mark = part_doubt_box(&visit->stage);
    int more = controls_button_px(&visit->stage) - mark.height;
    if (more > 0) {
        mark = (struct box){mark.x - more / 2, mark.y - more / 2,
                            mark.width + more, mark.height + more};
    }
    if (!visit->stage.now.trusted && box_holds(mark, at)) {
        visit_open_gated(visit, SCREEN_CLOCK);
    }
}

static bool is_behind_gate(const struct visit *visit)
{
    const char *where = visit_where(visit);
    for (int name = SCREEN_OPERATOR; name <= SCREEN_PIN; name++) {
        const struct screen_kind *kind = screen_kind_of((enum screen_name)name);
        if (kind != NULL && kind->name == where) {
            return true;
        }
    }
    return false;
}

void visit_hold_corner(struct visit *visit)
{
    int done = corner_hold_thousandths(&visit->corner, visit->now_ms);
    bool is_key = visit->corner.fingers == 0;
    if (visit->desk == NULL || done == 0) {
        return;
    }
    if (visit->now_ms >= visit->corner.since_ms + CORNER_HOLD_SHOWN_MS) {
        visit->is_dirty = true;
    }
    if (done < 1000) {
        return;
    }
    corner_hold_forget(&visit->corner);
    if (is_key) {
        visit_let_go(visit);
    } else {
        visit_cancel(visit);
    }
    if (visit->count == 0) {
        visit_enter(visit);
    }
    if (!is_behind_gate(visit)) {
        visit_open_gated(visit, SCREEN_OPERATOR);
    }
}

int64_t visit_corner_next_ms(const struct visit *visit)
{
    if (visit->desk == NULL || !visit->corner.is_held) {
        return INT64_MAX;
    }
    int64_t shown_ms = visit->corner.since_ms + CORNER_HOLD_SHOWN_MS;
    int64_t tick_ms = visit->now_ms + TICK_MS;
    return tick_ms > shown_ms ? tick_ms : shown_ms;
}
