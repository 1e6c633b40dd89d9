# SPDX-License-Identifier: MIT
"""What happens to a machine in a café, each on its own. A scenario is a
function of the case (see run.py), and named as it is asked for."""

import random
import time

import sticks
from guest import until

NOON = '2027-01-16T11:00:00'  # UTC: in Montpellier it is twelve


def shows(name, event=''):
    """Of a picture: it has a code of that programme's, or of that event's."""
    return lambda picture: any(f'//{name}.example/{event}' in code
                               for code in picture.codes())


def is_lit(picture):
    return not picture.is_black()


def is_calm(guest):
    """No text, no cursor: a ground of one colour in the corners' stead."""
    picture = guest.picture()
    return len({picture.at(2, 2), picture.at(picture.width - 3, 2)}) == 1


def restarts(guest):
    return int(guest.do('systemctl show -P NRestarts kiosk'))


def judgements(guest):
    """How often a stick was, since the machine started."""
    return int(guest.do("journalctl -b -u kiosk -o cat | "
                        "grep -c ': /run/media/kiosk/[a-z]*: ' || true"))


def is_ready(guest):
    return guest.do('systemctl is-active kiosk || true').strip() == 'active'


def with_settings(guest, text):
    """The service begins anew, with those."""
    guest.do('mkdir -p /run/etc /run/systemd/system/kiosk.service.d; '
             f'printf "{text}\\n" >/run/etc/screen.yaml; '
             'printf "[Service]\\nExecStart=\\nExecStart=/usr/bin/kiosk show '
             '--verbose --store /var/lib/kiosk --settings '
             '/run/etc/screen.yaml\\n" '
             '>/run/systemd/system/kiosk.service.d/zz.conf; '
             'systemctl daemon-reload; systemctl restart kiosk')


def pid(guest):
    return guest.do('systemctl show -P MainPID kiosk').strip()


# 1

def boot(case):
    """Power on, and the programme is there: black until then, no text."""
    guest = case.with_programme('a')
    guest.cut()
    begun = time.monotonic()
    guest.start(NOON)
    lit, at_last = [], []

    def look():
        picture = guest.picture()
        size = (picture.width, picture.height)
        if size == guest.size and not picture.is_black():
            lit.append(picture)
            if shows('a')(picture):
                at_last.append(picture)
        return at_last

    until('the programme', look)
    case.figure('power on → programme, s', time.monotonic() - begun)
    case.keep('programme', at_last[0])
    # The firmware of QEMU says itself what it has to say, in another size.
    first = lit[0]
    case.check(first.colours() > 20, 'the first picture is the programme',
               first)
    case.check(not any(picture.is_black() for picture in lit),
               'no black gap after the first picture')
    settled = guest.do('systemctl is-system-running --wait || true').strip()
    case.check(settled == 'running', f'no failed unit: {settled}')
    case.figure('first frame, of the program, ms', guest.do(
        "journalctl -b -u kiosk -o cat | sed -n 's/.*on screen after "
        "\\([0-9]*\\) ms/\\1/p' | head -n 1").strip())


# 2

def sticks_in_and_out(case):
    """FAT with and without partitions, exFAT; a broken one."""
    guest = case.with_programme('a')
    for kind, make, name in (('bare', sticks.fat, 'b'),
                             ('partitioned', sticks.partitioned, 'c')):
        source = sticks.folder(case.path(name), name)
        stick = make(case.path(f'{kind}.img'), source)
        begun = time.monotonic()
        plugged = guest.plug(stick)
        picture = guest.see(f'the programme of a {kind} stick', shows(name))
        case.figure(f'{kind} stick in → programme, s',
                    time.monotonic() - begun)
        case.keep(kind, picture)
        guest.unplug(plugged)
        until('the mount to go', lambda: guest.shell(
            'mountpoint -q /run/media/kiosk/vfat')[0] != 0)
        case.keep(f'{kind}-out', guest.see('it to stay', shows(name)))
    case.check(guest.do('systemctl --failed --no-legend').strip() == '',
               'no unit failed')
    exfat(case, guest)
    broken(case, guest)


