// SPDX-License-Identifier: MIT
#include "app/overlay.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/window.h"
#include "base/diag.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text_buffer.h"
#include "draw/canvas.h"
#include "draw/cut_out.h"
#include "draw/picture.h"
#include "slides/receipt_card.h"
#include "store/offer.h"
#include "store/receipt.h"

enum {
    RECEIPT_MS = 15 * 1000,
    REPORT_MS = 60 * 1000, // with a QR code: a telephone has to be found
    NOTICE_MS = 60 * 1000,
    REDRAW_MS = 250,
};

struct overlay {
    struct window *window; // borrowed
    bool is_shown;         // there is a card
    bool is_new;           // it was not drawn yet
    int64_t end_ms;        // INT64_MAX: none
    int64_t drawn_ms;
    struct receipt_card card; // its texts are ours
    char *faults[RECEIPT_FAULTS_MAX];
    struct picture *picture; // of the card; NULL: nothing lies there
    struct box box;          // where, without the shadow
    struct size screen;      // it was drawn for
};

static const struct colour BLACK = {0, 0, 0, 255}, WHITE = {255, 255, 255, 255};

struct overlay *overlay_new(struct window *window)
{
    struct overlay *overlay = xcalloc(1, sizeof *overlay);
    overlay->window = window;
    return overlay;
}

static void forget_picture(struct overlay *overlay)
{
    window_cover(overlay->window, NULL, 0, 0);
    picture_free(overlay->picture);
    overlay->picture = NULL;
}

static void forget_card(struct overlay *overlay)
{
    free((char *)overlay->card.summary);
    free((char *)overlay->card.advice);
    free((char *)overlay->card.message);
    for (size_t i = 0; i < overlay->card.fault_count; i++) {
        free(overlay->faults[i]);
    }
    overlay->card = (struct receipt_card){.permille = RECEIPT_CARD_UNKNOWN};
    overlay->is_shown = false;
}

void overlay_free(struct overlay *overlay)
{
    if (overlay != NULL) {
        forget_picture(overlay);
        forget_card(overlay);
        free(overlay);
    }
}

static void begin(struct overlay *overlay, enum receipt_card_kind kind,
                  int64_t end_ms)
{
    forget_card(overlay);
    overlay->card.kind = kind;
    overlay->card.faults = (const char *const *)overlay->faults;
    overlay->is_shown = true;
    overlay->is_new = true;
    overlay->end_ms = end_ms;
    overlay->drawn_ms = 0; // at once
}

void overlay_show_progress(struct overlay *overlay, uint64_t done,
                           uint64_t total)
{
    struct receipt_card *card = &overlay->card;
    if (!overlay->is_shown || card->kind != RECEIPT_CARD_COPYING) {
        begin(overlay, RECEIPT_CARD_COPYING, INT64_MAX);
    }
    int permille = RECEIPT_CARD_UNKNOWN;
    if (total > 0) {
        uint64_t part = done < total ? done : total;
        permille = (int)((double)part * 1000 / (double)total);
    }
    overlay->is_new = overlay->is_new || permille != card->permille;
    card->permille = permille;
}

static char *copy_of(const char *text)
{
    return text != NULL ? xstrdup(text) : NULL;
}

void overlay_show_receipt(struct overlay *overlay,
                          const struct receipt *receipt, int64_t now_ms)
{
    bool has_code = receipt->message != NULL;
    begin(overlay,
          decision_is_good(receipt->decision) ? RECEIPT_CARD_TAKEN
                                              : RECEIPT_CARD_REFUSED,
          now_ms + (has_code ? REPORT_MS : RECEIPT_MS));
    struct receipt_card *card = &overlay->card;
    card->summary = xstrdup(receipt->summary);
    card->advice = copy_of(receipt->advice);
    card->message = copy_of(receipt->message);
    for (size_t i = 0; i < receipt->fault_count; i++) {
        overlay->faults[i] = xstrdup(receipt->faults[i]);
    }
    card->fault_count = receipt->fault_count;
    card->more_faults = receipt->more_faults;
}

static const struct diag *worst(struct diag_list *diags)
{
    const struct diag *diag = diag_at(diags, 0);
    for (size_t i = 0; diag != NULL; i++) {
        if (fault_level(diag->fault) == FAULT_ERROR) {
            return diag;
        }
        diag = diag_at(diags, i + 1);
    }
    return diag_at(diags, 0);
}

static enum fault_language fault_language(const struct phrasing *phrasing)
{
    return strcmp(phrasing->language->code, "en") == 0 ? FAULT_IN_ENGLISH
                                                       : FAULT_IN_FRENCH;
}

static char *summary_of(const struct diag *diag,
                        const struct phrasing *phrasing)
{
    struct text_buffer words = {0};
    char line[24];
    snprintf(line, sizeof line, "%zu", diag->place.line);
    phrase_word(phrasing,
                diag->place.line > 0 ? WORD_FAULT_AT_LINE : WORD_FAULT_IN_FILE,
                diag->place.path, line, &words);
    return text_buffer_take(&words);
}

void overlay_show_faults(struct overlay *overlay, struct diag_list *diags,
                         const struct phrasing *phrasing, int64_t now_ms)
{
    const struct diag *diag = worst(diags);
    if (diag == NULL) {
        return;
    }
    begin(overlay, RECEIPT_CARD_HELD_BACK, now_ms + NOTICE_MS);
    struct receipt_card *card = &overlay->card;
    card->summary = summary_of(diag, phrasing);
    card->advice = xstrdup(phrasing->language->words[WORD_FORMER_STAYS]);
    overlay->faults[0] = diag_message(diag, fault_language(phrasing));
    card->fault_count = 1;
}

