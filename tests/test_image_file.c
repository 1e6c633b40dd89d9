// SPDX-License-Identifier: MIT
#include "draw/image_file.h"

#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "draw/image_store.h"
#include "support/pictures.h"
#include "support/test.h"

static const struct size size = {64, 48};

static bool is_broken_in(struct image_file *file, uint64_t loop)
{
    image_file_recover(file, loop);
    return file->is_broken;
}

static void each_failure_for_want_of_time_is_put_off_longer(void **state)
{
    (void)state;
    struct image_file *file =
        image_file_new("slow.jpg", (struct file_version){0});
    image_file_fail(file, DECODE_TOO_SLOW, 10);
    assert_true(is_broken_in(file, 10));
    assert_false(is_broken_in(file, 11));
    image_file_fail(file, DECODE_TOO_SLOW, 11);
    assert_true(is_broken_in(file, 12));
    assert_false(is_broken_in(file, 13));
    for (int i = 0; i < 100; i++) {
        image_file_fail(file, DECODE_TOO_SLOW, 1000);
    }
    assert_true(is_broken_in(file, 1063));
    assert_false(is_broken_in(file, 1064));
    image_file_free(file);
}

static void damage_lasts(void **state)
{
    (void)state;
    struct image_file *file =
        image_file_new("damaged.jpg", (struct file_version){0});
    image_file_fail(file, DECODE_BROKEN, 0);
    assert_true(is_broken_in(file, UINT64_MAX));
    image_file_free(file);
}

static void one_size_may_need_too_much_memory(void **state)
{
    (void)state;
    struct image_file *file =
        image_file_new("large.jpg", (struct file_version){0});
    struct image *image = image_file_at(file, size);
    image_fail(image, DECODE_NO_MEMORY, 0);
    assert_false(is_broken_in(file, 0));
    assert_int_equal(image->state, LOAD_FAILED);
    image_file_recover(file, 1);
    assert_int_equal(image->state, LOAD_NONE);
    image_file_free(file);
}

static void count_wake(void *context)
{
    atomic_fetch_add((atomic_int *)context, 1);
}

// A JPEG that keeps the faulty decoder busy for ever, or a sound one. To the
// store they are the same content: as long, and of the same time.
static void write_jpeg(const char *path, bool endless)
{
    static const char order[] = "\xff\xd8\xffloop";
    char bytes[4096];
    int from = open(PICTURES "baseline.jpg", O_RDONLY | O_CLOEXEC);
    int to = open(path, O_WRONLY | O_CLOEXEC);
    assert_true(from >= 0 && to >= 0);
    ssize_t length = read(from, bytes, sizeof bytes);
    memcpy(bytes, order, endless ? sizeof order - 1 : 0);
    assert_int_equal(write(to, bytes, (size_t)length), length);
    struct timespec times[2] = {{.tv_sec = 1}, {.tv_sec = 1}};
    assert_int_equal(futimens(to, times), 0);
    close(from);
    close(to);
}

// The picture's state after so many loops of the show.
static enum image_state state_after(struct image_store *store, const char *path,
                                    int loops)
{
    const struct picture *picture = NULL;
    for (int i = 0; i < loops; i++) {
        image_store_drop_unasked(store);
    }
    image_store_get(store, path, size, &picture);
    image_store_wait(store);
    return image_store_get(store, path, size, &picture);
}

static void a_picture_there_was_no_time_for_is_shown_later(void **state)
{
    (void)state;
    char path[] = "/tmp/test-image-file-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    close(file);
    atomic_int decodings = 0;
    struct image_store *store = image_store_new((struct image_store_options){
        .budget_bytes = 1 << 20,
        .wake = count_wake,
        .wake_context = &decodings,
        .decoder = {.folder = KIOSK_FAULTY_DIR, .deadline_ms = 500}
    });
    write_jpeg(path, true);
    assert_int_equal(state_after(store, path, 0), IMAGE_BROKEN);
    write_jpeg(path, false);
    assert_int_equal(state_after(store, path, 0), IMAGE_BROKEN);
    assert_int_equal(decodings, 1);
    // A busy machine may need a few more.
    while (state_after(store, path, 1) != IMAGE_READY) {
        assert_true(decodings >= 1);
    }
    assert_true(decodings >= 2);
    image_store_free(store);
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_failure_for_want_of_time_is_put_off_longer),
        cmocka_unit_test(damage_lasts),
        cmocka_unit_test(one_size_may_need_too_much_memory),
        cmocka_unit_test(a_picture_there_was_no_time_for_is_shown_later),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