def exfat(case, guest):
    plugged = guest.plug(sticks.empty_exfat(case.path('exfat.img')))
    mount = '/run/media/kiosk/exfat'
    until('exFAT to be mounted', lambda: guest.shell(
        f'mountpoint -q {mount}')[0] == 0)
    options = guest.do(f"grep ' {mount} ' /proc/mounts")
    case.check(all(option in options for option in (
        'ro', 'nosuid', 'nodev', 'noexec', 'nosymfollow')),
        f'exFAT is only read: {options.strip()}')
    # Filled behind the mount's back, on a mount of its own.
    text = sticks.programme('d').replace('"', '\\"')
    guest.do('d=$(readlink -f /dev/kiosk/exfat); mkdir -p /run/fill; '
             f'systemctl stop run-media-kiosk-exfat.mount; '
             'mount -t exfat -o iocharset=utf8 $d /run/fill && '
             f'printf %s "{text}" >/run/fill/programme.yaml; '
             'umount /run/fill')
    guest.unplug(plugged)
    plugged = guest.plug(case.path('exfat.img'))
    case.keep('exfat', guest.see('the programme of an exFAT stick',
                                 shows('d')))
    guest.unplug(plugged)


def broken(case, guest):
    source = sticks.folder(case.path('broken'), None)
    with open(source + '/programme.yaml', 'w') as file:
        file.write('evenements: [\n' + '  - {{{ "\n' * 20)
    before = judgements(guest)
    plugged = guest.plug(sticks.fat(case.path('broken.img'), source))
    until('the broken stick to be judged',
          lambda: judgements(guest) > before)
    case.keep('broken', guest.picture())
    guest.see('the former programme to stay', shows('d'))
    guest.unplug(plugged)


def hostile_sticks(case):
    """Links, devices, 5,000 files, 100 megapixels, a billion laughs."""
    guest = case.with_programme('a')
    begun = restarts(guest)
    source = sticks.hostile(case.path('hostile'))
    before = judgements(guest)
    plugged = guest.plug(sticks.fat(case.path('hostile.img'), source))
    until('the hostile stick to be judged',
          lambda: judgements(guest) > before)
    case.keep('hostile', guest.picture())
    guest.see('the programme to stay', shows('a'))
    guest.unplug(plugged)
    # A good programme whose pictures are not.
    with open(source + '/programme.yaml', 'w') as file:
        file.write(sticks.programme('e').replace(
            'titre: "Foodcoop', 'affiche: affiche.png, titre: "Foodcoop')
            .replace('titre: "Lune', 'affiche: menteur.jpg, titre: "Lune'))
    plugged = guest.plug(sticks.fat(case.path('pictures.img'), source))
    case.keep('pictures', guest.see('its events', shows('e')))
    guest.unplug(plugged)
    # Links and devices live on file systems that are not even mounted.
    stick = sticks.ext4(case.path('ext4.img'), case.path('a'))
    plugged = guest.plug(stick)
    until('the kernel to see it', lambda: guest.shell(
        'ls /dev/disk/by-id/usb-*')[0] == 0)
    guest.do('udevadm settle')
    case.check(guest.shell('grep -q " /run/media" /proc/mounts')[0] != 0,
               'ext4 is not mounted')
    guest.unplug(plugged)
    case.check(restarts(guest) == begun, 'it did not break down')


# 3

def touch(case):
    """A touch → the event's page → idle → the loop; a monkey."""
    guest = case.with_programme('a')
    with_settings(guest, 'secondes: 600')
    guest.see('an event', shows('a'))
    guest.fingers(['tap 16000 9000'])
    until('the visitor to be heard', lambda: guest.journal(
        'a visitor is at the event'))
    page = guest.see('the event’s page', is_bare)
    case.keep('page', page)
    # A minute without a hand, and it asks; twenty seconds more.
    loop = guest.see('the loop again', lambda picture:
                     picture.differs(page) > 0.1 and
                     len(picture.codes()) == 1 and shows('a')(picture))
    case.keep('loop', loop)
    begun = restarts(guest)
    guest.fingers(['monkey 7 120'])
    until('the monkey to be done', lambda: guest.shell(
        'sleep 5; journalctl -b -u kiosk -o cat | tail -n 1')[0] == 0)
    case.keep('monkey', guest.picture())
    guest.see('the loop after the monkey', shows('a'))
    case.check(restarts(guest) == begun, 'it did not break down')


