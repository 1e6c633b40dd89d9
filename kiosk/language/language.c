// SPDX-License-Identifier: MIT
#include "language/language.h"

#include <assert.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/path.h"
#include "language/vocabulary.h"
#include "yaml/document.h"

static const char ENDING[] = ".yaml";
static const char FALLBACK[] = "fr.yaml";

static const char *const WORD_KEYS[] = {
    [WORD_TODAY] = "today",
    [WORD_THIS_MORNING] = "this_morning",
    [WORD_THIS_AFTERNOON] = "this_afternoon",
    [WORD_TONIGHT] = "tonight",
    [WORD_TOMORROW] = "tomorrow",
    [WORD_DAY_AFTER] = "day_after",
    [WORD_IN_DAYS] = "in_days",
    [WORD_THIS_WEEK] = "this_week",
    [WORD_NEXT_WEEK] = "next_week",
    [WORD_IN_MINUTES] = "in_minutes",
    [WORD_NOW] = "now",
    [WORD_NOW_UNTIL] = "now_until",
    [WORD_DAY_OF] = "day_of",
    [WORD_HERE] = "here",
    [WORD_TENTATIVE] = "tentative",
    [WORD_CANCELLED] = "cancelled",
    [WORD_POSTPONED] = "postponed",
    [WORD_NEW_DATE_TO_COME] = "new_date_to_come",
    [WORD_INSTEAD_OF] = "instead_of",
    [WORD_FULL] = "full",
    [WORD_ONLINE] = "online",
    [WORD_TIME_TO_COME] = "time_to_come",
    [WORD_DATE_TO_COME] = "date_to_come",
    [WORD_PLACE_TO_COME] = "place_to_come",
    [WORD_REGISTRATION_CLOSED] = "registration_closed",
    [WORD_DOORS] = "doors",
    [WORD_WITH] = "with",
    [WORD_FREE] = "free",
    [WORD_ALSO_ON] = "also_on",
    [WORD_AND] = "and",
    [WORD_REGISTER] = "register",
    [WORD_WAITING_LIST] = "waiting_list",
    [WORD_ACCESS_LINK] = "access_link",
    [WORD_WRITE_TO_US] = "write_to_us",
    [WORD_CALL_US] = "call_us",
    [WORD_SCAN] = "scan",
    [WORD_LEARN_MORE] = "learn_more",
    [WORD_FOLLOW_US] = "follow_us",
    [WORD_MY_CALENDAR] = "my_calendar",
    [WORD_ADD_TO_CALENDAR] = "add_to_calendar",
    [WORD_CALENDAR_HINT] = "calendar_hint",
    [WORD_THE_WAY] = "the_way",
    [WORD_REGISTER_UNTIL] = "register_until",
    [WORD_ORGANISED_BY] = "organised_by",
    [WORD_IN_PARTNERSHIP] = "in_partnership",
    [WORD_PLACES] = "places",
    [WORD_SPOKEN] = "spoken",
    [WORD_SERIES] = "series",
    [WORD_POSTER_CREDIT] = "poster_credit",
    [WORD_ACCESS_WHEELCHAIR] = "access_wheelchair",
    [WORD_ACCESS_HEARING] = "access_hearing",
    [WORD_ACCESS_SIGHT] = "access_sight",
    [WORD_ACCESS_EASY] = "access_easy",
    [WORD_ACCESS_MIND] = "access_mind",
    [WORD_CALENDAR] = "calendar",
    [WORD_UPCOMING_EVENTS] = "upcoming_events",
    [WORD_OTHER_EVENTS] = "other_events",
    [WORD_PARTNERS] = "partners",
    [WORD_LINKS] = "links",
    [WORD_BACK_SOON] = "back_soon",
    [WORD_BACK_SOON_TEXT] = "back_soon_text",
    [WORD_NOTHING_YET] = "nothing_yet",
    [WORD_NOTHING_YET_STEPS] = "nothing_yet_steps",
    [WORD_FAULTS_FOUND] = "faults_found",
    [WORD_CLOCK_DOUBTFUL] = "clock_doubtful",
    [WORD_THIS_SCREEN] = "this_screen",
    [WORD_ENTER_CODE] = "enter_code",
    [WORD_WRONG_CODE] = "wrong_code",
    [WORD_CODE_LOCKED] = "code_locked",
    [WORD_LAST_RECEIPT] = "last_receipt",
    [WORD_NO_RECEIPT] = "no_receipt",
    [WORD_FAULTS] = "faults",
    [WORD_NO_FAULTS] = "no_faults",
    [WORD_POWER_IS_LOW] = "power_is_low",
    [WORD_VERSION] = "version",
    [WORD_RUNNING_FOR] = "running_for",
    [WORD_STORAGE] = "storage",
    [WORD_NO_STORAGE] = "no_storage",
    [WORD_SHOWN_NOW] = "shown_now",
    [WORD_DAMAGED] = "damaged",
    [WORD_FREE_SPACE] = "free_space",
    [WORD_CLOCK] = "clock",
    [WORD_CLOCK_IS_SURE] = "clock_is_sure",
    [WORD_CLOCK_IS_DOUBTFUL] = "clock_is_doubtful",
    [WORD_CLOCK_BY_HARDWARE] = "clock_by_hardware",
    [WORD_CLOCK_BY_NETWORK] = "clock_by_network",
    [WORD_CLOCK_BY_HOST] = "clock_by_host",
    [WORD_CLOCK_BY_SETTINGS] = "clock_by_settings",
    [WORD_CLOCK_IS_GIVEN] = "clock_is_given",
    [WORD_SET_DATE] = "set_date",
    [WORD_IS_THIS_RIGHT] = "is_this_right",
    [WORD_DAY] = "day",
    [WORD_MONTH] = "month",
    [WORD_YEAR] = "year",
    [WORD_HOUR] = "hour",
    [WORD_MINUTE] = "minute",
    [WORD_CONFIRM] = "confirm",
    [WORD_PREVIOUS_PROGRAMME] = "previous_programme",
    [WORD_RESTART] = "restart",
    [WORD_SWITCH_OFF] = "switch_off",
    [WORD_TOUCH_AGAIN] = "touch_again",
    [WORD_JUST_A_MOMENT] = "just_a_moment",
    [WORD_IT_IS_DONE] = "it_is_done",
    [WORD_NOT_ALLOWED] = "not_allowed",
    [WORD_CLOCK_NOT_CREDIBLE] = "clock_not_credible",
    [WORD_CLOCK_STAYS] = "clock_stays",
    [WORD_NO_PREVIOUS] = "no_previous",
    [WORD_DIAGNOSTIC] = "diagnostic",
    [WORD_DIAGNOSTIC_HINT] = "diagnostic_hint",
    [WORD_UPCOMING_COUNT] = "upcoming_count",
    [WORD_EVERYTHING] = "everything",
    [WORD_WHERE] = "where",
    [WORD_WHAT] = "what",
    [WORD_NONE_OF_THESE] = "none_of_these",
    [WORD_STILL_THERE] = "still_there",
    [WORD_TOUCH_SCREEN] = "touch_screen",
    [WORD_READING_STICK] = "reading_stick",
    [WORD_COPYING] = "copying",
    [WORD_LEAVE_STICK] = "leave_stick",
    [WORD_REPORT_CODE] = "report_code",
    [WORD_MORE_ERRORS] = "more_errors",
    [WORD_FAULT_AT_LINE] = "fault_at_line",
    [WORD_FAULT_IN_FILE] = "fault_in_file",
    [WORD_FORMER_STAYS] = "former_stays",
    [WORD_SETTINGS_TAKEN] = "settings_taken",
    [WORD_SETTINGS_STAY] = "settings_stay",
    [WORD_LINE] = "line",
    [WORD_COLUMN_DATE] = "column_date",
    [WORD_COLUMN_EVENT] = "column_event",
    [WORD_COLUMN_PLACE] = "column_place",
    [WORD_COLUMN_STATUS] = "column_status",
};

