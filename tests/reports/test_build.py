"""The days' report: what a supervisor reads off tiles, chart, table and notes, against plain loops over the calls."""

from datetime import date, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui import i18n
from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.history.day_values import Past, StoredDay
from supervisor_gui.netsantral.types_statistics import CallOutcome, DayStatistics
from supervisor_gui.reports.build import Material, build
from supervisor_gui.reports.periods import bounds
from supervisor_gui.reports.request import Group, Period, Preset, ReportRequest, View
from supervisor_gui.reports.spelling import change_text, value_text
from supervisor_gui.reports.values import Axis, CellKind, Chart, Estimate, Mark, Report, Series, Tile, Value
from tests.reports.call_days import (
    MONDAY,
    OneCall,
    calls_between,
    left,
    missed,
    past_of,
    service_level,
    taken,
)

SUNDAY = MONDAY + timedelta(days=6)
WEEK = Period(MONDAY, SUNDAY, Preset.LAST_WEEK)
WEEK_BEFORE = (MONDAY - timedelta(days=7), SUNDAY - timedelta(days=7))
LATER = bounds(SUNDAY)[0] + 3 * 86400


def material(past: Past, before: Past | None = None, *, now: float = LATER) -> Material:
    return Material(past=past, before=before, account="8501110000", now=now)


def cells(report: Report, key: str) -> list[Value]:
    """A column of the table without its totals."""
    at = [column.key for column in report.table.columns].index(key)
    return [row[at] for row in report.table.rows]


def totals(report: Report) -> dict[str, Value]:
    return dict(zip([column.key for column in report.table.columns], report.table.totals, strict=True))


def tile(report: Report, key: str) -> Tile:
    return next(tile for tile in report.tiles if tile.key == key)


def series(report: Report, key: str) -> Series:
    assert isinstance(report.picture, Chart)
    return next(series for panel in report.picture.panels for series in panel.series if series.key == key)


def keys(report: Report) -> list[str]:
    assert isinstance(report.picture, Chart)
    return [series.key for panel in report.picture.panels for series in panel.series]


@given(calls_between(MONDAY, SUNDAY))
def test_the_table_holds_what_a_plain_count_of_the_calls_gives(calls: list[OneCall]) -> None:
    report = build(ReportRequest(WEEK), material(past_of(MONDAY, SUNDAY, calls)))
    assert cells(report, "day") == list(WEEK.each())
    for key, outcome in (
        ("answered", CallOutcome.ANSWERED),
        ("unanswered", CallOutcome.UNANSWERED),
        ("abandoned", CallOutcome.ABANDONED),
    ):
        expected = [sum(call.day == day and call.outcome is outcome for call in calls) for day in WEEK.each()]
        assert cells(report, key) == expected
        assert totals(report)[key] == sum(expected)
        assert list(series(report, key).values) == expected
    assert totals(report)["incoming"] == tile(report, "incoming").value == len(calls)
    for day, shown in zip(WEEK.each(), cells(report, "service"), strict=True):
        expected_level = service_level(call for call in calls if call.day == day)
        if expected_level is None:
            assert shown is None
        else:
            assert isinstance(shown, Estimate)
            assert shown.exact
            assert shown.value == pytest.approx(expected_level)


@given(calls_between(MONDAY, SUNDAY), st.sampled_from(list(View)), st.booleans())
def test_rows_are_as_long_as_columns_and_values_as_labels(calls: list[OneCall], view: View, compare: bool) -> None:
    past = past_of(MONDAY, SUNDAY, calls)
    report = build(ReportRequest(WEEK, view=view, compare=compare), material(past, past_of(*WEEK_BEFORE, [])))
    table = report.table
    assert {len(row) for row in table.rows} <= {len(table.columns)}
    assert len(table.totals) in {0, len(table.columns)}
    assert len({column.key for column in table.columns}) == len(table.columns)
    for row in (*table.rows, table.totals):
        for cell, column in zip(row, table.columns, strict=False):
            assert value_text(cell, column.kind) is not None
    if isinstance(report.picture, Chart):
        assert len(report.picture.names) == len(report.picture.labels)
        for panel in report.picture.panels:
            assert all(len(each.values) == len(report.picture.labels) for each in panel.series)
            assert len({each.axis for each in panel.series} - {Axis.PERCENT}) == 1


