"""What nobody could confirm about the event stream and the webhook: the client works under every reading of it."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import date, time
from typing import Any, Self

import pytest

from supervisor_gui.netsantral.codec_autodial import decode_call_result
from supervisor_gui.netsantral.events import EventStream
from supervisor_gui.netsantral.types import Credential, Event, EventKind, StreamChange, StreamState, TargetKind
from supervisor_gui.netsantral.types_autodial import ListKind, ListNumber, NewList
from tests.helpers.qt_async import until
from tests.helpers.wire_server import ACCOUNT, PASSWORD, WireServer, http, open_client
from tests.simulator.autocalling import autocall
from tests.simulator.running import running
from tests.simulator.test_webhook import receiving, run_list

CALL = "sip3-1675000033.92222"
ANSWER = {
    "pbx_num": ACCOUNT,
    "unique_id": CALL,
    "internal_num": "101",
    "scenario": "Answer",
    "customer_num": "05550001122",
    "holdtime": "12",
    "timestamp": "1675000045000",
}
HANGUP = {**ANSWER, "scenario": "Hangup", "timestamp": "1675000099000"}
RECORD = {
    "arayan": "05550001122",
    "aranan": f"{ACCOUNT}-queue-Destek",
    "sure": 54,
    "sondurum": 3,
    "asteriskId": CALL,
    "scenario": "cdr",
    "timestamp": "1675000100000",
}
NEW_LIST = NewList(
    name="Mart",
    kind=ListKind.FIXED,
    first_day=date(2026, 3, 2),
    last_day=date(2026, 3, 3),
    from_time=time(9),
    until_time=time(18),
    department="Satış",
    trunk="3121110000",
    target_kind=TargetKind.QUEUE,
    target="Satış",
    numbers=(ListNumber("5550001122"),),
)


class Heard:
    """An event stream on an address, and all it told."""

    def __init__(self, host: str, port: int) -> None:
        self.events: list[Event] = []
        self.states: list[StreamState] = []
        self._stream = EventStream(
            (host, port), Credential(ACCOUNT, PASSWORD), deliver=self._deliver, changed=self._changed, login_timeout=2.0
        )

    def _deliver(self, event: Event, _: float) -> None:
        self.events.append(event)

    def _changed(self, change: StreamChange) -> None:
        self.states.append(change.state)

    async def __aenter__(self) -> Self:
        self._task = asyncio.ensure_future(self._stream.run())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)


@asynccontextmanager
async def heard(address: str) -> AsyncIterator[Heard]:
    """A stream that is logged in at HOST:PORT."""
    host, port = address.rsplit(":", 1)
    async with Heard(host, int(port)) as one:
        await until(lambda: StreamState.ON in one.states)
        yield one


async def told(*frames: dict[str, Any] | str) -> tuple[list[Event], dict[str, str]]:
    """The events among `frames`, which come behind an accepted login, before a last hangup; and the login."""
    logins: list[dict[str, str]] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        logins.append(json.loads(await reader.readuntil(b"}")))
        texts = [frame if isinstance(frame, str) else json.dumps(frame) for frame in frames]
        writer.write("\n\n".join(['{"status":"Success"}', *texts, json.dumps(HANGUP)]).encode())
        await reader.read()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server, heard(f"127.0.0.1:{server.sockets[0].getsockname()[1]}") as one:
        await until(lambda: any(event.kind is EventKind.ENDED for event in one.events))
        assert one.states == [StreamState.CONNECTING, StreamState.ON]
    return [event for event in one.events if event.kind is not EventKind.ENDED], logins[0]


@pytest.mark.parametrize("crm_id", [None, "1", 7, ""])
async def test_an_event_may_carry_the_correlation_id_of_a_command(crm_id: object) -> None:
    """No sample has one, one client claims to get it; the event is the same."""
    (event,), _ = await told(ANSWER if crm_id is None else {**ANSWER, "crm_id": crm_id})
    assert (event.kind, event.call, event.hold_time) == (EventKind.ANSWERED, CALL, 12)


@pytest.mark.parametrize("missing", ["internal_num", "customer_num", "holdtime", "timestamp", "pbx_num", "unique_id"])
async def test_an_answer_may_lack_any_field(missing: str) -> None:
    """No sample shows this event."""
    (event,), _ = await told({name: value for name, value in ANSWER.items() if name != missing})
    assert event.kind is EventKind.ANSWERED


@pytest.mark.parametrize(
    "fields", [{"queue_name": f"{ACCOUNT}-queue-Destek"}, {"queue_name": "Destek", "neden": "x"}, {}]
)
async def test_leaving_a_queue_may_tell_anything(fields: dict[str, str]) -> None:
    """Only the event's name was ever seen."""
    (event,), _ = await told({"scenario": "QueueLeave", "unique_id": CALL, **fields})
    assert (event.kind, event.queue) == (EventKind.LEFT_QUEUE, "Destek" if fields else "")


