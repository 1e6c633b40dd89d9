// SPDX-License-Identifier: MIT
#include "programme/settings.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "base/text_buffer.h"
#include "base/utf8.h"
#include "language/language.h"
#include "programme/read_value.h"
#include "programme/source.h"

enum key {
    KEY_VENUE,
    KEY_FOLDERS,
    KEY_USB,
    KEY_ROTATION,
    KEY_DIAGONAL,
    KEY_HOURS,
    KEY_LANGUAGES,
    KEY_SECONDS,
    KEY_TRANSITION,
    KEY_TOUCH,
    KEY_IDLE,
    KEY_TEXT_SIZE,
    KEY_COLOURS,
    KEY_TIME_FORMAT,
    KEY_CLOCK,
    KEY_PICTURES,
    KEY_RECEIPT,
    KEY_CORNER,
    KEY_PIN,
    KEY_SET_CLOCK,
    KEY_RESTART,
    KEY_SWITCH_OFF,
    KEY_TRUSTED_KEY,
    KEY_SIZE_LIMIT,
    KEY_COUNT,
};

static const char *const NAMES[] = {
    [KEY_VENUE] = "venue lieu ici",
    [KEY_FOLDERS] = "folders dossiers folder dossier",
    [KEY_USB] = "usb cleusb",
    [KEY_ROTATION] = "rotation",
    [KEY_DIAGONAL] = "diagonal diagonale",
    [KEY_HOURS] = "hours horaires",
    [KEY_LANGUAGES] = "languages langues language langue",
    [KEY_SECONDS] = "seconds secondes",
    [KEY_TRANSITION] = "transition",
    [KEY_TOUCH] = "touch tactile",
    [KEY_IDLE] = "idle inactivite",
    [KEY_TEXT_SIZE] = "textsize tailletexte",
    [KEY_COLOURS] = "theme colours colors couleurs",
    [KEY_TIME_FORMAT] = "timeformat formatheure",
    [KEY_CLOCK] = "clock horloge",
    [KEY_PICTURES] = "pictures images",
    [KEY_RECEIPT] = "receiptonstick recusurcle",
    [KEY_CORNER] = "corner coin",
    [KEY_PIN] = "pin code",
    [KEY_SET_CLOCK] = "setclock reglerhorloge reglerheure",
    [KEY_RESTART] = "restart redemarrer",
    [KEY_SWITCH_OFF] = "switchoff eteindre",
    [KEY_TRUSTED_KEY] = "trustedkey cledeconfiance",
    [KEY_SIZE_LIMIT] = "sizelimit taillemax",
};
static_assert(sizeof NAMES / sizeof *NAMES == KEY_COUNT, "a name per key");

static const struct choices TRANSITIONS = {
    {[TRANSITION_FADE] = "fade fondu", [TRANSITION_NONE] = "none aucune non"},
    "fade, none"
};
static const struct choices TOUCHES = {
    {[TOUCH_AUTO] = "auto", [TOUCH_YES] = "yes oui", [TOUCH_NO] = "no non"},
    "auto, yes, no"
};
static const struct choices TEXT_SCALES = {
    {[TEXT_SCALE_NORMAL] = "normal normale",
     [TEXT_SCALE_LARGE] = "large grande grand"},
    "normal, large"
};
static const struct choices COLOURS = {
    {[COLOURS_OF_PROGRAMME] = "programme auto",
     [COLOURS_PAPER] = "paper papier",
     [COLOURS_NIGHT] = "night nuit",
     [COLOURS_SEA] = "sea mer",
     [COLOURS_FOREST] = "forest foret",
     [COLOURS_CONTRAST] = "contrast contraste",
     [COLOURS_CONTRAST_NIGHT] =
         "contrast_night contrast-night contraste_nuit contraste-nuit"},
    DIAG_BOTH(
        "programme, paper, night, sea, forest, contrast, contrast night",
        "programme, papier, nuit, mer, forêt, contraste, contraste nuit")
};
static const struct choices TIME_FORMATS = {
    {[TIME_FORMAT_LANGUAGE] = "auto",
     [TIME_FORMAT_H] = "18h30 h",
     [TIME_FORMAT_H_SPACED] = "18_h_30 h_espace",
     [TIME_FORMAT_COLON] = "18:30 :"},
    "18h30, 18 h 30, 18:30"
};
static const struct choices CLOCKS = {
    {[CLOCK_AUTO] = "auto", [CLOCK_TRUSTED] = "trusted fiable"},
    "auto, trusted"
};
static const struct choices PICTURES = {
    {[PICTURES_ALL] = "all toutes", [PICTURES_SAFE] = "safe sures"},
    "all, safe"
};
static const struct choices CORNERS = {
    {[CORNER_TOP_LEFT] = "top-left haut-gauche en_haut_a_gauche",
     [CORNER_TOP_RIGHT] = "top-right haut-droite haut-droit en_haut_a_droite",
     [CORNER_BOTTOM_LEFT] = "bottom-left bas-gauche en_bas_a_gauche",
     [CORNER_BOTTOM_RIGHT] =
         "bottom-right bas-droite bas-droit en_bas_a_droite"},
    "top-left, top-right, bottom-left, bottom-right"
};

