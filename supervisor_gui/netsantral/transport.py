"""One HTTP exchange with one face of the PBX, its failures as our own errors. It knows no operation and no budget.

This is the only module that imports httpx, and the client loads it with its first request: it costs a tenth of a
second, which the start of the window cannot spare.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Any, cast
from urllib.parse import urlsplit

import httpx
import msgspec

from supervisor_gui.netsantral.endpoints import Endpoint
from supervisor_gui.netsantral.errors import BadAnswer, NoAnswer, NotSent, TransportError
from supervisor_gui.netsantral.failures import Dropped, not_sent_reason
from supervisor_gui.netsantral.proxies import proxy_for
from supervisor_gui.netsantral.scrub import Scrubber
from supervisor_gui.netsantral.tls import CaFileError, TlsSource, bare_context

log = logging.getLogger(__name__)

KEEP_ALIVE = 5.0
"""Seconds an idle connection is kept: enough for a run of commands, less than servers keep theirs."""

JAMMED_AFTER = 2
"""Waits for a connection that fail in a row before the pool is taken for jammed."""

STALL = 60.0
"""Seconds without a byte after which a download is given up, long before its deadline."""

Sink = Callable[[bytes, int | None], Awaitable[None]]
"""Takes the next part of a body, and the length of the whole where the server told it."""

_HEADERS = {"User-Agent": "netsantral-supervisor", "Accept": "application/json", "Accept-Encoding": "identity"}
_NEVER_SENT = (httpx.InvalidURL, httpx.UnsupportedProtocol, httpx.LocalProtocolError, UnicodeError)
_NO_CONNECTION = (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError)
_FAILURES = (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, UnicodeError, ExceptionGroup)


class Reply(msgspec.Struct, frozen=True):
    """An HTTP answer; the body of an unsuccessful one is left unread, `date` is the server's clock in epoch seconds."""

    status: int
    body: bytes
    date: float | None


class _Request(msgspec.Struct, frozen=True):
    """What is sent, and the seconds the answer may pause for; None for no limit but the deadline."""

    target: str
    body: bytes
    headers: dict[str, str]
    stall: float | None = None

    def __repr__(self) -> str:
        return f"_Request({len(self.target)} characters, {len(self.body)} bytes)"  # both hold the password


class _Progress:
    """How far one request came, as the connection tells it."""

    def __init__(self) -> None:
        self.connected_anew = False
        self.sent = False
        self.answered = False

    async def __call__(self, name: str, _: Any) -> None:
        """httpx's trace hook."""
        if name.endswith("connect_tcp.started"):
            self.connected_anew = True
        elif name.endswith("send_request_headers.started"):
            self.sent = True
        elif name.endswith("receive_response_headers.complete"):
            self.answered = True


def quiet_loggers() -> None:
    """Keep the HTTP libraries from logging whole URLs: they hold the password."""
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)


