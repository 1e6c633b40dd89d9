// SPDX-License-Identifier: MIT
#include "app/picture_check.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/diag.h"
#include "base/memory.h"
#include "base/path.h"
#include "decode/decode.h"
#include "programme/programme.h"

// What a file's name promises.
static const struct {
    const char *ending;
    enum decode_kind kind;
} ENDINGS[] = {
    {"jpg",  DECODE_JPEG},
    {"jpeg", DECODE_JPEG},
    {"jpe",  DECODE_JPEG},
    {"jfif", DECODE_JPEG},
    {"png",  DECODE_PNG },
    {"webp", DECODE_WEBP},
    {"svg",  DECODE_SVG },
};

struct check {
    struct diag_list *diags;
    const struct picture_file **seen;
    size_t seen_count;
};

static enum decode_kind promised_kind(const char *name)
{
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; dot != NULL && i < sizeof ENDINGS / sizeof *ENDINGS;
         i++) {
        if (strcasecmp(dot + 1, ENDINGS[i].ending) == 0) {
            return ENDINGS[i].kind;
        }
    }
    return DECODE_UNKNOWN;
}

static void report_too_large(const struct check *check,
                             const struct picture_file *file, struct size size)
{
    char *limit =
        xasprintf("%d × %d px, %d Mpx, %d Mo", DECODE_SIDE_MAX, DECODE_SIDE_MAX,
                  DECODE_MEGAPIXELS_MAX, DECODE_FILE_BYTES_MAX / (1024 * 1024));
    char *found =
        size.width > 0
            ? xasprintf("%d × %d px", size.width, size.height)
            : xasprintf("> %d Mo", DECODE_FILE_BYTES_MAX / (1024 * 1024));
    diag_add(check->diags, FAULT_PICTURE_TOO_LARGE, file->place, file->name,
             found, limit);
    free(found);
    free(limit);
}

static void report(const struct check *check, const struct picture_file *file,
                   enum decode_result result, struct size size)
{
    switch (result) {
    case DECODE_DONE:
        break;
    case DECODE_EMPTY:
        diag_add(check->diags, FAULT_PICTURE_EMPTY, file->place, file->name,
                 NULL, NULL);
        break;
    case DECODE_CUT_OFF:
        diag_add(check->diags, FAULT_PICTURE_CUT_OFF, file->place, file->name,
                 NULL, NULL);
        break;
    case DECODE_TOO_LARGE:
        report_too_large(check, file, size);
        break;
    case DECODE_MISSING:
    case DECODE_STRANGE:
    case DECODE_BROKEN:
    case DECODE_NO_MEMORY:
        diag_add(check->diags, FAULT_PICTURE_UNREADABLE, file->place,
                 file->name, decode_result_text(result), NULL);
        break;
    }
}

// The head does not tell whether the rest is sound: all of it is decoded, to
// a size that costs no memory.
static enum decode_result read_whole(const char *path)
{
    static const struct size SMALL = {64, 64};
    struct decoded decoded = {0};
    enum decode_result result = decode_file(path, SMALL, &decoded);
    if (result == DECODE_DONE) {
        free(decoded.pixels);
    }
    return result;
}

static bool was_seen(struct check *check, const struct picture_file *file)
{
    for (size_t i = 0; i < check->seen_count; i++) {
        if (strcmp(check->seen[i]->path, file->path) == 0) {
            return true;
        }
    }
    check->seen = xrealloc(check->seen, check->seen_count + 1,
                           sizeof(const struct picture_file *));
    check->seen[check->seen_count++] = file;
    return false;
}

static void check_file(struct check *check, const struct picture_file *file)
{
    if (file->path == NULL || was_seen(check, file)) {
        return;
    }
    struct decode_info info = {0};
    enum decode_result result = decode_probe(file->path, &info);
    if (result == DECODE_DONE) {
        result = read_whole(file->path);
    }
    report(check, file, result, info.size);
    enum decode_kind promised = promised_kind(path_name(file->path));
    if (info.kind != DECODE_UNKNOWN && promised != DECODE_UNKNOWN &&
        info.kind != promised) {
        diag_add(check->diags, FAULT_PICTURE_OTHER_KIND, file->place,
                 file->name, decode_kind_name(info.kind), NULL);
    }
}

void picture_check(const struct programme *programme, struct diag_list *diags)
{
    struct check check = {.diags = diags};
    check_file(&check, &programme->logo);
    check_file(&check, &programme->poster);
    for (size_t i = 0; i < programme->event_count; i++) {
        check_file(&check, &programme->events[i].poster);
    }
    for (size_t i = 0; i < programme->partner_count; i++) {
        check_file(&check, &programme->partners[i].logo);
    }
    for (size_t i = 0; i < programme->page_count; i++) {
        check_file(&check, &programme->pages[i].image);
    }
    free(check.seen);
}
