// SPDX-License-Identifier: MIT
#include "programme/read_page.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "programme/page_text.h"
#include "support/programmes.h"
#include "yaml/document.h"

static void add_node(const struct node *node, struct text_buffer *out)
{
    if (node->kind == NODE_TEXT) {
        text_buffer_add(out, node->text);
        return;
    }
    bool map = node->kind == NODE_MAP;
    text_buffer_add(out, map ? "{" : "[");
    for (const struct node *item = node->first; item != NULL;
         item = item->next) {
        text_buffer_add(out, item != node->first ? ", " : "");
        if (map) {
            text_buffer_printf(out, "%s=", item->key);
        }
        add_node(item, out);
    }
    text_buffer_add(out, map ? "}" : "]");
}

// A page, one of its keys, and what the tree has there; "" for nothing.
struct row {
    const char *page, *key, *value;
};

static void assert_rows(const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct arena *arena = arena_new();
        const struct node *root =
            page_parse(arena, rows[i].page, strlen(rows[i].page), "a.md", NULL);
        const struct node *value = node_get(root, rows[i].key);
        struct text_buffer found = {0};
        if (value != NULL) {
            add_node(value, &found);
        }
        assert_string_equal(text_buffer_text(&found), rows[i].value);
        text_buffer_release(&found);
        arena_free(arena);
    }
}

static void markup_becomes_plain_text(void **state)
{
    (void)state;
    static const struct {
        const char *markup, *plain;
    } ROWS[] = {
        {"Et en **2026** on *continue* !",                                      "Et en 2026 on continue !"  },
        {"a_b et __gras__ et _em_ et 5 * 3",                                    "a_b et gras et em et 5 * 3"},
        {"~~non~~ `code`",                                                      "non code"                  },
        {"🎬🍿 En 2026",                                                    "En 2026"                   },
        {"👩‍🌾 ❤️ 1️⃣ fin",                                      "1 fin"                     },
        {"le hashtag#RegardsCoopératif de [Tënk .fr](https://a.fr/b_(c)) !",
         "le RegardsCoopératif de Tënk .fr !"                                                             },
        {"#Coop n°1 #2026",                                                    "Coop n°1 #2026"           },
        {"un <b>film</b><br/>rare &amp; beau&nbsp;: &laquo;&#8239;A&#x202F;»",
         "un film rare & beau\u00A0: «\u202FA\u202F»"                                                     },
        {"a < b et c > d",                                                      "a < b et c > d"            },
        {"![Le logo]({% link images/a.png %})",                                 ""                          },
        {"<a href=\"https://a.fr\" class='bouton'>Instagram</a>",               ""                          },
        {"[ici](https://a.fr){: .bouton} là",                                  "là"                       },
        {"voir <a href='b'>la **page**</a>",                                    "voir la page"              },
        {"<https://a.fr/b>",                                                    "https://a.fr/b"            },
        {"{% include a.html %}texte{: .classe}",                                "texte"                     },
        {"\\*pas\\* gras",                                                      "*pas* gras"                },
        {"deux  espaces\net\tlignes ",                                          "deux espaces et lignes"    },
        {"[pas un lien] (vraiment)",                                            "[pas un lien] (vraiment)"  },
        {"[ouvert](jamais fermé",                                              "[ouvert](jamais fermé"    },
    };
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        char *plain = page_text_plain(ROWS[i].markup);
        assert_string_equal(plain, ROWS[i].plain);
        free(plain);
    }
}

