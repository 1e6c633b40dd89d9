// SPDX-License-Identifier: MIT
#include "programme/vevent.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text_buffer.h"
#include "base/utf8.h"
#include "language/phrase.h"
#include "programme/event_time.h"
#include "programme/programme.h"

// What is told, from everything to the least.
struct level {
    bool description, url, address, kind;
    int title_runes, place_runes; // at most; of a venue, and of a town
};

static const struct level LEVELS[] = {
    {true,  true,  true,  true,  1000, 1000},
    {false, true,  true,  true,  1000, 1000},
    {false, false, true,  true,  1000, 1000},
    {false, false, false, true,  1000, 1000},
    {false, false, false, false, 1000, 40  },
    {false, false, false, false, 60,   20  },
    {false, false, false, false, 30,   12  },
    {false, false, false, false, 10,   7   }, // fits, whatever the letters
};

enum {
    LEVEL_COUNT = sizeof LEVELS / sizeof *LEVELS,
    ADDRESS_RUNES_MAX = 1000,
    DAY_SECONDS = 24 * 60 * 60,
};

struct card {
    const struct programme *programme;
    const struct event *event;
    const struct phrasing *phrasing;
    const struct level *level;
    struct text_buffer out;
};

static const char *said(const struct card *card, const struct wording *wording)
{
    return wording_in(wording, card->phrasing->language->code);
}

// RFC 5545, 3.3.11: commas, semicolons and backslashes are escaped, and so are
// line breaks.
static void add_escaped(struct text_buffer *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (strchr(",;\\", *text) != NULL) {
            text_buffer_add(out, "\\");
        }
        if (*text == '\n') {
            text_buffer_add(out, "\\n");
        } else {
            text_buffer_add_bytes(out, text, 1);
        }
    }
}

static void add_line(struct card *card, const char *name, const char *text)
{
    if (text[0] != '\0') {
        text_buffer_add(&card->out, name);
        add_escaped(&card->out, text);
        text_buffer_add(&card->out, "\r\n");
    }
}

// At most so many letters, the last of them an ellipsis if some are missing.
static void add_shortened(struct text_buffer *out, const char *text, int runes)
{
    const char *end = text, *cut = text;
    for (int i = 0; i < runes && *end != '\0'; i++) {
        cut = end;
        utf8_next(&end);
    }
    bool whole = *end == '\0';
    text_buffer_add_bytes(out, text, (size_t)((whole ? end : cut) - text));
    text_buffer_add(out, whole ? "" : "…");
}

// FNV-1a, 64 bits.
static uint64_t hash_text(uint64_t hash, const char *text)
{
    for (; *text != '\0'; text++) {
        hash = (hash ^ (unsigned char)*text) * UINT64_C(1099511628211);
    }
    return hash;
}

static bool has_siblings(const struct card *card)
{
    const struct programme *programme = card->programme;
    for (size_t i = 0; i < programme->event_count; i++) {
        const struct event *other = &programme->events[i];
        if (other != card->event && other->entry == card->event->entry) {
            return true;
        }
    }
    return false;
}

// An event with an id of its own is known by it; any other one by what, where
// and when it was to be at first.
static void add_uid(struct card *card)
{
    const struct event *event = card->event;
    uint64_t hash = UINT64_C(14695981039346656037);
    bool named = event->id != NULL && !has_siblings(card);
    hash = hash_text(hash, wording_in(&card->programme->title, ""));
    hash = hash_text(hash, event->id != NULL ? event->id
                                             : wording_in(&event->title, ""));
    if (!named) {
        const struct when *when =
            event->previous_when != NULL ? event->previous_when : &event->when;
        char day[16];
        date_format(when->first_day, day);
        hash = hash_text(hash_text(hash, day), wording_in(&event->town, ""));
    }
    text_buffer_printf(&card->out, "UID:%016" PRIx64 "\r\n", hash);
}

static void add_date(struct card *card, const char *name, struct date date)
{
    text_buffer_printf(&card->out, "%s;VALUE=DATE:%04d%02d%02d\r\n", name,
                       date.year, date.month, date.day);
}

static void add_instant(struct card *card, const char *name, int64_t instant)
{
    int64_t before = instant < 0 ? DAY_SECONDS - 1 : 0;
    int64_t day = (instant - before) / DAY_SECONDS;
    struct date date = date_from_days(day);
    int seconds = (int)(instant - day * DAY_SECONDS);
    text_buffer_printf(&card->out, "%s:%04d%02d%02dT%02d%02d%02dZ\r\n", name,
                       date.year, date.month, date.day, seconds / 3600,
                       seconds / 60 % 60, seconds % 60);
}

