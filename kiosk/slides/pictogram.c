// SPDX-License-Identifier: MIT
#include "slides/pictogram.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "decode/decode.h"
#include "draw/canvas.h"
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

static uint8_t *coverage_of(const struct decoded *decoded)
{
    size_t count = (size_t)decoded->size.width * (size_t)decoded->size.height;
    uint8_t *coverage = xmalloc(count);
    for (size_t i = 0; i < count; i++) {
        coverage[i] = (uint8_t)(decoded->pixels[i] >> 24);
    }
    return coverage;
}

void pictogram_draw(const struct stage *stage, const char *name, struct box box,
                    struct colour colour, struct canvas *canvas)
{
    char *path = xasprintf("%s/%s.svg", stage->pictograms, name);
    struct decoded decoded;
    if (decode_file(path, box_size(box), &decoded) == DECODE_DONE) {
        struct box at = box_centre(decoded.size, box);
        uint8_t *coverage = coverage_of(&decoded);
        struct stencil stencil = {decoded.size, coverage, decoded.size.width};
        canvas_stencil(canvas, at.x, at.y, stencil, colour);
        canvas_mark(canvas, MARK_PICTURE, at, box, name, false);
        free(coverage);
        free(decoded.pixels);
    }
    free(path);
}
