// SPDX-License-Identifier: MIT
#include "programme/map_link.h"

#include <stdlib.h>
#include <string.h>

#include "support/programmes.h"

static char *map_of(const char *yaml)
{
    struct sample sample = sample_of(yaml);
    assert_non_null(sample.programme);
    assert_int_equal(sample.programme->event_count, 1);
    char *link = map_link_of(&sample.programme->events[0]);
    sample_release(&sample);
    return link;
}

// What event, behind its date and title, leads to; "" for nothing.
static void expect(const char *event, const char *wanted)
{
    char *yaml = xasprintf("annee: 2026\nevenements:\n"
                           "  - {date: 20 janvier 18h, titre: T, %s}\n",
                           event);
    char *link = map_of(yaml);
    assert_string_equal(link != NULL ? link : "", wanted);
    free(link);
    free(yaml);
}

#define SEARCH "https://www.openstreetmap.org/search?query="

static void an_address_is_searched_for(void **state)
{
    (void)state;
    expect("ville: Sète, lieu: La Base, adresse: 3 rue du Port",
           SEARCH "3+rue+du+Port,+S%C3%A8te");
    expect("ville: Sète, adresse: '3 rue du Port, 34200 Sète'",
           SEARCH "3+rue+du+Port,+34200+S%C3%A8te");
    expect("adresse: 3 rue du Port & du Phare?",
           SEARCH "3+rue+du+Port+%26+du+Phare%3F");
}

static void a_venue_needs_its_town(void **state)
{
    (void)state;
    expect("ville: Montpellier, lieu: \"L'île des possibles\"",
           SEARCH "L%27%C3%AEle+des+possibles,+Montpellier");
    expect("lieu: La Base", "");
    expect("ville: Montpellier", "");
}

static void an_unknown_place_leads_nowhere(void **state)
{
    (void)state;
    expect("ville: Sète, lieu: à venir", "");
    expect("en_ligne: oui", "");
    expect("ville: Sète, lieu: La Base, statut: passe en visio", "");
}

static void a_hopeless_search_is_not_offered(void **state)
{
    (void)state;
    char *address = xcalloc(MAP_LINK_BYTES_MAX + 1, 1);
    memset(address, 'a', MAP_LINK_BYTES_MAX);
    char *event = xasprintf("adresse: %s", address);
    expect(event, "");
    free(event);
    free(address);
}

// venues: {La Base: {town: Sète, map: …}}
static void expect_of_venue(const char *map, const char *wanted)
{
    char *yaml =
        xasprintf("annee: 2026\nlieux:\n  La Base: {ville: Sète, plan: %s}\n"
                  "evenements:\n  - {date: 20 janvier 18h, titre: T, "
                  "lieu: La Base}\n",
                  map);
    char *link = map_of(yaml);
    assert_string_equal(link != NULL ? link : "", wanted);
    free(link);
    free(yaml);
}

static void the_venue_s_own_map_comes_first(void **state)
{
    (void)state;
    expect_of_venue("https://umap.openstreetmap.fr/fr/map/base_12",
                    "https://umap.openstreetmap.fr/fr/map/base_12");
    static const char MARK[] = "https://www.openstreetmap.org/"
                               "?mlat=43.61190&mlon=3.87720"
                               "#map=17/43.61190/3.87720";
    expect_of_venue("'43.6119, 3.8772'", MARK);
    expect_of_venue("'geo:43.6119,3.8772?z=17'", MARK);
}

static void what_is_no_map_is_not_followed(void **state)
{
    (void)state;
    static const char *const MAPS[] = {
        "derrière la gare", "'143.6, 3.87'",         "'43.6'",
        "'nan, 3'",         "'43.6, 3 rue du Port'",
    };
    for (size_t i = 0; i < COUNT(MAPS); i++) {
        expect_of_venue(MAPS[i], SEARCH "La+Base,+S%C3%A8te");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_address_is_searched_for),
        cmocka_unit_test(a_venue_needs_its_town),
        cmocka_unit_test(an_unknown_place_leads_nowhere),
        cmocka_unit_test(a_hopeless_search_is_not_offered),
        cmocka_unit_test(the_venue_s_own_map_comes_first),
        cmocka_unit_test(what_is_no_map_is_not_followed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
