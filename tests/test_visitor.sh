#!/bin/sh
# SPDX-License-Identifier: MIT
# A visitor with a mouse at the real show, on a virtual screen: every screen is
# reached and left; a phone reads every code.
. "$KIOSK_TESTS/support/shell.sh"
. "$KIOSK_TESTS/support/screen.sh"
. "$KIOSK_TESTS/support/visitor.sh"

settings 3600 oui
visit --now "$sample_now" "$KIOSK_PROGRAMME"

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
# With the sanitizers that may be so each time.
is_whole_by_touch() {
    xdotool click --repeat 2 --delay 60 1
    for _ in 1 2 3 4 5 6 7 8; do
        looks_like "$(cat "$work/poster.look")" && return
        sleep 0.25
    done
    return 1
}
is_sanitized || wait_for is_whole_by_touch ||
    fault 'a double touch does not make it whole'
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
choose_all_on_list
looks_as low_event event neighbour
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

end_screen
finish
