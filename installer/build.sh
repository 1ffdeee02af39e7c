#!/bin/sh
# Makes what people install: a program folder with its own Java, and from it packages for this system.
#   sh installer/build.sh [image] [deb] [rpm] [dmg] [portable]      (without a name: all that suit this system)
# Everything lands in target/installer.
set -eu
cd "$(dirname "$0")/.."
. installer/setup.sh
find_jdk
find_maven
system=$(uname)
wanted=${*:-}
if [ -z "$wanted" ]; then
    case $system in
        Darwin) wanted="image dmg" ;;
        *) wanted="image deb portable" ;;
    esac
fi
case " $wanted " in *" deb "*) install_packages binutils fakeroot ;; esac
case " $wanted " in *" rpm "*) install_packages binutils rpm ;; esac

out=target/installer
work=$out/work
version=$(sed -n '0,/<version>/s/.*<version>\(.*\)<\/version>.*/\1/p' pom.xml)
rm -rf "$out"
mkdir -p "$work/input"

say "Building Ethotag $version"
mvn -B -q -ntp -Pinstaller -DskipTests package

# Only this platform's natives: the libraries carry those of every system.
slim() {
    jar=$(ls "$work"/input/$1-*.jar)
    folder=$work/slim
    rm -rf "$folder"
    mkdir -p "$folder"
    (cd "$folder" && "$JAVA_HOME/bin/jar" --extract --file "$OLDPWD/$jar")
    find "$folder/$2" -type f | grep -vE "$3" | while read -r other; do rm "$other"; done
    find "$folder" -type d -empty -delete
    "$JAVA_HOME/bin/jar" --create --file "$jar" --no-compress --manifest "$folder/META-INF/MANIFEST.MF" -C "$folder" .
    rm -rf "$folder"
}
cp target/ethotag/lib/*.jar "$work/input/"
cp -r target/ethotag/sample-data "$work/input/"
case "$system $(uname -m)" in
    "Linux x86_64") sqlite='/Linux/x86_64/' serial='Linux/x86_64/' jna='linux-x86-64/' ;;
    "Linux aarch64") sqlite='/Linux/aarch64/' serial='Linux/aarch64/' jna='linux-aarch64/' ;;
    *) sqlite='/Mac/aarch64/' serial='OSX/aarch64/' jna='darwin-aarch64/' ;;
esac
slim sqlite-jdbc org/sqlite/native "$sqlite"
slim jSerialComm . "^.*/($serial|com/|META-INF/)"
slim jna com/sun/jna "\.class$|$jna"

# What the first frame would wait for. SQLite's native half lies beside its jar, or it is unpacked at every start, after a
# process that asks for the system's name; the style sheet is read where it is a binary one beside it.
"$JAVA_HOME/bin/jar" --list --file "$(ls "$work"/input/sqlite-jdbc-*.jar)" | grep "org/sqlite/native$sqlite" | while read -r native; do
    (cd "$work" && "$JAVA_HOME/bin/jar" --extract --file input/sqlite-jdbc-*.jar "$native" && mv "$native" input/)
done
mkdir -p "$work/styles"
"$JAVA_HOME/bin/java" -cp "$work/input/*" com.sun.javafx.css.parser.Css2Bin resources/styles/ethotag.css "$work/styles/ethotag.bss"
"$JAVA_HOME/bin/jar" --update --file "$work/input/ethotag-$version.jar" -C "$work" styles/ethotag.bss

# What the program asks of Java; jdk.localedata gives dates and numbers in the user's own language.
modules=java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.sql,java.xml,jdk.localedata,jdk.unsupported
"$JAVA_HOME/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --compress zip-6 \
    --output "$work/runtime"

set -- --name ethotag --app-version "$version" --vendor Ethotag \
    --description "From raw accelerometer recordings of animals to a tag that classifies behaviour by itself" \
    --copyright "Apache-2.0"
