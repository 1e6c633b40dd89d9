// SPDX-License-Identifier: MIT
#include "programme/playlist.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "programme/settings.h"

// Reading aloud takes half a second a word; nobody reads for longer than 25
// seconds, and a phone needs 15 to find a QR code.
enum {
    SECONDS_BASE = 4,
    WORDS_A_SECOND = 2,
    SECONDS_MIN = 8,
    SECONDS_MAX = 25,
    SECONDS_WITH_QR = 15,
    WORDS_OF_A_DATE = 5,
    EVENTS_BETWEEN = 3, // before something else comes
};

static size_t words_in(const char *text)
{
    size_t words = 0;
    bool inside = false;
    for (; *text != '\0'; text++) {
        bool space = strchr(" \n", *text) != NULL;
        words += !space && !inside ? 1 : 0;
        inside = !space;
    }
    return words;
}

static size_t words_of(const struct wording *wording, const char *language)
{
    return words_in(wording_in(wording, language));
}

static size_t words_of_all(const struct wordings *wordings,
                           const char *language)
{
    size_t words = 0;
    for (size_t i = 0; i < wordings->count; i++) {
        words += words_of(&wordings->items[i], language);
    }
    return words;
}

static int reading_seconds(const struct settings *settings, size_t words,
                           bool qr)
{
    if (settings->seconds > 0) {
        return settings->seconds;
    }
    size_t most = (size_t)SECONDS_MAX * WORDS_A_SECOND;
    int seconds = SECONDS_BASE +
                  (int)((words < most ? words : most) + WORDS_A_SECOND - 1) /
                      WORDS_A_SECOND;
    int least = qr ? SECONDS_WITH_QR : SECONDS_MIN;
    seconds = seconds < least ? least : seconds;
    return seconds > SECONDS_MAX ? SECONDS_MAX : seconds;
}

static size_t words_of_event(const struct event *event, const char *language)
{
    return WORDS_OF_A_DATE + words_of(&event->title, language) +
           words_of(&event->kind, language) +
           words_of(&event->summary, language) +
           words_of(&event->note, language) +
           words_of(&event->venue, language) +
           words_of(&event->town, language) +
           words_of_all(&event->with, language);
}

static size_t words_of_row(const struct event *event, const char *language)
{
    return 2 + words_of(&event->title, language) +
           words_of(&event->venue, language);
}

static bool says_waiting_list(const struct link *link)
{
    char *folded = utf8_fold(link->payload);
    bool says = strstr(folded, "attente") != NULL ||
                strstr(folded, "waiting") != NULL ||
                strstr(folded, "waitlist") != NULL;
    free(folded);
    return says;
}

const struct link *event_qr_link(const struct event *event,
                                 const struct now *now)
{
    bool closed = event->has_register_until && now->trusted &&
                  now->instant >= event->register_until;
    bool off =
        event->status == STATUS_CANCELLED || event->status == STATUS_POSTPONED;
    bool no_room = event->status == STATUS_FULL &&
                   !says_waiting_list(&event->registration);
    if (event->online && link_has_qr(&event->online_link) && !off) {
        return &event->online_link;
    }
    if (off || closed || no_room || !link_has_qr(&event->registration)) {
        return NULL;
    }
    return &event->registration;
}

// Every event shows the way to register; without events the links must.
static bool registers_here(const struct programme *programme)
{
    return programme->event_count == 0 && link_has_qr(&programme->registration);
}

size_t playlist_link_count(const struct programme *programme)
{
    return programme->link_count + (registers_here(programme) ? 1 : 0) +
           (link_has_qr(&programme->contact) ? 1 : 0);
}

struct playlist_link playlist_link_at(const struct programme *programme,
                                      size_t index)
{
    size_t first = registers_here(programme) ? 1 : 0;
    if (index < first) {
        return (struct playlist_link){NULL, &programme->registration, true};
    }
    index -= first;
    if (index < programme->link_count) {
        const struct named_link *named = &programme->links[index];
        return (struct playlist_link){&named->label, &named->link, false};
    }
    return (struct playlist_link){NULL, &programme->contact, false};
}

// What the loop is made from.
struct material {
    const struct programme *programme;
    const struct agenda *agenda;
    const struct now *now;
    const struct settings *settings;
    const char *language;
    struct slide_capacity capacity;
    const struct agenda_entry **banners, **listed;
    size_t banner_count, listed_count;
    struct slide *own, *others; // events' own slides; what stands between
    size_t own_count, other_count;
};

static struct slide event_slide(const struct material *material,
                                const struct agenda_entry *entry)
{
    const struct event *event = entry->event;
    bool qr = event_qr_link(event, material->now) != NULL;
    size_t words = words_of_event(event, material->language);
    return (struct slide){.kind = SLIDE_EVENT,
                          .seconds =
                              reading_seconds(material->settings, words, qr),
                          .entry = entry};
}

static void add_other(struct material *material, struct slide slide)
{
    material->others[material->other_count++] = slide;
}

static const struct agenda_entry **new_entries(size_t count)
{
    // NOLINTNEXTLINE(bugprone-sizeof-expression): an array of pointers.
    return xcalloc(count, sizeof(const struct agenda_entry *));
}

