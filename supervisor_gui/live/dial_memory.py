"""What dialling remembers of one profile: frozen values for the store. What is remembered when is `dial_book`'s."""

import enum

import msgspec

from supervisor_gui.netsantral.types_numbers import NumberKind


class PortalKind(enum.Enum):
    """What lies in the portal and cannot be listed over the API, so that its name is typed once."""

    LINE = "line"
    MENU = "menu"
    ANNOUNCEMENT = "announcement"
    SOUND = "sound"


class PortalName(msgspec.Struct, frozen=True):
    """A name in the portal, as typed.

    Attributes:
        kind: What it names.
        name: The name, or a line's number.
        refused: Whether the PBX refused it the last time.
    """

    kind: PortalKind
    name: str
    refused: bool = False


class Recent(msgspec.Struct, frozen=True):
    """A number called from here.

    Attributes:
        kind, wire, shown: As in `Dialled`.
        at: Epoch seconds of the last call.
    """

    kind: NumberKind
    wire: str
    shown: str
    at: float


class Favourite(msgspec.Struct, frozen=True):
    """A number with a name that the user keeps at hand; the fields of the number as in `Dialled`."""

    kind: NumberKind
    wire: str
    shown: str
    name: str


class DialMemory(msgspec.Struct, frozen=True):
    """All of it.

    Attributes:
        recents: Newest first.
        favourites: In the user's order.
        portal: Names in the portal, most lately used first.
        my_queues: The queues that "start shift" logs the own extension into.
    """

    recents: tuple[Recent, ...] = ()
    favourites: tuple[Favourite, ...] = ()
    portal: tuple[PortalName, ...] = ()
    my_queues: tuple[str, ...] = ()

    def names(self, kind: PortalKind) -> tuple[PortalName, ...]:
        """The names of one kind."""
        return tuple(name for name in self.portal if name.kind is kind)


class Suggestion(msgspec.Struct, frozen=True):
    """One line offered while a name or number is typed.

    Attributes:
        dial: What is read as a number when it is chosen.
        title: The name, else the number.
        detail: The number or extension and, as far as known, its team.
        source: "favourite", "recent", "directory" or "board".
    """

    dial: str
    title: str
    detail: str = ""
    source: str = ""
