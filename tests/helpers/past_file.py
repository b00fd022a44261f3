"""The history file as somebody else reads it, with SQLite alone, beside what was asked and what truly happened."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

from supervisor_gui.simulator.process import SimulatorInfo
from tests.helpers.control import Control
from tests.helpers.past_page import TURKEY, Question
from tests.helpers.recount import turkish

OUTCOMES = {"abandoned": "abandoned", "answered": "answered", "noanswer": "unanswered", "": ""}

Thing = tuple[date, str]
"""A day and the outcome of one of its lists, or nothing for its figures."""


def things(asked: Iterable[Question]) -> set[Thing]:
    """What the questions would bring."""
    return {(day, OUTCOMES[question.wanted]) for question in asked for day in question.days}


def asked_twice(asked: Iterable[Question]) -> list[Thing]:
    """What was asked for more than once, each as often as once too many; days that still change are left out."""
    counts = Counter(thing for question in asked for thing in things([question]))
    settled = last_settled_day()
    return [thing for thing, count in counts.items() if thing[0] <= settled for _ in range(count - 1)]


def last_settled_day() -> date:
    """The last day about which an answer is final: it ended an hour ago or more."""
    return (datetime.now(TURKEY) - timedelta(hours=1)).date() - timedelta(days=1)


def settled_days(count: int) -> set[date]:
    """The last days that can change no more."""
    return {last_settled_day() - timedelta(days=number) for number in range(count)}


def kept(path: Path) -> set[Thing]:
    """What the file holds for good; nothing while there is no file, or no tables."""
    if not path.exists():
        return set()
    with closing(sqlite3.connect(path)) as file:
        try:
            figures = file.execute("SELECT day, '' FROM statistics_days WHERE final").fetchall()
            lists = file.execute("SELECT day, outcome FROM statistics_lists WHERE final").fetchall()
        except sqlite3.OperationalError:
            return set()
    return {(date.fromordinal(day), outcome) for day, outcome in figures + lists}


async def check_whole(path: Path, control: Control, days: set[date]) -> None:
    """The file is sound, nobody is still asking, and each day has its figures and its true calls, each once."""
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        figures = [date.fromordinal(day) for (day,) in file.execute("SELECT day FROM statistics_days")]
        lists = file.execute("SELECT day, outcome, calls FROM statistics_lists").fetchall()
        calls = file.execute("SELECT day, outcome, call FROM listed_calls").fetchall()
        assert file.execute("SELECT count(*) FROM asking").fetchone() == (0,)
    assert Counter(figures).keys() >= days
    for rows in (figures, [row[:2] for row in lists], calls):
        assert len(set(rows)) == len(rows)
    assert Counter((day, outcome) for day, outcome, _ in calls) == Counter({row[:2]: row[2] for row in lists if row[2]})
    assert {row for row in _listed(calls) if row[0] in days} == await _true_calls(control, days)


def _listed(calls: Iterable[tuple[int, str, str]]) -> set[tuple[date, str]]:
    return {(date.fromordinal(day), call) for day, _, call in calls}


async def _true_calls(control: Control, days: set[date]) -> set[tuple[date, str]]:
    first, last = (datetime(day.year, day.month, day.day, tzinfo=TURKEY) for day in (min(days), max(days)))
    query = {"from": first.timestamp(), "to": (last + timedelta(days=1)).timestamp()}
    told = (await control.get("/ledger", **query))["calls"]
    came = [call for call in told if call["kind"] in {"queue", "direct"} and call["ended"] is not None]
    rows = {(turkish(call["arrived"]).date(), call["id"].partition("-")[2]) for call in came}
    return {row for row in rows if row[0] in days}


def export_arguments(info: SimulatorInfo, data: Path, out: Path, days: int, factor: float) -> list[str]:
    """The command line that exports the last settled days as CSV in Turkish."""
    chosen = settled_days(days)
    addresses = ["--account", info.account, "--pbx-url", info.pbx_url, "--api-url", info.api_url, "--lang", "tr"]
    period = ["--from", str(min(chosen)), "--to", str(max(chosen)), "--format", "csv", "--out", str(out)]
    return ["export", "statistics", *period, *addresses, "--data-dir", str(data), "--time-factor", str(factor)]
