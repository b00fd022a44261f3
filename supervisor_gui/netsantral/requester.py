"""The one way out: every request of an account, through its budget. It knows no operation.

Every request takes the way of `Requester._request`. Commands are sent once and never again by themselves. A caller may
be cancelled at any time; a request that is on its way then runs to its own end in the background and keeps its budget
slot until there, because cutting it off while it connects would jam the pool (docs/protocol.md, Limits).
"""

import asyncio
import logging
import sys
from collections.abc import AsyncIterator, Callable, Hashable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Protocol, TypeVar, cast
from urllib.parse import quote

import msgspec

from supervisor_gui.errors import KnownError
from supervisor_gui.netsantral.budgets import Priority, SlotReplaced
from supervisor_gui.netsantral.crm_ids import CrmIds
from supervisor_gui.netsantral.endpoints import ENDPOINTS, Endpoint, Face
from supervisor_gui.netsantral.errors import BadCredentials, LimitReached, NoAnswer, NotSent, PbxError
from supervisor_gui.netsantral.failures import Dropped
from supervisor_gui.netsantral.scrub import Scrubber
from supervisor_gui.netsantral.tls import TlsSource
from supervisor_gui.netsantral.types import Credential, Endpoints
from supervisor_gui.tasks import Tasks

if TYPE_CHECKING:
    from supervisor_gui.netsantral.transport import Reply, Transport

log = logging.getLogger(__name__)

THREAD_FROM = 1024 * 1024
"""Bytes from which an answer is decoded in a thread; shorter ones take a few milliseconds of the loop."""

ROWS_THREAD_FROM = 16 * 1024
"""The same for posted questions, most of whose answers are read row by row: a byte takes fifty times as long."""

CONNECTIONS: Mapping[Face, int] = {"pbx": 8, "api": 4}
"""Requests that budgets let out at once: on call control four agent commands, two status requests and a reserve."""

HELD_CONNECTIONS = 40
"""Calls whose answers are held until somebody picks up, on connections of their own: nothing else may wait for them.
As many as the budget lets out within the longest ringing."""

Answer = TypeVar("Answer")
Fields = tuple[tuple[str, str], ...]
Sent = Callable[[], None]
"""Is told on the loop's thread that a request left the waiting line for the PBX."""


class BudgetsLike(Protocol):
    """What the client asks of the budgets."""

    def slot(
        self, budget: str, priority: Priority = ..., *, replace: Hashable | None = ..., deadline: float = ...
    ) -> AbstractAsyncContextManager[object]:
        """Wait for the turn of one request and hold it until the block ends."""


class Reach(msgspec.Struct, frozen=True):
    """A face of the PBX answered.

    Attributes:
        url: Its base URL.
        encrypted: Whether over TLS with a checked certificate.
        status: HTTP status of the answer; any status shows that something is there.
        date: The server's clock in epoch seconds, None if it told none.
        took: Seconds from the first byte out to the answer.
    """

    url: str
    encrypted: bool
    status: int
    date: float | None
    took: float


class Turn(msgspec.Struct, frozen=True):
    """A request's place in the waiting line.

    Attributes:
        priority: Who asks.
        replace: A request still waiting with the same key gives its place to this one.
        sent: Is told when the place has come; twice for a read that is asked again.
    """

    priority: Priority
    replace: Hashable | None = None
    sent: Sent | None = None


class Flight:
    """One request on its way out.

    Attributes:
        endpoint: What it is and how long it may take.
        target: Path and query, percent-encoded.
        body: The request's body, empty for none.
        turn: Its place in the waiting line.
        credential: What it logs in with, None if it does not.
        held: The PBX holds its answer for long.
        off: It has left the line, so it may be at the PBX.
        withdrawn: Tells whether whoever asked has been cancelled.
    """

    __slots__ = ("body", "credential", "endpoint", "held", "off", "target", "turn", "withdrawn")

    def __init__(
        self,
        endpoint: Endpoint,
        target: str,
        body: bytes,
        turn: Turn,
        *,
        credential: Credential | None = None,
        held: bool = False,
    ) -> None:
        self.endpoint = endpoint
        self.target = target
        self.body = body
        self.turn = turn
        self.credential = credential
        self.held = held
        self.off = False
        self.withdrawn: Callable[[], bool] = lambda: False


