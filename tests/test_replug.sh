#!/bin/sh
# SPDX-License-Identifier: MIT
# A TV is switched off and on while the show runs: the window is opened again,
# and the slide that stood stands again.
. "$KIOSK_TESTS/support/shell.sh"
# The server must not begin anew when its only client goes.
screen_options=-noreset
. "$KIOSK_TESTS/support/screen.sh"

tv=$work/drm/card0-HDMI-A-1
mkdir -p "$tv"
export KIOSK_OUTPUTS="$work/drm"

plug() {
    printf '1152x648\n' >"$tv/modes"
    echo connected >"$tv/status"
}

unplug() {
    echo disconnected >"$tv/status"
    : >"$tv/modes"
}

plug
echo 'secondes: 600' >"$work/screen.yaml"
draw --settings "$work/screen.yaml" "$KIOSK_PROGRAMME"
for KIOSK_PRESENT in surface renderer; do
    # What a renderer's driver leaks is gone with it when it is unloaded.
    export KIOSK_PRESENT ASAN_OPTIONS=detect_leaks=0
    start --verbose --settings "$work/screen.yaml" --now "$sample_now" \
        "$KIOSK_PROGRAMME"
    sees "$(slide 1)" 'the first slide'
    for time in once twice; do
        unplug
        says 'no display is connected'
        plug
        says 'replaced or switched on'
        sees "$(slide 1)" "the slide that stood, $time with a $KIOSK_PRESENT"
    done
    # It listens to hands still.
    xdotool mousemove 300 300 click 1
    says 'a visitor is at'
    stop
done
end_screen
finish
