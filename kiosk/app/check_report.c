// SPDX-License-Identifier: MIT
#include "app/check_report.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <json-c/json.h>

#include "app/file_lines.h"
#include "app/session.h"
#include "base/diag.h"
#include "base/excerpt.h"
#include "base/text_buffer.h"
#include "language/language.h"
#include "language/phrase.h"
#include "programme/programme.h"

enum style {
    STYLE_PLAIN,
    STYLE_WARNING,
    STYLE_ERROR,
    STYLE_CARET,
    STYLE_COUNT,
};

static const char *const STYLES[] = {
    [STYLE_PLAIN] = "\033[0m",
    [STYLE_WARNING] = "\033[1;33m",
    [STYLE_ERROR] = "\033[1;31m",
    [STYLE_CARET] = "\033[1;32m",
};

struct report {
    const struct session *session;
    struct file_lines *lines;
    enum fault_language language;
    bool coloured;
    FILE *out;
};

static bool wants_colour(FILE *out)
{
    const char *none = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");
    bool able = terminal != NULL && strcmp(terminal, "dumb") != 0;
    return isatty(fileno(out)) && able && (none == NULL || none[0] == '\0');
}

static struct report report_of(const struct session *session, FILE *out)
{
    return (struct report){.session = session,
                           .lines = file_lines_new(session->folder),
                           .language = session->fault_language,
                           .coloured = wants_colour(out),
                           .out = out};
}

static void print_styled(const struct report *report, enum style style,
                         const char *text)
{
    bool coloured = report->coloured;
    fprintf(report->out, "%s%s%s", coloured ? STYLES[style] : "", text,
            coloured ? STYLES[STYLE_PLAIN] : "");
}

static bool excerpt_of(const struct report *report, const struct place *place,
                       struct excerpt *out)
{
    const char *line = file_lines_get(report->lines, place->path, place->line);
    if (line == NULL) {
        return false;
    }
    *out = excerpt_make(line, place->column);
    return true;
}

static void print_head(const struct report *report, const struct diag *diag,
                       size_t column)
{
    enum fault_level level = fault_level(diag->fault);
    if (diag->place.path != NULL) {
        char *path = excerpt_visible(diag->place.path);
        fprintf(report->out, "%s:", path);
        free(path);
    }
    if (diag->place.line > 0) {
        fprintf(report->out, "%zu:%zu:", diag->place.line, column);
    }
    fputs(diag->place.path != NULL ? " " : "", report->out);
    print_styled(report, level == FAULT_ERROR ? STYLE_ERROR : STYLE_WARNING,
                 diag_level_words(level, report->language));
    char *message = diag_message(diag, report->language);
    fprintf(report->out, "%s\n", message);
    free(message);
}

// What is wrong, the line it stands in, and what to do.
static void print_fault(const struct report *report, const struct diag *diag)
{
    static const char MARGIN[] = "    ";
    struct excerpt excerpt = {.column = diag->place.column};
    bool shown = excerpt_of(report, &diag->place, &excerpt);
    print_head(report, diag, excerpt.column);
    if (shown) {
        fprintf(report->out, "%s%s\n%s", MARGIN, excerpt.line, MARGIN);
        print_styled(report, STYLE_CARET, excerpt.caret);
        fputc('\n', report->out);
    }
    char *remedy = diag_remedy(diag, report->language);
    if (remedy[0] != '\0') {
        fprintf(report->out, "%s→ %s\n", MARGIN, remedy);
    }
    free(remedy);
    excerpt_release(&excerpt);
}

// The words of the summary, for one and for several.
enum counted {
    COUNTED_EVENTS,
    COUNTED_ERRORS,
    COUNTED_WARNINGS,
    COUNTED_COUNT,
};

static const char *const COUNTED[FAULT_LANGUAGE_COUNT][COUNTED_COUNT][2] = {
    [FAULT_IN_ENGLISH] = {[COUNTED_EVENTS] = {"event", "events"},
                          [COUNTED_ERRORS] = {"error", "errors"},
                          [COUNTED_WARNINGS] = {"warning", "warnings"}},
    [FAULT_IN_FRENCH] = {[COUNTED_EVENTS] = {"soirée", "soirées"},
                          [COUNTED_ERRORS] = {"erreur", "erreurs"},
                          [COUNTED_WARNINGS] = {"avertissement",
                                               "avertissements"}      },
};

static void print_count(const struct report *report, enum counted what,
                        size_t count)
{
    // French nought is singular, English nought plural.
    bool one =
        count == 1 || (count == 0 && report->language == FAULT_IN_FRENCH);
    fprintf(report->out, "%zu %s", count,
            COUNTED[report->language][what][one ? 0 : 1]);
}

