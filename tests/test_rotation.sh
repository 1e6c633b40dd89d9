#!/bin/sh
# SPDX-License-Identifier: MIT
# A screen that hangs on its side or upside down: one setting turns the
# picture, and where it is touched.
size=640x360
. "$KIOSK_TESTS/support/shell.sh"
. "$KIOSK_TESTS/support/screen.sh"

# What the graphics drivers leave behind is not ours.
export ASAN_OPTIONS="detect_leaks=0:${ASAN_OPTIONS-}"

# shows_turned DEGREES: the screen, turned back, is what a snapshot is.
shows_turned() {
    [ "$(import -silent -window root png:- |
        convert - -rotate "-$1" -alpha off -depth 8 rgb:- | md5sum)" = \
        "$expected" ]
}

# hold X Y: a finger stays in the operator's corner.
hold() {
    xdotool mousemove "$1" "$2" mousedown 1
    says "the code of the operator's page is asked for"
    xdotool mouseup 1
}

# try DEGREES UPRIGHT-SIZE X Y: where on the panel the top left is.
try() {
    printf 'rotation: %s\nsecondes: 600\ncode: 12\n' "$1" >"$work/screen.yaml"
    upright=$2
    "$KIOSK" snapshot --size "$upright" --now "$sample_now" --slide 1 \
        --settings "$work/screen.yaml" -o "$work/drawn" "$KIOSK_PROGRAMME" \
        2>"$work/snapshot" || fault "there is no snapshot"
    expected=$(digest "$(slide 1)")
    start --now "$sample_now" --settings "$work/screen.yaml" "$KIOSK_PROGRAMME"
    wait_for shows_turned "$1" || fault "$1 degrees"
    hold "$3" "$4"
    stop
    rm -r "$work/drawn"
}

try 0 640x360 10 10
try 90 360x640 629 10
try 180 640x360 629 349
KIOSK_PRESENT=renderer
export KIOSK_PRESENT
try 270 360x640 10 349
unset KIOSK_PRESENT

end_screen
finish
