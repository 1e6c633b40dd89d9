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
    {"there is no folder '{1}'", "check its name, and that the stick is plugged in"},
    {"le dossier « {1} » n’existe pas", "vérifiez son nom, et que la clé est bien branchée"}}},
[FAULT_NO_PROGRAMME] = {ERROR, "no-programme", {
    {"the folder '{1}' holds no programme", "put your file there and call it programme.yaml"},
    {"le dossier « {1} » ne contient pas de programme", "mettez-y votre fichier, sous le nom programme.yaml"}}},
[FAULT_PROGRAMME_IS_NO_FILE] = {ERROR, "programme-is-no-file", {
    {"'{1}' is not a file of this folder", "put the file itself there, not a folder, a link or a device of that name"},
    {"« {1} » n’est pas un fichier de ce dossier", "mettez-y le fichier lui-même, pas un dossier, un lien ou un périphérique de ce nom"}}},
[FAULT_FILE_UNREADABLE] = {ERROR, "file-unreadable", {
    {"the file cannot be read: {1}", "copy it again"},
    {"le fichier ne peut pas être lu : {1}", "recopiez-le"}}},
[FAULT_FILE_EMPTY] = {ERROR, "file-empty", {
    {"the file is empty", "copy it again, or begin with modele.yaml"},
    {"le fichier est vide", "recopiez-le, ou partez de modele.yaml"}}},
[FAULT_FILE_TOO_LARGE] = {ERROR, "file-too-large", {
    {"the file is larger than {1}", "delete past events; pictures belong in files of their own"},
    {"le fichier dépasse {1}", "effacez les soirées passées ; les images vont dans des fichiers à part"}}},
[FAULT_FILE_NOT_UTF8] = {WARNING, "file-not-utf8", {
    {"the file is not saved as UTF-8, so its accents were guessed (Windows-1252)", "save it again with the encoding UTF-8"},
    {"le fichier n’est pas enregistré en UTF-8, ses accents ont été devinés (Windows-1252)", "enregistrez-le de nouveau en choisissant l’encodage UTF-8"}}},
[FAULT_CONTROL_CHARACTER] = {ERROR, "control-character", {
    {"an invisible control character ({1}) stands here", "delete this line and type it again"},
    {"un caractère invisible ({1}) se trouve ici", "effacez cette ligne et retapez-la"}}},
[FAULT_FILE_NAME_ALIKE] = {WARNING, "file-name-alike", {
    {"there is no file '{1}', '{2}' is taken for it", "write that name, or rename the file"},
    {"il n’y a pas de fichier « {1} », « {2} » est pris à sa place", "écrivez ce nom-là, ou renommez le fichier"}}},
[FAULT_YAML] = {ERROR, "yaml", {
    {"this line is not understood", "check colons, quotation marks and the spaces in front, here and just above"},
    {"cette ligne n’est pas comprise", "vérifiez les deux-points, les guillemets et les espaces du début, ici et juste au-dessus"}}},
[FAULT_YAML_TAB] = {ERROR, "yaml-tab", {
    {"a tabulation begins this line", "indent with spaces"},
    {"cette ligne commence par une tabulation", "décalez-la avec des espaces"}}},
[FAULT_YAML_QUOTE] = {ERROR, "yaml-quote", {
    {"a quotation mark opens here and never closes", "close it at the end of the text, or write the text without any"},
    {"un guillemet s’ouvre ici et ne se ferme jamais", "fermez-le à la fin du texte, ou écrivez le texte sans guillemets"}}},
[FAULT_YAML_COLON] = {ERROR, "yaml-colon", {
    {"a second colon stands in this line", "put all the text behind the first one in quotation marks"},
    {"il y a un second deux-points dans cette ligne", "mettez entre guillemets tout le texte qui suit le premier"}}},
[FAULT_YAML_ALIAS] = {ERROR, "yaml-alias", {
    {"a text cannot begin with '&' or '*'", "put it in quotation marks"},
    {"un texte ne peut pas commencer par « & » ou « * »", "mettez-le entre guillemets"}}},
[FAULT_YAML_TAG] = {ERROR, "yaml-tag", {
    {"a text cannot begin with '!'", "put it in quotation marks"},
    {"un texte ne peut pas commencer par « ! »", "mettez-le entre guillemets"}}},
