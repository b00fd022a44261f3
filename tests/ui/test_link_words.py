"""How old the board looks and what the status line says of the link: boundaries and words."""

import pytest

from supervisor_gui.live.status import Link, PollStatus
from supervisor_gui.netsantral.errors import BadAnswer, LimitReached
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.netsantral.types import StreamChange, StreamState
from supervisor_gui.ui import link_words
from supervisor_gui.ui.link_words import Freshness

AT = 1_800_000_000.0


def seen(seconds_ago: float, interval: float = 30.0) -> Freshness:
    return link_words.freshness(PollStatus(link=Link.OK, last_ok=AT - seconds_ago, interval=interval), AT)


@pytest.mark.parametrize(
    ("age", "interval", "level"),
    [
        (0.0, 30.0, Freshness.FRESH),
        (45.0, 30.0, Freshness.FRESH),
        (45.1, 30.0, Freshness.DIM),
        (89.9, 30.0, Freshness.DIM),
        (90.0, 30.0, Freshness.GREY),
        (119.9, 60.0, Freshness.DIM),
        (120.0, 60.0, Freshness.GREY),
        (120.0, 600.0, Freshness.GREY),
        (119.9, 600.0, Freshness.FRESH),
        (-5.0, 30.0, Freshness.FRESH),
    ],
)
def test_dim_after_one_and_a_half_intervals_grey_after_three_or_two_minutes(
    age: float, interval: float, level: Freshness
) -> None:
    assert seen(age, interval) is level


def test_before_the_first_answer_there_is_no_age() -> None:
    assert link_words.freshness(PollStatus(), AT) is Freshness.NEVER
    assert link_words.freshness(PollStatus(), AT, AT - 5) is Freshness.GREY, "a board of the run before"
    assert link_words.age_words(0.0, AT) == "no data yet"


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (-3, "0 s ago"),
        (59.9, "59 s ago"),
        (60, "1 min ago"),
        (3599, "59 min ago"),
        (3600, "1 h 0 min ago"),
        (90061, "25 h 1 min ago"),
    ],
)
def test_the_age_is_said_in_the_unit_that_fits(age: float, words: str) -> None:
    assert link_words.age_words(AT - age, AT) == words


@pytest.mark.parametrize("link", list(Link))
def test_every_state_of_the_link_has_words(link: Link) -> None:
    assert link_words.link_words(PollStatus(link=link))


def test_a_failure_is_said_by_what_happened() -> None:
    broken, limited = BadAnswer("queue_status", "html"), LimitReached("queue_status", "limit", code="100")
    assert link_words.link_words(PollStatus(link=Link.FAILING, error=broken)) == explain(broken).title
    assert link_words.link_words(PollStatus(link=Link.LIMITED, error=limited)) == explain(limited).title
    assert link_words.link_words(PollStatus(link=Link.OK, error=broken)) == "connected"


def test_the_budget_says_what_is_left_and_when_the_next_query_goes() -> None:
    status = PollStatus(link=Link.OK, left=1, limit=2, next_at=AT + 12.4)
    assert link_words.budget_words(status, AT) == "Queue queries 1/2 · next in 12 s"
    assert link_words.budget_words(status, AT + 20) == "Queue queries 1/2"
    stopped = PollStatus(link=Link.NEEDS_PASSWORD, left=1, limit=2, next_at=AT + 12)
    assert "next" not in link_words.budget_words(stopped, AT)


@pytest.mark.parametrize("state", list(StreamState))
def test_every_state_of_the_stream_has_words(state: StreamState) -> None:
    assert "events" in link_words.stream_words(StreamChange(state))


@pytest.mark.parametrize(
    ("encrypted", "events", "words"),
    [
        (True, False, "encrypted"),
        (True, True, "⚠ events are not encrypted"),
        (False, False, "⚠ PBX connection is not encrypted"),
        (False, True, "⚠ PBX connection and events are not encrypted"),
    ],
)
def test_what_travels_readable_is_named(encrypted: bool, events: bool, words: str) -> None:
    assert link_words.encryption_words(PollStatus(encrypted=encrypted), events) == words


def test_advice_names_another_program_a_broken_ledger_and_queues_that_grow_old() -> None:
    assert link_words.advice_words(PollStatus(), AT) == ""
    assert "Another program" in link_words.advice_words(PollStatus(other_program=True), AT)
    assert "ledger" in link_words.advice_words(PollStatus(budget_problem="memory"), AT)
    ages = {"Destek": AT - 30, "Satış": AT - 200}
    assert "the oldest is 3 min old" in link_words.advice_words(PollStatus(per_queue=True, ages=ages), AT)
    assert link_words.advice_words(PollStatus(per_queue=False, ages=ages), AT) == ""
    young = {"Destek": AT - 30, "Satış": AT - 180}
    assert link_words.advice_words(PollStatus(per_queue=True, ages=young), AT) == ""


def test_a_queue_that_never_answered_gives_no_absurd_age() -> None:
    words = link_words.advice_words(PollStatus(per_queue=True, ages={"Destek": AT - 10, "Satış": 0.0}), AT)
    assert words == ""
