"""What the getting-in dialogs need from outside and what they bring back. Values and contracts only."""

import re
from typing import Protocol

import msgspec

from supervisor_gui.config import Profile
from supervisor_gui.live.first_contact import Contact
from supervisor_gui.netsantral.names import short_name

LONGEST_QUEUE = 100
_BETWEEN = re.compile(r"[,;\t\r\n]+")


class Entry(msgspec.Struct, frozen=True):
    """A profile with its password, which never shows in a repr.

    Attributes:
        profile: The profile as it shall be.
        password: As typed; empty means that the stored one stays, which happens only where its hosts stay, too.
        was: Name of the profile that was changed, empty for a new one.
    """

    profile: Profile
    password: str
    was: str = ""

    def __repr__(self) -> str:
        return f"Entry(account={self.profile.account!r}, password=***)"


class Doors(Protocol):
    """The outside world of the dialogs."""

    async def contact(self, entry: Entry) -> Contact:
        """Try the profile's addresses; never raises for what the PBX or the network did."""

    async def try_queue(self, entry: Entry, queue: str) -> None:
        """Ask for one queue by name when the budget allows.

        Raises:
            PbxError: There is no such queue, or no answer.
        """

    async def keyring(self) -> str:
        """Whether the password will be kept, in words."""

    def next_query(self) -> float:
        """Seconds until the budget allows the next query."""


def parse_queue_names(text: str) -> tuple[str, ...]:
    """Queue names as pasted or typed: separated by commas, semicolons, tabs or lines; full forms become short ones."""
    pieces = (short_name(" ".join(piece.split())) for piece in _BETWEEN.split(text))
    usable = (piece for piece in pieces if piece and piece.isprintable() and len(piece) <= LONGEST_QUEUE)
    return tuple(dict.fromkeys(usable))