[FAULT_YAML_DIRECTIVE] = {ERROR, "yaml-directive", {
    {"a line cannot begin with '%'", "put the text in quotation marks, or delete the line"},
    {"une ligne ne peut pas commencer par « % »", "mettez le texte entre guillemets, ou effacez la ligne"}}},
[FAULT_YAML_SECOND_DOCUMENT] = {ERROR, "yaml-second-document", {
    {"from here on the file is not read, for '---' ends it", "delete the line '---'"},
    {"à partir d’ici le fichier n’est pas lu, car « --- » le termine", "effacez la ligne « --- »"}}},
[FAULT_YAML_TOO_DEEP] = {ERROR, "yaml-too-deep", {
    {"lists within lists, more than {1} levels deep", "compare with modele.yaml: there are too many spaces or brackets"},
    {"des listes dans des listes, sur plus de {1} niveaux", "comparez avec modele.yaml : il y a trop d’espaces ou de crochets"}}},
[FAULT_YAML_TOO_LARGE] = {ERROR, "yaml-too-large", {
    {"the file holds more than {1} values", "delete past events"},
    {"le fichier contient plus de {1} valeurs", "effacez les soirées passées"}}},
[FAULT_LINE_LOST] = {ERROR, "line-lost", {
    {"this line is not understood and is left out: {1}", "write it as 'key: value', begin it with '- ', or with '#' for a comment"},
    {"cette ligne n’est pas comprise et n’est pas lue : {1}", "écrivez-la « clé: valeur », commencez-la par « - », ou par « # » pour un commentaire"}}},
[FAULT_MENDED_TAB] = {WARNING, "tab", {
    {"a tabulation begins this line", "write spaces instead: {1}"},
    {"cette ligne commence par une tabulation", "mettez des espaces à la place : {1}"}}},
[FAULT_MENDED_INDENT] = {WARNING, "indent", {
    {"this line is not aligned with those it belongs to", "align it with them: {1}"},
    {"cette ligne n’est pas alignée avec celles dont elle fait partie", "alignez-la avec elles : {1}"}}},
[FAULT_MENDED_DASH] = {WARNING, "dash", {
    {"an entry of a list begins with a dash and a space", "write: {1}"},
    {"un élément de liste commence par un tiret suivi d’un espace", "écrivez : {1}"}}},
[FAULT_MENDED_COLON] = {WARNING, "colon", {
    {"a key ends in a colon and a space", "write: {1}"},
    {"une clé se termine par un deux-points suivi d’un espace", "écrivez : {1}"}}},
[FAULT_MENDED_QUOTES] = {WARNING, "quotes", {
    {"this text needs quotation marks", "write: {1}"},
    {"ce texte a besoin de guillemets", "écrivez : {1}"}}},
[FAULT_MENDED_HASH] = {WARNING, "hash", {
    {"a hash begins a comment; here it was read as text", "write: {1}"},
    {"un dièse commence un commentaire ; ici il a été lu comme du texte", "écrivez : {1}"}}},
[FAULT_FILE_LOOKS_CUT] = {WARNING, "file-looks-cut", {
    {"the file seems to be cut off here", "copy it again if something is missing"},
    {"le fichier semble coupé ici", "recopiez-le s’il manque quelque chose"}}},
[FAULT_LINE_NO_COLON] = {WARNING, "line-no-colon", {
    {"the colon between the date and the title is missing in '{1}'", "write: {2}"},
    {"il manque le deux-points entre la date et le titre dans « {1} »", "écrivez : {2}"}}},
[FAULT_NOT_A_MAP] = {ERROR, "not-a-map", {
    {"lines such as 'key: value' are expected here for {1}", "compare with modele.yaml"},
    {"ici, des lignes « clé: valeur » sont attendues pour {1}", "comparez avec modele.yaml"}}},
[FAULT_KEY_TWICE] = {WARNING, "key-twice", {
    {"the key '{1}' stands here a second time and is left out", "keep one of the two"},
    {"la clé « {1} » figure une seconde fois et n’est pas lue", "gardez l’une des deux"}}},
[FAULT_KEY_UNKNOWN] = {WARNING, "key-unknown", {
    {"unknown key '{1}', its value is left out", "delete it, or look for the right key in modele.yaml"},
    {"clé inconnue « {1} », sa valeur n’est pas lue", "effacez-la, ou cherchez la bonne clé dans modele.yaml"}}},
