"""Finds one number in texts and in bytes however it is written, and takes it out of texts. It knows no table or file.

A number is its tail (`live.numbers.tail`). Ten digits are found inside longer ones too, for 0, 90 and 0090 stand before
them; a shorter number, such as a 444 line, only where it stands alone, or it would be found in other people's numbers.
"""

import re

from supervisor_gui.live.numbers import TAIL_DIGITS

GONE = "•••"
"""What stands in a text where the number was."""

OVERLAP = 64
"""Bytes that two neighbouring pieces of a file must share, so that a number across their border is found."""

_BETWEEN = r"[\s().\-/\u2010-\u2013\u200b-\u200f\u2060\ufeff]{0,3}"
_BETWEEN_BYTES = rb"[ ().\-/]{0,2}"


class Trace:
    """One number, ready to be searched for."""

    def __init__(self, tail: str) -> None:
        """Args.

        tail: Seven to ten ASCII digits.

        Raises:
            ValueError: It is something else.
        """
        if not (tail.isascii() and tail.isdigit() and 7 <= len(tail) <= TAIL_DIGITS):
            raise ValueError("not the tail of a number")
        self.tail = tail
        whole, alone = _BETWEEN.join(tail), len(tail) < TAIL_DIGITS
        short = rf"(?<![0-9])(?:(?:\+|00)?90|0)?{whole}(?![0-9])"
        long = rf"(?:\+?[0-9]{{0,5}}|(?:\+|00)?90{_BETWEEN}|0{_BETWEEN}){whole}"
        self._text = re.compile(short if alone else long)
        # What begins with one certain digit is found many times faster.
        self._core = self._text if alone else re.compile(whole)
        found = _BETWEEN_BYTES.join(bytes([digit]) for digit in tail.encode())
        self._bytes = re.compile(rb"(?<!\d)(?:(?:00)?90|0)?" + found + rb"(?!\d)" if alone else found)

    def __repr__(self) -> str:
        return f"Trace({GONE}{self.tail[-2:]})"

    @property
    def like(self) -> str:
        """A pattern of SQL's LIKE that every text with the number fits, and few others."""
        return "%" + "%".join(self.tail) + "%"

    def in_text(self, text: str) -> bool:
        """Whether `text` holds the number."""
        return self._core.search(text) is not None

    def without(self, text: str) -> str:
        """`text` with `GONE` in its place."""
        return self._text.sub(GONE, text)

    def in_bytes(self, data: bytes) -> bool:
        """Whether `data` holds the number in ASCII."""
        return self._bytes.search(data) is not None
