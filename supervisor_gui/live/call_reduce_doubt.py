"""Calls nobody speaks of any more: what the board shows of them, and when they are doubted and given up."""

import msgspec

from supervisor_gui.clock import pbx_midnight
from supervisor_gui.live.board import Agent, Board
from supervisor_gui.live.call_reduce_state import CallLog, finish, put
from supervisor_gui.live.live_calls import CallDirection, CallState, LiveCall
from supervisor_gui.netsantral.types import AgentStatus

SILENCE = 600.0
"""Seconds without an event after which a call is doubted, unless the board shows that it goes on."""

DOUBT = 120.0
"""Seconds for which a doubted call is still shown."""

SETTLED = 3.0
"""Seconds after an event before a status answer is asked for that is taken to know of it."""

_FREE = frozenset({AgentStatus.IDLE, AgentStatus.RINGING, AgentStatus.OFFLINE})


def apply_board(log: CallLog, board: Board, at: float) -> CallLog:
    """The log after the board changed."""
    for call in tuple(log.live.values()):
        log = _compared(log, call, board, at)
    return log


def apply_tick(log: CallLog, board: Board, at: float) -> CallLog:
    """The log at epoch seconds `at`: silent calls are doubted, doubted ones given up, yesterday's forgotten."""
    for call in tuple(log.live.values()):
        log = _judged(log, call, board, at)
    day = pbx_midnight(at)
    if log.ended and log.ended[-1].ended < day:
        log = msgspec.structs.replace(log, ended=tuple(call for call in log.ended if call.ended >= day))
    return log


def _compared(log: CallLog, call: LiveCall, board: Board, at: float) -> CallLog:
    asked = _asked(call, board)
    note = log.note(call.key)
    if asked <= max(call.seen + SETTLED, note.asked):
        return log
    call = _with_queue(call, board)
    if not _gone(call, board):
        kept = msgspec.structs.replace(note, misses=0, asked=asked)
        return put(log, call, kept)
    note = msgspec.structs.replace(note, idle=True, misses=note.misses + 1, asked=asked)
    if not log.stream and note.misses >= 2:
        if call.state is CallState.TALKING:
            return finish(log, call, at)
        call = msgspec.structs.replace(call, doubted=call.doubted or at)
    return put(log, call, note)


def _judged(log: CallLog, call: LiveCall, board: Board, at: float) -> CallLog:
    note = log.note(call.key)
    silent = at - call.seen
    limit = note.patience or SILENCE
    if call.doubted:
        if not note.idle and not note.elsewhere and _goes_on(call, board):
            return put(log, msgspec.structs.replace(call, doubted=0.0), note)
        if at - call.doubted >= DOUBT and silent >= limit + DOUBT:
            return finish(log, call, at)
        return log
    if silent < limit or (not note.idle and _goes_on(call, board)):
        return log
    return put(log, msgspec.structs.replace(call, doubted=at), note)


def _agents(call: LiveCall, board: Board) -> tuple[Agent, ...]:
    """Those of the board who talk in this call as far as we know."""
    sides = (call.extension, call.number if call.direction is CallDirection.INTERNAL else "")
    return tuple(board.agents[side] for side in sides if side and side in board.agents)


def _asked(call: LiveCall, board: Board) -> float:
    """Epoch seconds at which the newest status answer was asked for that can tell about the call; 0 when none can."""
    if call.state is CallState.TALKING:
        names = [name for agent in _agents(call, board) for name in agent.members]
    elif call.queue:
        names = [call.queue]
    else:
        # A caller in no known queue is looked for in all of them.
        return board.updated
    return max((board.queues[name].asked for name in names if name in board.queues), default=0.0)


def _gone(call: LiveCall, board: Board) -> bool:
    """Whether the board shows that the call does not stand as we have it."""
    if call.state is CallState.TALKING:
        return any(agent.status in _FREE for agent in _agents(call, board))
    if call.direction is CallDirection.INCOMING and call.queue and call.number:
        return (call.queue, call.number) not in board.callers and not _unlike(call, board)
    return False


def _goes_on(call: LiveCall, board: Board) -> bool:
    """Whether the board, asked after the last event, shows that the call goes on."""
    if call.state is CallState.ORDERED or _asked(call, board) <= call.seen:
        return False
    if call.state is CallState.TALKING:
        agents = _agents(call, board)
        return bool(agents) and all(agent.status not in _FREE for agent in agents)
    return bool(call.queue and call.number) and ((call.queue, call.number) in board.callers or _unlike(call, board))


def _unlike(call: LiveCall, board: Board) -> bool:
    """Whether the queue shows this caller in another spelling of the number."""
    tail = call.number.lstrip("0")
    return bool(tail) and any(queue == call.queue and number.endswith(tail) for queue, number in board.callers)


def _with_queue(call: LiveCall, board: Board) -> LiveCall:
    """A caller whose entry into a queue was lost stands there on the board."""
    if call.state is not CallState.WAITING or call.queue or not call.number:
        return call
    queue = next((queue for queue, number in board.callers if number == call.number), "")
    return msgspec.structs.replace(call, queue=queue)
