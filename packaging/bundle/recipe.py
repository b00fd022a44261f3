"""What the frozen program holds, for each system. Plain values and questions about names: it imports no PyInstaller.

The sizes that led to the exclusions: a bundle of everything that the hooks collect is 260 MB, this one about 150.
"""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

System = Literal["linux", "windows", "darwin"]

NAME = "netsantral-supervisor"
PROGRAM = "supervisor-gui"
TITLE = "NetSantral Supervisor"

EXCLUDED = (
    # other Qt bindings: the build must not stop, nor choose one of them, where they happen to be installed
    "PyQt5",
    "PyQt6",
    "PySide2",
    # parts of Qt that no window of ours uses; QtOpenGL stays, pyqtgraph imports it
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtQuickWidgets",
    "PySide6.QtQuickControls2",
    "PySide6.QtTest",
    "PySide6.QtDesigner",
    "PySide6.QtUiTools",
    "PySide6.QtHelp",
    "PySide6.QtSql",
    # what the libraries would use if it were there
    "tkinter",
    "matplotlib",
    "scipy",
    "PIL",
    "IPython",
    "pygments",
    "rich",
    "pyqtgraph.opengl",
    "pyqtgraph.examples",
    "pyqtgraph.jupyter",
    "pyqtgraph.console",
    "pyqtgraph.flowchart",
    "pyqtgraph.dockarea",
    "sqlalchemy.dialects.mysql",
    "sqlalchemy.dialects.oracle",
    "sqlalchemy.dialects.mssql",
    "sqlalchemy.ext.mypy",
    "uvicorn.workers",
    # where a number lies and who carries it; only what a number is matters here
    "phonenumbers.geodata",
    "phonenumbers.carrierdata",
    "phonenumbers.tzdata",
    # a person at a Python prompt
    "curses",
    "readline",
    "pydoc_data",
    "lib2to3",
    "idlelib",
    "test",
    "pip",
    "setuptools",
    "pkg_resources",
)

_HIDDEN = (
    # chosen by name at run time: protocols and loops of the simulator's server
    "uvicorn.loops.asyncio",
    "uvicorn.protocols.http.h11_impl",
    "uvicorn.lifespan.off",
    "uvicorn.lifespan.on",
    "sqlalchemy.dialects.sqlite",
    "holidays.countries.turkey",
)

_HIDDEN_FOR: dict[System, tuple[str, ...]] = {
    "linux": (
        "secretstorage",
        "jeepney",
        "jeepney.io.blocking",
        "keyring.backends.SecretService",
        "keyring.backends.kwallet",
    ),
    "windows": ("win32ctypes.core", "win32ctypes.pywin32", "keyring.backends.Windows"),
    "darwin": ("keyring.backends.macOS", "keyring.backends.macOS.api"),
}

# Qt's plugins: folders below `plugins` that stay whole, and files that stay of the others.
_KEPT_PLUGINS = {
    "iconengines": ("qsvgicon",),
    "imageformats": ("qsvg", "qico", "qjpeg"),
    "platforminputcontexts": ("composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"),
    "platforms": ("qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"),
    "platformthemes": ("qxdgdesktopportal",),
    "styles": None,
    "wayland-decoration-client": None,
    "wayland-graphics-integration-client": None,
    "wayland-shell-integration": ("xdg-shell", "qt-shell", "fullscreen-shell-v1"),
    "xcbglintegrations": None,
}
_QT_LIBRARIES_DROPPED = (
    "EglFSDeviceIntegration",
    "EglFsKmsSupport",
    "WlShellIntegration",
    "Pdf",
    "Qml",
    "Quick",
    "VirtualKeyboard",
)
_QT_WORDS = ("qtbase_tr.qm", "qtbase_en.qm")

# Of Linux's own libraries only those of the Python that builds travel along, whose versions follow it. All others are
# the system's: a second copy of what its graphics drivers load, too, is what breaks such programs on newer systems.
_TRAVELLING = ("libpython", "libssl", "libcrypto", "libsqlite3", "libffi", "libbz2", "liblzma", "libexpat", "libmpdec")

# Stripping breaks the segments that auditwheel laid out in numpy's libraries, and Qt comes stripped.
_NEVER_STRIPPED = ("numpy.libs", "PySide6", "shiboken6")


@dataclass(frozen=True)
class Recipe:
    """One system's bundle.

    Attributes:
        system: The system.
        hidden_imports: Modules that no import statement names.
        excludes: Modules that are left out, with what they alone need.
        metadata: Distributions whose metadata is read at run time (keyring finds its back ends by it).
        data: (place in the checkout, place in the bundle) of shipped files.
        data_of: Packages whose data files travel along.
    """

    system: System
    hidden_imports: tuple[str, ...]
    excludes: tuple[str, ...] = EXCLUDED
    metadata: tuple[str, ...] = ("keyring",)
    data: tuple[tuple[str, str], ...] = (("resources", "supervisor_gui/resources"), ("docs/administrator.md", "docs"))
    data_of: tuple[str, ...] = ("tzdata",)

    def keeps(self, target: str, source: str = "") -> bool:
        """Whether a collected file belongs into the bundle.

        Args:
            target: Its place in the bundle.
            source: Where it was found, empty when that does not matter.
        """
        path = PurePosixPath(target.replace("\\", "/"))
        if "plugins" in path.parts and "PySide6" in path.parts:
            return _keeps_plugin(path)
        if "translations" in path.parts and "PySide6" in path.parts:
            return path.name in _QT_WORDS
        # On macOS a library is a folder: all of it stays or none, else nothing can be signed.
        if any(f"Qt6{name}" in part or f"Qt{name}" in part for name in _QT_LIBRARIES_DROPPED for part in path.parts):
            return False
        if self.system == "linux" and len(path.parts) == 1 and _is_systems(source):
            return path.name.startswith(_TRAVELLING)
        return True

    def strips(self, target: str) -> bool:
        """Whether symbols may be taken out of this library."""
        path = PurePosixPath(target)
        return self.system == "linux" and ".so" in path.name and not set(path.parts) & set(_NEVER_STRIPPED)


def _keeps_plugin(path: PurePosixPath) -> bool:
    kept = _KEPT_PLUGINS.get(path.parent.name, ())
    return kept is None or path.name.removeprefix("lib").split(".")[0] in kept


def _is_systems(source: str) -> bool:
    return source.startswith(("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/", "/usr/local/lib/"))


def recipe(system: System) -> Recipe:
    """The bundle of a system."""
    return Recipe(system, (*_HIDDEN, *_HIDDEN_FOR[system]))


def this_system(platform: str) -> System:
    """The system that `sys.platform` names."""
    match platform:
        case "win32":
            return "windows"
        case "darwin":
            return "darwin"
        case _:
            return "linux"
