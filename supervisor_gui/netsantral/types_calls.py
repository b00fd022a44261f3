"""Calls to start, steer and end, as frozen values. Nothing of how they are spelt on the wire."""

import enum

import msgspec

LONGEST_RING = 300
"""Seconds; networks give up long before."""


class FirstRung(enum.Enum):
    """Whose phone rings first: the side that asks for the call, or the one it is meant for."""

    INSIDE = "inside"
    OUTSIDE = "outside"


class MuteDirection(enum.Enum):
    """Which half of the sound stops; what "in" and "out" mean is not confirmed (docs/protocol.md, Calls)."""

    ALL = "all"
    IN = "in"
    OUT = "out"


class PlayedTo(msgspec.Struct, frozen=True):
    """What one side hears when it answers: a text read aloud, or a sound that lies in the portal.

    Attributes:
        text: The words.
        sound: The sound's name as the portal shows it.
    """

    text: str = ""
    sound: str = ""

    def __post_init__(self) -> None:
        if bool(self.text) == bool(self.sound):
            raise ValueError("one side hears either a text or a sound")


class CallOptions(msgspec.Struct, frozen=True):
    """How a call is made.

    Attributes:
        ring_seconds: How long each side rings.
        wait: Whether the PBX answers only when it knows the outcome; else it answers at once that it took the order.
        call_limit_seconds: The call is cut so long after it was started, None for never.
        hide_number: Whether the extension's display hides the called number; the customer sees what he always sees.
        to_caller: What the asking side hears.
        to_called: What the side hears that the call is meant for.
    """

    ring_seconds: int = 30
    wait: bool = False
    call_limit_seconds: int | None = None
    hide_number: bool = False
    to_caller: PlayedTo | None = None
    to_called: PlayedTo | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.ring_seconds <= LONGEST_RING or (
            self.call_limit_seconds is not None and self.call_limit_seconds < 1
        ):
            raise ValueError(f"times of a call are whole seconds from 1 up, those of ringing up to {LONGEST_RING}")

    @property
    def plays(self) -> bool:
        """Whether any side hears a text or a sound."""
        return self.to_caller is not None or self.to_called is not None


class CallStarted(msgspec.Struct, frozen=True):
    """The PBX started a call, or took the order for one.

    Attributes:
        call: The call's unique id, empty when the PBX told none; events tell it then.
        caller: The number rung first, as the PBX gave it.
        called: The other number, likewise.
        queued: Only the order was taken; whether anybody answers is not known yet.
        message: The PBX's own words.
    """

    call: str
    caller: str
    called: str
    queued: bool
    message: str
