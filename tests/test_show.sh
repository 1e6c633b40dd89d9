#!/bin/sh
# SPDX-License-Identifier: MIT
# The real show on a real (if virtual) screen: what is in the root window is,
# pixel for pixel, what kiosk snapshot draws.
. "$KIOSK_TESTS/support/shell.sh"

# Not the size of a window nobody asked for.
size=1152x648
unset WAYLAND_DISPLAY SDL_VIDEODRIVER KIOSK_PRESENT

Xvfb -displayfd 3 -screen 0 ${size}x24 -nolisten tcp \
    3>"$work/display" 2>"$work/xvfb" &
xvfb=$!
wait_for [ -s "$work/display" ] || { cat "$work/xvfb"; finish; }
DISPLAY=:$(cat "$work/display")
export DISPLAY

# start ARGUMENTS: the show runs as $show, its messages go to $work/log.
start() {
    "$KIOSK" show "$@" 2>"$work/log" &
    show=$!
}

# has_ended STATUS
has_ended() {
    if wait_for is_gone "$show"; then
        wait "$show"
        status=$?
        [ "$status" -eq "$1" ] && return
        fault "the show ended with $status, not $1:"
    else
        kill -KILL "$show"
    fi
    cat "$work/log"
}

# A process that ended stays as a zombie until it is waited for.
is_gone() {
    ! [ -d "/proc/$1" ] || grep -q '^State:.Z' "/proc/$1/status" 2>/dev/null
}

# What a picture shows, in few letters.
digest() {
    convert "$1" -alpha off -depth 8 rgb:- | md5sum
}

# on_screen DIGEST
on_screen() {
    [ "$(import -silent -window root -depth 8 rgb:- | md5sum)" = "$1" ]
}

# sees PICTURE WORDS
sees() {
    if ! wait_for on_screen "$(digest "$1")"; then
        fault "$2 is not on the screen"
        cat "$work/log"
    fi
}

# draw ARGUMENTS: what is to be seen goes to $work/drawn.
draw() {
    rm -rf "$work/drawn"
    "$KIOSK" snapshot --size $size --now "$sample_now" -o "$work/drawn" "$@" \
        2>"$work/snapshot"
}

# slide NUMBER: its picture
slide() {
    echo "$work/drawn/$(printf %02d "$1")"-*.png
}

draw "$KIOSK_PROGRAMME" || fault "the snapshots failed"

# Full screen, until it is told to end.
start --now "$sample_now" "$KIOSK_PROGRAMME"
sees "$(slide 1)" "the first slide"
sed -n 's/^kiosk: on screen after/first slide after/p' "$work/log"
kill -TERM "$show"
has_ended 0

# Through the other way to the screen; by itself it ends in time. What the
# graphics drivers leave behind is not ours, and cannot be named once they are
# unloaded.
export KIOSK_PRESENT=renderer ASAN_OPTIONS=detect_leaks=0
start --now "$sample_now" --quit-after 8 "$KIOSK_PROGRAMME"
sees "$(slide 1)" "the first slide, by the renderer"
has_ended 0
unset KIOSK_PRESENT ASAN_OPTIONS

# The loop goes on, with and without a fade.
for transition in fade none; do
    printf 'secondes: 3\ntransition: %s\n' $transition >"$work/screen.yaml"
    draw --settings "$work/screen.yaml" "$KIOSK_PROGRAMME"
    start --now "$sample_now" --settings "$work/screen.yaml" "$KIOSK_PROGRAMME"
    sees "$(slide 2)" "the second slide, after $transition"
    sees "$(slide 3)" "the third slide, after $transition"
    kill -TERM "$show"
    has_ended 0
done

# Keys work in a window only.
draw "$KIOSK_PROGRAMME"
start --window --size $size --now "$sample_now" "$KIOSK_PROGRAMME"
sees "$(slide 1)" "the first slide in a window"
xdotool search --name '^kiosk$' windowfocus
xdotool key Left
sees "$(slide "$(find "$work/drawn" -name '[0-9]*' | wc -l)")" "the last slide"
xdotool key space
xdotool key q
has_ended 0

# No programme: a calm page, until there is one.
draw "$work/later" && fault "a missing folder was drawn"
start --now "$sample_now" "$work/later"
sees "$work/drawn/01-notice.png" "the notice"
cp -r "$KIOSK_PROGRAMME" "$work/copy"
mv "$work/copy" "$work/later"
draw "$KIOSK_PROGRAMME"
sees "$(slide 1)" "the programme that came late"
kill -TERM "$show"
has_ended 0

# One slide that stands: told, not judged, since machines differ.
mkdir "$work/still"
echo 'titre: Essai' >"$work/still/programme.yaml"
echo 'secondes: 60' >"$work/screen.yaml"
start --now "$sample_now" --settings "$work/screen.yaml" "$work/still"
wait_for grep -q 'on screen' "$work/log"
sleep 1
read -r before _ <"/proc/$show/schedstat"
sleep 5
read -r after _ <"/proc/$show/schedstat"
echo "one slide standing for 5 s: $(((after - before) / 1000)) us of CPU"
kill -TERM "$show"
has_ended 0

kill "$xvfb"
finish
