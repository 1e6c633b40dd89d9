// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text_buffer.h"
#include "language/language.h"
#include "language/status.h"
#include "programme/programme.h"
#include "programme/read_line.h"
#include "support/test.h"
#include "yaml/document.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct languages *all_languages(void **state)
{
    return *state;
}

// "key=text; …" of a map, "code@line:column" of the faults behind a '|'.
static char *told(const struct node *map, struct diag_list *diags)
{
    struct text_buffer out = {0};
    const struct node *item = map->kind == NODE_MAP ? map->first : NULL;
    for (; item != NULL; item = item->next) {
        text_buffer_printf(&out, "%s%s=%s", item == map->first ? "" : "; ",
                           item->key, node_text(item, "…"));
    }
    const struct diag *diag = diag_at(diags, 0);
    for (size_t i = 1; diag != NULL; i++) {
        text_buffer_printf(&out, "%s%s@%zu:%zu", i > 1 ? " " : "| ",
                           fault_code(diag->fault), diag->place.line,
                           diag->place.column);
        diag = diag_at(diags, i);
    }
    return text_buffer_take(&out);
}

struct row {
    const char *typed, *map;
};

static void assert_rows(void **state, const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct source source = {.arena = arena_new(), .diags = diag_list_new()};
        source.dates.languages = all_languages(state);
        source.dates.year = 2026;
        const struct node *list =
            document_read(source.arena, rows[i].typed, strlen(rows[i].typed),
                          "a.yaml", source.diags);
        char *found = told(line_read(&source, list->first), source.diags);
        assert_string_equal(found, rows[i].map);
        free(found);
        arena_free(source.arena);
        diag_list_free(source.diags);
    }
}

static void a_pasted_line_has_all_its_parts(void **state)
{
    // clang-format off
    static const struct row ROWS[] = {
    {"- 20 janvier 18h30-20h30 : Film Foodcoop à Montpellier, L'île des possibles\n",
     "date=20 janvier 18h30-20h30; title=Foodcoop; kind=film; town=Montpellier; venue=L'île des possibles"},
    {"- 12 février 20h : Film Guérande / + ramène ton apéritif à partager à Nîmes, La Base\n",
     "date=12 février 20h; title=Guérande; kind=film; town=Nîmes; venue=La Base; note=+ ramène ton apéritif à partager"},
    {"- 12 février : Repas + danse à Nîmes\n", "date=12 février; title=Repas; town=Nîmes; note=+ danse"},
    {"- 12 février : Repas à Nîmes, La Base + danse\n", "date=12 février; title=Repas; town=Nîmes; venue=La Base; note=+ danse"},
    {"- 29 janvier : Soirée autour du livre \"Burn out militant\" et rencontre à Montpellier\n",
     "date=29 janvier; title=Soirée autour du livre \"Burn out militant\" et rencontre; kind=soirée; town=Montpellier"},
    {"- 10 avril (heure à venir) : Film Demain l’Usine à Jacou, à la MJC Boby Lapointe\n",
     "date=10 avril (heure à venir); title=Demain l’Usine; kind=film; town=Jacou; venue=à la MJC Boby Lapointe"},
    {"- 3 mars : Film De Paris à Tokyo à L’Isle, au Spot, salle 2\n",
     "date=3 mars; title=De Paris à Tokyo; kind=film; town=L’Isle; venue=au Spot, salle 2"},
    {"- 3 mars : Film prêt à partir\n", "date=3 mars; title=prêt à partir; kind=film"},
    {"- 3 mars : Film à Nîmes\n", "date=3 mars; title=Film; kind=film; town=Nîmes"},
    {"- 3 mars : Film : Foodcoop\n", "date=3 mars; title=Foodcoop; kind=film| quotes@1:12"},
    {"- 3 mars : Filmer la ville\n", "date=3 mars; title=Filmer la ville"},
    {"- 3 mars : Ciné-débat : le lait à Ôrange\n", "date=3 mars; title=Ciné-débat : le lait; kind=ciné-débat; town=Ôrange| quotes@1:12"},
    {"- 3 mars : Atelier en ligne\n", "date=3 mars; title=Atelier; kind=atelier; online=oui"},
    {"- 3 mars : Film X à Évry\u00A0\n", "date=3 mars; title=X; kind=film; town=Évry\u00A0"},
    };
    // clang-format on
    assert_rows(state, ROWS, COUNT(ROWS));
}

static void dates_come_in_many_forms(void **state)
{
    // clang-format off
    static const struct row ROWS[] = {
    {"- courant avril : Film X\n", "date=courant avril; title=X; kind=film"},
    {"- date à venir : Film X\n", "date=date à venir; title=X; kind=film"},
    {"- avril : Film X\n", "date=avril; title=X; kind=film"},
    {"- [Annulé] 3 mars : Film X\n", "date=(Annulé) 3 mars; title=X; kind=film| quotes@1:3"},
    {"- mardi 20 janvier – Concert : Le retour à Bram\n", "date=mardi 20 janvier; title=Concert : Le retour; kind=concert; town=Bram"},
    {"- 32 janvier : Film X\n", "date=32 janvier; title=X; kind=film"},
    {"- 3 mars : Film X\n  prix: libre\n", "date=3 mars; title=X; kind=film; prix=libre"},
    };
    // clang-format on
    assert_rows(state, ROWS, COUNT(ROWS));
}

