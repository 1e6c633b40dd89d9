// SPDX-License-Identifier: MIT
#include "slides/links_slide.h"

#include "slides/code_row.h"
#include "slides/parts.h"

bool links_slide_draw(const struct stage *stage, const struct slide *slide,
                      struct canvas *canvas)
{
    const char *heading = stage->phrasing.language->words[WORD_LINKS];
    struct box box =
        part_draw_heading(stage, heading, part_content(stage, slide), canvas);
    code_row_draw(stage, slide->first, slide->count, box, canvas);
    return true;
}
