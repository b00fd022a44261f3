"""How a Linux desktop is asked to keep the screen awake: over the session bus, in one task, which waits for no other.

Not by QtDBus: PySide's has no unsigned number, which giving back needs, and its first connection holds the whole
program for as long as a bus says nothing.
"""

import asyncio
import itertools
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import msgspec
from jeepney import DBusAddress, HeaderFields, Message, MessageFlag, MessageType, Parser, new_method_call
from jeepney.bus import get_connectable_addresses
from jeepney.bus_messages import message_bus

WHO = "NetSantral Supervisor"
ANSWER_SECONDS = 25.0
"""After so long no answer comes any more: the bus's own usual measure."""
SETTLE_SECONDS = 1.0
"""A service that has just come may have its name before it understands anything."""
RETRY_SECONDS = 60.0
FAREWELL_SECONDS = 1.0

_IDLE = 8
"""GNOME's word for "the session does not become idle"."""
_CHANGED = "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='{}'"

Tell = Callable[[str], None]


class Door(msgspec.Struct, frozen=True):
    """A service that keeps screens awake.

    Attributes:
        service: Its name on the bus.
        path: Its object.
        interface: Its interface.
        signature: Of the arguments of Inhibit.
        leave: The method that takes the number back.
    """

    service: str
    path: str
    interface: str
    signature: str = "ss"
    leave: str = "UnInhibit"

    def arguments(self, reason: str) -> tuple[Any, ...]:
        """What Inhibit gets."""
        return (WHO, reason) if self.signature == "ss" else (WHO, 0, reason, _IDLE)


