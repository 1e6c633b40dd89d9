// SPDX-License-Identifier: MIT
#include "app/replug.h"

#include <stddef.h>

#include "base/log.h"

enum {
    LOOK_MS = 2000,
    REST_MS = 500, // a display that is plugged comes and goes for a moment
};

struct replug replug_begin(const char *folder, int64_t now_ms)
{
    struct replug replug = {.folder = folder, .look_ms = now_ms + LOOK_MS};
    if (folder != NULL) {
        replug.shown = outputs_read(folder);
        replug.seen = replug.shown;
    }
    return replug;
}

bool replug_calls(struct replug *replug, int64_t now_ms)
{
    if (now_ms < replug_deadline(replug)) {
        return false;
    }
    struct outputs seen = outputs_read(replug->folder);
    bool rests = seen.fingerprint == replug->seen.fingerprint;
    bool is_new =
        replug->was_lost || seen.fingerprint != replug->shown.fingerprint;
    replug->seen = seen;
    if (!seen.any && !replug->was_lost) {
        log_line("no display is connected");
    }
    replug->was_lost = replug->was_lost || !seen.any;
    replug->look_ms = now_ms + (rests ? LOOK_MS : REST_MS);
    if (!seen.any || !is_new || !rests) {
        return false;
    }
    *replug = replug_begin(replug->folder, now_ms);
    return true;
}

int64_t replug_deadline(const struct replug *replug)
{
    return replug->folder != NULL ? replug->look_ms : INT64_MAX;
}