@given(calls_between(MONDAY - timedelta(days=40), SUNDAY), st.sampled_from(list(Group)))
def test_groups_add_up_to_the_same_totals(calls: list[OneCall], group: Group) -> None:
    period = Period(MONDAY - timedelta(days=40), SUNDAY)
    past = material(past_of(period.start, period.end, calls))
    by_day, grouped = build(ReportRequest(period), past), build(ReportRequest(period, group=group), past)
    for key in ("incoming", "answered", "unanswered", "abandoned", "short", "service", "longest_wait"):
        assert totals(by_day)[key] == totals(grouped)[key]
    assert sum(value for value in cells(grouped, "incoming") if isinstance(value, int)) == len(calls)


def test_weeks_and_months_tell_their_first_and_last_day() -> None:
    period = Period(date(2026, 10, 28), date(2026, 11, 10))
    past = material(past_of(period.start, period.end, []))
    weeks = build(ReportRequest(period, group=Group.WEEK), past)
    assert cells(weeks, "first") == [date(2026, 10, 28), date(2026, 11, 2), date(2026, 11, 9)]
    assert cells(weeks, "last") == [date(2026, 11, 1), date(2026, 11, 8), date(2026, 11, 10)]
    months = build(ReportRequest(period, group=Group.MONTH), past)
    assert cells(months, "last") == [date(2026, 10, 31), date(2026, 11, 10)]
    assert isinstance(months.picture, Chart)
    assert months.picture.labels == ("Oct 2026", "Nov 2026")


def test_means_are_those_of_the_calls() -> None:
    calls = [*taken(MONDAY, 10, 30, talk=90), *left(MONDAY, 4, 70), *missed(MONDAY, 26)]
    report = build(ReportRequest(Period(MONDAY, MONDAY)), material(past_of(MONDAY, MONDAY, calls)))
    assert [value_text(totals(report)[key], CellKind.SECONDS) for key in ("answer_wait", "average_wait")] == [
        "00:20",
        "00:28",
    ]
    assert totals(report)["average_talk"] == 90
    assert totals(report)["longest_wait"] == 70
    assert totals(report)["short"] == 1
    assert value_text(totals(report)["service"], CellKind.PERCENT) == "33%"
    assert totals(report)["answer_rate"] == pytest.approx(0.4)


def test_an_empty_day_is_a_dash_not_nought_percent() -> None:
    report = build(ReportRequest(Period(MONDAY, MONDAY)), material(past_of(MONDAY, MONDAY, [])))
    assert tile(report, "incoming").value == 0
    for key in ("service", "answer_wait", "average_talk"):
        assert value_text(tile(report, key).value, tile(report, key).kind) == "–"
    assert report.notes == ()
    assert report.missing == ()


def test_a_period_of_which_nothing_is_kept_says_so() -> None:
    report = build(ReportRequest(WEEK), material(Past(MONDAY, SUNDAY)))
    assert report.missing == WEEK.each()
    assert tile(report, "incoming").value is None
    assert cells(report, "note") == ["not kept yet"] * 7
    i18n.use_headless("en")
    assert any("7 days" in note for note in build(ReportRequest(WEEK), material(Past(MONDAY, SUNDAY))).notes)


@pytest.mark.parametrize(("refused", "words"), [(True, "The PBX gives no"), (False, "not kept here yet")])
def test_days_without_lists_are_told_and_left_out_of_the_service_level(refused: bool, words: str) -> None:
    tuesday = MONDAY + timedelta(days=1)
    calls = [*taken(MONDAY, 5), *taken(tuesday, 50)]
    lacking = {"refused" if refused else "listless": [tuesday]}
    past = past_of(MONDAY, tuesday, calls, **lacking)
    report = build(ReportRequest(Period(MONDAY, tuesday)), material(past))
    assert tile(report, "incoming").value == 2
    assert tile(report, "service").value == Estimate(1.0, 1.0, 1.0)
    assert cells(report, "service")[1] is None
    assert cells(report, "note") == ["", "no call lists"]
    assert any(words in note for note in report.notes)


