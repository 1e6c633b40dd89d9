// SPDX-License-Identifier: MIT
#include "draw/image_store.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "draw/picture.h"
#include "support/pictures.h"
#include "support/test.h"

enum {
    // What the sound pictures take at their own size, 64 x 48, with the page
    // the decoder answered on.
    BYTES_EACH = 4096 + 64 * 48 * 4,
    MANY_BYTES = 1 << 26,
};

static const char red[] = PICTURES "rgb-8.png";
static const char green[] = PICTURES "rgb-16.png";
static const char blue[] = PICTURES "palette-8.png";
static const char yellow[] = PICTURES "palette-4.png";
static const struct size own_size = {64, 48};

struct wakes {
    pthread_mutex_t lock;
    int count;
};

static void count_wake(void *context)
{
    struct wakes *wakes = context;
    pthread_mutex_lock(&wakes->lock);
    wakes->count++;
    pthread_mutex_unlock(&wakes->lock);
}

static struct image_store *store_new(size_t budget_bytes)
{
    struct image_store_options options = {.budget_bytes = budget_bytes};
    struct image_store *store = image_store_new(options);
    assert_non_null(store);
    return store;
}

static struct image_store *counting_store(size_t budget_bytes,
                                          struct wakes *wakes)
{
    struct image_store_options options = {.budget_bytes = budget_bytes,
                                          .wake = count_wake,
                                          .wake_context = wakes};
    struct image_store *store = image_store_new(options);
    assert_non_null(store);
    return store;
}

static enum image_state get(struct image_store *store, const char *path)
{
    const struct picture *picture = NULL;
    enum image_state state = image_store_get(store, path, own_size, &picture);
    assert_int_equal(state == IMAGE_READY, picture != NULL);
    return state;
}

// Asks for the picture and waits for it.
static const struct picture *got(struct image_store *store, const char *path)
{
    get(store, path);
    image_store_wait(store);
    const struct picture *picture = NULL;
    assert_int_equal(image_store_get(store, path, own_size, &picture),
                     IMAGE_READY);
    return picture;
}

static void a_picture_is_pending_then_ready(void **state)
{
    (void)state;
    struct wakes wakes = {.lock = PTHREAD_MUTEX_INITIALIZER};
    struct image_store *store = counting_store(MANY_BYTES, &wakes);
    assert_int_equal(get(store, red), IMAGE_PENDING);
    image_store_wait(store);
    const struct picture *picture = NULL;
    assert_int_equal(image_store_get(store, red, own_size, &picture),
                     IMAGE_READY);
    assert_true(size_equals(picture->size, own_size));
    assert_int_equal(picture->pixels[0], 0xffff0000);
    assert_true(picture->opaque);
    assert_int_equal(wakes.count, 1);
    image_store_free(store);
}

static void one_picture_is_decoded_once_a_size(void **state)
{
    (void)state;
    struct wakes wakes = {.lock = PTHREAD_MUTEX_INITIALIZER};
    struct image_store *store = counting_store(MANY_BYTES, &wakes);
    for (int i = 0; i < 3; i++) {
        image_store_prefetch(store, red, own_size);
        get(store, red);
        image_store_prefetch(store, red, own_size);
    }
    image_store_wait(store);
    assert_int_equal(get(store, red), IMAGE_READY);
    image_store_prefetch(store, red, own_size);
    image_store_wait(store);
    assert_int_equal(wakes.count, 1);

    const struct picture *picture = NULL;
    struct size small = {16, 16};
    assert_int_equal(image_store_get(store, red, small, &picture),
                     IMAGE_PENDING);
    image_store_wait(store);
    assert_int_equal(image_store_get(store, red, small, &picture), IMAGE_READY);
    assert_int_equal(picture->size.width, 16);
    assert_int_equal(wakes.count, 2);
    image_store_free(store);
}

