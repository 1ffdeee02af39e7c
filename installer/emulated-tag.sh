#!/bin/sh
# Runs the reference tag on an emulated processor behind a serial device name:
#   sh installer/emulated-tag.sh PATH [--profile P] [--trust PEM] [--fault NAME]
set -eu
if [ $# -lt 1 ]; then
    sed -n '2,3s/^# //p' "$0" >&2
    exit 2
fi
link=$(realpath -m "$1")
shift
cd "$(dirname "$0")/.."
. installer/setup.sh
install_packages gcc-arm-none-eabi libnewlib-arm-none-eabi qemu-system-arm
find_jdk
if [ ! -x target/ethotag/bin/ethotag ]; then
    find_maven
    mvn -B -ntp -q -DskipTests package
fi
exec target/ethotag/bin/ethotag virtual-tag --link "$link" --emulated "$@"
