#!/bin/sh
# SPDX-License-Identifier: MIT
# kiosk import takes a programme into the store and says what became of it;
# nothing that a stranger's folder holds reaches beyond it.
. "$KIOSK_TESTS/support/shell.sh"

store=$work/store
folder=$work/folder
mkfifo "$work/pipe"

# write_programme UPDATED [LINES]: a new folder with a small programme.
write_programme() {
    rm -rf "$folder"
    mkdir -p "$folder/affiches"
    {
        echo 'titre: Les soirées'
        echo "maj: $1"
        echo 'annee: 2026'
        echo 'contact: moi@exemple.org'
        echo 'evenements:'
        echo '  - {date: 20 janvier, titre: Un, affiche: un.jpg}'
        echo '  - {date: 23 avril, titre: Deux, affiche: affiches/deux.jpg}'
        printf '%s' "${2-}"
    } >"$folder/programme.yaml"
    echo un >"$folder/un.jpg"
    echo deux >"$folder/affiches/deux.jpg"
}

take() {
    run import --store "$store" --now "$sample_now" --language fr "$@" "$folder"
}

# expect_current NUMBER: that slot is current, and everything is sound.
expect_current() {
    run store --store "$store"
    expect_status 0
    expect out "^\* $1 "
}

taken_files() {
    (cd "$store/current/programme" && find . -type f | LC_ALL=C sort)
}

# Taken, the same, newer, older.
write_programme 2026-01-05
take --stick
expect_status 0
expect_nothing err
expect out 'Programme mis à jour : 2 soirées, du 20 janvier au 23 avril\.'
expect out 'Vous pouvez retirer la clé\.'
expect_current 1
run import --store "$store" --now "$sample_now" --language en "$folder"
expect_status 0
expect out 'up to date already: 2 events, from 20 January to 23 April\.'
if grep -q stick "$work/out"; then
    fault "a folder that is no stick is told to be one"
fi
expect_current 1
write_programme 2026-01-06
take
expect_status 0
expect_current 2
cmp -s "$work/out" "$store/receipt.txt"
write_programme 2026-01-05
take
expect_status 1
expect out 'du 5 janvier, est plus ancien que celui de l’écran, du 6 janvier'
expect_current 2
grep -q 'plus ancien' "$store/receipt.txt" || fault "no receipt.txt"

# Back, and back again.
run store --back --store "$store"
expect_status 0
expect out '^\* 1 '
# What was gone back from is not taken from a stick that was left plugged.
write_programme 2026-01-06
take --stick
expect_status 1
expect out 'a été écarté sur cet écran, qui garde le précédent'
expect_current 1
run store --back --store "$store"
expect out '^\* 2 '
run store --back --store "$store/none"
expect_status 1
run store --store "$work/none"
expect_status 1
expect err 'no such folder'

# The last three are kept.
for day in 07 08 09; do
    write_programme "2026-01-$day"
    take
done
expect_current 5
[ "$(ls "$store/slots" | wc -l)" -eq 3 ] || fault "not three slots"

# Something is missing, something is wrong: taken without it, and said so.
write_programme 2026-02-01 '  - {date: 30 février, titre: Trois}
  - {titre: Quatre}
  - {date: 1er mars, titre: Cinq, affiche: jazz.jpg}
'
take
expect_status 0
expect out ' : 3 soirées, du 20 janvier au 23 avril\. 2 erreurs : '
expect out '1 affiche manque : jazz.jpg\.'
expect out '^programme.yaml, ligne 8 : .*30 février'
expect_current 6

# Nothing that can be shown changes nothing.
for text in '' 'evenements: []' 'titre: [' '{' "$(printf '\001')"; do
    echo "$text" >"$folder/programme.yaml"
    take
    expect_status 1
    expect out 'rien ne change'
    expect_current 6
done
mv "$folder/programme.yaml" "$folder/programe.yaml"
take
expect_status 1
expect out 'Aucun fichier programme.yaml'
run import --store "$store" "$work/none"
expect_status 1
expect out 'cannot be read'
expect_current 6

