#!/bin/sh
# SPDX-License-Identifier: MIT
# The operator's page of the real show: the corner, the code, what its buttons
# run, and what a phone reads from its code.
. "$KIOSK_TESTS/support/shell.sh"
. "$KIOSK_TESTS/support/screen.sh"

store=$work/store
cat >"$work/screen.yaml" <<EOF
code: 12
inactivite: 600
secondes: 600
regler_horloge: 'printf "%s" "\$1" >"$work/wanted"'
redemarrer: 'touch "$work/restarted"'
eteindre: 'echo "not on this machine"; exit 1'
EOF

# press NUMBER KEY
press() {
    for _ in $(seq "$1"); do
        xdotool key "$2"
    done
}

focus_show() {
    wait_for xdotool search --name "^kiosk\$" windowfocus
}

# The corner is held until the code is asked for; which is then typed.
enter() {
    xdotool mousemove 20 20 mousedown 1
    says "the code of the operator's page is asked for"
    xdotool mouseup 1
    xdotool key 1
    xdotool key 2
    says "somebody is at the operator's page"
}

# Two programmes in the store, the sample's is current.
mkdir "$work/former"
printf 'titre: La saison passée\nmaj: 2025-01-05\nannee: 2026\n' \
    >"$work/former/programme.yaml"
printf 'evenements:\n  - {date: 20 janvier, titre: T}\n' \
    >>"$work/former/programme.yaml"
for programme in "$work/former" "$KIOSK_PROGRAMME"; do
    run import --store "$store" "$programme"
    expect_status 0
done

# Something is wrong in the card's settings: those taken over before stay.
mkdir "$work/card"
echo 'rotation: 45' >"$work/card/ecran.yaml"
cp "$work/screen.yaml" "$store"

start --store "$store" --settings-in "$work/card"
says 'on screen after'
focus_show

enter

# The first key shows where the keys are, at the date; the code is next.
press 2 Tab
xdotool key Return
wait_for reads '^kiosk [0-9]' || fault "there is no diagnostic code"
grep -q '^refused ecran.yaml' "$work/read" ||
    fault "the code does not name the card's settings: $(cat "$work/read")"
grep -q '^programme .*/store' "$work/read" ||
    fault "the code does not name the programme: $(cat "$work/read")"
xdotool key BackSpace

# Then the previous programme; what matters is asked twice.
xdotool key Tab
press 2 Return
says 'the operator asks for the previous programme'
is_former() {
    "$KIOSK" store --store "$store" | grep -q '^\* .*La saison passée'
}
wait_for is_former || fault "the previous programme did not come"

xdotool key Tab
press 2 Return
wait_for [ -e "$work/restarted" ] || fault "the machine was not restarted"

xdotool key Tab
press 2 Return
says 'which cannot be: not on this machine'

# The date: a year on, which the command is given and the clock is not.
press 4 shift+Tab
xdotool key Return
press 7 shift+Tab
xdotool key Return
press 6 Tab
xdotool key Return
says 'the operator asks for another date'
says 'which cannot be'
grep -qE '^20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:00$' \
    "$work/wanted" || fault "the command was given '$(cat "$work/wanted")'"

stop

# A screen that never had a programme has that page, too, and nothing else.
start --verbose --settings "$work/screen.yaml" --store "$work/empty"
says 'on screen after'
xdotool mousemove 500 300 click 1
at loop
enter
xdotool key Tab
xdotool key Return
at clock
xdotool key BackSpace key BackSpace
at loop
focus_show
xdotool keydown F10
says "the code of the operator's page is asked for"
xdotool keyup F10
stop

end_screen
finish
