// SPDX-License-Identifier: MIT
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/text_buffer.h"
#include "language/language.h"
#include "language/when.h"
#include "support/test.h"

// A written date, what is read in it, and the faults found: their codes and
// arguments. The result is "" where there is none.
struct row {
    const char *text, *expected, *faults;
};

// The table of the programme format, with annee: 2026.
// clang-format off
static const struct row TABLE[] = {
{"20 janvier 18h30-20h30", "day 2026-01-20 18:30-20:30", ""},
{"4 février (heure à venir)", "day 2026-02-04 time-to-come", ""},
{"15 mars 11h", "day 2026-03-15 11:00-", ""},
{"23 avril (à valider) 18h30-19h30", "day 2026-04-23 18:30-19:30 tentative", ""},
{"mardi 20 janvier 2026 à 18 h 30", "day 2026-01-20 18:30-", ""},
{"mercredi 20 janvier 2026", "day 2026-01-20", "date-weekday[mercredi|mardi|20 janvier 2026]"},
{"1er mars 2026 dès 14h", "day 2026-03-01 14:00- from-time", ""},
{"2026-01-20 18:30", "day 2026-01-20 18:30-", ""},
{"2026-01-20T18:30", "day 2026-01-20 18:30-", ""},
{"20/01/2026 18h30", "day 2026-01-20 18:30-", ""},
{"20/01 18h", "day 2026-01-20 18:00-", ""},
{"20.01.2026", "day 2026-01-20", ""},
{"du 30 novembre au 2 décembre", "day 2026-11-30..2026-12-02", ""},
{"du 15 au 19 novembre en ligne", "day 2026-11-15..2026-11-19 online", ""},
{"le 4 novembre en visio de 9h à 12h30", "day 2026-11-04 09:00-12:30 online", ""},
{"12-14 juin 2026", "day 2026-06-12..2026-06-14", ""},
{"2022-08-22/26", "day 2022-08-22..2022-08-26", ""},
{"29/11-02/12", "day 2026-11-29..2026-12-02", ""},
{"du 28 décembre au 3 janvier", "day 2026-12-28..2027-01-03", ""},
{"dans la semaine du 11 avril 2016", "week 2016-04-11..2016-04-17 'semaine du 11 avril 2016'", ""},
{"2026-W16", "week 2026-04-13..2026-04-19 '2026-W16'", ""},
{"avril 2026", "month 2026-04-01..2026-04-30", ""},
{"courant avril", "month 2026-04-01..2026-04-30 'courant avril'", ""},
{"fin mars 2026", "month 2026-03-01..2026-03-31 'fin mars 2026'", ""},
{"2026-04", "month 2026-04-01..2026-04-30", ""},
{"14 juillet 20h-1h", "day 2026-07-14 20:00-25:00", ""},
{"31 décembre 20h - minuit", "day 2026-12-31 20:00-24:00", ""},
{"jusqu'à 22h le 3 mai", "day 2026-05-03 -22:00", ""},
{"date à venir", "none date-to-come", ""},
{"24 avril (annulé)", "day 2026-04-24 cancelled", ""},
{"24 avril (reporté)", "day 2026-04-24 postponed", ""},
{"24 avril 18h complet", "day 2026-04-24 18:00- full", ""},
{"dimars 20 de genièr 18h30", "day 2026-01-20 18:30-", ""},
{"martes, 20 de enero de 2026", "day 2026-01-20", ""},
{"Tuesday 20 January 2026", "day 2026-01-20", ""},
{"dijous 5 de març", "day 2026-03-05", ""},
};