# Only what a programme needs is taken, by the name it is looked for.
rm -rf "$store"
write_programme 2026-01-05
mkdir "$folder/photos" "$folder/LOGOS" "$folder/.Trashes"
for file in photos/a.jpg holidays.jpg LOGOS/b.png ._un.jpg .Trashes/c.jpg \
    affiches/notes.txt ecran.yaml README.md affiches/unnamed.webp; do
    echo "$file" >"$folder/$file"
done
mv "$folder/programme.yaml" "$folder/PROGRAMME.YAML"
take
expect_status 0
[ "$(taken_files)" = "$(printf '%s\n' ./affiches/deux.jpg \
    ./affiches/unnamed.webp ./logos/b.png ./programme.yaml ./un.jpg)" ] ||
    fault "other files are taken: $(taken_files)"

# A folder named for us counts, whatever else a stick holds.
rm -rf "$store" "$work/stick"
write_programme 2026-01-05
mkdir "$work/stick"
mv "$folder" "$work/stick/Programme"
mkdir "$folder"
mv "$work/stick/Programme" "$folder"
seq 3000 | (cd "$folder" && xargs touch)
take
expect_status 0
# But not if the programme stands among it.
mv "$folder"/Programme/* "$folder"
take
expect_status 1
expect out 'plus de 2000 fichiers'

# Links, pipes and devices are not followed, opened or waited for.
rm -rf "$store"
write_programme 2026-01-05
rm "$folder/un.jpg"
ln -s /etc/passwd "$folder/un.jpg"
mkfifo "$folder/affiches/pipe.jpg"
ln -s / "$folder/images"
ln "$folder/affiches/deux.jpg" "$folder/affiches/hard.jpg"
mknod "$folder/affiches/zero.jpg" c 1 5 2>/dev/null || true
mkdir "$folder/affiches/deep.jpg"
printf 'x' >"$folder/affiches/$(printf 'a\nb').jpg"
printf 'x' >"$folder/affiches/$(printf 'a\033[31mb').jpg"
truncate -s 500G "$folder/affiches/huge.jpg"
take
expect_status 0
expect out '1 affiche manque : un.jpg\.'
expect out '1 image dépasse 64 Mo .* : huge.jpg\.'
[ "$(taken_files)" = "$(printf '%s\n' ./affiches/deux.jpg \
    ./affiches/hard.jpg ./programme.yaml)" ] ||
    fault "strange files are taken: $(taken_files)"
rm "$folder/programme.yaml"
for target in /etc/passwd "$work/pipe" /dev/zero; do
    ln -sf "$target" "$folder/programme.yaml"
    take
    expect_status 1
    expect out 'Aucun fichier'
done
rm "$folder/programme.yaml"
mkfifo "$folder/programme.yaml"
take
expect_status 1
write_programme 2026-01-06
truncate -s 5M "$folder/programme.yaml"
take
expect_status 1
expect out 'dépassent 4 Mo'

# A programme that does not fit is refused before anything is written.
echo 'taille_max: 2 Mo' >"$work/small.yaml"
write_programme 2026-01-06
truncate -s 3M "$folder/affiches/trois.jpg"
before=$(find "$store" -newer "$work/small.yaml" ! -name receipt.txt ! -type d)
take --settings "$work/small.yaml"
expect_status 1
expect out 'fait 3,2 Mo et il n’y a de place que pour 2,0 Mo'
expect_current 1
after=$(find "$store" -newer "$work/small.yaml" ! -name receipt.txt ! -type d)
[ "$before" = "$after" ] || fault "something was written: $after"

# Signed programmes.
run key --output "$work/key"
expect_status 0
cp "$work/out" "$work/signed.yaml"
[ "$(stat -c %a "$work/key")" = 600 ] || fault "everybody may read the key"
run key --output "$work/key"
expect_status 1
run key --out "$work/other"
expect_status 0
rm -rf "$store"
write_programme 2026-01-05
take --settings "$work/signed.yaml"
expect_status 1
expect out 'n’est pas signé'
run sign --key "$work/key" "$folder"
expect_status 0
expect out '^3 files signed'
echo mine >"$folder/affiches/added.jpg"
take --settings "$work/signed.yaml"
expect_status 0
expect out '1 fichier n’est pas signé et n’a pas été pris : added.jpg\.'
[ ! -e "$store/current/programme/affiches/added.jpg" ] ||
    fault "an unsigned file is taken"
# altered WORDS: of the folder as it stands now.
altered() {
    rm -rf "$store"
    take --settings "$work/signed.yaml"
    expect_status 1
    expect out "$1"
    [ ! -e "$store/current" ] || fault "an altered programme is taken"
    run sign --key "$work/key" "$folder"
}
echo more >>"$folder/affiches/deux.jpg"
altered '^Programme mis\|affiches/deux.jpg a été modifié'
mv "$folder/un.jpg" "$work/un.jpg"
altered 'un.jpg a été modifié'
mv "$work/un.jpg" "$folder"
run sign --key "$work/key" "$folder"
sed -i 's/  un.jpg/  no.jpg/' "$folder/programme.sig"
altered 'programme.sig a été modifié'
echo nothing >"$folder/programme.sig"
altered 'programme.sig a été modifié'
run sign --key "$work/other" "$folder"
altered 'autre clé de confiance'
run sign --key "$work/small.yaml" "$folder"
expect_status 1
expect err 'no secret key'
run sign --key "$work/key" "$work/none"
expect_status 1
echo 'trusted_key: hello' >"$work/wrong.yaml"
take --settings "$work/wrong.yaml"
expect_status 1
expect out 'n’est pas une clé'

# The receipt on the stick: only if the settings say so, only on sticks, and
# never through a link.
rm -rf "$store"
write_programme 2026-01-05
echo 'recu_sur_cle: oui' >"$work/leave.yaml"
take --stick
take --settings "$work/leave.yaml"
[ ! -e "$folder/compte-rendu.txt" ] || fault "a receipt nobody asked for"
echo precious >"$work/precious"
ln -s "$work/precious" "$folder/compte-rendu.txt"
take --settings "$work/leave.yaml" --stick
expect_status 0
grep -q 'déjà à jour' "$folder/compte-rendu.txt" || fault "no receipt is left"
[ "$(cat "$work/precious")" = precious ] || fault "a link was followed"
[ ! -L "$folder/compte-rendu.txt" ] || fault "the link is still there"

# One at a time.
rm -rf "$store"
mkdir "$store"
(
    flock 9
    run import --child --store "$store" "$folder"
    expect_status 1
    expect out '^decision store-busy'
    [ "$faults" -eq 0 ]
) 9>"$store/lock" || fault "two at once"

# Disks that cannot be written, or are full.
if unshare -rm true 2>/dev/null; then
    mkdir "$work/disk"
    cat >"$work/disks.sh" <<'SCRIPT'
. "$KIOSK_TESTS/support/shell.sh"
disk=$1 folder=$2
mount -t tmpfs -o size=12m none "$disk" || exit 77
run import --store "$disk/store" --language fr "$folder"
expect_status 0
head -c 5000000 /dev/urandom >"$folder/affiches/large.jpg"
run import --store "$disk/store" --language fr "$folder"
expect_status 1
expect out 'il n’y a de place que pour'
run store --store "$disk/store"
expect_status 0
expect out '^\* 1 '
rm "$folder/affiches/large.jpg"
echo >>"$folder/programme.yaml"
mount -o remount,ro "$disk"
run import --store "$disk/store" --language fr "$folder"
expect_status 1
expect out 'n’est pas inscriptible'
run store --store "$disk/store"
expect_status 0
run store --back --store "$disk/store"
expect_status 1
expect err 'may not be'
finish
SCRIPT
    unshare -rm sh "$work/disks.sh" "$work/disk" "$folder"
    case $? in
    0) ;;
    77) echo "not tried: a tmpfs may not be mounted here" ;;
    *) fault "disks that cannot be written" ;;
    esac
else
    echo "not tried: full and read-only disks, no namespaces here"
fi

finish
