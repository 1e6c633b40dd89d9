#!/bin/sh
# SPDX-License-Identifier: MIT
# kiosk check --sandbox tells what the decoders may not do, and fails where one
# may. And with a decoder that has bugs the show goes on.
. "$KIOSK_TESTS/support/shell.sh"
. "$KIOSK_TESTS/support/screen.sh"

# A kiosk whose kiosk-decode loops, crashes and lies, if a picture says so.
mkdir "$work/bin"
cp "$KIOSK" "$KIOSK_FAULTY/kiosk-decode" "$work/bin"

run check --sandbox
if grep -q 'calls: yes' "$work/out"; then
    expect_status 0
    [ "$(grep -c 'use the network  *refused' "$work/out")" -ge 1 ] ||
        fault "the network is not refused"
    grep -q POSSIBLE "$work/out" && fault "something is possible"
else
    expect_status 1 # the sanitizers' build has no walls, and says so
fi
KIOSK_WHOLE=$KIOSK
mkdir "$work/bad"
for bug in loop read pixels nonsense; do
    printf '\377\330\377%s' $bug >"$work/bad/$bug.jpg"
done
cp "$KIOSK_TESTS/pictures/baseline.jpg" "$work/bad/good.jpg"
cat >"$work/bad/programme.yaml" <<'END'
titre: Essai
annee: 2026
evenements:
  - {date: 20 janvier, titre: Un, ville: Nîmes, affiche: read.jpg}
  - {date: 21 janvier, titre: Deux, ville: Nîmes, affiche: pixels.jpg}
  - {date: 22 janvier, titre: Trois, ville: Nîmes, affiche: nonsense.jpg}
  - {date: 23 janvier, titre: Quatre, ville: Nîmes, affiche: loop.jpg}
  - {date: 24 janvier, titre: Cinq, ville: Nîmes, affiche: good.jpg}
END
printf 'secondes: 3\ntransition: none\n' >"$work/screen.yaml"

# With the sanitizers nothing ends an endless loop but its deadline.
KIOSK=$work/bin/kiosk
draw --settings "$work/screen.yaml" "$work/bad"
last=$(find "$work/drawn" -name '*event-cinq.png')
[ -n "$last" ] || fault "the last event was not drawn"
start --now "$sample_now" --settings "$work/screen.yaml" "$work/bad"
sees "$last" "the picture after those with bugs"
for bug in read pixels nonsense; do
    wait_for grep -q "picture .*/$bug.jpg " "$work/log" ||
        fault "nothing is said of $bug.jpg"
done
stop
KIOSK=$KIOSK_WHOLE

end_screen
finish
