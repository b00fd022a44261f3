"""What is to be kept of a call, worked out from the simulator's ledger alone. Nothing that folds or keeps is used.

A call is a row of the control face's `/ledger`. The rules are those of docs/protocol.md, Call records.
"""

from collections.abc import Iterable

from supervisor_gui.history.record_values import KeptLeg, RecordedCall
from supervisor_gui.netsantral.types_records import Direction
from supervisor_gui.simulator.event_frames import FIRST_ROW
from tests.helpers.recount import DIRECTIONS, Truth, direction, talk
from tests.helpers.wire_server import ACCOUNT

PLAYED = frozenset({"Duyuru", "Menu"})
"""Where a called number may be led beside queues; the ledger does not tell it."""

MENU = f"menu-{ACCOUNT}"
WORDS = {
    Direction.OUTGOING: "0",
    Direction.INCOMING: "1",
    Direction.MISSED: "2",
    Direction.UNANSWERED: "3",
    Direction.INTERNAL: "4",
    Direction.INTERNAL_UNANSWERED: "5",
}
TALKED = frozenset({Direction.OUTGOING, Direction.INCOMING, Direction.INTERNAL})


def is_inside(party: str) -> bool:
    """Whether it is one of our extensions."""
    return 0 < len(party) < 6


def outside(party: str) -> str:
    """An outside number as 0 and ten digits; nothing for extensions and withheld ones."""
    return "" if len(party) < 10 else f"0{party[-10:]}"


def legs_of(call: Truth) -> list[KeptLeg]:
    """The legs in order of time, those of one second as the PBX tells them."""
    whole, rang = direction(call), call["kind"] == "direct" and call["offers"]
    rows = [] if rang else [_leg(call, call["arrived"], _led_to(call), talk(call), whole)]
    for offer in call["offers"]:
        took = offer["outcome"] == "answered"
        left = call["ended"] if call["transferred"] is None else call["transferred"]
        seconds = int(left) - int(call["answered"]) if took else 0
        rows.append(_leg(call, offer["at"], offer["exten"], seconds, whole if took else Direction.MISSED))
    for leg in call["legs"]:
        if leg["moved"] is not None:
            took = leg["answered"] is not None
            seconds = int(leg["ended"]) - int(leg["answered"]) if took else 0
            way = DIRECTIONS[call["kind"]][0 if took else 1]
            rows.append(_leg(call, leg["moved"], _bare(leg["party"]), seconds, way))
    return sorted(rows, key=lambda row: row.at)


def _leg(call: Truth, at: float, destination: str, seconds: int, way: Direction) -> KeptLeg:
    caller = call["caller_exten"]
    return KeptLeg(
        at=float(int(at)),
        destination=destination,
        source=caller or _bare(call["number"]) or "anonymous",
        seconds=seconds,
        direction=way,
        direction_word=WORDS[way],
        recorded=way in TALKED,
        line=call["dialled"],
        directory=f'"{caller}" <{caller}>' if caller else f'"{call["name"]}" <{call["number"] or "anonymous"}>',
        common_id=str(FIRST_ROW + int(call["id"].rpartition(".")[2])),
    )


def _led_to(call: Truth) -> str:
    """The destination of the whole call; empty where the ledger does not tell it."""
    if call["kind"] in {"outgoing", "internal", "link"}:
        return _bare(call["dialled_exten"] or call["number"])
    if call["queue"]:
        return f"{ACCOUNT}-queue-{call['queue']}"
    return "" if call["kind"] == "redirect" else MENU


def _bare(party: str) -> str:
    return party.removeprefix("0")


def check_legs(kept: Iterable[KeptLeg], call: Truth) -> None:
    """Each leg that is kept is the one that truly was, in every part, and none is missing."""
    told, true = list(kept), legs_of(call)
    for number, leg in enumerate(true):
        if not leg.destination:
            assert told[number].destination in PLAYED | {call["dialled"]}, call
            told[number : number + 1] = [KeptLeg(told[number].at, "", *_parts(told[number])[2:])]
    assert told == true, call


def _parts(leg: KeptLeg) -> tuple[object, ...]:
    return tuple(getattr(leg, name) for name in KeptLeg.__struct_fields__)


def row_of(call: Truth) -> RecordedCall:
    """The call as one row, with id 0."""
    legs = legs_of(call)
    first = legs[0]
    talked = [leg for leg in legs if leg.direction is DIRECTIONS[call["kind"]][0]]
    whole = first.seconds if first.seconds and not (call["kind"] == "direct" and call["offers"]) else 0
    return RecordedCall(
        id=0,
        call=call["id"],
        began=first.at,
        direction=direction(call),
        number=_other_party(call),
        name=call["name"] if call["kind"] in {"queue", "direct"} else "",
        extension=_extension(call, legs, talked),
        queue=call["queue"],
        line=call["dialled"],
        seconds=whole or sum(leg.seconds for leg in talked),
        recorded=any(leg.recorded for leg in legs),
        legs=len(legs),
    )


def _other_party(call: Truth) -> str:
    if call["kind"] == "internal":
        return str(call["dialled_exten"])
    return outside(call["dialled_exten"] if call["kind"] == "link" else call["number"])


def _extension(call: Truth, legs: list[KeptLeg], talked: list[KeptLeg]) -> str:
    """Who of ours talked last, of a call from outside that nobody took the only one who rang."""
    if call["kind"] == "internal":
        return str(call["caller_exten"])
    inside = [leg.destination for leg in talked if is_inside(leg.destination)]
    if call["kind"] in {"outgoing", "link", "redirect"}:
        return inside[-1] if inside else str(call["caller_exten"])
    rang = {leg.destination for leg in legs if is_inside(leg.destination)}
    return inside[-1] if inside else rang.pop() if len(rang) == 1 and not talked else ""


def numbers_of(call: Truth) -> set[str]:
    """By what digits the call is found: every outside number in it as 0 and ten digits, and the called extension.

    The PBX's own number is among them where a menu of another line is called by it.
    """
    menu = call["dialled"] != ACCOUNT and MENU in {leg.destination for leg in legs_of(call)}
    moved = (leg["party"] for leg in call["legs"] if leg["moved"] is not None)
    rang = (offer["exten"] for offer in call["offers"])
    parties = (call["number"], call["dialled_exten"], *rang, *moved, *((ACCOUNT,) if menu else ()))
    called = {call["dialled_exten"]} if call["kind"] == "internal" else set()
    return {number for number in map(outside, parties) if number} | called
