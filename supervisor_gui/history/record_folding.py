"""Folds the legs of a call into one row: pure functions. Where rows are kept is `record_rows`'s.

The rules are in docs/protocol.md, Call records. Nothing here raises, whatever the PBX wrote.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec

from supervisor_gui.history.record_values import KeptLeg, RecordedCall
from supervisor_gui.live.numbers import MEMBER_DIGITS, TAIL_DIGITS, party_key
from supervisor_gui.netsantral.names import WITHHELD, is_extension, short_name
from supervisor_gui.netsantral.types_records import Direction, Leg

APART = 6 * 3600.0
"""Seconds of silence after which a leg of the same id is another call: ids come again, after a restart for example."""

_LONGEST = 2**31 - 1
"""Seconds and more: no call lasts so long, and every table takes it."""

_FAMILIES: Mapping[Direction, tuple[Direction, Direction]] = {
    direction: family
    for family in (
        (Direction.OUTGOING, Direction.UNANSWERED),
        (Direction.INCOMING, Direction.MISSED),
        (Direction.INTERNAL, Direction.INTERNAL_UNANSWERED),
    )
    for direction in family
}
"""By the direction of a leg: those of the whole call, when somebody answered and when nobody did."""

_NO_FAMILY = (Direction.OTHER, Direction.OTHER)
_FROM_OUTSIDE = frozenset({Direction.INCOMING, Direction.OTHER})
_ANSWERED = frozenset({Direction.OUTGOING, Direction.INCOMING, Direction.INTERNAL})
_DIGITS = re.compile(r"\+?\d(?:[\s().\-/\u2010-\u2013]{0,3}\d){6,}")
_RUNS = re.compile(r"\d{7,}")

_key = lru_cache(maxsize=4096)(party_key)
"""Kept, because extensions, lines and callers come again and again among the legs of a day."""

_decode = msgspec.json.Decoder(tuple[KeptLeg, ...]).decode


def kept_leg(leg: Leg) -> KeptLeg:
    """The leg without its recording's link."""
    return KeptLeg(
        at=leg.at.timestamp(),
        destination=storable(leg.destination),
        source=storable(leg.source),
        seconds=min(leg.seconds, _LONGEST),
        direction=leg.direction,
        direction_word=storable(leg.direction_word),
        recorded=bool(leg.recording),
        line=storable(leg.line),
        directory=storable(leg.directory),
        common_id=storable(leg.common_id),
    )


def in_order(legs: Iterable[KeptLeg]) -> tuple[KeptLeg, ...]:
    """The legs in order of time, those of one second as they came, a leg that was told twice once."""
    return tuple(sorted(dict.fromkeys(legs), key=_begin))


def parted(legs: Iterable[KeptLeg]) -> Iterator[tuple[KeptLeg, ...]]:
    """The calls that share one id: the legs of each, in order."""
    together: list[KeptLeg] = []
    over = 0.0
    for leg in in_order(legs):
        if together and leg.at > over + APART:
            yield tuple(together)
            together = []
        over = max(over, leg.at + leg.seconds) if together else leg.at + leg.seconds
        together.append(leg)
    if together:
        yield tuple(together)


def fold(call: str, legs: Sequence[KeptLeg]) -> RecordedCall:
    """The call as one row, with id 0; there is one leg at least."""
    legs = in_order(legs)
    taken, missed = next((family for leg in legs if (family := _FAMILIES.get(leg.direction))), _NO_FAMILY)
    mine = [leg for leg in legs if leg.direction in {taken, missed}]
    talks = [leg for leg in mine if leg.direction is taken and taken is not Direction.OTHER]
    number = _other_party(taken, mine)
    return RecordedCall(
        id=0,
        call=storable(call),
        began=legs[0].at,
        direction=taken if talks else missed,
        number=number,
        name=_name(taken, legs, number),
        extension=_extension(taken, mine, talks),
        queue=_queue(legs, talks),
        line=next((leg.line for leg in legs if leg.line), ""),
        seconds=_seconds(taken, legs, talks),
        recorded=any(leg.recorded for leg in legs),
        legs=len(legs),
    )


def numbers_of(legs: Sequence[KeptLeg]) -> tuple[str, ...]:
    """Every outside number in the call as `party_key` writes it, without the account's own lines, as they came."""
    own = _tails(leg.line for leg in legs)
    found = dict.fromkeys(number for party in _parties(in_order(legs)) for number in _numbers_in(party))
    return tuple(number for number in found if _tail(number) not in own)


def tails_of(legs: Sequence[KeptLeg]) -> frozenset[str]:
    """Every tail that somebody could find in the call, also amid longer digits: what a deleted number is sought in."""
    own = _tails(leg.line for leg in legs)
    amid = (
        digits[start : start + TAIL_DIGITS]
        for party in _parties(legs)
        for digits in map(_only_digits, _DIGITS.findall(party))
        for start in range(len(digits) - TAIL_DIGITS + 1)
    )
    return (frozenset(map(_tail, numbers_of(legs))) | frozenset(amid)) - own


