"""CSV of any separator and encoding as a sheet. A stray quotation mark costs its own line, not those behind it."""

import csv
import io
import re
from collections.abc import Iterator

from supervisor_gui.autodial.sheet_values import (
    MOST_COLUMNS,
    MOST_LETTERS,
    NOTHING,
    Cell,
    Sheet,
    cell_of,
    refused,
    sheet_of,
    trimmed,
)
from supervisor_gui.live.csv_text import decoded, find_separator, unguarded

_SAMPLE = 10_000
_SEPARATOR_LINE = re.compile(r'"?sep=([^"\r\n])"?[\r\n]*', re.IGNORECASE)
_AS_TEXT = re.compile(r'="([^"]*)"')
"""What makes a spreadsheet keep a number's zeros."""
_BETWEEN = re.compile(r"[;,|]")
_WHOLE_NUMBER = re.compile(r"[+(\d][\d ()./-]{9,24}")
_MARKUP = ("<?xml", "<!doctype", "<html", "<head", "<meta", "<style", "<table")
"""What web panels hand out under the name of a spreadsheet."""
_PRINTED = ("%pdf", "{\\rtf")


def read_csv(data: bytes, *, tabs: bool = False) -> Sheet:
    """Read a CSV file's bytes; whatever they are, no error is raised.

    Args:
        data: The whole file.
        tabs: Whether its cells are known to be parted by tabs.
    """
    return read_text(decoded(data), tabs=tabs)


def read_text(text: str, *, tabs: bool) -> Sheet:
    """Read CSV that is text already."""
    problem = _problem(text)
    if problem:
        return refused(problem)
    lines = io.StringIO(text.replace("\x00", ""), newline="").readlines()
    told = _SEPARATOR_LINE.fullmatch(lines[0]) if lines else None
    if told is not None:
        lines = lines[1:]
    separator = told[1] if told is not None else "\t" if tabs else find_separator(lines)
    return sheet_of(
        trimmed([_cell(cell) for cell in cells[:MOST_COLUMNS]]) if any(cells) else ()
        for cells in _records(lines, separator)
    )


def split_numbers(sheet: Sheet) -> Sheet:
    """The same sheet with a row for each number, if it holds several numbers a row and nothing else."""
    # Whoever types them in one line takes now this sign and now that.
    parts = [cell_of(part) for row in sheet.rows for cell in row for part in _BETWEEN.split(cell.text)]
    numbers = [part for part in parts if part is not NOTHING]
    several = len(numbers) > sum(map(bool, sheet.rows))
    if not several or not all(_WHOLE_NUMBER.fullmatch(number.text) for number in numbers):
        return sheet
    return sheet_of([(number,) for number in numbers])


def _problem(text: str) -> str:
    """Why this is no CSV: signs that no text holds, or the beginning of another format."""
    sample = text[:_SAMPLE]
    if text.count("\x00") * 2 > len(text):
        return "not_text"
    strange = sum((char < " " and char not in "\x00\t\r\n\f") or char in "\x7f\ufffd" for char in sample)
    if strange * 20 > len(sample):
        return "not_text"
    begins = sample.lstrip().casefold()
    if begins.startswith(_PRINTED):
        return "not_text"
    return "old_excel" if begins.startswith(_MARKUP) else ""


def _records(lines: list[str], separator: str) -> Iterator[list[str]]:
    """The cells of each row. Where quotes do not fit, or hold more than a cell's worth, each line is read alone."""
    # Strict, for it must notice; after an error it begins anew at the next line.
    reader = csv.reader(lines, delimiter=separator, strict=True)
    start = 0
    while start < len(lines):
        try:
            cells = next(reader, [])
            alone = reader.line_num - start > 1 and any(len(cell) > MOST_LETTERS for cell in cells)
        except csv.Error:
            cells, alone = [], True
        if alone:
            yield from (_alone(line, separator) for line in lines[start : reader.line_num])
        else:
            yield cells
        start = reader.line_num


def _alone(line: str, separator: str) -> list[str]:
    """The cells of a line by itself, its quotes as they come."""
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return [line]


def _cell(text: str) -> Cell:
    plain = text.strip()
    as_text = _AS_TEXT.fullmatch(plain)
    if as_text is not None:
        plain = as_text[1]
    elif plain.startswith("'") and plain[1:2].isdigit():
        plain = plain[1:]
    return cell_of(unguarded(plain))
