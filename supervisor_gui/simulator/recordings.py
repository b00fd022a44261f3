"""The sounds of conversations under the addresses that records carry: a tone as long as the talk. No login is asked."""

import io
import wave
from array import array
from math import pi, sin

from supervisor_gui.simulator.answers import Text
from supervisor_gui.simulator.call_records import call_of_token, token
from supervisor_gui.simulator.clock import Engine
from supervisor_gui.simulator.http_face import Ask
from supervisor_gui.simulator.world import Call

RECORDING_PATH = "/upload.php"
RATE = 8000
LONGEST = 60

# A frame of MPEG layer III, 32 kbit/s, 32 kHz, one channel, in which nothing sounds: 144 bytes, 36 ms.
MP3_FRAME = b"\xff\xfb\x18\xc0" + bytes(140)
MP3_FRAMES_PER_SECOND = 1000 / 36

NOT_FOUND = Text(b"<!DOCTYPE html><html><body><h1>404 Not Found</h1></body></html>", "text/html", status=404)


class Recordings:
    """Serves the sounds.

    Attributes:
        base: The address of the API face, set when it is known.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.base = ""

    def link(self, call: Call) -> str:
        """The address of a call's sound; whoever has it may listen."""
        return f"{self.base}{RECORDING_PATH}?tip=1&a={token(call)}"

    def respond(self, ask: Ask) -> Text:
        """The sound that a request asks for."""
        now = self._engine.catch_up()
        key = ask.query.get("a") or ask.query.get("q", "")
        call = call_of_token(self._engine.centre.ledger, key, now)
        if ask.method != "GET" or ask.query.get("tip") != "1" or call is None:
            return NOT_FOUND
        seconds = min(max(call.whole_talk, 1), LONGEST)
        if "tomp3" in ask.query:
            return Text(MP3_FRAME * round(seconds * MP3_FRAMES_PER_SECOND), "audio/mpeg")
        return Text(tone(seconds, call.sequence), "audio/x-wav")


def tone(seconds: int, pitch: int) -> bytes:
    """A WAV file, 8 kHz, 16 bit, one channel, with a tone that differs from call to call."""
    period = 12 + pitch % 20
    one = array("h", (int(6000 * sin(2 * pi * place / period)) for place in range(period)))
    sound = (one * (seconds * RATE // period + 1))[: seconds * RATE]
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(RATE)
        writer.writeframes(sound.tobytes())
    return file.getvalue()
