"""The event stream over real sockets: logins, breaks, floods and what is never tried again."""

import asyncio
import contextlib
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest

from supervisor_gui.clock import Clock
from supervisor_gui.netsantral import events
from supervisor_gui.netsantral.errors import BadAnswer, BadCredentials, LimitReached, NoAnswer, NotSent
from supervisor_gui.netsantral.events import BACK_OFF, BATCH, EventStream, watching_options
from supervisor_gui.netsantral.types import Credential, Event, EventKind, StreamChange, StreamState
from tests.helpers.qt_async import until

HARD = 'p@ss &+#%şİ "\\'
ACCEPTED = b'{"status":"Success","message":"login Successful"}\n\n'
AT = 1_675_000_000_000

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def event(number: int = 0, scenario: str = "Queue", **fields: Any) -> bytes:
    told = {"scenario": scenario, "unique_id": f"sip3-1675000000.{number}", "timestamp": str(AT + number)}
    return json.dumps(told | fields).encode() + b"\n\n"


class Pbx:
    """A TCP server with one talk per connection; the last repeats."""

    def __init__(self, *talks: bytes | Talk) -> None:
        self.talks = list(talks)
        self.logins: list[dict[str, Any]] = []
        self.open = 0
        self.port = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talk = self.talks.pop(0) if len(self.talks) > 1 else self.talks[0]
        self.open += 1
        try:
            self.logins.append(json.loads(await reader.readuntil(b"}")))
            if callable(talk):
                await talk(reader, writer)
            else:
                writer.write(talk)
                await writer.drain()
                await reader.read()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            self.open -= 1
            writer.transport.abort()
            with contextlib.suppress(OSError):
                await writer.wait_closed()


