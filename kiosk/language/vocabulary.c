// SPDX-License-Identifier: MIT
#include "language/vocabulary.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "language/language.h"
#include "yaml/document.h"

enum {
    FIRST_BYTES = 256
};

// Terms that begin with the same byte, in no order: there are few of them.
struct shelf {
    struct term *terms;
    size_t count, capacity;
};

struct vocabulary {
    struct shelf shelves[FIRST_BYTES];
};

static const char *const KEYS[] = {
    [MEANING_ORDINAL] = "ordinal",
    [MEANING_OF] = "of",
    [MEANING_FILLER] = "filler",
    [MEANING_TO] = "to",
    [MEANING_AND] = "and",
    [MEANING_BETWEEN] = "between",
    [MEANING_SINCE] = "since",
    [MEANING_UNTIL] = "until",
    [MEANING_WEEK] = "week",
    [MEANING_WEEKEND] = "weekend",
    [MEANING_PART_OF_MONTH] = "part_of_month",
    [MEANING_NOON] = "noon",
    [MEANING_MIDNIGHT] = "midnight",
    [MEANING_HOUR] = "hour",
    [MEANING_BEFORE_NOON] = "before_noon",
    [MEANING_AFTER_NOON] = "after_noon",
    [MEANING_TIME_TO_COME] = "time_to_come",
    [MEANING_DATE_TO_COME] = "date_to_come",
    [MEANING_TO_COME] = "to_come",
    [MEANING_ONLINE] = "online",
};

static_assert(sizeof KEYS / sizeof *KEYS == MEANING_COUNT,
              "every meaning has its key");

struct vocabulary *vocabulary_new(void)
{
    return xcalloc(1, sizeof(struct vocabulary));
}

void vocabulary_free(struct vocabulary *vocabulary)
{
    if (vocabulary == NULL) {
        return;
    }
    for (size_t i = 0; i < FIRST_BYTES; i++) {
        struct shelf *shelf = &vocabulary->shelves[i];
        for (size_t j = 0; j < shelf->count; j++) {
            free((char *)shelf->terms[j].text);
        }
        free(shelf->terms);
    }
    free(vocabulary);
}

static struct term *shelf_find(struct shelf *shelf, const char *text)
{
    for (size_t i = 0; i < shelf->count; i++) {
        if (strcmp(shelf->terms[i].text, text) == 0) {
            return &shelf->terms[i];
        }
    }
    return NULL;
}

// Takes over text, a folded word that is not on the shelf yet.
static struct term *shelf_add(struct shelf *shelf, char *text)
{
    if (shelf->count == shelf->capacity) {
        shelf->capacity = shelf->capacity > 0 ? shelf->capacity * 2 : 8;
        shelf->terms =
            xrealloc(shelf->terms, shelf->capacity, sizeof *shelf->terms);
    }
    struct term *term = &shelf->terms[shelf->count++];
    *term = (struct term){.text = text, .length = strlen(text)};
    return term;
}

// The same word in another language, or with another meaning, is one term.
static void add(struct vocabulary *vocabulary, const char *text,
                struct term news)
{
    char *folded = utf8_fold(text);
    size_t length = strlen(folded);
    if (length > 1 && folded[length - 1] == '.') {
        folded[length - 1] = '\0';
    }
    struct shelf *shelf = &vocabulary->shelves[(unsigned char)folded[0]];
    struct term *term = shelf_find(shelf, folded);
    if (term == NULL && folded[0] != '\0') {
        term = shelf_add(shelf, folded);
        folded = NULL;
    }
    free(folded);
    if (term == NULL) {
        return;
    }
    term->meanings |= news.meanings;
    term->month = term->month != 0 ? term->month : news.month;
    term->weekday = term->weekday != 0 ? term->weekday : news.weekday;
    term->month_first |= news.month_first;
}

static void add_list(struct vocabulary *vocabulary, const struct node *list,
                     struct term news, struct diag_list *diags)
{
    if (list->kind != NODE_LIST) {
        diag_add(diags, FAULT_NOT_A_LIST, list->place, list->key, NULL, NULL);
        return;
    }
    for (const struct node *item = list->first; item != NULL;
         item = item->next) {
        add(vocabulary, node_text(item, ""), news);
    }
}

