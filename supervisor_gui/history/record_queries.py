"""Reads kept calls out of one open file, as frozen values. What a filter means is `record_sql`; it changes nothing.

It is loaded on the reader's threads only: the tables' form comes with SQLAlchemy.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, TypeVar, cast

import msgspec

from supervisor_gui.clock import pbx_midnight_of
from supervisor_gui.history.missed_callers import by_the_pbx
from supervisor_gui.history.missed_values import CallerNote, Contact, ContactKind
from supervisor_gui.history.record_folding import joins_outside, legs_of
from supervisor_gui.history.record_sql import COLUMNS, NAME_MARK, Search, search
from supervisor_gui.history.record_values import KeptLeg, KeptSpan, RecordChoices, RecordedCall, RecordFilter
from supervisor_gui.history.retention import DAY
from supervisor_gui.history.schema import RECORD_SECOND_BITS
from supervisor_gui.live.live_calls import CallDirection
from supervisor_gui.live.numbers import TAIL_DIGITS
from supervisor_gui.netsantral.names import begun_at
from supervisor_gui.netsantral.types_records import Direction

T = TypeVar("T")

Values = dict[str, str | int | float | None]

_DIRECTIONS = {direction.value: direction for direction in Direction}

_CONTACTS = {
    Direction.MISSED.value: ContactKind.MISSED,
    Direction.INCOMING.value: ContactKind.CAME_BACK,
    Direction.OUTGOING.value: ContactKind.REACHED,
    Direction.UNANSWERED.value: ContactKind.TRIED,
}
_SEEN = {
    (CallDirection.INCOMING.value, False): ContactKind.MISSED,
    (CallDirection.INCOMING.value, True): ContactKind.CAME_BACK,
    (CallDirection.OUTGOING.value, True): ContactKind.REACHED,
    (CallDirection.OUTGOING.value, False): ContactKind.TRIED,
}
"""By direction and whether it was answered."""

_MISSED_TAILS = f"""WITH missed (tail) AS MATERIALIZED (
    SELECT substr(number, -{TAIL_DIGITS}) FROM call_records INDEXED BY call_records_missed
        WHERE account = :account AND direction = 'missed' AND id >= :first AND id < :end
    UNION SELECT substr(number, -{TAIL_DIGITS}) FROM seen_calls INDEXED BY seen_calls_by_time
        WHERE account = :account AND at >= :since AND at < :until AND direction = 'incoming'
        AND answered_seconds IS NULL
    UNION SELECT value FROM json_each(:tails)
)"""  # noqa: S608  (a constant of ours)

_NUMBERS_ALONE = f"substr(numbers, 1, instr(numbers || '{NAME_MARK}', '{NAME_MARK}') - 1)"

_KEPT_CONTACTS = f"""{_MISSED_TAILS}
SELECT began, direction, number, call, queue, extension, name, CASE
        WHEN direction IN ('outgoing', 'unanswered') AND (extension = '' OR instr({_NUMBERS_ALONE}, ' '))
        THEN (SELECT legs FROM record_legs WHERE record_legs.id = call_records.id)
    END FROM call_records NOT INDEXED
    WHERE account = :account AND id >= :first AND direction IN ('missed', 'incoming', 'outgoing', 'unanswered')
    AND substr(number, -{TAIL_DIGITS}) IN (SELECT tail FROM missed)"""  # noqa: S608  (a constant of ours)

_SEEN_CONTACTS = f"""{_MISSED_TAILS}
SELECT at, direction, number, key, queue, extension, answered_seconds IS NOT NULL FROM seen_calls
    INDEXED BY seen_calls_by_time WHERE account = :account AND at >= :since AND direction IN ('incoming', 'outgoing')
    AND substr(number, -{TAIL_DIGITS}) IN (SELECT tail FROM missed)"""  # noqa: S608  (a constant of ours)

_DISTINCT = """WITH RECURSIVE told (value) AS (
    SELECT min({column}) FROM call_records INDEXED BY call_records_by_{column} WHERE account = :account
    UNION ALL SELECT (
        SELECT min({column}) FROM call_records INDEXED BY call_records_by_{column}
        WHERE account = :account AND {column} > told.value
    ) FROM told WHERE told.value IS NOT NULL
)
SELECT value FROM told WHERE value > '' AND EXISTS (
    SELECT 1 FROM call_records INDEXED BY call_records_by_{column}
    WHERE account = :account AND {column} = told.value AND id >= :first AND id < :end
)"""
"""From one value to the next through the index, however many calls have it."""

_LINES = """SELECT DISTINCT line FROM call_records NOT INDEXED
WHERE account = :account AND id >= :first AND id < :end AND line > ''"""


class RecordQueries:
    """Questions about one account's calls, for the thread that opened the file."""

    def __init__(self, file: sqlite3.Connection, account: str) -> None:
        self._file = file
        self._account = account
        self._memory: dict[str, tuple[Any, Any]] = {}

    def page(self, wanted: RecordFilter, before: int | None, limit: int) -> tuple[RecordedCall, ...]:
        """At most `limit` calls with smaller ids than `before`, newest first."""
        found = search(wanted)
        end = _end(wanted.end)
        bound = end if before is None else min(before, end)
        values = self._values(wanted) | found.values | {"before": bound, "limit": limit}
        return self._calls(f"{found.before(':before')} LIMIT :limit", values)

    def anchors(self, wanted: RecordFilter, after: int | None, every: int, steps: int) -> tuple[int, ...]:
        """The ids of at most `steps` calls, each `every` calls older than the one before it; from the newest on.

        Args:
            wanted: Among which calls.
            after: The last one found so far, None at the beginning.
            every: Calls from one to the next.
            steps: How many are wanted; fewer come at the end.
        """
        found = search(wanted, counting=True)
        values = self._values(wanted) | found.values | {"every": every, "steps": steps}
        if after is None:
            newest = self._file.execute(f"{found.before(':end', found.place)} LIMIT 1", values).fetchall()
            return tuple(row[0] for row in newest)
        statement = _leaps(found) if found.leaps else _numbered(found)
        rows = self._file.execute(statement, values | {"after": after, "rows": every * steps}).fetchall()
        return tuple(row[0] for row in rows)

    def count_from(self, wanted: RecordFilter, first: int, limit: int) -> int:
        """How many calls there are from the call `first` on towards older ones, at most `limit`."""
        found = search(wanted, counting=True)
        values = self._values(wanted) | found.values | {"before": first + 1, "limit": limit}
        rest = f"SELECT count(*) FROM ({found.before(':before', found.place)} LIMIT :limit)"  # noqa: S608  (as above)
        return int(self._file.execute(rest, values).fetchone()[0])

    def legs(self, record: int) -> tuple[KeptLeg, ...]:
        """The legs of one call."""
        statement = """SELECT record_legs.legs FROM record_legs JOIN call_records USING (id)
            WHERE id = ? AND account = ?"""
        found = self._file.execute(statement, (record, self._account)).fetchone()
        return () if found is None else legs_of(found[0])

    def call(self, record: int) -> RecordedCall | None:
        """One call."""
        found = self._where("record.id = :record", {"record": record})
        return found[0] if found else None

    def find(self, call_id: str) -> tuple[RecordedCall, ...]:
        """The calls with this unique id: as received, else without its prefix, else with one, newest first."""
        for each in dict.fromkeys((call_id, call_id.rpartition("-")[2])):
            found = self._where("record.call = :call", {"call": each})
            if found:
                return found
        return self._find_prefixed(call_id.rpartition("-")[2])

    def _find_prefixed(self, bare: str) -> tuple[RecordedCall, ...]:
        """Lists tell ids without what stands before the dash in records; an id names the second of its making."""
        around = begun_at(bare)
        if not around:
            return ()
        values: Values = {"first": _place(around - DAY), "end": _place(around + DAY)}
        values |= {"size": -len(bare) - 1, "call": f"-{bare}"}
        return self._where("record.id >= :first AND record.id < :end AND substr(record.call, :size) = :call", values)

    def choices(self, start: date, end: date) -> RecordChoices:
        """What occurs in the calls of these days."""
        return self._remembered("choices", (start, end), lambda: self._choices(start, end))

    def _choices(self, start: date, end: date) -> RecordChoices:
        values = {"account": self._account, "first": _place(pbx_midnight_of(start)), "end": _end(end)}
        extensions, queues = (
            [row[0] for row in self._file.execute(_DISTINCT.replace("{column}", column), values).fetchall()]
            for column in ("extension", "queue")
        )
        lines = [row[0] for row in self._file.execute(_LINES, values).fetchall()]
        return RecordChoices(_by_size(extensions), tuple(sorted(queues, key=str.casefold)), _by_size(lines))

    def kept(self, start: date, end: date, today: date) -> KeptSpan:
        """Of which of these days the calls are kept."""
        asked = self._asked(start, min(end, today))
        return KeptSpan(
            missing=self.missing(start, end, today),
            as_of=asked.get(today, 0.0),
            calls=self._remembered("calls", None, self._count),
        )

    def missing(self, start: date, end: date, today: date) -> tuple[date, ...]:
        """Which of these days, those to come left out, were not asked for yet, in order."""
        end = min(end, today)
        asked = self._asked(start, end)
        days = map(date.fromordinal, range(start.toordinal(), end.toordinal() + 1))
        return tuple(day for day in days if day not in asked)

    def _asked(self, start: date, end: date) -> dict[date, float]:
        """Epoch seconds at which each of these days was asked for last, of those that were and are kept."""
        statement = "SELECT day, asked_at FROM record_days WHERE account = ? AND day BETWEEN ? AND ? AND NOT pruned"
        rows = self._file.execute(statement, (self._account, start.toordinal(), end.toordinal())).fetchall()
        return {date.fromordinal(day): at for day, at in rows}

    def _count(self) -> int:
        counted = self._file.execute("SELECT count(*) FROM call_records WHERE account = ?", (self._account,))
        return int(counted.fetchone()[0])

    def contacts(self, start: float, end: float, tails: Iterable[str]) -> tuple[Contact, ...]:
        """All contacts since `start` with the callers who were missed within start ≤ t < end, or have these tails."""
        values = {
            "account": self._account,
            "first": _place(start),
            "end": _place(end) + _SECOND_ROOM,
            "since": start,
            "until": end,
            "tails": msgspec.json.encode(sorted(set(tails))).decode(),
        }
        kept = self._file.execute(_KEPT_CONTACTS, values).fetchall()
        seen = self._file.execute(_SEEN_CONTACTS, values).fetchall()
        return (
            *(
                Contact(at, _CONTACTS[way], *rest)
                for at, way, *rest, legs in kept
                if at >= start and not (legs and joins_outside(legs_of(legs)))
            ),
            *(
                Contact(by_the_pbx(at, call), _SEEN[way, bool(answered)], number, call, *rest)
                for at, way, number, call, *rest, answered in seen
            ),
        )

    def notes(self) -> dict[str, CallerNote]:
        """What users wrote about callers, by tail."""
        statement = "SELECT tail, text, who, at, set_aside FROM caller_notes WHERE account = ?"
        return {row[0]: CallerNote(*row) for row in self._file.execute(statement, (self._account,)).fetchall()}

    def known_until(self) -> float:
        """Epoch seconds up to which call records are known, 0 when no day was asked for."""
        statement = "SELECT day, asked_at FROM record_days WHERE account = ? ORDER BY day DESC LIMIT 1"
        found = self._file.execute(statement, (self._account,)).fetchone()
        return 0.0 if found is None else min(found[1], pbx_midnight_of(date.fromordinal(found[0])) + DAY)

    def _remembered(self, what: str, about: object, read: Callable[[], T]) -> T:
        """What `read` gives; the same again while nobody has written: it is asked at every key that is typed."""
        stamp = (about, self._file.execute("PRAGMA data_version").fetchone()[0])
        kept = self._memory.get(what)
        if kept is None or kept[0] != stamp:
            kept = self._memory[what] = (stamp, read())
        return cast("T", kept[1])

    def _values(self, wanted: RecordFilter) -> Values:
        return {"account": self._account, "first": _place(pbx_midnight_of(wanted.start)), "end": _end(wanted.end)}

    def _where(self, condition: str, values: Values) -> tuple[RecordedCall, ...]:
        parts = (f"SELECT {COLUMNS}", "FROM call_records AS record WHERE record.account = :account AND", condition)
        statement = " ".join((*parts, "ORDER BY record.id DESC"))
        return self._calls(statement, {"account": self._account, **values})

    def _calls(self, statement: str, values: Values) -> tuple[RecordedCall, ...]:
        return tuple(_call(row) for row in self._file.execute(statement, values).fetchall())


