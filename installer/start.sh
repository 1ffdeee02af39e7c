#!/bin/sh
# Builds Ethotag and opens its window on the sample study; without a display it runs the demo instead.
set -eu
cd "$(dirname "$0")/.."
. installer/setup.sh
find_jdk
find_maven
mvn -B -q -ntp -DskipTests package
program=target/ethotag/bin/ethotag
if [ "$(uname)" = Darwin ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    install_packages libgtk-3-0 libxtst6 fontconfig fonts-dejavu-core
    exec "$program" open --sample
fi
install_packages libpangoft2-1.0-0 fontconfig fonts-dejavu-core
say "There is no display here, so this runs the demo on the command line instead of the window."
exec "$program" demo target/demo-study
