// SPDX-License-Identifier: MIT
#include "programme/file_name.h"

#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>

#include "support/programmes.h"

// A decomposed "é", as a Mac writes it.
#define E_ACUTE "e\u0301"

static const char *const FILES[] = {
    "AFFICHE.png",
    "Logo allong" E_ACUTE "_12.png",
    "affiches/foodcoop.jpg",
    "affiches/Guérande.PNG",
    "images/double.png",
    "images/Double.png",
    "logos/la-hune.svg",
    "2026/mars.png",
    ".cache.png",
    "._foodcoop.jpg",
    "programme.yaml",
};

static char *filled_folder(void)
{
    char *folder = folder_make();
    for (size_t i = 0; i < COUNT(FILES); i++) {
        folder_write(folder, FILES[i], "");
    }
    return folder;
}

static void pictures_are_found_by_the_names_people_write(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        enum file_match match;
        const char *found;
    } ROWS[] = {
        {"AFFICHE.png",            FILE_MATCH_SAME,  "AFFICHE.png"           },
        {"affiche.PNG",            FILE_MATCH_ALIKE, "AFFICHE.png"           },
        {"Logo allongé_12.png",   FILE_MATCH_SAME,
         "Logo allong" E_ACUTE "_12.png"                                     },
        {"logo allonge_12.png",    FILE_MATCH_ALIKE,
         "Logo allong" E_ACUTE "_12.png"                                     },
        {"foodcoop.jpg",           FILE_MATCH_SAME,  "affiches/foodcoop.jpg" },
        {"Foodcoop.jpg",           FILE_MATCH_ALIKE, "affiches/foodcoop.jpg" },
        {"affiches/foodcoop.jpg",  FILE_MATCH_SAME,  "affiches/foodcoop.jpg" },
        {"affiches\\foodcoop.jpg", FILE_MATCH_SAME,  "affiches/foodcoop.jpg" },
        {"images/foodcoop.jpg",    FILE_MATCH_ALIKE, "affiches/foodcoop.jpg" },
        {"guerande.png",           FILE_MATCH_ALIKE, "affiches/Guérande.PNG"},
        {"double.png",             FILE_MATCH_SAME,  "images/double.png"     },
        {"DOUBLE.png",             FILE_MATCH_NONE,  NULL                    },
        {"2026/mars.png",          FILE_MATCH_SAME,  "2026/mars.png"         },
        {"2026/Mars.png",          FILE_MATCH_ALIKE, "2026/mars.png"         },
        {"mars.png",               FILE_MATCH_NONE,  NULL                    },
        {"Cache.png",              FILE_MATCH_NONE,  NULL                    },
        {"foodcoop.jpeg",          FILE_MATCH_NONE,  NULL                    },
        {"../AFFICHE.png",         FILE_MATCH_NONE,  NULL                    },
        {"affiches/../a.png",      FILE_MATCH_NONE,  NULL                    },
        {"..\\AFFICHE.png",        FILE_MATCH_NONE,  NULL                    },
        {"/etc/passwd",            FILE_MATCH_NONE,  NULL                    },
        {"affiches",               FILE_MATCH_NONE,  NULL                    },
        {"affiches/",              FILE_MATCH_NONE,  NULL                    },
        {"",                       FILE_MATCH_NONE,  NULL                    },
    };
    char *folder = filled_folder();
    struct file_names *names = file_names_new(folder);
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        char *found = NULL;
        assert_int_equal(file_names_find_picture(names, ROWS[i].name, &found),
                         ROWS[i].match);
        if (ROWS[i].found != NULL) {
            assert_string_equal(found, ROWS[i].found);
        } else {
            assert_null(found);
        }
        free(found);
    }
    char *none = NULL;
    assert_int_equal(file_names_find_picture(NULL, "a.png", &none),
                     FILE_MATCH_NONE);
    file_names_free(names);
    file_names_free(NULL);
    folder_remove(folder);
}

static void the_nearest_picture_is_named(void **state)
{
    (void)state;
    static const struct {
        const char *name, *nearest;
    } ROWS[] = {
        {"foodcoop.jpeg",   "foodcoop.jpg" },
        {"fodcoop.jpg",     "foodcoop.jpg" },
        {"images/foodcop",  "foodcoop.jpg" },
        {"guérande-2.jpg", "Guérande.PNG"},
        {"la_hune.png",     "la-hune.svg"  },
        {"programme.png",   NULL           },
        {"autre-chose.png", NULL           },
        {"x.png",           NULL           },
    };
    char *folder = filled_folder();
    struct file_names *names = file_names_new(folder);
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        const char *nearest = file_names_nearest_picture(names, ROWS[i].name);
        if (ROWS[i].nearest != NULL) {
            assert_non_null(nearest);
            assert_string_equal(nearest, ROWS[i].nearest);
        } else {
            assert_null(nearest);
        }
    }
    file_names_free(names);
    folder_remove(folder);
}

static void files_are_listed_by_their_ending(void **state)
{
    (void)state;
    char *folder = folder_make();
    folder_write(folder, "b.ics", "");
    folder_write(folder, "a.ICS", "");
    folder_write(folder, "._a.ics", "");
    folder_write(folder, ".ics", "");
    folder_write(folder, "c.ics/d.ics", "");
    struct file_names *names = file_names_new(folder);
    assert_string_equal(file_names_ending(names, "", ".ics", 0), "a.ICS");
    assert_string_equal(file_names_ending(names, "", ".ics", 1), "b.ics");
    assert_null(file_names_ending(names, "", ".ics", 2));
    assert_null(file_names_ending(names, "none", ".ics", 0));
    file_names_free(names);
    folder_remove(folder);
}

