#!/bin/sh
# SPDX-License-Identifier: MIT
# Sticks that are plugged and pulled, inbox folders, and a store that others
# write to, while the show runs. In a mount namespace of its own: nothing is
# mounted anywhere else.
if [ -z "${KIOSK_IN_NAMESPACE-}" ]; then
    if ! unshare --map-root-user --mount true 2>/dev/null; then
        echo "no mount namespace is to be had: skipped"
        exit 77
    fi
    KIOSK_IN_NAMESPACE=yes exec unshare --map-root-user --mount sh "$0"
fi
. "$KIOSK_TESTS/support/shell.sh"

mount -t tmpfs tmpfs /media
mkdir -p /media/CLE /media/ana/AUTRE
. "$KIOSK_TESTS/support/screen.sh"

store=$work/store
settings=$work/screen.yaml
convert -size 300x400 xc:teal "$work/teal.png"

# settings LINE…: those of the screen.
settings() {
    printf 'transition: aucune\nsecondes: 600\n' >"$settings"
    printf '%s\n' "$@" >>"$settings"
}

# programme FOLDER UPDATED TITLE [EVENTS]
programme() {
    mkdir -p "$1/affiches"
    cp "$work/teal.png" "$1/affiches/affiche.png"
    {
        echo 'titre: Nos soirées'
        echo 'annee: 2026'
        echo "maj: $2"
        echo 'evenements:'
        for day in $(seq "${4-1}"); do
            echo "  - {date: $((17 + day)) janvier 18h, titre: $3 $day," \
                "affiche: affiche.png}"
        done
    } >"$1/programme.yaml"
}

# new_stick: an empty one, at $stick.
new_stick() {
    stick=$(mktemp -d "$work/stick.XXXXXX")
}

# plug [PLACE] [OPTIONS]: it is mounted; pull [PLACE] takes it away.
plug() {
    mount --bind "$stick" "${1-/media/CLE}"
    [ -z "${2-}" ] || mount -o "remount,bind,$2" "${1-/media/CLE}"
}

pull() {
    umount -l "${1-/media/CLE}"
}

# plug_and_pull WORDS: what the show says of it.
plug_and_pull() {
    plug
    says "/media/CLE: $1\$"
    pull
}

expect_screen() {
    draw --settings "$settings" --slide 1 "$1"
    sees_part "$(echo "$work"/drawn/01-*)" "$2"
}

begin() {
    start --now "$sample_now" --store "$store" --settings "$settings" \
        --settle 200
}

# expect_slot NUMBER: that one is current and everything is sound.
expect_slot() {
    run store --store "$store"
    expect_status 0
    expect out "^\* $1 "
}

# The first stick, on a screen that has nothing to show.
settings
begin
says 'no programme in'
says 'on screen'
new_stick
programme "$stick" 2026-01-05 Un 4
plug
says 'taking in /media/CLE'
says '/media/CLE: taken$'
says 'slots/0001/programme: 4 events'
expect_screen "$stick" "the stick's programme"
pull
rm -rf "$stick/affiches"
expect_slot 1
[ -s "$store/receipt.txt" ] || fault "there is no receipt.txt"

# The same again, a newer one, an older one, none, a broken one.
programme "$stick" 2026-01-05 Un 4
plug_and_pull same
new_stick
programme "$stick" 2026-01-06 Deux 4
cp -r "$stick" "$work/deux"
plug_and_pull taken
says 'slots/0002/programme'
expect_screen "$work/deux" "the newer programme"
programme "$stick" 2026-01-05 Vieux
plug_and_pull older
new_stick
plug_and_pull no-programme
printf 'titre: [Un\n  - {date: "20 jan\n' >"$stick/programme.yaml"
plug_and_pull '\(empty\|unreadable\|half-copied\)'
: >"$stick/programme.yaml"
plug_and_pull '\(empty\|unreadable\|half-copied\)'
expect_slot 2
# What is said of a broken one fills the screen; of this one it does not.
stick=$work/deux
plug_and_pull same
expect_screen "$work/deux" "after all that, the newest whole programme"

