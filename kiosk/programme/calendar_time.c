// SPDX-License-Identifier: MIT
#include "programme/calendar_time.h"

#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text_buffer.h"
#include "programme/calendar_file.h"

enum {
    ZONES_MAX = 64,            // of one file
    OWN_ZONES_MAX = 16,        // that are not the system's
    ZONE_PROPERTIES_MAX = 400, // of one zone
    ZONE_RULES_MAX = 8,
    FIRST_YEAR = 1900,
    LAST_YEAR = 2199,
    MINUTE = 60,
    DAY = MINUTES_A_DAY * MINUTE,
};

// As Windows calls them, where Outlook has left its own description out.
static const struct {
    const char *theirs, *name;
} ALIASES[] = {
    {"Romance Standard Time",        "Europe/Paris"   },
    {"W. Europe Standard Time",      "Europe/Berlin"  },
    {"Central Europe Standard Time", "Europe/Budapest"},
    {"GMT Standard Time",            "Europe/London"  },
    {"Paris",                        "Europe/Paris"   },
};

struct known_zone {
    char *name;
    struct calendar_zone zone;
};

struct calendar_zones {
    const struct calendar_file *file;
    struct zone programme;
    struct diag_list *diags;
    struct known_zone known[ZONES_MAX];
    size_t count;
    icaltimezone *own[OWN_ZONES_MAX];
    size_t own_count;
};

struct calendar_zones *calendar_zones_new(const struct calendar_file *file,
                                          struct zone programme,
                                          struct diag_list *diags)
{
    struct calendar_zones *zones = xcalloc(1, sizeof *zones);
    zones->file = file;
    zones->programme = programme;
    zones->diags = diags;
    return zones;
}

void calendar_zones_free(struct calendar_zones *zones)
{
    for (size_t i = 0; i < zones->count; i++) {
        free(zones->known[i].name);
    }
    for (size_t i = 0; i < zones->own_count; i++) {
        icaltimezone_free(zones->own[i], 1);
    }
    free(zones);
}

static bool system_zone(const char *name, struct calendar_zone *out)
{
    struct zone zone;
    if (!zone_find(name, &zone)) {
        return false;
    }
    *out = (struct calendar_zone){.clock = CALENDAR_SYSTEM, .zone = zone};
    return true;
}

static const struct calendar_component *
described_zone(const struct calendar_file *file, const char *name)
{
    for (size_t i = 0; i < file->count; i++) {
        const struct calendar_component *component = &file->components[i];
        const struct calendar_property *id =
            component->kind == CALENDAR_ZONE ? calendar_find(component, "TZID")
                                             : NULL;
        if (id != NULL && strcmp(id->value, name) == 0) {
            return component;
        }
    }
    return NULL;
}

// "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", in any order. For rules that never come
// true libical would search until the year 20000.
static bool is_sound_rule(const char *value)
{
    static const char *const KNOWN[] = {
        "FREQ=YEARLY", "INTERVAL=1", "BYDAY=", "BYMONTH=", "WKST=", "UNTIL="};
    char *copy = xstrdup(value);
    char *rest = copy;
    bool sound = true;
    for (char *part = strsep(&rest, ";"); part != NULL && sound;
         part = strsep(&rest, ";")) {
        bool known = false;
        for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++) {
            known = known || strncmp(part, KNOWN[i], strlen(KNOWN[i])) == 0;
        }
        bool fifth =
            strncmp(part, "BYDAY=", 6) == 0 && strpbrk(part, ",56789") != NULL;
        sound = known && !fifth;
    }
    free(copy);
    return sound;
}

// The few rules of a zone; what is more is no zone.
static bool is_sound(const struct calendar_component *component)
{
    size_t rules = 0;
    bool sound = component->count <= ZONE_PROPERTIES_MAX;
    for (size_t i = 0; i < component->count && sound; i++) {
        const struct calendar_property *property = &component->properties[i];
        bool rule = strcmp(property->name, "RRULE") == 0;
        rules += rule ? 1 : 0;
        sound = !rule ||
                (rules <= ZONE_RULES_MAX && is_sound_rule(property->value));
    }
    return sound;
}

