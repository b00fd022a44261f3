"""The HTTP servers of the faces: several uvicorn servers in one loop, and a way to cut a connection. No answers."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

# A connection by the client's port and the server's port; everything is on one address.
Ports = tuple[int, int]

LONGEST_ANSWER = 3.0


class Connections:
    """The open HTTP connections, so that a fault can cut one without an answer."""

    def __init__(self) -> None:
        self._open: dict[Ports, asyncio.Transport] = {}

    def opened(self, ports: Ports, transport: asyncio.Transport) -> None:
        """Remember a connection."""
        self._open[ports] = transport

    def closed(self, ports: Ports) -> None:
        """Forget a connection."""
        self._open.pop(ports, None)

    def cut(self, ports: Ports) -> None:
        """Cut one connection."""
        if transport := self._open.pop(ports, None):
            transport.abort()

    def cut_all(self) -> None:
        """Cut every connection."""
        for ports in tuple(self._open):
            self.cut(ports)


def _protocol(connections: Connections) -> type[asyncio.Protocol]:
    class Tracked(H11Protocol):
        ports: Ports = (0, 0)

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self.ports = (transport.get_extra_info("peername")[1], transport.get_extra_info("sockname")[1])
            connections.opened(self.ports, transport)

        def connection_lost(self, exc: Exception | None) -> None:
            connections.closed(self.ports)
            super().connection_lost(exc)

    return Tracked


class _Server(uvicorn.Server):
    """One of several servers in one loop: signals are the caller's, and nothing wakes it up to look whether to end."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = asyncio.Event()
        self.leave = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.up.set()

    async def main_loop(self) -> None:
        # Tick 0 brings the Date header up to date.
        while not await self.on_tick(0):
            with suppress(TimeoutError):
                async with asyncio.timeout(1.0):
                    await self.leave.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for door in sockets or ():
            door.close()

    def end(self) -> None:
        self.should_exit = True
        self.leave.set()

    async def answered(self) -> None:
        """Wait until no request is being answered any more."""
        if tasks := self.server_state.tasks:
            _, stuck = await asyncio.wait(tasks, timeout=LONGEST_ANSWER)
            for task in stuck:
                task.cancel()


class HttpServers:
    """Serves ASGI applications on bound sockets."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._servers: list[_Server] = []
        self._tasks: list[asyncio.Task[None]] = []

    async def serve(self, app: ASGIApp, door: socket.socket, certificate: Path | None = None) -> None:
        """Serve `app` on `door`, over TLS with a certificate; returns when it serves."""
        config = uvicorn.Config(
            app,
            http=_protocol(self._connections),
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            ssl_certfile=certificate,
        )
        # Here and not in the task, so that a certificate that cannot be used is the caller's to hear of.
        config.load()
        server = _Server(config)
        self._servers.append(server)
        self._tasks.append(asyncio.create_task(server.serve(sockets=[door])))
        await server.up.wait()

    async def end(self) -> None:
        """Cut every connection and wait until the servers have ended."""
        for server in self._servers:
            server.end()
        await asyncio.gather(*self._tasks)
        self._connections.cut_all()
        for server in self._servers:
            await server.answered()
