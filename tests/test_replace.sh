#!/bin/sh
# SPDX-License-Identifier: MIT
# A thousand replacements of the programme by good, broken, half and empty ones
# while it is shown: no crash, no black frame, the last good one on screen each
# time. KIOSK_ROUNDS says how many; a build with sanitizers makes fewer.
. "$KIOSK_TESTS/support/shell.sh"
size=320x180
. "$KIOSK_TESTS/support/screen.sh"

folder=$work/folder
mkdir "$folder"
convert -size 60x80 xc:teal "$folder/affiche.png"
cat >"$folder/programme.yaml" <<'END'
titre: Nos soirées
annee: 2026
theme: {paper: "#ffeedd"}
evenements:
  - {date: 18 janvier 18h, titre: Soirée, affiche: affiche.png}
END
printf 'transition: aucune\nsecondes: 600\n' >"$work/screen.yaml"
rounds=${KIOSK_ROUNDS-1000}
if [ -z "${KIOSK_ROUNDS-}" ] && is_sanitized; then
    rounds=100
fi

start --now "$sample_now" --settings "$work/screen.yaml" --settle 20 "$folder"
says 'on screen'
python3 "$KIOSK_TESTS/support/replace.py" "$show" "$work/log" "$folder" \
    "$work/Xvfb_screen0" "$rounds" "${KIOSK_SEED-1}" || {
    fault "the replacements"
    tail -n 20 "$work/log"
}
stop
end_screen
finish
