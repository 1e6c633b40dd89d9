#!/bin/sh
# SPDX-License-Identifier: MIT
# What is believed about the time, and why; and that the screen follows it.
. "$KIOSK_TESTS/support/shell.sh"

store=$work/store
mkdir "$work/programme" "$store"
printf 'titre: Essai\nmaj: 2026-01-05\n' >"$work/programme/programme.yaml"
echo 'clock: trusted' >"$work/trusted.yaml"
: >"$work/auto.yaml"

# clock ARGUMENTS
clock() {
    run clock --store "$store" "$@"
    expect_status 0
}

# value FILTER: of the JSON
value() {
    jq -r "$1" "$work/out"
}

# is FILTER VALUE
is() {
    [ "$(value "$1")" = "$2" ] || fault "$words: $1 is $(value "$1"), not $2"
}

# A moment that is given is believed, on the programme's wall clock.
clock --json --now 2026-01-17T12:00 "$work/programme"
is .now 2026-01-17T12:00
is .instant 1768647600
is .trusted true
is .verdict sure
is .evidence.now true
is .earliest 2026-01-05T00:00
clock --json --now 2025-12-24T12:00 "$work/programme"
is .verdict too-early
is .trusted false
clock --json --now 2027-12-24T12:00 "$work/programme"
is .verdict too-late

# The settings may vouch for the machine's clock.
clock --json --settings "$work/trusted.yaml" "$work/programme"
is .evidence.settings true
is .evidence.now false
is .verdict sure
is .certain.programme 2026-01-05T00:00
is .certain.store null
build=$(value .certain.build)
[ "$build" != null ] || fault "nobody knows when the program was built"

# But not against what the store remembers.
mark=$(($(date +%s) + 86400))
echo "$mark" >"$store/high-water"
clock --json --settings "$work/trusted.yaml" "$work/programme"
is .verdict too-early
is .earliest "$(value .certain.store)"
echo $((mark - 2 * 86400)) >"$store/high-water"
clock --json --settings "$work/trusted.yaml" "$work/programme"
is .verdict sure

# Somebody's word holds for this start of the machine.
clock --json --settings "$work/auto.yaml" "$work/programme"
is .evidence.host false
cat /proc/sys/kernel/random/boot_id >"$store/confirmed"
clock --json --settings "$work/auto.yaml" "$work/programme"
is .evidence.host true
is .verdict sure
echo 0b1f9b1e-0000-4000-8000-000000000000 >"$store/confirmed"
clock --json --settings "$work/auto.yaml" "$work/programme"
is .evidence.host false

# In words, in two languages.
clock --now 2026-01-17T12:00 "$work/programme"
expect out '^2026-01-17 12:00 (Europe/Paris)$'
expect out '^It is believed'
expect out '^  yes  given with --now$'
clock --language fr --now 2026-01-17T12:00 "$work/programme"
expect out '^  oui  donnée avec --now$'
expect out '^  2026-01-05 00:00  le programme a été mis à jour$'

# The running show raises the mark, at most once an hour, and not for a moment
# that was given.
unset WAYLAND_DISPLAY SDL_VIDEODRIVER KIOSK_PRESENT
Xvfb -displayfd 3 -screen 0 320x240x24 -nolisten tcp -noreset \
    3>"$work/display" 2>"$work/xvfb" &
xvfb=$!
wait_for [ -s "$work/display" ] || { cat "$work/xvfb"; finish; }
DISPLAY=:$(cat "$work/display")
export DISPLAY

# show ARGUMENTS
show() {
    "$KIOSK" show --store "$store" --verbose --size 320x240 "$@" \
        "$work/programme" 2>"$work/log" &
    show=$!
    wait_for grep -q 'on screen' "$work/log"
}

mark_is_at_least() {
    [ "$(cat "$store/high-water")" -ge "$1" ]
}

echo 1768647600 >"$store/high-water"
before=$(date +%s)
show --settings "$work/trusted.yaml"
wait_for mark_is_at_least "$before"
kill -TERM "$show"
wait "$show" || fault "the show failed"
echo 1768647600 >"$store/high-water"
show --now 2026-03-17T12:00 --settings "$work/trusted.yaml"
kill -TERM "$show"
wait "$show" || fault "the show failed"
[ "$(cat "$store/high-water")" = 1768647600 ] ||
    fault "a given moment was written down"

kill "$xvfb"
finish
