// SPDX-License-Identifier: MIT
#include "slides/slides.h"

#include <assert.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/text_buffer.h"
#include "slides/agenda_slide.h"
#include "slides/empty_slide.h"
#include "slides/event_slide.h"
#include "slides/links_slide.h"
#include "slides/page_slide.h"
#include "slides/partners_slide.h"
#include "slides/parts.h"

struct layout {
    bool (*draw)(const struct stage *stage, const struct slide *slide,
                 struct canvas *canvas);
    void (*prefetch)(const struct stage *stage,
                     const struct slide *slide); // NULL: no pictures
};

static const struct layout LAYOUTS[] = {
    [SLIDE_EVENT] = {event_slide_draw,    event_slide_prefetch   },
    [SLIDE_AGENDA] = {agenda_slide_draw,   NULL                   },
    [SLIDE_PARTNERS] = {partners_slide_draw, partners_slide_prefetch},
    [SLIDE_LINKS] = {links_slide_draw,    NULL                   },
    [SLIDE_PAGE] = {page_slide_draw,     page_slide_prefetch    },
    [SLIDE_EMPTY] = {empty_slide_draw,    NULL                   },
};
static_assert(sizeof LAYOUTS / sizeof *LAYOUTS == SLIDE_KIND_COUNT,
              "a layout for every kind of slide");

bool slides_draw(const struct stage *stage, size_t index, struct canvas *canvas)
{
    const struct slide *slide = &stage->playlist->slides[index];
    canvas_clear(canvas, stage->theme.paper);
    bool complete = LAYOUTS[slide->kind].draw(stage, slide, canvas);
    part_draw_foot(stage, index, canvas);
    return complete;
}

bool slides_draw_alone(const struct stage *stage, size_t index,
                       struct canvas *canvas)
{
    struct slide slide = stage->playlist->slides[index];
    slide.banner = NULL;
    canvas_clear(canvas, stage->theme.paper);
    return LAYOUTS[slide.kind].draw(stage, &slide, canvas);
}

void slides_prefetch(const struct stage *stage, size_t index)
{
    const struct slide *slide = &stage->playlist->slides[index];
    if (LAYOUTS[slide->kind].prefetch != NULL) {
        LAYOUTS[slide->kind].prefetch(stage, slide);
    }
}

char *slides_title(const struct stage *stage, size_t index)
{
    static const enum word HEADINGS[] = {
        [SLIDE_EVENT] = WORD_COUNT,       [SLIDE_AGENDA] = WORD_UPCOMING_EVENTS,
        [SLIDE_PARTNERS] = WORD_PARTNERS, [SLIDE_LINKS] = WORD_LINKS,
        [SLIDE_PAGE] = WORD_COUNT,        [SLIDE_EMPTY] = WORD_BACK_SOON,
    };
    const struct slide *slide = &stage->playlist->slides[index];
    const struct wording *title = &stage->programme->title;
    if (slide->kind == SLIDE_EVENT) {
        title = &slide->entry->event->title;
    } else if (slide->kind == SLIDE_PAGE && slide->page != NULL) {
        title = &slide->page->title;
    } else if (HEADINGS[slide->kind] != WORD_COUNT) {
        return xstrdup(stage->phrasing.language->words[HEADINGS[slide->kind]]);
    }
    return xstrdup(part_wording(stage, title));
}