static icaltimezone *parse_zone(const struct calendar_component *component)
{
    struct text_buffer text = {0};
    text_buffer_add(&text, "BEGIN:VTIMEZONE\r\n");
    for (size_t i = 0; i < component->count; i++) {
        text_buffer_printf(&text, "%s\r\n", component->properties[i].line);
    }
    text_buffer_add(&text, "END:VTIMEZONE\r\n");
    icalcomponent *parsed = icalparser_parse_string(text_buffer_text(&text));
    text_buffer_release(&text);
    if (parsed == NULL) {
        return NULL;
    }
    icaltimezone *zone = icaltimezone_new();
    if (icalcomponent_isa(parsed) != ICAL_VTIMEZONE_COMPONENT ||
        icaltimezone_set_component(zone, parsed) == 0) {
        icalcomponent_free(parsed);
        icaltimezone_free(zone, 1);
        return NULL;
    }
    return zone;
}

static bool own_zone(struct calendar_zones *zones, const char *name,
                     struct calendar_zone *out)
{
    const struct calendar_component *component =
        described_zone(zones->file, name);
    if (component == NULL) {
        return false;
    }
    const struct calendar_property *location =
        calendar_find(component, "X-LIC-LOCATION");
    if (location != NULL && system_zone(location->value, out)) {
        return true;
    }
    bool room = zones->own_count < OWN_ZONES_MAX;
    icaltimezone *zone =
        room && is_sound(component) ? parse_zone(component) : NULL;
    if (zone == NULL) {
        return false;
    }
    *out =
        (struct calendar_zone){.clock = CALENDAR_OWN, .own = zones->own_count};
    zones->own[zones->own_count++] = zone;
    return true;
}

// "/freeassociation.sourceforge.net/Europe/Paris", "(UTC+01:00) Paris".
static bool similar_zone(const char *name, struct calendar_zone *out)
{
    for (size_t i = 0; i < sizeof ALIASES / sizeof *ALIASES; i++) {
        if (strcmp(name, ALIASES[i].theirs) == 0) {
            return system_zone(ALIASES[i].name, out);
        }
    }
    const char *slash = strchr(name, '/');
    while (slash != NULL) {
        if (system_zone(slash + 1, out)) {
            return true;
        }
        slash = strchr(slash + 1, '/');
    }
    return false;
}

static struct calendar_zone find_zone(struct calendar_zones *zones,
                                      const char *name, struct place place)
{
    for (size_t i = 0; i < zones->count; i++) {
        if (strcmp(zones->known[i].name, name) == 0) {
            return zones->known[i].zone;
        }
    }
    struct calendar_zone zone = {.clock = CALENDAR_FLOATING};
    if (zones->count == ZONES_MAX) {
        return zone;
    }
    if (!system_zone(name, &zone) && !own_zone(zones, name, &zone) &&
        !similar_zone(name, &zone)) {
        diag_add(zones->diags, FAULT_CALENDAR_ZONE, place, name, NULL, NULL);
    }
    zones->known[zones->count++] = (struct known_zone){xstrdup(name), zone};
    return zone;
}