// Runs the function with stderr in a file, and returns what was written.
static char *logged(void (*run)(struct image_store *), char *out, size_t size)
{
    FILE *file = tmpfile();
    assert_non_null(file);
    struct image_store *store = store_new(MANY_BYTES);
    fflush(stderr);
    int before = dup(STDERR_FILENO);
    dup2(fileno(file), STDERR_FILENO);
    run(store);
    fflush(stderr);
    dup2(before, STDERR_FILENO);
    close(before);
    image_store_free(store);
    rewind(file);
    out[fread(out, 1, size - 1, file)] = '\0';
    fclose(file);
    return out;
}

static void ask_for_a_broken_picture(struct image_store *store)
{
    static const char path[] = PICTURES "cut-off.png";
    const struct picture *picture = NULL;
    for (int i = 1; i <= 5; i++) {
        struct size within = {10 * i, 10 * i};
        image_store_get(store, path, within, &picture);
    }
    image_store_wait(store);
    struct size size;
    assert_false(image_store_probe(store, path, &size));
    for (int i = 1; i <= 9; i++) {
        struct size within = {10 * i, 10 * i};
        assert_int_equal(image_store_get(store, path, within, &picture),
                         IMAGE_BROKEN);
    }
    assert_null(picture);
}

static void a_broken_picture_is_logged_once(void **state)
{
    (void)state;
    char text[1000];
    logged(ask_for_a_broken_picture, text, sizeof text);
    assert_string_equal(text,
                        "kiosk: picture " PICTURES "cut-off.png is cut off\n");
}

static void probe_a_missing_picture(struct image_store *store)
{
    struct size size = {1, 2};
    for (int i = 0; i < 3; i++) {
        assert_false(image_store_probe(store, PICTURES "none.png", &size));
        image_store_wait(store);
    }
    assert_int_equal(size.width, 1);
    assert_int_equal(get(store, PICTURES "none.png"), IMAGE_BROKEN);
}

static void a_missing_picture_is_logged_once(void **state)
{
    (void)state;
    char text[1000];
    logged(probe_a_missing_picture, text, sizeof text);
    assert_string_equal(text, "kiosk: picture " PICTURES
                              "none.png is missing or cannot be read\n");
}

static void a_probe_tells_the_upright_size(void **state)
{
    (void)state;
    struct image_store *store = store_new(MANY_BYTES);
    struct size size = {0};
    static const char path[] = PICTURES "orientation-6.jpg";
    assert_false(image_store_probe(store, path, &size));
    image_store_wait(store);
    for (int i = 0; i < 2; i++) {
        assert_true(image_store_probe(store, path, &size));
        assert_true(size_equals(size, own_size));
    }
    image_store_free(store);
}

// What is drawn of a picture hangs on its proportions: nothing is decoded to a
// size that was asked for without them.
static void a_picture_waits_for_its_head(void **state)
{
    (void)state;
    struct wakes wakes = {.lock = PTHREAD_MUTEX_INITIALIZER};
    struct image_store *store = counting_store(MANY_BYTES, &wakes);
    struct size size = {0};
    assert_false(image_store_probe(store, red, &size));
    assert_int_equal(get(store, red), IMAGE_PENDING);
    image_store_prefetch(store, red, (struct size){10, 10});
    image_store_wait(store);
    assert_int_equal(wakes.count, 1);
    assert_true(image_store_probe(store, red, &size));
    assert_int_equal(get(store, red), IMAGE_PENDING);
    image_store_wait(store);
    assert_int_equal(get(store, red), IMAGE_READY);
    assert_int_equal(wakes.count, 2);
    image_store_free(store);
}

static void collect_counts_what_came(void **state)
{
    (void)state;
    struct wakes wakes = {.lock = PTHREAD_MUTEX_INITIALIZER};
    struct image_store *store = counting_store(MANY_BYTES, &wakes);
    assert_int_equal(image_store_collect(store), 0);
    get(store, red);
    get(store, PICTURES "none.png");
    size_t count = 0;
    while (count < 2) {
        count += image_store_collect(store);
    }
    assert_int_equal(count, 2);
    assert_int_equal(get(store, red), IMAGE_READY);
    assert_int_equal(get(store, PICTURES "none.png"), IMAGE_BROKEN);
    image_store_free(store);
}

