// SPDX-License-Identifier: MIT
#include "system/clock.h"

#include <assert.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/timex.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"

enum {
    SECONDS_A_DAY = 24 * 60 * 60,
    MS_A_SECOND = 1000,
};

int64_t clock_monotonic_ms(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * MS_A_SECOND + time.tv_nsec / 1000000;
}

static bool says_one(const char *path)
{
    FILE *file = fopen(path, "re");
    if (file == NULL) {
        return false;
    }
    int first = fgetc(file);
    fclose(file);
    return first == '1';
}

bool clock_was_set_by_hardware(const char *sysfs)
{
    char *pattern = xasprintf("%s/class/rtc/*/hctosys", sysfs);
    glob_t found = {0};
    bool set = false;
    if (glob(pattern, 0, NULL, &found) == 0) {
        for (size_t i = 0; i < found.gl_pathc; i++) {
            set = set || says_one(found.gl_pathv[i]);
        }
    }
    globfree(&found);
    free(pattern);
    return set;
}

// By NTP, or anything else that tells the kernel. A service that may not set
// the clock may not ask the kernel either: then systemd-timesyncd's mark
// counts.
static bool is_synchronised(void)
{
    struct timex state = {0};
    int result = adjtimex(&state);
    if (result < 0) {
        return access("/run/systemd/timesync/synchronized", F_OK) == 0;
    }
    return result != TIME_ERROR && ((unsigned)state.status & STA_UNSYNC) == 0;
}

bool clock_is_believable(bool evidence, int64_t instant, int64_t certain)
{
    int64_t latest = certain + (int64_t)CLOCK_BELIEVABLE_DAYS * SECONDS_A_DAY;
    bool in_range = certain == 0 || (instant >= certain && instant <= latest);
    return evidence && in_range;
}

void clock_init(struct clock *clock, struct clock_options options)
{
    const char *sysfs = options.sysfs != NULL ? options.sysfs : "/sys";
    options.speed = options.is_given && options.speed > 0 ? options.speed : 1;
    *clock = (struct clock){.options = options,
                            .set_by_hardware = clock_was_set_by_hardware(sysfs),
                            .start_ms = clock_monotonic_ms()};
}

static unsigned evidence_of(const struct clock *clock)
{
    const struct clock_options *options = &clock->options;
    const bool evidence[] = {
        [CLOCK_BY_GIFT] = options->is_given,
        [CLOCK_BY_SETTINGS] = options->is_vouched,
        [CLOCK_BY_HARDWARE] = clock->set_by_hardware,
        [CLOCK_BY_NETWORK] = is_synchronised(),
        [CLOCK_BY_HOST] = options->is_confirmed,
    };
    static_assert(sizeof evidence == CLOCK_EVIDENCE_COUNT, "one of each");
    unsigned bits = 0;
    for (unsigned i = 0; i < CLOCK_EVIDENCE_COUNT; i++) {
        bits |= evidence[i] ? 1U << i : 0;
    }
    return bits;
}

struct clock_belief clock_read(const struct clock *clock)
{
    const struct clock_options *options = &clock->options;
    struct clock_belief belief = {.instant = time(NULL),
                                  .evidence = evidence_of(clock)};
    if (options->is_given) {
        int64_t passed_ms = clock_ms(clock) - clock->start_ms;
        belief.instant = options->given + passed_ms / MS_A_SECOND;
    }
    belief.trusted = clock_is_believable(belief.evidence != 0, belief.instant,
                                         options->certain);
    return belief;
}

int64_t clock_ms(const struct clock *clock)
{
    int64_t passed_ms = clock_monotonic_ms() - clock->start_ms;
    return clock->start_ms + passed_ms * clock->options.speed;
}

int64_t clock_real_ms(const struct clock *clock, int64_t ms)
{
    int speed = clock->options.speed;
    return ms > 0 ? (ms - 1) / speed + 1 : ms;
}
