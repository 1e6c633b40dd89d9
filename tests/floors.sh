#!/bin/sh
# SPDX-License-Identifier: MIT
# Proves from the includes that every floor knows only those below it, that
# libraries stay on their floors, that files stay short and that nothing lies
# about beside them.
#
#   tests/floors.sh FOLDER-OF-THE-CODE
set -eu
cd "$1"
faults=0

fault() {
    echo "$*"
    faults=$((faults + 1))
}

# What stands at the top is fixed, so that nothing is left lying there.
top=' kiosk assets fonts programme tests script CMakeLists.txt
CMakePresets.json README.md CHANGELOG.md LICENSE '
for name in $(git -C .. ls-files 2>/dev/null | cut -d / -f 1 | sort -u); do
    case $name in
    .*) continue ;;
    esac
    # shellcheck disable=SC2086 # one name a line
    printf '%s\n' $top | grep -qxF "$name" ||
        fault "$name: does not belong at the top"
done

known=' '

# floor NAME KNOWS: whose headers a floor may include.
floor() {
    floor=$1
    known="$known$1 "
    allowed=" $* "
    for file in "$floor"/*.[ch]; do
        [ -f "$file" ] || continue
        for other in $(sed -n 's|^#include "\([^/"]*\)/.*|\1|p' "$file"); do
            case $allowed in
            *" $other "*) ;;
            *) fault "$file: $floor must not know $other" ;;
            esac
        done
    done
}

# library PATTERN FLOORS: which floors may include headers like that.
library() {
    pattern=$1
    shift
    for file in $(grep -l "^#include <$pattern" ./*/*.[ch] ./*.[ch]); do
        file=${file#./}
        case " $* " in
        *" ${file%%/*} "*) ;;
        *) fault "$file: only $* may include <$pattern>" ;;
        esac
    done
}

floor base
floor yaml base
floor language base yaml
floor programme base yaml language
floor system base
floor decode base system
floor formats base decode
floor decoder base decode formats
floor draw base yaml system decode
floor slides base yaml language programme draw
floor screens base language programme draw slides
floor store base yaml language programme system
floor app base yaml system decode language programme store draw slides \
    screens

for folder in */; do
    case $known in
    *" ${folder%/} "*) ;;
    *) fault "$folder: which floors it knows is not written down here" ;;
    esac
done

library 'SDL' draw app
library '\(jpeglib\|png\|webp\|gif_lib\|lcms2\|libexif\|librsvg\|poppler\|libheif\)' formats
library 'seccomp\.h' decoder
library 'X11' app
library 'yaml\.h' yaml
library 'json' app
library 'libical' programme
library 'sodium' store
library 'systemd' system
library 'fontconfig' draw
library 'utf8proc' base draw

for file in */*.c *.c; do
    lines=$(wc -l <"$file")
    if [ "$lines" -gt 500 ]; then
        fault "$file: $lines lines, 500 are enough"
    fi
    if [ "$file" != main.c ] && grep -nE '\b_?exit\(' "$file"; then
        fault "$file: only main.c ends the program"
    fi
done

[ "$faults" -eq 0 ]
