"""Which days a named period has, the one before it, and the bars it is cut into."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.clock import pbx_day
from supervisor_gui.reports.periods import before, bounds, period_of, spans
from supervisor_gui.reports.request import Group, Period, Preset

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
NAMED = [preset for preset in Preset if preset is not Preset.RANGE]
WEDNESDAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("preset", "start", "end"),
    [
        (Preset.TODAY, date(2026, 11, 25), date(2026, 11, 25)),
        (Preset.YESTERDAY, date(2026, 11, 24), date(2026, 11, 24)),
        (Preset.THIS_WEEK, date(2026, 11, 23), date(2026, 11, 25)),
        (Preset.LAST_WEEK, date(2026, 11, 16), date(2026, 11, 22)),
        (Preset.THIS_MONTH, date(2026, 11, 1), date(2026, 11, 25)),
        (Preset.LAST_MONTH, date(2026, 10, 1), date(2026, 10, 31)),
    ],
)
def test_the_days_that_a_preset_names(preset: Preset, start: date, end: date) -> None:
    assert period_of(preset, WEDNESDAY) == Period(start, end, preset)


def test_a_range_names_no_days() -> None:
    with pytest.raises(ValueError, match="range"):
        period_of(Preset.RANGE, WEDNESDAY)


@given(DAYS)
def test_named_periods_follow_each_other_without_a_gap(day: date) -> None:
    for last, this in (
        (Preset.YESTERDAY, Preset.TODAY),
        (Preset.LAST_WEEK, Preset.THIS_WEEK),
        (Preset.LAST_MONTH, Preset.THIS_MONTH),
    ):
        earlier, now = period_of(last, day), period_of(this, day)
        assert earlier.end + timedelta(days=1) == now.start
        assert now.end == day
    week, month = period_of(Preset.LAST_WEEK, day), period_of(Preset.LAST_MONTH, day)
    assert (week.start.isoweekday(), week.days) == (1, 7)
    assert month.start.day == 1
    assert (month.end + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        (period_of(Preset.THIS_WEEK, WEDNESDAY), date(2026, 11, 16), date(2026, 11, 18)),
        (period_of(Preset.LAST_WEEK, WEDNESDAY), date(2026, 11, 9), date(2026, 11, 15)),
        (period_of(Preset.THIS_MONTH, WEDNESDAY), date(2026, 10, 1), date(2026, 10, 25)),
        (period_of(Preset.LAST_MONTH, WEDNESDAY), date(2026, 9, 1), date(2026, 9, 30)),
        (period_of(Preset.THIS_MONTH, date(2026, 3, 31)), date(2026, 2, 1), date(2026, 2, 28)),
        (period_of(Preset.LAST_MONTH, date(2026, 1, 5)), date(2025, 11, 1), date(2025, 11, 30)),
        (period_of(Preset.YESTERDAY, WEDNESDAY), date(2026, 11, 23), date(2026, 11, 23)),
        (Period(date(2026, 3, 1), date(2026, 3, 10)), date(2026, 2, 19), date(2026, 2, 28)),
    ],
)
def test_the_period_before(period: Period, start: date, end: date) -> None:
    assert before(period) == Period(start, end, Preset.RANGE)


@given(DAYS, st.sampled_from(NAMED))
def test_the_period_before_is_over_when_the_period_begins_and_is_no_longer(day: date, preset: Preset) -> None:
    period = period_of(preset, day)
    earlier = before(period)
    assert earlier.start <= earlier.end < period.start
    if preset is not Preset.LAST_MONTH:
        assert earlier.days <= period.days
    if "week" in preset.value:
        assert earlier.start.weekday() == period.start.weekday()
    if "month" in preset.value:
        assert earlier.start.day == 1


@given(DAYS, st.integers(0, 800), st.sampled_from(Group))
def test_bars_hold_every_day_of_the_period_once_and_end_with_their_week_or_month(
    start: date, length: int, group: Group
) -> None:
    period = Period(start, start + timedelta(days=length))
    bars = spans(period, group)
    days = [first + timedelta(days=at) for first, last in bars for at in range((last - first).days + 1)]
    assert tuple(days) == period.each()
    for first, last in bars:
        if group is Group.DAY:
            assert first == last
        elif group is Group.WEEK:
            assert first.isocalendar()[:2] == last.isocalendar()[:2]
            assert last.isoweekday() == 7 or last == period.end
        else:
            assert (first.year, first.month) == (last.year, last.month)
            assert (last + timedelta(days=1)).day == 1 or last == period.end


@given(st.floats(0, 4_000_000_000))
def test_the_day_of_a_moment_holds_it(now: float) -> None:
    begin, end = bounds(pbx_day(now))
    assert begin <= now < end
    assert end - begin == 86_400
    assert datetime.fromtimestamp(begin, UTC).hour == 21
