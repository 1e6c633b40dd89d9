// SPDX-License-Identifier: MIT
#include "yaml/mend_words.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
    WORD_BYTES_MAX = 24
};

struct word {
    const char *folded;
    enum word_kind kind;
};

// Sorted, for bsearch(). The readers have their own tables, which say what
// each key means; a word missing here only costs its writer some tolerance.
static const struct word WORDS[] = {
    {"access",            WORD_OF_VALUE },
    {"accessibilite",     WORD_OF_VALUE },
    {"accroche",          WORD_OF_TEXT  },
    {"accueil",           WORD_OF_VALUE },
    {"address",           WORD_OF_TEXT  },
    {"adresse",           WORD_OF_TEXT  },
    {"affiche",           WORD_OF_VALUE },
    {"affichealt",        WORD_OF_TEXT  },
    {"afficherdes",       WORD_OF_VALUE },
    {"afficherjusque",    WORD_OF_VALUE },
    {"age",               WORD_OF_VALUE },
    {"agenda",            WORD_OF_EVENTS},
    {"alaune",            WORD_OF_VALUE },
    {"alt",               WORD_OF_TEXT  },
    {"an",                WORD_OF_VALUE },
    {"animepar",          WORD_OF_TEXT  },
    {"annee",             WORD_OF_VALUE },
    {"apporter",          WORD_OF_TEXT  },
    {"audience",          WORD_OF_TEXT  },
    {"avec",              WORD_OF_TEXT  },
    {"bandeau",           WORD_OF_VALUE },
    {"banner",            WORD_OF_VALUE },
    {"billetterie",       WORD_OF_VALUE },
    {"brouillon",         WORD_OF_VALUE },
    {"capacity",          WORD_OF_VALUE },
    {"categorie",         WORD_OF_TEXT  },
    {"chapo",             WORD_OF_TEXT  },
    {"chez",              WORD_OF_TEXT  },
    {"commune",           WORD_OF_TEXT  },
    {"contact",           WORD_OF_VALUE },
    {"couleurs",          WORD_OF_VALUE },
    {"courriel",          WORD_OF_VALUE },
    {"credit",            WORD_OF_TEXT  },
    {"cycle",             WORD_OF_TEXT  },
    {"date",              WORD_OF_VALUE },
    {"datedefin",         WORD_OF_VALUE },
    {"datefin",           WORD_OF_VALUE },
    {"dates",             WORD_OF_VALUE },
    {"description",       WORD_OF_TEXT  },
    {"details",           WORD_OF_TEXT  },
    {"distance",          WORD_OF_VALUE },
    {"doors",             WORD_OF_VALUE },
    {"draft",             WORD_OF_VALUE },
    {"email",             WORD_OF_VALUE },
    {"enddate",           WORD_OF_VALUE },
    {"enligne",           WORD_OF_VALUE },
    {"etat",              WORD_OF_VALUE },
    {"evenements",        WORD_OF_EVENTS},
    {"events",            WORD_OF_EVENTS},
    {"featured",          WORD_OF_VALUE },
    {"film",              WORD_OF_TEXT  },
    {"fin",               WORD_OF_VALUE },
    {"format",            WORD_OF_VALUE },
    {"fuseau",            WORD_OF_VALUE },
    {"genre",             WORD_OF_TEXT  },
    {"gratuit",           WORD_OF_VALUE },
    {"heure",             WORD_OF_VALUE },
    {"heures",            WORD_OF_VALUE },
    {"horaire",           WORD_OF_VALUE },
    {"horaires",          WORD_OF_VALUE },
    {"id",                WORD_OF_VALUE },
    {"image",             WORD_OF_VALUE },
    {"inscription",       WORD_OF_VALUE },
    {"inscriptionjusque", WORD_OF_VALUE },
    {"inscriptions",      WORD_OF_VALUE },
    {"intervenants",      WORD_OF_TEXT  },
    {"intro",             WORD_OF_TEXT  },
    {"invites",           WORD_OF_TEXT  },
    {"jauge",             WORD_OF_VALUE },
    {"jour",              WORD_OF_VALUE },
    {"jusquau",           WORD_OF_VALUE },
    {"kind",              WORD_OF_TEXT  },
    {"language",          WORD_OF_VALUE },
    {"langue",            WORD_OF_VALUE },
    {"lien",              WORD_OF_VALUE },
    {"liens",             WORD_OF_VALUE },
    {"lieu",              WORD_OF_TEXT  },
    {"lieux",             WORD_OF_VALUE },
    {"links",             WORD_OF_VALUE },
    {"logo",              WORD_OF_VALUE },
    {"mail",              WORD_OF_VALUE },
    {"maj",               WORD_OF_VALUE },
    {"miseajour",         WORD_OF_VALUE },
    {"motscles",          WORD_OF_TEXT  },
    {"nom",               WORD_OF_TEXT  },
    {"note",              WORD_OF_TEXT  },
    {"online",            WORD_OF_VALUE },
    {"organisateur",      WORD_OF_TEXT  },
    {"organisateurs",     WORD_OF_TEXT  },
    {"organisepar",       WORD_OF_TEXT  },
    {"organisers",        WORD_OF_TEXT  },
    {"ou",                WORD_OF_TEXT  },
    {"ouverture",         WORD_OF_VALUE },
    {"pages",             WORD_OF_VALUE },
    {"par",               WORD_OF_TEXT  },
    {"partenaires",       WORD_OF_TEXT  },
    {"partners",          WORD_OF_TEXT  },
    {"photo",             WORD_OF_VALUE },
    {"places",            WORD_OF_VALUE },
    {"plus",              WORD_OF_TEXT  },
    {"points",            WORD_OF_TEXT  },
    {"portes",            WORD_OF_VALUE },
    {"porteur",           WORD_OF_TEXT  },
    {"poster",            WORD_OF_VALUE },
    {"posteralt",         WORD_OF_TEXT  },
    {"postercredit",      WORD_OF_TEXT  },
    {"pourqui",           WORD_OF_TEXT  },
    {"presentation",      WORD_OF_TEXT  },
    {"previous",          WORD_OF_VALUE },
    {"price",             WORD_OF_TEXT  },
    {"prix",              WORD_OF_TEXT  },
    {"programme",         WORD_OF_EVENTS},
    {"public",            WORD_OF_TEXT  },
    {"qr",                WORD_OF_VALUE },
    {"quand",             WORD_OF_VALUE },
    {"quoi",              WORD_OF_TEXT  },
    {"register",          WORD_OF_VALUE },
    {"registeruntil",     WORD_OF_VALUE },
    {"remarque",          WORD_OF_TEXT  },
    {"reseaux",           WORD_OF_VALUE },
    {"reserver",          WORD_OF_VALUE },
    {"resume",            WORD_OF_TEXT  },
    {"role",              WORD_OF_TEXT  },
    {"saison",            WORD_OF_VALUE },
    {"salle",             WORD_OF_TEXT  },
    {"seances",           WORD_OF_VALUE },
    {"season",            WORD_OF_VALUE },
    {"serie",             WORD_OF_TEXT  },
    {"series",            WORD_OF_TEXT  },
    {"showfrom",          WORD_OF_VALUE },
    {"showuntil",         WORD_OF_VALUE },
    {"soirees",           WORD_OF_EVENTS},
    {"soustitre",         WORD_OF_TEXT  },
    {"soutiens",          WORD_OF_TEXT  },
    {"spoken",            WORD_OF_VALUE },
    {"status",            WORD_OF_VALUE },
    {"statut",            WORD_OF_VALUE },
    {"subtitle",          WORD_OF_TEXT  },
    {"suiveznous",        WORD_OF_VALUE },
    {"summary",           WORD_OF_TEXT  },
    {"tags",              WORD_OF_TEXT  },
    {"tarif",             WORD_OF_TEXT  },
    {"tel",               WORD_OF_VALUE },
    {"texte",             WORD_OF_TEXT  },
    {"textes",            WORD_OF_VALUE },
    {"theme",             WORD_OF_VALUE },
    {"themes",            WORD_OF_TEXT  },
    {"time",              WORD_OF_VALUE },
    {"timezone",          WORD_OF_VALUE },
    {"title",             WORD_OF_TEXT  },
    {"titre",             WORD_OF_TEXT  },
    {"town",              WORD_OF_TEXT  },
    {"type",              WORD_OF_TEXT  },
    {"updated",           WORD_OF_VALUE },
    {"url",               WORD_OF_VALUE },
    {"venue",             WORD_OF_TEXT  },
    {"venues",            WORD_OF_VALUE },
    {"version",           WORD_OF_VALUE },
    {"ville",             WORD_OF_TEXT  },
    {"visio",             WORD_OF_VALUE },
    {"vo",                WORD_OF_VALUE },
    {"with",              WORD_OF_TEXT  },
    {"year",              WORD_OF_VALUE },
};

