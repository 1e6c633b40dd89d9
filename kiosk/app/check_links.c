// SPDX-License-Identifier: MIT
#include "app/check.h"

#include <string.h>
#include <strings.h>

#include "app/check_source.h"
#include "programme/programme.h"
#include "yaml/document.h"

enum {
    QR_BYTES_MAX = 2331 // of the largest code, at the level we draw (M)
};

// Words for the counter are welcome in inscription:, an address with a slip
// is not: one word with a mark that only addresses have, or the head of one.
static bool is_meant_as_link(const char *text)
{
    static const char *const HEADS[] = {"http", "www", "mailto", "tel:"};
    for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++) {
        if (strncasecmp(text, HEADS[i], strlen(HEADS[i])) == 0) {
            return true;
        }
    }
    bool word = strpbrk(text, " \n") == NULL;
    return strstr(text, "://") != NULL || (word && strpbrk(text, "/@") != NULL);
}

// "example(arobase)riseup.net" has a dot, but no host is called so.
static bool has_strange_host(const struct link *link)
{
    static const char RIGHT[] = "abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-";
    if (link->kind != LINK_URL) {
        return false;
    }
    const char *host = strstr(link->payload, "://");
    host = host != NULL ? host + 3 : link->payload;
    for (size_t length = strcspn(host, "/?#:"); length > 0; length--) {
        bool letter = (unsigned char)*host >= 0x80 || strchr(RIGHT, *host);
        if (!letter) {
            return true;
        }
        host++;
    }
    return false;
}

static bool is_too_long(const struct link *link)
{
    return link_has_qr(link) && strlen(link->payload) > QR_BYTES_MAX;
}

static void report(const struct check *check, const struct node *within,
                   struct place otherwise, const struct link *link)
{
    bool plain = link->kind == LINK_TEXT;
    const struct node *value = plain ? check_source_text(within, link->shown)
                                     : check_source_link(within, link);
    const char *text = node_text(value, link->shown);
    diag_add(check->diags,
             is_too_long(link) ? FAULT_QR_TOO_LONG : FAULT_LINK_NOT_A_LINK,
             value != NULL ? value->place : otherwise, text, NULL, NULL);
}

static bool is_faulty(const struct link *link, bool required)
{
    bool no_link =
        link->kind == LINK_TEXT && (required || is_meant_as_link(link->shown));
    return no_link || has_strange_host(link) || is_too_long(link);
}

static void check_event(const struct check *check, const struct event *event)
{
    const struct link *link = &event->registration;
    bool inherited = link->shown == check->programme->registration.shown;
    if (!inherited && is_faulty(link, false)) {
        report(check, check_source_event(check->source, event), event->place,
               link);
    }
}

// Where nothing but a link makes sense, an address that is none is no use.
static void check_link(const struct check *check, const struct link *link,
                       bool required)
{
    const struct node *root = check_source_root(check->source);
    if (root != NULL && is_faulty(link, required)) {
        report(check, root, root->place, link);
    }
}

void check_links(const struct check *check)
{
    const struct programme *programme = check->programme;
    check_link(check, &programme->contact, true);
    for (size_t i = 0; i < programme->partner_count; i++) {
        check_link(check, &programme->partners[i].link, true);
    }
    for (size_t i = 0; i < programme->page_count; i++) {
        check_link(check, &programme->pages[i].qr, true);
    }
    for (size_t i = 0; i < programme->link_count; i++) {
        check_link(check, &programme->links[i].link, true);
    }
    check_link(check, &programme->registration, false);
    for (size_t i = 0; i < programme->event_count; i++) {
        check_event(check, &programme->events[i]);
    }
}
