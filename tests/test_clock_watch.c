// SPDX-License-Identifier: MIT
// Whoever sets the clock is noticed. Setting this machine's is not for a test:
// the timer's file is one that the test cancels, as the kernel would.
#include "support/test.h"

#include <errno.h>
#include <semaphore.h>
#include <stdbool.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "system/clock_watch.h"

// Linked in place of the system's; "real" is the system's.
int __wrap_timerfd_create(int clock, int flags);
int __wrap_timerfd_settime(int file, int flags, const struct itimerspec *when,
                           struct itimerspec *before);
ssize_t __wrap_read(int file, void *bytes, size_t size);
ssize_t __real_read(int file, void *bytes, size_t size);

static struct {
    int timer; // an eventfd
    sem_t armed, woken;
} kernel;

int __wrap_timerfd_create(int clock, int flags)
{
    assert_int_equal(clock, CLOCK_REALTIME);
    assert_true((flags & TFD_NONBLOCK) != 0);
    kernel.timer = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    return kernel.timer;
}

int __wrap_timerfd_settime(int file, int flags, const struct itimerspec *when,
                           struct itimerspec *before)
{
    bool notices = file == kernel.timer && before == NULL &&
                   flags == (TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET) &&
                   when->it_value.tv_sec > (int64_t)90 * 365 * 24 * 60 * 60;
    if (notices) {
        sem_post(&kernel.armed);
    }
    return notices ? 0 : -1;
}

ssize_t __wrap_read(int file, void *bytes, size_t size)
{
    ssize_t got = __real_read(file, bytes, size);
    if (file == kernel.timer && got > 0) {
        errno = ECANCELED;
        return -1;
    }
    return got;
}

static void wake(void *context)
{
    sem_post(context);
}

static void every_setting_of_the_clock_wakes_the_show(void **state)
{
    (void)state;
    sem_init(&kernel.armed, 0, 0);
    sem_init(&kernel.woken, 0, 0);
    struct clock_watch *watch = clock_watch_new(wake, &kernel.woken);
    assert_non_null(watch);
    sem_wait(&kernel.armed);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(sem_trywait(&kernel.woken), -1);
        assert_int_equal(eventfd_write(kernel.timer, 1), 0);
        // It is armed anew before it tells: the next one is not missed.
        sem_wait(&kernel.woken);
        assert_int_equal(sem_trywait(&kernel.armed), 0);
    }
    clock_watch_free(watch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_setting_of_the_clock_wakes_the_show),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
