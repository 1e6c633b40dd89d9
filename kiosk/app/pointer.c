// SPDX-License-Identifier: MIT
#include "app/pointer.h"

enum {
    // A touch panel that calls itself a mouse jumps to where it is touched.
    MOVES_MIN = 3,
};

void pointer_take(struct pointer *pointer, const SDL_Event *event,
                  int64_t now_ms)
{
    switch (event->type) {
    case SDL_MOUSEMOTION:
        if (event->motion.state == 0) {
            pointer->moves++;
        }
        pointer->moved_ms = now_ms;
        break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
    case SDL_MOUSEWHEEL:
        pointer->moved_ms = now_ms;
        pointer->moves = pointer->is_shown ? MOVES_MIN : 0;
        break;
    case SDL_FINGERDOWN:
    case SDL_KEYDOWN:
        pointer->moves = 0;
        break;
    default:
        break;
    }
}

// Without this an X server that has no desktop shows a cross.
static void show(struct pointer *pointer, bool shown)
{
    if (shown && pointer->arrow == NULL) {
        pointer->arrow = SDL_CreateSystemCursor(SDL_SYSTEM_CURSOR_ARROW);
        SDL_SetCursor(pointer->arrow);
    }
    SDL_ShowCursor(shown ? SDL_ENABLE : SDL_DISABLE);
}

void pointer_update(struct pointer *pointer, bool visited, int64_t now_ms)
{
    bool rests = now_ms >= pointer->moved_ms + POINTER_SHOWN_MS;
    pointer->moves = visited && !rests ? pointer->moves : 0;
    bool shown = pointer->moves >= MOVES_MIN;
    if (shown != pointer->is_shown && !pointer->is_windowed) {
        show(pointer, shown);
    }
    pointer->is_shown = shown;
}

int64_t pointer_deadline(const struct pointer *pointer)
{
    return pointer->is_shown ? pointer->moved_ms + POINTER_SHOWN_MS : INT64_MAX;
}