static void the_list_under_programme_is_the_events(void **state)
{
    (void)state;
    // clang-format off
    static const struct row ROWS[] = {
    {"## Le Programme\n- 20 janvier 18h30 : Film A à B, C\n", "events", "[{20 janvier 18h30=Film A à B, C}]"},
    {"# AGENDA 2026\n* **20 janvier** : [A](b)\n\n* 21 janvier : B\n", "events", "[{20 janvier=A}, {21 janvier=B}]"},
    {"Programme\n---------\n1. 20/01 18:30 : A\n2) 21/01: B\n", "events", "[{20/01 18:30=A}, {21/01=B}]"},
    {"## Programme :\n\u2022\u00A020 janvier 18h\u00A0:\u00A0A\n", "events", "[{20 janvier 18h=A}]"},
    {"## Programme\n- 20 janvier\n  18h30 : A\n  à B\n", "events", "[{20 janvier 18h30=A à B}]"},
    {"## Programme\n- une soirée sans date\n", "events", "[une soirée sans date]"},
    {"## Programmes & co\nTexte.\n- 1er mars : A\n## Autre\n- 2 mars : B\n", "events", "[{1er mars=A}]"},
    // Months as headings of their own; what is no date below them is not.
    {"# Programme\n## Janvier\n- 20 janvier : A\n## Février\n- 2 février : B\n## Nous\n- un\n- deux\n", "events", "[{20 janvier=A}, {2 février=B}]"},
    // A heading that says so without a list is passed over.
    {"# Le programme de l'année\nTexte.\n# Suite\n- un\n### Programme\n- 2 mars : A\n", "events", "[{2 mars=A}]"},
    // Without such a heading, lists of dates.
    {"# Soirées\n- un\n- deux\n\n## Janvier\n- 20 janvier 18:30 : A\n- 21 janvier : B\n- on verra\n", "events", "[{20 janvier 18:30=A}, {21 janvier=B}, on verra]"},
    {"# Soirées\n- un\n- deux\n", "events", ""},
    {"```\n## Programme\n- 1 mars : A\n```\n<!--\n- 2 mars : B\n-->\n", "events", ""},
    {"#Programme\n- un point\n", "events", ""}, // a hashtag
    {"", "events", ""},
    };
    // clang-format on
    assert_rows(ROWS, COUNT(ROWS));
}

static void titles_and_intro_are_those_of_the_series(void **state)
{
    (void)state;
#define FRONT(title) "---\ntitle: \"" title "\"\norder: 0\n---\n"
#define LIST         "### Programme\n- 1 mars : A\n"
    // clang-format off
    static const struct row ROWS[] = {
    {FRONT("Accueil") "# Le collectif\n## Les soirées\n" LIST, "title", "Le collectif"},
    {FRONT("Accueil") "# Le collectif\n## Les soirées\n" LIST, "subtitle", "Les soirées"},
    {FRONT("Accueil") "## Nous\n## Les soirées 🎬\n" LIST, "title", "Les soirées"},
    {FRONT("Nos soirées") LIST, "title", "Nos soirées"},
    {FRONT("Accueil") LIST, "title", "Programme"},
    {"# Programme\n- 1 mars : A\n", "title", "Programme"},
    {FRONT("Nos soirées") "# Programme\n- 1 mars : A\n", "title", "Nos soirées"},
    {"---\nrien\n", "title", ""},
    {"## S\nUn **texte**\nsuivi.\n\nDeux.\n\n<a class=\"bouton\" href=\"b\">B</a>\n\n" LIST, "intro", "Un texte suivi.\nDeux."},
    {"## Avant\nAutre.\n## S\n" LIST "Après.\n", "intro", ""},
    {"## S\n### Programme\nEntrée libre.\n- 1 mars : A\n", "intro", "Entrée libre."},
    };
    // clang-format on
    assert_rows(ROWS, COUNT(ROWS));
#undef LIST
#undef FRONT
}

static void the_year_is_the_nearest_before_the_list(void **state)
{
    (void)state;
#define LIST "### Programme\n- 1 mars : A\n"
    // clang-format off
    static const struct row ROWS[] = {
    {"Depuis 2015.\n\nEn **2026** on continue !\n\n" LIST "En 2027 aussi.\n", "year", "2026"},
    {"## Saison 2026-2027\n" LIST, "year", "2026-2027"},
    {"---\nannee: 2025\n---\nEn 2026\n" LIST, "year", "2025"},
    {"---\nsaison: 2025-2026\n---\nEn 2026\n" LIST, "year", ""},
    {"---\ndate: 2025-12-15 10:00:00 +0100\n---\nEn 2026\n" LIST, "year", "2026"},
    {"---\ndate: 2025-12-15 10:00:00 +0100\n---\nEn 2026\n" LIST, "updated", ""},
    {"---\ndate: 2025-12-15 10:00:00 +0100\n---\n" LIST, "updated", "2025-12-15"},
    {"Le 20/01/2026, 20260, n°2026_3, 1999, [a](b/2026/c)\n" LIST, "year", ""},
    {LIST, "year", ""},
    };
    // clang-format on
    assert_rows(ROWS, COUNT(ROWS));
#undef LIST
}

