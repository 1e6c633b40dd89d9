// SPDX-License-Identifier: MIT
#include "programme/wording.h"

#include "support/test.h"

static const struct translation BOTH[] = {
    {"fr", "Bonsoir"    },
    {"oc", "Bona nuèch"},
    {NULL, NULL         },
};

static void text_is_told_in_the_language_asked_for(void **state)
{
    (void)state;
    struct wording wording = {"Bonsoir", BOTH};
    assert_string_equal(wording_in(&wording, "oc"), "Bona nuèch");
    assert_string_equal(wording_in(&wording, "fr"), "Bonsoir");
}

static void text_is_told_in_the_programme_s_language_without_another(void **s)
{
    (void)s;
    struct wording wording = {"Bonsoir", BOTH};
    assert_string_equal(wording_in(&wording, "en"), "Bonsoir");
    assert_string_equal(wording_in(&wording, ""), "Bonsoir");
}

static void text_that_is_not_written_is_empty(void **state)
{
    (void)state;
    struct wording wording = {0};
    assert_string_equal(wording_in(&wording, "fr"), "");
    assert_true(wording_is_empty(&wording));
    wording.text = "";
    assert_true(wording_is_empty(&wording));
    wording.text = "Bonsoir";
    assert_false(wording_is_empty(&wording));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_told_in_the_language_asked_for),
        cmocka_unit_test(
            text_is_told_in_the_programme_s_language_without_another),
        cmocka_unit_test(text_that_is_not_written_is_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
