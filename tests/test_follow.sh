#!/bin/sh
# SPDX-License-Identifier: MIT
# The show follows its folder, however it is written to: what is whole comes
# on screen, what is broken changes nothing.
. "$KIOSK_TESTS/support/shell.sh"
. "$KIOSK_TESTS/support/screen.sh"

folder=$work/folder
printf 'transition: aucune\nsecondes: 600\n' >"$work/screen.yaml"
convert -size 300x400 xc:teal "$work/teal.png"
convert -size 300x400 xc:coral "$work/coral.png"

# programme TITLE [EVENTS]: a programme whose first event has that title.
programme() {
    echo 'titre: Nos soirées'
    echo 'annee: 2026'
    echo 'evenements:'
    for day in $(seq "${2-1}"); do
        echo "  - {date: $((17 + day)) janvier 18h, titre: $1 $day," \
            "affiche: affiche.png}"
    done
}

# expect_screen WORDS: the folder is on screen as it is now.
expect_screen() {
    draw --settings "$work/screen.yaml" --slide 1 "$folder"
    sees "$(echo "$work"/drawn/01-*)" "$1"
}

# expect_no_change WORDS: what was drawn last still is on screen, beneath the
# notice.
expect_no_change() {
    draw --settings "$work/screen.yaml" --slide 1 "$work/good"
    sees_part "$(echo "$work"/drawn/01-*)" "after $1, the programme before it"
}

follow() {
    start --now "$sample_now" --settings "$work/screen.yaml" --settle 200 "$@"
}

mkdir "$folder"
cp "$work/teal.png" "$folder/affiche.png"
programme Un 4 >"$folder/programme.yaml"
follow "$folder"
expect_screen "the first programme"
says "showing $folder: 4 events"

# Each way to save a file.
programme Copie 4 >"$work/new.yaml"
cp "$work/new.yaml" "$folder/programme.yaml"
expect_screen "a file that was copied over"

programme Lent 4 >"$work/new.yaml"
{
    head -c 50 "$work/new.yaml"
    sleep 0.1
    tail -c +51 "$work/new.yaml"
} >"$folder/programme.yaml"
expect_screen "a file that was written slowly"

programme Renomme 4 >"$folder/programme.yaml.tmp"
mv "$folder/programme.yaml.tmp" "$folder/programme.yaml"
expect_screen "a file that another was renamed over"

programme Efface 4 >"$work/new.yaml"
rm "$folder/programme.yaml"
cp "$work/new.yaml" "$folder/programme.yaml"
expect_screen "a file that was deleted and made anew"

sed -i 's/Efface/Sed/' "$folder/programme.yaml"
expect_screen "what sed -i wrote"

# As vim does where it keeps a copy.
mv "$folder/programme.yaml" "$folder/programme.yaml~"
programme Vim 4 >"$folder/programme.yaml"
touch "$folder/4913" "$folder/.programme.yaml.swp"
rm "$folder/programme.yaml~" "$folder/4913"
expect_screen "what vim wrote"

# Pictures: beside the programme, and in a folder that comes later.
cp "$work/coral.png" "$folder/affiche.png"
expect_screen "a poster that was copied over"
mkdir "$folder/affiches"
cp "$work/teal.png" "$folder/affiches/new.png"
mv "$folder/affiches/new.png" "$folder/affiches/affiche.png"
rm "$folder/affiche.png"
expect_screen "a poster in a new folder"
cp "$work/coral.png" "$folder/affiches/affiche.png"
expect_screen "a poster in a folder that is no longer new"

# The folder itself.
cp -r "$folder" "$work/next"
programme Dossier 4 >"$work/next/programme.yaml"
mv "$folder" "$work/former"
mv "$work/next" "$folder"
expect_screen "another folder in its place"
programme Encore 4 >"$folder/programme.yaml"
expect_screen "what was written into that one"

# Broken, empty, gone: nothing changes but the notice.
rm -rf "$work/good"
cp -r "$folder" "$work/good"
forget
printf 'titre: [Un\n  - {date: 20 janvier\n' >"$folder/programme.yaml"
says "not showing $folder"
expect_no_change "a broken file"
: >"$folder/programme.yaml"
says "not showing $folder"
expect_no_change "an empty file"
rm "$folder/programme.yaml"
says "not showing $folder: no-programme"
expect_no_change "a deleted file"
rm -rf "$folder"
says "not showing $folder"
expect_no_change "a deleted folder"
cp -r "$work/good" "$folder"
expect_screen "the programme that came back"

# Half a programme that can be read is waited for, then believed.
programme Moitie 9 >"$folder/programme.yaml"
says "showing $folder: 9 events"
expect_screen "more events"
programme Moitie 3 >"$folder/programme.yaml"
says 'lost most of its events'
programme Moitie 8 >"$folder/programme.yaml"
says "showing $folder: 8 events"
programme Fin 2 >"$folder/programme.yaml"
says 'lost most of its events'
says 'it has 2 events, where there were 8'
draw --settings "$work/screen.yaml" --slide 1 "$folder"
sees_part "$(echo "$work"/drawn/01-*)" \
    "what has lost most of its events, after a while, beneath a notice"

# What a stranger's folder may hold: nothing outside is opened, nothing waits.
cp "$work/teal.png" "$work/outside.png"
rm -rf "$folder/affiches"
ln -s ../outside.png "$folder/affiche.png"
programme Lien 2 >"$folder/programme.yaml"
expect_screen "a link that leaves the folder"
rm "$folder/affiche.png"
mkfifo "$folder/affiche.png"
programme Tuyau 2 >"$folder/programme.yaml"
expect_screen "a pipe in place of a poster"
rm "$folder/affiche.png"
truncate -s 5G "$folder/affiche.png"
programme Enorme 2 >"$folder/programme.yaml"
expect_screen "a huge poster"
rm -rf "$work/good"
cp -r --sparse=always "$folder" "$work/good"
rm "$folder/programme.yaml"
mkfifo "$folder/programme.yaml"
forget
says "not showing $folder"
expect_no_change "a pipe in place of the programme"
rm "$folder/programme.yaml" "$folder/affiche.png"
truncate -s 5G "$folder/programme.yaml"
says "not showing $folder"
rm "$folder/programme.yaml"

# Very many files, and one of them counts.
mkdir "$folder/affiches"
(cd "$folder/affiches" && seq -f '%g.jpg' 5000 | xargs touch)
cp "$work/coral.png" "$folder/affiches/affiche.png"
programme Foule 2 >"$folder/programme.yaml"
expect_screen "a programme among 5,000 files"
cp "$work/teal.png" "$folder/affiches/affiche.png"
expect_screen "a poster among 5,000 files"

# Written again and again while it is read; the last one counts.
for i in $(seq 200); do
    programme "Hâte $i" 2 >"$folder/programme.yaml"
done
expect_screen "the last one of many"
stop

# A broken programme is the only one there is: what can be saved of it is
# shown, until a whole one comes.
{
    programme Sauve 3
    printf '  - {date: 30 janvier, titre: "Cass\n'
} >"$folder/programme.yaml"
follow "$folder"
says "showing $folder: 3 events"
programme Entier 1 >"$folder/programme.yaml"
expect_screen "the whole one"
stop

# A file is named, and its folder is followed.
follow "$folder/programme.yaml"
expect_screen "a named file"
cp "$work/coral.png" "$folder/affiches/affiche.png"
expect_screen "a poster beside a named file"
stop

end_screen
finish
