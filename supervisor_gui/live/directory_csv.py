"""Names of extensions and numbers from and to CSV as spreadsheets write it. It opens no file, changes no directory."""

import csv
import io
from collections.abc import Iterable

import msgspec

from supervisor_gui.live.csv_text import decoded, find_separator, guarded, unguarded
from supervisor_gui.live.numbers import party_key
from supervisor_gui.live.ports import DirectoryEntry
from supervisor_gui.text import fold

MOST_LETTERS = 200
"""Longest name or team taken over."""

_EXTENSION_TITLES = frozenset({"extension", "ext", "dahili", "dahili no", "dahili numara", "numara", "number", "no"})
_NUMBER_TITLES = frozenset(
    {"phone", "phone number", "telephone", "mobile", "telefon", "telefon no", "telefon numarasi", "tel", "cep", "gsm"}
)
_NAME_TITLES = frozenset({"name", "ad", "isim", "ad soyad", "adi soyadi", "agent", "temsilci"})
_TEAM_TITLES = frozenset({"team", "takim", "ekip", "grup", "group", "departman", "department"})


class BadLine(msgspec.Struct, frozen=True):
    """A line that was left out.

    Attributes:
        line: Its number in the file, from 1.
        problem: A stable word: "extension" (missing or no number), "name" (missing), "long" (too long), "twice"
            (the extension or number came before), "quotes" (unreadable quoting).
        text: The line as read, cut.
    """

    line: int
    problem: str
    text: str


class Imported(msgspec.Struct, frozen=True):
    """What a file brought: entries in its order, and lines that could not be used."""

    entries: tuple[DirectoryEntry, ...]
    bad: tuple[BadLine, ...] = ()


def read_csv(data: bytes) -> Imported:
    """Read names from a CSV file's bytes.

    Separators are found out, a title line may be there or not and may put the columns in any order. Outside numbers
    may be written in any way. Bad lines cost only themselves.
    """
    text = decoded(data)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=find_separator(text.splitlines()))
    columns = (0, 1, 2)
    entries: dict[str, DirectoryEntry] = {}
    bad: list[BadLine] = []
    first = True
    while True:
        number = reader.line_num + 1
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            break
        except csv.Error:
            bad.append(BadLine(line=number, problem="quotes", text=""))
            continue
        if not any(cells):
            continue
        titles = _titles(cells) if first else None
        first = False
        if titles is not None:
            columns = titles
            continue
        dialled, name, team = (_cell(cells, column) for column in columns)
        entry = DirectoryEntry(extension=party_key(dialled), name=name, team=team)
        problem = _problem(entry) or ("twice" if entry.extension in entries else "")
        if problem:
            bad.append(BadLine(line=number, problem=problem, text=" ".join(cells)[:MOST_LETTERS]))
        else:
            entries[entry.extension] = entry
    return Imported(entries=tuple(entries.values()), bad=tuple(bad))


def write_csv(entries: Iterable[DirectoryEntry], titles: tuple[str, str, str], separator: str = ";") -> bytes:
    """Names as CSV that a spreadsheet opens right: UTF-8 with a mark in front, cells that look like formulas as text.

    Args:
        entries: The names.
        titles: Column titles for extension, name and team.
        separator: Between cells; `;` where the decimal mark is a comma.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerow(titles)
    for entry in entries:
        writer.writerow([guarded(cell) for cell in (entry.extension, entry.name, entry.team)])
    return out.getvalue().encode("utf-8-sig")


def _titles(cells: list[str]) -> tuple[int, int, int] | None:
    """The columns of extension, name and team told by a title line; None when it is no title line.

    Where a file has a column of extensions and one of telephone numbers, the extensions count.
    """
    if any(map(party_key, cells)):
        return None
    folded = [fold(cell) for cell in cells]
    extension, number, name, team = (
        next((column for column, title in enumerate(folded) if title in known), -1)
        for known in (_EXTENSION_TITLES, _NUMBER_TITLES, _NAME_TITLES, _TEAM_TITLES)
    )
    if extension < 0:
        extension = number
    if extension < 0 and name < 0:
        return (0, 1, 2) if len(cells) > 1 else None
    if extension < 0:
        extension = 1 - min(name, 1)
    if name < 0:
        name = 1 - min(extension, 1)
    return extension, name, team


def _cell(cells: list[str], column: int) -> str:
    # Our own export guards its cells.
    return unguarded(cells[column]) if 0 <= column < len(cells) else ""


def _problem(entry: DirectoryEntry) -> str:
    if not entry.extension:
        return "extension"
    if not entry.name:
        return "name"
    return "long" if max(len(entry.name), len(entry.team), len(entry.extension)) > MOST_LETTERS else ""
