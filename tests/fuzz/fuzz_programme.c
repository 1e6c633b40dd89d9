// SPDX-License-Identifier: MIT
// Any bytes as a programme.yaml in a folder.
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/path.h"
#include "fuzz.h"
#include "language/language.h"
#include "programme/agenda.h"
#include "programme/programme.h"

static const char *folder_made(void)
{
    static char folder[] = "/tmp/fuzz_programme.XXXXXX";
    static const char *made;
    if (made == NULL) {
        made = mkdtemp(folder);
        assert(made != NULL);
    }
    return made;
}

static void write_file(const char *path, const uint8_t *data, size_t size)
{
    FILE *file = fopen(path, "wb");
    assert(file != NULL);
    fwrite(data, 1, size, file);
    fclose(file);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct languages *languages;
    if (languages == NULL) {
        languages = languages_new(KIOSK_ASSETS_DIR "/languages", NULL);
    }
    char *path = path_join(folder_made(), "programme.yaml");
    write_file(path, data, size);
    struct diag_list *diags = diag_list_new();
    struct programme *programme =
        programme_load(path, languages, (struct date){2026, 1, 17}, diags);
    assert(programme != NULL || diag_at(diags, 0) != NULL);
    for (size_t i = 0; programme != NULL && i < programme->event_count; i++) {
        assert(!wording_is_empty(&programme->events[i].title));
    }
    programme_free(programme);
    diag_list_free(diags);
    unlink(path);
    free(path);
    return 0;
}
