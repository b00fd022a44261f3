"""Links on a freedesktop.org desktop: our desktop entry, and the user's list of default programs.

The list is written here and not by `xdg-mime`, which can add a program but not take it away again.
"""

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from supervisor_gui.desktop.integration import SCHEMES, IntegrationError

ENTRY = "netsantral-supervisor.desktop"
_TYPE = "x-scheme-handler/{}"
_DEFAULTS = "[Default Applications]"
_GROUPS = (_DEFAULTS, "[Added Associations]")
_QUOTED = re.compile(r'(["`$\\])')
_BARE = re.compile(r"[A-Za-z0-9_./:@,+-]+")
"""An argument that needs no quotes. `xdg-open` of Debian 12 finds no program whose path is quoted."""
_SECONDS = 20


class XdgIntegration:
    """The files of one user."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        home = Path(environment.get("HOME") or Path.home())
        data = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
        settings = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
        self._command = command
        self.entry = data / "applications" / ENTRY
        self.defaults = settings / "mimeapps.list"

    def handled(self) -> frozenset[str]:
        """The schemes whose first choice is our entry."""
        lines = _read(self.defaults)
        offered = "\n".join(_read(self.entry))
        return frozenset(
            scheme
            for scheme in SCHEMES
            if _first_choice(lines, _TYPE.format(scheme)) == ENTRY and f"{_TYPE.format(scheme)};" in offered
        )

    def use(self, schemes: frozenset[str]) -> None:
        """Write the entry, which stays in the menu also without a link, and the list."""
        lines = _read(self.defaults)
        wanted = list(lines)
        for scheme in SCHEMES:
            wanted = _without_us(wanted, _TYPE.format(scheme))
            if scheme in schemes:
                wanted = _with_us_first(wanted, _TYPE.format(scheme))
        _write(self.entry, entry_text(self._command, schemes))
        if wanted != lines:
            _write(self.defaults, "".join(f"{line}\n" for line in wanted))
        _refresh(self.entry.parent)


def entry_text(command: Sequence[str], schemes: frozenset[str]) -> str:
    """The desktop entry.

    It announces no start notice: a start that hands a link over opens no window that a busy pointer could wait for.
    """
    types = "".join(f"{_TYPE.format(scheme)};" for scheme in SCHEMES if scheme in schemes)
    lines = [
        "[Desktop Entry]",
        "Type=Application",
        "Version=1.0",
        "Name=NetSantral Supervisor",
        "GenericName=Call centre supervisor",
        "GenericName[tr]=Çağrı merkezi süpervizörü",
        "Comment=Watch and steer the queues and calls of a NetSantral PBX",
        "Comment[tr]=NetSantral santralinin kuyruklarını ve çağrılarını izleyin, yönetin",
        "Icon=call-start",
        f"Exec={' '.join(map(_argument, command))} %u",
        "Terminal=false",
        "StartupNotify=false",
        "SingleMainWindow=true",
        "Categories=Network;Telephony;",
        *([f"MimeType={types}"] if types else []),
    ]
    return "".join(f"{line}\n" for line in lines)


def _argument(word: str) -> str:
    """One argument of an Exec line: quoted for it, then escaped as every string of the file is."""
    if _BARE.fullmatch(word):
        return word
    quoted = '"' + _QUOTED.sub(r"\\\1", word) + '"'
    return quoted.replace("\\", "\\\\").replace("%", "%%")


def _first_choice(lines: Sequence[str], kind: str) -> str:
    for _, values in _values(lines, kind, (_DEFAULTS,)):
        return values[0] if values else ""
    return ""


def _values(lines: Sequence[str], kind: str, groups: Sequence[str] = _GROUPS) -> list[tuple[int, list[str]]]:
    """Where `kind` has programs in these groups: index of the line, and its programs."""
    found, group = [], ""
    for at, line in enumerate(lines):
        if line.startswith("["):
            group = line.strip()
        key, equals, value = line.partition("=")
        if equals and group in groups and key.strip() == kind:
            found.append((at, [program for program in value.strip().split(";") if program]))
    return found


def _without_us(lines: Sequence[str], kind: str) -> list[str]:
    kept = list(lines)
    for at, programs in reversed(_values(lines, kind)):
        if ENTRY in programs:
            others = [program for program in programs if program != ENTRY]
            kept[at : at + 1] = [_line(kind, others)] if others else []
    return kept


def _with_us_first(lines: Sequence[str], kind: str) -> list[str]:
    """`lines` with our entry as the first program for `kind`; those that were there follow it."""
    changed = list(lines)
    for at, programs in _values(lines, kind, (_DEFAULTS,)):
        changed[at] = _line(kind, [ENTRY, *programs])
        return changed
    heads = [at for at, line in enumerate(changed) if line.strip() == _DEFAULTS]
    if not heads:
        changed += ([""] if changed else []) + [_DEFAULTS]
        heads = [len(changed) - 1]
    changed.insert(heads[0] + 1, _line(kind, [ENTRY]))
    return changed


def _line(kind: str, programs: Sequence[str]) -> str:
    return f"{kind}={';'.join(programs)};"


def _read(path: Path) -> list[str]:
    return _file(path, lambda: _lines(path.read_text("utf-8", "surrogateescape")) if path.exists() else [])


def _lines(text: str) -> list[str]:
    return text.removesuffix("\n").split("\n") if text else []


def _write(path: Path, text: str) -> None:
    """Put `text` in the place of the file at once: whoever reads it meanwhile sees the old or the new one."""

    def write() -> list[str]:
        target = path.resolve()  # some keep these files as links into a folder of their own
        target.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(
            "w", dir=target.parent, prefix=f".{target.name}.", encoding="utf-8", errors="surrogateescape", delete=False
        ) as beside:
            try:
                beside.write(text)
                beside.flush()
                fresh = Path(beside.name)
                fresh.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
                fresh.replace(target)
            except OSError:
                Path(beside.name).unlink(missing_ok=True)
                raise
        return []

    _file(path, write)


def _file(path: Path, act: Callable[[], list[str]]) -> list[str]:
    try:
        return act()
    except OSError as error:
        raise IntegrationError(str(path), details=error.strerror or str(error)) from error


def _refresh(folder: Path) -> None:
    """Let programs that keep a list of what entries offer read it anew; where there is no such tool nobody does.

    A tool that fails is no failure: what was wished is written.
    """
    tool = shutil.which("update-desktop-database")
    if tool is not None:
        with suppress(OSError, subprocess.SubprocessError):
            subprocess.run([tool, "-q", str(folder)], capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