static int read_rotation(struct source *source, const struct field *field)
{
    int degrees = (int)read_number(source, field, 0, 270, 0);
    if (degrees % 90 != 0) {
        diag_add(source->diags, FAULT_NOT_A_CHOICE, field->node->place,
                 field->node->key, field->node->text, "0, 90, 180, 270");
        return 0;
    }
    return degrees;
}

static const char *const *read_texts(struct source *source,
                                     const struct field *field, size_t *count)
{
    struct wordings items = source_wordings(source, field);
    const char **texts = arena_alloc(source->arena, items.count, sizeof *texts);
    for (size_t i = 0; i < items.count; i++) {
        texts[i] = wording_in(&items.items[i], "");
    }
    *count = items.count;
    return texts;
}

// Says so if a text is none.
static bool read_hours(struct source *source, const struct node *node,
                       struct opening_day *out)
{
    const char *text = node_text(node, "");
    bool is_right = opening_read_hours(text, out);
    if (!is_right) {
        diag_add(source->diags, FAULT_NOT_A_CHOICE, node->place, node->key,
                 text,
                 DIAG_BOTH("08:00-23:00, 9h-12h et 14h-22h, closed",
                           "08:00-23:00, 9h-12h et 14h-22h, fermé"));
    }
    return is_right;
}

static bool read_days(struct source *source, const struct node *node,
                      struct opening *out)
{
    unsigned days = opening_read_days(node->key);
    struct opening_day day;
    if (days == 0) {
        diag_add(source->diags, FAULT_NOT_A_CHOICE, node->key_place, "hours",
                 node->key,
                 DIAG_BOTH("monday, tuesday-friday, weekend",
                           "lundi, mardi-vendredi, week-end"));
        return false;
    }
    if (!read_hours(source, node, &day)) {
        return false;
    }
    for (int i = 0; i < OPENING_DAYS; i++) {
        if ((days & 1U << i) != 0) {
            out->days[i] = day;
        }
    }
    return true;
}

// One text for all days, or a map by weekday in which those left out are
// closed. With anything wrong in it the screen is always lit: a dark screen
// cannot tell what is wrong.
static void read_opening(struct source *source, const struct field *field,
                         struct opening *out)
{
    const struct node *node = field->node;
    if (node == NULL) {
        return;
    }
    struct opening opening = {.is_limited = true};
    if (node->kind == NODE_MAP) {
        for (const struct node *item = node->first; item != NULL;
             item = item->next) {
            opening.is_limited =
                read_days(source, item, &opening) && opening.is_limited;
        }
    } else {
        struct opening_day day = {.count = 0};
        opening.is_limited = read_hours(source, node, &day);
        for (int i = 0; i < OPENING_DAYS; i++) {
            opening.days[i] = day;
        }
    }
    *out = opening;
}

