"""Call records in words: directions, moments, parties, counts. No Qt objects, no colours."""

from collections.abc import Callable
from datetime import datetime

import msgspec

from supervisor_gui.clock import PBX_ZONE
from supervisor_gui.history.masking import masked
from supervisor_gui.history.record_values import RecordedCall
from supervisor_gui.i18n import translate
from supervisor_gui.live.numbers import MEMBER_DIGITS, party_key
from supervisor_gui.live.policy import Policy
from supervisor_gui.netsantral.names import WITHHELD, is_extension, short_name
from supervisor_gui.netsantral.types_records import Direction
from supervisor_gui.reports.spelling import day_text
from supervisor_gui.text import clean, duration
from supervisor_gui.ui import format as figures
from supervisor_gui.ui.board.context import no_name

NONE = "–"
INSIDE = frozenset({Direction.INTERNAL, Direction.INTERNAL_UNANSWERED})
UNTAKEN = frozenset({Direction.MISSED, Direction.UNANSWERED, Direction.INTERNAL_UNANSWERED})


class RecordContext(msgspec.Struct, frozen=True):
    """What calls are shown with.

    Attributes:
        names: Number or extension → name; empty or the same again when it is not known.
        policy: Whether numbers are masked, and what this seat may do.
        one_day: Whether all calls are of one day, so that their time of day is enough.
    """

    names: Callable[[str], str] = no_name
    policy: Policy = Policy()
    one_day: bool = False


class Party(msgspec.Struct, frozen=True):
    """One side of a call as it is shown: its name if known, its number as this seat may see it, what calls it."""

    name: str = ""
    number: str = ""
    dials: str = ""

    @property
    def whole(self) -> str:
        """Name and number."""
        return "  ".join(part for part in (self.name, self.number) if part)


def direction_words(direction: Direction) -> str:
    """Which way a call went and whether it was taken."""
    words = {
        Direction.INCOMING: translate("RecordsPage", "Incoming"),
        Direction.MISSED: translate("RecordsPage", "Missed"),
        Direction.OUTGOING: translate("RecordsPage", "Outgoing"),
        Direction.UNANSWERED: translate("RecordsPage", "Not reached"),
        Direction.INTERNAL: translate("RecordsPage", "Internal"),
        Direction.INTERNAL_UNANSWERED: translate("RecordsPage", "Internal, missed"),
        Direction.OTHER: translate("RecordsPage", "Other"),
    }
    return words[direction]


def other_party(call: RecordedCall, context: RecordContext, *, whole: bool = False) -> Party:
    """The party that is not ours; `whole`: with its number in full, though this seat sees numbers masked."""
    number = call.number
    if not number:
        inside = call.direction in INSIDE
        return Party(name=NONE if inside else translate("RecordsPage", "Number withheld"))
    known = context.names(number)
    name = known if known != number else ""
    if is_extension(number):
        return Party(clean(name, 60), number, number)
    told = name or told_name(call.name, number, context.policy)
    shown = number if whole else context.policy.number(number)
    return Party(clean(told, 60), clean(shown, 40), number)


def end_words(text: str, context: RecordContext, *, whole: bool = False) -> str:
    """One end of a leg: a person with number or extension, a queue or menu by its short name."""
    number = party_key(text)
    if text.strip().casefold() in WITHHELD | {""}:
        return translate("RecordsPage", "Number withheld")
    if not number:
        words = short_name(text)
        return clean(masked(words) if context.policy.mask_numbers and not whole else words, 60)
    known = context.names(number)
    name = known if known != number else ""
    shown = number if whole or len(number) < MEMBER_DIGITS else context.policy.number(number)
    return clean(f"{name} {shown}" if name else shown, 80)


def extension_words(extension: str, names: Callable[[str], str]) -> str:
    """Who talked: the extension and its name."""
    known = names(extension) if extension else ""
    return clean(f"{extension} {known}" if known and known != extension else extension, 60)


def moment_words(at: float, *, one_day: bool = False) -> str:
    """Turkish day and time of day to the second; the time alone where the day is told elsewhere."""
    moment = datetime.fromtimestamp(at, PBX_ZONE)
    clock = f"{moment:%H:%M:%S}"
    return clock if one_day else f"{day_text(moment.date())} {clock}"


def row_moment_words(at: float, *, one_day: bool = False) -> str:
    """The same for a row, where room is short: a day with its time to the minute."""
    moment = datetime.fromtimestamp(at, PBX_ZONE)
    return moment_words(at, one_day=True) if one_day else f"{day_text(moment.date())} {moment:%H:%M}"


def length_words(seconds: int, direction: Direction) -> str:
    """How long they talked; a call that nobody took has none."""
    return NONE if direction in UNTAKEN and not seconds else duration(seconds)


def count_words(number: int) -> str:
    """How many calls."""
    return translate("RecordsPage", "%n call(s)", None, number).replace(str(number), figures.count(number), 1)


def told_name(name: str, number: str, policy: Policy) -> str:
    """What the PBX calls the caller, as this seat may see it; a name that is only the number again says nothing."""
    key = party_key(name)
    if not name or key == number:
        return ""
    return masked(name) if policy.mask_numbers else name
