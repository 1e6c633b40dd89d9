// SPDX-License-Identifier: MIT
#include "draw/line_break.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/memory.h"
#include "draw/piece.h"

// What a line costs: the square of the thousandth parts of the width it
// leaves empty. The other costs are told in the same unit.
static const int64_t COST_OF_BREAK[] = {
    [BREAK_LINE] = 0,        [BREAK_SPACE] = 0,        [BREAK_HYPHEN] = 20000,
    [BREAK_ADDRESS] = 60000, [BREAK_LETTER] = 1000000,
};
static const int64_t COST_OF_RELUCTANCE[] = {
    [RELUCTANCE_NONE] = 0,
    [RELUCTANCE_SOME] = 30000,
    [RELUCTANCE_MUCH] = 250000,
};
static const int64_t COST_OF_WIDOW = 600000;
static const int64_t COST_IMPOSSIBLE = INT64_MAX;

// A paragraph on its way into lines. After k lines the next one begins
// between first[k] and last[k]: no later than the fullest lines reach, and
// early enough behind the text's end. These few places are all there is to
// search, so the work does not grow with the square of the text.
struct paragraph {
    const struct piece *pieces;
    size_t begin, end; // pieces of the paragraph
    struct line_rules rules;
    int64_t *sums; // sums[i]: widths and spaces of the pieces in front of i
    size_t lines;
    size_t *first, *last;
};

// A way to begin a line at a place: what it costs and where the line before
// it begins.
struct way {
    int64_t cost;
    size_t from;
};

size_t line_fill(const struct piece *pieces, size_t count, size_t start,
                 int width)
{
    int64_t used = 0;
    size_t end = start;
    while (end < count) {
        if (end > start && used + pieces[end].width > width) {
            break;
        }
        used += pieces[end].width + pieces[end].space;
        end++;
        if (pieces[end - 1].after == BREAK_LINE) {
            break;
        }
    }
    return end;
}

size_t line_count(const struct piece *pieces, size_t count, int width)
{
    size_t lines = 0;
    for (size_t at = 0; at < count; lines++) {
        at = line_fill(pieces, count, at, width);
    }
    return lines;
}

static int64_t line_width(const struct paragraph *paragraph, size_t from,
                          size_t to)
{
    return paragraph->sums[to - paragraph->begin] -
           paragraph->sums[from - paragraph->begin] -
           paragraph->pieces[to - 1].space;
}

static bool line_fits(const struct paragraph *paragraph, size_t from, size_t to)
{
    return to - from == 1 ||
           line_width(paragraph, from, to) <= paragraph->rules.width;
}

// A last line of one short word.
static bool is_widow(const struct paragraph *paragraph, size_t from,
                     int64_t width)
{
    for (size_t i = from; i + 1 < paragraph->end; i++) {
        if (paragraph->pieces[i].after == BREAK_SPACE) {
            return false;
        }
    }
    return width * 3 < paragraph->rules.width;
}

static int64_t line_cost(const struct paragraph *paragraph, size_t from,
                         size_t to)
{
    int64_t room = paragraph->rules.width;
    int64_t width = line_width(paragraph, from, to);
    int64_t empty = width < room ? (room - width) * 1000 / room : 0;
    bool even = paragraph->rules.even;
    if (to == paragraph->end) {
        int64_t widow = is_widow(paragraph, from, width) ? COST_OF_WIDOW : 0;
        return (even ? empty * empty : 0) + widow;
    }
    const struct piece *last = &paragraph->pieces[to - 1];
    int64_t reluctance = COST_OF_RELUCTANCE[last->reluctance];
    // In running text the rag matters more than what a line ends with.
    return empty * empty + COST_OF_BREAK[last->after] +
           (even ? reluctance : reluctance / 4);
}

