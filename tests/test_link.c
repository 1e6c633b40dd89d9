// SPDX-License-Identifier: MIT
#include "programme/link.h"

#include <string.h>

#include "base/arena.h"
#include "support/test.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

// What is written, what the QR code says and what stands beside it.
struct row {
    const char *text, *payload, *shown;
};

// clang-format off
static const struct row URLS[] = {
{"https://www.helloasso.com/a/b", "https://www.helloasso.com/a/b", "helloasso.com"},
{"http://la-hune.org", "http://la-hune.org", "la-hune.org"},
{"HTTPS://Example.ORG/S1", "HTTPS://Example.ORG/S1", "example.org"},
{"www.cagette.coop", "https://www.cagette.coop", "cagette.coop"},
{"cagette.coop", "https://cagette.coop", "cagette.coop"},
{"helloasso.com/associations/x", "https://helloasso.com/associations/x", "helloasso.com"},
{"https://www.3dprint.fr/x", "https://www.3dprint.fr/x", "3dprint.fr"},
{"https://4vents.org", "https://4vents.org", "4vents.org"},
{"4vents.org", "https://4vents.org", "4vents.org"},
{"https://example.org:8080/x", "https://example.org:8080/x", "example.org"},
{"https://mastodon.social/@coops", "https://mastodon.social/@coops", "mastodon.social"},
{"https://helloasso.com:x@evil.example/y", "https://helloasso.com:x@evil.example/y", "evil.example"},
{"https://a.fr/x?page=2", "https://a.fr/x?page=2", "a.fr"},
{"https://a.fr/x#dates", "https://a.fr/x#dates", "a.fr"},
{"https://192.168.1.10/x", "https://192.168.1.10/x", "192.168.1.10"},
{"www.a.fr/?lien=https://b.fr", "https://www.a.fr/?lien=https://b.fr", "a.fr"},
{"https://www.linkedin.com/company/m%C3%A9ridionale-des-coops/", "https://www.linkedin.com/company/m%C3%A9ridionale-des-coops/", "linkedin.com"},
};

static const struct row TRACKED[] = {
{"https://a.fr/x?utm_source=n&utm_medium=m", "https://a.fr/x", "a.fr"},
{"https://a.fr/x?utm_campaign=c&page=2", "https://a.fr/x?page=2", "a.fr"},
{"https://a.fr/x?page=2&fbclid=IwAR0", "https://a.fr/x?page=2", "a.fr"},
{"https://a.fr/x?a=1&fbclid=I&b=2", "https://a.fr/x?a=1&b=2", "a.fr"},
{"https://a.fr/x?gclid=1", "https://a.fr/x", "a.fr"},
{"https://a.fr/x?mc_cid=1&mc_eid=2", "https://a.fr/x", "a.fr"},
{"https://www.instagram.com/p/x/?igsh=abc==", "https://www.instagram.com/p/x/", "instagram.com"},
{"https://www.instagram.com/p/x/?igshid=abc", "https://www.instagram.com/p/x/", "instagram.com"},
{"https://youtu.be/dQw4?si=abc", "https://youtu.be/dQw4", "youtu.be"},
{"https://youtu.be/dQw4?t=42&si=abc", "https://youtu.be/dQw4?t=42", "youtu.be"},
{"https://www.facebook.com/events/1409866773608032/?acontext=%7B%22a%22%3A1%7D", "https://www.facebook.com/events/1409866773608032/", "facebook.com"},
{"https://www.facebook.com/x?__cft__[0]=AZ&__tn__=%2CO", "https://www.facebook.com/x", "facebook.com"},
{"https://www.facebook.com/x?__cft__%5B0%5D=AZ", "https://www.facebook.com/x", "facebook.com"},
{"https://fr.linkedin.com/in/x?trk=a&trkInfo=b&originalReferer=c&original_referer=d", "https://fr.linkedin.com/in/x", "fr.linkedin.com"},
{"https://a.fr/x?utm_source=n#dates", "https://a.fr/x#dates", "a.fr"},
{"https://a.fr/x#", "https://a.fr/x", "a.fr"},
{"https://a.fr/x?", "https://a.fr/x", "a.fr"},
{"https://a.fr/x?&a=1&&b=2&", "https://a.fr/x?a=1&b=2", "a.fr"},
{"https://a.fr/x?simple=1&sig=2", "https://a.fr/x?simple=1&sig=2", "a.fr"},
{"https://a.fr/x?q=utm_source", "https://a.fr/x?q=utm_source", "a.fr"},
{"https://a.fr/x?fbclid", "https://a.fr/x", "a.fr"},
};

