"""A server that plays the PBX by a script, a client on it and a recording shelf. It asserts nothing."""

import asyncio
import json
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from supervisor_gui.clock import Clock
from supervisor_gui.netsantral.client import Client
from tests.helpers.shelf_desk import BEGAN, CALL, CALLER, ShelfDesk, open_shelf
from tests.helpers.wire_server import Step, WireServer, http, open_client

WAV = b"RIFF\x24\x08\x00\x00WAVEfmt " + bytes(2048)
MP3 = b"\xff\xfb\x90\x64" + bytes(2048)
SECRET = "s3cr3t"
NO_RECORD = http(json.dumps({"code": 40, "error": "Kayit bulunamadi"}).encode())


class Hands:
    """Two clocks that stand still until they are moved."""

    def __init__(self) -> None:
        self.now = BEGAN + 3600.0
        self.ticks = 0.0

    @property
    def clock(self) -> Clock:
        return Clock(wall=lambda: self.now, monotonic=lambda: self.ticks)

    def move(self, seconds: float) -> None:
        self.now += seconds
        self.ticks += seconds


class Site:
    """A server that plays the PBX by a script, a client on it, and a shelf."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stack = AsyncExitStack()
        self.hands = Hands()
        self.server = WireServer(b"")
        self.client: Client
        self.desk: ShelfDesk

    async def open(self, *script: bytes | Step, **options: Any) -> ShelfDesk:
        self.server = WireServer(*script)
        await self._stack.enter_async_context(self.server)
        self.client = await self._stack.enter_async_context(open_client(self.server.url))
        shelf = open_shelf(self._folder, self.client, clock=self.hands.clock, **options)
        self.desk = await self._stack.enter_async_context(shelf)
        return self.desk

    async def close(self) -> None:
        await self._stack.aclose()

    def rows(self, *legs: dict[str, Any], call: str = CALL) -> Step:
        """The record of a call; each leg with the fields that matter to the test."""
        return lambda reader, writer: _write(writer, record(self.server.url, *legs, call=call))

    @property
    def asked(self) -> list[str]:
        """What was asked of the server: "record", or the token of a recording."""
        return [
            "record" if request.startswith(b"POST") else request.split(b"a=", 1)[1].split(b" ", 1)[0].decode()
            for request in self.server.requests
        ]


async def _write(writer: asyncio.StreamWriter, answer: bytes) -> None:
    writer.write(answer)
    await writer.drain()


def record(url: str, *legs: dict[str, Any], call: str = CALL) -> bytes:
    usual = {"date": "29.11.2026 14:03:12", "destination": "102", "source": CALLER, "duration": "54", "direction": 1}
    rows = []
    for leg in legs or ({"token": SECRET},):
        token = leg.get("token", "")
        link = {"recording": f"{url}/upload.php?tip=1&a={token}"} if token else {}
        rows.append(usual | {name: value for name, value in leg.items() if name != "token"} | link)
    return http(json.dumps([{"uniqueid": call, "values": rows}]).encode())


def held(answers: Callable[[], bytes], gate: asyncio.Event) -> Step:
    """An answer of which a part comes at once and the rest when the gate opens."""

    async def step(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        answer = answers()
        writer.write(answer[:-10])
        await writer.drain()
        await gate.wait()
        writer.write(answer[-10:])
        await writer.drain()

    return step
