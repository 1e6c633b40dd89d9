// SPDX-License-Identifier: MIT
#include "slides/pictogram.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "draw/sign.h"
#include "slides/stage.h"

// What a folded kind begins with or contains → the file. The more particular
// words come first: a ciné-débat is a debate.
static const struct {
    const char *word, *name;
} KINDS[] = {
    {"debat",      "debat"     },
    {"film",       "film"      },
    {"cine",       "film"      },
    {"projection", "film"      },
    {"rencontre",  "rencontre" },
    {"atelier",    "atelier"   },
    {"conference", "conference"},
    {"expo",       "expo"      },
    {"concert",    "concert"   },
    {"fete",       "fete"      },
    {"festival",   "fete"      },
    {"marche",     "marche"    },
    {"forum",      "forum"     },
    {"salon",      "salon"     },
    {"visite",     "visite"    },
    {"balade",     "visite"    },
    {"formation",  "formation" },
    {"assemblee",  "assemblee" },
    {"lecture",    "lecture"   },
    {"soiree",     "soiree"    },
    {"workshop",   "atelier"   },
    {"party",      "fete"      },
    {"evening",    "soiree"    },
    {"exhibition", "expo"      },
};

const char *pictogram_of_kind(const char *kind)
{
    const char *name = NULL;
    char *folded = utf8_fold(kind);
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS && name == NULL; i++) {
        if (strstr(folded, KINDS[i].word) != NULL) {
            name = KINDS[i].name;
        }
    }
    free(folded);
    return name;
}

void pictogram_draw(const struct stage *stage, const char *name, struct box box,
                    struct colour colour, struct canvas *canvas)
{
    char *path = xasprintf("%s/%s.svg", stage->pictograms, name);
    sign_draw(canvas, path, name, box, colour);
    free(path);
}