class Transport:
    """Exchanges with one base URL over one pool of connections.

    Args:
        base_url: Scheme, host and port, perhaps a path.
        connections: Most requests at once; the pool has one more.
        proxy: None or "" for none, "system", or a URL.
        tls: Gives the TLS context; asked only for https.
        scrubber: Takes secrets out of what errors quote.
    """

    def __init__(
        self, base_url: str, *, connections: int, proxy: str | None, tls: TlsSource, scrubber: Scrubber
    ) -> None:
        quiet_loggers()
        self._base_url = base_url.rstrip("/")
        self._limits = httpx.Limits(
            max_connections=connections + 1,
            max_keepalive_connections=connections + 1,
            keepalive_expiry=KEEP_ALIVE,
        )
        self._proxy = proxy_for(self._base_url, proxy)
        self._tls = tls
        self._scrubber = scrubber
        self._opening = asyncio.Lock()
        self._client: httpx.AsyncClient | None = None
        self._retired: list[httpx.AsyncClient] = []
        self._jams = 0

    async def exchange(self, endpoint: Endpoint, target: str, body: bytes = b"") -> Reply:
        """Send one request and read its answer within the endpoint's deadline.

        Args:
            endpoint: Method and times.
            target: Path and query below the base URL, percent-encoded.
            body: The body, empty for none.

        Raises:
            NotSent: It surely did not reach the PBX.
            NoAnswer: It may have.
            BadAnswer: The answer is no HTTP, is packed, or is too large.
        """
        parts: list[bytes] = []

        async def keep(part: bytes, _: int | None) -> None:
            parts.append(part)

        headers = {"Content-Type": endpoint.content, "Accept": endpoint.content} if body else {}
        request = _Request(target, body, _HEADERS | headers)
        response = await self._carry(endpoint, request, keep)
        return Reply(response.status_code, b"".join(parts), _date(response.headers.get("date")))

    async def download(self, endpoint: Endpoint, target: str, sink: Sink) -> int:
        """Ask for something large and hand it on part by part; an unsuccessful answer's body is left unread.

        Args:
            endpoint: Method, times and the most bytes.
            target: Path and query below the base URL, percent-encoded.
            sink: Takes the parts; what it raises ends the download and is passed on, if it is an error of ours.

        Returns:
            The HTTP status.

        Raises:
            TransportError: As told by `exchange`.
        """
        request = _Request(target, b"", _HEADERS | {"Accept": "*/*"}, stall=min(STALL, endpoint.deadline))
        response = await self._carry(endpoint, request, sink)
        return response.status_code

    async def aclose(self) -> None:
        """Close every connection."""
        clients = [*self._retired, *([self._client] if self._client is not None else [])]
        self._retired.clear()
        self._client = None
        for client in clients:
            await client.aclose()

    async def _carry(self, endpoint: Endpoint, request: _Request, sink: Sink) -> httpx.Response:
        progress = _Progress()
        try:
            async with asyncio.timeout(endpoint.deadline):
                response = await self._send(endpoint, request, sink, progress)
        except TimeoutError:
            raise self._late(endpoint, progress) from None
        except _FAILURES as error:
            raise self._failure(endpoint, progress, error) from None
        self._jams = 0
        return response

    async def _send(self, endpoint: Endpoint, request: _Request, sink: Sink, progress: _Progress) -> httpx.Response:
        client = await self._opened(endpoint.name)
        spare = max(0.05, endpoint.deadline - 2 * endpoint.connect)
        built = client.build_request(
            endpoint.method,
            self._base_url + request.target,
            content=request.body or None,
            headers=request.headers,
            timeout=httpx.Timeout(None, connect=endpoint.connect, pool=0.7 * spare, read=request.stall),
            extensions={"trace": progress},
        )
        response = await client.send(built, stream=True)
        # httpx names the generator by what it can be iterated as, but it has to be closed too.
        parts = cast("AsyncGenerator[bytes, None]", response.aiter_raw())
        try:
            if response.is_success:
                await _read(parts, response.headers, endpoint, sink)
            return response
        finally:
            await response.aclose()
            # Qt's loop ends no generators that are let go of in the middle, and httpx is deep in some.
            await parts.aclose()

    async def _opened(self, operation: str) -> httpx.AsyncClient:
        async with self._opening:
            if self._client is None:
                self._client = await self._open(operation)
            return self._client

    async def _open(self, operation: str) -> httpx.AsyncClient:
        if not _is_web_address(self._base_url):
            raise NotSent(operation, "bad_url")
        proxy_is_secure = (self._proxy or "").startswith("https:")
        try:
            secure = proxy_is_secure or self._base_url.startswith("https:")
            context = await self._tls.context() if secure else bare_context()
        except CaFileError as error:
            raise NotSent(operation, "ca_file", details=str(error)) from None
        try:
            proxy = httpx.Proxy(self._proxy, ssl_context=context if proxy_is_secure else None) if self._proxy else None
            return httpx.AsyncClient(
                verify=context, proxy=proxy, trust_env=False, limits=self._limits, follow_redirects=False
            )
        except (ValueError, ImportError, httpx.InvalidURL) as error:
            # The proxy's URL can hold its own password, so only the kind of error is told.
            raise NotSent(operation, "proxy", details=type(error).__name__) from None

    def _late(self, endpoint: Endpoint, progress: _Progress) -> TransportError:
        if progress.sent:
            return NoAnswer(endpoint.name, "deadline")
        return NotSent(endpoint.name, "connect_timeout")

    def _failure(self, endpoint: Endpoint, progress: _Progress, error: Exception) -> TransportError:
        words = self._scrubber.clean(str(error))
        if isinstance(error, httpx.PoolTimeout):
            return self._jammed(endpoint)
        if isinstance(error, _NEVER_SENT):
            return NotSent(endpoint.name, "bad_url", details=words)
        if isinstance(error, _NO_CONNECTION) or not progress.sent:
            return self._not_sent(endpoint, error)
        if isinstance(error, httpx.RemoteProtocolError) and not _is_cut(error):
            return BadAnswer(endpoint.name, "not_http", details=words)
        if isinstance(error, httpx.ReadTimeout):
            return NoAnswer(endpoint.name, "deadline")
        reused = not progress.connected_anew
        kind = Dropped if reused and not progress.answered else NoAnswer
        return kind(endpoint.name, "cut", details=words)

    def _not_sent(self, endpoint: Endpoint, error: Exception) -> NotSent:
        reason, words = not_sent_reason(error)
        if isinstance(error, httpx.ConnectTimeout):
            reason = "connect_timeout"
        if isinstance(error, httpx.ProxyError) or (self._proxy and not reason.startswith("tls")):
            reason = "proxy"
        return NotSent(endpoint.name, reason, details=self._scrubber.clean(words))

    def _jammed(self, endpoint: Endpoint) -> NotSent:
        # WORKAROUND httpcore#1093: a request cancelled while connecting leaves its place in the pool taken for good.
        self._jams += 1
        if self._jams >= JAMMED_AFTER and self._client is not None:
            log.warning("%s: no free connection %d times in a row, opening a new pool", endpoint.name, self._jams)
            self._retired.append(self._client)
            self._client = None
            self._jams = 0
        return NotSent(endpoint.name, "pool")


async def _read(parts: AsyncIterator[bytes], headers: httpx.Headers, endpoint: Endpoint, sink: Sink) -> None:
    """Hand the body on, no further than the cap."""
    if headers.get("content-encoding", "identity").strip().casefold() not in {"", "identity"}:
        raise BadAnswer(endpoint.name, "encoding")
    announced = headers.get("content-length", "")
    total = int(announced) if announced.isdigit() else None
    if total is not None and total > endpoint.cap_bytes:
        raise BadAnswer(endpoint.name, "too_large", details=f"{announced} bytes")
    size = 0
    async for part in parts:
        size += len(part)
        if size > endpoint.cap_bytes:
            raise BadAnswer(endpoint.name, "too_large", details=f"more than {endpoint.cap_bytes} bytes")
        await sink(part, total)


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _is_cut(error: Exception) -> bool:
    text = str(error)
    return text.startswith(("Server disconnected", "peer closed connection"))


def _date(header: str | None) -> float | None:
    try:
        told = parsedate_to_datetime(header or "")
    except (TypeError, ValueError):
        return None
    return (told if told.tzinfo else told.replace(tzinfo=UTC)).timestamp()
