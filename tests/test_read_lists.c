// SPDX-License-Identifier: MIT
#include "programme/read_lists.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text_buffer.h"
#include "support/programmes.h"
#include "support/test.h"

// What is written under the key, what is read in it, and the faults.
struct row {
    const char *yaml, *expected, *faults;
};

typedef void describe_fn(const struct programme *programme,
                         struct text_buffer *out);

static void check(const struct row *rows, size_t count, describe_fn *describe)
{
    for (size_t i = 0; i < count; i++) {
        char *yaml = xasprintf("%s\nevenements: "
                               "[{titre: A, date: 3 mars 2026}]\n",
                               rows[i].yaml);
        struct sample sample = sample_of(yaml);
        struct text_buffer out = {0};
        text_buffer_add(&out, "");
        describe(sample.programme, &out);
        char *faults = sample_faults(&sample);
        if (strcmp(text_buffer_text(&out), rows[i].expected) != 0 ||
            strcmp(faults, rows[i].faults) != 0) {
            fail_msg("'%s' is read as '%s', faults '%s'", rows[i].yaml,
                     text_buffer_text(&out), faults);
        }
        free(faults);
        text_buffer_release(&out);
        sample_release(&sample);
        free(yaml);
    }
}

static void add(struct text_buffer *out, const char *text)
{
    text_buffer_printf(out, "%s%s", out->length > 0 ? " " : "", text);
}

static void add_in(struct text_buffer *out, char open, const char *text,
                   char close)
{
    if (text != NULL && text[0] != '\0') {
        text_buffer_printf(out, "%c%s%c", open, text, close);
    }
}

static void describe_partners(const struct programme *programme,
                              struct text_buffer *out)
{
    for (size_t i = 0; i < programme->partner_count; i++) {
        const struct partner *partner = &programme->partners[i];
        add(out, wording_in(&partner->name, ""));
        add_in(out, '(', wording_in(&partner->role, ""), ')');
        add_in(out, '<', partner->link.payload, '>');
        add_in(out, '[', partner->logo.name, ']');
    }
}

static void describe_links(const struct programme *programme,
                           struct text_buffer *out)
{
    for (size_t i = 0; i < programme->link_count; i++) {
        const struct named_link *link = &programme->links[i];
        add(out, wording_in(&link->label, ""));
        add_in(out, '<', link->link.payload, '>');
    }
}

static void describe_pages(const struct programme *programme,
                           struct text_buffer *out)
{
    for (size_t i = 0; i < programme->page_count; i++) {
        const struct page *page = &programme->pages[i];
        add(out, wording_in(&page->title, "oc"));
        add_in(out, '(', wording_in(&page->text, "oc"), ')');
        for (size_t k = 0; k < page->points.count; k++) {
            add_in(out, '-', wording_in(&page->points.items[k], "oc"), '.');
        }
        add_in(out, '<', page->qr.payload, '>');
    }
}

// clang-format off
static const struct row PARTNERS[] = {
{"partenaires: [A, B]", "A B", ""},
{"soutiens: A; B et C", "A B et C", ""},
{"partenaires:", "", ""},
{"partners:\n  - {nom: A, role: r, url: https://a.fr/}\n  - B", "A(r)<https://a.fr/> B", ""},
{"partenaires:\n  A: {role: r}\n  B: https://b.fr/\n  C: coordination", "A(r) B<https://b.fr/> C(coordination)", ""},
{"partenaires:\n  - {role: r, url: https://a.fr/}\n  - B", "B", ""},
{"partenaires: [{nome: A, nom: B}]", "B", "1:key-unknown[nome|nom]"},
{"partenaires: [{nom: A, logo: a.png}]", "A[a.png]", "1:picture-missing[a.png]"},
};

static const struct row LINKS[] = {
{"liens: {Instagram: https://i.fr/x?igsh=1, Écrire: a@b.fr}", "Instagram<https://i.fr/x> Écrire<mailto:a@b.fr>", ""},
{"réseaux:\n  - Instagram: https://i.fr/x\n  - https://s.fr/", "Instagram<https://i.fr/x> s.fr<https://s.fr/>", ""},
{"suivez-nous: https://i.fr/x", "i.fr<https://i.fr/x>", ""},
{"liens:", "", ""},
{"liens: {A: bientôt, B: https://b.fr/}", "B<https://b.fr/>", "1:link-not-a-link[bientôt]"},
{"liens: {A: [x], B: https://b.fr/}", "B<https://b.fr/>", "1:not-a-text[A]"},
};

static const struct row PAGES[] = {
{"pages: [{titre: A, texte: b, qr: a@b.fr}]", "A(b)<mailto:a@b.fr>", ""},
{"diapos: [{titre: A, points: [b, c; d]}]", "A-b.-c; d.", ""},
{"pages: [{titre: A, points: b ; c}]", "A-b.-c.", ""},
{"pages: [{titre: A, titre_oc: B, points: [c, d], points_oc: [e, f]}]", "B-e.-f.", ""},
{"pages: [{titre: A, points: {fr: [c, d], oc: [e, f]}}]", "A-e.-f.", ""},
{"pages: [{titre: A, points: {fr: [c, d], oc: [e]}}]", "A-c.-d.", ""},
{"pages: [{titre: A, points: [{fr: c, oc: e}, d]}]", "A-e.-d.", ""},
{"pages: [{titre: , texte: }, {titre: B}]", "B", ""},
{"pages:", "", ""},
};
// clang-format on