static void the_budget_evicts_what_was_got_longest_ago(void **state)
{
    (void)state;
    struct image_store *store = store_new((size_t)3 * BYTES_EACH - 1);
    got(store, red);
    got(store, green);
    got(store, red);
    got(store, blue);
    image_store_collect(store);
    image_store_collect(store);
    assert_int_equal(get(store, red), IMAGE_READY);
    assert_int_equal(get(store, blue), IMAGE_READY);
    assert_int_equal(get(store, green), IMAGE_PENDING);
    image_store_free(store);
}

static void what_a_whole_round_did_not_ask_for_goes(void **state)
{
    (void)state;
    struct image_store *store = store_new(MANY_BYTES);
    got(store, red);
    got(store, green);
    image_store_collect(store);
    image_store_drop_unasked(store);
    got(store, red);
    image_store_drop_unasked(store);
    assert_int_equal(get(store, red), IMAGE_READY);
    assert_int_equal(get(store, green), IMAGE_PENDING);
    image_store_free(store);
}

static void what_is_on_the_screen_is_never_evicted(void **state)
{
    (void)state;
    struct image_store *store = store_new(BYTES_EACH);
    const char *paths[] = {red, green, blue};
    for (int i = 0; i < 3; i++) {
        get(store, paths[i]);
    }
    image_store_wait(store);
    for (int frame = 0; frame < 5; frame++) {
        for (int i = 0; i < 3; i++) {
            assert_int_equal(get(store, paths[i]), IMAGE_READY);
        }
        image_store_collect(store);
    }
    // Nothing is got any more: down to the budget.
    image_store_collect(store);
    int ready = 0;
    for (int i = 0; i < 3; i++) {
        ready += get(store, paths[i]) == IMAGE_READY;
    }
    assert_int_equal(ready, 1);
    image_store_free(store);
}

static void prefetching_goes_behind_and_is_there_when_needed(void **state)
{
    (void)state;
    struct image_store *store = store_new(MANY_BYTES);
    image_store_prefetch(store, red, own_size);
    image_store_prefetch(store, green, own_size);
    image_store_wait(store);
    assert_int_equal(get(store, green), IMAGE_READY);
    assert_int_equal(get(store, red), IMAGE_READY);
    image_store_free(store);
}

// A prefetched picture there is no room for would be decoded and evicted in
// turns for ever.
static void prefetching_without_room_comes_to_rest(void **state)
{
    (void)state;
    struct wakes wakes = {.lock = PTHREAD_MUTEX_INITIALIZER};
    struct image_store *store = counting_store((size_t)3 * BYTES_EACH, &wakes);
    for (int frame = 0; frame < 50; frame++) {
        get(store, red);
        get(store, green);
        image_store_prefetch(store, blue, own_size);
        image_store_prefetch(store, yellow, own_size);
        image_store_wait(store);
    }
    assert_int_equal(wakes.count, 4);
    assert_int_equal(get(store, red), IMAGE_READY);
    assert_int_equal(get(store, green), IMAGE_READY);
    // And is decoded after all once it is wanted.
    got(store, blue);
    got(store, yellow);
    image_store_free(store);
}

static void copy_file(const char *from, const char *to)
{
    char bytes[4096];
    FILE *in = fopen(from, "rb");
    FILE *out = fopen(to, "wb");
    assert_non_null(in);
    assert_non_null(out);
    size_t length = fread(bytes, 1, sizeof bytes, in);
    assert_int_equal(fwrite(bytes, 1, length, out), length);
    fclose(in);
    fclose(out);
}

