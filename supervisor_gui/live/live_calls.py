"""The calls that run, as far as this program knows them: frozen values. What moves them is `call_reduce`."""

import enum
from collections.abc import Mapping

import msgspec

from supervisor_gui.netsantral.types_calls import FirstRung, MuteDirection


class CallDirection(enum.Enum):
    """Who called whom."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"
    INTERNAL = "internal"
    BRIDGE = "bridge"


class CallState(enum.Enum):
    """Where a call stands. ORDERED: asked for, nothing heard of it yet. WAITING: in a queue or a menu."""

    ORDERED = "ordered"
    RINGING = "ringing"
    WAITING = "waiting"
    TALKING = "talking"
    ENDED = "ended"


class LiveCall(msgspec.Struct, frozen=True):
    """One call.

    Attributes:
        key: Its key here, the same from the first sight to the end.
        direction, state: As the enums say.
        call: Unique id exactly as received, which is what commands want; empty until it is known.
        order: The id of our order that started it, 0 if it was not started here.
        extension: The extension that asked for it or answered it; empty when none yet.
        ringing: Extensions whose phones ring for it.
        number: The outside party in national form, or the called extension of an internal call; empty when withheld.
        other: The second outside number of a bridge, or the menu that a number was called into.
        queue: Short name of the queue it came through, empty if none.
        began: Epoch seconds since when it is known.
        began_exact: False when it began before we saw it ("≥").
        answered: Epoch seconds at which two parties were connected, 0 when not.
        ended: Epoch seconds of its end, 0 while it lasts.
        first: Whose phone rang first, for calls started here; an attended transfer wants OUTSIDE.
        muted: The side silenced by our last mute that the PBX took, None when none.
        seen: Epoch seconds of the last event or answer about it.
        doubted: Epoch seconds since when it is not certain that it still runs, 0 when it is.
        outcome: For a call that came to nothing: the error's stable reason, such as "busy"; empty otherwise.
    """

    key: str
    direction: CallDirection
    state: CallState
    call: str = ""
    order: int = 0
    extension: str = ""
    ringing: tuple[str, ...] = ()
    number: str = ""
    other: str = ""
    queue: str = ""
    began: float = 0.0
    began_exact: bool = True
    answered: float = 0.0
    ended: float = 0.0
    first: FirstRung | None = None
    muted: MuteDirection | None = None
    seen: float = 0.0
    doubted: float = 0.0
    outcome: str = ""

    @property
    def uncertain(self) -> bool:
        """Whether it is marked as not certain to run still."""
        return self.doubted > 0.0

    def takes_part(self, extension: str) -> bool:
        """Whether `extension` is one of its parties or rings for it."""
        called = self.direction is CallDirection.INTERNAL and self.number == extension
        return bool(extension) and (self.extension == extension or called or extension in self.ringing)

    def belongs_to(self, extension: str) -> bool:
        """Whether the user of `extension` may end it with one press: asked for or answered there, or put together here.

        A call that only rings there is somebody else's: ending it would lose a caller of a queue. So is a call started
        here that a colleague has by now.
        """
        if extension and self.extension == extension:
            return True
        called = self.direction is CallDirection.INTERNAL and bool(extension) and self.number == extension
        joins_others = bool(self.order and self.other and not self.extension)
        return joins_others or (called and self.answered > 0.0)


class Calls(msgspec.Struct, frozen=True):
    """All calls of one profile.

    Attributes:
        live: Those that run, by key.
        ended: Those that ended today, newest first, no more than some hundreds.
        stream: Whether the event stream tells of calls now.
    """

    live: Mapping[str, LiveCall] = {}
    ended: tuple[LiveCall, ...] = ()
    stream: bool = False

    def of_extension(self, extension: str) -> tuple[LiveCall, ...]:
        """The calls of `extension` and those that ring there: certain ones first, then answered ones, then new ones."""
        mine = [call for call in self.live.values() if call.takes_part(extension)]
        best = sorted(mine, key=lambda call: (not call.uncertain, call.answered > 0.0, call.began), reverse=True)
        return tuple(best)

    def own(self, extension: str) -> tuple[LiveCall, ...]:
        """The calls of `extension` and those that were started here, in the order of `of_extension`."""
        mine = self.of_extension(extension)
        started = [call for call in self.live.values() if call.order and call not in mine]
        return (*mine, *sorted(started, key=lambda call: call.began, reverse=True))

    def to_end(self, extension: str) -> LiveCall | None:
        """The call that "hang up" means at `extension`, None when none is the user's own."""
        return next((call for call in self.own(extension) if call.belongs_to(extension)), None)

    def busy_with(self, extension: str) -> LiveCall | None:
        """The own call that keeps the phone of `extension` busy; one that may be over does not, nor one of others."""
        mine = self.of_extension(extension)
        return next((call for call in mine if call.belongs_to(extension) and not call.uncertain), None)