def test_there_is_no_note_column_without_anything_to_note() -> None:
    report = build(ReportRequest(WEEK), material(past_of(MONDAY, SUNDAY, taken(MONDAY, 5))))
    assert "note" not in [column.key for column in report.table.columns]
    assert report.notes == ()


def test_waits_that_were_not_told_make_an_estimate_with_a_note() -> None:
    calls = [*taken(MONDAY, 5, 6, 90), OneCall(MONDAY, 10, CallOutcome.ANSWERED, None, 60)]
    report = build(ReportRequest(Period(MONDAY, MONDAY)), material(past_of(MONDAY, MONDAY, calls)))
    level = tile(report, "service").value
    assert isinstance(level, Estimate)
    assert (level.low, level.high) == (0.5, 0.75)
    assert cells(report, "note") == ["≈ some waits not told"]
    assert any("≈" in note for note in report.notes)


def test_rows_that_could_not_be_read_are_told() -> None:
    past = past_of(MONDAY, MONDAY, taken(MONDAY, 5), damaged=3)
    assert any(note.startswith("3 row") for note in build(ReportRequest(Period(MONDAY, MONDAY)), material(past)).notes)


def test_figures_that_can_still_change_tell_their_time() -> None:
    past = past_of(MONDAY, SUNDAY, taken(MONDAY, 5), moving=[SUNDAY])
    report = build(ReportRequest(WEEK), material(past, now=bounds(SUNDAY)[0] + 13 * 3600))
    assert datetime.fromtimestamp(report.as_of, PBX_ZONE) == datetime(2026, 11, 8, 12, 0, tzinfo=PBX_ZONE)
    assert any("08.11.2026 12:00" in note for note in report.notes)
    assert build(ReportRequest(WEEK), material(past_of(MONDAY, SUNDAY, []))).as_of == 0


def test_the_week_before_is_compared() -> None:
    first = WEEK_BEFORE[0]
    here = [*taken(MONDAY, 10, 10, talk=70), *left(MONDAY, 40)]
    there = [*taken(first, 30, 10, 8, talk=60), *left(first, 40, 50)]
    report = build(ReportRequest(WEEK), material(past_of(MONDAY, SUNDAY, here), past_of(*WEEK_BEFORE, there)))
    i18n.use_headless("en")
    told = {tile.key: (change_text(tile), tile.better) for tile in report.tiles}
    assert told["incoming"] == ("▼ 40%", None)
    assert told["answered"] == ("▼ 33%", False)
    assert told["abandoned"] == ("▼ 50%", True)
    assert told["service"] == ("▲ 27 points", True)
    assert told["answer_wait"] == ("▼ 6 s", True)
    assert told["average_talk"] == ("▲ 10 s", None)
    before = series(report, "before")
    assert (before.mark, before.axis) == (Mark.DOTS, Axis.COUNT)
    assert before.values == (5, 0, 0, 0, 0, 0, 0)


def test_nothing_is_compared_when_it_is_not_wanted_or_not_known() -> None:
    here = past_of(MONDAY, SUNDAY, taken(MONDAY, 10))
    half = past_of(*WEEK_BEFORE, taken(WEEK_BEFORE[0], 10, 10), without=[WEEK_BEFORE[1]])
    for compare, before in ((False, past_of(*WEEK_BEFORE, [])), (True, None), (True, half)):
        report = build(ReportRequest(WEEK, compare=compare), material(here, before))
        assert {tile.change for tile in report.tiles} == {None}
        assert ("before" in keys(report)) == (compare and before is not None)


def test_nothing_to_nothing_is_no_change_of_any_percent() -> None:
    empty = material(past_of(MONDAY, SUNDAY, taken(MONDAY, 3)), past_of(*WEEK_BEFORE, []))
    assert {tile.change for tile in build(ReportRequest(WEEK), empty).tiles} == {None}


