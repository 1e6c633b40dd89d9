// SPDX-License-Identifier: MIT
// Which slides make the loop, in which order, and how long each stands.
//
// Soonest first; what is today, under way, here or featured comes again in
// the middle of the loop. Upcoming events are in the list slides; as many as
// the loop's three minutes allow also have a slide of their own, never fewer
// than six. Text pages, links and partners stand between. An event with
// several dates has one slide, for the next of them.

#ifndef KIOSK_PROGRAMME_PLAYLIST_H
#define KIOSK_PROGRAMME_PLAYLIST_H

#include <stdbool.h>
#include <stddef.h>

#include "programme/agenda.h"

struct settings;

enum slide_kind {
    SLIDE_EVENT,
    SLIDE_AGENDA,
    SLIDE_PARTNERS,
    SLIDE_LINKS,
    SLIDE_PAGE,
    SLIDE_EMPTY, // nothing upcoming, or banners alone
    SLIDE_KIND_COUNT,
};

enum {
    PLAYLIST_LOOP_SECONDS = 180, // what the loop aims at
    PLAYLIST_EVENTS_MIN = 6,     // slides of their own, if there are as many
    PLAYLIST_EVENTS_MAX = 12, // … and beyond the loop's time, if they press
    PLAYLIST_LISTS_MAX = 3,   // list slides; the last one tells the rest
};

struct slide {
    enum slide_kind kind;
    int seconds;
    const struct agenda_entry *entry;  // SLIDE_EVENT
    const struct agenda_entry *banner; // a strip at its foot; may be NULL
    const struct page *page;           // SLIDE_PAGE; NULL for the intro
    size_t first, count; // SLIDE_AGENDA: of listed; PARTNERS, LINKS: which
    size_t left_out;     // SLIDE_AGENDA: how many come behind the last list
};

// How many things one slide can show: the layout knows.
struct slide_capacity {
    size_t agenda_rows, partners, links;
};

struct playlist {
    struct slide *slides;
    size_t count;
    int seconds;               // of the whole loop
    size_t events, own_slides; // upcoming entries, and those with a slide
    // What the list slides show: every entry that is no banner's.
    const struct agenda_entry **listed;
    size_t listed_count;
};

// agenda, programme and settings must outlive the playlist, which has always
// one slide at least. language is the one that is shown: words are counted.
struct playlist *
playlist_new(const struct programme *programme, const struct agenda *agenda,
             const struct now *now, const struct settings *settings,
             const char *language, struct slide_capacity capacity);
void playlist_free(struct playlist *playlist); // NULL is allowed

const char *slide_kind_name(enum slide_kind kind); // "event"

// The links of the links slides, in their order: registration, the
// programme's links, contact. label is NULL
// where the kind of link says what it is for.
struct playlist_link {
    const struct wording *label;
    const struct link *link;
    bool registers;
};
size_t playlist_link_count(const struct programme *programme);
struct playlist_link playlist_link_at(const struct programme *programme,
                                      size_t index);

// The link of the event's QR code: its own registration, the access link if
// it moved online; NULL if there is none to be shown (cancelled, full without
// a waiting list, closed).
const struct link *event_qr_link(const struct event *event,
                                 const struct now *now);

#endif