static const struct row TIMES_OF_DAY[] = {
{"5 mai de 9h à 12h30", "day 2026-05-05 09:00-12:30", ""},
{"5 mai de 18 à 20h", "day 2026-05-05 18:00-20:00", ""},
{"5 mai 18-20h", "day 2026-05-05 18:00-20:00", ""},
{"5 mai 18h-20", "day 2026-05-05 18:00-20:00", ""},
{"entre 18h et 20h le 5 mai", "day 2026-05-05 18:00-20:00", ""},
{"5 mai 18 h 30", "day 2026-05-05 18:30-", ""},
{"5 mai 18:30", "day 2026-05-05 18:30-", ""},
{"5 mai 18H30", "day 2026-05-05 18:30-", ""},
{"5 mai 18 heures", "day 2026-05-05 18:00-", ""},
{"5 mai 18.30", "day 2026-05-05", "date-words-left[18.30|5 mai 18.30]"},
{"5 mai 20h30 - 22h", "day 2026-05-05 20:30-22:00", ""},
{"5 mai 20h30 – 22h", "day 2026-05-05 20:30-22:00", ""},
{"5 mai 20h30 → 22h", "day 2026-05-05 20:30-22:00", ""},
{"5 mai 20h à 22h", "day 2026-05-05 20:00-22:00", ""},
{"5 mai 18h30/20h30", "day 2026-05-05 18:30-20:30", ""},
{"5 mai 10h/12h", "day 2026-05-05 10:00-12:00", ""},
{"5 mai 9h-12h et 14h-17h", "day 2026-05-05 09:00-17:00", ""},
{"5 mai 14h-17h, 9h-12h", "day 2026-05-05 09:00-17:00", ""},
{"5 mai à partir de 18h", "day 2026-05-05 18:00- from-time", ""},
{"5 mai à partir de 20h jusqu’à 1h", "day 2026-05-05 20:00-25:00", ""},
{"5 mai jusqu'à minuit", "day 2026-05-05 -24:00", ""},
{"5 mai midi", "day 2026-05-05 12:00-", ""},
{"5 mai 0h", "day 2026-05-05 00:00-", ""},
{"5 mai 20h-24h", "day 2026-05-05 20:00-24:00", ""},
{"5 mai 20h-00h", "day 2026-05-05 20:00-24:00", ""},
{"18h 20 janvier", "day 2026-01-20 18:00-", ""},
{"6-8pm on 5 May", "day 2026-05-05 18:00-20:00", ""},
{"5 May 12:30 am", "day 2026-05-05 00:30-", ""},
{"5 mai 25h", "day 2026-05-05", "time-unreadable[25h]"},
{"5 mai 18h75", "day 2026-05-05", "time-unreadable[18h75]"},
{"5 mai 24h30", "day 2026-05-05", "time-unreadable[24h30]"},
{"5 mai 20h-31h", "day 2026-05-05", "time-unreadable[20h-31h]"},
{"5 mai 18h et 20h30", "day 2026-05-05 18:00-", "date-words-left[et 20h30|5 mai 18h et 20h30]"},
{"5 mai (horaire à préciser)", "day 2026-05-05 time-to-come", ""},
{"5 mai, à préciser", "day 2026-05-05 time-to-come", ""},
{"5 mai 18h (heure à confirmer)", "day 2026-05-05 18:00-", ""},
};

