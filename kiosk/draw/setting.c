// SPDX-License-Identifier: MIT
#include "draw/setting.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "base/text_buffer.h"
#include "draw/cluster.h"
#include "draw/face.h"
#include "draw/legible.h"
#include "draw/line_break.h"
#include "draw/measure.h"
#include "draw/piece.h"

enum {
    STEP_PERCENT = 5,     // from one size to the next smaller one
    MENDING_PERCENT = 72, // the least of a size that whole words are worth
    LEADING_PERCENT = 120,
    LINES_MAX = 64, // where neither the room nor the style sets a limit
    ATTEMPTS = 4,   // at lines that come out wider than was summed up
};

// Rows above and below the baseline.
struct metrics {
    int ascent, descent, x_height, cap_height;
};

// What is known of the words before a size is chosen.
struct job {
    struct fonts *fonts;
    struct text_style style;
    struct size room;
    struct piece_list pieces;
    struct metrics reference; // at FONT_REFERENCE_PX
};

static int scaled_up(int reference, int px)
{
    return (int)(((int64_t)reference * px + FONT_REFERENCE_PX - 1) /
                 FONT_REFERENCE_PX);
}

static int leading(const struct job *job, int px)
{
    int percent = job->style.leading_percent;
    return (px * (percent > 0 ? percent : LEADING_PERCENT) + 50) / 100;
}

static struct metrics metrics_at(const struct job *job, int px)
{
    uint32_t letter = 'x';
    int font = fonts_pick(job->fonts, job->style.role, &letter, 1);
    const struct face *face =
        font == FONT_NONE ? NULL : fonts_face(job->fonts, font, px);
    if (face == NULL) {
        return (struct metrics){px, 0, px / 2, px};
    }
    return (struct metrics){face_ascent(face), face_descent(face),
                            face_x_height(face), face_cap_height(face)};
}

// How many lines the room has at a size.
static size_t lines_allowed(const struct job *job, int px)
{
    size_t lines = LINES_MAX;
    if (job->room.height > 0) {
        int rest = job->room.height - scaled_up(job->reference.ascent, px) -
                   scaled_up(job->reference.descent, px);
        lines = rest < 0 ? 0 : (size_t)(rest / leading(job, px)) + 1;
    }
    size_t most = (size_t)job->style.max_lines;
    return most > 0 && most < lines ? most : lines;
}

static struct font_size size_at(const struct job *job, int px)
{
    return (struct font_size){job->fonts, job->style.role, px};
}

static void add_line(struct setting *setting, const struct job *job,
                     const char *text, size_t length)
{
    setting->lines =
        xrealloc(setting->lines, setting->count + 1, sizeof *setting->lines);
    setting->lines[setting->count] = (struct set_line){
        .text = xstrndup(text, length),
        .shape = shape_line(size_at(job, setting->px), text, length),
    };
    setting->count++;
}

static void add_pieces(struct setting *setting, const struct job *job,
                       size_t from, size_t to)
{
    const char *start = job->pieces.items[from].start;
    const struct piece *last = &job->pieces.items[to - 1];
    add_line(setting, job, start, (size_t)(last->start + last->length - start));
}

// Places the lines below each other. Ink higher than capitals with accents,
// or lower than descenders, pushes the lines apart.
static void place_lines(struct setting *setting, const struct job *job)
{
    struct metrics metrics = metrics_at(job, setting->px);
    int ascent = metrics.ascent, descent = metrics.descent;
    int width = 0, bottom = 0, baseline = 0;
    for (size_t i = 0; i < setting->count; i++) {
        struct set_line *line = &setting->lines[i];
        int above = larger(line->shape.rise, ascent);
        int step = leading(job, setting->px) + above - ascent;
        baseline = i == 0 ? above : bottom - descent + step;
        line->baseline = baseline;
        bottom = baseline + larger(line->shape.drop, descent);
        width = larger(width, line->shape.width);
    }
    setting->size = (struct size){width, bottom};
    setting->x_height = metrics.x_height;
    setting->cap_height = metrics.cap_height;
}

void setting_release(struct setting *setting)
{
    for (size_t i = 0; i < setting->count; i++) {
        free(setting->lines[i].text);
        shape_release(&setting->lines[i].shape);
    }
    free(setting->lines);
    *setting = (struct setting){0};
}

static bool fits_height(const struct job *job, const struct setting *setting)
{
    return job->room.height <= 0 || setting->size.height <= job->room.height;
}

// The room's width in the unit in which the pieces are measured.
static int width_at(const struct job *job, int px)
{
    assert(px > 0);
    int64_t width = (int64_t)job->room.width * FONT_REFERENCE_PX / px;
    return width < INT_MAX / 2 ? (int)width : INT_MAX / 2;
}

static int widest_piece(const struct job *job)
{
    int width = 0;
    for (size_t i = 0; i < job->pieces.count; i++) {
        width = larger(width, job->pieces.items[i].width);
    }
    return width;
}

