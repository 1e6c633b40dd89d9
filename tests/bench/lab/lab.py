# SPDX-License-Identifier: MIT
"""What every measurement is given: the material, the programs, how often."""

import contextlib
import ctypes
import pathlib
import tempfile
import time
from dataclasses import dataclass
from statistics import median

from lab.material import Material
from lab.screen import Screen
from lab.shows import SHOWS, installed
from lab.tree import Tree

SIZE = (1920, 1080)
BLITS = 51
SCREENS = 24
LOOK_SELDOM_MS = 20
STANDS_S = 2  # what stood that long, or half a slide's time, is a slide


class Lab:
    def __init__(self, root, quick, peers):
        self.build = root / "build/bench"
        self.sample = root / "programme"
        self.quick = quick
        self.rounds = 1 if quick else 3
        self.material = Material(self.build, self.build / "material", SIZE)
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="kiosk-bench-"))
        self.blit_s = blit_s(SIZE)
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
    def started(self, name, manner, beside=(), look_ms=1):
        """A show on a screen of its own, its first slide on screen; beside
        it, in the same session, another program."""
        command = SHOWS[name].command(self.material, manner, self.scratch)
        if beside:
            both = '"$1" "$2" "$3" "$4" & shift 4; exec "$@"'
            command = ["sh", "-c", both, "sh", *beside, *command]
        log = self.scratch / f"{name}.txt"
        with Screen(SIZE, self.tool("watch_screen"), look_ms) as screen:
            environment = {"DISPLAY": screen.display}
            with Tree(command, log, environment) as tree:
                first = screen.wait_for_stillness(
                    min(STANDS_S, manner.seconds / manner.speed / 2)
                )
                if first is None or not tree.is_running():
                    raise RuntimeError(f"{name} shows nothing; see {log}")
                yield Started(screen, tree, first)

    @contextlib.contextmanager
    def all_started(self, names, manner):
        """These shows at once, each on a screen of its own: for what is no
        matter of time, since all sleep most of it."""
        with contextlib.ExitStack() as stack:
            yield {
                name: stack.enter_context(
                    self.started(name, manner, look_ms=LOOK_SELDOM_MS)
                )
                for name in names
            }

    def in_turns(self, names, rounds=None):
        """Each name in each round: what else the machine does hits all."""
        for turn in range(rounds or self.rounds):
            for name in names:
                yield turn, name

    def observe(self, started, seconds):
        """What a show does in the next seconds."""
        return self.observe_all({"it": started}, seconds)["it"]

    def observe_all(self, shows, seconds):
        """What each of these does in the next seconds."""
        before = {name: show.counts() for name, show in shows.items()}
        time.sleep(seconds)
        return {name: show.since(before[name]) for name, show in shows.items()}


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

    def counts(self):
        now = time.monotonic()
        cpu_s = self.tree.cpu_s(), self.screen.cpu_s()
        return now, *cpu_s, self.tree.switches()

    def since(self, before):
        after = self.counts()
        frames = self.screen.frames_between(before[0], after[0])
        used = [b - a for a, b in zip(before[1:], after[1:])]
        return Span(*used, frames, self.tree.pss_mib())


def blit_s(size):
    """Processor time of a copy of a screen full of pixels, none of which is in
    a cache: the median."""
    count = size[0] * size[1] * 4
    screens = [ctypes.create_string_buffer(count) for _ in range(SCREENS)]
    took = []
    for i in range(BLITS):
        begin = time.thread_time()
        ctypes.memmove(screens[i % SCREENS], screens[(i + 1) % SCREENS], count)
        took.append(time.thread_time() - begin)
    return median(took)


def can(show, fades):
    return show.can_fade if fades else show.can_cut
