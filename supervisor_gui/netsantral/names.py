"""The forms in which the PBX takes queue names and numbers. It looks nothing up."""

import re

_FULL = re.compile(r"\d{3,}-queue-(?=.)", re.DOTALL)
_UNIQUE_ID = re.compile(r"(?:[^-]*-)?([0-9]{9,10})\.[0-9]+")
_LONGEST_EXTENSION = 5


WITHHELD = frozenset({"anonymous", "unknown", "unavailable", "restricted", "private", "withheld", "gizli"})
"""What stands in place of a number that the caller hides."""


def short_name(name: str) -> str:
    """The queue name that commands and people use: `8501110000-queue-Destek` → `Destek`; a short one stays."""
    found = _FULL.match(name)
    return name[found.end() :] if found else name


def full_name(account: str, queue: str) -> str:
    """The queue name that the external-number service wants; the case stays, a full one of this account stays."""
    prefix = f"{account}-queue-"
    return queue if queue.startswith(prefix) else prefix + queue


def national_number(number: str) -> str:
    """An outside number as ten digits without a leading 0 or country code, where it can be read so; else its digits.

    A number abroad begins with 00 and keeps it, also where its length is that of a Turkish one.
    """
    digits = "".join(char for char in number if "0" <= char <= "9")
    for prefix in ("0090", "90", "0"):
        if digits.startswith(prefix) and len(digits) == len(prefix) + 10:
            rest = digits[len(prefix) :]
            return digits if rest.startswith("0") else rest
    return digits


def begun_at(unique_id: str) -> int:
    """The second in which a call began by the PBX's clock, out of its unique id; 0 when it names none.

    Epoch seconds; with or without the node before the dash (docs/protocol.md, Names).
    """
    named = _UNIQUE_ID.fullmatch(unique_id)
    return int(named[1]) if named is not None else 0


def is_extension(text: str) -> bool:
    """Whether `text` is an extension's number: up to five digits; longer ones are outside lines."""
    return 0 < len(text) <= _LONGEST_EXTENSION and text.isascii() and text.isdigit()