def test_the_day_under_way_does_not_count_as_fewer_calls() -> None:
    wednesday = MONDAY + timedelta(days=2)
    period = Period(MONDAY, wednesday, Preset.THIS_WEEK)
    each = [MONDAY + timedelta(days=at) for at in range(3)]
    here = [call for day in each[:2] for call in taken(day, 5, 5)]
    earlier = [call for day in each for call in taken(day - timedelta(days=7), 5, 5)]
    past = past_of(MONDAY, wednesday, here, moving=[wednesday])
    before = past_of(MONDAY - timedelta(days=7), wednesday - timedelta(days=7), earlier)
    report = build(ReportRequest(period), material(past, before, now=bounds(wednesday)[0] + 60))
    assert tile(report, "incoming").value == 4
    assert tile(report, "incoming").change == 0
    assert change_text(tile(report, "incoming")) == "="
    assert tile(report, "answered").better is None


def test_of_today_alone_shares_are_compared_and_numbers_are_not() -> None:
    sunday = MONDAY - timedelta(days=1)
    past = past_of(MONDAY, MONDAY, taken(MONDAY, 5), moving=[MONDAY])
    before = past_of(sunday, sunday, taken(sunday, 5, 50))
    request = ReportRequest(Period(MONDAY, MONDAY, Preset.TODAY))
    report = build(request, material(past, before, now=bounds(MONDAY)[0] + 9 * 3600))
    assert tile(report, "incoming").change is None
    assert tile(report, "service").change == pytest.approx(0.5)


def test_a_shorter_month_before_leaves_its_last_places_empty() -> None:
    march = Period(date(2027, 3, 1), date(2027, 3, 31), Preset.LAST_MONTH)
    february = (date(2027, 2, 1), date(2027, 2, 28))
    later = bounds(date(2027, 4, 2))[0]
    earlier = past_of(*february, taken(february[0], 5))
    report = build(ReportRequest(march), material(past_of(march.start, march.end, []), earlier, now=later))
    assert series(report, "before").values == (1, *(0,) * 27, *(None,) * 3)


@given(st.lists(st.integers(0, 2), min_size=7, max_size=7), st.sets(st.integers(0, 6)))
def test_days_before_the_first_call_are_not_drawn_as_days_nobody_called(calls: list[int], unkept: set[int]) -> None:
    days = [WEEK_BEFORE[0] + timedelta(days=at) for at in range(7)]
    rows = [call for day, number in zip(days, calls, strict=True) for call in taken(day, *([5] * number))]
    before = past_of(*WEEK_BEFORE, rows, without=[days[at] for at in unkept])
    report = build(ReportRequest(WEEK), material(past_of(MONDAY, SUNDAY, []), before))
    told = [None if at in unkept else number for at, number in enumerate(calls)]
    while told and not told[0]:
        told.pop(0)
    if told:
        assert series(report, "before").values == (*(None,) * (7 - len(told)), *told)
    else:
        assert "before" not in keys(report)


@pytest.mark.parametrize("view", [View.DAYS, View.HOURS, View.WEEKDAYS])
def test_a_period_before_without_any_call_is_nothing_to_compare_with(view: View) -> None:
    here, one_call = past_of(MONDAY, SUNDAY, taken(MONDAY, 10)), past_of(*WEEK_BEFORE, taken(WEEK_BEFORE[1], 10))
    lonely = build(ReportRequest(WEEK, view=view), material(here, past_of(*WEEK_BEFORE, [])))
    assert "before" not in keys(lonely)
    assert {each.change for each in lonely.tiles} == {None}
    assert all("Nothing to compare with" in each.hint for each in lonely.tiles)
    compared = build(ReportRequest(WEEK, view=view), material(here, one_call))
    alone = build(ReportRequest(WEEK, view=view, compare=False), material(here))
    half = past_of(*WEEK_BEFORE, [], without=[WEEK_BEFORE[1]])
    unknown = build(ReportRequest(WEEK, view=view), material(here, half))
    assert "before" in keys(compared)
    for report in (compared, alone, unknown):
        assert not any("Nothing to compare with" in each.hint for each in report.tiles)


