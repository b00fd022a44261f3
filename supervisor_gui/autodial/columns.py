"""Which column of a sheet holds the numbers and which the names, by their titles or else by what is in them."""

import re
from collections.abc import Callable, Sequence

import msgspec

from supervisor_gui.autodial.sheet_numbers import cell_at, read_cell
from supervisor_gui.autodial.sheet_values import Cell, CellKind, Sheet
from supervisor_gui.text import clean, fold

_SAMPLE_ROWS = 300
_TITLE_ROWS = 10
_WORDS = re.compile(r"\w+")
_TELEPHONE = ("telefon", "telephone", "phone", "tel", "gsm", "cep", "mobile", "mobil", "msisdn")
_ANY_NUMBER = frozenset({"numara", "numarasi", "numaralar", "no", "number", "numbers"})
_WHOLE_NAME = ("ad soyad", "adi soyadi", "isim soyisim", "isim soyad", "ismi soyismi", "full name", "name surname")
_PART_NAME = frozenset(
    {"ad", "adi", "isim", "ismi", "name", "musteri", "customer", "unvan", "firma", "yetkili", "kisi"}
)


class Columns(msgspec.Struct, frozen=True):
    """Where numbers and names stand, counted from 0; -1 for none."""

    number: int = -1
    name: int = -1


def find_columns(sheet: Sheet) -> Columns:
    """The columns that most likely hold numbers and names."""
    titles = _titles(sheet)
    step = max(1, len(sheet.rows) // _SAMPLE_ROWS)
    rows = [row for row in sheet.rows[::step] if row]
    number = _number_column(rows, titles)
    return Columns(number, _name_column(rows, titles, number))


def title_row(sheet: Sheet, columns: Columns) -> int:
    """The row that holds the titles, -1 when there is none.

    Where a telephone's title stands a few rows down, that row is meant: some files begin with a heading.
    """
    first = -1
    for place, row in enumerate(sheet.rows[:_TITLE_ROWS]):
        cell = cell_at(row, columns.number)
        if not cell.text:
            continue
        if _is_telephone(cell.text) or _plain(cell.text) in _ANY_NUMBER:
            return place
        if read_cell(cell).why != "letters":
            break
        first = place if first < 0 else first
    # Without a number below it, letters are just letters.
    below = (read_cell(cell_at(row, columns.number)).number for row in sheet.rows[first + 1 : _SAMPLE_ROWS])
    return first if first >= 0 and any(number is not None for number in below) else -1


def has_titles(sheet: Sheet, columns: Columns) -> bool:
    """Whether the sheet begins with titles."""
    return title_row(sheet, columns) >= 0


def column_titles(sheet: Sheet) -> tuple[str, ...]:
    """What each column is called: its title, or its letter as spreadsheets count where it has none."""
    place = title_row(sheet, find_columns(sheet))
    row = sheet.rows[place] if place >= 0 else ()
    width = max(map(len, sheet.rows), default=0)
    return tuple(clean(" ".join(cell_at(row, column).text.split())) or _letter(column) for column in range(width))


def _titles(sheet: Sheet) -> tuple[Cell, ...]:
    """The first row that names a telephone or else a name; empty when none does."""
    for knows in (_is_telephone, lambda text: _plain(text) in _ANY_NUMBER, _is_name):
        for row in sheet.rows[:_TITLE_ROWS]:
            if any(knows(cell.text) for cell in row) and not any(read_cell(cell).number for cell in row):
                return row
    return ()


def _number_column(rows: Sequence[tuple[Cell, ...]], titles: tuple[Cell, ...]) -> int:
    width = max(map(len, rows), default=0)
    readable = [sum(read_cell(cell_at(row, column)).number is not None for row in rows) for column in range(width)]
    telephones = _where(titles, _is_telephone) or _where(titles, lambda text: _plain(text) in _ANY_NUMBER)
    told = max(telephones, key=lambda column: readable[column] if column < width else 0, default=-1)
    if told >= 0 and ((told < width and readable[told]) or not any(readable)):
        return told
    if any(readable):
        return readable.index(max(readable))
    # No number can be read: where figures are, the reasons are worth showing.
    figures = [sum(any(map(str.isdigit, cell_at(row, column).text)) for row in rows) for column in range(width)]
    return figures.index(max(figures)) if any(figures) else 0 if width == 1 else -1


def _name_column(rows: Sequence[tuple[Cell, ...]], titles: tuple[Cell, ...], number: int) -> int:
    told = _where(titles, lambda text: _plain(text).startswith(_WHOLE_NAME)) or _where(titles, _is_name)
    for column in told:
        if column != number:
            return column
    width = max(map(len, rows), default=0)
    for column in range(width):
        cells = [cell for row in rows if row is not titles and (cell := cell_at(row, column)).text]
        letters = sum(cell.kind is CellKind.TEXT and any(map(str.isalpha, cell.text)) for cell in cells)
        if column != number and letters * 2 > len(cells):
            return column
    return -1


def _where(titles: tuple[Cell, ...], knows: Callable[[str], bool]) -> list[int]:
    return [column for column, cell in enumerate(titles) if knows(cell.text)]


def _plain(title: str) -> str:
    return " ".join(_WORDS.findall(fold(title)))


def _is_telephone(title: str) -> bool:
    words = _plain(title).split()
    return 0 < len(words) <= 4 and any(word.startswith(_TELEPHONE) for word in words)


def _is_name(title: str) -> bool:
    words = _plain(title).split()
    return 0 < len(words) <= 4 and words[-1] not in _ANY_NUMBER and not _PART_NAME.isdisjoint(words)


def _letter(column: int) -> str:
    """A, B … Z, AA, AB …"""
    before, last = divmod(column, 26)
    return ("" if not before else chr(64 + before)) + chr(65 + last)
