// SPDX-License-Identifier: MIT
#include "programme/wording.h"

#include <string.h>

const char *wording_in(const struct wording *wording, const char *language)
{
    for (size_t i = 0; i < wording->translation_count; i++) {
        if (strcmp(wording->translations[i].language, language) == 0) {
            return wording->translations[i].text;
        }
    }
    return wording->text != NULL ? wording->text : "";
}

bool wording_is_empty(const struct wording *wording)
{
    return (wording->text == NULL || wording->text[0] == '\0') &&
           wording->translation_count == 0;
}
