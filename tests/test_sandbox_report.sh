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
start --now "$sample_now" --settings "$work/screen.yaml" "$work/bad"

# Its yellow quarter: in which loop it comes, and so how far beside its place it
# is drawn, depends on how long the others took.
has_yellow() {
    pixel 420 300 | grep -q ' 0. f. f.'
}
wait_for has_yellow || fault "the picture after those with bugs does not come"
for bug in read pixels nonsense; do
    wait_for grep -q "picture .*/$bug.jpg " "$work/log" ||
        fault "nothing is said of $bug.jpg"
done
stop
KIOSK=$KIOSK_WHOLE

end_screen
finish
