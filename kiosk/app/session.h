// SPDX-License-Identifier: MIT
// What every command works on: languages, settings, the programme, the clock.

#ifndef KIOSK_APP_SESSION_H
#define KIOSK_APP_SESSION_H

#include <stdbool.h>

#include "app/command.h"
#include "base/fault.h"
#include "base/zone.h"
#include "decode/decode.h"
#include "programme/agenda.h"
#include "store/crashes.h"
#include "store/offer.h"
#include "store/receipt.h"
#include "system/clock.h"

struct diag_list;
struct edition;
struct languages;
struct options;
struct programme;
struct settings;

struct session {
    const struct options *options; // borrowed
    char *data;                    // the folder of assets and fonts
    char *pictograms;              // the folder of the small signs
    char *store;          // where programmes are kept; NULL: a folder was named
    char *folder;         // the programme's; NULL: there is none
    int slot;             // of the store that it is in; 0: none
    enum caution caution; // with which it was chosen
    int avoided_slot;     // that broke the show; 0: none
    uint64_t fingerprint; // of the folder, before it was read
    struct languages *languages;
    bool has_settings; // a file of them was named, or this machine has one
    struct settings *settings;
    struct offer offer;          // of settings, at the start
    size_t swaps;                // of programmes, so far
    struct programme *programme; // NULL: nothing that could be shown
    struct diag_list *diags; // of the settings and the programme; once that was
                             // swapped, of the programme
    const struct language *language; // the screen speaks
    enum fault_language fault_language;
    struct zone zone;
    struct clock clock;
};

// Languages, settings and the clock, and no programme.
enum outcome session_init_empty(struct session *session,
                                const struct options *options);

// Loads everything. Without a folder among the options it is the programme
// that edition_load_newest() finds in the store; without one there, the first
// of the settings' folders that holds one; without settings and a named store,
// the sample. A programme that cannot be shown is not a failure: it is NULL. On
// anything but OUTCOME_DONE, which a line on stderr explains, *session holds
// nothing.
enum outcome session_init(struct session *session,
                          const struct options *options);

// The same for the show, which may have broken down with what is current in
// the store.
enum outcome session_init_with_caution(struct session *session,
                                       const struct options *options,
                                       enum caution caution);
void session_release(struct session *session);

// The slot of the store that is not to be loaded (again).
int session_known_slot(const struct session *session);

// Says, where a slot is avoided, that it broke the show.
void session_tell_caution(const struct session *session,
                          struct diag_list *diags);

// Another programme takes the place of the present one, which *edition holds
// then. Everything that was borrowed from it must be let go of before that one
// is released. The clock goes on and believes what the new one says.
void session_swap(struct session *session, struct edition *edition);

// The day, before a programme has said where the clock hangs.
struct date session_today(const struct session *session);

// How pictures are decoded, by the settings.
struct decoder session_decoder(const struct session *session);

struct now session_now(const struct session *session);

// Faults and receipts are told in English or in French: this is what the
// screen's language comes nearest to.
enum fault_language session_screen_language(const struct session *session);

struct receipt_words session_receipt_words(const struct session *session,
                                           enum fault_language language);

// True if something an organiser wrote had to be left out.
bool session_has_errors(const struct session *session);

// Prints the faults to stderr.
void session_print_faults(const struct session *session);

#endif
