"""Events, orders and boards of calls, spelt shortly. Nothing here asserts anything."""

from typing import Any

from supervisor_gui.live.board import Board
from supervisor_gui.live.call_commands import CallCommand, CallOrder
from supervisor_gui.live.call_reduce import apply_event
from supervisor_gui.live.call_reduce_doubt import apply_board, apply_tick
from supervisor_gui.live.call_reduce_orders import apply_order
from supervisor_gui.live.call_reduce_state import CallLog
from supervisor_gui.live.commands import Outcome
from supervisor_gui.live.live_calls import LiveCall
from supervisor_gui.netsantral.types import AgentStatus, Event, EventKind
from tests.live.boards import CUSTOMER, NOON, agent, board_of, queue, seen

CALL = "sip3-1675000033.1"

Step = tuple[float, Event] | tuple[float, CallOrder] | tuple[float, Board] | float


def event(kind: EventKind, extension: str = "", customer: str = CUSTOMER, *, call: str = CALL, **fields: Any) -> Event:
    """An event of a call."""
    return Event(kind=kind, call=call, extension=extension, customer=customer, **fields)


def order(command: CallCommand, outcome: Outcome = Outcome.SENT, **fields: Any) -> CallOrder:
    """An order given at noon."""
    return CallOrder(id=fields.pop("id", 1), command=command, outcome=outcome, started=NOON, **fields)


def shown(at: float, *statuses: tuple[str, AgentStatus], callers: tuple[str, ...] = ()) -> Board:
    """A board whose only status answer was asked for at noon plus `at` seconds; all are in one queue."""
    rows = [agent(extension, status) for extension, status in statuses]
    return board_of(seen(at, queue("Destek", *rows, callers=[(number, 5.0) for number in callers])))


def log_of(*steps: Step, stream: bool = True, start: CallLog | None = None) -> CallLog:
    """The calls after events, orders and boards at seconds after noon; a number alone lets time go on till then."""
    log, board = start or CallLog(stream=stream), Board()
    for step in steps:
        if isinstance(step, int | float):
            log = apply_tick(log, board, NOON + step)
            continue
        at, what = NOON + step[0], step[1]
        if isinstance(what, Event):
            log = apply_event(log, what, at)
        elif isinstance(what, CallOrder):
            log = apply_order(log, what, at)
        else:
            board = what
            log = apply_board(log, what, at)
    return log


def only(log: CallLog) -> LiveCall:
    """The one running call."""
    [call] = log.live.values()
    return call
