"""Whether Qt can start on this machine and which system libraries it misses. It runs where Qt cannot be imported."""

import ctypes
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence

import msgspec

from supervisor_gui.desktop import qt_children
from supervisor_gui.desktop.findings import Finding, Verdict
from supervisor_gui.i18n import translate

PLATFORM = "QT_QPA_PLATFORM"
"""The variable that says which platform plugins Qt tries."""

BASE_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""What Qt's libraries for windows load on any platform plugin → the Debian package that has it."""
XCB_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
PACKAGES = {**BASE_LIBRARIES, **XCB_LIBRARIES, **WAYLAND_LIBRARIES}
NAMED = re.compile(r"(lib[\w.+-]+\.so(?:\.\d+)*)")
"""Shared libraries in the words of a loader."""
_START_SECONDS = 20


class Trial(msgspec.Struct, frozen=True):
    """How a bare Qt program ended.

    Attributes:
        platform: The platform plugin it ran on, empty when it did not start.
        words: What it said on its way out.
    """

    platform: str
    words: str = ""


def try_qt(plugin: str) -> Trial:
    """Start a bare Qt program on `plugin` as a process of its own: Qt aborts its process when a plugin fails."""
    environment = {**os.environ, **({PLATFORM: plugin} if plugin else {})}
    try:
        ended = subprocess.run(  # noqa: S603  our own program and a constant
            qt_children.command(qt_children.TRY_QT),
            env=environment,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_START_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Trial("", translate("Doctor", "no answer from the display"))
    if ended.returncode == 0:
        return Trial(ended.stdout.strip() or "?")
    return Trial("", _telling_line(ended.stderr))


def loads(library: str) -> bool:
    """Whether the system finds and loads the shared `library`."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def plugins(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The platform plugins that Qt will try on Linux, the first one first."""
    chosen = environment.get(PLATFORM, "")
    if chosen:
        return tuple(word.partition(":")[0] for word in chosen.split(";"))
    screens = (("wayland", "WAYLAND_DISPLAY"), ("xcb", "DISPLAY"))
    return tuple(plugin for plugin, variable in screens if environment.get(variable))


def examine_qt(
    environment: Mapping[str, str] = os.environ,
    *,
    platform: str = sys.platform,
    trial: Callable[[str], Trial] = try_qt,
    loaded: Callable[[str], bool] = loads,
) -> tuple[Finding, ...]:
    """Two findings: does Qt start, and (on Linux) which libraries are missing.

    Args:
        environment: The process's environment.
        platform: As in `sys.platform`.
        trial: Starts a bare Qt program.
        loaded: Whether a shared library loads.
    """
    if not platform.startswith("linux"):
        return (_qt(trial(""), (), has_display=True),)
    plugin = next(iter(plugins(environment)), "")
    known = libraries_of(plugin)
    missing = [library for library in known if not loaded(library)]
    result = trial(plugin or "offscreen")
    missing += [name for name in NAMED.findall(result.words) if name not in missing and not loaded(name)]
    return _qt(result, missing, has_display=bool(plugin)), _libraries(missing)


def libraries_of(plugin: str) -> tuple[str, ...]:
    """The system's libraries that Qt's windows load on a platform plugin."""
    return (*BASE_LIBRARIES, *{"xcb": XCB_LIBRARIES, "wayland": WAYLAND_LIBRARIES}.get(plugin, {}))


def _qt(result: Trial, missing: Sequence[str], *, has_display: bool) -> Finding:
    subject = translate("Doctor", "Qt")
    if result.platform and has_display:
        found = translate("Doctor", "starts on {platform}").format(platform=result.platform)
        return Finding(Verdict.OK, subject, found)
    if result.platform:
        found = translate("Doctor", "There is no display, so no window can be opened.")
        advice = translate("Doctor", "Start it in a desktop session. Pictures (--shot) work without one.")
    else:
        found = translate("Doctor", "Qt does not start: {words}").format(words=result.words or "?")
        advice = (
            translate("Doctor", "Install what the next line names.")
            if missing
            else translate("Doctor", "Check the display; if Qt itself is damaged, install the program anew.")
        )
    return Finding(Verdict.PROBLEM, subject, found, advice)


def _libraries(names: Sequence[str]) -> Finding:
    subject = translate("Doctor", "System libraries")
    if not names:
        return Finding(Verdict.OK, subject, translate("Doctor", "none is missing"))
    wanted = sorted({PACKAGES[name] for name in names if name in PACKAGES})
    advice = (
        translate("Doctor", "On Debian or Ubuntu: apt-get install {packages}").format(packages=" ".join(wanted))
        if wanted
        else translate("Doctor", "Install the package of your system that has these files.")
    )
    return Finding(
        Verdict.PROBLEM, subject, translate("Doctor", "missing: {names}").format(names=", ".join(names)), advice
    )


def _telling_line(words: str) -> str:
    """The one line of a traceback or of Qt's messages that says why."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    for mark in ("could not connect", "error:", "is needed", "could not"):
        for line in lines:
            if mark in line.lower():
                return line[:300]
    return lines[-1][:300] if lines else ""