static const struct row DAYS[] = {
{"1er mai", "day 2026-05-01", ""},
{"1° mai", "day 2026-05-01", ""},
{"1r de març", "day 2026-03-01", ""},
{"1º de mayo", "day 2026-05-01", ""},
{"20 janv.", "day 2026-01-20", ""},
{"20 janv.18h", "day 2026-01-20 18:00-", ""},
{"20 JANVIER", "day 2026-01-20", ""},
{"20 fevrier", "day 2026-02-20", ""},
{"20 janvier", "day 2026-01-20", ""},
{"mar. 20 janv.", "day 2026-01-20", ""},
{"20 mar 2026", "day 2026-03-20", ""},
{"20 janvier 26", "day 2026-01-20", ""},
{"20/01/26", "day 2026-01-20", ""},
{"20-01-2026", "day 2026-01-20", ""},
{"2026/01/20", "day 2026-01-20", ""},
{"20 janvier (2026)", "day 2026-01-20", ""},
{"20 janvier (mardi)", "day 2026-01-20", ""},
{"mardi, le 20 janvier", "day 2026-01-20", ""},
{"January 20th, 2026", "day 2026-01-20", ""},
{"January 20-22, 2026", "day 2026-01-20..2026-01-22", ""},
{"20 des. 14h", "day 2026-12-20 14:00-", ""},
{"20 mars des 14h", "day 2026-03-20 14:00- from-time", ""},
{"vendredi 5 et samedi 6 juin", "day 2026-06-05..2026-06-06", ""},
{"samedi et dimanche 6-7 juin", "day 2026-06-06..2026-06-07", ""},
{"les 5 et 6 juin", "day 2026-06-05..2026-06-06", ""},
{"le 2/3 mai", "day 2026-05-02..2026-05-03", ""},
{"5, 6 et 7 juin", "day 2026-06-05..2026-06-07", ""},
{"du vendredi 5 au dimanche 7 juin 2026", "day 2026-06-05..2026-06-07", ""},
{"du 15/11 au 19/11", "day 2026-11-15..2026-11-19", ""},
{"13/04 au 17/04/2026 9h-17h", "day 2026-04-13..2026-04-17 09:00-17:00", ""},
{"20/01/2026 - 22/01/2026", "day 2026-01-20..2026-01-22", ""},
{"2026-01-20/2026-01-22", "day 2026-01-20..2026-01-22", ""},
{"de l’11 al 15 d’abril", "day 2026-04-11..2026-04-15", ""},
{"from 3 to 5 March", "day 2026-03-03..2026-03-05", ""},
{"vendredi 5 juin 18h au dimanche 7 juin 12h", "day 2026-06-05..2026-06-07 18:00-12:00", ""},
{"du 30 décembre 2026 au 2 janvier", "day 2026-12-30..2027-01-02", ""},
{"du 30 décembre au 2 janvier 2026", "day 2025-12-30..2026-01-02", ""},
{"à partir du 3 mars", "day 2026-03-03 from-day", ""},
{"from 3 March", "day 2026-03-03 from-day", ""},
{"jusqu'au 2 décembre", "day 2026-12-02 until-day", ""},
{"hasta el 2 de diciembre", "day 2026-12-02 until-day", ""},
{"du 3 mars jusqu'au 5 mai", "day 2026-03-03..2026-05-05", ""},
{"week-end du 5 juin", "day 2026-06-06..2026-06-07", ""},
{"week-end du 6 et 7 juin", "day 2026-06-06..2026-06-07", ""},
{"semaine 16", "week 2026-04-13..2026-04-19 'semaine 16'", ""},
{"S16", "week 2026-04-13..2026-04-19 'S16'", ""},
{"semaine du 13 au 17 avril", "week 2026-04-13..2026-04-19 'semaine du 13 au 17 avril'", ""},
{"semaine du 15 avril", "week 2026-04-13..2026-04-19 'semaine du 15 avril'", ""},
{"la setmana de l’11 d’abril", "week 2026-04-06..2026-04-12 'setmana de l’11 d’abril'", ""},
{"04/2026", "month 2026-04-01..2026-04-30", ""},
{"mi-mars", "month 2026-03-01..2026-03-31 'mi-mars'", ""},
{"avril-mai 2026", "month 2026-04-01..2026-05-31 'avril-mai 2026'", ""},
{"décembre - janvier 2027", "month 2026-12-01..2027-01-31 'décembre - janvier 2027'", ""},
};

static const struct row STATUSES[] = {
{"annulé", "none date-to-come cancelled", ""},
{"à confirmer", "none date-to-come tentative", ""},
{"à venir", "none date-to-come", ""},
{"?", "none date-to-come", ""},
{"20 janvier ?", "day 2026-01-20 tentative", ""},
{"20 janvier (date à confirmer)", "day 2026-01-20 tentative", ""},
{"avril (date à préciser)", "month 2026-04-01..2026-04-30", ""},
{"20 janvier déplacé en ligne", "day 2026-01-20 moved_online", ""},
{"annulée : 20 janvier", "day 2026-01-20 cancelled", ""},
{"20 janvier [cancel·lat]", "day 2026-01-20 cancelled", ""},
{"24 avril (reporté au 24 mai)", "day 2026-04-24 postponed", "date-words-left[au 24 mai|24 avril (reporté au 24 mai)]"},
{"20 janvier (au lieu du 13 janvier) 18h", "day 2026-01-20 18:00-", "date-words-left[au lieu du 13 janvier|20 janvier (au lieu du 13 janvier) 18h]"},
};

