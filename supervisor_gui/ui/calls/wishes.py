"""What the widgets of dialling and calls ask for, as frozen values. Nothing is sent from here."""

import msgspec

from supervisor_gui.netsantral.types_calls import CallOptions, FirstRung, MuteDirection
from supervisor_gui.netsantral.types_numbers import Reading

_USUAL = CallOptions()


class DialHow(msgspec.Struct, frozen=True):
    """How a call is to be made.

    Attributes:
        extension: Who calls; the own extension.
        line: The outgoing line's number.
        first: Whose phone rings first.
        options: Times, texts, sounds. `options.wait` counts only when `wait_chosen`.
        wait_chosen: Whether the user chose waiting for the answer or not; else the program decides.
    """

    extension: str = ""
    line: str = ""
    first: FirstRung = FirstRung.INSIDE
    options: CallOptions = _USUAL
    wait_chosen: bool = False


class DialWish(msgspec.Struct, frozen=True):
    """Call what was typed, clicked or came by a link.

    Attributes:
        typed: The text.
        reading: What it means.
        how: How to call; None for what is remembered.
        link: Whether it came from outside of the window.
    """

    typed: str
    reading: Reading
    how: DialHow | None = None
    link: bool = False


class TransferWish(msgspec.Struct, frozen=True):
    """Hand the call `key` over to `to` (a name, an extension or a number as chosen)."""

    key: str
    to: str
    attended: bool = False


class MuteWish(msgspec.Struct, frozen=True):
    """Silence a side of the call `key`, or let it be heard again."""

    key: str
    muted: bool
    direction: MuteDirection = MuteDirection.ALL
