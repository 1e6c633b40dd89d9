// SPDX-License-Identifier: MIT
#include "programme/read_event.h"

#include "support/events.h"
#include "support/test.h"

// clang-format off
static const struct event_row NAMES_OF_KEYS[] = {
{"title: A, date: 1er mars", "title=A", ""},
{"quoi: A, titre_oc: B", "title=A oc=B", ""},
{"nom: A, quand: 1er mars, titre_en: C", "title=A en=C", ""},
{"film: Foodcoop", "title=Foodcoop kind=film", ""},
{"film: Foodcoop, genre: ciné-débat", "title=Foodcoop kind=ciné-débat", ""},
{"film: Foodcoop, titre: T", "subtitle=Foodcoop kind=film", ""},
{"film: A, titre: T, sous_titre: b, genre: débat", "subtitle=b kind=débat", ""},
{"titre: T, sous_titre: a", "subtitle=a", ""},
{"genre: film", "kind=film", ""},
{"type: film", "kind=film", ""},
{"catégorie: film", "kind=film", ""},
{"commune: a, date: 1er mars", "town=a", ""},
{"chez: a", "venue=a", ""},
{"Où: a", "venue=a", ""},
{"salle: a", "venue=a", ""},
{"adresse: a", "address=a", ""},
{"remarque: a", "note=a", ""},
{"plus: + ramène ton apéritif", "note=+ ramène ton apéritif", ""},
{"apporter: a", "note=a", ""},
{"accroche: a", "summary=a", ""},
{"résumé: a", "summary=a", ""},
{"détails: a", "text=a", ""},
{"public: a, age: b", "audience=a age=b", ""},
{"pour qui: a", "audience=a", ""},
{"tarif: 5 €", "price=5 €", ""},
{"gratuit: oui", "free", ""},
{"jauge: 40", "capacity=40", ""},
{"vo: anglais", "spoken=anglais", ""},
{"cycle: a", "series=a", ""},
{"ouverture: 19h30", "doors=19h30", ""},
{"alt: a, crédit: b", "alt=a credit=b", ""},
{"à la une: oui", "featured", ""},
{"bandeau: oui", "banner", ""},
{"id: a-1", "id=a-1", ""},
{"billetterie: https://a.fr/x", "register=https://a.fr/x", ""},
{"réserver: a@b.fr", "register=mailto:a@b.fr", ""},
{"inscriptions: au comptoir", "register-text=au comptoir", ""},
};

static const struct event_row LISTS[] = {
{"avec: [a, b]", "with=a|b", ""},
{"avec: a ; b;c;", "with=a|b|c", ""},
{"avec: \"Hélène Balazard, autrice\"", "with=Hélène Balazard, autrice", ""},
{"avec: [[a], b]", "with=b", "not-a-text[-]"},
{"avec: {x: a}", "", "not-a-text[avec]"},
{"intervenants: a, mots_clés: b;c, partenaires: [d]", "with=a partners=d tags=b|c", ""},
{"par: [a, b]", "organisers=a|b", ""},
{"organisé par: a", "organisers=a", ""},
{"accès pmr: oui", "access=1", ""},
{"accessibilité: [pmr, lsf]", "access=3", ""},
{"access: \"fauteuil, boucle magnétique, falc\"", "access=11", ""},
{"access: audiodescription; pi", "access=20", ""},
{"access: escaliers", "", "not-a-choice[access|escaliers]"},
{"accès pmr: non", "", ""},
};

static const struct event_row LANGUAGES[] = {
{"titre: {fr: A, oc: B}", "title=A fr=A oc=B", ""},
{"titre: {oc: B, fr: A}", "title=A oc=B fr=A", ""},
{"titre: {oc: B, en: C}", "title=B oc=B en=C", ""},
{"titre: {FR: A, OC: B}", "title=A fr=A oc=B", ""},
{"titre: {fr: A, oc: }", "title=A fr=A", ""},
{"titre: A, titre_oc: ", "title=A", ""},
{"titre_fr: A", "title=A fr=A", ""},
{"titre_oc: B", "title=B oc=B", ""},
{"titre: {un: A, deux: B}", "", "title-missing[] not-a-text[titre]"},
{"avec: {fr: a;b, oc: c;d}", "with=a|b", ""},
};