static const struct row FAULTS[] = {
{"", "", "date-unreadable[]"},
{" ,-() ", "", "date-unreadable[,-()]"},
{"printemps 2026", "", "date-unreadable[printemps 2026]"},
{"mardi 18h30", "", "date-unreadable[mardi 18h30]"},
{"fête des coops", "", "date-unreadable[fête des coops]"},
{"20/13/2026", "", "date-unreadable[20/13/2026]"},
{"2026-W54", "", "date-unreadable[2026-W54]"},
{"semaine 53", "week 2026-12-28..2027-01-03 'semaine 53'", ""},
{"2027-W53", "", "date-unreadable[2027-W53]"},
{"30 février 2026", "", "date-not-real[30 février 2026|février 2026|28]"},
{"le 31 avril 18h", "", "date-not-real[31 avril|avril 2026|30]"},
{"du 25 au 31 juin", "", "date-not-real[du 25 au 31 juin|juin 2026|30]"},
{"0 janvier", "", "date-not-real[0 janvier|janvier 2026|31]"},
{"2026-02-29", "", "date-not-real[2026-02-29|février 2026|28]"},
{"du 20 au 12 juin", "day 2026-06-20", "date-end-first[du 20 au 12 juin]"},
{"5 et 12 juin", "day 2026-06-05", "date-several[5 et 12 juin]"},
{"6 juin 10h-12h et 7 juin 14h-17h", "day 2026-06-06 10:00-12:00", "date-several[6 juin 10h-12h et 7 juin 14h-17h]"},
{"du mardi 20 au jeudi 21 janvier", "day 2026-01-20..2026-01-21", "date-weekday[jeudi|mercredi|21 janvier 2026]"},
{"diluns 20 de genièr", "day 2026-01-20", "date-weekday[lundi|mardi|20 janvier 2026]"},
{"20 janvier 1830", "day 2026-01-20", "date-words-left[1830|20 janvier 1830]"},
{"20 janvier à 18h au café de la gare", "day 2026-01-20 18:00-", "date-words-left[au café de la gare|20 janvier à 18h au café de la gare]"},
{"Soirée 20 janvier + apéro", "day 2026-01-20", "date-words-left[Soirée … + apéro|Soirée 20 janvier + apéro]"},
{"tous les jeudis de mai", "month 2026-05-01..2026-05-31", "date-words-left[tous les jeudis|tous les jeudis de mai]"},
};
// clang-format on

static void add_days(const struct when *when, struct text_buffer *out)
{
    char first[16], last[16];
    date_format(when->first_day, first);
    date_format(when->last_day, last);
    text_buffer_printf(out, " %s", first);
    if (strcmp(first, last) != 0) {
        text_buffer_printf(out, "..%s", last);
    }
}

static void add_minute(int minute, struct text_buffer *out)
{
    if (minute != MINUTE_UNKNOWN) {
        text_buffer_printf(out, "%02d:%02d", minute / 60, minute % 60);
    }
}

static void add_times(const struct when *when, struct text_buffer *out)
{
    bool known = when->start_minute != MINUTE_UNKNOWN ||
                 when->end_minute != MINUTE_UNKNOWN;
    if (known) {
        text_buffer_add(out, " ");
        add_minute(when->start_minute, out);
        text_buffer_add(out, "-");
        add_minute(when->end_minute, out);
    }
}

static char *described(const struct when *when)
{
    static const char *const PRECISIONS[] = {"none", "day", "week", "month"};
    struct text_buffer out = {0};
    text_buffer_add(&out, PRECISIONS[when->precision]);
    if (when->precision != PRECISION_NONE) {
        add_days(when, &out);
    }
    add_times(when, &out);
    text_buffer_add(&out, when->until_day ? " until-day" : "");
    text_buffer_add(&out, when->from_day ? " from-day" : "");
    text_buffer_add(&out, when->from_time ? " from-time" : "");
    text_buffer_add(&out, when->time_to_come ? " time-to-come" : "");
    text_buffer_add(&out, when->date_to_come ? " date-to-come" : "");
    text_buffer_add(&out, when->online ? " online" : "");
    if (when->has_status) {
        text_buffer_printf(&out, " %s", status_name(when->status));
    }
    if (when->wording[0] != '\0') {
        text_buffer_printf(&out, " '%s'", when->wording);
    }
    return text_buffer_take(&out);
}

