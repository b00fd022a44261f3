"""The client against the simulator, an independent reading of the wire: what is true there has to arrive here."""

import asyncio
import json
import urllib.request
from collections.abc import Iterator
from typing import Any, Self

import pytest

from supervisor_gui.netsantral.client import Client
from supervisor_gui.netsantral.errors import (
    BadAnswer,
    BadCredentials,
    LimitReached,
    NoAnswer,
    NotSent,
    PbxError,
    Refusal,
)
from supervisor_gui.netsantral.events import EventStream
from supervisor_gui.netsantral.explain import explain
from supervisor_gui.netsantral.types import (
    AgentStatus,
    Credential,
    Event,
    EventKind,
    Membership,
    StreamChange,
    StreamState,
)
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.qt_async import until
from tests.helpers.wire_server import ACCOUNT, PASSWORD, open_client, quick

pytestmark = pytest.mark.usefixtures("healthy")


class Control:
    """The simulator's control face."""

    def __init__(self, url: str) -> None:
        self._url = url

    def ask(self, path: str, body: dict[str, Any] | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(urllib.request.Request(self._url + path, data)) as answer:
            return json.load(answer)

    def fault(self, *faults: str | dict[str, Any]) -> None:
        self.ask("/faults", {"set": list(faults)})

    def board(self) -> dict[str, Any]:
        found: dict[str, Any] = self.ask("/ledger/board")
        return found


@pytest.fixture(scope="module")
def simulator() -> Iterator[SimulatorProcess]:
    arguments = ["--limits", "off", "--agents", "20", "--queues", "4", "--seed", "7", "--load", "300", "--speed", "20"]
    with SimulatorProcess(arguments, password=PASSWORD) as running:
        yield running


@pytest.fixture
def control(simulator: SimulatorProcess) -> Control:
    return Control(simulator.info.control_url)


@pytest.fixture
def healthy(control: Control) -> Iterator[None]:
    control.ask("/faults", {"clear": True})
    yield
    control.ask("/faults", {"clear": True})
    control.ask("/framing", {"style": "mixed", "login": "mixed"})


def connect(simulator: SimulatorProcess, **options: Any) -> Any:
    info = simulator.info
    return open_client(info.pbx_url, api_url=info.api_url, **options)


async def test_all_queues_arrive_as_the_ledger_knows_them(simulator: SimulatorProcess, control: Control) -> None:
    async with connect(simulator) as client:
        before = control.board()
        status = await client.queue_status(None)
        after = control.board()
    assert status.pbx == ACCOUNT
    assert status.damaged == 0
    assert [row.name for row in status.queues] == [row["queue"] for row in before["queues"]]
    for row, low, high in zip(status.queues, before["queues"], after["queues"], strict=True):
        assert row.damaged == 0
        assert low["answered"] <= row.completed <= high["answered"]
        assert low["abandoned"] <= row.abandoned <= high["abandoned"]
        assert len(row.callers) <= row.waiting
    known = {agent["exten"] for agent in before["agents"]}
    assert {agent.extension for row in status.queues for agent in row.agents} <= known
    members = [agent for row in status.queues for agent in row.agents]
    assert all(agent.status is not AgentStatus.OTHER for agent in members)
    assert all(agent.membership is not Membership.OTHER for agent in members)


async def test_one_queue_is_asked_by_its_name(simulator: SimulatorProcess) -> None:
    async with connect(simulator) as client:
        names = [row.name for row in (await client.queue_status(None)).queues]
        for name in names:
            assert [row.name for row in (await client.queue_status(name)).queues] == [name]
        with pytest.raises(Refusal) as caught:
            await client.queue_status("Böyle Kuyruk Yok")
    assert (caught.value.reason, caught.value.code) == ("no_queue", "70")


async def _outsider(client: Client) -> tuple[str, str]:
    """An extension and a queue that it is no member of."""
    status = await client.queue_status(None)
    everyone = sorted({agent.extension for row in status.queues for agent in row.agents})
    for row in status.queues:
        inside = {agent.extension for agent in row.agents}
        for extension in everyone:
            if extension not in inside:
                return extension, row.name
    raise AssertionError("everyone is everywhere")


async def test_an_agent_is_added_put_on_break_and_removed(simulator: SimulatorProcess) -> None:
    async with connect(simulator) as client:
        extension, queue = await _outsider(client)

        async def seen() -> Any:
            (row,) = (await client.queue_status(queue)).queues
            return next((agent for agent in row.agents if agent.extension == extension), None)

        await client.agent_login(extension, queue, penalty=3, paused=False)
        assert (await seen()).membership is Membership.DYNAMIC
        with pytest.raises(Refusal) as already:
            await client.agent_login(extension, queue, penalty=3, paused=False)
        await client.agent_pause(extension, queue, paused=True, reason="çay & yemek + #1")
        assert ((await seen()).paused, (await seen()).reason) == (True, "çay & yemek + #1")
        await client.agent_pause(extension, queue, paused=False, reason="çay & yemek + #1")
        assert not (await seen()).paused
        await client.agent_logoff(extension, queue)
        assert await seen() is None
        with pytest.raises(Refusal) as gone:
            await client.agent_logoff(extension, queue)
        with pytest.raises(Refusal) as nobody:
            await client.agent_pause(extension, queue, paused=True, reason="çay")
        with pytest.raises(Refusal) as nowhere:
            await client.agent_login(extension, "Böyle Kuyruk Yok", penalty=0, paused=False)
    reasons = [caught.value.reason for caught in (already, gone, nobody, nowhere)]
    assert reasons == ["already_member", "not_member", "interface_not_found", "no_such_queue"]


async def test_a_static_member_is_refused_with_its_reason(simulator: SimulatorProcess) -> None:
    async with connect(simulator) as client:
        status = await client.queue_status(None)
        queue, extension = next(
            (row.name, agent.extension)
            for row in status.queues
            for agent in row.agents
            if agent.membership is Membership.STATIC
        )
        with pytest.raises(Refusal) as caught:
            await client.agent_logoff(extension, queue)
    assert caught.value.reason == "static_member"


async def test_an_outside_number_is_added_seen_and_removed(simulator: SimulatorProcess) -> None:
    async with connect(simulator) as client:
        queue = (await client.queue_status(None)).queues[0].name
        await client.add_number("0555 000 11 22", queue, penalty=2)
        (row,) = (await client.queue_status(queue)).queues
        assert any(agent.extension.endswith("5550001122") for agent in row.agents)
        await client.remove_number("5550001122", queue)
        for last in range(5):
            await client.add_number(f"555000110{last}", queue, penalty=2)
        with pytest.raises(LimitReached) as caught:
            await client.add_number("5550001109", queue, penalty=2)
        for last in range(5):
            await client.remove_number(f"555000110{last}", queue)
    assert caught.value.code == "80"


@pytest.mark.parametrize("password", ["wrong", ""])
async def test_a_wrong_password_is_told_by_both_faces(simulator: SimulatorProcess, password: str) -> None:
    async with connect(simulator, password=password) as client:
        with pytest.raises(BadCredentials):
            await client.queue_status(None)
        with pytest.raises(BadCredentials):
            await client.agent_logoff("101", "Destek")
        with pytest.raises(BadCredentials):
            await client.add_number("5550001122", "Destek", penalty=1)


FAULTS = [
    ("html", BadAnswer, "html"),
    ("empty", BadAnswer, "empty"),
    ("cut", BadAnswer, "not_json"),
    ("wrong-shape", BadAnswer, "shape"),
    ("huge", BadAnswer, "too_large"),
    ("hang", NoAnswer, "deadline"),
    ("drip", NoAnswer, "deadline"),
    ("redirect-302", NoAnswer, "redirect"),
    ("http-500", NoAnswer, "http_500"),
    ("drop-connection", NoAnswer, "cut"),
    ("code-30", Refusal, "parameter"),
    ("code-70", Refusal, "no_queue"),
    ("code-80", LimitReached, "limit"),
    ("code-100", LimitReached, "limit"),
    ("bad-login", BadCredentials, "credentials"),
]


@pytest.mark.parametrize(("fault", "kind", "reason"), FAULTS)
async def test_each_fault_of_a_status_answer_is_told_apart(
    simulator: SimulatorProcess, control: Control, fault: str, kind: type[PbxError], reason: str
) -> None:
    async with connect(simulator, table=quick(1.0)) as client:
        control.fault(fault)
        with pytest.raises(PbxError) as caught:
            await client.queue_status(None)
        control.fault()
        assert (await client.queue_status(None)).queues
    assert (type(caught.value), caught.value.reason) == (kind, reason)
    told = explain(caught.value)
    assert told.todo
    assert PASSWORD not in told.details


async def test_a_damaged_row_costs_one_row_in_each_queue(simulator: SimulatorProcess, control: Control) -> None:
    async with connect(simulator) as client:
        whole = await client.queue_status(None)
        control.fault("one-bad-row")
        hurt = await client.queue_status(None)
    for good, bad in zip(whole.queues, hurt.queues, strict=True):
        assert bad.damaged == 1
        assert len(bad.agents) == len(good.agents) - 1


@pytest.mark.parametrize("fault", ["numbers-as-words", "unknown-state", "hostile-text", "non-utf8"])
async def test_odd_values_cost_no_answer(simulator: SimulatorProcess, control: Control, fault: str) -> None:
    async with connect(simulator) as client:
        control.fault(fault)
        status = await client.queue_status(None)
    assert len(status.queues) + status.damaged == 4
    for row in status.queues:
        assert row.agents
        if fault == "unknown-state":
            assert {agent.status for agent in row.agents} == {AgentStatus.OTHER}
            assert row.agents[0].status_word == "mesgul_bekliyor"


async def test_an_answer_of_nulls_has_no_row_and_says_so(simulator: SimulatorProcess, control: Control) -> None:
    async with connect(simulator) as client:
        control.fault("nulls")
        status = await client.queue_status(None)
    assert (status.queues, status.damaged) == ((), 4)


async def test_one_member_is_refused_and_the_others_are_not(simulator: SimulatorProcess, control: Control) -> None:
    async with connect(simulator) as client:
        row = (await client.queue_status(None)).queues[0]
        first, second = row.agents[0].extension, row.agents[1].extension
        control.fault({"name": "refuse-member", "match": {"operation": "agentpause", "exten": first}})
        with pytest.raises(Refusal):
            await client.agent_pause(first, row.name, paused=True, reason="çay")
        await client.agent_pause(second, row.name, paused=True, reason="çay")
        await client.agent_pause(second, row.name, paused=False, reason="çay")


async def test_a_command_without_an_answer_is_sent_once(simulator: SimulatorProcess, control: Control) -> None:
    async with connect(simulator, table=quick(1.0)) as client:
        row = (await client.queue_status(None)).queues[0]
        control.fault({"name": "drop-connection", "match": {"operation": "agentpause"}})
        after = control.ask("/requests")["requests"][-1]["number"]
        with pytest.raises(NoAnswer):
            await client.agent_pause(row.agents[0].extension, row.name, paused=False, reason="")
    assert len(control.ask(f"/requests?after={after}")["requests"]) == 1


async def test_a_documented_form_where_the_queue_must_be_named() -> None:
    with SimulatorProcess(["--limits", "off", "--queue-required", "--seed", "7"], password=PASSWORD) as running:
        async with connect(running) as client:
            with pytest.raises(Refusal) as caught:
                await client.queue_status(None)
    assert (caught.value.reason, caught.value.code) == ("parameter", "30")


async def test_tls_with_the_right_authority_and_no_other(tmp_path: Any) -> None:
    arguments = ["--limits", "off", "--tls", str(tmp_path)]
    with SimulatorProcess(arguments, password=PASSWORD) as running:
        tls = dict(running.info.tls)
        ca = tls.pop("ca")
        async with connect(running, extra_ca=ca) as client:
            assert (await client.queue_status(None)).queues
            assert (await client.probe("api")).encrypted
        async with connect(running) as client:
            with pytest.raises(NotSent) as caught:
                await client.queue_status(None)
            assert caught.value.reason == "tls_unknown_ca"
        reasons = {}
        for name, url in tls.items():
            async with open_client(url, extra_ca=ca) as client:
                with pytest.raises(NotSent) as refused:
                    await client.queue_status(None)
                reasons[name] = refused.value.reason
    assert set(reasons.values()) == {"tls_expired", "tls_name", "tls_unknown_ca"}


class Heard:
    """An event stream on the simulator and all it told."""

    def __init__(self, simulator: SimulatorProcess, password: str = PASSWORD, **options: Any) -> None:
        host, port = simulator.info.events.split(":")
        self.events: list[Event] = []
        self.changes: list[StreamChange] = []
        self.stream = EventStream(
            (host, int(port)),
            Credential(ACCOUNT, password),
            deliver=lambda event, _: self.events.append(event),
            changed=self.changes.append,
            **options,
        )

    @property
    def states(self) -> list[StreamState]:
        return [change.state for change in self.changes]

    async def __aenter__(self) -> Self:
        self._task = asyncio.ensure_future(self.stream.run())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)


