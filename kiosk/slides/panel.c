// SPDX-License-Identifier: MIT
#include "slides/panel.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/text_buffer.h"
#include "base/utf8.h"
#include "draw/image_store.h"
#include "draw/picture.h"
#include "slides/parts.h"

// Shares of the screen in thousandths: across in landscape, down in portrait.
enum {
    SHARE_MIN = 300,
    SHARE_MAX = 480,
    SHARE_MAX_PORTRAIT = 450,
    SHARE_OF_DATE = 397,
    SHARE_OF_DATE_PORTRAIT = 340,
    DATE_BELOW = 280, // of a panel's height, left over: room for a date
};

static int clamp(int value, int low, int high)
{
    return value < low ? low : value > high ? high : value;
}

static struct panel_split split_at(struct box above, bool portrait, int length)
{
    struct panel_split split = {above, above};
    if (portrait) {
        split.panel.height = length;
        split.words.y += length;
        split.words.height -= length;
    } else {
        split.panel.width = length;
        split.words.x += length;
        split.words.width -= length;
    }
    return split;
}

struct panel_split panel_split(const struct stage *stage, struct box above,
                               const char *path)
{
    bool portrait = stage_is_portrait(stage);
    int whole = portrait ? above.height : above.width;
    struct size size;
    if (path == NULL || !image_store_probe(stage->images, path, &size) ||
        size.width <= 0 || size.height <= 0) {
        int share = portrait ? SHARE_OF_DATE_PORTRAIT : SHARE_OF_DATE;
        return split_at(above, portrait, whole * share / 1000);
    }
    int64_t natural = portrait
                          ? (int64_t)above.width * size.height / size.width
                          : (int64_t)above.height * size.width / size.height;
    int most = whole * (portrait ? SHARE_MAX_PORTRAIT : SHARE_MAX) / 1000;
    int wanted = natural > most ? most : (int)natural;
    return split_at(above, portrait,
                    clamp(wanted, whole * SHARE_MIN / 1000, most));
}

enum {
    SHADES = 8 // a channel, when colours are counted
};

// A pixel's colour over white.
static struct colour colour_at(const struct picture *picture, int index)
{
    uint32_t pixel = picture->pixels[index];
    uint32_t white = 255 - (pixel >> 24);
    return (struct colour){(uint8_t)((pixel >> 16 & 255) + white),
                           (uint8_t)((pixel >> 8 & 255) + white),
                           (uint8_t)((pixel & 255) + white), 255};
}

static int shade_of(struct colour colour)
{
    const int step = 256 / SHADES;
    return (colour.red / step * SHADES + colour.green / step) * SHADES +
           colour.blue / step;
}

// The colour most pixels of a run have, more or less: an average would be one
// that none of them has.
static struct colour prevailing(const struct picture *picture, int start,
                                int count, int step)
{
    int counts[SHADES * SHADES * SHADES] = {0};
    int best = 0;
    for (int i = 0; i < count; i++) {
        int shade = shade_of(colour_at(picture, start + i * step));
        counts[shade]++;
        best = counts[shade] > counts[best] ? shade : best;
    }
    int red = 0, green = 0, blue = 0, number = 0;
    for (int i = 0; i < count; i++) {
        struct colour colour = colour_at(picture, start + i * step);
        if (shade_of(colour) == best) {
            red += colour.red;
            green += colour.green;
            blue += colour.blue;
            number++;
        }
    }
    number = number > 0 ? number : 1;
    return (struct colour){(uint8_t)(red / number), (uint8_t)(green / number),
                           (uint8_t)(blue / number), 255};
}

// What lies beside the picture continues its nearest edge. Returns the colour
// of its lower or right one.
static struct colour draw_ground(struct box panel, struct box picture_box,
                                 const struct picture *picture,
                                 struct canvas *canvas)
{
    struct size size = picture->size;
    int last_row = (size.height - 1) * size.width;
    struct box before = panel, after = panel;
    struct colour first, second;
    if (picture_box.height < panel.height) {
        before.height = picture_box.y - panel.y;
        after.y = box_bottom(picture_box);
        after.height = box_bottom(panel) - after.y;
        first = prevailing(picture, 0, size.width, 1);
        second = prevailing(picture, last_row, size.width, 1);
    } else {
        before.width = picture_box.x - panel.x;
        after.x = box_right(picture_box);
        after.width = box_right(panel) - after.x;
        first = prevailing(picture, 0, size.height, size.width);
        second = prevailing(picture, size.width - 1, size.height, size.width);
    }
    canvas_fill(canvas, before, first);
    canvas_fill(canvas, after, second);
    return second;
}