DOORS = (
    Door("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    Door("org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager", "susu", "Uninhibit"),
    Door(
        "org.freedesktop.PowerManagement",
        "/org/freedesktop/PowerManagement/Inhibit",
        "org.freedesktop.PowerManagement.Inhibit",
    ),
)
"""The first that opens is taken: nearly every desktop has the first one, MATE the second, Xfce the third."""


class Held(msgspec.Struct, frozen=True):
    """A door that has opened.

    Attributes:
        door: The door.
        owner: The program behind it; another one of the same name knows nothing of our number.
        number: What is given back.
    """

    door: Door
    owner: str
    number: int


class RefusedError(Exception):
    """A service, or the bus in its place, answered with an error."""


class Bus:
    """One connection, for one task."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._parser = Parser()
        self._serials = itertools.count(1)
        self._moved: dict[str, str] = {}

    def send(self, message: Message) -> int:
        """Send without waiting; returns the message's number."""
        serial = next(self._serials)
        self._writer.write(message.serialise(serial))
        return serial

    async def ask(self, message: Message) -> Message:
        """Send and wait for the answer, as `answer` does."""
        return await self.answer(self.send(message), ANSWER_SECONDS)

    async def answer(self, serial: int, seconds: float) -> Message:
        """Wait for the answer to a message.

        Args:
            serial: The message's number.
            seconds: How long.

        Raises:
            RefusedError: It is an error.
            TimeoutError: None comes.
            OSError, EOFError: The bus has gone.
        """
        async with asyncio.timeout(seconds):
            while (answer := await self._receive()).header.fields.get(HeaderFields.reply_serial) != serial:
                self._note(answer)
        if answer.header.message_type is MessageType.error:
            raise RefusedError(str(answer.header.fields.get(HeaderFields.error_name, "")))
        return answer

    async def moved(self, seconds: float | None) -> dict[str, str]:
        """Wait until watched services have come or gone, at most `seconds`; returns their names and new owners."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while not self._moved:
                    self._note(await self._receive())
        moved, self._moved = self._moved, {}
        return moved

    def _note(self, message: Message) -> None:
        if message.header.fields.get(HeaderFields.member) == "NameOwnerChanged":
            service, _, owner = message.body
            self._moved[service] = owner

    async def _receive(self) -> Message:
        while True:
            message: Message | None = self._parser.get_next_message()
            if message is not None:
                return message
            data = await self._reader.read(4096)
            if not data:
                raise EOFError("the session bus has gone")
            self._parser.add_data(data)


async def keep_awake(reason: str, tell: Tell) -> None:
    """Keep the screen awake until it is cancelled.

    Args:
        reason: Why, in the user's language.
        tell: Hears which service does it, or why none does.

    Raises:
        OSError, EOFError, Exception: There is no bus, or it has gone.
    """
    async with connected() as bus:
        for door in DOORS:
            await bus.ask(message_bus.AddMatch(_CHANGED.format(door.service)))
        await _stay(bus, reason, tell)


async def _stay(bus: Bus, reason: str, tell: Tell) -> None:
    held: Held | None = None
    moved: dict[str, str] = {}
    try:
        while True:
            if held is not None and moved.get(held.door.service, held.owner) != held.owner:
                held = None
            better = DOORS if held is None else DOORS[: DOORS.index(held.door)]
            if held is None or any(moved.get(door.service) for door in better):
                entered = await _enter(bus, better, reason, tell)
                if held is not None and entered is not None:
                    _leave(bus, held)  # only now: for a moment without any the screen would go dark at once
                held = entered or held
            if held is not None:
                tell(f"the screen is kept awake by {held.door.service}")
            moved = await bus.moved(RETRY_SECONDS if held is None else None)
            if moved:
                await asyncio.sleep(SETTLE_SECONDS)
    finally:
        if held is not None:
            _leave(bus, held)


async def _enter(bus: Bus, doors: tuple[Door, ...], reason: str, tell: Tell) -> Held | None:
    troubles = []
    for door in doors:
        try:
            held = await _open(bus, door, reason)
        except (RefusedError, TimeoutError) as error:
            troubles.append(f"{door.service} {str(error) or 'does not answer'}")
            continue
        if held is not None:
            return held
        troubles.append(f"{door.service} gives no number")
    if doors is DOORS:
        tell("nothing keeps the screen awake: " + ", ".join(troubles))
    return None


async def _open(bus: Bus, door: Door, reason: str) -> Held | None:
    serial = bus.send(_call(door, door.service, "Inhibit", (door.signature, door.arguments(reason))))
    try:
        return _held(door, await bus.answer(serial, ANSWER_SECONDS))
    except asyncio.CancelledError:
        # No longer wanted, but it may have been done already.
        with suppress(RefusedError, OSError, EOFError):
            held = _held(door, await bus.answer(serial, FAREWELL_SECONDS))
            if held is not None:
                _leave(bus, held)
        raise


def _held(door: Door, answer: Message) -> Held | None:
    fields = answer.header.fields
    if fields.get(HeaderFields.signature) != "u":
        return None
    return Held(door, str(fields[HeaderFields.sender]), answer.body[0])


def _leave(bus: Bus, held: Held) -> None:
    message = _call(held.door, held.owner, held.door.leave, ("u", (held.number,)))
    message.header.flags |= MessageFlag.no_reply_expected
    bus.send(message)


def _call(door: Door, service: str, method: str, arguments: tuple[str, tuple[Any, ...]]) -> Message:
    """A call that starts no service: a desktop is asked for what it has, and gets no part of another one."""
    message = new_method_call(DBusAddress(door.path, service, door.interface), method, *arguments)
    message.header.flags |= MessageFlag.no_auto_start
    return message


def socket_of_bus() -> str:
    """The socket of this session's bus.

    Raises:
        FileNotFoundError: Nothing says where it is.
        RuntimeError, ValueError: It is not reached by a socket.
    """
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    if address:
        return str(next(iter(get_connectable_addresses(address))))
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    if not folder:
        raise FileNotFoundError("there is no session bus")
    return f"{folder}/bus"


@asynccontextmanager
async def connected() -> AsyncIterator[Bus]:
    """A connection to the session's bus, closed afterwards: whatever is held is given back by that alone."""
    if sys.platform == "win32":
        raise FileNotFoundError("there is no session bus")
    reader, writer = await asyncio.open_unix_connection(socket_of_bus())
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            writer.write(b"\0AUTH EXTERNAL %b\r\n" % str(os.geteuid()).encode().hex().encode())
            if not (await reader.readuntil(b"\r\n")).startswith(b"OK "):
                raise PermissionError("the session bus lets nobody in")
        writer.write(b"BEGIN\r\n")
        bus = Bus(reader, writer)
        await bus.ask(message_bus.Hello())
        yield bus
    finally:
        writer.close()
        try:
            async with asyncio.timeout(FAREWELL_SECONDS):
                await writer.wait_closed()
        except OSError:  # gone already, or a bus that reads nothing more
            writer.transport.abort()
