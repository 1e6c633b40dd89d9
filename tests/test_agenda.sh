#!/bin/sh
# SPDX-License-Identifier: MIT
# The JSON of kiosk agenda is a contract: exactly these members, of these
# types, with these values for the sample programme. With KIOSK_UPDATE set the
# expected values are written anew.
. "$KIOSK_TESTS/support/shell.sh"

golden=$KIOSK_TESTS/expected/agenda-sample.json

holds() {
    if ! jq -e "$1" "$work/out" >"$work/jq" 2>&1; then
        fault "$words: this does not hold: $1"
    fi
}

run agenda --json --now "$sample_now" "$KIOSK_PROGRAMME"
expect_status 0
expect_nothing err
holds 'keys_unsorted == ["format","now","clock","events","slides"]'
holds '.format == 1 and .now == "2026-01-17T12:00" and .clock == "trusted"'
holds '[.events[] | keys_unsorted] | unique == [["title","kind","status",
    "precision","begins","over","time_known","first_day","last_day","phase",
    "when","chip","venue","town","online","note","register","poster"]]'
holds '[.slides[] | keys_unsorted] | unique == [["kind","title","seconds"]]'
holds 'all(.slides[]; .seconds >= 8 and .seconds <= 25 and
    (.title | type == "string") and
    (.kind | IN("event","agenda","partners","links","page","empty")))'
holds 'all(.events[]; (.online | type == "boolean") and
    (.time_known | type == "boolean") and (.title | type == "string") and
    (.phase | IN("upcoming","ongoing","past","undated")) and
    (.precision | IN("day","week","month","none")))'
holds 'all(.events[] | .kind, .chip, .venue, .town, .note, .register, .poster;
    . == null or (type == "string" and length > 0))'
if grep -q '\\/' "$work/out"; then
    fault "slashes are escaped"
fi

jq '.events' "$work/out" >"$work/events.json"
if [ -n "${KIOSK_UPDATE-}" ]; then
    cp "$work/events.json" "$golden"
fi
if ! diff -u "$golden" "$work/events.json"; then
    fault "the sample programme's events are not as expected"
fi

# When the season is over nothing is upcoming, and --all tells it all.
run agenda --json --now 2026-12-01T12:00 "$KIOSK_PROGRAMME"
holds '.events == [] and .slides[0].kind == "empty"'
run agenda --json --all --now 2026-12-01T12:00 "$KIOSK_PROGRAMME"
holds '.events | length == 12 and all(.[]; .phase == "past")'

# The language changes words, not facts.
run agenda --json --language en --now "$sample_now" "$KIOSK_PROGRAMME"
holds '.events[0].when == "Tuesday 20 January · 18:30–20:30"'
holds '.events[0].begins == "2026-01-20T18:30"'

# The table for people.
run agenda --language fr --now "$sample_now" "$KIOSK_PROGRAMME"
expect_status 0
expect out '^mardi 20 janvier · 18h30–20h30  *dans 3 jours  *Foodcoop  *Mont'
expect out '^jeudi 23 avril .*à confirmer'
expect out '^Boucle : [0-9]* diapos, [0-9] min [0-9][0-9]\. '
run agenda --language en --now 2026-12-01T12:00 "$KIOSK_PROGRAMME"
expect out 'Nothing is upcoming'

# A clock from before the programme was written, or long after it, is not
# believed.
mkdir "$work/dated"
cat >"$work/dated/programme.yaml" <<'YAML'
titre: Essai
maj: 2026-01-10
evenements:
  - {date: 20 janvier 2026 18h, titre: Film, ville: Nîmes, lieu: La Base}
YAML
for when in 2026-01-09T23:59 2027-02-15T00:00; do
    run agenda --json --now "$when" "$work/dated"
    holds '.clock == "doubtful" and .events[0].chip == null'
    holds '.events | length == 1'
done
for when in 2026-01-10T00:00 2026-01-20T17:30; do
    run agenda --json --now "$when" "$work/dated"
    holds '.clock == "trusted"'
done
holds '.events[0].chip | test("^dans.30.min$")'

# What cannot be read is told, and ends with 1.
run agenda --json "$work/none"
expect_status 1
expect_nothing out
expect err 'none'
printf 'titre: Essai\nannee: 2026\nevenements:\n  - {date: 30 février, titre: A}
  - {date: 2 mars, titre: B}\n' >"$work/dated/programme.yaml"
run agenda --json --now 2026-01-01 "$work/dated"
expect_status 1
expect err '^programme.yaml:4:[0-9]*: error: '
holds '[.events[].title] | index("B") != null'

finish
