"""Status answers and boards for the live tests, spelt shortly. Nothing here asserts anything."""

from collections.abc import Iterable
from datetime import datetime

from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.live.board import Board
from supervisor_gui.live.items import EventSeen, Item, Rules, Snapshot
from supervisor_gui.live.limits import Limits, QueueLimits
from supervisor_gui.live.reduce import reduce
from supervisor_gui.netsantral.types import (
    AgentRow,
    AgentStatus,
    CallerRow,
    Event,
    EventKind,
    Membership,
    QueueRow,
    QueueStatus,
)

NOON = datetime(2025, 3, 4, 12, 0, tzinfo=PBX_ZONE).timestamp()
CUSTOMER = "05550001122"
OTHER_CUSTOMER = "05550001133"
RULES = Rules(limits=Limits(default=QueueLimits(threshold=20, short=5)), account="8501110000")


def agent(
    extension: str,
    status: AgentStatus = AgentStatus.IDLE,
    *,
    pause: str | None = None,
    membership: Membership = Membership.DYNAMIC,
    word: str = "",
) -> AgentRow:
    """An agent's row; `pause` is the reason of a break."""
    return AgentRow(
        extension=extension,
        status=status,
        status_word=word,
        membership=membership,
        paused=pause is not None,
        reason=pause or "",
    )


def queue(
    name: str,
    *agents: AgentRow,
    callers: Iterable[tuple[str, float]] = (),
    waiting: int | None = None,
    completed: int = 0,
    abandoned: int = 0,
    damaged: int = 0,
) -> QueueRow:
    """A queue's row; `waiting` is the count of callers unless told."""
    rows = tuple(CallerRow(number=number, wait=wait) for number, wait in callers)
    return QueueRow(
        name=name,
        full_name=f"8501110000-queue-{name}",
        agents=agents,
        callers=rows,
        waiting=len(rows) if waiting is None else waiting,
        completed=completed,
        abandoned=abandoned,
        damaged=damaged,
    )


def status(*queues: QueueRow, damaged: int = 0) -> QueueStatus:
    """An answer."""
    return QueueStatus(pbx="8501110000", queues=queues, damaged=damaged)


def seen(at: float, *queues: QueueRow, asked: float | None = None, whole: bool = True, damaged: int = 0) -> Snapshot:
    """An answer to "all queues" that came at noon plus `at` seconds."""
    return Snapshot(
        asked_at=NOON + (at if asked is None else asked),
        answered_at=NOON + at,
        status=status(*queues, damaged=damaged),
        whole=whole,
        queue="" if whole else queues[0].name if queues else "?",
    )


def one(at: float, row: QueueRow, asked: float | None = None) -> Snapshot:
    """An answer for one queue."""
    return seen(at, row, asked=asked, whole=False)


def told(
    at: float,
    kind: EventKind,
    call: str = "sip3-1675000033.1",
    *,
    extension: str = "",
    customer: str = CUSTOMER,
    queue: str = "",
    hold: int | None = None,
) -> EventSeen:
    """An event that came at noon plus `at` seconds."""
    event = Event(kind=kind, call=call, extension=extension, customer=customer, queue=queue, hold_time=hold)
    return EventSeen(event=event, at=NOON + at)


def board_of(*items: Item, rules: Rules = RULES, start: Board | None = None) -> Board:
    """The board after `items`."""
    board = start or Board()
    for item in items:
        board = reduce(board, item, rules)
    return board