def joins_outside(legs: Sequence[KeptLeg]) -> bool:
    """Whether the call put two outside parties together, so that it is no contact of ours with either."""
    own = _tails(leg.line for leg in legs)
    return bool(legs) and not own & {_tail(_key(legs[0].source)), _tail(_key(legs[0].destination))}


def legs_text(legs: Sequence[KeptLeg]) -> str:
    """The legs as they lie in the file."""
    return msgspec.json.encode(legs).decode()


def legs_of(text: str) -> tuple[KeptLeg, ...]:
    """The legs out of `legs_text`; none when it is not such a text."""
    try:
        return _decode(text)
    except (msgspec.MsgspecError, UnicodeEncodeError):
        return ()


def storable(text: str) -> str:
    """Half a character, which JSON can hold and no file, becomes a question mark."""
    return text if text.isascii() else text.encode(errors="replace").decode()


def _begin(leg: KeptLeg) -> float:
    return leg.at


def _other_party(taken: Direction, legs: Sequence[KeptLeg]) -> str:
    """Who the call was with: the caller of an incoming one, the called of an outgoing one, inside the extension."""
    called, calling = [leg.destination for leg in legs], [leg.source for leg in legs]
    near, far = (calling, called) if taken in _FROM_OUTSIDE else (called, calling)
    first = _key(near[0])
    if taken is Direction.INTERNAL:
        return first
    own = _tails(leg.line for leg in legs)
    # Of a call that was moved on to somebody outside, the other party is the one it began with.
    parties = map(_key, near if taken is Direction.INCOMING else (near[0], far[0], *near, *far))
    return next((party for party in parties if _tail(party) not in own), first)


def _extension(taken: Direction, legs: Sequence[KeptLeg], talks: Sequence[KeptLeg]) -> str:
    """Who of ours talked last, of a call that nobody took the only one who rang."""
    if taken is Direction.INTERNAL:
        return _only(leg.source for leg in legs[:1])
    called = (leg.destination for leg in reversed(talks))
    if taken in _FROM_OUTSIDE:
        return next(filter(is_extension, called), "") if talks else _only(leg.destination for leg in legs)
    moved = (leg.destination for leg in reversed(talks[1:]))
    asked = (leg.source for leg in legs)
    return next(filter(is_extension, moved), "") or next(filter(is_extension, asked), "")


def _only(parties: Iterable[str]) -> str:
    extensions = set(filter(is_extension, parties))
    return extensions.pop() if len(extensions) == 1 else ""


def _queue(legs: Sequence[KeptLeg], talks: Sequence[KeptLeg]) -> str:
    """The queue in which it was taken; the last one it came to when nobody took it there."""
    found = (short for leg in reversed((*legs, *talks)) if (short := short_name(leg.destination)) != leg.destination)
    return next(found, "")


def _name(taken: Direction, legs: Sequence[KeptLeg], number: str) -> str:
    """The other party's name; a directory that only repeats the number says nothing, our own extension's neither."""
    for leg in legs:
        name, of = _caller(leg.directory)
        told = name and not _key(name) and name.casefold() not in WITHHELD
        theirs = not is_extension(of) if taken in _FROM_OUTSIDE else _tail(of) and _tail(of) == _tail(number)
        if told and theirs:
            return name
    return ""


def _caller(directory: str) -> tuple[str, str]:
    """Name and number out of `"AYŞE" <05550001122>`; either may be missing, as may the quotes."""
    before, bracket, after = directory.rpartition("<")
    name, number = (before, after.partition(">")[0]) if bracket else (after, "")
    return name.strip().strip("\"'").strip(), _key(number)


def _seconds(taken: Direction, legs: Sequence[KeptLeg], talks: Sequence[KeptLeg]) -> int:
    """The first leg holds the whole conversation, unless it leads a caller to one telephone: others add theirs then."""
    first = legs[0]
    if not talks and taken is not Direction.OTHER:
        return 0
    whole = taken is not Direction.INCOMING or not is_extension(first.destination)
    if whole and first.seconds > 0:
        return first.seconds
    return min(sum(leg.seconds for leg in talks), _LONGEST)


def _numbers_in(party: str) -> Iterator[str]:
    """The outside numbers in what the PBX wrote: the whole of it is one, or digits stand among other words."""
    whole = _key(party)
    found = (whole,) if whole else map(_key, (*_RUNS.findall(party), *_DIGITS.findall(party)))
    return (number for number in found if _tail(number))


def _parties(legs: Iterable[KeptLeg]) -> Iterable[str]:
    """The words in which numbers of others stand, each once."""
    return dict.fromkeys(party for leg in legs for party in (leg.source, short_name(leg.destination), leg.directory))


def _only_digits(text: str) -> str:
    return "".join(str(digit) for char in text if (digit := unicodedata.decimal(char, None)) is not None)


def _tail(key: str) -> str:
    """The tail of a party that is written as `party_key` does."""
    return key[-TAIL_DIGITS:] if len(key) >= MEMBER_DIGITS else ""


def _tails(parties: Iterable[str]) -> frozenset[str]:
    """The tails of parties as received, and the empty one."""
    return frozenset(_tail(_key(party)) for party in parties) | {""}
