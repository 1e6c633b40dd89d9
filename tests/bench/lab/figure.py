# SPDX-License-Identifier: MIT
"""What a measurement gives: rows of a table, each with its limits."""

from dataclasses import dataclass, field
from statistics import median


@dataclass(frozen=True)
class Limit:
    """kiosk's median may be `factor` times another one, plus `plus`: another
    program's of the same row, or kiosk's own of another row, or, without
    either, 1."""

    text: str
    factor: float
    of: str = ""
    row: str = ""
    plus: float = 0


@dataclass
class Row:
    """samples: of each program, what was measured in each round. least: what
    nobody could go below on this machine, and why."""

    key: str
    title: str
    unit: str
    limits: tuple = ()
    least: tuple = ()
    samples: dict = field(default_factory=dict)

    def add(self, name, sample):
        self.samples.setdefault(name, []).append(sample)

    def median(self, name="kiosk"):
        return median(self.samples[name]) if name in self.samples else None


def bound(limit, row, rows):
    """What kiosk's median may be at most; None if there is nothing to compare
    it with."""
    base = 1
    if limit.row:
        base = rows[limit.row].median() if limit.row in rows else None
    elif limit.of:
        base = row.median(limit.of)
    return None if base is None else limit.factor * base + limit.plus


def verdicts(row, rows):
    """Of each limit that can be judged: how much of it is used. Up to 1 is
    within it."""
    value = row.median()
    for limit in row.limits:
        most = bound(limit, row, rows)
        if value is not None and most is not None:
            yield limit, value / most if most else float(value > 0)