[FAULT_KEY_UNKNOWN_NEAR] = {WARNING, "key-unknown", {
    {"unknown key '{1}', its value is left out", "did you mean '{2}'?"},
    {"clé inconnue « {1} », sa valeur n’est pas lue", "vouliez-vous dire « {2} » ?"}}},
[FAULT_NOT_A_TEXT] = {ERROR, "not-a-text", {
    {"'{1}' must be one text, not a list", "write it in one line, in quotation marks if it has a colon"},
    {"« {1} » doit être un seul texte, pas une liste", "écrivez-le sur une ligne, entre guillemets s’il contient un deux-points"}}},
[FAULT_TEXT_TOO_LONG] = {WARNING, "text-too-long", {
    {"'{1}' is longer than {2} bytes, its end is cut off", "shorten it"},
    {"« {1} » dépasse {2} octets, la fin est coupée", "raccourcissez ce texte"}}},
[FAULT_NOT_A_LIST] = {ERROR, "not-a-list", {
    {"'{1}' must be a list", "begin each entry with '- '"},
    {"« {1} » doit être une liste", "commencez chaque élément par « - »"}}},
[FAULT_NOT_A_NUMBER] = {WARNING, "not-a-number", {
    {"'{1}: {2}' is no number in range", "write a whole number in digits"},
    {"« {1}: {2} » n’est pas un nombre possible", "écrivez un nombre entier, en chiffres"}}},
[FAULT_NOT_A_YES] = {WARNING, "not-a-yes", {
    {"'{1}: {2}' is neither yes nor no", "write '{1}: oui' or '{1}: non'"},
    {"« {1}: {2} » n’est ni oui ni non", "écrivez « {1}: oui » ou « {1}: non »"}}},
[FAULT_NOT_A_CHOICE] = {WARNING, "not-a-choice", {
    {"'{1}: {2}' is none of its values", "write one of: {3}"},
    {"« {1}: {2} » n’est pas une des valeurs possibles", "écrivez l’une de celles-ci : {3}"}}},
[FAULT_NOT_A_COLOUR] = {WARNING, "not-a-colour", {
    {"'{1}' is no colour", "write it as \"#0B6E69\""},
    {"« {1} » n’est pas une couleur", "écrivez-la ainsi : \"#0B6E69\""}}},
[FAULT_WORD_MISSING] = {WARNING, "word-missing", {
    {"the language has no valid '{1}', the French one is used", "translate it"},
    {"la langue n’a pas de « {1} » valable, celui du français sert", "traduisez-le"}}},
[FAULT_LIST_ALONE] = {WARNING, "list-alone", {
    {"the file begins with the list of events: the screen has no title and knows no year", "write above it: 'titre: …', then 'annee: 2026', then 'evenements:'"},
    {"le fichier commence par la liste des soirées : l’écran n’a ni titre ni année", "écrivez au-dessus : « titre: … », puis « annee: 2026 », puis « evenements: »"}}},
[FAULT_NO_EVENTS] = {WARNING, "no-events", {
    {"the programme has no events", "list them under 'evenements:', each behind a dash: - 20 janvier 18h30 : Film Foodcoop à Montpellier"},
    {"le programme n’a aucune soirée", "listez-les sous « evenements: », chacune après un tiret : - 20 janvier 18h30 : Film Foodcoop à Montpellier"}}},
[FAULT_TOO_MANY_EVENTS] = {ERROR, "too-many-events", {
    {"the programme has more than {1} events, the others are left out", "delete past events"},
    {"le programme a plus de {1} soirées, la suite n’est pas lue", "effacez les soirées passées"}}},
[FAULT_FORMAT_UNKNOWN] = {WARNING, "format-unknown", {
    {"the format '{1}' is newer than this program", "write 'format: 1', or delete this line"},
    {"le format « {1} » est plus récent que ce logiciel", "écrivez « format: 1 », ou effacez cette ligne"}}},
[FAULT_ZONE_UNKNOWN] = {WARNING, "zone-unknown", {
    {"unknown time zone '{1}', Europe/Paris is used", "write 'fuseau: Europe/Paris', or delete this line"},
    {"fuseau horaire inconnu « {1} », celui de Paris est utilisé", "écrivez « fuseau: Europe/Paris », ou effacez cette ligne"}}},
