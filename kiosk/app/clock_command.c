// SPDX-License-Identifier: MIT
#include "app/command.h"

#include <assert.h>
#include <json-c/json.h>
#include <stdio.h>

#include "app/options.h"
#include "app/session.h"
#include "app/session_clock.h"
#include "base/log.h"

enum {
    SECONDS_A_DAY = 24 * 60 * 60
};

// Why it is believed or not.
enum verdict {
    VERDICT_SURE,
    VERDICT_NO_EVIDENCE,
    VERDICT_TOO_EARLY,
    VERDICT_TOO_LATE,
};

// Everything there is to be said.
struct account {
    const struct session *session;
    struct now now;
    struct clock_belief belief;
    struct certainties certain;
    int64_t earliest; // 0: unknown
    enum verdict verdict;
};

// For programs, in English, in French.
struct words {
    const char *name;
    const char *words[FAULT_LANGUAGE_COUNT];
};

static const struct words VERDICTS[] = {
    [VERDICT_SURE] = {"sure",        {"It is believed.", "C’est une heure sûre."}},
    [VERDICT_NO_EVIDENCE] = {"no-evidence",
                      {"It is not believed: nothing confirms it.",
                              "Ce n’est pas sûr : rien ne le confirme."}         },
    [VERDICT_TOO_EARLY] = {"too-early",
                      {"It is not believed: it certainly is later.",
                            "C’est faux : il est certainement plus tard."}        },
    [VERDICT_TOO_LATE] =
        {"too-late",
                      {"It is not believed: that is more than 400 days ahead of what is "
          "certain.",
          "Ce n’est pas sûr : c’est plus de 400 jours après ce qui est "
          "certain."}                                                               },
};

static const struct words EVIDENCE[] = {
    [CLOCK_BY_GIFT] = {"now",      {"given with --now", "donnée avec --now"}},
    [CLOCK_BY_SETTINGS] = {"settings",
                       {"the settings say clock: trusted",
                            "les réglages disent horloge: fiable"}          },
    [CLOCK_BY_HARDWARE] = {"hardware",
                       {"set from a clock with a battery at the start",
                            "prise d’une horloge à pile au démarrage"}   },
    [CLOCK_BY_NETWORK] = {"network",
                       {"synchronised by the network (NTP)",
                           "synchronisée par le réseau (NTP)"}             },
    [CLOCK_BY_HOST] = {"host",
                       {"confirmed on the screen since the start",
                        "confirmée à l’écran depuis le démarrage"}     },
};
static_assert(sizeof EVIDENCE / sizeof *EVIDENCE == CLOCK_EVIDENCE_COUNT,
              "every evidence has its words");

static const struct words CERTAINTIES[] = {
    [CERTAIN_BY_BUILD] = {"build",
                          {"the program was made",
                           "le logiciel a été fabriqué"}                },
    [CERTAIN_BY_PROGRAMME] = {"programme",
                          {"the programme was updated",
                               "le programme a été mis à jour"}         },
    [CERTAIN_BY_STORE] = {"store",
                          {"the clock was sure for the last time",
                           "l’heure était sûre pour la dernière fois"}},
};
static_assert(sizeof CERTAINTIES / sizeof *CERTAINTIES == CERTAINTY_COUNT,
              "every certainty has its words");

static const struct words YES = {
    "true", {"yes", "oui"}
};
static const struct words NO = {
    "false", {"no", "non"}
};
static const struct words WHY = {
    NULL, {"What the clock was set by:", "D’où vient l’heure :"}
};
static const struct words SINCE = {
    NULL,
    {"It certainly is later than when",
      "Il est certainement plus tard que quand"}
};

static const char *say(const struct account *account, const struct words *words)
{
    return words->words[account->session->fault_language];
}