static_assert(sizeof WORD_KEYS / sizeof *WORD_KEYS == WORD_COUNT,
              "every word has its key");

static const char *const PATTERN_KEYS[] = {
    [PATTERN_DAY] = "day",
    [PATTERN_DAY_YEAR] = "day_year",
    [PATTERN_DAY_PLAIN] = "day_plain",
    [PATTERN_DAY_PLAIN_YEAR] = "day_plain_year",
    [PATTERN_DAYS] = "days",
    [PATTERN_DAYS_YEAR] = "days_year",
    [PATTERN_DAYS_MONTHS] = "days_months",
    [PATTERN_DAYS_MONTHS_YEAR] = "days_months_year",
    [PATTERN_DAYS_YEARS] = "days_years",
    [PATTERN_WEEK] = "week",
    [PATTERN_WEEK_YEAR] = "week_year",
    [PATTERN_MONTH] = "month",
    [PATTERN_MONTH_YEAR] = "month_year",
    [PATTERN_UNTIL_DAY] = "until_day",
    [PATTERN_UNTIL_DAY_YEAR] = "until_day_year",
    [PATTERN_FROM_DAY] = "from_day",
    [PATTERN_FROM_DAY_YEAR] = "from_day_year",
    [PATTERN_UNTIL_TIME] = "until_time",
    [PATTERN_FROM_TIME] = "from_time",
};