// The plain letter of the two bytes of an accented one, '\0' for those that
// are dropped; '?' for what stands in no key.
static char plain_letter(unsigned char lead, unsigned char trail)
{
    static const char LETTERS[] = "aaaaaaaceeeeiiiidnooooo?ouuuuy??"
                                  "aaaaaaaceeeeiiiidnooooo?ouuuuy?y";
    if (lead == 0xC2 && trail == 0xA0) {
        return '\0'; // an unbreakable space
    }
    if (lead != 0xC3 || trail < 0x80 || trail > 0xBF) {
        return '?';
    }
    return LETTERS[trail - 0x80];
}

// False if the text is too long or too strange for a key.
static bool fold(const char *text, size_t length, char out[WORD_BYTES_MAX])
{
    size_t filled = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        char letter = '\0';
        if (isalpha(byte)) {
            letter = (char)tolower(byte);
        } else if (byte >= 0x80 && i + 1 < length) {
            letter = plain_letter(byte, (unsigned char)text[++i]);
        } else if (strchr(" _-'", byte) == NULL || byte == '\0') {
            letter = '?';
        }
        if (letter == '?' || filled + 1 == WORD_BYTES_MAX) {
            return false;
        }
        out[filled] = letter;
        filled += letter != '\0' ? 1 : 0;
    }
    out[filled] = '\0';
    return filled > 0;
}

static int compare(const void *key, const void *item)
{
    return strcmp(key, ((const struct word *)item)->folded);
}

enum word_kind word_kind(const char *text, size_t length)
{
    char folded[WORD_BYTES_MAX];
    if (length > 3 && text[length - 3] == '_') {
        length -= 3; // titre_oc
    }
    if (!fold(text, length, folded)) {
        return WORD_UNKNOWN;
    }
    const struct word *found = bsearch(
        folded, WORDS, sizeof WORDS / sizeof *WORDS, sizeof *WORDS, compare);
    return found != NULL ? found->kind : WORD_UNKNOWN;
}
