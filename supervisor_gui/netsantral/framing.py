"""Cuts the event stream's bytes into JSON objects and lines of plain text. It understands neither.

The PBX separates frames by two newlines, one, or nothing, mixes in plain text, and may break off in the middle of an
object (docs/protocol.md, Event stream). A frame that cannot be JSON any more is given up at the first illegal byte and
the search goes on at the next `{`, so that a broken frame costs itself and not its neighbours.
"""

import re

from supervisor_gui.netsantral.endpoints import EVENT_CAP

TEXT_CAP = 16 * 1024
"""Bytes of plain text that are kept while its end has not come."""

_DEEPEST = 16
_BLANKS = re.compile(rb"[\s\x00]*")
_TEXT_END = re.compile(rb"[\r\n{]")
_OUTSIDE = re.compile(rb'"[^"\\\r\n]*"|[^\s:,\d+\-.eEtrufalsn]')
"""Between strings: a whole string at once, or the first byte that is neither blank, number, literal nor separator."""

_INSIDE = re.compile(rb'["\\\r\n]')
_QUOTE, _OPEN, _CLOSE, _LIST_OPEN, _LIST_CLOSE = b'"{}[]'
_BEFORE_CHILD = {_OPEN: b":", _LIST_OPEN: b"[,"}
_PARTNER = {_CLOSE: _OPEN, _LIST_CLOSE: _LIST_OPEN}


class FrameTooLongError(Exception):
    """One object grew past the cap without an end."""


class Splitter:
    """Takes bytes as they come and gives whole frames; one that begins with `{` is an object, any other is text.

    Args:
        cap: Most bytes of one object.
    """

    def __init__(self, cap: int = EVENT_CAP) -> None:
        self._cap = cap
        self._buffer = bytearray()
        self._start = 0
        self._scan = 0
        self._nest = bytearray()
        self._in_string = False

    def feed(self, data: bytes) -> list[bytes]:
        """The frames that `data` completes.

        Raises:
            FrameTooLongError: An object is longer than the cap; the connection is of no more use.
        """
        self._buffer += data
        frames: list[bytes] = []
        while self._advance(frames):
            pass
        del self._buffer[: self._start]
        self._scan -= self._start
        self._start = 0
        if len(self._buffer) > self._cap:
            raise FrameTooLongError
        return frames

    def silence(self) -> list[bytes]:
        """Nothing came for a moment: a line of text without a newline is whole."""
        if not self.holds_text:
            return []
        text = bytes(self._buffer).strip()
        self._buffer.clear()
        self._scan = 0
        return [text]

    @property
    def holds_text(self) -> bool:
        """Whether a line of text waits for its end."""
        return bool(self._buffer) and self._buffer[0] != _OPEN

    def _advance(self, frames: list[bytes]) -> bool:
        """One frame, one broken frame or nothing; False when more bytes are needed."""
        if not self._nest:
            self._start = _end(_BLANKS, self._buffer, self._start)
            self._scan = max(self._scan, self._start)
            if self._start == len(self._buffer):
                return False
            if self._buffer[self._start] != _OPEN:
                return self._text(frames)
        return self._string() if self._in_string else self._structure(frames)

    def _text(self, frames: list[bytes]) -> bool:
        found = _TEXT_END.search(self._buffer, self._scan)
        if found is None:
            self._scan = len(self._buffer)
            if self._scan - self._start > TEXT_CAP:
                self._start = self._scan
            return False
        frames.append(bytes(self._buffer[self._start : found.start()]).strip())
        self._restart(found.start())
        return True

    def _string(self) -> bool:
        found = _INSIDE.search(self._buffer, self._scan)
        if found is None:
            self._scan = len(self._buffer)
            return False
        if found.group() == b"\\":
            self._scan = found.end() + 1
            if self._scan > len(self._buffer):
                self._scan = found.start()
                return False
        elif found.group() == b'"':
            self._in_string = False
            self._scan = found.end()
        else:
            self._give_up()
        return True

    def _structure(self, frames: list[bytes]) -> bool:
        found = _OUTSIDE.search(self._buffer, self._scan)
        if found is None:
            self._scan = len(self._buffer)
            return False
        self._scan = found.end()
        if found.end() - found.start() > 1:
            return True
        mark = self._buffer[found.start()]
        if mark == _QUOTE:
            self._in_string = True
        elif mark in _BEFORE_CHILD and self._may_open(found.start()):
            self._nest.append(mark)
        elif mark in _PARTNER and self._nest[-1] == _PARTNER[mark]:
            self._nest.pop()
            if not self._nest:
                frames.append(bytes(self._buffer[self._start : self._scan]))
                self._restart(self._scan)
        else:
            self._give_up()
        return True

    def _may_open(self, at: int) -> bool:
        """Whether an object or list may begin at `at`: in an object after a colon, in a list after `[` or a comma."""
        if not self._nest:
            return True
        before = at - 1
        while self._buffer[before : before + 1].isspace():
            before -= 1
        return len(self._nest) < _DEEPEST and self._buffer[before] in _BEFORE_CHILD[self._nest[-1]]

    def _give_up(self) -> None:
        """Drop the broken frame up to the next `{`, which begins the next frame or a part that nobody wants."""
        # Deep nests are skipped whole: looking at each level again would take time in the square of their depth.
        after = self._scan if len(self._nest) >= _DEEPEST else self._start + 1
        found = self._buffer.find(b"{", after)
        self._restart(found if found >= 0 else len(self._buffer))

    def _restart(self, at: int) -> None:
        self._start = self._scan = at
        self._nest.clear()
        self._in_string = False


def _end(pattern: re.Pattern[bytes], buffer: bytearray, at: int) -> int:
    found = pattern.match(buffer, at)
    return found.end() if found else at
