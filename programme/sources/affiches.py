"""The posters: one function each, one idea each."""

import math
import random

from kit import *


def foodcoop():
    """A grocery bag whose contents make the New York skyline."""
    s = Sheet(2000, 3000, SUN)
    s.circle(1010, 1130, 830, "#FFD36B")
    bag, gusset, fold = CORAL, "#9E2613", "#B53019"

    s.open("translate(945 1500) scale(1.07) translate(-955 -1500)")
    # Baguette.
    s.open("rotate(-7 400 1500)")
    s.rect(270, 560, 230, 1200, "#C4681B", rx=115)
    for y in (680, 860, 1040, 1220, 1400):
        s.path(f"M300 {y + 70}Q360 {y - 40} 470 {y - 30}Q420 {y + 70} 300 {y + 70}Z", "#FFE2A6")
    s.close()

    # Asparagus, with the setbacks of a skyscraper.
    green, dark = "#5E9A3C", "#2F6B3A"
    s.rect(1515, 780, 140, 900, green)
    s.path("M1515 800Q1500 600 1585 470Q1670 600 1655 800Z", green)
    for y, w in ((640, 50), (790, 58), (1000, 62), (1230, 62)):
        s.path(f"M{1585 - w} {y}L1585 {y - 120}L{1585 + w} {y}Z", dark)

    # Leek: white shaft, leaves opening like the crown of a tower.
    for angle, length, width, colour in (
            (128, 640, 120, dark), (52, 640, 120, dark), (112, 760, 120, green),
            (68, 760, 120, green), (90, 860, 130, SEA)):
        s.path(leaf(965, 1130, length, width, angle), colour)
    s.path("M850 1700V1060Q850 900 885 760L965 1010L1045 760Q1080 900 1080 1060V1700Z", "#DDEBC0")
    s.path("M850 1700V1180Q905 1080 965 1010Q1025 1080 1080 1180V1700Z", PAPER)
    for x in (905, 965, 1025):
        s.line(f"M{x} {1210 if x != 965 else 1130}V1700", "#DDEBC0", 10)

    # Bottle, lit from inside like an office tower.
    s.path("M1085 1700V1030Q1085 940 1140 880V640H1250V880Q1305 940 1305 1030V1700Z", NIGHT)
    s.rect(1126, 600, 138, 70, INK, rx=14)
    random.seed(11)
    for y in range(1040, 1500, 76):
        for x in range(1118, 1280, 58):
            s.rect(x, y, 36, 46, random.choice((SUN, SUN, PAPER, "#2E5F8F", "#2E5F8F")))

    # A tin on stilts: the water tower of every New York roof.
    for x in (1345, 1425, 1505):
        s.rect(x - 9, 1180, 18, 400, INK)
    s.line("M1345 1200L1505 1360M1505 1200L1345 1360", INK, 14)
    s.rect(1308, 920, 234, 270, PLUM)
    s.rect(1308, 985, 234, 140, PAPER)
    s.circle(1425, 1055, 48, CORAL)
    s.path(leaf(1425, 1020, 46, 24, 60), dark)
    s.path(leaf(1425, 1020, 46, 24, 130), dark)
    s.poly([(1285, 920), (1425, 800), (1565, 920)], INK)

    # Milk carton: a walk-up with its gable.
    s.rect(475, 1020, 330, 700, PAPER)
    s.poly([(805, 1020), (880, 970), (880, 1700), (805, 1720)], "#E4D3BC")
    s.poly([(475, 1020), (545, 850), (805, 850), (805, 1020)], SEA)
    s.poly([(805, 850), (880, 970), (805, 1020)], "#08504D")
    s.rect(540, 790, 268, 64, "#08504D")
    for j, y in enumerate(range(1085, 1400, 108)):
        for i, x in enumerate((517, 610, 703)):
            s.rect(x, y, 60, 76, SUN if (i + 2 * j) % 4 == 1 else NIGHT)
            s.rect(x - 6, y + 76, 72, 10, "#E4D3BC")
    s.close()

    # The bag, with its pinked edge.
    top, left, right, side = 1480, 130, 1760, 1930
    teeth = [(left + (right - left) * i / 30, top + (0 if i % 2 else 46)) for i in range(31)]
    s.poly([(right - 9, top + 46)] + [
        (right + (side - right) * i / 6, top + (46 if i % 2 == 0 else 0) - 14 * i) for i in range(1, 7)]
        + [(side, 3000), (right - 9, 3000)], gusset)
    s.poly([(right - 9, top + 46), (1850, 1900), (1850, 3000), (right - 9, 3000)], fold)
    s.poly(teeth + [(right, 3000), (left, 3000)], bag)

    # FOOD over COOP: the four O's fall into a square, and fill with produce.
    h, gap, x0, y1, y2 = 378, 26, 226, 2130, 2130 + 378 + 44
    font = SPARTAN % "Black"

    def letter(char, x, baseline, anchor):
        s.text(char, font, x, baseline, PAPER, height=h, width=W[char], anchor=anchor)

    W = {"F": 236, "D": 322, "C": 300, "P": 258}
    ox = [x0 + 300 + gap + h / 2, x0 + 300 + 2 * gap + 1.5 * h]
    letter("F", ox[0] - h / 2 - gap, y1, "end")
    letter("D", ox[1] + h / 2 + gap, y1, "start")
    letter("C", ox[0] - h / 2 - gap, y2, "end")
    letter("P", ox[1] + h / 2 + gap, y2, "start")
    r = h / 2

    x, y = ox[0], y1 - r            # an orange
    s.circle(x, y, r, "#FF9A1F")
    s.circle(x, y, r * .86, PAPER)
    for k in range(9):
        cx, cy = polar(x, y, 10, k * 40 + 20)
        s.path(sector(cx, cy, r * .73, k * 40 + 3, k * 40 + 37), SUN)
    x, y = ox[1], y1 - r            # a film reel
    s.circle(x, y, r, INK)
    for k in range(5):
        s.circle(*polar(x, y, r * .58, 90 + 72 * k), r * .25, PAPER)
    s.circle(x, y, r * .13, SUN)
    x, y = ox[0], y2 - r            # an onion
    for k, colour in enumerate((PLUM, "#F3DCEB", "#A8578D", "#F3DCEB", "#A8578D", PAPER)):
        s.circle(x, y, r * (1, .88, .7, .6, .38, .28)[k], colour)
    x, y = ox[1], y2 - r            # a kiwi
    s.circle(x, y, r, "#6B4A1F")
    s.circle(x, y, r * .92, "#7FB53A")
    for k in range(24):
        a, b = polar(x, y, r * .3, k * 15), polar(x, y, r * .8, k * 15)
        s.line(polyline([a, b]), "#A9D45E", 7)
    s.circle(x, y, r * .34, "#F2F4CF")
    for k in range(18):
        s.circle(*polar(x, y, r * (.5 if k % 2 else .43), k * 20 + 7), 9, INK)

    s.text("Le supermarché qui", DISPLAY % "Bold", 234, 2752, PAPER, size=104)
    s.text("appartient à ses clients", DISPLAY % "Bold", 234, 2872, PAPER, size=104)
    return s


