#!/bin/sh
# Turns the SVG sources into the files the programme shows.
# Each poster is, on purpose, in a format the display must cope with.
# Needs: python3-fonttools librsvg2-bin imagemagick webp libimage-exiftool-perl
set -eu
cd "$(dirname "$0")"
affiches=../affiches logos=../logos
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
export PYTHONDONTWRITEBYTECODE=1

"${PYTHON:-python3}" draw.py
mkdir -p "$affiches" "$logos"

png() { rsvg-convert "$1.svg" -o "$tmp/$1.png"; }      # at the drawing's own size
clean="-strip -define png:exclude-chunks=date,time"
jpeg="-strip -background white -flatten -sampling-factor 4:4:4 -quality 86"

for name in foodcoop burn-out-militant guerande bateau-ivre we-the-power \
            los-motivos-de-la-selva saison-2026; do
	png "$name"
done

# A plain JPEG.
convert "$tmp/foodcoop.png" $jpeg -interlace none "$affiches/foodcoop.jpg"
# A PNG with transparency: the paper has an irregular outline.
convert "$tmp/burn-out-militant.png" $clean -define png:color-type=6 "$affiches/burn-out-militant.png"
# A photograph's trick: pixels lying on their side, the EXIF tag standing them up.
convert "$tmp/guerande.png" -rotate 270 $jpeg -interlace none "$affiches/guerande.jpg"
exiftool -q -n -overwrite_original -Orientation=6 "$affiches/guerande.jpg"
# A landscape WebP.
cwebp -quiet -q 88 -m 6 -sharp_yuv "$tmp/bateau-ivre.png" -o "$affiches/bateau-ivre.webp"
# An SVG, as drawn.
cp demain-l-usine.svg "$affiches/"
# A square PNG with a palette.
convert "$tmp/los-motivos-de-la-selva.png" $clean -dither None -colors 128 \
	"png8:$affiches/los-motivos-de-la-selva.png"
# A progressive JPEG.
convert "$tmp/we-the-power.png" $jpeg -interlace JPEG "$affiches/we-the-power.jpg"
# An opaque PNG.
convert "$tmp/saison-2026.png" -background white -flatten $clean \
	-define png:color-type=2 "$affiches/saison-2026.png"

cp meridionale.svg enercoop.svg scopyleft.svg quartier-genereux.svg "$logos/"
for name in meridionale cagette la-hune gazette-cafe utopia biocoop-clemenceau tenk sauce-bramaise; do
	png "$name"
done
for name in meridionale cagette la-hune gazette-cafe utopia biocoop-clemenceau; do
	convert "$tmp/$name.png" $clean -define png:color-type=6 "$logos/$name.png"
done
cwebp -quiet -lossless -exact "$tmp/tenk.png" -o "$logos/tenk.webp"
# Small, on white, much compressed: what a venue really sends.
convert "$tmp/sauce-bramaise.png" $jpeg -quality 80 "$logos/sauce-bramaise.jpg"
