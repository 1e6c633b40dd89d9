// SPDX-License-Identifier: MIT
#include "store/receipt_words.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text_buffer.h"

// English, French. "one|many": the part in front of '|' is for the number 1.
// clang-format off
static const char *const SENTENCES[][FAULT_LANGUAGE_COUNT] = {
[SENTENCE_EVENTS] = {
    "{1} event|{1} events",
    "{1} soirée|{1} soirées"},
[SENTENCE_FROM_TO] = {
    "from {1} to {2}",
    "du {1} au {2}"},
[SENTENCE_ON_DAY] = {
    "on {1}",
    "le {1}"},
[SENTENCE_FEWER] = {
    "The programme before had {1}.",
    "Le programme d’avant en avait {1}."},
[SENTENCE_MISSING] = {
    "{1} picture is missing: {2}.|{1} pictures are missing: {2}.",
    "{1} affiche manque : {2}.|{1} affiches manquent : {2}."},
[SENTENCE_HEAVY] = {
    "{1} picture is larger than 64 MB and was left out: {2}.|{1} pictures are larger than 64 MB and were left out: {2}.",
    "{1} image dépasse 64 Mo et n’a pas été prise : {2}.|{1} images dépassent 64 Mo et n’ont pas été prises : {2}."},
[SENTENCE_NOT_SIGNED] = {
    "{1} file is not signed and was left out: {2}.|{1} files are not signed and were left out: {2}.",
    "{1} fichier n’est pas signé et n’a pas été pris : {2}.|{1} fichiers ne sont pas signés et n’ont pas été pris : {2}."},
[SENTENCE_ERRORS] = {
    "{1} error: what it concerns is not shown.|{1} errors: what they concern is not shown.",
    "{1} erreur : ce qu’elle touche n’est pas montré.|{1} erreurs : ce qu’elles touchent n’est pas montré."},
[SENTENCE_AND_MORE] = {
    "and {1} more",
    "et {1} autre|et {1} autres"},
[SENTENCE_AT_LINE] = {
    "{1}, line {2}: {3}",
    "{1}, ligne {2} : {3}"},
[SENTENCE_AT_FILE] = {
    "{1}: {2}",
    "{1} : {2}"},
[SENTENCE_AND_DO] = {
    "{1}; {2}",
    "{1} ; {2}"},
[SENTENCE_UNPLUG] = {
    "You may remove the stick.",
    "Vous pouvez retirer la clé."},
[SENTENCE_SCREEN] = {
    "Screen: {1}",
    "Écran : {1}"},
[SENTENCE_TITLE] = {
    "Programme: {1}",
    "Programme : {1}"},
[SENTENCE_SUBJECT] = {
    "Programme to mend: {1}",
    "Programme à corriger : {1}"},
};
static_assert(sizeof SENTENCES / sizeof *SENTENCES == SENTENCE_COUNT,
              "every sentence has its words");

