"""settings.ini as sections of plain text: read leniently, written beside and renamed. It knows no setting."""

import configparser
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from supervisor_gui.errors import StoreError
from supervisor_gui.i18n import translate
from supervisor_gui.whole_files import put_in_place

Sections = Mapping[str, Mapping[str, str]]
"""Section name → key → text as it stands in the file."""

LARGEST = 4 * 1024 * 1024
HEADER = (
    "; NetSantral Supervisor: what differs from the defaults. May be edited while the program is closed.\n"
    "; No password is ever kept here.\n"
)


class Loaded(msgspec.Struct, frozen=True):
    """What a file held; `set_aside` is where a damaged one was put, None when all was well."""

    sections: Sections
    set_aside: Path | None = None


def read(path: Path, *, only_look: bool = False) -> Loaded:
    """Read `path`; one that does not exist is empty, a damaged one is renamed and counts as empty.

    Args:
        path: The file.
        only_look: Leave a damaged one where it is.

    Raises:
        StoreError: It is there but cannot be opened or renamed, or is damaged and stays.
    """
    unfit = _refuse if only_look else _set_aside
    try:
        if path.stat().st_size > LARGEST:
            return Loaded({}, unfit(path))
        raw = path.read_bytes()
    except FileNotFoundError:
        return Loaded({})
    except OSError as error:
        raise StoreError(translate("Settings", "The settings file cannot be read."), details=str(error)) from error
    try:
        return Loaded(_parse(raw.decode("utf-8-sig")))
    except (configparser.Error, UnicodeDecodeError, ValueError):
        return Loaded({}, unfit(path))


def write(path: Path, sections: Sections) -> None:
    """Replace `path` as a whole; a crash leaves the old file or the new one. Readable by this user alone.

    Raises:
        StoreError: The disk or the folder refuses.
    """
    text = _render(sections)
    try:
        # mkstemp makes the file 0600 from its first moment.
        handle, beside = tempfile.mkstemp(prefix=f"{path.name}.", suffix=".new", dir=path.parent)
    except OSError as error:
        raise StoreError(translate("Settings", "The settings file cannot be written."), details=str(error)) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(Path(beside), path)
    except OSError as error:
        with suppress(OSError):
            Path(beside).unlink()
        raise StoreError(translate("Settings", "The settings file cannot be written."), details=str(error)) from error


def _parser() -> configparser.RawConfigParser:
    parser = configparser.RawConfigParser(
        delimiters=("=",),
        comment_prefixes=(";", "#"),
        strict=False,
        empty_lines_in_values=False,
        default_section="\0",
    )
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # the documented way to keep the case of keys
    return parser


def _parse(text: str) -> dict[str, dict[str, str]]:
    if "\0" in text:
        raise ValueError("not text")
    parser = _parser()
    parser.read_string(text)
    return {name: dict(parser.items(name)) for name in parser.sections()}


def _render(sections: Sections) -> str:
    parts = [HEADER]
    for name, values in sections.items():
        if not values:
            continue
        parts.append(f"\n[{name}]\n")
        parts.extend(f"{key} ={_indented(text)}\n" for key, text in values.items())
    return "".join(parts)


def _indented(text: str) -> str:
    return text.replace("\n", "\n    ") if text.startswith("\n") else f" {text}"


def _refuse(path: Path) -> Path:
    raise StoreError(translate("Settings", "The settings file is damaged."), details=str(path))


def _set_aside(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")).exists():
        number += 1
    try:
        path.rename(aside)
    except OSError as error:
        raise StoreError(
            translate("Settings", "The settings file is damaged and cannot be set aside."), details=str(error)
        ) from error
    return aside
