#!/bin/sh
# SPDX-License-Identifier: MIT
# What no repository can hold: pipes, links out of the folder, files too large
# or not to be read. check tells what is wrong and where; snapshot draws what
# can be shown or the page that says what to do; neither hangs. The wrong
# programmes under programmes/bad are drawn, too.
. "$KIOSK_TESTS/support/shell.sh"

export LC_ALL=C.UTF-8
pictures=$KIOSK_TESTS/pictures
PATIENCE=120 # seconds; only a command that hangs needs them

cd "$work" || exit 1

# draws FOLDER: the loop, or the notice. It may find faults, not fail.
draws() {
    timeout "$PATIENCE" "$KIOSK" snapshot --now "$sample_now" \
        --size 480x320 -o "$work/drawn" "$1" >"$work/said" 2>&1
    drawn=$?
    if [ "$drawn" -gt 1 ] || ! [ -s "$work/drawn/contact-sheet.png" ]; then
        fault "snapshot of $1: exit status $drawn"
        cat "$work/said"
    fi
}

# notice|slides FOLDER: what was drawn of it.
notice() {
    if ! [ -s "$work/drawn/01-notice.png" ]; then
        fault "snapshot of $1: no notice, but $(ls "$work/drawn")"
    fi
    rm -r "$work/drawn"
}
slides() {
    if ! [ -s "$work/drawn/01-event-$2.png" ]; then
        fault "snapshot of $1: no slide of $2, but $(ls "$work/drawn")"
    fi
    rm -r "$work/drawn"
}

# tells FOLDER STATUS PATTERN
tells() {
    timeout "$PATIENCE" "$KIOSK" check --now "$sample_now" "$1" \
        >"$work/out" 2>"$work/err"
    status=$?
    words="kiosk check $1"
    expect_status "$2"
    expect out "$3"
}

# programme FOLDER PICTURE…: an event for each, called A.
programme() {
    folder=$1
    shift
    mkdir -p "$folder"
    printf 'annee: 2026\nevenements:\n' >"$folder/programme.yaml"
    day=20
    for picture in "$@"; do
        echo "  - {date: $day janvier, titre: A, affiche: $picture}" \
            >>"$folder/programme.yaml"
        day=$((day + 1))
    done
}

tells missing 1 "^missing: error: there is no folder 'missing'$"
draws missing
notice missing

mkdir empty
mkdir -p folder/programme.yaml
mkdir pipe
mkfifo pipe/programme.yaml
mkdir loop
ln -s programme.yaml loop/programme.yaml
mkdir nowhere
ln -s "$work/no/such/file" nowhere/programme.yaml
mkdir endless
ln -s /dev/zero endless/programme.yaml
for name in empty folder pipe loop nowhere endless; do
    tells $name 1 "^$name: error: the folder '$name' holds no programme$"
    draws $name
    notice $name
done

mkdir large
truncate -s 65M large/programme.yaml
tells large 1 '^programme.yaml: error: the file is larger than 4 MiB$'
draws large
notice large

if [ "$(id -u)" -ne 0 ]; then
    programme unreadable
    chmod 0 unreadable/programme.yaml
    tells unreadable 1 '^programme.yaml: error: .*cannot be read'
    draws unreadable
    notice unreadable
fi

# Where the poster cannot be had the event is shown without.
programme linked out.png
cp "$pictures/rgb-8.png" outside.png
ln -s ../outside.png linked/out.png
tells linked 1 "^programme.yaml:3:43: error: .*'out.png' is not in the"
draws linked
slides linked a

programme pictured cut-off.jpg zero-width.png wide-20001.png text.jpg \
    empty.jpg missing.png pipe.png folder.png
for picture in cut-off.jpg zero-width.png wide-20001.png text.jpg empty.jpg; do
    cp "$pictures/$picture" pictured/
done
mkfifo pictured/pipe.png
mkdir pictured/folder.png
tells pictured 1 "^programme.yaml:3:43: error: .*'cut-off.jpg' is cut off$"
expect out "^programme.yaml:4:43: error: .*'zero-width.png' cannot be shown"
expect out "^programme.yaml:5:43: error: .*'wide-20001.png' is too large: 20001"
expect out "^programme.yaml:6:43: error: .*'text.jpg' cannot be shown"
expect out "^programme.yaml:7:43: error: .*'empty.jpg' is an empty file$"
expect out "^programme.yaml:8:43: error: .*'missing.png'"
expect out "^programme.yaml:9:43: error: .*'pipe.png'"
expect out "^programme.yaml:10:43: error: .*'folder.png'"
draws pictured
slides pictured a

# A picture with another kind's name is shown, and told.
programme mislabelled png-named.jpg
cp "$pictures/png-named.jpg" mislabelled/
tells mislabelled 0 "^programme.yaml:3:43: warning: .*is really a PNG file$"
draws mislabelled
slides mislabelled a

programme long
long=$(printf '%10000s' '' | tr ' ' a)
echo "  - {date: 20 janvier, titre: A $long}" >>long/programme.yaml
tells long 0 "^programme.yaml:3:[0-9]*: warning: 'titre' is longer than"
draws long
slides long a

# A folder may be reached through a link.
programme real rgb-8.png
cp "$pictures/rgb-8.png" real/
ln -s real alias
tells alias 0 'too small to be sharp'
draws alias
slides alias a

# The sanitizers look at one in four.
number=0
for case in "$KIOSK_TESTS"/programmes/bad/*/; do
    number=$((number + 1))
    if [ $((number % 4)) -eq 0 ] || ! is_sanitized; then
        draws "$case"
        rm -rf "$work/drawn"
    fi
done

finish