static char *faults_of(struct diag_list *diags)
{
    struct text_buffer out = {0};
    const struct diag *diag = diag_at(diags, 0);
    for (size_t i = 0; diag != NULL; diag = diag_at(diags, i)) {
        text_buffer_printf(&out, "%s%s[", i > 0 ? " " : "",
                           fault_code(diag->fault));
        for (int j = 0; j < FAULT_ARGUMENTS && diag->arguments[j] != NULL;
             j++) {
            text_buffer_printf(&out, "%s%s", j > 0 ? "|" : "",
                               diag->arguments[j]);
        }
        text_buffer_add(&out, "]");
        i++;
    }
    return text_buffer_take(&out);
}

static struct when_context with_year(void **state, int year)
{
    return (struct when_context){.languages = *state, .year = year};
}

static void assert_read(const struct when_context *context, struct row row)
{
    struct diag_list *diags = diag_list_new();
    struct arena *arena = arena_new();
    struct when when = {0};
    struct place place = {"programme.yaml", 3, 11};
    bool done = when_read(arena, row.text, context, place, diags, &when);
    char *described_when = done ? described(&when) : xstrdup("");
    char *faults = faults_of(diags);
    if (strcmp(described_when, row.expected) != 0 ||
        strcmp(faults, row.faults) != 0) {
        print_error("while reading '%s':\n", row.text);
    }
    assert_string_equal(described_when, row.expected);
    assert_string_equal(faults, row.faults);
    free(described_when);
    free(faults);
    arena_free(arena);
    diag_list_free(diags);
}

static void assert_rows(void **state, const struct row *rows, size_t count)
{
    struct when_context context = with_year(state, 2026);
    for (size_t i = 0; i < count; i++) {
        assert_read(&context, rows[i]);
    }
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void every_row_of_the_format_is_read(void **state)
{
    assert_rows(state, TABLE, COUNT(TABLE));
}

static void times_are_read_as_people_write_them(void **state)
{
    assert_rows(state, TIMES_OF_DAY, COUNT(TIMES_OF_DAY));
}

static void days_and_periods_are_read_as_people_write_them(void **state)
{
    assert_rows(state, DAYS, COUNT(DAYS));
}

static void statuses_stand_beside_the_date(void **state)
{
    assert_rows(state, STATUSES, COUNT(STATUSES));
}

static void what_is_wrong_is_said(void **state)
{
    assert_rows(state, FAULTS, COUNT(FAULTS));
}

static void a_season_goes_from_august_to_july(void **state)
{
    // clang-format off
    static const struct row ROWS[] = {
    {"12 octobre", "day 2026-10-12", ""},
    {"3 mars", "day 2027-03-03", ""},
    {"31 juillet", "day 2027-07-31", ""},
    {"1er août", "day 2026-08-01", ""},
    {"du 28 décembre au 3 janvier", "day 2026-12-28..2027-01-03", ""},
    {"12 octobre 2028", "day 2028-10-12", ""},
    {"courant mai", "month 2027-05-01..2027-05-31 'courant mai'", ""},
    {"semaine 40", "week 2026-09-28..2026-10-04 'semaine 40'", ""},
    {"semaine 4", "week 2027-01-25..2027-01-31 'semaine 4'", ""},
    {"mardi 20 janvier", "day 2027-01-20", "date-weekday[mardi|mercredi|20 janvier 2027]"},
    };
    // clang-format on
    struct when_context context = with_year(state, 2027);
    context.season_first_year = 2026; // says more than a year does
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        assert_read(&context, ROWS[i]);
    }
}

