#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes the pictures beside this script, sound and faulty ones.

Needs ImageMagick's convert, for JPEG, GIF, HEIC and AVIF, and cwebp. The sound
ones are 64 x 48 pixels, in four quarters: red, green / blue, yellow.
"""

import pathlib
import struct
import subprocess
import zlib

HERE = pathlib.Path(__file__).parent
WIDTH, HEIGHT = 64, 48
RED, GREEN, BLUE, YELLOW = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0)
QUARTERS = [RED, GREEN, BLUE, YELLOW]
ALPHAS = [255, 128, 0, 255]
GREYS = [0, 85, 170, 255]

# Where EXIF's orientation puts the upright pixel (x, y) of a picture of
# width x height, in the stored picture.
STORED = {
    1: lambda x, y, w, h: (x, y),
    2: lambda x, y, w, h: (w - 1 - x, y),
    3: lambda x, y, w, h: (w - 1 - x, h - 1 - y),
    4: lambda x, y, w, h: (x, h - 1 - y),
    5: lambda x, y, w, h: (y, x),
    6: lambda x, y, w, h: (y, w - 1 - x),
    7: lambda x, y, w, h: (h - 1 - y, w - 1 - x),
    8: lambda x, y, w, h: (h - 1 - y, x),
}


def write(name, data):
    (HERE / name).write_bytes(data)


def run(arguments, data):
    return subprocess.run(arguments, input=data, capture_output=True,
                          check=True).stdout


def quarters(values, width=WIDTH, height=HEIGHT):
    """Rows of values, one of the four in each quarter."""
    return [[values[2 * (y >= height // 2) + (x >= width // 2)]
             for x in range(width)] for y in range(height)]


def turned(rows, orientation):
    """The rows as a camera stores them that was held that way."""
    height, width = len(rows), len(rows[0])
    swap = orientation >= 5
    out = [[None] * (height if swap else width)
           for _ in range(width if swap else height)]
    for y in range(height):
        for x in range(width):
            at_x, at_y = STORED[orientation](x, y, width, height)
            out[at_y][at_x] = rows[y][x]
    return out


# PNG


def chunk(kind, data):
    return (struct.pack(">I", len(data)) + kind + data +
            struct.pack(">I", zlib.crc32(kind + data)))


def packed(row, depth):
    """A row of samples as bytes."""
    if depth == 16:
        return b"".join(struct.pack(">H", sample * 257) for sample in row)
    if depth == 8:
        return bytes(row)
    bits = "".join(format(sample, f"0{depth}b") for sample in row)
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))


def passes(rows, interlaced):
    if not interlaced:
        return [rows]
    starts = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4),
              (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    return [[row[x::dx] for row in rows[y::dy]] for x, y, dx, dy in starts]


def png(rows, kind, depth=8, interlaced=False, extra=b"", size=None):
    """rows of tuples of samples."""
    width, height = size or (len(rows[0]), len(rows))
    data = b"".join(b"\0" + packed([s for pixel in row for s in pixel], depth)
                    for part in passes(rows, interlaced) for row in part
                    if row)
    head = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0,
                       int(interlaced))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + extra +
            chunk(b"IDAT", zlib.compress(data, 9)) + chunk(b"IEND", b""))


def make_png():
    grey = {depth: [(g * (2 ** min(depth, 8) - 1) // 255,) for g in GREYS]
            for depth in (1, 2, 4, 8, 16)}
    grey[1] = [(0,), (1,), (1,), (0,)]
    rgba = [c + (a,) for c, a in zip(QUARTERS, ALPHAS)]
    grey_alpha = [(g, a) for g, a in zip(GREYS, ALPHAS)]
    palette = chunk(b"PLTE", b"".join(bytes(c) for c in QUARTERS))
    shades = chunk(b"tRNS", bytes(ALPHAS))
    index = [(i,) for i in range(4)]
    for depth, values in grey.items():
        write(f"grey-{depth}.png", png(quarters(values), 0, depth))
    for depth in (8, 16):
        write(f"rgb-{depth}.png", png(quarters(QUARTERS), 2, depth))
        write(f"grey-alpha-{depth}.png", png(quarters(grey_alpha), 4, depth))
        write(f"rgba-{depth}.png", png(quarters(rgba), 6, depth))
    for depth in (2, 4, 8):
        write(f"palette-{depth}.png",
              png(quarters(index), 3, depth, extra=palette))
    write("palette-1.png",
          png(quarters([(0,), (1,), (1,), (0,)]), 3, 1, extra=palette))
    write("palette-alpha.png",
          png(quarters(index), 3, 8, extra=palette + shades))
    write("grey-transparent.png",
          png(quarters(grey[8]), 0, extra=chunk(b"tRNS", b"\0\x55")))
    write("rgb-transparent.png",
          png(quarters(QUARTERS), 2,
              extra=chunk(b"tRNS", b"\0\0\0\xff\0\0")))
    write("interlaced-rgb.png", png(quarters(QUARTERS), 2, 8, True))
    write("interlaced-rgba-16.png", png(quarters(rgba), 6, 16, True))
    write("interlaced-palette-2.png",
          png(quarters(index), 3, 2, True, palette + shades))
    write("turned.png",
          png(turned(quarters(QUARTERS), 6), 2,
              extra=chunk(b"eXIf", tiff(6))))
    write("text-before.png",
          png(quarters(QUARTERS), 2,
              extra=chunk(b"tEXt", b"Comment\0" + 200 * b"nothing ")))
    write("stripes.png",
          png([[(255 * (x % 2),) * 3 for x in range(60)]
               for _ in range(40)], 2))
    write("one-pixel.png", png([[RED]], 2))


def noise():
    """Rows that no format can make small, always the same."""
    seed, rows = 1, []
    for _ in range(30):
        row = []
        for _ in range(40):
            seed = seed * 1103515245 + 12345 & 0x7FFFFFFF
            row.append(tuple(seed >> shift & 255 for shift in (7, 14, 21)))
        rows.append(row)
    return rows


def make_noise():
    data = png(noise(), 2)
    write("noise.png", data)
    write("noise.jpg", jpeg(noise()))
    write("noise-progressive.jpg", jpeg(noise(), "-interlace", "JPEG"))
    write("noise.webp", webp(data, "-q", "50"))
    write("noise-lossless.webp", webp(data, "-lossless"))


def make_bad_png():
    good = png(quarters(QUARTERS), 2)
    write("cut-off.png", good[:len(good) // 2])
    write("png-named.jpg", good)
    wide = [[(x // 5000 % 2,) for x in range(20000)]] * 10
    write("wide-20000.png", png(wide, 0, 1))
    write("wide-20001.png", png([[(0,)] * 20001] * 10, 0, 1))
    write("claims-30000.png", png([[(0,)]], 0, 8, size=(30000, 30000)))
    write("claims-19999.png", png([[(0,)]], 0, 8, size=(19999, 19999)))
    write("interlaced-9000.png",
          png([[(0,)]], 0, 8, True, size=(9000, 9000)))
    write("zero-width.png", png([[(0,)]], 0, 8, size=(0, 48)))
    write("zero-height.png", png([[(0,)]], 0, 8, size=(64, 0)))
    write("negative.png", png([[(0,)]], 0, 8, size=(0xFFFFFFFF, 48)))
    # A text that claims to be a gigabyte, in 57 bytes.
    head = struct.pack(">IIBBBBB", 64, 48, 8, 2, 0, 0, 0)
    huge = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) +
            struct.pack(">I", 0x3FFFFFFF) + b"tEXt" + b"Comment\0" + 8 * b"x")
    assert len(huge) == 57
    write("huge-text.png", huge)
    broken = bytearray(good)
    broken[-20] ^= 0xFF
    write("damaged.png", bytes(broken))


# JPEG


def tiff(orientation):
    """EXIF with nothing but the orientation."""
    return (b"MM\0*\0\0\0\x08\0\x01" +
            struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0) + 4 * b"\0")


def ppm(rows):
    head = f"P6 {len(rows[0])} {len(rows)} 255\n".encode()
    return head + b"".join(bytes(pixel) for row in rows for pixel in row)


def jpeg(rows, *options):
    return run(["convert", "ppm:-", "-strip", "-quality", "90",
                "-sampling-factor", "1x1", *options, "jpg:-"], ppm(rows))


def segment(marker, data):
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(data) + 2) + data


def with_exif(data, orientation):
    exif = segment(0xE1, b"Exif\0\0" + tiff(orientation))
    return data[:2] + exif + data[2:]


def segments(data):
    """Offsets and markers of the segments; a scan's data is its SOS's."""
    at = 2
    while data[at + 1] != 0xD9:
        marker, start = data[at + 1], at
        at += 2 + struct.unpack(">H", data[at + 2:at + 4])[0]
        if marker == 0xDA:
            while data[at] != 0xFF or data[at + 1] in (0, *range(0xD0, 0xD8)):
                at += 1
        yield start, at, marker


def blocks(rows, extra=b""):
    """A JPEG of four channels whose blocks of 8 x 8 pixels are plain."""
    bits, last = "", [0] * 4
    for y in range(0, len(rows), 8):
        for x in range(0, len(rows[0]), 8):
            for i, sample in enumerate(rows[y][x]):
                level = (sample - 128) * 8
                change, last[i] = level - last[i], level
                length = abs(change).bit_length()
                bits += format(length, "04b")
                if length:
                    change += (2 ** length - 1) * (change < 0)
                    bits += format(change, f"0{length}b")
                bits += "0"  # no waves
    bits += "1" * (-len(bits) % 8)
    data = bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))
    head = struct.pack(">BHHB", 8, len(rows), len(rows[0]), 4)
    return (b"\xff\xd8" + extra + segment(0xDB, b"\0" + 64 * b"\1") +
            segment(0xC0, head + b"".join(bytes([i, 0x11, 0])
                                          for i in range(4))) +
            segment(0xC4, b"\0" + bytes([0, 0, 0, 12] + 12 * [0]) +
                    bytes(range(12))) +
            segment(0xC4, b"\x10" + bytes([1] + 15 * [0]) + b"\0") +
            segment(0xDA, b"\4" + b"".join(bytes([i, 0])
                                            for i in range(4)) +
                    b"\0\x3f\0") +
            data.replace(b"\xff", b"\xff\0") + b"\xff\xd9")


def make_jpeg():
    rows = quarters(QUARTERS)
    for orientation in STORED:
        write(f"orientation-{orientation}.jpg",
              with_exif(jpeg(turned(rows, orientation)), orientation))
    write("orientation-9.jpg", with_exif(jpeg(rows), 9))
    write("baseline.jpg", jpeg(rows))
    write("subsampled.jpg", jpeg(rows, "-sampling-factor", "2x2"))
    progressive = jpeg(rows, "-interlace", "JPEG")
    write("progressive.jpg", progressive)
    write("grey.jpg", jpeg(quarters([(g, g, g) for g in GREYS]),
                           "-colorspace", "Gray"))
    write("ycck.jpg", jpeg(rows, "-colorspace", "CMYK"))
    # What is missing of each ink, and how much there is of it.
    light = [(*pixel, 255) for pixel in QUARTERS]
    ink = [tuple(255 - sample for sample in pixel) for pixel in light]
    adobe = segment(0xEE, b"Adobe" + struct.pack(">HHHB", 100, 0, 0, 0))
    write("cmyk-inverted.jpg", blocks(quarters(light), adobe))
    write("cmyk-plain.jpg", blocks(quarters(ink)))
    scans = [part for part in segments(progressive) if part[2] == 0xDA]
    start, end, _ = scans[0]
    write("many-scans.jpg",
          progressive[:end] + 100 * progressive[start:end] + b"\xff\xd9")


def make_bad_jpeg():
    rows = quarters(QUARTERS)
    good = jpeg(rows)
    cut = jpeg(noise())
    write("cut-off.jpg", cut[:len(cut) * 3 // 4])
    cut = jpeg(noise(), "-interlace", "JPEG")
    write("cut-progressive.jpg", cut[:len(cut) * 3 // 4])
    for name, width, height in (("claims-30000.jpg", 30000, 30000),
                                ("claims-9000.jpg", 9000, 9000),
                                ("zero-width.jpg", 0, 48)):
        data = bytearray(good)
        start = next(p[0] for p in segments(good) if p[2] == 0xC0)
        data[start + 5:start + 9] = struct.pack(">HH", height, width)
        write(name, bytes(data))
    data = bytearray(good)
    start = next(p[0] for p in segments(good) if p[2] == 0xC0)
    data[start + 4] = 12
    write("twelve-bits.jpg", bytes(data))
    write("empty.jpg", b"")
    write("text.jpg", b"The poster will follow on Monday.\n")


# WebP


def webp(data, *options):
    return run(["cwebp", "-quiet", *options, "-o", "-", "--", "-"], data)


def riff(*chunks):
    data = b"WEBP" + b"".join(kind + struct.pack("<I", len(body)) + body +
                              b"\0" * (len(body) % 2)
                              for kind, body in chunks)
    return b"RIFF" + struct.pack("<I", len(data)) + data


def extended(flags, width, height):
    return (b"VP8X", bytes([flags, 0, 0, 0]) +
            struct.pack("<I", width - 1)[:3] +
            struct.pack("<I", height - 1)[:3])


def make_webp():
    rgb = png(quarters(QUARTERS), 2)
    rgba = png(quarters([c + (a,) for c, a in zip(QUARTERS, ALPHAS)]), 6)
    write("lossy.webp", webp(rgb, "-q", "90"))
    write("lossless.webp", webp(rgb, "-lossless"))
    write("lossy-alpha.webp", webp(rgba, "-q", "90"))
    write("lossless-alpha.webp", webp(rgba, "-lossless", "-exact"))
    side = webp(png(turned(quarters(QUARTERS), 6), 2), "-q", "90")
    body = side[20:20 + struct.unpack("<I", side[16:20])[0]]
    write("turned.webp", riff(extended(0x08, HEIGHT, WIDTH), (b"VP8 ", body),
                              (b"EXIF", tiff(6))))


def make_bad_webp():
    good = webp(png(quarters(QUARTERS), 2), "-q", "90")
    write("cut-off.webp", good[:len(good) // 2])
    body = good[20:20 + struct.unpack("<I", good[16:20])[0]]
    frame = (bytes(6) + struct.pack("<I", WIDTH - 1)[:3] +
             struct.pack("<I", HEIGHT - 1)[:3] + bytes([100, 0, 0, 0]) +
             b"VP8 " + struct.pack("<I", len(body)) + body)
    write("animated.webp", riff(extended(0x02, WIDTH, HEIGHT),
                                (b"ANIM", bytes(6)), (b"ANMF", frame)))
    lossless = bytearray(webp(png(quarters(QUARTERS), 2), "-lossless"))
    lossless[21:25] = struct.pack("<I", 16383 | 16383 << 14)
    write("claims-16384.webp", bytes(lossless))
    damaged = bytearray(webp(png(quarters(QUARTERS), 2), "-lossless"))
    damaged[25:] = b"\xff" * (len(damaged) - 25)
    write("damaged.webp", bytes(damaged))


# SVG


RECTANGLES = "".join(
    f'<rect x="{x}" y="{y}" width="32" height="24" fill="{fill}"/>\n'
    for x, y, fill in ((0, 0, "#f00"), (32, 0, "#0f0"), (0, 24, "#00f"),
                       (32, 24, "#ff0")))
XMLNS = 'xmlns="http://www.w3.org/2000/svg"'


def svg(attributes, body=RECTANGLES, before=""):
    return f"{before}<svg {XMLNS} {attributes}>\n{body}</svg>\n".encode()


def make_svg():
    write("sized.svg", svg('width="64" height="48"'))
    write("viewed.svg", svg('viewBox="0,0 64 48"'))
    write("millimetres.svg",
          svg('width="128mm" height="9.6cm" viewBox="0 0 64 48"'))
    write("shifted.svg",
          svg("width='100%' viewBox='-1e1 -10 64 48'",
              f'<g transform="translate(-10 -10)">{RECTANGLES}</g>'))
    write("prologue.svg",
          svg('width="64px" height="48px"', before=(
              '\ufeff<?xml version="1.0"?>\n<!-- <svg> -->\n'
              '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [\n'
              '<!ENTITY ns "http://www.w3.org/2000/svg"> ]>\n')))
    write("no-dashes.svg",
          svg('width="64" height="48"',
              f'<g style="stroke-dasharray: none">{RECTANGLES}</g>'))
    write("half.svg", svg('width="64" height="48"',
                          '<rect width="32" height="48" fill="#f00"/>'))


def make_bad_svg():
    write("outside.svg",
          svg('width="64" height="48" '
              'xmlns:xlink="http://www.w3.org/1999/xlink"',
              RECTANGLES + '<image xlink:href="file:///etc/passwd" '
              'width="64" height="48"/><image href="rgb-8.png" width="64" '
              'height="48"/><image href="http://127.0.0.1/a.png" width="64" '
              'height="48"/>'))
    write("gradient.svg",
          svg('width="64" height="48"',
              '<linearGradient id="a" x1="0" x2="1"><stop stop-color="#f00"/>'
              '<stop offset="1" stop-color="#00f"/></linearGradient>'
              '<rect width="64" height="48" fill="url(#a)"/>'))
    write("dashes.svg",
          svg('width="64" height="48"',
              '<path d="M0 0H1e9" stroke="#f00" stroke-dasharray="1e-6"/>'))
    write("text.svg", svg('width="64" height="48"',
                          RECTANGLES + '<text x="0" y="20">Words</text>'))
    write("nested.svg",
          svg('width="64" height="48"',
              '<svg width="1e-20" height="1e-20"><rect width="9"/></svg>'))
    write("no-size.svg", svg(""))
    write("huge.svg", svg('width="1e30" height="1e30"'))
    write("negative.svg", svg('width="-64" height="48"'))
    write("cut-off.svg", svg('width="64" height="48"')[:200])
    write("page.svg", b"<!DOCTYPE html><html>" + svg("") + b"</html>")


# Colours: profiles in which red and green have changed places, so that
# whoever does not look at them sees it.


SWAPPED = [GREEN, RED, BLUE, YELLOW]
PRIMARIES = {"r": (0.4361, 0.2225, 0.0139), "g": (0.3851, 0.7169, 0.0971),
             "b": (0.1431, 0.0606, 0.7139)}
D50 = (0.9642, 1.0, 0.8249)


def fixed(*numbers):
    return b"".join(struct.pack(">i", round(n * 65536)) for n in numbers)


def profile(kind, space, connection, tags):
    """An ICC profile, version 2."""
    offset = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, data in tags.items():
        table += name + struct.pack(">II", offset + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    head = (struct.pack(">I4sI4s4s4s", offset + len(body), b"\0\0\0\0",
                        0x02400000, kind, space, connection) +
            struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28) +
            fixed(*D50))
    return head.ljust(128, b"\0") + table + body


def matrix_profile(red, green, blue):
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(2.2 * 256))
    tags = {b"wtpt": b"XYZ " + bytes(4) + fixed(*D50)}
    for name, source in ((b"r", red), (b"g", green), (b"b", blue)):
        tags[name + b"XYZ"] = b"XYZ " + bytes(4) + fixed(*PRIMARIES[source])
        tags[name + b"TRC"] = curve
    return profile(b"mntr", b"RGB ", b"XYZ ", tags)


def lab(pixel):
    """Of an sRGB colour, in the eight bits of a profile's table."""
    light = [((s / 255 + 0.055) / 1.055) ** 2.4 if s > 10 else s / 255 / 12.92
             for s in pixel]
    f = []
    for i in range(3):
        t = sum(light[k] * PRIMARIES[name][i]
                for k, name in enumerate("rgb")) / D50[i]
        f.append(t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116)
    values = (255 * (1.16 * f[1] - 0.16), 128 + 500 * (f[0] - f[1]),
              128 + 200 * (f[1] - f[2]))
    return bytes(min(255, max(0, round(v))) for v in values)


