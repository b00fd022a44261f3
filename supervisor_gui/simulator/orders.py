"""A command as it came in over either face, checked for nothing yet."""

from collections.abc import Coroutine, Mapping
from typing import Any

import msgspec

from supervisor_gui.simulator.answers import Json

# The answer of a command, or what will give it when a call has come out.
Reply = Json | Coroutine[Any, Any, Json]


class Order(msgspec.Struct, frozen=True):
    """One command as it came in.

    Attributes:
        pbx: The PBX number it is for.
        account: The account whose limits count.
    """

    operation: str
    pbx: str
    account: str
    params: Mapping[str, str]

    def get(self, name: str) -> str:
        """A parameter, empty when it was not sent."""
        return self.params.get(name, "")


def is_digits(text: str, shortest: int, longest: int) -> bool:
    """Whether the text is a number of so many digits."""
    return text.isascii() and text.isdigit() and shortest <= len(text) <= longest


def is_extension(text: str) -> bool:
    """Whether the text may be an extension."""
    return is_digits(text, 2, 6)
