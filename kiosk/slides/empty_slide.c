// SPDX-License-Identifier: MIT
#include "slides/empty_slide.h"

#include <stdlib.h>

#include "base/text_buffer.h"
#include "slides/code_row.h"
#include "slides/parts.h"

enum {
    CODES_MAX = 3,
};

static char *partner_names(const struct stage *stage)
{
    const struct programme *programme = stage->programme;
    struct text_buffer names = {0};
    for (size_t i = 0; i < programme->partner_count; i++) {
        text_buffer_add(&names, i > 0 ? " · " : "");
        text_buffer_add(&names,
                        part_wording(stage, &programme->partners[i].name));
    }
    return text_buffer_take(&names);
}

bool empty_slide_draw(const struct stage *stage, const struct slide *slide,
                      struct canvas *canvas)
{
    const struct language *language = stage->phrasing.language;
    struct box box = part_content(stage, slide);
    char *names = partner_names(stage);
    struct box foot = box;
    foot.height = stage_px(stage, 1000);
    foot.y = box_bottom(box) - foot.height;
    struct text *partners = part_text(stage, names,
                                      (struct part_style){.role = FONT_BODY,
                                                          .largest_u = 180,
                                                          .smallest_u = 140,
                                                          .max_lines = 4,
                                                          .align = TEXT_CENTRE},
                                      box_size(foot));
    text_draw(partners, canvas, foot.x,
              box_bottom(foot) - text_size(partners).height, stage->theme.soft);
    box.height -= text_size(partners).height + stage_px(stage, 150);
    text_free(partners);
    free(names);
    struct box head = box;
    head.height = box.height / 3;
    struct part_style style = {.role = FONT_DISPLAY,
                               .largest_u = 640,
                               .smallest_u = 340,
                               .leading_percent = 108,
                               .max_lines = 2,
                               .align = TEXT_CENTRE};
    int used = part_draw_text(stage, language->words[WORD_BACK_SOON], style,
                              stage->theme.ink, head, canvas) +
               stage_px(stage, 120);
    box.y += used;
    box.height -= used;
    style = (struct part_style){.role = FONT_BODY,
                                .largest_u = 260,
                                .smallest_u = 180,
                                .leading_percent = 130,
                                .max_lines = 3,
                                .align = TEXT_CENTRE};
    used = part_draw_text(stage, language->words[WORD_BACK_SOON_TEXT], style,
                          stage->theme.soft, box, canvas) +
           stage_px(stage, 250);
    box.y += used;
    box.height -= used;
    size_t codes = playlist_link_count(stage->programme);
    code_row_draw(stage, 0, codes < CODES_MAX ? codes : CODES_MAX, box, canvas);
    return true;
}
