"""The program's version, which supervisor_gui/__init__.py alone holds, and what the changelog says of it."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = Path("supervisor_gui") / "__init__.py"
CHANGELOG = Path("CHANGELOG.md")


class VersionError(Exception):
    """The version cannot be read, or the changelog does not fit it; the words say which."""


def of_the_source(root: Path = ROOT) -> str:
    """The version in the source, read without importing it.

    Raises:
        VersionError: There is none.
    """
    for statement in ast.parse((root / SOURCE).read_text("utf-8")).body:
        match statement:
            case ast.Assign(targets=[ast.Name(id="__version__")], value=ast.Constant(value=str(text))):
                return text
    raise VersionError(f"{SOURCE} has no __version__.")


def dated_section(root: Path = ROOT) -> tuple[str, str]:
    """(date, text) of the changelog's section of this version, headed `## 1.2.3 - 2026-01-31`.

    Raises:
        VersionError: There is no such section, it has no date, or it says nothing.
    """
    version = of_the_source(root)
    text = (root / CHANGELOG).read_text("utf-8")
    section = re.search(rf"^## {re.escape(version)}(?P<rest>[^\n]*)\n(?P<text>.*?)(?=^## |\Z)", text, re.M | re.S)
    if section is None:
        raise VersionError(f"{CHANGELOG} has no section of version {version}.")
    date = re.fullmatch(r" [-–—] (\d{4}-\d\d-\d\d)", section["rest"].rstrip())
    if date is None:
        raise VersionError(f"{CHANGELOG}: the section of version {version} has no date (## {version} - YYYY-MM-DD).")
    if not section["text"].strip():
        raise VersionError(f"{CHANGELOG}: the section of version {version} says nothing.")
    return date[1], section["text"].strip()
