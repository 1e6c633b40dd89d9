# SPDX-License-Identifier: MIT
# Sourced, behind shell.sh, by the tests that run the real show on a virtual
# screen. Ended by end_screen.

# shellcheck shell=sh

# Not the size of a window nobody asked for.
size=${size-1152x648}
unset WAYLAND_DISPLAY SDL_VIDEODRIVER KIOSK_PRESENT

# Without -noreset the server begins anew when its last client goes, and a show
# that starts at that moment is not let in.
# With the screen as a file, $work/Xvfb_screen0, for those who look at it often.
# shellcheck disable=SC2086 # words
Xvfb -displayfd 3 -screen 0 ${size}x24 -nolisten tcp -noreset -fbdir "$work" \
    ${screen_options-} \
    3>"$work/display" 2>"$work/xvfb" &
xvfb=$!
wait_for [ -s "$work/display" ] || { cat "$work/xvfb"; finish; }
DISPLAY=:$(cat "$work/display")
export DISPLAY

end_screen() {
    kill "$xvfb"
    wait "$xvfb" 2>/dev/null
}

# start ARGUMENTS: the show runs as $show, its messages go to $work/log.
start() {
    : >"$work/log"
    : >"$work/heard"
    "$KIOSK" show "$@" 2>>"$work/log" &
    show=$!
}

# has_ended STATUS
has_ended() {
    if wait_for is_gone "$show"; then
        wait "$show"
        status=$?
        [ "$status" -eq "$1" ] && return
        fault "the show ended with $status, not $1:"
    else
        kill -KILL "$show"
    fi
    cat "$work/log"
}

# A process that ended stays as a zombie until it is waited for.
is_gone() {
    ! [ -d "/proc/$1" ] || grep -q '^State:.Z' "/proc/$1/status" 2>/dev/null
}

# What is on the screen, in few letters; with the arrow of a mouse, if any.
glance() {
    md5sum <"$work/Xvfb_screen0"
}

# looks_like GLANCE
looks_like() {
    [ "$(glance)" = "$1" ]
}

# at SCREEN: the show says that the visitor is there now, and not before; where
# it was on the way there is not heard later.
at() {
    says "a visitor is at the $1\$"
    seq "$line" >>"$work/heard"
}

# reads PATTERN: a phone finds codes on the screen, and one says so.
reads() {
    import -silent -window root "$work/look.png" &&
        zbarimg -q --raw -Sbinary --nodbus -Sdisable -Sqrcode.enable \
            "$work/look.png" >"$work/read" 2>"$work/zbar"
    grep -qE -- "$1" "$work/read"
}

# pixel X Y: blue, green and red, as " c3 da e6".
pixel() {
    behind=$((${size%x*} * (${size#*x} - $2) - $1))
    tail -c $((behind * 4)) "$work/Xvfb_screen0" | head -c 3 | od -An -tx1
}

# What a picture shows, in few letters.
digest() {
    convert "$1" -alpha off -depth 8 rgb:- | md5sum
}

# on_screen DIGEST
on_screen() {
    [ "$(import -silent -window root -depth 8 rgb:- | md5sum)" = "$1" ]
}

# sees PICTURE WORDS
sees() {
    if ! wait_for on_screen "$(digest "$1")"; then
        fault "$2 is not on the screen"
        cat "$work/log"
    fi
}

# sees_part PICTURE WORDS: the same of the corner that no card lies over.
sees_part() {
    convert "$1" -crop $corner +repage "$work/corner.png"
    if ! wait_for corner_is "$(digest "$work/corner.png")"; then
        fault "$2 is not on the screen"
        cat "$work/log"
    fi
}

corner=460x180+0+0

corner_is() {
    [ "$(import -silent -window root -crop $corner -depth 8 rgb:- |
        md5sum)" = "$1" ]
}

# draw ARGUMENTS: what is to be seen goes to $work/drawn.
draw() {
    rm -rf "$work/drawn"
    "$KIOSK" snapshot --size $size --now "$sample_now" -o "$work/drawn" "$@" \
        2>"$work/snapshot"
}

# slide NUMBER: its picture
slide() {
    echo "$work/drawn/$(printf %02d "$1")"-*.png
}

# stop: ends the show, as the system would, once it listens.
stop() {
    wait_for grep -q 'on screen' "$work/log"
    kill -TERM "$show"
    has_ended 0
}

# says PATTERN: waits for a line of the show's that matches. Each line is heard
# once.
says() {
    if ! wait_for has_said "$1"; then
        fault "the show does not say '$1' but:"
        cat "$work/log"
    fi
}

has_said() {
    line=$(grep -n -- "$1" "$work/log" | cut -d: -f1 |
        grep -vxF -m 1 -f "$work/heard") && echo "$line" >>"$work/heard"
}

# forget: what was said until now is not heard any more.
forget() {
    seq "$(wc -l <"$work/log")" >"$work/heard"
}
