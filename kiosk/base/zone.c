// SPDX-License-Identifier: MIT
#include "base/zone.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static bool is_plain_name(const char *name)
{
    for (const char *at = name; *at != '\0'; at++) {
        bool letter = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z');
        bool other = (*at >= '0' && *at <= '9') || strchr("_-+/", *at) != NULL;
        if (!letter && !other) {
            return false;
        }
    }
    return name[0] != '\0' && name[0] != '/' &&
           strlen(name) < ZONE_NAME_BYTES - 1;
}

// Folders and other files lie among the zones.
static bool has_rules(const char *path)
{
    static const char MAGIC[] = {'T', 'Z', 'i', 'f'};
    char bytes[sizeof MAGIC] = {0};
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    ssize_t length = read(file, bytes, sizeof bytes);
    close(file);
    return length == sizeof MAGIC && memcmp(bytes, MAGIC, sizeof MAGIC) == 0;
}

bool zone_find(const char *name, struct zone *out)
{
    char path[sizeof "/usr/share/zoneinfo/" + ZONE_NAME_BYTES];
    if (!is_plain_name(name)) {
        return false;
    }
    snprintf(path, sizeof path, "/usr/share/zoneinfo/%s", name);
    if (!has_rules(path)) {
        return false;
    }
    snprintf(out->name, sizeof out->name, "%s", name);
    return true;
}

// Guards the zone that the C library is set to.
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static struct tm civil_at(const struct zone *zone, int64_t instant)
{
    time_t time = instant;
    struct tm civil = {0};
    pthread_mutex_lock(&lock);
    const char *current = getenv("TZ");
    if (current == NULL || strcmp(current, zone->name) != 0) {
        setenv("TZ", zone->name, 1);
        tzset();
    }
    localtime_r(&time, &civil);
    pthread_mutex_unlock(&lock);
    return civil;
}

// How far the zone is ahead of UTC at that instant.
static int64_t offset_at(const struct zone *zone, int64_t instant)
{
    return civil_at(zone, instant).tm_gmtoff;
}

// Of a day on which the clock is set.
static int64_t instant_near_change(const struct zone *zone,
                                   struct moment moment, int64_t before,
                                   int64_t after)
{
    int64_t first = before < after ? before : after;
    bool exists = moment_compare(zone_moment(zone, first), moment) == 0;
    if (exists) {
        return first;
    }
    bool after_exists = moment_compare(zone_moment(zone, after), moment) == 0;
    return after_exists ? after : before;
}

static const int64_t DAY_SECONDS = INT64_C(60) * MINUTES_A_DAY;

// The instant of a moment that would be as_utc in UTC.
static int64_t instant_of(const struct zone *zone, struct moment moment,
                          int64_t as_utc)
{
    // mktime() would answer for skipped and doubled moments by what it was
    // asked before. A clock is set no more than once in two days.
    int64_t before = as_utc - offset_at(zone, as_utc - DAY_SECONDS);
    int64_t after = as_utc - offset_at(zone, as_utc + DAY_SECONDS);
    return before == after ? before
                           : instant_near_change(zone, moment, before, after);
}

static int64_t as_utc_of(struct moment moment)
{
    return date_to_days(moment.date) * DAY_SECONDS +
           (int64_t)moment.minute * 60;
}

// True if the clock is not set in a week, nor a day before or behind it.
static bool is_steady(const struct zone *zone, struct zone_memo *memo,
                      int64_t week, int64_t *offset)
{
    const int64_t seconds = 7 * DAY_SECONDS;
    size_t slot = (size_t)week % ZONE_MEMO_WEEKS;
    if (memo->slots[slot].week == week) {
        *offset = memo->slots[slot].offset;
        return true;
    }
    *offset = offset_at(zone, week * seconds - DAY_SECONDS);
    if (*offset != offset_at(zone, (week + 1) * seconds + DAY_SECONDS)) {
        return false;
    }
    memo->slots[slot].week = week;
    memo->slots[slot].offset = *offset;
    return true;
}

int64_t zone_instant_at(const struct zone *zone, struct zone_memo *memo,
                        struct moment moment, struct moment *out)
{
    int64_t as_utc = as_utc_of(moment), offset = 0;
    int64_t week = as_utc / (7 * DAY_SECONDS);
    if (week > 0 && is_steady(zone, memo, week, &offset)) {
        *out = moment;
        return as_utc - offset;
    }
    int64_t instant = instant_of(zone, moment, as_utc);
    *out = zone_moment(zone, instant);
    return instant;
}

int64_t zone_instant(const struct zone *zone, struct moment moment)
{
    return instant_of(zone, moment, as_utc_of(moment));
}

struct moment zone_moment(const struct zone *zone, int64_t instant)
{
    struct tm civil = civil_at(zone, instant);
    return (struct moment){
        {civil.tm_year + 1900, civil.tm_mon + 1, civil.tm_mday},
        civil.tm_hour * 60 + civil.tm_min
    };
}
