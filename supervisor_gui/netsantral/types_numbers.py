"""What somebody typed to be dialled, read as numbers: frozen values. Reading them is `dial_numbers`."""

import enum

import msgspec


class NumberKind(enum.Enum):
    """What a number is, hence how it is called and whether the user is asked before."""

    EXTENSION = "extension"
    SERVICE = "service"
    MOBILE = "mobile"
    GEOGRAPHIC = "geographic"
    CORPORATE = "corporate"
    SHORT_LINE = "short_line"
    FREE = "free"
    CHARGED = "charged"
    FOREIGN = "foreign"


_ASKED = frozenset({NumberKind.SERVICE, NumberKind.CHARGED, NumberKind.FOREIGN})
_PLAIN = frozenset({NumberKind.MOBILE, NumberKind.GEOGRAPHIC, NumberKind.CORPORATE, NumberKind.SHORT_LINE})


class Dialled(msgspec.Struct, frozen=True):
    """One number, ready to be called.

    Attributes:
        kind: EXTENSION is called inside; everything else outside (docs/protocol.md, Numbers).
        wire: As the PBX takes it: an extension, ten digits without 0, seven of a 444 line, or with 00 abroad.
        shown: As people write it.
        region: Two letters of the country, for FOREIGN.
    """

    kind: NumberKind
    wire: str
    shown: str
    region: str = ""

    @property
    def asks(self) -> bool:
        """Whether the user is always asked before it is called."""
        return self.kind in _ASKED

    @property
    def plain(self) -> bool:
        """Whether a link may call it without a question, if the user wished so."""
        return self.kind in _PLAIN


class Reading(msgspec.Struct, frozen=True):
    """What a text means as a number.

    Attributes:
        choices: The numbers that it can mean: one as a rule; two when 110 is an extension too; none when refused.
        refused: A stable word for why it cannot be called, empty when it can.
    """

    choices: tuple[Dialled, ...] = ()
    refused: str = ""

    @property
    def number(self) -> Dialled | None:
        """The one number it means; None when it is refused or the user must choose."""
        return self.choices[0] if len(self.choices) == 1 else None