struct panel_picture panel_draw_picture(const struct stage *stage,
                                        struct box panel, const char *path,
                                        bool with_date, struct canvas *canvas)
{
    const struct picture *picture = NULL;
    enum image_state state =
        image_store_get(stage->images, path, box_size(panel), &picture);
    struct panel_picture result = {.drawn = state == IMAGE_READY,
                                   .pending = state == IMAGE_PENDING,
                                   .ground = stage->theme.card};
    if (!result.drawn) {
        return result;
    }
    struct box box = box_centre(picture->size, panel);
    int left = panel.height - box.height;
    if (with_date && left > panel.height * DATE_BELOW / 1000) {
        box.y = panel.y;
        result.below =
            (struct box){panel.x, box_bottom(box), panel.width, left};
    }
    // Paper cut-outs lie on white, as they would on a wall.
    canvas_fill(canvas, panel, stage->theme.card);
    canvas_mark(canvas, MARK_CARD, panel, panel, "", false);
    if (picture->opaque) {
        result.ground = draw_ground(panel, box, picture, canvas);
    }
    canvas_draw(canvas, picture, box.x, box.y);
    canvas_mark(canvas, MARK_PICTURE, box, panel, path, false);
    return result;
}

void panel_prefetch(const struct stage *stage, struct box panel,
                    const char *path)
{
    image_store_prefetch(stage->images, path, box_size(panel));
}

// The lines of a date set in type; members may be NULL.
struct date_lines {
    char *above, *large, *below, *last;
};

static char *capitalised(struct text_buffer *words)
{
    phrase_capitalise(words, 0);
    return text_buffer_take(words);
}

static void add_days(const struct stage *stage, const struct when *when,
                     struct date_lines *lines)
{
    const struct language *language = stage->phrasing.language;
    struct date first = when->first_day, last = when->last_day;
    struct text_buffer large = {0}, below = {0};
    bool several = date_compare(first, last) != 0;
    bool one_month = first.month == last.month && first.year == last.year;
    if (several && one_month) {
        text_buffer_printf(&large, "%d–%d", first.day, last.day);
        text_buffer_add(&below, language->months[first.month - 1]);
    } else if (several) {
        text_buffer_printf(&large, "%d", first.day);
        text_buffer_printf(&below, "%s – %d %s",
                           language->months[first.month - 1], last.day,
                           language->months[last.month - 1]);
    } else {
        lines->above = xasprintf("%s", language->weekdays[date_weekday(first)]);
        text_buffer_printf(&large, "%d", first.day);
        text_buffer_add(&below, language->months[first.month - 1]);
    }
    lines->large = text_buffer_take(&large);
    lines->below = text_buffer_take(&below);
}

static struct date_lines lines_of(const struct stage *stage,
                                  const struct agenda_entry *entry)
{
    struct date_lines lines = {0};
    const struct when *when = &entry->event->when;
    struct text_buffer words = {0};
    if (entry->phase == PHASE_UNDATED) {
        phrase_word(&stage->phrasing, WORD_DATE_TO_COME, NULL, NULL, &words);
        if (!when->date_to_come && entry->event->status != STATUS_POSTPONED) {
            text_buffer_release(&words);
            text_buffer_add(&words, when->wording);
        }
        lines.below = capitalised(&words);
        return lines;
    }
    if (when->precision == PRECISION_DAY) {
        add_days(stage, when, &lines);
    } else {
        phrase_days(&stage->phrasing, when, &words);
        lines.below = capitalised(&words);
    }
    phrase_times(&stage->phrasing, when, &words);
    lines.last = text_buffer_take(&words);
    return lines;
}

static int line_height(struct text *text, int gap)
{
    int height = text_size(text).height;
    return height > 0 ? height + gap : 0;
}

enum {
    DATE_LINES = 4,
    WHOLE_DATE_U = 4000, // a panel as high as this takes the sizes below
    BAND_U = 900,
};

