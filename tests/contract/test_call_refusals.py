"""Each refusal of an operation on calls, provoked at the simulator: it arrives typed and is explained."""

import asyncio
import urllib.request
from collections.abc import Awaitable, Callable, Mapping
from typing import NamedTuple
from urllib.parse import urlencode

import pytest

from supervisor_gui.netsantral.client import Client
from supervisor_gui.netsantral.codec_calls import decode_call_command, decode_call_started
from supervisor_gui.netsantral.errors import BadCredentials, LimitReached, PbxError, Refusal
from supervisor_gui.netsantral.types import TargetKind
from supervisor_gui.netsantral.types_calls import CallOptions, FirstRung
from supervisor_gui.simulator.process import SimulatorProcess
from tests.helpers.explained import assert_explained, told
from tests.helpers.pbx_pair import Ask, Pair, paired
from tests.helpers.wire_server import ACCOUNT, PASSWORD

LINE, NO_LINE = "3121110000", "3129990000"
OUTSIDE, OTHER = "5550001122", "5550003344"
NO_CALL = "sip3-1566000000.189480"
MISSING, WRONG_PARTY = "Eksik yada yanlis parametre", "Eksik yada yanlis parametre 2"
WAITS, HASTY = CallOptions(wait=True), CallOptions(wait=True, ring_seconds=1)

EACH_ORDER: Mapping[str, Ask[object]] = {
    "originate": lambda client: client.originate("101", OUTSIDE, trunk=LINE),
    "internal_call": lambda client: client.internal_call("101", "102"),
    "bridge": lambda client: client.bridge(OUTSIDE, OTHER, trunk=LINE),
    "redirect": lambda client: client.redirect(OUTSIDE, "Satış", TargetKind.QUEUE, trunk=LINE),
    "hang_up": lambda client: client.hang_up(NO_CALL),
    "mute": lambda client: client.mute(NO_CALL, muted=True),
    "blind_transfer": lambda client: client.blind_transfer(NO_CALL, "102"),
    "attended_transfer": lambda client: client.attended_transfer(NO_CALL, "102"),
}
EACH = pytest.mark.parametrize("operation", EACH_ORDER)


@EACH
async def test_a_wrong_login_is_told_by_each_operation(simulator: SimulatorProcess, operation: str) -> None:
    async with paired(simulator.info, password="falsch") as pair:
        error = await pair.refused(EACH_ORDER[operation])
    assert told(error) == (BadCredentials, "credentials", "", "Kullanici dogrulanamadi")
    assert error.operation == operation


@EACH
@pytest.mark.parametrize(
    ("fault", "wanted"),
    [
        ("bad-login", (BadCredentials, "credentials", "")),
        ("ip-not-allowed", (BadCredentials, "credentials", "")),
        ("code-30", (Refusal, "call_parameter", "30")),
        ("code-80", (LimitReached, "limit", "80")),
        ("code-100", (LimitReached, "limit", "100")),
    ],
)
async def test_a_fault_of_the_pbx_is_told_by_each_operation(
    pair: Pair, operation: str, fault: str, wanted: tuple[type[PbxError], str, str]
) -> None:
    calls = len(await pair.calls())
    await pair.control.post("/faults", {"set": [fault]})
    error = await pair.refused(EACH_ORDER[operation])
    assert told(error)[:3] == wanted
    assert len(await pair.calls()) == calls


WRONG_VALUES: Mapping[str, tuple[Ask[object], str, str]] = {
    "unknown extension": (
        lambda client: client.originate("999", OUTSIDE, trunk=LINE),
        "parameter_2",
        WRONG_PARTY,
    ),
    "an outside number as extension": (
        lambda client: client.originate(OTHER, OUTSIDE, trunk=LINE),
        "parameter_2",
        WRONG_PARTY,
    ),
    "foreign line": (lambda client: client.originate("101", OUTSIDE, trunk=NO_LINE), "parameter_2", WRONG_PARTY),
    "a number too short": (lambda client: client.originate("101", "12", trunk=LINE), "call_parameter", MISSING),
    "unknown caller": (lambda client: client.internal_call("999", "102"), "parameter_2", WRONG_PARTY),
    "unknown called": (lambda client: client.internal_call("101", "999"), "parameter_2", WRONG_PARTY),
    "bridge over a foreign line": (
        lambda client: client.bridge(OUTSIDE, OTHER, trunk=NO_LINE),
        "parameter_2",
        WRONG_PARTY,
    ),
    "redirect over a foreign line": (
        lambda client: client.redirect(OUTSIDE, "Satış", TargetKind.QUEUE, trunk=NO_LINE),
        "parameter_2",
        WRONG_PARTY,
    ),
}


