#!/bin/sh
# SPDX-License-Identifier: MIT
# The real show on a real (if virtual) screen: what is in the root window is,
# pixel for pixel, what kiosk snapshot draws.
. "$KIOSK_TESTS/support/shell.sh"
. "$KIOSK_TESTS/support/screen.sh"

is_covered() {
    ! on_screen "$(digest "$(slide 1)")"
}

draw "$KIOSK_PROGRAMME" || fault "the snapshots failed"

# Full screen, until it is told to end.
start --now "$sample_now" "$KIOSK_PROGRAMME"
sees "$(slide 1)" "the first slide"
sed -n 's/^kiosk: on screen after/first slide after/p' "$work/log"
stop

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
    stop
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
mv "$work/drawn" "$work/sample"
draw "$work/later" && fault "a missing folder was drawn"
# Its first slide is to stand until it was looked at.
printf 'secondes: 25\n' >"$work/screen.yaml"
start --now "$sample_now" --settings "$work/screen.yaml" "$work/later"
sees "$work/drawn/01-notice.png" "the notice"
cp -r "$KIOSK_PROGRAMME" "$work/copy"
mv "$work/copy" "$work/later"
sees "$(echo "$work"/sample/01-*.png)" "the programme that came late"
stop

# One slide that stands: told, not judged, since machines differ.
mkdir "$work/still"
echo 'titre: Essai' >"$work/still/programme.yaml"
echo 'secondes: 60' >"$work/screen.yaml"
start --now "$sample_now" --settings "$work/screen.yaml" "$work/still"
wait_for grep -q 'on screen' "$work/log"
sleep 0.5
read -r before _ <"/proc/$show/schedstat"
sleep 2
read -r after _ <"/proc/$show/schedstat"
echo "one slide standing for 2 s: $(((after - before) / 1000)) us of CPU"

# What lay over it and went leaves nothing behind.
draw --settings "$work/screen.yaml" "$work/still"
sees "$(slide 1)" "the slide that stands"
"$KIOSK" show --window --size 400x300 "$KIOSK_PROGRAMME" 2>/dev/null &
other=$!
wait_for is_covered || fault "another window does not come"
kill "$other"
wait "$other"
sees "$(slide 1)" "the slide that was covered"
stop

end_screen
finish