static_assert(sizeof PATTERN_KEYS / sizeof *PATTERN_KEYS == PATTERN_COUNT,
              "every pattern has its key");

static const char *const SECTIONS[] = {
    "name",      "months",         "months_in_date", "months_short",
    "weekdays",  "weekdays_short", "first_of_month", "elides_one",
    "time_mark", "afternoon_hour", "evening_hour",   "patterns",
    "words",     "reading",
};

struct languages {
    struct arena *arena;
    struct vocabulary *vocabulary;
    struct language *items; // French first
    size_t count;
};

// One file while it is read.
struct reader {
    const struct language *fallback; // NULL while French is read
    const struct node *root;
    struct diag_list *diags;
    bool complete;
};

static void report_missing(struct reader *reader, struct place place,
                           const char *key)
{
    diag_add(reader->diags, FAULT_WORD_MISSING, place, key, NULL, NULL);
    if (reader->fallback == NULL) {
        log_line("%s:%zu: the key '%s' is missing or not valid", place.path,
                 place.line, key);
    }
    reader->complete = false;
}

// A text of map; fallback, and a fault, where there is none.
static const char *read_text(struct reader *reader, const struct node *map,
                             const char *key, const char *fallback)
{
    const struct node *node = node_get(map, key);
    const char *text = node_text(node, "");
    if (text[0] != '\0') {
        return text;
    }
    assert(reader->root != NULL);
    struct place place = map != NULL ? map->place : reader->root->place;
    report_missing(reader, node != NULL ? node->place : place, key);
    return fallback;
}

// Exactly count texts, or none: then out stays as it is.
static bool read_texts(const struct node *list, const char **out, size_t count)
{
    if (list == NULL || list->kind != NODE_LIST || list->count != count) {
        return false;
    }
    for (const struct node *item = list->first; item != NULL;
         item = item->next) {
        if (node_text(item, "")[0] == '\0') {
            return false;
        }
    }
    for (const struct node *item = list->first; item != NULL;
         item = item->next) {
        *out++ = item->text;
    }
    return true;
}

// For the full names: French ones stand in for what is missing.
static void read_names(struct reader *reader, const char *key, const char **out,
                       const char *const *fallback, size_t count)
{
    const struct node *list = node_get(reader->root, key);
    if (read_texts(list, out, count)) {
        return;
    }
    report_missing(reader, list != NULL ? list->place : reader->root->place,
                   key);
    for (size_t i = 0; i < count; i++) {
        out[i] = fallback != NULL ? fallback[i] : key;
    }
}

// For other forms of a name: the full names stand in for them.
static void read_forms(struct reader *reader, const char *key, const char **out,
                       const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        out[i] = names[i];
    }
    const struct node *list = node_get(reader->root, key);
    if (list != NULL && !read_texts(list, out, count)) {
        report_missing(reader, list->place, key);
    }
}

static int read_hour(struct reader *reader, const char *key, int fallback)
{
    char number[12];
    snprintf(number, sizeof number, "%d", fallback);
    const char *text = read_text(reader, reader->root, key, number);
    char *end = NULL;
    long hour = strtol(text, &end, 10);
    if (*end != '\0' || hour < 0 || hour > 24) {
        report_missing(reader, node_get(reader->root, key)->place, key);
        return fallback;
    }
    return (int)hour;
}

static void check_keys(const struct reader *reader, const struct node *map,
                       const char *const *keys, size_t count)
{
    if (map == NULL || map->kind != NODE_MAP) {
        return;
    }
    for (const struct node *item = map->first; item != NULL;
         item = item->next) {
        size_t i = 0;
        while (i < count && strcmp(item->key, keys[i]) != 0) {
            i++;
        }
        if (i == count) {
            diag_add(reader->diags, FAULT_KEY_UNKNOWN, item->key_place,
                     item->key, NULL, NULL);
        }
    }
}

static void read_section(struct reader *reader, const char *section,
                         const char *const *keys, size_t count,
                         const char *const *fallback, const char **out)
{
    const struct node *map = node_get(reader->root, section);
    check_keys(reader, map, keys, count);
    for (size_t i = 0; i < count; i++) {
        out[i] = read_text(reader, map, keys[i],
                           fallback != NULL ? fallback[i] : "");
    }
}