// Another content, and a time that differs however fast the test is.
static void replace_file(const char *from, const char *to, int seconds)
{
    copy_file(from, to);
    struct timespec times[2] = {{.tv_sec = seconds}, {.tv_sec = seconds}};
    assert_int_equal(utimensat(AT_FDCWD, to, times, 0), 0);
}

static void a_file_that_changed_is_read_anew(void **state)
{
    (void)state;
    char path[] = "/tmp/test-image-store-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    close(file);
    struct image_store *store = store_new(MANY_BYTES);

    replace_file(PICTURES "rgb-8.png", path, 1);
    const struct picture *old = got(store, path);
    replace_file(PICTURES "one-pixel.png", path, 2);
    assert_int_equal(get(store, path), IMAGE_PENDING);
    // What was given out is valid until the next collect.
    assert_int_equal(old->pixels[63], 0xff00ff00);
    image_store_wait(store);
    assert_int_equal(got(store, path)->pixels[0], 0xffff0000);

    // Replaced while the worker has it: the first result is not taken.
    replace_file(PICTURES "rgb-8.png", path, 3);
    assert_int_equal(get(store, path), IMAGE_PENDING);
    replace_file(PICTURES "grey-8.png", path, 4);
    assert_int_equal(get(store, path), IMAGE_PENDING);
    image_store_wait(store);
    assert_int_equal(got(store, path)->pixels[0], 0xff000000);

    assert_int_equal(unlink(path), 0);
    assert_int_equal(get(store, path), IMAGE_PENDING);
    image_store_wait(store);
    assert_int_equal(get(store, path), IMAGE_BROKEN);
    replace_file(PICTURES "rgb-8.png", path, 5);
    assert_int_equal(got(store, path)->pixels[0], 0xffff0000);
    image_store_free(store);
    unlink(path);
}

static void a_store_is_freed_while_it_decodes(void **state)
{
    (void)state;
    for (int i = 0; i < 20; i++) {
        struct image_store *store = store_new(MANY_BYTES);
        for (int width = 1; width <= 20; width++) {
            const struct picture *picture = NULL;
            struct size within = {width * 40, width * 40};
            image_store_get(store, red, within, &picture);
            image_store_prefetch(store, green, within);
        }
        if (i % 2 == 1) {
            image_store_collect(store);
        }
        image_store_free(store);
    }
    image_store_free(NULL);
}

static void ask_for_many_files(struct image_store *store)
{
    got(store, red);
    for (int i = 0; i < 5000; i++) {
        char path[PATH_BYTES];
        snprintf(path, sizeof path, "/proc/self/none-%d", i);
        get(store, path);
        if (i % 100 == 0) {
            get(store, red);
            image_store_collect(store);
        }
    }
    assert_int_equal(get(store, red), IMAGE_READY);
    image_store_wait(store);
}

static void files_of_old_programmes_are_forgotten(void **state)
{
    (void)state;
    char text[1000];
    logged(ask_for_many_files, text, sizeof text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_picture_is_pending_then_ready),
        cmocka_unit_test(one_picture_is_decoded_once_a_size),
        cmocka_unit_test(a_broken_picture_is_logged_once),
        cmocka_unit_test(a_missing_picture_is_logged_once),
        cmocka_unit_test(a_probe_tells_the_upright_size),
        cmocka_unit_test(a_picture_waits_for_its_head),
        cmocka_unit_test(collect_counts_what_came),
        cmocka_unit_test(the_budget_evicts_what_was_got_longest_ago),
        cmocka_unit_test(what_a_whole_round_did_not_ask_for_goes),
        cmocka_unit_test(what_is_on_the_screen_is_never_evicted),
        cmocka_unit_test(prefetching_goes_behind_and_is_there_when_needed),
        cmocka_unit_test(prefetching_without_room_comes_to_rest),
        cmocka_unit_test(a_file_that_changed_is_read_anew),
        cmocka_unit_test(a_store_is_freed_while_it_decodes),
        cmocka_unit_test(files_of_old_programmes_are_forgotten),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
