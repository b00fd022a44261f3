"""A day by the minute as it is shown: what was seen, when, and what was not."""

from datetime import datetime, timedelta

import pytest

from supervisor_gui import i18n
from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.history.day_values import Past
from supervisor_gui.live.ports import MinuteSample, StateInterval
from supervisor_gui.reports.build import Material, build
from supervisor_gui.reports.periods import bounds
from supervisor_gui.reports.request import Period, ReportRequest, View
from supervisor_gui.reports.values import Chart, Mark, Report, Value
from tests.reports.call_days import MONDAY

ACCOUNT = "8501110000"
MIDNIGHT = bounds(MONDAY)[0]
NINE = 9 * 60


def sample(minute: int, queue: str = "Destek", *, waiting: int = 0, longest: int = 0, idle: int = 1) -> MinuteSample:
    return MinuteSample(
        account=ACCOUNT,
        minute=int(MIDNIGHT // 60) + minute,
        queue=queue,
        waiting=waiting,
        longest=longest,
        idle=idle,
        ringing=0,
        talking=2,
        paused=1,
        offline=0,
        completed=0,
        abandoned=0,
    )


def report_of(
    *samples: MinuteSample, queue: str = "", intervals: tuple[StateInterval, ...] = (), now: float = MIDNIGHT + 90000
) -> Report:
    request = ReportRequest(Period(MONDAY, MONDAY), view=View.INTRADAY, day=MONDAY, queue=queue)
    return build(request, Material(Past(MONDAY, MONDAY), samples=samples, intervals=intervals, now=now))


def column(report: Report, key: str) -> list[Value]:
    at = [column.key for column in report.table.columns].index(key)
    return [row[at] for row in report.table.rows]


def tile(report: Report, key: str) -> Value:
    return next(tile.value for tile in report.tiles if tile.key == key)


def test_one_queue_shows_its_own_minutes() -> None:
    report = report_of(
        sample(NINE, waiting=3, longest=40, idle=0),
        sample(NINE + 1, waiting=1, longest=15),
        sample(NINE + 2, waiting=2, longest=20),
        sample(NINE + 3),
        sample(NINE, "Satış", waiting=9, longest=99),
        queue="Destek",
    )
    assert column(report, "minute") == [datetime(2026, 11, 2, 9, minute, tzinfo=PBX_ZONE) for minute in range(4)]
    assert column(report, "waiting") == [3, 1, 2, 0]
    assert column(report, "longest_wait") == [40, 15, 20, 0]
    assert column(report, "talking") == [2, 2, 2, 2]
    assert tile(report, "waiting") == 3
    assert tile(report, "longest_wait") == 40
    assert tile(report, "waited") == 180
    assert tile(report, "helpless") == 60
    assert tile(report, "seen") == 240
    assert "Destek" in report.title


def test_all_queues_count_an_agent_of_two_once() -> None:
    talking = StateInterval(ACCOUNT, "101", MIDNIGHT + NINE * 60 - 30, MIDNIGHT + NINE * 60 + 300, "talking")
    report = report_of(sample(NINE, waiting=1), sample(NINE, "Satış", waiting=2, longest=7), intervals=(talking,))
    at = column(report, "minute").index(datetime(2026, 11, 2, 9, 0, tzinfo=PBX_ZONE))
    assert column(report, "waiting")[at] == 3
    assert column(report, "talking")[at] == 1
    assert column(report, "longest_wait")[at] == 7


def test_the_picture_shows_the_hours_in_which_anything_was_seen() -> None:
    report = report_of(sample(NINE + 5), sample(10 * 60 + 20), queue="Destek")
    picture = report.picture
    assert isinstance(picture, Chart)
    assert (picture.labels[0], picture.labels[-1]) == ("09:00", "10:59")
    assert {series.mark for panel in picture.panels for series in panel.series} == {Mark.AREA}
    assert [series.key for series in picture.panels[0].series] == ["waiting"]
    assert {series.key for series in picture.panels[1].series} == {"talking", "ringing", "idle", "paused"}
    waiting = picture.panels[0].series[0].values
    assert [at for at, value in enumerate(waiting) if value is not None] == [5, 80]


def test_gaps_are_told() -> None:
    i18n.use_headless("en")
    report = report_of(sample(NINE), sample(NINE + 4), queue="Destek")
    assert any("3 minutes" in note for note in report.notes)
    whole = report_of(sample(NINE), sample(NINE + 1), queue="Destek")
    assert not any("not seen" in note for note in whole.notes)


def test_a_day_on_which_nothing_was_seen() -> None:
    report = report_of()
    assert report.table.rows == ()
    assert {tile.value for tile in report.tiles} == {None}
    assert isinstance(report.picture, Chart)
    assert len(report.picture.labels) == 1440
    assert any("the program was not running" in note for note in report.notes)
    assert report.missing == ()


def test_the_first_minute_of_a_day_under_way_is_not_told_as_a_program_that_did_not_run() -> None:
    i18n.use_headless("en")
    (note,) = report_of(now=MIDNIGHT + 60 * NINE).notes
    assert "not running" not in note
    assert "today" in note


@pytest.mark.parametrize(("ahead", "moving"), [(timedelta(hours=10), True), (timedelta(hours=40), False)])
def test_only_the_day_under_way_can_still_change(ahead: timedelta, moving: bool) -> None:
    now = MIDNIGHT + ahead.total_seconds()
    assert report_of(sample(NINE), now=now).as_of == (now if moving else 0.0)


def test_a_queue_s_odd_name_is_made_visible() -> None:
    assert "\u202e" not in report_of(sample(NINE, "a\u202eb"), queue="a\u202eb").title
