# shellcheck shell=sh
# SPDX-License-Identifier: MIT
# Run by script/image in the new system: what is on, what is off.

systemctl enable kiosk.service kiosk-data.service
# Nobody logs in here, and no key does anything to the system.
systemctl mask getty@.service autovt@.service serial-getty@.service \
    console-getty.service ctrl-alt-del.target rescue.service \
    systemd-networkd.service systemd-networkd.socket apt-daily.timer \
    apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer \
    e2scrub_reap.service fstrim.timer
passwd --lock root
echo kiosk >/etc/hostname
: >/etc/machine-id
rm -f /etc/resolv.conf
# Found, not sought, at each start.
fc-cache -s
# No clock is behind this.
touch /usr/lib/clock-epoch
mkdir -p /boot/firmware /var/lib/kiosk
find /var/log /var/cache/apt /var/lib/apt/lists -type f -delete
