// SPDX-License-Identifier: MIT
#include "slides/page_slide.h"

#include "slides/code.h"
#include "slides/panel.h"
#include "slides/parts.h"

// Hundredths of a unit.
enum {
    MARGIN_U = 460,
    DOT_U = 90,
    DOT_INDENT_U = 330,
    POINT_GAP_U = 130,
    CODE_U = 1650,
    CODE_MAX_U = 2800,
    SIGNATURE_U = 620,
    GAP_U = 250,
};

// What a page holds, whether it is the programme's intro or one of its pages.
struct contents {
    const char *kicker, *title, *text;
    const struct wordings *points;
    const char *image;
    const struct link *link; // NULL: none
};

static struct contents contents_of(const struct stage *stage,
                                   const struct slide *slide)
{
    static const struct wordings NONE = {0};
    const struct programme *programme = stage->programme;
    const struct page *page = slide->page;
    if (page == NULL) {
        return (struct contents){
            .kicker = part_wording(stage, &programme->subtitle),
            .title = part_wording(stage, &programme->title),
            .text = part_wording(stage, &programme->intro),
            .points = &NONE,
            .image = programme->poster.path};
    }
    return (struct contents){.kicker = "",
                             .title = part_wording(stage, &page->title),
                             .text = part_wording(stage, &page->text),
                             .points = &page->points,
                             .image = page->image.path,
                             .link = link_has_qr(&page->qr) ? &page->qr : NULL};
}

// The points at one size, all of them; drawn only if canvas is given.
// Returns the height they take.
static int lay_points(const struct stage *stage, const struct wordings *points,
                      int size_u, struct box box, struct canvas *canvas)
{
    int indent = stage_px(stage, DOT_INDENT_U), dot = stage_px(stage, DOT_U);
    int gap = stage_px(stage, POINT_GAP_U * size_u / 270);
    int y = box.y;
    for (size_t i = 0; i < points->count; i++) {
        int left = box_bottom(box) - y;
        struct text *text = part_text(
            stage, part_wording(stage, &points->items[i]),
            (struct part_style){
                .role = FONT_BODY, .largest_u = size_u, .leading_percent = 130},
            (struct size){box.width - indent, canvas != NULL ? left : 0});
        bool fits = canvas != NULL && text_size(text).height <= left;
        if (fits) {
            int middle =
                y + text_first_baseline(text) - text_px(text) * 36 / 100;
            part_draw_dot(canvas, box.x, middle - dot / 2, dot,
                          stage->theme.accent);
            text_draw(text, canvas, box.x + indent, y, stage->theme.ink);
        }
        y += text_size(text).height + gap;
        text_free(text);
    }
    return points->count > 0 ? y - gap - box.y : 0;
}

// At the largest size that holds them all. Returns the height they take.
static int draw_points(const struct stage *stage, const struct wordings *points,
                       struct box box, struct canvas *canvas)
{
    static const int SIZES_U[] = {340, 315, 290, 270, 250,
                                  230, 210, 190, 170, 150};
    size_t i = 0;
    while (i + 1 < sizeof SIZES_U / sizeof *SIZES_U &&
           lay_points(stage, points, SIZES_U[i], box, NULL) > box.height) {
        i++;
    }
    return lay_points(stage, points, SIZES_U[i], box, canvas);
}