static bool is_all_day(const struct event *event)
{
    return event_spans_days(event) ||
           event->when.start_minute == MINUTE_UNKNOWN;
}

static void add_times(struct card *card)
{
    const struct event *event = card->event;
    if (is_all_day(event)) {
        // The end is the first day that is free again.
        add_date(card, "DTSTART", event->when.first_day);
        add_date(card, "DTEND", date_add_days(event->when.last_day, 1));
    } else {
        add_instant(card, "DTSTART", event->begins);
        add_instant(card, "DTEND", event->over);
    }
}

static bool begins_with(const char *text, const char *start)
{
    char *folded = utf8_fold(text), *wanted = utf8_fold(start);
    bool result = strncmp(folded, wanted, strlen(wanted)) == 0;
    free(folded);
    free(wanted);
    return result;
}

static void add_summary(struct card *card)
{
    struct text_buffer words = {0};
    const char *title = said(card, &card->event->title);
    const char *kind = said(card, &card->event->kind);
    if (card->level->kind && kind[0] != '\0' && !begins_with(title, kind)) {
        text_buffer_add(&words, kind);
        text_buffer_add(&words, " · ");
        phrase_capitalise(&words, 0);
    }
    add_shortened(&words, title, card->level->title_runes);
    add_line(card, "SUMMARY:", text_buffer_text(&words));
    text_buffer_release(&words);
}

static void add_part(struct text_buffer *list, const char *part, int runes)
{
    text_buffer_add(list, list->length > 0 && part[0] != '\0' ? ", " : "");
    add_shortened(list, part, runes);
}

static void add_location(struct card *card)
{
    const struct event *event = card->event;
    const char *address = said(card, &event->address);
    const char *town = said(card, &event->town);
    struct text_buffer words = {0};
    add_part(&words, said(card, &event->venue), card->level->place_runes);
    if (card->level->address) {
        add_part(&words, address, ADDRESS_RUNES_MAX);
    }
    if (!card->level->address || strstr(address, town) == NULL) {
        add_part(&words, town, card->level->place_runes);
    }
    if (words.length == 0 && event->online) {
        phrase_word(card->phrasing, WORD_ONLINE, NULL, NULL, &words);
        phrase_capitalise(&words, 0);
    }
    add_line(card, "LOCATION:", text_buffer_text(&words));
    text_buffer_release(&words);
}

// The hours of each day, where the entry is all day long; what to bring.
static void add_description(struct card *card)
{
    const struct event *event = card->event;
    struct text_buffer words = {0};
    if (event_spans_days(event) && event_time_is_known(event)) {
        phrase_times(card->phrasing, &event->when, &words);
    }
    const char *note = said(card, &event->note);
    const char *more = note[0] != '\0' ? note : said(card, &event->summary);
    text_buffer_add(&words, words.length > 0 && more[0] != '\0' ? "\n" : "");
    text_buffer_add(&words, more);
    add_line(card, "DESCRIPTION:", text_buffer_text(&words));
    text_buffer_release(&words);
}

static const char *url_of(const struct event *event)
{
    const struct link *link = event->online_link.kind == LINK_URL
                                  ? &event->online_link
                                  : &event->registration;
    return link->kind == LINK_URL ? link->payload : "";
}

static void write_card(struct card *card)
{
    text_buffer_add(&card->out, "BEGIN:VEVENT\r\n");
    add_uid(card);
    add_times(card);
    add_summary(card);
    add_location(card);
    if (card->event->status == STATUS_TENTATIVE) {
        text_buffer_add(&card->out, "STATUS:TENTATIVE\r\n");
    }
    if (card->level->url && url_of(card->event)[0] != '\0') {
        // A URI, which is not escaped as texts are.
        text_buffer_printf(&card->out, "URL:%s\r\n", url_of(card->event));
    }
    if (card->level->description) {
        add_description(card);
    }
    text_buffer_add(&card->out, "END:VEVENT");
}

char *vevent_of(const struct programme *programme, const struct event *event,
                const struct phrasing *phrasing)
{
    bool off =
        event->status == STATUS_CANCELLED || event->status == STATUS_POSTPONED;
    bool has_day = event->when.precision == PRECISION_DAY ||
                   event->when.precision == PRECISION_WEEK;
    if (off || !has_day || !event->dated) {
        return NULL;
    }
    struct card card = {programme, event, phrasing, LEVELS, {0}};
    write_card(&card);
    for (int i = 1; i < LEVEL_COUNT && card.out.length > VEVENT_BYTES_MAX;
         i++) {
        text_buffer_release(&card.out);
        card.level = &LEVELS[i];
        write_card(&card);
    }
    return text_buffer_take(&card.out);
}
