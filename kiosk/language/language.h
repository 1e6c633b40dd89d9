// SPDX-License-Identifier: MIT
// The languages the screen speaks: one YAML file each, so that a translator
// adds a language by copying a file.
//
// A file holds month and weekday names, patterns of dates, the chips' and the
// interface's words. What a file lacks is taken from French.

#ifndef KIOSK_LANGUAGE_LANGUAGE_H
#define KIOSK_LANGUAGE_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct vocabulary;

// Interface words and chips: each is a key under words: in the language's
// file, named as in the table in language.c. {1} and {2} are filled in. A word
// may be "one|many": the part in front of '|' is for the number 1.
enum word {
    // Chips
    WORD_TODAY,          // aujourd’hui
    WORD_THIS_MORNING,   // ce matin
    WORD_THIS_AFTERNOON, // cet après-midi
    WORD_TONIGHT,        // ce soir
    WORD_TOMORROW,       // demain
    WORD_DAY_AFTER,      // après-demain
    WORD_IN_DAYS,        // dans {1} jours
    WORD_THIS_WEEK,      // cette semaine
    WORD_NEXT_WEEK,      // la semaine prochaine
    WORD_IN_MINUTES,     // dans {1} min
    WORD_NOW,            // en ce moment
    WORD_NOW_UNTIL,      // en ce moment – jusqu’à {1}
    WORD_DAY_OF,         // jour {1} sur {2}
    WORD_HERE,           // ici !
    // Statuses and unknowns
    WORD_TENTATIVE,           // à confirmer
    WORD_CANCELLED,           // annulé
    WORD_POSTPONED,           // reporté
    WORD_NEW_DATE_TO_COME,    // nouvelle date à venir
    WORD_INSTEAD_OF,          // au lieu du {1}
    WORD_FULL,                // complet
    WORD_ONLINE,              // en ligne
    WORD_TIME_TO_COME,        // horaire à venir
    WORD_DATE_TO_COME,        // date à venir
    WORD_PLACE_TO_COME,       // lieu à venir
    WORD_REGISTRATION_CLOSED, // inscriptions closes
    // Labels of an event
    WORD_DOORS,   // ouverture {1}
    WORD_WITH,    // avec {1}
    WORD_FREE,    // entrée libre / gratuit
    WORD_ALSO_ON, // aussi le {1}
    WORD_AND,     // et
    // QR codes
    WORD_REGISTER,     // s’inscrire
    WORD_WAITING_LIST, // liste d’attente
    WORD_ACCESS_LINK,  // lien d’accès
    WORD_WRITE_TO_US,  // nous écrire
    WORD_CALL_US,      // nous appeler
    WORD_SCAN,         // scannez avec l’appareil photo
    WORD_LEARN_MORE,   // en savoir plus
    WORD_FOLLOW_US,    // suivre le collectif
    // The page of an event
    WORD_MY_CALENDAR,       // mon agenda
    WORD_ADD_TO_CALENDAR,   // ajouter à mon agenda
    WORD_CALENDAR_HINT,     // rien n’est envoyé
    WORD_THE_WAY,           // y aller
    WORD_REGISTER_UNTIL,    // inscription jusqu’au {1}
    WORD_ORGANISED_BY,      // organisé par {1}
    WORD_IN_PARTNERSHIP,    // en partenariat avec {1}
    WORD_PLACES,            // {1} places
    WORD_SPOKEN,            // langue : {1}
    WORD_SERIES,            // cycle : {1}
    WORD_POSTER_CREDIT,     // affiche : {1}
    WORD_ACCESS_WHEELCHAIR, // accessible en fauteuil roulant
    WORD_ACCESS_HEARING,    // pour les personnes sourdes
    WORD_ACCESS_SIGHT,      // pour les personnes aveugles
    WORD_ACCESS_EASY,       // facile à comprendre
    WORD_ACCESS_MIND,       // handicap psychique
    WORD_CALENDAR,          // calendrier
    // Slides
    WORD_UPCOMING_EVENTS,   // les prochaines soirées
    WORD_OTHER_EVENTS,      // et {1} autres soirées jusqu’au {2}
    WORD_PARTNERS,          // avec nos partenaires
    WORD_LINKS,             // suivez l’aventure
    WORD_BACK_SOON,         // le programme revient bientôt
    WORD_BACK_SOON_TEXT,    // one sentence below it
    WORD_NOTHING_YET,       // bienvenue : no programme to be shown
    WORD_NOTHING_YET_STEPS, // what to do, lines parted by '\n'
    WORD_FAULTS_FOUND,      // ce que nous n’avons pas pu lire
    WORD_CLOCK_DOUBTFUL,    // date à régler
    // The operator's page
    WORD_THIS_SCREEN,        // cet écran
    WORD_ENTER_CODE,         // entrez le code
    WORD_WRONG_CODE,         // ce n’est pas le code
    WORD_CODE_LOCKED,        // attendez {1} s
    WORD_LAST_RECEIPT,       // dernière clé lue
    WORD_NO_RECEIPT,         // aucune clé encore
    WORD_FAULTS,             // à corriger
    WORD_NO_FAULTS,          // rien à corriger
    WORD_POWER_IS_LOW,       // alimentation trop faible
    WORD_VERSION,            // version
    WORD_RUNNING_FOR,        // en marche depuis {1} h
    WORD_STORAGE,            // programmes gardés
    WORD_NO_STORAGE,         // aucun programme gardé
    WORD_SHOWN_NOW,          // à l’écran
    WORD_DAMAGED,            // abîmé
    WORD_FREE_SPACE,         // {1} Mo libres
    WORD_CLOCK,              // horloge
    WORD_CLOCK_IS_SURE,      // la date est sûre
    WORD_CLOCK_IS_DOUBTFUL,  // la date n’est pas sûre
    WORD_CLOCK_BY_HARDWARE,  // horloge à pile
    WORD_CLOCK_BY_NETWORK,   // réseau
    WORD_CLOCK_BY_HOST,      // confirmée
    WORD_CLOCK_BY_SETTINGS,  // réglages
    WORD_CLOCK_IS_GIVEN,     // donnée au lancement
    WORD_SET_DATE,           // régler la date et l’heure
    WORD_IS_THIS_RIGHT,      // quelle date et quelle heure est-il ?
    WORD_DAY,                // jour
    WORD_MONTH,              // mois
    WORD_YEAR,               // année
    WORD_HOUR,               // heure
    WORD_MINUTE,             // minute
    WORD_CONFIRM,            // c’est juste
    WORD_PREVIOUS_PROGRAMME, // programme précédent
    WORD_RESTART,            // redémarrer
    WORD_SWITCH_OFF,         // éteindre
    WORD_TOUCH_AGAIN,        // touchez encore
    WORD_JUST_A_MOMENT,      // un instant
    WORD_IT_IS_DONE,         // c’est fait
    WORD_NOT_ALLOWED,        // cela n’a pas marché
    WORD_CLOCK_NOT_CREDIBLE, // cette date n’est pas croyable
    WORD_CLOCK_STAYS,        // l’heure n’a pas changé
    WORD_NO_PREVIOUS,        // pas de programme précédent
    WORD_DIAGNOSTIC,         // diagnostic
    WORD_DIAGNOSTIC_HINT,    // à photographier
    // Touch
    WORD_UPCOMING_COUNT, // 12 soirées à venir
    WORD_EVERYTHING,     // tout: no filter
    WORD_WHERE,          // où ? the heading of the towns
    WORD_WHAT,           // quoi ? the heading of the kinds
    WORD_NONE_OF_THESE,  // aucune soirée de ce choix
    WORD_STILL_THERE,    // encore là ?
    WORD_TOUCH_SCREEN,   // touchez l’écran pour continuer
    // Cards over the slides
    WORD_READING_STICK,  // lecture de la clé
    WORD_COPYING,        // the programme is being copied: {1} %
    WORD_LEAVE_STICK,    // laissez la clé en place
    WORD_REPORT_CODE,    // photographiez ce code
    WORD_MORE_ERRORS,    // et {1} autres erreurs
    WORD_FAULT_AT_LINE,  // le fichier {1} a une erreur ligne {2}
    WORD_FAULT_IN_FILE,  // le fichier {1} a une erreur
    WORD_FORMER_STAYS,   // l’ancien programme reste affiché
    WORD_SETTINGS_TAKEN, // les réglages de {1} sont appliqués
    WORD_SETTINGS_STAY,  // rien ne change : {1} est à corriger
    WORD_LINE,           // ligne {1} : {2}
    // kiosk agenda, as a table for people
    WORD_COLUMN_DATE,
    WORD_COLUMN_EVENT,
    WORD_COLUMN_PLACE,
    WORD_COLUMN_STATUS,
    WORD_COUNT,
};

