#!/bin/sh
# SPDX-License-Identifier: MIT
# A phone reads what is on screen: every slide of the sample loop is given to
# zbarimg, which must find exactly the codes that belong there.
. "$KIOSK_TESTS/support/shell.sh"

if ! command -v zbarimg >"$work/zbarimg"; then
    echo "zbarimg is missing: install zbar-tools"
    exit 1
fi

# links PROGRAMME: what the links slides lead to, from the programme itself.
links() {
    sed -n '/^liens:/,/^[a-z]/ s/^  [^:]*: *//p' "$1/programme.yaml"
    sed -n 's/^contact: *\(.*@.*\)/mailto:\1/p' "$1/programme.yaml"
}

# registrations SIZE: a line for each slide, its kind and the link of its
# event, as the agenda has them.
registrations() {
    "$KIOSK" agenda --json --now "$sample_now" --size "$1" \
        "$KIOSK_PROGRAMME" | jq -r '.events as $events | .slides[] |
        . as $slide | .kind + "\t" +
        (if .kind == "event"
         then [$events[] | select(.title == $slide.title)][0].register // ""
         else "" end)'
}

# read_codes PICTURE: a line for each code that is found in it, sorted.
read_codes() {
    zbarimg -q --raw -Sbinary=0 --nodbus -Sdisable -Sqrcode.enable "$1" \
        2>"$work/zbar" | sort
}

# written_codes BOXES: what the layout says it drew, sorted.
written_codes() {
    awk -F '\t' '$1 == "qr" { print $11 }' "$1" | sort
}

# check_slide SIZE NUMBER KIND LINK
check_slide() {
    picture=$(echo "$work/$1/$2-"*.png)
    read_codes "$picture" >"$work/read"
    written_codes "${picture%.png}.boxes.txt" >"$work/written"
    if ! diff "$work/written" "$work/read"; then
        fault "$1, slide $2: < was drawn, > was read"
    fi
    cat "$work/read" >>"$work/$1/all"
    if [ "$3" = event ] && [ "$(cat "$work/read")" != "$4" ]; then
        fault "$1, slide $2: the code says $(cat "$work/read"), not $4"
    fi
    if [ "$3" = links ] && [ ! -s "$work/read" ]; then
        fault "$1, slide $2: there is no code"
    fi
}

for size in 1920x1080 1080x1920 1280x720 800x480; do
    run snapshot --boxes --now "$sample_now" --size "$size" \
        -o "$work/$size" "$KIOSK_PROGRAMME"
    expect_status 0
    number=0
    registrations "$size" >"$work/slides"
    while IFS="$(printf '\t')" read -r kind link; do
        number=$((number + 1))
        check_slide "$size" "$(printf %02d "$number")" "$kind" "$link"
    done <"$work/slides"
    if [ "$number" -lt 10 ]; then
        fault "$size: the loop has only $number slides"
    fi
    links "$KIOSK_PROGRAMME" >"$work/links"
    if [ "$(wc -l <"$work/links")" -lt 3 ]; then
        fault "the sample programme has too few links to prove anything"
    fi
    while read -r link; do
        if ! grep -qxF -- "$link" "$work/$size/all"; then
            fault "$size: no code leads to $link"
        fi
    done <"$work/links"
done

finish