static const struct event_row FLAGS[] = {
{"gratuit: oui", "free", ""}, {"gratuit: OUI", "free", ""}, {"gratuit: yes", "free", ""},
{"gratuit: true", "free", ""}, {"gratuit: vrai", "free", ""}, {"gratuit: 1", "free", ""},
{"gratuit: òc", "free", ""}, {"gratuit: sí", "free", ""}, {"gratuit: o", "free", ""},
{"gratuit: non", "", ""}, {"gratuit: no", "", ""}, {"gratuit: false", "", ""},
{"gratuit: faux", "", ""}, {"gratuit: 0", "", ""}, {"gratuit: ", "", ""},
{"gratuit: peut-être", "", "not-a-yes[gratuit|peut-être]"},
};

static const struct event_row PLACES[] = {
{"ville: Jacou", "town=Jacou", ""},
{"ville: ", "place-to-come", ""},
{"lieu: La Hune", "venue=La Hune", ""},
{"ville: Jacou, lieu: ", "town=Jacou place-to-come", ""},
{"ville: Jacou, lieu: \"?\"", "town=Jacou place-to-come", ""},
{"ville: Jacou, lieu: à venir", "town=Jacou place-to-come", ""},
{"ville: Jacou, lieu: Lieu à venir", "town=Jacou place-to-come", ""},
{"ville: Jacou, lieu: à définir", "town=Jacou place-to-come", ""},
{"ville: Jacou, lieu: À préciser…", "town=Jacou place-to-come", ""},
{"ville: Jacou, lieu: \"à définir, en centre-ville\"", "town=Jacou venue=à définir, en centre-ville place-to-come", ""},
{"ville: Jacou, lieu: À Venise", "town=Jacou venue=À Venise", ""},
{"ville: Jacou, lieu: lloc per confirmar", "town=Jacou place-to-come", ""},
{"adresse: 3 rue X", "address=3 rue X", ""},
{"visio: oui", "online", ""},
{"visio: non, ville: Nîmes", "", ""},
{"en_visio: https://v.fr/x?utm_source=a", "online-link=https://v.fr/x online", ""},
{"visio: , ville: Nîmes", "", ""},
{"visio: sur Zoom, ville: Nîmes", "online", "not-a-yes[visio|sur Zoom]"},
{"date: 1er mars en ligne, ville: ", "online", ""},
{"heure: 18h en visio", "time=18:00 online", ""},
};

static const struct event_row WITHOUT_TITLE_OR_DATE[] = {
{"titre: , ville: Nîmes", "", "title-missing[]"},
{"titre: [a], ville: Nîmes", "", "title-missing[] not-a-text[titre]"},
{"date: ", "", "date-missing[T]"},
{"dates: []", "", "date-missing[T]"},
{"dates: , date: ", "", "date-missing[T]"},
{"date: au printemps, ville: Nîmes", "", "date-unreadable[au printemps]"},
{"date: 30 février", "", "date-not-real[30 février|février 2026]"},
{"date: {x: 1}", "", "not-a-text[date]"},
};

static const struct event_row DEFAULTS[] = {
{"titre: T", "organisers=Les coops register=https://d.fr/", ""},
{"par: [a]", "organisers=a register=https://d.fr/", ""},
{"inscription: https://a.fr/x", "organisers=Les coops register=https://a.fr/x", ""},
{"inscription: non", "organisers=Les coops", ""},
{"inscription: ", "organisers=Les coops register=https://d.fr/", ""},
{"lieu: la hune", "town=Frontignan venue=la hune address=1 quai organisers=Les coops register=https://d.fr/", ""},
{"lieu: La Hune, ville: Sète", "town=Sète venue=La Hune address=1 quai organisers=Les coops register=https://d.fr/", ""},
{"lieu: L’Été", "town=Jacou venue=L’Été organisers=Les coops register=https://d.fr/", ""},
};
// clang-format on