static char *word_with(const struct phrasing *phrasing, enum word word,
                       const char *first, const char *second)
{
    struct text_buffer words = {0};
    phrase_word(phrasing, word, first, second, &words);
    return text_buffer_take(&words);
}

// "Ligne 3 : …; écrivez …"
static char *fault_words(const struct diag *diag,
                         const struct phrasing *phrasing)
{
    enum fault_language language = fault_language(phrasing);
    char *message = diag_message(diag, language);
    char *remedy = diag_remedy(diag, language);
    char *both = remedy[0] != '\0' ? xasprintf("%s ; %s", message, remedy)
                                   : xstrdup(message);
    char line[24];
    snprintf(line, sizeof line, "%zu", diag->place.line);
    char *words = diag->place.line > 0
                      ? word_with(phrasing, WORD_LINE, line, both)
                      : xstrdup(both);
    free(both);
    free(remedy);
    free(message);
    return words;
}

void overlay_show_offer(struct overlay *overlay, const struct offer *offer,
                        const struct phrasing *phrasing, int64_t now_ms)
{
    if (offer->result != OFFER_TAKEN && offer->result != OFFER_REFUSED) {
        return;
    }
    bool taken = offer->result == OFFER_TAKEN;
    begin(overlay, taken ? RECEIPT_CARD_TAKEN : RECEIPT_CARD_REFUSED,
          now_ms + NOTICE_MS);
    struct receipt_card *card = &overlay->card;
    card->summary =
        word_with(phrasing, taken ? WORD_SETTINGS_TAKEN : WORD_SETTINGS_STAY,
                  offer->name, NULL);
    card->advice = taken ? xstrdup(offer->summary) : NULL;
    size_t count = 0;
    const struct diag *diag = taken ? NULL : diag_at(offer->diags, 0);
    for (; diag != NULL; diag = diag_at(offer->diags, ++count)) {
        if (count < RECEIPT_FAULTS_MAX) {
            overlay->faults[count] = fault_words(diag, phrasing);
            card->fault_count++;
        }
    }
    card->more_faults = count - card->fault_count;
}

void overlay_renew(struct overlay *overlay)
{
    forget_picture(overlay);
}

void overlay_hide(struct overlay *overlay)
{
    forget_card(overlay);
}

bool overlay_is_shown(const struct overlay *overlay)
{
    return overlay->is_shown;
}

static bool covers_all(const struct overlay *overlay)
{
    return size_equals(box_size(overlay->box), overlay->screen);
}

// How far the picture reaches beyond the card.
static int margin_of(const struct overlay *overlay, const struct stage *stage)
{
    return covers_all(overlay) ? 0 : receipt_card_shadow(stage);
}

static struct canvas *drawn_on(const struct overlay *overlay,
                               const struct stage *stage, struct colour ground)
{
    int margin = margin_of(overlay, stage);
    struct box box = {margin, margin, overlay->box.width, overlay->box.height};
    struct canvas *canvas = canvas_new(
        (struct size){box.width + 2 * margin, box.height + 2 * margin});
    if (canvas != NULL) {
        canvas_clear(canvas, ground);
        receipt_card_draw(stage, &overlay->card, box, canvas);
    }
    return canvas;
}

static void draw(struct overlay *overlay, const struct stage *stage)
{
    struct canvas *on_black = drawn_on(overlay, stage, BLACK);
    struct canvas *on_white = drawn_on(overlay, stage, WHITE);
    forget_picture(overlay);
    if (on_black != NULL && on_white != NULL) {
        overlay->picture =
            cut_out_new(canvas_picture(on_black), canvas_picture(on_white));
    }
    if (overlay->picture == NULL) {
        log_line("there is no memory to draw a receipt");
    }
    canvas_free(on_black);
    canvas_free(on_white);
}

static bool take_away(struct overlay *overlay)
{
    bool was_there = overlay->picture != NULL;
    forget_picture(overlay);
    return was_there;
}

static void lay(struct overlay *overlay, const struct stage *stage)
{
    int margin = margin_of(overlay, stage);
    window_cover(overlay->window, overlay->picture, overlay->box.x - margin,
                 overlay->box.y - margin);
}

static bool is_due(const struct overlay *overlay, int64_t now_ms)
{
    return overlay->is_new && now_ms >= overlay->drawn_ms + REDRAW_MS;
}

bool overlay_update(struct overlay *overlay, const struct stage *stage,
                    const struct canvas *beneath, int64_t now_ms)
{
    if (overlay->is_shown && now_ms >= overlay->end_ms) {
        forget_card(overlay);
    }
    if (!overlay->is_shown) {
        return take_away(overlay);
    }
    bool lies =
        overlay->picture != NULL && size_equals(stage->size, overlay->screen);
    bool redraws = !lies || is_due(overlay, now_ms);
    if (!redraws && receipt_card_may_stay(stage, beneath, overlay->box)) {
        return false;
    }
    struct box box = receipt_card_place(stage, &overlay->card, beneath,
                                        lies ? &overlay->box : NULL);
    redraws = redraws || !size_equals(box_size(box), box_size(overlay->box));
    overlay->box = box;
    overlay->screen = stage->size;
    if (redraws) {
        draw(overlay, stage);
        overlay->is_new = false;
        overlay->drawn_ms = now_ms;
    }
    lay(overlay, stage);
    return true;
}

int64_t overlay_deadline(const struct overlay *overlay)
{
    if (!overlay->is_shown) {
        return overlay->picture != NULL ? 0 : INT64_MAX;
    }
    int64_t redraw_ms =
        overlay->is_new ? overlay->drawn_ms + REDRAW_MS : INT64_MAX;
    return redraw_ms < overlay->end_ms ? redraw_ms : overlay->end_ms;
}
