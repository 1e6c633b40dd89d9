# SPDX-License-Identifier: MIT
"""The programs that show the slides: kiosk, and what people would pick
instead. Each is a function of the material and a manner that gives a command;
a peer that is not installed is left out."""

import os
import shutil
import subprocess
from dataclasses import dataclass

from lab.material import NOW


@dataclass(frozen=True)
class Manner:
    """How the slides are shown."""

    seconds: int = 5
    fades: bool = True
    events: int = 12
    folder: object = None  # kiosk's programme, if not the one of the events
    speed: int = 1  # times as fast as life


def kiosk(material, manner, scratch):
    settings = material.settings(manner.seconds, manner.fades)
    folder = manner.folder or material.programme(manner.events)
    speed = ["--speed", str(manner.speed)] if manner.speed != 1 else []
    return (
        [material.kiosk, "show", "--now", NOW, "--settings", settings]
        + [*speed, folder]
    )


def chromium(material, manner, scratch):
    page = material.page(manner.events, manner.seconds, manner.fades)
    width, height = material.size
    command = ["chromium", "--kiosk", "--disable-gpu", "--no-first-run"]
    command += ["--no-default-browser-check", "--password-store=basic"]
    command += ["--disable-features=Translate", "--noerrdialogs"]
    command += ["--disable-component-update", "--disable-background-networking"]
    command += [f"--window-size={width},{height}"]
    command += [f"--user-data-dir={scratch}/chromium", f"file://{page}"]
    return command + (["--no-sandbox"] if os.geteuid() == 0 else [])


def feh(material, manner, scratch):
    return (
        ["feh", "--fullscreen", "--hide-pointer", "--quiet"]
        + ["--slideshow-delay", str(manner.seconds)]
        + [*material.slides(manner.events)]
    )


def mpv(material, manner, scratch):
    return (
        ["mpv", "--no-config", "--fs", "--vo=x11", "--no-audio", "--no-osc"]
        + ["--no-osd-bar", "--really-quiet", "--loop-playlist=inf"]
        + [f"--image-display-duration={manner.seconds}"]
        + [*material.slides(manner.events)]
    )


def imv(material, manner, scratch):
    return (
        ["imv-x11", "-f", "-t", str(manner.seconds)]
        + [*material.slides(manner.events)]
    )


def pqiv(material, manner, scratch):
    return (
        ["pqiv", "--fullscreen", "--slideshow", "--hide-info-box"]
        + [f"--slideshow-interval={manner.seconds}", "--fade"]
        + ["--fade-duration=0.5", *material.slides(manner.events)]
    )


@dataclass(frozen=True)
class Show:
    command: callable
    package: str  # empty: it is ours
    program: str
    can_fade: bool
    can_cut: bool


# The order is that of the table's columns.
SHOWS = {
    "kiosk": Show(kiosk, "", "", True, True),
    "Chromium": Show(chromium, "chromium", "chromium", True, True),
    "feh": Show(feh, "feh", "feh", False, True),
    "mpv": Show(mpv, "mpv", "mpv", False, True),
    "imv": Show(imv, "imv", "imv-x11", False, True),
    "pqiv": Show(pqiv, "pqiv", "pqiv", True, False),
}


def version_of(package):
    answer = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}", package],
        capture_output=True,
        text=True,
        check=False,
    )
    return answer.stdout if answer.returncode == 0 else ""


def installed():
    """The names of the shows that can be measured."""
    return [
        name
        for name, show in SHOWS.items()
        if not show.program or shutil.which(show.program) is not None
    ]