static void find_places(struct paragraph *paragraph)
{
    size_t lines = paragraph->lines;
    paragraph->first = xcalloc(lines + 1, sizeof *paragraph->first);
    paragraph->last = xcalloc(lines + 1, sizeof *paragraph->last);
    size_t at = paragraph->begin;
    for (size_t k = 0; k <= lines; k++) {
        paragraph->last[k] = at;
        at = line_fill(paragraph->pieces, paragraph->end, at,
                       paragraph->rules.width);
    }
    at = paragraph->end;
    for (size_t k = lines + 1; k-- > 0;) {
        paragraph->first[k] = at;
        size_t end = at;
        while (at > paragraph->begin && line_fits(paragraph, at - 1, end)) {
            at--;
        }
    }
    paragraph->first[0] = paragraph->begin;
    paragraph->last[lines] = paragraph->end;
}

// The best line that ends at `to`, beginning at one of the places after k
// lines, whose ways are given.
static struct way best_way(const struct paragraph *paragraph, size_t k,
                           const struct way *ways, size_t to)
{
    struct way best = {COST_IMPOSSIBLE, paragraph->first[k]};
    size_t from = paragraph->last[k] < to ? paragraph->last[k] + 1 : to;
    while (from-- > paragraph->first[k] && line_fits(paragraph, from, to)) {
        int64_t before = ways[from - paragraph->first[k]].cost;
        int64_t cost = before == COST_IMPOSSIBLE
                           ? before
                           : before + line_cost(paragraph, from, to);
        if (cost < best.cost) {
            best = (struct way){cost, from};
        }
    }
    return best;
}

static size_t place_count(const struct paragraph *paragraph, size_t k)
{
    assert(paragraph->last[k] >= paragraph->first[k]);
    return paragraph->last[k] - paragraph->first[k] + 1;
}

// Walks back from the end along the best ways.
static void trace(const struct paragraph *paragraph, const struct way *ways,
                  const size_t *offsets, size_t *ends)
{
    size_t at = paragraph->end;
    for (size_t k = paragraph->lines; k > 0; k--) {
        ends[k - 1] = at;
        at = ways[offsets[k] + at - paragraph->first[k]].from;
    }
}

static void break_best(struct paragraph *paragraph, size_t *ends)
{
    find_places(paragraph);
    size_t total = 0;
    size_t *offsets = xcalloc(paragraph->lines + 1, sizeof *offsets);
    for (size_t k = 0; k <= paragraph->lines; k++) {
        offsets[k] = total;
        total += place_count(paragraph, k);
    }
    struct way *ways = xcalloc(total, sizeof *ways);
    for (size_t k = 1; k <= paragraph->lines; k++) {
        for (size_t i = 0; i < place_count(paragraph, k); i++) {
            ways[offsets[k] + i] =
                best_way(paragraph, k - 1, ways + offsets[k - 1],
                         paragraph->first[k] + i);
        }
    }
    trace(paragraph, ways, offsets, ends);
    free(ways);
    free(offsets);
    free(paragraph->first);
    free(paragraph->last);
}

static size_t break_paragraph(const struct piece *pieces, size_t begin,
                              size_t end, struct line_rules rules, size_t *ends)
{
    struct paragraph paragraph = {pieces, begin, end,  rules,
                                  NULL,   0,     NULL, NULL};
    paragraph.lines = line_count(pieces + begin, end - begin, rules.width);
    if (paragraph.lines == 1) {
        ends[0] = end;
        return 1;
    }
    paragraph.sums = xcalloc(end - begin + 1, sizeof *paragraph.sums);
    for (size_t i = begin; i < end; i++) {
        paragraph.sums[i - begin + 1] =
            paragraph.sums[i - begin] + pieces[i].width + pieces[i].space;
    }
    break_best(&paragraph, ends);
    free(paragraph.sums);
    return paragraph.lines;
}

size_t line_break(const struct piece *pieces, size_t count,
                  struct line_rules rules, size_t *ends)
{
    assert(rules.width > 0);
    size_t lines = 0, begin = 0;
    for (size_t i = 0; i < count; i++) {
        if (pieces[i].after == BREAK_LINE || i + 1 == count) {
            lines += break_paragraph(pieces, begin, i + 1, rules, ends + lines);
            begin = i + 1;
        }
    }
    return lines;
}