static void buttons_pictures_and_addresses_are_found(void **state)
{
    (void)state;
    // clang-format off
    static const struct row ROWS[] = {
    {"<a href=\"https://a.fr/?x=1&amp;y=2\" class=\"bouton\">Instagram</a>", "links", "{Instagram=https://a.fr/?x=1&y=2}"},
    {"<a class='btn petit' href='https://a.fr'>A</a> [B](https://b.fr){: .bouton}", "links", "{A=https://a.fr, B=https://b.fr}"},
    {"<a href=\"https://a.fr\">A</a> [B](https://b.fr)", "links", ""},
    {"<a href=\"https://a.fr\" class=\"bouton\">Je m'inscris</a>", "register", "https://a.fr"},
    {"[Réserver](https://a.fr){: .bouton}\n[S'inscrire](https://b.fr){: .bouton}", "register", "https://a.fr"},
    {"[Réserver](https://a.fr){: .bouton}\n[S'inscrire](https://b.fr){: .bouton}", "links", "{S'inscrire=https://b.fr}"},
    {"Écrivez à <b>nous.deux@riseup.net</b>.", "contact", "nous.deux@riseup.net"},
    {"[mail](mailto:a-b@c.org)", "contact", "a-b@c.org"},
    {"@moi a@b c@", "contact", ""},
    {"![Affiche]({% link images/AFFICHE.png %})", "poster", "AFFICHE.png"},
    {"![x]({{ \"/img/Affiche%202026.png\" | relative_url }} \"Titre\")", "poster", "Affiche 2026.png"},
    {"![x]({{ site.baseurl }}/img/poster.jpg)", "poster", "poster.jpg"},
    {"<img src=\"https://a.fr/b/affiche.png?v=2\" alt=\"\">", "poster", "affiche.png"},
    {"![Le logo]({% link images/Logo allongé_12.png %})", "logo", "Logo allongé_12.png"},
    {"![Photo](a.jpg)", "poster", ""},
    {"![affiche]({%})", "poster", "{%}"},
    {"![affiche]({{}})", "poster", ""},
    {"![affiche]({% %})", "poster", ""},
    };
    // clang-format on
    assert_rows(ROWS, COUNT(ROWS));
}

static void other_short_lists_become_pages(void **state)
{
    (void)state;
    // clang-format off
    static const struct row ROWS[] = {
    {"## Nous sommes :\nVraiment.\n- *un*\n- deux\n## P\n- 1\n", "pages", "[{title=Nous sommes, text=Vraiment., points=[un, deux]}, {title=P, points=[1]}]"},
    {"## A\n- 1\n- 2\n- 3\n- 4\n- 5\n- 6\n- 7\n- 8\n- 9\n", "pages", ""},
    {"## Programme\n- 1 mars : A\n", "pages", ""},
    {"- seul\n", "pages", "[{points=[seul]}]"},
    };
    // clang-format on
    assert_rows(ROWS, COUNT(ROWS));
}

static void a_folder_with_a_page_is_a_programme(void **state)
{
    (void)state;
    static const char *const NAMES[] = {"programme.md", "Programme.MD",
                                        "accueil.md"};
    for (size_t i = 0; i < COUNT(NAMES); i++) {
        char *folder = folder_make();
        folder_write(folder, NAMES[i],
                     "# S 2026\n## Programme\n- 1 mars : A\n");
        folder_write(folder, "README.md", "# Lisez-moi\n");
        struct sample sample = sample_in(folder);
        assert_non_null(sample.programme);
        assert_int_equal(sample.programme->event_count, 1);
        assert_string_equal(sample.programme->events[0].place.path, NAMES[i]);
        sample_release(&sample);
    }
}

