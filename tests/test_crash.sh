#!/bin/sh
# SPDX-License-Identifier: MIT
# The plug may be pulled at any instant, here that of the real program. Taking
# a programme in is killed at its system calls that write, and they are made to
# fail, once and from then on; those that read are made to fail, too. Whatever
# happens, the store is sound, the next start finds a whole programme, the old
# one or the new one, and taking in once more succeeds and leaves nothing
# behind.
#
# tests/test_power_cut.c tries every point; starting the program five times for
# each takes long, so here it is one in KIOSK_CRASH_STEP, by default 40. 1 tries
# them all in a quarter of an hour.
if [ -w /dev/shm ]; then
    # What is waited for a thousand times is not to wait for a disk.
    TMPDIR=/dev/shm
    export TMPDIR
fi
. "$KIOSK_TESTS/support/shell.sh"

export LC_ALL=C.UTF-8
# Leaks cannot be looked for while another program traces.
export ASAN_OPTIONS="detect_leaks=0:${ASAN_OPTIONS-}"
writing='write|fsync|mkdir|mkdirat|renameat|symlinkat|unlinkat|openat|openat2'
reading='read|getdents64|newfstatat|fstat|openat2'
calls=$(echo "$writing|$reading" | tr '|' ',')
calls=${calls%,openat2} # once is enough

if ! strace -qq -o /dev/null true 2>/dev/null; then
    echo "SKIPPED: strace may not trace here"
    exit 77
fi

# make_programme FOLDER TITLE DAY: two events, two pictures.
make_programme() {
    mkdir -p "$1/affiches"
    {
        echo "titre: $2"
        echo "maj: 2026-01-$3"
        echo 'annee: 2026'
        echo 'evenements:'
        echo "  - {date: 20 janvier, titre: A, affiche: a.png}"
        echo "  - {date: 21 janvier, titre: B, affiche: b.png}"
    } >"$1/programme.yaml"
    head -c 3000 /dev/zero >"$1/affiches/a.png"
    echo "$2" >"$1/affiches/b.png"
}

import() {
    "$KIOSK" import --store "$1" --now "$sample_now" "$2" >/dev/null 2>&1
}

: >"$work/screen.yaml"
make_programme "$work/older" Older 01
make_programme "$work/old" Old 02
make_programme "$work/new" New 03
for number in 1 2 3; do
    make_programme "$work/before" "Before $number" 01
    import "$work/full" "$work/before" || fault "nothing is taken in"
done
import "$work/full" "$work/old" || fault "the old programme is not taken in"
import "$work/two" "$work/older" && import "$work/two" "$work/old"

# The command under test: import of the new programme, or the way back.
command_of() {
    case $1 in
    back) echo "store --back --store $2" ;;
    *) echo "import --child --store $2 --now $sample_now $work/new" ;;
    esac
}

# prepare SCENARIO STORE
prepare() {
    rm -rf "$2"
    case $1 in
    fresh) ;;
    back) cp -a "$work/two" "$2" ;;
    *) cp -a "$work/full" "$2" ;;
    esac
}

# points SCENARIO PATTERN: "call number" of every such call, from the first
# one that concerns the store on. What goes to the reader of the progress is
# no file.
points() {
    prepare "$1" "$work/baseline"
    # shellcheck disable=SC2046
    strace -qq -s 0 -e trace="$calls" -o "$work/trace" \
        "$KIOSK" $(command_of "$1" "$work/baseline") >/dev/null 2>&1 ||
        fault "$1: fails untouched"
    awk -v wanted="^($2)\$" '{
        name = $0
        sub(/\(.*/, "", name)
        count[name]++
        begun = begun || /baseline/
        # Opening a file that is there is reading.
        opens = name ~ /^openat/ && (wanted ~ /write/) != /O_CREAT/
        message = name == "write" && /^write\([12],/
        if (begun && name ~ wanted && !opens && !message) {
            print name, count[name]
        }
    }' "$work/trace"
}

# wrong POINT WORDS
wrong() {
    echo "WRONG: $*" >>"$mine/faults"
}

# The title of the current programme, if every byte of it is right.
current_title() {
    "$KIOSK" store --store "$1" >"$mine/list" 2>&1 || return 1
    sed -n 's/^\* [0-9]*  [-0-9]*[ ?] \([A-Z][a-z]*\).*/\1/p' "$mine/list"
}

# What the next start has to show, as the show itself finds it: the day on
# which that programme was updated.
shown_day() {
    "$KIOSK" clock --json --store "$store" --settings "$work/screen.yaml" \
        --now "$sample_now" 2>/dev/null |
        sed -n 's/.*"programme": *"2026-01-\([0-9]*\).*/\1/p'
}

# After the plug was pulled: the programme that is current comes on screen.
check_start() {
    [ "$kind" = kill ] || return
    case "$title:$(shown_day)" in
    : | Older:01 | Old:02 | New:03) ;;
    *) wrong "$point: current is '$title', shown that of '$(shown_day)'" ;;
    esac
    echo x >>"$mine/starts"
}

check_store() {
    point="$scenario $call $number $kind"
    title=$(current_title "$store") || {
        if [ "$scenario" != fresh ] || [ -e "$store/current" ]; then
            wrong "$point: the store is not sound: $(cat "$mine/list")"
        fi
    }
    case "$scenario:$title" in
    fresh: | fresh:New | full:Old | full:New | back:Old | back:Older) ;;
    *) wrong "$point: the current programme is '$title'" ;;
    esac
    echo "$scenario $kind ${title:-none}" >>"$mine/seen"
}