@pytest.mark.parametrize(("order", "reason", "words"), WRONG_VALUES.values(), ids=WRONG_VALUES.keys())
async def test_a_missing_or_wrong_value_starts_no_call(pair: Pair, order: Ask[object], reason: str, words: str) -> None:
    calls = len(await pair.calls())
    assert told(await pair.refused(order)) == (Refusal, reason, "30", words)
    assert len(await pair.calls()) == calls


Step = Callable[[Pair, int], Awaitable[object]]
"""What happens to the call beyond the first so many that the simulator knew."""


async def first_picks_up(pair: Pair, calls: int) -> None:
    call = await pair.ringing(calls)
    await pair.pick_up(call)


async def time_passes(pair: Pair, calls: int) -> None:
    await pair.ringing(calls)
    await pair.advance(2)


async def call_is_ended(pair: Pair, calls: int) -> None:
    await pair.model(end={"call": await pair.ringing(calls)})


class Failing(NamedTuple):
    """A call that comes to nothing.

    Attributes:
        phones: What extensions do beforehand.
        then: What happens while the answer is held.
    """

    order: Ask[object]
    reason: str
    words: str
    phones: Mapping[str, str] = {}
    then: tuple[Step, ...] = (time_passes,)


def originate(options: CallOptions = WAITS, first: FirstRung = FirstRung.INSIDE) -> Ask[object]:
    return lambda client: client.originate("101", OUTSIDE, trunk=LINE, first=first, options=options)


def internal(options: CallOptions = WAITS) -> Ask[object]:
    return lambda client: client.internal_call("101", "102", options=options)


def bridge(options: CallOptions = WAITS) -> Ask[object]:
    return lambda client: client.bridge(OUTSIDE, OTHER, trunk=LINE, options=options)


def redirect(target: str = "Satış", options: CallOptions = WAITS) -> Ask[object]:
    return lambda client: client.redirect(OUTSIDE, target, TargetKind.QUEUE, trunk=LINE, options=options)


SECOND = (first_picks_up, time_passes)
AWAY, BUSY, SILENT = ("no_registration", "No registration"), ("busy_line", "Busy"), ("no_answer", "No Answer")
UNKNOWN, FAILED = ("unknown_reason", "Unknown reason"), ("unsuccessful", "Unsuccessful")
FAILINGS = {
    "originate from a lost phone": Failing(originate(), *AWAY, {"101": "offline"}),
    "originate outside first to a lost phone": Failing(
        originate(first=FirstRung.OUTSIDE), *AWAY, {"101": "offline"}, SECOND
    ),
    "internal from a lost phone": Failing(internal(), *AWAY, {"101": "offline"}),
    "internal to a lost phone": Failing(internal(), *AWAY, {"102": "offline"}, SECOND),
    "originate from a busy agent": Failing(originate(), *BUSY, {"101": "talking"}),
    "originate outside first to a busy agent": Failing(
        originate(first=FirstRung.OUTSIDE), *BUSY, {"101": "talking"}, SECOND
    ),
    "internal from a busy agent": Failing(internal(), *BUSY, {"101": "ringing"}),
    "internal to a busy agent": Failing(internal(), *BUSY, {"102": "talking"}, SECOND),
    "originate without an answer inside": Failing(originate(HASTY), *SILENT),
    "originate without an answer outside": Failing(originate(HASTY), *SILENT, then=SECOND),
    "internal without an answer": Failing(internal(HASTY), *SILENT),
    "bridge without an answer of the first": Failing(bridge(HASTY), *SILENT),
    "bridge without an answer of the second": Failing(bridge(HASTY), *SILENT, then=SECOND),
    "originate cut off": Failing(originate(), *UNKNOWN, then=(call_is_ended,)),
    "internal cut off": Failing(internal(), *UNKNOWN, then=(first_picks_up, call_is_ended)),
    "bridge cut off": Failing(bridge(), *UNKNOWN, then=(call_is_ended,)),
    "redirect without an answer": Failing(redirect(options=HASTY), *FAILED),
    "redirect cut off": Failing(redirect(), *FAILED, then=(call_is_ended,)),
    "redirect to an unknown queue": Failing(redirect("Böyle Kuyruk Yok"), *FAILED, then=(first_picks_up,)),
}