static const struct row WRAPPED[] = {
{"https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.helloasso.com%2Fa%3Futm_source%3Dfb%26x%3D1&h=AT0", "https://www.helloasso.com/a?x=1", "helloasso.com"},
{"https://lm.facebook.com/l.php?h=AT0&u=https%3A%2F%2Fa.fr%2F", "https://a.fr/", "a.fr"},
{"https://www.linkedin.com/authwall?trk=qf&original_referer=&sessionRedirect=https%3A%2F%2Fwww.linkedin.com%2Fcompany%2Fm%25C3%25A9ridionale-des-coops%2F", "https://www.linkedin.com/company/m%C3%A9ridionale-des-coops/", "linkedin.com"},
{"linkedin.com/authwall?sessionRedirect=https%3a%2f%2fa.fr%2fx%3ftrk%3d1", "https://a.fr/x", "a.fr"},
{"https://l.facebook.com/l.php?u=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Fa.fr%252F", "https://a.fr/", "a.fr"},
{"https://l.facebook.com/l.php?u=javascript%3Aalert(1)", "https://l.facebook.com/l.php?u=javascript%3Aalert(1)", "l.facebook.com"},
{"https://l.facebook.com/l.php?u=https%3A%2F%2Fa%20b", "https://l.facebook.com/l.php?u=https%3A%2F%2Fa%20b", "l.facebook.com"},
{"https://l.facebook.com/l.php?h=AT0", "https://l.facebook.com/l.php?h=AT0", "l.facebook.com"},
{"https://l.facebook.com/l.php?u=%", "https://l.facebook.com/l.php?u=%", "l.facebook.com"},
{"https://m.facebook.com/events/1/?fbclid=x", "https://www.facebook.com/events/1/", "facebook.com"},
{"http://m.facebook.com/events/1/", "https://www.facebook.com/events/1/", "facebook.com"},
{"https://m.facebook.com.evil.example/x", "https://m.facebook.com.evil.example/x", "m.facebook.com.evil.example"},
};

static const struct row EMAILS[] = {
{"les-coops@riseup.net", "mailto:les-coops@riseup.net", "les-coops@riseup.net"},
{"mailto:les-coops@riseup.net", "mailto:les-coops@riseup.net", "les-coops@riseup.net"},
{"MAILTO:a@b.fr?subject=Film", "mailto:a@b.fr?subject=Film", "a@b.fr"},
};

static const struct row PHONES[] = {
{"04 67 00 00 00", "tel:0467000000", "04 67 00 00 00"},
{"0467000000", "tel:0467000000", "0467000000"},
{"04.67.00.00.00", "tel:0467000000", "04.67.00.00.00"},
{"04-67-00-00-00", "tel:0467000000", "04-67-00-00-00"},
{"04\u00A067\u00A000\u202F00\u202F00", "tel:0467000000", "04\u00A067\u00A000\u202F00\u202F00"},
{"+33 4 67 00 00 00", "tel:+33467000000", "+33 4 67 00 00 00"},
{"+33 (0)4 67 00 00 00", "tel:+33467000000", "+33 (0)4 67 00 00 00"},
{"tel:+33467000000", "tel:+33467000000", "+33467000000"},
};

static const struct row TEXTS[] = {
{"sur place", "", "sur place"},
{"au comptoir de la Cagette", "", "au comptoir de la Cagette"},
{"https://", "", "https://"},
{"https://localhost", "", "https://localhost"},
{"https://a.fr/x (obligatoire)", "", "https://a.fr/x (obligatoire)"},
{"ftp://a.fr/x", "", "ftp://a.fr/x"},
{"javascript:alert(1)", "", "javascript:alert(1)"},
{"file:///etc/passwd", "", "file:///etc/passwd"},
{"12.50", "", "12.50"},
{"gratuit.", "", "gratuit."},
{"a@b", "", "a@b"},
{"a@b@c.fr", "", "a@b@c.fr"},
{"01 02", "", "01 02"},
{"2026-01-20", "", "2026-01-20"},
};
// clang-format on

static void check(const struct row *rows, size_t count, enum link_kind kind)
{
    struct arena *arena = arena_new();
    for (size_t i = 0; i < count; i++) {
        struct link link = link_read(arena, rows[i].text);
        if (link.kind != kind || strcmp(link.payload, rows[i].payload) != 0 ||
            strcmp(link.shown, rows[i].shown) != 0) {
            fail_msg("'%s' is read as %d '%s' '%s'", rows[i].text,
                     (int)link.kind, link.payload, link.shown);
        }
        assert_int_equal(link_has_qr(&link), kind != LINK_TEXT);
    }
    arena_free(arena);
}

static void address_is_completed_and_its_host_is_shown(void **state)
{
    (void)state;
    check(URLS, COUNT(URLS), LINK_URL);
}

static void tracking_leaves_the_address_and_nothing_else_does(void **state)
{
    (void)state;
    check(TRACKED, COUNT(TRACKED), LINK_URL);
}

static void wrapper_gives_way_to_the_address_it_leads_to(void **state)
{
    (void)state;
    check(WRAPPED, COUNT(WRAPPED), LINK_URL);
}

static void email_address_becomes_mailto(void **state)
{
    (void)state;
    check(EMAILS, COUNT(EMAILS), LINK_EMAIL);
}

static void phone_number_loses_its_spaces(void **state)
{
    (void)state;
    check(PHONES, COUNT(PHONES), LINK_PHONE);
}

static void other_words_are_shown_as_they_stand(void **state)
{
    (void)state;
    check(TEXTS, COUNT(TEXTS), LINK_TEXT);
}

static void nothing_written_is_no_link(void **state)
{
    (void)state;
    static const char *const ROWS[] = {"", "mailto:", "tel:"};
    struct arena *arena = arena_new();
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        struct link link = link_read(arena, ROWS[i]);
        assert_int_equal(link.kind, LINK_NONE);
        assert_false(link_has_qr(&link));
        assert_string_equal(link.payload, "");
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(address_is_completed_and_its_host_is_shown),
        cmocka_unit_test(tracking_leaves_the_address_and_nothing_else_does),
        cmocka_unit_test(wrapper_gives_way_to_the_address_it_leads_to),
        cmocka_unit_test(email_address_becomes_mailto),
        cmocka_unit_test(phone_number_loses_its_spaces),
        cmocka_unit_test(other_words_are_shown_as_they_stand),
        cmocka_unit_test(nothing_written_is_no_link),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
