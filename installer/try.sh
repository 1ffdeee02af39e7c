#!/bin/sh
# Installs the .deb of target/installer into an empty root folder and goes from raw file to verified tag with what lies there.
#   sh installer/try.sh [FOLDER]     (the root; by default one that is removed afterwards)
set -eu
cd "$(dirname "$0")/.."
. installer/setup.sh
package=$(ls target/installer/ethotag_*.deb)
root=${1:-target/installer/root}
rm -rf "$root"
mkdir -p "$root/var/lib/dpkg/updates" "$root/var/lib/dpkg/info"
: >"$root/var/lib/dpkg/status"
# The root is empty, so what the package depends on is the system's own.
if [ "$(id -u)" = 0 ]; then
    dpkg --root="$root" --force-depends --force-script-chrootless --log=/dev/null -i "$package" >/dev/null 2>&1
else
    fakeroot dpkg --root="$root" --force-depends --force-script-chrootless --force-not-root --log=/dev/null -i "$package" >/dev/null 2>&1
fi
for file in usr/share/applications/ethotag.desktop usr/share/mime/packages/ethotag.xml \
    usr/lib/udev/rules.d/70-ethotag.rules usr/bin/ethotag opt/ethotag/lib/app/ethotag-sbom.cdx.json; do
    [ -e "$root/$file" ] || [ -h "$root/$file" ] || { say "The package lacks /$file."; exit 1; }
done

# Nothing of the developer's Java or settings may help.
program=$PWD/$root/opt/ethotag/bin/ethotag
work=$PWD/$root/tmp
mkdir -p "$work"
unset JAVA_HOME JDK_JAVA_OPTIONS
export HOME="$work" XDG_CONFIG_HOME="$work/config"
PATH=/usr/bin:/bin
run() {
    say "ethotag $*"
    "$program" "$@"
}
cd "$work"
classes='grazing=grazing,resting=resting+ruminating,walking=walking'
run import herd "$OLDPWD"/sample-data/cow0[1-4].csv.gz --name-pattern '(?<animal>\w+)' >/dev/null
run windows herd --samples 128 --classes "$classes"
run train herd --samples 128 --classes "$classes" --hold-out cow04 --epochs 1 --seed 1 --json >teacher.json
teacher=$(sed -n 's/.*"run" *: *"\([^"]*\)".*/\1/p' teacher.json | head -1)
run distil herd --teacher "$teacher" --hidden 16 --epochs 1 --json >student.json
student=$(sed -n 's/.*"run" *: *"\([^"]*\)".*/\1/p' student.json | head -1)
run quantize herd --student "$student" --profile virtual --json >quantized.json
quantized=$(sed -n 's/.*"run" *: *"\([^"]*\)".*/\1/p' quantized.json | head -1)
run export herd --quantized "$quantized" --out bundle --profile virtual >/dev/null
"$program" virtual-tag --link tag >tag.log 2>&1 &
tag=$!
trap 'kill $tag 2>/dev/null || true' EXIT
tries=0
until [ -e tag ]; do
    tries=$((tries + 1))
    [ $tries -lt 300 ] || { cat tag.log >&2; exit 1; }
    sleep 0.1
done
run flash bundle/model-image.bin --port tag
JAVA_TOOL_OPTIONS="-Dglass.platform=Headless -Dprism.order=sw" run herd --until-trace
say "Installed, started, and one tag verified."
