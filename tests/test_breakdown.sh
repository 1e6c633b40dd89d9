#!/bin/sh
# SPDX-License-Identifier: MIT
# A programme with which the show breaks down again and again: the one before
# it comes on screen, and if that does no better none does, until a new one is
# brought.
size=640x360
. "$KIOSK_TESTS/support/shell.sh"
. "$KIOSK_TESTS/support/screen.sh"

# The breakdowns are ours: they are to happen at once.
export ASAN_OPTIONS="handle_segv=0:${ASAN_OPTIONS-}"
store=$work/store

# make_programme NAME DAY
make_programme() {
    mkdir "$work/$1"
    printf 'titre: %s\nmaj: 2026-01-%s\nannee: 2026\nevenements:\n' "$1" "$2" \
        >"$work/$1/programme.yaml"
    printf '  - {date: 20 janvier, titre: Soirée %s}\n' "$1" \
        >>"$work/$1/programme.yaml"
    run import --now "$sample_now" --store "$store" "$work/$1"
    expect_status 0
}

# begins_with SLOT: the show starts, with that programme.
begins_with() {
    start --now "$sample_now" --store "$store"
    wait_for grep -q '^kiosk: showing ' "$work/log"
    grep -q "showing $store/slots/000$1/" "$work/log" ||
        fault "not that of slot $1: $(cat "$work/log")"
}

# It counts from the beginning on: nobody waits for the picture.
breaks_down() {
    kill -SEGV "$show"
    wait "$show"
    status=$?
    [ $status -eq 139 ] || fault "$status is no breakdown: $(cat "$work/log")"
}

make_programme Old 01
make_programme New 02

# An end is no breakdown.
begins_with 2
stop
for _ in 1 2 3; do
    begins_with 2
    breaks_down
done
begins_with 1
says 'on screen after'
grep -q 'broke down 3 times with a programme: showing the one before' \
    "$work/log" || fault "it does not say why: $(cat "$work/log")"
# The card that tells of it lies on the slide.
draw "$work/Old"
on_screen "$(digest "$(slide 1)")" && fault "nothing tells of it on screen"
[ -z "${PICTURES-}" ] || import -silent -window root "$PICTURES/former.png"
breaks_down

# It stays so, until that one does no better.
for _ in 2 3; do
    begins_with 1
    breaks_down
done
start --now "$sample_now" --store "$store"
says 'showing none'
says 'on screen after'
grep -q 'showing .*slots' "$work/log" && fault "it shows one all the same"
[ -z "${PICTURES-}" ] || import -silent -window root "$PICTURES/bare.png"

# A new one is worth a try.
make_programme Newest 03
says "showing $store/slots/0003/"
kill -TERM "$show"
has_ended 0
begins_with 3
stop

end_screen
finish
