"""What each operation on calls puts on the wire, byte for byte, and what it refuses to send."""

import asyncio
import inspect
import json
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import parse_qsl

import msgspec
import pytest

from supervisor_gui.netsantral.budgets import Priority
from supervisor_gui.netsantral.call_operations import CallOperations
from supervisor_gui.netsantral.client import Client
from supervisor_gui.netsantral.endpoints import ENDPOINTS
from supervisor_gui.netsantral.errors import NoAnswer, NotSent, Refusal
from supervisor_gui.netsantral.types import CommandAnswer, TargetKind
from supervisor_gui.netsantral.types_calls import (
    CallOptions,
    CallStarted,
    FirstRung,
    MuteDirection,
    PlayedTo,
)
from tests.helpers.qt_async import until
from tests.helpers.wire_server import PASSWORD, WireServer, hang, http, open_client

RECORDED = Path(__file__).parents[1] / "contract" / "recorded" / "php-package.jsonl"
LOGIN = b"?username=8501110000&password=p4ssw0rd&"
CALL = "sip9-1675081620.181687"
TRUNK = "03121110000"
OUTSIDE = "0555 000 11 22"
OTHER = "+90 555 000 33 44"
STARTED = http(
    b'{"unique_id":"1566000000.189480","caller_num":"101","called_num":"5550001122","crm_id":"1",'
    b'"response":"originate","status":"Success","message":"Successfully"}'
)
DONE = http(b'{"crm_id":"10245","response":"hangup","status":"Success","message":"Successful"}')

Order = Callable[[Client], Awaitable[object]]


async def asked(order: Order, answer: bytes = STARTED) -> bytes:
    """Path and query of the one request that `order` makes, its correlation id as #."""
    async with WireServer(answer) as server, open_client(server.url) as client:
        await order(client)
    (request,) = server.requests
    assert request.startswith(b"GET ")
    return re.sub(rb"(?<=crm_id=)\d{18}(?=&|$)", b"#", request.split(b" ", 2)[1])


def full_options(*, hide: bool = False, caller: PlayedTo | None = None, called: PlayedTo | None = None) -> CallOptions:
    return CallOptions(20, True, 49, hide, caller, called)


async def test_an_extension_and_a_customer_are_connected() -> None:
    assert await asked(lambda client: client.originate("101", OUTSIDE, trunk=TRUNK)) == (
        b"/8501110000/originate" + LOGIN + b"customer_num=5550001122&pbxnum=8501110000&internal_num=101"
        b"&ring_timeout=30&crm_id=#&wait_response=0&originate_order=if&trunk=3121110000"
    )


async def test_an_extension_and_a_customer_are_connected_with_every_option() -> None:
    options = full_options(hide=True, caller=PlayedTo(text="Çağrı & şikâyet 50%"), called=PlayedTo(sound="açılış.wav"))
    assert await asked(lambda client: client.originate("101", OTHER, trunk=TRUNK, options=options)) == (
        b"/8501110000/originate" + LOGIN + b"customer_num=5550003344&pbxnum=8501110000&internal_num=101"
        b"&ring_timeout=20&crm_id=#&wait_response=1&originate_order=if&trunk=3121110000&call_time=49&hide_callerid=1"
        b"&caller_text=%C3%87a%C4%9Fr%C4%B1%20%26%20%C5%9Fik%C3%A2yet%2050%25&called_record=a%C3%A7%C4%B1l%C4%B1%C5%9F.wav"
    )


async def test_the_customer_can_be_rung_first() -> None:
    target = await asked(lambda client: client.originate("101", OUTSIDE, trunk=TRUNK, first=FirstRung.OUTSIDE))
    assert b"&originate_order=of&" in target


async def test_two_extensions_are_connected_without_a_line() -> None:
    options = full_options(hide=True, caller=PlayedTo(sound="bip"), called=PlayedTo(text="Merhaba"))
    assert await asked(lambda client: client.internal_call("110", "153", options=options)) == (
        b"/8501110000/local" + LOGIN + b"called=153&pbxnum=8501110000&caller=110&ring_timeout=20&crm_id=#"
        b"&wait_response=1&call_time=49&hide_callerid=1&called_text=Merhaba&caller_record=bip"
    )
    assert await asked(lambda client: client.internal_call("110", "153")) == (
        b"/8501110000/local" + LOGIN + b"called=153&pbxnum=8501110000&caller=110&ring_timeout=30&crm_id=#"
        b"&wait_response=0"
    )


