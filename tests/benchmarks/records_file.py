"""A million invented call records, put into a file in bulk, and the page that shows them, to be measured."""

import asyncio
import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QAbstractItemView, QApplication

from supervisor_gui.clock import Clock, pbx_midnight_of
from supervisor_gui.history.database import close_database, open_database
from supervisor_gui.history.record_reader import RecordReader
from supervisor_gui.history.record_values import PAGE, RecordedCall, RecordFilter, Spine
from supervisor_gui.history.schema import RECORD_SECOND_BITS
from supervisor_gui.history.store import Store
from supervisor_gui.netsantral.types_records import Direction
from supervisor_gui.ui import theme
from supervisor_gui.ui.records.page import RecordsView

ACCOUNT = "8501110000"
LINE = "3121110000"
CALLS = 1_000_000
CALLERS = 200_000
SECONDS = 15
"""Between two calls."""
LAST = date(2026, 10, 31)

_SLICE = 20_000
_WAYS = (*[Direction.INCOMING] * 5, *[Direction.OUTGOING] * 3, Direction.MISSED, Direction.UNANSWERED)
_COLUMNS = "id, account, call, began, direction, number, numbers, name, extension, queue, line, seconds, recorded, legs"


def fill(path: Path, calls: int = CALLS) -> None:
    """Keep so many calls in a new file, the last one at the end of `LAST`."""
    close_database(open_database(path, Clock(), busy=1.0).connection)
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("PRAGMA synchronous = OFF")
        found = file.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE tbl_name = 'call_records' AND type IN ('index', 'trigger')"
        ).fetchall()
        for kind, name, _ in found:
            file.execute(f"DROP {kind} {name}")
        file.execute("BEGIN")
        rows = _rows(calls, random.Random(6))
        file.executemany(f"INSERT INTO call_records ({_COLUMNS}) VALUES ({', '.join('?' * 14)})", rows)
        for *_, statement in found:
            file.execute(statement)
        file.execute("INSERT INTO call_numbers (call_numbers) VALUES ('rebuild')")
        file.execute("COMMIT")
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def number_of(caller: int) -> str:
    """An invented number: 0555 and seven digits that look thrown."""
    return f"0555{caller * 7_919_317 % 10_000_000:07}"


def _rows(calls: int, dice: random.Random) -> Iterator[tuple[object, ...]]:
    begin = int(pbx_midnight_of(LAST + timedelta(days=1))) - calls * SECONDS
    for place in range(calls):
        began = begin + place * SECONDS
        way = dice.choice(_WAYS)
        number = number_of(dice.randrange(CALLERS))
        extension = "" if way is Direction.MISSED else str(100 + dice.randrange(40))
        yield (
            began << RECORD_SECOND_BITS,
            ACCOUNT,
            f"sip3-{began}.{place}",
            float(began),
            way.value,
            number,
            number,
            "",
            extension,
            "" if way in {Direction.OUTGOING, Direction.UNANSWERED} else f"Kuyruk {dice.randrange(8)}",
            LINE,
            dice.randrange(400),
            place % 3 == 0,
            2,
        )


def plain_search(path: Path, digits: str) -> Sequence[object]:
    """The newest calls with these digits by bare sqlite3."""
    with closing(sqlite3.connect(path)) as file:
        found = file.execute(
            "SELECT * FROM call_records NOT INDEXED WHERE number LIKE ? ORDER BY began DESC LIMIT 200", (f"%{digits}%",)
        )
        return found.fetchall()


class ShownCalls:
    """The records page over the file, each of its wishes fulfilled before the next event."""

    def __init__(self, app: QApplication, path: Path) -> None:
        self._app = app
        self._runner = asyncio.Runner()
        self._store = Store(path, report=_failed)
        self._reader = RecordReader(path, ACCOUNT, self._store, clock=Clock())
        self._spine = Spine(0, PAGE)
        self.page = RecordsView()
        self.page.filter_changed.connect(self._on_filter)
        self.page.page_wanted.connect(self._on_row)
        self.page.apply_theme(theme.LIGHT)
        self.page.resize(1440, 860)
        self.page.show()
        self.page.set_today(LAST)

    @property
    def count(self) -> int:
        """How many calls there are to scroll through."""
        return self._spine.count

    def type(self, text: str) -> None:
        """Put this into the search, and see the newest calls."""
        self.page.search(text)
        self._app.processEvents()

    def show_all(self) -> None:
        """Look at all calls, counted."""
        self.type("")
        wanted = self.page.filter
        found = self._runner.run(self._reader.spine(wanted, PAGE))
        if found is None:
            raise RuntimeError("the count was given up")
        self._spine = found
        self.page.show_spine(wanted, found)
        self._app.processEvents()

    def scroll(self, row: int) -> RecordedCall | None:
        """See a row and what is around it."""
        table = self.page.table
        table.scrollTo(table.record_model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop)
        self._app.processEvents()
        return table.record_model.call_at(row)

    def close(self) -> None:
        """End all of it."""
        self.page.close()
        self._runner.run(self._reader.close())
        self._runner.run(self._store.close())
        self._runner.close()

    def _on_filter(self, wanted: RecordFilter) -> None:
        self.page.show_page(wanted, 0, self._runner.run(self._reader.page(wanted)))

    def _on_row(self, row: int) -> None:
        wanted, number = self.page.filter, row // PAGE
        if number < len(self._spine.anchors):
            rows = self._runner.run(self._reader.page(wanted, before=self._spine.anchors[number] + 1))
            self.page.show_page(wanted, number * PAGE, rows)


def _failed(what: str, error: BaseException) -> None:
    raise RuntimeError(what) from error
