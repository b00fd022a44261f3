"""A TCP server on loopback that answers by a script and keeps every byte that came. It knows nothing of the PBX."""

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Self

from supervisor_gui.netsantral.budgets import Budgets
from supervisor_gui.netsantral.client import Client
from supervisor_gui.netsantral.crm_ids import CrmIds
from supervisor_gui.netsantral.endpoints import ENDPOINTS, Endpoint
from supervisor_gui.netsantral.types import Credential, Endpoints

ACCOUNT = "8501110000"
PASSWORD = "p4ssw0rd"

Step = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def http(body: bytes = b"", status: str = "200 OK", headers: str = "") -> bytes:
    """An HTTP answer; the connection stays open."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n{headers}\r\n"
    return head.encode() + body


async def hang(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
    """Answer nothing until the other side gives up."""
    await reader.read()


class WireServer:
    """Reads one request at a time and answers with the next step of the script; the last step repeats.

    Attributes:
        requests: Raw bytes of each request.
        connections: Connections so far.
        port: Where it listens.
    """

    def __init__(self, *script: bytes | Step, tls: ssl.SSLContext | None = None, name: str = "127.0.0.1") -> None:
        self._script = list(script)
        self._tls = tls
        self._name = name
        self._server: asyncio.Server | None = None
        self._busy: set[asyncio.Task[None]] = set()
        self.requests: list[bytes] = []
        self.connections = 0
        self.port = 0

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=self._tls)
        self.port = int(self._server.sockets[0].getsockname()[1])
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        for task in list(self._busy):
            task.cancel()
        await asyncio.gather(*self._busy, return_exceptions=True)

    @property
    def url(self) -> str:
        return f"{'https' if self._tls else 'http'}://{self._name}:{self.port}"

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        task = asyncio.current_task()
        assert task is not None
        self._busy.add(task)
        try:
            await self._answer(reader, writer)
        except (asyncio.IncompleteReadError, OSError, asyncio.CancelledError):
            pass
        finally:
            self._busy.discard(task)
            writer.transport.abort()
            with contextlib.suppress(OSError):
                await writer.wait_closed()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while not writer.transport.is_closing():
            self.requests.append(await _request(reader))
            step = self._script.pop(0) if len(self._script) > 1 else self._script[0]
            if callable(step):
                await step(reader, writer)
            else:
                writer.write(step)
                await writer.drain()


async def _request(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    length = next((int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), 0)
    return head + await reader.readexactly(length)


def quick(deadline: float = 5.0, **changes: float) -> dict[str, Endpoint]:
    """The endpoints with a short deadline and a connect time that fits it."""
    import msgspec

    return {
        name: msgspec.structs.replace(row, deadline=deadline, connect=deadline / 4, **changes)
        for name, row in ENDPOINTS.items()
    }


@asynccontextmanager
async def open_client(
    pbx_url: str,
    *,
    api_url: str = "",
    password: str = PASSWORD,
    table: dict[str, Endpoint] | None = None,
    budgets: Budgets | None = None,
    **options: object,
) -> AsyncIterator[Client]:
    """A client over real budgets whose windows are some milliseconds long."""
    own = budgets or Budgets(None, ACCOUNT, time_factor=5000.0)
    await own.open()
    client = Client(
        Endpoints(pbx_url, api_url or pbx_url),
        Credential(ACCOUNT, password),
        own,
        crm=CrmIds(ACCOUNT),
        table=table or quick(),
        **options,  # type: ignore[arg-type]
    )
    try:
        yield client
    finally:
        await client.aclose()
        await own.close()