def guerande():
    """Salt pans at sunset, leaded like stained glass."""
    s = Sheet(2121, 3000, "#FFE9CC")
    random.seed(44)
    cx, horizon = 1060, 1330
    s.circle(cx, horizon - 150, 530, "#FFD79A")
    s.circle(cx, horizon - 150, 405, CORAL)
    s.path(f"M0 {horizon - 26}Q300 {horizon - 58} 640 {horizon - 24}T1300 {horizon - 26}"
           f"T2121 {horizon - 40}V{horizon + 20}H0Z", PLUM)
    s.path(f"M1676 {horizon - 30}v-34l20 -26h30v-52l17 -62l17 62v52h56l26 26v40Z", PLUM)  # the far church
    clay = "#2B1A3A"
    s.rect(0, horizon, 2121, 3000 - horizon, clay)

    warm = ["#FFB81C", "#FF9A3C", "#F2703F", "#FFD27A", "#F7A27C"]
    rose = ["#F4B8A4", "#E58B86", "#F9D3BE", "#C97A8E"]
    cool = ["#0B6E69", "#3A938C", "#8CC7BF", "#14365C", "#2F6690", "#CFE5DF", "#5FA8A8"]

    edges = [22, 54, 98, 156, 232, 330, 458, 622, 830, 1090, 1410, 1800]
    for row, (a, b) in enumerate(zip(edges, edges[1:])):
        mid, depth = (a + b) / 2, b - a
        gap = 2.5 + depth * .055
        x = -random.uniform(0, 1.5) * depth - 40
        last = None
        while x < 2161:
            width = depth * random.choice((1.15, 1.5, 1.5, 2.1))
            corners = []
            for px, py in ((x, a), (x + width, a), (x + width, b), (x, b)):
                scale = py / mid                          # towards the vanishing point
                wave = math.sin(px / 420 + row * 1.3) * depth * .07
                corners.append((cx + (px - cx) * scale, horizon + py + wave))
            (x1, t1), (x2, t2), (x3, b3), (x4, b4) = corners
            corners = [(x1 + gap, t1 + gap * .7), (x2 - gap, t2 + gap * .7),
                       (x3 - gap, b3 - gap * .7), (x4 + gap, b4 - gap * .7)]
            away = abs(x + width / 2 - cx) / (300 + mid * .16)
            away += random.uniform(-.18, .18)
            family = warm if away < .72 else rose if away < 1.25 else cool
            colour = random.choice([c for c in family if c != last])
            last = colour
            s.path(rounded(corners, .16), colour)
            x += width

    def heap(x, y, w, h):
        """A salt heap, its lit and its shaded side, and its shadow."""
        l, r = x - w / 2, x + w / 2
        s.path(f"M{num(l)} {num(y)}L{num(x - w * .95)} {num(y + h * .55)}"
               f"L{num(x + w * .4)} {num(y + h * .08)}Z", clay)
        base = f"Q{num(x)} {num(y + h * .2)} {num(l)} {num(y)}Z"
        flank = (f"M{num(l)} {num(y)}Q{num(x - w * .14)} {num(y - h * .4)} "
                 f"{num(x - w * .04)} {num(y - h * .95)}")
        s.path(flank + f"Q{num(x)} {num(y - h * 1.04)} {num(x + w * .04)} {num(y - h * .95)}"
               f"Q{num(x + w * .14)} {num(y - h * .4)} {num(r)} {num(y)}" + base, "#CBB9D6")
        s.path(f"M{num(x - w * .01)} {num(y - h * .985)}"
               f"Q{num(x + w * .03)} {num(y - h * .98)} {num(x + w * .04)} {num(y - h * .95)}"
               f"Q{num(x + w * .14)} {num(y - h * .4)} {num(r)} {num(y)}"
               f"Q{num(x + w * .28)} {num(y + h * .085)} {num(x + w * .06)} {num(y + h * .098)}"
               f"Q{num(x - w * .07)} {num(y - h * .4)} {num(x - w * .01)} {num(y - h * .985)}Z", "#FFFFFF")

    heap(1500, horizon + 168, 96, 62)
    heap(1740, horizon + 250, 150, 96)
    heap(300, horizon + 246, 130, 86)
    heap(1650, horizon + 1290, 820, 600)

    # The salt worker and the long rake.
    x, y = 0, 0
    s.open(f"translate(520 {horizon + 950}) scale(1.22)")
    s.poly([(-78, -6), (92, -6), (-150, 150), (-330, 150)], clay)
    s.line(f"M{x - 70} {y - 300}L{x + 560} {y - 60}", INK, 15)
    s.line(f"M{x + 520} {y - 8}L{x + 600} {y - 106}", INK, 24, cap="butt")
    s.path(f"M{x - 78} {y}L{x - 52} {y - 210}L{x + 46} {y - 210}L{x + 92} {y}H{x + 44}L{x} {y - 150}L{x - 30} {y}Z", INK)
    s.path(f"M{x - 62} {y - 190}Q{x - 84} {y - 380} {x + 6} {y - 400}Q{x + 78} {y - 380} {x + 54} {y - 190}Z", PAPER)
    s.line(f"M{x + 30} {y - 360}L{x + 120} {y - 262}L{x + 190} {y - 208}", PAPER, 44)
    s.line(f"M{x - 24} {y - 352}L{x - 60} {y - 290}L{x + 10} {y - 268}", "#E4D3BC", 38)
    s.circle(x + 22, y - 446, 48, INK)
    s.path(f"M{x - 58} {y - 456}Q{x + 14} {y - 560} {x + 112} {y - 440}Z", CORAL)
    s.close()

    s.text("Guérande", ARAPEY % "Black-Display", cx, 450, PLUM, width=1790, anchor="middle")
    s.text("un peu de la beauté du monde", VOLLKORN % "Italic", cx, 606, PLUM, width=1180, anchor="middle")
    return s


