// SPDX-License-Identifier: MIT
#include "app/command.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/options.h"
#include "base/excerpt.h"
#include "store/copy.h"
#include "store/disk.h"
#include "store/listing.h"
#include "store/scan.h"
#include "store/signature.h"

static enum outcome fail(const char *what, const char *why)
{
    char *shown = excerpt_visible(what);
    fprintf(stderr, "kiosk: %s: %s\n", shown, why);
    free(shown);
    return OUTCOME_FAILED;
}

static const char *reason(enum scan_result result)
{
    switch (result) {
    case SCAN_NO_PROGRAMME:
        return "there is no programme in it";
    case SCAN_TOO_MANY:
        return "there are too many files in it";
    case SCAN_TOO_LARGE:
        return "its texts are too large";
    case SCAN_DONE:
    case SCAN_UNREADABLE:
        break;
    }
    return strerror(errno);
}

static enum outcome sign(struct scan *scan, const char *key)
{
    struct copy copy = {.source = scan->folder};
    for (size_t i = 0; i < scan->count; i++) {
        if (copy_digest(&copy, &scan->files[i]) != COPY_DONE) {
            return fail(scan->files[i].name, strerror(errno));
        }
    }
    char *text = signature_text(scan, key);
    if (text == NULL) {
        return fail(key, "there is no secret key in it; see kiosk key");
    }
    bool written = disk_replace_file(scan->folder, SCAN_SIGNATURE, text);
    free(text);
    if (!written) {
        return fail(SCAN_SIGNATURE, strerror(errno));
    }
    printf("%zu files signed\n", scan->count);
    for (size_t i = 0; i < scan->too_large_count; i++) {
        fail(scan->too_large[i], "too large, left out");
    }
    return OUTCOME_DONE;
}

enum outcome sign_command(const struct options *options)
{
    struct scan scan;
    enum scan_result result = scan_folder(options->folder, &scan);
    enum outcome outcome = result == SCAN_DONE
                               ? sign(&scan, options->key)
                               : fail(options->folder, reason(result));
    scan_release(&scan);
    return outcome;
}
