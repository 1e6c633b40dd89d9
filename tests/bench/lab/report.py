# SPDX-License-Identifier: MIT
"""The table, for people and for programs."""

import json
import os
import pathlib
import platform
import re
import subprocess
import time
from statistics import median

from lab.figure import verdicts
from lab.shows import SHOWS, version_of

LIBRARIES = ("libsdl2-2.0-0", "libjpeg62-turbo", "libfreetype6", "xvfb")


def number(value, unit):
    if unit == "millions":
        return f"{value:.2f}"
    if unit == "s" and value < 0.1:
        return f"{value:.4f}"
    return f"{value:.2f}" if value < 100 else f"{value:.0f}"


def cell(row, name):
    samples = row.samples.get(name)
    if not samples:
        return "–"
    text = number(median(samples), row.unit)
    low, high = min(samples), max(samples)
    if len(samples) > 1 and low != high:
        text += f" ({number(low, row.unit)}–{number(high, row.unit)})"
    return text


def judgement(row, rows):
    parts = [
        f"{limit.text}: {'yes' if used <= 1 else '**NO**'}, {used:.0%} of it"
        for limit, used in verdicts(row, rows)
    ]
    return "; ".join(parts)


def remoteness(row):
    """How far kiosk is from what nobody could go below."""
    if not row.least:
        return ""
    least, why = row.least
    value = row.median()
    text = f"{number(least, row.unit)}: {why}"
    return f"{text}; {value / least:.1f} × that" if least and value else text


def table(rows):
    """As Markdown: a line a row, a column a program, kiosk first."""
    by_key = {row.key: row for row in rows}
    names = [n for n in SHOWS if any(n in row.samples for row in rows)]
    lines = [["figure", *names, "kiosk is to be", "the least there can be"]]
    lines.append(["---"] * len(lines[0]))
    for row in rows:
        title = f"{row.title}, {row.unit}" if row.unit else row.title
        cells = [cell(row, name) for name in names]
        judged = judgement(row, by_key)
        lines.append([title, *cells, judged, remoteness(row)])
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def processor():
    text = pathlib.Path("/proc/cpuinfo").read_text()
    match = re.search(r"^(?:model name|Model)\s*: (.*)$", text, re.M)
    return match.group(1) if match else platform.machine()


def memory_gib():
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return pages / 2**30


def system():
    text = pathlib.Path("/etc/os-release").read_text()
    release = pathlib.Path("/etc/debian_version")
    name = re.search(r'^NAME="?([^"\n]*)', text, re.M).group(1)
    version = release.read_text().strip() if release.exists() else ""
    return f"{name} {version}".strip()


def graphics():
    return "a GPU" if pathlib.Path("/dev/dri").exists() else "no GPU"


def commit(root):
    answer = subprocess.run(
        ["git", "-C", root, "describe", "--always", "--dirty"],
        capture_output=True,
        text=True,
        check=False,
    )
    return answer.stdout.strip() or "without a history"


def description(lab, root):
    shown = [name for name in lab.shows if SHOWS[name].package]
    versions = {name: version_of(SHOWS[name].package) for name in shown}
    versions |= {name: version_of(name) for name in LIBRARIES}
    return {
        "kiosk": commit(root),
        "date": time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime()),
        "processor": f"{os.cpu_count()} × {processor()}, "
        f"{platform.machine()}",
        "memory": f"{memory_gib():.0f} GiB",
        "graphics": f"{graphics()}; Xvfb 1920×1080×24, openbox",
        "system": f"{system()}, Linux {platform.release()}",
        "load": f"{os.getloadavg()[2]:.1f} in the last quarter of an hour",
        "full-screen blit": f"{lab.blit_s * 1000:.2f} ms",
        "rounds": lab.rounds,
        "versions": versions,
    }


def describe(about):
    versions = ", ".join(f"{k} {v}" for k, v in about["versions"].items())
    return (
        f"kiosk {about['kiosk']}, {about['date']}. {about['processor']}, "
        f"{about['memory']}, {about['graphics']}; {about['system']}; load "
        f"{about['load']}; a full-screen blit takes "
        f"{about['full-screen blit']}. Medians (least–most) of the rounds. {versions}."
    )


def write(lab, root, rows):
    about = description(lab, root)
    text = f"{table(rows)}\n\n{describe(about)}\n"
    (lab.build / "report.md").write_text(text)
    as_data = [
        {
            "key": row.key,
            "title": row.title,
            "unit": row.unit,
            "samples": row.samples,
            "spread": {
                name: {
                    "median": median(samples),
                    "least": min(samples),
                    "most": max(samples),
                }
                for name, samples in row.samples.items()
            },
            "least there can be": row.least,
            "limits": [
                {"limit": limit.text, "used": round(used, 4)}
                for limit, used in verdicts(row, {r.key: r for r in rows})
            ],
        }
        for row in rows
    ]
    data = {"about": about, "figures": as_data}
    (lab.build / "report.json").write_text(
        json.dumps(data, indent=2, ensure_ascii=False) + "\n"
    )
    return text
