# SPDX-License-Identifier: MIT
"""What is shown: a programme with posters, the same slides as pictures, and
the same slides as a web page. Made once, kept in build/bench/material."""

import datetime
import html
import json
import os
import pathlib
import subprocess

NOW = "2026-01-17T12:00"
FIRST_DAY = datetime.date(2026, 2, 2)
HOURS = ("14h-16h", "17h-19h", "20h-22h")
VENUES = (
    ("Biocoop Clémenceau", "Montpellier"),
    ("La Hune", "Frontignan"),
    ("Quartier Généreux", "Montpellier"),
    ("Le Prolé", "Nîmes"),
)
TITLES = (
    "Guérande, un peu de la beauté du monde",
    "Foodcoop",
    "Rencontre des coopératives de la région",
    "Le bateau ivre",
)
# Posters: how many different ones, and their size in pixels.
USUAL = (12, 3000, 4000)  # 12 megapixels
HEAVY = (1, 4000, 6000)  # 24


def event_text(number, day, poster):
    venue, town = VENUES[number % len(VENUES)]
    return (
        f"  - date: {day} {HOURS[number % len(HOURS)]}\n"
        f"    genre: film\n"
        f"    titre: {TITLES[number % len(TITLES)]} ({number + 1})\n"
        f"    note: + ramène ton apéritif à partager\n"
        f"    ville: {town}\n"
        f"    lieu: {venue}\n"
        f"    inscription: https://www.example.org/evenements/{number}\n"
        f"    affiche: {poster}\n"
    )


class Material:
    def __init__(self, build, folder, size):
        self.build = pathlib.Path(build)
        self.folder = pathlib.Path(folder)
        self.size = size
        self.kiosk = self.build / "kiosk/kiosk"
        self.tools = self.build / "tests/bench"
        self.folder.mkdir(parents=True, exist_ok=True)

    def made(self, name, make):
        """The folder of that name, made in whole or not at all."""
        path = self.folder / name
        if not path.exists():
            unfinished = self.folder / (name + ".new")
            subprocess.run(["rm", "-rf", unfinished], check=True)
            unfinished.mkdir()
            make(unfinished)
            unfinished.rename(path)
        return path

    def posters(self, kind):
        arguments = list(map(str, kind))

        def make(folder):
            make_posters = self.tools / "make_posters"
            subprocess.run([make_posters, folder, *arguments], check=True)

        return self.made("posters-" + "-".join(arguments), make)

    def programme(self, events, days_apart=1 / len(HOURS)):
        """That many events, each with a poster file of its own."""

        def make(folder):
            files = sorted(self.posters(USUAL).iterdir())
            (folder / "affiches").mkdir()
            text = "titre: Les soirées\nmaj: 2026-01-05\nevenements:\n"
            for number in range(events):
                poster = f"poster-{number + 1:04}.jpg"
                os.link(files[number % len(files)], folder / "affiches" / poster)
                day = FIRST_DAY + datetime.timedelta(days=number * days_apart)
                text += event_text(number, day, poster)
            (folder / "programme.yaml").write_text(text)

        return self.made(f"programme-{events}-{days_apart:.3g}", make)

    def settings(self, seconds, fades):
        path = self.folder / f"screen-{seconds}-{fades}.yaml"
        transition = "fade" if fades else "none"
        path.write_text(f"seconds: {seconds}\ntransition: {transition}\n")
        return path

    def slides(self, events):
        """Every slide of the loop as a picture of the screen's size, drawn by
        kiosk itself, in order."""

        def make(folder):
            width, height = self.size
            subprocess.run(
                [self.kiosk, "snapshot", "-o", folder, "--now", NOW]
                + ["--size", f"{width}x{height}", self.programme(events)],
                check=True,
            )
            (folder / "contact-sheet.png").unlink()

        width, height = self.size
        name = f"slides-{events}-{width}x{height}"
        return sorted(self.made(name, make).iterdir())

    def page(self, events, seconds, fades):
        """The same slides as a web page."""
        programme = self.programme(events)
        agenda = subprocess.run(
            [self.kiosk, "agenda", "--json", "--now", NOW, programme],
            check=True,
            capture_output=True,
        )
        upcoming = json.loads(agenda.stdout)["events"]
        left = iter(upcoming)
        slides = [
            event_section(next(left), programme)
            if "-event-" in slide.name
            else list_section(upcoming)
            for slide in self.slides(events)
        ]
        path = self.folder / f"page-{events}-{seconds}-{fades}.html"
        fade = "0.5s ease-in-out" if fades else "0s"
        path.write_text(
            PAGE.replace("SECONDS", str(seconds))
            .replace("FADE", fade)
            .replace("SLIDES", json.dumps(slides))
        )
        return path


def event_section(event, programme):
    def text(key):
        return html.escape(event[key] or "")

    return (
        f"<div><b>{text('kind')}</b><h1>{text('title')}</h1>"
        f"<p class=when>{text('when')}</p>"
        f"<p>{text('venue')}<br>{text('town')}</p><p>{text('note')}</p></div>"
        f"<img src='file://{programme}/affiches/{event['poster']}'>"
    )


def list_section(events):
    rows = "".join(
        f"<tr><td>{html.escape(event['when'])}"
        f"<td>{html.escape(event['title'])}<td>{html.escape(event['town'])}"
        for event in events[:8]
    )
    return f"<table>{rows}</table>"


# Two layers, one over the other: the one behind gets the next slide, and its
# picture is decoded, before it is faded in.
PAGE = """<!doctype html>
<meta charset=utf-8>
<title>Kiosk</title>
<style>
body { margin: 0; background: #FFF7EA; color: #1B1733; overflow: hidden;
       font-family: Inter, sans-serif; cursor: none }
section { position: absolute; inset: 0; opacity: 0; background: #FFF7EA;
          transition: opacity FADE; display: flex;
          justify-content: space-between }
section.front { opacity: 1; z-index: 1 }
div { padding: 5vw; font-size: 2vw }
h1 { font-size: 5.6vw; margin: 1vw 0; line-height: 1.1 }
.when { font-size: 3.3vw; font-weight: bold; color: #CF3A20 }
img { height: 92vh; margin: 4vh 4vw; border-radius: 1vw }
table { padding: 5vw; font-size: 2.4vw }
td { padding: 1vw 2vw }
</style>
<section></section><section></section>
<script>
const slides = SLIDES;
const layers = document.querySelectorAll("section");
let at = 0;
async function fill(layer, slide) {
    layer.innerHTML = slide;
    for (const picture of layer.querySelectorAll("img")) {
        await picture.decode();
    }
}
async function prepare() {
    await fill(layers[(at + 1) % 2], slides[(at + 1) % slides.length]);
}
async function turn() {
    at++;
    layers[at % 2].className = "front";
    layers[(at + 1) % 2].className = "";
    setTimeout(prepare, 1000);
}
fill(layers[0], slides[0]).then(() => {
    layers[0].style.transition = "none";
    layers[0].className = "front";
    layers[0].offsetTop;
    layers[0].style.transition = "";
    setTimeout(prepare, 1000);
    setInterval(turn, SECONDS * 1000);
});
</script>
"""