[FAULT_LANGUAGE_UNKNOWN] = {WARNING, "language-unknown", {
    {"unknown language '{1}', French is used", "write one of: {2}"},
    {"langue inconnue « {1} », le français est utilisé", "écrivez l’une de celles-ci : {2}"}}},
[FAULT_YEAR_UNKNOWN] = {WARNING, "year-unknown", {
    {"'{1}' is no year", "write it as 2026, or a season as 2026-2027"},
    {"« {1} » n’est pas une année", "écrivez-la ainsi : 2026, ou une saison : 2026-2027"}}},
[FAULT_TITLE_MISSING] = {ERROR, "title-missing", {
    {"an event without a title is left out", "add a line 'titre: …'"},
    {"une soirée sans titre n’est pas montrée", "ajoutez une ligne « titre: … »"}}},
[FAULT_DATE_MISSING] = {ERROR, "date-missing", {
    {"the event '{1}' has no date and is left out", "add a line 'date: 20 janvier', or 'date: à venir'"},
    {"la soirée « {1} » n’a pas de date et n’est pas montrée", "ajoutez une ligne « date: 20 janvier », ou « date: à venir »"}}},
[FAULT_DATE_UNREADABLE] = {ERROR, "date-unreadable", {
    {"no date is understood in '{1}'", "write it as 20 janvier or 20 janvier 2026"},
    {"aucune date n’est comprise dans « {1} »", "écrivez-la ainsi : 20 janvier, ou 20 janvier 2026"}}},
[FAULT_DATE_NOT_REAL] = {ERROR, "date-not-real", {
    {"the date '{1}' does not exist, {2} has {3} days", "check the day and the month"},
    {"la date « {1} » n’existe pas, {2} a {3} jours", "vérifiez le jour et le mois"}}},
[FAULT_DATE_WORDS_LEFT] = {WARNING, "date-words-left", {
    {"'{1}' is not understood in '{2}' and is not shown", "put it in 'note:' to have it shown"},
    {"« {1} » n’est pas compris dans « {2} » et n’est pas montré", "mettez-le dans « note: » pour qu’il le soit"}}},
[FAULT_DATE_WEEKDAY] = {WARNING, "date-weekday", {
    {"{3} is a {2}, not a {1}", "write '{2}', or check the day and the year"},
    {"le {3} est un {2}, pas un {1}", "écrivez « {2} », ou vérifiez le jour et l’année"}}},
[FAULT_DATE_YEAR_MISSING] = {WARNING, "date-year-missing", {
    {"'{1}' names no year, so the screen cannot tell when this event is over", "add a line 'annee: 2026' at the top of the programme"},
    {"« {1} » ne dit pas l’année, l’écran ne saura pas quand cette soirée est finie", "ajoutez une ligne « annee: 2026 » en tête du programme"}}},
[FAULT_DATE_END_FIRST] = {WARNING, "date-end-first", {
    {"'{1}' ends before it begins, the end is left out", "check both dates"},
    {"« {1} » finit avant de commencer, la fin n’est pas lue", "vérifiez les deux dates"}}},
[FAULT_DATE_SEVERAL] = {WARNING, "date-several", {
    {"'{1}' names several dates, only the first one counts", "list them all: 'dates: [3 mars 20h, 10 mars 20h]'"},
    {"« {1} » donne plusieurs dates, seule la première compte", "listez-les toutes : « dates: [3 mars 20h, 10 mars 20h] »"}}},
[FAULT_TIME_UNREADABLE] = {WARNING, "time-unreadable", {
    {"no time is understood in '{1}'", "write it as 18h30 or 18h30-20h30"},
    {"aucune heure n’est comprise dans « {1} »", "écrivez-la ainsi : 18h30 ou 18h30-20h30"}}},
[FAULT_STATUS_UNKNOWN] = {WARNING, "status-unknown", {
    {"unknown status '{1}'", "write one of: {2}"},
    {"statut inconnu « {1} »", "écrivez l’un de ceux-ci : {2}"}}},
[FAULT_LINK_NOT_A_LINK] = {WARNING, "link-not-a-link", {
    {"'{1}' is no link, no e-mail address and no phone number, so it has no QR code", "write the whole address, with https://"},
    {"« {1} » n’est ni un lien, ni une adresse de courriel, ni un téléphone : pas de code QR", "écrivez l’adresse en entier, avec https://"}}},
