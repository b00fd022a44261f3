"""The PBX's event stream over TCP: log in, hand events on, come back after a break. It draws no conclusions from them.

The PBX offers the stream without encryption; the password goes as it is (docs/protocol.md, Encryption).
"""

import asyncio
import contextlib
import logging
import random as _random
import socket
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from supervisor_gui.clock import Clock
from supervisor_gui.netsantral.codec_events import OPERATION, decode_event, decode_login, read_frame
from supervisor_gui.netsantral.crm_ids import stream_id
from supervisor_gui.netsantral.errors import BadAnswer, BadCredentials, NoAnswer, NotSent, PbxError
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.netsantral.failures import not_sent_reason
from supervisor_gui.netsantral.framing import FrameTooLongError, Splitter
from supervisor_gui.netsantral.scrub import Scrubber
from supervisor_gui.netsantral.types import Credential, Event, StreamChange, StreamState

log = logging.getLogger(__name__)

BACK_OFF = (10.0, 30.0, 60.0, 120.0, 300.0)
"""Seconds between tries, give or take a fifth; from the start again after a login that was accepted."""

TEXT_SILENCE = 0.3
"""Seconds of silence that end a line of text without a newline."""

READ_SIZE = 16 * 1024
BATCH = 100
"""Events handed on before the event loop may do other things; both keep a flood from starving the window."""

REMEMBERED = 4096
"""Events remembered to tell repeats."""

Fields = Mapping[str, Any]


