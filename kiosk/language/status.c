// SPDX-License-Identifier: MIT
#include "language/status.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "language/vocabulary.h"

static const char *const NAMES[] = {
    [STATUS_CONFIRMED] = "confirmed",       [STATUS_TENTATIVE] = "tentative",
    [STATUS_CANCELLED] = "cancelled",       [STATUS_POSTPONED] = "postponed",
    [STATUS_RESCHEDULED] = "rescheduled",   [STATUS_FULL] = "full",
    [STATUS_MOVED_ONLINE] = "moved_online",
};

static_assert(sizeof NAMES / sizeof *NAMES == STATUS_COUNT,
              "every status has its name");

// Folded: without accents and case. French, Occitan, English, Spanish and
// Catalan follow one another.
static const struct {
    enum status status;
    const char *text;
} WORDS[] = {
    {STATUS_CONFIRMED,    "confirme"                      },
    {STATUS_CONFIRMED,    "confirmee"                     },
    {STATUS_CONFIRMED,    "confirmes"                     },
    {STATUS_CONFIRMED,    "confirmees"                    },
    {STATUS_CONFIRMED,    "maintenu"                      },
    {STATUS_CONFIRMED,    "maintenue"                     },
    {STATUS_CONFIRMED,    "valide"                        },
    {STATUS_CONFIRMED,    "validee"                       },
    {STATUS_CONFIRMED,    "confirmat"                     },
    {STATUS_CONFIRMED,    "confirmada"                    },
    {STATUS_CONFIRMED,    "confirmed"                     },
    {STATUS_CONFIRMED,    "scheduled"                     },
    {STATUS_CONFIRMED,    "confirmado"                    },
    {STATUS_TENTATIVE,    "a valider"                     },
    {STATUS_TENTATIVE,    "a confirmer"                   },
    {STATUS_TENTATIVE,    "reste a confirmer"             },
    {STATUS_TENTATIVE,    "sous reserve"                  },
    {STATUS_TENTATIVE,    "sous reserve de confirmation"  },
    {STATUS_TENTATIVE,    "provisoire"                    },
    {STATUS_TENTATIVE,    "en attente de confirmation"    },
    {STATUS_TENTATIVE,    "non confirme"                  },
    {STATUS_TENTATIVE,    "non confirmee"                 },
    {STATUS_TENTATIVE,    "de confirmar"                  },
    {STATUS_TENTATIVE,    "de validar"                    },
    {STATUS_TENTATIVE,    "a confirmar"                   },
    {STATUS_TENTATIVE,    "provisori"                     },
    {STATUS_TENTATIVE,    "tentative"                     },
    {STATUS_TENTATIVE,    "to be confirmed"               },
    {STATUS_TENTATIVE,    "tbc"                           },
    {STATUS_TENTATIVE,    "provisional"                   },
    {STATUS_TENTATIVE,    "unconfirmed"                   },
    {STATUS_TENTATIVE,    "por confirmar"                 },
    {STATUS_TENTATIVE,    "per confirmar"                 },
    {STATUS_TENTATIVE,    "sin confirmar"                 },
    {STATUS_CANCELLED,    "annule"                        },
    {STATUS_CANCELLED,    "annulee"                       },
    {STATUS_CANCELLED,    "annules"                       },
    {STATUS_CANCELLED,    "annulees"                      },
    {STATUS_CANCELLED,    "annulation"                    },
    {STATUS_CANCELLED,    "supprime"                      },
    {STATUS_CANCELLED,    "supprimee"                     },
    {STATUS_CANCELLED,    "anullat"                       },
    {STATUS_CANCELLED,    "anullada"                      },
    {STATUS_CANCELLED,    "anulat"                        },
    {STATUS_CANCELLED,    "anulada"                       },
    {STATUS_CANCELLED,    "cancelled"                     },
    {STATUS_CANCELLED,    "canceled"                      },
    {STATUS_CANCELLED,    "cancelado"                     },
    {STATUS_CANCELLED,    "cancelada"                     },
    {STATUS_CANCELLED,    "anulado"                       },
    {STATUS_CANCELLED,    "cancel\u00B7lat"               },
    {STATUS_CANCELLED,    "cancel\u00B7lada"              },
    {STATUS_CANCELLED,    "cancellat"                     },
    {STATUS_CANCELLED,    "cancellada"                    },
    {STATUS_CANCELLED,    "anul\u00B7lat"                 },
    {STATUS_CANCELLED,    "anul\u00B7lada"                },
    {STATUS_POSTPONED,    "reporte"                       },
    {STATUS_POSTPONED,    "reportee"                      },
    {STATUS_POSTPONED,    "reportes"                      },
    {STATUS_POSTPONED,    "reportees"                     },
    {STATUS_POSTPONED,    "reporte a une date ulterieure" },
    {STATUS_POSTPONED,    "reportee a une date ulterieure"},
    {STATUS_POSTPONED,    "remandat"                      },
    {STATUS_POSTPONED,    "remandada"                     },
    {STATUS_POSTPONED,    "postponed"                     },
    {STATUS_POSTPONED,    "pospuesto"                     },
    {STATUS_POSTPONED,    "pospuesta"                     },
    {STATUS_POSTPONED,    "aplazado"                      },
    {STATUS_POSTPONED,    "aplazada"                      },
    {STATUS_POSTPONED,    "ajornat"                       },
    {STATUS_POSTPONED,    "ajornada"                      },
    {STATUS_RESCHEDULED,  "deplace"                       },
    {STATUS_RESCHEDULED,  "deplacee"                      },
    {STATUS_RESCHEDULED,  "deplaces"                      },
    {STATUS_RESCHEDULED,  "deplacees"                     },
    {STATUS_RESCHEDULED,  "reprogramme"                   },
    {STATUS_RESCHEDULED,  "reprogrammee"                  },
    {STATUS_RESCHEDULED,  "nouvelle date"                 },
    {STATUS_RESCHEDULED,  "changement de date"            },
    {STATUS_RESCHEDULED,  "tornat planificar"             },
    {STATUS_RESCHEDULED,  "tornada planificar"            },
    {STATUS_RESCHEDULED,  "data novela"                   },
    {STATUS_RESCHEDULED,  "novela data"                   },
    {STATUS_RESCHEDULED,  "rescheduled"                   },
    {STATUS_RESCHEDULED,  "moved"                         },
    {STATUS_RESCHEDULED,  "new date"                      },
    {STATUS_RESCHEDULED,  "reprogramado"                  },
    {STATUS_RESCHEDULED,  "reprogramada"                  },
    {STATUS_RESCHEDULED,  "nueva fecha"                   },
    {STATUS_RESCHEDULED,  "reprogramat"                   },
    {STATUS_RESCHEDULED,  "nova data"                     },
    {STATUS_FULL,         "complet"                       },
    {STATUS_FULL,         "complete"                      },
    {STATUS_FULL,         "complets"                      },
    {STATUS_FULL,         "completes"                     },
    {STATUS_FULL,         "c'est complet"                 },
    {STATUS_FULL,         "plus de place"                 },
    {STATUS_FULL,         "plus de places"                },
    {STATUS_FULL,         "a guichets fermes"             },
    {STATUS_FULL,         "completa"                      },
    {STATUS_FULL,         "full"                          },
    {STATUS_FULL,         "fully booked"                  },
    {STATUS_FULL,         "booked out"                    },
    {STATUS_FULL,         "sold out"                      },
    {STATUS_FULL,         "completo"                      },
    {STATUS_FULL,         "aforo completo"                },
    {STATUS_FULL,         "agotado"                       },
    {STATUS_FULL,         "aforament complet"             },
    {STATUS_FULL,         "exhaurit"                      },
    {STATUS_MOVED_ONLINE, "passe en visio"                },
    {STATUS_MOVED_ONLINE, "passe en ligne"                },
    {STATUS_MOVED_ONLINE, "passee en visio"               },
    {STATUS_MOVED_ONLINE, "passee en ligne"               },
    {STATUS_MOVED_ONLINE, "deplace en ligne"              },
    {STATUS_MOVED_ONLINE, "deplacee en ligne"             },
    {STATUS_MOVED_ONLINE, "bascule en visio"              },
    {STATUS_MOVED_ONLINE, "transferit en linha"           },
    {STATUS_MOVED_ONLINE, "transferida en linha"          },
    {STATUS_MOVED_ONLINE, "moved online"                  },
    {STATUS_MOVED_ONLINE, "moved_online"                  },
    {STATUS_MOVED_ONLINE, "pasa a ser en linea"           },
    {STATUS_MOVED_ONLINE, "pasa a ser online"             },
    {STATUS_MOVED_ONLINE, "passa a ser en linia"          },
    {STATUS_MOVED_ONLINE, "passa en linia"                },
};

