# SPDX-License-Identifier: MIT
"""Runs the scenarios, or those that are named, and writes what came of them
into report.md, beside their pictures.

    run.py --image IMAGE --tools IMAGE --arch ARCH --out DIR [SCENARIO…]
"""

import argparse
import os
import subprocess
import sys
import time
import traceback

import sticks
from guest import Gave_up, Guest
from scenarios import ALL, NOON, shows

CARD = '3G'


class Case:
    """One scenario: its machine, its folder, what it found."""

    def __init__(self, name, guest, options):
        self.name, self.guest, self.options = name, guest, options
        self.folder = os.path.join(options.out, name)
        os.makedirs(self.folder, exist_ok=True)
        self.lines, self.failed = [], 0
        self.begun = time.monotonic()

    def path(self, name):
        return os.path.join(self.folder, name)

    def times(self, count):
        """How often, or for how many minutes: fewer on request."""
        return self.options.times or count

    def say(self, line):
        self.lines.append(line)
        print(f'  {line}', flush=True)

    def note(self, text):
        self.say(f'- {text}')

    def figure(self, what, value):
        if isinstance(value, float):
            value = f'{value:.1f}'
        self.say(f'- {what}: **{value}**')

    def keep(self, name, picture):
        picture.save(self.path(name + '.png'))
        self.say(f'- ![{name}]({self.name}/{name}.png)')

    def check(self, is_so, what, picture=None):
        self.say(f"- {'yes' if is_so else '**NO**'}: {what}")
        if not is_so:
            self.failed += 1
            (picture or self.guest.picture()).save(
                self.path(f'failed-{self.failed}.png'))

    def with_programme(self, name):
        """The machine, on, with that programme taken in."""
        guest = self.guest
        if not guest.is_on():
            guest.start(NOON)
        guest.do('systemctl is-system-running --wait || true')
        stick = sticks.fat(self.path('first.img'),
                           sticks.folder(self.path(name), name))
        plugged = guest.plug(stick)
        guest.see(f'programme {name}', shows(name))
        guest.unplug(plugged)
        return guest


def run(name, options, starter):
    """On a card of its own, as new."""
    folder = os.path.join(options.out, name)
    os.makedirs(folder, exist_ok=True)
    card = os.path.join(folder, 'card.qcow2')
    subprocess.run(['qemu-img', 'create', '-q', '-f', 'qcow2', '-F', 'raw',
                    '-b', os.path.abspath(options.image), card, CARD],
                   check=True)
    guest = Guest(options.arch, folder, starter, card, options.tools)
    case = Case(name, guest, options)
    print(name, flush=True)
    try:
        ALL[name](case)
    except (Gave_up, OSError, subprocess.CalledProcessError):
        case.failed += 1
        case.say('- **NO**: ' + traceback.format_exc().strip()
                 .replace('\n', '\n      '))
    try:
        if guest.is_on():
            with open(case.path('journal.txt'), 'w') as file:
                file.write(guest.do(
                    'journalctl -b --no-pager -u kiosk -u kiosk-data'))
    except (Gave_up, OSError) as error:
        case.note(f'no journal: {error}')
    guest.cut()
    os.remove(card)
    for left in os.listdir(folder):
        if left.endswith(('.img', '.ppm')):
            os.remove(os.path.join(folder, left))
    return case


def starter_of(options):
    """The kernel and what goes with it, out of the FAT partition."""
    folder = os.path.join(options.out, 'starter')
    os.makedirs(folder, exist_ok=True)
    names = ['vmlinuz', 'initrd.img', 'cmdline.txt']
    for name in names:
        wild = name + '*' if options.arch == 'arm64' else name
        sticks.quietly('mcopy', '-o', '-i', options.image + '@@4M',
                       '::/' + wild, os.path.join(folder, name))
    return folder


def main():
    parser = argparse.ArgumentParser()
    for name in ('image', 'tools', 'arch', 'out'):
        parser.add_argument('--' + name, required=True)
    parser.add_argument('--times', type=int)
    parser.add_argument('scenarios', nargs='*', choices=[*ALL, []])
    options = parser.parse_args()
    starter = starter_of(options)
    cases = []
    for name in options.scenarios or ALL:
        cases.append(run(name, options, starter))
        report(cases, options)
    failed = sum(case.failed > 0 for case in cases)
    print(f'{len(cases) - failed} passed, {failed} failed')
    sys.exit(failed > 0)


def report(cases, options):
    with open(os.path.join(options.out, 'report.md'), 'w') as file:
        file.write(f'# The machine under test\n\n{options.image}, '
                   f'{time.strftime("%Y-%m-%d %H:%M")}, emulated\n')
        for case in cases:
            case.ended = getattr(case, 'ended', time.monotonic())
            passed = 'failed' if case.failed else 'passed'
            file.write(f'\n## {case.name}: {passed}, '
                       f'{case.ended - case.begun:.0f} s\n\n'
                       f'{ALL[case.name].__doc__}\n\n')
            file.write('\n'.join(case.lines) + '\n')


main()
