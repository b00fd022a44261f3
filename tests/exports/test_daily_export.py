"""Yesterday is saved once a day at its time, caught up once, and a failure is told and tried again in an hour."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.clock import PBX_ZONE, Clock
from supervisor_gui.errors import StoreError
from supervisor_gui.exports.daily import DailyExport, DailyPlan, due_at, plan_of
from supervisor_gui.netsantral.errors import NoAnswer
from supervisor_gui.tasks import Tasks
from tests.helpers.qt_async import until

ACCOUNT = "8501110000"
PLAN = DailyPlan(time(8), Path("statistics"), ("xlsx", "pdf"))
ISTANBUL = ZoneInfo("Europe/Istanbul")


def at(text: str) -> float:
    """Epoch seconds of a Turkish time."""
    return datetime.fromisoformat(text).replace(tzinfo=PBX_ZONE).timestamp()


class Desk:
    """A computer with a clock that is set by hand, a store that lasts over restarts, and what was saved and told."""

    def __init__(self) -> None:
        self.now = at("2026-11-25T07:59")
        self.plan: DailyPlan | None = PLAN
        self.kept: dict[str, object] = {}
        self.unreadable = False
        self.saved: list[tuple[date, tuple[str, ...], Path]] = []
        self.told: list[str] = []
        self.details: list[str] = []
        self.trouble: Callable[[], Awaitable[None]] | None = None
        self.tasks = Tasks()
        self.daily = self.started()

    def started(self) -> DailyExport:
        """What a start of the program makes."""
        return DailyExport(
            lambda: self.plan,
            self._export,
            self._tell,
            memory=self,
            account=ACCOUNT,
            tasks=self.tasks,
            clock=Clock(wall=lambda: self.now),
            zone=ISTANBUL,
            factor=6_000.0,
        )

    async def at(self, text: str) -> list[int]:
        """Look at a Turkish time; the days of the month that have been saved so far."""
        self.now = at(text)
        await self.daily.look()
        return self.days

    @property
    def days(self) -> list[int]:
        """Days of the month that have been saved, one for each time."""
        return [day.day for day, _, _ in self.saved]

    async def get_memory(self, account: str, key: str, kind: type[Any]) -> Any:
        """As the store."""
        if self.unreadable:
            raise StoreError("not now")
        kept = self.kept.get(f"{account} {key}")
        return kept if isinstance(kept, kind) else None

    def put_memory(self, account: str, key: str, value: object) -> None:
        """As the store."""
        self.kept[f"{account} {key}"] = value

    async def _export(self, day: date, formats: tuple[str, ...], folder: Path) -> None:
        if self.trouble is not None:
            await self.trouble()
        self.saved.append((day, formats, folder))

    def _tell(self, words: str, details: str) -> None:
        self.told.append(words)
        self.details.append(details)


@pytest.fixture
def desk() -> Desk:
    """A computer a minute before the set time."""
    return Desk()


def failing(error: Exception) -> Callable[[], Awaitable[None]]:
    """An export that ends so."""

    async def fail() -> None:
        raise error

    return fail


async def test_yesterday_is_saved_at_its_time_and_not_before(desk: Desk) -> None:
    assert await desk.at("2026-11-25T07:59") == []
    assert await desk.at("2026-11-25T08:00") == [24]
    assert desk.saved == [(date(2026, 11, 24), ("xlsx", "pdf"), Path("statistics"))]
    assert desk.told == []


async def test_it_is_saved_once_however_often_it_is_looked(desk: Desk) -> None:
    for minute in range(60):
        await desk.at(f"2026-11-25T09:{minute:02d}")
    assert await desk.at("2026-11-26T07:59") == [24]
    assert await desk.at("2026-11-26T08:01") == [24, 25]


async def test_after_a_long_sleep_yesterday_alone_is_caught_up_once(desk: Desk) -> None:
    await desk.at("2026-11-25T08:00")
    assert await desk.at("2026-11-29T14:30") == [24, 28]
    assert await desk.at("2026-11-29T14:31") == [24, 28]


async def test_a_restart_on_the_same_day_saves_nothing_again(desk: Desk) -> None:
    await desk.at("2026-11-25T08:00")
    desk.daily = desk.started()
    assert await desk.at("2026-11-25T08:05") == [24]
    assert await desk.at("2026-11-26T23:00") == [24, 25]


async def test_a_start_later_on_the_day_catches_up(desk: Desk) -> None:
    assert await desk.at("2026-11-25T17:45") == [24]


async def test_while_it_is_switched_off_nothing_is_saved(desk: Desk) -> None:
    desk.plan = None
    assert await desk.at("2026-11-25T09:00") == []
    desk.plan = PLAN
    assert await desk.at("2026-11-25T09:01") == [24]


async def test_a_failure_is_told_once_and_tried_again_an_hour_later(desk: Desk) -> None:
    desk.trouble = failing(StoreError("There is no room.", details="OSError: 28"))
    await desk.at("2026-11-25T08:00")
    for minute in range(1, 60):
        await desk.at(f"2026-11-25T08:{minute:02d}")
    assert len(desk.told) == 1
    assert "24.11.2026" in desk.told[0]
    assert "There is no room." in desk.told[0]
    assert desk.details == ["OSError: 28"]
    desk.trouble = None
    assert await desk.at("2026-11-25T09:00") == [24]
    assert await desk.at("2026-11-25T12:00") == [24]


async def test_a_refusal_of_the_pbx_is_told_in_words_and_not_by_its_name_in_the_program(desk: Desk) -> None:
    desk.trouble = failing(NoAnswer("statistics", "timeout"))
    await desk.at("2026-11-25T08:00")
    assert "statistics: timeout" not in desk.told[0]
    assert "statistics: timeout" in desk.details[0]


async def test_other_settings_are_tried_at_once(desk: Desk) -> None:
    desk.trouble = failing(StoreError("The folder is not there."))
    await desk.at("2026-11-25T08:00")
    desk.trouble = None
    desk.plan = DailyPlan(time(8), Path("elsewhere"), ("csv",))
    await desk.at("2026-11-25T08:01")
    assert desk.saved == [(date(2026, 11, 24), ("csv",), Path("elsewhere"))]


async def test_a_failure_of_yesterday_does_not_hold_up_today(desk: Desk) -> None:
    desk.trouble = failing(StoreError("full"))
    await desk.at("2026-11-26T07:30")
    desk.trouble = None
    assert await desk.at("2026-11-26T08:00") == [25]


async def test_a_clock_that_was_ahead_stops_nothing(desk: Desk) -> None:
    await desk.at("2027-06-01T09:00")
    assert await desk.at("2026-11-25T09:00") == [31, 24]
    desk.trouble = failing(StoreError("full"))
    await desk.at("2027-06-02T09:00")
    desk.trouble = None
    assert await desk.at("2027-06-02T08:30") == [31, 24, 1]


async def test_while_the_store_cannot_be_read_it_waits_and_then_goes_on(desk: Desk) -> None:
    desk.unreadable = True
    assert await desk.at("2026-11-25T08:00") == []
    assert desk.told == []
    desk.unreadable = False
    assert await desk.at("2026-11-25T08:01") == [24]


async def test_it_looks_by_itself_until_it_is_stopped(desk: Desk) -> None:
    desk.daily.start()
    desk.now = at("2026-11-25T08:00")
    await until(lambda: desk.days == [24], "yesterday saved")
    desk.now = at("2026-11-26T08:00")
    await until(lambda: desk.days == [24, 25], "the next day saved")
    await desk.daily.stop()
    assert desk.tasks.names == ()


async def test_stopping_gives_up_what_is_being_saved(desk: Desk) -> None:
    begun = asyncio.Event()
    given_up = asyncio.Event()

    async def endless() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            given_up.set()

    desk.trouble = endless
    desk.now = at("2026-11-25T08:00")
    desk.daily.start()
    await begun.wait()
    await desk.daily.stop()
    assert given_up.is_set()
    assert desk.saved == []
    assert desk.tasks.names == ()


@pytest.mark.logs
async def test_a_fault_of_ours_is_reported_and_does_not_end_the_looking(desk: Desk, quiet_log: list[str]) -> None:
    desk.trouble = failing(ZeroDivisionError())
    desk.now = at("2026-11-25T08:00")
    desk.daily.start()
    await until(lambda: quiet_log, "the fault reported")
    desk.trouble = None
    desk.now = at("2026-11-25T09:00")
    await until(lambda: desk.days == [24], "tried again")
    await desk.daily.stop()
    assert len(quiet_log) == 1


def test_what_is_wanted_at_midnight_is_saved_when_its_figures_are_final() -> None:
    assert due_at(date(2026, 11, 24), time(0, 10), ISTANBUL) == at("2026-11-25T01:00")


@pytest.mark.parametrize(
    ("zone", "due"),
    [
        ("Europe/Istanbul", "2026-11-25T08:00+03:00"),
        ("Europe/Berlin", "2026-11-25T08:00+01:00"),
        ("America/Los_Angeles", "2026-11-25T08:00-08:00"),
        ("Asia/Tokyo", "2026-11-25T08:00+09:00"),
    ],
)
def test_the_time_is_this_computers_and_the_day_is_turkish(zone: str, due: str) -> None:
    # In Los Angeles the Turkish day ends at 13:00 of the 24th, in Tokyo at 06:00 of the 25th.
    assert due_at(date(2026, 11, 24), time(8), ZoneInfo(zone)) == datetime.fromisoformat(due).timestamp()


@given(st.dates(date(2026, 1, 1), date(2030, 1, 1)), st.times(), st.sampled_from(["America/New_York", "Asia/Kolkata"]))
def test_a_day_is_due_after_its_end_and_within_the_next(day: date, chosen: time, zone: str) -> None:
    ended = datetime.combine(day + timedelta(days=1), time(), PBX_ZONE).timestamp()
    due = due_at(day, chosen.replace(second=0, microsecond=0), ZoneInfo(zone))
    assert ended + 3_600 <= due < ended + 25 * 3_600


def test_settings_become_a_plan() -> None:
    usual = Path("documents")
    assert plan_of(False, "08:00", "", "xlsx", usual) is None
    assert plan_of(True, "07:30", "", "xlsx,pdf", usual) == DailyPlan(time(7, 30), usual, ("xlsx", "pdf"))
    assert plan_of(True, "07:30", "elsewhere", " csv ", usual) == DailyPlan(time(7, 30), Path("elsewhere"), ("csv",))
    # The home of somebody who is not known here: told when the file is to be written, as any folder that is not there.
    unknown = "~nobody-of-this-name/a"
    assert plan_of(True, "07:30", unknown, "csv", usual) == DailyPlan(time(7, 30), Path(unknown), ("csv",))