static void part_banners(struct material *material)
{
    const struct agenda *agenda = material->agenda;
    material->banners = new_entries(agenda->count);
    material->listed = new_entries(agenda->count);
    for (size_t i = 0; i < agenda->count; i++) {
        const struct agenda_entry *entry = &agenda->entries[i];
        if (entry->event->banner) {
            material->banners[material->banner_count++] = entry;
        } else {
            material->listed[material->listed_count++] = entry;
        }
    }
}

static struct slide list_slide(const struct material *material, size_t first,
                               size_t count)
{
    size_t words = 3;
    for (size_t i = first; i < first + count; i++) {
        words += words_of_row(material->listed[i]->event, material->language);
    }
    return (struct slide){.kind = SLIDE_AGENDA,
                          .seconds =
                              reading_seconds(material->settings, words, false),
                          .first = first,
                          .count = count};
}

// A single event's slide says all that a list of one would.
static void add_lists(struct material *material)
{
    size_t total = material->listed_count > 1 ? material->listed_count : 0;
    size_t rows = material->capacity.agenda_rows;
    size_t most = rows * PLAYLIST_LISTS_MAX;
    // The last list keeps one row for saying how many more there are.
    size_t shown = total <= most ? total : most - 1;
    size_t slides = (shown + rows - 1) / rows;
    size_t first = 0;
    for (size_t left = slides; left > 0; left--) {
        size_t count = (shown - first + left - 1) / left;
        struct slide slide = list_slide(material, first, count);
        slide.left_out = left == 1 ? total - shown : 0;
        add_other(material, slide);
        first += count;
    }
}

// total things, as evenly as they go onto slides of at most capacity.
static void add_even(struct material *material, enum slide_kind kind,
                     size_t total, size_t capacity, int seconds)
{
    size_t slides = (total + capacity - 1) / capacity;
    size_t first = 0;
    for (size_t i = 0; i < slides; i++) {
        size_t left = slides - i;
        size_t count = (total - first + left - 1) / left;
        add_other(material, (struct slide){.kind = kind,
                                           .seconds = seconds,
                                           .first = first,
                                           .count = count});
        first += count;
    }
}

static void add_links(struct material *material)
{
    int seconds = reading_seconds(material->settings, 0, true);
    add_even(material, SLIDE_LINKS, playlist_link_count(material->programme),
             material->capacity.links, seconds);
}

static void add_partners(struct material *material)
{
    size_t count = material->programme->partner_count;
    size_t capacity = material->capacity.partners;
    size_t on_one = count < capacity ? count : capacity;
    // A logo is taken in at a glance: a word each.
    add_even(material, SLIDE_PARTNERS, count, capacity,
             reading_seconds(material->settings, on_one, false));
}

static void add_page(struct material *material, const struct page *page)
{
    const char *language = material->language;
    const struct programme *programme = material->programme;
    size_t words = page == NULL ? words_of(&programme->intro, language) +
                                      words_of(&programme->title, language)
                                : words_of(&page->title, language) +
                                      words_of(&page->text, language) +
                                      words_of_all(&page->points, language);
    bool qr = page != NULL && link_has_qr(&page->qr);
    add_other(material, (struct slide){.kind = SLIDE_PAGE,
                                       .seconds = reading_seconds(
                                           material->settings, words, qr),
                                       .page = page});
}

static void collect_others(struct material *material)
{
    const struct programme *programme = material->programme;
    size_t most = PLAYLIST_LISTS_MAX + playlist_link_count(programme) +
                  programme->partner_count + programme->page_count + 1;
    material->others = xcalloc(most, sizeof *material->others);
    add_lists(material);
    add_links(material);
    if (!wording_is_empty(&programme->intro)) {
        add_page(material, NULL);
    }
    add_partners(material);
    for (size_t i = 0; i < programme->page_count; i++) {
        add_page(material, &programme->pages[i]);
    }
}

// True for a later date of an entry that has its slide already.
static bool is_repeated(const struct material *material, size_t index)
{
    size_t entry = material->listed[index]->event->entry;
    for (size_t i = 0; i < index; i++) {
        if (material->listed[i]->event->entry == entry) {
            return true;
        }
    }
    return false;
}

static bool is_pressing(const struct agenda_entry *entry)
{
    return entry->here || entry->chip.urgency != URGENCY_LATER ||
           entry->event->featured;
}

static int total_seconds(const struct slide *slides, size_t count)
{
    int seconds = 0;
    for (size_t i = 0; i < count; i++) {
        seconds += slides[i].seconds;
    }
    return seconds;
}

static void collect_events(struct material *material)
{
    material->own = xcalloc(material->listed_count, sizeof *material->own);
    int seconds = total_seconds(material->others, material->other_count);
    for (size_t i = 0; i < material->listed_count; i++) {
        const struct agenda_entry *entry = material->listed[i];
        struct slide slide = event_slide(material, entry);
        size_t own = material->own_count;
        bool wanted = own < PLAYLIST_EVENTS_MIN ||
                      seconds + slide.seconds <= PLAYLIST_LOOP_SECONDS ||
                      (is_pressing(entry) && own < PLAYLIST_EVENTS_MAX);
        // Comparing with all before is only worth it for what may be shown.
        if (wanted && !is_repeated(material, i)) {
            material->own[material->own_count++] = slide;
            seconds += slide.seconds;
        }
    }
}

