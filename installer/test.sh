#!/bin/sh
# Sets up what the tests need and runs every one of them.
set -eu
cd "$(dirname "$0")/.."
. installer/setup.sh
find_jdk
install_packages fontconfig fonts-dejavu-core libpangoft2-1.0-0 \
    gcc libc6-dev gcc-arm-none-eabi libnewlib-arm-none-eabi qemu-system-arm
find_maven
exec mvn -B -ntp verify
