// SPDX-License-Identifier: MIT
// What large posters cost: bench_pictures JPEG, of 6000 x 4000 pixels.
//
// A hundred such posters browsed, and what memory that leaves in use; the
// frames of a cross-fade with and without decoding, in pairs.
// tests/bench/pictures.sh makes the files.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "decode/decode.h"
#include "draw/image_store.h"
#include "draw/picture.h"

enum {
    PAIRS = 15,
    POSTERS = 100,
    FRAMES = 60,
    BUDGET_BYTES = 24 << 20,
    PATH_BYTES = 4096,
};

static const struct decoder decoder = {.folder = KIOSK_DECODERS_DIR};
static const struct size panel = {922, 1080};
static const struct size screen = {1920, 1080};

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static double median(double *values, size_t count)
{
    qsort(values, count, sizeof *values, compare);
    return values[count / 2];
}

static double own_mb(void)
{
    long pages = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file == NULL || fscanf(file, "%ld %ld", &pages, &resident) != 2) {
        exit(1);
    }
    fclose(file);
    return (double)resident * (double)sysconf(_SC_PAGESIZE) / 1e6;
}

static void measure_browsing(const char *path, const char *folder)
{
    struct image_store *store = image_store_new((struct image_store_options){
        .budget_bytes = BUDGET_BYTES, .decoder = decoder});
    double before = own_mb(), most = before;
    double start = now_ms();
    for (int i = 0; i < POSTERS; i++) {
        char name[PATH_BYTES];
        const struct picture *picture = NULL;
        snprintf(name, sizeof name, "%s/poster-%d.jpg", folder, i);
        if (symlink(path, name) != 0) {
            exit(1);
        }
        while (image_store_get(store, name, panel, &picture) == IMAGE_PENDING) {
            image_store_wait(store);
        }
        unlink(name);
        double mb = own_mb();
        most = mb > most ? mb : most;
    }
    printf("browsing: %d posters in %.1f s; the show's memory grows by at "
           "most %.1f MB, its budget is %.1f MB\n",
           POSTERS, (now_ms() - start) / 1e3, most - before,
           BUDGET_BYTES / 1e6);
    image_store_free(store);
}

// The longest frame but two, and the median one, of a fade.
static void fade(struct picture *const pictures[3], double *longest,
                 double *middle)
{
    double frames[FRAMES];
    for (int i = 0; i < FRAMES; i++) {
        double start = now_ms();
        picture_mix(pictures[0], pictures[1], i * 256 / FRAMES,
                    pictures[2]->pixels, screen.width);
        frames[i] = now_ms() - start;
        struct timespec pause = {0, 8000000};
        nanosleep(&pause, NULL);
    }
    *middle = median(frames, FRAMES);
    *longest = frames[FRAMES - 3];
}

static void measure_fading(const char *path)
{
    struct picture *pictures[3];
    double idle[PAIRS], busy[PAIRS], ratios[PAIRS], tails[PAIRS];
    for (int i = 0; i < 3; i++) {
        pictures[i] = picture_new(screen);
        memset(pictures[i]->pixels, 50 * i,
               (size_t)screen.width * (size_t)screen.height * 4);
    }
    for (int i = 0; i < PAIRS; i++) {
        double idle_tail = 0, busy_tail = 0;
        fade(pictures, &idle_tail, &idle[i]);
        struct image_store *store =
            image_store_new((struct image_store_options){
                .budget_bytes = BUDGET_BYTES, .decoder = decoder});
        for (int k = 0; k < 40; k++) {
            image_store_prefetch(store, path, (struct size){900 + k, 1080});
        }
        fade(pictures, &busy_tail, &busy[i]);
        image_store_free(store);
        ratios[i] = busy[i] / idle[i];
        tails[i] = busy_tail / idle_tail;
    }
    printf("fading: a frame %.2f ms, %.2f ms while decoding, ratio %.2f; of "
           "the longest frames %.2f\n",
           median(idle, PAIRS), median(busy, PAIRS), median(ratios, PAIRS),
           median(tails, PAIRS));
    for (int i = 0; i < 3; i++) {
        picture_free(pictures[i]);
    }
}

int main(int argc, char **argv)
{
    char folder[] = "/tmp/bench-pictures-XXXXXX";
    char path[PATH_BYTES];
    if (argc != 2 || realpath(argv[1], path) == NULL ||
        mkdtemp(folder) == NULL) {
        fprintf(stderr, "usage: bench_pictures JPEG\n");
        return 2;
    }
    measure_browsing(path, folder);
    measure_fading(path);
    rmdir(folder);
    return 0;
}
