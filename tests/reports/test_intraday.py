"""The minutes of one day against plain loops over invented samples and states."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.live.ports import MinuteSample, StateInterval
from supervisor_gui.reports.figures import MinuteFigures
from supervisor_gui.reports.intraday import count_minutes
from supervisor_gui.reports.periods import bounds

ACCOUNT = "8501110000"
DAY = date(2026, 11, 24)
BEGIN, END = bounds(DAY)
FIRST = int(BEGIN // 60)
QUEUES = ("destek", "satis")
EVENING = END + 3_600
SHORT = 12
"""Invented things happen within the first minutes of the day, so that they meet."""

NUMBERS = st.integers(0, 9)


def sample(minute: int, queue: str = "destek", **figures: int) -> MinuteSample:
    """One queue in one minute of the day; what is not said is 0."""
    usual = dict.fromkeys(
        ("waiting", "longest", "idle", "ringing", "talking", "paused", "offline", "completed", "abandoned"), 0
    )
    return MinuteSample(account=ACCOUNT, minute=FIRST + minute, queue=queue, **usual | figures)


@st.composite
def samples(draw: st.DrawFn) -> list[MinuteSample]:
    """Some minutes of two queues, some of other days."""
    keys = draw(st.sets(st.tuples(st.integers(-3, SHORT), st.sampled_from(QUEUES)), max_size=20))
    names = ("waiting", "longest", "idle", "ringing", "talking", "paused", "offline")
    return [sample(minute, queue, **{name: draw(NUMBERS) for name in names}) for minute, queue in sorted(keys)]


@st.composite
def states(draw: st.DrawFn) -> list[StateInterval]:
    """A few agents' states, one after the other with gaps, some of which last."""
    found = []
    for extension in ("101", "102", "103"):
        at = BEGIN - 90.0
        for _ in range(draw(st.integers(0, 5))):
            began = at + draw(st.integers(0, 200))
            at = began + draw(st.integers(1, 200))
            state = draw(st.sampled_from(("idle", "ringing", "talking", "paused", "offline", "other")))
            found.append(StateInterval(ACCOUNT, extension, began, at, state))
        if found and draw(st.booleans()):
            found.append(StateInterval(ACCOUNT, extension, at, None, "paused"))
    return found


def minutes(samples: list[MinuteSample], intervals: list[StateInterval], queue: str, now: float = EVENING):
    found = count_minutes(samples, intervals, DAY, queue, now)
    assert [one.minute for one in found] == list(range(1_440))
    return found


@given(samples(), states(), st.integers(0, 60 * SHORT))
def test_one_queue_shows_its_own_samples_of_minutes_that_are_over(
    rows: list[MinuteSample], intervals: list[StateInterval], seconds: int
) -> None:
    found = minutes(rows, intervals, "satis", BEGIN + seconds)
    expected = [MinuteFigures(minute=minute) for minute in range(1_440)]
    for row in rows:
        minute = row.minute - FIRST
        if row.queue == "satis" and minute >= 0 and (minute + 1) * 60 <= seconds:
            expected[minute] = MinuteFigures(
                minute, row.waiting, row.longest, row.idle, row.ringing, row.talking, row.paused
            )
    assert list(found) == expected


@given(samples(), states(), st.integers(0, 60 * SHORT))
def test_all_queues_add_callers_up_and_count_each_agent_once(
    rows: list[MinuteSample], intervals: list[StateInterval], seconds: int
) -> None:
    now = BEGIN + seconds
    found = minutes(rows, intervals, "", now)
    for minute in range(SHORT + 2):
        end = BEGIN + (minute + 1) * 60
        mine = [row for row in rows if row.minute == FIRST + minute]
        there = [one for one in intervals if one.began < end and (one.ended is None or one.ended >= end)]
        if end > now:
            assert found[minute] == MinuteFigures(minute=minute)
            continue
        assert found[minute].waiting == (sum(row.waiting for row in mine) if mine else None)
        assert found[minute].longest == max((row.longest for row in mine), default=None)
        if there:
            for state in ("idle", "ringing", "talking", "paused"):
                assert getattr(found[minute], state) == sum(one.state == state for one in there)
        elif not mine or any(row.idle + row.ringing + row.talking + row.paused + row.offline for row in mine):
            assert found[minute].idle is None
        else:
            assert found[minute].idle == 0


def test_an_agent_in_two_queues_counts_once_over_both() -> None:
    rows = [sample(5, "destek", idle=1, waiting=2, longest=9), sample(5, "satis", idle=1, waiting=1, longest=30)]
    state = StateInterval(ACCOUNT, "101", BEGIN, None, "idle")
    assert minutes(rows, [state], "")[5] == MinuteFigures(5, 3, 30, 1, 0, 0, 0)
    assert minutes(rows, [state], "satis")[5] == MinuteFigures(5, 1, 30, 1, 0, 0, 0)


def test_states_last_to_the_end_of_the_day_and_no_further() -> None:
    state = StateInterval(ACCOUNT, "101", BEGIN - 600, None, "talking")
    assert {one.talking for one in minutes([], [state], "", EVENING)} == {1}


def test_a_day_that_nobody_watched_is_empty() -> None:
    empty = tuple(MinuteFigures(minute=minute) for minute in range(1_440))
    assert minutes([], [], "") == empty
    assert minutes([], [], "destek") == empty
    assert minutes([sample(3)], [], "", BEGIN - 3_600) == empty
