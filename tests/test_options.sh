#!/bin/sh
# SPDX-License-Identifier: MIT
# Help and version are printed by every command; wrong usage ends with 2 and
# a line that says what would be right.
. "$KIOSK_TESTS/support/shell.sh"

# wrong PATTERN ARGUMENTS
wrong() {
    pattern=$1
    shift
    run "$@"
    expect_status 2
    expect err "^kiosk: .*$pattern"
    expect_nothing out
    if [ "$(wc -l <"$work/err")" -ne 1 ]; then
        fault "$words: more than one line on stderr"
        cat "$work/err"
    fi
}

for command in show agenda snapshot check; do
    run "$command" --help
    expect_status 0
    expect out "^Usage: kiosk .*$command"
    expect out '  --now WHEN '
    expect_nothing err
    run "$command" --version
    expect_status 0
    expect out '^kiosk [0-9]'
done
run --help
expect_status 0
for option in window json all output slide boxes now size language settings \
    quit-after help version; do
    expect out "  *--$option "
done
run snapshot -h
expect_status 0
expect out 'snapshot -o OUT'
if grep -q 'json' "$work/out"; then
    fault "the help of snapshot tells of another command's option"
fi
if "$KIOSK" --help | grep -qE '.{81}| $'; then
    fault "the help is wider than 80 columns, or has blanks at an end"
fi

wrong 'show, agenda, snapshot, check, .* clock, key and' nonsense
wrong 'folder' agenda
wrong 'folder' check
wrong 'folder' snapshot -o "$work/drawn"
wrong 'name a folder' snapshot "$KIOSK_PROGRAMME"
wrong 'one too many' agenda "$KIOSK_PROGRAMME" "$KIOSK_PROGRAMME"
wrong 'show has no option --json' show --json
wrong 'is --window meant' --widow
wrong 'see kiosk --help' agenda --frobnicate "$KIOSK_PROGRAMME"
wrong 'see kiosk --help' agenda -z "$KIOSK_PROGRAMME"
wrong '2026-01-17T12:00' agenda --now 17/01/2026 "$KIOSK_PROGRAMME"
wrong '2026-01-17T12:00' agenda --now 2026-02-30 "$KIOSK_PROGRAMME"
wrong 'needs WHEN' agenda "$KIOSK_PROGRAMME" --now
for size in 12 1920x 1920x1080x2 63x64 64x8193 -1x64 '' ' 64x64x'; do
    wrong '1920x1080' agenda --size "$size" "$KIOSK_PROGRAMME"
done
wrong 'fr, ca, en, es, oc' agenda --language xx "$KIOSK_PROGRAMME"
wrong 'screen.yaml' agenda --settings "$work/none.yaml" "$KIOSK_PROGRAMME"
for seconds in -1 0 x 1e400 nan; do
    wrong 'number of seconds' show --quit-after "$seconds"
done
for slide in 0 -1 x 1x; do
    wrong 'from 1' snapshot -o "$work/drawn" --slide "$slide" \
        "$KIOSK_PROGRAMME"
done
wrong 'the loop has' snapshot -o "$work/drawn" --slide 8000 --now \
    "$sample_now" --size 64x64 "$KIOSK_PROGRAMME"

# Options may stand anywhere, and a folder without a command is to be shown.
run --now "$sample_now" agenda "$KIOSK_PROGRAMME" --json
expect_status 0
expect_nothing err
export SDL_VIDEODRIVER=dummy
run --quit-after 0.01 "$KIOSK_PROGRAMME"
expect_status 0

# Without a folder: what the store has, else, on a machine that was not set up
# as a screen, the sample programme.
if ! [ -e /etc/kiosk ] && ! [ -e /var/lib/kiosk ]; then
    XDG_STATE_HOME=$work/state
    export XDG_STATE_HOME
    run --quit-after 0.01
    expect_status 0
    expect err 'showing .*/programme: 12 events'
fi
run --quit-after 0.01 --store "$work/store"
expect_status 0
expect err 'plug in a stick'
printf 'lieu: La Base\n' >"$work/screen.yaml"
run --quit-after 0.01 --settings "$work/screen.yaml" --store "$work/store"
expect err 'plug in a stick'
SDL_VIDEODRIVER=none
run "$KIOSK_PROGRAMME"
expect_status 1
expect err 'there is no display'
unset DISPLAY WAYLAND_DISPLAY SDL_VIDEODRIVER
run --quit-after 0.01 "$KIOSK_PROGRAMME"
expect_status 1
expect err 'there is no display'

finish
