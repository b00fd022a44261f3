"""A waiting caller as a row, and the columns of the callers' table. No Qt objects, no colours."""

import msgspec

from supervisor_gui.i18n import QT_TRANSLATE_NOOP, translate
from supervisor_gui.live.board import Caller
from supervisor_gui.live.limits import QueueLimits
from supervisor_gui.text import clean, duration
from supervisor_gui.ui.board.context import Context
from supervisor_gui.ui.models.column import Column, muted_tone


class CallerRow(msgspec.Struct, frozen=True):
    """One waiting caller's row.

    Attributes:
        key: Queue and number, as the board keys them.
        order: Longest wait first.
        words: The number as this seat may see it, or that it is withheld.
        queue: The queue's name made safe for the screen.
        since: Epoch seconds at which the wait began.
        warn, limit: Seconds of waiting that are amber, red.
    """

    key: tuple[str, str]
    order: tuple[float, str]
    words: str
    queue: str
    since: float
    warn: float
    limit: float


def caller_row(caller: Caller, context: Context) -> CallerRow:
    """The row of `caller`."""
    limits: QueueLimits = context.limits.of(caller.queue)
    return CallerRow(
        key=(caller.queue, caller.number),
        order=(caller.since, caller.number),
        words=caller_words(caller, context),
        queue=clean(caller.queue, 40),
        since=caller.since,
        warn=limits.wait_warn,
        limit=limits.wait_red,
    )


def caller_words(caller: Caller, context: Context) -> str:
    """A caller's number, masked where this seat may not see it, with the withheld ones it stands for."""
    words = clean(context.policy.number(caller.number), 40) if caller.number else ""
    if not words:
        words = translate("Board", "number withheld")
    hidden = caller.hidden
    if hidden:
        words += "  " + translate("Board", "+%n number(s) withheld", None, hidden)
    return words


def wait_tone(row: CallerRow, now: float) -> str:
    """Red and amber by the queue's limits."""
    waited = now - row.since
    return "limit" if waited >= row.limit else "warn" if waited >= row.warn else "text"


def _words(row: CallerRow, _now: float) -> str:
    return row.words


def _number(row: CallerRow) -> str:
    return row.key[1]


def _queue(row: CallerRow, _now: float) -> str:
    return row.queue


def _wait(row: CallerRow, now: float) -> str:
    return duration(now - row.since)


def _by_words(row: CallerRow) -> str:
    return row.words


def _by_queue(row: CallerRow) -> str:
    return row.queue


def _by_wait(row: CallerRow) -> float:
    return -row.since


CALLER_COLUMNS: tuple[Column[CallerRow], ...] = (
    Column(
        key="number",
        header=QT_TRANSLATE_NOOP("Board", "Caller"),
        width=120,
        narrowest=94,
        text=_words,
        sort=_by_words,
        tip=_words,
        dials=_number,
        stretch=True,
    ),
    Column(
        key="queue",
        header=QT_TRANSLATE_NOOP("Board", "Queue"),
        width=90,
        narrowest=62,
        text=_queue,
        sort=_by_queue,
        tone=muted_tone,
        tip=_queue,
    ),
    Column(
        key="wait",
        header=QT_TRANSLATE_NOOP("Board", "Wait"),
        width=72,
        narrowest=62,
        text=_wait,
        sort=_by_wait,
        tone=wait_tone,
        right=True,
        ticks=True,
    ),
)
