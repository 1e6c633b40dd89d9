// SPDX-License-Identifier: MIT
// What became of a programme that was handed to us, in words: for the host in
// front of the screen, for receipt.txt, and as a message to the organisers
// that the host photographs as a QR code.

#ifndef KIOSK_STORE_RECEIPT_H
#define KIOSK_STORE_RECEIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/fault.h"

struct diag_list;
struct language;

enum {
    RECEIPT_FAULTS_MAX = 3, // shown; the message has as many as it holds
    // What a QR code of version 25 holds at level M.
    RECEIPT_MESSAGE_BYTES_MAX = 997,
};

enum decision {
    DECISION_TAKEN,
    DECISION_TAKEN_IN_PART, // what has errors is left out
    DECISION_SAME,
    DECISION_OLDER,     // than the current one
    DECISION_SET_ASIDE, // somebody went back from it
    DECISION_NO_PROGRAMME,
    DECISION_UNREADABLE,
    DECISION_HALF_COPIED, // the file ends in the middle of something
    DECISION_EMPTY,
    DECISION_TOO_MANY_FILES,
    DECISION_TEXT_TOO_LARGE,
    DECISION_TOO_LARGE, // for the room there is
    DECISION_UNSIGNED,
    DECISION_ALTERED, // since it was signed
    DECISION_WRONG_KEY,
    DECISION_KEY_UNUSABLE, // that of the settings
    DECISION_SOURCE_GONE,  // the stick was pulled out
    DECISION_SOURCE_CHANGED,
    DECISION_SOURCE_FAILED,
    DECISION_STORE_ABSENT,
    DECISION_STORE_READ_ONLY,
    DECISION_STORE_FULL,
    DECISION_STORE_BUSY,
    DECISION_STORE_FAILED,
    DECISION_STOPPED, // it took too long or crashed
    DECISION_COUNT,
};

// "taken": for programs.
const char *decision_name(enum decision decision);

// True if it was taken, whole or in part.
bool decision_is_taken(enum decision decision);

// False if it is nothing to speak of where nobody has brought it: an inbox that
// is looked at again and again.
bool decision_is_news(enum decision decision);

// True if the screen shows what was handed to us: taken, or the same.
bool decision_is_good(enum decision decision);

// What a receipt is made of. Everything is borrowed; what is not known is 0 or
// NULL.
struct receipt_facts {
    enum decision decision;
    size_t event_count, former_event_count;
    struct date first_day, last_day; // of the events with dates
    struct date updated, former_updated;
    struct diag_list *diags;
    const char *const *too_large; // pictures left out
    size_t too_large_count;
    const char *const *unsigned_files; // left out
    size_t unsigned_count;
    const char *file;     // that was altered, or cannot be read
    const char *reason;   // the system's words
    uint64_t bytes, room; // for TOO_LARGE
    const char *title;    // of the programme
    const char *contact;  // "mailto:…"
    const char *venue;    // the screen's
    const char *when;     // "2026-01-17 12:00", if the clock is trusted
    bool is_stick;
};

// How to say it.
struct receipt_words {
    enum fault_language language;
    const struct language *dates; // NULL: 2026-01-20
    int this_year;
};

// Texts are owned by the receipt and never NULL but for message.
struct receipt {
    enum decision decision;
    char *summary; // "Programme mis à jour : 12 soirées, du … au …. 1 affiche
                   // manque : jazz.jpg."
    char *advice; // "Vous pouvez retirer la clé."; "" if there is none
    char *faults[RECEIPT_FAULTS_MAX]; // "programme.yaml, ligne 14 : …"
    size_t fault_count;
    size_t more_faults; // that are not among them
    char *report;       // all of it on lines: receipt.txt
    char *message; // "mailto:…" for a QR code; NULL: nothing to be mended
};

struct receipt *receipt_new(const struct receipt_facts *facts,
                            const struct receipt_words *words);
void receipt_free(struct receipt *receipt); // NULL is allowed

// Leaves the report as compte-rendu.txt in an open folder, over none but a
// plain file. False if the folder cannot be written.
bool receipt_leave(const struct receipt *receipt, int folder);

#endif
