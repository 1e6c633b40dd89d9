// SPDX-License-Identifier: MIT
#include "programme/read_value.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "programme/source.h"

const char *read_short_text(struct source *source, const struct field *field)
{
    const char *text =
        source_text(source, field->node, PROGRAMME_LINE_BYTES_MAX);
    return text != NULL && text[0] != '\0' ? text : NULL;
}

static bool names_word(const char *words, const char *wanted)
{
    size_t length = strlen(wanted);
    const char *at = words;
    while (*at != '\0') {
        size_t word = strcspn(at, " ");
        if (word == length && strncmp(at, wanted, length) == 0) {
            return true;
        }
        at += word;
        at += *at == ' ' ? 1 : 0;
    }
    return false;
}

int read_choice(struct source *source, const struct field *field,
                const struct choices *choices, int fallback)
{
    const char *text = read_short_text(source, field);
    if (text == NULL) {
        return fallback;
    }
    char *folded = utf8_fold(text);
    for (char *at = folded; *at != '\0'; at++) {
        if (*at == ' ') {
            *at = '_';
        }
    }
    int found = -1;
    for (int i = 0; i < CHOICES_MAX; i++) {
        if (choices->values[i] != NULL &&
            names_word(choices->values[i], folded)) {
            found = i;
        }
    }
    free(folded);
    if (found < 0) {
        diag_add(source->diags, FAULT_NOT_A_CHOICE, field->node->place,
                 field->node->key, text, choices->offered);
        return fallback;
    }
    return found;
}

static bool is_unit(const char *text)
{
    static const char UNITS[] = "s secondes seconds pouces inches in mo mb";
    const char *unit = text + strspn(text, " \"'°″′”");
    return unit[0] == '\0' || names_word(UNITS, unit);
}

double read_number(struct source *source, const struct field *field, double low,
                   double high, double fallback)
{
    const char *text = read_short_text(source, field);
    if (text == NULL) {
        return fallback;
    }
    char *plain = utf8_fold(text);
    char *comma = strchr(plain, ',');
    if (comma != NULL) {
        *comma = '.'; // as the French write it
    }
    char *end = NULL;
    double value = strtod(plain, &end);
    bool number = end != plain && is_unit(end);
    free(plain);
    if (!number || !(value >= low && value <= high)) {
        diag_add(source->diags, FAULT_NOT_A_NUMBER, field->node->place,
                 field->node->key, text, NULL);
        return fallback;
    }
    return value;
}
