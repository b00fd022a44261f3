"""Whatever answers, the client raises the right error in time and reads no further than it must."""

import asyncio
import json
import socket
from collections.abc import Awaitable, Callable

import pytest

from supervisor_gui.netsantral.client import Client
from supervisor_gui.netsantral.endpoints import Endpoint
from supervisor_gui.netsantral.errors import (
    BadAnswer,
    BadCredentials,
    LimitReached,
    NoAnswer,
    NotSent,
    PbxError,
    Refusal,
)
from supervisor_gui.netsantral.types import AgentStatus
from tests.helpers.wire_server import PASSWORD, WireServer, hang, http, open_client, quick

SHORT = quick(deadline=0.6)

Ask = Callable[[Client], Awaitable[object]]


async def ask_status(client: Client) -> object:
    return await client.queue_status(None)


async def pause(client: Client) -> object:
    return await client.agent_pause("101", "Destek", paused=True, reason="çay")


async def failure(server: WireServer, ask: Ask = ask_status, **options: object) -> PbxError:
    async with server, open_client(server.url, **options) as client:  # type: ignore[arg-type]
        with pytest.raises(PbxError) as caught:
            await ask(client)
    assert PASSWORD not in f"{caught.value} {caught.value.details} {caught.value.words} {caught.value!r}"
    return caught.value


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (http(b"<html>Bak\xc4\xb1mday\xc4\xb1z</html>"), "html"),
        (http(), "empty"),
        (http(b"\x81\x8d\xff\xfe"), "encoding"),
        (http(b"[1,2]"), "shape"),
        (http(b'"Successful"'), "shape"),
        (http(b"7"), "shape"),
        (http(b'{"queues":null}'), "shape"),
        (http(b'{"queues":[{"queuename"'), "not_json"),
        (http(b"x" * 30, headers="Content-Encoding: gzip\r\n"), "encoding"),
        (b"login Successful\n\n", "not_http"),
    ],
)
@pytest.mark.parametrize("ask", [ask_status, pause])
async def test_an_unusable_answer_is_told_apart(answer: bytes, reason: str, ask: Ask) -> None:
    error = await failure(WireServer(answer), ask, table=SHORT)
    if reason == "shape" and ask is pause and b"queues" in answer:
        assert isinstance(error, BadAnswer)
        return
    assert isinstance(error, BadAnswer)
    assert error.reason == reason
    assert error.operation in {"queue_status", "agent_pause"}


async def test_sloppy_answers_are_read_over_the_wire() -> None:
    told = {"queues": [{"queuename": "Destek", "agents": [{"agent": 101, "status": "?"}, 7], "calls": "2"}]}
    async with WireServer(http(json.dumps(told).encode())) as server, open_client(server.url) as client:
        row = (await client.queue_status(None)).queues[0]
    assert (row.waiting, row.damaged, row.agents[0].status) == (2, 1, AgentStatus.OTHER)


@pytest.mark.parametrize(
    ("status", "kind", "reason"),
    [
        ("500 Internal Server Error", NoAnswer, "http_500"),
        ("404 Not Found", NoAnswer, "http_404"),
        ("403 Forbidden", NoAnswer, "http_403"),
        ("429 Too Many Requests", LimitReached, "limit"),
        ("407 Proxy Authentication Required", NotSent, "proxy"),
    ],
)
async def test_http_errors_are_errors_of_ours(status: str, kind: type[PbxError], reason: str) -> None:
    error = await failure(WireServer(http(b"x" * 100, status=status)))
    assert type(error) is kind
    assert (error.reason, error.code) == (reason, status[:3])


async def test_a_redirect_is_not_followed_because_the_password_would_go_along() -> None:
    async with WireServer(http(b'{"queues":[]}')) as other:
        server = WireServer(http(status="302 Found", headers=f"Location: {other.url}/x?password=1\r\n"))
        error = await failure(server)
        assert other.requests == []
    assert (type(error), error.reason) == (NoAnswer, "redirect")


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ({"status": "Error", "message": "Kullanici dogrulanamadi"}, BadCredentials),
        (
            {"code": "70", "status": "Error", "message": "8501110000 isimli santrale ait boyle bir kuyruk yoktur"},
            Refusal,
        ),
        ({"code": "80", "status": "Error", "message": "x"}, LimitReached),
    ],
)
@pytest.mark.parametrize("ask", [ask_status, pause])
async def test_the_pbx_saying_no_is_typed(told: dict[str, str], kind: type[Refusal], ask: Ask) -> None:
    error = await failure(WireServer(http(json.dumps(told).encode())), ask)
    assert type(error) is kind
    assert error.words == told["message"]


async def test_a_server_that_echoes_the_password_does_not_get_it_into_the_error() -> None:
    told = {"status": "Error", "message": f"bad request /8501110000/queuestats?username=8501110000&password={PASSWORD}"}
    error = await failure(WireServer(http(json.dumps(told).encode())))
    assert "bad request" in error.words


async def test_a_hanging_server_ends_at_the_deadline() -> None:
    began = asyncio.get_running_loop().time()
    error = await failure(WireServer(hang), table=SHORT)
    assert (type(error), error.reason) == (NoAnswer, "deadline")
    assert asyncio.get_running_loop().time() - began < 5


