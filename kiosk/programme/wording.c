// SPDX-License-Identifier: MIT
#include "programme/wording.h"

#include <string.h>

const char *wording_in(const struct wording *wording, const char *language)
{
    const struct translation *each = wording->translations;
    for (; each != NULL && each->text != NULL; each++) {
        if (strcmp(each->language, language) == 0) {
            return each->text;
        }
    }
    return wording->text != NULL ? wording->text : "";
}

bool wording_is_empty(const struct wording *wording)
{
    return (wording->text == NULL || wording->text[0] == '\0') &&
           (wording->translations == NULL ||
            wording->translations->text == NULL);
}
