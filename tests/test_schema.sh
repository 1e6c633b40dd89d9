#!/bin/sh
# SPDX-License-Identifier: MIT
# The schema that editors complete and check with says the same as the
# program: a standard validator accepts what is right, refuses what is wrong,
# and every key the program reads is in it.
. "$KIOSK_TESTS/support/shell.sh"

root=$KIOSK_TESTS/..
schema=$root/programme/programme.schema.json
bad=$KIOSK_TESTS/programmes/bad

# ask QUESTION FILE…
ask() {
    if ! python3 "$KIOSK_TESTS/support/schema.py" "$schema" "$@" \
        >"$work/answer" 2>&1; then
        fault "the schema does not pass: $1"
        cat "$work/answer"
    fi
}

ask accepts "$root/programme/programme.yaml" "$root/programme/modele.yaml" \
    "$KIOSK_TESTS"/programmes/good/*/programme.yaml
# What only the program can find out is no concern of the schema.
ask accepts "$bad"/weekday-wrong/programme.yaml \
    "$bad"/event-twice/programme.yaml "$bad"/picture-missing/programme.yaml \
    "$bad"/key-unknown/programme.yaml
for name in colour date-unreadable events-are-a-map events-are-a-text \
    format-newer language-unknown list-alone no-date no-title \
    pages-are-a-map picture-above picture-outside status-unknown text-alone \
    time-unreadable title-is-a-list too-deep venues-are-a-list \
    year-unreadable yes-or-no quote-never-closed tabs-in-front; do
    ask refuses "$bad/$name/programme.yaml"
done
ask knows "$root/kiosk/programme/programme.c" \
    "$root/kiosk/programme/read_event.c" "$root/kiosk/programme/read_lists.c"

# The template is what a volunteer begins with: nothing may be wrong in it.
run check --now 2027-01-04T12:00 --language fr "$root/programme/modele.yaml"
expect_status 0
expect out '; 0 erreur, 0 avertissement$'
if ! head -1 "$root/programme/modele.yaml" |
    grep -q '^# yaml-language-server: \$schema=programme.schema.json$'; then
    fault "the template does not name its schema"
fi

finish
