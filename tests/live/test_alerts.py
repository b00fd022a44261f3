"""When a limit counts as broken, and that a beep is asked for once."""

from hypothesis import given
from hypothesis import strategies as st

from supervisor_gui.live.alerts import Alarm, Alarms, Judge, Level
from supervisor_gui.live.board import Board
from supervisor_gui.live.limits import BreakReason, Limits, QueueLimits
from supervisor_gui.netsantral.types import AgentStatus
from tests.live.boards import CUSTOMER, NOON, agent, board_of, queue, seen

LIMITS = Limits(
    default=QueueLimits(waiting_warn=2, waiting_red=4, wait_warn=0, wait_red=0, min_free=0),
    reasons=(BreakReason("Çay", 5, 10), BreakReason("Öğle", 0, 0)),
    other_break=BreakReason("", 15, 20),
    rise=10.0,
    fall=20.0,
)
FREE_LIMIT = Limits(default=QueueLimits(waiting_warn=0, waiting_red=0, wait_warn=0, wait_red=0, min_free=2))


def waiting(count: int) -> Board:
    return board_of(seen(0, queue("Destek", agent("101"), agent("102"), waiting=count)))


def test_a_limit_counts_only_after_it_was_broken_for_the_hold_off():
    judge = Judge()
    for second in range(10):
        assert not judge.step(waiting(4), LIMITS, NOON + second).levels
    alarms = judge.step(waiting(4), LIMITS, NOON + 10)
    assert alarms.level("waiting", "Destek") is Level.RED
    assert alarms.turned_red == (Alarm("waiting", "Destek", Level.RED, NOON + 10),)


def test_a_figure_on_the_edge_raises_nothing():
    judge = Judge()
    for second in range(60):
        assert not judge.step(waiting(4 if second % 8 < 7 else 1), LIMITS, NOON + second).levels


def test_an_alarm_goes_only_after_it_was_well_for_the_hold_off():
    judge = Judge()
    judge.step(waiting(4), LIMITS, NOON)
    assert judge.step(waiting(4), LIMITS, NOON + 10).of_queue("Destek") is Level.RED
    for second in range(11, 31):
        assert judge.step(waiting(0), LIMITS, NOON + second).of_queue("Destek") is Level.RED
    assert judge.step(waiting(0), LIMITS, NOON + 31).of_queue("Destek") is Level.OK


def test_amber_shows_while_red_is_not_sure():
    judge = Judge()
    judge.step(waiting(2), LIMITS, NOON)
    judge.step(waiting(4), LIMITS, NOON + 5)
    alarms = judge.step(waiting(4), LIMITS, NOON + 10)
    assert alarms.of_queue("Destek") is Level.WARN
    assert not alarms.turned_red


def test_red_is_told_once_and_keeps_its_beginning():
    judge = Judge()
    judge.step(waiting(4), LIMITS, NOON)
    first = judge.step(waiting(4), LIMITS, NOON + 10)
    again = judge.step(waiting(5), LIMITS, NOON + 11)
    assert first.turned_red
    assert not again.turned_red
    assert again.levels == first.levels


def test_a_queue_that_is_gone_has_no_alarm():
    judge = Judge()
    judge.step(waiting(4), LIMITS, NOON)
    judge.step(waiting(4), LIMITS, NOON + 10)
    assert not judge.step(Board(), LIMITS, NOON + 11).levels


def test_a_long_wait_breaks_its_limit_without_any_news():
    limits = Limits(
        default=QueueLimits(waiting_warn=0, waiting_red=0, wait_warn=30, wait_red=60, min_free=0), rise=0.0, fall=0.0
    )
    judge = Judge()
    board = board_of(seen(0, queue("Destek", agent("101"), callers=[(CUSTOMER, 25)])))
    assert judge.step(board, limits, NOON).level("wait", "Destek") is Level.OK
    assert judge.step(board, limits, NOON + 5).level("wait", "Destek") is Level.WARN
    assert judge.step(board, limits, NOON + 35).level("wait", "Destek") is Level.RED


