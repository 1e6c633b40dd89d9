// SPDX-License-Identifier: MIT
#include "app/operator_desk.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>

#include "app/operator_report.h"
#include "app/options.h"
#include "app/session.h"
#include "app/timekeeper.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/text_buffer.h"
#include "programme/settings.h"
#include "screens/desk.h"
#include "system/errand.h"

enum {
    NEARLY_SECONDS = 90, // a clock that is so near is right already
};

// timedated says no while the network is to set the clock, which without a
// network it never does.
static const char SET_CLOCK[] =
    "timedatectl --no-ask-password set-time \"$1 UTC\" && exit 0\n"
    "timedatectl --no-ask-password set-ntp false || exit 1\n"
    "timedatectl --no-ask-password set-time \"$1 UTC\"\n"
    "result=$?\n"
    "timedatectl --no-ask-password set-ntp true\n"
    "exit $result";

static const char *const NAMES[DESK_TASK_COUNT] = {
    [DESK_SET_CLOCK] = "another date",
    [DESK_GO_BACK] = "the previous programme",
    [DESK_RESTART] = "a restart",
    [DESK_SWITCH_OFF] = "switching off",
};

static const char *const COMMANDS[] = {
    [DESK_SET_CLOCK] = SET_CLOCK,
    [DESK_GO_BACK] = "exec \"$1\" store --back --store \"$2\" >/dev/null",
    [DESK_RESTART] = "exec systemctl --no-ask-password reboot",
    [DESK_SWITCH_OFF] = "exec systemctl --no-ask-password poweroff",
};
static_assert(sizeof COMMANDS / sizeof *COMMANDS == DESK_TASK_COUNT,
              "a command for every task");

struct operator_desk {
    struct desk face;
    struct session *session;
    int64_t start_ms;
    enum desk_task task;
    enum desk_progress progress; // of the last task
    struct errand *errand;       // NULL: none runs
    char *words;                 // why it failed
    int64_t wanted, begun_ms;    // of DESK_SET_CLOCK
};

static const char *command_of(const struct operator_desk *desk,
                              enum desk_task task)
{
    const struct settings *settings = desk->session->settings;
    const char *const own[DESK_TASK_COUNT] = {
        [DESK_SET_CLOCK] = settings->set_clock,
        [DESK_RESTART] = settings->restart,
        [DESK_SWITCH_OFF] = settings->switch_off,
    };
    return own[task] != NULL ? own[task] : COMMANDS[task];
}

static void end(struct operator_desk *desk, enum desk_progress progress,
                const char *words)
{
    if (progress == DESK_FAILED) {
        log_line("… which cannot be: %s", words);
    }
    free(desk->words);
    desk->words = xstrdup(words);
    desk->progress = progress;
    errand_free(desk->errand);
    desk->errand = NULL;
}

static int64_t distance(int64_t a, int64_t b)
{
    return a < b ? b - a : a - b;
}

// The command says that it is done; the clock has the last word.
static void end_set_clock(struct operator_desk *desk, int64_t now_ms)
{
    int64_t due = desk->wanted + (now_ms - desk->begun_ms) / 1000;
    int64_t is = clock_read(&desk->session->clock).instant;
    const char *const *words = desk->session->language->words;
    if (distance(due, is) > NEARLY_SECONDS) {
        end(desk, DESK_FAILED, words[WORD_CLOCK_STAYS]);
        return;
    }
    time_confirm(desk->session);
    if (!session_now(desk->session).trusted) {
        end(desk, DESK_FAILED, words[WORD_CLOCK_NOT_CREDIBLE]);
        return;
    }
    end(desk, DESK_DONE, "");
}

static void start(struct operator_desk *desk, const char *first,
                  const char *second)
{
    end(desk, DESK_RUNS, "");
    desk->errand = errand_start(command_of(desk, desk->task), first, second,
                                clock_monotonic_ms());
}

// "2026-01-17 12:00:00" in UTC.
static void set_clock(struct operator_desk *desk, int64_t instant)
{
    desk->wanted = instant;
    desk->begun_ms = clock_monotonic_ms();
    int64_t is = clock_read(&desk->session->clock).instant;
    if (distance(instant, is) <= NEARLY_SECONDS) {
        end_set_clock(desk, desk->begun_ms);
        return;
    }
    enum {
        DAY = 24 * 60 * 60
    };
    char day[16];
    date_format(date_from_days(instant / DAY), day);
    int second = (int)(instant % DAY);
    char *text = xasprintf("%s %02d:%02d:%02d", day, second / 3600,
                           second / 60 % 60, second % 60);
    start(desk, text, NULL);
    free(text);
}

// By a process of its own: deleting old programmes may take a while.
static void go_back(struct operator_desk *desk)
{
    char *program = path_own_program();
    char *folder = options_store(desk->session->options);
    start(desk, program != NULL ? program : "", folder);
    free(folder);
    free(program);
}

static void begin(void *context, enum desk_task task, int64_t instant)
{
    struct operator_desk *desk = context;
    desk->task = task;
    log_line("the operator asks for %s", NAMES[task]);
    if (task == DESK_SET_CLOCK) {
        set_clock(desk, instant);
    } else if (task == DESK_GO_BACK) {
        go_back(desk);
    } else {
        start(desk, NULL, NULL);
    }
}

static enum desk_progress progress(void *context, const char **words)
{
    struct operator_desk *desk = context;
    int64_t now_ms = clock_monotonic_ms();
    if (desk->errand != NULL) {
        enum errand_state state = errand_look(desk->errand, now_ms);
        if (state == ERRAND_FAILED) {
            char *said = xstrdup(errand_words(desk->errand));
            end(desk, DESK_FAILED, said);
            free(said);
        } else if (state == ERRAND_DONE && desk->task == DESK_SET_CLOCK) {
            end_set_clock(desk, now_ms);
        } else if (state == ERRAND_DONE) {
            end(desk, DESK_DONE, "");
        }
    }
    *words = desk->words;
    return desk->progress;
}

static struct desk_report report(void *context, const struct phrasing *phrasing)
{
    struct operator_desk *desk = context;
    return operator_report_of(desk->session, phrasing,
                              clock_monotonic_ms() - desk->start_ms);
}

struct operator_desk *operator_desk_new(struct session *session,
                                        int64_t start_ms)
{
    struct operator_desk *desk = xcalloc(1, sizeof *desk);
    *desk = (struct operator_desk){
        .session = session, .start_ms = start_ms, .words = xstrdup("")};
    desk->face = (struct desk){.context = desk,
                               .report = report,
                               .begin = begin,
                               .progress = progress};
    return desk;
}

void operator_desk_free(struct operator_desk *desk)
{
    if (desk != NULL) {
        errand_free(desk->errand);
        free(desk->words);
        free(desk);
    }
}

struct desk *operator_desk_face(struct operator_desk *desk)
{
    return &desk->face;
}