// From the first day of all events to the last.
static bool days_of(const struct programme *programme, struct when *out)
{
    *out = (struct when){.precision = PRECISION_NONE, .wording = ""};
    for (size_t i = 0; i < programme->event_count; i++) {
        const struct when *when = &programme->events[i].when;
        if (when->precision == PRECISION_NONE) {
            continue;
        }
        bool first = out->precision == PRECISION_NONE;
        if (first || date_compare(when->first_day, out->first_day) < 0) {
            out->first_day = when->first_day;
        }
        if (first || date_compare(when->last_day, out->last_day) > 0) {
            out->last_day = when->last_day;
        }
        out->precision = PRECISION_DAY;
    }
    return out->precision == PRECISION_DAY;
}

static void print_days(const struct report *report, const struct when *when)
{
    const struct session *session = report->session;
    bool french = report->language == FAULT_IN_FRENCH;
    struct phrasing phrasing = {
        .language = languages_find(session->languages, french ? "fr" : "en"),
        .this_year = session_now(session).local.date.year};
    if (phrasing.language != NULL) {
        struct text_buffer days = {0};
        phrase_days(&phrasing, when, &days);
        fprintf(report->out, ", %s", text_buffer_text(&days));
        text_buffer_release(&days);
    }
}

// "12 soirées, du 20 janvier au 23 avril ; 1 erreur, 2 avertissements"
static void print_summary(const struct report *report)
{
    static const char *const NOTHING[] = {
        [FAULT_IN_ENGLISH] = "nothing can be shown",
        [FAULT_IN_FRENCH] = "rien ne peut être montré",
    };
    const struct session *session = report->session;
    const struct programme *programme = session->programme;
    struct when days;
    if (programme == NULL) {
        fputs(NOTHING[report->language], report->out);
    } else {
        print_count(report, COUNTED_EVENTS, programme->event_count);
        if (days_of(programme, &days)) {
            print_days(report, &days);
        }
    }
    fputs(report->language == FAULT_IN_FRENCH ? " ; " : "; ", report->out);
    print_count(report, COUNTED_ERRORS,
                diag_count(session->diags, FAULT_ERROR));
    fputs(", ", report->out);
    print_count(report, COUNTED_WARNINGS,
                diag_count(session->diags, FAULT_WARNING));
    fputc('\n', report->out);
}

void check_report(const struct session *session, FILE *out)
{
    struct report report = report_of(session, out);
    const struct diag *diag = diag_at(session->diags, 0);
    for (size_t i = 0; diag != NULL; diag = diag_at(session->diags, ++i)) {
        print_fault(&report, diag);
        fputc('\n', out);
    }
    size_t more = diag_left_out(session->diags);
    if (more > 0) {
        fprintf(out,
                report.language == FAULT_IN_FRENCH ? "… et %zu autres\n\n"
                                                   : "… and %zu more\n\n",
                more);
    }
    print_summary(&report);
    file_lines_free(report.lines);
}

static void add_number(struct json_object *object, const char *key,
                       size_t number)
{
    json_object_object_add(object, key,
                           json_object_new_uint64((uint64_t)number));
}

// Takes over the text.
static void add_text(struct json_object *object, const char *key, char *text)
{
    json_object_object_add(object, key, json_object_new_string(text));
    free(text);
}

static struct json_object *object_of(const struct report *report,
                                     const struct diag *diag)
{
    struct json_object *object = json_object_new_object();
    const struct place *place = &diag->place;
    struct excerpt excerpt = {.column = place->column};
    excerpt_of(report, place, &excerpt);
    bool error = fault_level(diag->fault) == FAULT_ERROR;
    add_text(object, "file",
             excerpt_visible(place->path != NULL ? place->path : ""));
    add_number(object, "line", place->line);
    add_number(object, "column", place->line > 0 ? excerpt.column : 0);
    json_object_object_add(object, "severity",
                           json_object_new_string(error ? "error" : "warning"));
    json_object_object_add(object, "code",
                           json_object_new_string(fault_code(diag->fault)));
    add_text(object, "message", diag_message(diag, report->language));
    add_text(object, "remedy", diag_remedy(diag, report->language));
    excerpt_release(&excerpt);
    return object;
}

bool check_report_json(const struct session *session, FILE *out)
{
    struct report report = report_of(session, out);
    struct json_object *array = json_object_new_array();
    const struct diag *diag = diag_at(session->diags, 0);
    for (size_t i = 0; diag != NULL; diag = diag_at(session->diags, ++i)) {
        json_object_array_add(array, object_of(&report, diag));
    }
    const char *text = json_object_to_json_string_ext(
        array, JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_SPACED |
                   JSON_C_TO_STRING_NOSLASHESCAPE);
    bool written = text != NULL && fprintf(out, "%s\n", text) > 0;
    json_object_put(array);
    file_lines_free(report.lines);
    return written;
}
