#!/bin/sh
# The program on the built-in simulator: a window where there is a display, else a picture of it.
set -eu
cd "$(dirname "$0")/.."
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/python -m supervisor_gui --demo
fi
QT_QPA_PLATFORM=offscreen .venv/bin/python -m supervisor_gui --demo --size 1440x900 --shot demo.png --shot-after 4
echo "No display here: the picture of the window is $(pwd)/demo.png"
