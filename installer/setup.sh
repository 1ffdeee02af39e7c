# Sourced by start.sh and test.sh: finds a JDK 25 and Maven, and says in words what is missing.

say() {
    printf '%s\n' "$*" >&2
}

# The major version of the JDK in a folder, or 0.
jdk_version() {
    [ -x "$1/bin/javac" ] || { echo 0; return; }
    version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
    echo "${version:-0}"
}

find_jdk() {
    on_path=$(command -v javac 2>/dev/null || true)
    if [ -n "$on_path" ]; then
        on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")
    fi
    for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$home" ] && [ "$(jdk_version "$home")" -ge 25 ]; then
            JAVA_HOME=$home
            export JAVA_HOME
            return 0
        fi
    done
    say "Ethotag needs a JDK 25 or later, and none was found."
    say "Looked at JAVA_HOME, the path, /usr/lib/jvm and the usual places of macOS."
    say "Install one, for example Temurin 25, or set JAVA_HOME to it, and run this again."
    exit 1
}

find_maven() {
    command -v mvn >/dev/null 2>&1 || install_packages maven
    command -v mvn >/dev/null 2>&1 && return 0
    say "Ethotag is built with Maven, and no mvn was found on the path."
    say "Install Maven 3.8 or later and run this again."
    exit 1
}

# Installs the Debian packages that are missing when that is allowed, else prints the one line to run.
install_packages() {
    command -v dpkg-query >/dev/null 2>&1 || return 0
    missing=
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        say "Missing packages; to install them:  sudo apt-get install$missing"
        return 0
    fi
    say "Installing$missing"
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing >/dev/null 2>&1 && return 0
    $as_root apt-get update -qq >/dev/null 2>&1 || true
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing >/dev/null ||
        say "Could not install$missing; what needs them will say so."
}