static void add_names(struct vocabulary *vocabulary,
                      const struct language *language, bool month_first)
{
    for (int i = 0; i < 12; i++) {
        struct term news = {.month = i + 1, .month_first = month_first};
        add(vocabulary, language->months[i], news);
        add(vocabulary, language->months_short[i], news);
    }
    for (int i = 0; i < 7; i++) {
        struct term news = {.weekday = i + 1};
        add(vocabulary, language->weekdays[i], news);
        add(vocabulary, language->weekdays_short[i], news);
    }
}

// Lists of other spellings, one list for each month or weekday.
static void add_spellings(struct vocabulary *vocabulary,
                          const struct node *lists, int count, bool month_first,
                          struct diag_list *diags)
{
    bool months = count == 12;
    int index = 0;
    for (const struct node *list = lists->first; list != NULL && index < count;
         list = list->next) {
        index++;
        struct term news = {.month = months ? index : 0,
                            .weekday = months ? 0 : index,
                            .month_first = months && month_first};
        add_list(vocabulary, list, news, diags);
    }
}

static bool add_meaning(struct vocabulary *vocabulary, const struct node *item,
                        struct diag_list *diags)
{
    for (int meaning = 0; meaning < MEANING_COUNT; meaning++) {
        if (strcmp(item->key, KEYS[meaning]) == 0) {
            struct term news = {.meanings = 1U << meaning};
            add_list(vocabulary, item, news, diags);
            return true;
        }
    }
    return false;
}

void vocabulary_add_language(struct vocabulary *vocabulary,
                             const struct language *language,
                             const struct node *reading,
                             struct diag_list *diags)
{
    const struct node *order = node_get(reading, "month_before_day");
    bool month_first = strcmp(node_text(order, "no"), "yes") == 0;
    add_names(vocabulary, language, month_first);
    if (reading == NULL || reading->kind != NODE_MAP) {
        return;
    }
    for (const struct node *item = reading->first; item != NULL;
         item = item->next) {
        if (strcmp(item->key, "months") == 0) {
            add_spellings(vocabulary, item, 12, month_first, diags);
        } else if (strcmp(item->key, "weekdays") == 0) {
            add_spellings(vocabulary, item, 7, false, diags);
        } else if (item != order && !add_meaning(vocabulary, item, diags)) {
            diag_add(diags, FAULT_KEY_UNKNOWN, item->key_place, item->key, NULL,
                     NULL);
        }
    }
}

bool vocabulary_is_letter(const char *text)
{
    const char *at = text;
    uint32_t rune = utf8_next(&at);
    if (rune < 0x80) {
        return (rune >= 'a' && rune <= 'z') || (rune >= 'A' && rune <= 'Z');
    }
    // Quotation marks, bullets and other general punctuation part words. The
    // degree sign does not: it is the ordinal of "1°" and "n°".
    return rune != 0xAB && rune != 0xBB && rune != 0xB7 &&
           !(rune >= 0x2000 && rune <= 0x206F);
}

static bool ends_there(const char *text, const struct term *term)
{
    char last = term->text[term->length - 1];
    return last == '\'' || last == '-' ||
           !vocabulary_is_letter(text + term->length);
}

const struct term *vocabulary_match(const struct vocabulary *vocabulary,
                                    const char *text)
{
    const struct shelf *shelf = &vocabulary->shelves[(unsigned char)text[0]];
    const struct term *best = NULL;
    for (size_t i = 0; i < shelf->count; i++) {
        const struct term *term = &shelf->terms[i];
        // The first bytes are the same; most differ in the second.
        if (term->length > 1 && term->text[1] != text[1]) {
            continue;
        }
        if ((best == NULL || term->length > best->length) &&
            strncmp(text, term->text, term->length) == 0 &&
            ends_there(text, term)) {
            best = term;
        }
    }
    return best;
}
