// SPDX-License-Identifier: MIT
#include "programme/read_calendar.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "programme/source.h"
#include "support/programmes.h"
#include "yaml/document.h"

static const struct date TODAY = {2026, 1, 17};

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

struct reading {
    struct arena *arena;
    struct diag_list *diags;
    const struct node *root;
};

static struct reading reading_of(const char *bytes, size_t length)
{
    struct reading reading = {arena_new(), diag_list_new(), NULL};
    struct source source = {.arena = reading.arena,
                            .diags = reading.diags,
                            .zone = {"Europe/Paris"}};
    reading.root = calendar_parse(&source, bytes, length, "a.ics", TODAY);
    return reading;
}

static void reading_release(struct reading *reading)
{
    arena_free(reading->arena);
    diag_list_free(reading->diags);
}

// The properties of one event, "SUMMARY:T" apart, and the tree it becomes.
struct row {
    const char *properties, *tree;
};

static char *calendar_with(const char *properties)
{
    return xasprintf("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n%s\r\n"
                     "END:VEVENT\r\nEND:VCALENDAR\r\n",
                     properties);
}

static void assert_tree(const char *calendar, const char *tree)
{
    struct reading reading = reading_of(calendar, strlen(calendar));
    struct text_buffer found = {0};
    add_node(node_get(reading.root, "events"), &found);
    assert_string_equal(text_buffer_text(&found), tree);
    text_buffer_release(&found);
    reading_release(&reading);
}

static void assert_rows(const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char *calendar = calendar_with(rows[i].properties);
        assert_tree(calendar, rows[i].tree);
        free(calendar);
    }
}

#define PARIS "DTSTART;TZID=Europe/Paris:"

static void times_are_those_of_the_programme(void **state)
{
    (void)state;
    // clang-format off
    static const struct row ROWS[] = {
    {PARIS "20260120T183000\nDTEND;TZID=Europe/Paris:20260120T203000", "[{date=2026-01-20, time=18:30-20:30}]"},
    {"DTSTART:20260120T173000Z\nDTEND:20260120T193000Z", "[{date=2026-01-20, time=18:30-20:30}]"},
    {"DTSTART:20260720T173000Z", "[{date=2026-07-20, time=19:30}]"},
    {"DTSTART:20260120T233000Z", "[{date=2026-01-21, time=00:30}]"},
    {"DTSTART:20260120T183000\nDURATION:PT1H30M", "[{date=2026-01-20, time=18:30-20:00}]"},
    {"DTSTART;TZID=America/New_York:20260120T123000", "[{date=2026-01-20, time=18:30}]"},
    {"DTSTART;TZID=\"Europe/London\":20260120T183000", "[{date=2026-01-20, time=19:30}]"},
    {"DTSTART;TZID=/x.org/20070129_1/Europe/London:20260120T183000", "[{date=2026-01-20, time=19:30}]"},
    {"DTSTART;TZID=Romance Standard Time:20260120T183000", "[{date=2026-01-20, time=18:30}]"},
    {PARIS "20260120T200000\nDTEND;TZID=Europe/Paris:20260121T010000", "[{date=2026-01-20, time=20:00-01:00}]"},
    {PARIS "20260120T200000\nDTEND;TZID=Europe/Paris:20260121T000000", "[{date=2026-01-20, time=20:00-00:00}]"},
    {PARIS "20260120T200000\nDTEND;TZID=Europe/Paris:20260122T010000", "[{date=2026-01-20, time=20:00, end_date=2026-01-22 01:00}]"},
    {PARIS "20260120T090000\nDTEND;TZID=Europe/Paris:20260122T000000", "[{date=2026-01-20, time=09:00, end_date=2026-01-21}]"},
    // The clock changes in that night.
    {PARIS "20260328T200000\nDURATION:PT6H", "[{date=2026-03-28, time=20:00-03:00}]"},
    {PARIS "20260120T183000\nDTEND;TZID=Europe/Paris:20260120T170000", "[{date=2026-01-20, time=18:30}]"},
    {PARIS "20260120T183000\nDURATION:-PT1H", "[{date=2026-01-20, time=18:30}]"},
    {PARIS "20260120T183000\nDURATION:P99999999999D", "[{date=2026-01-20, time=18:30}]"},
    // All day: the end is the day after.
    {"DTSTART;VALUE=DATE:20260612\nDTEND;VALUE=DATE:20260615", "[{date=2026-06-12, end_date=2026-06-14}]"},
    {"DTSTART;VALUE=DATE:20260612\nDTEND;VALUE=DATE:20260613", "[{date=2026-06-12}]"},
    {"DTSTART;VALUE=DATE:20260612\nDTEND;VALUE=DATE:20260612", "[{date=2026-06-12}]"},
    {"DTSTART;VALUE=DATE:20260612", "[{date=2026-06-12}]"},
    {"DTSTART;VALUE=DATE:20260612\nDURATION:P2D", "[{date=2026-06-12, end_date=2026-06-13}]"},
    {"DTSTART:20260612", "[{date=2026-06-12}]"},
    {PARIS "20260328T000000\nDTEND;TZID=Europe/Paris:20260330T000000", "[{date=2026-03-28, end_date=2026-03-29}]"},
    {"DTSTART:20260230T100000", "[]"},
    {"DTSTART:20260120T250000", "[]"},
    {"DTSTART:demain", "[]"},
    {"DTSTART:", "[]"},
    {"DTEND:20260120T100000", "[]"},
    };
    // clang-format on
    assert_rows(ROWS, COUNT(ROWS));
}

