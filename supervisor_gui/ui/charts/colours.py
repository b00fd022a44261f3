"""Which colour, pattern and shape each series and state takes, in both looks. It draws nothing."""

import enum

import msgspec
from PySide6.QtCore import Qt

from supervisor_gui.ui.theme import Theme


class Shape(enum.Enum):
    """The mark on a line's points; it tells the line without its colour."""

    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    CROSS = "cross"


class Look(msgspec.Struct, frozen=True):
    """How one series is drawn.

    Attributes:
        colour: As `#rrggbb`, at least 3:1 on the theme's surface.
        pattern: Over the colour of bars and areas, in the colour of the surface.
        shape: On the points of lines.
        broad: A line, with larger marks, that is still seen below another one at the same height.
    """

    colour: str
    pattern: Qt.BrushStyle = Qt.BrushStyle.NoBrush
    shape: Shape = Shape.CIRCLE
    broad: bool = False


class _Hues(msgspec.Struct, frozen=True):
    """The colours of one look that the theme's record does not hold."""

    answered: str
    unanswered: str
    abandoned: str
    purple: str
    blue: str


_LIGHT = _Hues(answered="#0072B2", unanswered="#C07F00", abandoned="#C4719F", purple="#7A5BC7", blue="#388BC4")
_DARK = _Hues(answered="#2186C9", unanswered="#E69F00", abandoned="#CC79A7", purple="#B39DF5", blue="#6CC2F2")

_STATE_PATTERNS = {
    "idle": Qt.BrushStyle.NoBrush,
    "ringing": Qt.BrushStyle.VerPattern,
    "talking": Qt.BrushStyle.NoBrush,
    "paused": Qt.BrushStyle.BDiagPattern,
    "offline": Qt.BrushStyle.Dense6Pattern,
    "other": Qt.BrushStyle.DiagCrossPattern,
}

KEYS = (
    "answered",
    "unanswered",
    "abandoned",
    "service",
    "answer_wait",
    "average_wait",
    "average_talk",
    "longest_wait",
    "before",
    "waiting",
    "idle",
    "ringing",
    "talking",
    "paused",
    "missed",
    "outgoing",
    "not_reached",
)
"""Every series that has a look of its own."""


def series_look(theme: Theme, key: str) -> Look:
    """The look of a chart's series; one that nobody knows is grey."""
    if key in _STATE_PATTERNS:
        return state_look(theme, key)
    hues = _DARK if theme.name == "dark" else _LIGHT
    looks = {
        "answered": Look(hues.answered),
        "unanswered": Look(hues.unanswered, Qt.BrushStyle.BDiagPattern),
        "abandoned": Look(hues.abandoned, Qt.BrushStyle.Dense6Pattern),
        "missed": Look(hues.unanswered, Qt.BrushStyle.BDiagPattern),
        "outgoing": Look(theme.marks.idle, Qt.BrushStyle.VerPattern),
        "not_reached": Look(hues.purple, Qt.BrushStyle.Dense6Pattern),
        "service": Look(theme.text, shape=Shape.CIRCLE),
        "answer_wait": Look(theme.marks.idle, shape=Shape.SQUARE),
        "average_wait": Look(hues.blue, shape=Shape.CIRCLE, broad=True),
        "average_talk": Look(hues.purple, shape=Shape.TRIANGLE),
        "longest_wait": Look(theme.marks.paused, shape=Shape.DIAMOND),
        "waiting": Look(hues.abandoned, Qt.BrushStyle.Dense6Pattern, Shape.CROSS),
    }
    return looks.get(key) or Look(theme.muted)


def state_look(theme: Theme, state: str) -> Look:
    """The look of an agent's state, as the board's shapes have it; a state that nobody knows is "other"."""
    known = state if state in _STATE_PATTERNS else "other"
    return Look(getattr(theme.marks, known), _STATE_PATTERNS[known])
