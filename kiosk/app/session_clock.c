// SPDX-License-Identifier: MIT
#include "app/session_clock.h"

#include "app/build_info.h"
#include "app/options.h"
#include "app/session.h"
#include "app/timekeeper.h"
#include "programme/programme.h"
#include "programme/settings.h"

static const char DEFAULT_ZONE[] = "Europe/Paris";

// Where the clock hangs.
static struct zone zone_of(const struct session *session)
{
    struct zone zone = {"UTC"};
    if (session->programme != NULL) {
        return session->programme->zone;
    }
    zone_find(DEFAULT_ZONE, &zone);
    return zone;
}

static struct certainties certainties_of(const struct session *session,
                                         const struct time_memory *memory)
{
    const struct programme *programme = session->programme;
    struct certainties certain = {{0}};
    if (programme != NULL && programme->updated.year != 0) {
        struct moment updated = moment_of(programme->updated, 0);
        certain.instants[CERTAIN_BY_PROGRAMME] =
            zone_instant(&session->zone, updated);
    }
    // Who gives a moment may give one from before all that.
    if (!session->options->has_now) {
        certain.instants[CERTAIN_BY_BUILD] = build_info_instant();
        certain.instants[CERTAIN_BY_STORE] = memory->high_water;
    }
    return certain;
}

struct certainties session_certainties(const struct session *session)
{
    struct time_memory memory = time_recall(session->options);
    return certainties_of(session, &memory);
}

static int64_t latest(const struct certainties *certain)
{
    int64_t instant = 0;
    for (int i = 0; i < CERTAINTY_COUNT; i++) {
        instant =
            certain->instants[i] > instant ? certain->instants[i] : instant;
    }
    return instant;
}

void session_start_clock(struct session *session)
{
    const struct options *options = session->options;
    int64_t start_ms = session->clock.start_ms; // 0: it did not start yet
    struct time_memory memory = time_recall(options);
    session->zone = zone_of(session);
    struct certainties certain = certainties_of(session, &memory);
    struct clock_options clock = {
        .is_given = options->has_now,
        .speed = options->speed,
        .is_vouched = session->settings->clock == CLOCK_TRUSTED,
        .is_confirmed =
            memory.is_confirmed || session->clock.options.is_confirmed,
        .certain = latest(&certain),
    };
    if (options->has_now) {
        clock.given = zone_instant(&session->zone, options->now);
    }
    clock_init(&session->clock, clock);
    if (start_ms != 0) {
        session->clock.start_ms = start_ms;
    }
}
