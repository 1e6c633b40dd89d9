// SPDX-License-Identifier: MIT
#include "app/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app/build_info.h"
#include "app/edition.h"
#include "app/options.h"
#include "app/session_clock.h"
#include "base/diag.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/path.h"
#include "base/text_buffer.h"
#include "language/language.h"
#include "programme/folder.h"
#include "programme/programme.h"
#include "programme/settings.h"
#include "store/store.h"

// Where the device keeps its settings.
static const char *const SETTINGS_FILES[] = {
    "/etc/kiosk/screen.yaml",
    "/etc/kiosk/ecran.yaml",
};

static const char DEFAULT_ZONE[] = "Europe/Paris";
static const char DEFAULT_LANGUAGE[] = "fr";

static bool is_french(const char *language)
{
    return language != NULL && strncmp(language, "fr", 2) == 0;
}

// In whose words faults are told: the language asked for, else the locale's.
static enum fault_language fault_language_of(const struct options *options)
{
    static const char *const VARIABLES[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    const char *language = options->language;
    for (size_t i = 0; language == NULL && i < 3; i++) {
        const char *value = getenv(VARIABLES[i]);
        language = value != NULL && value[0] != '\0' ? value : NULL;
    }
    return is_french(language) ? FAULT_IN_FRENCH : FAULT_IN_ENGLISH;
}

static enum outcome load_languages(struct session *session)
{
    char *folder = path_join(session->data, "assets/languages");
    session->languages = languages_new(folder, NULL);
    free(folder);
    return session->languages != NULL ? OUTCOME_DONE : OUTCOME_FAILED;
}

static enum outcome check_language(const struct session *session)
{
    const char *code = session->options->language;
    if (code == NULL || languages_find(session->languages, code) != NULL) {
        return OUTCOME_DONE;
    }
    struct text_buffer codes = {0};
    for (size_t i = 0; i < languages_count(session->languages); i++) {
        text_buffer_printf(&codes, "%s%s", i > 0 ? ", " : "",
                           languages_at(session->languages, i)->code);
    }
    fprintf(stderr, "kiosk: --language cannot be '%s'; there are %s\n", code,
            text_buffer_text(&codes));
    text_buffer_release(&codes);
    return OUTCOME_USAGE;
}

// Those taken over from elsewhere, else the machine's. The caller's; free().
static char *find_settings(struct session *session)
{
    const struct options *options = session->options;
    char *store = options_store(options);
    if (options->offers != NULL) {
        session->offer = offer_take(options->offers, store, session->languages);
    }
    char *path = offer_taken_file(store);
    free(store);
    for (size_t i = 0; !path_is_file(path) && i < 2; i++) {
        free(path);
        path = xstrdup(SETTINGS_FILES[i]);
    }
    if (!path_is_file(path)) {
        free(path);
        path = NULL;
    }
    return path;
}

static enum outcome load_settings(struct session *session)
{
    const char *path = session->options->settings;
    if (path != NULL && !path_is_file(path)) {
        fprintf(stderr,
                "kiosk: there is no settings file '%s'; name a file such as "
                "screen.yaml\n",
                path);
        return OUTCOME_USAGE;
    }
    char *found = path == NULL ? find_settings(session) : xstrdup(path);
    session->has_settings = found != NULL;
    session->settings =
        settings_load(found, session->languages, session->diags);
    free(found);
    return OUTCOME_DONE;
}

static const struct language *find_language(const struct session *session)
{
    const char *candidates[] = {
        session->options->language,
        session->programme != NULL ? session->programme->language
                                   : session->settings->languages[0],
        DEFAULT_LANGUAGE,
    };
    const struct language *language = NULL;
    for (size_t i = 0; language == NULL && i < 3; i++) {
        if (candidates[i] != NULL) {
            language = languages_find(session->languages, candidates[i]);
        }
    }
    return language;
}

static void take(struct session *session, struct edition *edition)
{
    struct edition former = {.folder = session->folder,
                             .programme = session->programme,
                             .diags = session->diags,
                             .slot = session->slot,
                             .fingerprint = session->fingerprint};
    session->folder = edition->folder;
    session->programme = edition->programme;
    session->diags = edition->diags;
    session->slot = edition->slot;
    session->fingerprint = edition->fingerprint;
    *edition = former;
}

static bool holds_programme(const char *path)
{
    struct folder folder;
    bool holds = folder_find(path, NULL, &folder);
    if (holds) {
        folder_release(&folder);
    }
    return holds;
}

// What stands where programmes are delivered, while the store has none.
static void load_delivered(struct session *session, struct edition *edition)
{
    const struct settings *settings = session->settings;
    for (size_t i = 0; i < settings->folder_count && edition->programme == NULL;
         i++) {
        if (holds_programme(settings->folders[i])) {
            edition_release(edition);
            edition_load(edition, settings->folders[i], session->languages,
                         session_today(session), NULL);
        }
    }
}

// For whoever tries the program on a machine that was not set up as a screen.
static void load_sample(const struct session *session, struct edition *edition)
{
    bool is_screen = session->options->store != NULL || session->has_settings;
    if (edition->programme == NULL && !is_screen) {
        char *sample = path_join(session->data, "programme");
        edition_release(edition);
        edition_load(edition, sample, session->languages,
                     session_today(session), NULL);
        free(sample);
    }
}

void session_tell_caution(const struct session *session,
                          struct diag_list *diags)
{
    struct store *store =
        session->avoided_slot != 0 ? store_open(session->store, NULL) : NULL;
    const struct slot *slot = store != NULL ? store_current(store) : NULL;
    if (slot != NULL) {
        char *folder = store_slot_folder(store, slot);
        const char *title =
            slot->manifest != NULL ? slot->manifest->title : folder;
        diag_add(diags, FAULT_SHOW_BROKE_DOWN, (struct place){.path = title},
                 title, NULL, NULL);
        free(folder);
    }
    store_free(store);
}

// Of the store: what may be shown after what has happened.
static void load_stored(struct session *session, struct edition *edition)
{
    struct date today = session_today(session);
    *edition = (struct edition){0};
    if (session->caution == CAUTION_NONE) {
        edition_load_newest(edition, session->store, 0, session->languages,
                            today);
        load_delivered(session, edition);
        load_sample(session, edition);
        return;
    }
    session->avoided_slot = store_number_in(session->store);
    if (session->caution == CAUTION_FORMER) {
        edition_load_former(edition, session->store, session->avoided_slot,
                            session->languages, today);
    }
}

static void load_programme(struct session *session)
{
    const struct options *options = session->options;
    struct date today = session_today(session);
    struct edition edition;
    if (options->folder != NULL) {
        edition_load(&edition, options->folder, session->languages, today,
                     session->diags);
        session->diags = NULL;
    } else {
        session->store = options_store(options);
        load_stored(session, &edition);
    }
    if (edition.diags != NULL) {
        take(session, &edition);
    }
    edition_release(&edition);
    session_tell_caution(session, session->diags);
}

static enum outcome begin(struct session *session,
                          const struct options *options)
{
    *session = (struct session){.options = options,
                                .data = build_info_data_folder(),
                                .diags = diag_list_new(),
                                .fault_language = fault_language_of(options)};
    session->pictograms = path_join(session->data, "assets/pictograms");
    enum outcome outcome = load_languages(session);
    outcome = outcome == OUTCOME_DONE ? check_language(session) : outcome;
    outcome = outcome == OUTCOME_DONE ? load_settings(session) : outcome;
    if (outcome != OUTCOME_DONE) {
        session_release(session);
    }
    return outcome;
}

enum outcome session_init_empty(struct session *session,
                                const struct options *options)
{
    enum outcome outcome = begin(session, options);
    if (outcome == OUTCOME_DONE) {
        session->language = find_language(session);
        session_start_clock(session);
    }
    return outcome;
}

enum outcome session_init(struct session *session,
                          const struct options *options)
{
    return session_init_with_caution(session, options, CAUTION_NONE);
}

enum outcome session_init_with_caution(struct session *session,
                                       const struct options *options,
                                       enum caution caution)
{
    enum outcome outcome = begin(session, options);
    if (outcome == OUTCOME_DONE) {
        session->caution = caution;
        load_programme(session);
        session->language = find_language(session);
        session_start_clock(session);
    }
    return outcome;
}

void session_release(struct session *session)
{
    programme_free(session->programme);
    settings_free(session->settings);
    offer_release(&session->offer);
    languages_free(session->languages);
    diag_list_free(session->diags);
    free(session->folder);
    free(session->store);
    free(session->pictograms);
    free(session->data);
    *session = (struct session){0};
}

struct date session_today(const struct session *session)
{
    struct zone zone = {"UTC"};
    zone_find(DEFAULT_ZONE, &zone);
    int64_t instant = later(time(NULL), build_info_instant());
    return session->options->has_now ? session->options->now.date
                                     : zone_moment(&zone, instant).date;
}

int session_known_slot(const struct session *session)
{
    return session->avoided_slot != 0 ? session->avoided_slot : session->slot;
}

void session_swap(struct session *session, struct edition *edition)
{
    take(session, edition);
    session->swaps++;
    session->avoided_slot = 0;
    session->language = find_language(session);
    session_start_clock(session);
}

struct decoder session_decoder(const struct session *session)
{
    return (struct decoder){.safe_only =
                                session->settings->pictures == PICTURES_SAFE};
}

struct now session_now(const struct session *session)
{
    struct clock_belief belief = clock_read(&session->clock);
    return (struct now){.instant = belief.instant,
                        .local = zone_moment(&session->zone, belief.instant),
                        .trusted = belief.trusted,
                        .certain = session->clock.options.certain};
}

enum fault_language session_screen_language(const struct session *session)
{
    return strcmp(session->language->code, "en") == 0 ? FAULT_IN_ENGLISH
                                                      : FAULT_IN_FRENCH;
}

struct receipt_words session_receipt_words(const struct session *session,
                                           enum fault_language language)
{
    const char *code = language == FAULT_IN_FRENCH ? "fr" : "en";
    return (struct receipt_words){
        .language = language,
        .dates = languages_find(session->languages, code),
        .this_year = session_now(session).local.date.year};
}

bool session_has_errors(const struct session *session)
{
    return session->programme == NULL ||
           diag_count(session->diags, FAULT_ERROR) > 0;
}

void session_print_faults(const struct session *session)
{
    diag_print(session->diags, session->fault_language, stderr);
}
