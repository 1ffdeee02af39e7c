#!/bin/sh
# Makes the icon of the macOS program from the pictures of all sizes: icns.sh FILE
set -eu
folder=$(mktemp -d)/ethotag.iconset
mkdir -p "$folder"
for size in 16 32 128 256; do
    cp "resources/icons/ethotag-$size.png" "$folder/icon_${size}x$size.png"
done
cp resources/icons/ethotag-32.png "$folder/icon_16x16@2x.png"
cp resources/icons/ethotag-64.png "$folder/icon_32x32@2x.png"
cp resources/icons/ethotag-256.png "$folder/icon_128x128@2x.png"
iconutil --convert icns --output "$1" "$folder"
