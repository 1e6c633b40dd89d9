#!/bin/sh
# SPDX-License-Identifier: MIT
# kiosk snapshot draws the loop without any display, each time the same.
. "$KIOSK_TESTS/support/shell.sh"

unset DISPLAY WAYLAND_DISPLAY
drawn=$work/new/folder

# size_of PICTURE
size_of() {
    identify -format '%wx%h' "$1"
}

run snapshot --size 480x320 --now "$sample_now" --boxes -o "$drawn" \
    "$KIOSK_PROGRAMME"
expect_status 0
slides=$("$KIOSK" agenda --json --size 480x320 --now "$sample_now" \
    "$KIOSK_PROGRAMME" | jq '.slides | length')
count=$(find "$drawn" -name '[0-9]*.png' | wc -l)
if [ "$count" -ne "$slides" ]; then
    fault "$count pictures of $slides slides"
fi
for picture in "$drawn"/[0-9]*.png; do
    if [ "$(size_of "$picture")" != 480x320 ]; then
        fault "$picture is $(size_of "$picture")"
    fi
    if [ ! -s "${picture%.png}.boxes.txt" ]; then
        fault "$picture has no boxes"
    fi
done
if [ ! -f "$drawn/01-event-foodcoop.png" ]; then
    fault "the first slide has another name:"
    ls "$drawn"
fi
if ! [ -f "$drawn/contact-sheet.png" ]; then
    fault "there is no contact sheet"
fi
# kind, box, room, whole or cut, text
awk -F '\t' 'NF != 11 || $10 !~ /^(whole|cut)$/ { wrong = 1 }
    END { exit wrong }' "$drawn"/*.boxes.txt || fault "the boxes have no form"

# One slide is the same by itself, and a second time.
run snapshot --size 480x320 --now "$sample_now" --slide 2 -o "$work/one" \
    "$KIOSK_PROGRAMME"
expect_status 0
one=$(cd "$work/one" && echo *)
if ! cmp "$work/one/$one" "$drawn/$one"; then
    fault "a slide drawn by itself differs"
fi

# Where there is nothing to be shown there is a page that says so.
run snapshot --size 480x320 -o "$work/notice" "$work/none"
expect_status 1
if ! [ -f "$work/notice/01-notice.png" ]; then
    fault "there is no notice page"
fi

# A folder that cannot be written to.
: >"$work/file"
run snapshot --size 64x64 --slide 1 --now "$sample_now" -o "$work/file/in" \
    "$KIOSK_PROGRAMME"
expect_status 1
expect err "cannot write $work/file/in"

finish
