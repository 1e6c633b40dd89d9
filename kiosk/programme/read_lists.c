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

static void read_partner(struct source *source, const struct node *node,
                         struct partner *out)
{
    struct field fields[PARTNER_KEY_COUNT] = {{0}};
    if (node->kind == NODE_TEXT) {
        out->name.text = source_text(source, node, PROGRAMME_LINE_BYTES_MAX);
        return;
    }
    keys_read(node, (struct key_table){PARTNER_NAMES, PARTNER_KEY_COUNT},
              "a partner (un partenaire)", source->diags, fields);
    out->name =
        source_wording(source, &fields[PARTNER_NAME], PROGRAMME_LINE_BYTES_MAX);
    out->role =
        source_wording(source, &fields[PARTNER_ROLE], PROGRAMME_LINE_BYTES_MAX);
    out->logo = source_picture(source, fields[PARTNER_LOGO].node);
    out->link = source_link(source, fields[PARTNER_URL].node);
}

static void read_partners(struct draft *draft, const struct field *field)
{
    struct programme *programme = draft->programme;
    const struct node *node = field->node;
    if (node == NULL) {
        return;
    }
    struct source *source = &draft->source;
    struct wordings names = {0};
    if (node->kind == NODE_TEXT) {
        names = source_wordings(source, field);
    }
    size_t count = node->kind == NODE_TEXT ? names.count : node->count;
    struct partner *partners =
        arena_alloc(programme->arena, count, sizeof *partners);
    size_t filled = 0;
    for (; filled < names.count; filled++) {
        partners[filled].name = names.items[filled];
    }
    for (const struct node *item = node->first; item != NULL;
         item = item->next) {
        read_partner(source, item, &partners[filled]);
        // "Scopyleft: {logo: …}": the key is the name.
        if (item->key != NULL && partners[filled].name.text == NULL) {
            partners[filled].name.text = item->key;
        }
        filled += wording_is_empty(&partners[filled].name) ? 0 : 1;
    }
    programme->partners = partners;
    programme->partner_count = filled;
}

static void read_links(struct draft *draft, const struct node *node)
{
    struct source *source = &draft->source;
    if (node == NULL) {
        return;
    }
    if (node->kind != NODE_MAP) {
        diag_add(source->diags, FAULT_NOT_A_MAP, node->place, node->key, NULL,
                 NULL);
        return;
    }
    struct named_link *links =
        arena_alloc(source->arena, node->count, sizeof *links);
    size_t filled = 0;
    for (const struct node *item = node->first; item != NULL;
         item = item->next) {
        struct link link = source_link(source, item);
        if (!link_has_qr(&link)) {
            diag_add(source->diags, FAULT_LINK_NOT_A_LINK, item->place,
                     node_text(item, ""), NULL, NULL);
            continue;
        }
        char *label = utf8_clean(item->key);
        links[filled].label.text = arena_strdup(source->arena, label);
        links[filled].link = link;
        filled++;
        free(label);
    }
    draft->programme->links = links;
    draft->programme->link_count = filled;
}

static void read_page(struct source *source, const struct node *node,
                      struct page *out)
{
    struct field fields[PAGE_KEY_COUNT];
    keys_read(node, (struct key_table){PAGE_NAMES, PAGE_KEY_COUNT},
              "a page (une page)", source->diags, fields);
    out->title =
        source_wording(source, &fields[PAGE_TITLE], PROGRAMME_LINE_BYTES_MAX);
    out->text =
        source_wording(source, &fields[PAGE_TEXT], PROGRAMME_PROSE_BYTES_MAX);
    out->points = source_wordings(source, &fields[PAGE_POINTS]);
    out->image = source_picture(source, fields[PAGE_IMAGE].node);
    out->qr = source_link(source, fields[PAGE_QR].node);
}

static void read_pages(struct draft *draft, const struct node *node)
{
    if (node == NULL) {
        return;
    }
    if (node->kind != NODE_LIST) {
        diag_add(draft->source.diags, FAULT_NOT_A_LIST, node->place, node->key,
                 NULL, NULL);
        return;
    }
    struct page *pages =
        arena_alloc(draft->source.arena, node->count, sizeof *pages);
    size_t filled = 0;
    for (const struct node *item = node->first; item != NULL;
         item = item->next) {
        struct page *page = &pages[filled];
        read_page(&draft->source, item, page);
        bool empty = wording_is_empty(&page->title) &&
                     wording_is_empty(&page->text) && page->points.count == 0;
        filled += empty ? 0 : 1;
    }
    draft->programme->pages = pages;
    draft->programme->page_count = filled;
}

static size_t read_venues(struct draft *draft, const struct node *node,
                          const struct venue **out)
{
    struct source *source = &draft->source;
    if (node == NULL || node->kind != NODE_MAP) {
        if (node != NULL) {
            diag_add(source->diags, FAULT_NOT_A_MAP, node->place, node->key,
                     NULL, NULL);
        }
        return 0;
    }
    struct venue *venues =
        arena_alloc(source->arena, node->count, sizeof *venues);
    size_t filled = 0;
    for (const struct node *item = node->first; item != NULL;
         item = item->next) {
        struct field fields[VENUE_KEY_COUNT] = {{0}};
        if (item->kind == NODE_TEXT) {
            fields[VENUE_TOWN].node = item; // "La Base: Montpellier"
        } else {
            keys_read(item, (struct key_table){VENUE_NAMES, VENUE_KEY_COUNT},
                      "a venue (un lieu)", source->diags, fields);
        }
        char *folded = utf8_fold(item->key);
        venues[filled++] =
            (struct venue){arena_strdup(source->arena, folded),
                           source_wording(source, &fields[VENUE_TOWN],
                                          PROGRAMME_LINE_BYTES_MAX),
                           source_wording(source, &fields[VENUE_ADDRESS],
                                          PROGRAMME_LINE_BYTES_MAX)};
        free(folded);
    }
    *out = venues;
    return filled;
}