# 4

def breakdowns(case):
    """SIGSEGV, a frozen process, three crashes."""
    guest = case.with_programme('a')
    begun = restarts(guest)
    guest.do(f'kill -SEGV {pid(guest)}')
    since = time.monotonic()
    until('the restart', lambda: restarts(guest) > begun)
    guest.see('the picture again', is_lit)
    case.figure('SIGSEGV → picture, s', time.monotonic() - since)
    case.keep('after-segv', guest.see('the programme', shows('a')))

    begun = restarts(guest)
    guest.do('systemctl is-active --wait kiosk; '
             f'kill -STOP {pid(guest)}')
    since = time.monotonic()
    until('the watchdog', lambda: restarts(guest) > begun)
    case.figure('frozen → watchdog, s', time.monotonic() - since)
    guest.see('the picture again', is_lit)
    case.figure('frozen → picture, s', time.monotonic() - since)

    plugged = guest.plug(sticks.fat(case.path('b.img'),
                                    sticks.folder(case.path('b'), 'b')))
    guest.see('another programme', shows('b'))
    guest.unplug(plugged)
    crash(guest, 3)
    case.keep('former', guest.see('the programme before', shows('a')))
    crash(guest, 3)
    case.keep('safe', guest.see('the screen that nothing can break', is_bare))


def crash(guest, times):
    for _ in range(times):
        begun = restarts(guest)
        guest.do(f'kill -SEGV {pid(guest)}')
        until('the restart', lambda: restarts(guest) > begun)
        until('it to be ready', lambda: is_ready(guest))


def is_bare(picture):
    return is_lit(picture) and not picture.codes()


# 5

def power_cuts(case):
    """The plug is pulled: while it starts, while it takes in, whenever."""
    guest = case.with_programme('a')
    chance = random.Random(5)
    for number in range(case.times(20)):
        kind = ('boot', 'import', 'random')[number % 3]
        name = 'ab'[number % 2]
        stick = sticks.fat(case.path('cut.img'),
                           sticks.folder(case.path('cut'), name))
        if kind == 'boot':
            guest.cut()
            guest.start(NOON)
            time.sleep(chance.uniform(2, 45))
        elif kind == 'import':
            guest.plug(stick)
            until('an import', lambda: guest.journal(
                'taking in /run/media'))
            time.sleep(chance.uniform(0, 3))
        else:
            time.sleep(chance.uniform(0, 20))
        guest.cut()
        guest.start(NOON)
        picture = guest.see('a whole programme', lambda picture:
                            shows('a')(picture) or shows('b')(picture))
        state = guest.do('systemctl is-system-running --wait || true')
        case.check(state.strip() == 'running',
                   f'cut {number + 1} ({kind}): {state.strip()}', picture)
        clean = guest.do("journalctl -b -u kiosk-data -o cat | "
                         "grep -c 'UNEXPECTED\\|made anew\\|in memory' || true")
        case.check(clean.strip() == '0', f'cut {number + 1}: clean', picture)
    case.figure('power cuts survived', case.times(20))


# 6