[FAULT_QR_TOO_LONG] = {WARNING, "qr-too-long", {
    {"'{1}' is too long for a QR code", "use a shorter link"},
    {"« {1} » est trop long pour un code QR", "utilisez un lien plus court"}}},
[FAULT_PICTURE_MISSING] = {ERROR, "picture-missing", {
    {"there is no picture '{1}'", "put it beside the programme, or in the folder affiches, images or logos"},
    {"il n’y a pas d’image « {1} »", "mettez-la à côté du programme, ou dans le dossier affiches, images ou logos"}}},
[FAULT_PICTURE_MISSING_NEAR] = {ERROR, "picture-missing", {
    {"there is no picture '{1}'", "did you mean '{2}'?"},
    {"il n’y a pas d’image « {1} »", "vouliez-vous dire « {2} » ?"}}},
[FAULT_PICTURE_OUTSIDE] = {ERROR, "picture-outside", {
    {"the picture '{1}' is not in the programme's folder", "copy it there and write its name alone"},
    {"l’image « {1} » n’est pas dans le dossier du programme", "copiez-la dans ce dossier et n’écrivez que son nom"}}},
[FAULT_PICTURE_UNREADABLE] = {ERROR, "picture-unreadable", {
    {"the picture '{1}' cannot be shown: {2}", "save it again as JPEG or PNG"},
    {"l’image « {1} » ne peut pas être montrée : {2}", "enregistrez-la de nouveau en JPEG ou PNG"}}},
[FAULT_PICTURE_TOO_LARGE] = {ERROR, "picture-too-large", {
    {"the picture '{1}' is too large: {2}", "save it smaller: 4000 pixels a side are plenty"},
    {"l’image « {1} » est trop grande : {2}", "enregistrez-la plus petite : 4000 pixels de côté suffisent largement"}}},
[FAULT_PICTURE_EMPTY] = {ERROR, "picture-empty", {
    {"the picture '{1}' is an empty file", "copy it again"},
    {"l’image « {1} » est un fichier vide", "recopiez-la"}}},
[FAULT_PICTURE_CUT_OFF] = {ERROR, "picture-cut-off", {
    {"the picture '{1}' is cut off", "copy it again: the copy was not finished"},
    {"l’image « {1} » est tronquée", "recopiez-la : la copie n’était pas finie"}}},
[FAULT_PICTURE_OTHER_KIND] = {WARNING, "picture-other-kind", {
    {"the picture '{1}' is really a {2} file", "rename it: its name should end in {3}"},
    {"l’image « {1} » est en réalité un fichier {2}", "renommez-la : son nom doit finir par {3}"}}},
[FAULT_DATE_NEAR] = {ERROR, "date-unreadable", {
    {"no date is understood in '{1}'", "did you mean '{2}'?"},
    {"aucune date n’est comprise dans « {1} »", "vouliez-vous dire « {2} » ?"}}},
[FAULT_DATE_WORD_NEAR] = {WARNING, "date-words-left", {
    {"'{1}' is not understood in '{2}'", "did you mean '{3}'?"},
    {"« {1} » n’est pas compris dans « {2} »", "vouliez-vous dire « {3} » ?"}}},
[FAULT_STATUS_WORDS_LEFT] = {WARNING, "status-words-left", {
    {"only the first words of the status '{1}' are understood, the others are not shown", "put the others in 'note:'"},
    {"seul le début du statut « {1} » est compris, le reste n’est pas montré", "mettez le reste dans « note: »"}}},
[FAULT_STATUS_NEAR] = {WARNING, "status-unknown", {
    {"unknown status '{1}'", "did you mean '{2}'?"},
    {"statut inconnu « {1} »", "vouliez-vous dire « {2} » ?"}}},
[FAULT_TIME_BACKWARDS] = {WARNING, "time-backwards", {
    {"'{1}' ends at {3}, which is the next day, for it begins at {2}", "check both times"},
    {"« {1} » finit à {3}, donc le lendemain, puisque le début est à {2}", "vérifiez les deux heures"}}},
