"""Small drawing kit: plain SVG shapes, and type turned into paths.

The SVG written here holds only <rect>, <circle>, <path> and <g>, with solid
colours in attributes: nothing a modest SVG reader would have to refuse.
"""

import math
from functools import lru_cache

from fontTools.misc.transform import Transform
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

# The house palette.
PAPER = "#FFF7EA"
INK = "#1B1733"
SUN = "#FFB81C"
CORAL = "#CF3A20"
SEA = "#0B6E69"
PLUM = "#5B1F4A"
NIGHT = "#14365C"

# Free fonts, all from Debian packages (see README.md).
FONTS = "/usr/share/fonts/"
INTER = FONTS + "opentype/inter/Inter-%s.otf"
DISPLAY = FONTS + "opentype/inter/InterDisplay-%s.otf"
BEBAS = FONTS + "opentype/bebas-neue/BebasNeue-%s.otf"
SPARTAN = FONTS + "opentype/league-spartan/LeagueSpartan-%s.otf"
VOLLKORN = FONTS + "truetype/vollkorn/Vollkorn-%s.ttf"
ARAPEY = FONTS + "opentype/arapey/Arapey-%s.otf"
YANONE = FONTS + "opentype/yanone-kaffeesatz/YanoneKaffeesatz-%s.otf"
LECKERLI = FONTS + "truetype/leckerli-one/LeckerliOne-Regular.ttf"


def num(x):
    """A coordinate, to one decimal and without a useless '.0'."""
    text = f"{x:.1f}"
    text = text[:-2] if text.endswith(".0") else text
    return "0" if text == "-0" else text


def polar(cx, cy, radius, degrees):
    """Point at an angle: 0 is to the right, 90 is up."""
    a = math.radians(degrees)
    return cx + radius * math.cos(a), cy - radius * math.sin(a)


# ---------------------------------------------------------------- type

class Face:
    """One font file: glyph outlines, advances, and pair kerning."""

    def __init__(self, path):
        self.font = TTFont(path)
        self.glyphs = self.font.getGlyphSet()
        self.cmap = self.font.getBestCmap()
        self.em = self.font["head"].unitsPerEm
        self.pairs = list(self._kern_subtables())

    def _kern_subtables(self):
        if "GPOS" not in self.font:
            return
        gpos = self.font["GPOS"].table
        wanted = {i for f in gpos.FeatureList.FeatureRecord
                  if f.FeatureTag == "kern" for i in f.Feature.LookupListIndex}
        for i in sorted(wanted):
            for table in gpos.LookupList.Lookup[i].SubTable:
                table = getattr(table, "ExtSubTable", table)
                if table.LookupType == 2:
                    yield table

    @lru_cache(maxsize=None)
    def kern(self, left, right):
        for table in self.pairs:
            if left not in table.Coverage.glyphs:
                continue
            value = None
            if table.Format == 1:
                records = table.PairSet[table.Coverage.glyphs.index(left)]
                for r in records.PairValueRecord:
                    if r.SecondGlyph == right:
                        value = r.Value1
                        break
                else:
                    continue
            else:
                a = table.ClassDef1.classDefs.get(left, 0)
                b = table.ClassDef2.classDefs.get(right, 0)
                value = table.Class1Record[a].Class2Record[b].Value1
            return getattr(value, "XAdvance", 0) if value else 0
        return 0

    def layout(self, text, tracking=0):
        """[(glyph name, x in font units)], and the total advance."""
        x, placed, last = 0, [], None
        for char in text:
            name = self.cmap[ord(char)]
            if last:
                x += self.kern(last, name) + tracking
            placed.append((name, x))
            x += self.glyphs[name].width
            last = name
        return placed, x


@lru_cache(maxsize=None)
def face(path):
    return Face(path)


class Words:
    """A line of type: measured, then placed."""

    def __init__(self, text, font, tracking=0):
        self.face, self.text = face(font), text
        self.placed, self.advance = self.face.layout(text, tracking)
        pen = BoundsPen(self.face.glyphs)
        for name, x in self.placed:
            self.face.glyphs[name].draw(
                TransformPen(pen, Transform().translate(x, 0)))
        self.bounds = pen.bounds  # of the ink: left, bottom, right, top

    def size_for_width(self, width):
        left, _, right, _ = self.bounds
        return width * self.face.em / (right - left)

    def size_for_height(self, height):
        _, bottom, _, top = self.bounds
        return height * self.face.em / (top - bottom)

    def path(self, x, y, size=None, width=None, height=None, anchor="start",
             stretch=1, angle=0):
        """Path data; x is the edge (or middle) of the ink, y the baseline.

        With width and height together, the ink fills that box exactly."""
        left, bottom, right, top = self.bounds
        if width and height:
            sx, sy = width / (right - left), height / (top - bottom)
        else:
            size = size or (self.size_for_width(width) if width
                            else self.size_for_height(height))
            sy = size / self.face.em
            sx = sy * stretch
        shift = {"start": left, "middle": (left + right) / 2,
                 "end": right}[anchor]
        pen = SVGPathPen(self.face.glyphs, ntos=num)
        place = Transform().translate(x, y).rotate(math.radians(-angle))
        place = place.scale(sx, -sy).translate(-shift, 0)
        for name, gx in self.placed:
            self.face.glyphs[name].draw(
                TransformPen(pen, place.translate(gx, 0)))
        return pen.getCommands()