static void a_weekday_tells_the_year_near_the_update(void **state)
{
    // clang-format off
    static const struct row ROWS[] = {
    {"mardi 20 janvier", "day 2026-01-20", ""},
    {"mercredi 20 janvier", "day 2027-01-20", ""},
    {"lundi 20 janvier", "day 2025-01-20", ""},
    {"20 janvier", "day 2026-01-20", ""},
    {"jeudi 20 janvier", "day 2026-01-20", "date-weekday[jeudi|mardi|20 janvier 2026]"},
    {"mercredi 20 janvier 2026", "day 2026-01-20", "date-weekday[mercredi|mardi|20 janvier 2026]"},
    };
    // clang-format on
    struct when_context context = with_year(state, 0);
    context.updated = (struct date){2026, 1, 5};
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        assert_read(&context, ROWS[i]);
    }
}

static void a_year_is_never_guessed(void **state)
{
    // clang-format off
    static const struct row ROWS[] = {
    {"mardi 20 janvier 18h30", "none 18:30- 'mardi 20 janvier'", "date-year-missing[mardi 20 janvier 18h30]"},
    {"du 5 au 7 juin (complet)", "none full 'du 5 au 7 juin'", "date-year-missing[du 5 au 7 juin (complet)]"},
    {"jusqu’au 2 décembre", "none 'jusqu’au 2 décembre'", "date-year-missing[jusqu’au 2 décembre]"},
    {"courant avril", "none 'courant avril'", "date-year-missing[courant avril]"},
    {"avril", "none 'avril'", "date-year-missing[avril]"},
    {"semaine 16", "none 'semaine 16'", "date-year-missing[semaine 16]"},
    {"29 février", "none '29 février'", "date-year-missing[29 février]"},
    {"30 février", "", "date-not-real[30 février|février|29]"},
    {"20 janvier 2027", "day 2027-01-20", ""},
    };
    // clang-format on
    struct when_context context = with_year(state, 0);
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        assert_read(&context, ROWS[i]);
    }
}

static void a_fault_has_the_place_of_its_text(void **state)
{
    struct when_context context = with_year(state, 2026);
    struct diag_list *diags = diag_list_new();
    struct arena *arena = arena_new();
    struct when when;
    struct place place = {"programme.yaml", 3, 11};
    assert_false(when_read(arena, "31 avril", &context, place, diags, &when));
    const struct diag *diag = diag_at(diags, 0);
    assert_string_equal(diag->place.path, "programme.yaml");
    assert_int_equal(diag->place.line, 3);
    assert_int_equal(diag->place.column, 11);
    arena_free(arena);
    diag_list_free(diags);
}

static void assert_time(void **state, struct row row)
{
    struct when_context context = with_year(state, 2026);
    struct diag_list *diags = diag_list_new();
    struct when when = {.start_minute = MINUTE_UNKNOWN,
                        .end_minute = MINUTE_UNKNOWN,
                        .wording = ""};
    struct place nowhere = {0};
    bool done = when_read_time(row.text, &context, nowhere, diags, &when);
    char *described_when = done ? described(&when) : xstrdup("");
    char *faults = faults_of(diags);
    assert_string_equal(described_when, row.expected);
    assert_string_equal(faults, row.faults);
    free(described_when);
    free(faults);
    diag_list_free(diags);
}

static void a_time_may_stand_alone(void **state)
{
    // clang-format off
    static const struct row ROWS[] = {
    {"18h30-20h30", "none 18:30-20:30", ""},
    {"dès 14h", "none 14:00- from-time", ""},
    {"à venir", "none time-to-come", ""},
    {"heure à venir", "none time-to-come", ""},
    {"?", "none time-to-come", ""},
    {"jusqu'à 22h", "none -22:00", ""},
    {"18", "none 18:00-", ""},
    {"18-20", "none 18:00-20:00", ""},
    {"18.30", "none 18:30-", ""},
    {"18:30", "none 18:30-", ""},
    {"midi", "none 12:00-", ""},
    {"de 9 à 12h30", "none 09:00-12:30", ""},
    {"9h-12h, 14h-17h", "none 09:00-17:00", ""},
    {"20h - minuit", "none 20:00-24:00", ""},
    {"18h30 (complet)", "none 18:30- full", ""},
    {"10h en visio", "none 10:00- online", ""},
    {"18h30 au bar", "none 18:30-", "date-words-left[au bar|18h30 au bar]"},
    {"le soir", "", "time-unreadable[le soir]"},
    {"25h", "", "time-unreadable[25h]"},
    {"", "", "time-unreadable[]"},
    };
    // clang-format on
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        assert_time(state, ROWS[i]);
    }
}