def burn_out_militant():
    """A row of matches, one spent; and a poster burnt at its own corner."""
    s = Sheet(1800, 2600)
    random.seed(12)

    def burn(radius, bite):
        """The eaten edge, from the top of the sheet (y 52) round to its right."""
        angles = [180]
        while angles[-1] < 270:
            angle = angles[-1] + random.uniform(4, 15)
            angles.append(270 if angle > 263 else angle)
        d = ""
        for before, angle in zip([None] + angles, angles):
            share = (270 - angle) / 90
            r = radius * (1 + .07 * math.sin(5.1 * share + 2) + random.uniform(-.02, .02))
            x, y = polar(1756, 52, r, angle)
            if before is not None:
                qx, qy = polar(1756, 52, r + bite * random.uniform(.5, 1.6), (angle + before) / 2)
                d += f"Q{num(qx)} {num(qy)} "
            d += f"{num(x)} {num(y)}"
        return d

    # Hand-cut edges; the three burns are laid one inside the other.
    floor = [(52, 2552), (900, 2572), (1764, 2560)]

    def sheet(edge, fill):
        s.path(f"M42 60L600 44L{edge}L1748 1500L1764 2560L900 2572L52 2552L36 1300Z", fill)

    s.path(f"M900 52L{burn(560, 36)}L1752 1100L1300 1200Z", INK)
    s.path(f"M800 52L{burn(640, 46)}L1752 1200L1300 1300Z", SUN)
    sheet(burn(700, 56), CORAL)

    def ground(x):
        (ax, ay), (bx, by) = floor[:2] if x < 900 else floor[1:]
        return ay + (by - ay) * (x - ax) / (bx - ax) + 1

    font = DISPLAY % "Black"
    size = Words("militant", font, -40).size_for_width(1540)
    for word, y in (("burn", 540), ("out", 900), ("militant", 1260)):
        s.text(word, font, 128, y, PAPER, size=size, tracking=-40)
    s.text("Autour du livre, rencontre avec", DISPLAY % "SemiBold", 134, 1404, PAPER, size=80)
    s.text("Hélène Balazard", DISPLAY % "Black", 134, 1502, SUN, size=92)

    def stick(x, top):
        s.poly([(x - 35, top), (x + 35, top), (x + 35, ground(x + 35)), (x - 35, ground(x - 35))], PAPER)
        s.poly([(x + 7, top), (x + 35, top), (x + 35, ground(x + 35)), (x + 7, ground(x + 7))], "#EBCFA6")

    for k, x in enumerate((200, 430, 660, 890, 1350, 1580)):
        top = 1884 + (0, 46, -24, 30, 18, -20)[k]
        stick(x, top)
        s.path(f"M{x - 35} {top + 130}V{top + 20}C{x - 84} {top - 60} {x - 62} {top - 150} {x} {top - 172}"
               f"C{x + 62} {top - 150} {x + 84} {top - 60} {x + 35} {top + 20}V{top + 130}"
               f"Q{x} {top + 158} {x - 35} {top + 130}Z", SUN)
        s.path(f"M{x + 14} {top - 118}Q{x + 48} {top - 70} {x + 22} {top - 22}", "#FFD98A")

    # The spent one: charred, thinned, bowed down like a wilted flower.
    stick(1105, 2330)
    spine = [(1105, 2372, 36), (1103, 2300, 33), (1094, 2210, 30), (1092, 2120, 28), (1106, 2034, 27),
             (1144, 1970, 26), (1200, 1956, 25), (1244, 1994, 24), (1256, 2060, 22), (1250, 2100, 22)]
    left, right = [], []
    for (ax, ay, _), (bx, by, w), (cx, cy, _) in zip([spine[0]] + spine, spine, spine[1:] + [spine[-1]]):
        turn = math.atan2(cy - ay, cx - ax)
        left.append((bx + w * math.sin(turn), by - w * math.cos(turn)))
        right.append((bx - w * math.sin(turn), by + w * math.cos(turn)))
    s.path(smooth(left + right[::-1]), INK)
    s.path(smooth([(1250, 2066), (1292, 2106), (1286, 2164), (1244, 2192), (1208, 2158), (1214, 2104)]), INK)
    s.line("M1128 1880C1082 1828 1124 1784 1096 1732C1074 1692 1104 1660 1092 1622", INK, 13)
    return s