static const char DEFAULTS_HEAD[] =
    "organisateur: Les coops\ninscription: https://d.fr/\n"
    "lieux:\n  La Hune: {ville: Frontignan, adresse: 1 quai}\n"
    "  L'été: Jacou\n";

static void key_has_all_its_names(void **state)
{
    (void)state;
    check("", NAMES_OF_KEYS, COUNT(NAMES_OF_KEYS));
}

static void list_is_in_brackets_or_parted_by_semicolons(void **state)
{
    (void)state;
    check("", LISTS, COUNT(LISTS));
}

static void text_may_be_given_in_several_languages(void **state)
{
    (void)state;
    check("", LANGUAGES, COUNT(LANGUAGES));
}

static void first_language_stands_where_the_programme_s_is_missing(void **s)
{
    (void)s;
    static const struct event_row ROWS[] = {
        {"titre: {fr: A, oc: B}", "title=B fr=A oc=B", ""},
        {"titre: {fr: A, en: C}", "title=A fr=A en=C", ""},
    };
    check("langue: occitan\n", ROWS, COUNT(ROWS));
}

static void flag_is_yes_in_five_languages(void **state)
{
    (void)state;
    check("", FLAGS, COUNT(FLAGS));
}

static void place_is_known_to_come_or_online(void **state)
{
    (void)state;
    check("", PLACES, COUNT(PLACES));
}

static void event_without_title_or_date_is_left_out_and_told(void **state)
{
    (void)state;
    check("", WITHOUT_TITLE_OR_DATE, COUNT(WITHOUT_TITLE_OR_DATE));
}

static void event_takes_from_the_programme_what_it_does_not_say(void **state)
{
    (void)state;
    check(DEFAULTS_HEAD, DEFAULTS, COUNT(DEFAULTS));
}

static void wrong_field_never_hides_its_event(void **state)
{
    (void)state;
    static const char *const KEYS[] = {
        "time",     "end_date",    "doors",         "subtitle",
        "kind",     "town",        "venue",         "address",
        "online",   "status",      "previous",      "note",
        "summary",  "description", "with",          "organisers",
        "partners", "audience",    "age",           "access",
        "price",    "free",        "register",      "register_until",
        "capacity", "spoken",      "tags",          "series",
        "poster",   "poster_alt",  "poster_credit", "featured",
        "banner",   "show_from",   "show_until",    "draft",
        "id",
    };
    static const char *const VALUES[] = {"{a: {b: c}}", "[[a], {b: c}]", "''",
                                         "\"\\u200B\"", "'@#%&*'",       "-1"};
    for (size_t i = 0; i < COUNT(KEYS) * COUNT(VALUES); i++) {
        struct text_buffer event = {0};
        text_buffer_printf(&event, "titre: T, date: 1er mars, %s: %s",
                           KEYS[i / COUNT(VALUES)], VALUES[i % COUNT(VALUES)]);
        struct sample sample = sample_of_events(text_buffer_text(&event));
        if (sample.programme->event_count != 1) {
            fail_msg("'%s' is hidden", text_buffer_text(&event));
        }
        text_buffer_release(&event);
        sample_release(&sample);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(key_has_all_its_names),
        cmocka_unit_test(list_is_in_brackets_or_parted_by_semicolons),
        cmocka_unit_test(text_may_be_given_in_several_languages),
        cmocka_unit_test(
            first_language_stands_where_the_programme_s_is_missing),
        cmocka_unit_test(flag_is_yes_in_five_languages),
        cmocka_unit_test(place_is_known_to_come_or_online),
        cmocka_unit_test(event_without_title_or_date_is_left_out_and_told),
        cmocka_unit_test(event_takes_from_the_programme_what_it_does_not_say),
        cmocka_unit_test(wrong_field_never_hides_its_event),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