static void yaml_goes_before_a_page(void **state)
{
    (void)state;
    char *folder = folder_make();
    folder_write(folder, "programme.md",
                 "# Page\n## Programme\n- 1 mars : A\n");
    folder_write(folder, "programme/programme.yaml",
                 "titre: YAML\nannee: 2026\nsoirees:\n  - 2 mars : B à C\n");
    struct sample sample = sample_in(folder);
    assert_string_equal(sample.programme->title.text, "YAML");
    sample_release(&sample);
}

static void faults_have_their_places_in_the_page(void **state)
{
    (void)state;
    char *folder = folder_make();
    folder_write(folder, "programme.md",
                 "---\ntitle: Accueil\nannee: deux mille\n---\n\n"
                 "Voici ![une affiche](manque.png)\n\n## Programme\n\n"
                 "  * 30 février 2026 : A à B\n");
    struct sample sample = sample_in(folder);
    static const struct {
        const char *code;
        size_t line, column;
    } WANTED[] = {
        {"year-unknown",    3,  8},
        {"picture-missing", 6,  7},
        {"date-not-real",   10, 5},
    };
    for (size_t i = 0; i < COUNT(WANTED); i++) {
        const struct diag *diag = diag_at(sample.diags, i);
        assert_non_null(diag);
        assert_string_equal(fault_code(diag->fault), WANTED[i].code);
        assert_string_equal(diag->place.path, "programme.md");
        assert_int_equal(diag->place.line, WANTED[i].line);
        assert_int_equal(diag->place.column, WANTED[i].column);
    }
    sample_release(&sample);
}

static void a_page_without_a_list_says_so(void **state)
{
    (void)state;
    struct diag_list *diags = diag_list_new();
    struct arena *arena = arena_new();
    const struct node *root =
        page_load(arena, KIOSK_TESTS_DIR "/pages/accueil-2025.md",
                  "accueil-2025.md", diags);
    assert_string_equal(node_text(node_get(root, "title"), ""),
                        "La méridionale des coopératives");
    assert_string_equal(node_text(node_get(root, "poster"), ""),
                        "affiche_pages-to-jpg-0001.jpg");
    assert_int_equal(node_get(root, "pages")->count, 4);
    assert_int_equal(diag_count(diags, FAULT_ERROR), 1);
    assert_int_equal(diag_at(diags, 0)->fault, FAULT_PAGE_NO_LIST);
    arena_free(arena);
    diag_list_free(diags);
}

static struct sample page_sample(const char *name)
{
    char *path = path_join(KIOSK_TESTS_DIR "/pages", name);
    struct arena *arena = arena_new();
    size_t length = 0;
    char *bytes = document_bytes(path, name, NULL, &length);
    assert_non_null(bytes);
    bytes[length] = '\0';
    char *folder = folder_make();
    folder_write(folder, "programme.md", bytes);
    free(bytes);
    free(path);
    arena_free(arena);
    return sample_in(folder);
}

static void the_real_page_is_the_sample_programme(void **state)
{
    (void)state;
    struct sample page = page_sample("accueil-2026.md");
    struct sample yaml = sample_in(xstrdup(KIOSK_PROGRAMME_DIR));
    assert_int_equal(page.programme->event_count, 12);
    assert_int_equal(yaml.programme->event_count, 12);
    for (size_t i = 0; i < 12; i++) {
        const struct event *a = &page.programme->events[i];
        const struct event *b = &yaml.programme->events[i];
        assert_int_equal(a->begins, b->begins);
        assert_int_equal(a->over, b->over);
        assert_int_equal(a->status, b->status);
        assert_int_equal(a->when.time_to_come, b->when.time_to_come);
        assert_string_equal(a->town.text, b->town.text);
    }
    // The sample's folder is not the test's to remove.
    free(yaml.folder);
    yaml.folder = folder_make();
    sample_release(&yaml);
    sample_release(&page);
}