static void what_repeats_is_written_out_for_a_year(void **state)
{
    (void)state;
#define AT "DTSTART;TZID=Europe/Paris:20260105T180000\n"
#define ON "DTSTART;VALUE=DATE:20260105\n"
    // clang-format off
    static const struct row ROWS[] = {
    // Monday the 5th and the 12th are over on the 17th.
    {AT "RRULE:FREQ=WEEKLY;COUNT=4", "[{dates=[2026-01-19 18:00, 2026-01-26 18:00]}]"},
    {AT "RRULE:FREQ=WEEKLY;COUNT=3", "[{date=2026-01-19, time=18:00}]"},
    {AT "RRULE:FREQ=WEEKLY;COUNT=2", "[]"},
    {AT "DURATION:PT2H\nRRULE:FREQ=MONTHLY;BYDAY=1MO;UNTIL=20260302T170000Z", "[{dates=[2026-02-02 18:00-20:00, 2026-03-02 18:00-20:00]}]"},
    {AT "RRULE:FREQ=MONTHLY;BYDAY=1MO;UNTIL=20260302T165959Z", "[{date=2026-02-02, time=18:00}]"},
    {AT "RRULE:FREQ=MONTHLY;BYDAY=1MO;UNTIL=20260302", "[{dates=[2026-02-02 18:00, 2026-03-02 18:00]}]"},
    // The same hour on the wall in summer.
    {AT "RRULE:FREQ=MONTHLY;INTERVAL=3;COUNT=3", "[{dates=[2026-04-05 18:00, 2026-07-05 18:00]}]"},
    {"DTSTART:20260105T170000Z\nRRULE:FREQ=MONTHLY;INTERVAL=3;COUNT=3", "[{dates=[2026-04-05 19:00, 2026-07-05 19:00]}]"},
    {AT "RRULE:FREQ=WEEKLY;COUNT=5\nEXDATE;TZID=Europe/Paris:20260119T180000,20260126T180000", "[{date=2026-02-02, time=18:00}]"},
    {AT "RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE:20260119T170000Z", "[{date=2026-01-26, time=18:00}]"},
    {AT "RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;VALUE=DATE:20260119", "[{date=2026-01-26, time=18:00}]"},
    {AT "RDATE;TZID=Europe/Paris:20260203T190000,20260120T190000", "[{dates=[2026-01-20 19:00, 2026-02-03 19:00]}]"},
    {AT "RDATE:20260203T180000Z", "[{date=2026-02-03, time=19:00}]"},
    {AT "RDATE;VALUE=PERIOD:20260203T180000Z/PT1H", "[{date=2026-02-03, time=19:00}]"},
    {ON "RRULE:FREQ=WEEKLY;COUNT=4", "[{dates=[2026-01-19, 2026-01-26]}]"},
    {ON "DURATION:P3D\nRRULE:FREQ=WEEKLY;COUNT=4", "[{date=2026-01-19, end_date=2026-01-21}, {date=2026-01-26, end_date=2026-01-28}]"},
    {"DTSTART;VALUE=DATE:20260116\nDURATION:P3D\nRRULE:FREQ=YEARLY", "[{date=2026-01-16, end_date=2026-01-18}, {date=2027-01-16, end_date=2027-01-18}]"},
    {"DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY", "[]"},
    {ON "RRULE:FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=5MO", "[]"},
    {ON "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", "[]"},
    // What a rule counts by.
    {ON "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "[{dates=[2026-01-31, 2026-02-28, 2026-03-31]}]"},
    {ON "RRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "[{dates=[2026-02-13, 2026-03-13, 2026-11-13]}]"},
    {ON "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1,2;UNTIL=20260301", "[{dates=[2026-01-30, 2026-02-03, 2026-02-27]}]"},
    {ON "RRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU,-1SA;COUNT=6", "[{dates=[2026-01-31, 2026-03-10, 2026-03-28, 2026-05-12, 2026-05-30]}]"},
    {"DTSTART;VALUE=DATE:20251231\nRRULE:FREQ=MONTHLY;UNTIL=20260601", "[{dates=[2026-01-31, 2026-03-31, 2026-05-31]}]"},
    {ON "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,WE;WKST=SU;UNTIL=20260215", "[{dates=[2026-01-18, 2026-01-21, 2026-02-01, 2026-02-04, 2026-02-15]}]"},
    {ON "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,WE;WKST=MO;UNTIL=20260215", "[{dates=[2026-01-21, 2026-01-25, 2026-02-04, 2026-02-08]}]"},
    {ON "RRULE:FREQ=DAILY;INTERVAL=10;BYMONTH=1,3;COUNT=5", "[{dates=[2026-01-25, 2026-03-06, 2026-03-16]}]"},
    {ON "RRULE:FREQ=YEARLY;BYDAY=1MO,-1SU;BYMONTH=3,10", "[{dates=[2026-03-02, 2026-03-29, 2026-10-05, 2026-10-25]}]"},
    {ON "RRULE:FREQ=YEARLY;BYDAY=20MO", "[{date=2026-05-18}]"},
    {ON "RRULE:FREQ=YEARLY;BYWEEKNO=20,-1", "[{dates=[2026-05-11, 2026-12-28]}]"},
    {ON "RRULE:FREQ=YEARLY;BYYEARDAY=100,-1", "[{dates=[2026-04-10, 2026-12-31]}]"},
    {ON "RRULE:FREQ=YEARLY;BYMONTH=6", "[{date=2026-06-05}]"},
    {"DTSTART;VALUE=DATE:20000914\nRRULE:FREQ=YEARLY", "[{date=2026-09-14}]"},
    {"DTSTART;VALUE=DATE:20000914\nRRULE:FREQ=YEARLY;COUNT=26", "[]"},
    {"DTSTART:20260105T090000\nRRULE:FREQ=WEEKLY;BYHOUR=14,10;BYMINUTE=30;COUNT=7", "[{dates=[2026-01-19 10:30, 2026-01-19 14:30, 2026-01-26 10:30]}]"},
    // Before the rule begins nothing is over.
    {"DTSTART:20300105T180000\nRRULE:FREQ=WEEKLY", "[]"},
    };
    // clang-format on
    assert_rows(ROWS, COUNT(ROWS));
#undef AT
#undef ON
}

static void what_else_an_event_says_is_kept(void **state)
{
    (void)state;
#define AT "DTSTART:20260212\n"
    // clang-format off
    static const struct row ROWS[] = {
    {AT "UID:a@b\nSUMMARY:Film\\, débat\\; et\\npot", "[{id=a@b, title=Film, débat; et\npot, date=2026-02-12}]"},
    {AT "STATUS:TENTATIVE", "[{status=tentative, date=2026-02-12}]"},
    {AT "STATUS:CANCELLED", "[{status=cancelled, date=2026-02-12}]"},
    {AT "STATUS:CONFIRMED", "[{date=2026-02-12}]"},
    {AT "CATEGORIES:Film,Regards\\, coopératifs, été\nCATEGORIES:ATELIER", "[{kind=film, tags=[Regards, coopératifs, été, ATELIER], date=2026-02-12}]"},
    {AT "CATEGORIES:Cin\u00E9ma", "[{kind=film, date=2026-02-12}]"},
    {AT "CATEGORIES:", "[{date=2026-02-12}]"},
    {AT "URL;VALUE=URI:https://a.fr/b", "[{register=https://a.fr/b, date=2026-02-12}]"},
    {AT "URL:message:%3Cabc%3E", "[{date=2026-02-12}]"},
    {AT "DESCRIPTION:<p>Un <b>film</b>&nbsp;:</p><ul><li>a</li><li>b &amp; c</li></ul>", "[{description=Un film\u00A0:\na\nb & c\n, date=2026-02-12}]"},
    {AT "DESCRIPTION:2 < 3\\, 4 > 3\\nfin", "[{description=2 < 3, 4 > 3\nfin, date=2026-02-12}]"},
    {AT "DESCRIPTION:Venez.\\n-::~:~::~:~:~\\nGoogle Meet", "[{description=Venez.\n, date=2026-02-12}]"},
    {AT "LOCATION:https://visio.fr/a", "[{online=https://visio.fr/a, date=2026-02-12}]"},
    {AT "LOCATION:En ligne", "[{online=yes, date=2026-02-12}]"},
    {AT "ORGANIZER;CN=Moi:mailto:moi@a.fr\nATTENDEE:mailto:toi@a.fr", "[{date=2026-02-12}]"},
    {AT "X-A;B=\"c:d;e\":f\nSUMMARY;LANGUAGE=fr:T\nsans deux-points", "[{title=T, date=2026-02-12}]"},
    {AT "summary:T", "[{title=T, date=2026-02-12}]"},
    };
    // clang-format on
    assert_rows(ROWS, COUNT(ROWS));
#undef AT
}

static void locations_are_parted_into_venue_and_town(void **state)
{
    (void)state;
    static const struct {
        const char *location, *tree;
    } ROWS[] = {
        {"La Base\\, Montpellier",                                       "venue=La Base, town=Montpellier"},
        {"La Base",                                                      "venue=La Base"                  },
        {"Le Spot\\, 8 rue de l'Enclos\\, 30000 Nîmes\\, France",
         "venue=Le Spot, address=8 rue de l'Enclos, town=Nîmes"                                          },
        {"Le Spot\\, 8 rue de l'Enclos\\, 30000\\, Nîmes",
         "venue=Le Spot, address=8 rue de l'Enclos, town=Nîmes"                                          },
        {"Le Spot\\n8 rue de l'Enclos\\n30000 Nîmes",
         "venue=Le Spot, address=8 rue de l'Enclos, town=Nîmes"                                          },
        {"Le Spot\\, 8 rue de l'Enclos 30000 Nîmes",
         "venue=Le Spot, address=8 rue de l'Enclos, town=Nîmes"                                          },
        {"Parc Montcalm\\, 34000 Montpellier",
         "venue=Parc Montcalm, town=Montpellier"                                                          },
        {"Gazette café 6 Rue Levat 34000 Montpellier Occitanie France",
         "venue=Gazette café 6 Rue Levat, town=Montpellier"                                              },
        {"34000 Montpellier",                                            "town=Montpellier"               },
        {"Salle A\\, bâtiment B\\, Lattes",
         "venue=Salle A, bâtiment B, town=Lattes"                                                        },
        {"Salle A\\, 3 rue B\\, Lattes",
         "venue=Salle A, address=3 rue B, town=Lattes"                                                    },
        {"La Base\\, Montpellier\\, Hérault\\, France",
         "venue=La Base, town=Montpellier"                                                                },
        {"a\\, b\\, c\\, d\\, e\\, f\\, g\\, h\\, i\\, j",
         "venue=a, b, c, d, e, f, g, town=h, i, j"                                                        },
        {"\\, \\n\\,",                                                   ""                               },
    };
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        char *properties =
            xasprintf("DTSTART:20260212\nLOCATION:%s", ROWS[i].location);
        char *calendar = calendar_with(properties);
        char *tree = xasprintf("[{%s%sdate=2026-02-12}]", ROWS[i].tree,
                               ROWS[i].tree[0] != '\0' ? ", " : "");
        assert_tree(calendar, tree);
        free(tree);
        free(calendar);
        free(properties);
    }
}

static void lines_may_be_folded_anywhere(void **state)
{
    (void)state;
    // In the midst of "é" and of the name.
    assert_tree("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMM\r\n ARY:caf\xC3\r\n "
                "\xA9 \r\n\t noir\r\nDTSTART:2026\r\n 0212\r\n\r\n"
                "END:VEVENT\r\nEND:VCALENDAR",
                "[{title=café  noir, date=2026-02-12}]");
    static const char *const SAME[] = {
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:caf\u00E9\nDTSTART:20260212\n"
        "END:VEVENT\nEND:VCALENDAR\n",
        "\uFEFFBEGIN:VCALENDAR\rBEGIN:VEVENT\rSUMMARY:caf\u00E9\r"
        "DTSTART:20260212\rEND:VEVENT\rEND:VCALENDAR\r",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:caf\xE9\nDTSTART:20260212\n"
        "END:VEVENT\nEND:VCALENDAR\n", // Windows-1252
        "BEGIN:VEVENT\nSUMMARY:caf\u00E9\nDTSTART:20260212\n"
        "BEGIN:VALARM\nSUMMARY:non\nEND:VALARM\nEND:VEVENT\n",
    };
    for (size_t i = 0; i < COUNT(SAME); i++) {
        assert_tree(SAME[i], "[{title=café, date=2026-02-12}]");
    }
}

static void dates_told_apart_are_not_told_twice(void **state)
{
    (void)state;
#define SERIES                                                                 \
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:S\n"                        \
    "DTSTART;TZID=Europe/Paris:20260119T180000\nRRULE:FREQ=WEEKLY;COUNT=3\n"   \
    "END:VEVENT\n"
#define MOVED(from, to)                                                        \
    "BEGIN:VEVENT\nUID:a\nSUMMARY:M\nRECURRENCE-ID" from "\nDTSTART:" to       \
    "\nEND:VEVENT\n"
    static const char ALL[] =
        "[{id=a, title=S, dates=[2026-01-19 18:00, 2026-02-02 18:00]}, "
        "{id=a, title=M, date=2026-01-27, time=20:00}]";
    assert_tree(
        SERIES MOVED(";TZID=Europe/Paris:20260126T180000", "20260127T200000"),
        ALL);
    assert_tree(SERIES MOVED(":20260126T170000Z", "20260127T190000Z"), ALL);
    assert_tree(MOVED(";VALUE=DATE:20260126", "20260127T200000") SERIES, ALL);
    // Long past, or of a series that is not there.
    assert_tree(SERIES MOVED(":20250126T170000Z", "20250127T190000Z"),
                "[{id=a, title=S, dates=[2026-01-19 18:00, 2026-01-26 18:00, "
                "2026-02-02 18:00]}]");
    assert_tree(
        "BEGIN:VCALENDAR\n" MOVED(":20260126T170000Z", "20260127T190000Z"),
        "[{id=a, title=M, date=2026-01-27, time=20:00}]");
#undef SERIES
#undef MOVED
}

static void the_last_version_of_an_event_counts(void **state)
{
    (void)state;
#define VERSION(sequence, title, start)                                        \
    "BEGIN:VEVENT\nUID:a\nSEQUENCE:" sequence "\nSUMMARY:" title               \
    "\nDTSTART:" start "\nEND:VEVENT\n"
    assert_tree(VERSION("1", "B", "20260213") VERSION("0", "A", "20260212"),
                "[{id=a, title=B, date=2026-02-13}]");
    assert_tree(VERSION("9", "A", "20260212") VERSION("10", "B", "20260213"),
                "[{id=a, title=B, date=2026-02-13}]");
    assert_tree(VERSION("0", "A", "20260212") VERSION("0", "B", "20260212"),
                "[{id=a, title=A, date=2026-02-12}]");
    // All dates of one event with one UID and no rule.
    assert_tree(VERSION("0", "A", "20260212") VERSION("0", "A", "20260213"),
                "[{id=a, title=A, date=2026-02-12}, "
                "{id=a, title=A, date=2026-02-13}]");
#undef VERSION
}

static void assert_faults_of(const char *calendar, const char *faults)
{
    struct reading reading = reading_of(calendar, strlen(calendar));
    struct text_buffer found = {0};
    const struct diag *diag = diag_at(reading.diags, 0);
    for (size_t i = 1; diag != NULL; i++) {
        text_buffer_printf(&found, "%s%s@%zu:%zu", i > 1 ? " " : "",
                           fault_code(diag->fault), diag->place.line,
                           diag->place.column);
        diag = diag_at(reading.diags, i);
    }
    assert_string_equal(text_buffer_text(&found), faults);
    text_buffer_release(&found);
    reading_release(&reading);
}

static void faults_have_their_places(void **state)
{
    (void)state;
#define EVENT(lines)                                                           \
    "BEGIN:VCALENDAR\nX-A:un\n  deux\nBEGIN:VEVENT\nSUMMARY:T\n" lines         \
    "\nEND:VEVENT\nEND:VCALENDAR\n"
    // clang-format off
    static const struct {
        const char *calendar, *faults;
    } ROWS[] = {
    {EVENT("DTSTART:20260212"), ""},
    {EVENT("DTSTART:hier"), "calendar-start@6:9"},
    {EVENT("URL:a"), "calendar-start@4:1"},
    {EVENT("CLASS:PRIVATE"), "calendar-private@4:1"},
    {EVENT("CLASS:confidential\nDTSTART:20260212"), "calendar-private@4:1"},
    {EVENT("DTSTART;TZID=Été/Là:20260212T100000"), "calendar-zone@6:21"},
    {EVENT("DTSTART;TZID=A:20260212T100000\nDTEND;TZID=A:20260212T110000"), "calendar-zone@6:16"},
    {EVENT("DTSTART:20260212T100000\nRRULE:FREQ=SECONDLY"), "calendar-rule@7:7"},
    {EVENT("DTSTART:20260212T100000\nRRULE:FREQ=HOURLY;COUNT=2"), "calendar-rule@7:7"},
    {EVENT("DTSTART:20260212T100000\nRRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5"), "calendar-rule@7:7"},
    {EVENT("DTSTART:20260212T100000\nRRULE:souvent"), "calendar-rule@7:7"},
    {EVENT("DTSTART:20260212T100000\nRRULE:FREQ=DAILY;INTERVAL=0"), "calendar-rule@7:7"},
    {EVENT("DTSTART:20260212T100000\nRRULE:RSCALE=CHINESE;FREQ=YEARLY"), "calendar-rule@7:7"},
    {EVENT("DTSTART:20260212T100000\nRRULE:FREQ=DAILY;BYHOUR=1,2,3"), "calendar-repeats@7:7"},
    {"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260212\n", "calendar-cut-off@2:1"},
    {"BEGIN:VCALENDAR\nBEGIN:VEVENT\nBEGIN:VEVENT\nDTSTART:20260212\nEND:VEVENT\n", "calendar-cut-off@2:1"},
    {"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260212\nEND:VCALENDAR\n", "calendar-cut-off@2:1"},
    {"<!DOCTYPE html>\n<html>", "calendar-none@0:0"},
    {"", "calendar-none@0:0"},
    {"BEGIN:VCALENDAR\nEND:VCALENDAR\n", ""},
    {"BEGIN:VCARD\nFN:Moi\nEND:VCARD\n", "calendar-none@0:0"},
    };
    // clang-format on
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        assert_faults_of(ROWS[i].calendar, ROWS[i].faults);
    }
#undef EVENT
}

