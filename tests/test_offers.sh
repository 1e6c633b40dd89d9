#!/bin/sh
# SPDX-License-Identifier: MIT
# ecran.yaml on the partition any computer can edit: the real show takes it
# over when it starts, and says so on the screen.
. "$KIOSK_TESTS/support/shell.sh"
. "$KIOSK_TESTS/support/screen.sh"

store=$work/store
card=$work/card
mkdir "$card"
run import --store "$store" --now "$sample_now" "$KIOSK_PROGRAMME"
expect_status 0

# boot: as the service does it
boot() {
    start --now "$sample_now" --store "$store" --settings-in "$card"
    says 'on screen after'
}

differs() {
    ! corner_is "$1"
}

# covered PICTURE WORDS: a card lies somewhere over the slide.
covered() {
    wait_for differs "$(digest "$1")" || fault "nothing says $2"
}

corner=$size+0+0
printf 'lieu: La Base\ntaille_texte: grande\nsecondes: 600\n' \
    >"$card/Ecran.yaml.txt"
draw --settings "$card/Ecran.yaml.txt" "$KIOSK_PROGRAMME"
boot
says 'are taken over'
covered "$(slide 1)" 'that settings were taken over'
stop

# They were kept, and are not news again.
boot
sees "$(slide 1)" 'the slide in large letters'
stop

# What is wrong is told, and nothing changes.
printf 'lieu: La Base\nrotation: 45\n' >"$card/Ecran.yaml.txt"
boot
says 'are not taken'
covered "$(slide 1)" 'that settings are wrong'
stop

# Without the file everything is as it was before.
rm "$card/Ecran.yaml.txt"
: >"$card/config.txt"
draw "$KIOSK_PROGRAMME"
boot
sees "$(slide 1)" 'the slide as without settings'
stop

run show --settings-in
expect_status 2
end_screen
finish
