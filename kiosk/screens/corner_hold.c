// SPDX-License-Identifier: MIT
#include "screens/corner_hold.h"

static void begin(struct corner_hold *hold, int64_t ms)
{
    hold->is_held = true;
    hold->since_ms = ms;
}

void corner_hold_forget(struct corner_hold *hold)
{
    hold->is_held = false;
}

// Only one that is alone counts.
static void take_finger(struct corner_hold *hold, const struct input *input,
                        bool inside)
{
    if (input->kind == INPUT_DOWN) {
        hold->fingers++;
    } else if (input->kind != INPUT_MOVE && hold->fingers > 0) {
        hold->fingers--;
    }
    if (input->kind == INPUT_DOWN && inside && hold->fingers == 1) {
        begin(hold, input->ms);
    } else if (input->kind != INPUT_MOVE || !inside) {
        corner_hold_forget(hold);
    }
}

void corner_hold_take(struct corner_hold *hold, const struct input *input,
                      struct box corner)
{
    switch (input->kind) {
    case INPUT_DOWN:
    case INPUT_MOVE:
    case INPUT_UP:
    case INPUT_CANCEL:
        take_finger(hold, input, box_holds(corner, input->at));
        break;
    case INPUT_KEY:
        if (input->key != KEY_MENU) {
            corner_hold_forget(hold);
        } else if (!input->repeat) {
            begin(hold, input->ms);
        }
        break;
    case INPUT_KEY_UP:
        if (input->key == KEY_MENU) {
            corner_hold_forget(hold);
        }
        break;
    case INPUT_WHEEL:
        break;
    }
}

int corner_hold_thousandths(const struct corner_hold *hold, int64_t now_ms)
{
    if (!hold->is_held) {
        return 0;
    }
    int64_t ms = now_ms - hold->since_ms;
    return (int)(ms < 0                ? 0
                 : ms < CORNER_HOLD_MS ? ms * 1000 / CORNER_HOLD_MS
                                       : 1000);
}
