"""Kept calls gathered for a report, for the page and for `supervisor-gui export`. Building the report is `reports`'."""

from collections.abc import Callable, Iterable
from datetime import date

from supervisor_gui.history.record_reader import RecordReader
from supervisor_gui.history.record_values import RecordFilter
from supervisor_gui.live.dial_memory import DialMemory
from supervisor_gui.live.numbers import party_key
from supervisor_gui.live.ports import DirectoryEntry
from supervisor_gui.reports.record_report import RecordMaterial
from supervisor_gui.reports.record_words import narrowing_words
from supervisor_gui.reports.request import Period

MOST = 200_000
"""Calls of one file: what memory and a spreadsheet bear. The newest ones are written, and the file says so."""


async def record_material(
    reader: RecordReader,
    wanted: RecordFilter,
    *,
    first: date,
    names: dict[str, str],
    number: Callable[[str], str],
    account: str,
    demo: bool = False,
    most: int = MOST,
) -> RecordMaterial:
    """What a report of the calls that `wanted` finds is made from.

    Args:
        reader: Finds them.
        wanted: Which calls.
        first: The first day whose calls may be kept; there is nothing to tell about earlier ones.
        names: Names to show, by extension or number.
        number: A number as this seat may see it.
        account: Whose calls.
        demo: Whether they are made up.
        most: Calls of the report; of more the newest.

    Raises:
        StoreError: The store cannot be read.
    """
    calls = await reader.rows(wanted, most + 1)
    start = min(max(wanted.start, first), wanted.end)
    kept = await reader.kept(start, wanted.end)
    return RecordMaterial(
        period=Period(start, wanted.end),
        calls=calls[:most],
        names=names,
        number=number,
        account=account,
        demo=demo,
        missing=kept.missing,
        as_of=kept.as_of,
        narrowed=narrowing_words(wanted, number),
        cut=len(calls) > most,
    )


def known_names(entries: Iterable[DirectoryEntry], memory: DialMemory) -> dict[str, str]:
    """The names of extensions and numbers: a favourite's before the directory's."""
    named = {entry.extension: entry.name for entry in entries}
    return named | {party_key(one.wire): one.name for one in memory.favourites}
