"""What must lie in every installation beside the code, looked for without loading it. It mends nothing."""

import importlib.util
import sys

from supervisor_gui.desktop.findings import Finding, Verdict
from supervisor_gui.desktop.screen import platform_plugin
from supervisor_gui.i18n import LANGUAGES, translate
from supervisor_gui.paths import resource

ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICON = "netsantral-supervisor"
WORDS = tuple(f"translations/supervisor_{language}.{form}" for language in LANGUAGES for form in ("qm", "ts"))
"""The window's words and those of commands."""
ICONS = (
    f"icons/{ICON}.svg",
    *(f"icons/hicolor/{size}x{size}/apps/{ICON}.png" for size in ICON_SIZES),
)
GUIDES = tuple(f"guide/{language}/guide.md" for language in LANGUAGES)

KEYRINGS = {
    "linux": ("keyring.backends.SecretService", "secretstorage", "jeepney"),
    "win32": ("keyring.backends.Windows",),
    "darwin": ("keyring.backends.macOS",),
}
"""Platform, as in `sys.platform` → modules that keep passwords there."""
PLUGINS = {"linux": ("xcb", "wayland", "offscreen")}
ZONE = "Europe/Istanbul"
_TOLD = 3
"""Names in a message; the log and the doctor have all."""


def missing_from_window() -> tuple[str, ...]:
    """The shipped files that a window shows and that are not there, by their names."""
    return _missing_files((*WORDS, *ICONS))


def missing_parts(platform: str = sys.platform) -> tuple[str, ...]:
    """Everything of the installation that is not there, by its name.

    Args:
        platform: As in `sys.platform`.
    """
    modules = [name for name in KEYRINGS.get(platform, ()) if not _importable(name)]
    files = [platform_plugin(name) for name in PLUGINS.get(platform, ())]
    plugins = [file.name for file in files if file is not None and not file.exists()]
    rest = [name for name, there in (("keyring.dist-info", _knows_keyrings()), (ZONE, _knows_zone())) if not there]
    return (*_missing_files((*WORDS, *ICONS, *GUIDES)), *modules, *plugins, *rest)


def missing_words(names: tuple[str, ...]) -> str:
    """What a user is told of missing files, with what to do; empty when nothing is missing."""
    if not names:
        return ""
    more = ", …" if len(names) > _TOLD else ""
    return translate("Start", "Missing from this installation: {names}. Install the program anew.").format(
        names=", ".join(names[:_TOLD]) + more
    )


def examine_program_files(platform: str = sys.platform) -> Finding:
    """Whether the installation is whole.

    Args:
        platform: As in `sys.platform`.
    """
    subject = translate("Doctor", "Program files")
    missing = missing_parts(platform)
    if missing:
        return Finding(
            Verdict.PROBLEM,
            subject,
            translate("Doctor", "missing: {names}").format(names=", ".join(missing)),
            translate("Doctor", "Install the program anew."),
        )
    return Finding(Verdict.OK, subject, translate("Doctor", "all are there"))


def _missing_files(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if not _there(name))


def _there(name: str) -> bool:
    try:
        return resource(name).stat().st_size > 0
    except OSError:
        return False


def _importable(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):
        return False


def _knows_keyrings() -> bool:
    """Whether the keyring's own list of back ends is there, by which it finds them."""
    import importlib.metadata  # noqa: PLC0415  a window that starts has no need of it

    try:
        importlib.metadata.distribution("keyring")
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def _knows_zone() -> bool:
    import zoneinfo  # noqa: PLC0415  as above

    try:
        zoneinfo.ZoneInfo(ZONE)
    except (zoneinfo.ZoneInfoNotFoundError, OSError, ValueError):
        return False
    return True
