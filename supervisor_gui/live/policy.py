"""May this seat do that, and may it see whole numbers? Every action record and the bus ask here. It changes nothing."""

from collections.abc import Collection

import msgspec

from supervisor_gui.text import last_two

ACTIONS = (
    "pause",
    "resume",
    "add",
    "remove",
    "add_number",
    "remove_number",
    "names",
    "limits",
    "settings",
    "dial",
    "bridge",
    "hang_up",
    "mute",
    "transfer",
    "listen",
    "export",
    "unmask",
    "delete_number",
    "campaigns",
)


class Policy(msgspec.Struct, frozen=True):
    """The rights of one seat.

    Attributes:
        denied: Actions this seat may not do.
        mask_numbers: Show customers' numbers by their last two digits only.
    """

    denied: Collection[str] = ()
    mask_numbers: bool = False

    def why_not(self, action: str) -> str:
        """A stable word for why `action` is not allowed; empty when it is."""
        return "policy" if action in self.denied else ""

    def number(self, number: str) -> str:
        """`number` as this seat may see it: on screen, in titles, notifications and exports."""
        return last_two(number) if self.mask_numbers and number else number