def clocks(case):
    """1970, 2035, the nights of the summer time: as kiosk agenda says."""
    guest = case.with_programme('a')
    for clock in ('1970-01-01T00:00:00', '2035-06-01T10:00:00',
                  '2027-03-28T00:59:30', '2027-10-31T00:59:30',
                  '2027-01-18T17:00:00'):
        guest.cut()
        guest.start(clock)
        until('it to be ready', lambda: guest.do(
            'systemctl is-active kiosk || true').strip() == 'active')
        told = guest.do('kiosk clock --store /var/lib/kiosk 2>&1 || true')
        agenda = guest.do('f=$(ls -d /var/lib/kiosk/*/programme.yaml '
                          '/var/lib/kiosk/*/*/programme.yaml 2>/dev/null | '
                          'head -n 1); kiosk agenda ${f%/*} 2>&1 || true')
        case.keep('clock-' + clock[:10], guest.see(
            'a picture', is_lit))
        upcoming = 'Foodcoop' in agenda
        seen = until('the loop', lambda: [guest.picture().codes()
                                          for _ in range(20)])
        on_screen = any('//a.example/' in code for codes in seen
                        for code in codes)
        case.note(f'{clock}: {" ".join(told.split())[:300]}')
        case.check(on_screen == upcoming or '1970' in clock,
                   f'{clock}: on screen as in the agenda')


# 7

def displays(case):
    """Unplugged and plugged, another mode, all four rotations with touch."""
    guest = case.with_programme('a')
    guest.display(0, 0)
    until('it to be missed', lambda: guest.journal('no display is connected'))
    since = time.monotonic()
    guest.display(640, 360)
    until('it to be noticed', lambda: guest.journal('switched on again'))
    case.keep('plugged', guest.see('the picture again', shows('a')))
    case.figure('display in → programme, s', time.monotonic() - since)
    since = time.monotonic()
    guest.display(800, 600)
    picture = guest.see('the new size', lambda picture:
                        picture.width == 800 and shows('a')(picture))
    case.figure('another mode → programme, s', time.monotonic() - since)
    case.keep('mode', picture)
    guest.display(640, 360)
    guest.see('the former size', lambda picture: picture.width == 640 and
              shows('a')(picture))
    for rotation in (90, 180, 270, 0):
        with_settings(guest, f'rotation: {rotation}\\nsecondes: 600')
        case.keep(f'rotation-{rotation}', guest.see(
            f'the programme, turned by {rotation}', shows('a', 18)))
        guest.fingers([order('tap', rotation, (.5, .45))])
        page = guest.see('the page, with buttons for its codes', is_bare)
        guest.fingers([order('stroke', rotation, (.8, .45), (.2, .45))])
        case.keep(f'rotation-{rotation}-next', guest.see(
            'the next event', lambda picture: picture.differs(page) > .02))
        guest.fingers([order('stroke', rotation, (.2, .45), (.8, .45))])
        guest.see('the event before',
                  lambda picture: picture.differs(page) < .005)


def order(name, rotation, *points):
    """Of fingers, on a screen that hangs turned clockwise. A point has its
    share of the width and of the height that a visitor sees."""
    turned = {0: lambda x, y: (x, y), 90: lambda x, y: (1 - y, x),
              180: lambda x, y: (1 - x, 1 - y), 270: lambda x, y: (y, 1 - x)}
    places = [round(32767 * share) for point in points
              for share in turned[rotation](*point)]
    return ' '.join([name, *map(str, places)])


# 8

def closed(case):
    """What listens: nothing. What it may do. What was written."""
    guest = case.with_programme('a')
    listening = guest.do('cat /proc/net/tcp /proc/net/tcp6 /proc/net/udp '
                         '/proc/net/udp6 | grep -v local_address || true')
    case.check(listening.strip() == '', f'nothing listens: {listening}')
    devices = guest.do('ls /sys/class/net').split()
    case.check(devices == ['lo'], f'no network: {devices}')
    figure = guest.do('systemd-analyze security --no-pager kiosk | tail -n 1')
    case.note(figure.strip())
    case.check(float(figure.split(':')[1].split()[0]) <= 1.1, 'hardened')
    case.check(guest.shell('touch /x')[0] != 0, 'the system is not written to')
    passwords = guest.do("awk -F: '$2 !~ /^[*!]/' /etc/shadow")
    case.check(passwords.strip() == '', f'no password: {passwords}')
    gettys = guest.do("systemctl list-units --no-legend '*getty*' || true")
    case.check('running' not in gettys, f'no login: {gettys}')

    def written():
        return sum(int(guest.do(f'cat /sys/class/block/{part}/stat')
                       .split()[6]) for part in ('vda1', 'vda2', 'vda3'))
    before = written()
    minutes = case.times(60)
    time.sleep(minutes * 60)
    kib = (written() - before) / 2
    case.figure(f'written to the card in {minutes} minutes, KiB', kib)
    case.check(kib < 1024 * max(1, minutes / 60), 'little was written')