class Requester:
    """One account's requests. Lives on one event loop; nothing is loaded or opened before the first request.

    Every operation raises `PbxError` as told in `errors`, and `SlotReplaced` when a later request with the same
    `replace` key took its place in the waiting line. On `LimitReached` whoever asked tells the budgets, with what was
    at stake.
    """

    def __init__(
        self,
        endpoints: Endpoints,
        credential: Credential,
        budgets: BudgetsLike,
        *,
        crm: CrmIds,
        proxy: str | None = None,
        extra_ca: Path | None = None,
        time_factor: float = 1.0,
        table: Mapping[str, Endpoint] = ENDPOINTS,
    ) -> None:
        """Open nothing yet.

        Args:
            endpoints: Base URLs of both faces.
            credential: Account and password.
            budgets: Grants every request.
            crm: Makes correlation ids.
            proxy: None or "" for none, "system", or a proxy's URL; loopback is reached directly.
            extra_ca: A file of further certificate authorities in PEM form.
            time_factor: Deadlines are divided by this, down to five seconds; for a simulator with short windows.
            table: Operations; tests give shorter deadlines.
        """
        self._urls: Mapping[Face, str] = {"pbx": endpoints.pbx_url, "api": endpoints.api_url}
        self._credential = credential
        self._budgets = budgets
        self._crm = crm
        self._proxy = proxy
        self._factor = max(1.0, time_factor)
        self._table = table
        self._tls = TlsSource(extra_ca)
        self._scrubber = Scrubber(credential.password)
        self._tasks = Tasks(self._report)
        self._opening = asyncio.Lock()
        self._lines: dict[tuple[Face, bool], Transport] = {}

    def use(self, credential: Credential) -> None:
        """Send this credential from the next request on; the account stays the same.

        What still waits in line with a former one raises `NotSent` ("new_password"), and so does what the PBX refuses
        for a former one: that says nothing about the new.
        """
        self._credential = credential
        self._scrubber.learn(credential.password)

    async def probe(self, face: Face = "pbx") -> Reach:
        """See whether a face can be reached, without credentials and without asking for anything.

        Raises:
            NotSent: Its reason tells a blocked port, a missing name or a refused certificate apart.
            NoAnswer: Something took the connection and did not answer.
        """
        endpoint = self._endpoint(f"reach_{face}")
        loop = asyncio.get_running_loop()
        began = loop.time()
        reply = await self._request(Flight(endpoint, "/", b"", Turn(Priority.USER)))
        url = self._urls[face]
        return Reach(url, url.startswith("https:"), reply.status, reply.date, loop.time() - began)

    async def aclose(self) -> None:
        """End what is under way and close every connection. Requests made later raise `NotSent` ("closed")."""
        await self._tasks.close()
        lines = list(self._lines.values())
        self._lines.clear()
        for line in lines:
            await line.aclose()

    def _login(self) -> Fields:
        """User and password as call control wants them."""
        return ("username", self._credential.account), ("password", self._credential.password)

    async def _get(
        self,
        operation: str,
        fields: Fields,
        decode: Callable[[bytes], Answer],
        turn: Turn,
        *,
        deadline: float | None = None,
    ) -> Answer:
        """Ask with the fields in the query.

        With `deadline`, in seconds, the PBX holds its answer for long: it takes the place of the table's, and the
        request goes over connections that nothing else waits for.
        """
        endpoint = self._endpoint(operation, deadline)
        path = endpoint.path.format(pbx=quote(self._credential.account, safe=""))
        query = "&".join(f"{name}={quote(value, safe='', errors='replace')}" for name, value in fields)
        target, held = f"{path}?{query}", deadline is not None
        flight = Flight(endpoint, target, b"", turn, credential=self._credential, held=held)
        return await self._decoded(flight, await self._request(flight), decode, THREAD_FROM)

    async def _post(self, operation: str, body: bytes, decode: Callable[[bytes], Answer], turn: Turn) -> Answer:
        """Ask with the fields in the body."""
        endpoint = self._endpoint(operation)
        flight = Flight(endpoint, endpoint.path, body, turn, credential=self._credential)
        return await self._decoded(flight, await self._request(flight), decode, ROWS_THREAD_FROM)

    def _endpoint(self, operation: str, deadline: float | None = None) -> Endpoint:
        endpoint = self._table[operation]
        if deadline is not None:
            endpoint = msgspec.structs.replace(endpoint, deadline=deadline)
        return endpoint.timed(self._factor)

    async def _decoded(
        self, flight: Flight, reply: "Reply", decode: Callable[[bytes], Answer], thread_from: int
    ) -> Answer:
        """What the answer says; the thread of a long one runs to its end even if we are cancelled."""
        try:
            check_status(flight.endpoint.name, reply.status)
            if len(reply.body) < thread_from:
                return decode(reply.body)
            return await asyncio.to_thread(decode, reply.body)
        except PbxError as error:
            # A server may echo what it was sent.
            error.words = self._scrubber.clean(error.words)
            error.details = self._scrubber.clean(error.details)
            if isinstance(error, BadCredentials):
                self._refuse_former(flight)
            raise

    def _refuse_former(self, flight: Flight) -> None:
        if flight.credential not in {None, self._credential}:
            raise NotSent(flight.endpoint.name, "new_password")

    async def _request(self, flight: Flight) -> "Reply":
        """The one way out. A read whose kept connection was gone is asked again, with a slot of its own."""
        try:
            return await self._fly(flight)
        except Dropped:
            if not flight.endpoint.repeatable:
                raise
        flight.off = False
        return await self._fly(flight)

    async def _fly(self, flight: Flight) -> "Reply":
        name = flight.endpoint.name
        flight.withdrawn = _cancellation()
        task = self._tasks.spawn(f"request {name}", self._carry(flight))
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            if not flight.off:
                task.cancel()
            raise
        if task.cancelled():
            raise (NoAnswer if flight.off else NotSent)(name, "closed")
        reply: Reply = task.result()
        return reply

    async def _carry(self, flight: Flight) -> "Reply":
        endpoint = flight.endpoint
        line = await self._line(endpoint.face, held=flight.held)
        async with self._granted(flight):
            reply = await line.exchange(endpoint, flight.target, flight.body)
            log.debug("%s: HTTP %d, %d bytes", endpoint.name, reply.status, len(reply.body))
            return reply

    @asynccontextmanager
    async def _granted(self, flight: Flight) -> AsyncIterator[None]:
        """Wait for the flight's slot and hold it while the block runs."""
        endpoint, turn = flight.endpoint, flight.turn
        # The budgets divide the deadline by the time factor, ours is already divided.
        deadline = endpoint.deadline * self._factor
        async with self._budgets.slot(endpoint.budget, turn.priority, replace=turn.replace, deadline=deadline):
            self._refuse_former(flight)
            if flight.withdrawn():
                # The slot came in the turn of the loop in which the caller was cancelled, who is told that it waited.
                raise asyncio.CancelledError
            flight.off = True
            if turn.sent is not None:
                turn.sent()
            yield

    async def _line(self, face: Face, *, held: bool = False) -> "Transport":
        async with self._opening:
            if (face, held) not in self._lines:
                connections = HELD_CONNECTIONS if held else CONNECTIONS[face]
                self._lines[face, held] = await self._new_line(self._urls[face], connections)
            return self._lines[face, held]

    async def _new_line(self, base_url: str, connections: int) -> "Transport":
        transport = await asyncio.to_thread(_load_transport)
        return transport(base_url, connections=connections, proxy=self._proxy, tls=self._tls, scrubber=self._scrubber)

    def _report(self, name: str, error: BaseException) -> None:
        # What the world did has reached the caller, if one still waits.
        if not isinstance(error, KnownError | SlotReplaced):
            log.error("%s failed: %s: %s", name, type(error).__name__, self._scrubber.clean(str(error)))


def _load_transport() -> "type[Transport]":
    # httpx brings its command line along where click and rich are installed: 100 ms and 6 MB that no window needs.
    # None in the place of a module makes its import fail, which httpx takes for one that is not installed.
    sys.modules.setdefault("httpx._main", cast("ModuleType", None))
    from supervisor_gui.netsantral.transport import Transport  # noqa: PLC0415  brings httpx, see transport

    return Transport


def _cancellation() -> Callable[[], bool]:
    """Tells whether the task that runs now is cancelled after this, which it learns itself a turn of the loop later."""
    caller = asyncio.current_task()
    before = 0 if caller is None else caller.cancelling()
    return lambda: caller is not None and caller.cancelling() > before


def check_status(operation: str, status: int) -> None:
    """Take a successful HTTP status and no other.

    Raises:
        LimitReached, NotSent, NoAnswer: As the status tells.
    """
    if 200 <= status < 300:
        return
    code = str(status)
    if status == 429:
        raise LimitReached(operation, "limit", code=code)
    if status == 407:
        raise NotSent(operation, "proxy", code=code)
    raise NoAnswer(operation, "redirect" if 300 <= status < 400 else f"http_{status}", code=code)