def bateau_ivre():
    """A floating theatre, tipsy under the moon; the title bobs on the swell."""
    s = Sheet(2400, 1600, NIGHT)
    mx, my = 1500, 560
    for r, colour in ((1000, "#183F6A"), (760, "#1F4D7C"), (550, "#2A5F90")):
        s.circle(mx, my, r, colour)
    s.circle(mx, my, 370, SUN)
    random.seed(8)
    for x, y, r in ((180, 180, 9), (420, 360, 6), (640, 140, 8), (860, 300, 5), (300, 560, 7),
                    (2220, 170, 8), (2080, 420, 5), (2290, 560, 7), (1010, 110, 6), (110, 420, 5),
                    (560, 620, 5), (740, 470, 7), (2150, 90, 5)):
        s.path(polygon([polar(x, y, 2.2 * r if k % 2 == 0 else .7 * r, 90 + 45 * k)
                        for k in range(8)]), PAPER)

    def swell(level, height, length, shift):
        return lambda x: level + height * math.sin(2 * math.pi * (x - shift) / length)

    def wave(at, colour):
        pts = [(x, at(x)) for x in range(-120, 2540, 60)]
        s.path(smooth(pts, closed=False) + "L2540 1700L-120 1700Z", colour)

    wave(swell(1010, 22, 900, 100), "#1C6E86")
    for k in range(5):                                   # moonlight on the far water
        w = 1050 - 70 * k
        s.path(f"M{mx - w} {1040 + 26 * k}q{w} -16 {2 * w} 0q{-w} 16 {-2 * w} 0Z", "#2B86A0")

    # The boat.
    s.open("translate(1400 1010) rotate(-11)")
    s.rect(-14, -860, 28, 460, INK)
    s.path("M14 -850L210 -790L14 -730Z", CORAL)
    s.poly([(-330, -110), (-330, -420), (330, -420), (330, -110)], "#FFE3B5")
    s.poly([(-390, -410), (-330, -520), (330, -520), (390, -410)], SEA)
    s.rect(-390, -420, 780, 26, "#08504D")
    s.path("M-170 -110V-300A170 90 0 0 1 170 -300V-110Z", INK)          # the stage
    s.path("M-150 -110V-298A150 76 0 0 1 150 -298V-110Z", SUN)
    s.path("M-150 -170V-300Q-140 -350 -20 -366Q-50 -240 -120 -210Q-104 -190 -104 -170Z", CORAL)
    s.path("M150 -170V-300Q140 -350 20 -366Q50 -240 120 -210Q104 -190 104 -170Z", CORAL)
    for x in (-290, 222):
        s.rect(x, -340, 68, 96, NIGHT, rx=34)
        s.rect(x + 12, -328, 44, 72, SUN, rx=22)
    s.path("M-640 -190Q-560 -150 -440 -150H520Q620 -150 720 -250Q700 160 380 220H-280Q-560 180 -640 -190Z", CORAL)
    s.path("M-640 -190Q-560 -150 -440 -150H520Q620 -150 720 -250L716 -190Q630 -90 520 -90H-440Q-560 -90 -626 -130Z", PAPER)
    for x in (-400, -200, 0, 200, 400):
        s.circle(x, 0, 46, INK)
        s.circle(x, 0, 30, SUN)
    for x1, y1, x2, y2, sag in ((-630, -190, 0, -850, 150), (0, -850, 708, -246, 150)):
        qx, qy = (x1 + x2) / 2, (y1 + y2) / 2 + sag
        s.line(f"M{x1} {y1}Q{qx} {qy} {x2} {y2}", INK, 7)
        for k in range(1, 10):
            u = k / 10
            x = (1 - u) ** 2 * x1 + 2 * u * (1 - u) * qx + u * u * x2
            y = (1 - u) ** 2 * y1 + 2 * u * (1 - u) * qy + u * u * y2
            s.circle(x, y + 20, 19, (PAPER, CORAL, "#6FC7BE")[k % 3])
    s.close()

    wave(swell(1130, 34, 800, 420), SEA)
    wave(swell(1235, 40, 1020, 40), "#0A5A62")

    # Each letter leans with the wave that carries it.
    carrier = swell(1470, 52, 1240, -120)
    font = VOLLKORN % "Black"
    words = Words("Le Bateau Ivre", font, 36)
    size = words.size_for_width(2130)
    scale = size / words.face.em
    for (name, gx), char in zip(words.placed, words.text):
        if char == " ":
            continue
        advance = words.face.glyphs[name].width * scale
        x = 125 + gx * scale + advance / 2
        slope = math.degrees(math.atan2(carrier(x + 50) - carrier(x - 50), 100))
        s.text(char, font, x, carrier(x) - 8, PAPER, size=size, anchor="middle", angle=-slope)
    wave(swell(1460, 48, 1240, -90), "#2E8C86")
    wave(swell(1556, 40, 900, 300), INK)
    return s