static void read_screen(struct source *source, const struct field *fields,
                        struct settings *settings)
{
    settings->venue = read_short_text(source, &fields[KEY_VENUE]);
    settings->usb = source_yes(source, fields[KEY_USB].node, true);
    settings->rotation = read_rotation(source, &fields[KEY_ROTATION]);
    settings->diagonal =
        read_number(source, &fields[KEY_DIAGONAL], 3, 200, settings->diagonal);
    read_opening(source, &fields[KEY_HOURS], &settings->opening);
    settings->seconds =
        (int)read_number(source, &fields[KEY_SECONDS], 2, 600, 0);
    settings->idle_seconds = (int)read_number(source, &fields[KEY_IDLE], 5,
                                              3600, settings->idle_seconds);
    settings->transition = (enum transition)read_choice(
        source, &fields[KEY_TRANSITION], &TRANSITIONS, TRANSITION_FADE);
    settings->touch = (enum touch_mode)read_choice(source, &fields[KEY_TOUCH],
                                                   &TOUCHES, TOUCH_AUTO);
    settings->text_scale = (enum text_scale)read_choice(
        source, &fields[KEY_TEXT_SIZE], &TEXT_SCALES, TEXT_SCALE_NORMAL);
    settings->colours = (enum colours)read_choice(
        source, &fields[KEY_COLOURS], &COLOURS, COLOURS_OF_PROGRAMME);
    settings->time_format = (enum time_format)read_choice(
        source, &fields[KEY_TIME_FORMAT], &TIME_FORMATS, TIME_FORMAT_LANGUAGE);
}

// One that cannot be typed on the pad is kept: it opens to nobody.
static const char *read_pin(struct source *source, const struct field *field)
{
    const char *pin = read_short_text(source, field);
    if (pin != NULL && pin[strspn(pin, "0123456789")] != '\0') {
        diag_add(source->diags, FAULT_NOT_A_NUMBER, field->node->place,
                 field->node->key, pin, NULL);
    }
    return pin;
}

static void read_operator(struct source *source, const struct field *fields,
                          struct settings *settings)
{
    settings->corner = (enum corner)read_choice(source, &fields[KEY_CORNER],
                                                &CORNERS, CORNER_TOP_LEFT);
    settings->pin = read_pin(source, &fields[KEY_PIN]);
    settings->set_clock = read_short_text(source, &fields[KEY_SET_CLOCK]);
    settings->restart = read_short_text(source, &fields[KEY_RESTART]);
    settings->switch_off = read_short_text(source, &fields[KEY_SWITCH_OFF]);
}

static char *codes_of(const struct languages *languages)
{
    struct text_buffer codes = {0};
    for (size_t i = 0; i < languages_count(languages); i++) {
        text_buffer_printf(&codes, "%s%s", i > 0 ? ", " : "",
                           languages_at(languages, i)->code);
    }
    return text_buffer_take(&codes);
}

// Those of them the screen can speak.
static void read_languages(struct source *source, const struct field *field,
                           const struct languages *known,
                           struct settings *settings)
{
    size_t count = 0, kept = 0;
    const char *const *asked = read_texts(source, field, &count);
    const char **spoken = arena_alloc(source->arena, count, sizeof *spoken);
    for (size_t i = 0; i < count; i++) {
        if (known == NULL || languages_find(known, asked[i]) != NULL) {
            spoken[kept++] = asked[i];
            continue;
        }
        char *codes = codes_of(known);
        diag_add(source->diags, FAULT_NOT_A_CHOICE, field->node->place,
                 field->node->key, asked[i], codes);
        free(codes);
    }
    if (kept > 0) {
        settings->languages = spoken;
        settings->language_count = kept;
    }
}

// Of some a stranger in front of the screen is to see only that they are there.
static bool is_secret(enum key key)
{
    return key == KEY_PIN || key == KEY_TRUSTED_KEY || key == KEY_SET_CLOCK ||
           key == KEY_RESTART || key == KEY_SWITCH_OFF;
}

static void summarise_value(const struct node *node, struct text_buffer *out)
{
    if (node->kind == NODE_TEXT) {
        text_buffer_add(out, node->text);
    }
    for (const struct node *item = node->first; item != NULL;
         item = item->next) {
        text_buffer_printf(out, "%s%s%s%s",
                           item != node->first ? ",\u00A0" : "",
                           item->key != NULL ? item->key : "",
                           item->key != NULL ? " " : "", node_text(item, ""));
    }
}

