#!/bin/sh
# SPDX-License-Identifier: MIT
# Fingers on the real show: one taps, two pinch and open nothing, a palm means
# nothing, thousands at random leave no trace, and nobody closes the window.
. "$KIOSK_TESTS/support/shell.sh"
. "$KIOSK_TESTS/support/screen.sh"

KIOSK=$KIOSK_WITH_HANDS
KIOSK_HANDS=$work/hands
export KIOSK_HANDS
mkfifo "$KIOSK_HANDS"

printf 'secondes: 600\ntransition: none\ninactivite: 5\n' >"$work/screen.yaml"

# fingers LINE…
fingers() {
    printf '%s\n' "$@" >"$KIOSK_HANDS"
}

tap() {
    fingers "down 0 $1 $2" "up 0 $1 $2"
}

differs_from() {
    [ "$(glance)" != "$1" ]
}

# In the middle of a poster as large as the display there is no ink.
has_poster() {
    [ "$(pixel 576 324)" != ' 33 17 1b' ]
}

memory_kb() {
    sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$show/status"
}

draw --settings "$work/screen.yaml" --slide 1 "$KIOSK_PROGRAMME" ||
    fault 'the snapshot failed'
start --verbose --now "$sample_now" --settings "$work/screen.yaml" \
    "$KIOSK_PROGRAMME"
says 'on screen after'
sees "$(slide 1)" 'the first slide'
slide=$(glance)

# A palm wakes nobody; a finger does, wherever it lands.
fingers 'down 0 .5 .5' 'down 1 .6 .5' 'down 2 .7 .5' \
    'up 1 .6 .5' 'up 0 .5 .5' 'up 2 .7 .5'
at loop
tap .92 .09
at event

# Two fingers on its button do not press it; on the poster, one does.
fingers 'down 0 .92 .09' 'down 1 .93 .09' 'up 0 .92 .09' 'up 1 .93 .09'
tap .2 .6
at poster
wait_for has_poster
poster=$(glance)
fingers 'down 0 .4 .5' 'down 1 .6 .5' 'move 0 .3 .5' 'move 1 .7 .5' \
    'move 1 .8 .5' 'up 0 .3 .5' 'up 1 .8 .5'
wait_for differs_from "$poster" || fault 'two fingers bring it no closer'
fingers 'down 0 .2 .5' 'down 1 .8 .5' 'move 0 .45 .5' 'move 1 .5 .5' \
    'up 0 .45 .5' 'up 1 .5 .5'
wait_for looks_like "$poster" || fault 'it is not whole again'

# Nobody closes the window; who leaves it so leaves no trace.
fingers close
at warning
at loop
wait_for looks_like "$slide" || fault 'the slide is not there again'

# Fingers at random, in two halves of which the second takes no more memory.
count=${KIOSK_MONKEY_FINGERS-1500}
fingers "monkey $count 20260117"
says 'the monkey is gone'
at loop
first_kb=$(memory_kb)
fingers "monkey $count 20260118"
says 'the monkey is gone'
at loop
wait_for looks_like "$slide" || fault 'the slide is not there after the monkey'
echo "after $count random fingers $first_kb KiB, after $count more" \
    "$(memory_kb) KiB"
if ! is_sanitized && [ "$(memory_kb)" -gt $((first_kb + 40000)) ]; then
    fault 'its memory grew'
fi
stop

end_screen
finish