@pytest.mark.parametrize("refused", [False, True])
def test_days_that_do_not_tell_how_many_came_are_told_as_missing(refused: bool) -> None:
    whole = past_of(MONDAY, SUNDAY, [call for day in WEEK.each() for call in taken(day, 5)])
    untold = {MONDAY, SUNDAY}
    past = msgspec.structs.replace(
        whole,
        days=tuple(
            StoredDay(DayStatistics(row.figures.day, answered=1), row.asked_at, row.final)
            if row.figures.day in untold
            else row
            for row in whole.days
        ),
        lists=tuple(
            msgspec.structs.replace(row, listed=False) if row.day in untold else row
            for row in whole.lists
            if refused or row.day not in untold
        ),
        hours=tuple(row for row in whole.hours if row.day not in untold),
    )
    report = build(ReportRequest(WEEK), material(past))
    assert tile(report, "incoming").value is None
    assert tile(report, "abandoned").value is None
    assert "Days known: 5 of 7" in tile(report, "incoming").hint
    i18n.use_headless("en")
    notes = build(ReportRequest(WEEK), material(past)).notes
    mine = [note for note in notes if note.startswith("Incoming and abandoned calls are missing for")]
    assert len(mine) == 1
    assert ("will complete" in mine[0]) == (not refused)
    assert not any("are missing for" in note for note in build(ReportRequest(WEEK), material(whole)).notes)


def test_the_target_is_a_line_only_when_there_is_one() -> None:
    past = material(past_of(MONDAY, SUNDAY, []))
    with_line, without = (build(ReportRequest(WEEK, target=target), past).picture for target in (85, 0))
    assert isinstance(with_line, Chart)
    assert isinstance(without, Chart)
    assert with_line.panels[0].target == pytest.approx(0.85)
    assert with_line.panels[0].target_title
    assert {panel.target for panel in without.panels} == {None}


def test_titles_and_hints_hold_the_limits_that_were_counted_with() -> None:
    report = build(ReportRequest(WEEK, threshold=35, short=7), material(past_of(MONDAY, SUNDAY, [])))
    column = next(column for column in report.table.columns if column.key == "service")
    assert "35" in column.title
    assert "35" in column.hint
    assert "7" in column.hint
    assert all(tile.hint for tile in report.tiles)


def test_only_the_account_s_last_digits_are_told() -> None:
    report = build(ReportRequest(WEEK), material(past_of(MONDAY, SUNDAY, [])))
    assert report.account_tail.endswith("0000")
    assert sum(sign.isdigit() for sign in report.account_tail) == 4
    nobody = build(ReportRequest(WEEK), Material(past_of(MONDAY, SUNDAY, []), now=LATER))
    assert nobody.account_tail == ""


def test_a_turkish_report_speaks_turkish() -> None:
    i18n.use_headless("tr")
    past = past_of(MONDAY, SUNDAY, taken(MONDAY, 5), listless=[MONDAY])
    report = build(ReportRequest(WEEK), material(past, past_of(*WEEK_BEFORE, [])))
    assert report.title == "Gelen çağrılar"
    assert report.period == "2–8 Kasım 2026"
    assert [column.title for column in report.table.columns][:5] == ["Gün", "Gelen", "Cevaplanan", "Cevapsız", "Terk"]
    assert report.table.totals[0] == "Toplam"
    assert cells(report, "note")[0] == "çağrı listesi yok"
    assert isinstance(report.picture, Chart)
    assert report.picture.labels[0] == "02.11"
    assert report.picture.names[0] == "2 Kasım 2026 Pazartesi"


def test_a_day_with_contradicting_figures_builds_all_the_same() -> None:
    odd = StoredDay(DayStatistics(MONDAY, incoming=1, answered=5, abandoned=None, wait_seconds=-3), 0.0, final=True)
    report = build(ReportRequest(Period(MONDAY, MONDAY)), material(Past(MONDAY, MONDAY, days=(odd,))))
    assert totals(report)["incoming"] == 1
    assert totals(report)["answered"] == 5
