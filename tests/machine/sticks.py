# SPDX-License-Identifier: MIT
"""Programmes, and sticks that hold them."""

import os
import shutil
import struct
import subprocess
import zlib


def quietly(*command, **options):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL,
                   env=os.environ | {'LC_ALL': 'C.UTF-8'}, **options)


# Three evenings of January 2027, each with a code of its own.
def programme(name):
    events = ''.join(
        f'  - {{date: {day} janvier 18h30-20h30, titre: "{title} {name}", '
        f'ville: Montpellier, lieu: La Base, '
        f'inscription: "https://{name}.example/{day}"}}\n'
        for day, title in ((18, 'Foodcoop'), (20, 'Guérande'), (22, 'Lune')))
    return f'titre: Programme {name}\nannee: 2027\nevenements:\n{events}'


def folder(path, name, files=()):
    shutil.rmtree(path, ignore_errors=True)
    os.makedirs(path)
    with open(os.path.join(path, 'programme.yaml'), 'w') as file:
        file.write(programme(name) if name else '')
    for file_name, content in files:
        with open(os.path.join(path, file_name), 'wb') as file:
            file.write(content)
    return path


def fat(path, source):
    """Without a partition table, as some are sold."""
    quietly('truncate', '-s', '96M', path)
    quietly('mkfs.vfat', '-F', '32', '-s', '1', '-n', 'CLE', path)
    names = [os.path.join(source, name) for name in sorted(os.listdir(source))]
    quietly('mcopy', '-s', '-i', path, *names, '::/')
    return path


def partitioned(path, source):
    """As most are sold."""
    inner = fat(path + '.part', source)
    quietly('truncate', '-s', '98M', path)
    quietly('sfdisk', path, input=b'label: dos\nstart=2048, type=c\n')
    quietly('dd', f'if={inner}', f'of={path}', 'bs=1M', 'seek=1',
            'conv=notrunc,sparse')
    os.remove(inner)
    return path


def ext4(path, source):
    """What no stick should be: links and devices live there."""
    quietly('truncate', '-s', '64M', path)
    quietly('mke2fs', '-q', '-F', '-t', 'ext4', '-d', source, path)
    return path


def empty_exfat(path):
    """No tool fills one without mounting it: the machine does, as root."""
    quietly('truncate', '-s', '64M', path)
    quietly('mkfs.exfat', path)
    return path


def large_png(width, height):
    """A picture of so many pixels, all red, in some hundred kilobytes."""
    packer = zlib.compressobj()
    row = b'\0' + b'\xff\0\0' * width
    rows = b''.join(packer.compress(row) for _ in range(height))
    return png(width, height, rows + packer.flush())


def png(width, height, packed):
    """Of rows of red, green and blue, each behind a zero, that are packed."""
    head = struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0)
    return b'\x89PNG\r\n\x1a\n' + png_chunk(b'IHDR', head) + \
        png_chunk(b'IDAT', packed) + png_chunk(b'IEND', b'')


def png_chunk(name, data):
    return struct.pack('>I', len(data)) + name + data + \
        struct.pack('>I', zlib.crc32(name + data))


LAUGHS = 'a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n' + ''.join(
    f'{b}: &{b} [' + ', '.join([f'*{a}'] * 9) + ']\n'
    for a, b in zip('abcdefgh', 'bcdefghi'))


def hostile(path):
    """Five thousand files, a picture of 100 megapixels, a billion laughs."""
    folder(path, 'h', [('affiche.png', large_png(10000, 10000)),
                       ('menteur.jpg', b'\xff\xd8\xff\xe0' + os.urandom(4000)),
                       *((f'f{i:04}.txt', b'x') for i in range(5000))])
    with open(os.path.join(path, 'programme.yaml'), 'w') as file:
        file.write(LAUGHS)
    return path
