// SPDX-License-Identifier: MIT
#include "store/receipt.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/excerpt.h"
#include "base/memory.h"
#include "base/text_buffer.h"
#include "base/utf8.h"
#include "language/phrase.h"
#include "store/disk.h"
#include "store/listing.h"
#include "store/receipt_message.h"
#include "store/receipt_words.h"

enum {
    NAMES_MAX = 3,       // of files, in one sentence
    NAME_RUNES_MAX = 40, // of one of them
    LINE_RUNES_MAX = 300,
    REPORT_FAULTS_MAX = 40,
    NUMBER_BYTES = 24,
};

static const char FILE_NAME[] = "compte-rendu.txt";
static const char NEW_FILE_NAME[] = "compte-rendu.tmp";

// A receipt while it is being written.
struct draft {
    const struct receipt_facts *facts;
    const struct receipt_words *words;
    struct text_buffer summary;
    char *lines[REPORT_FAULTS_MAX]; // errors first, then warnings
    size_t line_count;
    size_t error_count; // all of them, but for missing pictures
};

static const char *number_text(size_t number, char out[NUMBER_BYTES])
{
    snprintf(out, NUMBER_BYTES, "%zu", number);
    return out;
}

// One line without anything a terminal or a screen would obey.
static char *shown(const char *text, size_t runes_max)
{
    char *visible = excerpt_visible(text);
    const char *at = visible;
    for (size_t i = 0; i < runes_max && *at != '\0'; i++) {
        utf8_next(&at);
    }
    char *cut = *at == '\0' ? xstrdup(visible)
                            : xasprintf("%.*s…", (int)(at - visible), visible);
    free(visible);
    return cut;
}

static char *say(const struct draft *draft, enum sentence which, size_t count,
                 const char *first, const char *second, const char *third)
{
    return sentence(which, draft->words->language, count,
                    (const char *const[3]){first, second, third});
}

static char *day_text(const struct draft *draft, struct date date)
{
    if (draft->words->dates == NULL || date.year == 0) {
        char text[16] = "?";
        if (date.year != 0) {
            date_format(date, text);
        }
        return xstrdup(text);
    }
    struct text_buffer out = {0};
    struct phrasing phrasing = {.language = draft->words->dates,
                                .this_year = draft->words->this_year};
    phrase_day_plain(&phrasing, date, &out);
    return text_buffer_take(&out);
}

// "12 soirées", "12 soirées, du 20 janvier au 23 avril".
static char *events_text(const struct draft *draft)
{
    const struct receipt_facts *facts = draft->facts;
    char number[NUMBER_BYTES];
    char *events = say(draft, SENTENCE_EVENTS, facts->event_count,
                       number_text(facts->event_count, number), NULL, NULL);
    if (facts->first_day.year == 0) {
        return events;
    }
    char *first = day_text(draft, facts->first_day);
    char *last = day_text(draft, facts->last_day);
    bool one = date_compare(facts->first_day, facts->last_day) == 0;
    char *days = say(draft, one ? SENTENCE_ON_DAY : SENTENCE_FROM_TO, 1, first,
                     last, NULL);
    char *text = xasprintf("%s, %s", events, days);
    free(days);
    free(last);
    free(first);
    free(events);
    return text;
}

// "4,2": French writes decimals with a comma.
static char *megabytes_text(const struct draft *draft, uint64_t bytes)
{
    uint64_t tenths = (bytes + 99999) / 100000;
    char mark = draft->words->language == FAULT_IN_FRENCH ? ',' : '.';
    return xasprintf("%" PRIu64 "%c%" PRIu64, tenths / 10, mark, tenths % 10);
}

static void add_sentence(struct text_buffer *out, char *text)
{
    text_buffer_printf(out, "%s%s", out->length > 0 ? " " : "", text);
    free(text);
}

// What fills {1}, {2} of the decision's sentence. Each is the caller's.
static void decision_arguments(const struct draft *draft, char *out[3])
{
    const struct receipt_facts *facts = draft->facts;
    if (decision_is_good(facts->decision)) {
        out[0] = events_text(draft);
    } else if (facts->decision == DECISION_OLDER) {
        out[0] = day_text(draft, facts->updated);
        out[1] = day_text(draft, facts->former_updated);
    } else if (facts->decision == DECISION_TOO_MANY_FILES) {
        out[0] = xasprintf("%d", LISTING_ENTRIES_MAX);
    } else if (facts->decision == DECISION_TOO_LARGE) {
        out[0] = megabytes_text(draft, facts->bytes);
        out[1] = megabytes_text(draft, facts->room);
    } else {
        out[0] = shown(facts->file != NULL ? facts->file : "", NAME_RUNES_MAX);
        out[1] =
            shown(facts->reason != NULL ? facts->reason : "", LINE_RUNES_MAX);
    }
}

