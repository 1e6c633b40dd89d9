// SPDX-License-Identifier: MIT
#include "programme/settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text_buffer.h"
#include "support/folder.h"
#include "support/test.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static struct settings *settings_of(const char *yaml, struct diag_list *diags)
{
    char *folder = folder_make();
    folder_write(folder, "screen.yaml", yaml);
    char *path = path_join(folder, "screen.yaml");
    struct settings *settings = settings_load(path, NULL, diags);
    free(path);
    folder_remove(folder);
    return settings;
}

static void add_list(struct text_buffer *out, const char *name,
                     const char *const *texts, size_t count)
{
    text_buffer_printf(out, " %s=", name);
    for (size_t i = 0; i < count; i++) {
        text_buffer_printf(out, "%s%s", i > 0 ? "," : "", texts[i]);
    }
}

// What is not as it is by default.
static char *described(const struct settings *settings)
{
    struct text_buffer out = {0};
    text_buffer_add(&out, "");
    const struct {
        const char *name, *text;
    } TEXTS[] = {
        {"venue",       settings->venue                                },
        {"hours",       settings->opening.is_limited ? "limited" : NULL},
        {"pin",         settings->pin                                  },
        {"trusted_key", settings->trusted_key                          },
        {"set_clock",   settings->set_clock                            },
        {"restart",     settings->restart                              },
        {"switch_off",  settings->switch_off                           },
    };
    for (size_t i = 0; i < COUNT(TEXTS); i++) {
        if (TEXTS[i].text != NULL) {
            text_buffer_printf(&out, " %s=%s", TEXTS[i].name, TEXTS[i].text);
        }
    }
    const struct {
        const char *name;
        int value, usual;
    } NUMBERS[] = {
        {"usb",              settings->usb,                  true                },
        {"rotation",         settings->rotation,             0                   },
        {"seconds",          settings->seconds,              0                   },
        {"transition",       (int)settings->transition,      TRANSITION_FADE     },
        {"touch",            (int)settings->touch,           TOUCH_AUTO          },
        {"idle",             settings->idle_seconds,         60                  },
        {"text_scale",       (int)settings->text_scale,      TEXT_SCALE_NORMAL   },
        {"colours",          (int)settings->colours,         COLOURS_OF_PROGRAMME},
        {"time_format",      (int)settings->time_format,     TIME_FORMAT_LANGUAGE},
        {"clock",            (int)settings->clock,           CLOCK_AUTO          },
        {"pictures",         (int)settings->pictures,        PICTURES_ALL        },
        {"receipt_on_stick", settings->receipt_on_stick,     false               },
        {"corner",           (int)settings->corner,          CORNER_TOP_LEFT     },
        {"diagonal",         (int)(settings->diagonal * 10), 320                 },
    };
    for (size_t i = 0; i < COUNT(NUMBERS); i++) {
        if (NUMBERS[i].value != NUMBERS[i].usual) {
            text_buffer_printf(&out, " %s=%d", NUMBERS[i].name,
                               NUMBERS[i].value);
        }
    }
    bool folders = settings->folder_count != 1 ||
                   strcmp(settings->folders[0], "/var/lib/kiosk/inbox") != 0;
    if (folders) {
        add_list(&out, "folders", settings->folders, settings->folder_count);
    }
    bool languages = settings->language_count != 1 ||
                     strcmp(settings->languages[0], "fr") != 0;
    if (languages) {
        add_list(&out, "languages", settings->languages,
                 settings->language_count);
    }
    return text_buffer_take(&out);
}

static void add_faults(struct text_buffer *out, struct diag_list *diags)
{
    const struct diag *diag = NULL;
    for (size_t i = 0; (diag = diag_at(diags, i)) != NULL; i++) {
        const char *first = diag->arguments[0], *second = diag->arguments[1];
        text_buffer_printf(out, " %s[%s%s%s]", fault_code(diag->fault),
                           first != NULL ? first : "",
                           second != NULL ? "|" : "",
                           second != NULL ? second : "");
    }
}

struct row {
    const char *yaml, *expected;
};

static void check(const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct diag_list *diags = diag_list_new();
        struct settings *settings = settings_of(rows[i].yaml, diags);
        struct text_buffer out = {0};
        char *text = described(settings);
        text_buffer_add(&out, text);
        add_faults(&out, diags);
        if (strcmp(text_buffer_text(&out), rows[i].expected) != 0) {
            fail_msg("'%s' is read as '%s'", rows[i].yaml,
                     text_buffer_text(&out));
        }
        free(text);
        text_buffer_release(&out);
        settings_free(settings);
        diag_list_free(diags);
    }
}

static void settings_have_defaults(void **state)
{
    (void)state;
    struct settings *settings = settings_load(NULL, NULL, NULL);
    char *text = described(settings);
    assert_string_equal(text, "");
    free(text);
    settings_free(settings);
    settings_free(NULL);
}