[FAULT_EVENT_TWICE] = {WARNING, "event-twice", {
    {"'{1}' stands here a second time, with the same date and title as in line {2}", "delete one of the two, or correct the date or the title"},
    {"« {1} » figure une seconde fois, avec la même date et le même titre qu’à la ligne {2}", "effacez l’une des deux, ou corrigez la date ou le titre"}}},
[FAULT_EVENTS_PAST] = {WARNING, "events-past", {
    {"past events, which are not shown any more: {1} of {2}, this one first", "nothing to do, unless a date is wrong; you may delete them"},
    {"soirées passées, qui ne s’affichent plus : {1} sur {2}, à commencer par celle-ci", "rien à faire, sauf si une date est fausse ; vous pouvez les effacer"}}},
[FAULT_EVENTS_ALL_PAST] = {WARNING, "events-all-past", {
    {"all events are past, so the screen has none to show: {1} of {1}", "check the year, or write the events to come"},
    {"toutes les soirées sont passées, l’écran n’en a aucune à montrer : {1} sur {1}", "vérifiez l’année, ou écrivez les soirées à venir"}}},
[FAULT_REGISTER_TOO_LATE] = {WARNING, "register-too-late", {
    {"registration ends on '{1}', when the event is over", "write a day before the event, or delete this line"},
    {"les inscriptions se terminent « {1} », quand la soirée est finie", "écrivez un jour d’avant la soirée, ou effacez cette ligne"}}},
[FAULT_SHOW_BACKWARDS] = {WARNING, "show-backwards", {
    {"'{1}' is before the day from which the event is to be shown, so it never is", "correct one of the two days"},
    {"« {1} » vient avant le jour où l’affichage commence, la soirée n’est donc jamais montrée", "corrigez l’un des deux jours"}}},
[FAULT_SHOW_TOO_LATE] = {WARNING, "show-too-late", {
    {"'{1}' is when the event is over, so it is never shown", "write a day before the event, or delete this line"},
    {"« {1} » vient quand la soirée est finie, elle n’est donc jamais montrée", "écrivez un jour d’avant la soirée, ou effacez cette ligne"}}},
[FAULT_PRICE_BUT_FREE] = {WARNING, "price-but-free", {
    {"the price '{1}' contradicts 'gratuit: oui'", "keep one of the two"},
    {"le prix « {1} » contredit « gratuit: oui »", "gardez l’un des deux"}}},
[FAULT_VENUE_NEAR] = {WARNING, "venue-near", {
    {"the venue '{1}' is spelt '{2}' in line {3}", "write it the same way in both places"},
    {"le lieu « {1} » s’écrit « {2} » à la ligne {3}", "écrivez-le de la même façon aux deux endroits"}}},
[FAULT_MOJIBAKE] = {WARNING, "mojibake", {
    {"the accents of '{1}' were damaged by a copy", "write '{2}'"},
    {"les accents de « {1} » ont été abîmés par une copie", "écrivez « {2} »"}}},
[FAULT_LETTER_LOST] = {WARNING, "letter-lost", {
    {"a letter was lost in '{1}' and is left out", "type it again in place of '�'"},
    {"une lettre s’est perdue dans « {1} » et n’est pas montrée", "retapez-la à la place de « � »"}}},
[FAULT_LETTER_UNKNOWN] = {WARNING, "letter-unknown", {
    {"the screen cannot draw {1} and leaves it out", "replace it in '{2}'"},
    {"l’écran ne sait pas dessiner {1} et l’omet", "remplacez ce signe dans « {2} »"}}},
[FAULT_TEXT_DOES_NOT_FIT] = {WARNING, "text-does-not-fit", {
    {"'{1}' does not fit on the slide of '{2}', however small: its end is cut", "shorten it"},
    {"« {1} » ne tient pas sur la page de « {2} », même en petit : la fin est coupée", "raccourcissez ce texte"}}},
[FAULT_QR_DENSE] = {WARNING, "qr-dense", {
    {"the QR code of '{1}' is too dense to be read at 1.5 m from this screen", "use a shorter link, of at most {2} characters"},
    {"le code QR de « {1} » est trop fin pour être lu à 1,5 m de cet écran", "utilisez un lien plus court, de {2} caractères au plus"}}},
