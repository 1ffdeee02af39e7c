#!/bin/sh
# Makes a package of a program folder: package.sh deb|rpm IMAGE OUT VERSION
# A .deb needs no scripts of its own: menu entry, file type, icons and the rule for ports lie where the system looks for them.
set -eu
kind=$1 image=$2 out=$3 version=$4
here=$(dirname "$0")
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"

mkdir -p "$root/opt" "$root/usr/bin" "$root/usr/share/applications" "$root/usr/share/mime/packages" \
    "$root/usr/lib/udev/rules.d" "$root/usr/share/doc/ethotag"
cp -a "$image" "$root/opt/ethotag"
ln -s /opt/ethotag/bin/ethotag "$root/usr/bin/ethotag"
cp "$here/ethotag.desktop" "$root/usr/share/applications/"
cp "$here/ethotag.xml" "$root/usr/share/mime/packages/"
cp "$here/70-ethotag.rules" "$root/usr/lib/udev/rules.d/"
cp LICENSE "$root/usr/share/doc/ethotag/copyright"
for size in 16 32 48 64 128 256; do
    for place in apps/ethotag mimetypes/application-x-ethotag-study; do
        icon=$root/usr/share/icons/hicolor/${size}x$size/$place.png
        mkdir -p "$(dirname "$icon")"
        cp "resources/icons/ethotag-$size.png" "$icon"
    done
done
chmod -R u+w,go-w,a+rX "$root"

case $kind in
    deb)
        mkdir "$root/DEBIAN"
        size=$(du -sk --exclude=DEBIAN "$root" | cut -f1)
        arch=$(dpkg --print-architecture)
        sed -e "s/@version@/$version/" -e "s/@size@/$size/" -e "s/@arch@/$arch/" "$here/control" >"$root/DEBIAN/control"
        dpkg-deb --root-owner-group -Zzstd -z12 --build "$root" "$out/ethotag_${version}_$arch.deb" >/dev/null
        ;;
    rpm)
        arch=$(uname -m)
        rpmbuild --quiet -bb --buildroot "$root/build" --target "$arch" \
            --define "_rpmdir $PWD/$out" --define "_build_name_fmt ethotag-$version.$arch.rpm" \
            --define "version_ $version" --define "tree $root" "$here/ethotag.spec"
        ;;
esac