@pytest.mark.parametrize("state", [3, "3", None, "bilinmiyor", [1]])
async def test_a_call_records_last_state_is_not_interpreted(state: object) -> None:
    """Nobody says what its figures mean."""
    (event,), _ = await told({**RECORD, "sondurum": state})
    assert (event.kind, event.call, event.talk_time, event.queue) == (EventKind.RECORD, CALL, 54, "Destek")


async def test_the_login_carries_an_integer_of_31_bits_on_which_every_account_answers() -> None:
    """With some accounts the PBX stays silent for a word, without a refusal; the simulator does."""
    _, login = await told()
    assert login["crm_id"].isdecimal()
    assert 1 <= int(login["crm_id"]) < 2**31
    async with running() as site, site.events() as client:
        client.send({"command": "login", "crm_id": "a1b2", "username": ACCOUNT, "password": PASSWORD})
        client.send({"command": "login", "crm_id": "12", "username": ACCOUNT, "password": PASSWORD})
        assert "uccess" in str(await client.next())


@pytest.mark.parametrize(
    "frame", [{"type": "keep-alive"}, {}, {"command": "ping"}, "PING", "\0", {"scenario": ""}, "[1]"]
)
async def test_frames_that_are_no_events_are_passed_over(frame: dict[str, str] | str) -> None:
    """A heartbeat is rumoured and none was shown; none is needed either."""
    (event,), _ = await told(frame, ANSWER, frame)
    assert event.kind is EventKind.ANSWERED


async def test_an_event_told_twice_counts_once() -> None:
    """Two logins of one account, or a second way for events, may double them."""
    (event,), _ = await told(ANSWER, ANSWER, {**ANSWER})
    assert event.call == CALL


async def test_several_clients_of_one_account_each_hear_and_lose_nothing_by_one_that_leaves() -> None:
    """Whether the PBX serves all of them is not known; the simulator does, and a silent stream stays on."""
    async with running() as site, AsyncExitStack() as rest:
        first = await rest.enter_async_context(heard(site.ready.events))
        async with heard(site.ready.events) as second:
            call = (await site.model(arrive={"queue": "Satış", "number": "05550001122"}))["arrive"]["id"]
            await until(lambda: first.events and second.events)
        count = len(first.events)
        await site.model(abandon={"call": call})
        await until(lambda: len(first.events) > count)
        assert first.states == [StreamState.CONNECTING, StreamState.ON]


async def test_a_new_list_asks_for_no_webhook_beside_the_event_stream_unless_told() -> None:
    """An old note forbids to use both ways at once; the one of events is never asked for, a list's own when wanted."""
    answer = http(b'{"header":{"error":false,"code":200},"body":[{"id":7}]}')
    async with WireServer(answer) as server, open_client(server.url) as client:
        await client.create_list(NEW_LIST)
    assert "url" not in json.loads(server.requests[0].partition(b"\r\n\r\n")[2])["body"]["data"]


async def test_an_outcome_is_read_from_the_raw_body_whatever_the_post_claims_to_be() -> None:
    """The PBX calls its JSON a form, or was seen to call it JSON; the decoder never looks at the claim."""
    async with receiving() as receiver, autocall() as client:
        list_id = await run_list(client, f"http://127.0.0.1:{receiver.port}/oto", 2)
        await receiver.got(2)
    for head, body in receiver.posts:
        assert any("x-www-form-urlencoded" in line for line in head)
        told_twice = [decode_call_result(body), decode_call_result(b"\xef\xbb\xbf" + body + b"\r\n")]
        assert told_twice[0] == told_twice[1]
        assert told_twice[0].list_id == str(list_id)
