"""A simulator served inside a test on real sockets, with clients for its faces. It asserts nothing."""

import asyncio
import json
import ssl
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx

from supervisor_gui.simulator.doors import Doors
from supervisor_gui.simulator.options import SimulatorOptions
from supervisor_gui.simulator.server import Ready, Simulator

ACCOUNT = "8501110000"
# One context for all: making it takes longer than most tests.
TLS = ssl.create_default_context()
LOGIN = {"username": ACCOUNT, "password": "p4ssw0rd"}


class EventClient:
    """A client of the event socket that reads objects and plain lines however they are parted."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer
        self._text = ""

    def send(self, *messages: dict[str, Any] | str, end: str = "") -> None:
        for message in messages:
            text = message if isinstance(message, str) else json.dumps(message, ensure_ascii=False)
            self.writer.write((text + end).encode())

    async def next(self, seconds: float = 5.0) -> Any:
        """The next object, or a plain line as text; EOFError when the socket is closed."""
        async with asyncio.timeout(seconds):
            while True:
                if (found := self._cut()) is not None:
                    return found
                data = await self.reader.read(65_536)
                if not data:
                    raise EOFError
                self._text += data.decode()

    def _cut(self) -> Any:
        self._text = self._text.lstrip()
        if self._text.startswith("{"):
            try:
                value, end = json.JSONDecoder(strict=False).raw_decode(self._text)
            except ValueError:
                return None
            self._text = self._text[end:]
            return value
        line, newline, rest = self._text.partition("\n")
        if not newline:
            return None
        self._text = rest
        return line

    async def until(self, scenario: str) -> dict[str, Any]:
        """The next event of a scenario."""
        while True:
            message = await self.next()
            if isinstance(message, dict) and message.get("scenario") == scenario:
                return message

    async def log_in(self, crm_id: str = "7") -> Any:
        self.send({"command": "login", "crm_id": crm_id, **LOGIN})
        return await self.next()


@dataclass
class Site:
    """A served simulator."""

    simulator: Simulator
    ready: Ready
    http: httpx.AsyncClient

    async def pbx(self, command: str, **params: str) -> httpx.Response:
        """A command with good credentials and a crm_id, unless given otherwise."""
        query = {k: v for k, v in (LOGIN | {"crm_id": "345"} | params).items() if v != "\0"}
        return await self.http.get(f"{self.ready.pbx_url}/{ACCOUNT}/{command}", params=query)

    async def status(self, queue: str = "Satış") -> dict[str, Any]:
        """One queue's row."""
        return (await self.pbx("queuestats", queue=queue)).json()["queues"][0]

    async def numbers(self, command: str, no: str = "5550001122", queue: str = "Satış", **fields: Any) -> Any:
        """An order on outside numbers; `fields` replace whatever the body holds."""
        body = {**LOGIN, "command": command, "tenant": ACCOUNT, "queue": f"{ACCOUNT}-queue-{queue}", "no": no}
        body |= {"penalty": "1"} | fields.pop("instead", {}) | fields
        reply = await self.http.post(f"{self.ready.api_url}/netsantral/queue", json=body)
        assert reply.status_code == 200
        return reply.json()

    async def model(self, **verbs: dict[str, Any]) -> dict[str, Any]:
        reply = await self.http.post(f"{self.ready.control_url}/model", json=verbs)
        assert reply.status_code == 200, reply.text
        return reply.json()

    async def faults(self, *items: str | dict[str, Any]) -> None:
        reply = await self.http.post(f"{self.ready.control_url}/faults", json={"set": list(items)})
        assert reply.status_code == 200, reply.text

    async def control(self, path: str, **params: Any) -> Any:
        reply = await self.http.get(f"{self.ready.control_url}{path}", params=params)
        assert reply.status_code == 200, reply.text
        return reply.json()

    async def advance(self, seconds: float) -> float:
        return (await self.http.post(f"{self.ready.control_url}/clock", json={"advance": seconds})).json()["now"]

    @asynccontextmanager
    async def events(self) -> AsyncIterator[EventClient]:
        host, port = self.ready.events.split(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        try:
            yield EventClient(reader, writer)
        finally:
            writer.close()


@asynccontextmanager
async def running(**options: Any) -> AsyncIterator[Site]:
    """A simulator in this loop; by default a still world without limits."""
    chosen = SimulatorOptions(**({"load": 0.0, "limit_factor": None} | options))
    simulator = Simulator(chosen, time.time())
    async with (
        simulator.serving(Doors.open(chosen), None) as ready,
        httpx.AsyncClient(trust_env=False, verify=TLS) as http,
    ):
        yield Site(simulator, ready, http)
