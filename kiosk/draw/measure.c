// SPDX-License-Identifier: MIT
#include "draw/measure.h"

#include <stdint.h>
#include <string.h>

#include "draw/cluster.h"
#include "draw/piece.h"
#include "draw/shape.h"

enum {
    KNOWN_MAX = 512 // a power of two
};

// Words come back, and the letters of a split word even more so.
struct known {
    const char *start; // borrowed from the words
    size_t length;
    int width;
};

struct measurer {
    struct font_size size;
    struct known known[KNOWN_MAX];
};

static struct measurer measurer_of(struct fonts *fonts, enum font_role role)
{
    return (struct measurer){
        .size = {fonts, role, FONT_REFERENCE_PX}
    };
}

static uint32_t hash(const char *start, size_t length)
{
    uint32_t value = 2166136261U; // FNV-1a
    for (size_t i = 0; i < length; i++) {
        value = (value ^ (unsigned char)start[i]) * 16777619U;
    }
    return value ^ value >> 15;
}

static int width_of(struct measurer *measurer, const char *start, size_t length)
{
    if (length == 0) {
        return 0;
    }
    struct known *known = &measurer->known[hash(start, length) % KNOWN_MAX];
    if (known->length != length || memcmp(known->start, start, length) != 0) {
        int width = shape_measure(measurer->size, start, length);
        *known = (struct known){start, length, width};
    }
    return known->width;
}

static void measure_piece(struct measurer *measurer, struct piece *piece)
{
    piece->width = width_of(measurer, piece->start, piece->length);
    piece->space =
        width_of(measurer, piece->start + piece->length, piece->spaces);
}

void measure_pieces(struct fonts *fonts, enum font_role role, const char *words,
                    struct piece_list *list)
{
    struct measurer measurer = measurer_of(fonts, role);
    piece_list_split(list, words);
    for (size_t i = 0; i < list->count; i++) {
        measure_piece(&measurer, &list->items[i]);
    }
}

static void add_letters(struct measurer *measurer, const struct piece *piece,
                        struct piece_list *list)
{
    const char *cursor = piece->start;
    const char *end = piece->start + piece->length;
    struct cluster cluster;
    while (cluster_next(&cursor, end, &cluster)) {
        struct piece letter = {.start = cluster.start,
                               .length = cluster.length,
                               .after = BREAK_LETTER};
        if (cursor == end) {
            letter.after = piece->after;
            letter.spaces = piece->spaces;
        }
        measure_piece(measurer, &letter);
        piece_list_add(list, letter);
    }
}

void measure_split_wide(struct fonts *fonts, enum font_role role, int most,
                        struct piece_list *list)
{
    struct measurer measurer = measurer_of(fonts, role);
    struct piece_list split = {0};
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].width > most) {
            add_letters(&measurer, &list->items[i], &split);
        } else {
            piece_list_add(&split, list->items[i]);
        }
    }
    piece_list_release(list);
    *list = split;
}
