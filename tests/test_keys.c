// SPDX-License-Identifier: MIT
#include "programme/keys.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text_buffer.h"
#include "support/test.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

enum {
    KEY_TITLE,
    KEY_VENUE,
    KEY_END,
    KEY_COUNT
};
static const char *const NAMES[] = {
    [KEY_TITLE] = "title titre",
    [KEY_VENUE] = "venue ou chez",
    [KEY_END] = "enddate datedefin jusquau",
};

// A map, and what is read in it: "index=value", "index.language=value", then
// the faults as "code[key|nearest]".
struct row {
    const char *yaml, *expected;
};

static const struct row ROWS[] = {
    {"title: a",                         "0=a"                        },
    {"Titre: a\nOù: b\nDate de fin: c", "0=a 1=b 2=c"                },
    {"TITRE: a",                         "0=a"                        },
    {"ti-tre: a",                        "0=a"                        },
    {"_titre_: a",                       "0=a"                        },
    {"\"jusqu’au\": c",                "2=c"                        },
    {"jusqu'au: c",                      "2=c"                        },
    {"date_de_fin: c",                   "2=c"                        },
    {"titre: a\ntitle: b",               "0=a key-twice[title]"       },
    {"titre: a\nTitre : b",              "0=a key-twice[Titre]"       },
    {"titre: a\ntitre_oc: b",            "0=a 0.oc=b"                 },
    {"titre_oc: b\ntitre_en: c",         "0.oc=b 0.en=c"              },
    {"Titre-OC: b",                      "0.oc=b"                     },
    {"titre_oc: a\ntitle_oc: b",         "0.oc=a key-twice[title_oc]" },
    {"title_zz: b",                      "key-unknown[title_zz|title]"},
    {"titre_du: b",                      "key-unknown[titre_du|titre]"},
    {"tirte: a",                         "key-unknown[tirte|titre]"   },
    {"titr: a",                          "key-unknown[titr|titre]"    },
    {"chaz: a",                          "key-unknown[chaz|chez]"     },
    {"couleur: a",                       "key-unknown[couleur]"       },
    {"x: a",                             "key-unknown[x]"             },
    {"🎬: a",                          "key-unknown[🎬]"          },
    {"\"\": a",                          "key-unknown[]"              },
    {"[a, b]",                           "not-a-map[a thing]"         },
    {"juste un texte",                   "not-a-map[a thing]"         },
};

static void add_value(struct text_buffer *out, const struct node *node,
                      size_t index, const char *language)
{
    text_buffer_printf(out, "%s%zu%s%s=%s", out->length > 0 ? " " : "", index,
                       language[0] != '\0' ? "." : "", language,
                       node_text(node, "?"));
}

static void add_field(struct text_buffer *out, const struct field *field,
                      size_t index)
{
    if (field->node != NULL) {
        add_value(out, field->node, index, "");
    }
    for (size_t i = 0; i < field->translation_count; i++) {
        add_value(out, field->translations[i].node, index,
                  field->translations[i].language);
    }
}

static void add_faults(struct text_buffer *out, struct diag_list *diags)
{
    const struct diag *diag = NULL;
    for (size_t i = 0; (diag = diag_at(diags, i)) != NULL; i++) {
        bool second = diag->arguments[1] != NULL;
        text_buffer_printf(out, "%s%s[%s%s%s]", out->length > 0 ? " " : "",
                           fault_code(diag->fault), diag->arguments[0],
                           second ? "|" : "", second ? diag->arguments[1] : "");
    }
}

static void check_row(const struct row *row)
{
    struct arena *arena = arena_new();
    struct diag_list *diags = diag_list_new();
    struct text_buffer out = {0};
    struct field fields[KEY_COUNT];
    const struct node *map =
        document_read(arena, row->yaml, strlen(row->yaml), "x.yaml", diags);
    assert_non_null(map);
    keys_read(map, (struct key_table){NAMES, KEY_COUNT}, "a thing", diags,
              fields);
    for (size_t i = 0; i < KEY_COUNT; i++) {
        add_field(&out, &fields[i], i);
    }
    add_faults(&out, diags);
    if (strcmp(text_buffer_text(&out), row->expected) != 0) {
        fail_msg("'%s' is read as '%s'", row->yaml, text_buffer_text(&out));
    }
    text_buffer_release(&out);
    diag_list_free(diags);
    arena_free(arena);
}

static void key_is_found_whatever_its_spelling(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        check_row(&ROWS[i]);
    }
}

static void no_map_has_no_values(void **state)
{
    (void)state;
    struct field fields[KEY_COUNT];
    memset(fields, 0xFF, sizeof fields);
    keys_read(NULL, (struct key_table){NAMES, KEY_COUNT}, "a thing", NULL,
              fields);
    for (size_t i = 0; i < KEY_COUNT; i++) {
        assert_null(fields[i].node);
        assert_int_equal(fields[i].translation_count, 0);
    }
}

static void key_loses_accents_case_and_signs(void **state)
{
    (void)state;
    static const struct row KEYS[] = {
        {"Où",         "ou"       },
        {"date de fin", "datedefin"},
        {"À-LA_UNE",   "alaune"   },
        {"jusqu’au",  "jusquau"  },
        {"e\u0301tat",  "etat"     },
    };
    for (size_t i = 0; i < COUNT(KEYS); i++) {
        char *folded = key_fold(KEYS[i].yaml);
        assert_string_equal(folded, KEYS[i].expected);
        free(folded);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(key_is_found_whatever_its_spelling),
        cmocka_unit_test(no_map_has_no_values),
        cmocka_unit_test(key_loses_accents_case_and_signs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
