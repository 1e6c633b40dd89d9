// SPDX-License-Identifier: MIT
// Hands for the real program, linked into a copy of it: what no virtual screen
// has, fingers. Whoever writes lines into the pipe that KIOSK_HANDS names
// touches the panel:
//
//   down 1 0.5 0.5     finger 1 comes down in the middle
//   move 1 0.6 0.5
//   up 1 0.6 0.5
//   close              a window manager closes the window
//   monkey 5000 7      so many random fingers, from seed 7 on
#include <SDL.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    FINGERS = 6,
    QUEUE_MAX = 200, // events that wait; the show takes its time
};

static void push_finger(Uint32 type, long finger, double x, double y)
{
    SDL_Event event = {.type = type};
    event.tfinger.touchId = 1;
    event.tfinger.fingerId = finger;
    event.tfinger.x = (float)x;
    event.tfinger.y = (float)y;
    while (SDL_PeepEvents(NULL, QUEUE_MAX, SDL_PEEKEVENT, SDL_FIRSTEVENT,
                          SDL_LASTEVENT) >= QUEUE_MAX) {
        SDL_Delay(1);
    }
    SDL_PushEvent(&event);
}

static unsigned below(uint64_t *state, unsigned limit)
{
    *state = *state * 6364136223846793005U + 1442695040888963407U;
    return (unsigned)(*state >> 33) % limit;
}

// Fingers that come down stay for some moves, mostly one at a time; at the end
// all of them leave.
static void push_monkey(long count, uint64_t seed)
{
    static const Uint32 TYPES[] = {SDL_FINGERDOWN, SDL_FINGERMOTION,
                                   SDL_FINGERMOTION, SDL_FINGERUP,
                                   SDL_FINGERUP};
    for (long i = 0; i < count; i++) {
        long finger = below(&seed, 4) > 0 ? 0 : (long)below(&seed, FINGERS);
        Uint32 type = TYPES[below(&seed, sizeof TYPES / sizeof *TYPES)];
        push_finger(type, finger, below(&seed, 1001) / 1000.0,
                    below(&seed, 1001) / 1000.0);
    }
    for (long finger = 0; finger < FINGERS; finger++) {
        push_finger(SDL_FINGERUP, finger, 0, 0);
    }
}

static void push_close(void)
{
    SDL_Event event = {.type = SDL_WINDOWEVENT};
    event.window.event = SDL_WINDOWEVENT_CLOSE;
    SDL_PushEvent(&event);
}

static void do_line(const char *line)
{
    static const struct {
        const char *name;
        Uint32 type;
    } VERBS[] = {
        {"down", SDL_FINGERDOWN  },
        {"move", SDL_FINGERMOTION},
        {"up",   SDL_FINGERUP    },
    };
    char verb[16] = "";
    double numbers[3] = {0};
    sscanf(line, "%15s %lf %lf %lf", verb, &numbers[0], &numbers[1],
           &numbers[2]);
    for (size_t i = 0; i < sizeof VERBS / sizeof *VERBS; i++) {
        if (strcmp(verb, VERBS[i].name) == 0) {
            push_finger(VERBS[i].type, (long)numbers[0], numbers[1],
                        numbers[2]);
        }
    }
    if (strcmp(verb, "monkey") == 0) {
        push_monkey((long)numbers[0], (uint64_t)numbers[1]);
        fprintf(stderr, "hands: the monkey is gone\n");
    } else if (strcmp(verb, "close") == 0) {
        push_close();
    }
}

static void *listen_to_pipe(void *path)
{
    char line[80];
    for (;;) {
        FILE *pipe = fopen(path, "re"); // until somebody writes
        while (pipe != NULL && fgets(line, sizeof line, pipe) != NULL) {
            do_line(line);
        }
        if (pipe == NULL) {
            return NULL;
        }
        fclose(pipe);
    }
}

__attribute__((constructor)) static void begin(void)
{
    char *path = getenv("KIOSK_HANDS");
    pthread_t thread;
    if (path != NULL &&
        pthread_create(&thread, NULL, listen_to_pipe, path) == 0) {
        pthread_detach(thread);
    }
}
