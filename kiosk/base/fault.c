// SPDX-License-Identifier: MIT
#include "base/fault.h"

#include <assert.h>
#include <stddef.h>

struct words {
    const char *message, *remedy;
};

struct entry {
    enum fault_level level;
    const char *code;
    struct words words[FAULT_LANGUAGE_COUNT]; // English, French
};

#define WARNING FAULT_WARNING
#define ERROR   FAULT_ERROR

// clang-format off
static const struct entry ENTRIES[] = {
[FAULT_FOLDER_MISSING] = {ERROR, "folder-missing", {
    {"there is no folder '{1}'", ""},
    {"le dossier « {1} » n’existe pas", ""}}},
[FAULT_NO_PROGRAMME] = {ERROR, "no-programme", {
    {"there is no programme.yaml in '{1}'", "name the file programme.yaml"},
    {"aucun fichier programme.yaml dans « {1} »", "nommez le fichier programme.yaml"}}},
[FAULT_FILE_UNREADABLE] = {ERROR, "file-unreadable", {
    {"the file cannot be read: {1}", ""},
    {"le fichier ne peut pas être lu : {1}", ""}}},
[FAULT_FILE_EMPTY] = {ERROR, "file-empty", {
    {"the file is empty", "copy it again"},
    {"le fichier est vide", "recopiez-le"}}},
[FAULT_FILE_TOO_LARGE] = {ERROR, "file-too-large", {
    {"the file is larger than {1}", "split or shorten it"},
    {"le fichier dépasse {1}", "raccourcissez-le"}}},
[FAULT_FILE_NOT_UTF8] = {WARNING, "file-not-utf8", {
    {"the file is not UTF-8 and was read as Windows-1252", "save it as UTF-8"},
    {"le fichier n’est pas en UTF-8, il a été lu en Windows-1252", "enregistrez-le en UTF-8"}}},
[FAULT_CONTROL_CHARACTER] = {ERROR, "control-character", {
    {"an invisible control character {1}", "delete it and type the text again"},
    {"un caractère de contrôle invisible {1}", "effacez-le et retapez le texte"}}},
[FAULT_YAML] = {ERROR, "yaml", {
    {"this line is not understood: {1}", "check colons, quotation marks and indentation here and just above"},
    {"cette ligne n’est pas comprise : {1}", "vérifiez les deux-points, les guillemets et les espaces du début, ici et juste au-dessus"}}},
[FAULT_YAML_TAB] = {ERROR, "yaml-tab", {
    {"a tabulation begins this line", "indent with spaces"},
    {"cette ligne commence par une tabulation", "décalez-la avec des espaces"}}},
[FAULT_YAML_QUOTE] = {ERROR, "yaml-quote", {
    {"a quotation mark opens here and never closes", "close it, or write the text without it"},
    {"un guillemet s’ouvre ici et ne se ferme jamais", "fermez-le, ou écrivez le texte sans guillemet"}}},
[FAULT_YAML_COLON] = {ERROR, "yaml-colon", {
    {"a second colon stands in this line", "put the text behind the first one in quotation marks"},
    {"un second deux-points dans cette ligne", "mettez entre guillemets le texte qui suit le premier"}}},
[FAULT_YAML_ALIAS] = {ERROR, "yaml-alias", {
    {"'&' and '*' references are not allowed", "put a text that begins so in quotation marks"},
    {"les renvois « & » et « * » ne sont pas admis", "mettez entre guillemets un texte qui commence ainsi"}}},
[FAULT_YAML_TAG] = {ERROR, "yaml-tag", {
    {"'!' tags are not allowed", "put a text that begins so in quotation marks"},
    {"les étiquettes « ! » ne sont pas admises", "mettez entre guillemets un texte qui commence ainsi"}}},
[FAULT_YAML_DIRECTIVE] = {ERROR, "yaml-directive", {
    {"'%' directives are not allowed", "put a text that begins so in quotation marks"},
    {"les directives « % » ne sont pas admises", "mettez entre guillemets un texte qui commence ainsi"}}},
[FAULT_YAML_SECOND_DOCUMENT] = {ERROR, "yaml-second-document", {
    {"a second document begins here and is left out", "delete the line '---'"},
    {"un second document commence ici et n’est pas lu", "effacez la ligne « --- »"}}},
[FAULT_YAML_TOO_DEEP] = {ERROR, "yaml-too-deep", {
    {"lists and keys are nested more than {1} deep", ""},
    {"plus de {1} niveaux imbriqués", ""}}},
[FAULT_YAML_TOO_LARGE] = {ERROR, "yaml-too-large", {
    {"the file holds more than {1} entries", ""},
    {"le fichier contient plus de {1} éléments", ""}}},
[FAULT_NOT_A_MAP] = {ERROR, "not-a-map", {
    {"'key: value' lines are expected here for {1}", ""},
    {"des lignes « clé : valeur » sont attendues ici pour {1}", ""}}},
[FAULT_KEY_TWICE] = {WARNING, "key-twice", {
    {"the key '{1}' stands here a second time and is left out", "keep one of the two"},
    {"la clé « {1} » figure une seconde fois et n’est pas lue", "n’en gardez qu’une"}}},
[FAULT_KEY_UNKNOWN] = {WARNING, "key-unknown", {
    {"unknown key '{1}'", ""},
    {"clé inconnue « {1} »", ""}}},
[FAULT_KEY_UNKNOWN_NEAR] = {WARNING, "key-unknown", {
    {"unknown key '{1}'", "did you mean '{2}'?"},
    {"clé inconnue « {1} »", "vouliez-vous dire « {2} » ?"}}},
[FAULT_NOT_A_TEXT] = {ERROR, "not-a-text", {
    {"'{1}' must be one text", ""},
    {"« {1} » doit être un seul texte", ""}}},
[FAULT_TEXT_TOO_LONG] = {WARNING, "text-too-long", {
    {"'{1}' is longer than {2} bytes and is cut", "shorten it"},
    {"« {1} » dépasse {2} octets et est coupé", "raccourcissez-le"}}},
[FAULT_NOT_A_LIST] = {ERROR, "not-a-list", {
    {"'{1}' must be a list", "begin each entry with '- '"},
    {"« {1} » doit être une liste", "commencez chaque élément par « - »"}}},
[FAULT_NOT_A_NUMBER] = {WARNING, "not-a-number", {
    {"'{1}: {2}' is no number in range", ""},
    {"« {1} : {2} » n’est pas un nombre possible", ""}}},
[FAULT_NOT_A_YES] = {WARNING, "not-a-yes", {
    {"'{1}: {2}' is neither yes nor no", "write yes or no"},
    {"« {1} : {2} » n’est ni oui ni non", "écrivez oui ou non"}}},
[FAULT_NOT_A_CHOICE] = {WARNING, "not-a-choice", {
    {"'{1}: {2}' is none of its values", "write one of: {3}"},
    {"« {1} : {2} » n’est pas une des valeurs possibles", "écrivez l’une de celles-ci : {3}"}}},
[FAULT_NOT_A_COLOUR] = {WARNING, "not-a-colour", {
    {"'{1}' is no colour", "write it as \"#0B6E69\""},
    {"« {1} » n’est pas une couleur", "écrivez-la ainsi : \"#0B6E69\""}}},
[FAULT_WORD_MISSING] = {WARNING, "word-missing", {
    {"the language has no valid '{1}', the French one is used", "translate it"},
    {"la langue n’a pas de « {1} » valable, celui du français sert", "traduisez-le"}}},
[FAULT_NO_EVENTS] = {WARNING, "no-events", {
    {"the programme has no events", "list them under evenements:"},
    {"le programme n’a aucune soirée", "listez-les sous evenements:"}}},
[FAULT_TOO_MANY_EVENTS] = {ERROR, "too-many-events", {
    {"the programme has more than {1} events, the rest is left out", ""},
    {"le programme a plus de {1} soirées, la suite n’est pas lue", ""}}},
[FAULT_FORMAT_UNKNOWN] = {WARNING, "format-unknown", {
    {"the format '{1}' is newer than this program", "write format: 1"},
    {"le format « {1} » est plus récent que ce logiciel", "écrivez format: 1"}}},
[FAULT_ZONE_UNKNOWN] = {WARNING, "zone-unknown", {
    {"unknown time zone '{1}', Europe/Paris is used", ""},
    {"fuseau horaire inconnu « {1} », Europe/Paris est utilisé", ""}}},
[FAULT_LANGUAGE_UNKNOWN] = {WARNING, "language-unknown", {
    {"unknown language '{1}'", "write one of: {2}"},
    {"langue inconnue « {1} »", "écrivez l’une de celles-ci : {2}"}}},
[FAULT_YEAR_UNKNOWN] = {WARNING, "year-unknown", {
    {"'{1}' is no year", "write it as 2026, or a season as 2026-2027"},
    {"« {1} » n’est pas une année", "écrivez-la ainsi : 2026, ou une saison : 2026-2027"}}},
[FAULT_TITLE_MISSING] = {ERROR, "title-missing", {
    {"an event without a title is left out", "add a line titre:"},
    {"une soirée sans titre n’est pas montrée", "ajoutez une ligne titre:"}}},
[FAULT_DATE_MISSING] = {ERROR, "date-missing", {
    {"the event '{1}' has no date and is left out", "add a line date:, or 'date: à venir'"},
    {"la soirée « {1} » n’a pas de date et n’est pas montrée", "ajoutez une ligne date:, ou « date: à venir »"}}},
[FAULT_DATE_UNREADABLE] = {ERROR, "date-unreadable", {
    {"no date is understood in '{1}'", "write it as 20 janvier or 20 janvier 2026"},
    {"aucune date n’est comprise dans « {1} »", "écrivez-la ainsi : 20 janvier, ou 20 janvier 2026"}}},
[FAULT_DATE_NOT_REAL] = {ERROR, "date-not-real", {
    {"date '{1}' does not exist, {2} has {3} days", ""},
    {"la date « {1} » n’existe pas, {2} a {3} jours", ""}}},
[FAULT_DATE_WORDS_LEFT] = {WARNING, "date-words-left", {
    {"'{1}' is not understood in '{2}'", "put it in note: if it is to be shown"},
    {"« {1} » n’est pas compris dans « {2} »", "mettez-le dans note: pour qu’il soit montré"}}},
[FAULT_DATE_WEEKDAY] = {WARNING, "date-weekday", {
    {"{3} is no {1} but a {2}", "check the day and the year"},
    {"le {3} n’est pas un {1} mais un {2}", "vérifiez le jour et l’année"}}},
[FAULT_DATE_YEAR_MISSING] = {WARNING, "date-year-missing", {
    {"'{1}' names no year", "add a line annee: at the top of the programme"},
    {"« {1} » ne dit pas l’année", "ajoutez une ligne annee: en tête du programme"}}},
[FAULT_DATE_END_FIRST] = {WARNING, "date-end-first", {
    {"'{1}' ends before it begins, the end is left out", ""},
    {"« {1} » finit avant de commencer, la fin n’est pas lue", ""}}},
[FAULT_DATE_SEVERAL] = {WARNING, "date-several", {
    {"'{1}' names several dates, only the first one counts", "list the others under dates:"},
    {"« {1} » donne plusieurs dates, seule la première compte", "listez les autres sous dates:"}}},
[FAULT_TIME_UNREADABLE] = {WARNING, "time-unreadable", {
    {"no time is understood in '{1}'", "write it as 18h30 or 18h30-20h30"},
    {"aucune heure n’est comprise dans « {1} »", "écrivez-la ainsi : 18h30 ou 18h30-20h30"}}},
[FAULT_STATUS_UNKNOWN] = {WARNING, "status-unknown", {
    {"unknown status '{1}'", "write one of: {2}"},
    {"statut inconnu « {1} »", "écrivez l’un de ceux-ci : {2}"}}},
[FAULT_LINK_NOT_A_LINK] = {WARNING, "link-not-a-link", {
    {"'{1}' is no link, no e-mail address and no phone number", "write it with https://"},
    {"« {1} » n’est ni un lien, ni une adresse, ni un téléphone", "écrivez-le avec https://"}}},
[FAULT_QR_TOO_LONG] = {WARNING, "qr-too-long", {
    {"'{1}' is too long for a QR code", "use a shorter link"},
    {"« {1} » est trop long pour un code QR", "utilisez un lien plus court"}}},
[FAULT_PICTURE_MISSING] = {ERROR, "picture-missing", {
    {"there is no picture '{1}'", "put it beside the programme or in affiches/, images/ or logos/"},
    {"l’image « {1} » manque", "mettez-la à côté du programme ou dans affiches/, images/ ou logos/"}}},
[FAULT_PICTURE_OUTSIDE] = {ERROR, "picture-outside", {
    {"the picture '{1}' is outside the programme's folder", "copy it into the folder and write its name alone"},
    {"l’image « {1} » est hors du dossier du programme", "copiez-la dans le dossier et n’écrivez que son nom"}}},
[FAULT_PICTURE_UNREADABLE] = {ERROR, "picture-unreadable", {
    {"the picture '{1}' cannot be shown: {2}", "save it again as JPEG or PNG"},
    {"l’image « {1} » ne peut pas être montrée : {2}", "enregistrez-la de nouveau en JPEG ou PNG"}}},
[FAULT_PICTURE_TOO_LARGE] = {ERROR, "picture-too-large", {
    {"the picture '{1}' is too large: {2}", "make it at most {3}"},
    {"l’image « {1} » est trop grande : {2}", "réduisez-la à {3} au plus"}}},
[FAULT_PICTURE_EMPTY] = {ERROR, "picture-empty", {
    {"the picture '{1}' is an empty file", "copy it again"},
    {"l’image « {1} » est un fichier vide", "recopiez-la"}}},
[FAULT_PICTURE_CUT_OFF] = {ERROR, "picture-cut-off", {
    {"the picture '{1}' is cut off", "copy it again"},
    {"l’image « {1} » est tronquée", "recopiez-la"}}},
[FAULT_PICTURE_OTHER_KIND] = {WARNING, "picture-other-kind", {
    {"the picture '{1}' is really a {2} file", "rename it"},
    {"l’image « {1} » est en réalité un fichier {2}", "renommez-la"}}},
};
// clang-format on

static_assert(sizeof ENTRIES / sizeof *ENTRIES == FAULT_COUNT,
              "every fault has its words");

enum fault_level fault_level(enum fault fault)
{
    return ENTRIES[fault].level;
}

const char *fault_code(enum fault fault)
{
    return ENTRIES[fault].code;
}

const char *fault_message(enum fault fault, enum fault_language language)
{
    return ENTRIES[fault].words[language].message;
}

const char *fault_remedy(enum fault fault, enum fault_language language)
{
    return ENTRIES[fault].words[language].remedy;
}