static void private_events_stay_private(void **state)
{
    (void)state;
    static const char BYTES[] =
        "BEGIN:VEVENT\nSUMMARY:Dentiste\nDTSTART:20260212\nCLASS:PRIVATE\n"
        "END:VEVENT\n";
    struct reading reading = reading_of(BYTES, sizeof BYTES - 1);
    assert_int_equal(node_get(reading.root, "events")->count, 0);
    char *message = diag_message(diag_at(reading.diags, 0), FAULT_IN_FRENCH);
    assert_null(strstr(message, "Dentiste"));
    free(message);
    reading_release(&reading);
}

static void one_unknown_rule_costs_only_itself(void **state)
{
    (void)state;
    static const struct row ROWS[] = {
        {"DTSTART:20260212T100000\nRRULE:FREQ=SECONDLY",
         "[{date=2026-02-12, time=10:00}]"},
        {"DTSTART:20250212T100000\nRRULE:souvent",
         "[{date=2025-02-12, time=10:00}]"},
    };
    assert_rows(ROWS, COUNT(ROWS));
}

// Adds an event that repeats.
static void add_event(struct text_buffer *out, int number, const char *rule)
{
    text_buffer_printf(out,
                       "BEGIN:VEVENT\nUID:%d\nSUMMARY:T%d\n"
                       "DTSTART:19700101T100000\n%s\nEND:VEVENT\n",
                       number, number, rule);
}

