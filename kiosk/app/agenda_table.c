// SPDX-License-Identifier: MIT
#include "app/agenda_report.h"

#include <stdlib.h>

#include "app/scene.h"
#include "base/memory.h"
#include "base/text_buffer.h"
#include "base/utf8.h"
#include "language/phrase.h"
#include "programme/programme.h"

enum {
    COLUMN_DATE,
    COLUMN_CHIP,
    COLUMN_STATUS,
    COLUMN_EVENT,
    COLUMN_PLACE,
    COLUMN_COUNT,
};

struct row {
    char *cells[COLUMN_COUNT];
};

static const enum word HEADINGS[COLUMN_COUNT] = {
    [COLUMN_DATE] = WORD_COLUMN_DATE,     [COLUMN_CHIP] = WORD_COUNT,
    [COLUMN_STATUS] = WORD_COLUMN_STATUS, [COLUMN_EVENT] = WORD_COLUMN_EVENT,
    [COLUMN_PLACE] = WORD_COLUMN_PLACE,
};

static const enum word STATUSES[STATUS_COUNT] = {
    [STATUS_CONFIRMED] = WORD_COUNT,        [STATUS_TENTATIVE] = WORD_TENTATIVE,
    [STATUS_CANCELLED] = WORD_CANCELLED,    [STATUS_POSTPONED] = WORD_POSTPONED,
    [STATUS_RESCHEDULED] = WORD_INSTEAD_OF, [STATUS_FULL] = WORD_FULL,
    [STATUS_MOVED_ONLINE] = WORD_ONLINE,
};

// WORD_COUNT is no word.
static void add_word(const struct phrasing *phrasing, enum word word,
                     const char *first, struct text_buffer *out)
{
    if (word != WORD_COUNT) {
        phrase_word(phrasing, word, first, NULL, out);
    }
}

static const char *words_of(const struct phrasing *phrasing,
                            const struct wording *wording)
{
    return wording_in(wording, phrasing->language->code);
}

static void add_place(const struct phrasing *phrasing,
                      const struct event *event, struct text_buffer *out)
{
    const char *town = words_of(phrasing, &event->town);
    const char *venue = words_of(phrasing, &event->venue);
    bool both = town[0] != '\0' && venue[0] != '\0';
    text_buffer_printf(out, "%s%s%s", town, both ? ", " : "", venue);
    if (out->length == 0 && event->online) {
        add_word(phrasing, WORD_ONLINE, NULL, out);
    } else if (out->length == 0) {
        add_word(phrasing, WORD_PLACE_TO_COME, NULL, out);
    }
}

static void add_status(const struct phrasing *phrasing,
                       const struct event *event, struct text_buffer *out)
{
    struct text_buffer previous = {0};
    if (event->previous_when != NULL) {
        phrase_days(phrasing, event->previous_when, &previous);
    } else {
        text_buffer_add(&previous, words_of(phrasing, &event->previous));
    }
    bool knows = event->status != STATUS_RESCHEDULED || previous.length > 0;
    if (knows) {
        add_word(phrasing, STATUSES[event->status], text_buffer_text(&previous),
                 out);
    }
    text_buffer_release(&previous);
}

static struct row row_of(const struct agenda_entry *entry,
                         const struct phrasing *phrasing)
{
    const struct event *event = entry->event;
    struct text_buffer cells[COLUMN_COUNT] = {0};
    struct when when = agenda_when(entry);
    phrase_when(phrasing, &when, &cells[COLUMN_DATE]);
    chip_phrase(&entry->chip, phrasing, &cells[COLUMN_CHIP]);
    add_status(phrasing, event, &cells[COLUMN_STATUS]);
    text_buffer_add(&cells[COLUMN_EVENT], words_of(phrasing, &event->title));
    add_place(phrasing, event, &cells[COLUMN_PLACE]);
    struct row row;
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        row.cells[i] = text_buffer_take(&cells[i]);
    }
    return row;
}