// Where the lines end at a width, counted in pieces. The caller's.
static size_t *ends_at(const struct job *job, int width, size_t *count)
{
    const struct piece_list *pieces = &job->pieces;
    size_t *ends = xcalloc(pieces->count, sizeof *ends);
    struct line_rules rules = {width, job->style.role != FONT_BODY};
    *count = line_break(pieces->items, pieces->count, rules, ends);
    return ends;
}

static struct setting break_at(const struct job *job, int px, int width)
{
    struct setting setting = {.px = px};
    size_t lines = 0;
    size_t *ends = ends_at(job, width, &lines);
    for (size_t i = 0; i < lines; i++) {
        add_pieces(&setting, job, i == 0 ? 0 : ends[i - 1], ends[i]);
    }
    free(ends);
    place_lines(&setting, job);
    return setting;
}

// True if every line at that size ends behind a whole word.
static bool keeps_words(const struct job *job, int px)
{
    size_t lines = 0;
    size_t *ends = ends_at(job, width_at(job, px), &lines);
    bool keeps = true;
    for (size_t i = 0; i < lines; i++) {
        enum break_kind kind = job->pieces.items[ends[i] - 1].after;
        keeps = keeps && (kind == BREAK_SPACE || kind == BREAK_LINE);
    }
    free(ends);
    return keeps;
}

// The width to try next when lines came out wider than the room: kerning and
// rounding do not add up exactly.
static int narrower(const struct job *job, int width, int too_wide)
{
    assert(too_wide > job->room.width && job->room.width > 0);
    int next = (int)((int64_t)width * job->room.width / too_wide);
    return next < width ? next : width - 1;
}

// False, nothing set, if the words do not fit at that size.
static bool set_at(const struct job *job, int px, struct setting *out)
{
    int width = width_at(job, px);
    int widest = widest_piece(job);
    size_t allowed = lines_allowed(job, px);
    for (int i = 0; i < ATTEMPTS && width >= widest && width > 0; i++) {
        const struct piece_list *pieces = &job->pieces;
        if (line_count(pieces->items, pieces->count, width) > allowed) {
            return false;
        }
        struct setting setting = break_at(job, px, width);
        bool narrow = setting.size.width <= job->room.width;
        if (narrow && fits_height(job, &setting)) {
            *out = setting;
            return true;
        }
        int too_wide = setting.size.width;
        setting_release(&setting);
        if (narrow) {
            return false;
        }
        width = narrower(job, width, too_wide);
    }
    return false;
}

// In front of an ellipsis no space and no punctuation is wanted.
static size_t trimmed(const char *text, size_t length)
{
    static const char *const ENDS[] = {
        " ", ",", ";", ":", ".", "!", "?", "-",        "/",           "(",
        "«", "»", "·", "–", "—", "…", "&", "\xC2\xA0", "\xE2\x80\xAF"};
    size_t i = 0;
    while (i < sizeof ENDS / sizeof *ENDS) {
        size_t size = strlen(ENDS[i]);
        if (size < length && memcmp(text + length - size, ENDS[i], size) == 0) {
            length -= size;
            i = 0;
        } else {
            i++;
        }
    }
    return length;
}

// True, and the line added, if so much of the text and an ellipsis fit.
static bool try_ellipsis(struct setting *setting, const struct job *job,
                         const char *text, size_t length)
{
    struct text_buffer line = {0};
    text_buffer_add_bytes(&line, text, trimmed(text, length));
    text_buffer_add(&line, "…");
    int width =
        shape_measure(size_at(job, setting->px), line.text, line.length);
    bool fits = width <= job->room.width;
    if (fits) {
        add_line(setting, job, line.text, line.length);
    }
    text_buffer_release(&line);
    return fits;
}

// Letter by letter, when not even one word fits beside the ellipsis.
static void cut_word(struct setting *setting, const struct job *job,
                     const struct piece *piece)
{
    const char *cursor = piece->start, *end = piece->start + piece->length;
    struct cluster cluster;
    size_t count = 0;
    size_t *lengths = xcalloc(piece->length + 1, sizeof *lengths);
    while (cluster_next(&cursor, end, &cluster)) {
        lengths[count] = (size_t)(cursor - piece->start);
        count++;
    }
    while (count > 0 &&
           !try_ellipsis(setting, job, piece->start, lengths[count - 1])) {
        count--;
    }
    free(lengths);
}

// The last line that has room, from piece `from`, ending in an ellipsis.
static void cut_line(struct setting *setting, const struct job *job,
                     size_t from, int width)
{
    const struct piece_list *pieces = &job->pieces;
    if (from >= pieces->count) {
        return;
    }
    const char *start = pieces->items[from].start;
    size_t to = line_fill(pieces->items, pieces->count, from, width);
    for (; to > from; to--) {
        const struct piece *last = &pieces->items[to - 1];
        size_t length = (size_t)(last->start + last->length - start);
        bool in_word = last->after == BREAK_LETTER;
        // "des…" says less than nothing.
        bool leans = last->reluctance == RELUCTANCE_SOME && to > from + 1;
        if (!in_word && !leans && try_ellipsis(setting, job, start, length)) {
            return;
        }
    }
    // Nothing but letters of one word: as many of them as there is room for.
    to = line_fill(pieces->items, pieces->count, from, width);
    const struct piece *last = &pieces->items[to - 1];
    struct piece whole = {
        .start = start, .length = (size_t)(last->start + last->length - start)};
    cut_word(setting, job, &whole);
}

