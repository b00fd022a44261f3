"""Smoke checks of old and new data: what the first release wrote is opened, what a newer one wrote is left alone."""

import configparser
import hashlib
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from smoke_files import SmokeError
from smoke_stage import PASSWORD, Stage

NEWER = 9999
"""A schema that no release has."""


def _ini(path: Path) -> dict[tuple[str, str], str]:
    parser = configparser.RawConfigParser(strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # names as they stand
    parser.read_string(path.read_text("utf-8-sig"))
    return {(section, name): value for section in parser.sections() for name, value in parser[section].items()}


def _schema_and_rows(path: Path) -> tuple[int, set[tuple[object, ...]]]:
    """The schema's number and the names that were kept."""
    with closing(sqlite3.connect(path)) as file:
        number = int(file.execute("PRAGMA user_version").fetchone()[0])
        return number, set(file.execute("SELECT account, extension, name FROM names"))


def _start(stage: Stage, data: Path, name: str) -> str:
    """A start with a picture on `data`; what it said and logged."""
    accounts = [value for (section, key), value in _ini(data / "settings.ini").items() if key == "profile.account"]
    if not accounts:
        raise SmokeError("the old settings have no profile")
    to = list(stage.connection)
    to[to.index("--account") + 1] = accounts[0]
    picture = stage.folder / f"{name}.png"
    extra = {"NETGSM_PASSWORD": PASSWORD}
    ended = stage.run(*to, "--data-dir", str(data), "--shot", str(picture), "--lang", "en", extra=extra)
    if ended.code:
        raise SmokeError(f"exit code {ended.code}: {ended.err.strip()[-400:]}")
    logs = [path.read_text("utf-8", "replace") for path in sorted(data.glob("logs/*"))]
    return ended.out + ended.err + "".join(logs)


def first_release(stage: Stage, fixture: Path) -> str:
    """Settings and history of the first release: opened, kept, brought up to date in their own file."""
    data = stage.folder / "old"
    shutil.copytree(fixture, data)
    before, (was, names) = _ini(data / "settings.ini"), _schema_and_rows(data / "history.sqlite")
    said = _start(stage, data, "old")
    after, (now, kept) = _ini(data / "settings.ini"), _schema_and_rows(data / "history.sqlite")
    lost = {key for key, value in before.items() if after.get(key) != value}
    aside = [path.name for path in data.glob("history.sqlite.*")]
    if lost or not names <= kept or not names or now <= was or aside:
        raise SmokeError(
            f"schema {was} → {now}, settings lost: {lost}, names {len(names)} → {len(kept)}, aside: {aside}"
        )
    if re.search(" ERROR |Traceback", said):
        raise SmokeError(said[-400:])
    return f"schema {was} → {now}, {len(before)} settings and {len(names)} names kept"


def newer_schema(stage: Stage) -> str:
    """A history of a newer release: the board comes, the refusal names file and schema, the file stays as it is."""
    data = stage.folder / "new"
    shutil.copytree(stage.folder / "old", data)
    file = data / "history.sqlite"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA user_version = {NEWER}")
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    for path in data.glob("logs/*"):
        path.unlink()
    said = _start(stage, data, "new")
    there = [path for path in data.glob("history.sqlite*") if path.is_file()]
    same = [path.name for path in there if hashlib.sha256(path.read_bytes()).hexdigest() == digest]
    line = next((line for line in said.splitlines() if str(NEWER) in line), "")
    if not same or not line:
        raise SmokeError(f"the file is now {[path.name for path in there]}, the words are {said.strip()[-300:]!r}")
    return f"{same[0]} is untouched; {line.strip()[-150:]}"