// Kicker, title, text and points from the top down, each in at most its share
// of what is left. Returns the height they take.
static int draw_contents(const struct stage *stage,
                         const struct contents *contents, struct box box,
                         struct canvas *canvas)
{
    const struct theme *theme = &stage->theme;
    bool points = contents->points->count > 0;
    const struct {
        const char *words;
        struct part_style style;
        struct colour colour;
        int percent, gap_u; // of what is left; below it
    } BLOCKS[] = {
        {contents->kicker,
         {FONT_BOLD, 240, 180, 0, 1, TEXT_LEFT, false},
         theme->second,
         100,               60 },
        {contents->title,
         {FONT_DISPLAY, 560, 300, 108, 4, TEXT_LEFT, false},
         theme->ink,
         50,                260},
        {contents->text,
         {FONT_BODY, 320, 170, 136, 0, TEXT_LEFT, false},
         theme->soft,
         points ? 50 : 100,
         260                   },
    };
    struct box rest = box;
    int gap = 0;
    for (size_t i = 0; i < sizeof BLOCKS / sizeof *BLOCKS; i++) {
        if (BLOCKS[i].words[0] == '\0') {
            continue;
        }
        struct box room = rest;
        room.height = rest.height * BLOCKS[i].percent / 100;
        gap = stage_px(stage, BLOCKS[i].gap_u);
        int used = part_draw_text(stage, BLOCKS[i].words, BLOCKS[i].style,
                                  BLOCKS[i].colour, room, canvas) +
                   gap;
        rest.y += used;
        rest.height -= used;
    }
    int used = draw_points(stage, contents->points, rest, canvas);
    return rest.y - box.y + (points ? used : -gap);
}

// Nothing but a title: large, a little above the middle.
static int draw_title_alone(const struct stage *stage, const char *title,
                            struct box box, struct canvas *canvas)
{
    struct text *text = part_text(stage, title,
                                  (struct part_style){.role = FONT_DISPLAY,
                                                      .largest_u = 860,
                                                      .smallest_u = 300,
                                                      .leading_percent = 106,
                                                      .max_lines = 6},
                                  box_size(box));
    int left = box.height - text_size(text).height;
    text_draw(text, canvas, box.x, box.y + left * 45 / 100, stage->theme.ink);
    text_free(text);
    return box.height;
}

static struct box draw_side(const struct stage *stage,
                            const struct slide *slide,
                            const struct contents *contents,
                            struct canvas *canvas, bool *complete)
{
    struct box above = part_above_foot(stage, slide);
    struct box words = above;
    struct panel_picture picture = {0};
    if (contents->image != NULL) {
        struct panel_split split = panel_split(stage, above, contents->image);
        picture = panel_draw_picture(stage, split.panel, contents->image, false,
                                     canvas);
        words = picture.drawn || picture.pending ? split.words : above;
    }
    *complete = !picture.pending;
    return box_inset(words, stage_px(stage, MARGIN_U));
}

static const char *action_of(const struct stage *stage,
                             const struct contents *contents)
{
    enum word word = contents->link->kind == LINK_EMAIL   ? WORD_WRITE_TO_US
                     : contents->link->kind == LINK_PHONE ? WORD_CALL_US
                                                          : WORD_LEARN_MORE;
    return stage->phrasing.language->words[word];
}

bool page_slide_draw(const struct stage *stage, const struct slide *slide,
                     struct canvas *canvas)
{
    struct contents contents = contents_of(stage, slide);
    bool complete = true;
    struct box box = draw_side(stage, slide, &contents, canvas, &complete);
    bool has_code = contents.link != NULL;
    int gap = stage_px(stage, GAP_U);
    int least = stage_px(stage, has_code ? CODE_U : SIGNATURE_U);
    struct box words = box;
    words.height -= least + gap;
    bool title_alone = contents.text[0] == '\0' && contents.points->count == 0;
    int used = title_alone
                   ? draw_title_alone(stage, contents.title, words, canvas)
                   : draw_contents(stage, &contents, words, canvas);
    // What the words leave over makes the code larger.
    int foot = box.height - used - gap;
    int most = stage_px(stage, has_code ? CODE_MAX_U : SIGNATURE_U);
    foot = foot < most ? foot : most;
    struct box row = {box.x, box_bottom(box) - foot, box.width, foot};
    struct code code = {0};
    if (has_code) {
        code_init(&code, contents.link, action_of(stage, &contents));
    }
    bool signature_complete =
        code_draw_foot(stage, has_code ? &code : NULL, NULL, row, canvas);
    code_release(&code);
    return complete && signature_complete;
}

void page_slide_prefetch(const struct stage *stage, const struct slide *slide)
{
    struct contents contents = contents_of(stage, slide);
    if (contents.image != NULL) {
        struct box above = part_above_foot(stage, slide);
        panel_prefetch(stage, panel_split(stage, above, contents.image).panel,
                       contents.image);
    }
}
