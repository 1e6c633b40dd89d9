#!/bin/sh
# SPDX-License-Identifier: MIT
# kiosk check tells every fault with its place, the line and what to do, in
# the reader's language. What it says of each kind of fault is for
# test_bad_input.sh.
. "$KIOSK_TESTS/support/shell.sh"

unset LANG LC_MESSAGES
folder=$work/programme
mkdir -p "$folder/affiches"

# event PICTURE: adds one with that poster.
number=0
event() {
    number=$((number + 1))
    echo "  - {date: $number mars 2026, titre: N$number, affiche: $1}" \
        >>"$folder/programme.yaml"
}

# faults: how many lines name a fault.
faults_told() {
    grep -c '^programme.yaml:' "$work/out"
}

# check ARGUMENTS: on a day before all the events.
check() {
    run check --now "$sample_now" "$@"
}

LC_ALL=C
export LC_ALL

# The sample has but one blemish: the length of a real registration link.
check "$KIOSK_PROGRAMME"
expect_status 0
expect_nothing err
expect out '^12 events, 20 January – 23 April; 0 errors, 1 warning$'
if [ "$(faults_told)" -ne 1 ] || ! grep -q 'QR code' "$work/out"; then
    fault "the sample has other faults than its long link"
    cat "$work/out"
fi

check "$work/none"
expect_status 1
expect out 'none.*error: '
check "$work"
expect_status 1
expect out 'error: '
expect out '^nothing can be shown; 1 error, 0 warnings$'
: >"$folder/programme.yaml"
check "$folder"
expect_status 1
expect out '^programme.yaml: error: '

sample=$KIOSK_PROGRAMME/affiches/foodcoop.jpg
cp "$sample" "$folder/affiches/whole.jpg"
cp "$sample" "$folder/affiches/really-a-jpeg.png"
head -c 30000 "$sample" >"$folder/affiches/cut.jpg"
: >"$folder/affiches/empty.png"
echo 'no picture at all' >"$folder/affiches/text.png"
cp "$KIOSK_TESTS/pictures/claims-30000.png" "$folder/affiches/huge.png"
printf 'titre: Essai\nevenements:\n' >"$folder/programme.yaml"
for picture in whole.jpg really-a-jpeg.png cut.jpg empty.png text.png \
    huge.png missing.png ../outside.png whole.jpg; do
    event "$picture"
done
check "$folder"
expect_status 1
expect_nothing err
expect out "^programme.yaml:4:[0-9]*: warning: .*really-a-jpeg.png.* JPEG"
expect out "^programme.yaml:5:[0-9]*: error: .*cut.jpg.*cut off"
expect out "^programme.yaml:6:[0-9]*: error: .*empty.png.*empty"
expect out "^programme.yaml:7:[0-9]*: error: .*text.png"
expect out "^programme.yaml:8:[0-9]*: error: .*huge.png.*too large.*30000"
expect out "^programme.yaml:9:[0-9]*: error: .*missing.png"
expect out "^programme.yaml:10:[0-9]*: error: .*outside"
expect out '; 6 errors, 1 warning$'
if [ "$(faults_told)" -ne 7 ]; then
    fault "there are other faults than expected:"
    cat "$work/out"
fi

# In French if the reader asks for it, or the machine is French.
check --language fr "$folder"
expect out "programme.yaml:5:[0-9]*: erreur : .*« cut.jpg » est tronquée"
LC_ALL=fr_FR.UTF-8
check "$folder"
expect out ' ; 6 erreurs, 1 avertissement$'
check --language en "$folder"
expect out '; 6 errors'
LC_ALL=C

# The line, a caret under the place, what to do.
printf 'titre: Essai\nevenements:\n  - date: 20 janvie\n    titre: Film\n' \
    >"$folder/programme.yaml"
check --language fr "$folder"
cat >"$work/expected" <<'END'
programme.yaml:3:11: erreur : aucune date n’est comprise dans « 20 janvie »
      - date: 20 janvie
              ^
    → vouliez-vous dire « 20 janvier » ?
END
head -4 "$work/out" >"$work/told"
if ! cmp -s "$work/expected" "$work/told"; then
    fault "the fault is told in other words:"
    cat "$work/out"
fi

# Accents are one character however they are typed.
printf 'titre: Essai\nannee: 2026\nevenements:\n  - {titre: e\314\201te\314\201, date: 30 février}\n' \
    >"$folder/programme.yaml"
check "$folder"
expect out '^programme.yaml:4:24: error: '

# JSON for editors and for continuous integration.
check --json --language fr "$folder"
expect_status 1
if ! jq -e 'length == 1 and .[0].file == "programme.yaml" and
        .[0].line == 4 and .[0].column == 24 and
        .[0].severity == "error" and .[0].code == "date-not-real" and
        (.[0].message | test("« 30 février » n’existe pas")) and
        (.[0].remedy | length > 0)' "$work/out" >"$work/answer"; then
    fault "the JSON says something else:"
    cat "$work/out"
fi
check --json "$KIOSK_PROGRAMME"
expect_status 0
jq -e '.[] | select(.severity != "warning")' "$work/out" &&
    fault "the sample has errors in JSON"

# Nothing of the file reaches the terminal as it stands.
printf 'titre: "a\\e[31mb"\n\033[2Jx: y\nevenements:\n  - {date: "\\e[31m", titre: T}\n' \
    >"$folder/programme.yaml"
for form in --language=en --language=fr --json; do
    check "$form" "$folder"
    if grep -q "$(printf '\033')" "$work/out"; then
        fault "an escape sequence was printed ($form)"
    fi
done

# Colour on a terminal only, and not for those who do not want any.
if command -v script >/dev/null; then
    command="'$KIOSK' check --now $sample_now '$folder'"
    TERM=xterm script -qec "$command" /dev/null >"$work/out" </dev/null
    expect out "$(printf '\033')\[1;31m"
    NO_COLOR=1 TERM=xterm script -qec "$command" /dev/null >"$work/out" \
        </dev/null
    if grep -q "$(printf '\033')\[1;31m" "$work/out"; then
        fault "colours although NO_COLOR is set"
    fi
fi

run check --now "$sample_now" --all "$folder"
expect_status 2

finish
