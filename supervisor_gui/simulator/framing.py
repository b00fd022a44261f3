"""Frames on the event socket: taking a client's apart, and sending in every way the PBX does. No content."""

import asyncio
import json
import random
import re

from supervisor_gui.simulator.answers import Json
from supervisor_gui.simulator.wire_json import harmless

FRAMINGS = ("mixed", "double", "single", "none", "split", "merged")
LOGINS = ("mixed", "json", "lower", "plain")

# A string with its closing quote, if that has come, or a brace outside of strings.
_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*("?)|[{}]', re.DOTALL)

LONGEST_FRAME = 1_000_000
SPLIT_SECONDS = 0.01
MERGE_SECONDS = 0.03


class FrameReader:
    """Cuts JSON objects out of a stream that parts them by newlines, blanks or nothing."""

    def __init__(self) -> None:
        self._buffer = ""

    def feed(self, text: str) -> list[Json]:
        """The objects that are complete now; what is no object is passed over up to the next newline.

        Raises:
            OverflowError: A frame grows without end.
        """
        self._buffer += text
        found = []
        while (frame := self._next()) is not None:
            if frame:
                found.append(frame)
        if len(self._buffer) > LONGEST_FRAME:
            raise OverflowError("a frame grows without end")
        return found

    def _next(self) -> Json | None:
        self._buffer = self._buffer.lstrip()
        if not self._buffer:
            return None
        if not self._buffer.startswith("{"):
            return self._skip_line()
        end = _object_end(self._buffer)
        if end is None:
            return None
        text, self._buffer = self._buffer[:end], self._buffer[end:]
        return _object(text)

    def _skip_line(self) -> Json | None:
        _, newline, rest = self._buffer.partition("\n")
        if not newline:
            return None
        self._buffer = rest
        return {}


def _object_end(text: str) -> int | None:
    """Where the object that opens the text is closed; None when it is not yet."""
    depth = 0
    for token in _TOKEN.finditer(text):
        if token[0] == "{":
            depth += 1
        elif token[0] == "}":
            depth -= 1
            if not depth:
                return token.end()
        elif not token[1]:
            return None
    return None


def _object(text: str) -> Json:
    try:
        value = harmless(json.loads(text, strict=False))
    except (ValueError, RecursionError):
        return {}
    return {str(key): item for key, item in value.items()} if isinstance(value, dict) else {}


class FrameWriter:
    """Sends frames in one of the PBX's ways; "mixed" takes another way each time.

    Args:
        rng: Chooses the way of each frame when they are mixed.
    """

    def __init__(self, writer: asyncio.StreamWriter, style: str, rng: random.Random) -> None:
        self._writer = writer
        self._style = style
        self._rng = rng
        self._held: list[bytes] = []

    def send(self, frame: bytes) -> None:
        """Send one frame, now or within a few hundredths of a second."""
        style = self._style if self._style != "mixed" else self._rng.choice(FRAMINGS[1:])
        if style == "merged" or self._held:
            # Whatever follows a held piece must wait behind it, or frames would be woven into each other.
            self._hold(frame + b"\n\n", MERGE_SECONDS)
        elif style == "split":
            cut = self._rng.randrange(1, len(frame)) if len(frame) > 1 else 1
            self._write(frame[:cut])
            self._hold(frame[cut:] + b"\n\n", SPLIT_SECONDS)
        else:
            self._write(frame + {"double": b"\n\n", "single": b"\n", "none": b""}[style])

    def send_raw(self, piece: bytes) -> None:
        """Send bytes as they are, behind everything sent before."""
        self.flush()
        self._write(piece)

    def flush(self) -> None:
        """Send what is held."""
        held, self._held = b"".join(self._held), []
        if held:
            self._write(held)

    def _hold(self, piece: bytes, seconds: float) -> None:
        if not self._held:
            asyncio.get_running_loop().call_later(seconds, self.flush)
        self._held.append(piece)

    def _write(self, piece: bytes) -> None:
        if not self._writer.is_closing():
            self._writer.write(piece)
