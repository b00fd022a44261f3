"""Each operation on calls from the client to the simulator: what arrives there, what is told back, what it does."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

import msgspec
import pytest

from supervisor_gui.netsantral.client import Client
from supervisor_gui.netsantral.types import CommandAnswer, TargetKind
from supervisor_gui.netsantral.types_calls import (
    CallOptions,
    CallStarted,
    FirstRung,
    MuteDirection,
    PlayedTo,
)
from tests.helpers.pbx_pair import Body, Pair, without_login
from tests.helpers.wire_server import ACCOUNT

LINE = "3121110000"
OUTSIDE, OTHER = "5550001122", "5550003344"
EVERYTHING = CallOptions(
    20, False, 49, True, PlayedTo(text="Çağrı & şikâyet 50%+#"), PlayedTo(sound="karşılama sesi.wav")
)
BOTH_HEAR = CallOptions(45, False, 600, False, PlayedTo(sound="bip"), PlayedTo(text="İyi günler, hoş geldiniz"))
CUT_AFTER = 4
USUAL: Body = {"username": ACCOUNT, "ring_timeout": "30", "crm_id": "#", "wait_response": "0"}
HEARD_BY_BOTH: Body = {
    "ring_timeout": "45",
    "call_time": "600",
    "caller_record": "bip",
    "called_text": "İyi günler, hoş geldiniz",
}


class Placing(NamedTuple):
    """One way to start a call.

    Attributes:
        params: What the simulator is to get beyond `USUAL`.
        rung: The parties in the order in which they are rung.
        told: The two numbers of the answer.
        lasts: What the ledger knows about the call when all have picked up.
    """

    order: Callable[[Client, CallOptions], Awaitable[CallStarted]]
    options: CallOptions
    command: str
    params: Body
    rung: tuple[str, ...]
    told: tuple[str, str]
    lasts: Body


def originate(first: FirstRung) -> Callable[[Client, CallOptions], Awaitable[CallStarted]]:
    return lambda client, options: client.originate("101", "0555 000 11 22", trunk=LINE, first=first, options=options)


def bridge(first: FirstRung) -> Callable[[Client, CallOptions], Awaitable[CallStarted]]:
    return lambda client, options: client.bridge(
        "+90 555 000 11 22", OTHER, trunk=ACCOUNT, first=first, options=options
    )


def redirect(
    target: str, kind: TargetKind, prefix: str = ""
) -> Callable[[Client, CallOptions], Awaitable[CallStarted]]:
    return lambda client, options: client.redirect(OUTSIDE, target, kind, trunk=LINE, prefix=prefix, options=options)


def internal(client: Client, options: CallOptions) -> Awaitable[CallStarted]:
    return client.internal_call("101", "102", options=options)


EXTENSION_CALLS = {"customer_num": OUTSIDE, "pbxnum": ACCOUNT, "internal_num": "101", "trunk": LINE}
PLACINGS = {
    "originate": Placing(
        originate(FirstRung.INSIDE),
        CallOptions(),
        "originate",
        EXTENSION_CALLS | {"originate_order": "if"},
        ("101", OUTSIDE),
        ("101", OUTSIDE),
        {"kind": "outgoing", "line": LINE, "answered_by": "101"},
    ),
    "originate with all": Placing(
        originate(FirstRung.INSIDE),
        EVERYTHING,
        "originate",
        EXTENSION_CALLS
        | {
            "originate_order": "if",
            "ring_timeout": "20",
            "call_time": "49",
            "hide_callerid": "1",
            "caller_text": "Çağrı & şikâyet 50%+#",
            "called_record": "karşılama sesi.wav",
        },
        ("101", OUTSIDE),
        ("101", OUTSIDE),
        {"caller_exten": "101", "number": f"0{OUTSIDE}"},
    ),
    "originate outside first": Placing(
        originate(FirstRung.OUTSIDE),
        CallOptions(ring_seconds=20, call_limit_seconds=49, hide_number=True),
        "originate",
        EXTENSION_CALLS | {"originate_order": "of", "ring_timeout": "20", "call_time": "49", "hide_callerid": "1"},
        (OUTSIDE, "101"),
        (OUTSIDE, "101"),
        {"kind": "outgoing", "answered_by": "101"},
    ),
    "internal": Placing(
        internal,
        CallOptions(),
        "local",
        {"caller": "101", "called": "102", "pbxnum": ACCOUNT},
        ("101", "102"),
        ("101", "102"),
        {"kind": "internal", "caller_exten": "101", "dialled_exten": "102"},
    ),
    "internal with all": Placing(
        internal,
        msgspec.structs.replace(BOTH_HEAR, hide_number=True),
        "local",
        {"caller": "101", "called": "102", "pbxnum": ACCOUNT, "hide_callerid": "1"} | HEARD_BY_BOTH,
        ("101", "102"),
        ("101", "102"),
        {"kind": "internal"},
    ),
    "bridge": Placing(
        bridge(FirstRung.INSIDE),
        CallOptions(),
        "linkup",
        {"caller": OUTSIDE, "called": OTHER, "originate_order": "if", "trunk": ACCOUNT},
        (OUTSIDE, OTHER),
        (OUTSIDE, OTHER),
        {"kind": "link", "line": ACCOUNT},
    ),
    "bridge with all": Placing(
        bridge(FirstRung.OUTSIDE),
        BOTH_HEAR,
        "linkup",
        {"caller": OUTSIDE, "called": OTHER, "originate_order": "of", "trunk": ACCOUNT} | HEARD_BY_BOTH,
        (OTHER, OUTSIDE),
        (OTHER, OUTSIDE),
        {"kind": "link", "number": f"0{OUTSIDE}", "dialled_exten": f"0{OTHER}"},
    ),
    "redirect to a queue": Placing(
        redirect(f"{ACCOUNT}-queue-Satış", TargetKind.QUEUE),
        CallOptions(),
        "dynamic_redirect",
        {"called": OUTSIDE, "redirect_menu": "Satış", "redirect_type": "queue", "trunk": LINE},
        (OUTSIDE,),
        (LINE, LINE),
        {"kind": "redirect", "queue": "Satış", "line": LINE},
    ),
    "redirect to a menu with all": Placing(
        redirect("Ana Menü", TargetKind.IVR, "VİP 1"),
        CallOptions(ring_seconds=20, call_limit_seconds=49),
        "dynamic_redirect",
        {
            "called": OUTSIDE,
            "redirect_menu": "Ana Menü",
            "redirect_type": "ivr",
            "trunk": LINE,
            "ring_timeout": "20",
            "call_time": "49",
            "prefix": "VİP 1",
        },
        (OUTSIDE,),
        (LINE, LINE),
        {"kind": "redirect", "number": f"VİP 10{OUTSIDE}"},
    ),
    "redirect to an announcement": Placing(
        redirect("Tatil duyurusu", TargetKind.ANNOUNCEMENT),
        CallOptions(),
        "dynamic_redirect",
        {"called": OUTSIDE, "redirect_menu": "Tatil duyurusu", "redirect_type": "announcement", "trunk": LINE},
        (OUTSIDE,),
        (LINE, LINE),
        {"kind": "redirect"},
    ),
}
EACH_PLACING = pytest.mark.parametrize("placing", PLACINGS.values(), ids=PLACINGS.keys())
TALKING = [placing for placing in PLACINGS.values() if placing.lasts.get("queue") is None]


async def all_pick_up(pair: Pair, calls: int, parties: int) -> Body:
    """The call beyond the first `calls`, when each of its parties was rung and has answered."""
    for place in range(parties):
        await pair.pick_up(await pair.ringing(calls, place + 1))
    return await pair.newest_call()


async def talk(pair: Pair, first: FirstRung = FirstRung.INSIDE) -> str:
    """The id of a conversation between 101 and an outside number."""
    calls = len(await pair.calls())
    await pair.client.originate("101", OUTSIDE, trunk=LINE, first=first)
    return str((await all_pick_up(pair, calls, 2))["id"])


@EACH_PLACING
async def test_an_order_arrives_as_documented_is_taken_at_once_and_makes_the_call(pair: Pair, placing: Placing) -> None:
    calls = len(await pair.calls())
    started, request = await pair.ask(lambda client: placing.order(client, placing.options))
    assert request["path"] == f"/{ACCOUNT}/{placing.command}"
    assert without_login(request) == USUAL | placing.params
    assert started == CallStarted("", *placing.told, queued=True, message="Success")
    call = await all_pick_up(pair, calls, len(placing.rung))
    assert [leg["party"] for leg in call["legs"]] == list(placing.rung)
    assert all(leg["outcome"] == "answered" for leg in call["legs"])
    assert {name: call[name] for name in placing.lasts} == placing.lasts
    assert (call["answered"] is None, call["ended"]) == (bool(call["queue"]), None)


@EACH_PLACING
async def test_an_order_that_waits_is_answered_when_the_call_is_through(pair: Pair, placing: Placing) -> None:
    calls, last = len(await pair.calls()), await pair.last_request()
    waits = msgspec.structs.replace(placing.options, wait=True)
    order = asyncio.ensure_future(pair.ask(lambda client: placing.order(client, waits)))
    for place in range(len(placing.rung)):
        call = await pair.ringing(calls, place + 1)
        assert await pair.last_request() == last
        assert not order.done()
        await pair.pick_up(call)
    started, request = await order
    assert without_login(request) == USUAL | placing.params | {"wait_response": "1"}
    assert started == CallStarted(call, *placing.told, queued=False, message="Successfully")


@pytest.mark.parametrize("placing", TALKING, ids=lambda placing: "-".join((placing.command, *placing.rung)))
async def test_a_call_with_a_limit_is_cut_when_it_is_reached(pair: Pair, placing: Placing) -> None:
    calls = len(await pair.calls())
    await placing.order(pair.client, msgspec.structs.replace(placing.options, call_limit_seconds=CUT_AFTER))
    started = (await all_pick_up(pair, calls, len(placing.rung)))["arrived"]
    await pair.advance(CUT_AFTER + 1)
    assert (await pair.newest_call())["ended"] == pytest.approx(started + CUT_AFTER, abs=0.5)


async def test_two_orders_that_wait_do_not_hold_each_other_up(pair: Pair) -> None:
    calls = len(await pair.calls())
    waits = CallOptions(wait=True)
    inside = asyncio.ensure_future(pair.client.internal_call("101", "102", options=waits))
    first = await pair.ringing(calls)
    outside = asyncio.ensure_future(pair.client.bridge(OUTSIDE, OTHER, trunk=LINE, options=waits))
    second = await pair.ringing(calls + 1)
    for legs in (1, 2):
        assert await pair.ringing(calls + 1, legs) == second
        await pair.pick_up(second)
    assert (await outside).call == second
    assert not inside.done()
    await pair.pick_up(first)
    await pair.ringing(calls)
    await pair.pick_up(first)
    assert (await inside).call == first


class Steering(NamedTuple):
    """One command on a call that runs.

    Attributes:
        params: What the simulator is to get beyond user, call and correlation id.
        became: What the ledger knows about the call afterwards.
        first: Who was rung first for the call.
    """

    order: Callable[[Client, str], Awaitable[CommandAnswer]]
    command: str
    params: Body
    became: Body
    first: FirstRung = FirstRung.INSIDE


def mute(direction: MuteDirection, *, muted: bool) -> Callable[[Client, str], Awaitable[CommandAnswer]]:
    return lambda client, call: client.mute(call, muted=muted, direction=direction)


def muting(direction: MuteDirection, silent: list[str]) -> Steering:
    return Steering(
        mute(direction, muted=True),
        "muteaudio",
        {"direction": direction.value, "state": "mute"},
        {"muted": silent, "ended": None},
    )


STEERINGS = {
    "hang up": Steering(lambda client, call: client.hang_up(call), "hangup", {}, {"ending": "completed"}),
    "mute": muting(MuteDirection.ALL, ["in", "out"]),
    "mute in": muting(MuteDirection.IN, ["in"]),
    "mute out": muting(MuteDirection.OUT, ["out"]),
    "hand over to an extension": Steering(
        lambda client, call: client.blind_transfer(call, "102"),
        "xfer",
        {"exten": "102"},
        {"transferred_to": "102", "ended": None},
    ),
    "hand over to an outside number": Steering(
        lambda client, call: client.blind_transfer(call, "+90 (555) 000 33 44"),
        "xfer",
        {"exten": f"0{OTHER}"},
        {"transferred_to": f"0{OTHER}", "ended": None},
    ),
    "announce to an extension": Steering(
        lambda client, call: client.attended_transfer(call, "102"),
        "atxfer",
        {"exten": "102"},
        {"transferred_to": "", "ended": None},
        FirstRung.OUTSIDE,
    ),
    "announce to an outside number": Steering(
        lambda client, call: client.attended_transfer(call, f"0{OTHER}"),
        "atxfer",
        {"exten": f"0{OTHER}"},
        {"transferred_to": "", "ended": None},
        FirstRung.OUTSIDE,
    ),
}


@pytest.mark.parametrize("steering", STEERINGS.values(), ids=STEERINGS.keys())
async def test_a_command_on_a_call_arrives_as_documented_and_is_carried_out(pair: Pair, steering: Steering) -> None:
    call = await talk(pair, steering.first)
    done, request = await pair.ask(lambda client: steering.order(client, call))
    assert request["path"] == f"/{ACCOUNT}/{steering.command}"
    wanted: dict[str, Any] = {"username": ACCOUNT, "unique_id": call, "crm_id": "#"} | steering.params
    assert without_login(request) == wanted
    assert done == CommandAnswer("Successful", request["params"]["crm_id"])
    truth = await pair.newest_call()
    assert truth["id"] == call
    assert {name: truth[name] for name in steering.became} == steering.became


@pytest.mark.parametrize("direction", MuteDirection)
async def test_what_was_muted_is_heard_again(pair: Pair, direction: MuteDirection) -> None:
    call = await talk(pair)
    await pair.client.mute(call, muted=True)
    done, request = await pair.ask(lambda client: client.mute(call, muted=False, direction=direction))
    assert done.message == "Successful"
    assert (request["params"]["direction"], request["params"]["state"]) == (direction.value, "unmute")
    left = {MuteDirection.ALL: [], MuteDirection.IN: ["out"], MuteDirection.OUT: ["in"]}
    assert (await pair.newest_call())["muted"] == left[direction]


@pytest.mark.parametrize("command", ["blind", "attended"])
async def test_the_new_party_talks_after_picking_up_and_the_old_one_is_free(pair: Pair, command: str) -> None:
    calls = len(await pair.calls())
    call = await talk(pair, FirstRung.OUTSIDE)
    move = pair.client.blind_transfer if command == "blind" else pair.client.attended_transfer
    await move(call, "102")
    await pair.pick_up(await pair.ringing(calls, 3))
    truth = await pair.newest_call()
    assert (truth["transferred_to"], truth["legs"][-1]["outcome"], truth["ended"]) == ("102", "answered", None)
    states = {agent["exten"]: agent["state"] for agent in (await pair.control.get("/ledger/board"))["agents"]}
    assert (states["101"], states["102"]) == ("idle", "talking")
    assert (await pair.ask(lambda client: client.hang_up(call)))[0].message == "Successful"
    assert (await pair.newest_call())["ending"] == "completed"


async def test_a_call_waited_for_is_steered_by_the_id_that_its_answer_told(pair: Pair) -> None:
    calls = len(await pair.calls())
    order = asyncio.ensure_future(pair.client.originate("101", OUTSIDE, trunk=LINE, options=CallOptions(wait=True)))
    await all_pick_up(pair, calls, 2)
    await pair.client.hang_up((await order).call)
    assert (await pair.newest_call())["ending"] == "completed"