class _Line:
    """One connection: bytes in, fields out."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._splitter = Splitter()

    async def send(self, message: Mapping[str, str]) -> None:
        """Send one JSON object."""
        self._writer.write(msgspec.json.encode(message) + b"\n\n")
        await self._writer.drain()

    async def receive(self) -> list[Fields]:
        """The next frames.

        Raises:
            NoAnswer: The connection has ended.
            BadAnswer: A frame without an end.
        """
        try:
            frames = await self._frames()
        except FrameTooLongError:
            raise BadAnswer(OPERATION, "too_large") from None
        return [read_frame(frame) for frame in frames]

    async def _frames(self) -> list[bytes]:
        try:
            async with asyncio.timeout(TEXT_SILENCE if self._splitter.holds_text else None) as limit:
                data = await self._reader.read(READ_SIZE)
        except TimeoutError:
            # The operating system raises the same class for a connection that its keep-alive found dead.
            if not limit.expired():
                raise
            return self._splitter.silence()
        if not data:
            raise NoAnswer(OPERATION, "cut")
        return self._splitter.feed(data)

    def drop(self) -> None:
        """Break the connection; `receive` notices."""
        self._writer.transport.abort()

    async def close(self) -> None:
        """Break the connection and wait until it is gone."""
        self.drop()
        with contextlib.suppress(OSError):
            await self._writer.wait_closed()


class _Repeats:
    """Tells events that came before, within a bounded memory."""

    def __init__(self) -> None:
        self._seen: OrderedDict[Event, None] = OrderedDict()

    def __contains__(self, event: Event) -> bool:
        """Whether the same event came before; one without a time cannot be told from a later twin, so it never did."""
        if event.at is None:
            return False
        if event in self._seen:
            return True
        self._seen[event] = None
        if len(self._seen) > REMEMBERED:
            self._seen.popitem(last=False)
        return False


class EventStream:
    """Keeps one login alive and hands on what comes.

    After a refused login it stays away until `reconnect` is called: more wrong logins could get the address banned.
    """

    def __init__(
        self,
        address: tuple[str, int],
        credential: Credential,
        *,
        deliver: Callable[[Event, float], None],
        changed: Callable[[StreamChange], None],
        clock: Clock = Clock(),  # noqa: B008  frozen
        random: Callable[[], float] = _random.random,
        login_timeout: float = 10.0,
        connect_timeout: float = 10.0,
        time_factor: float = 1.0,
    ) -> None:
        """Connect to nothing yet.

        Args:
            address: Host and port.
            credential: Account and password.
            deliver: Takes each event and the epoch seconds at which it came.
            changed: Takes each change of state.
            clock: Tells when an event came.
            random: A number from 0 up to 1: login ids, and the spread of tries.
            login_timeout: Seconds until a login without an answer counts as failed.
            connect_timeout: Seconds for the connection.
            time_factor: Waits between tries are divided by this.
        """
        self._address = address
        self._credential = credential
        self._deliver = deliver
        self._changed = changed
        self._clock = clock
        self._random = random
        self._login_timeout = login_timeout
        self._connect_timeout = connect_timeout
        self._factor = time_factor
        self._again = asyncio.Event()
        self._line: _Line | None = None
        self._tries = 0
        self._broken = False
        self._repeats = _Repeats()

    async def run(self) -> None:
        """Stay connected until cancelled."""
        try:
            while True:
                self._again.clear()
                self._changed(StreamChange(StreamState.CONNECTING))
                error = await self._session()
                if not self._again.is_set():
                    await self._pause(error)
        finally:
            self._changed(StreamChange(StreamState.OFF))

    def reconnect(self, credential: Credential | None = None) -> None:
        """Log in anew at once, with a new credential if given: after sleep, or when the user mended something."""
        self._credential = credential or self._credential
        self._tries = 0
        self._again.set()
        if self._line is not None:
            self._line.drop()

    async def _session(self) -> PbxError:
        """One connection from its beginning to its end; what ended it."""
        try:
            self._line = await self._connect()
        except NotSent as error:
            return error
        try:
            return await self._talk(self._line)
        finally:
            line, self._line = self._line, None
            await line.close()

    async def _connect(self) -> _Line:
        host, port = self._address
        try:
            async with asyncio.timeout(self._connect_timeout):
                reader, writer = await asyncio.open_connection(host, port, limit=4 * READ_SIZE)
        except TimeoutError:
            raise NotSent(OPERATION, "connect_timeout") from None
        except (OSError, UnicodeError) as error:
            reason, words = not_sent_reason(error)
            raise NotSent(OPERATION, reason, details=words) from None
        _keep_alive(writer.get_extra_info("socket"))
        return _Line(reader, writer)

    async def _talk(self, line: _Line) -> PbxError:
        try:
            rest = await self._log_in(line)
            self._accepted()
            await self._hand_on(rest)
            while True:
                await self._hand_on(await line.receive())
        except OSError as error:
            return NoAnswer(OPERATION, "cut", details=error.strerror or "")
        except PbxError as error:
            return error

    async def _log_in(self, line: _Line) -> list[Fields]:
        """Log in; what came behind the answer."""
        secret = Scrubber(self._credential.password)
        message = {
            "command": "login",
            "crm_id": stream_id(self._random),
            "username": self._credential.account,
            "password": self._credential.password.encode("utf-8", "replace").decode("utf-8"),
        }
        try:
            async with asyncio.timeout(self._login_timeout) as limit:
                await line.send(message)
                while True:
                    frames = await line.receive()
                    for index, fields in enumerate(frames):
                        if decode_login(fields):
                            return frames[index:]
        except TimeoutError:
            raise NoAnswer(OPERATION, "login_silence" if limit.expired() else "cut") from None
        except PbxError as error:
            error.words, error.details = secret.clean(error.words), secret.clean(error.details)
            raise

    def _accepted(self) -> None:
        self._tries = 0
        self._again.clear()
        if self._broken:
            self._broken = False
            log.info("event stream is back")
        self._changed(StreamChange(StreamState.ON))

    async def _hand_on(self, frames: Iterable[Fields]) -> None:
        for index, fields in enumerate(frames, 1):
            event = decode_event(fields)
            if event is not None and event not in self._repeats:
                self._deliver(event, self._clock.wall())
            if index % BATCH == 0:
                await asyncio.sleep(0)
        # Reading does not yield while bytes are there already.
        await asyncio.sleep(0)

    async def _pause(self, error: PbxError) -> None:
        """Tell what broke and wait for the next try, or after a refused login for `reconnect`."""
        if not self._broken:
            self._broken = True
            log.warning("event stream broke: %s", error)
        problem = error.words or error.details or explain(error).title
        if isinstance(error, BadCredentials):
            self._changed(StreamChange(StreamState.REFUSED, problem=problem, error=error))
            await self._again.wait()
            return
        delay = BACK_OFF[min(self._tries, len(BACK_OFF) - 1)] * (0.8 + 0.4 * self._random()) / self._factor
        self._tries += 1
        self._changed(StreamChange(StreamState.WAITING, retry_in=delay, problem=problem, error=error))
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(delay):
                await self._again.wait()


def _keep_alive(sock: socket.socket) -> None:
    """Let the operating system find out that the other side is gone: the PBX has no heartbeat."""
    # macOS refuses every option of a connection that is gone already; reading tells that in its own way.
    with contextlib.suppress(OSError):
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for option, value in watching_options(vars(socket)):
            sock.setsockopt(socket.IPPROTO_TCP, option, value)


def watching_options(known: Mapping[str, Any]) -> list[tuple[int, int]]:
    """When a silent connection is looked at, as options of TCP with their values.

    Args:
        known: What this system has, by the names in `socket`. macOS calls the seconds of silence another name; without
            them it would be two hours.
    """
    silence = "TCP_KEEPIDLE" if "TCP_KEEPIDLE" in known else "TCP_KEEPALIVE"
    wanted = ((silence, 30), ("TCP_KEEPINTVL", 10), ("TCP_KEEPCNT", 3))
    return [(known[name], value) for name, value in wanted if name in known]
