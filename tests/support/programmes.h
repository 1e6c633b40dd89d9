// SPDX-License-Identifier: MIT
// Programmes written as YAML in a test, read as the real ones are.

#ifndef KIOSK_TESTS_SUPPORT_PROGRAMMES_H
#define KIOSK_TESTS_SUPPORT_PROGRAMMES_H

#include "base/text_buffer.h"
#include "language/language.h"
#include "language/phrase.h"
#include "programme/agenda.h"
#include "programme/programme.h"
#include "support/folder.h"
#include "support/test.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

struct sample {
    char *folder;
    struct languages *languages;
    struct diag_list *diags;
    struct programme *programme; // NULL if nothing could be shown
};

// Reads programme.yaml in a folder, which the sample then owns.
static inline struct sample sample_in(char *folder)
{
    struct sample sample = {.folder = folder, .diags = diag_list_new()};
    sample.languages = languages_new(KIOSK_ASSETS_DIR "/languages", NULL);
    assert_non_null(sample.languages);
    sample.programme = programme_load(folder, sample.languages,
                                      (struct date){2026, 1, 17}, sample.diags);
    return sample;
}

static inline struct sample sample_of(const char *yaml)
{
    char *folder = folder_make();
    folder_write(folder, "programme.yaml", yaml);
    return sample_in(folder);
}

// Events in flow form, "date: 20 janvier, titre: T", one a line, under
// annee: 2026 and maj: 2026-01-05.
static inline struct sample sample_of_events(const char *lines)
{
    struct text_buffer yaml = {0};
    text_buffer_add(&yaml, "annee: 2026\nmaj: 2026-01-05\nevenements:\n");
    for (const char *at = lines; *at != '\0';) {
        size_t length = strcspn(at, "\n");
        text_buffer_printf(&yaml, "  - {%.*s}\n", (int)length, at);
        at += length + (at[length] == '\n' ? 1 : 0);
    }
    struct sample sample = sample_of(text_buffer_text(&yaml));
    text_buffer_release(&yaml);
    return sample;
}

static inline void sample_release(struct sample *sample)
{
    programme_free(sample->programme);
    diag_list_free(sample->diags);
    languages_free(sample->languages);
    folder_remove(sample->folder);
}

// The faults as "line:code[first|second]", parted by spaces. The caller's.
static inline char *sample_faults(struct sample *sample)
{
    struct text_buffer out = {0};
    const struct diag *diag = NULL;
    text_buffer_add(&out, "");
    for (size_t i = 0; (diag = diag_at(sample->diags, i)) != NULL; i++) {
        text_buffer_printf(&out, "%s%zu:%s", i > 0 ? " " : "", diag->place.line,
                           fault_code(diag->fault));
        for (int k = 0; k < 2 && diag->arguments[k] != NULL; k++) {
            text_buffer_printf(&out, "%s%s", k > 0 ? "|" : "[",
                               diag->arguments[k]);
        }
        text_buffer_add(&out, diag->arguments[0] != NULL ? "]" : "");
    }
    char *faults = xstrdup(text_buffer_text(&out));
    text_buffer_release(&out);
    return faults;
}

static inline void assert_faults(struct sample *sample, const char *expected)
{
    char *faults = sample_faults(sample);
    assert_string_equal(faults, expected);
    free(faults);
}

static inline struct now now_of_instant(const struct sample *sample,
                                        int64_t instant)
{
    return (struct now){.instant = instant,
                        .local = zone_moment(&sample->programme->zone, instant),
                        .trusted = true,
                        .certain = instant};
}

static inline int64_t instant_of(const struct sample *sample, const char *text)
{
    struct moment moment;
    assert_true(moment_parse(text, &moment));
    return zone_instant(&sample->programme->zone, moment);
}

static inline struct now now_at(const struct sample *sample, const char *text)
{
    return now_of_instant(sample, instant_of(sample, text));
}

static inline struct phrasing phrasing_in(const struct sample *sample,
                                          const char *language,
                                          const struct now *now)
{
    const struct language *found = languages_find(sample->languages, language);
    assert_non_null(found);
    return (struct phrasing){.language = found,
                             .this_year = now->local.date.year};
}

// The agenda as "title phase chip" lines. The caller's; free().
static inline char *agenda_lines(const struct sample *sample,
                                 const struct agenda *agenda,
                                 const struct now *now)
{
    struct phrasing phrasing = phrasing_in(sample, "fr", now);
    struct text_buffer out = {0};
    for (size_t i = 0; i < agenda->count; i++) {
        const struct agenda_entry *entry = &agenda->entries[i];
        text_buffer_printf(&out, "%s%s %s ", i > 0 ? "\n" : "",
                           wording_in(&entry->event->title, "fr"),
                           phase_name(entry->phase));
        chip_phrase(&entry->chip, &phrasing, &out);
        text_buffer_add(&out, entry->here ? " (ici)" : "");
    }
    char *lines = xstrdup(text_buffer_text(&out));
    text_buffer_release(&out);
    return lines;
}

// Its titles, parted by spaces.
static inline void assert_titles(const struct agenda *agenda,
                                 const char *expected)
{
    struct text_buffer out = {0};
    for (size_t i = 0; i < agenda->count; i++) {
        text_buffer_printf(&out, "%s%s", i > 0 ? " " : "",
                           wording_in(&agenda->entries[i].event->title, "fr"));
    }
    assert_string_equal(text_buffer_text(&out), expected);
    text_buffer_release(&out);
}

#endif
