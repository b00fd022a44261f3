"""The PBX's event socket: logins, commands and pushed events, with its faults. Frames are cut and built elsewhere."""

import asyncio
import codecs
import contextlib
import random

from supervisor_gui.simulator import answers, spoil
from supervisor_gui.simulator.accounts import Accounts
from supervisor_gui.simulator.answers import Json
from supervisor_gui.simulator.event_frames import EventFrames
from supervisor_gui.simulator.faults import Faults
from supervisor_gui.simulator.floor import Happening
from supervisor_gui.simulator.framing import LOGINS, FrameReader, FrameWriter
from supervisor_gui.simulator.http_face import outcome
from supervisor_gui.simulator.operations import Operations, Order
from supervisor_gui.simulator.request_log import RequestLog
from supervisor_gui.simulator.wire_json import encode, flat

WRONG_LOGIN = b"Yanlis kullanici adi veya sifre"
LARGEST_BACKLOG = 32 * 1024 * 1024
READ_SIZE = 65_536
FLOOD = 10_000
FLOOD_STEPS = 50


class Session:
    """One client on the event socket."""

    def __init__(self, stream: asyncio.StreamWriter, style: str, rng: random.Random) -> None:
        self.stream = stream
        self.frames = FrameWriter(stream, style, rng)
        self.account = ""
        self.held_back: bytes | None = None
        host, port = stream.get_extra_info("peername")[:2]
        self.peer = f"{host}:{port}"

    @property
    def listening(self) -> bool:
        """Whether events go to this client."""
        return bool(self.account) and not self.stream.is_closing()

    def backlog(self) -> int:
        """Bytes the client has not taken yet."""
        return self.stream.transport.get_write_buffer_size()