async def test_two_outside_numbers_are_bridged_and_hear_something_in_either_order() -> None:
    options = full_options(caller=PlayedTo(text="a+b"), called=PlayedTo(text="c/d"))
    for first, word in ((FirstRung.INSIDE, b"if"), (FirstRung.OUTSIDE, b"of")):

        def order(client: Client, first: FirstRung = first) -> Awaitable[object]:
            return client.bridge(OUTSIDE, OTHER, trunk=TRUNK, first=first, options=options)

        assert await asked(order) == (
            b"/8501110000/linkup" + LOGIN + b"caller=5550001122&called=5550003344&ring_timeout=20&crm_id=#"
            b"&wait_response=1&originate_order=" + word + b"&trunk=3121110000&call_time=49&caller_text=a%2Bb"
            b"&called_text=c%2Fd"
        )


@pytest.mark.parametrize(
    ("kind", "target", "told"),
    [
        (TargetKind.QUEUE, "8501110000-queue-Satış", b"Sat%C4%B1%C5%9F&redirect_type=queue"),
        (TargetKind.IVR, "Ana Menü", b"Ana%20Men%C3%BC&redirect_type=ivr"),
        (TargetKind.ANNOUNCEMENT, "850-queue-x", b"850-queue-x&redirect_type=announcement"),
    ],
)
async def test_a_customer_is_called_and_sent_on(kind: TargetKind, target: str, told: bytes) -> None:
    assert await asked(lambda client: client.redirect(OUTSIDE, target, kind, trunk=TRUNK)) == (
        b"/8501110000/dynamic_redirect" + LOGIN + b"called=5550001122&redirect_menu=" + told + b"&ring_timeout=30"
        b"&crm_id=#&wait_response=0&trunk=3121110000"
    )


async def test_a_redirect_carries_its_limit_and_its_prefix_last() -> None:
    target = await asked(
        lambda client: client.redirect(
            OUTSIDE, "muhasebe", TargetKind.QUEUE, trunk=TRUNK, prefix="VİP 1", options=full_options()
        )
    )
    assert target.endswith(b"&wait_response=1&trunk=3121110000&call_time=49&prefix=V%C4%B0P%201")


async def test_a_call_is_ended() -> None:
    assert await asked(lambda client: client.hang_up(CALL), DONE) == (
        b"/8501110000/hangup" + LOGIN + b"unique_id=sip9-1675081620.181687&crm_id=#"
    )


@pytest.mark.parametrize("direction", MuteDirection)
@pytest.mark.parametrize("muted", [True, False])
async def test_a_call_is_muted_and_heard_again(direction: MuteDirection, muted: bool) -> None:
    state = b"mute" if muted else b"unmute"
    assert await asked(lambda client: client.mute(CALL, muted=muted, direction=direction), DONE) == (
        b"/8501110000/muteaudio" + LOGIN + b"unique_id=sip9-1675081620.181687&crm_id=#&direction="
        b"%b&state=%b" % (direction.value.encode(), state)
    )


@pytest.mark.parametrize(
    ("target", "exten"),
    [("102", b"102"), ("0555 000 11 22", b"05550001122"), ("905550001122", b"05550001122"), ("4440000", b"4440000")],
)
async def test_a_call_is_handed_over_to_an_extension_or_an_outside_number(target: str, exten: bytes) -> None:
    blind = await asked(lambda client: client.blind_transfer(CALL, target), DONE)
    attended = await asked(lambda client: client.attended_transfer(CALL, target), DONE)
    rest = LOGIN + b"exten=" + exten + b"&unique_id=sip9-1675081620.181687&crm_id=#"
    assert (blind, attended) == (b"/8501110000/xfer" + rest, b"/8501110000/atxfer" + rest)


PACKAGE: dict[str, tuple[Order, bytes]] = {
    "cagribaslat": (
        lambda client: client.originate(
            "110", OUTSIDE, trunk=TRUNK, options=CallOptions(20, True, 49, to_called=PlayedTo(sound="mesai.wav"))
        ),
        STARTED,
    ),
    "icDahiliCagriBaslat": (
        lambda client: client.internal_call(
            "110", "153", options=CallOptions(20, True, to_called=PlayedTo(sound="mesai.wav"))
        ),
        STARTED,
    ),
    "cagribagla": (
        lambda client: client.bridge(OUTSIDE, OTHER, trunk=TRUNK, options=CallOptions(20, True, 49)),
        STARTED,
    ),
    "dinamikyonlendirme": (
        lambda client: client.redirect(
            OUTSIDE, "muhasebe", TargetKind.QUEUE, trunk=TRUNK, prefix="test", options=CallOptions(35, True, 75)
        ),
        STARTED,
    ),
    "cagrisonlandirma": (lambda client: client.hang_up(CALL), DONE),
    "cagrisessizeal": (lambda client: client.mute(CALL, muted=False), DONE),
    "cagritransfer": (lambda client: client.blind_transfer(CALL, OUTSIDE), DONE),
}
"""The vendor's package functions, and the same asked of us."""


