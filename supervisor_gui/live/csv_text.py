"""The text of a CSV file as spreadsheets write it, and what stands between its cells. It reads no cells."""

import codecs
import re
from collections import Counter
from collections.abc import Sequence

SEPARATORS = ";,\t|"
"""In the order in which they are believed when all fit."""

_SAMPLE_LINES = 20
_SAMPLE_BYTES = 4_000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_QUOTED = re.compile(r'"[^"]*"')
_SHORTENED = re.compile(r"(?<!\d)\d,\d+E\+?\d+", re.IGNORECASE)
"""5,55E+09: the decimal comma in it separates nothing."""


def decoded(data: bytes) -> str:
    """A file's text: UTF-8, UTF-16 with a mark in front or none, or else the Turkish Windows code page.

    Bytes that stand for nothing become U+FFFD; no error is raised.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    wide = _wide(data[:_SAMPLE_BYTES])
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1254", "replace")


def find_separator(lines: Sequence[str]) -> str:
    """What stands between the cells: the sign that most of the first lines hold equally often outside quotes."""
    sample = _SHORTENED.sub("", _QUOTED.sub("", "\n".join(lines[:_SAMPLE_LINES]))).splitlines()
    return max(SEPARATORS, key=lambda sign: _agreement(sample, sign))


def guarded(cell: str) -> str:
    """A cell with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def unguarded(cell: str) -> str:
    """A cell without that apostrophe."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def _wide(sample: bytes) -> str:
    """Which UTF-16 this is by where its zero bytes stand; empty when it is none."""
    pairs = len(sample) // 2
    first, second = sample[0 : pairs * 2 : 2].count(0), sample[1 : pairs * 2 : 2].count(0)
    if not pairs or min(first, second) * 20 > pairs:
        return ""
    if max(first, second) * 5 < pairs * 2:
        return ""
    return "utf-16-le" if second > first else "utf-16-be"


def _agreement(lines: Sequence[str], sign: str) -> tuple[int, int]:
    """How many lines hold `sign` equally often, and how often that is."""
    counts = Counter(count for line in lines if (count := line.count(sign)))
    return max(((lines_so, count) for count, lines_so in counts.items()), default=(0, 0))
