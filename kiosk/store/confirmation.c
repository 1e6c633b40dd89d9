// SPDX-License-Identifier: MIT
#include "store/confirmation.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "store/disk.h"
#include "store/store_slots.h"
#include "system/boot.h"

static const char FILE_NAME[] = "confirmed";

bool confirmation_give(struct store *store, int64_t instant)
{
    char id[BOOT_ID_BYTES];
    boot_id(id);
    char *text = xasprintf("%s\n", id);
    bool done = id[0] != '\0' && store_lower_high_water(store, instant) &&
                disk_replace_file(store->folder, FILE_NAME, text);
    free(text);
    return done;
}

bool confirmation_holds(const struct store *store)
{
    char id[BOOT_ID_BYTES];
    boot_id(id);
    char *text = disk_read_file(store->folder, FILE_NAME, BOOT_ID_BYTES, NULL);
    if (text == NULL) {
        return false;
    }
    text[strcspn(text, "\n")] = '\0';
    bool holds = id[0] != '\0' && strcmp(text, id) == 0;
    free(text);
    return holds;
}
