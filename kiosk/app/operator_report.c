// SPDX-License-Identifier: MIT
#include "app/operator_report.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>

#include "app/build_info.h"
#include "app/options.h"
#include "app/session.h"
#include "base/diag.h"
#include "base/memory.h"
#include "base/text_buffer.h"
#include "language/phrase.h"
#include "programme/programme.h"
#include "programme/settings.h"
#include "store/store.h"
#include "system/machine.h"

enum {
    FAULTS_MAX = 6,
    DIAGNOSTIC_FAULTS_MAX = 4,
    FAULT_BYTES_MAX = 90, // of one in the diagnostic
    HOUR_MS = 60 * 60 * 1000,
    MEGABYTE = 1000 * 1000,
};

struct account {
    const struct session *session;
    const struct phrasing *phrasing;
    struct store *store; // NULL: none
    struct now now;
    int hours; // of running
    bool power_is_low;
};

static void add_word(const struct account *account, struct text_buffer *out,
                     enum word word, const char *filling)
{
    size_t start = out->length;
    phrase_word(account->phrasing, word, filling, NULL, out);
    phrase_capitalise(out, start);
}

static char *heading(const struct account *account, enum word word)
{
    struct text_buffer words = {0};
    add_word(account, &words, word, NULL);
    return text_buffer_take(&words);
}

// Why the clock is believed.
static enum word evidence(const struct account *account)
{
    static const enum word WORDS[CLOCK_EVIDENCE_COUNT] = {
        [CLOCK_BY_GIFT] = WORD_CLOCK_IS_GIVEN,
        [CLOCK_BY_SETTINGS] = WORD_CLOCK_BY_SETTINGS,
        [CLOCK_BY_HARDWARE] = WORD_CLOCK_BY_HARDWARE,
        [CLOCK_BY_NETWORK] = WORD_CLOCK_BY_NETWORK,
        [CLOCK_BY_HOST] = WORD_CLOCK_BY_HOST,
    };
    unsigned found = clock_read(&account->session->clock).evidence;
    int i = 0;
    while (i + 1 < CLOCK_EVIDENCE_COUNT && (found >> i & 1) == 0) {
        i++;
    }
    return WORDS[i];
}

static char *clock_words(const struct account *account)
{
    struct phrasing phrasing = *account->phrasing;
    phrasing.this_year = 0; // the year is said
    struct text_buffer words = {0};
    phrase_day(&phrasing, account->now.local.date, &words);
    phrase_capitalise(&words, 0);
    text_buffer_add(&words, " · ");
    phrase_time(&phrasing, account->now.local.minute, &words);
    text_buffer_add(&words, "\n");
    if (account->now.trusted) {
        const struct language *language = phrasing.language;
        add_word(account, &words, WORD_CLOCK_IS_SURE,
                 language->words[evidence(account)]);
    } else {
        add_word(account, &words, WORD_CLOCK_IS_DOUBTFUL, NULL);
    }
    return text_buffer_take(&words);
}

static char *programme_title(const struct account *account)
{
    const struct programme *programme = account->session->programme;
    const char *title =
        programme != NULL
            ? wording_in(&programme->title, account->phrasing->language->code)
            : "";
    return xstrdup(title[0] != '\0' ? title : "kiosk");
}

static char *programme_words(const struct account *account)
{
    const struct session *session = account->session;
    const struct programme *programme = session->programme;
    struct text_buffer words = {0};
    char number[24];
    if (programme != NULL && programme->updated.year > 0) {
        date_format(programme->updated, number);
        text_buffer_printf(&words, "%s · ", number);
    }
    text_buffer_printf(&words, "%s\n", session->folder);
    add_word(account, &words, WORD_VERSION, build_info_version());
    snprintf(number, sizeof number, "%d", account->hours);
    text_buffer_add(&words, " · ");
    phrase_word(account->phrasing, WORD_RUNNING_FOR, number, NULL, &words);
    return text_buffer_take(&words);
}

static char *receipt_words(const struct account *account)
{
    char *receipt =
        account->store != NULL ? store_receipt(account->store) : NULL;
    return receipt != NULL ? receipt : heading(account, WORD_NO_RECEIPT);
}

// FAULTS_MAX of all that is on the page, at most.
static void add_faults(const struct account *account, struct diag_list *diags,
                       size_t *count, struct text_buffer *out)
{
    bool french = strcmp(account->phrasing->language->code, "en") != 0;
    enum fault_language language = french ? FAULT_IN_FRENCH : FAULT_IN_ENGLISH;
    const struct diag *diag = NULL;
    for (size_t i = 0;
         *count < FAULTS_MAX && (diag = diag_at(diags, i)) != NULL; i++) {
        char *message = diag_message(diag, language);
        text_buffer_add(out, *count > 0 ? "\n" : "");
        if (diag->place.line > 0) {
            text_buffer_printf(out, "%zu : ", diag->place.line);
        }
        text_buffer_add(out, message);
        free(message);
        ++*count;
    }
}

// The machine's, those of settings that were not taken over, and the
// programme's.
static char *faults_words(const struct account *account)
{
    const struct session *session = account->session;
    struct text_buffer words = {0};
    size_t count = 0;
    if (account->power_is_low) {
        add_word(account, &words, WORD_POWER_IS_LOW, NULL);
        count++;
    }
    if (session->offer.result == OFFER_REFUSED) {
        text_buffer_add(&words, count > 0 ? "\n" : "");
        add_word(account, &words, WORD_SETTINGS_STAY, session->offer.name);
        count++;
        add_faults(account, session->offer.diags, &count, &words);
    }
    add_faults(account, session->diags, &count, &words);
    if (count == 0) {
        add_word(account, &words, WORD_NO_FAULTS, NULL);
    }
    return text_buffer_take(&words);
}

