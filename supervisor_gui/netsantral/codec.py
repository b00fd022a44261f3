"""Answers of the PBX as our own values: queue status and commands. It neither sends nor explains.

A whole, well-formed status is read in one strict step. Any oddity sends it through the lenient one, where a row that
cannot be read costs that row and is counted (docs/protocol.md, Queue status).
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, TypeVar

import msgspec

from supervisor_gui.netsantral.codec_refusals import refusal
from supervisor_gui.netsantral.codec_values import (
    LARGEST,
    UnreadableError,
    as_count,
    as_flag,
    as_seconds,
    as_text,
    read_json,
)
from supervisor_gui.netsantral.codec_words import DONE, NO_ERROR
from supervisor_gui.netsantral.errors import BadAnswer
from supervisor_gui.netsantral.names import WITHHELD, short_name
from supervisor_gui.netsantral.types import (
    AgentRow,
    AgentStatus,
    CallerRow,
    CommandAnswer,
    Membership,
    QueueRow,
    QueueStatus,
)

_STATUS: Mapping[str, AgentStatus] = {
    "unregister": AgentStatus.OFFLINE,
    "onhook": AgentStatus.TALKING,
    "empty": AgentStatus.IDLE,
    "ringing": AgentStatus.RINGING,
}
_MEMBERSHIP: Mapping[str, Membership] = {"static": Membership.STATIC, "dynamic": Membership.DYNAMIC}
_WITHHELD = WITHHELD | {""}
_PAUSED = frozenset({"true", "false"})
_ODD_CAP = 2 * 1024 * 1024
"""Bytes of an odd status that is read row by row; real ones, odd or not, stay under half of this."""

_SPARSEST = 40
"""Bytes that a row of an odd status stands for at the least; real ones take twice as many."""

Row = TypeVar("Row")
_Count = Annotated[int, msgspec.Meta(ge=0, le=LARGEST)]
_Name = Annotated[str, msgspec.Meta(min_length=1)]


class _WireAgent(msgspec.Struct):
    agent: _Name
    status: str
    membership: str
    paused: str
    reason: str


class _WireQueue(msgspec.Struct):
    queuename: _Name
    callers: dict[str, _Count]
    agents: list[_WireAgent]
    calls: _Count
    holdtime: _Count
    talktime: _Count
    completed: _Count
    abandoned: _Count = msgspec.field(name="abondaned")


class _WireStatus(msgspec.Struct):
    queues: list[_WireQueue]
    pbx_num: str = ""
    status: str = ""
    code: str = ""


_strict = msgspec.json.Decoder(_WireStatus)


class _Damage:
    """Reads the parts of one queue and counts those that cannot be read."""

    def __init__(self) -> None:
        self.count = 0

    def number(self, row: Mapping[str, Any], *names: str) -> int:
        """The first of `names` that is there, as a count; 0 and damaged when it is no count."""
        value = next((row[name] for name in names if name in row), None)
        try:
            return as_count(value)
        except UnreadableError:
            self.count += 1
            return 0


def decode_queue_status(body: bytes) -> QueueStatus:
    """The queues in an answer to a queue-status request.

    Raises:
        Refusal: The PBX said no.
        BadAnswer: Not JSON, or no list of queues in it.
    """
    try:
        wire = _strict.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return _lenient_status(body)
    if wire.status or wire.code:
        return _lenient_status(body)
    try:
        return QueueStatus(wire.pbx_num, tuple(map(_queue, wire.queues)))
    except UnreadableError:
        return _lenient_status(body)


def _queue(wire: _WireQueue) -> QueueRow:
    name = wire.queuename.strip()
    if not name:
        raise UnreadableError
    return QueueRow(
        name=short_name(name),
        full_name=name,
        agents=tuple(map(_agent, wire.agents)),
        callers=_merged(wire.callers.items()),
        waiting=max(wire.calls, len(wire.callers)),
        hold_time=wire.holdtime,
        talk_time=wire.talktime,
        completed=wire.completed,
        abandoned=wire.abandoned,
    )


def _agent(wire: _WireAgent) -> AgentRow:
    name = wire.agent.strip()
    status = _STATUS.get(wire.status)
    membership = _MEMBERSHIP.get(wire.membership)
    if not name or status is None or membership is None or wire.paused not in _PAUSED:
        raise UnreadableError
    return AgentRow(name, status, wire.status, membership, wire.paused == "true", wire.reason.strip())


def _lenient_status(body: bytes) -> QueueStatus:
    operation = "queue_status"
    if len(body) > _ODD_CAP or body.count(b"{") > 1000 + len(body) // _SPARSEST:
        raise BadAnswer(operation, "shape", details=f"{len(body)} bytes")
    answer = _object(operation, body)
    queues = answer.get("queues")
    refused = as_text(answer.get("status")).casefold() == "error" or as_text(answer.get("code")) not in NO_ERROR
    if refused or (queues is None and (as_text(answer.get("message")) or as_text(answer.get("error")))):
        raise refusal(operation, "pbx", answer)
    if isinstance(queues, dict):
        queues = [queues] if "queuename" in queues else list(queues.values())
    if not isinstance(queues, list):
        raise BadAnswer(operation, "shape")
    read = [_lenient_queue(row) for row in queues]
    whole = tuple(row for row in read if row is not None)
    return QueueStatus(as_text(answer.get("pbx_num")), whole, len(read) - len(whole))


def _lenient_queue(row: Any) -> QueueRow | None:
    name = as_text(row.get("queuename")) if isinstance(row, dict) else ""
    if not name:
        return None
    damage = _Damage()
    agents = _rows(row.get("agents"), _lenient_agent, damage)
    pairs = _rows(_caller_pairs(row.get("callers")), _lenient_caller, damage)
    return QueueRow(
        name=short_name(name),
        full_name=name,
        agents=agents,
        callers=_merged(pairs),
        waiting=max(damage.number(row, "calls"), len(pairs)),
        hold_time=damage.number(row, "holdtime"),
        talk_time=damage.number(row, "talktime"),
        completed=damage.number(row, "completed"),
        abandoned=damage.number(row, "abondaned", "abandoned"),
        damaged=damage.count,
    )


def _rows(value: Any, read: Callable[[Any], Row], damage: _Damage) -> tuple[Row, ...]:
    if isinstance(value, dict):
        value = list(value.values())
    if not isinstance(value, list):
        damage.count += int(value not in {None, ""})
        return ()
    rows = []
    for item in value:
        try:
            rows.append(read(item))
        except UnreadableError:
            damage.count += 1
    return tuple(rows)


def _lenient_agent(row: Any) -> AgentRow:
    name = as_text(row.get("agent")) if isinstance(row, dict) else ""
    if not name:
        raise UnreadableError
    word = as_text(row.get("status"))
    return AgentRow(
        extension=name,
        status=_STATUS.get(word.casefold(), AgentStatus.OTHER),
        status_word=word,
        membership=_MEMBERSHIP.get(as_text(row.get("membership")).casefold(), Membership.OTHER),
        paused=as_flag(row.get("paused")),
        reason=as_text(row.get("reason")),
    )


def _caller_pairs(value: Any) -> Any:
    """Callers as a list of (number, wait); an empty PHP array comes as a list, a full one as an object."""
    if isinstance(value, dict):
        return list(value.items())
    if not isinstance(value, list):
        return value
    return [next(iter(item.items())) if isinstance(item, dict) and len(item) == 1 else item for item in value]


def _lenient_caller(pair: Any) -> tuple[str, int]:
    if not isinstance(pair, tuple):
        raise UnreadableError
    return pair[0], as_seconds(pair[1])


def _merged(pairs: Iterable[tuple[str, int]]) -> tuple[CallerRow, ...]:
    """One row a number; those who withhold theirs share one, with the longest wait among them."""
    waits: dict[str, int] = {}
    for number, wait in pairs:
        shown = "" if number.strip().casefold() in _WITHHELD else number.strip()
        waits[shown] = max(wait, waits.get(shown, 0))
    return tuple(CallerRow(number, float(wait)) for number, wait in waits.items())


def decode_agent_command(operation: str, body: bytes) -> CommandAnswer:
    """The answer to login, logoff or pause of an agent.

    Raises:
        Refusal: The PBX said no.
        BadAnswer: Not JSON, or neither yes nor no in it.
    """
    answer = _object(operation, body)
    status, message = as_text(answer.get("status")), as_text(answer.get("message"))
    code = as_text(answer.get("code"))
    done = status.casefold() in DONE or (not status and message.casefold() in DONE)
    if done and code in NO_ERROR:
        return CommandAnswer(message or status, as_text(answer.get("crm_id")))
    if not (status or message or code or as_text(answer.get("error"))):
        raise BadAnswer(operation, "shape")
    raise refusal(operation, "pbx", answer)


def decode_number_command(operation: str, body: bytes) -> CommandAnswer:
    """The answer to adding or removing an outside number, which tells success by its code alone.

    Raises:
        Refusal: The service said no.
        BadAnswer: Not JSON, or no code in it.
    """
    answer = _object(operation, body)
    code = as_text(answer.get("code"))
    if code == "200":
        return CommandAnswer(as_text(answer.get("message")))
    if not (code or as_text(answer.get("error"))):
        raise BadAnswer(operation, "shape")
    raise refusal(operation, "queue_numbers", answer)


def _object(operation: str, body: bytes) -> dict[str, Any]:
    answer = read_json(operation, body)
    if not isinstance(answer, dict):
        raise BadAnswer(operation, "shape")
    return answer
