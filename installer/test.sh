#!/bin/sh
# Sets up what the tests need, runs every one of them, and on Debian builds the package, installs it and tries it.
set -eu
cd "$(dirname "$0")/.."
. installer/setup.sh
find_jdk
install_packages fontconfig fonts-dejavu-core libpangoft2-1.0-0 \
    gcc libc6-dev gcc-arm-none-eabi libnewlib-arm-none-eabi qemu-system-arm
find_maven
mvn -B -ntp verify
if [ "$(uname)" = Linux ] && command -v dpkg-deb >/dev/null 2>&1; then
    sh installer/build.sh deb
    sh installer/try.sh
fi