_SECOND_ROOM = 1 << RECORD_SECOND_BITS


def _leaps(found: Search) -> str:
    """From each call to the one `every` calls older, as an index and the table itself allow at little cost."""
    onward = found.before("walk.id", found.place)
    return f"""WITH RECURSIVE walk (id, step) AS (
        SELECT :after, 0 UNION ALL
        SELECT ({onward} LIMIT 1 OFFSET :every - 1), step + 1 FROM walk WHERE id IS NOT NULL AND step < :steps
    ) SELECT id FROM walk WHERE step > 0 AND id IS NOT NULL"""  # noqa: S608  (`search` writes no foreign text)


def _numbered(found: Search) -> str:
    """The same by numbering a stretch of calls: for calls that cost much to find again."""
    stretch = found.before(":after", f"{found.place} AS id")
    return f"""SELECT id FROM (
        SELECT id, row_number() OVER (ORDER BY id DESC) AS number FROM ({stretch} LIMIT :rows)
    ) WHERE number % :every = 0"""  # noqa: S608  (as above)


def _place(second: float) -> int:
    """The first id of a second."""
    return int(second) << RECORD_SECOND_BITS


def _end(day: date) -> int:
    """The first id after a day."""
    return _place(pbx_midnight_of(day) + DAY)


def _by_size(numbers: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(numbers, key=lambda number: (len(number), number)))


def _call(row: Sequence[Any]) -> RecordedCall:
    """A row of `COLUMNS`."""
    record, call, began, word, number, name, extension, queue, line, seconds, recorded, legs = row
    way = _DIRECTIONS.get(word, Direction.OTHER)
    return RecordedCall(record, call, began, way, number, name, extension, queue, line, seconds, bool(recorded), legs)
