# SPDX-License-Identifier: MIT
# Sourced by the tests that drive the real program. They get its path in
# KIOSK, the sample programme's folder in KIOSK_PROGRAMME and that of the
# tests in KIOSK_TESTS.

# shellcheck shell=sh
set -u

: "${KIOSK:?the program to be tested}"
: "${KIOSK_PROGRAMME:?the folder of the sample programme}"
: "${KIOSK_TESTS:?the folder of the tests}"

sample_now=2026-01-17T12:00
work=$(mktemp -d)
faults=0

finish() {
    rm -rf "$work"
    [ "$faults" -eq 0 ]
    exit
}

fault() {
    echo "WRONG: $*"
    faults=$((faults + 1))
}

# True in a build with sanitizers, which takes ten times as long.
is_sanitized() {
    grep -aq __asan_init "$KIOSK"
}

# run ARGUMENTS: the program's output and messages go to $work/out and err,
# its exit status to $status.
run() {
    "$KIOSK" "$@" >"$work/out" 2>"$work/err"
    status=$?
    words="kiosk $*"
}

expect_status() {
    if [ "$status" -ne "$1" ]; then
        fault "$words: exit status $status, not $1"
        cat "$work/out" "$work/err"
    fi
}

# expect out|err PATTERN
expect() {
    if ! grep -q -- "$2" "$work/$1"; then
        fault "$words: no '$2' in std$1, which is:"
        cat "$work/$1"
    fi
}

expect_nothing() {
    if [ -s "$work/$1" ]; then
        fault "$words: std$1 is not empty:"
        cat "$work/$1"
    fi
}

# wait_for COMMAND: until it succeeds; gives up after a minute.
wait_for() {
    give_up=$(($(date +%s) + 60))
    until "$@"; do
        if [ "$(date +%s)" -gt "$give_up" ]; then
            fault "waited in vain for: $*"
            return 1
        fi
        sleep 0.1
    done
}
