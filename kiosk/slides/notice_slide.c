// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/memory.h"
#include "slides/parts.h"
#include "slides/slides.h"

enum {
    MARGIN_U = 700,
    FAULTS_MAX = 3,
};

static struct box below(struct box box, int used)
{
    return (struct box){box.x, box.y + used, box.width, box.height - used};
}

static char *fault_line(const struct diag *diag, enum fault_language language)
{
    char *message = diag_message(diag, language);
    char *remedy = diag_remedy(diag, language);
    const char *path = diag->place.path != NULL ? diag->place.path : "";
    char *line =
        diag->place.line > 0
            ? xasprintf("%s:%zu : %s%s%s", path, diag->place.line, message,
                        remedy[0] != '\0' ? " ; " : "", remedy)
            : xasprintf("%s%s%s", message, remedy[0] != '\0' ? " ; " : "",
                        remedy);
    free(message);
    free(remedy);
    return line;
}

static void draw_faults(const struct stage *stage, struct diag_list *diags,
                        struct box box, struct canvas *canvas)
{
    bool french = strcmp(stage->phrasing.language->code, "en") != 0;
    struct part_style style = {
        .role = FONT_BOLD, .largest_u = 220, .smallest_u = 170, .max_lines = 1};
    box = below(
        box, part_draw_text(stage,
                            stage->phrasing.language->words[WORD_FAULTS_FOUND],
                            style, stage->theme.accent, box, canvas) +
                 stage_px(stage, 80));
    style = (struct part_style){.role = FONT_BODY,
                                .largest_u = 200,
                                .smallest_u = 150,
                                .leading_percent = 128,
                                .max_lines = 2};
    for (size_t i = 0; i < FAULTS_MAX; i++) {
        const struct diag *diag = diag_at(diags, i);
        if (diag == NULL || box.height < stage_px(stage, 300)) {
            return;
        }
        char *line =
            fault_line(diag, french ? FAULT_IN_FRENCH : FAULT_IN_ENGLISH);
        box = below(box, part_draw_text(stage, line, style, stage->theme.soft,
                                        box, canvas) +
                             stage_px(stage, 60));
        free(line);
    }
}

void slides_draw_notice(const struct stage *stage, struct diag_list *diags,
                        struct canvas *canvas)
{
    const struct language *language = stage->phrasing.language;
    canvas_clear(canvas, stage->theme.paper);
    struct box screen = {0, 0, stage->size.width, stage->size.height};
    struct box box = box_inset(screen, stage_px(stage, MARGIN_U));
    struct box head = box;
    head.height = box.height / 3;
    struct part_style style = {.role = FONT_DISPLAY,
                               .largest_u = 560,
                               .smallest_u = 320,
                               .leading_percent = 108,
                               .max_lines = 3};
    box = below(box, part_draw_text(stage, language->words[WORD_NOTHING_YET],
                                    style, stage->theme.ink, head, canvas) +
                         stage_px(stage, 250));
    style = (struct part_style){.role = FONT_BODY,
                                .largest_u = 280,
                                .smallest_u = 180,
                                .leading_percent = 140};
    struct box steps = box;
    steps.height = box.height * 6 / 10;
    box = below(box,
                part_draw_text(stage, language->words[WORD_NOTHING_YET_STEPS],
                               style, stage->theme.ink, steps, canvas) +
                    stage_px(stage, 300));
    if (diags != NULL && diag_at(diags, 0) != NULL) {
        draw_faults(stage, diags, box, canvas);
    }
}
