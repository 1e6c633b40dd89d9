#!/bin/sh
# SPDX-License-Identifier: MIT
# Every way to write a wrong programme has a folder under programmes/bad; what
# kiosk check says of it is in expected.txt (English) and expected.fr.txt. A
# file options holds further options, relative to the folder.
#
#   KIOSK=… KIOSK_TESTS=… tests/test_bad_input.sh [--update] [CASE…]
#
# --update writes the expectations anew, to be read before they are kept.
. "$KIOSK_TESTS/support/shell.sh"

unset LANG LC_MESSAGES LC_ALL
cases=$KIOSK_TESTS/programmes/bad
CASES_MIN=60

# check CASE LANGUAGE: what is said, and the exit status, go to $work/told.
check() {
    (
        cd "$cases/$1" || exit
        options=$(cat options 2>/dev/null)
        # shellcheck disable=SC2086 # several words are several options
        "$KIOSK" check --language "$2" --now "$sample_now" $options . \
            2>"$work/err"
        echo "exit $?"
    ) >"$work/told"
    if [ -s "$work/err" ]; then
        fault "$1: messages on stderr:"
        cat "$work/err"
    fi
}

# compare CASE LANGUAGE FILE
compare() {
    check "$1" "$2"
    if [ -n "${update-}" ]; then
        cp "$work/told" "$cases/$1/$3"
    elif ! diff -u "$cases/$1/$3" "$work/told"; then
        fault "$1: $3 is something else"
    fi
}

if [ "${1-}" = --update ]; then
    update=yes
    export update
    shift
fi
if [ $# -eq 0 ]; then
    number=$(find "$cases" -mindepth 1 -maxdepth 1 -type d | wc -l)
    if [ "$number" -lt "$CASES_MIN" ]; then
        fault "there are only $number cases"
    fi
    # All at once: each takes as long as opening the fonts.
    find "$cases" -mindepth 1 -maxdepth 1 -type d -exec basename {} \; | sort |
        xargs -P "$(nproc)" -n 8 "$0" || fault "see above"
fi
# With the sanitizers every case is read once, in one of the languages.
turn=0
for name in "$@"; do
    turn=$(((turn + 1) % 2))
    if [ $turn -eq 0 ] || ! is_sanitized; then
        compare "$name" en expected.txt
    fi
    if [ $turn -eq 1 ] || ! is_sanitized; then
        compare "$name" fr expected.fr.txt
    fi
done

finish