class EventFace:
    """Serves the event socket.

    Args:
        style: How frames are parted, one of `FRAMINGS`.
        login: How a login is answered, one of `LOGINS`.
        rng: Chooses where ways are mixed.
    """

    def __init__(
        self,
        accounts: Accounts,
        operations: Operations,
        faults: Faults,
        log: RequestLog,
        *,
        style: str,
        login: str,
        rng: random.Random,
    ) -> None:
        self._accounts = accounts
        self._operations = operations
        self._faults = faults
        self._log = log
        self._rng = rng
        self.style = style
        self.login = login
        self._builder = EventFrames(rng)
        self._sessions: set[Session] = set()
        self._floods: set[asyncio.Task[object]] = set()
        self._talks: set[asyncio.Task[object]] = set()
        faults.watch(self._strike_at_once)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Talk with one client until it leaves."""
        session = Session(writer, self.style, self._rng)
        self._sessions.add(session)
        if talk := asyncio.current_task():
            self._keep(talk)
        frames = FrameReader()
        decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        try:
            while data := await reader.read(READ_SIZE):
                for message in frames.feed(decode(data)):
                    self._take(session, message)
                await writer.drain()
        except (ConnectionError, OverflowError):
            pass
        finally:
            self._sessions.discard(session)
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()

    def sounds_at(self, address: str) -> None:
        """Name the host that has the recordings in every record from now on."""
        self._builder.sounds = address

    def publish(self, happening: Happening) -> None:
        """Push one moment of a call to every client that is logged in."""
        for session in tuple(self._sessions):
            if session.listening:
                self._push(session, self._builder.frame(happening, session.account))

    async def close(self) -> None:
        """Cut every connection and wait until nothing of them is left."""
        for task in tuple(self._floods):
            task.cancel()
        for session in tuple(self._sessions):
            session.stream.transport.abort()
        if left := self._talks | self._floods:
            await asyncio.wait(left)

    def _take(self, session: Session, message: Json) -> None:
        params = flat(message)
        command = params.get("command", "")
        if command == "login":
            self._log_in(session, params)
        else:
            # A call may hold its answer until somebody picks up; what comes after it is not kept waiting.
            self._keep(asyncio.get_running_loop().create_task(self._command(session, command, params)))

    def _log_in(self, session: Session, params: dict[str, str]) -> None:
        names = self._faults.take("login", "login")
        account, crm_id = params.get("username", ""), params.get("crm_id", "")
        known = self._accounts.lets_in(account, params.get("password", "")) and not spoil.SHUT_OUT & set(names)
        # The PBX keeps a socket open and mute when the login's id is no whole number (docs/protocol.md).
        mute = "login-silence" in names or not (crm_id.isascii() and crm_id.isdigit())
        result = "silence" if mute else "Success" if known else "Error"
        self._note(session, "login", params, {"status": result}, names)
        if mute:
            return
        if not known:
            session.frames.send(WRONG_LOGIN + b"\n")
            return
        session.account = account
        session.frames.send(self._login_answer(crm_id))
        if "close-after-login" in names:
            session.frames.flush()
            session.stream.close()
        self._strike_at_once()

    def _login_answer(self, crm_id: str) -> bytes:
        style = self._rng.choice(LOGINS[1:]) if self.login == "mixed" else self.login
        if style == "plain":
            return b"login Successful\n"
        if style == "lower":
            return encode({"response": "login", "crm_id": crm_id, "status": "success", "message": "login Successful"})
        return encode({"status": "Success", "message": "login Successful"})

    def _keep(self, talk: "asyncio.Task[object]") -> None:
        self._talks.add(talk)
        talk.add_done_callback(self._talks.discard)

    async def _command(self, session: Session, command: str, params: dict[str, str]) -> None:
        names = self._faults.take("command", command, params.get("exten", ""), params.get("queue", ""))
        payload = spoil.refusal(names, "pbx")
        if payload is None:
            payload = await self._answer(session, command, params)
        self._note(session, command, params, outcome(payload), names)
        if "drop-connection" in names:
            session.stream.transport.abort()
            return
        turn = self._faults.next_round() if "wrong-shape" in names else 0
        session.frames.send(spoil.garble(names, encode(spoil.reshape(names, payload, turn))))

    async def _answer(self, session: Session, command: str, params: dict[str, str]) -> Json:
        if not session.account:
            return answers.NOT_VERIFIED
        return await self._operations.answer(Order(command, session.account, session.account, params))

    def _push(self, session: Session, frame: Json) -> None:
        if session.backlog() > LARGEST_BACKLOG:
            session.stream.transport.abort()
            return
        names = self._faults.take("event", "event")
        if "drop-connection" in names:
            session.stream.transport.abort()
            return
        body = encode(spoil.hostile_event(frame) if "hostile-text" in names else frame)
        if "half-frame" in names:
            session.frames.send_raw(body[: len(body) // 2])
            return
        if "unknown-frames" in names:
            session.frames.send(encode({"keepalive": 1, "durum": {"ic": [1, {"a": "}"}]}}))
        if "reorder-events" in names and session.held_back is None:
            session.held_back = body
            return
        for _ in range(2 if "duplicate-events" in names else 1):
            session.frames.send(body)
        if session.held_back is not None:
            session.frames.send(session.held_back)
            session.held_back = None

    def _strike_at_once(self) -> None:
        """Faults that wait for no event."""
        for session in tuple(self._sessions):
            if not session.listening:
                continue
            if self._faults.take_now("drop-connection", "event"):
                session.stream.transport.abort()
            elif self._faults.take_now("event-flood"):
                task = asyncio.get_running_loop().create_task(self._flood(session))
                self._floods.add(task)
                task.add_done_callback(self._floods.discard)

    async def _flood(self, session: Session) -> None:
        for step in range(FLOOD_STEPS):
            if not session.listening:
                return
            for place in range(FLOOD // FLOOD_STEPS):
                number = step * (FLOOD // FLOOD_STEPS) + place
                self._push(session, _flood_frame(session.account, number))
            await asyncio.sleep(1.0 / FLOOD_STEPS)

    def _note(
        self, session: Session, command: str, params: dict[str, str], result: Json, names: tuple[str, ...]
    ) -> None:
        self._log.add(face="events", operation=command, params=params, outcome=result, fault=names, peer=session.peer)


def _flood_frame(pbx: str, number: int) -> Json:
    return {
        "pbx_num": pbx,
        "unique_id": f"sip3-1.{number}",
        "incoming_number": pbx,
        "scenario": "InboundtoPBX",
        "customer_num": f"0555000{number % 10_000:04d}",
        "timestamp": "1000",
    }
