"""What the programs in the bundle are called on each system, and what they carry there: icon, version, Info.plist.

The recipe (supervisor.spec) hands these words to PyInstaller; they are read and tested on any system.
"""

import importlib.util
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import icon_files
import recipe as recipes

ROOT = Path(__file__).resolve().parent.parent.parent
APP = f"{recipes.TITLE}.app"
SIGN_IDENTITY = "SIGN_IDENTITY"
"""The environment's variable that names a certificate in the keychain; without it macOS signs for itself alone."""


@dataclass(frozen=True)
class Program:
    """One program file.

    Attributes:
        name: Without .exe.
        console: Whether it belongs to a terminal. On Windows such a program opens one when it is clicked, and another
            one cannot print into the terminal that it was started from: there are two of them.
    """

    name: str
    console: bool


def programs(system: recipes.System) -> tuple[Program, ...]:
    """The programs in the bundle; the first one is what an icon starts."""
    if system == "windows":
        return Program(recipes.PROGRAM, console=False), Program(f"{recipes.PROGRAM}-cli", console=True)
    return (Program(recipes.PROGRAM, console=system == "linux"),)


def version() -> str:
    """The project's version."""
    return str(_beside("release", "version").of_the_source(ROOT))


def make_icon(system: recipes.System, work: Path) -> Path:
    """The icon file of Windows or macOS, written below `work`.

    Raises:
        KeyError: One of the pictures that it is made of is missing.
    """
    pictures = icon_files.read_pictures(ROOT / "resources" / "icons" / "hicolor", recipes.NAME)
    made = icon_files.ico(pictures) if system == "windows" else icon_files.icns(pictures)
    target = work / f"{recipes.NAME}.{'ico' if system == 'windows' else 'icns'}"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(made)
    return target


def exe_options(system: recipes.System, program: Program, work: Path) -> dict[str, Any]:
    """What PyInstaller's EXE gets for one program beyond its name.

    Args:
        system: The system.
        program: The program.
        work: A folder for what is made on the way.
    """
    match system:
        case "windows":
            resource = work / f"{program.name}.version.txt"
            resource.parent.mkdir(parents=True, exist_ok=True)
            made = _beside("windows", "version_info").version_info(version(), program.name)
            resource.write_text(made, "utf-8")
            return {"icon": str(make_icon(system, work)), "version": str(resource)}
        case "darwin":
            return {
                # Qt takes the links by itself (desktop/url_events.py); the emulation would swallow them.
                "argv_emulation": False,
                "codesign_identity": os.environ.get(SIGN_IDENTITY) or None,
                "entitlements_file": str(ROOT / "packaging" / "macos" / "entitlements.plist"),
                "icon": str(make_icon(system, work)),
            }
        case _:
            return {}


def bundle_options(work: Path) -> dict[str, Any]:
    """What PyInstaller's BUNDLE gets on macOS beyond the folder."""
    plist = _beside("macos", "plist")
    return {
        "name": APP,
        "icon": str(make_icon("darwin", work)),
        "bundle_identifier": plist.IDENTIFIER,
        "version": version(),
        "info_plist": plist.info(version()),
    }


def _beside(folder: str, name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, ROOT / "packaging" / folder / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(name)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