static void no_more_than_two_thousand_names_are_read(void **state)
{
    (void)state;
    char *folder = folder_make();
    for (int i = 0; i < FILE_NAME_ENTRIES_MAX + 20; i++) {
        char name[24];
        snprintf(name, sizeof name, "%d.ics", i);
        folder_write(folder, name, "");
    }
    struct file_names *names = file_names_new(folder);
    assert_non_null(
        file_names_ending(names, "", ".ics", FILE_NAME_ENTRIES_MAX - 1));
    assert_null(file_names_ending(names, "", ".ics", FILE_NAME_ENTRIES_MAX));
    // A name as it stands is found whatever the number.
    char *found = NULL;
    assert_int_equal(file_names_find(names, "", "2010.ics", &found),
                     FILE_MATCH_SAME);
    free(found);
    file_names_free(names);
    folder_remove(folder);
}

static void the_programme_may_be_named_in_capitals(void **state)
{
    (void)state;
    static const struct {
        const char *name, *faults;
    } ROWS[] = {
        {"programme.yaml",       ""               },
        {"programme.yml",        ""               },
        {"Programme.YAML",       "file-name-alike"},
        {"PROGRAMME.YML",        "file-name-alike"},
        {"kiosk/Programme.yaml", "file-name-alike"},
    };
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        char *folder = folder_make();
        folder_write(folder, ROWS[i].name,
                     "annee: 2026\nsoirees: [{date: 1 mars, titre: A}]\n");
        struct sample sample = sample_in(folder);
        assert_non_null(sample.programme);
        const struct diag *diag = diag_at(sample.diags, 0);
        assert_string_equal(diag != NULL ? fault_code(diag->fault) : "",
                            ROWS[i].faults);
        if (diag != NULL) {
            assert_string_equal(diag->arguments[1], path_name(ROWS[i].name));
        }
        sample_release(&sample);
    }
}

static void a_picture_of_nearly_that_name_is_shown_and_told(void **state)
{
    (void)state;
    char *folder = filled_folder();
    folder_write(folder, "programme.yaml",
                 "annee: 2026\nsoirees:\n"
                 "  - {date: 1 mars, titre: A, affiche: guerande.png}\n"
                 "  - {date: 2 mars, titre: B, affiche: foodcoop.jpeg}\n"
                 "  - {date: 3 mars, titre: C, affiche: autre.png}\n");
    struct sample sample = sample_in(folder);
    const struct event *events = sample.programme->events;
    assert_string_equal(path_name(events[0].poster.path), "Guérande.PNG");
    assert_null(events[1].poster.path);
    static const struct {
        enum fault fault;
        const char *named;
    } WANTED[] = {
        {FAULT_FILE_NAME_ALIKE,      "affiches/Guérande.PNG"},
        {FAULT_PICTURE_MISSING_NEAR, "foodcoop.jpg"          },
        {FAULT_PICTURE_MISSING,      NULL                    },
    };
    for (size_t i = 0; i < COUNT(WANTED); i++) {
        const struct diag *diag = diag_at(sample.diags, i);
        assert_int_equal(diag->fault, WANTED[i].fault);
        assert_int_equal(diag->place.line, 3 + i);
        if (WANTED[i].named != NULL) {
            assert_string_equal(diag->arguments[1], WANTED[i].named);
        }
    }
    sample_release(&sample);
}

static void a_link_out_of_the_folder_is_not_followed(void **state)
{
    (void)state;
    char *outside = folder_make();
    folder_write(outside, "secret.png", "");
    folder_write(outside, "programme.yaml", "titre: dehors\n");
    char *folder = folder_make();
    char *target = path_join(outside, "secret.png");
    char *link = path_join(folder, "Secret.png");
    assert_int_equal(symlink(target, link), 0);
    folder_write(folder, "programme.yaml",
                 "annee: 2026\n"
                 "soirees: [{date: 1 mars, titre: A, affiche: secret.png}]\n");
    struct sample sample = sample_in(folder);
    assert_null(sample.programme->events[0].poster.path);
    assert_int_equal(diag_count(sample.diags, FAULT_ERROR), 1);
    free(link);
    free(target);
    sample_release(&sample);

    folder = folder_make();
    target = path_join(outside, "programme.yaml");
    link = path_join(folder, "programme.yaml");
    assert_int_equal(symlink(target, link), 0);
    sample = sample_in(folder);
    assert_null(sample.programme);
    assert_int_equal(diag_at(sample.diags, 0)->fault, FAULT_NO_PROGRAMME);
    free(link);
    free(target);
    sample_release(&sample);
    folder_remove(outside);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pictures_are_found_by_the_names_people_write),
        cmocka_unit_test(the_nearest_picture_is_named),
        cmocka_unit_test(files_are_listed_by_their_ending),
        cmocka_unit_test(no_more_than_two_thousand_names_are_read),
        cmocka_unit_test(the_programme_may_be_named_in_capitals),
        cmocka_unit_test(a_picture_of_nearly_that_name_is_shown_and_told),
        cmocka_unit_test(a_link_out_of_the_folder_is_not_followed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
