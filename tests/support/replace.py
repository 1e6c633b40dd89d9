# SPDX-License-Identifier: MIT
"""Replaces a programme again and again by good, broken, half and empty ones,
in every way programs have to write a file, while the show runs.

    replace.py SHOW_PID LOG FOLDER FRAME ROUNDS SEED

LOG is what the show says, FRAME the file Xvfb keeps its screen in. A good
programme has a paper of its own colour, so that a corner of the screen says
which one is shown. Ends with 1 and a sentence if the screen ever shows
anything but the last whole programme, or the show is over.
"""
import mmap
import os
import random
import struct
import sys
import threading
import time

GIVE_UP_SECONDS = 60


class Frame:
    """The virtual screen: an XWD file, in big-endian words."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self.bytes = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        head = struct.unpack(">25I", self.bytes[:100])
        self.start = head[0] + head[19] * 12
        self.corner = self.start + (head[4] - 1) * 4  # the upper right one
        self.length = head[12] * head[5]

    def colour(self):
        blue, green, red = self.bytes[self.corner:self.corner + 3]
        return red << 16 | green << 8 | blue

    def is_black(self):
        pixels = self.bytes[self.start:self.start + self.length]
        return max(pixels[0::4]) < 16 and max(pixels[1::4]) < 16


class Watcher(threading.Thread):
    """Looks at the screen all the time."""

    def __init__(self, frame, allowed):
        super().__init__(daemon=True)
        self.frame, self.allowed = frame, allowed
        self.frames, self.fault, self.is_over = 0, None, False

    def run(self):
        while not self.is_over and self.fault is None:
            allowed = set(self.allowed)
            colour = self.frame.colour()
            # What is accepted now may come on screen between the two.
            if colour not in allowed and colour not in self.allowed:
                self.fault = f"the screen shows #{colour:06x}"
            if self.frames % 20 == 0 and self.frame.is_black():
                self.fault = "the screen is black"
            self.frames += 1
            time.sleep(0.002)


class Log:
    def __init__(self, path):
        self.file = open(path, encoding="utf-8", errors="replace")
        self.part = ""

    def lines(self):
        """What was said since the last call."""
        self.part += self.file.read()
        *lines, self.part = self.part.split("\n")
        return lines


def programme(colour, events):
    lines = ["titre: Nos soirées", "annee: 2026",
             f'theme: {{paper: "#{colour:06x}"}}', "evenements:"]
    for day in range(events):
        lines.append(f"  - {{date: {18 + day % 10} janvier {10 + day % 10}h, "
                     f"titre: Soirée {day}, affiche: affiche.png}}")
    return ("\n".join(lines) + "\n").encode()


def colour_of(number):
    """Light, as papers are, and another one each time."""
    return 0xC0C0C0 + (number % 64 << 16 | number // 64 % 64 << 8 | 7)


BROKEN = [
    b"titre: [Nos\n  - {date: 20 janvier\n",
    b"evenements:\n  - {date: 20 janvier, titre: Cass\x00e}\n",
    b"\x89PNG\r\n\x1a\n" * 50,
    b"&a [*a, *a]\n",
    b"[" * 100000,
    b"evenements: oui\n",
    b"rien du tout",
]


def overwrite(path, content):
    with open(path, "wb") as file:
        file.write(content)


def write_in_parts(path, content):
    with open(path, "wb", buffering=0) as file:
        for start in range(0, len(content), len(content) // 4 + 1):
            file.write(content[start:start + len(content) // 4 + 1])


def rename_over(path, content):
    overwrite(path + ".part", content)
    os.rename(path + ".part", path)


def delete_and_create(path, content):
    if os.path.exists(path):
        os.unlink(path)
    overwrite(path, content)


def keep_a_copy(path, content):
    if os.path.exists(path):
        os.rename(path, path + "~")
    overwrite(path, content)


WAYS = [overwrite, write_in_parts, rename_over, delete_and_create, keep_a_copy]


class Test:
    def __init__(self, show, log, folder, frame, rounds, seed):
        self.show, self.rounds = int(show), int(rounds)
        self.log, self.frame = Log(log), Frame(frame)
        self.path = os.path.join(folder, "programme.yaml")
        self.random = random.Random(int(seed))
        self.good = self.frame.colour()
        self.allowed = {self.good}
        self.watcher = Watcher(self.frame, self.allowed)
        self.halves = set()  # written since the last good one
        self.counts = {}

    def fail(self, round_number, words):
        sys.exit(f"round {round_number}: {words}")

    def wait(self, is_done, round_number, words):
        end = time.monotonic() + GIVE_UP_SECONDS
        while not is_done():
            if self.watcher.fault:
                self.fail(round_number, self.watcher.fault)
            if not os.path.exists(f"/proc/{self.show}/exe"):
                self.fail(round_number, "the show is over")
            if time.monotonic() > end:
                self.fail(round_number, f"waited in vain for {words}")
            time.sleep(0.002)

    def has_decided(self):
        self.said += self.log.lines()
        return any(word in line for line in self.said
                   for word in ("showing ", "lost most"))

    def replace(self, number):
        kind = self.random.choice(["good", "good", "broken", "half", "empty"])
        colour = colour_of(number)
        content = programme(colour, self.random.randint(3, 8))
        if kind == "broken":
            content = self.random.choice(BROKEN)
        elif kind == "half":
            content = content[:self.random.randrange(20, len(content))]
        elif kind == "empty":
            content = self.random.choice([b"", b"\n", b"# rien\n"])
        if kind in ("good", "half"):
            self.allowed.add(colour)
        if kind == "half":
            self.halves.add(colour)
        self.said = self.log.lines() and []
        self.random.choice(WAYS)(self.path, content)
        self.counts[kind] = self.counts.get(kind, 0) + 1
        if kind == "good":
            # It may have lost most of its events, and is waited for.
            self.wait(lambda: self.frame.colour() == colour, number,
                      f"#{colour:06x}, a good one")
            self.good = colour
        else:
            self.wait(self.has_decided, number, f"a word on a {kind} one")
            if kind == "half" and self.is_shown():
                # Or what was said was said late, of the one before.
                self.wait(lambda: self.frame.colour() == colour
                          or self.is_refused(), number,
                          f"#{colour:06x}, half of one")
            self.check_screen(number, kind)
        if kind == "good":
            self.halves.clear()
            self.allowed.intersection_update({colour})

    def check_screen(self, number, kind):
        """The last good one, or half of one that is believed by now."""
        shown = self.frame.colour()
        if shown != self.good and shown not in self.halves:
            self.fail(number, f"a {kind} one took the place of the last good "
                              f"one: {self.said}")
        self.good = shown

    def is_shown(self):
        return any("showing " in line and "not showing " not in line
                   for line in self.said)

    def is_refused(self):
        self.said += self.log.lines()
        return any("not showing " in line or "lost most" in line
                   for line in self.said)

    def open_files(self):
        return len(os.listdir(f"/proc/{self.show}/fd"))

    def memory_kib(self):
        """Its own, with pictures: what it shares hangs on what else runs."""
        with open(f"/proc/{self.show}/smaps_rollup", encoding="ascii") as file:
            return sum(int(line.split()[1]) for line in file
                       if line.startswith(("Pss_Anon:", "Pss_Shmem:")))

    def run(self):
        self.watcher.start()
        files = self.open_files()
        for number in range(1, self.rounds + 1):
            self.replace(number)
            if number == self.rounds // 4:
                memory = self.memory_kib()
        after = self.memory_kib()
        print(f"memory: {memory} KiB after a quarter of them, "
              f"{after} KiB after all")
        # Fewer rounds have not met every kind and size yet.
        if self.rounds >= 1000 and after > memory * 1.1:
            self.fail(self.rounds, "it takes more and more memory")
        self.wait(lambda: self.open_files() <= files, self.rounds,
                  f"no more than {files} open files")
        self.watcher.is_over = True
        self.watcher.join()
        print(f"{self.rounds} replacements: "
              + ", ".join(f"{count} {kind}" for kind, count
                          in sorted(self.counts.items()))
              + f"; {self.watcher.frames} frames looked at")


Test(*sys.argv[1:]).run()
