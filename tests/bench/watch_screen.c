// SPDX-License-Identifier: MIT
// Says when a screen changes: watch_screen FILE MILLISECONDS, the frame buffer
// file of an Xvfb (its option -fbdir) and how often to look, prints a line for
// each frame that looks otherwise than the one before: when it began, in
// seconds of the monotonic clock, and a digest of its pixels. The X server does
// not notice that it is watched.
//
// It looks at one pixel in nine hundred; what changes is a frame once it
// stopped changing between two looks. Where it may, it goes before everything
// else on the machine: its own delays would be taken for the show's.
#include <arpa/inet.h>
#include <fcntl.h>
#include <sched.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    PIXELS_MAX = 64 * 1024,
    COLUMN_STEP = 29,
    ROW_STEP = 31,
    // A frame that takes longer than this to be put is several.
    FRAME_MS_MAX = 12,
    WORD_COUNT = 25, // of an X window dump's header, big-endian
};

// The words of the header that matter here.
enum {
    HEADER_BYTES = 0,
    WIDTH = 4,
    HEIGHT = 5,
    BYTES_A_ROW = 12,
    COLOURS = 19,
    COLOUR_BYTES = 12,
};

struct screen {
    const uint8_t *rows;
    size_t width, height, bytes_a_row;
};

static double now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static bool screen_open(const char *path, struct screen *out)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    struct stat status;
    if (file < 0 || fstat(file, &status) != 0) {
        return false;
    }
    const uint8_t *bytes =
        mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_SHARED, file, 0);
    close(file);
    if (bytes == MAP_FAILED) {
        return false;
    }
    uint32_t words[WORD_COUNT];
    memcpy(words, bytes, sizeof words);
    for (int i = 0; i < WORD_COUNT; i++) {
        words[i] = ntohl(words[i]);
    }
    out->rows =
        bytes + words[HEADER_BYTES] + (size_t)words[COLOURS] * COLOUR_BYTES;
    out->width = words[WIDTH];
    out->height = words[HEIGHT];
    out->bytes_a_row = words[BYTES_A_ROW];
    return true;
}

// Returns how many pixels were taken.
static size_t look(const struct screen *screen, uint32_t *out)
{
    size_t count = 0;
    for (size_t y = ROW_STEP / 2; y < screen->height; y += ROW_STEP) {
        const uint8_t *row = screen->rows + y * screen->bytes_a_row;
        for (size_t x = y % COLUMN_STEP;
             x < screen->width && count < PIXELS_MAX; x += COLUMN_STEP) {
            memcpy(&out[count++], row + x * 4, 4);
        }
    }
    return count;
}

static uint64_t digest_of(const uint32_t *pixels, size_t count)
{
    uint64_t digest = 14695981039346656037U; // FNV-1a
    for (size_t i = 0; i < count; i++) {
        digest = (digest ^ pixels[i]) * 1099511628211U;
    }
    return digest;
}

static void watch(const struct screen *screen, int look_ms)
{
    static uint32_t before[PIXELS_MAX], now[PIXELS_MAX];
    double begun = 0;
    bool is_changing = false;
    size_t count = look(screen, before);
    for (;;) {
        nanosleep(&(struct timespec){.tv_nsec = look_ms * 1000L * 1000}, NULL);
        look(screen, now);
        double at = now_s();
        bool differs = memcmp(before, now, count * sizeof *now) != 0;
        if (differs && !is_changing) {
            begun = at;
        }
        bool is_put =
            is_changing && (!differs || (at - begun) * 1000 > FRAME_MS_MAX);
        if (is_put) {
            printf("%.6f %016llx\n", begun,
                   (unsigned long long)digest_of(now, count));
            fflush(stdout);
            begun = at;
        }
        is_changing = differs;
        memcpy(before, now, count * sizeof *now);
    }
}

int main(int count, char **arguments)
{
    struct screen screen;
    int look_ms = count == 3 ? atoi(arguments[2]) : 0;
    if (look_ms < 1 || look_ms > 999 || !screen_open(arguments[1], &screen)) {
        fputs("usage: watch_screen FILE MILLISECONDS\n", stderr);
        return 2;
    }
    sched_setscheduler(0, SCHED_FIFO, &(struct sched_param){1});
    watch(&screen, look_ms);
}