# A whole programme with a fault in one of its events.
new_stick
programme "$stick" 2026-01-07 Trois 3
echo '  - {date: 31 février, titre: Jamais}' >>"$stick/programme.yaml"
plug_and_pull taken-in-part
says 'slots/0003/programme'
expect_slot 3
plug_and_pull same

# By somebody else's hand.
new_stick
programme "$stick" 2026-01-08 Quatre 3
"$KIOSK" import --store "$store" --now "$sample_now" "$stick" >/dev/null ||
    fault "the import failed"
says 'slots/0004/programme: 3 events'
"$KIOSK" store --back --store "$store" >/dev/null || fault "no way back"
says 'slots/0003/programme'
# What was gone back from does not return by the stick that is still there.
plug_and_pull set-aside
expect_slot 3
"$KIOSK" store --back --store "$store" >/dev/null || fault "no way back"
says 'slots/0004/programme'
expect_screen "$stick" "the programme that was gone back to"

# While somebody else writes to the store it waits.
mkfifo "$work/held"
flock "$store/lock" sh -c "echo held; cat '$work/held'" >"$work/lock" &
holder=$!
wait_for [ -s "$work/lock" ]
programme "$stick" 2026-01-08 Patience 3
echo '# un peu plus' >>"$stick/programme.yaml"
plug
says '/media/CLE waits'
echo >"$work/held"
wait "$holder"
says '/media/CLE: taken$'
pull
says 'slots/0005/programme'

# Two at once are taken one after the other.
cp -r "$stick" "$work/autre"
programme "$stick" 2026-01-09 Cinq 3
programme "$work/autre" 2026-01-10 Six 3
plug
says '/media/CLE: taken$'
pull
cp -r "$stick" "$work/five"
stick=$work/autre
plug /media/ana/AUTRE
says '/media/ana/AUTRE: taken$'
pull /media/ana/AUTRE
says 'slots/0007/programme'
expect_screen "$work/autre" "the newer one of two sticks"

