#!/bin/sh
# SPDX-License-Identifier: MIT
# What makes the program a part of a system, as far as can be told without
# starting one: the service, the rules for sticks, the pages, the completion,
# and what is installed where.
#
#   tests/package.sh SOURCES BUILD
sources=$1
build=$2
. "$sources/tests/support/shell.sh"
cd "$sources/assets/system" || exit 1
PATH=$(dirname "$KIOSK"):$PATH

# quietly COMMAND: it succeeds and has nothing to say.
quietly() {
    "$@" >"$work/said" 2>&1 || fault "$* fails"
    if [ -s "$work/said" ]; then
        fault "$* says:"
        cat "$work/said"
    fi
}

# The units, as if the program were in its place.
mkdir "$work/units"
cp ./*.mount "$work/units"
sed "s|^ExecStart=/usr/bin/kiosk|ExecStart=$KIOSK|" kiosk.service \
    >"$work/units/kiosk.service"
quietly systemd-analyze --man=no verify "$work"/units/*
systemd-analyze security --offline=true --threshold=11 \
    "$work/units/kiosk.service" >"$work/security" 2>&1 ||
    fault "it is not as hardened as it was: $(tail -n 1 "$work/security")"
tail -n 1 "$work/security"
for line in Type=notify WatchdogSec= Restart=always StartLimitIntervalSec=0; do
    grep -q "^$line" kiosk.service || fault "the service has no $line"
done
! grep -q '^RestrictSUIDSGID=yes' kiosk.service ||
    fault "without openat2() no programme is taken in"

# A stick is read, and only that.
for type in vfat exfat; do
    unit=run-media-kiosk-$type.mount
    for option in ro nosuid nodev noexec nosymfollow; do
        grep -Eq "^Options=(.*,)?$option(,|\$)" $unit ||
            fault "$unit has no $option"
    done
    grep -q "^Type=$type\$" $unit || fault "$unit leaves the type open"
    grep -q '^LazyUnmount=yes' $unit || fault "$unit may hang"
    grep -q "SYSTEMD_WANTS}+=\"$unit\"" 70-kiosk.rules ||
        fault "no stick leads to $unit"
done
grep -Eo 'ID_FS_TYPE}=="[^"]*"' 70-kiosk.rules | sort >"$work/types"
! grep -q '^SUBSYSTEMS!=' 70-kiosk.rules ||
    fault "SUBSYSTEMS!= leaves every stick out"
printf 'ID_FS_TYPE}=="%s"\n' exfat vfat | cmp -s - "$work/types" ||
    fault "other file systems are mounted: $(cat "$work/types")"

# Pages, entry, scripts.
for page in *.[158]; do
    groff -man -Tutf8 -ww -K utf8 "$page" 2>&1 >/dev/null | grep . &&
        fault "$page is not as it should be"
done
quietly desktop-file-validate kiosk.desktop
appstreamcli validate --no-net kiosk.metainfo.xml >"$work/said" 2>&1 ||
    fault "the metainfo: $(cat "$work/said")"
quietly shellcheck kiosk-setup postinst prerm postrm \
    "$sources/script/package" "$sources/script/debian" \
    "$sources/script/image" "$sources/script/test-machine" \
    image/usr/libexec/kiosk/kiosk-data
quietly sh -n kiosk-setup

# Every option and every setting has its place in the pages.
for option in $("$KIOSK" --help | grep -o -- '--[a-z-]*' | sort -u); do
    case $option in
    # In the help of their commands.
    --all | --json | --boxes | --slide | --sandbox | --store | --speed | \
        --verbose) ;;
    *) tr -d '\\' <kiosk.1 | grep -q -e "$option" ||
        fault "kiosk(1) does not know $option" ;;
    esac
done
sed -n 's/^    \[KEY_[A-Z_]*\] = "\([a-z]*\).*/\1/p' \
    "$sources/kiosk/programme/settings.c" >"$work/keys"
[ "$(wc -l <"$work/keys")" -gt 20 ] || fault "where are the settings' names?"
while read -r key; do
    tr -d '_' <screen.yaml.5 | grep -Eq "^\.BR?( .*)?\b$key\b" ||
        fault "screen.yaml(5) does not know $key"
done <"$work/keys"

# completes WORDS...: what is offered for the last one.
completes() {
    bash -c '. ./kiosk.bash
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _kiosk
        printf "%s\n" "${COMPREPLY[@]}"' bash "$@" | tr '\n' ' '
}
[ "$(completes kiosk sn)" = 'snapshot ' ] || fault "commands do not complete"
[ "$(completes kiosk store --ba)" = '--back ' ] ||
    fault "options do not complete"
[ "$(completes kiosk --language o)" = 'oc ' ] ||
    fault "languages do not complete"

# What an image's first partition offers as settings, is taken as it is.
"$KIOSK" check --settings ecran.yaml "$KIOSK_PROGRAMME" 2>&1 |
    grep '^ecran.yaml' && fault "ecran.yaml is not without fault"
grep -q '^[a-z]' ecran.yaml || fault "ecran.yaml sets nothing, which is a fault"

# What is installed.
DESTDIR=$work/root cmake --install "$build" >/dev/null 2>"$work/err" ||
    fault "it cannot be installed: $(cat "$work/err")"
while read -r path; do
    [ -e "$work/root$path" ] || fault "$path is not installed"
done <<END
/usr/bin/kiosk
/usr/libexec/kiosk/kiosk-decode
/usr/sbin/kiosk-setup
/usr/lib/systemd/system/kiosk.service
/usr/lib/systemd/system/run-media-kiosk-vfat.mount
/usr/lib/systemd/system/run-media-kiosk-exfat.mount
/usr/lib/udev/rules.d/70-kiosk.rules
/usr/lib/sysusers.d/kiosk.conf
/usr/lib/tmpfiles.d/kiosk.conf
/usr/share/kiosk/assets/languages/fr.yaml
/usr/share/kiosk/fonts/fonts.yaml
/usr/share/kiosk/programme/programme.yaml
/usr/share/man/man1/kiosk.1.gz
/usr/share/man/man5/screen.yaml.5.gz
/usr/share/man/man8/kiosk-setup.8.gz
/usr/share/bash-completion/completions/kiosk
/usr/share/applications/kiosk.desktop
END
[ ! -e "$work/root/usr/share/kiosk/assets/system" ] ||
    fault "the system's files are installed twice"
finish