static void an_unreadable_time_touches_nothing(void **state)
{
    struct when_context context = with_year(state, 2026);
    struct when when = {.start_minute = 600, .end_minute = 700};
    struct place nowhere = {0};
    assert_false(when_read_time("le soir", &context, nowhere, NULL, &when));
    assert_int_equal(when.start_minute, 600);
    assert_int_equal(when.end_minute, 700);
}

static void read_only(void **state, const char *text)
{
    struct when_context context = with_year(state, 2026);
    struct diag_list *diags = diag_list_new();
    struct arena *arena = arena_new();
    struct when when = {0};
    struct place nowhere = {0};
    when_read(arena, text, &context, nowhere, diags, &when);
    when_read_time(text, &context, nowhere, diags, &when);
    // However long the text is, a fault stays a line.
    for (size_t i = 0; diag_at(diags, i) != NULL; i++) {
        const char *argument = diag_at(diags, i)->arguments[0];
        assert_true(strlen(argument) < 500);
    }
    arena_free(arena);
    diag_list_free(diags);
}

static char *repeated(const char *text, size_t times)
{
    struct text_buffer out = {0};
    for (size_t i = 0; i < times; i++) {
        text_buffer_add(&out, text);
    }
    return text_buffer_take(&out);
}

static void hostile_texts_are_read_in_linear_time(void **state)
{
    static const char *const PIECES[] = {
        "9",           "99999999999999999999 ",
        "(",           ")",
        "1,",          "1-",
        "a ",          "à",
        "-",           "20 janvier ",
        "18h",         "18h-",
        "semaine du ", "jusqu'à ",
        "janvier-",    "et ",
        "\x01",        "\xFF",
        "\xC3",        "é",
        "\u202F",      "\u0301",
        "\uFDFA",      "1er ",
        "(annulé)",    "du 1 au ",
        "2026-",       "/",
        ".",           "mardi ",
    };
    for (size_t i = 0; i < COUNT(PIECES); i++) {
        char *text = repeated(PIECES[i], 10000);
        read_only(state, text);
        free(text);
    }
}

static void every_cut_of_a_date_is_safe(void **state)
{
    static const char *const TEXTS[] = {
        "du vendredi 5 juin 2026 18h30 au dimanche 7 juin à 12h (à valider)",
        "dans la semaine du 11 avril 2016, jusqu’à minuit (heure à venir)",
        "2026-01-20T18:30:00/2026-01-22T20:30 – January 20th, 2026 6-8pm",
    };
    for (size_t i = 0; i < COUNT(TEXTS); i++) {
        for (size_t from = 0; from < strlen(TEXTS[i]); from++) {
            char *cut = xstrndup(TEXTS[i], from);
            read_only(state, cut);
            read_only(state, TEXTS[i] + from);
            free(cut);
        }
    }
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
        cmocka_unit_test(every_row_of_the_format_is_read),
        cmocka_unit_test(times_are_read_as_people_write_them),
        cmocka_unit_test(days_and_periods_are_read_as_people_write_them),
        cmocka_unit_test(statuses_stand_beside_the_date),
        cmocka_unit_test(what_is_wrong_is_said),
        cmocka_unit_test(a_season_goes_from_august_to_july),
        cmocka_unit_test(a_weekday_tells_the_year_near_the_update),
        cmocka_unit_test(a_year_is_never_guessed),
        cmocka_unit_test(a_fault_has_the_place_of_its_text),
        cmocka_unit_test(a_time_may_stand_alone),
        cmocka_unit_test(an_unreadable_time_touches_nothing),
        cmocka_unit_test(hostile_texts_are_read_in_linear_time),
        cmocka_unit_test(every_cut_of_a_date_is_safe),
    };
    return cmocka_run_group_tests(tests, load_languages, free_languages);
}
