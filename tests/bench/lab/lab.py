# SPDX-License-Identifier: MIT
"""What every measurement is given: the material, the programs, how often."""

import contextlib
import pathlib
import tempfile
import time
from dataclasses import dataclass

from lab.material import Material
from lab.screen import Screen
from lab.shows import SHOWS, installed
from lab.tree import Tree

SIZE = (1920, 1080)
STANDS_S = 2  # what stood that long, or half a slide's time, is a slide


class Lab:
    def __init__(self, root, quick, peers):
        self.build = root / "build/bench"
        self.sample = root / "programme"
        self.quick = quick
        self.rounds = 1 if quick else 3
        self.material = Material(self.build, self.build / "material", SIZE)
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="kiosk-bench-"))
        self.shows = [n for n in installed() if n == "kiosk" or n in peers]

    def tool(self, name):
        return self.build / "tests/bench" / name

    def those(self, *names, fades=None):
        """The shows of these names, or all, that are there and do as asked."""
        return [
            name
            for name in self.shows
            if (not names or name in names)
            and (fades is None or can(SHOWS[name], fades))
        ]

    @contextlib.contextmanager
    def screen(self):
        with Screen(SIZE, self.tool("watch_screen")) as screen:
            yield screen

    @contextlib.contextmanager
    def started(self, name, manner):
        """A show on a screen of its own, its first slide on screen."""
        command = SHOWS[name].command(self.material, manner, self.scratch)
        log = self.scratch / f"{name}.txt"
        with self.screen() as screen:
            environment = {"DISPLAY": screen.display}
            with Tree(command, log, environment) as tree:
                first = screen.wait_for_stillness(
                    min(STANDS_S, manner.seconds / 2)
                )
                if first is None or not tree.is_running():
                    raise RuntimeError(f"{name} shows nothing; see {log}")
                yield Started(screen, tree, first)

    def in_turns(self, names, rounds=None):
        """Each name in each round: what else the machine does hits all."""
        for turn in range(rounds or self.rounds):
            for name in names:
                yield turn, name


    def observe(self, started, seconds):
        """What a show does in the next seconds."""
        screen, tree = started.screen, started.tree
        begin = time.monotonic()
        before = tree.cpu_s(), screen.cpu_s(), tree.switches()
        time.sleep(seconds)
        end = time.monotonic()
        after = tree.cpu_s(), screen.cpu_s(), tree.switches()
        cpu_s, server_cpu_s, switches = (b - a for a, b in zip(before, after))
        frames = screen.frames_between(begin, end)
        return Span(cpu_s, server_cpu_s, switches, frames, tree.pss_mib())


@dataclass
class Span:
    cpu_s: float
    server_cpu_s: float
    switches: int
    frames: list
    pss_mib: float


class Started:
    def __init__(self, screen, tree, first):
        self.screen = screen
        self.tree = tree
        self.first = first
        self.start_s = first.at - tree.begun


def can(show, fades):
    return show.can_fade if fades else show.can_cut
