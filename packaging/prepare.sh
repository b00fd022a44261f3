#!/bin/sh
# Make .venv ready for `run`, `dev` or `bundle` (as dev, with what builds and tries the frozen program). Installs what a bare Debian lacks when root; else names it in one line and exits 1.
set -eu
goal=${1:-run}
cd "$(dirname "$0")/.."

qt="libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 fonts-dejavu-core"
windows="libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0
 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxcb-xinerama0 libxkbcommon-x11-0 libx11-xcb1"
tests="xvfb openbox xdg-utils dbus gnome-keyring at-spi2-core poppler-utils desktop-file-utils appstream lintian man-db"

# icu-devtools and those after it bring licence texts of libraries that the bundle holds.
builds="binutils x11-utils debootstrap icu-devtools libexpat1 libffi8
 liblzma5 libbz2-1.0 zlib1g libgl1-mesa-dri"

usable() {
    "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

python=""
find_python() {
    for candidate in python3.11 python3.12 python3.13 python3; do
        if usable "$candidate"; then
            python=$candidate
            return 0
        fi
    done
    return 1
}

# Debian's own Python has its library apart, and a frozen program needs it.
python_library() {
    case $("$python" -c 'import sys; print(sys.base_prefix)') in
        /usr) echo "libpython3.$("$python" -c 'import sys; print(sys.version_info[1])')" ;;
    esac
}

wanted="$qt"
if [ "$goal" = dev ]; then
    wanted="$wanted $windows $tests"
elif [ "$goal" = bundle ]; then
    wanted="$wanted $windows $tests $builds"
elif [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    wanted="$wanted $windows"
fi

missing=""
find_python || missing="python3-venv"
if [ "$goal" = bundle ]; then
    if [ -n "$python" ]; then wanted="$wanted $(python_library)"; else wanted="$wanted libpython3.11"; fi
fi
if command -v dpkg-query >/dev/null 2>&1; then
    for package in $wanted; do
        state=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
        [ "$state" = "install ok installed" ] || missing="$missing $package"
    done
fi

missing=${missing# }
if [ -n "$missing" ]; then
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
        echo "Missing packages: sudo apt-get install $missing" >&2
        exit 1
    fi
    echo "Installing: $missing"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086  # a list of package names
    apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi
[ -n "$python" ] || find_python || {
    echo "No Python 3.11 or newer with venv was found." >&2
    exit 1
}

if [ "$goal" = bundle ]; then
    goal=dev # what builds has an environment of its own, made by make_bundle.py
    # Some texts come out of packages that are only downloaded: their lists must be there.
    if [ "$(id -u)" = 0 ] && ! ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1; then apt-get update -qq; fi
fi

# A stamp names the finished installation; the folder alone may be a failed one.
sum=$(cksum pyproject.toml | cut -d' ' -f1)
stamp=.venv/.ready-$goal-$sum
[ "$goal" = run ] && [ -f ".venv/.ready-dev-$sum" ] && exit 0
[ -f "$stamp" ] && exit 0
if ! ls .venv/.ready-* >/dev/null 2>&1; then
    rm -rf .venv
    "$python" -m venv .venv
fi
extra=""
[ "$goal" = dev ] && extra="[dev]"
echo "Installing the program into .venv"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable ".$extra"
touch "$stamp"
