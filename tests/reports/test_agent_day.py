"""Agents' stretches of one day and their totals against a walk through the day second by second."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.live.ports import StateInterval
from supervisor_gui.reports.agent_day import agent_rows, state_totals
from supervisor_gui.reports.periods import bounds

ACCOUNT = "8501110000"
DAY = date(2026, 11, 24)
BEGIN, END = bounds(DAY)
STEP = 900.0
"""Invented stretches begin and end on quarters of an hour, so that a walk in these steps sees all of them."""

NEXT_MORNING = END + 8 * 3_600
STATES = st.sampled_from(("idle", "ringing", "talking", "paused", "offline", "other"))
MOMENTS = st.integers(-20, 110).map(lambda quarter: BEGIN + quarter * STEP)
EXTENSIONS = st.sampled_from(("101", "102", "1001"))


def stretch(
    began: float,
    ended: float | None,
    state: str = "idle",
    extension: str = "101",
    reason: str = "",
    *,
    exact: bool = True,
) -> StateInterval:
    return StateInterval(ACCOUNT, extension, began, ended, state, reason, exact)


@st.composite
def stretches(draw: st.DrawFn) -> list[StateInterval]:
    """Days of a few agents; some stretches overlap and some last, as set clocks and lost programs leave them."""
    found = []
    for key in draw(st.sets(st.tuples(EXTENSIONS, MOMENTS), max_size=25)):
        extension, began = key
        length = draw(st.integers(0, 30))
        state = draw(STATES)
        reason = draw(st.sampled_from(("Mola", "Yemek"))) if state == "paused" else ""
        ended = None if draw(st.integers(0, 9)) == 0 else began + length * STEP
        found.append(stretch(began, ended, state, extension, reason, exact=draw(st.booleans())))
    return found


def state_at(intervals: Sequence[StateInterval], extension: str, moment: float) -> StateInterval | None:
    """The stretch an agent is in: the one that began last, unless it is over."""
    begun = [one for one in intervals if one.extension == extension and one.began <= moment]
    if not begun:
        return None
    last = max(begun, key=lambda one: one.began)
    return last if last.ended is None or last.ended > moment else None


@given(stretches(), st.integers(0, 110))
def test_the_day_is_what_a_walk_through_it_sees(intervals: list[StateInterval], quarters: int) -> None:
    now = BEGIN + quarters * STEP
    seen: dict[str, Counter[tuple[str, str]]] = {}
    moment = BEGIN
    while moment < min(END, now):
        for extension in ("101", "102", "1001"):
            one = state_at(intervals, extension, moment)
            if one is not None:
                seen.setdefault(extension, Counter())[one.state, one.reason] += 1
        moment += STEP

    rows = agent_rows(intervals, DAY, now)
    assert [extension for extension, _ in rows] == [one for one in ("101", "102", "1001") if one in seen]
    totals = state_totals(rows)
    assert {(one.extension, one.state, one.reason): one.seconds for one in totals} == {
        (extension, *key): times * STEP for extension, counted in seen.items() for key, times in counted.items()
    }
    for extension, cut in rows:
        edges = [edge for one in cut for edge in (one.began, one.ended)]
        assert edges == sorted(edges)
        assert edges[0] >= BEGIN
        assert edges[-1] <= min(END, now)
        assert sum(one.times for one in totals if one.extension == extension) == len(cut)


@given(stretches(), EXTENSIONS)
def test_one_agent_has_the_row_it_has_among_all(intervals: list[StateInterval], extension: str) -> None:
    everybody = agent_rows(intervals, DAY, NEXT_MORNING)
    alone = agent_rows(intervals, DAY, NEXT_MORNING, extension)
    assert alone == tuple(row for row in everybody if row[0] == extension)


def test_an_outside_number_is_found_as_it_is_kept() -> None:
    kept = [stretch(BEGIN, BEGIN + 60, extension="•••22")]
    assert len(agent_rows(kept, DAY, NEXT_MORNING, "05550000022")) == 1


def test_what_still_lasts_ends_now_and_what_began_yesterday_at_midnight() -> None:
    rows = agent_rows([stretch(BEGIN - 50, BEGIN + 10), stretch(BEGIN + 10, None, "talking")], DAY, BEGIN + 100)
    ((_, cut),) = rows
    assert [(one.began, one.ended, one.state) for one in cut] == [
        (BEGIN, BEGIN + 10, "idle"),
        (BEGIN + 10, BEGIN + 100, "talking"),
    ]


def test_only_what_began_unseen_within_the_day_may_have_been_longer() -> None:
    yesterday = stretch(BEGIN - 50, BEGIN + 10, exact=False)
    morning = stretch(BEGIN + 600, BEGIN + 700, "talking", exact=False)
    later = stretch(BEGIN + 900, BEGIN + 950, "talking")
    totals = state_totals(agent_rows([yesterday, morning, later], DAY, NEXT_MORNING))
    assert {one.state: (one.seconds, one.times, one.exact) for one in totals} == {
        "talking": (150.0, 2, False),
        "idle": (10.0, 1, True),
    }


def test_a_stretch_first_seen_at_midnight_is_exact_within_the_day() -> None:
    (found,) = state_totals(agent_rows([stretch(BEGIN, BEGIN + 10, exact=False)], DAY, NEXT_MORNING))
    assert found.exact


def test_breaks_are_told_apart_by_reason_the_longest_first() -> None:
    rows = [
        stretch(BEGIN, BEGIN + 100, "paused", reason="Mola"),
        stretch(BEGIN + 100, BEGIN + 400, "paused", reason="Yemek"),
        stretch(BEGIN + 400, BEGIN + 450, "paused", reason="Mola"),
        stretch(BEGIN + 450, BEGIN + 455, "talking", reason="unread"),
    ]
    totals = state_totals(agent_rows(rows, DAY, NEXT_MORNING))
    assert [(one.state, one.reason, one.seconds, one.times) for one in totals] == [
        ("talking", "", 5.0, 1),
        ("paused", "Yemek", 300.0, 1),
        ("paused", "Mola", 150.0, 2),
    ]


def test_a_day_that_has_not_begun_has_nobody() -> None:
    assert agent_rows([stretch(BEGIN - 50, None)], DAY, BEGIN - 10) == ()


@given(stretches())
def test_the_order_of_the_rows_read_does_not_matter(intervals: list[StateInterval]) -> None:
    assert agent_rows(list(reversed(intervals)), DAY, NEXT_MORNING) == agent_rows(intervals, DAY, NEXT_MORNING)
