// SPDX-License-Identifier: MIT
#include "system/clock_watch.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "base/log.h"
#include "base/memory.h"
#include "system/thread.h"

// A timer that is never due: a hundred years after 1970.
static const int64_t NEVER = (int64_t)100 * 366 * 24 * 60 * 60;

struct clock_watch {
    clock_watch_wake_fn *wake;
    void *context;
    int timer_file; // -1: none
    int stop_file;  // an eventfd; -1: none
    pthread_t thread;
};

// It is cancelled when the clock is set, and when the machine wakes up.
static bool arm(int timer_file)
{
    struct itimerspec never = {.it_value = {.tv_sec = NEVER}};
    return timerfd_settime(timer_file,
                           TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never,
                           NULL) == 0;
}

static bool was_set(int timer_file)
{
    uint64_t times = 0;
    ssize_t got = read(timer_file, &times, sizeof times);
    return got < 0 && errno == ECANCELED;
}

static void *run(void *opaque)
{
    struct clock_watch *watch = opaque;
    struct pollfd files[] = {
        {.fd = watch->stop_file,  .events = POLLIN},
        {.fd = watch->timer_file, .events = POLLIN},
    };
    bool armed = arm(watch->timer_file);
    while (armed) {
        if (poll(files, 2, -1) < 0 && errno != EINTR) {
            break;
        }
        if (files[0].revents != 0) {
            break;
        }
        if (was_set(watch->timer_file)) {
            armed = arm(watch->timer_file);
            watch->wake(watch->context);
        }
    }
    return NULL;
}

static void close_files(const struct clock_watch *watch)
{
    if (watch->timer_file >= 0) {
        close(watch->timer_file);
    }
    if (watch->stop_file >= 0) {
        close(watch->stop_file);
    }
}

struct clock_watch *clock_watch_new(clock_watch_wake_fn *wake, void *context)
{
    struct clock_watch *watch = xcalloc(1, sizeof *watch);
    *watch = (struct clock_watch){
        .wake = wake,
        .context = context,
        .timer_file =
            timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK),
        .stop_file = eventfd(0, EFD_CLOEXEC),
    };
    if (watch->timer_file < 0 || watch->stop_file < 0 ||
        !thread_start(run, watch, &watch->thread)) {
        log_line("nothing tells when the clock is set");
        close_files(watch);
        free(watch);
        return NULL;
    }
    return watch;
}

void clock_watch_free(struct clock_watch *watch)
{
    if (watch != NULL) {
        eventfd_write(watch->stop_file, 1);
        pthread_join(watch->thread, NULL);
        close_files(watch);
        free(watch);
    }
}