static void other_entries_stay_as_they_are(void **state)
{
    // clang-format off
    static const struct row ROWS[] = {
    {"- date: 3 mars\n  titre: X\n", "date=3 mars; titre=X"},
    {"- titre: X\n", "titre=X"},
    {"- date de fin: 3 mars\n  titre: X\n", "date de fin=3 mars; titre=X"},
    {"- {3 mars: [X]}\n", "3 mars=…"},
    {"- Bonjour : Film X\n", "Bonjour=Film X"},
    {"- Film X\n", ""},
    {"- 3 mars\n", ""},
    };
    // clang-format on
    assert_rows(state, ROWS, COUNT(ROWS));
}

static void a_line_without_its_colon_is_understood(void **state)
{
    // clang-format off
    static const struct row ROWS[] = {
    {"- 20 janvier 18h30 Film Foodcoop à Bram\n", "date=20 janvier 18h30; title=Foodcoop; kind=film; town=Bram| line-no-colon@1:3"},
    {"- 20 janvier 18h30:Film Foodcoop à Bram\n", "date=20 janvier 18h30; title=Foodcoop; kind=film; town=Bram| line-no-colon@1:3"},
    {"- 20 janvier 18:30 – Atelier\n", "date=20 janvier 18:30; title=Atelier; kind=atelier| line-no-colon@1:3"},
    };
    // clang-format on
    assert_rows(state, ROWS, COUNT(ROWS));
}

static void the_fault_shows_the_line_with_its_colon(void **state)
{
    static const char TYPED[] = "- 20 janvier 18h30, Film X à Bram\n";
    struct source source = {.arena = arena_new(), .diags = diag_list_new()};
    source.dates.languages = all_languages(state);
    source.dates.year = 2026;
    const struct node *list = document_read(source.arena, TYPED, strlen(TYPED),
                                            "a.yaml", source.diags);
    line_read(&source, list->first);
    assert_string_equal(diag_at(source.diags, 0)->arguments[1],
                        "- 20 janvier 18h30 : Film X à Bram");
    arena_free(source.arena);
    diag_list_free(source.diags);
}

static void every_part_knows_its_place(void **state)
{
    static const char TYPED[] = "- 3 mars : Film Été à Bram, Là\n";
    struct source source = {.arena = arena_new(), .diags = diag_list_new()};
    source.dates.languages = all_languages(state);
    source.dates.year = 2026;
    const struct node *list = document_read(source.arena, TYPED, strlen(TYPED),
                                            "a.yaml", source.diags);
    const struct node *map = line_read(&source, list->first);
    assert_int_equal(map->place.column, 3);
    assert_int_equal(node_get(map, "date")->place.column, 3);
    assert_int_equal(node_get(map, "title")->place.column, 17);
    assert_int_equal(node_get(map, "town")->place.column, 23);
    assert_int_equal(node_get(map, "venue")->place.column, 29);
    arena_free(source.arena);
    diag_list_free(source.diags);
}

static void assert_same_words(const struct wording *a, const struct wording *b)
{
    assert_string_equal(wording_in(a, ""), wording_in(b, ""));
}

static void assert_same_when(const struct event *a, const struct event *b)
{
    assert_int_equal(a->begins, b->begins);
    assert_int_equal(a->over, b->over);
    assert_int_equal(a->when.start_minute, b->when.start_minute);
    assert_int_equal(a->when.end_minute, b->when.end_minute);
    assert_int_equal(a->when.time_to_come, b->when.time_to_come);
    assert_int_equal(a->status, b->status);
}

// What the list says in other words than the long form does: event 2 names
// the speaker in its title, 9 keeps "à la" of its venue, 10 has the note of
// the long form in its title.
static void the_pasted_list_gives_the_same_agenda(void **state)
{
    static const char *const TITLES[12] = {
        [2] = "Soirée autour du livre \"Burn out militant\" et rencontre de "
              "l’autrice Hélène Balazard",
        [10] = "Los Motivos de la Selva et expo photos"};
    struct date today = {2026, 1, 17};
    struct diag_list *diags = diag_list_new();
    struct programme *pasted =
        programme_load(KIOSK_TESTS_DIR "/programmes/good/rapide",
                       all_languages(state), today, diags);
    struct programme *written =
        programme_load(KIOSK_PROGRAMME_DIR, all_languages(state), today, NULL);
    assert_null(diag_at(diags, 0));
    assert_int_equal(pasted->event_count, 12);
    assert_int_equal(written->event_count, 12);
    for (size_t i = 0; i < 12; i++) {
        const struct event *a = &pasted->events[i], *b = &written->events[i];
        assert_same_when(a, b);
        assert_same_words(&a->kind, &b->kind);
        assert_same_words(&a->town, &b->town);
        assert_string_equal(wording_in(&a->title, ""),
                            TITLES[i] != NULL ? TITLES[i]
                                              : wording_in(&b->title, ""));
        assert_string_equal(wording_in(&a->venue, ""),
                            i == 9 ? "à la MJC Boby Lapointe"
                                   : wording_in(&b->venue, ""));
        assert_string_equal(wording_in(&a->note, ""),
                            i == 10 ? "" : wording_in(&b->note, ""));
    }
    programme_free(pasted);
    programme_free(written);
    diag_list_free(diags);
}

static int load_languages(void **state)
{
    *state = languages_new(KIOSK_ASSETS_DIR "/languages", NULL);
    return *state != NULL ? 0 : -1;
}

static int free_languages(void **state)
{
    languages_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pasted_line_has_all_its_parts),
        cmocka_unit_test(dates_come_in_many_forms),
        cmocka_unit_test(other_entries_stay_as_they_are),
        cmocka_unit_test(a_line_without_its_colon_is_understood),
        cmocka_unit_test(the_fault_shows_the_line_with_its_colon),
        cmocka_unit_test(every_part_knows_its_place),
        cmocka_unit_test(the_pasted_list_gives_the_same_agenda),
    };
    return cmocka_run_group_tests(tests, load_languages, free_languages);
}
