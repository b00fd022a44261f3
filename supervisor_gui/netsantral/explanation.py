"""The shape of an explanation: English sources in tables, and the words shown. It finds none."""

from typing import NamedTuple

import msgspec


class Words(NamedTuple):
    """English sources: what happened, what it means for the user, and the next step."""

    title: str
    meaning: str
    todo: str


class Explanation(msgspec.Struct, frozen=True):
    """An error told to a supervisor, in today's language.

    Attributes:
        title: What happened, without a full stop.
        meaning: What it means for the user.
        todo: The next step.
        details: The PBX's own words and code, plain text.
    """

    title: str
    meaning: str
    todo: str
    details: str