def demain_l_usine():
    """Workers voting: their raised hands are the factory's chimneys."""
    s = Sheet(1500, 2000, "#F8BFAF")
    s.circle(750, 830, 560, "#FBD9CB")

    def arm(x, top, skin, sleeve, band, flip=1):
        """A brick stack for a sleeve, an open hand for smoke."""
        s.rect(x - 80, top + 250, 160, 1200, sleeve)
        random.seed(x)
        for row, y in enumerate(range(top + 400, 1100, 42)):
            for bx in ((x - 66, x - 21, x + 24), (x - 44, x + 1))[row % 2]:
                if random.random() < .3:
                    s.rect(bx, y, 42, 13, band)
        s.rect(x - 92, top + 250, 184, 56, band)
        s.rect(x - 80, top + 340, 160, 22, band)
        s.rect(x - 80, top + 140, 160, 112, skin, rx=0)
        s.path(f"M{x - 80} {top + 130}H{x + 80}V{top + 190}Q{x + 76} {top + 240} {x + 52} {top + 252}"
               f"H{x - 52}Q{x - 76} {top + 240} {x - 80} {top + 190}Z", skin)
        for k, up in enumerate((36, -22, -40, 2)):
            fx = x + flip * (-62 + 41.5 * k)
            s.rect(fx - 18, top + up - 6, 36, 190 - up, skin, rx=18)
        a, b = x + flip * -64, x + flip * -116
        s.line(f"M{a} {top + 196}L{b} {top + 108}", skin, 38)

    arm(150, 400, SUN, CORAL, "#9E2613")
    arm(450, 190, "#7A3B1E", PAPER, "#E9CFA8")
    arm(750, 300, PAPER, SEA, "#08504D", flip=-1)
    arm(1050, 120, CORAL, SUN, "#D98F00", flip=-1)
    arm(1350, 360, "#C98A4B", PLUM, "#3D1132", flip=-1)

    roof, eave = 900, 1130
    for k in range(5):
        x = 300 * k
        s.poly([(x, eave + 10), (x, roof), (x + 300, eave), (x + 300, eave + 10)], INK)
        for j in range(3):                               # the panes of each shed
            x1, x2 = x + 30 + 62 * j, x + 30 + 62 * j + 48
            slope = (eave - roof) / 300
            s.poly([(x1, roof + 44 + (x1 - x) * slope), (x2, roof + 44 + (x2 - x) * slope),
                    (x2, eave - 8), (x1, eave - 8)], SUN if (j + k) % 3 else PAPER)
    s.rect(0, eave, 1500, 2000 - eave, INK)

    bold = BEBAS % "Bold"
    s.text("DEMAIN", bold, 90, 1532, PAPER, width=1320, height=336)
    s.text("L’USINE", bold, 90, 1924, SUN, width=1320, height=346)
    return s


