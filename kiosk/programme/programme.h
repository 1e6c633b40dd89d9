// SPDX-License-Identifier: MIT
// The programme: what an organiser wrote, understood.
//
// Start reading the code here. A programme lives in one arena and never
// changes; programme_free() is one call, everybody else borrows. Nothing in
// it depends on the present: what is upcoming is the agenda's business.

#ifndef KIOSK_PROGRAMME_PROGRAMME_H
#define KIOSK_PROGRAMME_PROGRAMME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/geometry.h"
#include "base/zone.h"
#include "language/when.h"
#include "programme/link.h"
#include "programme/wording.h"

struct languages;

enum {
    PROGRAMME_EVENTS_MAX = 10000,
    PROGRAMME_LINE_BYTES_MAX = 4 * 1024,   // of a line-like text
    PROGRAMME_PROSE_BYTES_MAX = 16 * 1024, // of a description
};

// A picture of the programme's folder. path is NULL if none was named or the
// named one is not to be had.
struct picture_file {
    const char *name; // as written; NULL: none named
    const char *path; // to open
    struct place place;
};

struct wordings {
    const struct wording *items;
    size_t count;
};

enum access {
    ACCESS_WHEELCHAIR = 1 << 0, // pmr, mi
    ACCESS_HEARING = 1 << 1,    // lsf, boucle, hi
    ACCESS_SIGHT = 1 << 2,      // audiodescription, vi
    ACCESS_EASY = 1 << 3,       // falc, ii
    ACCESS_MIND = 1 << 4,       // pi
};

struct event {
    size_t entry; // of the programme's list; séances of one entry share it
    struct place place;

    struct when when;
    struct wording previous; // the old date of a moved event, as written
    const struct when *previous_when; // understood; NULL if it cannot be
    // Instants, seconds since 1970 UTC. Meaningless if !dated.
    int64_t begins, over;
    struct moment begins_local, over_local;
    int64_t waits_until; // a postponed event, for its new date
    int64_t show_from, show_until;
    int64_t register_until; // the midnight after that day
    bool dated;
    bool has_show_from, has_show_until, has_register_until;

    bool place_to_come, online, free, featured, banner;
    unsigned access; // enum access, or-ed
    enum status status;
    struct wording title, subtitle, kind, town, venue, address;
    struct link online_link;
    struct link map; // of the venue: a page, or coordinates as text
    struct wording note, summary, description;
    struct wordings with, organisers, partners, tags;
    struct wording audience, age, price, capacity, spoken, series;
    struct wording doors;
    struct link registration;
    struct picture_file poster;
    struct wording poster_alt, poster_credit;
    const char *id; // NULL if none
};

struct partner {
    struct wording name, role;
    struct picture_file logo;
    struct link link;
};

struct named_link {
    struct wording label;
    struct link link;
};

struct page {
    struct wording title, text;
    struct wordings points;
    struct picture_file image;
    struct link qr;
};

// A theme's colours, where the programme names some; alpha 0 means unset.
struct theme_colours {
    struct colour paper, ink, soft, accent, second, highlight, line, card;
};

struct programme {
    struct wording title, subtitle, intro;
    const char *language; // "fr"
    struct zone zone;
    struct date updated; // year 0 if unknown
    struct wordings organisers;
    struct picture_file logo, poster;
    struct link contact, registration;
    struct theme_colours theme;
    const char *theme_name; // NULL if none

    const struct event *events; // in file order, drafts left out
    size_t event_count;
    const struct partner *partners;
    size_t partner_count;
    const struct named_link *links;
    size_t link_count;
    const struct page *pages;
    size_t page_count;

    const char *folder; // where its pictures are
    struct arena *arena;
};

// Reads the programme in folder (or the file, if path names one). Faults go
// to diags. NULL if there is nothing to be shown at all; else everything that
// could be understood.
// today bounds what a calendar repeats: the next 12 months of it are read.
struct programme *programme_load(const char *path,
                                 const struct languages *languages,
                                 struct date today, struct diag_list *diags);
void programme_free(struct programme *programme); // NULL is allowed

#endif