icon=resources/icons/ethotag-256.png
if [ "$system" = Darwin ]; then icon=$work/ethotag.icns && sh installer/mac/icns.sh "$icon"; fi
"$JAVA_HOME/bin/jpackage" --type app-image "$@" --dest "$out" --icon "$icon" \
    --runtime-image "$work/runtime" --input "$work/input" \
    --main-jar "ethotag-$version.jar" --main-class org.ethotag.Ethotag \
    --java-options -Xmx1g \
    --java-options -XX:Tier4InvocationThreshold=50000 \
    --java-options -XX:Tier4MinInvocationThreshold=6000 \
    --java-options -XX:Tier4CompileThreshold=150000 \
    --java-options '-Dorg.sqlite.lib.path=$APPDIR' \
    --java-options --enable-native-access=ALL-UNNAMED \
    --java-options --sun-misc-unsafe-memory-access=allow \
    --java-options -Dai.djl.offline=true \
    --java-options -Dorg.slf4j.simpleLogger.defaultLogLevel=warn \
    --java-options -Dorg.slf4j.simpleLogger.log.ai.djl.util.cuda=error \
    --java-options '-Dethotag.home=$APPDIR'
if [ "$system" = Darwin ]; then
    image=$out/ethotag.app
    app=$image/Contents/app
    program=$image/Contents/MacOS/ethotag
else
    image=$out/ethotag
    app=$image/lib/app
    program=$image/bin/ethotag
fi
cp LICENSE installer/libraries.txt src/site/markdown/guide/citing.md "$app/"
cp target/bom.json "$app/ethotag-sbom.cdx.json"

# The cache below is refused when a library's time differs from the one it was made with. Sticks and .zip files keep even
# seconds only, so all have the same even one.
touch -d '2026-01-01 00:00:00' "$app"/*.jar 2>/dev/null || touch -t 202601010000.00 "$app"/*.jar

# The Java of the image learns once what the program loads until its first trace: the next start has it at hand. Where there is
# a display for it to learn on (Xvfb), the toolkit's classes for displays are in it. It does not learn which methods the best
# compiler took: the next start would compile them all at once, on the cores that draw the first frame. For the same reason
# that compiler waits ten times as long as usual above (decision 0031).
say "Learning the start"
cache=$app/ethotag.aot
screen="-Dglass.platform=Headless -Dprism.order=sw"
if command -v Xvfb >/dev/null 2>&1; then
    Xvfb -displayfd 3 -screen 0 1280x800x24 3>"$work/display" 2>/dev/null &
    display=$!
    trap 'kill $display 2>/dev/null || true' EXIT
    tries=0
    until [ -s "$work/display" ] || [ $tries -ge 50 ]; do
        tries=$((tries + 1))
        sleep 0.1
    done
    if [ -s "$work/display" ]; then
        DISPLAY=:$(cat "$work/display")
        export DISPLAY
        screen=
    fi
fi
JAVA_TOOL_OPTIONS="-XX:AOTCacheOutput=$PWD/$cache -XX:TieredStopAtLevel=2 $screen -Dethotag.user=$PWD/$work/user" \
    "$program" open --sample --until-trace >"$work/learn.log" 2>&1 || { cat "$work/learn.log" >&2; exit 1; }
[ -s "$cache" ] || { cat "$work/learn.log" >&2; say "The start was not learnt."; exit 1; }
# A cache that does not fit costs a second, and is no message for the user.
printf 'java-options=-XX:AOTCache=$APPDIR/ethotag.aot\njava-options=-Xlog:aot*=off,cds*=off\n' >>"$app/ethotag.cfg"
rm -rf "$work/user"

for kind in $wanted; do
    case $kind in
        image) ;;
        portable)
            folder=$work/portable/ethotag-$version
            mkdir -p "$folder"
            cp -a "$image/." "$folder/"
            : >"$folder/lib/app/portable"
            tar -C "$work/portable" -czf "$out/ethotag-$version-portable.tar.gz" "ethotag-$version"
            ;;
        deb | rpm)
            sh installer/linux/package.sh "$kind" "$image" "$out" "$version"
            ;;
        *)
            "$JAVA_HOME/bin/jpackage" --type "$kind" "$@" --dest "$out" --app-image "$image" \
                --file-associations installer/ethotag.properties --license-file LICENSE
            ;;
    esac
done
rm -rf "$work"
du -sh "$out"/* >&2