@pytest.mark.parametrize("function", PACKAGE)
async def test_names_and_order_of_the_fields_are_those_of_the_vendors_package(function: str) -> None:
    rows = [json.loads(line) for line in RECORDED.read_text("utf-8").splitlines()]
    theirs = next(row["request"] for row in rows if row["function"] == function).split(" ", 2)[1]
    ours = (await asked(*PACKAGE[function])).decode()
    assert named(ours) == named(theirs)


def named(target: str) -> tuple[str, list[str]]:
    path, _, query = target.partition("?")
    return path, [name for name, _ in parse_qsl(query, keep_blank_values=True, strict_parsing=True)]


async def test_answers_come_back_as_values() -> None:
    async with WireServer(STARTED, DONE) as server, open_client(server.url) as client:
        started = await client.originate("101", OUTSIDE, trunk=TRUNK, options=CallOptions(20, True))
        done = await client.hang_up(started.call)
    assert started == CallStarted("1566000000.189480", "101", "5550001122", False, "Successfully")
    assert done == CommandAnswer("Successful", "10245")
    assert b"&unique_id=1566000000.189480&" in server.requests[1]


async def test_every_order_has_a_correlation_id_of_its_own() -> None:
    async with WireServer(DONE) as server, open_client(server.url) as client:
        await client.hang_up(CALL)
        await client.hang_up(CALL)
    ids = [re.findall(rb"crm_id=(\d+)", request) for request in server.requests]
    assert len({one for found in ids for one in found}) == 2


async def test_a_refused_call_names_its_operation_and_is_not_repeated() -> None:
    busy = http(b'{"crm_id":"1","response":"originate","status":"Success","message":"Busy"}')
    async with WireServer(busy) as server, open_client(server.url) as client:
        with pytest.raises(Refusal) as caught:
            await client.bridge(OUTSIDE, OTHER, trunk=TRUNK)
    assert (caught.value.operation, caught.value.reason, len(server.requests)) == ("bridge", "busy_line", 1)


REFUSED_HERE: dict[str, Order] = {
    "played though the customer rings first": lambda client: client.originate(
        "101", OUTSIDE, trunk=TRUNK, first=FirstRung.OUTSIDE, options=CallOptions(to_called=PlayedTo(text="a"))
    ),
    "hidden though no extension takes part": lambda client: client.bridge(
        OUTSIDE, OTHER, trunk=TRUNK, options=CallOptions(hide_number=True)
    ),
    "redirect with a long prefix": lambda client: client.redirect(
        OUTSIDE, "a", TargetKind.IVR, trunk=TRUNK, prefix="123456"
    ),
    "redirect that plays": lambda client: client.redirect(
        OUTSIDE, "a", TargetKind.IVR, trunk=TRUNK, options=CallOptions(to_caller=PlayedTo(sound="a"))
    ),
    "redirect that hides": lambda client: client.redirect(
        OUTSIDE, "a", TargetKind.IVR, trunk=TRUNK, options=CallOptions(hide_number=True)
    ),
}


@pytest.mark.parametrize("case", REFUSED_HERE)
async def test_what_the_pbx_cannot_do_is_not_sent(case: str) -> None:
    async with WireServer(STARTED) as server, open_client(server.url) as client:
        with pytest.raises(ValueError, match=r"\w"):
            await REFUSED_HERE[case](client)
    assert server.requests == []


@pytest.mark.parametrize(("text", "sound"), [("", ""), ("a", "b")])
def test_a_side_hears_one_thing(text: str, sound: str) -> None:
    with pytest.raises(ValueError, match="either"):
        PlayedTo(text, sound)


@pytest.mark.parametrize(("ring", "limit"), [(0, None), (-1, None), (20, 0)])
def test_a_call_has_sensible_times(ring: int, limit: int | None) -> None:
    with pytest.raises(ValueError, match="seconds"):
        CallOptions(ring, call_limit_seconds=limit)