static struct setting cut_at(const struct job *job, int px, size_t lines,
                             int width)
{
    struct setting setting = {.px = px, .cut = true};
    const struct piece_list *pieces = &job->pieces;
    size_t from = 0;
    while (setting.count + 1 < lines && from < pieces->count) {
        size_t to = line_fill(pieces->items, pieces->count, from, width);
        add_pieces(&setting, job, from, to);
        from = to;
    }
    cut_line(&setting, job, from, width);
    place_lines(&setting, job);
    return setting;
}

// A room too narrow for one letter shows none rather than half of it.
static void leave_out_wide_lines(const struct job *job, struct setting *setting)
{
    for (size_t i = 0; i < setting->count; i++) {
        struct set_line *line = &setting->lines[i];
        if (line->shape.width > job->room.width) {
            shape_release(&line->shape);
            line->text[0] = '\0';
        }
    }
    place_lines(setting, job);
}

// As much as there is room for at the smallest size, and an ellipsis.
static struct setting set_cut(const struct job *job, int px)
{
    size_t lines = lines_allowed(job, px);
    int width = width_at(job, px);
    if (lines == 0) {
        lines = 1;
    }
    if (lines > job->pieces.count) {
        lines = job->pieces.count;
    }
    struct setting setting = cut_at(job, px, lines, width);
    for (int i = 0; i < 2 * ATTEMPTS; i++) {
        bool narrow = setting.size.width <= job->room.width;
        if (narrow && (lines == 1 || fits_height(job, &setting))) {
            break;
        }
        if (narrow) {
            lines--;
        } else {
            width = narrower(job, width, setting.size.width);
        }
        setting_release(&setting);
        setting = cut_at(job, px, lines, width);
    }
    leave_out_wide_lines(job, &setting);
    return setting;
}

static int step_down(int px, int smallest)
{
    return larger(px - larger(px * STEP_PERCENT / 100, 1), smallest);
}

// From the largest size to the smallest. False if none will do.
static bool set_largest(const struct job *job, int smallest,
                        struct setting *out)
{
    int px = larger(job->style.largest_px, 1);
    while (!set_at(job, px, out)) {
        if (px <= smallest) {
            return false;
        }
        px = step_down(px, smallest);
    }
    return true;
}

// A title looks better somewhat smaller than with a word broken at its
// hyphen. Running text keeps its size.
static void mend_words(const struct job *job, int smallest,
                       struct setting *setting)
{
    int px = setting->px;
    smallest = larger(smallest, px * MENDING_PERCENT / 100);
    if (job->style.role == FONT_BODY || keeps_words(job, px)) {
        return;
    }
    struct setting mended;
    while (px > smallest) {
        px = step_down(px, smallest);
        if (keeps_words(job, px) && set_at(job, px, &mended)) {
            setting_release(setting);
            *setting = mended;
            return;
        }
    }
}

static struct setting set_best(struct job *job, bool cut)
{
    struct setting setting;
    int smallest = job->style.smallest_px;
    if (smallest <= 0 || smallest > job->style.largest_px) {
        smallest = larger(job->style.largest_px, 1);
    }
    if (!cut && set_largest(job, smallest, &setting)) {
        mend_words(job, smallest, &setting);
        return setting;
    }
    size_t pieces = job->pieces.count;
    measure_split_wide(job->fonts, job->style.role, width_at(job, smallest),
                       &job->pieces);
    if (cut || !set_at(job, smallest, &setting)) {
        setting = set_cut(job, smallest);
    }
    setting.split = job->pieces.count > pieces;
    return setting;
}

struct setting setting_make(struct fonts *fonts, const char *words,
                            struct text_style style, struct size room, bool cut)
{
    struct job job = {.fonts = fonts, .style = style, .room = room};
    job.reference = metrics_at(&job, FONT_REFERENCE_PX);
    measure_pieces(fonts, style.role, words, &job.pieces);
    struct setting setting = {.px = style.largest_px, .cut = cut};
    if (job.pieces.count > 0 && room.width > 0) {
        setting = set_best(&job, cut);
    }
    piece_list_release(&job.pieces);
    return setting;
}

size_t setting_capacity(struct text_style style, struct size room)
{
    size_t lines = style.max_lines > 0 ? (size_t)style.max_lines : LINES_MAX;
    int px = style.smallest_px > 0 ? style.smallest_px : style.largest_px;
    px = larger(px, 1);
    if (room.height > 0) {
        size_t rows = (size_t)(room.height / px) + 2;
        lines = rows < lines ? rows : lines;
    }
    // No letter of any use is narrower than a tenth of the em.
    size_t letters = (size_t)larger(room.width, 0) * 10 / (size_t)px + 8;
    if (lines > LEGIBLE_RUNES_MAX / letters) {
        return LEGIBLE_RUNES_MAX;
    }
    return lines * letters;
}