static const char *summarise(struct source *source, const struct field *fields)
{
    struct text_buffer words = {0};
    for (int key = 0; key < KEY_COUNT; key++) {
        const struct node *node = fields[key].node;
        if (node != NULL) {
            text_buffer_printf(&words, "%s%s : ", words.length > 0 ? " · " : "",
                               node->key);
        }
        if (node != NULL && is_secret((enum key)key)) {
            text_buffer_add(&words, "•••");
        } else if (node != NULL) {
            summarise_value(node, &words);
        }
    }
    const char *summary = arena_strdup(source->arena, text_buffer_text(&words));
    text_buffer_release(&words);
    return summary;
}

static void read_all(struct source *source, const struct node *root,
                     const struct languages *languages,
                     struct settings *settings)
{
    struct field fields[KEY_COUNT];
    keys_read(root, (struct key_table){NAMES, KEY_COUNT},
              DIAG_BOTH("the settings", "les réglages"), source->diags, fields);
    read_screen(source, fields, settings);
    if (fields[KEY_FOLDERS].node != NULL) {
        settings->folders =
            read_texts(source, &fields[KEY_FOLDERS], &settings->folder_count);
    }
    read_languages(source, &fields[KEY_LANGUAGES], languages, settings);
    settings->clock = (enum clock_mode)read_choice(source, &fields[KEY_CLOCK],
                                                   &CLOCKS, CLOCK_AUTO);
    settings->pictures = (enum pictures_mode)read_choice(
        source, &fields[KEY_PICTURES], &PICTURES, PICTURES_ALL);
    settings->receipt_on_stick =
        source_yes(source, fields[KEY_RECEIPT].node, false);
    read_operator(source, fields, settings);
    settings->trusted_key = read_short_text(source, &fields[KEY_TRUSTED_KEY]);
    settings->size_limit_mb =
        (int)read_number(source, &fields[KEY_SIZE_LIMIT], 1, 4000, 0);
    settings->summary = summarise(source, fields);
}

// Nothing is set in it, and somebody meant that: an empty file is a fault.
static bool is_all_comments(const char *text)
{
    static const char MARK[] = "\xEF\xBB\xBF";
    bool is_marked = strncmp(text, MARK, strlen(MARK)) == 0;
    const char *at = text + (is_marked ? strlen(MARK) : 0);
    bool has_comment = false;
    while (*at != '\0') {
        at += strspn(at, " \t\r\n");
        if (*at != '#' && *at != '\0') {
            return false;
        }
        has_comment = has_comment || *at == '#';
        at += strcspn(at, "\n");
    }
    return has_comment;
}

static struct settings *settings_new(void)
{
    static const char *const FOLDERS[] = {"/var/lib/kiosk/inbox"};
    static const char *const LANGUAGES[] = {"fr"};
    struct arena *arena = arena_new();
    struct settings *settings = arena_alloc(arena, 1, sizeof *settings);
    *settings = (struct settings){
        .folders = FOLDERS,
        .folder_count = 1,
        .usb = true,
        .diagonal = 32,
        .languages = LANGUAGES,
        .language_count = 1,
        .idle_seconds = 60,
        .summary = "",
        .arena = arena,
    };
    return settings;
}

static struct settings *read_bytes(const char *bytes, size_t length,
                                   const char *name,
                                   const struct languages *languages,
                                   struct diag_list *diags)
{
    struct settings *settings = settings_new();
    struct source source = {
        .arena = settings->arena, .diags = diags, .folder = "."};
    const struct node *root =
        is_all_comments(bytes)
            ? NULL
            : document_read(source.arena, bytes, length, name, diags);
    if (root != NULL) {
        read_all(&source, root, languages, settings);
    }
    return settings;
}

struct settings *settings_read(const char *text, const char *name,
                               const struct languages *languages,
                               struct diag_list *diags)
{
    return read_bytes(text, strlen(text), name, languages, diags);
}

struct settings *settings_load(const char *path,
                               const struct languages *languages,
                               struct diag_list *diags)
{
    size_t length = 0;
    const char *name = path != NULL ? path_name(path) : NULL;
    char *bytes =
        path != NULL ? document_bytes(path, name, diags, &length) : NULL;
    struct settings *settings =
        bytes != NULL ? read_bytes(bytes, length, name, languages, diags)
                      : settings_new();
    free(bytes);
    return settings;
}

void settings_free(struct settings *settings)
{
    if (settings != NULL) {
        arena_free(settings->arena);
    }
}