[FAULT_QR_DENSE_SHORTER] = {WARNING, "qr-dense", {
    {"the QR code of '{1}' is too dense to be read at 1.5 m from this screen", "this shorter link may lead to the same page, try it: {2}"},
    {"le code QR de « {1} » est trop fin pour être lu à 1,5 m de cet écran", "ce lien plus court mène peut-être à la même page, essayez-le : {2}"}}},
[FAULT_PICTURE_SMALL] = {WARNING, "picture-small", {
    {"the picture '{1}' is too small to be sharp: {2} pixels", "look for a larger one, of {3} pixels or more"},
    {"l’image « {1} » est trop petite pour être nette : {2} pixels", "cherchez-en une plus grande, de {3} pixels ou plus"}}},
[FAULT_PAGE_NO_LIST] = {ERROR, "page-no-list", {
    {"the page has no list of events under a heading 'Programme'", "write '## Programme' and below it lines such as '- 20 janvier 18h30 : Film Foodcoop à Montpellier, La Base'"},
    {"la page n’a pas de liste de soirées sous un titre « Programme »", "écrivez « ## Programme », puis des lignes comme « - 20 janvier 18h30 : Film Foodcoop à Montpellier, La Base »"}}},
[FAULT_CALENDAR_NONE] = {ERROR, "calendar-none", {
    {"the file is no calendar", "export the calendar again as .ics"},
    {"le fichier n’est pas un agenda", "exportez de nouveau l’agenda en .ics"}}},
[FAULT_CALENDAR_CUT_OFF] = {ERROR, "calendar-cut-off", {
    {"the file ends in the midst of this event, which is left out", "export the calendar again"},
    {"le fichier s’arrête au milieu de cet événement, qui n’est pas montré", "exportez de nouveau l’agenda"}}},
[FAULT_CALENDAR_START] = {ERROR, "calendar-start", {
    {"the event '{1}' has no start that can be understood and is left out", "set its date in the calendar and export it again"},
    {"l’événement « {1} » n’a pas de début compréhensible et n’est pas montré", "corrigez sa date dans l’agenda et exportez-le de nouveau"}}},
[FAULT_CALENDAR_RULE] = {WARNING, "calendar-rule", {
    {"how '{1}' repeats is not understood ({2}), only its first date is shown", "write the other dates as events of their own"},
    {"la répétition de « {1} » n’est pas comprise ({2}), seule sa première date est montrée", "écrivez les autres dates comme autant d’événements"}}},
[FAULT_CALENDAR_REPEATS] = {WARNING, "calendar-repeats", {
    {"'{1}' repeats more than {2} times in 12 months, the rest is left out", "give the repetition an end in the calendar"},
    {"« {1} » revient plus de {2} fois en 12 mois, la suite n’est pas montrée", "donnez une fin à cette répétition dans l’agenda"}}},
[FAULT_CALENDAR_ZONE] = {WARNING, "calendar-zone", {
    {"unknown time zone '{1}', its hours are taken as they stand", "check the hours on the screen"},
    {"fuseau horaire inconnu « {1} », ses heures sont prises telles quelles", "vérifiez les heures à l’écran"}}},
[FAULT_CALENDAR_PRIVATE] = {WARNING, "calendar-private", {
    {"this event is private and is not shown", "make it public in the calendar if it is to be shown"},
    {"cet événement est privé et n’est pas montré", "rendez-le public dans l’agenda s’il doit l’être"}}},
[FAULT_CALENDARS_TOO_MANY] = {ERROR, "calendars-too-many", {
    {"the folder holds more than {1} calendars, the others are not read", "delete those that are not needed"},
    {"le dossier contient plus de {1} agendas, les autres ne sont pas lus", "effacez ceux qui ne servent pas"}}},
[FAULT_SHOW_BROKE_DOWN] = {ERROR, "show-broke-down", {
    {"the screen broke down several times with '{1}', which is not shown any more", "bring a corrected programme on a stick, and tell us"},
    {"l’écran est tombé en panne plusieurs fois avec « {1} », qui n’est plus montré", "apportez un programme corrigé sur une clé, et prévenez-nous"}}},
[FAULT_SETTINGS_NOT_KEPT] = {ERROR, "settings-not-kept", {
    {"the settings cannot be kept on this machine: {1}", "tell us"},
    {"les réglages ne peuvent pas être gardés sur cette machine : {1}", "prévenez-nous"}}},
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