static void add_decision(struct draft *draft)
{
    char *arguments[3] = {NULL, NULL, NULL};
    decision_arguments(draft, arguments);
    add_sentence(&draft->summary,
                 decision_sentence(draft->facts->decision,
                                   draft->words->language,
                                   (const char *const *)arguments));
    for (size_t i = 0; i < 3; i++) {
        free(arguments[i]);
    }
}

// "1 affiche manque : jazz.jpg." Nothing for none.
static void add_names(struct draft *draft, enum sentence which,
                      const char *const *names, size_t count)
{
    if (count == 0) {
        return;
    }
    char number[NUMBER_BYTES];
    struct text_buffer list = {0};
    for (size_t i = 0; i < count && i < NAMES_MAX; i++) {
        char *name = shown(names[i], NAME_RUNES_MAX);
        text_buffer_printf(&list, "%s%s", i > 0 ? ", " : "", name);
        free(name);
    }
    if (count > NAMES_MAX) {
        size_t more = count - NAMES_MAX;
        char *rest = say(draft, SENTENCE_AND_MORE, more,
                         number_text(more, number), NULL, NULL);
        text_buffer_printf(&list, " %s", rest);
        free(rest);
    }
    add_sentence(&draft->summary,
                 say(draft, which, count, number_text(count, number),
                     text_buffer_text(&list), NULL));
    text_buffer_release(&list);
}

static bool names_same(const char *const *names, size_t count, const char *name)
{
    bool found = false;
    for (size_t i = 0; i < count; i++) {
        found = found || strcmp(names[i], name) == 0;
    }
    return found;
}

static bool is_missing_picture(const struct diag *diag)
{
    return (diag->fault == FAULT_PICTURE_MISSING ||
            diag->fault == FAULT_PICTURE_MISSING_NEAR) &&
           diag->arguments[0] != NULL;
}

// A picture that ten events name is missing once, and one that was left out
// is not missing.
static void add_missing(struct draft *draft)
{
    const struct receipt_facts *facts = draft->facts;
    const char **names = NULL;
    size_t count = 0;
    const struct diag *diag = NULL;
    for (size_t i = 0;
         facts->diags != NULL && (diag = diag_at(facts->diags, i)) != NULL;
         i++) {
        const char *name = diag->arguments[0];
        bool fresh =
            is_missing_picture(diag) && !names_same(names, count, name) &&
            !names_same(facts->too_large, facts->too_large_count, name) &&
            !names_same(facts->unsigned_files, facts->unsigned_count, name);
        if (fresh) {
            names = xrealloc(names, count + 1, sizeof *names);
            names[count++] = name;
        }
    }
    add_names(draft, SENTENCE_MISSING, names, count);
    free(names);
}

// "programme.yaml, ligne 14 : …"
static char *fault_line(const struct draft *draft, const struct diag *diag)
{
    char number[NUMBER_BYTES];
    char *message = diag_message(diag, draft->words->language);
    char *remedy = diag_remedy(diag, draft->words->language);
    char *words = remedy[0] != '\0'
                      ? say(draft, SENTENCE_AND_DO, 1, message, remedy, NULL)
                      : xstrdup(message);
    const char *path = diag->place.path != NULL ? diag->place.path : "";
    char *line = diag->place.line > 0
                     ? say(draft, SENTENCE_AT_LINE, 1, path,
                           number_text(diag->place.line, number), words)
                     : say(draft, SENTENCE_AT_FILE, 1, path, words, NULL);
    char *cut = shown(line, LINE_RUNES_MAX);
    free(line);
    free(words);
    free(remedy);
    free(message);
    return cut;
}

static void add_fault_lines(struct draft *draft, enum fault_level level)
{
    const struct diag *diag = NULL;
    for (size_t i = 0; draft->facts->diags != NULL &&
                       (diag = diag_at(draft->facts->diags, i)) != NULL;
         i++) {
        if (is_missing_picture(diag) || fault_level(diag->fault) != level) {
            continue;
        }
        if (level == FAULT_ERROR) {
            draft->error_count++;
        }
        if (draft->line_count < REPORT_FAULTS_MAX) {
            draft->lines[draft->line_count++] = fault_line(draft, diag);
        }
    }
}

static void add_notes(struct draft *draft)
{
    const struct receipt_facts *facts = draft->facts;
    char number[NUMBER_BYTES];
    bool taken = decision_is_taken(facts->decision);
    if (taken && facts->event_count * 2 < facts->former_event_count) {
        add_sentence(&draft->summary,
                     say(draft, SENTENCE_FEWER, 1,
                         number_text(facts->former_event_count, number), NULL,
                         NULL));
    }
    if (taken && draft->error_count > 0) {
        add_sentence(&draft->summary,
                     say(draft, SENTENCE_ERRORS, draft->error_count,
                         number_text(draft->error_count, number), NULL, NULL));
    }
    if (decision_is_good(facts->decision)) {
        add_missing(draft);
        add_names(draft, SENTENCE_HEAVY, facts->too_large,
                  facts->too_large_count);
        add_names(draft, SENTENCE_NOT_SIGNED, facts->unsigned_files,
                  facts->unsigned_count);
    }
}

