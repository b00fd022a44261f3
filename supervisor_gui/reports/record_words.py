"""What call records and missed callers are called in words, for the screen and for files. It counts nothing."""

from collections.abc import Callable

from supervisor_gui.history.masking import masked
from supervisor_gui.history.missed_values import CallerState
from supervisor_gui.history.record_values import RecordFilter
from supervisor_gui.i18n import translate
from supervisor_gui.netsantral.types_records import Direction
from supervisor_gui.text import duration


def direction_word(direction: Direction) -> str:
    """Which way a call went and whether it was taken."""
    words = {
        Direction.INCOMING: translate("Records", "incoming"),
        Direction.MISSED: translate("Records", "missed"),
        Direction.OUTGOING: translate("Records", "outgoing"),
        Direction.UNANSWERED: translate("Records", "not reached"),
        Direction.INTERNAL: translate("Records", "internal"),
        Direction.INTERNAL_UNANSWERED: translate("Records", "internal, not taken"),
        Direction.OTHER: translate("Records", "other"),
    }
    return words[direction]


def state_word(state: CallerState) -> str:
    """How it stands with a missed caller."""
    words = {
        CallerState.OPEN: translate("Missed", "to call back"),
        CallerState.TRIED: translate("Missed", "tried"),
        CallerState.REACHED: translate("Missed", "reached"),
        CallerState.CAME_BACK: translate("Missed", "called again"),
        CallerState.SET_ASIDE: translate("Missed", "no call needed"),
    }
    return words[state]


def seen_words(words: str, number: Callable[[str], str]) -> str:
    """Words that may hold a number, such as a name or a note: where `number` masks one it is masked in them too."""
    return words if number(words) == words else masked(words)


def narrowing_words(wanted: RecordFilter, number: Callable[[str], str]) -> tuple[str, ...]:
    """What a filter narrows calls to beside their days, a few words each; numbers as `number` shows them."""
    told = (
        (wanted.digits, translate("Records", "Number with {what}"), number(wanted.digits)),
        (wanted.words, translate("Records", "Name with {what}"), wanted.words),
        (wanted.numbers and not (wanted.digits or wanted.words), translate("Records", "Certain names"), ""),
        (wanted.directions, "{what}", ", ".join(direction_word(one) for one in Direction if one in wanted.directions)),
        (wanted.extension, translate("Records", "Extension {what}"), wanted.extension),
        (wanted.queue, translate("Records", "Queue {what}"), wanted.queue),
        (wanted.line, translate("Records", "Line {what}"), wanted.line),
        (wanted.at_least, translate("Records", "At least {what}"), duration(wanted.at_least or 0)),
        (wanted.at_most is not None, translate("Records", "At most {what}"), duration(wanted.at_most or 0)),
        (wanted.recorded, translate("Records", "Only with a recording"), ""),
    )
    return tuple(words.format(what=what) for narrows, words, what in told if narrows)
