// SPDX-License-Identifier: MIT
#include "screens/event_codes.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "programme/map_link.h"
#include "programme/vevent.h"
#include "slides/stage.h"

// payload becomes the code's, shown is copied. Nothing for NULL.
static void add(struct event_codes *codes, struct event_code code,
                char *payload, const char *shown)
{
    if (payload != NULL) {
        code.payload = payload;
        code.shown = xstrdup(shown);
        codes->items[codes->count++] = code;
    }
}

static void add_registration(struct event_codes *codes,
                             const struct stage *stage,
                             const struct event *event)
{
    const struct link *link = event_qr_link(event, &stage->now);
    if (link == NULL) {
        return;
    }
    enum word word = link == &event->online_link    ? WORD_ACCESS_LINK
                     : event->status == STATUS_FULL ? WORD_WAITING_LIST
                                                    : WORD_REGISTER;
    add(codes, (struct event_code){word, word, WORD_SCAN, "lien", NULL, NULL},
        xstrdup(link->payload), link->shown);
}

static void add_calendar(struct event_codes *codes, const struct stage *stage,
                         const struct event *event)
{
    add(codes,
        (struct event_code){WORD_MY_CALENDAR, WORD_ADD_TO_CALENDAR,
                            WORD_CALENDAR_HINT, "calendrier", NULL, NULL},
        vevent_of(stage->programme, event, &stage->phrasing), "");
}

// "openstreetmap.org" of "https://www.openstreetmap.org/search?query=…".
static char *host_of(const char *url)
{
    const char *host = strstr(url, "://");
    host = host != NULL ? host + 3 : url;
    host += strncmp(host, "www.", 4) == 0 ? 4 : 0;
    return xstrndup(host, strcspn(host, "/?#"));
}

static void add_way(struct event_codes *codes, const struct event *event)
{
    bool off =
        event->status == STATUS_CANCELLED || event->status == STATUS_POSTPONED;
    char *url = off ? NULL : map_link_of(event);
    if (url != NULL) {
        char *host = host_of(url);
        add(codes,
            (struct event_code){WORD_THE_WAY, WORD_THE_WAY, WORD_SCAN, "lieu",
                                NULL, NULL},
            url, host);
        free(host);
    }
}

static void add_contact(struct event_codes *codes, const struct stage *stage)
{
    const struct link *contact = &stage->programme->contact;
    if (!link_has_qr(contact)) {
        return;
    }
    enum word word = contact->kind == LINK_PHONE   ? WORD_CALL_US
                     : contact->kind == LINK_EMAIL ? WORD_WRITE_TO_US
                                                   : WORD_LEARN_MORE;
    const char *sign = contact->kind == LINK_PHONE ? "telephone" : "courriel";
    add(codes, (struct event_code){word, word, WORD_SCAN, sign, NULL, NULL},
        xstrdup(contact->payload), contact->shown);
}

struct event_codes event_codes_of(const struct stage *stage,
                                  const struct event *event)
{
    struct event_codes codes = {0};
    add_registration(&codes, stage, event);
    add_calendar(&codes, stage, event);
    add_way(&codes, event);
    add_contact(&codes, stage);
    return codes;
}

void event_codes_release(struct event_codes *codes)
{
    for (size_t i = 0; i < codes->count; i++) {
        free(codes->items[i].payload);
        free(codes->items[i].shown);
    }
    *codes = (struct event_codes){0};
}