async def test_a_dripping_server_ends_at_the_same_total_deadline() -> None:
    async def drip(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for byte in http(b" " * 10_000):
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(0.02)

    error = await failure(WireServer(drip), table=SHORT)
    assert (type(error), error.reason) == (NoAnswer, "deadline")


@pytest.mark.parametrize("told", [http(b'{"queues":[]}')[:-3], http(b'{"queues":[]}')[:20], b""])
async def test_a_connection_cut_within_the_answer_leaves_the_outcome_open(told: bytes) -> None:
    async def cut(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(told)
        writer.write_eof()

    error = await failure(WireServer(cut), pause)
    assert (type(error), error.reason) == (NoAnswer, "cut")


@pytest.mark.parametrize("announced", [True, False])
async def test_thirty_megabytes_are_not_read_on(announced: bool) -> None:
    written = 0

    async def huge(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal written
        length = f"Content-Length: {30 * 1024 * 1024}\r\n" if announced else "Connection: close\r\n"
        writer.write(f"HTTP/1.1 200 OK\r\n{length}\r\n".encode())
        for _ in range(30 * 16):
            writer.write(b" " * 65_536)
            await writer.drain()
            written += 65_536

    error = await failure(WireServer(huge))
    assert (type(error), error.reason) == (BadAnswer, "too_large")
    # What lies in the sockets' own buffers counts as written, so the cap of 8 MB is met with some slack.
    assert written < 20 * 1024 * 1024


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://nonexistent.invalid:9111", "dns"),
        ("http://127.0.0.1:{port}", "refused"),
        ("ftp://127.0.0.1", "bad_url"),
        ("http://127.0.0.1:99999", "bad_url"),
        ("nonsense", "bad_url"),
        ("http://:9111", "bad_url"),
        ("http://a..b", "dns"),
    ],
)
@pytest.mark.parametrize("ask", [ask_status, pause])
async def test_what_never_reached_the_pbx_is_told_as_not_sent(url: str, reason: str, ask: Ask) -> None:
    async with open_client(url.format(port=free_port())) as client:
        with pytest.raises(NotSent) as caught:
            await ask(client)
    assert caught.value.reason == reason
    assert PASSWORD not in caught.value.details


async def test_a_port_that_swallows_connections_is_told_as_not_sent() -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        fillers = [socket.socket() for _ in range(4)]
        try:
            for filler in fillers:
                filler.setblocking(False)
                filler.connect_ex(full.getsockname())
            async with open_client(f"http://127.0.0.1:{full.getsockname()[1]}", table=SHORT) as client:
                with pytest.raises(NotSent) as caught:
                    await client.queue_status(None)
        finally:
            for filler in fillers:
                filler.close()
    assert caught.value.reason == "connect_timeout"


async def test_a_deadline_that_ends_while_connecting_is_told_as_not_sent() -> None:
    with socket.socket() as full, socket.socket() as filler, socket.socket() as another:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for one in (filler, another):
            one.setblocking(False)
            one.connect_ex(full.getsockname())
        table = {"queue_status": Endpoint("queue_status", "pbx", "/", "GET", "queue_status", deadline=0.3, connect=9.0)}
        async with open_client(f"http://127.0.0.1:{full.getsockname()[1]}", table=table) as client:
            with pytest.raises(NotSent) as caught:
                await client.queue_status(None)
    assert caught.value.reason == "connect_timeout"


async def test_a_request_too_long_for_a_url_is_not_sent() -> None:
    async with WireServer(http()) as server, open_client(server.url) as client:
        with pytest.raises(NotSent):
            await client.agent_pause("101", "Destek", paused=True, reason="x" * 70_000)
    assert server.requests == []


async def test_a_proxy_that_is_not_there_is_named_as_such() -> None:
    proxy = f"http://127.0.0.1:{free_port()}"
    async with open_client("http://pbx.invalid:9111", proxy=proxy) as client:
        with pytest.raises(NotSent) as caught:
            await client.queue_status(None)
    assert caught.value.reason == "proxy"


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1", "gopher://user:pr0xysecret@x", "http://[::1"])
async def test_a_proxy_that_cannot_be_used_is_named_without_its_secrets(proxy: str) -> None:
    async with open_client("http://pbx.invalid:9111", proxy=proxy) as client:
        with pytest.raises(NotSent) as caught:
            await client.queue_status(None)
    assert caught.value.reason == "proxy"
    assert "pr0xysecret" not in caught.value.details


async def test_a_proxy_carries_the_request_for_other_hosts() -> None:
    async with (
        WireServer(http(b'{"queues":[]}')) as proxy,
        open_client("http://pbx.invalid:9111", proxy=proxy.url) as client,
    ):
        await client.queue_status(None)
    assert proxy.requests[0].startswith(b"GET http://pbx.invalid:9111/8501110000/queuestats?")


async def test_a_proxy_that_refuses_the_tunnel_is_named_and_nothing_was_sent() -> None:
    proxy = WireServer(http(status="502 Bad Gateway"))
    async with proxy, open_client("https://pbx.invalid", proxy=proxy.url) as client:
        with pytest.raises(NotSent) as caught:
            await pause(client)
    assert caught.value.reason == "proxy"
    assert PASSWORD.encode() not in b"".join(proxy.requests)