class Watch:
    """A running stream and all it said."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.at: list[float] = []
        self.changes: list[StreamChange] = []
        self.stream: EventStream

    def deliver(self, event: Event, at: float) -> None:
        self.events.append(event)
        self.at.append(at)

    @property
    def states(self) -> list[StreamState]:
        return [change.state for change in self.changes]

    def problems(self, state: StreamState = StreamState.WAITING) -> list[StreamChange]:
        return [change for change in self.changes if change.state is state]


@asynccontextmanager
async def watching(pbx: Pbx | None, *, address: tuple[str, int] = ("", 0), **options: Any) -> AsyncIterator[Watch]:
    watch = Watch()
    server = await asyncio.start_server(pbx.serve, "127.0.0.1", 0) if pbx is not None else None
    if server is not None and pbx is not None:
        pbx.port = server.sockets[0].getsockname()[1]
        address = ("127.0.0.1", pbx.port)
    watch.stream = EventStream(
        address,
        Credential("8501110000", options.pop("password", HARD)),
        deliver=watch.deliver,
        changed=watch.changes.append,
        **{"clock": Clock(wall=lambda: 50.0), "random": lambda: 0.5, "time_factor": 1000.0} | options,
    )
    task = asyncio.ensure_future(watch.stream.run())
    try:
        yield watch
        assert not task.done(), task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        if server is not None and pbx is not None:
            await until(lambda: pbx.open == 0)
            server.close()


async def test_it_logs_in_with_an_integer_id_and_hands_events_on() -> None:
    pbx = Pbx(ACCEPTED + event(1) + event(2, "Answer", internal_num="101", holdtime="12"))
    async with watching(pbx) as watch:
        await until(lambda: len(watch.events) == 2)
    login = pbx.logins[0]
    assert (login["command"], login["username"], login["password"]) == ("login", "8501110000", HARD)
    assert 1 <= int(login["crm_id"]) <= 2_147_483_647
    assert [one.kind for one in watch.events] == [EventKind.QUEUED, EventKind.ANSWERED]
    assert watch.events[1].hold_time == 12
    assert watch.at == [50.0, 50.0]
    assert watch.states == [StreamState.CONNECTING, StreamState.ON, StreamState.OFF]


@pytest.mark.parametrize(
    "answer",
    [b"login Successful\n", b"login Successful", b'{"response":"login","status":"success","message":"x"}', event(9)],
)
async def test_every_form_of_an_accepted_login_brings_it_on(answer: bytes) -> None:
    async with watching(Pbx(answer)) as watch:
        await until(lambda: StreamState.ON in watch.states)


async def test_frames_behind_the_answer_in_the_same_bytes_are_not_lost() -> None:
    async with watching(
        Pbx(b"login Successful" + event(1).strip() + event(2).strip() + b'{"ping":1}' + event(3))
    ) as watch:
        await until(lambda: len(watch.events) == 3)


@pytest.mark.logs
@pytest.mark.parametrize(
    "answer", [b"Yanlis kullanici adi veya sifre", b'{"status":"Error","message":"Kullanici dogrulanamadi"}']
)
async def test_after_a_refused_login_it_stays_away_until_told(answer: bytes) -> None:
    pbx = Pbx(answer, ACCEPTED)
    async with watching(pbx) as watch:
        await until(lambda: StreamState.REFUSED in watch.states)
        refused = watch.problems(StreamState.REFUSED)[0]
        assert isinstance(refused.error, BadCredentials)
        assert refused.problem in answer.decode()
        # Forty times the longest wait between tries, with the time factor.
        with pytest.raises(AssertionError):
            await until(lambda: len(pbx.logins) > 1, seconds=0.5)
        watch.stream.reconnect(Credential("8501110000", "mended"))
        await until(lambda: StreamState.ON in watch.states)
    assert [login["password"] for login in pbx.logins] == [HARD, "mended"]


@pytest.mark.logs
async def test_silence_after_the_login_is_a_failure_and_is_tried_again() -> None:
    pbx = Pbx(b"", ACCEPTED)
    async with watching(pbx, login_timeout=0.2) as watch:
        await until(lambda: StreamState.ON in watch.states)
    problem = watch.problems()[0]
    assert isinstance(problem.error, NoAnswer)
    assert problem.error.reason == "login_silence"
    assert problem.problem


@pytest.mark.logs
async def test_waits_grow_to_five_minutes_and_start_anew_after_a_login(quiet_log: list[str]) -> None:
    async def close(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    async def close_after_login(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(ACCEPTED)
        await writer.drain()

    pbx = Pbx(*[close] * 6, close_after_login, close, ACCEPTED)
    async with watching(pbx) as watch:
        await until(lambda: watch.states.count(StreamState.ON) == 2)
    waits = [change.retry_in * 1000 for change in watch.problems()]
    assert waits == pytest.approx([*BACK_OFF, BACK_OFF[-1], BACK_OFF[0], BACK_OFF[1]])
    assert all(isinstance(change.error, NoAnswer) and change.error.reason == "cut" for change in watch.problems())
    assert sum("broke" in line for line in quiet_log) == 2


@pytest.mark.logs
async def test_waits_are_spread_by_a_fifth() -> None:
    spread = iter([0.5, 0.0, 0.5, 0.999999] + [0.5] * 9)
    pbx = Pbx(b'{"status":"Error","code":"100","message":"cok fazla"}')
    async with watching(pbx, random=lambda: next(spread)) as watch:
        await until(lambda: len(watch.problems()) >= 2)
    first, second = watch.problems()[:2]
    assert first.retry_in * 1000 == pytest.approx(8.0)
    assert second.retry_in * 1000 == pytest.approx(36.0, rel=1e-3)
    assert isinstance(first.error, LimitReached)
    assert first.problem == "cok fazla"


@pytest.mark.logs
@pytest.mark.parametrize(("host", "reason"), [("127.0.0.1", "refused"), ("nonexistent.invalid", "dns")])
async def test_a_connection_that_never_stood_says_why(host: str, reason: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        async with watching(None, address=(host, port), time_factor=10.0) as watch:
            await until(watch.problems)
    error = watch.problems()[0].error
    assert isinstance(error, NotSent)
    assert error.reason == reason
    assert watch.problems()[0].problem


@pytest.mark.logs
async def test_a_port_that_swallows_connections_ends_in_time() -> None:
    with socket.socket() as full, socket.socket() as filler, socket.socket() as another:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for one in (filler, another):
            one.setblocking(False)
            one.connect_ex(full.getsockname())
        async with watching(None, address=full.getsockname(), connect_timeout=0.3, time_factor=10.0) as watch:
            await until(watch.problems)
    error = watch.problems()[0].error
    assert isinstance(error, NotSent)
    assert error.reason == "connect_timeout"


async def test_repeated_events_are_handed_on_once_and_different_ones_all() -> None:
    same = event(1, customer_num="05550001122")
    others = event(1, "Answer") + event(2) + event(2, queue_name="8501110000-queue-Destek")
    async with watching(Pbx(ACCEPTED + same * 3 + others + same)) as watch:
        await until(lambda: len(watch.events) == 4)
        with pytest.raises(AssertionError):
            await until(lambda: len(watch.events) > 4, seconds=0.1)


async def test_events_without_a_time_are_never_taken_for_repeats() -> None:
    key = json.dumps({"scenario": "DTMF", "digit": "1", "unique_id": "1567664083.1"}).encode() + b"\n"
    async with watching(Pbx(ACCEPTED + key * 2)) as watch:
        await until(lambda: len(watch.events) == 2)


async def test_the_memory_of_repeats_is_bounded() -> None:
    many = b"".join(map(event, range(6_000)))
    async with watching(Pbx(ACCEPTED + many + event(5_999) + event(0))) as watch:
        await until(lambda: len(watch.events) >= 6_001)
    assert len(watch.events) == 6_001
    assert watch.events[-1].call.endswith(".0")


async def test_junk_between_frames_costs_nothing_else() -> None:
    junk = b'\x00\xff\xfe keep-alive \n[1,2]\n{"scenario":}\n{"a":{"b":[}\n{"scenario":null}\n{"scenario":"Ne\n\n'
    async with watching(Pbx(ACCEPTED + event(1) + junk + event(2) + b'{"response":"queuestats"}' + event(3))) as watch:
        await until(lambda: len(watch.events) == 3)


async def test_ten_thousand_events_at_once_leave_the_loop_free() -> None:
    batches: list[int] = []
    async with watching(Pbx(ACCEPTED + b"".join(map(event, range(10_000))))) as watch:
        await until(lambda: watch.events)
        while len(watch.events) < 10_000:
            before = len(watch.events)
            await asyncio.sleep(0)
            batches.append(len(watch.events) - before)
    assert max(batches) <= BATCH


@pytest.mark.logs
async def test_a_frame_without_an_end_breaks_the_connection_and_not_the_program() -> None:
    async def endless(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(ACCEPTED + b'{"a":"')
        while not writer.is_closing():
            writer.write(b"x" * 65_536)
            await writer.drain()

    async with watching(Pbx(endless, ACCEPTED)) as watch:
        await until(lambda: watch.states.count(StreamState.ON) == 2)
    assert isinstance(watch.problems()[0].error, BadAnswer)


@pytest.mark.logs
async def test_a_half_frame_at_the_end_of_a_connection_does_not_spoil_the_next(quiet_log: list[str]) -> None:
    async def half(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(ACCEPTED + event(1) + event(2)[:20])
        await writer.drain()

    async with watching(Pbx(half, ACCEPTED + event(3))) as watch:
        await until(lambda: len(watch.events) == 2)
    assert [one.call[-1] for one in watch.events] == ["1", "3"]
    assert [line for line in quiet_log if "event stream" in line] == [
        "supervisor_gui.netsantral.events: event stream broke: events: cut"
    ]


@pytest.mark.logs
async def test_a_reset_connection_is_a_cut_one() -> None:
    async def reset(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(ACCEPTED)
        await writer.drain()
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        writer.transport.abort()

    async with watching(Pbx(reset, ACCEPTED)) as watch:
        await until(lambda: watch.states.count(StreamState.ON) == 2)
    error = watch.problems()[0].error
    assert isinstance(error, NoAnswer)
    assert error.reason == "cut"


async def test_reconnect_logs_in_anew_at_once_without_a_word_of_trouble() -> None:
    pbx = Pbx(ACCEPTED)
    async with watching(pbx, time_factor=1.0) as watch:
        await until(lambda: StreamState.ON in watch.states)
        watch.stream.reconnect()
        await until(lambda: watch.states.count(StreamState.ON) == 2)
        assert watch.problems() == []
    assert len(pbx.logins) == 2


@pytest.mark.logs
async def test_reconnect_ends_the_wait_for_the_next_try() -> None:
    async def close(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    async with watching(Pbx(close, ACCEPTED), time_factor=1.0) as watch:
        await until(watch.problems)
        watch.stream.reconnect()
        await until(lambda: StreamState.ON in watch.states)


@pytest.mark.logs
async def test_the_password_is_in_no_word_of_a_refusal(quiet_log: list[str]) -> None:
    pbx = Pbx(json.dumps({"status": "Error", "message": f"Yanlis kullanici: {HARD}"}).encode())
    async with watching(pbx) as watch:
        await until(lambda: StreamState.REFUSED in watch.states)
    assert watch.problems(StreamState.REFUSED)[0].problem == "Yanlis kullanici: ***"
    assert HARD not in "".join(quiet_log) + repr(watch.changes)


async def test_the_system_watches_over_a_silent_connection() -> None:
    pbx = Pbx(ACCEPTED)
    async with watching(pbx) as watch:
        await until(lambda: StreamState.ON in watch.states)
        line = watch.stream._line
        assert line is not None
        sock = line._writer.get_extra_info("socket")
        assert sock.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)


async def test_a_system_that_refuses_to_watch_leaves_the_stream_to_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    # As macOS does with every option of a connection that is gone already.
    monkeypatch.setattr(events, "watching_options", lambda _: [(0x7FFF, 1)])
    async with watching(Pbx(ACCEPTED + event(1))) as watch:
        await until(lambda: bool(watch.events))
    assert StreamState.ON in watch.states


def test_each_systems_own_name_for_the_seconds_of_silence_is_found() -> None:
    linux = {"TCP_KEEPIDLE": 4, "TCP_KEEPINTVL": 5, "TCP_KEEPCNT": 6}
    macos = {"TCP_KEEPALIVE": 16, "TCP_KEEPINTVL": 257, "TCP_KEEPCNT": 258}
    assert watching_options(linux) == [(4, 30), (5, 10), (6, 3)]
    assert watching_options(macos) == [(16, 30), (257, 10), (258, 3)]
    assert watching_options({}) == []