def los_motivos_de_la_selva():
    """A jaguar looks out of the forest, which is also its mane."""
    deep, green, fresh, pale = "#0C3B34", "#12805F", "#5DB05A", "#BEDB6B"
    s = Sheet(1600, 1600, "#072A28")
    cx, cy = 800, 575

    def frond(angle, start, length, width, fill, rib):
        x, y = polar(cx, cy, start, angle)
        s.path(leaf(x, y, length, width, angle), fill)
        tip = polar(x, y, length * .86, angle)
        s.line(polyline([(x, y), tip]), rib, 7)
        for k in range(2, 8):
            u = k / 9
            px, py = polar(x, y, length * u, angle)
            reach = width * .62 * math.sin(math.pi * min(1, u * 1.05))
            for side in (38, -38):
                s.line(polyline([(px, py), polar(px, py, reach, angle + side)]), rib, 5)

    for k in range(18):
        frond(10 + k * 20, 300, 760, 150, (deep, "#0F5145")[k % 2], "#072A28")
    for k in range(16):
        frond(k * 22.5 + 11.25, 250, 470, 125, (green, SEA)[k % 2], deep)
    for k in range(16):
        frond(k * 22.5, 190, 330, 92, (fresh, pale, CORAL, pale)[k % 4], (deep, green, "#8A2413", green)[k % 4])

    # The head.
    for side in (-1, 1):
        s.circle(cx + side * 205, cy - 215, 92, "#E8930C")
        s.circle(cx + side * 205, cy - 215, 50, INK)
    s.path(smooth([(cx, cy - 290), (cx + 190, cy - 238), (cx + 285, cy - 60), (cx + 240, cy + 130),
                   (cx + 130, cy + 262), (cx, cy + 300), (cx - 130, cy + 262), (cx - 240, cy + 130),
                   (cx - 285, cy - 60), (cx - 190, cy - 238)]), SUN)
    s.path(f"M{cx - 62} {cy - 110}L{cx - 74} {cy + 120}H{cx + 74}L{cx + 62} {cy - 110}Q{cx} {cy - 170} {cx - 62} {cy - 110}Z", "#FFD36B")
    for side in (-1, 1):
        s.circle(cx + side * 84, cy + 168, 106, PAPER)
    s.path(f"M{cx - 88} {cy + 70}Q{cx} {cy + 40} {cx + 88} {cy + 70}Q{cx + 70} {cy + 140} {cx} {cy + 164}Q{cx - 70} {cy + 140} {cx - 88} {cy + 70}Z", CORAL)
    s.line(f"M{cx} {cy + 160}V{cy + 206}M{cx - 92} {cy + 206}Q{cx - 40} {cy + 262} {cx} {cy + 206}Q{cx + 40} {cy + 262} {cx + 92} {cy + 206}", INK, 15)
    for side in (-1, 1):
        ex, ey = cx + side * 142, cy - 22
        tilt = 26 * side                                 # outer corners up
        s.path(f"M{ex - 88} {ey + 10 + tilt}Q{ex - side * 8} {ey - 88} {ex + 88} {ey + 10 - tilt}"
               f"Q{ex + side * 4} {ey + 82} {ex - 88} {ey + 10 + tilt}Z", INK)
        s.circle(ex, ey + 2, 46, pale)
        s.path(leaf(ex, ey + 46, 88, 26, 90), INK)
        s.circle(ex - 16, ey - 16, 9, PAPER)
        for k, (wx, wy) in enumerate(((60, 150), (104, 132), (56, 186), (112, 172), (84, 204))):
            s.circle(cx + side * wx, cy + wy, 8, INK)
    # Its spots are leaves and seeds: the motifs of the title.
    for dx, dy, angle, length in ((0, -178, 90, 84), (62, -190, 62, 76), (126, -164, 40, 70), (30, -118, 80, 52),
                                  (92, -118, 52, 54), (196, -120, 30, 62), (228, 36, -20, 62),
                                  (206, 104, -45, 58), (176, 62, -60, 36)):
        for side in ((-1, 1) if dx else (1,)):
            a = angle if side > 0 else 180 - angle
            s.path(leaf(*polar(cx + side * dx, cy + dy, -length / 2, a), length, length * .36, a), INK)

    # The forest floor, carrying the title.
    s.path("M0 1080Q330 930 640 985T1180 960T1600 1050V1600H0Z", "#072A28")
    for x, angle, length, colour, rib in ((-50, 62, 400, fresh, deep), (-60, 36, 380, CORAL, "#8A2413"),
                                          (1650, 118, 400, pale, green), (1660, 144, 380, green, deep)):
        y = 1120
        s.path(leaf(x, y, length, 110, angle), colour)
        s.line(polyline([(x, y), polar(x, y, length * .86, angle)]), rib, 7)
    bold = YANONE % "Bold"
    s.text("Los Motivos", bold, 800, 1246, PAPER, size=292, anchor="middle", stretch=1.2)
    s.text("de la Selva", bold, 800, 1470, SUN, size=292, anchor="middle", stretch=1.2)
    s.text("Film et exposition de photographies", DISPLAY % "Medium", 800, 1552, PAPER, size=46, anchor="middle")
    return s


