"""The logos: a simple mark and a line of type each."""

from kit import *


def meridionale():
    """The M of Méridionale as two arches of an aqueduct, under the midday sun."""
    s = Sheet(1600, 500)
    s.path(sector(230, 206, 116, 0, 180), SUN)
    arches = ("M40 226H420V440H370V370A57.5 57.5 0 0 0 255 370V440H205V370"
              "A57.5 57.5 0 0 0 90 370V440H40Z")
    s.path(arches, PLUM)
    s.rect(40, 246, 380, 14, CORAL)
    font = DISPLAY % "Black"
    s.text("La Méridionale", font, 486, 270, PLUM, width=1070)
    s.text("des Coopératives", DISPLAY % "Medium", 486, 440, CORAL, width=1070)
    return s


def enercoop():
    """A pinwheel of three half-discs."""
    s = Sheet(1200, 400)
    for k in range(3):
        s.open(f"translate(205 214) rotate({120 * k + 20})")
        s.path("M0 0V-184A92 92 0 0 1 0 0Z", (SEA, SUN, CORAL)[k])
        s.close()
    s.circle(205, 214, 26, INK)
    s.text("Enercoop", SPARTAN % "Bold", 432, 206, INK, width=730)
    s.text("Languedoc-Roussillon", INTER % "Medium", 434, 334, SEA, width=726)
    return s


def cagette():
    """A slatted crate, full."""
    s = Sheet(1300, 480)
    for x, y, r, colour in ((120, 176, 62, CORAL), (230, 150, 70, SUN), (342, 176, 62, "#7FA63A")):
        s.circle(x, y, r, colour)
    s.path(leaf(230, 90, 84, 34, 40), SEA)
    for y in (210, 292, 374):
        s.rect(30, y, 402, 62, "#B9773A", rx=8)
    for x in (48, 374):
        s.rect(x, 196, 40, 254, "#8A5424", rx=6)
    s.text("Les Ami-e-s de", YANONE % "Regular", 492, 196, INK, width=762)
    s.text("la Cagette", YANONE % "Bold", 490, 410, CORAL, width=766)
    return s


def scopyleft():
    """A reversed C holding on to its o: shared, on purpose."""
    s = Sheet(1200, 320)
    s.path(sector(160, 160, 130, -140, 140, inner=82), PLUM)
    s.circle(118, 160, 44, CORAL)
    s.text("scopyleft", DISPLAY % "ExtraBold", 352, 202, PLUM, width=810)
    return s


def tenk():
    """The diaeresis is a pair of reels."""
    s = Sheet(1000, 460)
    words = Words("TENK", VOLLKORN % "Black")
    size = words.size_for_width(920)
    s.path(words.path(40, 420, size=size), INK)
    scale = size / words.face.em                         # over the middle of the E
    (_, e), (_, n) = words.placed[1:3]
    middle = 40 + ((e + n) / 2 - words.bounds[0]) * scale
    for x in (middle - 64, middle + 64):
        s.ring(x, 76, 36, CORAL, 36)
    return s


def la_hune():
    """A crow's nest, its pennant, and the sea below."""
    s = Sheet(900, 460)
    s.rect(188, 40, 24, 330, INK)
    s.path("M212 44L340 86L212 128Z", CORAL)
    s.path("M92 190H308L280 282H120Z", SEA)
    s.rect(78, 176, 244, 26, INK, rx=6)
    s.line("M40 388q40 -44 80 0t80 0t80 0t80 0", NIGHT, 24)
    s.text("La Hune", ARAPEY % "Black", 420, 228, INK, width=440)
    s.text("Frontignan", INTER % "Medium", 422, 326, SEA, width=436)
    return s


