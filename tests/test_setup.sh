#!/bin/sh
# SPDX-License-Identifier: MIT
# What somebody answers becomes settings that the program takes, whatever was
# typed and whatever stood there before.
. "$KIOSK_TESTS/support/shell.sh"
setup=$KIOSK_TESTS/../assets/system/kiosk-setup
file=$work/etc/screen.yaml

# setup ARGUMENTS
setup() {
    "$setup" --no-start --file "$file" "$@" >"$work/out" 2>"$work/err"
    status=$?
    words="kiosk-setup $*"
}

# has LINE: of the settings.
has() {
    grep -qxF -- "$1" "$file" || {
        fault "$words: no line '$1' in:"
        cat "$file"
    }
}

setup --venue "Chez l'Ami: « bar » #1" --languages fr,oc --rotation 90 \
    --hours '9h-12h et 14h-23h' --text-size large --theme contraste
expect_status 0
has "lieu: 'Chez l''Ami: « bar » #1'"
has 'langues: [fr,oc]'
has 'rotation: 90'
has "horaires: '9h-12h et 14h-23h'"
has 'taille_texte: large'
has 'theme: contraste'

# The other settings, and remarks, stay; what is answered again is replaced,
# under whatever name it stood and with what was indented below it.
cat >"$file" <<END
# Ours
venue: Old
hours:
  monday: closed
  tuesday: 9h-12h
coin: haut-droite # for the short ones
Rotation: 270
END
setup --venue New --hours always --rotation 0
expect_status 0
has '# Ours'
has 'coin: haut-droite # for the short ones'
has "lieu: 'New'"
has 'rotation: 0'
grep -Eqi 'old|monday|tuesday|270|hours|horaires' "$file" &&
    fault "what was replaced is still there: $(cat "$file")"

# What the program does not take is not written.
cp "$file" "$work/before"
for wrong in '--rotation 45' '--hours sometimes' '--text-size huge' \
    '--theme pink' \
    '--languages klingon'; do
    # shellcheck disable=SC2086 # two words
    setup $wrong
    expect_status 1
    expect err 'nothing was changed'
    cmp -s "$file" "$work/before" || fault "$wrong was written"
done

setup --nonsense
expect_status 2
setup --venue
expect_status 2
"$setup" --help >"$work/out" 2>"$work/err" || fault "there is no help"
expect out '--rotation DEGREES'
finish
