// SPDX-License-Identifier: MIT
// A calendar's file as properties with their places: lines unfolded (they may
// be cut in the midst of a character), components told apart.

#ifndef KIOSK_PROGRAMME_CALENDAR_FILE_H
#define KIOSK_PROGRAMME_CALENDAR_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct arena;

// NAME;PARAMETER=x:VALUE. Texts live as long as the arena.
struct calendar_property {
    const char *name;       // in capitals
    const char *parameters; // ";TZID=Europe/Paris", "" for none
    const char *value;      // as it stands in the file, unfolded
    const char *line;       // all of it
    struct place place;     // of the value
};

enum calendar_kind {
    CALENDAR_EVENT, // without what is nested in it (alarms)
    CALENDAR_ZONE,  // with its rules
};

struct calendar_component {
    enum calendar_kind kind;
    struct place place; // of its BEGIN
    const struct calendar_property *properties;
    size_t count;
};

struct calendar_file {
    const char *path;
    const struct calendar_component *components;
    size_t count;
    const char *name; // NAME or X-WR-CALNAME, NULL for none
    struct place name_place;
};

// Components that are cut off are faults and left out. False, with a fault, if
// the bytes are no calendar.
bool calendar_file_read(struct arena *arena, const char *bytes, size_t length,
                        const char *shown_path, struct diag_list *diags,
                        struct calendar_file *out);

// The first property of that name; NULL if there is none.
const struct calendar_property *
calendar_find(const struct calendar_component *component, const char *name);

// The value of a parameter ("TZID"); NULL if it has none. The caller's; free().
char *calendar_parameter(const struct calendar_property *property,
                         const char *name);

// A text value, without its escapes (\n \, \; \\). The caller's; free().
char *calendar_text(const char *value);

#endif