def test_too_few_free_agents_is_red_only_while_somebody_waits():
    judge = Judge()
    one_free = board_of(seen(0, queue("Destek", agent("101"), agent("102", AgentStatus.TALKING), waiting=1)))
    nobody_waits = board_of(seen(0, queue("Destek", agent("101"))))
    judge.step(one_free, FREE_LIMIT, NOON)
    assert judge.step(one_free, FREE_LIMIT, NOON + 10).level("free", "Destek") is Level.RED
    other = Judge()
    other.step(nobody_waits, FREE_LIMIT, NOON)
    assert not other.step(nobody_waits, FREE_LIMIT, NOON + 60).levels


def test_a_queues_own_limits_count_before_the_common_ones():
    limits = Limits(default=LIMITS.default, queues={"Destek": QueueLimits(1, 2, 0, 0, 0)}, rise=0.0, fall=0.0)
    assert Judge().step(waiting(2), limits, NOON).of_queue("Destek") is Level.RED


def on_break(reason: str, status: AgentStatus = AgentStatus.IDLE) -> Board:
    return board_of(
        seen(0, queue("Destek", agent("101"))), seen(30, queue("Destek", agent("101", status, pause=reason)))
    )


def test_a_break_is_judged_by_its_reason_and_at_once():
    judge = Judge()
    board = on_break("Çay")
    assert judge.step(board, LIMITS, NOON + 30 + 299).of_agent("101") is Level.OK
    assert judge.step(board, LIMITS, NOON + 30 + 300).of_agent("101") is Level.WARN
    alarms = judge.step(board, LIMITS, NOON + 30 + 600)
    assert alarms.turned_red == (Alarm("break", "101", Level.RED, NOON + 630),)
    assert judge.step(board_of(seen(0, queue("Destek", agent("101")))), LIMITS, NOON + 640).of_agent("101") is Level.OK


def test_a_break_without_a_limit_is_never_over():
    assert not Judge().step(on_break("Öğle"), LIMITS, NOON + 90000).levels


def test_an_unknown_reason_has_the_common_limit():
    assert Judge().step(on_break("Namaz"), LIMITS, NOON + 30 + 1200).of_agent("101") is Level.RED


def test_who_talks_or_is_in_another_queue_is_not_on_a_break():
    assert not Judge().step(on_break("Çay", AgentStatus.TALKING), LIMITS, NOON + 9000).levels
    partly = board_of(seen(0, queue("Destek", agent("101", pause="Çay")), queue("Satis", agent("101"))))
    assert not Judge().step(partly, LIMITS, NOON + 9000).levels


def test_a_clock_that_is_set_back_does_not_hold_an_alarm_for_ever():
    judge = Judge()
    judge.step(waiting(4), LIMITS, NOON + 5000)
    judge.step(waiting(4), LIMITS, NOON)
    assert judge.step(waiting(4), LIMITS, NOON + 10).of_queue("Destek") is Level.RED


@given(st.lists(st.integers(0, 6), min_size=1, max_size=70))
def test_a_level_changes_only_after_its_hold_off(counts):
    judge = Judge()
    boards = [waiting(count) for count in range(7)]
    shown: list[Level] = []
    for second, count in enumerate(counts):
        shown.append(judge.step(boards[count], LIMITS, NOON + second).of_queue("Destek"))
        raw = [Level.RED if one >= 4 else Level.WARN if one >= 2 else Level.OK for one in counts[: second + 1]]
        before = shown[-2] if second else Level.OK
        if shown[-1] > before:
            assert len(raw) > 10
            assert min(raw[-11:]) >= shown[-1]
        if shown[-1] < before:
            assert max(raw[-21:]) < before


def test_no_alarms_is_everything_ok():
    assert Alarms().of_queue("Destek") is Level.OK
    assert Alarms().of_agent("101") is Level.OK