static enum verdict judge(const struct account *account)
{
    int64_t instant = account->now.instant;
    if (account->belief.trusted) {
        return VERDICT_SURE;
    }
    if (instant < account->earliest) {
        return VERDICT_TOO_EARLY;
    }
    int64_t latest =
        account->earliest + (int64_t)CLOCK_BELIEVABLE_DAYS * SECONDS_A_DAY;
    bool is_late = account->earliest > 0 && instant > latest;
    return is_late ? VERDICT_TOO_LATE : VERDICT_NO_EVIDENCE;
}

static struct account take_account(const struct session *session)
{
    struct account account = {
        .session = session,
        .now = session_now(session),
        .belief = clock_read(&session->clock),
        .certain = session_certainties(session),
        .earliest = session->clock.options.certain,
    };
    account.verdict = judge(&account);
    return account;
}

static void format(const struct account *account, int64_t instant, char out[24])
{
    moment_format(zone_moment(&account->session->zone, instant), out);
    out[10] = ' '; // in place of the T
}

static void print(const struct account *account)
{
    char text[24];
    format(account, account->now.instant, text);
    printf("%s (%s)\n%s\n\n%s\n", text, account->session->zone.name,
           say(account, &VERDICTS[account->verdict]), say(account, &WHY));
    for (unsigned i = 0; i < CLOCK_EVIDENCE_COUNT; i++) {
        bool has = (account->belief.evidence & 1U << i) != 0;
        printf("  %-4s %s\n", say(account, has ? &YES : &NO),
               say(account, &EVIDENCE[i]));
    }
    if (account->earliest == 0) {
        return;
    }
    printf("\n%s\n", say(account, &SINCE));
    for (int i = 0; i < CERTAINTY_COUNT; i++) {
        if (account->certain.instants[i] != 0) {
            format(account, account->certain.instants[i], text);
            printf("  %s  %s\n", text, say(account, &CERTAINTIES[i]));
        }
    }
}

static void add_instant(struct json_object *object, const char *key,
                        const struct account *account, int64_t instant)
{
    char text[24];
    moment_format(zone_moment(&account->session->zone, instant), text);
    json_object_object_add(object, key,
                           instant != 0 ? json_object_new_string(text) : NULL);
}

static bool print_json(const struct account *account)
{
    struct json_object *root = json_object_new_object();
    struct json_object *evidence = json_object_new_object();
    struct json_object *certain = json_object_new_object();
    add_instant(root, "now", account, account->now.instant);
    json_object_object_add(root, "instant",
                           json_object_new_int64(account->now.instant));
    json_object_object_add(root, "timezone",
                           json_object_new_string(account->session->zone.name));
    json_object_object_add(root, "trusted",
                           json_object_new_boolean(account->belief.trusted));
    json_object_object_add(
        root, "verdict",
        json_object_new_string(VERDICTS[account->verdict].name));
    for (unsigned i = 0; i < CLOCK_EVIDENCE_COUNT; i++) {
        bool has = (account->belief.evidence & 1U << i) != 0;
        json_object_object_add(evidence, EVIDENCE[i].name,
                               json_object_new_boolean(has));
    }
    json_object_object_add(root, "evidence", evidence);
    for (int i = 0; i < CERTAINTY_COUNT; i++) {
        add_instant(certain, CERTAINTIES[i].name, account,
                    account->certain.instants[i]);
    }
    json_object_object_add(root, "certain", certain);
    add_instant(root, "earliest", account, account->earliest);
    bool printed = puts(json_object_to_json_string_ext(
                       root, JSON_C_TO_STRING_PRETTY |
                                 JSON_C_TO_STRING_NOSLASHESCAPE)) >= 0;
    json_object_put(root);
    return printed;
}

enum outcome clock_command(const struct options *options)
{
    struct session session;
    enum outcome outcome = session_init(&session, options);
    if (outcome != OUTCOME_DONE) {
        return outcome;
    }
    struct account account = take_account(&session);
    bool done = true;
    if (options->json) {
        done = print_json(&account);
    } else {
        print(&account);
    }
    session_release(&session);
    return done ? OUTCOME_DONE : OUTCOME_FAILED;
}
