# SPDX-License-Identifier: MIT
# What a visitor does at the show on a virtual screen, and sees; after
# screen.sh.

settings() {
    printf 'secondes: 600\ntransition: none\nlangues: [fr, oc]\n' \
        >"$work/screen.yaml"
    printf 'inactivite: %s\ntactile: %s\n' "$1" "$2" >>"$work/screen.yaml"
}

# visit --now WHEN FOLDER
visit() {
    slide_poster=
    [ "$2 $3" = "$sample_now $KIOSK_PROGRAMME" ] && slide_poster=60,264
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
    slide) echo "$slide_poster" ;;
    list) echo 60,264 330,264 660,300 ;;
    event | neighbour | low_event) echo 60,264 330,264 ;;
    esac
}

# has_posters NAME: there is neither paper, nor the grey of what is to come, nor
# the card of an event whose poster is not there yet.
has_posters() {
    for place in $(posters_of "$1"); do
        pixel "${place%,*}" "${place#*,}" |
            grep -qE 'c3 da e6|ea f7 ff|ff ff ff|69 6e 0b' && return 1
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

# choose_all_on_list: another language, larger letters, lower controls, and then
# an event.
choose_all_on_list() {
    click 802 61
    looks_as occitan list
    click 901 61
    looks_as large occitan list
    click 989 61
    looks_as low large occitan list
    click 500 300
    at event
}
