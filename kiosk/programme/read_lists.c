// SPDX-License-Identifier: MIT
#include "programme/read_lists.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "programme/read_event.h"

enum {
    PARTNER_NAME,
    PARTNER_LOGO,
    PARTNER_URL,
    PARTNER_ROLE,
    PARTNER_KEY_COUNT
};
static const char *const PARTNER_NAMES[] = {
    [PARTNER_NAME] = "name nom titre",
    [PARTNER_LOGO] = "logo image",
    [PARTNER_URL] = "url lien site",
    [PARTNER_ROLE] = "role",
};

enum {
    VENUE_TOWN,
    VENUE_ADDRESS,
    VENUE_MAP,
    VENUE_KEY_COUNT
};
static const char *const VENUE_NAMES[] = {
    [VENUE_TOWN] = "town ville commune",
    [VENUE_ADDRESS] = "address adresse",
    [VENUE_MAP] = "map carte plan",
};

enum {
    PAGE_TITLE,
    PAGE_TEXT,
    PAGE_POINTS,
    PAGE_IMAGE,
    PAGE_QR,
    PAGE_KEY_COUNT
};
static const char *const PAGE_NAMES[] = {
    [PAGE_TITLE] = "title titre nom", [PAGE_TEXT] = "text texte",
    [PAGE_POINTS] = "points liste",   [PAGE_IMAGE] = "image photo affiche",
    [PAGE_QR] = "qr lien url",
};

static struct wording line(struct source *source, const struct field *field)
{
    return source_wording(source, field, PROGRAMME_LINE_BYTES_MAX);
}

// A key that is shown: "Scopyleft: {logo: …}", "Instagram: https://…".
static const char *label_of(struct source *source, const struct node *node)
{
    char *cleaned = utf8_clean(node->key);
    const char *label = arena_strdup(source->arena, cleaned);
    free(cleaned);
    return label;
}

static void read_partner_text(struct source *source, const struct node *node,
                              struct partner *out)
{
    const char *text = source_text(source, node, PROGRAMME_LINE_BYTES_MAX);
    if (node->key == NULL) {
        out->name.text = text;
        return;
    }
    struct link link = link_read(source->arena, text);
    if (link_has_qr(&link)) {
        out->link = link;
    } else {
        out->role.text = text;
    }
}

static void read_partner(struct source *source, const struct node *node,
                         struct partner *out)
{
    *out = (struct partner){0};
    if (node->kind == NODE_TEXT) {
        read_partner_text(source, node, out);
    } else {
        struct field fields[PARTNER_KEY_COUNT];
        keys_read(node, (struct key_table){PARTNER_NAMES, PARTNER_KEY_COUNT},
                  DIAG_BOTH("a partner", "un partenaire"), source->diags,
                  fields);
        out->name = line(source, &fields[PARTNER_NAME]);
        out->role = line(source, &fields[PARTNER_ROLE]);
        out->logo = source_picture(source, fields[PARTNER_LOGO].node);
        out->link = source_link(source, fields[PARTNER_URL].node);
    }
    if (node->key != NULL && wording_is_empty(&out->name)) {
        out->name.text = label_of(source, node);
    }
}

void partners_read(struct source *source, const struct field *field,
                   struct programme *out)
{
    const struct node *node = field->node;
    if (node == NULL) {
        return;
    }
    struct wordings names = {0};
    if (node->kind == NODE_TEXT) {
        names = source_wordings(source, field);
    }
    size_t count = node->kind == NODE_TEXT ? names.count : node->count;
    struct partner *partners =
        arena_alloc(source->arena, count, sizeof *partners);
    size_t filled = 0;
    for (; filled < names.count; filled++) {
        partners[filled].name = names.items[filled];
    }
    for (const struct node *item = node->first; item != NULL;
         item = item->next) {
        struct partner *partner = &partners[filled];
        read_partner(source, item, partner);
        bool shown =
            !wording_is_empty(&partner->name) || partner->logo.path != NULL;
        filled += shown ? 1 : 0;
    }
    out->partners = partners;
    out->partner_count = filled;
}

static void add_link(struct source *source, const struct node *node,
                     struct programme *out, struct named_link *links)
{
    struct link link = source_link(source, node);
    if (node->kind != NODE_TEXT) {
        return;
    }
    if (!link_has_qr(&link)) {
        diag_add(source->diags, FAULT_LINK_NOT_A_LINK, node->place, node->text,
                 NULL, NULL);
        return;
    }
    const char *label = node->key != NULL ? label_of(source, node) : link.shown;
    links[out->link_count++] =
        (struct named_link){.label = {.text = label}, .link = link};
}

