#!/bin/sh
# SPDX-License-Identifier: MIT
# The wall clock is set while the show runs, forwards, backwards and across the
# night the clocks go forward: what is shown is what the agenda has then. The
# show sees libfaketime's clock, which a file sets; the monotonic one is real.
# That the kernel tells when it is set is for test_clock_watch.c.
. "$KIOSK_TESTS/support/shell.sh"

shim=$(find /usr/lib -name libfaketimeMT.so.1 2>/dev/null | head -n 1)
if [ -z "$shim" ] || is_sanitized; then
    echo "SKIPPED: no libfaketime, or a build that has to be loaded first"
    exit 77
fi
size=480x320
. "$KIOSK_TESTS/support/screen.sh"

stamp=$work/stamp
folder=$work/programme
mkdir "$folder"
# It is always right, and what is due is looked at once a second.
printf 'horloge: fiable\nsecondes: 1\ntransition: aucune\n' >"$work/screen.yaml"
cat >"$folder/programme.yaml" <<'END'
titre: Essai
annee: 2027
evenements:
  - {date: 20 janvier 18h30-20h30, titre: Un}
  - {date: 21 janvier 18h30-20h30, titre: Deux}
  - {date: 27 mars 22h-4h, titre: Nuit}
END

# set_clock MOMENT: in the programme's zone, which is the show's as well.
set_clock() {
    echo "$1" >"$stamp.new"
    mv "$stamp.new" "$stamp"
}

# shows_as_agenda DAY TITLES: that is what the agenda has then, each of them is
# shown, and no other.
shows_as_agenda() {
    wait_for grep -q "$1T[0-9:]* shows" "$work/log"
    moment=$(sed -n "s/^kiosk: \($1T[0-9:]*\) shows .*/\1/p" "$work/log" |
        tail -n 1)
    titles=$("$KIOSK" agenda --json --now "$moment" "$folder" |
        jq -r '[.slides[] | select(.kind == "event") | .title] | join(" ")')
    [ "$titles" = "$2" ] || fault "at $moment the agenda has '$titles'"
    for title in Un Deux Nuit; do
        shown="$1T[0-9:]* shows .*: event $title\$"
        case " $2 " in
        *" $title "*) wait_for grep -q "$shown" "$work/log" ;;
        *) ! grep "$shown" "$work/log" || fault "$title is shown on $1" ;;
        esac
    done
}

set_clock '2026-12-30 12:00:00'
export FAKETIME_NO_CACHE=1 FAKETIME_DONT_FAKE_MONOTONIC=1 \
    FAKETIME_TIMESTAMP_FILE="$stamp"
: >"$work/log"
TZ=Europe/Paris LD_PRELOAD=$shim "$KIOSK" show --verbose --size $size \
    --settings "$work/screen.yaml" "$folder" 2>>"$work/log" &
show=$!
shows_as_agenda 2026-12-30 'Un Deux Nuit'
set_clock '2027-01-20 21:00:00' # three weeks later: the first one is over
shows_as_agenda 2027-01-20 'Deux Nuit'
set_clock '2027-01-19 21:00:00' # and back: it is to come again
shows_as_agenda 2027-01-19 'Un Deux Nuit'
set_clock '2027-03-28 03:30:00' # an hour of that night is missing
shows_as_agenda 2027-03-28 'Nuit'
stop
end_screen
finish