@pytest.mark.parametrize("style", ["double", "single", "none", "split", "merged"])
@pytest.mark.parametrize("login", ["json", "lower", "plain"])
async def test_events_arrive_in_every_framing_after_every_login(
    simulator: SimulatorProcess, control: Control, style: str, login: str
) -> None:
    control.ask("/framing", {"style": style, "login": login})
    async with Heard(simulator) as heard:
        await until(lambda: StreamState.ON in heard.states)
        control.ask("/clock", {"advance": 300})
        wanted = {EventKind.INBOUND, EventKind.QUEUED, EventKind.OFFERED, EventKind.ANSWERED, EventKind.ENDED}
        await until(lambda: wanted <= {event.kind for event in heard.events})
    assert all(event.kind is not EventKind.OTHER for event in heard.events)
    offered = [event for event in heard.events if event.kind is EventKind.OFFERED]
    assert all(event.extension and event.call for event in offered)
    assert all(event.at for event in heard.events)


@pytest.mark.logs
async def test_a_refused_event_login_stays_refused(simulator: SimulatorProcess) -> None:
    async with Heard(simulator, "wrong") as heard:
        await until(lambda: StreamState.REFUSED in heard.states)


@pytest.mark.logs
async def test_a_silent_event_login_is_told(simulator: SimulatorProcess, control: Control) -> None:
    control.fault("login-silence")
    async with Heard(simulator, login_timeout=0.5) as heard:
        await until(lambda: StreamState.WAITING in heard.states)
    error = next(change.error for change in heard.changes if change.error)
    assert error.reason == "login_silence"


@pytest.mark.parametrize(
    "fault", ["half-frame", "unknown-frames", "duplicate-events", "reorder-events", "hostile-text"]
)
async def test_spoiled_events_leave_the_stream_on(simulator: SimulatorProcess, control: Control, fault: str) -> None:
    async with Heard(simulator) as heard:
        await until(lambda: StreamState.ON in heard.states)
        control.fault({"name": fault, "count": 30})
        control.ask("/clock", {"advance": 300})
        await until(lambda: heard.events)
        control.fault()
        control.ask("/clock", {"advance": 300})
        count = len(heard.events)
        await until(lambda: len(heard.events) > count)
        assert heard.states == [StreamState.CONNECTING, StreamState.ON]
    told = [event for event in heard.events if event.at]
    assert len(set(told)) == len(told)


async def test_a_flood_of_events_is_taken(simulator: SimulatorProcess, control: Control) -> None:
    async with Heard(simulator) as heard:
        await until(lambda: StreamState.ON in heard.states)
        control.fault("event-flood")
        await until(lambda: len(heard.events) >= 9_000)
        assert heard.states == [StreamState.CONNECTING, StreamState.ON]