static size_t dates_in(const struct node *events)
{
    size_t count = 0;
    for (const struct node *item = events->first; item != NULL;
         item = item->next) {
        const struct node *dates = node_get(item, "dates");
        count += dates != NULL ? dates->count : 1;
    }
    return count;
}

static void repetitions_are_bounded(void **state)
{
    (void)state;
    struct text_buffer text = {0};
    text_buffer_add(&text, "BEGIN:VCALENDAR\n");
    for (int i = 0; i < 300; i++) {
        add_event(&text, i, "RRULE:FREQ=DAILY;BYHOUR=10,14");
    }
    text_buffer_add(&text, "END:VCALENDAR\n");
    struct reading reading = reading_of(text.text, text.length);
    const struct node *events = node_get(reading.root, "events");
    assert_int_equal(node_get(events->first, "dates")->count,
                     CALENDAR_OCCURRENCES_MAX);
    // What is beyond the bound has one date each.
    size_t most = CALENDAR_ALL_OCCURRENCES_MAX + 300;
    assert_in_range(dates_in(events), CALENDAR_ALL_OCCURRENCES_MAX - 400, most);
    text_buffer_release(&text);
    reading_release(&reading);
}

// Rules that never meet are gone through in vain, but not for ever.
static void hostile_calendars_end_soon(void **state)
{
    (void)state;
    struct text_buffer text = {0};
    text_buffer_add(&text, "BEGIN:VCALENDAR\n");
    for (int i = 0; i < 8000; i++) {
        add_event(&text, i,
                  "RRULE:FREQ=DAILY;BYMONTHDAY=1;BYDAY=MO;COUNT=9999");
    }
    struct reading reading = reading_of(text.text, text.length);
    assert_true(diag_count(reading.diags, FAULT_WARNING) > 7000);
    reading_release(&reading);
    text_buffer_release(&text);

    for (int i = 0; i < 300000; i++) {
        text_buffer_add(&text, "BEGIN:VEVENT\n");
    }
    reading = reading_of(text.text, text.length);
    reading_release(&reading);
    text_buffer_release(&text);

    char *bytes = xcalloc(1, DOCUMENT_BYTES_MAX + 1);
    memset(bytes, 'A', DOCUMENT_BYTES_MAX + 1);
    reading = reading_of(bytes, DOCUMENT_BYTES_MAX);
    assert_int_equal(diag_at(reading.diags, 0)->fault, FAULT_CALENDAR_NONE);
    reading_release(&reading);
    reading = reading_of(bytes, DOCUMENT_BYTES_MAX + 1);
    assert_int_equal(diag_at(reading.diags, 0)->fault, FAULT_FILE_TOO_LARGE);
    reading_release(&reading);
    free(bytes);
}