// The patterns dates are written with; {weekday} {day} {month} {year} and,
// for ranges, {day2} {month2} {year2}. {month} is the form it has after a day
// ("de genièr"). Named in the files as in the table in language.c.
enum pattern {
    PATTERN_DAY,       // {weekday} {day} {month}
    PATTERN_DAY_YEAR,  // … with the year
    PATTERN_DAY_PLAIN, // {day} {month}
    PATTERN_DAY_PLAIN_YEAR,
    PATTERN_DAYS, // du {day} au {day2} {month2}: within one month
    PATTERN_DAYS_YEAR,
    PATTERN_DAYS_MONTHS,      // du {day} {month} au {day2} {month2}
    PATTERN_DAYS_MONTHS_YEAR, // year of the second day
    PATTERN_DAYS_YEARS,       // both years
    PATTERN_WEEK,             // semaine du {day} {month}
    PATTERN_WEEK_YEAR,
    PATTERN_MONTH,      // {month_alone}
    PATTERN_MONTH_YEAR, // {month_alone} {year}
    PATTERN_UNTIL_DAY,  // jusqu’au {day} {month}
    PATTERN_UNTIL_DAY_YEAR,
    PATTERN_FROM_DAY, // à partir du {day} {month}
    PATTERN_FROM_DAY_YEAR,
    PATTERN_UNTIL_TIME, // jusqu’à {1}
    PATTERN_FROM_TIME,  // dès {1}
    PATTERN_COUNT,
};