static void append(struct playlist *playlist, struct slide slide)
{
    playlist->slides[playlist->count++] = slide;
}

// Pressing events come again half a loop later, unless everything is.
static void append_again(struct playlist *playlist,
                         const struct material *material)
{
    size_t pressing = 0;
    for (size_t i = 0; i < material->own_count; i++) {
        pressing += is_pressing(material->own[i].entry) ? 1 : 0;
    }
    if (pressing * 2 > material->own_count && material->own_count > 2) {
        return;
    }
    for (size_t i = 0; i < material->own_count; i++) {
        if (is_pressing(material->own[i].entry)) {
            append(playlist, material->own[i]);
        }
    }
}

static void append_others(struct playlist *playlist,
                          const struct material *material, size_t count,
                          size_t *next)
{
    for (size_t i = 0; i < count && *next < material->other_count; i++) {
        append(playlist, material->others[(*next)++]);
    }
}

// Events in groups, something else between them, the rest at the end.
static void interleave(struct playlist *playlist,
                       const struct material *material)
{
    size_t own = 0, other = 0;
    size_t turns = (material->own_count + EVENTS_BETWEEN - 1) / EVENTS_BETWEEN;
    for (size_t turn = 0; turn < turns; turn++) {
        for (int i = 0; i < EVENTS_BETWEEN && own < material->own_count; i++) {
            append(playlist, material->own[own++]);
        }
        // As many others a turn as make them last until the end.
        size_t left = turns - turn;
        size_t count = (material->other_count - other + left - 1) / left;
        // The middle of a single turn is that of its others.
        append_others(playlist, material, turns == 1 ? (count + 1) / 2 : count,
                      &other);
        if (turn == (turns - 1) / 2) {
            append_again(playlist, material);
        }
    }
    append_others(playlist, material, material->other_count, &other);
}

// Two neighbours that are the same say nothing new, nor do last and first.
static void drop_doubles(struct playlist *playlist)
{
    size_t kept = 0;
    for (size_t i = 0; i < playlist->count; i++) {
        const struct slide *slide = &playlist->slides[i];
        bool same = kept > 0 && slide->kind == SLIDE_EVENT &&
                    playlist->slides[kept - 1].entry == slide->entry;
        if (!same) {
            playlist->slides[kept++] = *slide;
        }
    }
    bool closes = kept > 1 && playlist->slides[0].kind == SLIDE_EVENT &&
                  playlist->slides[kept - 1].entry == playlist->slides[0].entry;
    playlist->count = closes ? kept - 1 : kept;
}

static void place_banners(struct playlist *playlist,
                          const struct material *material)
{
    for (size_t i = 0; i < playlist->count && material->banner_count > 0; i++) {
        playlist->slides[i].banner =
            material->banners[i % material->banner_count];
    }
}

struct playlist *
playlist_new(const struct programme *programme, const struct agenda *agenda,
             const struct now *now, const struct settings *settings,
             const char *language, struct slide_capacity capacity)
{
    assert(capacity.agenda_rows > 0 && capacity.partners > 0 &&
           capacity.links > 0);
    struct material material = {.programme = programme,
                                .agenda = agenda,
                                .now = now,
                                .settings = settings,
                                .language = language,
                                .capacity = capacity};
    part_banners(&material);
    collect_others(&material);
    collect_events(&material);
    struct playlist *playlist = xcalloc(1, sizeof *playlist);
    playlist->slides =
        xcalloc(2 * material.own_count + material.other_count + 1,
                sizeof *playlist->slides);
    if (material.listed_count == 0) {
        append(playlist,
               (struct slide){.kind = SLIDE_EMPTY,
                              .seconds = reading_seconds(settings, 12, true)});
    }
    interleave(playlist, &material);
    drop_doubles(playlist);
    place_banners(playlist, &material);
    playlist->events = agenda->count;
    playlist->own_slides = material.own_count;
    playlist->seconds = total_seconds(playlist->slides, playlist->count);
    free(material.own);
    free(material.others);
    free(material.banners);
    playlist->listed = material.listed;
    playlist->listed_count = material.listed_count;
    return playlist;
}

void playlist_free(struct playlist *playlist)
{
    if (playlist != NULL) {
        free(playlist->slides);
        free(playlist->listed);
        free(playlist);
    }
}

const char *slide_kind_name(enum slide_kind kind)
{
    static const char *const NAMES[] = {
        [SLIDE_EVENT] = "event",       [SLIDE_AGENDA] = "agenda",
        [SLIDE_PARTNERS] = "partners", [SLIDE_LINKS] = "links",
        [SLIDE_PAGE] = "page",         [SLIDE_EMPTY] = "empty",
    };
    static_assert(sizeof NAMES / sizeof *NAMES == SLIDE_KIND_COUNT,
                  "a name per kind");
    return NAMES[kind];
}