static void add_slot(const struct account *account, const struct slot *slot,
                     struct text_buffer *out)
{
    const struct language *language = account->phrasing->language;
    const struct manifest *manifest = slot->manifest;
    text_buffer_printf(out, "%d · %s", slot->number,
                       manifest != NULL ? manifest->title
                                        : language->words[WORD_DAMAGED]);
    if (manifest != NULL && manifest->updated.year > 0) {
        char day[16];
        date_format(manifest->updated, day);
        text_buffer_printf(out, " · %s", day);
    }
    if (slot->is_current) {
        text_buffer_printf(out, " · %s", language->words[WORD_SHOWN_NOW]);
    }
    text_buffer_add(out, "\n");
}

static char *storage_words(const struct account *account)
{
    struct text_buffer words = {0};
    const struct store *store = account->store;
    const char *shown = account->session->folder;
    if (store == NULL || store_slot_count(store) == 0) {
        // A screen that never had a programme shows no folder, either.
        enum word word = shown != NULL ? WORD_NO_STORAGE : WORD_NO_RECEIPT;
        add_word(account, &words, word, shown);
        text_buffer_add(&words, "\n");
    }
    for (size_t i = 0; store != NULL && i < store_slot_count(store); i++) {
        add_slot(account, store_slot_at(store, i), &words);
    }
    struct statvfs disk;
    const char *folder = store != NULL ? store_folder(store) : shown;
    if (folder != NULL && statvfs(folder, &disk) == 0) {
        char number[24];
        uint64_t free_bytes = (uint64_t)disk.f_bavail * disk.f_frsize;
        snprintf(number, sizeof number, "%" PRIu64, free_bytes / MEGABYTE);
        add_word(account, &words, WORD_FREE_SPACE, number);
    }
    return text_buffer_take(&words);
}

// For whoever helps from afar: plain, in English, as much as a code holds.
static char *diagnostic(const struct account *account)
{
    const struct session *session = account->session;
    const struct programme *programme = session->programme;
    struct text_buffer out = {0};
    char moment[24], updated[16] = "?";
    moment_format(account->now.local, moment);
    if (programme != NULL && programme->updated.year > 0) {
        date_format(programme->updated, updated);
    }
    text_buffer_printf(&out, "kiosk %s\nup %d h\nclock %s %s\n",
                       build_info_version(), account->hours, moment,
                       account->now.trusted ? "trusted" : "doubtful");
    text_buffer_printf(&out, "programme %.60s\nupdated %s\nevents %zu\n",
                       session->folder, updated,
                       programme != NULL ? programme->event_count : 0);
    text_buffer_add(&out, account->power_is_low ? "power low\n" : "");
    if (session->offer.result == OFFER_REFUSED) {
        text_buffer_printf(&out, "refused %s\n", session->offer.name);
    }
    text_buffer_printf(&out, "slots %zu\nerrors %zu, warnings %zu",
                       account->store != NULL ? store_slot_count(account->store)
                                              : 0,
                       diag_count(session->diags, FAULT_ERROR),
                       diag_count(session->diags, FAULT_WARNING));
    const struct diag *diag = NULL;
    for (size_t i = 0; i < DIAGNOSTIC_FAULTS_MAX &&
                       (diag = diag_at(session->diags, i)) != NULL;
         i++) {
        const char *first = diag->arguments[0];
        text_buffer_printf(&out, "\n%zu %s %.*s", diag->place.line,
                           fault_code(diag->fault), FAULT_BYTES_MAX / 2,
                           first != NULL ? first : "");
    }
    char *text = text_buffer_take(&out);
    char *clean = xstrndup(text, DIAGNOSTIC_BYTES_MAX);
    free(text);
    return clean;
}

struct desk_report operator_report_of(const struct session *session,
                                      const struct phrasing *phrasing,
                                      int64_t uptime_ms)
{
    char *folder = options_store(session->options);
    struct account account = {.session = session,
                              .phrasing = phrasing,
                              .store = store_open(folder, NULL),
                              .now = session_now(session),
                              .hours = (int)(uptime_ms / HOUR_MS),
                              .power_is_low = machine_power_is_low("/sys")};
    free(folder);
    struct desk_report report = {
        .headings = {[DESK_CLOCK] = heading(&account, WORD_CLOCK),
                     [DESK_PROGRAMME] = programme_title(&account),
                     [DESK_RECEIPT] = heading(&account,                  WORD_LAST_RECEIPT),
                     [DESK_FAULTS] = heading(&account, WORD_FAULTS),
                     [DESK_STORAGE] = heading(&account, WORD_STORAGE)},
        .sections = {[DESK_CLOCK] = clock_words(&account),
                     [DESK_PROGRAMME] = programme_words(&account),
                     [DESK_RECEIPT] = receipt_words(&account),
                     [DESK_FAULTS] = faults_words(&account),
                     [DESK_STORAGE] = storage_words(&account)},
        .diagnostic = diagnostic(&account),
    };
    store_free(account.store);
    return report;
}