async def test_an_order_that_waits_for_the_outcome_outlives_the_usual_deadline() -> None:
    table = {
        name: msgspec.structs.replace(row, deadline=0.4, connect=0.1) if row.budget == "originate" else row
        for name, row in ENDPOINTS.items()
    }
    usual_is_over = asyncio.Event()

    async def answer_late(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await usual_is_over.wait()
        writer.write(STARTED)

    async with (
        WireServer(answer_late) as patient,
        WireServer(hang) as silent,
        open_client(patient.url, table=table) as waiting,
        open_client(silent.url, table=table) as hasty,
    ):
        outcome = asyncio.ensure_future(
            waiting.originate("101", OUTSIDE, trunk=TRUNK, options=CallOptions(ring_seconds=1, wait=True))
        )
        async with asyncio.timeout(10):
            while not patient.requests:
                await asyncio.sleep(0)
            with pytest.raises(NoAnswer):
                await hasty.originate("101", OUTSIDE, trunk=TRUNK, options=CallOptions(ring_seconds=1))
        usual_is_over.set()
        assert (await outcome).call == "1566000000.189480"


async def test_a_connection_that_breaks_is_no_reason_to_call_again() -> None:
    async def cut(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    async with WireServer(DONE, cut) as server, open_client(server.url) as client:
        await client.hang_up(CALL)
        with pytest.raises(NoAnswer):
            await client.originate("101", OUTSIDE, trunk=TRUNK)
    assert len(server.requests) == 2


async def test_whoever_asks_is_told_when_an_order_leaves() -> None:
    left: list[str] = []
    async with WireServer(STARTED, DONE) as server, open_client(server.url) as client:
        await client.internal_call("101", "102", priority=Priority.SCREEN, sent=lambda: left.append("call"))
        await client.mute(CALL, muted=True, priority=Priority.SCREEN, sent=lambda: left.append("mute"))
    assert left == ["call", "mute"]


@pytest.mark.parametrize(
    "order",
    [
        lambda client: client.originate("101", OUTSIDE, trunk=TRUNK),
        lambda client: client.attended_transfer(CALL, "102"),
    ],
)
async def test_no_error_shows_the_password_or_the_customer(order: Order) -> None:
    async with open_client("http://127.0.0.1:1") as client:
        with pytest.raises(NotSent) as caught:
            await order(client)
    shown = f"{caught.value!r} {caught.value} {caught.value.details}"
    assert PASSWORD not in shown
    assert "5550001122" not in shown


def test_commands_are_the_users_unless_told_otherwise() -> None:
    operations = [
        one
        for name, one in vars(CallOperations).items()
        if inspect.iscoroutinefunction(one) and not name.startswith("_")
    ]
    assert len(operations) == 8
    for operation in operations:
        assert inspect.signature(operation).parameters["priority"].default is Priority.USER


@pytest.mark.parametrize(
    "order",
    [
        lambda client: client.originate("", OUTSIDE, trunk=TRUNK),
        lambda client: client.originate("101", " ", trunk=TRUNK),
        lambda client: client.originate("101", OUTSIDE, trunk="hat"),
        lambda client: client.internal_call("101", ""),
        lambda client: client.bridge(OUTSIDE, "Destek", trunk=TRUNK),
        lambda client: client.redirect(OUTSIDE, "", TargetKind.IVR, trunk=TRUNK),
        lambda client: client.hang_up(""),
        lambda client: client.mute(" ", muted=True),
        lambda client: client.blind_transfer(CALL, "Destek"),
        lambda client: client.attended_transfer("", "102"),
    ],
)
async def test_an_order_without_a_target_is_not_sent(order: Order) -> None:
    async with WireServer(DONE) as server, open_client(server.url) as client:
        with pytest.raises(ValueError, match="nothing is given"):
            await order(client)
    assert server.requests == []


async def test_calls_that_wait_for_somebody_to_pick_up_hold_nothing_else_up() -> None:
    script = [hang] * 12 + [DONE]
    async with WireServer(*script) as server, open_client(server.url) as client:
        waiting = [
            asyncio.ensure_future(client.originate("101", OUTSIDE, trunk=TRUNK, options=CallOptions(wait=True)))
            for _ in range(12)
        ]
        await until(lambda: len(server.requests) == 12, "twelve calls ring")
        async with asyncio.timeout(3):
            assert (await client.hang_up(CALL)).message == "Successful"
        for one in waiting:
            one.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)


async def test_a_call_is_not_sent_to_a_kind_of_target_that_nobody_knows() -> None:
    async with WireServer(DONE) as server, open_client(server.url) as client:
        with pytest.raises(ValueError, match="queue, a menu or an announcement"):
            await client.redirect(OUTSIDE, "Destek", TargetKind.OTHER, trunk=TRUNK)
    assert server.requests == []
