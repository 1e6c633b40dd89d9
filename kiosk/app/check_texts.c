// SPDX-License-Identifier: MIT
// Every text of the file, letter by letter: what a careless copy damaged, and
// what the fonts cannot draw.
#include "app/check.h"

#include <stdlib.h>
#include <string.h>

#include "app/check_source.h"
#include "app/mojibake.h"
#include "app/session.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/text_buffer.h"
#include "base/utf8.h"
#include "draw/fonts.h"
#include "yaml/document.h"

enum {
    REPLACEMENT = 0xFFFD,
    LATIN_END = 0x180, // every font has what comes before
    RUNES = 0x110000,
    ASKED_MAX = 300,   // letters that are looked for in the fonts
    REPORTED_MAX = 8,  // letters without a font that are worth a line
    CONTEXT_BYTES = 60 // of a text, about what is damaged in it
};

struct texts {
    const struct check *check;
    struct fonts *fonts; // opened for the first letter that is not Latin
    bool no_fonts;
    unsigned char *seen; // a bit for every code point
    size_t asked, reported;
};

// The words of text about at, as many as a line takes. The caller's.
static char *context_of(const char *text, const char *at)
{
    const char *start = at, *end = at;
    while (start > text && at - start < CONTEXT_BYTES / 3) {
        start--;
    }
    while (start > text && strchr(" \n", start[-1]) == NULL) {
        start--;
    }
    while (*end != '\0' && end - at < CONTEXT_BYTES * 2 / 3) {
        end++;
    }
    while (*end != '\0' && strchr(" \n", *end) == NULL) {
        end++;
    }
    return xstrndup(start, (size_t)(end - start));
}

// A control character was read as a lost letter, and told as what it is.
static bool is_told(const struct texts *texts, size_t line)
{
    const struct diag *diag = NULL;
    for (size_t i = 0; (diag = diag_at(texts->check->diags, i)) != NULL; i++) {
        if (diag->fault == FAULT_CONTROL_CHARACTER &&
            diag->place.line == line) {
            return true;
        }
    }
    return false;
}

static void check_damage(const struct texts *texts, const struct node *node)
{
    const char *at = mojibake_find(node->text);
    if (at != NULL) {
        char *context = context_of(node->text, at);
        char *repaired = mojibake_repaired(context);
        diag_add(texts->check->diags, FAULT_MOJIBAKE, node->place, context,
                 repaired, NULL);
        free(repaired);
        free(context);
    }
    at = strstr(node->text, "\xEF\xBF\xBD");
    if (at != NULL && !is_told(texts, node->place.line)) {
        char *context = context_of(node->text, at);
        diag_add(texts->check->diags, FAULT_LETTER_LOST, node->place, context,
                 NULL, NULL);
        free(context);
    }
}

static bool is_private(uint32_t rune)
{
    return (rune >= 0xE000 && rune <= 0xF8FF) || rune >= 0xF0000;
}

// Signs that are part of another one, or nothing to be seen.
static bool is_attached(uint32_t rune)
{
    return (rune >= 0x300 && rune < 0x370) ||
           (rune >= 0x2000 && rune <= 0x200F) ||
           (rune >= 0x2028 && rune <= 0x202F) ||
           (rune >= 0x205F && rune <= 0x206F) ||
           (rune >= 0xFE00 && rune <= 0xFE0F) || rune == 0xFEFF ||
           (rune >= 0xE0000 && rune < 0xE0200) || rune == REPLACEMENT;
}

static bool fonts_know(struct texts *texts, uint32_t rune)
{
    if (is_private(rune)) {
        return false;
    }
    if (texts->fonts == NULL && !texts->no_fonts) {
        char *folder = path_join(texts->check->session->data, "fonts");
        texts->fonts = fonts_new(folder);
        texts->no_fonts = texts->fonts == NULL;
        free(folder);
    }
    return texts->no_fonts || texts->asked++ >= ASKED_MAX ||
           fonts_have(texts->fonts, FONT_BODY, rune);
}

static void report_letter(struct texts *texts, const struct node *node,
                          const char *at, uint32_t rune)
{
    struct text_buffer name = {0};
    if (!is_private(rune)) {
        text_buffer_add_rune(&name, rune);
        text_buffer_add(&name, " ");
    }
    text_buffer_printf(&name, "U+%04X", (unsigned)rune);
    char *context = context_of(node->text, at);
    diag_add(texts->check->diags, FAULT_LETTER_UNKNOWN, node->place,
             text_buffer_text(&name), context, NULL);
    free(context);
    text_buffer_release(&name);
    texts->reported++;
}

static void check_letters(struct texts *texts, const struct node *node)
{
    const char *at = node->text;
    while (*at != '\0') {
        const char *start = at;
        uint32_t rune = utf8_next(&at);
        if (rune < LATIN_END || is_attached(rune)) {
            continue;
        }
        unsigned char bit = (unsigned char)(1U << (rune & 7));
        bool seen = (texts->seen[rune / 8] & bit) != 0;
        texts->seen[rune / 8] |= bit;
        if (!seen && texts->reported < REPORTED_MAX &&
            !fonts_know(texts, rune)) {
            report_letter(texts, node, start, rune);
        }
    }
}

static bool is_ascii(const char *text)
{
    while (*text != '\0' && (unsigned char)*text < 0x80) {
        text++;
    }
    return *text == '\0';
}

// Trees are as deep as DOCUMENT_DEPTH_MAX at most.
// NOLINTNEXTLINE(misc-no-recursion)
static void check_node(struct texts *texts, const struct node *node)
{
    if (node->kind == NODE_TEXT && !is_ascii(node->text)) {
        check_damage(texts, node);
        check_letters(texts, node);
    }
    for (const struct node *item = node->first; item != NULL;
         item = item->next) {
        check_node(texts, item);
    }
}

void check_texts(const struct check *check)
{
    const struct node *root = check_source_root(check->source);
    if (root == NULL) {
        return;
    }
    struct texts texts = {.check = check, .seen = xcalloc(RUNES / 8, 1)};
    check_node(&texts, root);
    fonts_free(texts.fonts);
    free(texts.seen);
}
