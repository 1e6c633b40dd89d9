# SPDX-License-Identifier: MIT
"""A machine in QEMU: power, screen, sticks, display, and a root shell that no
card has (on a serial line, by the kernel's command line)."""

import json
import os
import re
import socket
import struct
import subprocess
import time
import zlib

from sticks import png

PATIENCE = 400  # seconds; for anything, on the busiest machine
CALM = 0.5      # between two looks


class Gave_up(Exception):
    pass


def until(what, look, patience=PATIENCE):
    """The first true value of look(), which is asked again and again."""
    end = time.monotonic() + patience
    while True:
        value = look()
        if value:
            return value
        if time.monotonic() > end:
            raise Gave_up(f'waited in vain for {what}')
        time.sleep(CALM)


class Line:
    """A socket of QEMU's, read as far as something is known to come."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX)
        until(path, lambda: os.path.exists(path))
        self.socket.connect(path)
        self.read = b''

    def send(self, data):
        self.socket.sendall(data)

    def receive(self, pattern, patience=PATIENCE, mark=b''):
        """Up to and with the pattern: its match. It is not looked for before
        the mark came."""
        end = time.monotonic() + patience
        while True:
            match = mark in self.read and re.search(pattern, self.read, re.S)
            if match:
                self.read = self.read[match.end():]
                return match
            self.socket.settimeout(max(0.1, end - time.monotonic()))
            try:
                data = self.socket.recv(65536)
            except TimeoutError as error:
                raise Gave_up(f'no {pattern!r} in {self.read[-500:]!r}') \
                    from error
            if not data:
                raise Gave_up('the machine is gone')
            self.read += data

    def exactly(self, count):
        return self.receive(b'^(.{%d})' % count).group(1)


class Picture:
    """What is on the screen: width, height, and its bytes, three a pixel."""

    def __init__(self, ppm):
        head = re.match(rb'P6\n(\d+) (\d+)\n255\n', ppm)
        self.width, self.height = int(head.group(1)), int(head.group(2))
        self.bytes = ppm[head.end():]

    def at(self, x, y):
        start = (y * self.width + x) * 3
        return tuple(self.bytes[start:start + 3])

    def is_black(self):
        return max(self.bytes) < 8

    def colours(self):
        return len({self.bytes[i:i + 3]
                    for i in range(0, len(self.bytes), 3)})

    def differs(self, other):
        """The share of pixels that are not alike; another size: all."""
        if (self.width, self.height) != (other.width, other.height):
            return 1.0
        a, b = self.bytes, other.bytes
        return sum(abs(a[i] - b[i]) > 24 for i in range(1, len(a), 3)) \
            / (self.width * self.height)

    def codes(self):
        """What its QR codes say; a camera would be nearer, too."""
        wide = subprocess.run(
            ['convert', 'ppm:-', '-filter', 'point', '-resize', '200%',
             'pgm:-'], input=self.ppm(), stdout=subprocess.PIPE, check=True)
        return set(subprocess.run(
            ['zbarimg', '-q', '--raw', '-'], input=wide.stdout,
            stderr=subprocess.DEVNULL,
            stdout=subprocess.PIPE, check=False).stdout.decode().split())

    def ppm(self):
        return b'P6\n%d %d\n255\n' % (self.width, self.height) + self.bytes

    def save(self, path):
        """As a PNG."""
        row = self.width * 3
        rows = b''.join(b'\0' + self.bytes[i:i + row]
                        for i in range(0, len(self.bytes), row))
        with open(path, 'wb') as file:
            file.write(png(self.width, self.height, zlib.compress(rows)))


class Guest:
    """starter: the folder of vmlinuz, initrd.img and cmdline.txt."""

    def __init__(self, arch, folder, starter, card, tools):
        self.arch, self.folder, self.starter = arch, folder, starter
        self.card, self.tools = card, tools
        self.size = (640, 360)
        self.process = None
        self.sticks = 0
        self.starts = 0

    def path(self, name):
        return os.path.join(self.folder, name)

    def command(self, clock):
        with open(os.path.join(self.starter, 'cmdline.txt')) as file:
            arguments = file.read().strip()
        # The emulated aarch64 has its own first serial line for the kernel.
        shell = {'amd64': 'ttyS1', 'arm64': 'ttyS0'}[self.arch]
        width, height = self.size
        machine = {
            'amd64': ['qemu-system-x86_64', '-machine', 'q35', '-cpu', 'max',
                      '-serial', 'file:' + self.path('serial.txt'),
                      '-serial', 'chardev:shell'],
            'arm64': ['qemu-system-aarch64', '-machine', 'virt',
                      '-cpu', 'cortex-a72',
                      '-serial', 'file:' + self.path('serial.txt'),
                      '-device', 'pci-serial,chardev=shell'],
        }[self.arch]
        return machine + [
            '-accel', 'tcg,thread=multi', '-smp', '2', '-m', '1024',
            '-nodefaults', '-no-user-config', '-vga', 'none',
            '-device', f'virtio-gpu-pci,xres={width},yres={height}',
            '-vnc', 'unix:' + self.path('vnc'),
            '-device', 'qemu-xhci,id=xhci',
            '-drive', f'file={self.card},if=virtio,format=qcow2',
            '-drive', f'file={self.tools},if=virtio,format=raw,readonly=on',
            '-chardev', 'socket,id=shell,server=on,wait=off,path=' +
            self.path('shell'),
            '-qmp', 'unix:' + self.path('qmp') + ',server=on,wait=off',
            '-rtc', f'base={clock},clock=vm',
            '-kernel', os.path.join(self.starter, 'vmlinuz'),
            '-initrd', os.path.join(self.starter, 'initrd.img'),
            '-append', f'{arguments} systemd.debug_shell={shell}',
        ]

    # Power

    def start(self, clock):
        for name in ('vnc', 'shell', 'qmp'):
            if os.path.exists(self.path(name)):
                os.remove(self.path(name))
        self.starts += 1
        with open(self.path('qemu.txt'), 'ab') as said:
            self.process = subprocess.Popen(self.command(clock), stdout=said,
                                            stderr=said)
        self.qmp = Line(self.path('qmp'))
        self.qmp.receive(rb'"QMP".*?\r\n')
        self.ask('qmp_capabilities')
        self.line = None
        self.was_told_a_size = False

    def is_on(self):
        return self.process is not None and self.process.poll() is None

    def cut(self):
        """Somebody pulls the plug."""
        if self.is_on():
            self.process.kill()
        if self.process is not None:
            self.process.wait()
        self.process = None

    def ask(self, command, **arguments):
        request = {'execute': command, 'arguments': arguments}
        self.qmp.send(json.dumps(request).encode())
        while True:
            answer = json.loads(self.qmp.receive(rb'([^\r\n]+)\r\n').group(1))
            if 'error' in answer:
                raise Gave_up(f"{command}: {answer['error']['desc']}")
            if 'return' in answer:
                return answer['return']

    # Its screen

    def picture(self):
        path = self.path('screen.ppm')
        self.ask('screendump', filename=path)
        with open(path, 'rb') as file:
            return Picture(file.read())

    def see(self, what, is_it, patience=PATIENCE):
        """The first picture of which is_it() is true."""
        last = []

        def look():
            last[:] = [self.picture()]
            return is_it(last[0]) and last[0]
        try:
            return until(what, look, patience)
        except Gave_up:
            if last:
                last[0].save(self.path('in-vain.png'))
            raise

    def display(self, width, height):
        """Another display is plugged in; 0 x 0: none. As a VNC viewer does.
        The kernel is told to look: its driver of this card, other than those
        of real ones, does not by itself."""
        # QEMU passes on what differs from what a viewer wished last; before
        # the first wish that is 0 x 0.
        if (width, height) == (0, 0) and not self.was_told_a_size:
            self.display(*self.size)
        self.was_told_a_size = True
        line = Line(self.path('vnc'))
        line.receive(rb'RFB 003.008\n')
        line.send(b'RFB 003.008\n')
        line.exactly(line.exactly(1)[0])
        line.send(b'\x01')
        line.exactly(4)
        line.send(b'\x01')
        head = line.exactly(24)
        line.exactly(struct.unpack('>I', head[20:])[0])
        line.send(struct.pack('>BxHi', 2, 1, -308))
        line.send(struct.pack('>BxHHBx', 251, width, height, 1) +
                  struct.pack('>IHHHHI', 0, 0, 0, width, height, 0))
        wanted = f'{width}x{height}' if width > 0 else 'disconnected'
        until(f'the kernel to know: {wanted}', lambda: wanted == self.do(
            'cd /sys/class/drm/card0-Virtual-1; echo detect >status; '
            'grep -x disconnected status || head -n 1 modes').strip())
        line.socket.close()

    # Its sticks

    def plug(self, image):
        self.sticks += 1
        name = f'stick{self.sticks}'
        self.ask('blockdev-add', **{
            'node-name': name, 'driver': 'raw',
            'file': {'driver': 'file', 'filename': image}})
        self.ask('device_add', driver='usb-storage', id=name, drive=name,
                 bus='xhci.0', removable=True)
        return name

    def unplug(self, name):
        self.ask('device_del', id=name)

        def is_gone():
            try:
                self.ask('blockdev-del', **{'node-name': name})
                return True
            except Gave_up:
                return False
        until('the stick to be let go of', is_gone)

    # Its root shell

    def shell(self, command, patience=PATIENCE):
        """(status, what it printed)"""
        if self.line is None:
            self.line = Line(self.path('shell'))
            self.line.socket.settimeout(PATIENCE)
            self.wake_shell()
        mark = f'{time.monotonic_ns():x}'
        self.line.send(f'{command}\necho "{mark}" "$?" "!"\n'.encode())
        match = self.line.receive(
            rb'(.*?)' + mark.encode() + rb' (\d+) !\r?\n', patience,
            mark.encode())
        printed = match.group(1).decode(errors='replace')
        return int(match.group(2)), printed.replace('\r', '')

    def wake_shell(self):
        end = time.monotonic() + PATIENCE
        while True:
            # Without quotation marks: its beginning may be lost.
            self.line.send(b'\nexec env TERM=dumb PS1= PS2= sh\n'
                           b'stty -echo; echo aw\\ake\n')
            try:
                self.line.receive(rb'awake\r?\n', 10)
                break
            except Gave_up:
                if time.monotonic() > end:
                    raise
        time.sleep(CALM)
        self.line.read = b''

    def do(self, command, patience=PATIENCE):
        status, printed = self.shell(command, patience)
        if status != 0:
            raise Gave_up(f'{command}: {status}: {printed}')
        return printed

    def journal(self, words):
        """True once the service has said that since the machine started."""
        return self.shell(f"journalctl -b -o cat | grep -q -e '{words}'")[0] \
            == 0

    def fingers(self, orders):
        """On a touch screen that is plugged in by the first of them, once
        somebody listens to it."""
        self.do('[ -p /run/fingers ] || { modprobe uinput; '
                'mkdir -p /run/tools; mount -o ro /dev/vdb /run/tools; '
                'mkfifo /run/fingers; '
                'setsid sh -c "exec /run/tools/fingers <>/run/fingers" '
                '>/dev/null 2>&1 & }')
        until('the touch screen to be listened to', lambda: self.shell(
            "event=$(sed -n '/fingers/,/^$/s/.*\\(event[0-9]*\\).*/\\1/p' "
            "/proc/bus/input/devices); [ -n \"$event\" ] && ls -l "
            "/proc/[0-9]*/fd 2>/dev/null | grep -q \"/dev/input/$event\\$\"")
            [0] == 0)
        lines = '\\n'.join(orders)
        self.do(f"printf '{lines}\\n' >/run/fingers")