struct language {
    const char *code;               // "fr"
    const char *name;               // "Français"
    const char *months[12];         // alone: "genièr"
    const char *months_in_date[12]; // after a day: "de genièr"
    const char *months_short[12];
    const char *weekdays[7]; // Monday first
    const char *weekdays_short[7];
    const char *first_of_month; // "1er"
    bool elides_one; // l’1, l’11: "la setmana de l’11 d’abril"
    char time_mark;  // 'h' for 18h30, ':' for 18:30
    const char *words[WORD_COUNT];
    const char *patterns[PATTERN_COUNT];
    int afternoon_hour, evening_hour; // 12, 18: where "ce matin" ends, …
};

struct languages;

// Reads every *.yaml in folder; the code of a language is its file's name.
// fr.yaml must be there and complete: NULL, and a line in the log, if it is
// not. Faults in the others go to diags, which may be NULL.
struct languages *languages_new(const char *folder, struct diag_list *diags);
void languages_free(struct languages *languages); // NULL is allowed

// NULL if there is none of that code. Borrowed, as are the next two.
const struct language *languages_find(const struct languages *languages,
                                      const char *code);
size_t languages_count(const struct languages *languages);

// French first, then by code.
const struct language *languages_at(const struct languages *languages,
                                    size_t index);

// The words dates are written with, of all the languages together.
const struct vocabulary *
languages_vocabulary(const struct languages *languages);

#endif
