#!/bin/sh
# SPDX-License-Identifier: MIT
# A whole season in a minute: the real show with its clock sped up. What it
# shows is what kiosk agenda says at that moment, down to the place in the
# loop, and neither memory nor open files grow on the way.
#
# KIOSK_SEASON_SPEED=10000 KIOSK_SEASON_STEPS=100000 takes a quarter of an hour
# and compares every step. With the sanitizers composing a slide takes ten times
# as long, and days must not pass meanwhile: slower, and only the last month.
. "$KIOSK_TESTS/support/shell.sh"

if is_sanitized; then
    speed=${KIOSK_SEASON_SPEED-40000} first_day=${KIOSK_SEASON_FROM-2026-04-01}
else
    speed=${KIOSK_SEASON_SPEED-200000} first_day=${KIOSK_SEASON_FROM-2026-01-17}
fi
steps=${KIOSK_SEASON_STEPS-40} # that are compared
size=480x320
unset WAYLAND_DISPLAY SDL_VIDEODRIVER KIOSK_PRESENT

Xvfb -displayfd 3 -screen 0 ${size}x24 -nolisten tcp -noreset \
    3>"$work/display" 2>"$work/xvfb" &
xvfb=$!
wait_for [ -s "$work/display" ] || { cat "$work/xvfb"; finish; }
DISPLAY=:$(cat "$work/display")
export DISPLAY

# The settings of the machine do not matter here.
: >"$work/screen.yaml"

# has_shown PATTERN TIMES
has_shown() {
    [ "$(grep -c "$1" "$work/log")" -ge "$2" ]
}

# has_gone_on LINES PATTERN TIMES: more than those, or it was shown.
has_gone_on() {
    [ "$(wc -l <"$work/log")" -gt "$1" ] || has_shown "$2" "$3"
}

# wait_for_slides PATTERN TIMES: the season takes as long as it takes, only
# standing still is a fault.
wait_for_slides() {
    until has_shown "$1" "$2"; do
        wait_for has_gone_on "$(wc -l <"$work/log")" "$1" "$2" || return
    done
}

wait_for_day() {
    wait_for_slides "^kiosk: 2026-$1" 1
}

# What the program has for itself, with its pictures: what it shares with others
# depends on them.
memory() {
    awk '/^Pss_(Anon|Shmem):/ { sum += $2 } END { print sum }' \
        "/proc/$show/smaps_rollup"
}

open_files() {
    find "/proc/$show/fd" -mindepth 1 | wc -l
}

"$KIOSK" show --verbose --size $size --now "${first_day}T12:00" --speed "$speed" \
    --settings "$work/screen.yaml" "$KIOSK_PROGRAMME" 2>"$work/log" &
show=$!
# By then every picture of the loop is there, and fonts are open in most of the
# sizes that the season needs; no more than forty are kept.
wait_for_day '\(02-1[5-9]\|02-2\|03\|04-1\)'
begins=$(memory) files=$(open_files)
wait_for_day '04-2[0-3]'
ends=$(memory)
# The page of a season that is over has large letters of its own.
wait_for_day '0[5-9]'
is_over=$(memory)
wait_for_day '0\(5-[2-3]\|[6-9]\)'
stays=$(memory) files_after=$(open_files)
kill -TERM "$show"
wait "$show"
status=$?
[ "$status" -eq 0 ] || fault "the show ended with $status"

echo "memory: $begins kB after the first month, $ends kB on the last days;"
echo "$is_over kB when the season is over, $stays kB weeks later"
echo "open files: $files, then $files_after"
[ "$files_after" -le "$files" ] || fault "files stay open"
if ! is_sanitized; then
    [ $((ends * 100)) -le $((begins * 102)) ] || fault "memory grows"
    [ $((stays * 100)) -le $((is_over * 102)) ] || fault "memory grows later"
fi

# moment<TAB>place<TAB>of<TAB>kind and title
sed -n 's/^kiosk: \(.*\) shows \([0-9]*\) of \([0-9]*\): /\1\t\2\t\3\t/p' \
    "$work/log" | sort -u >"$work/steps"
total=$(wc -l <"$work/steps")
awk -v step=$((total / steps + 1)) 'NR % step == 1 || step == 1' \
    "$work/steps" >"$work/some"

# expected MOMENT PLACE: what the agenda has there
expected() {
    "$KIOSK" agenda --json --now "$1" --size $size --settings "$work/screen.yaml" \
        "$KIOSK_PROGRAMME" 2>/dev/null |
        jq -r --argjson at "$2" \
            '.slides | "\(length)\t\(.[$at - 1] | .kind + " " + .title)"'
}

compared=0
while IFS='	' read -r moment place of words; do
    seen="$of	$words"
    wanted=$(expected "$moment" "$place")
    if [ "$seen" != "$wanted" ]; then
        fault "at $moment slide $place is '$seen', the agenda has '$wanted'"
    fi
    compared=$((compared + 1))
done <"$work/some"
echo "$compared of $total steps compared, from $(head -n 1 "$work/steps" |
    cut -f 1) to $(tail -n 1 "$work/steps" | cut -f 1)"
[ "$compared" -ge 20 ] || fault "only $compared steps were compared"

kill "$xvfb"
finish