// Sizes go down with a panel that is low.
static struct text *panel_text(const struct stage *stage, const char *words,
                               struct part_style style, struct box panel)
{
    int whole = stage_px(stage, WHOLE_DATE_U);
    if (panel.height < whole) {
        style.largest_u = style.largest_u * panel.height / whole;
        style.smallest_u = style.smallest_u * panel.height / whole;
    }
    style.align = TEXT_CENTRE;
    return part_text(stage, words != NULL ? words : "", style,
                     (struct size){panel.width, panel.height / 2});
}

void panel_draw_date(const struct stage *stage, struct box panel,
                     const struct agenda_entry *entry, struct colour ground,
                     struct canvas *canvas)
{
    static const struct part_style STYLES[DATE_LINES] = {
        {FONT_MEDIUM,  340,  200, 118, 1, TEXT_CENTRE, false},
        {FONT_DISPLAY, 1900, 700, 100, 1, TEXT_CENTRE, false},
        {FONT_DISPLAY, 440,  240, 112, 3, TEXT_CENTRE, false},
        {FONT_MEDIUM,  250,  180, 118, 2, TEXT_CENTRE, false},
    };
    canvas_fill(canvas, panel, ground);
    canvas_mark(canvas, MARK_CARD, panel, panel, "", false);
    struct box inner = box_inset(panel, stage_px(stage, 250));
    struct date_lines lines = lines_of(stage, entry);
    const char *const words[DATE_LINES] = {lines.above, lines.large,
                                           lines.below, lines.last};
    struct text *texts[DATE_LINES];
    int gap = inner.height / 45;
    int height = -gap;
    for (int i = 0; i < DATE_LINES; i++) {
        struct part_style style = STYLES[i];
        // Words alone, without a number, may be larger.
        style.largest_u +=
            lines.large == NULL && i == 2 ? style.largest_u / 2 : 0;
        texts[i] = panel_text(stage, words[i], style, inner);
        height += line_height(texts[i], gap);
    }
    int y = inner.y + (inner.height - height) / 2;
    struct colour ink = theme_text_on(&stage->theme, ground);
    for (int i = 0; i < DATE_LINES; i++) {
        text_draw(texts[i], canvas, inner.x, y, ink);
        y += line_height(texts[i], gap);
        text_free(texts[i]);
    }
    free(lines.above);
    free(lines.large);
    free(lines.below);
    free(lines.last);
}

static enum word band_word(const struct event *event)
{
    static const enum word WORDS[STATUS_COUNT] = {
        [STATUS_CONFIRMED] = WORD_COUNT,
        [STATUS_TENTATIVE] = WORD_COUNT,
        [STATUS_CANCELLED] = WORD_CANCELLED,
        [STATUS_POSTPONED] = WORD_POSTPONED,
        [STATUS_RESCHEDULED] = WORD_COUNT,
        [STATUS_FULL] = WORD_FULL,
        [STATUS_MOVED_ONLINE] = WORD_COUNT};
    return WORDS[event->status];
}

int panel_band_height(const struct stage *stage, const struct event *event)
{
    return band_word(event) == WORD_COUNT ? 0 : stage_px(stage, BAND_U);
}

struct box panel_draw_band(const struct stage *stage, struct box panel,
                           const struct event *event, struct canvas *canvas)
{
    int height = panel_band_height(stage, event);
    if (height == 0) {
        return panel;
    }
    struct text_buffer words = {0};
    phrase_word(&stage->phrasing, band_word(event), NULL, NULL, &words);
    char *capitals = utf8_capitals(text_buffer_text(&words));
    text_buffer_release(&words);
    struct box band = {panel.x, box_bottom(panel) - height, panel.width,
                       height};
    canvas_fill(canvas, band, stage->theme.ink);
    canvas_mark(canvas, MARK_CARD, band, panel, "", false);
    struct box inner = box_inset(band, stage_px(stage, 150));
    struct text *text = part_text(stage, capitals,
                                  (struct part_style){.role = FONT_DISPLAY,
                                                      .largest_u = 560,
                                                      .smallest_u = 260,
                                                      .leading_percent = 105,
                                                      .max_lines = 1,
                                                      .align = TEXT_CENTRE},
                                  box_size(inner));
    text_draw(text, canvas, inner.x,
              inner.y + (inner.height - text_size(text).height) / 2,
              stage->theme.paper);
    text_free(text);
    free(capitals);
    panel.height -= height;
    return panel;
}
