#!/bin/sh
# SPDX-License-Identifier: MIT
# A visitor with keys alone, and with one button; without touch; and while
# another programme comes.
. "$KIOSK_TESTS/support/shell.sh"
. "$KIOSK_TESTS/support/screen.sh"
. "$KIOSK_TESTS/support/visitor.sh"

settings 3600 oui
# Keys alone: in, to a page, to its codes and back.
visit --now "$sample_now" "$KIOSK_PROGRAMME"
keys Down
at event
looks_as event slide
keys Tab Return
at code
sees_code '^https://www.helloasso'
keys Escape BackSpace
at list
looks_as keyed_list slide event
keys Right
looks_as focus keyed_list
keys Right Return
at event
second_event
keys BackSpace BackSpace
at loop
is_back slide 'the keys lead out'

# One button alone: pressed it goes on, held it opens.
keys space
at event
xdotool key space key space keydown space
at code
xdotool keyup space
keys space
xdotool keydown space
at event
xdotool keyup space
keys BackSpace BackSpace
at loop

# Nothing that a keyboard has ends the show.
keys q Escape BackSpace alt+F4 ctrl+c ctrl+q ctrl+w super+q
xdotool key Down
at event
stop

# Where touch is switched off a click is nothing, a key is one: had the click
# opened the page, the key would only show where it is.
settings 3600 non
visit --now "$sample_now" "$KIOSK_PROGRAMME"
click 500 300
xdotool key Down
at event
is_back event 'a click is nothing'
stop

# Another programme comes while somebody looks at an event it does not have.
programme() {
    printf 'titre: Autre\nannee: 2026\nsoirees:\n'
    printf '  - mardi 20 janvier 19h : %s, à Sète\n' "$@"
}
settings 3600 oui
mkdir "$work/folder"
programme 'Une soirée' >"$work/folder/programme.yaml"
programme 'Une tout autre soirée' >"$work/next.yaml"
visit --now "$sample_now" "$work/folder"
click 500 300
at event
mv "$work/next.yaml" "$work/folder/programme.yaml"
at list
stop

end_screen
finish