void links_read(struct source *source, const struct node *node,
                struct programme *out)
{
    if (node == NULL || (node->kind == NODE_TEXT && node->text[0] == '\0')) {
        return;
    }
    size_t most = 1 + node->count;
    for (const struct node *item = node->first; item != NULL;
         item = item->next) {
        most += item->count;
    }
    struct named_link *links = arena_alloc(source->arena, most, sizeof *links);
    out->links = links;
    if (node->kind == NODE_TEXT) {
        struct node alone = *node;
        alone.key = NULL; // the list's own name is no label
        add_link(source, &alone, out, links);
    }
    for (const struct node *item = node->first; item != NULL;
         item = item->next) {
        bool pairs = node->kind == NODE_LIST && item->kind == NODE_MAP;
        if (!pairs) {
            add_link(source, item, out, links);
        }
        for (const struct node *pair = pairs ? item->first : NULL; pair != NULL;
             pair = pair->next) {
            add_link(source, pair, out, links);
        }
    }
}

static void read_page(struct source *source, const struct node *node,
                      struct page *out)
{
    struct field fields[PAGE_KEY_COUNT];
    keys_read(node, (struct key_table){PAGE_NAMES, PAGE_KEY_COUNT},
              DIAG_BOTH("a page", "une page"), source->diags, fields);
    out->title = line(source, &fields[PAGE_TITLE]);
    out->text =
        source_wording(source, &fields[PAGE_TEXT], PROGRAMME_PROSE_BYTES_MAX);
    out->points = source_wordings(source, &fields[PAGE_POINTS]);
    out->image = source_picture(source, fields[PAGE_IMAGE].node);
    out->qr = source_link(source, fields[PAGE_QR].node);
}

static bool page_is_empty(const struct page *page)
{
    return wording_is_empty(&page->title) && wording_is_empty(&page->text) &&
           page->points.count == 0 && page->image.path == NULL;
}

void pages_read(struct source *source, const struct node *node,
                struct programme *out)
{
    if (node == NULL || (node->kind == NODE_TEXT && node->text[0] == '\0')) {
        return;
    }
    if (node->kind != NODE_LIST) {
        diag_add(source->diags, FAULT_NOT_A_LIST, node->place, node->key, NULL,
                 NULL);
        return;
    }
    struct page *pages = arena_alloc(source->arena, node->count, sizeof *pages);
    size_t filled = 0;
    for (const struct node *item = node->first; item != NULL;
         item = item->next) {
        read_page(source, item, &pages[filled]);
        filled += page_is_empty(&pages[filled]) ? 0 : 1;
    }
    out->pages = pages;
    out->page_count = filled;
}

static struct venue read_venue(struct source *source, const struct node *node)
{
    struct field fields[VENUE_KEY_COUNT] = {{0}};
    if (node->kind == NODE_TEXT) {
        fields[VENUE_TOWN].node = node; // "La Base: Montpellier"
    } else {
        keys_read(node, (struct key_table){VENUE_NAMES, VENUE_KEY_COUNT},
                  DIAG_BOTH("a venue", "un lieu"), source->diags, fields);
    }
    char *folded = utf8_fold(node->key);
    struct venue venue = {.folded = arena_strdup(source->arena, folded),
                          .town = line(source, &fields[VENUE_TOWN]),
                          .address = line(source, &fields[VENUE_ADDRESS]),
                          .map = source_link(source, fields[VENUE_MAP].node)};
    free(folded);
    return venue;
}

size_t venues_read(struct source *source, const struct node *node,
                   const struct venue **out)
{
    if (node == NULL || (node->kind == NODE_TEXT && node->text[0] == '\0')) {
        return 0;
    }
    if (node->kind != NODE_MAP) {
        diag_add(source->diags, FAULT_NOT_A_MAP, node->place, node->key, NULL,
                 NULL);
        return 0;
    }
    struct venue *venues =
        arena_alloc(source->arena, node->count, sizeof *venues);
    size_t filled = 0;
    for (const struct node *item = node->first; item != NULL;
         item = item->next) {
        venues[filled++] = read_venue(source, item);
    }
    *out = venues;
    return filled;
}
