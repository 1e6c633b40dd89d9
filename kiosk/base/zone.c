// SPDX-License-Identifier: MIT
#include "base/zone.h"

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

bool zone_find(const char *name, struct zone *out)
{
    char path[sizeof "/usr/share/zoneinfo/" + ZONE_NAME_BYTES];
    if (!is_plain_name(name)) {
        return false;
    }
    snprintf(path, sizeof path, "/usr/share/zoneinfo/%s", name);
    if (access(path, R_OK) != 0) {
        return false;
    }
    snprintf(out->name, sizeof out->name, "%s", name);
    return true;
}

static void use(const struct zone *zone)
{
    const char *current = getenv("TZ");
    if (current == NULL || strcmp(current, zone->name) != 0) {
        setenv("TZ", zone->name, 1);
        tzset();
    }
}

static int64_t instant_with(struct moment moment, int summer)
{
    struct tm civil = {.tm_year = moment.date.year - 1900,
                       .tm_mon = moment.date.month - 1,
                       .tm_mday = moment.date.day,
                       .tm_hour = moment.minute / 60,
                       .tm_min = moment.minute % 60,
                       .tm_isdst = summer};
    return mktime(&civil);
}

int64_t zone_instant(const struct zone *zone, struct moment moment)
{
    use(zone);
    int64_t instant = instant_with(moment, -1);
    // An ambiguous moment is the earlier one, whatever the library prefers.
    int64_t in_summer = instant_with(moment, 1);
    bool twice = in_summer < instant &&
                 moment_compare(zone_moment(zone, in_summer), moment) == 0;
    return twice ? in_summer : instant;
}

struct moment zone_moment(const struct zone *zone, int64_t instant)
{
    use(zone);
    time_t time = instant;
    struct tm civil = {0};
    localtime_r(&time, &civil);
    return (struct moment){
        {civil.tm_year + 1900, civil.tm_mon + 1, civil.tm_mday},
        civil.tm_hour * 60 + civil.tm_min};
}
