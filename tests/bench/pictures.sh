#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes posters of 24 megapixels, as phones take them, and measures what they
# cost: tests/bench/pictures.sh BUILD-FOLDER. Needs ImageMagick.
set -eu

build=${1:?usage: tests/bench/pictures.sh BUILD-FOLDER}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake --build "$build" --target bench_pictures bench_decode >/dev/null
convert -size 750x500 plasma: -resize 6000x4000 -attenuate 0.3 \
    +noise Gaussian -quality 88 "$work/baseline.jpg"
convert "$work/baseline.jpg" -quality 88 -interlace JPEG "$work/progressive.jpg"
for kind in baseline progressive; do
    echo "6000 x 4000, $kind, $(wc -c <"$work/$kind.jpg") bytes"
    echo "to a panel of 922 x 1080, ms of processor, libjpeg-turbo's, MB:"
    "$build/tests/bench/bench_decode" "$work/$kind.jpg" 922 1080 15 |
        sort -n | sed -n 8p
    "$build/tests/bench/bench_pictures" "$work/$kind.jpg"
done