@pytest.mark.parametrize("failing", FAILINGS.values(), ids=FAILINGS.keys())
async def test_a_call_that_comes_to_nothing_says_why(pair: Pair, failing: Failing) -> None:
    for exten, state in failing.phones.items():
        await pair.model(phone={"exten": exten, "state": state})
    calls = len(await pair.calls())
    order = asyncio.ensure_future(pair.refused(failing.order))
    for step in failing.then:
        assert not order.done()
        await step(pair, calls)
    assert told(await order) == (Refusal, failing.reason, "", failing.words)
    made = (await pair.calls())[calls]
    assert (made["answered"], made["ending"]) == (None, "unanswered")


@pytest.mark.parametrize("make", [originate, internal, bridge])
async def test_a_call_that_is_rejected_says_so(pair: Pair, make: Callable[[], Ask[object]]) -> None:
    order = make()
    for _ in range(200):
        if await _outcome(pair, order) == (Refusal, "rejected_call", "", "Get Busy"):
            return
    raise AssertionError("nobody rejected a call")


async def _outcome(pair: Pair, order: Ask[object]) -> tuple[type[PbxError], str, str, str] | None:
    """How a call comes out when time passes; None when it is answered, which ends it."""
    calls = len(await pair.calls())
    started = asyncio.ensure_future(order(pair.client))
    call = await pair.ringing(calls)
    await pair.advance(40)
    if (await pair.newest_call())["ended"] is None:
        await pair.advance(40)
    if (await pair.newest_call())["ended"] is None:
        await pair.model(end={"call": call})
    try:
        await started
    except PbxError as error:
        assert_explained(error)
        return told(error)
    return None


async def _ring(pair: Pair) -> str:
    calls = len(await pair.calls())
    await pair.client.originate("101", OUTSIDE, trunk=LINE)
    return await pair.ringing(calls)


async def _talk(pair: Pair, first: FirstRung) -> str:
    calls = len(await pair.calls())
    await pair.client.originate("101", OUTSIDE, trunk=LINE, first=first)
    for legs in (1, 2):
        await pair.pick_up(await pair.ringing(calls, legs))
    return str((await pair.newest_call())["id"])


TRANSFERS: Mapping[str, Callable[[Client, str], Awaitable[object]]] = {
    "blind": lambda client, call: client.blind_transfer(call, "102"),
    "attended": lambda client, call: client.attended_transfer(call, "102"),
}


@pytest.mark.parametrize("how", TRANSFERS)
@pytest.mark.parametrize(("state", "reason", "words"), [("offline", *AWAY), ("talking", *BUSY)])
async def test_a_call_is_not_handed_over_to_a_phone_that_is_lost_or_busy(
    pair: Pair, how: str, state: str, reason: str, words: str
) -> None:
    call = await _talk(pair, FirstRung.OUTSIDE)
    await pair.model(phone={"exten": "102", "state": state})
    error = await pair.refused(lambda client: TRANSFERS[how](client, call))
    assert told(error) == (Refusal, reason, "", words)
    truth = next(row for row in await pair.calls() if row["id"] == call)
    assert (truth["transferred_to"], truth["ended"]) == ("", None)


async def test_only_a_call_whose_outside_was_rung_first_is_announced(pair: Pair) -> None:
    call = await _talk(pair, FirstRung.INSIDE)
    error = await pair.refused(lambda client: client.attended_transfer(call, "102"))
    assert told(error) == (Refusal, "no_call", "", "Unsuccessful")


@pytest.mark.parametrize("how", TRANSFERS)
async def test_a_call_that_still_rings_is_not_handed_over(pair: Pair, how: str) -> None:
    call = await _ring(pair)
    error = await pair.refused(lambda client: TRANSFERS[how](client, call))
    assert told(error) == (Refusal, "no_call", "", "Unsuccessful")


