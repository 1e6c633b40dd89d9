// SPDX-License-Identifier: MIT
#include "programme/map_link.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text_buffer.h"
#include "programme/programme.h"

#define SITE "https://www.openstreetmap.org/"

// RFC 3986, 2.3; and the comma and the plus sign, which queries may hold: a
// space is written as one.
static bool is_plain(char byte)
{
    return isalnum((unsigned char)byte) || strchr("-._~,", byte) != NULL;
}

static void add_encoded(struct text_buffer *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == ' ' || *text == '\n') {
            text_buffer_add(out, "+");
        } else if (is_plain(*text)) {
            text_buffer_add_bytes(out, text, 1);
        } else {
            text_buffer_printf(out, "%%%02X", (unsigned char)*text);
        }
    }
}

// "43.6119, 3.8772", with or without "geo:" before it and "?z=17" behind.
static bool read_coordinates(const char *text, double *north, double *east)
{
    if (strncmp(text, "geo:", 4) == 0) {
        text += 4;
    }
    char *end = NULL;
    double first = strtod(text, &end);
    if (end == text || (*end != ',' && *end != ';')) {
        return false;
    }
    const char *rest = end + 1;
    double second = strtod(rest, &end);
    bool whole = end != rest && (*end == '\0' || *end == '?' || *end == ';');
    bool real = fabs(first) <= 90 && fabs(second) <= 180;
    if (whole && real) {
        *north = first;
        *east = second;
    }
    return whole && real;
}

// The map the venue names; NULL if it names none that can be used.
static char *own_map(const struct link *map)
{
    double north = 0, east = 0;
    if (map->kind == LINK_URL) {
        return xstrdup(map->payload);
    }
    if (map->kind != LINK_TEXT ||
        !read_coordinates(map->shown, &north, &east)) {
        return NULL;
    }
    // Five decimals are a metre.
    return xasprintf(SITE "?mlat=%.5f&mlon=%.5f#map=17/%.5f/%.5f", north, east,
                     north, east);
}

static char *search_for(const char *place, const char *town)
{
    struct text_buffer url = {0};
    text_buffer_add(&url, SITE "search?query=");
    add_encoded(&url, place);
    if (strstr(place, town) == NULL) {
        add_encoded(&url, ", ");
        add_encoded(&url, town);
    }
    if (url.length > MAP_LINK_BYTES_MAX) {
        text_buffer_release(&url);
        return NULL;
    }
    return text_buffer_take(&url);
}

char *map_link_of(const struct event *event)
{
    if (event->status == STATUS_MOVED_ONLINE) {
        return NULL;
    }
    char *own = own_map(&event->map);
    if (own != NULL) {
        return own;
    }
    // As its own neighbours write it: the programme's language, not the
    // reader's.
    const char *address = wording_in(&event->address, "");
    const char *venue = wording_in(&event->venue, "");
    const char *town = wording_in(&event->town, "");
    if (address[0] != '\0') {
        return search_for(address, town);
    }
    bool known = !event->place_to_come && venue[0] != '\0' && town[0] != '\0';
    return known ? search_for(venue, town) : NULL;
}