// The stick may go, unless it went too early.
static char *advice(const struct draft *draft)
{
    bool may_go = draft->facts->is_stick &&
                  draft->facts->decision != DECISION_SOURCE_GONE;
    return may_go ? say(draft, SENTENCE_UNPLUG, 1, NULL, NULL, NULL)
                  : xstrdup("");
}

// "Écran : …" and the like; nothing for NULL.
static void add_head(const struct draft *draft, struct text_buffer *out,
                     enum sentence which, const char *text)
{
    if (text == NULL || text[0] == '\0') {
        return;
    }
    char *cut = shown(text, LINE_RUNES_MAX);
    char *line = say(draft, which, 1, cut, NULL, NULL);
    text_buffer_printf(out, "%s\n", line);
    free(line);
    free(cut);
}

static char *report_text(const struct draft *draft, const char *advice)
{
    struct text_buffer out = {0};
    const struct receipt_facts *facts = draft->facts;
    if (facts->when != NULL) {
        text_buffer_printf(&out, "%s\n", facts->when);
    }
    add_head(draft, &out, SENTENCE_SCREEN, facts->venue);
    add_head(draft, &out, SENTENCE_TITLE, facts->title);
    text_buffer_printf(&out, "%s%s%s\n", text_buffer_text(&draft->summary),
                       advice[0] != '\0' ? " " : "", advice);
    for (size_t i = 0; i < draft->line_count; i++) {
        text_buffer_printf(&out, "%s\n", draft->lines[i]);
    }
    return text_buffer_take(&out);
}

// Something that whoever wrote the programme can mend.
static bool concerns_organisers(const struct draft *draft)
{
    enum decision decision = draft->facts->decision;
    bool refused = decision >= DECISION_OLDER &&
                   decision <= DECISION_WRONG_KEY && decision_is_news(decision);
    return refused || draft->error_count > 0;
}

static char *message_text(const struct draft *draft)
{
    if (!concerns_organisers(draft)) {
        return NULL;
    }
    const struct receipt_facts *facts = draft->facts;
    const char *lines[REPORT_FAULTS_MAX + 2];
    size_t count = 0;
    char *screen = say(draft, SENTENCE_SCREEN, 1, facts->venue, NULL, NULL);
    char *title =
        shown(facts->title != NULL ? facts->title : "?", LINE_RUNES_MAX);
    char *subject = say(draft, SENTENCE_SUBJECT, 1, title, NULL, NULL);
    lines[count++] = text_buffer_text(&draft->summary);
    if (facts->venue != NULL) {
        lines[count++] = screen;
    }
    for (size_t i = 0; i < draft->line_count; i++) {
        lines[count++] = draft->lines[i];
    }
    struct message message = {facts->contact, subject, lines, count};
    char *link = message_link(&message, draft->words->language);
    free(subject);
    free(title);
    free(screen);
    return link;
}

struct receipt *receipt_new(const struct receipt_facts *facts,
                            const struct receipt_words *words)
{
    struct draft draft = {.facts = facts, .words = words};
    struct receipt *receipt = xcalloc(1, sizeof *receipt);
    add_fault_lines(&draft, FAULT_ERROR);
    add_fault_lines(&draft, FAULT_WARNING);
    add_decision(&draft);
    add_notes(&draft);
    receipt->decision = facts->decision;
    receipt->advice = advice(&draft);
    receipt->report = report_text(&draft, receipt->advice);
    receipt->message = message_text(&draft);
    receipt->summary = text_buffer_take(&draft.summary);
    for (size_t i = 0; i < draft.line_count; i++) {
        if (i < RECEIPT_FAULTS_MAX && i < draft.error_count) {
            receipt->faults[receipt->fault_count++] = draft.lines[i];
        } else {
            free(draft.lines[i]);
        }
    }
    receipt->more_faults = draft.error_count - receipt->fault_count;
    return receipt;
}

void receipt_free(struct receipt *receipt)
{
    if (receipt == NULL) {
        return;
    }
    for (size_t i = 0; i < receipt->fault_count; i++) {
        free(receipt->faults[i]);
    }
    free(receipt->summary);
    free(receipt->advice);
    free(receipt->report);
    free(receipt->message);
    free(receipt);
}

bool receipt_leave(const struct receipt *receipt, int folder)
{
    // Made anew and renamed: what a link of that name points to is not
    // touched, the link is replaced.
    if (unlinkat(folder, NEW_FILE_NAME, 0) != 0 && errno != ENOENT) {
        return false;
    }
    bool left = disk_make_file(folder, NEW_FILE_NAME, receipt->report) &&
                renameat(folder, NEW_FILE_NAME, folder, FILE_NAME) == 0;
    if (!left) {
        unlinkat(folder, NEW_FILE_NAME, 0);
    }
    return left && disk_sync_folder(folder, ".");
}
