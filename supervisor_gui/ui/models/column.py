"""What one column of a row model is, as a record: adding a column means adding one record. It holds no rows."""

import enum
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import msgspec

Row = TypeVar("Row")


class Paint(enum.Enum):
    """How a cell is drawn; all but TEXT read fields of the row of the same name."""

    TEXT = "text"
    STRONG = "strong"
    STATE = "state"
    NAME = "name"
    CHIPS = "chips"
    BAR = "bar"

    # Enum hashes its name in Python; every painted cell looks this up.
    __hash__ = object.__hash__


def plain_tone(_row: object, _now: float) -> str:
    """Words in the theme's text colour."""
    return "text"


def muted_tone(_row: object, _now: float) -> str:
    """Words that stand back."""
    return "muted"


def no_tip(_row: object, _now: float) -> str:
    """A cell that says all in its text."""
    return ""


def no_dial(_row: object) -> str:
    """A cell without a number that can be called."""
    return ""


def no_fill(_row: object, _now: float) -> float:
    """A cell without a bar."""
    return 0.0


class Column(msgspec.Struct, Generic[Row], frozen=True):
    """One column.

    Attributes:
        key: Its name in the program and in the settings.
        header: English words, translated in context "Board".
        width: Pixels it wants.
        text: The cell in words, as shown and as read aloud; the second argument is epoch seconds now.
        sort: What a click on the header sorts by.
        paint: How the cell is drawn.
        tone: The name of the colour of its words.
        tip: The cell's tooltip, plain text; the whole of it where `text` may be cut.
        fill: Share of a limit that is used up, drawn as a bar at the cell's foot; 0 for none, above 1 past it.
        dials: What a click on the cell's number calls, empty for nothing.
        narrowest: Pixels it can do with when room is short; 0 for no less than `width`.
        right: Whether the cell stands at the right edge.
        stretch: Whether the column takes what room is left.
        editable: Whether the cell can be edited in place.
        ticks: Whether the cell changes with time alone.
        hint: English words of the header's tooltip, translated in context "Board"; empty for none.
    """

    key: str
    header: str
    width: int
    text: Callable[[Row, float], str]
    sort: Callable[[Row], Any]
    paint: Paint = Paint.TEXT
    tone: Callable[[Row, float], str] = plain_tone
    tip: Callable[[Row, float], str] = no_tip
    fill: Callable[[Row, float], float] = no_fill
    dials: Callable[[Row], str] = no_dial
    narrowest: int = 0
    right: bool = False
    stretch: bool = False
    editable: bool = False
    ticks: bool = False
    hint: str = ""

    @property
    def least(self) -> int:
        """Pixels below which it is not made narrower."""
        return self.narrowest or self.width