static const struct {
    const char *name;
    const char *words[FAULT_LANGUAGE_COUNT];
} DECISIONS[] = {
[DECISION_TAKEN] = {"taken", {
    "Programme updated: {1}.",
    "Programme mis à jour : {1}."}},
[DECISION_TAKEN_IN_PART] = {"taken-in-part", {
    "Programme updated: {1}.",
    "Programme mis à jour : {1}."}},
[DECISION_SAME] = {"same", {
    "The programme is up to date already: {1}.",
    "Programme déjà à jour : {1}."}},
[DECISION_OLDER] = {"older", {
    "This programme, of {1}, is older than the one on the screen, of {2}: nothing changes.",
    "Ce programme, du {1}, est plus ancien que celui de l’écran, du {2} : rien ne change."}},
[DECISION_SET_ASIDE] = {"set-aside", {
    "This programme was set aside on this screen, which keeps the one before: nothing changes. Another one will be taken.",
    "Ce programme a été écarté sur cet écran, qui garde le précédent : rien ne change. Un autre sera pris."}},
[DECISION_NO_PROGRAMME] = {"no-programme", {
    "There is no programme.yaml: nothing changes.",
    "Aucun fichier programme.yaml : rien ne change."}},
[DECISION_UNREADABLE] = {"unreadable", {
    "The programme cannot be read: nothing changes.",
    "Le programme ne peut pas être lu : rien ne change."}},
[DECISION_HALF_COPIED] = {"half-copied", {
    "Only the beginning of the programme seems to be there: nothing changes. Copy it again, and eject the stick before you pull it out.",
    "Le programme semble n’être copié qu’à moitié : rien ne change. Recopiez-le, et éjectez la clé avant de la retirer de l’ordinateur."}},
[DECISION_EMPTY] = {"empty", {
    "The programme has no event: nothing changes.",
    "Le programme n’a aucune soirée : rien ne change."}},
[DECISION_TOO_MANY_FILES] = {"too-many-files", {
    "There are more than {1} files: nothing changes. Put the programme into a folder of its own, named programme.",
    "Il y a plus de {1} fichiers : rien ne change. Mettez le programme seul dans un dossier nommé programme."}},
[DECISION_TEXT_TOO_LARGE] = {"text-too-large", {
    "The programme’s texts are larger than 4 MB: nothing changes.",
    "Les textes du programme dépassent 4 Mo : rien ne change."}},
[DECISION_TOO_LARGE] = {"too-large", {
    "The programme takes {1} MB and there is room for {2} MB: nothing changes. Make its pictures smaller.",
    "Le programme fait {1} Mo et il n’y a de place que pour {2} Mo : rien ne change. Réduisez ses images."}},
[DECISION_UNSIGNED] = {"unsigned", {
    "The programme is not signed, and this screen takes only signed ones: nothing changes.",
    "Le programme n’est pas signé, et cet écran n’en prend que de signés : rien ne change."}},
[DECISION_ALTERED] = {"altered", {
    "{1} was altered since the programme was signed: nothing changes.",
    "{1} a été modifié depuis la signature du programme : rien ne change."}},
[DECISION_WRONG_KEY] = {"wrong-key", {
    "The programme is signed with another key than this screen’s: nothing changes.",
    "Le programme est signé avec une autre clé de confiance que celle de cet écran : rien ne change."}},
[DECISION_KEY_UNUSABLE] = {"key-unusable", {
    "The settings’ trusted_key is no key: nothing changes.",
    "La cle_de_confiance des réglages n’est pas une clé : rien ne change."}},
[DECISION_SOURCE_GONE] = {"source-gone", {
    "The stick was removed during the copy: nothing changes. Plug it in again.",
    "La clé a été retirée pendant la copie : rien ne change. Remettez-la."}},
[DECISION_SOURCE_CHANGED] = {"source-changed", {
    "The files were changing while they were read: nothing changes. Try again.",
    "Les fichiers changeaient pendant la lecture : rien ne change. Réessayez."}},
[DECISION_SOURCE_FAILED] = {"source-failed", {
    "{1} cannot be read ({2}): nothing changes.",
    "{1} ne peut pas être lu ({2}) : rien ne change."}},
[DECISION_STORE_ABSENT] = {"store-absent", {
    "The screen’s store is not there: nothing changes.",
    "La réserve de l’écran est introuvable : rien ne change."}},
[DECISION_STORE_READ_ONLY] = {"store-read-only", {
    "The screen’s store cannot be written: nothing changes.",
    "La réserve de l’écran n’est pas inscriptible : rien ne change."}},
[DECISION_STORE_FULL] = {"store-full", {
    "The screen’s store is full: nothing changes.",
    "La réserve de l’écran est pleine : rien ne change."}},
[DECISION_STORE_BUSY] = {"store-busy", {
    "Another programme is just being taken in: nothing changes. Try again.",
    "Un autre programme est en cours de copie : rien ne change. Réessayez."}},
[DECISION_STORE_FAILED] = {"store-failed", {
    "The screen’s store failed ({2}): nothing changes.",
    "La réserve de l’écran est en panne ({2}) : rien ne change."}},
[DECISION_STOPPED] = {"stopped", {
    "Reading took too long or failed, and was stopped: nothing changes.",
    "La lecture a échoué ou durait trop, elle a été arrêtée : rien ne change."}},
};
// clang-format on
static_assert(sizeof DECISIONS / sizeof *DECISIONS == DECISION_COUNT,
              "every decision has its words");

const char *decision_name(enum decision decision)
{
    return DECISIONS[decision].name;
}

bool decision_is_taken(enum decision decision)
{
    return decision <= DECISION_TAKEN_IN_PART;
}

bool decision_is_news(enum decision decision)
{
    return decision != DECISION_SAME && decision != DECISION_SET_ASIDE &&
           decision != DECISION_NO_PROGRAMME;
}

bool decision_is_good(enum decision decision)
{
    return decision <= DECISION_SAME;
}

// {1} becomes the first argument, and so on.
static char *filled(const char *words, size_t length,
                    const char *const arguments[3])
{
    struct text_buffer out = {0};
    for (size_t i = 0; i < length; i++) {
        bool slot = words[i] == '{' && i + 2 < length && words[i + 2] == '}' &&
                    words[i + 1] >= '1' && words[i + 1] <= '3';
        if (!slot) {
            text_buffer_add_bytes(&out, words + i, 1);
            continue;
        }
        const char *argument = arguments[words[i + 1] - '1'];
        text_buffer_add(&out, argument != NULL ? argument : "");
        i += 2;
    }
    return text_buffer_take(&out);
}

char *sentence(enum sentence sentence, enum fault_language language,
               size_t count, const char *const arguments[3])
{
    const char *words = SENTENCES[sentence][language];
    size_t one = strcspn(words, "|");
    if (words[one] == '\0' || count == 1) {
        return filled(words, one, arguments);
    }
    return filled(words + one + 1, strlen(words + one + 1), arguments);
}

char *decision_sentence(enum decision decision, enum fault_language language,
                        const char *const arguments[3])
{
    const char *words = DECISIONS[decision].words[language];
    return filled(words, strlen(words), arguments);
}
