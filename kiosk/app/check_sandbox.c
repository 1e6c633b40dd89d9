// SPDX-License-Identifier: MIT
#include "app/check_sandbox.h"

#include <assert.h>
#include <inttypes.h>

#include "decode/job.h"
#include "decode/proof.h"

enum {
    LANGUAGES = 2, // enum fault_language
    MIB = 1024 * 1024,
};

// Each decoder, named by what it decodes; one of these kinds asks for it.
static const struct {
    enum decode_kind kind;
    const char *names;
} DECODERS[] = {
    {DECODE_JPEG, "JPEG, PNG, WebP, GIF"},
    {DECODE_SVG,  "SVG"                 },
    {DECODE_PDF,  "PDF"                 },
    {DECODE_HEIC, "HEIC, AVIF"          },
};

static const char *const ATTEMPTS[][LANGUAGES] = {
    [ATTEMPT_READ_FILE] = {"read a file",          "lire un fichier"             },
    [ATTEMPT_WRITE_FILE] = {"write a file",         "écrire un fichier"          },
    [ATTEMPT_WRITE_OUT] = {"print something",      "afficher quelque chose"      },
    [ATTEMPT_CONNECT] = {"use the network",      "utiliser le réseau"         },
    [ATTEMPT_FORK] = {"start a process",      "lancer un processus"         },
    [ATTEMPT_EXECUTE] = {"run a program",        "exécuter un programme"      },
    [ATTEMPT_TRACE] = {"trace a process",      "suivre un processus"         },
    [ATTEMPT_SIGNAL] = {"signal a process",     "envoyer un signal"           },
    [ATTEMPT_CODE] = {"write code to run",    "écrire du code à exécuter"},
    [ATTEMPT_MEMORY] = {"take 8 GiB of memory", "prendre 8 Go de mémoire"    },
    [ATTEMPT_LOOP] = {"run for ever",         "ne jamais finir"             },
};
static_assert(sizeof ATTEMPTS / sizeof *ATTEMPTS == ATTEMPT_COUNT,
              "every attempt has its words");

static const char *const PROOFS[][LANGUAGES] = {
    [PROOF_REFUSED] = {"refused",                "refusé"                 },
    [PROOF_KILLED] = {"refused: killed for it", "refusé : tué pour cela"},
    [PROOF_STOPPED] = {"stopped in time",        "arrêté à temps"       },
    [PROOF_DONE] = {"POSSIBLE",               "POSSIBLE"                },
    [PROOF_NONE] = {"not told",               "sans réponse"           },
};

static void print_walls(const struct proof_walls *walls,
                        enum fault_language language, FILE *out)
{
    static const char *const WORDS[][LANGUAGES] = {
        {"filter of system calls", "filtre d’appels système"},
        {"Landlock",               "Landlock"                  },
        {"memory",                 "mémoire"                  },
        {"processor, deadline",    "processeur, délai"        },
    };
    static const char *const ANSWERS[][LANGUAGES] = {
        {"no",  "non"},
        {"yes", "oui"}
    };
    fprintf(out, "  %s: %s\n", WORDS[0][language],
            ANSWERS[walls->has_filter][language]);
    fprintf(out, "  %s: %s", WORDS[1][language],
            ANSWERS[walls->landlock > 0][language]);
    if (walls->landlock > 0) {
        fprintf(out, ", %d", walls->landlock);
    }
    fprintf(out, "\n  %s: %" PRId64 " MiB\n  %s: %d s, %d s\n",
            WORDS[2][language], job_memory_bytes() / MIB, WORDS[3][language],
            JOB_CPU_SECONDS, JOB_DEADLINE_MS / 1000);
}

static bool try_all(enum decode_kind kind, enum fault_language language,
                    FILE *out)
{
    static const struct decoder decoder = {0};
    bool holds = true;
    for (int i = 0; i < ATTEMPT_COUNT; i++) {
        enum proof proof = proof_of(&decoder, kind, (enum attempt)i, false);
        fprintf(out, "  %-24s %s\n", ATTEMPTS[i][language],
                PROOFS[proof][language]);
        fflush(out);
        holds = holds && proof != PROOF_DONE && proof != PROOF_NONE;
    }
    return holds;
}

bool check_sandbox(enum fault_language language, FILE *out)
{
    static const struct decoder decoder = {0};
    static const char *const ABSENT[LANGUAGES] = {"not installed here",
                                                  "pas installé ici"};
    bool holds = true;
    for (size_t i = 0; i < sizeof DECODERS / sizeof *DECODERS; i++) {
        enum decode_kind kind = DECODERS[i].kind;
        struct proof_walls walls;
        if (!proof_walls(&decoder, kind, &walls)) {
            fprintf(out, "%s: %s\n", DECODERS[i].names, ABSENT[language]);
            holds = holds && i > 0;
            continue;
        }
        fprintf(out, "%s\n", DECODERS[i].names);
        print_walls(&walls, language, out);
        // Without a filter nothing is to be tried: it would succeed.
        holds = walls.has_filter && try_all(kind, language, out) && holds;
    }
    return holds;
}
