"""Commands about calls from the bus to the simulator: what arrives there, how often, and how soon."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from supervisor_gui.history.store import Store as History
from supervisor_gui.live.bus import Bus
from supervisor_gui.live.call_bus import CallBus
from supervisor_gui.live.call_commands import (
    Bridge,
    CallCommand,
    CallInto,
    CallOrder,
    Dial,
    DialExtension,
    HangUp,
    Mute,
    Transfer,
)
from supervisor_gui.live.commands import Outcome, PauseAgent
from supervisor_gui.live.items import Rules, Snapshot
from supervisor_gui.live.keeper import LiveBoard
from supervisor_gui.live.ports import AuditLog
from supervisor_gui.live.refusals import Refusals
from supervisor_gui.netsantral.budgets import Budgets
from supervisor_gui.netsantral.client import Client
from supervisor_gui.netsantral.types import TargetKind
from supervisor_gui.netsantral.types_calls import CallOptions, FirstRung, MuteDirection, PlayedTo
from supervisor_gui.simulator.process import SimulatorProcess
from supervisor_gui.tasks import Tasks
from tests.helpers.control import Control
from tests.helpers.pbx_pair import Body, Pair, without_login
from tests.helpers.wire_server import ACCOUNT, PASSWORD, open_client
from tests.live.fakes import Store, until

LINE = "3121110000"
OUTSIDE, OTHER = "5550001122", "5550003344"
HEARD = CallOptions(20, False, 49, True, PlayedTo(text="Merhaba"), PlayedTo(sound="bip"))
USUAL: Body = {"username": ACCOUNT, "crm_id": "#"}
QUIET: Body = {"ring_timeout": "30", "wait_response": "0"}
PAUSES = 80
SOON = 1.0

STARTS: dict[str, tuple[CallCommand, str, Body]] = {
    "dial": (
        Dial("101", OUTSIDE, LINE),
        "originate",
        QUIET
        | {"customer_num": OUTSIDE, "pbxnum": ACCOUNT, "internal_num": "101", "trunk": LINE, "originate_order": "if"},
    ),
    "dial with all": (
        Dial("101", OUTSIDE, LINE, options=HEARD),
        "originate",
        {"customer_num": OUTSIDE, "pbxnum": ACCOUNT, "internal_num": "101", "trunk": LINE, "originate_order": "if"}
        | {"ring_timeout": "20", "wait_response": "0", "call_time": "49", "hide_callerid": "1"}
        | {"caller_text": "Merhaba", "called_record": "bip"},
    ),
    "dial outside first": (
        Dial("101", OUTSIDE, LINE, FirstRung.OUTSIDE),
        "originate",
        QUIET
        | {"customer_num": OUTSIDE, "pbxnum": ACCOUNT, "internal_num": "101", "trunk": LINE, "originate_order": "of"},
    ),
    "dial an extension": (
        DialExtension("101", "102"),
        "local",
        QUIET | {"caller": "101", "called": "102", "pbxnum": ACCOUNT},
    ),
    "bridge": (
        Bridge(OUTSIDE, OTHER, LINE, FirstRung.OUTSIDE),
        "linkup",
        QUIET | {"caller": OUTSIDE, "called": OTHER, "originate_order": "of", "trunk": LINE},
    ),
    "call into a queue": (
        CallInto(OUTSIDE, "Satış", TargetKind.QUEUE, LINE, "VIP"),
        "dynamic_redirect",
        QUIET | {"called": OUTSIDE, "redirect_menu": "Satış", "redirect_type": "queue", "trunk": LINE, "prefix": "VIP"},
    ),
}
STEPS: dict[str, tuple[Callable[[str], CallCommand], str, Body]] = {
    "hang up": (HangUp, "hangup", {}),
    "mute": (lambda call: Mute(call, muted=True), "muteaudio", {"direction": "all", "state": "mute"}),
    "mute in": (
        lambda call: Mute(call, muted=True, direction=MuteDirection.IN),
        "muteaudio",
        {"direction": "in", "state": "mute"},
    ),
    "mute out": (
        lambda call: Mute(call, muted=True, direction=MuteDirection.OUT),
        "muteaudio",
        {"direction": "out", "state": "mute"},
    ),
    "unmute": (lambda call: Mute(call, muted=False), "muteaudio", {"direction": "all", "state": "unmute"}),
    "blind transfer": (lambda call: Transfer(call, "102"), "xfer", {"exten": "102"}),
    "attended transfer": (lambda call: Transfer(call, "102", attended=True), "atxfer", {"exten": "102"}),
}


class Desk:
    """A bus on a simulator."""

    def __init__(self, client: Client, control: Control, store: AuditLog | None = None) -> None:
        self.control = control
        self.tasks = Tasks(lambda _, error: pytest.fail(f"a task failed: {error!r}"))
        self.store = Store()
        self.refusals = Refusals(time.time)
        self.bus = CallBus(client, self.tasks, store or self.store, refusals=self.refusals, account=ACCOUNT)

    async def finished(self, command: CallCommand) -> CallOrder:
        """Submit, and wait for the end."""
        order = self.bus.submit(command)
        await until(lambda: (now := self.bus.order(order.id)) is not None and now.finished)
        last = self.bus.order(order.id)
        assert last is not None
        return last


@pytest.fixture
async def desk(pair: Pair) -> AsyncIterator[Desk]:
    made = Desk(pair.client, pair.control)
    yield made
    await made.bus.stop()
    await made.tasks.close()


async def talk(pair: Pair, first: FirstRung) -> str:
    """The id of a conversation between 101 and an outside number."""
    calls = len(await pair.calls())
    await pair.client.originate("101", OUTSIDE, trunk=LINE, first=first)
    for legs in (1, 2):
        await pair.pick_up(await pair.ringing(calls, legs))
    return str((await pair.newest_call())["id"])


@pytest.mark.parametrize(("command", "operation", "params"), STARTS.values(), ids=STARTS.keys())
async def test_a_start_arrives_once_with_exactly_these_parameters(
    pair: Pair, desk: Desk, command: CallCommand, operation: str, params: Body
) -> None:
    last = await pair.last_request()
    order = await desk.finished(command)
    (request,) = await pair.requests_after(last)
    assert (order.outcome, order.call) == (Outcome.DONE, "")
    assert request["path"] == f"/{ACCOUNT}/{operation}"
    assert without_login(request) == USUAL | params


@pytest.mark.parametrize(("make", "operation", "params"), STEPS.values(), ids=STEPS.keys())
async def test_a_step_on_a_call_arrives_once_with_exactly_these_parameters(
    pair: Pair, desk: Desk, make: Callable[[str], CallCommand], operation: str, params: Body
) -> None:
    call = await talk(pair, FirstRung.OUTSIDE)
    last = await pair.last_request()
    order = await desk.finished(make(call))
    (request,) = await pair.requests_after(last)
    assert order.outcome is Outcome.DONE
    assert request["path"] == f"/{ACCOUNT}/{operation}"
    assert without_login(request) == USUAL | {"unique_id": call} | params


async def test_a_start_that_waits_tells_the_id_of_the_call(pair: Pair, desk: Desk) -> None:
    calls = len(await pair.calls())
    order = desk.bus.submit(Dial("101", OUTSIDE, LINE, options=CallOptions(wait=True)))
    for legs in (1, 2):
        call = await pair.ringing(calls, legs)
        await pair.pick_up(call)
    await until(lambda: desk.bus.pending == 0)
    last = desk.bus.order(order.id)
    assert last is not None
    assert (last.outcome, last.call) == (Outcome.DONE, call)


async def test_a_call_that_ended_meanwhile_is_refused_in_the_words_of_the_pbx(pair: Pair, desk: Desk) -> None:
    call = await talk(pair, FirstRung.OUTSIDE)
    assert (await desk.finished(HangUp(call))).outcome is Outcome.DONE
    late = await desk.finished(HangUp(call))
    assert late.outcome is Outcome.REFUSED
    assert late.error is not None
    assert [row.outcome for row in desk.store.audit] == ["done", "refused"]


async def test_what_cannot_be_dialled_is_not_sent(pair: Pair, desk: Desk) -> None:
    last = await pair.last_request()
    order = await desk.finished(Dial("101", "yok", LINE))
    assert (order.outcome, order.refused_here) == (Outcome.REFUSED, "not_dialable")
    assert await pair.requests_after(last) == []


async def test_ten_presses_in_a_row_make_one_call(pair: Pair, desk: Desk) -> None:
    calls, last = len(await pair.calls()), await pair.last_request()
    orders = [desk.bus.submit(Dial("101", OUTSIDE, LINE)) for _ in range(10)]
    await until(lambda: desk.bus.pending == 0)
    assert [order.refused_here for order in orders] == ["", *["busy"] * 9]
    assert desk.bus.submit(Dial("101", OUTSIDE, LINE)).refused_here == "twice"
    await pair.ringing(calls)
    assert len(await pair.requests_after(last)) == 1
    assert len(await pair.calls()) == calls + 1


async def test_the_kept_audit_names_who_was_called_by_two_digits_only(pair: Pair, tmp_path: Path) -> None:
    store = History(tmp_path / "history.sqlite", report=lambda _, error: pytest.fail(f"the store failed: {error!r}"))
    await store.open()
    desk = Desk(pair.client, pair.control, store)
    await desk.finished(Dial("101", OUTSIDE, LINE))
    await desk.finished(Bridge(OUTSIDE, OTHER, LINE))
    rows = await store.audit(ACCOUNT)
    await desk.bus.stop()
    await desk.tasks.close()
    await store.close()
    assert [(row.action, row.extension, row.detail) for row in rows] == [
        ("bridge", "•••22", "•••44"),
        ("dial", "101", "•••22"),
    ]


async def test_hanging_up_does_not_wait_behind_eighty_breaks(tmp_path: Path) -> None:
    arguments = ("--load", "0", "--agents", "80", "--queues", "1", "--seed", "7")
    with SimulatorProcess(arguments, password=PASSWORD) as simulator:
        control = Control(simulator.info.control_url)
        budgets = Budgets(tmp_path / "budgets.sqlite", ACCOUNT, meeting=tmp_path)
        async with open_client(simulator.info.pbx_url, budgets=budgets) as client:
            desk = Desk(client, control)
            await client.originate("101", OUTSIDE, trunk=LINE)
            call = await Pair(client, control).ringing(0)
            board = LiveBoard(Rules(account=ACCOUNT))
            now = time.time()
            board.apply(Snapshot(now, now, await client.queue_status(None)))
            pauses = [
                PauseAgent(agent, queue, "Çay") for agent, one in board.board.agents.items() for queue in one.members
            ]
            assert len(pauses) >= PAUSES
            bus = Bus(client, board, desk.tasks, desk.store, refresh=lambda _: None, refusals=desk.refusals)
            bus.submit("pause", pauses)
            loop = asyncio.get_running_loop()
            asked = loop.time()
            desk.bus.submit(HangUp(call))
            async with asyncio.timeout(20):
                while not (arrived := await control.requests("hangup")):
                    await asyncio.sleep(0.005)
            took = loop.time() - asked
            left = bus.pending
            await bus.stop()
            await desk.bus.stop()
            await desk.tasks.close()
    assert [request["params"]["unique_id"] for request in arrived] == [call]
    assert left >= PAUSES / 2, "the breaks were through already: nothing was shown"
    assert took < SOON
