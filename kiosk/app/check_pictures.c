// SPDX-License-Identifier: MIT
#include "app/check.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "app/session.h"
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
    {"gif",  DECODE_GIF },
    {"svg",  DECODE_SVG },
    {"pdf",  DECODE_PDF },
    {"heic", DECODE_HEIC},
    {"heif", DECODE_HEIC},
    {"avif", DECODE_AVIF},
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
        [DECODE_UNKNOWN] = "",   [DECODE_JPEG] = ".jpg",
        [DECODE_PNG] = ".png",   [DECODE_WEBP] = ".webp",
        [DECODE_GIF] = ".gif",   [DECODE_SVG] = ".svg",
        [DECODE_PDF] = ".pdf",   [DECODE_HEIC] = ".heic",
        [DECODE_AVIF] = ".avif",
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

// Why a picture cannot be shown; NULL where a fault of its own says it.
static const char *reason_of(enum decode_result result)
{
    static const char *const REASONS[DECODE_RESULT_COUNT] = {
        [DECODE_MISSING] =
            DIAG_BOTH("it is no file", "ce n’est pas un fichier"),
        [DECODE_STRANGE] = DIAG_BOTH("it is of no kind that can be read here",
                                     "elle n’est pas d’un type lisible ici"),
        [DECODE_UNWANTED] =
            DIAG_BOTH("the settings take JPEG, PNG and WebP only",
                      "les réglages n’acceptent que JPEG, PNG et WebP"),
        [DECODE_ABSENT] =
            DIAG_BOTH("what decodes its kind is not installed here",
                      "ce qui décode ce type n’est pas installé ici"),
        [DECODE_BROKEN] = DIAG_BOTH("it is damaged", "elle est abîmée"),
        [DECODE_NO_MEMORY] = DIAG_BOTH("there is not enough memory for it",
                                       "la mémoire n’y suffit pas"),
        [DECODE_TOO_SLOW] = DIAG_BOTH("decoding it does not come to an end",
                                      "son décodage n’en finit pas"),
        [DECODE_HOSTILE] = DIAG_BOTH("it is damaged, or made to do harm",
                                     "elle est abîmée, ou faite pour nuire"),
        [DECODE_UNSAFE] =
            DIAG_BOTH("this system has no sandbox to decode it in",
                      "ce système n’a pas de bac à sable où la décoder"),
    };
    return REASONS[result];
}

static void report(const struct pictures *pictures,
                   const struct picture_file *file, enum decode_result result,
                   const struct decode_info *info)
{
    switch (result) {
    case DECODE_DONE:
    case DECODE_RESULT_COUNT:
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
    case DECODE_UNWANTED:
    case DECODE_ABSENT:
    case DECODE_BROKEN:
    case DECODE_NO_MEMORY:
    case DECODE_TOO_SLOW:
    case DECODE_HOSTILE:
    case DECODE_UNSAFE:
        diag_add(pictures->diags, FAULT_PICTURE_UNREADABLE, file->place,
                 file->name, reason_of(result), NULL);
        break;
    }
}

// The head does not tell whether the rest is sound: all of it is decoded, to
// a size that costs no memory.
static enum decode_result read_whole(const struct decoder *decoder,
                                     const char *path)
{
    static const struct size SMALL = {64, 64};
    struct decoded decoded = {0};
    enum decode_result result = decode_file(decoder, path, SMALL, &decoded);
    if (result == DECODE_DONE) {
        decoded_release(&decoded);
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
    struct decoder decoder = session_decoder(pictures->check->session);
    struct decode_info info = {0};
    enum decode_result result = decode_probe(&decoder, file->path, &info);
    if (result == DECODE_DONE) {
        result = read_whole(&decoder, file->path);
    }
    report(pictures, file, result, &info);
    enum decode_kind promised = promised_kind(path_name(file->path));
    if (info.kind != DECODE_UNKNOWN && promised != DECODE_UNKNOWN &&
        info.kind != promised) {
        diag_add(pictures->diags, FAULT_PICTURE_OTHER_KIND, file->place,
                 file->name, decode_kind_name(info.kind), ending_of(info.kind));
    }
    if (result == DECODE_DONE && !decode_kind_is_drawn(info.kind)) {
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