def we_the_power():
    """We the people, nine portraits: half of them have a power station for a head."""
    s = Sheet(2000, 2900, PAPER)
    sky, cell, top = "#8CCFE3", 667, 899

    def bust(x, y, coat):
        s.path(f"M{x - 250} {y + 668}A250 236 0 0 1 {x + 250} {y + 668}Z", coat)

    def neck(x, y, colour, width=92):
        s.rect(x - width / 2, y + 330, width, 150, colour, rx=40)

    def collar(x, y, colour):
        s.path(f"M{x - 80} {y + 441}A80 68 0 0 0 {x + 80} {y + 441}A250 236 0 0 0 {x - 80} {y + 441}Z", colour)

    def person(x, y, coat, skin, hair, style):
        bust(x, y, coat)
        if style == "long":
            s.path(f"M{x - 160} {y + 500}V{y + 240}A160 160 0 0 1 {x + 160} {y + 240}V{y + 500}Z", hair)
        if style == "round":
            s.circle(x, y + 210, 178, hair)
        if style == "bun":
            s.circle(x, y + 90, 66, hair)
        neck(x, y, skin)
        collar(x, y, skin)
        s.circle(x, y + 260, 126, skin)
        if style == "bun":
            s.path(f"M{x - 132} {y + 268}A132 150 0 0 1 {x + 132} {y + 268}Q{x + 90} {y + 190} {x} {y + 190}Q{x - 90} {y + 190} {x - 132} {y + 268}Z", hair)
        if style == "long":
            s.path(f"M{x - 150} {y + 300}V{y + 240}A150 150 0 0 1 {x + 150} {y + 240}V{y + 300}Q{x + 30} {y + 270} {x - 20} {y + 176}Q{x - 50} {y + 260} {x - 134} {y + 290}Z", hair)
        if style == "round":
            s.path(f"M{x - 130} {y + 240}A130 124 0 0 1 {x + 130} {y + 240}Q{x} {y + 170} {x - 130} {y + 240}Z", hair)
        if style == "cap":
            s.path(f"M{x - 134} {y + 234}A134 130 0 0 1 {x + 134} {y + 234}Z", hair)
            s.rect(x - 134, y + 218, 330, 34, hair, rx=17)

    def sun(x, y, coat, colour):
        bust(x, y, coat)
        neck(x, y, colour)
        collar(x, y, colour)
        for k in range(16):
            a = k * 22.5
            if 230 < a < 310:
                continue                                 # the neck
            s.poly([polar(x, y + 262, 150, a - 7), polar(x, y + 262, 150, a + 7), polar(x, y + 262, 224, a)], colour)
        s.circle(x, y + 262, 128, colour)

    def turbine(x, y, coat, colour):
        bust(x, y, coat)
        s.poly([(x - 16, y + 262), (x + 16, y + 262), (x + 34, y + 500), (x - 34, y + 500)], colour)
        for k in range(3):
            a = 90 + 120 * k + 14
            hub = (x, y + 262)
            tip = polar(*hub, 236, a)
            b1, b2 = polar(*hub, 84, a + 26), polar(*hub, 30, a - 80)
            s.path(f"M{num(hub[0])} {num(hub[1])}Q{num(b1[0])} {num(b1[1])} {num(tip[0])} {num(tip[1])}"
                   f"L{num(b2[0])} {num(b2[1])}Z", colour)
        s.circle(x, y + 262, 40, colour)
        s.circle(x, y + 262, 17, coat)

    def bulb(x, y, coat, glass, wire):
        bust(x, y, coat)
        s.rect(x - 66, y + 380, 132, 90, wire, rx=20)
        s.path(f"M{x - 66} {y + 392}C{x - 66} {y + 340} {x - 150} {y + 320} {x - 150} {y + 226}"
               f"A150 150 0 0 1 {x + 150} {y + 226}C{x + 150} {y + 320} {x + 66} {y + 340} {x + 66} {y + 392}Z", glass)
        s.line(f"M{x - 24} {y + 390}V{y + 290}L{x - 62} {y + 220}L{x - 20} {y + 250}L{x} {y + 205}L{x + 20} {y + 250}L{x + 62} {y + 220}L{x + 24} {y + 290}V{y + 390}", wire, 14)
        for dy in (412, 440):
            s.rect(x - 66, y + dy, 132, 9, coat)

    def drop(x, y, coat, colour, shine):
        bust(x, y, coat)
        neck(x, y, colour)
        collar(x, y, colour)
        s.path(f"M{x} {y + 50}C{x + 40} {y + 140} {x + 142} {y + 190} {x + 142} {y + 278}A142 128 0 0 1 {x - 142} {y + 278}"
               f"C{x - 142} {y + 190} {x - 40} {y + 140} {x} {y + 50}Z", colour)
        s.line(f"M{x - 84} {y + 282}A84 76 0 0 0 {x - 20} {y + 354}", shine, 20)

    def leaves(x, y, coat, colour, rib):
        bust(x, y, coat)
        s.line(f"M{x} {y + 470}V{y + 200}", colour, 34)
        for a, length in ((90, 300), (150, 230), (30, 230)):
            base = (x, y + 390) if a != 90 else (x, y + 345)
            s.path(leaf(*base, length, 118, a), colour)
            s.line(polyline([base, polar(*base, length * .7, a)]), rib, 11)

    grounds = (sky, CORAL, SUN, SEA, SUN, PLUM, "#F6B7A6", NIGHT, sky)
    for k, ground in enumerate(grounds):
        s.rect(cell * (k % 3), top + cell * (k // 3), cell + 1, cell + 1, ground)
    c = [(333 + cell * (k % 3), top + cell * (k // 3)) for k in range(9)]
    sun(*c[0], NIGHT, SUN)
    person(*c[1], PLUM, "#F3B58F", INK, "long")
    turbine(*c[2], SEA, PAPER)
    person(*c[3], SUN, "#7A3B1E", INK, "round")
    bulb(*c[4], CORAL, PAPER, INK)
    person(*c[5], PAPER, "#C98A4B", CORAL, "cap")
    leaves(*c[6], INK, SEA, "#F6B7A6")
    person(*c[7], CORAL, "#FFD7BA", SUN, "bun")
    drop(*c[8], SUN, NIGHT, sky)

    font = DISPLAY % "Black"
    s.text("WE THE", font, 86, 424, INK, width=1828, height=336)
    s.text("POWER", font, 86, 812, CORAL, width=1828, height=340)
    return s


def saison_2026():
    """The series: its two O's are eyes, its smile is an assembly in session."""
    s = Sheet(1800, 2546, PLUM)
    font = SPARTAN % "Black"
    s.text("Les soirées", font, 120, 360, PAPER, width=1560)

    y, r = 760, 221
    s.text("c", font, 120, y + r, SUN, width=180)
    eyes = (322 + r, 322 + 3 * r + 14)
    for x in eyes:
        s.circle(x, y, r, PAPER)
        s.circle(x + 30, y + 38, 150, CORAL)
        s.circle(x + 30, y + 38, 90, INK)
        s.circle(x - 4, y, 34, PAPER)
    size = Words("c", font).size_for_width(180)
    s.text("ps", font, 1680, y + r, SUN, size=size, anchor="end")
    s.text("et cie", font, 900, 1290, PAPER, size=250, anchor="middle")

    # One seat, one voice.
    hx, hy = 900, 1400
    colours = (SUN, CORAL, "#F59C86", PAPER, "#3FA79B", "#C983B4")
    random.seed(6)
    for row in range(6):
        radius = 300 + 94 * row
        seats = round(math.pi * radius * 172 / 180 / 92)
        for k in range(seats + 1):
            own = random.random() < .62
            s.circle(*polar(hx, hy, radius, 184 + 172 * k / seats), 37,
                     colours[row] if own else random.choice(colours))
    s.text("2026", font, 900, 1530, SUN, size=164, anchor="middle")
    s.text("Regards Coopératifs", font, 120, 2426, PAPER, width=1560)
    return s


ALL = {f.__name__.replace("_", "-"): f for f in (
    foodcoop, burn_out_militant, guerande, bateau_ivre, demain_l_usine,
    los_motivos_de_la_selva, we_the_power, saison_2026)}
