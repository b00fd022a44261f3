"""Whether a window can be opened here, found out before Qt tries: Qt ends its process where it cannot. No Qt in it."""

import ctypes
import importlib.util
import os
import socket
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from supervisor_gui.desktop.doctor_qt import NAMED, PACKAGES, PLATFORM, libraries_of, loads, plugins
from supervisor_gui.i18n import translate
from supervisor_gui.text import clean

_WAYLAND_SECONDS = 2.0
_LONGEST = 200
_PACKAGES = {**PACKAGES, "libxcb.so.1": "libxcb1"}


class NoScreen(msgspec.Struct, frozen=True):
    """No display is named anywhere."""

    def words(self) -> str:
        """What is wrong and what to do, in today's language."""
        return translate(
            "Start", "There is no display here, so no window can be opened: start the program in a desktop session."
        )


class SilentScreen(msgspec.Struct, frozen=True):
    """The display that is named does not let this user in."""

    display: str

    def words(self) -> str:
        """What is wrong and what to do, in today's language."""
        return translate(
            "Start",
            "The display “{display}” does not answer, so no window can be opened: start the program in a desktop "
            "session of this user.",
        ).format(display=clean(self.display, _LONGEST))


class NoPlugin(msgspec.Struct, frozen=True):
    """Qt's part for this kind of screen is not in the installation."""

    plugin: str

    def words(self) -> str:
        """What is wrong and what to do, in today's language."""
        return translate(
            "Start",
            "No window can be opened because Qt's part for “{plugin}” is missing: install the program anew, or "
            "correct QT_QPA_PLATFORM.",
        ).format(plugin=clean(self.plugin, _LONGEST))


class NotLoaded(msgspec.Struct, frozen=True):
    """A part of Qt does not load.

    Attributes:
        told: The loader's or the interpreter's own words.
        known: Libraries that may be missing too.
        loaded: Whether the system has a shared library.
    """

    told: str
    known: tuple[str, ...] = ()
    loaded: Callable[[str], bool] = loads

    def words(self) -> str:
        """What is wrong and what to do, in today's language."""
        named = NAMED.findall(self.told)
        # Those that come with Qt look missing only because nobody looks for them in their own place.
        candidates = [name for name in dict.fromkeys((*named, *self.known)) if "Qt6" not in name]
        missing = [name for name in candidates if not self.loaded(name)]
        packages = sorted({_PACKAGES[name] for name in missing if name in _PACKAGES})
        if packages:
            return translate(
                "Start",
                "No window can be opened because this system lacks {names}: on Debian or Ubuntu, "
                "apt-get install {packages}",
            ).format(names=", ".join(missing), packages=" ".join(packages))
        if missing:
            return translate(
                "Start",
                "No window can be opened because this system lacks {names}: install the package that has it.",
            ).format(names=", ".join(missing))
        return translate(
            "Start", "No window can be opened because a part of it does not load ({words}): install the program anew."
        ).format(words=clean(self.told, _LONGEST))


Obstacle = NoScreen | SilentScreen | NoPlugin | NotLoaded


def needs_no_screen(environment: Mapping[str, str], *, platform: str = sys.platform) -> bool:
    """Whether nobody has chosen a screen and there is none, so that only what needs none can go on."""
    named = (environment.get(name) for name in (PLATFORM, "DISPLAY", "WAYLAND_DISPLAY"))
    return platform == "linux" and not any(named)


def obstacle(environment: Mapping[str, str] = os.environ, *, platform: str = sys.platform) -> Obstacle | None:
    """What keeps a window from being opened, None when nothing does.

    On Linux only: elsewhere there is always a screen, and the libraries come with the program. A library that is
    loaded to see whether it can be stays, for Qt needs it next.

    Args:
        environment: The process's environment.
        platform: As in `sys.platform`.
    """
    if platform != "linux":
        return None
    if needs_no_screen(environment, platform=platform):
        return NoScreen()
    found = [_of_plugin(plugin, environment) for plugin in plugins(environment)]
    # Qt takes the first that works.
    return None if None in found else found[0]


def platform_plugin(plugin: str) -> Path | None:
    """Where Qt has the platform plugin on Linux; None when even Qt is not found, which its import will tell."""
    package = importlib.util.find_spec("PySide6")
    places = package.submodule_search_locations if package is not None else None
    if not places:
        return None
    folder = Path(next(iter(places))) / "Qt" / "plugins" / "platforms"
    if not folder.is_dir():
        return None
    named = folder / f"libq{plugin}.so"
    # One file may serve several words (wayland, wayland-egl), and one word several files.
    first = plugin.partition("-")[0]
    akin = sorted(file for file in folder.glob("libq*.so") if file.name.startswith(f"libq{first}") and first)
    return named if named.exists() or not akin else akin[0]


def _load(name: str) -> str:
    """Load the shared library of that path or name for good; the loader's words when it cannot be, else nothing."""
    try:
        ctypes.CDLL(name)
    except OSError as error:
        return str(error) or name
    return ""


def _of_plugin(plugin: str, environment: Mapping[str, str]) -> Obstacle | None:
    path = platform_plugin(plugin)
    if path is not None and not path.exists() and not _other_places(environment):
        return NoPlugin(plugin)
    if path is not None and path.exists() and (words := _load(str(path))):
        return NotLoaded(words, libraries_of(plugin))
    if plugin == "xcb" and not _x11_answers():
        return SilentScreen(environment.get("DISPLAY", ""))
    if plugin == "wayland" and not _wayland_answers(environment):
        return SilentScreen(environment.get("WAYLAND_DISPLAY", ""))
    return None


def _other_places(environment: Mapping[str, str]) -> bool:
    return any(environment.get(name) for name in ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH"))


def _x11_answers() -> bool:
    """Whether the X server of DISPLAY lets this user in. What cannot be asked is left to Qt."""
    if _load("libxcb.so.1"):
        return True
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(None, None)
    answers = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return answers


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    if sys.platform == "win32":
        return False
    if environment.get("WAYLAND_SOCKET"):  # a connection that was inherited
        return True
    name = environment.get("WAYLAND_DISPLAY") or "wayland-0"
    path = name if name.startswith("/") else f"{environment.get('XDG_RUNTIME_DIR', '')}/{name}"
    try:
        with socket.socket(socket.AF_UNIX) as visit:
            visit.settimeout(_WAYLAND_SECONDS)
            visit.connect(path)
    except OSError:
        return False
    return True