# child: the process that takes something in.
child() {
    cat "/proc/$show"/task/*/children 2>/dev/null
}

# catch: stops it while it writes. False if it was faster.
catch() {
    while ! [ -e "$store/incoming" ]; do
        is_taken && return 1
    done
    # It is a list.
    # shellcheck disable=SC2046
    kill -STOP $(child) 2>/dev/null && [ -e "$store/incoming" ] && ! is_taken
}

is_taken() {
    [ "$(grep -c 'CLE: ' "$work/log")" -gt "$said" ]
}

# Pulled out in the middle of copying: the files are gone, then the stick.
caught=no
for try in 1 2 3 4 5 6 7 8; do
    new_stick
    programme "$stick" 2026-01-$((10 + try)) "Retire $try" 3
    head -c 30000000 /dev/urandom |
        split -b 100000 -a 3 --additional-suffix=.jpg - "$stick/affiches/"
    said=$(grep -c 'CLE: ' "$work/log")
    plug
    if catch; then
        caught=yes
        rm -rf "${stick:?}"/*
        pull
        # shellcheck disable=SC2046
        kill -CONT $(child)
        says '/media/CLE: source-\(gone\|changed\|failed\)$'
        break
    fi
    says '/media/CLE: taken$'
    pull
done
[ $caught = yes ] || fault "no copy could be interrupted"
run store --store "$store"
expect_status 0
expect out "^\* $((6 + try)) "
[ -d "/proc/$show" ] || fault "the show is over"
new_stick
programme "$stick" 2026-01-30 Revenu 3
plug_and_pull taken
expect_screen "$store/current/programme" "a stick that came after"
stop

# A receipt is left where that is wanted and can be; sticks that were plugged
# before the start are taken in, too.
settings 'recu_sur_cle: oui'
programme "$stick" 2026-01-31 Avant 3
plug
begin
says '/media/CLE: taken$'
pull
grep -q '3 soirées' "$stick/compte-rendu.txt" || fault "no receipt on the stick"
rm "$stick/compte-rendu.txt"
programme "$stick" 2026-02-01 Fermee 3
plug /media/CLE ro
says '/media/CLE: taken$'
pull
[ ! -e "$stick/compte-rendu.txt" ] || fault "a stick was written to that is not to"
stop

# Inbox folders, and no sticks where those are not wanted.
settings 'cle_usb: non' "dossiers: [$work/inbox, $work/second]"
mkdir "$work/inbox"
plug
begin
says 'on screen'
programme "$work/inbox" 2026-02-02 Boite 3
says "$work/inbox: taken\$"
expect_screen "$work/inbox" "what was put into the inbox"
programme "$work/second" 2026-02-03 Seconde 3
says "$work/second: taken\$"
expect_screen "$work/second" "what was put into the second one"
if grep -q 'taking in /media' "$work/log"; then
    fault "a stick was taken in though the settings say no"
fi
pull
"$KIOSK" store --back --store "$store" >/dev/null || fault "no way back"
expect_screen "$work/inbox" "the one before"
stop

# What was gone back from does not return by itself: the second folder comes
# behind the first, so what is said of the first one says it of both.
begin
says 'on screen'
programme "$work/inbox" 2026-02-04 Plus 3
says "$work/inbox: taken\$"
if grep -q "$work/second: taken" "$work/log"; then
    fault "what was gone back from has returned"
fi
stop

# The current programme is damaged: the one before is shown.
settings
current=$(basename "$(readlink "$store/current")")
echo nonsense >"$store/$(readlink "$store/current")/manifest"
begin
says 'showing .*/slots/'
if grep -q "showing .*/$current/" "$work/log"; then
    fault "a damaged programme was shown"
fi
stop

# A full disk: 4 MB of it are not for programmes.
mkdir "$work/small"
mount -t tmpfs -o size=6m tmpfs "$work/small"
store=$work/small/store
new_stick
programme "$stick" 2026-01-05 Petit 3
begin
plug_and_pull taken
says 'slots/0001'
head -c 3000000 /dev/urandom >"$stick/affiches/lourde.jpg"
programme "$stick" 2026-01-06 Lourd 3
plug_and_pull '\(too-large\|store-full\)'
expect_slot 1
rm "$stick/affiches/lourde.jpg"
plug_and_pull taken
expect_slot 2
expect_screen "$stick" "the programme that fits"

# The store cannot be written any more: what it has is shown, and followed no
# further; inbox folders are shown as they are only where it has nothing.
mount -o remount,ro "$work/small"
programme "$stick" 2026-01-07 Ferme 3
plug_and_pull store-read-only
expect_screen "$work/small/store/current/programme" "what the store has"
stop
begin
says 'slots/0002/programme: 3 events'
stop
settings "dossiers: $work/inbox"
mkdir "$work/none"
mount -t tmpfs -o ro tmpfs "$work/none"
store=$work/none/store
begin
expect_screen "$work/inbox" "an inbox without a store"
programme "$work/inbox" 2026-02-05 Direct 3
says "$work/inbox: store-read-only\$"
expect_screen "$work/inbox" "what is new in an inbox without a store"
stop

# Where inotify is not to be had, folders are looked at.
echo 0 >/proc/sys/user/max_inotify_instances
programme "$work/folder" 2026-01-05 Regarde 3
settings
start --now "$sample_now" --settings "$settings" --settle 200 "$work/folder"
expect_screen "$work/folder" "a folder without inotify"
programme "$work/folder" 2026-01-05 Revu 3
expect_screen "$work/folder" "what was seen without inotify"
stop

end_screen
umount -l "$work/small" "$work/none"
finish