@pytest.mark.parametrize("operation", ["hang_up", "mute", "blind_transfer", "attended_transfer"])
async def test_a_command_on_a_call_that_there_is_not_is_refused(pair: Pair, operation: str) -> None:
    error = await pair.refused(EACH_ORDER[operation])
    assert told(error) == (Refusal, "no_call", "", "Unsuccessful")


PLACING = {"ring_timeout": "30", "crm_id": "345", "wait_response": "0"}
RUNNING = {"unique_id": NO_CALL, "crm_id": "345"}
RAW: Mapping[str, dict[str, str]] = {
    "originate": PLACING
    | {"customer_num": OUTSIDE, "internal_num": "101", "originate_order": "if", "trunk": LINE, "pbxnum": ACCOUNT},
    "local": PLACING | {"caller": "101", "called": "102", "pbxnum": ACCOUNT},
    "linkup": PLACING | {"caller": OUTSIDE, "called": OTHER, "originate_order": "if", "trunk": LINE},
    "dynamic_redirect": PLACING
    | {"called": OUTSIDE, "redirect_menu": "Satış", "redirect_type": "queue", "trunk": LINE},
    "hangup": RUNNING,
    "muteaudio": RUNNING | {"direction": "all", "state": "mute"},
    "xfer": RUNNING | {"exten": "102"},
    "atxfer": RUNNING | {"exten": "102"},
}
"""Requests without a fault; the vendor documents what of them must be there."""

OPTIONAL = ("pbxnum",)
NOT_TAKEN, NO_ORDER = ("call_parameter", "30", MISSING), ("channel", "", "Channel not specified")


def raw(info_url: str, command: str, params: dict[str, str]) -> PbxError:
    """The error that our reading finds in the answer to a request that the client would not send."""
    query = urlencode({"username": ACCOUNT, "password": PASSWORD} | params)
    with urllib.request.urlopen(f"{info_url}/{ACCOUNT}/{command}?{query}", timeout=10) as answer:
        body = answer.read()
    placing = "ring_timeout" in params
    decode = decode_call_started if placing else decode_call_command
    with pytest.raises(PbxError) as caught:
        decode("originate" if placing else "hang_up", body)
    assert_explained(caught.value)
    return caught.value


@pytest.mark.parametrize(
    ("command", "left_out"),
    [(command, name) for command, params in RAW.items() for name in params if name not in OPTIONAL],
)
def test_each_mandatory_value_is_missed(simulator: SimulatorProcess, command: str, left_out: str) -> None:
    params = {name: value for name, value in RAW[command].items() if name != left_out}
    if left_out == "ring_timeout":
        params["ring_timeout"] = ""
    error = raw(simulator.info.pbx_url, command, params)
    assert told(error) == (Refusal, *NOT_TAKEN)


@pytest.mark.parametrize(
    ("command", "wrong", "wanted"),
    [
        ("originate", {"originate_order": "xx"}, NO_ORDER),
        ("linkup", {"originate_order": "xx"}, NO_ORDER),
        ("dynamic_redirect", {"redirect_type": "park"}, NOT_TAKEN),
        ("dynamic_redirect", {"prefix": "123456"}, NOT_TAKEN),
        ("originate", {"ring_timeout": "-1"}, NOT_TAKEN),
        ("local", {"wait_response": "2"}, NOT_TAKEN),
        ("muteaudio", {"direction": "up"}, NOT_TAKEN),
        ("muteaudio", {"state": "on"}, NOT_TAKEN),
    ],
)
def test_a_value_that_the_client_does_not_send_is_refused(
    simulator: SimulatorProcess, command: str, wrong: dict[str, str], wanted: tuple[str, str, str]
) -> None:
    error = raw(simulator.info.pbx_url, command, RAW[command] | wrong)
    assert told(error) == (Refusal, *wanted)


def test_a_kind_of_transfer_that_there_is_not_is_a_wrong_address(simulator: SimulatorProcess) -> None:
    error = raw(simulator.info.pbx_url, "xferr", RAW["xfer"])
    assert told(error) == (Refusal, "bad_uri", "", "Hatali istek: URI hatali")
