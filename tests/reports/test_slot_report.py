"""Hours of the day and weekdays as they are shown, against plain loops over the calls."""

from datetime import timedelta

import msgspec
import pytest
from hypothesis import given

from supervisor_gui import i18n
from supervisor_gui.history.day_values import Past, RecordHour, StoredRecords
from supervisor_gui.netsantral.types_statistics import CallOutcome
from supervisor_gui.reports.build import Material, build
from supervisor_gui.reports.periods import bounds
from supervisor_gui.reports.request import Period, Preset, ReportRequest, View
from supervisor_gui.reports.values import Axis, Chart, Estimate, Mark, Report, Value
from tests.reports.call_days import MONDAY, OneCall, calls_between, left, past_of, service_level, taken

SUNDAY = MONDAY + timedelta(days=6)
WEEK = Period(MONDAY, SUNDAY, Preset.LAST_WEEK)
LATER = bounds(SUNDAY)[0] + 3 * 86400


def report_of(past: Past, view: View, period: Period = WEEK, before: Past | None = None) -> Report:
    return build(ReportRequest(period, view=view), Material(past=past, before=before, now=LATER))


def column(report: Report, key: str) -> list[Value]:
    at = [column.key for column in report.table.columns].index(key)
    return [row[at] for row in report.table.rows]


def total(report: Report, key: str) -> Value:
    return report.table.totals[[column.key for column in report.table.columns].index(key)]


def keys(report: Report) -> set[str]:
    assert isinstance(report.picture, Chart)
    return {series.key for panel in report.picture.panels for series in panel.series}


def outcomes(calls: list[OneCall], outcome: CallOutcome) -> int:
    return sum(call.outcome is outcome for call in calls)


@given(calls_between(MONDAY, SUNDAY))
def test_each_hour_holds_the_calls_that_began_in_it(calls: list[OneCall]) -> None:
    report = report_of(past_of(MONDAY, SUNDAY, calls), View.HOURS)
    for hour in range(24):
        mine = [call for call in calls if call.hour == hour]
        assert column(report, "answered")[hour] == outcomes(mine, CallOutcome.ANSWERED)
        assert column(report, "unanswered")[hour] == outcomes(mine, CallOutcome.UNANSWERED)
        assert column(report, "abandoned")[hour] == outcomes(mine, CallOutcome.ABANDONED)
        assert column(report, "incoming")[hour] == len(mine)
        assert column(report, "per_day")[hour] == pytest.approx(len(mine) / 7)
        level, expected = column(report, "service")[hour], service_level(mine)
        assert (level is None) == (expected is None)
        assert not isinstance(level, Estimate) or level.value == pytest.approx(expected)
    assert total(report, "incoming") == len(calls)
    assert total(report, "days") == 7


@given(calls_between(MONDAY, SUNDAY + timedelta(days=3)))
def test_each_weekday_holds_its_days(calls: list[OneCall]) -> None:
    period = Period(MONDAY, SUNDAY + timedelta(days=3))
    report = report_of(past_of(period.start, period.end, calls), View.WEEKDAYS, period)
    for weekday in range(7):
        mine = [call for call in calls if call.day.weekday() == weekday]
        days = 2 if weekday < 3 else 1
        assert column(report, "days")[weekday] == days
        assert column(report, "incoming")[weekday] == len(mine)
        assert column(report, "per_day")[weekday] == pytest.approx(len(mine) / days)
    assert total(report, "days") == 10
    assert total(report, "incoming") == len(calls)
    assert any("equally often" in note for note in report.notes)


def test_a_whole_week_needs_no_word_about_its_weekdays() -> None:
    report = report_of(past_of(MONDAY, SUNDAY, taken(MONDAY, 5)), View.WEEKDAYS)
    assert report.notes == ()
    assert isinstance(report.picture, Chart)
    assert report.picture.labels == ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def test_a_weekday_that_the_period_does_not_have_is_empty() -> None:
    report = report_of(past_of(MONDAY, MONDAY, taken(MONDAY, 5)), View.WEEKDAYS, Period(MONDAY, MONDAY))
    assert column(report, "incoming") == [1, None, None, None, None, None, None]
    assert total(report, "incoming") == 1
    assert not any("equally often" in note for note in report.notes)
    two_days = Period(MONDAY, MONDAY + timedelta(days=1))
    two = report_of(past_of(two_days.start, two_days.end, []), View.WEEKDAYS, two_days)
    assert any("equally often" in note for note in two.notes)


