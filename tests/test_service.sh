#!/bin/sh
# SPDX-License-Identifier: MIT
# What the service manager is told: ready once the picture is on the screen,
# alive as long as pictures get there, and in words what is shown.
size=640x360
. "$KIOSK_TESTS/support/shell.sh"
. "$KIOSK_TESTS/support/screen.sh"

python3 "$KIOSK_TESTS/support/notify.py" "$work/socket" "$work/told" &
ear=$!
wait_for [ -S "$work/socket" ]
export NOTIFY_SOCKET="$work/socket" WATCHDOG_USEC=1000000
unset WATCHDOG_PID

# is_told PATTERN [TIMES]
is_told() {
    [ "$(grep -c -- "$1" "$work/told")" -ge "${2-1}" ]
}

fed() {
    grep -c WATCHDOG=1 "$work/told"
}

echo 'secondes: 2' >"$work/screen.yaml"
start --now "$sample_now" --settings "$work/screen.yaml" "$KIOSK_PROGRAMME"
wait_for is_told READY=1
grep -q 'on screen after' "$work/log" ||
    fault "ready, and nothing is on screen"
wait_for is_told "STATUS=showing 'Les soirées.*': [1-9][0-9]* soirées to come"
wait_for is_told WATCHDOG=1 3

# Where pictures do not get to the screen any more it is not fed. The first
# seconds are those in which it has not noticed yet.
kill -STOP "$xvfb"
sleep 4
before=$(fed)
sleep 4
after=$(fed)
kill -CONT "$xvfb"
[ "$before" -eq "$after" ] || fault "it hangs, and says that it is alive"
wait_for is_told WATCHDOG=1 $((after + 2))
[ "$(grep -c READY=1 "$work/told")" -eq 1 ] || fault "it was ready twice"
stop
wait_for is_told STOPPING=1

# Outside opening hours there is no picture, and all is well.
: >"$work/told"
printf 'horaires: fermé\nhorloge: fiable\n' >"$work/screen.yaml"
start --now "$sample_now" --settings "$work/screen.yaml" "$KIOSK_PROGRAMME"
wait_for is_told READY=1
wait_for is_told 'STATUS=closed, the screen is dark'
wait_for is_told WATCHDOG=1 2
kill -TERM "$show"
has_ended 0

kill "$ear"
end_screen
finish
