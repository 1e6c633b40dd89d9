// SPDX-License-Identifier: MIT
#include "system/mounts.h"

#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum {
    MOUNTS_MAX = 64
};

static const char *const PLACES[] = {"/run/media/*/*", "/media/*/*",
                                     "/media/*"};

static bool is_stick(const char *point)
{
    bool matches = false;
    for (size_t i = 0; i < sizeof PLACES / sizeof *PLACES; i++) {
        matches = matches ||
                  fnmatch(PLACES[i], point, FNM_PATHNAME | FNM_PERIOD) == 0;
    }
    return matches;
}

// The kernel writes a space as \040.
static void unescape(char *text)
{
    char *to = text;
    for (const char *from = text; *from != '\0'; to++) {
        bool escaped = from[0] == '\\' && strspn(from + 1, "01234567") >= 3;
        *to = *from;
        if (escaped) {
            *to = (char)((from[1] - '0') * 64 + (from[2] - '0') * 8 +
                         (from[3] - '0'));
        }
        from += escaped ? 4 : 1;
    }
    *to = '\0';
}

// "36 35 98:0 /mnt1 /media/stick rw,noatime …"
static bool read_line(char *line, struct mount *out)
{
    char *end = NULL;
    char *fields[5] = {NULL};
    char *rest = line;
    for (size_t i = 0; i < 5; i++) {
        fields[i] = strsep(&rest, " ");
    }
    if (fields[4] == NULL) {
        return false;
    }
    *out = (struct mount){.id = (int)strtol(fields[0], &end, 10)};
    unescape(fields[4]);
    if (*end != '\0' || !is_stick(fields[4])) {
        return false;
    }
    snprintf(out->device, sizeof out->device, "%s", fields[2]);
    out->point = xstrdup(fields[4]);
    return true;
}

bool mounts_read(const char *file, struct mounts *out)
{
    *out = (struct mounts){NULL, 0};
    FILE *list = fopen(file, "re");
    if (list == NULL) {
        return false;
    }
    out->items = xcalloc(MOUNTS_MAX, sizeof *out->items);
    char *line = NULL;
    size_t size = 0;
    while (out->count < MOUNTS_MAX && getline(&line, &size, list) > 0) {
        out->count += read_line(line, &out->items[out->count]) ? 1 : 0;
    }
    free(line);
    fclose(list);
    return true;
}

void mounts_release(struct mounts *mounts)
{
    for (size_t i = 0; i < mounts->count; i++) {
        free(mounts->items[i].point);
    }
    free(mounts->items);
    *mounts = (struct mounts){NULL, 0};
}

bool mounts_have(const struct mounts *mounts, const struct mount *mount)
{
    bool found = false;
    for (size_t i = 0; i < mounts->count; i++) {
        const struct mount *other = &mounts->items[i];
        found = found || (other->id == mount->id &&
                          strcmp(other->device, mount->device) == 0 &&
                          strcmp(other->point, mount->point) == 0);
    }
    return found;
}
