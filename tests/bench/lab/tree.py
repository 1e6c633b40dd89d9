# SPDX-License-Identifier: MIT
"""A program and all it started: processor time, memory, context switches.

Linux only. Nothing here disturbs what is measured: everything is read from
outside, when it is asked for.
"""

import contextlib
import ctypes
import os
import signal
import subprocess
import time

PR_SET_CHILD_SUBREAPER = 36
TICKS = os.sysconf("SC_CLK_TCK")


def adopt_orphans():
    """What a program leaves behind becomes our child, and is not lost."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def stat_fields(pid):
    """The fields of /proc/PID/stat from the third on."""
    with open(f"/proc/{pid}/stat", "rb") as file:
        return file.read().rsplit(b")", 1)[1].split()


def processes():
    """Each process, the one it belongs to, and its session."""
    found = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            with contextlib.suppress(OSError):
                fields = stat_fields(name)
                found[int(name)] = int(fields[1]), int(fields[3])
    return found


def cpu_clock_s(pid):
    """User and system time of a process with all its threads, exact."""
    return time.clock_gettime((~pid << 3) | 2)


def reaped_cpu_s(pid):
    """That of its children that ended and were waited for."""
    fields = stat_fields(pid)
    return (int(fields[13]) + int(fields[14])) / TICKS


def switches_of(pid):
    count = 0
    for thread in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{thread}/status", "rb") as file:
            count += sum(
                int(line.split()[1])
                for line in file
                if b"ctxt_switches" in line
            )
    return count


def pss_bytes(pid):
    """Its memory; what it shares is divided by those who share it."""
    with open(f"/proc/{pid}/smaps_rollup", "rb") as file:
        return sum(
            int(line.split()[1]) * 1024
            for line in file
            if line.startswith(b"Pss:")
        )


def wait_until(condition, seconds):
    """True as soon as the condition holds; False if it never did."""
    give_up = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > give_up:
            return False
        time.sleep(0.02)
    return True


class Tree:
    """A running program. At the end of a with statement it is ended."""

    def __init__(self, command, log, environment):
        self.begun = time.monotonic()
        with open(log, "wb") as messages:
            self.process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=messages,
                stderr=messages,
                env=os.environ | environment,
                start_new_session=True,
            )

    def pids(self):
        """The program, all that it started, and what that started; also what
        these left behind, which stays in their session."""
        table = processes()
        root = self.process.pid
        found = {p for p, (_, session) in table.items() if session == root}
        before = None
        while found != before:
            before = set(found)
            found |= {p for p, (above, _) in table.items() if above in found}
        return found

    def total(self, of):
        """The sum of a figure over all processes that are still there."""
        total = 0
        for pid in self.pids():
            with contextlib.suppress(OSError):
                total += of(pid)
        return total

    def cpu_s(self):
        return self.total(lambda pid: cpu_clock_s(pid) + reaped_cpu_s(pid))

    def switches(self):
        return self.total(switches_of)

    def pss_mib(self):
        return self.total(pss_bytes) / 2**20

    def is_running(self):
        return self.process.poll() is None

    def end(self):
        for how in (signal.SIGTERM, signal.SIGKILL):
            for pid in self.pids():
                with contextlib.suppress(OSError):
                    os.kill(pid, how)
            if wait_until(self.is_gone, 3):
                break

    def is_gone(self):
        self.process.poll()
        left = self.pids()
        for pid in left - {self.process.pid}:
            with contextlib.suppress(OSError):
                os.waitpid(pid, os.WNOHANG)
        return not left

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()