static struct row heading_row(const struct phrasing *phrasing)
{
    struct row row;
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        struct text_buffer cell = {0};
        add_word(phrasing, HEADINGS[i], NULL, &cell);
        row.cells[i] = text_buffer_take(&cell);
    }
    return row;
}

static void print_row(const struct row *row, const size_t *widths, FILE *out)
{
    struct text_buffer line = {0};
    size_t missing = 0; // spaces before the next cell
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        size_t length = utf8_length(row->cells[i]);
        if (length > 0) {
            text_buffer_printf(&line, "%*s%s", (int)missing, "", row->cells[i]);
            missing = 0;
        }
        missing += widths[i] > 0 ? widths[i] - length + 2 : 0;
    }
    fprintf(out, "%s\n", text_buffer_text(&line));
    text_buffer_release(&line);
}

static void print_rows(const struct row *rows, size_t count, FILE *out)
{
    size_t widths[COLUMN_COUNT] = {0};
    for (size_t i = 0; i < count; i++) {
        for (size_t column = 0; column < COLUMN_COUNT; column++) {
            size_t length = utf8_length(rows[i].cells[column]);
            widths[column] = length > widths[column] ? length : widths[column];
        }
    }
    for (size_t i = 0; i < count; i++) {
        print_row(&rows[i], widths, out);
    }
}

// How many upcoming dates even the last list slide only counts.
static size_t left_out(const struct playlist *playlist)
{
    size_t most = 0;
    for (size_t i = 0; i < playlist->count; i++) {
        size_t count = playlist->slides[i].left_out;
        most = count > most ? count : most;
    }
    return most;
}

// How the loop was chosen, in two sentences.
static void print_loop(const struct playlist *playlist,
                       enum fault_language language, FILE *out)
{
    bool french = language == FAULT_IN_FRENCH;
    fprintf(out,
            french ? "Boucle : %zu diapos, %d min %02d. "
                   : "Loop: %zu slides, %d min %02d. ",
            playlist->count, playlist->seconds / 60, playlist->seconds % 60);
    size_t unlisted = left_out(playlist);
    if (playlist->events == 0) {
        fputs(french ? "Rien n’est à venir.\n" : "Nothing is upcoming.\n", out);
    } else if (unlisted > 0) {
        fprintf(out,
                french ? "%zu dates sur %zu ont leur diapo, la liste en "
                         "laisse %zu de côté.\n"
                       : "%zu of %zu dates have their own slide, the list "
                         "leaves out %zu.\n",
                playlist->own_slides, playlist->events, unlisted);
    } else {
        fprintf(out,
                french ? "%zu dates sur %zu ont leur diapo, toutes sont dans "
                         "la liste.\n"
                       : "%zu of %zu dates have their own slide, all are in "
                         "the list.\n",
                playlist->own_slides, playlist->events);
    }
}

void agenda_report_table(const struct scene *scene, const struct agenda *agenda,
                         enum fault_language language, FILE *out)
{
    const struct phrasing *phrasing = &scene->stage.phrasing;
    size_t count = agenda->count + 1;
    struct row *rows = xcalloc(count, sizeof *rows);
    rows[0] = heading_row(phrasing);
    for (size_t i = 0; i < agenda->count; i++) {
        rows[i + 1] = row_of(&agenda->entries[i], phrasing);
    }
    print_rows(rows, count, out);
    for (size_t i = 0; i < count; i++) {
        for (size_t column = 0; column < COLUMN_COUNT; column++) {
            free(rows[i].cells[column]);
        }
    }
    free(rows);
    fputc('\n', out);
    print_loop(scene->playlist, language, out);
    if (!scene->stage.now.trusted) {
        fputs(language == FAULT_IN_FRENCH
                  ? "L’horloge est douteuse : la date est à régler.\n"
                  : "The clock is doubtful: it may be another day.\n",
              out);
    }
}
