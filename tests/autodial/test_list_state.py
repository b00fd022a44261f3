"""What a list's words mean: its state, whether it is within its hours, and how near its stop rule is."""

from datetime import date, datetime, time

import pytest

from supervisor_gui.autodial.list_state import NEAR, calls_now, state_of, stop_share
from supervisor_gui.autodial.values import KeptList, ListFigures, ListState, ShownList
from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.netsantral.types_autodial import AutodialList, StopRule

LIST = AutodialList(
    "12501", first_day=date(2026, 3, 2), last_day=date(2026, 3, 4), from_time=time(9), until_time=time(18, 30)
)


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("0", ListState.NEW),
        ("1", ListState.RUNNING),
        (" 2 ", ListState.STOPPED),
        ("", ListState.OTHER),
        ("bitti", ListState.OTHER),
    ],
)
def test_the_word_of_a_list_is_its_state(word: str, state: ListState) -> None:
    assert state_of(AutodialList("1", status=word)) is state


@pytest.mark.parametrize(
    ("day", "hour", "within"),
    [
        (1, "12:00", False),
        (2, "08:59", False),
        (2, "09:00", True),
        (4, "18:29", True),
        (4, "18:30", False),
        (5, "12:00", False),
    ],
)
def test_a_list_calls_within_its_days_and_hours_of_turkish_time(day: int, hour: str, within: bool) -> None:
    moment = datetime.combine(date(2026, 3, day), time.fromisoformat(hour), PBX_ZONE)
    assert calls_now(LIST, moment.timestamp()) is within


def test_hours_that_are_not_told_are_not_guessed() -> None:
    assert calls_now(AutodialList("1", first_day=date(2026, 3, 2)), 0.0) is None


SHARES: list[tuple[StopRule, int, float]] = [
    (StopRule.REACHED_COUNT, 60, 0.5),
    (StopRule.REACHED_PERCENT, 30, 0.5),
    (StopRule.FAILED_COUNT, 100, 0.5),
    (StopRule.FAILED_PERCENT, 25, 1.0),
    (StopRule.TOTAL_COUNT, 40, 2.0),
    (StopRule.TOTAL_PERCENT, 80, 0.5),
]


@pytest.mark.parametrize(("rule", "limit", "share"), SHARES)
def test_a_stop_rule_is_used_up_by_the_calls_it_counts(rule: StopRule, limit: int, share: float) -> None:
    kept = KeptList("1", 0.0, stop_rule=rule, stop_limit=limit)
    shown = ShownList(LIST, ListState.RUNNING, ListFigures(never=100, reached=30, failed=50, retry=20), kept)
    assert stop_share(shown) == pytest.approx(share)


@pytest.mark.parametrize(
    "shown",
    [
        ShownList(LIST, ListState.RUNNING, ListFigures(), None),
        ShownList(LIST, ListState.RUNNING, ListFigures(), KeptList("1", 0.0)),
        ShownList(LIST, ListState.RUNNING, None, KeptList("1", 0.0, stop_rule=StopRule.FAILED_COUNT, stop_limit=5)),
    ],
    ids=["made elsewhere", "no rule", "no report yet"],
)
def test_without_a_rule_or_figures_there_is_no_share(shown: ShownList) -> None:
    assert stop_share(shown) is None


def test_an_empty_list_is_not_near_its_rule() -> None:
    kept = KeptList("1", 0.0, stop_rule=StopRule.FAILED_PERCENT, stop_limit=5)
    share = stop_share(ShownList(LIST, ListState.RUNNING, ListFigures(), kept))
    assert share is not None
    assert share < NEAR
