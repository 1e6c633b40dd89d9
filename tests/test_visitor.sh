#!/bin/sh
# SPDX-License-Identifier: MIT
# A visitor at the real show, on a virtual screen: every screen is reached and
# left with a mouse, with keys and with one button; a phone reads every code;
# hands that are idle lead back to the loop from everywhere, without a trace.
. "$KIOSK_TESTS/support/shell.sh"
. "$KIOSK_TESTS/support/screen.sh"

settings() {
    printf 'secondes: 600\ntransition: none\nlangues: [fr, oc]\n' \
        >"$work/screen.yaml"
    printf 'inactivite: %s\ntactile: %s\n' "$1" "$2" >>"$work/screen.yaml"
}

visit() {
    start --verbose --settings "$work/screen.yaml" "$@"
    says 'on screen after'
    looks_as slide
}

click() {
    xdotool mousemove "$1" "$2" click 1
}

# drag X Y TO_X TO_Y: with a mouse's button down, and at rest before it is let
# go.
drag() {
    xdotool mousemove "$1" "$2" mousedown 1
    for part in 1 2 3 4 5 6 7 8 8; do
        xdotool mousemove $(($1 + ($3 - $1) * part / 8)) \
            $(($2 + ($4 - $2) * part / 8))
    done
    xdotool mouseup 1
}

keys() {
    for key in "$@"; do
        xdotool key "$key"
    done
}

# Where there are posters, on the screens that begin with some.
posters_of() {
    case $1 in
    list) echo 60,264 330,264 660,300 ;;
    event | neighbour | low_event) echo 60,264 330,264 ;;
    esac
}

# has_posters NAME: there is neither paper nor the grey of what is to come.
has_posters() {
    for place in $(posters_of "$1"); do
        pixel "${place%,*}" "${place#*,}" |
            grep -qE 'c3 da e6|ea f7 ff|ff ff ff' && return 1
    done
    return 0
}

# is_still NAME OTHERS: the screen rests, all posters have come, and it looks
# like none of the others. From then on it has that name.
is_still() {
    has_posters "$1" || return 1
    seen=$(glance)
    for other in "$@"; do
        [ "$other" != "$1" ] && [ "$seen" = "$(cat "$work/$other.look")" ] &&
            return 1
    done
    sleep 0.2
    [ "$seen" = "$(glance)" ] && echo "$seen" >"$work/$1.look"
}

looks_as() {
    wait_for is_still "$@" || fault "there is no $1 that is none of: $*"
}

# is_back NAME WHY
is_back() {
    wait_for looks_like "$(cat "$work/$1.look")" ||
        fault "there is no $1 again: $2"
}

sees_code() {
    wait_for reads "$1" || fault "no code says '$1' but: $(cat "$work/read")"
}

# is_event LINE…: the calendar of a phone reads it from the code on screen.
is_event() {
    sees_code BEGIN:VEVENT
    tr -d '\r' <"$work/read" | sed -n '/BEGIN:VEVENT/,/END:VEVENT/p' |
        sed 's/.*BEGIN/BEGIN/; s/END:VEVENT.*/END:VEVENT/' |
        "$KIOSK_TESTS/support/vevent.py" >"$work/event"
    printf '%s\n' "$@" | cmp -s - "$work/event" ||
        fault "a calendar reads: $(cat "$work/event")"
}

first_event() {
    is_event '2026-01-20 17:30' '2026-01-20 19:30' 'Film · Foodcoop' \
        "L'île des possibles, Montpellier"
}

second_event() {
    is_event '2026-01-21 18:30' '2026-01-21 20:00' 'Film · Foodcoop' \
        'La Hune, Frontignan'
}

settings 30 oui
visit --now "$sample_now" "$KIOSK_PROGRAMME"
cp "$work/slide.look" "$work/first.look"

# The first touch opens the event of the slide wherever it lands: here, where
# the cross of a page is.
click 1063 59
at event
looks_as event slide
first_event
sees_code '^https://www.helloasso.com/'
sees_code 'https://www.openstreetmap.org/search\?query=L%27'
sees_code 'mailto:meridionale'

# Its poster, closer and whole again; each of its codes, large.
click 200 500
at poster
looks_as poster event
xdotool mousemove 576 300 click 4
looks_as closer poster event
# On a busy machine two touches may come too far apart to be one: again, then.
is_whole_by_touch() {
    xdotool click --repeat 2 --delay 60 1
    for _ in 1 2 3 4 5 6 7 8; do
        looks_like "$(cat "$work/poster.look")" && return
        sleep 0.25
    done
    return 1
}
wait_for is_whole_by_touch || fault 'a double touch does not make it whole'
keys BackSpace
at event
for code in '555 ^https://www.helloasso' '712 BEGIN:VEVENT' \
    '869 openstreetmap' '1026 mailto:'; do
    click "${code%% *}" 522
    at code
    sees_code "${code#* }"
    keys BackSpace
    at event
done
is_back event 'all codes were closed'

# To the neighbour and back, by a button and by a swipe.
click 975 59
looks_as neighbour event
second_event
drag 500 300 900 310
is_back event 'it was swiped back'
drag 900 300 500 310
is_back neighbour 'it was swiped on'
click 1063 59
at list
looks_as list slide event

# A filter, chosen and chosen no more.
click 278 148
looks_as filtered list slide event
click 96 148
is_back list 'all of it was chosen'

# A mouse that moves has an arrow; at rest it has none.
for x in 500 510 520 530 540; do
    xdotool mousemove $x 480
done
looks_as arrow list
is_back list 'the mouse rests'

# A card leads to its page.
click 430 360
at event
is_back neighbour 'its card was touched'
keys Escape
at list

# A drag scrolls and opens nothing; so does a wheel.
drag 500 600 500 300
looks_as dragged list event
xdotool key Home
is_back list 'Home is at its top'
xdotool mousemove 500 400 click 5 click 5
looks_as wheeled list event
xdotool key Home
is_back list 'Home is at its top'

# The calendar, and from one of its days to a page.
click 616 61
at calendar
looks_as calendar list
keys Return Tab
looks_as day calendar list
keys BackSpace
at list

# The pages of the loop, and a link's code among them.
click 704 61
at pages
looks_as partners list
keys Tab Return
looks_as next_page partners list
keys BackSpace
at list

# Another language, larger letters, lower controls: a visitor's choices.
click 802 61
looks_as occitan list
click 901 61
looks_as large occitan list
click 989 61
looks_as low large occitan list
click 500 300
at event
looks_as low_event event neighbour

# Hands that are idle are asked once; a touch answers, and does nothing else.
at warning
click 500 300
at event
is_back low_event 'somebody is still there'
at warning
at loop
is_back first 'nobody is there any more'

# Whoever comes next finds everything as it was.
click 500 300
at event
is_back event 'the next visitor begins'
keys BackSpace
at list
is_back list 'the next visitor looks around'
keys BackSpace
stop

# A slide without an event leads to the list, which may be empty.
visit --now 2026-12-01T12:00 "$KIOSK_PROGRAMME"
click 500 300
at list
looks_as empty slide list
click 1077 61
at loop
is_back slide 'the cross ends the visit'
stop

# Keys alone: in, to a page, to its codes and back.
visit --now "$sample_now" "$KIOSK_PROGRAMME"
keys Down
at event
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
settings 30 non
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
settings 30 oui
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