const char *status_name(enum status status)
{
    return NAMES[status];
}

size_t status_match(const char *folded, enum status *out)
{
    size_t longest = 0;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        // Most differ in their first byte, and this is asked of every word.
        if (WORDS[i].text[0] != folded[0]) {
            continue;
        }
        size_t length = strlen(WORDS[i].text);
        if (length > longest && strncmp(folded, WORDS[i].text, length) == 0 &&
            !vocabulary_is_letter(folded + length)) {
            longest = length;
            *out = WORDS[i].status;
        }
    }
    return longest;
}

bool status_read(const char *text, enum status *out)
{
    // Parentheses, final dots and exclamation marks change nothing.
    static const char AROUND[] = " \n\t()[].!,;:";
    char *folded = utf8_fold(text);
    const char *begin = folded + strspn(folded, AROUND);
    enum status status = STATUS_CONFIRMED;
    size_t length = status_match(begin, &status);
    bool whole =
        length > 0 && begin[length + strspn(begin + length, AROUND)] == '\0';
    free(folded);
    if (whole) {
        *out = status;
    }
    return whole;
}

const char *status_near(const char *text)
{
    static const char *const FRENCH[] = {
        [STATUS_CONFIRMED] = "confirmé",    [STATUS_TENTATIVE] = "à valider",
        [STATUS_CANCELLED] = "annulé",      [STATUS_POSTPONED] = "reporté",
        [STATUS_RESCHEDULED] = "déplacé",   [STATUS_FULL] = "complet",
        [STATUS_MOVED_ONLINE] = "en ligne",
    };
    static_assert(sizeof FRENCH / sizeof *FRENCH == STATUS_COUNT,
                  "every status has a French word");
    char *folded = utf8_fold(text);
    size_t best = strlen(folded) > 4 ? 3 : 2;
    const char *nearest = NULL;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        size_t edits = utf8_distance(folded, WORDS[i].text, best);
        if (edits < best) {
            best = edits;
            nearest = FRENCH[WORDS[i].status];
        }
    }
    free(folded);
    return nearest;
}
