#!/bin/sh
# SPDX-License-Identifier: MIT
# Hands that are idle lead back to the loop, and leave no trace.
. "$KIOSK_TESTS/support/shell.sh"
. "$KIOSK_TESTS/support/screen.sh"
. "$KIOSK_TESTS/support/visitor.sh"

settings 20 oui
visit --now "$sample_now" "$KIOSK_PROGRAMME"

# Somebody looks about, in another language, with larger letters and lower
# controls.
click 500 300
at event
looks_as event slide
click 1063 59
at list
looks_as list slide event
choose_all_on_list
looks_as low_event event

# Hands that are idle are asked once; a touch answers, and does nothing else.
at warning
click 500 300
at event
is_back low_event 'somebody is still there'
at warning
at loop
is_back slide 'nobody is there any more'

# Whoever comes next finds everything as it was.
click 500 300
at event
is_back event 'the next visitor begins'
keys BackSpace
at list
is_back list 'the next visitor looks around'
keys BackSpace
stop

end_screen
finish
