"""Call records for tests, each with everything but the point of the test filled in, and what is kept of them."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.day_values import RecordHour, StoredRecords
from supervisor_gui.history.record_folding import legs_of
from supervisor_gui.history.record_values import KeptLeg
from supervisor_gui.netsantral.types_records import CallRecord, Direction, Leg
from tests.history.days import ASKED, DAY, ME, about_records

CALLER = "05550001122"
LINE = "3121110000"
QUEUE = "8501110000-queue-Destek"


class KeptCall(msgspec.Struct, frozen=True):
    """A row of the file."""

    id: int
    account: str
    call: str
    began: float
    direction: str
    number: str
    numbers: str
    name: str
    extension: str
    queue: str
    line: str
    seconds: int
    recorded: int
    legs: int
    text: str

    @property
    def told(self) -> tuple[KeptLeg, ...]:
        """Its legs."""
        return legs_of(self.text)


def moment(at: str | datetime) -> datetime:
    """An instant, or a time of day of `DAY`."""
    return datetime.fromisoformat(f"{DAY}T{at}+03:00") if isinstance(at, str) else at.astimezone(PBX_ZONE)


def leg(
    at: str | datetime = "09:00:00",
    destination: str = "103",
    source: str = "5550001122",
    seconds: int = 45,
    direction: Direction = Direction.INCOMING,
    **told: str,
) -> Leg:
    """A leg; an answered call from outside to an extension unless said otherwise."""
    return Leg(moment(at), destination, source, seconds, direction, **({"line": LINE} | told))


def record(*legs: Leg, call: str = "sip3-1793600000.1") -> CallRecord:
    """A call with these legs, or with one usual leg."""
    return CallRecord(call, legs or (leg(),))


def missed(
    at: str | datetime = "09:00:00", source: str = "5550001122", *, call: str = "sip3-1793600000.2"
) -> CallRecord:
    """A call that nobody took in the queue."""
    return record(leg(at, QUEUE, source, 0, Direction.MISSED), call=call)


async def keep_calls(
    archive: DayArchive,
    calls: Sequence[CallRecord],
    *hours: RecordHour,
    row: StoredRecords | None = None,
    since: float = 0.0,
    whole: bool = True,
) -> None:
    """Keep the records of a day, or from an instant of it on, as if they had just come."""
    row = row or StoredRecords(DAY, ASKED, final=False)
    await archive.put_records(row, hours, about_records(row.day), holder=ME, calls=calls, since=since, whole=whole)


def kept_calls(path: Path) -> list[KeptCall]:
    """The calls in the file, oldest first."""
    with closing(sqlite3.connect(path)) as file:
        columns = "call_records.*, record_legs.legs"
        found = file.execute(f"SELECT {columns} FROM call_records LEFT JOIN record_legs USING (id) ORDER BY id")
        return [KeptCall(*row) for row in found]


def later(minutes: float, at: str = "09:00:00") -> datetime:
    """So many minutes after a time of day of `DAY`."""
    return moment(at) + timedelta(minutes=minutes)
