"""The records of ended calls: which calls a question is about and the rows of each. How rows look is the faces'."""

from hashlib import blake2s

import msgspec

from supervisor_gui.simulator.answers import WITHHELD, full_name
from supervisor_gui.simulator.event_frames import CALLED_OUT, FIRST_ROW, MADE_INSIDE
from supervisor_gui.simulator.ledger import Ledger
from supervisor_gui.simulator.world import Call, CallKind, Leg, Offer

# The direction of a row (docs/protocol.md).
OUTGOING, INCOMING, MISSED, OUTGOING_UNANSWERED, INTERNAL, INTERNAL_UNANSWERED = range(6)


class RecordRow(msgspec.Struct, frozen=True):
    """One row of a call's record.

    Attributes:
        at: Epoch seconds at which the row's part of the call began.
        duration: Whole seconds of conversation.
        menu: The destination is a voice menu.
    """

    at: float
    destination: str
    source: str
    duration: int
    direction: int
    menu: bool = False

    @property
    def recorded(self) -> bool:
        """Whether a sound was kept: of every conversation."""
        return self.direction in {OUTGOING, INCOMING, INTERNAL}


def rows_of(call: Call, pbx: str) -> tuple[RecordRow, ...]:
    """The rows of an ended call in order of time.

    A caller who reached a queue has a row for the queue with the whole conversation, and one more for each telephone
    that rang; the one that was answered repeats the conversation as far as it had it. Each party the call was moved to
    has a row of its own.
    """
    rang = tuple(_offered(call, offer) for offer in call.offers)
    if call.queue or call.kind in MADE_INSIDE or call.kind is CallKind.REDIRECT or not rang:
        rang = (_whole(call, pbx), *rang)
    return (*rang, *(_moved(call, leg) for leg in call.moves))


def shown(call: Call) -> str:
    """The other party in a record: ten digits."""
    return _bare_number(call.number) or WITHHELD


def directory(call: Call) -> str:
    """The name and number of whoever called, as a switch writes them."""
    if call.caller_exten:
        return f'"{call.caller_exten}" <{call.caller_exten}>'
    return f'"{call.name}" <{call.number or WITHHELD}>'


def common_id(call: Call) -> int:
    """The number that the record's rows share."""
    return FIRST_ROW + call.sequence


def token(call: Call) -> str:
    """The part of a recording's address that stands for the call."""
    return f"{call.sequence:08x}{blake2s(call.id.encode(), digest_size=12).hexdigest()}"


def call_of_token(ledger: Ledger, text: str, now: float) -> Call | None:
    """The call of a recording's address, from a record (a token) or an event (the row's number in hex)."""
    try:
        number = int(text[:8], 16) if len(text) == 32 else int(text, 16) - FIRST_ROW
    except ValueError:
        return None
    call = ledger.call_numbered(number)
    if call is None or (len(text) == 32 and token(call) != text):
        return None
    return call if call.answered is not None and has_record(call, now) else None


def call_of_id(ledger: Ledger, unique_id: str, now: float) -> Call | None:
    """The ended call with an id, which may come without its prefix."""
    bare = bare_id(unique_id)
    sequence = bare.rpartition(".")[2]
    call = ledger.call_numbered(int(sequence)) if sequence.isascii() and sequence.isdigit() else None
    return call if call and bare_id(call.id) == bare and has_record(call, now) else None


def bare_id(unique_id: str) -> str:
    """A call's id without the prefix of its node."""
    return unique_id.rpartition("-")[2]


def has_record(call: Call, now: float) -> bool:
    """Whether a call has ended, so that its record can be had."""
    return call.ended is not None and call.ended <= now


def ended_between(ledger: Ledger, start: float, end: float, now: float) -> list[Call]:
    """The ended calls that arrived from `start` on and before `end`."""
    return [call for call in ledger.arrived_between(start, end) if has_record(call, now)]


def _whole(call: Call, pbx: str) -> RecordRow:
    row = RecordRow(call.arrived, _destination(call, pbx), _source(call), call.whole_talk, _direction(call))
    return msgspec.structs.replace(row, menu=row.destination == _own_menu(pbx))


def _offered(call: Call, offer: Offer) -> RecordRow:
    source = _source(call)
    if offer.outcome != "answered":
        return RecordRow(offer.at, offer.exten, source, 0, MISSED)
    left = call.transferred if call.transferred is not None else call.ended
    return RecordRow(offer.at, offer.exten, source, int(left or 0) - int(call.answered or 0), _direction(call))


def _moved(call: Call, leg: Leg) -> RecordRow:
    answered = leg.answered is not None
    seconds = int(leg.ended or 0) - int(leg.answered or 0) if answered else 0
    direction = _direction(call, answered=answered)
    return RecordRow(leg.moved or leg.at, _bare_number(leg.party), _source(call), seconds, direction)


def _source(call: Call) -> str:
    return call.caller_exten or shown(call)


def _destination(call: Call, pbx: str) -> str:
    if call.kind in MADE_INSIDE:
        return _bare_number(call.dialled_exten) or shown(call)
    if call.queue:
        return full_name(pbx, call.queue)
    if call.kind is CallKind.REDIRECT:
        return call.played[1] or call.dialled
    return _own_menu(pbx)


def _bare_number(party: str) -> str:
    return party.removeprefix("0")


def _own_menu(pbx: str) -> str:
    return f"menu-{pbx}"


def _direction(call: Call, *, answered: bool | None = None) -> int:
    """The direction of the whole call, or of a part of it that was `answered` or not."""
    if answered is None:
        answered = call.answered is not None
    if call.kind is CallKind.INTERNAL:
        return INTERNAL if answered else INTERNAL_UNANSWERED
    if call.kind in CALLED_OUT:
        return OUTGOING if answered else OUTGOING_UNANSWERED
    return INCOMING if answered else MISSED