# 9

def hours(case):
    """Closed: the display is off. Open: it is on again."""
    guest = case.with_programme('a')
    guest.do('date -u -s "2027-01-16 11:20:00"')
    with_settings(guest, 'horaires: 12:30-23:00')

    def dpms():
        return guest.do('cat /sys/class/drm/card0-Virtual-1/dpms').strip()
    until('the display to be switched off', lambda: dpms() == 'Off')
    case.keep('closed', guest.picture())
    guest.do('date -u -s "2027-01-16 11:29:50"')
    until('the display to be switched on', lambda: dpms() == 'On')
    case.keep('open', guest.see('the programme', shows('a')))


# 10

def calm(case):
    """Nothing moves: how often it wakes. Then a touch, which is heard."""
    guest = case.with_programme('a')
    with_settings(guest, 'secondes: 600\\ntransition: none')
    guest.see('the programme', shows('a'))
    process = pid(guest)

    def told():
        """(switches of all its threads, ticks of its processor, seconds)"""
        switches, ticks, seconds = guest.do(
            f"cat /proc/{process}/task/*/status | "
            "awk '/ctxt_switches/ { n += $2 } END { print n }'; "
            f"awk '{{ print $14 + $15 }}' /proc/{process}/stat; "
            "cut -d ' ' -f 1 /proc/uptime").split()
        return int(switches), int(ticks), float(seconds)
    time.sleep(20)
    before = told()
    time.sleep(120)
    after = told()
    switches, ticks, seconds = (b - a for a, b in zip(before, after))
    case.figure('wakes a second, on KMS', switches / seconds)
    case.figure('processor ticks a minute', ticks / seconds * 60)
    case.check(switches / seconds < 2, 'it sleeps')
    guest.fingers(['tap 16000 9000'])
    case.keep('page', guest.see('the page', is_bare))


# 11

def suspend(case):
    """It sleeps, and wakes after an event: as kiosk agenda says."""
    guest = case.with_programme('a')
    with_settings(guest, 'transition: none\\nhorloge: fiable')
    # The first evening ends at half past eight, an hour earlier in UTC.
    guest.do('date -u -s "2027-01-18 19:25:00"')
    guest.see('what goes on', shows('a', 18))
    guest.do('date -u -s "2027-01-18 19:29:20"')
    guest.do('(sleep 2; echo freeze >/sys/power/state) >/dev/null 2>&1 &')
    time.sleep(40)
    guest.ask('system_powerdown')  # its button, which wakes whoever sleeps
    guest.wake_shell()  # what was typed meanwhile is lost
    case.note('woken at ' + guest.do('date -u +%T').strip())
    case.check(guest.shell('dmesg | grep -q "PM: suspend exit"')[0] == 0,
               'it slept')
    # By its own words: this graphics card's driver does not outlive a sleep.
    until('the next event to be the first', lambda: guest.journal(
        'T20:3[0-9] shows 1 of [0-9]*: event Guérande'))
    case.check(not guest.journal('T20:3[1-9] shows .*Foodcoop'),
               'nothing of the event that ended')
    # Here the clock the watchdog goes by does not stop while it sleeps.
    case.note(f'restarts by the watchdog: {restarts(guest)}')


ALL = {
    'boot': boot,
    'sticks': sticks_in_and_out,
    'breakdowns': breakdowns,
    'power-cuts': power_cuts,
    'clocks': clocks,
    'touch': touch,
    'hostile-sticks': hostile_sticks,
    'displays': displays,
    'closed': closed,
    'hours': hours,
    'calm': calm,
    'suspend': suspend,
}