static void every_beginning_of_a_calendar_is_read(void **state)
{
    (void)state;
    size_t length = 0;
    char *bytes = document_bytes(KIOSK_TESTS_DIR "/calendars/google.ics",
                                 "a.ics", NULL, &length);
    assert_non_null(bytes);
    for (size_t i = 0; i <= length; i += 11) {
        struct reading reading = reading_of(bytes, i);
        assert_non_null(node_get(reading.root, "events"));
        reading_release(&reading);
    }
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(times_are_those_of_the_programme),
        cmocka_unit_test(what_repeats_is_written_out_for_a_year),
        cmocka_unit_test(what_else_an_event_says_is_kept),
        cmocka_unit_test(locations_are_parted_into_venue_and_town),
        cmocka_unit_test(lines_may_be_folded_anywhere),
        cmocka_unit_test(dates_told_apart_are_not_told_twice),
        cmocka_unit_test(the_last_version_of_an_event_counts),
        cmocka_unit_test(faults_have_their_places),
        cmocka_unit_test(private_events_stay_private),
        cmocka_unit_test(one_unknown_rule_costs_only_itself),
        cmocka_unit_test(repetitions_are_bounded),
        cmocka_unit_test(hostile_calendars_end_soon),
        cmocka_unit_test(every_beginning_of_a_calendar_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
