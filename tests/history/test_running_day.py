"""A day that still changes: when it is due, and from which hour on its calls are asked for."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.clock import PBX_ZONE, Clock, pbx_midnight_of
from supervisor_gui.history.backfill_spans import Following, Horizon, Reach
from supervisor_gui.history.day_values import StoredRecords
from supervisor_gui.history.running_day import WholeDays

WEDNESDAY = date(2026, 11, 25)
DAY = timedelta(days=1)
HOUR = 3600.0


def at(hour: int, minute: int = 0, second: int = 0, day: date = WEDNESDAY) -> float:
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=PBX_ZONE).timestamp()


def kept(asked_at: float, day: date = WEDNESDAY) -> StoredRecords:
    return StoredRecords(day, asked_at, final=False)


def test_a_running_day_is_asked_for_as_a_whole_first_and_again_after_half_an_hour() -> None:
    days = WholeDays()
    assert days.since(WEDNESDAY, None, at(12)) == 0
    assert days.since(WEDNESDAY, kept(at(11, 59)), at(12)) == 0, "another program's, and nobody knows how it came"
    days.asked(WEDNESDAY, at(12))
    assert days.since(WEDNESDAY, kept(at(12)), at(12, 1)) == at(10)
    assert days.since(WEDNESDAY, kept(at(12, 29)), at(12, 29, 59)) == at(10)
    assert days.since(WEDNESDAY, kept(at(12, 29)), at(12, 30)) == 0


def test_whole_turkish_hours_are_asked_for_and_none_before_midnight() -> None:
    days = WholeDays()
    days.asked(WEDNESDAY, at(12, 45))
    assert days.since(WEDNESDAY, kept(at(12, 59)), at(13)) == at(10)
    assert days.since(WEDNESDAY, kept(at(13, 0)), at(13, 1)) == at(11)
    days.asked(WEDNESDAY, at(2, 30))
    assert days.since(WEDNESDAY, kept(at(2, 40)), at(2, 41)) == 0


@pytest.mark.parametrize("asked_at", [at(11, 59), at(14)])
def test_a_row_that_is_not_of_our_answer_or_of_a_clock_put_back_is_not_built_on(asked_at: float) -> None:
    days = WholeDays()
    days.asked(WEDNESDAY, at(12))
    assert days.since(WEDNESDAY, kept(asked_at), at(12, 10)) == 0


def test_yesterday_is_asked_in_parts_until_it_is_settled_and_then_as_a_whole() -> None:
    days = WholeDays()
    thursday = WEDNESDAY + DAY
    days.asked(WEDNESDAY, at(0, 40, day=thursday))
    yesterday = kept(at(0, 50, day=thursday))
    assert days.since(WEDNESDAY, yesterday, at(0, 59, 59, day=thursday)) == at(22)
    assert days.since(WEDNESDAY, yesterday, at(1, day=thursday)) == 0


@given(gaps=st.lists(st.floats(60.0, 4 * HOUR), min_size=1, max_size=60))
def test_no_moment_of_the_day_is_ever_left_out(gaps: list[float]) -> None:
    days = WholeDays()
    now, row, known_until = at(0), None, pbx_midnight_of(WEDNESDAY)
    for gap in gaps:
        now += gap
        since = days.since(WEDNESDAY, row, now)
        assert since % HOUR == 0
        assert since == 0 or pbx_midnight_of(WEDNESDAY) < since <= known_until - 2 * HOUR
        if since == 0:
            days.asked(WEDNESDAY, now)
        row, known_until = kept(now), now


class Now:
    """A clock that stands."""

    def __init__(self, at: float) -> None:
        self.at = at
        self.clock = Clock(wall=lambda: self.at)


def test_what_is_followed_is_due_when_its_oldest_answer_is_too_old() -> None:
    now = Now(at(12))
    following = Following(now.clock, lambda: 1)
    assert following.span() is None
    following.set_every(300.0)
    assert following.span() == (WEDNESDAY - DAY, WEDNESDAY)
    following.asked(at(11, 59))
    assert following.span() is None
    assert following.seconds_left == 240.0
    now.at += 239
    assert following.span() is None
    now.at += 1
    assert following.span() == (WEDNESDAY - DAY, WEDNESDAY)
    following.asked(at(11))
    assert following.seconds_left == 300.0, "what stays old is given up and is not asked for without an end"
    now.at -= 86_400
    assert following.span() == (WEDNESDAY - 2 * DAY, WEDNESDAY - DAY), "the clock was put back"
    following.set_every(0.0)
    assert following.span() is None


@pytest.mark.parametrize(
    ("every", "hour", "requests", "wanted"),
    [(5.0, 12, 1, 60.0), (60.0, 12, 1, 60.0), (300.0, 12, 1, 300.0), (60.0, 0, 1, 120.0), (60.0, 12, 3, 180.0)],
)
def test_however_often_somebody_wants_it_a_minute_costs_one_request(
    every: float, hour: int, requests: int, wanted: float
) -> None:
    now = Now(at(hour, 30))
    following = Following(now.clock, lambda: requests)
    following.set_every(every)
    following.asked(now.at)
    assert following.seconds_left == wanted


def test_somebody_who_looks_does_not_wait_for_the_pace_of_the_background() -> None:
    now = Now(at(12))
    following = Following(now.clock, lambda: 1)
    following.set_every(300.0)
    following.asked(now.at)
    now.at += 61
    assert following.span() is None
    following.set_every(60.0)
    assert following.span() is not None


def test_what_could_not_be_kept_is_out_of_reach() -> None:
    now = Now(at(12))
    days = 30
    horizon = Horizon(now.clock, lambda: days)
    reach = Reach(now.clock, horizon)
    reach.days = 90
    assert reach.span() == (WEDNESDAY - 30 * DAY, WEDNESDAY - DAY)
    days = 7
    assert reach.span() == (WEDNESDAY - 7 * DAY, WEDNESDAY - DAY)
    assert horizon.within(WEDNESDAY - 40 * DAY, WEDNESDAY - 8 * DAY) is None
    assert Horizon(now.clock, None).within(date(2020, 1, 1), WEDNESDAY) == (date(2020, 1, 1), WEDNESDAY)