# Once more, without a fault: it succeeds, and nothing is left behind.
check_retry() {
    case "$scenario $kind" in
    *kill | *EIO) ;;
    *) return ;;
    esac
    [ "$scenario" != back ] || return
    "$KIOSK" import --child --store "$store" --now "$sample_now" \
        "$work/new" >/dev/null 2>&1 || wrong "$point: the next import fails"
    [ "$(current_title "$store")" = New ] || wrong "$point: the next is no good"
    left=$(cd "$store" && echo *)
    [ "$left" = 'current lock receipt.txt slots' ] ||
        wrong "$point: left behind: $left"
    slots=$(cd "$store/slots" && echo * | wc -w)
    [ "$slots" -le 3 ] || wrong "$point: $slots slots"
}

# try SCENARIO CALL NUMBER KIND INJECTION
try() {
    scenario=$1 call=$2 number=$3 kind=$4
    store=$mine/store
    prepare "$scenario" "$store"
    # shellcheck disable=SC2046
    strace -qq -e trace="$call" -e "inject=$call:$5" -o /dev/null \
        "$KIOSK" $(command_of "$scenario" "$store") >/dev/null 2>&1
    status=$?
    if [ "$kind" = kill ] && [ "$status" -ne 137 ]; then
        wrong "$scenario $call $number: not killed, but $status"
    fi
    check_store
    check_start
    check_retry
}

# Every point in its own folder, so that several are tried at once.
try_all() {
    mine=$work/$1
    mkdir -p "$mine"
    : >"$mine/seen"
    : >"$mine/faults"
    while read -r scenario call number kind; do
        case $kind in
        kill) injection="signal=KILL:when=$number" ;;
        full) injection="error=ENOSPC:when=$number+" ;;
        *) injection="error=$kind:when=$number" ;;
        esac
        try "$scenario" "$call" "$number" "$kind" "$injection"
    done
}

# A kill loses nothing that was written; a power cut loses all that no fsync
# waited for. So before incoming/ becomes a slot every byte and name in it has
# been waited for, before "current" is replaced the slot's name has, and in
# the end the new link.
prepare full "$work/ordered"
strace -qq -y -s 200 -e trace="$calls" -o "$work/trace" "$KIOSK" import \
    --child --store "$work/ordered" --now "$sample_now" "$work/new" \
    >/dev/null 2>&1
awk -v store="$work/ordered" '
    function parent(path) { sub(/\/[^\/]*$/, "", path); return path }
    function target() { match($0, /<[^>]*>/)
        return substr($0, RSTART + 1, RLENGTH - 2) }
    function complain(words) { print "WRONG: " words; bad = 1 }
    function expect_clean(folder, words,   path) {
        for (path in dirty) {
            if (index(path "/", folder "/") == 1) {
                complain(words ": " path " was not waited for")
            }
        }
    }
    / = -1 / { next }
    /^openat.*O_CREAT/ { match($0, /<[^>]*>$/)
        dirty[parent(substr($0, RSTART + 1, RLENGTH - 2))] = 1 }
    /^mkdirat/ { split($0, part, "\""); dirty[parent(target() "/" part[2])] = 1 }
    /^write\([0-9]*<\// { dirty[target()] = 1 }
    /^fsync/ { delete dirty[target()]; waits++ }
    /^renameat.*"incoming"/ { slots++
        expect_clean(store "/incoming", "the slot appears")
        dirty[store "/slots"] = dirty[store] = 1 }
    /^renameat.*"current.new"/ { switches++
        expect_clean(store "/slots", "the switch")
        dirty[store] = 1 }
    /^renameat.*"discarded"/ && dirty[store] { complain("deleted too early") }
    END {
        if (dirty[store]) { complain("the end: the link was not waited for") }
        if (slots != 1 || switches != 1 || waits < 8) {
            complain(slots " slots, " switches " switches, " waits " waits")
        }
        exit bad
    }' "$work/trace" || fault "a power cut may lose what counts"

for scenario in full fresh back; do
    points "$scenario" "$writing" >"$work/points"
    for kind in kill EIO ENOSPC full; do
        sed "s/^/$scenario /; s/\$/ $kind/" "$work/points"
    done
    if [ "$scenario" = full ]; then
        points "$scenario" "$reading" | sed "s/^/$scenario /; s/\$/ EIO/"
    fi
done >"$work/all"
step=${KIOSK_CRASH_STEP-40}
awk -v step="$step" 'NR % step == 0' "$work/all" >"$work/some"
mv "$work/some" "$work/all"
lanes=$(nproc)
lane=0
while [ "$lane" -lt "$lanes" ]; do
    awk -v lane="$lane" -v lanes="$lanes" 'NR % lanes == lane' "$work/all" |
        try_all "lane$lane" &
    lane=$((lane + 1))
done
wait

cat "$work"/lane*/faults
if [ -n "$(cat "$work"/lane*/faults)" ]; then
    fault "$(cat "$work"/lane*/faults | wc -l) findings"
fi
echo "$(wc -l <"$work/all") points: scenario, fault, what is current after it"
cat "$work"/lane*/seen | sort | uniq -c
echo "$(cat "$work"/lane*/starts | wc -l) starts after a kill showed it"
for scenario in full fresh; do
    for kind in kill EIO ENOSPC full; do
        count=$(cat "$work"/lane*/seen | grep -c "^$scenario $kind ")
        [ "$count" -ge "$((40 / step))" ] || fault "only $count points: $scenario $kind"
    done
done
finish