static void read_language(struct reader *reader, struct language *out)
{
    const struct language *fallback = reader->fallback;
    const struct node *root = reader->root;
    check_keys(reader, root, SECTIONS, sizeof SECTIONS / sizeof *SECTIONS);
    out->name = read_text(reader, root, "name", out->code);
    read_names(reader, "months", out->months,
               fallback != NULL ? fallback->months : NULL, 12);
    read_forms(reader, "months_in_date", out->months_in_date, out->months, 12);
    read_forms(reader, "months_short", out->months_short, out->months, 12);
    read_names(reader, "weekdays", out->weekdays,
               fallback != NULL ? fallback->weekdays : NULL, 7);
    read_forms(reader, "weekdays_short", out->weekdays_short, out->weekdays, 7);
    out->first_of_month = read_text(reader, root, "first_of_month", "1");
    out->elides_one =
        strcmp(read_text(reader, root, "elides_one", "no"), "yes") == 0;
    out->time_mark = read_text(reader, root, "time_mark", "h")[0];
    out->afternoon_hour = read_hour(reader, "afternoon_hour", 12);
    out->evening_hour = read_hour(reader, "evening_hour", 18);
    read_section(reader, "patterns", PATTERN_KEYS, PATTERN_COUNT,
                 fallback != NULL ? fallback->patterns : NULL, out->patterns);
    read_section(reader, "words", WORD_KEYS, WORD_COUNT,
                 fallback != NULL ? fallback->words : NULL, out->words);
}

// False if the file gave nothing, or is French and not complete.
static bool languages_add(struct languages *languages, const char *folder,
                          const char *name, struct diag_list *diags)
{
    char *path = path_join(folder, name);
    const struct node *root =
        document_load(languages->arena, path, path, diags);
    free(path);
    if (root == NULL || root->kind != NODE_MAP) {
        return false;
    }
    struct reader reader = {.root = root, .diags = diags, .complete = true};
    if (languages->count > 0) {
        reader.fallback = &languages->items[0];
    }
    struct language *language = &languages->items[languages->count++];
    language->code =
        arena_strndup(languages->arena, name, strlen(name) - strlen(ENDING));
    read_language(&reader, language);
    vocabulary_add_language(languages->vocabulary, language,
                            node_get(root, "reading"), diags);
    return reader.complete || reader.fallback != NULL;
}

static int is_other_language(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name), ending = strlen(ENDING);
    return entry->d_name[0] != '.' && length > ending &&
           strcmp(entry->d_name + length - ending, ENDING) == 0 &&
           strcmp(entry->d_name, FALLBACK) != 0;
}

static bool languages_load(struct languages *languages, const char *folder,
                           struct diag_list *diags)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, is_other_language, alphasort);
    size_t others = count > 0 ? (size_t)count : 0;
    languages->items =
        arena_alloc(languages->arena, others + 1, sizeof *languages->items);
    bool usable = languages_add(languages, folder, FALLBACK, diags);
    for (size_t i = 0; i < others; i++) {
        const char *name = entries[i]->d_name;
        if (usable && !languages_add(languages, folder, name, diags)) {
            log_line("the language in '%s/%s' is left out", folder, name);
        }
        free(entries[i]);
    }
    free(entries);
    return usable;
}

struct languages *languages_new(const char *folder, struct diag_list *diags)
{
    struct languages *languages = xcalloc(1, sizeof *languages);
    languages->arena = arena_new();
    languages->vocabulary = vocabulary_new();
    if (!languages_load(languages, folder, diags)) {
        log_line("'%s/%s' is missing or not complete", folder, FALLBACK);
        languages_free(languages);
        return NULL;
    }
    return languages;
}

void languages_free(struct languages *languages)
{
    if (languages == NULL) {
        return;
    }
    vocabulary_free(languages->vocabulary);
    arena_free(languages->arena);
    free(languages);
}

const struct language *languages_find(const struct languages *languages,
                                      const char *code)
{
    for (size_t i = 0; i < languages->count; i++) {
        if (strcmp(languages->items[i].code, code) == 0) {
            return &languages->items[i];
        }
    }
    return NULL;
}

size_t languages_count(const struct languages *languages)
{
    return languages->count;
}

const struct language *languages_at(const struct languages *languages,
                                    size_t index)
{
    return &languages->items[index];
}

const struct vocabulary *languages_vocabulary(const struct languages *languages)
{
    return languages->vocabulary;
}