bool calendar_time_read(struct calendar_zones *zones,
                        const struct calendar_property *property,
                        const char *value, struct calendar_time *out)
{
    // A date or a time is at most "20260120T183000Z"; a period's start too.
    char *text = xstrndup(value, strcspn(value, ",;/ \t"));
    struct icaltimetype time =
        strlen(text) <= 16 ? icaltime_from_string(text) : icaltime_null_time();
    free(text);
    struct date date = {time.year, time.month, time.day};
    bool real = !icaltime_is_null_time(time) && date_is_valid(date) &&
                time.year >= FIRST_YEAR && time.year <= LAST_YEAR &&
                time.hour >= 0 && time.hour < 24 && time.minute >= 0 &&
                time.minute < 60;
    if (!real) {
        return false;
    }
    struct calendar_zone zone = {.clock = CALENDAR_FLOATING};
    char *name = calendar_parameter(property, "TZID");
    if (icaltime_is_utc(time)) {
        zone.clock = CALENDAR_UTC;
    } else if (name != NULL && !time.is_date) {
        zone = find_zone(zones, name, property->place);
    }
    free(name);
    *out = (struct calendar_time){
        .is_date = time.is_date != 0,
        .moment = {date, time.is_date ? 0 : time.hour * 60 + time.minute},
        .zone = zone,
    };
    return true;
}

static int64_t as_utc(struct moment moment)
{
    return date_to_days(moment.date) * DAY + (int64_t)moment.minute * MINUTE;
}

static struct moment from_utc(int64_t instant)
{
    int64_t days = instant / DAY - (instant % DAY < 0 ? 1 : 0);
    int64_t rest = instant - days * DAY;
    return (struct moment){date_from_days(days), (int)(rest / MINUTE)};
}

static int64_t own_offset(icaltimezone *zone, struct moment moment, bool utc)
{
    struct icaltimetype time = icaltime_null_time();
    time.year = moment.date.year;
    time.month = moment.date.month;
    time.day = moment.date.day;
    time.hour = moment.minute / 60;
    time.minute = moment.minute % 60;
    int is_daylight = 0;
    return utc ? icaltimezone_get_utc_offset_of_utc_time(zone, &time,
                                                         &is_daylight)
               : icaltimezone_get_utc_offset(zone, &time, &is_daylight);
}

int64_t calendar_time_instant(struct calendar_zones *zones,
                              const struct calendar_time *time)
{
    switch (time->zone.clock) {
    case CALENDAR_UTC:
        return as_utc(time->moment);
    case CALENDAR_SYSTEM:
        return zone_instant(&time->zone.zone, time->moment);
    case CALENDAR_OWN:
        return as_utc(time->moment) -
               own_offset(zones->own[time->zone.own], time->moment, false);
    case CALENDAR_FLOATING:
        break;
    }
    return zone_instant(&zones->programme, time->moment);
}

struct moment calendar_zone_moment(struct calendar_zones *zones,
                                   const struct calendar_zone *zone,
                                   int64_t instant)
{
    switch (zone->clock) {
    case CALENDAR_UTC:
        return from_utc(instant);
    case CALENDAR_SYSTEM:
        return zone_moment(&zone->zone, instant);
    case CALENDAR_OWN:
        return from_utc(instant + own_offset(zones->own[zone->own],
                                             from_utc(instant), true));
    case CALENDAR_FLOATING:
        break;
    }
    return zone_moment(&zones->programme, instant);
}

struct moment calendar_time_local(struct calendar_zones *zones,
                                  const struct calendar_time *time)
{
    bool same = time->is_date || time->zone.clock == CALENDAR_FLOATING ||
                (time->zone.clock == CALENDAR_SYSTEM &&
                 strcmp(time->zone.zone.name, zones->programme.name) == 0);
    if (same) {
        return time->moment;
    }
    return zone_moment(&zones->programme, calendar_time_instant(zones, time));
}

static bool is_same_zone(const struct calendar_zone *a,
                         const struct calendar_zone *b)
{
    return a->clock == b->clock && a->own == b->own &&
           strcmp(a->zone.name, b->zone.name) == 0;
}

struct calendar_time calendar_time_in(struct calendar_zones *zones,
                                      const struct calendar_time *time,
                                      const struct calendar_zone *zone)
{
    struct calendar_time result = *time;
    if (!time->is_date && !is_same_zone(&time->zone, zone)) {
        int64_t instant = calendar_time_instant(zones, time);
        result.moment = calendar_zone_moment(zones, zone, instant);
        result.zone = *zone;
    }
    return result;
}
