"""Which numbers of a list are shown and in what order: parts with their counts, a search, sorting. Pure, no Qt."""

import enum
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from supervisor_gui.autodial.values import NumberRow, NumberState
from supervisor_gui.netsantral.names import national_number
from supervisor_gui.text import fold, typed_signs

COUNTRY = "90"
_SEPARATORS = str.maketrans("", "", " -./()+·")
# Letters that fold to the one before them but have a place of their own in the alphabet, behind it.
_ALPHABET = str.maketrans({"ç": "c~", "ğ": "g~", "ı": "h~", "ö": "o~", "ş": "s~", "ü": "u~", "I": "h~", "İ": "i"})
_CAPITALS = str.maketrans({"Ç": "c~", "Ğ": "g~", "Ö": "o~", "Ş": "s~", "Ü": "u~"})
_PLACES = _ALPHABET | _CAPITALS


class Part(enum.Enum):
    """A part of a list's numbers."""

    ALL = "all"
    NEVER = "never"
    REACHED = "reached"
    FAILED = "failed"
    RETRY = "retry"
    OTHER = "other"
    COMING = "coming"
    """On their way: no report lists them yet."""
    REFUSED = "refused"
    UNKNOWN = "unknown"
    PASSIVE = "passive"
    TWICE = "twice"
    BLOCKED = "blocked"


STATES: Mapping[Part, tuple[NumberState, ...]] = {
    Part.NEVER: (NumberState.NEVER,),
    Part.REACHED: (NumberState.REACHED,),
    Part.FAILED: (NumberState.FAILED,),
    Part.RETRY: (NumberState.RETRY,),
    Part.OTHER: (NumberState.OTHER,),
    Part.COMING: (NumberState.WAITING, NumberState.UNDERWAY, NumberState.SENT),
    Part.REFUSED: (NumberState.REFUSED,),
    Part.UNKNOWN: (NumberState.UNKNOWN,),
}
"""Parts that are states; the others are flags that a row has beside its state."""


def counts(rows: Collection[NumberRow]) -> dict[Part, int]:
    """How many numbers each part has."""
    states = Counter(row.state for row in rows)
    found = {part: sum(states[state] for state in of) for part, of in STATES.items()}
    found[Part.ALL] = len(rows)
    found[Part.PASSIVE] = sum(row.active is False for row in rows)
    found[Part.TWICE] = sum(row.twice for row in rows)
    found[Part.BLOCKED] = sum(row.blocked for row in rows)
    return found


def of_part(rows: Iterable[NumberRow], part: Part) -> list[NumberRow]:
    """The numbers of one part, in their order."""
    if part is Part.ALL:
        return list(rows)
    if part is Part.PASSIVE:
        return [row for row in rows if row.active is False]
    if part is Part.TWICE:
        return [row for row in rows if row.twice]
    if part is Part.BLOCKED:
        return [row for row in rows if row.blocked]
    states = STATES[part]
    return [row for row in rows if row.state in states]


class Haystack:
    """What a search looks at of each row, folded once; a row that changed is folded again."""

    def __init__(self) -> None:
        self._texts: dict[str, tuple[str, str]] = {}

    def forget(self, keys: Iterable[str]) -> None:
        """These rows changed or went."""
        for key in keys:
            self._texts.pop(key, None)

    def prepare(self, rows: Sequence[NumberRow]) -> None:
        """Fold these rows now, so that no keystroke has to."""
        for row in rows:
            if row.key not in self._texts:
                self._texts[row.key] = (_digits_of(row.number), fold(row.name))

    def find(self, rows: Sequence[NumberRow], text: str, *, by_number: bool) -> list[NumberRow]:
        """The rows whose number or name holds `text`, in their order.

        Args:
            rows: To look through.
            text: As typed: digits of a number in any form, or letters of a name.
            by_number: False where numbers are masked: finding one by its digits would tell it.
        """
        name = fold(text.strip())
        if not name:
            return list(rows)
        self.prepare(rows)
        texts = self._texts
        digits = _digits_typed(text) if by_number else ""
        if not digits:
            return [row for row in rows if name in texts[row.key][1]]
        found = ((row, texts[row.key]) for row in rows)
        return [row for row, (number, folded) in found if digits in number or name in folded]


def _digits_of(number: str) -> str:
    """Every form of a number in one: with and without 90 and 0; of a number abroad its digits."""
    national = national_number(number)
    return f"{COUNTRY}{national}" if len(national) == 10 else national


def _digits_typed(text: str) -> str:
    """The digits that were typed, without signs and the zeros before a country; empty when letters are among them."""
    plain = typed_signs(text).translate(_SEPARATORS)
    if not (plain.isascii() and plain.isdigit()):
        return ""
    return plain.removeprefix("00") if plain.startswith(f"00{COUNTRY}") else plain


def name_place(name: str) -> str:
    """A name's place in the Turkish alphabet, whatever its case."""
    return name.translate(_PLACES).lower()


def _by_number(row: NumberRow) -> str:
    return national_number(row.number)


def _by_name(row: NumberRow) -> str:
    return name_place(row.name)


def _by_state(row: NumberRow) -> tuple[int, str]:
    return _STEPS[row.state.value], row.words


def _by_time(row: NumberRow) -> float:
    return row.call_at or float("inf")


def _by_line(row: NumberRow) -> str:
    return row.trunk


def _by_active(row: NumberRow) -> int:
    return _ACTIVE.index(row.active)


def _by_remarks(row: NumberRow) -> tuple[bool, bool, str]:
    return not row.blocked, not row.twice, row.words


_STEPS = {state.value: step for step, state in enumerate(NumberState)}
_ACTIVE = (True, False, None)

ORDERS: Mapping[str, Callable[[NumberRow], Any]] = {
    "number": _by_number,
    "name": _by_name,
    "state": _by_state,
    "call_at": _by_time,
    "line": _by_line,
    "active": _by_active,
    "remarks": _by_remarks,
}
"""What each column sorts by."""
