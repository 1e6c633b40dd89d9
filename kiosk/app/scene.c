// SPDX-License-Identifier: MIT
#include "app/scene.h"

#include <stdlib.h>
#include <string.h>

#include "app/session.h"
#include "base/memory.h"
#include "programme/programme.h"
#include "programme/settings.h"

static struct stage stage_of(const struct session *session,
                             const struct scene_means *means,
                             const struct now *now)
{
    return (struct stage){
        .size = means->size,
        .fonts = means->fonts,
        .images = means->images,
        .pictograms = session->pictograms,
        .settings = session->settings,
        .programme = session->programme,
        .theme = theme_of(session->programme, session->settings->colours),
        .phrasing = {.language = session->language,
                     .time_format = session->settings->time_format,
                     .this_year = now->local.date.year},
        .now = *now,
        .zone = &session->zone,
    };
}

struct scene *scene_new(const struct session *session,
                        const struct scene_means *means, const struct now *now)
{
    const struct programme *programme = session->programme;
    const struct settings *settings = session->settings;
    struct scene *scene = xcalloc(1, sizeof *scene);
    scene->stage = stage_of(session, means, now);
    scene->next_change = INT64_MAX;
    if (programme == NULL) {
        return scene;
    }
    scene->agenda = agenda_new(programme, now, settings->venue, false);
    scene->playlist = playlist_new(programme, scene->agenda, now, settings,
                                   session->language->code,
                                   stage_capacity(means->size, settings));
    scene->stage.agenda = scene->agenda;
    scene->stage.playlist = scene->playlist;
    scene->next_change = agenda_next_change(programme, now);
    return scene;
}

void scene_free(struct scene *scene)
{
    if (scene != NULL) {
        playlist_free(scene->playlist);
        agenda_free(scene->agenda);
        free(scene);
    }
}

size_t scene_slide_count(const struct scene *scene)
{
    return scene->playlist != NULL ? scene->playlist->count : 0;
}

bool scene_is_stale(const struct scene *scene, const struct now *now)
{
    const struct now *then = &scene->stage.now;
    return now->instant >= scene->next_change || now->instant < then->instant ||
           now->trusted != then->trusted;
}

// Also in a programme that was loaded anew.
static bool is_same_event(const struct event *p, const struct event *q)
{
    if (p == NULL || q == NULL || p == q) {
        return p == q;
    }
    return p->title.text != NULL && q->title.text != NULL &&
           strcmp(p->title.text, q->title.text) == 0 &&
           date_compare(p->when.first_day, q->when.first_day) == 0 &&
           p->when.start_minute == q->when.start_minute;
}

static bool is_same(const struct slide *a, const struct slide *b)
{
    const struct event *p = a->entry != NULL ? a->entry->event : NULL;
    const struct event *q = b->entry != NULL ? b->entry->event : NULL;
    return a->kind == b->kind && a->page == b->page && a->first == b->first &&
           is_same_event(p, q);
}

size_t scene_find(const struct scene *scene, const struct slide *slide,
                  size_t index)
{
    size_t count = scene_slide_count(scene);
    size_t nearest = count, best = SIZE_MAX;
    for (size_t i = 0; i < count; i++) {
        size_t distance = i > index ? i - index : index - i;
        if (is_same(&scene->playlist->slides[i], slide) && distance < best) {
            best = distance;
            nearest = i;
        }
    }
    return nearest;
}
