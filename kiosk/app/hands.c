// SPDX-License-Identifier: MIT
#include "app/hands.h"

enum {
    MOUSE_FINGER = -1, // SDL numbers fingers from 0
    // An event that says it is older than that has no time of its own.
    AGE_MS_MAX = 1000,
};

// A keyboard's keys and those of a remote control, which arrive as keys.
static const struct {
    SDL_Keycode code;
    enum key key;
} KEYS[] = {
    {SDLK_UP,          KEY_UP       },
    {SDLK_DOWN,        KEY_DOWN     },
    {SDLK_LEFT,        KEY_LEFT     },
    {SDLK_RIGHT,       KEY_RIGHT    },
    {SDLK_RETURN,      KEY_ENTER    },
    {SDLK_KP_ENTER,    KEY_ENTER    },
    {SDLK_SELECT,      KEY_ENTER    },
    {SDLK_BACKSPACE,   KEY_BACK     },
    {SDLK_ESCAPE,      KEY_BACK     },
    {SDLK_AC_BACK,     KEY_BACK     },
    {SDLK_CANCEL,      KEY_BACK     },
    {SDLK_SPACE,       KEY_SWITCH   },
    {SDLK_PLUS,        KEY_PLUS     },
    {SDLK_EQUALS,      KEY_PLUS     },
    {SDLK_KP_PLUS,     KEY_PLUS     },
    {SDLK_MINUS,       KEY_MINUS    },
    {SDLK_KP_MINUS,    KEY_MINUS    },
    {SDLK_PAGEUP,      KEY_PAGE_UP  },
    {SDLK_PAGEDOWN,    KEY_PAGE_DOWN},
    {SDLK_HOME,        KEY_HOME     },
    {SDLK_END,         KEY_END      },
    {SDLK_MENU,        KEY_MENU     },
    {SDLK_APPLICATION, KEY_MENU     },
    {SDLK_F10,         KEY_MENU     },
};

// Digits are known by their place, so that they need no shift in France.
static int digit_of(SDL_Scancode code)
{
    if (code >= SDL_SCANCODE_1 && code <= SDL_SCANCODE_0) {
        return ((int)code - SDL_SCANCODE_1 + 1) % 10;
    }
    if (code >= SDL_SCANCODE_KP_1 && code <= SDL_SCANCODE_KP_0) {
        return ((int)code - SDL_SCANCODE_KP_1 + 1) % 10;
    }
    return -1;
}

static bool read_key(const SDL_KeyboardEvent *event, struct input *out)
{
    const SDL_Keysym *pressed = &event->keysym;
    out->kind = event->type == SDL_KEYDOWN ? INPUT_KEY : INPUT_KEY_UP;
    out->repeat = event->repeat != 0;
    if (pressed->sym == SDLK_TAB) {
        bool back = (pressed->mod & KMOD_SHIFT) != 0;
        out->key = back ? KEY_PREVIOUS : KEY_NEXT;
        return true;
    }
    for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS; i++) {
        if (KEYS[i].code == pressed->sym) {
            out->key = KEYS[i].key;
            return true;
        }
    }
    out->key = KEY_DIGIT;
    out->digit = digit_of(pressed->scancode);
    return out->digit >= 0;
}

// Fingers come in parts of the panel, from 0 to 1.
static bool read_finger(const SDL_TouchFingerEvent *event, struct size size,
                        struct input *out)
{
    out->finger = event->fingerId;
    out->at = (struct point){(int)(event->x * (float)size.width),
                             (int)(event->y * (float)size.height)};
    switch (event->type) {
    case SDL_FINGERDOWN:
        out->kind = INPUT_DOWN;
        return true;
    case SDL_FINGERUP:
        out->kind = INPUT_UP;
        return true;
    default:
        out->kind = INPUT_MOVE;
        return true;
    }
}

static bool read_button(const SDL_MouseButtonEvent *event, struct input *out)
{
    out->kind = event->type == SDL_MOUSEBUTTONDOWN ? INPUT_DOWN : INPUT_UP;
    out->finger = MOUSE_FINGER;
    out->at = (struct point){event->x, event->y};
    return event->button == SDL_BUTTON_LEFT;
}

// With its button held a mouse is a finger; without, it means nothing.
static bool read_motion(const SDL_MouseMotionEvent *event, struct input *out)
{
    out->kind = INPUT_MOVE;
    out->finger = MOUSE_FINGER;
    out->at = (struct point){event->x, event->y};
    return (event->state & SDL_BUTTON_LMASK) != 0;
}

static bool read_wheel(const SDL_MouseWheelEvent *event, struct input *out)
{
    bool flipped = event->direction == SDL_MOUSEWHEEL_FLIPPED;
    double notches = (double)event->preciseY;
    out->kind = INPUT_WHEEL;
    out->at = (struct point){event->mouseX, event->mouseY};
    out->wheel = flipped ? -notches : notches;
    return notches < 0 || notches > 0;
}

// When it happened: SDL keeps a clock of its own.
static int64_t moment_of_event(const SDL_Event *event, int64_t now_ms)
{
    int64_t age_ms = (int64_t)SDL_GetTicks() - event->common.timestamp;
    bool is_old = age_ms < 0 || age_ms > AGE_MS_MAX;
    return is_old ? now_ms : now_ms - age_ms;
}

bool hands_read(const SDL_Event *event, struct size size, int64_t now_ms,
                struct input *out)
{
    struct input input = {.ms = moment_of_event(event, now_ms)};
    bool is_known = false;
    switch (event->type) {
    case SDL_KEYDOWN:
    case SDL_KEYUP:
        is_known = read_key(&event->key, &input);
        break;
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        is_known = read_finger(&event->tfinger, size, &input);
        break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        is_known = read_button(&event->button, &input);
        break;
    case SDL_MOUSEMOTION:
        is_known = read_motion(&event->motion, &input);
        break;
    case SDL_MOUSEWHEEL:
        is_known = read_wheel(&event->wheel, &input);
        break;
    default:
        break;
    }
    if (is_known) {
        *out = input;
    }
    return is_known;
}

bool hands_is_pointer(const struct input *input)
{
    return input->kind != INPUT_KEY && input->kind != INPUT_KEY_UP;
}

bool hands_is_touchpad(const SDL_Event *event)
{
    bool finger = event->type == SDL_FINGERDOWN ||
                  event->type == SDL_FINGERMOTION ||
                  event->type == SDL_FINGERUP;
    SDL_TouchDeviceType type =
        finger ? SDL_GetTouchDeviceType(event->tfinger.touchId)
               : SDL_TOUCH_DEVICE_INVALID;
    return type == SDL_TOUCH_DEVICE_INDIRECT_ABSOLUTE ||
           type == SDL_TOUCH_DEVICE_INDIRECT_RELATIVE;
}