def ink_profile():
    """Cyan ink takes green away, and magenta red."""
    table = b""
    for i in range(16):
        c, m, y, k = i >> 3, i >> 2 & 1, i >> 1 & 1, i & 1
        table += lab([255 * (1 - ink) * (1 - k) for ink in (m, c, y)])
    ramp = bytes(range(256))
    return profile(b"prtr", b"CMYK", b"Lab ", {
        b"A2B0": b"mft1" + bytes(4) + bytes([4, 3, 2, 0]) +
                 fixed(1, 0, 0, 0, 1, 0, 0, 0, 1) + 4 * ramp + table +
                 3 * ramp})


def make_profiles():
    swapped = matrix_profile("g", "r", "b")
    normal = matrix_profile("r", "g", "b")
    for name, icc, colours in (("profile", swapped, SWAPPED),
                               ("profile-normal", normal, QUARTERS),
                               ("profile-damaged", swapped[:200], QUARTERS)):
        rows = quarters(colours)
        app = segment(0xE2, b"ICC_PROFILE\0\1\1" + icc)
        data = jpeg(rows)
        write(f"{name}.jpg", data[:2] + app + data[2:])
        write(f"{name}.png",
              png(rows, 2, extra=chunk(b"iCCP", b"colours\0\0" +
                                       zlib.compress(icc, 9))))
    rows = quarters([c + (a,) for c, a in zip(SWAPPED, ALPHAS)])
    write("profile-alpha.png",
          png(rows, 6, 8, True,
              chunk(b"iCCP", b"colours\0\0" + zlib.compress(swapped, 9))))
    lossless = webp(png(quarters(SWAPPED), 2), "-lossless")
    body = lossless[20:20 + struct.unpack("<I", lossless[16:20])[0]]
    write("profile.webp", riff(extended(0x20, WIDTH, HEIGHT),
                               (b"ICCP", swapped), (b"VP8L", body)))
    adobe = segment(0xEE, b"Adobe" + struct.pack(">HHHB", 100, 0, 0, 0))
    app = segment(0xE2, b"ICC_PROFILE\0\1\1" + ink_profile())
    light = [(*pixel, 255) for pixel in SWAPPED]
    ink = [tuple(255 - sample for sample in pixel) for pixel in light]
    write("cmyk-profile.jpg", blocks(quarters(light), adobe + app))
    write("cmyk-plain-profile.jpg", blocks(quarters(ink), app))
    # Linear light: 52 of 255 are half way for the eye.
    write("gamma.png",
          png(quarters([(g,) for g in (0, 23, 103, 255)]), 0,
              extra=chunk(b"gAMA", struct.pack(">I", 100000))))


