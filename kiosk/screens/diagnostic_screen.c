// SPDX-License-Identifier: MIT
#include "screens/operator_screen.h"

#include <stdlib.h>

#include "base/memory.h"
#include "screens/desk.h"
#include "screens/form.h"
#include "screens/large_code.h"
#include "slides/stage.h"

struct diagnostic_page {
    struct visit *visit;
    struct desk_report report;
};

static const struct stage *stage_of(const struct diagnostic_page *page)
{
    return visit_stage(page->visit);
}

static bool is_low(const struct diagnostic_page *page)
{
    return visit_choices(page->visit)->low_controls;
}

static void *page_enter(struct visit *visit, const struct destination *to)
{
    (void)to;
    struct desk *desk = visit_desk(visit);
    if (desk == NULL || !desk->gate.is_open) {
        return NULL;
    }
    struct diagnostic_page *page = xcalloc(1, sizeof *page);
    page->visit = visit;
    page->report = desk->report(desk->context, &visit_stage(visit)->phrasing);
    return page;
}

static void page_leave(void *self)
{
    struct diagnostic_page *page = self;
    desk_report_release(&page->report);
    free(page);
}

// The text in clear is below its code, for those who cannot scan it.
static void page_draw(void *self, struct canvas *canvas)
{
    struct diagnostic_page *page = self;
    const struct stage *stage = stage_of(page);
    char *action = form_word(stage, WORD_DIAGNOSTIC, NULL);
    large_code_draw(
        stage,
        &(struct large_code){
            .payload = page->report.diagnostic,
            .above = stage->phrasing.language->words[WORD_THIS_SCREEN],
            .action = action,
            .shown = "",
            .hint = stage->phrasing.language->words[WORD_DIAGNOSTIC_HINT]},
        is_low(page), canvas);
    free(action);
}

static void page_targets(const void *self, struct targets *out)
{
    const struct diagnostic_page *page = self;
    large_code_targets(stage_of(page), is_low(page), out);
}

static void page_activate(void *self, int id)
{
    struct diagnostic_page *page = self;
    (void)id;
    visit_back(page->visit);
}

const struct screen_kind diagnostic_screen = {
    .name = "diagnostic",
    .enter = page_enter,
    .leave = page_leave,
    .draw = page_draw,
    .targets = page_targets,
    .activate = page_activate,
};