def test_the_period_before_is_dotted_by_the_same_hours() -> None:
    first = MONDAY - timedelta(days=7)
    before = past_of(first, SUNDAY - timedelta(days=7), [*taken(first, 5, 5, hour=9), *left(first, 40, hour=9)])
    report = report_of(past_of(MONDAY, SUNDAY, taken(MONDAY, 5)), View.HOURS, before=before)
    assert isinstance(report.picture, Chart)
    dotted = next(s for panel in report.picture.panels for s in panel.series if s.key == "before")
    assert (dotted.mark, dotted.axis) == (Mark.DOTS, Axis.COUNT)
    assert [at for at, calls in enumerate(dotted.values) if calls] == [9]
    assert dotted.values[9] == 3


def test_hours_out_of_call_records_do_not_pretend_to_know_who_left() -> None:
    tuesday = MONDAY + timedelta(days=1)
    past = past_of(MONDAY, tuesday, [*taken(MONDAY, 5), *left(MONDAY, 40), *taken(tuesday, 5)], refused=[tuesday])
    past = msgspec.structs.replace(
        past,
        records=(StoredRecords(tuesday, LATER, final=True),),
        record_hours=(RecordHour(tuesday, 10, answered=4, missed=3), RecordHour(tuesday, 15, answered=1, missed=0)),
    )
    report = report_of(past, View.HOURS, Period(MONDAY, tuesday))
    assert column(report, "answered")[10] == 5
    assert column(report, "missed")[10] == 4
    assert column(report, "incoming")[10] == 9
    assert column(report, "incoming")[15] == 1
    assert total(report, "missed") == 4
    assert not {"abandoned", "unanswered", "service"} & keys(report)
    assert {"answered", "missed"} <= keys(report)
    assert any("call records" in note for note in report.notes)


@pytest.mark.parametrize("view", [View.HOURS, View.WEEKDAYS])
def test_nothing_kept_shows_dashes_everywhere(view: View) -> None:
    report = report_of(Past(MONDAY, SUNDAY), view)
    assert set(column(report, "incoming")) == {None}
    assert total(report, "incoming") is None
    assert report.missing == WEEK.each()
    assert isinstance(report.picture, Chart)
    assert all(value is None for panel in report.picture.panels for s in panel.series for value in s.values)


@pytest.mark.parametrize(("view", "estimated"), [(View.HOURS, 10), (View.WEEKDAYS, 0)])
def test_a_row_that_is_estimated_says_so_in_words_too(view: View, estimated: int) -> None:
    untold = OneCall(MONDAY, 10, CallOutcome.ABANDONED, None)
    calls = [*taken(MONDAY, 5, 30), untold, *taken(SUNDAY, 5, hour=15)]
    report = report_of(past_of(MONDAY, SUNDAY, calls), view)
    notes = column(report, "note")
    assert [at for at, note in enumerate(notes) if note] == [estimated]
    assert notes[estimated] == total(report, "note") == "≈ some waits not told"
    exact = report_of(past_of(MONDAY, SUNDAY, taken(MONDAY, 5)), view)
    assert "note" not in {each.key for each in exact.table.columns}


def test_turkish_weekdays_and_hours() -> None:
    i18n.use_headless("tr")
    past = past_of(MONDAY, SUNDAY, taken(MONDAY, 5))
    assert column(report_of(past, View.WEEKDAYS), "weekday")[:2] == ["Pazartesi", "Salı"]
    hours = report_of(past, View.HOURS)
    assert column(hours, "hour")[9] == "09:00–10:00"
    assert isinstance(hours.picture, Chart)
    assert hours.picture.names[9] == "09:00–10:00, 7 gün"