// clang-format off
static const struct row RIGHT[] = {
{"lieu: La Hune", " venue=La Hune"},
{"ici: La Hune", " venue=La Hune"},
{"venue:\nusb: oui", ""},
{"dossiers: [/a, /b]", " folders=/a,/b"},
{"dossier: /a", " folders=/a"},
{"cle_usb: non", " usb=0"},
{"clé usb: non", " usb=0"},
{"usb: oui", ""},
{"rotation: 90", " rotation=90"},
{"rotation: 270°", " rotation=270"},
{"rotation: 0", ""},
{"diagonale: 24", " diagonal=240"},
{"diagonale: 31,5", " diagonal=315"},
{"diagonal: 31.5\"", " diagonal=315"},
{"diagonale: 43 pouces", " diagonal=430"},
{"diagonale: 24″", " diagonal=240"},
{"horaires: 08:00-23:00", " hours=limited"},
{"langues: [fr, oc]", " languages=fr,oc"},
{"langues: fr ; oc", " languages=fr,oc"},
{"langues: []", ""},
{"secondes: 12", " seconds=12"},
{"secondes: 12 s", " seconds=12"},
{"secondes: 12 secondes", " seconds=12"},
{"transition: none", " transition=1"},
{"transition: aucune", " transition=1"},
{"transition: fondu", ""},
{"tactile: auto", ""},
{"horloge: auto", ""},
{"format_heure: auto", ""},
{"taille_texte: normale", ""},
{"images: toutes", ""},
{"tactile: oui", " touch=1"},
{"touch: no", " touch=2"},
{"inactivité: 30", " idle=30"},
{"taille_texte: grande", " text_scale=1"},
{"text_size: large", " text_scale=1"},
{"format_heure: 18h30", " time_format=1"},
{"format_heure: 18 h 30", " time_format=2"},
{"format_heure: \"18\u202Fh\u202F30\"", " time_format=2"},
{"format_heure: 18:30", " time_format=3"},
{"horloge: fiable", " clock=1"},
{"clock: trusted", " clock=1"},
{"thème: papier", " colours=1"},
{"couleurs: Forêt", " colours=4"},
{"theme: contraste nuit", " colours=6"},
{"theme: contrast-night", " colours=6"},

{"theme: programme", ""},
{"images: safe", " pictures=1"},
{"reçu sur clé: oui", " receipt_on_stick=1"},
{"code: 0412", " pin=0412"},
{"coin: haut-gauche", ""},
{"coin: en bas à droite", " corner=3"},
{"corner: top-right", " corner=1"},
{"régler horloge: date -s \"$1\"", " set_clock=date -s \"$1\""},
{"redémarrer: reboot", " restart=reboot"},
{"éteindre: halt -p", " switch_off=halt -p"},
{"clé de confiance: RWQ", " trusted_key=RWQ"},
};

static const struct row WRONG[] = {
{"rotation: 45", " not-a-choice[rotation|45]"},
{"rotation: -90", " not-a-number[rotation|-90]"},
{"rotation: portrait", " not-a-number[rotation|portrait]"},
{"secondes: 1", " not-a-number[secondes|1]"},
{"secondes: 601", " not-a-number[secondes|601]"},
{"secondes: nan", " not-a-number[secondes|nan]"},
{"secondes: inf", " not-a-number[secondes|inf]"},
{"secondes: 12 minutes", " not-a-number[secondes|12 minutes]"},
{"diagonale: 1e9", " not-a-number[diagonale|1e9]"},
{"code: ouvre-toi", " pin=ouvre-toi not-a-number[code|ouvre-toi]"},
{"theme: rose", " not-a-choice[theme|rose]"},
{"coin: milieu", " not-a-choice[coin|milieu]"},
{"transition: cube", " not-a-choice[transition|cube]"},
{"usb: peut-être", " not-a-yes[usb|peut-être]"},
{"lieu: [a, b]", " not-a-text[lieu]"},
{"lieux: La Hune", " key-unknown[lieux|lieu]"},
{"lieu: A\nvenue: B", " venue=A key-twice[venue]"},
{"- lieu: A", " not-a-map[the settings" DIAG_PARTED_BY "les réglages]"},
{"", " file-empty[]"},
{"secondes: 12\nrotation: 45\nlieu: A", " venue=A seconds=12 not-a-choice[rotation|45]"},
};
// clang-format on

static void settings_are_read_under_all_their_names(void **state)
{
    (void)state;
    check(RIGHT, COUNT(RIGHT));
}

static void wrong_setting_keeps_its_default_and_is_told(void **state)
{
    (void)state;
    check(WRONG, COUNT(WRONG));
}

static void missing_file_gives_the_defaults_and_a_fault(void **state)
{
    (void)state;
    struct diag_list *diags = diag_list_new();
    struct settings *settings =
        settings_load("/nowhere/screen.yaml", NULL, diags);
    char *text = described(settings);
    assert_string_equal(text, "");
    assert_int_equal(diag_at(diags, 0)->fault, FAULT_FILE_UNREADABLE);
    free(text);
    settings_free(settings);
    diag_list_free(diags);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(settings_have_defaults),
        cmocka_unit_test(settings_are_read_under_all_their_names),
        cmocka_unit_test(wrong_setting_keeps_its_default_and_is_told),
        cmocka_unit_test(missing_file_gives_the_defaults_and_a_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