static void the_real_page_has_more_than_events(void **state)
{
    (void)state;
    struct sample sample = page_sample("accueil-2026.md");
    const struct programme *programme = sample.programme;
    assert_string_equal(programme->title.text,
                        "Les soirées cOOps et cie - Regars Coopératifs");
    static const char INTRO[] = "En 2026, on vous propose des rencontres";
    assert_memory_equal(programme->intro.text, INTRO, sizeof INTRO - 1);
    assert_string_equal(programme->contact.shown,
                        "meridionale-des-cooperatives@riseup.net");
    assert_string_equal(programme->registration.shown, "helloasso.com");
    assert_int_equal(programme->link_count, 3);
    assert_string_equal(programme->links[1].label.text, "Facebook");
    assert_string_equal(programme->links[1].link.payload,
                        "https://www.facebook.com/events/1409866773608032/");
    assert_string_equal(programme->logo.name, "Logo allongé_12.png");
    assert_string_equal(programme->poster.name, "AFFICHE.png");
    assert_int_equal(programme->page_count, 1);
    assert_string_equal(programme->pages[0].title.text,
                        "Le collectif est ouvert à");
    assert_int_equal(programme->pages[0].points.count, 5);
    // The two pictures are not there; nothing else is wrong.
    assert_int_equal(diag_count(sample.diags, FAULT_ERROR), 2);
    assert_int_equal(diag_count(sample.diags, FAULT_WARNING), 0);
    sample_release(&sample);
}

static void every_beginning_of_the_real_page_is_read(void **state)
{
    (void)state;
    size_t length = 0;
    char *bytes = document_bytes(KIOSK_TESTS_DIR "/pages/accueil-2026.md",
                                 "a.md", NULL, &length);
    for (size_t i = 0; i <= length; i += 7) {
        struct arena *arena = arena_new();
        assert_non_null(page_parse(arena, bytes, i, "a.md", NULL));
        arena_free(arena);
    }
    free(bytes);
}

// What costs more than its length would hang the screen.
static void hostile_pages_end_soon(void **state)
{
    (void)state;
    static const char *const PATTERNS[] = {
        "[", "![",   "[[](", "<a ", "<a href=\"", "<!--",      "{%",
        "*", "_",    "&#",   "- ",  "# ",         "`",         "\\",
        "@", "a@b.", "{{",   "<",   ">",          "- 1 : a\n",
    };
    char *bytes = xcalloc(1, PAGE_BYTES_MAX + 2);
    for (size_t i = 0; i < COUNT(PATTERNS); i++) {
        size_t step = strlen(PATTERNS[i]), length = 0;
        while (length + step <= PAGE_BYTES_MAX / 4) {
            memcpy(bytes + length, PATTERNS[i], step);
            length += step;
        }
        struct arena *arena = arena_new();
        assert_non_null(page_parse(arena, bytes, length, "a.md", NULL));
        arena_free(arena);
    }
    struct diag_list *diags = diag_list_new();
    struct arena *arena = arena_new();
    assert_null(page_parse(arena, bytes, PAGE_BYTES_MAX + 1, "a.md", diags));
    assert_int_equal(diag_at(diags, 0)->fault, FAULT_FILE_TOO_LARGE);
    arena_free(arena);
    diag_list_free(diags);
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markup_becomes_plain_text),
        cmocka_unit_test(the_list_under_programme_is_the_events),
        cmocka_unit_test(titles_and_intro_are_those_of_the_series),
        cmocka_unit_test(the_year_is_the_nearest_before_the_list),
        cmocka_unit_test(buttons_pictures_and_addresses_are_found),
        cmocka_unit_test(other_short_lists_become_pages),
        cmocka_unit_test(a_folder_with_a_page_is_a_programme),
        cmocka_unit_test(yaml_goes_before_a_page),
        cmocka_unit_test(faults_have_their_places_in_the_page),
        cmocka_unit_test(a_page_without_a_list_says_so),
        cmocka_unit_test(the_real_page_is_the_sample_programme),
        cmocka_unit_test(the_real_page_has_more_than_events),
        cmocka_unit_test(every_beginning_of_the_real_page_is_read),
        cmocka_unit_test(hostile_pages_end_soon),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
