#!/bin/sh
# SPDX-License-Identifier: MIT
# Every way to write a wrong programme has a folder under programmes/bad; what
# kiosk check says of it is in expected.txt (English) and expected.fr.txt. A
# file options holds further options, relative to the folder.
#
#   KIOSK=… tests/test_bad_input.sh --update [CASE…]    writes them anew
. "$KIOSK_TESTS/support/shell.sh"

unset LANG LC_MESSAGES LC_ALL
cases=$KIOSK_TESTS/programmes/bad

# check CASE LANGUAGE: what is said, and the exit status, go to $work/out.
check() {
    (
        cd "$cases/$1" || exit
        options=$(cat options 2>/dev/null)
        # shellcheck disable=SC2086 # several words are several options
        "$KIOSK" check --language "$2" --now "$sample_now" $options . \
            2>"$work/err"
        echo "exit $?"
    ) >"$work/out"
    if [ -s "$work/err" ]; then
        fault "$1: messages on stderr:"
        cat "$work/err"
    fi
}

compare() {
    check "$1" "$2"
    if ! diff -u "$cases/$1/$3" "$work/out"; then
        fault "$1: $3 is something else"
    fi
}

if [ "${1-}" = --update ]; then
    shift
    for case in "${@:-}"; do
        for folder in "$cases"/${case:-*}/; do
            name=$(basename "$folder")
            check "$name" en && cp "$work/out" "$folder/expected.txt"
            check "$name" fr && cp "$work/out" "$folder/expected.fr.txt"
        done
    done
    finish
fi

number=0
for folder in "$cases"/*/; do
    name=$(basename "$folder")
    compare "$name" en expected.txt
    compare "$name" fr expected.fr.txt
    number=$((number + 1))
done
if [ "$number" -lt 60 ]; then
    fault "there are only $number cases"
fi

finish