def quartier_genereux():
    """Four quarters, one of them held out."""
    s = Sheet(1180, 400)
    cx, cy, r = 190, 205, 150
    for start, colour, dx, dy in ((90, CORAL, 0, 0), (180, SUN, 0, 0), (270, SEA, 0, 0), (0, PLUM, 26, -26)):
        gap = {90: (-5, -5), 180: (-5, 5), 270: (5, 5), 0: (5, -5)}[start]
        s.path(sector(cx + gap[0] + dx, cy + gap[1] + dy, r, start, start + 90), colour)
    s.text("Quartier", SPARTAN % "ExtraBold", 420, 186, INK, size=150)
    s.text("Généreux", SPARTAN % "ExtraBold", 420, 336, CORAL, size=150)
    return s


def sauce_bramaise():
    """A pot on the simmer; small and on white, as volunteers have them."""
    s = Sheet(300, 200, "#FFFFFF")
    for x in (118, 150, 182):
        s.line(f"M{x} 52q-10 -10 0 -20t0 -20", SUN, 6)
    s.rect(82, 60, 136, 13, INK, rx=6)
    s.path("M90 78H210V98Q210 124 184 124H116Q90 124 90 98Z", CORAL)
    s.rect(66, 82, 24, 11, INK, rx=5)
    s.rect(210, 82, 24, 11, INK, rx=5)
    s.text("La Sauce Bramaise", LECKERLI, 150, 172, INK, width=272, anchor="middle")
    return s


def gazette_cafe():
    """A cup with the morning's columns on it."""
    s = Sheet(1100, 420)
    s.ring(318, 214, 58, INK, 30)
    s.path("M52 112H326V262Q326 352 236 352H142Q52 352 52 262Z", INK)
    s.rect(92, 152, 194, 32, PAPER)
    for y in (206, 236, 266, 296):
        s.rect(92, y, 86, 14, PAPER)
        s.rect(200, y, 86, 14, PAPER)
    s.rect(92, 206, 86, 74, CORAL)
    s.rect(30, 368, 322, 18, CORAL, rx=9)
    for x in (140, 190, 240):
        s.line(f"M{x} 88q-12 -14 0 -28t0 -28", CORAL, 12)
    s.text("Gazette", ARAPEY % "Black-Display", 440, 232, INK, width=620)
    s.text("café", VOLLKORN % "Italic", 1060, 366, CORAL, size=150, anchor="end")
    return s


def utopia():
    """A tall sign, as on a cinema's corner."""
    s = Sheet(400, 1200)
    s.rect(20, 20, 360, 1160, NIGHT, rx=40)
    s.text("CINÉMA", DISPLAY % "Bold", 200, 112, SUN, width=250, anchor="middle")
    s.rect(75, 136, 250, 8, SUN)
    font = SPARTAN % "Black"
    for k, char in enumerate("UTOPIA"):
        y = 300 + 166 * k
        if char == "O":
            s.circle(200, y - 63, 70, SUN)
            for d in range(5):
                s.circle(*polar(200, y - 63, 41, 90 + 72 * d), 14, NIGHT)
            s.circle(200, y - 63, 8, NIGHT)
        else:
            s.text(char, font, 200, y, PAPER, height=126, anchor="middle")
    return s


def biocoop_clemenceau():
    """A clementine, naturally."""
    s = Sheet(1200, 420)
    s.circle(200, 236, 150, "#F58A1F")
    s.path(sector(200, 236, 118, 200, 290, inner=98), "#FFC27A")
    s.path(leaf(200, 104, 150, 74, 28), "#3F7D3A")
    s.line(f"M200 112L{200 + 92} {104 - 49}", "#A9D08A", 8)
    s.rect(190, 70, 20, 50, "#3F7D3A", rx=8)
    s.text("Biocoop", DISPLAY % "Black", 410, 214, "#3F7D3A", width=560)
    s.text("Clémenceau", DISPLAY % "Medium", 412, 356, INK, width=740)
    return s


ALL = {f.__name__.replace("_", "-"): f for f in (
    meridionale, enercoop, cagette, scopyleft, tenk, la_hune, quartier_genereux,
    sauce_bramaise, gazette_cafe, utopia, biocoop_clemenceau)}
