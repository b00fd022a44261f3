"""How much one answer may hold, so that none keeps the program busy for long or fills its memory. It reads no field.

Counting comes first and costs next to nothing; reading stops when an answer turns out to hold more than may be read
(docs/protocol.md, Size of answers).
"""

import msgspec

from supervisor_gui.netsantral.errors import BadAnswer

MOST_ROWS = 50_000
"""Legs of calls or numbers of a list that are read of one answer."""

_MOST_ODD_ROWS = 15_000
"""Rows that are read the patient way, which takes several times as long."""

ODD_CAP = 4 * 1024 * 1024
"""Bytes of an odd answer that is read the patient way as a whole."""

_MOST_ODD_BYTES = 8 * 1024 * 1024
"""Bytes of odd rows together."""

LONGEST_ROW = 128 * 1024
"""Bytes of one row; those of a real call are some hundreds a leg."""

_SPARSEST = 12
"""Bytes that a comma of a real answer stands for at the least."""

_MOST_COMMAS = 11 * MOST_ROWS
"""A whole leg with its call has ten."""

_MOST_LETTERS = 90 * 1024 * 1024
"""Bytes that the texts of one answer may take in memory."""

_WIDEST = (b"\xf0", b"\xf1", b"\xf2", b"\xf3", b"\xf4", b"\\ud", b"\\uD")
"""What a letter of four bytes can begin with, as it is and escaped."""

_WIDTH = 4
"""Bytes of the widest letter; one of them makes all letters of its text as wide."""


def refuse_crumbs(operation: str, body: bytes) -> None:
    """Refuse JSON of next to nothing, over and over: as values it would take seconds and many times its size.

    Raises:
        BadAnswer: reason "shape".
    """
    if body.count(b",") > 1000 + len(body) // _SPARSEST:
        raise BadAnswer(operation, "shape", details=f"{len(body)} bytes")


def refuse_heaps(operation: str, body: bytes) -> None:
    """Refuse JSON of more rows than are read, before anything is made of them.

    Raises:
        BadAnswer: reason "shape" for crumbs, "too_many" for rows.
    """
    refuse_crumbs(operation, body)
    # A call is an object around the objects of its legs.
    if body.count(b"{") > 1000 + 2 * MOST_ROWS or body.count(b",") > _MOST_COMMAS:
        raise too_many(operation, body)


def too_many(operation: str, body: bytes) -> BadAnswer:
    """The error for an answer that holds more than is read at once."""
    return BadAnswer(operation, "too_many", details=f"{len(body)} bytes")


class Allowance:
    """What is left of all that one answer may hold; rows are taken off it as they are read.

    Args:
        operation: Asked for.
        body: The whole answer.

    Attributes:
        damaged: Rows and parts of rows that could not be read.
    """

    def __init__(self, operation: str, body: bytes) -> None:
        self.damaged = 0
        self._operation = operation
        self._size = len(body)
        self._rows = 0
        self._odd_rows = 0
        self._odd_bytes = 0
        self._letters = 0
        self._wide = len(body) * _WIDTH > _MOST_LETTERS and not _is_plain(body)

    def take(self, count: int = 1) -> None:
        """So many rows more.

        Raises:
            BadAnswer: reason "too_many", or "shape" when most of them meant nothing.
        """
        self._rows += count
        if self._rows > MOST_ROWS:
            raise self._end()

    def damage(self) -> None:
        """A row more that cannot be read.

        Raises:
            BadAnswer: As `take`.
        """
        self.damaged += 1
        self.take()

    def fits(self, row: bytes | msgspec.Raw) -> bool:
        """Whether a row is short enough to be looked at.

        Raises:
            BadAnswer: As `take`, when the texts up to here would fill the memory.
        """
        if len(row) > LONGEST_ROW:
            return False
        if self._wide:
            text = bytes(row)
            self._letters += len(text) * _width(text)
            if self._letters > _MOST_LETTERS:
                raise self._end()
        return True

    def odd(self, size: int) -> None:
        """A row of `size` bytes that is read the patient way.

        Raises:
            BadAnswer: As `take`.
        """
        self._odd_rows += 1
        self._odd_bytes += size
        if self._odd_rows > _MOST_ODD_ROWS or self._odd_bytes > _MOST_ODD_BYTES:
            raise self._end()

    def _end(self) -> BadAnswer:
        reason = "shape" if 2 * self.damaged > self._rows else "too_many"
        return BadAnswer(self._operation, reason, details=f"{self._size} bytes")


def _width(text: bytes) -> int:
    """The most bytes that a letter of `text`, JSON or plain UTF-8, takes in memory."""
    if _is_plain(text):
        return 1
    return _WIDTH if any(mark in text for mark in _WIDEST) else 2


def _is_plain(text: bytes) -> bool:
    return text.isascii() and b"\\u" not in text
