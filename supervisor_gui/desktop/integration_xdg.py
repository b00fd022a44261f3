"""Links on a freedesktop.org desktop: our desktop entry, and the user's list of default programs.

The list is written here and not by `xdg-mime`, which can add a program but not take it away again. Where a package has
put an entry for everybody that says the same, the user gets none: it would hide what the package's next version says.
"""

import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from supervisor_gui.desktop import xdg_icons
from supervisor_gui.desktop.integration import SCHEMES, IntegrationError
from supervisor_gui.desktop.xdg_entry import ENTRY, TYPE, entry_text, says_the_same, types_of

_DEFAULTS = "[Default Applications]"
_GROUPS = (_DEFAULTS, "[Added Associations]")
_OFFERS = "[MIME Cache]"
_SECONDS = 20


class XdgIntegration:
    """The files of one user, and where the system's lie."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        home = Path(environment.get("HOME") or Path.home())
        data = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
        settings = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
        self._command = command
        self._data = data
        self._shared = _folders(environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share")
        self._shared_settings = _folders(environment.get("XDG_CONFIG_DIRS") or "/etc/xdg")
        self.entry = data / "applications" / ENTRY
        self.defaults = settings / "mimeapps.list"

    def handled(self) -> frozenset[str]:
        """The schemes whose first choice is our entry, be it the user's or the one for everybody."""
        entries = [self.entry, *self._shared_entries()]
        offered = types_of(next((lines for path in entries if (lines := _read(path))), []))
        return frozenset(scheme for scheme in SCHEMES if scheme in offered and self._opener(scheme) == ENTRY)

    def use(self, schemes: frozenset[str]) -> None:
        """Write the list and, unless the package's entry says the same, our own, which stays also without a link."""
        lines = _read(self.defaults)
        wanted = list(lines)
        for scheme in SCHEMES:
            wanted = _without_us(wanted, TYPE.format(scheme))
            if scheme in schemes:
                wanted = _with_us_first(wanted, TYPE.format(scheme))
        if any(says_the_same(_read(path), self._command, schemes) for path in self._shared_entries()[:1]):
            _remove(self.entry)
            _icons(self._data, xdg_icons.remove)
        else:
            _write(self.entry, entry_text(self._command, schemes))
            _icons(self._data, xdg_icons.install)
        if wanted != lines:
            _write(self.defaults, "".join(f"{line}\n" for line in wanted))
        if self.entry.parent.is_dir():
            _refresh(self.entry.parent)

    def _shared_entries(self) -> list[Path]:
        """The entries for everybody that are there, the one that counts first."""
        places = [folder / "applications" / ENTRY for folder in self._shared]
        return [path for path in places if path.is_file()]

    def _opener(self, scheme: str) -> str:
        """The entry that the desktop starts for a link: what was chosen, else whoever offers itself first."""
        kind = TYPE.format(scheme)
        data = [self._data, *self._shared]
        chosen = [self.defaults, *(folder / "mimeapps.list" for folder in self._shared_settings)]
        chosen += [folder / "applications" / "mimeapps.list" for folder in data]
        offers = [folder / "applications" / "mimeinfo.cache" for folder in data]
        choices = [_first_choice(_read(path), kind, _DEFAULTS) for path in chosen]
        choices += [_first_choice(_read(path), kind, _OFFERS) for path in offers]
        return next(filter(None, choices), "")


def _folders(words: str) -> list[Path]:
    return [Path(word) for word in words.split(":") if word]


def _first_choice(lines: Sequence[str], kind: str, group: str) -> str:
    for _, values in _values(lines, kind, (group,)):
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
    with _naming(path):
        text = path.read_text("utf-8", "surrogateescape") if path.exists() else ""
    return text.removesuffix("\n").split("\n") if text else []


def _write(path: Path, text: str) -> None:
    """Put `text` in the place of the file at once: whoever reads it meanwhile sees the old or the new one."""
    with _naming(path):
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


def _remove(path: Path) -> None:
    with _naming(path):
        path.unlink(missing_ok=True)


def _icons(data: Path, change: Callable[[Path], None]) -> None:
    with _naming(data / "icons"):
        change(data)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Say of what the system refuses that it is about `path`."""
    try:
        yield
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
