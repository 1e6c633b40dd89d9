// SPDX-License-Identifier: MIT
#include "app/vital_signs.h"

#include <stdlib.h>

#include "app/options.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text_buffer.h"
#include "programme/programme.h"
#include "store/store.h"
#include "system/service.h"

enum {
    SETTLED_MS = 10 * 60 * 1000, // on screen, and what broke down is forgotten
    PARDON_MS = 60 * 60 * 1000,
};

struct vital_signs {
    struct service *service;
    char *store; // that is followed; NULL: none
    enum caution caution;
    bool has_begun;
    int64_t settle_ms;       // INT64_MAX: not now
    int64_t pardon_ms;       // INT64_MAX: not now
    struct vital_state told; // the last one, once it has begun
};

// The store, for something that changes no slot; NULL: there is none.
static struct store *open_store(const struct vital_signs *signs)
{
    return signs->store != NULL ? store_open(signs->store, NULL) : NULL;
}

// Notes something in it, where there is one.
static void note(const struct vital_signs *signs, void what(struct store *))
{
    struct store *store = open_store(signs);
    if (store != NULL) {
        what(store);
    }
    store_free(store);
}

static void tell_caution(enum caution caution)
{
    static const char *const WORDS[CAUTION_COUNT] = {
        [CAUTION_FORMER] = "the one before",
        [CAUTION_BARE] = "none",
    };
    if (WORDS[caution] != NULL) {
        log_line("the show broke down %d times with a programme: showing %s",
                 CRASHES_MAX, WORDS[caution]);
    }
}

struct vital_signs *vital_signs_new(const struct options *options)
{
    struct vital_signs *signs = xcalloc(1, sizeof *signs);
    signs->service = service_new();
    signs->settle_ms = INT64_MAX;
    signs->pardon_ms = INT64_MAX;
    if (options->folder == NULL) {
        signs->store = options_store(options);
    }
    struct store *store = open_store(signs);
    if (store != NULL) {
        signs->caution = crashes_begin(store);
        tell_caution(signs->caution);
    }
    store_free(store);
    return signs;
}

void vital_signs_free(struct vital_signs *signs)
{
    if (signs == NULL) {
        return;
    }
    note(signs, crashes_end);
    service_free(signs->service);
    free(signs->store);
    free(signs);
}

enum caution vital_signs_caution(const struct vital_signs *signs)
{
    return signs->caution;
}

static void begin(struct vital_signs *signs, int64_t now_ms)
{
    signs->has_begun = true;
    signs->settle_ms = now_ms + SETTLED_MS;
    if (signs->caution == CAUTION_BARE) {
        signs->pardon_ms = now_ms + PARDON_MS;
    }
    service_tell_ready(signs->service, now_ms);
}

static void settle(struct vital_signs *signs)
{
    note(signs, crashes_settle);
    signs->settle_ms = INT64_MAX;
}

// Another programme has to prove itself anew.
static void renew(struct vital_signs *signs, int64_t now_ms)
{
    note(signs, crashes_renew);
    signs->settle_ms = now_ms + SETTLED_MS;
    signs->pardon_ms = INT64_MAX;
}

static bool is_told(const struct vital_signs *signs,
                    const struct vital_state *state)
{
    const struct vital_state *told = &signs->told;
    return told->swaps == state->swaps && told->upcoming == state->upcoming &&
           told->is_dark == state->is_dark && told->is_well == state->is_well;
}

// For the technician, in English as all that is told there.
static void put_into_words(const struct vital_signs *signs,
                           const struct vital_state *state)
{
    const struct programme *programme = state->programme;
    const char *title =
        programme != NULL ? wording_in(&programme->title, "") : "";
    struct text_buffer words = {0};
    if (!state->is_well) {
        text_buffer_add(&words, "no picture gets to the screen; ");
    }
    if (state->is_dark) {
        text_buffer_add(&words, "closed, the screen is dark; ");
    }
    if (programme == NULL) {
        text_buffer_add(&words, "there is no programme to be shown");
    } else {
        text_buffer_printf(&words, "showing '%s': %zu soirée%s to come", title,
                           state->upcoming, state->upcoming == 1 ? "" : "s");
    }
    service_tell_status(signs->service, text_buffer_text(&words));
    text_buffer_release(&words);
}

void vital_signs_tell(struct vital_signs *signs,
                      const struct vital_state *state, int64_t now_ms)
{
    if (!state->has_begun) {
        return;
    }
    bool begins = !signs->has_begun;
    if (begins) {
        begin(signs, now_ms);
    } else if (state->slot != signs->told.slot) {
        renew(signs, now_ms);
    }
    if (begins || !is_told(signs, state)) {
        put_into_words(signs, state);
    }
    signs->told = *state;
    if (now_ms >= signs->settle_ms) {
        settle(signs);
    }
    service_tell_alive(signs->service, state->is_well, now_ms);
}

bool vital_signs_try_again(struct vital_signs *signs, int64_t now_ms)
{
    if (now_ms < signs->pardon_ms) {
        return false;
    }
    signs->pardon_ms = INT64_MAX;
    note(signs, crashes_pardon);
    log_line("trying once more what the show broke down with");
    return true;
}

int64_t vital_signs_deadline(const struct vital_signs *signs)
{
    int64_t own = earlier(signs->settle_ms, signs->pardon_ms);
    return earlier(own, service_deadline(signs->service));
}
