// SPDX-License-Identifier: MIT
// From YAML values to the values of the model: the converters all readers
// share. What cannot be understood becomes a fault and an empty value.

#ifndef KIOSK_PROGRAMME_SOURCE_H
#define KIOSK_PROGRAMME_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "programme/keys.h"
#include "programme/programme.h"

struct arena;
struct file_names;

// What is being read, and where the results go.
struct source {
    struct arena *arena;
    struct arena *passing; // cleared behind each event; NULL: the other one
    struct diag_list *diags;
    const char *folder;       // the programme's
    struct file_names *files; // in it; NULL where there are no pictures
    const char *language;     // the programme's; NULL where there is none
    struct zone zone;
    struct zone_memo *zone_memo;
    struct when_context dates;
    struct key_memo event_keys;
    const char *path; // of the last place that was kept
};

// A place for the programme to keep: trees are freed before it.
struct place source_place(struct source *source, struct place place);

// The value as typed, trimmed and cleaned; NULL if there is none or it is
// no text (a fault). At most limit bytes (a fault beyond).
const char *source_text(struct source *source, const struct node *node,
                        size_t limit);

// The same for what is read at once: it lives until the next event.
const char *source_passing_text(struct source *source, const struct node *node);

// A text in one or several languages: {fr: …, oc: …} or titre_oc:. Without
// one in the programme's language, another one stands for it.
struct wording source_wording(struct source *source, const struct field *field,
                              size_t limit);

// A list in brackets, a block list, or one text parted by ';'. Lists in
// several languages that are equally long are taken item by item.
struct wordings source_wordings(struct source *source,
                                const struct field *field);

// oui, non, yes, no, true, false, vrai, faux, 1, 0, òc, sí.
bool source_yes(struct source *source, const struct node *node, bool fallback);

struct link source_link(struct source *source, const struct node *node);

// Looked up beside the programme, then in affiches/, images/, logos/.
struct picture_file source_picture(struct source *source,
                                   const struct node *node);

// "#0B6E69" or "#fa3"; alpha 0 if it is none.
struct colour source_colour(struct source *source, const struct node *node);

// A day, as the instant at which it begins or, if after, the one at which the
// next one begins; a time in the text is taken as it is.
bool source_instant(struct source *source, const struct node *node, bool after,
                    int64_t *out);

#endif
