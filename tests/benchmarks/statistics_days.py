"""An invented year in a store, and the reports of it: what the figures of statistics are measured with."""

import asyncio
import math
import random
import sqlite3
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

import msgspec

from supervisor_gui.clock import PBX_ZONE, Clock
from supervisor_gui.exports.report_maker import ReportMaker
from supervisor_gui.history.database import close_database, open_database
from supervisor_gui.history.day_archive import DayArchive
from supervisor_gui.history.day_rows import DayRows
from supervisor_gui.history.day_values import Past, Question, QuestionKind, StoredDay, StoredList
from supervisor_gui.history.forgotten import Sieve
from supervisor_gui.history.store import Store
from supervisor_gui.live.ports import MinuteSample
from supervisor_gui.netsantral.types_statistics import CallOutcome, DayStatistics, ListedCall
from supervisor_gui.reports.build import Material, build
from supervisor_gui.reports.periods import before
from supervisor_gui.reports.request import Period, Preset, ReportRequest, View
from supervisor_gui.reports.values import CellKind, Column, Report, Table

ACCOUNT = "8501110000"
LAST = date(2026, 10, 31)
MONTH = Period(date(2026, 10, 1), LAST, Preset.LAST_MONTH)
YEAR = Period(LAST - timedelta(days=364), LAST)
MONTH_BEFORE, YEAR_BEFORE = before(MONTH), before(YEAR)
CALLS = 40
"""Of each outcome on each day."""
ROWS = 100_000

COUNTED = """SELECT day, outcome, count(*), count(wait_seconds), sum(wait_seconds), max(wait_seconds),
    count(*) FILTER (WHERE wait_seconds <= 20), count(*) FILTER (WHERE wait_seconds <= 5), count(talk_seconds),
    sum(talk_seconds) FROM listed_calls WHERE account = ? AND day BETWEEN ? AND ? GROUP BY day, outcome"""


def fill(path: Path, days: int) -> None:
    """Keep so many days of calls in the file."""
    opened = open_database(path, Clock(), busy=1.0)
    opened.connection.exec_driver_sql("PRAGMA synchronous = OFF")
    rows, dice = DayRows(opened.connection, Sieve()), random.Random(3)
    for back in range(days):
        _keep_day(rows, LAST - timedelta(days=back), dice)
    close_database(opened.connection)


def _keep_day(rows: DayRows, day: date, dice: random.Random) -> None:
    asked = datetime(2026, 11, 20, tzinfo=PBX_ZONE).timestamp()
    calls = {how: [_call(day, number, dice) for number in range(CALLS)] for how in CallOutcome}
    waits = [call.wait_seconds or 0 for each in calls.values() for call in each]
    for how, each in calls.items():
        about = Question(QuestionKind.LIST, day, day, how)
        rows.put_list(ACCOUNT, StoredList(day, how, asked, final=True, listed=True), each, about, "bench")
    told = DayStatistics(day, 3 * CALLS, CALLS, CALLS, CALLS, 90 * CALLS, sum(waits), max(waits))
    rows.put_days(ACCOUNT, [StoredDay(told, asked, final=True)], Question(QuestionKind.DAYS, day, day), "bench")


def _call(day: date, number: int, dice: random.Random) -> ListedCall:
    at = datetime(day.year, day.month, day.day, 8 + dice.randrange(12), dice.randrange(60), tzinfo=PBX_ZONE)
    return ListedCall(f"sip-{at.timestamp():.0f}.{number}", at, "05550001122", 90, dice.randrange(120))


def plain_count(path: Path, period: Period) -> Sequence[object]:
    """The same rows by bare sqlite3."""
    with sqlite3.connect(path) as connection:
        found = connection.execute(COUNTED, (ACCOUNT, period.start.toordinal(), period.end.toordinal()))
        return found.fetchall()


async def maker_of(path: Path) -> tuple[Store, ReportMaker]:
    """An open store and who makes reports of it."""
    store = Store(path, report=_failed)
    await store.open()
    return store, ReportMaker(store, DayArchive(store, ACCOUNT), ACCOUNT, names=dict[str, str], clock=Clock())


def _failed(what: str, error: BaseException) -> None:
    raise RuntimeError(what) from error


def reports_of(path: Path, *wanted: ReportRequest) -> tuple[Report, ...]:
    """Reports out of the file."""

    async def read() -> tuple[Report, ...]:
        store, maker = await maker_of(path)
        try:
            return tuple([await maker.report(each) for each in wanted])
        finally:
            await store.close()

    return asyncio.run(read())


def day_of_minutes(shift: int) -> Report:
    """The day of one queue, minute by minute."""
    period = Period(LAST, LAST, Preset.YESTERDAY)
    begin = int(datetime(LAST.year, LAST.month, LAST.day, tzinfo=PBX_ZONE).timestamp()) // 60
    samples = tuple(_sample(begin + minute, minute + shift) for minute in range(1440))
    material = Material(past=Past(LAST, LAST), samples=samples, account=ACCOUNT, now=(begin + 3000) * 60.0)
    return build(ReportRequest(period, view=View.INTRADAY, queue="destek"), material)


def _sample(minute: int, turn: int) -> MinuteSample:
    talking = round(8 + 6 * math.sin(turn / 90))
    return MinuteSample(ACCOUNT, minute, "destek", turn % 7, turn % 180, 16 - talking, 2, talking, 3, 0, 0, 0)


def long_report(like: Report) -> Report:
    """A report with a hundred thousand rows of typed cells under the columns of days."""
    columns = (
        Column("day", "Day", CellKind.DATE),
        *(Column(key, key, CellKind.COUNT) for key in ("incoming", "answered", "unanswered", "abandoned")),
        Column("service", "Service level", CellKind.PERCENT),
        *(Column(key, key, CellKind.SECONDS) for key in ("answer_wait", "average_talk")),
        Column("note", "Note", CellKind.TEXT),
    )
    rows = tuple(
        (
            LAST,
            300,
            200 + number % 100,
            number % 50,
            number % 40,
            number % 100 / 100,
            number % 60,
            90.5,
            "no call lists",
        )
        for number in range(ROWS)
    )
    return msgspec.structs.replace(like, table=Table(columns, rows), notes=())