# ---------------------------------------------------------------- shapes

def polygon(points):
    return "M" + "L".join(f"{num(x)} {num(y)}" for x, y in points) + "Z"


def polyline(points):
    return polygon(points)[:-1]


def smooth(points, closed=True, tension=6):
    """A soft curve through points (Catmull-Rom turned into Béziers)."""
    n = len(points)

    def at(i):
        return points[i % n] if closed else points[max(0, min(n - 1, i))]

    out = [f"M{num(points[0][0])} {num(points[0][1])}"]
    for i in range(n if closed else n - 1):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = (at(i + k) for k in (-1, 0, 1, 2))
        out.append("C" + " ".join(num(v) for v in (
            bx + (cx - ax) / tension, by + (cy - ay) / tension,
            cx - (dx - bx) / tension, cy - (dy - by) / tension, cx, cy)))
    return "".join(out) + ("Z" if closed else "")


def rounded(points, radius):
    """A polygon with its corners rounded (radius: a number, or a share <1)."""
    out = []
    n = len(points)
    for i in range(n):
        (ax, ay), (bx, by), (cx, cy) = points[i - 1], points[i], points[(i + 1) % n]
        before, after = math.hypot(ax - bx, ay - by), math.hypot(cx - bx, cy - by)
        if radius < 1:
            p = q = radius
        else:
            p, q = min(.5, radius / before), min(.5, radius / after)
        start = bx + (ax - bx) * p, by + (ay - by) * p
        end = bx + (cx - bx) * q, by + (cy - by) * q
        out.append(("M" if not i else "L") + f"{num(start[0])} {num(start[1])}"
                   f"Q{num(bx)} {num(by)} {num(end[0])} {num(end[1])}")
    return "".join(out) + "Z"


def sector(cx, cy, r, start, end, inner=0):
    """A slice (or ring slice) from one angle to another, anticlockwise."""
    large = 1 if (end - start) % 360 > 180 else 0
    a, b = polar(cx, cy, r, start), polar(cx, cy, r, end)
    d = f"M{num(a[0])} {num(a[1])}A{num(r)} {num(r)} 0 {large} 0 {num(b[0])} {num(b[1])}"
    if inner:
        a, b = polar(cx, cy, inner, end), polar(cx, cy, inner, start)
        return d + (f"L{num(a[0])} {num(a[1])}A{num(inner)} {num(inner)} 0 {large} 1 "
                    f"{num(b[0])} {num(b[1])}Z")
    return d + f"L{num(cx)} {num(cy)}Z"


def leaf(x, y, length, width, degrees):
    """A pointed leaf from its stem end, in a direction."""
    tip = polar(x, y, length, degrees)
    mid = polar(x, y, length * .45, degrees)
    l, r = polar(*mid, width, degrees + 90), polar(*mid, width, degrees - 90)
    return (f"M{num(x)} {num(y)}Q{num(l[0])} {num(l[1])} {num(tip[0])} {num(tip[1])}"
            f"Q{num(r[0])} {num(r[1])} {num(x)} {num(y)}Z")


class Sheet:
    """One SVG being drawn."""

    def __init__(self, width, height, background=None):
        self.width, self.height, self.parts = width, height, []
        if background:
            self.rect(0, 0, width, height, background)

    def rect(self, x, y, w, h, fill, rx=0):
        corner = f' rx="{num(rx)}"' if rx else ""
        self.parts.append(f'<rect x="{num(x)}" y="{num(y)}" width="{num(w)}" '
                          f'height="{num(h)}"{corner} fill="{fill}"/>')

    def circle(self, x, y, r, fill):
        self.parts.append(f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(r)}" '
                          f'fill="{fill}"/>')

    def ring(self, x, y, r, stroke, width):
        self.parts.append(f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(r)}" '
                          f'fill="none" stroke="{stroke}" stroke-width="{num(width)}"/>')

    def path(self, d, fill):
        self.parts.append(f'<path d="{d}" fill="{fill}"/>')

    def line(self, d, stroke, width, cap="round", join="round"):
        self.parts.append(
            f'<path d="{d}" fill="none" stroke="{stroke}" stroke-width="{num(width)}" '
            f'stroke-linecap="{cap}" stroke-linejoin="{join}"/>')

    def poly(self, points, fill):
        self.path(polygon(points), fill)

    def text(self, text, font, x, y, fill, tracking=0, **place):
        self.path(Words(text, font, tracking).path(x, y, **place), fill)

    def open(self, transform):
        self.parts.append(f'<g transform="{transform}">')

    def close(self):
        self.parts.append("</g>")

    def save(self, path):
        with open(path, "w", encoding="utf-8") as out:
            out.write(f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" '
                      f'height="{self.height}" viewBox="0 0 {self.width} {self.height}">\n'
                      + "\n".join(self.parts) + "\n</svg>\n")
