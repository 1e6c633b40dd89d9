// SPDX-License-Identifier: MIT
#include "app/check.h"

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

// The part of the screen a picture is drawn on, in percent of its sides.
struct share {
    int width, height;
};

static const struct share POSTER = {60, 100};
static const struct share PAGE_IMAGE = {50, 80};
static const struct share LOGO = {14, 12};

enum {
    SHARP_PERCENT = 60 // of the pixels it is drawn with, each way
};

struct pictures {
    const struct check *check;
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

// What the name of such a file should end in.
static const char *ending_of(enum decode_kind kind)
{
    static const char *const RIGHT[] = {
        [DECODE_UNKNOWN] = "",   [DECODE_JPEG] = ".jpg", [DECODE_PNG] = ".png",
        [DECODE_WEBP] = ".webp", [DECODE_SVG] = ".svg",
    };
    return RIGHT[kind];
}

static void report_too_large(const struct pictures *pictures,
                             const struct picture_file *file, struct size size)
{
    char *found =
        size.width > 0
            ? xasprintf("%d × %d pixels", size.width, size.height)
            : xasprintf(DIAG_BOTH("more than %d MiB", "plus de %d Mo"),
                        DECODE_FILE_BYTES_MAX / (1024 * 1024),
                        DECODE_FILE_BYTES_MAX / (1024 * 1024));
    diag_add(pictures->diags, FAULT_PICTURE_TOO_LARGE, file->place, file->name,
             found, NULL);
    free(found);
}

// Why a picture cannot be shown.
static const char *reason_of(enum decode_result result, enum decode_kind kind)
{
    static const char *const REASONS[] = {
        [DECODE_DONE] = "",
        [DECODE_MISSING] =
            DIAG_BOTH("it is no file", "ce n’est pas un fichier"),
        [DECODE_EMPTY] = "",
        [DECODE_TOO_LARGE] = "",
        [DECODE_STRANGE] = DIAG_BOTH("it is of no kind that can be read here",
                                     "elle n’est pas d’un type lisible ici"),
        [DECODE_BROKEN] = DIAG_BOTH("it is damaged", "elle est abîmée"),
        [DECODE_CUT_OFF] = "",
        [DECODE_NO_MEMORY] = DIAG_BOTH("there is not enough memory for it",
                                       "la mémoire n’y suffit pas"),
    };
    if (result == DECODE_STRANGE && kind == DECODE_SVG) {
        return DIAG_BOTH("it holds text, or what else no SVG may have here",
                         "elle contient du texte, ou ce qu’un SVG ne peut pas "
                         "avoir ici");
    }
    return REASONS[result];
}

static void report(const struct pictures *pictures,
                   const struct picture_file *file, enum decode_result result,
                   const struct decode_info *info)
{
    switch (result) {
    case DECODE_DONE:
        break;
    case DECODE_EMPTY:
        diag_add(pictures->diags, FAULT_PICTURE_EMPTY, file->place, file->name,
                 NULL, NULL);
        break;
    case DECODE_CUT_OFF:
        diag_add(pictures->diags, FAULT_PICTURE_CUT_OFF, file->place,
                 file->name, NULL, NULL);
        break;
    case DECODE_TOO_LARGE:
        report_too_large(pictures, file, info->size);
        break;
    case DECODE_MISSING:
    case DECODE_STRANGE:
    case DECODE_BROKEN:
    case DECODE_NO_MEMORY:
        diag_add(pictures->diags, FAULT_PICTURE_UNREADABLE, file->place,
                 file->name, reason_of(result, info->kind), NULL);
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

static bool was_seen(struct pictures *pictures, const struct picture_file *file)
{
    for (size_t i = 0; i < pictures->seen_count; i++) {
        if (strcmp(pictures->seen[i]->path, file->path) == 0) {
            return true;
        }
    }
    pictures->seen = xrealloc(pictures->seen, pictures->seen_count + 1,
                              sizeof(const struct picture_file *));
    pictures->seen[pictures->seen_count++] = file;
    return false;
}

// Larger than it is, every pixel shows.
static void check_size(const struct pictures *pictures,
                       const struct picture_file *file, struct size size,
                       struct share share)
{
    struct size screen = pictures->check->screen;
    struct size room = {screen.width * share.width / 100,
                        screen.height * share.height / 100};
    struct size drawn = size_fit(size, room);
    if (size.width * 100 >= drawn.width * SHARP_PERCENT) {
        return;
    }
    char *found = xasprintf("%d × %d", size.width, size.height);
    char *wanted = xasprintf("%d × %d", drawn.width, drawn.height);
    diag_add(pictures->diags, FAULT_PICTURE_SMALL, file->place, file->name,
             found, wanted);
    free(found);
    free(wanted);
}

static void check_file(struct pictures *pictures,
                       const struct picture_file *file, struct share share)
{
    if (file->path == NULL || was_seen(pictures, file)) {
        return;
    }
    struct decode_info info = {0};
    enum decode_result result = decode_probe(file->path, &info);
    if (result == DECODE_DONE) {
        result = read_whole(file->path);
    }
    report(pictures, file, result, &info);
    enum decode_kind promised = promised_kind(path_name(file->path));
    if (info.kind != DECODE_UNKNOWN && promised != DECODE_UNKNOWN &&
        info.kind != promised) {
        diag_add(pictures->diags, FAULT_PICTURE_OTHER_KIND, file->place,
                 file->name, decode_kind_name(info.kind), ending_of(info.kind));
    }
    if (result == DECODE_DONE && info.kind != DECODE_SVG) {
        check_size(pictures, file, info.size, share);
    }
}

void check_pictures(const struct check *check)
{
    const struct programme *programme = check->programme;
    struct pictures pictures = {.check = check, .diags = check->diags};
    for (size_t i = 0; i < programme->event_count; i++) {
        check_file(&pictures, &programme->events[i].poster, POSTER);
    }
    check_file(&pictures, &programme->poster, POSTER);
    for (size_t i = 0; i < programme->page_count; i++) {
        check_file(&pictures, &programme->pages[i].image, PAGE_IMAGE);
    }
    check_file(&pictures, &programme->logo, LOGO);
    for (size_t i = 0; i < programme->partner_count; i++) {
        check_file(&pictures, &programme->partners[i].logo, LOGO);
    }
    free(pictures.seen);
}