# GIF


def gif(rows, *options):
    return run(["convert", "ppm:-", *options, "gif:-"], ppm(rows))


def make_gif():
    rows = quarters(QUARTERS)
    write("plain.gif", gif(rows))
    write("interlaced.gif", gif(rows, "-interlace", "GIF"))
    write("transparent.gif", gif(rows, "-transparent", "#00f"))
    write("first-of-two.gif", run(
        ["convert", "-delay", "50", "ppm:-", "(", "+clone", "-negate", ")",
         "gif:-"], ppm(rows)))
    # The frame is the lower half; the rest is empty.
    write("part.gif", gif(rows[24:], "-page", "64x48+0+24"))
    good = gif(noise())
    write("cut-off.gif", good[:len(good) // 2])
    data = bytearray(gif(rows))
    data[6:10] = struct.pack("<HH", 30000, 30000)
    write("claims-30000.gif", bytes(data))
    data = bytearray(good)
    data[len(data) // 2:] = b"\xff" * (len(data) - len(data) // 2)
    write("damaged.gif", bytes(data))


# HEIC and AVIF


def make_heif():
    rows = quarters(QUARTERS)
    for ending in ("heic", "avif"):
        good = run(["convert", "ppm:-", "-quality", "90", f"{ending}:-"],
                   ppm(rows))
        write(f"photo.{ending}", good)
        write(f"cut-off.{ending}", good[:len(good) * 3 // 4])


# PDF


def pdf(*objects):
    data, offsets = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n".encode() + text + b"\nendobj\n"
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{at:010} 00000 n \n".encode() for at in offsets)
    return data + (f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
                   f"startxref\n{start}\n%%EOF\n").encode()


def pdf_page(drawing, box="0 0 64 48", extra=""):
    return pdf(b"<< /Type /Catalog /Pages 2 0 R >>",
               b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               (f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] {extra} "
                "/Resources << /Font << /F << /Type /Font /Subtype /Type1 "
                "/BaseFont /Helvetica >> >> >> /Contents 4 0 R >>").encode(),
               f"<< /Length {len(drawing)} >>\nstream\n{drawing}\n"
               "endstream".encode())


def make_pdf():
    drawing = "".join(
        f"{colour} rg {x} {y} 32 24 re f\n" for colour, x, y in
        (("1 0 0", 0, 24), ("0 1 0", 32, 24), ("0 0 1", 0, 0),
         ("1 1 0", 32, 0)))
    page = pdf_page(drawing)
    write("page.pdf", page)
    write("letters.pdf", pdf_page("BT /F 20 Tf 4 16 Td (Soirée) Tj ET"))
    # Without its pages nobody can mend it.
    write("cut-off.pdf", page[:120])
    write("no-page.pdf", pdf(b"<< /Type /Catalog /Pages 2 0 R >>",
                             b"<< /Type /Pages /Kids [] /Count 0 >>"))
    write("huge.pdf", pdf_page(drawing, "0 0 99999999 1"))


for make in (make_noise, make_png, make_bad_png, make_jpeg, make_bad_jpeg,
             make_webp, make_bad_webp, make_svg, make_bad_svg, make_profiles,
             make_gif, make_heif, make_pdf):
    make()