static void partners_may_be_names_or_maps(void **state)
{
    (void)state;
    check(PARTNERS, COUNT(PARTNERS), describe_partners);
}

static void links_have_labels_or_show_their_host(void **state)
{
    (void)state;
    check(LINKS, COUNT(LINKS), describe_links);
}

static void pages_have_titles_texts_and_points(void **state)
{
    (void)state;
    check(PAGES, COUNT(PAGES), describe_pages);
}

static struct sample sample_with_poster(char *folder, const char *name)
{
    char *yaml = xasprintf("evenements: [{titre: A, date: 3 mars 2026, "
                           "affiche: \"%s\"}]\n",
                           name);
    folder_write(folder, "programme.yaml", yaml);
    free(yaml);
    return sample_in(folder);
}

// A folder with pictures in every place they may stand, and outside.
static char *folder_with_pictures(void)
{
    static const char *const FILES[] = {
        "a.png",   "affiches/b.png", "images/c.png",   "logos/d.png",
        "e/f.png", "cine\u0301.png", "affiches/a.png",
    };
    char *folder = folder_make();
    for (size_t i = 0; i < COUNT(FILES); i++) {
        folder_write(folder, FILES[i], "x");
    }
    char *outside = path_join(folder, "outside.png");
    assert_int_equal(symlink("/etc/passwd", outside), 0);
    free(outside);
    char *within = path_join(folder, "within.png");
    assert_int_equal(symlink("a.png", within), 0);
    free(within);
    char *parent = path_join(folder, "parent");
    assert_int_equal(symlink("..", parent), 0);
    free(parent);
    return folder;
}

static void picture_is_looked_up_in_the_folder_and_nowhere_else(void **state)
{
    (void)state;
    static const struct {
        const char *name, *found, *faults;
    } ROWS[] = {
        {"a.png",          "a.png",          ""                               },
        {"b.png",          "affiches/b.png", ""                               },
        {"c.png",          "images/c.png",   ""                               },
        {"d.png",          "logos/d.png",    ""                               },
        {"affiches/b.png", "affiches/b.png", ""                               },
        {"e/f.png",        "e/f.png",        ""                               },
        {"./a.png",        "./a.png",        ""                               },
        {"cin\u00E9.png",  "cine\u0301.png", ""                               },
        {"within.png",     "within.png",     ""                               },
        {"zzzzzzzz.jpg",   NULL,             "1:picture-missing[zzzzzzzz.jpg]"},
        {"affiches",       NULL,             "1:picture-missing[affiches]"    },
        {"outside.png",    NULL,             "1:picture-outside[outside.png]" },
        {"../a.png",       NULL,             "1:picture-outside[../a.png]"    },
        {"e/../a.png",     NULL,             "1:picture-outside[e/../a.png]"  },
        {"/etc/passwd",    NULL,             "1:picture-outside[/etc/passwd]" },
        {"",               NULL,             ""                               },
    };
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        struct sample sample =
            sample_with_poster(folder_with_pictures(), ROWS[i].name);
        const char *path = sample.programme->events[0].poster.path;
        const char *found =
            path != NULL ? path + strlen(sample.folder) + 1 : "nothing";
        char *faults = sample_faults(&sample);
        if (strcmp(found, ROWS[i].found != NULL ? ROWS[i].found : "nothing") !=
                0 ||
            strcmp(faults, ROWS[i].faults) != 0) {
            fail_msg("'%s' is %s, faults '%s'", ROWS[i].name, found, faults);
        }
        free(faults);
        sample_release(&sample);
    }
}

static void missing_picture_keeps_its_name(void **state)
{
    (void)state;
    struct sample sample = sample_with_poster(folder_make(), "zzz.png");
    const struct picture_file *poster = &sample.programme->events[0].poster;
    assert_string_equal(poster->name, "zzz.png");
    assert_null(poster->path);
    assert_int_equal(poster->place.line, 1);
    sample_release(&sample);
}

static void logo_without_a_name_is_a_partner(void **state)
{
    (void)state;
    char *folder = folder_with_pictures();
    folder_write(folder, "programme.yaml",
                 "partenaires: [{logo: d.png}, {logo: zz.png}, B]\n");
    struct sample sample = sample_in(folder);
    assert_int_equal(sample.programme->partner_count, 2);
    assert_non_null(sample.programme->partners[0].logo.path);
    assert_null(sample.programme->partners[1].logo.name);
    sample_release(&sample);
}

static void page_may_be_a_picture_alone(void **state)
{
    (void)state;
    char *folder = folder_with_pictures();
    folder_write(folder, "programme.yaml", "pages: [{image: a.png}]\n");
    struct sample sample = sample_in(folder);
    assert_int_equal(sample.programme->page_count, 1);
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(partners_may_be_names_or_maps),
        cmocka_unit_test(links_have_labels_or_show_their_host),
        cmocka_unit_test(pages_have_titles_texts_and_points),
        cmocka_unit_test(picture_is_looked_up_in_the_folder_and_nowhere_else),
        cmocka_unit_test(missing_picture_keeps_its_name),
        cmocka_unit_test(logo_without_a_name_is_a_partner),
        cmocka_unit_test(page_may_be_a_picture_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
