#!/bin/sh
# SPDX-License-Identifier: MIT
# Outside its opening hours the screen is black and switched off; a touch or a
# key wakes it, and at opening it is lit again. While the clock is doubtful it
# never goes dark.
. "$KIOSK_TESTS/support/shell.sh"

unset WAYLAND_DISPLAY SDL_VIDEODRIVER KIOSK_PRESENT
Xvfb -displayfd 3 -screen 0 480x320x24 -nolisten tcp -noreset \
    3>"$work/display" 2>"$work/xvfb" &
xvfb=$!
wait_for [ -s "$work/display" ] || { cat "$work/xvfb"; finish; }
DISPLAY=:$(cat "$work/display")
export DISPLAY
echo 'horaires: {lundi: fermé, mardi-dimanche: 9h-23h}' >"$work/screen.yaml"

is_black() {
    [ "$(import -silent -window root -depth 8 rgb:- | tr -d '\0' |
        wc -c)" -eq 0 ]
}

is_lit() {
    [ "$(import -silent -window root -depth 8 rgb:- | tr -d '\0' |
        wc -c)" -gt 1000 ]
}

# power_is On|Off: of the monitor, where the server has any.
power_is() {
    xset q >"$work/power"
    ! grep -q 'Monitor is' "$work/power" || grep -q "Monitor is $1" "$work/power"
}

# start ARGUMENTS
start() {
    "$KIOSK" show --settings "$work/screen.yaml" "$@" "$KIOSK_PROGRAMME" \
        2>"$work/log" &
    show=$!
}

stop() {
    kill -TERM "$show"
    wait "$show" || fault "the show ended with $?"
}

# The 20th of January 2026 is a Tuesday.
for present in surface renderer; do
    export KIOSK_PRESENT=$present ASAN_OPTIONS=detect_leaks=0
    start --now 2026-01-20T03:00
    wait_for grep -q '^kiosk: closed' "$work/log"
    wait_for is_black && wait_for power_is Off
    xdotool key space # wakes it, and does nothing else
    wait_for is_lit && wait_for power_is On
    stop
    start --now 2026-01-20T09:00
    wait_for is_lit
    grep -q closed "$work/log" && fault "it is closed in opening hours"
    stop
done
unset KIOSK_PRESENT ASAN_OPTIONS

# A touch does, too.
start --now 2026-01-19T12:00
wait_for grep -q '^kiosk: closed' "$work/log"
wait_for is_black
xdotool mousemove 100 100 click 1
wait_for is_lit
stop

# It opens and closes by itself, and is lit when the show ends.
start --now 2026-01-20T08:59
wait_for grep -q '^kiosk: closed' "$work/log"
wait_for is_black
stop
start --now 2026-01-20T08:00 --speed 2000
wait_for grep -q '^kiosk: closed' "$work/log"
wait_for grep -q '^kiosk: the screen is lit' "$work/log"
stop
wait_for power_is On

# A clock that nothing vouches for may be wrong by half a day.
start --now 2028-01-20T03:00 # more than 400 days ahead: doubtful
wait_for is_lit
grep -q closed "$work/log" && fault "it is dark by a doubtful clock"
stop

# An X server switches it on by itself when a mouse is moved, and while the
# window opens: it is switched off again.
KIOSK=$KIOSK_WITH_MONITOR KIOSK_MONITOR=$work/monitor
export KIOSK_MONITOR
was_off() {
    [ "$(grep -c off "$work/monitor")" -ge "$1" ]
}
start --now 2026-01-20T03:00
wait_for was_off 2
grep -q on "$work/monitor" && fault "it was switched on: $(cat "$work/monitor")"
xdotool key space
wait_for is_lit
[ "$(tail -n 1 "$work/monitor")" = on ] || fault "a key does not switch it on"
stop

kill "$xvfb"
finish
