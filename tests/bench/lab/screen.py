# SPDX-License-Identifier: MIT
"""A virtual screen, and when what is on it changed."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import threading
import time

from lab.tree import cpu_clock_s, wait_until

PATIENCE_S = 60


class Frame:
    """One change of the screen: when it began, and what was then to be seen."""

    def __init__(self, line):
        at, self.digest = line.split()
        self.at = float(at)


class Screen:
    """An Xvfb of its own. watch_screen reads its frame buffer from outside."""

    def __init__(self, size, watcher, look_ms):
        shared = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.folder = tempfile.mkdtemp(prefix="kiosk-bench-", dir=shared)
        self.frames = []
        self.server = self.start_server(size)
        self.manager = self.start_manager()
        self.watcher = subprocess.Popen(
            [watcher, f"{self.folder}/Xvfb_screen0", str(look_ms)],
            stdout=subprocess.PIPE,
            text=True,
        )
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def start_server(self, size):
        read_end, write_end = os.pipe()
        width, height = size
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-nolisten", "tcp"]
            + ["-fbdir", self.folder, "-noreset"]
            + ["-screen", "0", f"{width}x{height}x24"],
            pass_fds=[write_end],
            stderr=subprocess.DEVNULL,
        )
        os.close(write_end)
        with os.fdopen(read_end) as file:
            self.display = ":" + file.readline().strip()
        if not wait_until(pathlib.Path(self.folder, "Xvfb_screen0").exists, 9):
            raise RuntimeError("Xvfb has no frame buffer file")
        return server

    def start_manager(self):
        """The programs fill the screen through a window manager, as on any
        desktop."""
        environment = os.environ | {"DISPLAY": self.display}
        manager = subprocess.Popen(
            ["openbox"],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

        def manages():
            answer = subprocess.run(
                ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"],
                env=environment,
                capture_output=True,
                check=False,
            )
            return b"window id" in answer.stdout

        if not wait_until(manages, PATIENCE_S):
            raise RuntimeError("openbox does not start")
        time.sleep(1)  # some programs wait for ever if they are too early
        return manager

    def read(self):
        for line in self.watcher.stdout:
            self.frames.append(Frame(line))

    def cpu_s(self):
        return cpu_clock_s(self.server.pid)

    def wait_for_stillness(self, seconds, since=0):
        """The frame that then stood that long, or None. Before the first
        frame after `since`, nothing stands."""

        def stands():
            last = self.last_frame()
            return (
                last is not None
                and last.at > since
                and time.monotonic() - last.at > seconds
            )

        return self.last_frame() if wait_until(stands, PATIENCE_S) else None

    def last_frame(self):
        return self.frames[-1] if self.frames else None

    def frames_between(self, begin, end):
        return [frame for frame in self.frames if begin <= frame.at < end]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in (self.watcher, self.manager, self.server):
            process.terminate()
            process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
