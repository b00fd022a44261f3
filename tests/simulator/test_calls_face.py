"""The commands on calls over real HTTP and the real event socket: exact answers, held answers, what they leave."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import httpx
import pytest

from supervisor_gui.simulator.dialling import Outcome
from tests.simulator.running import ACCOUNT, LOGIN, EventClient, Site, running

LINE = "3121110000"
OUTSIDE = "5550001122"
OTHER = "5550003344"
MISSING = '{"code":"30","status":"Error","message":"Eksik yada yanlis parametre"}'
WRONG_PARTY = '{"code":"30","status":"Error","message":"Eksik yada yanlis parametre 2 "}'
NO_CHANNEL = '{"status":"Error","message":"Channel not specified"}'

PLACING: dict[str, dict[str, str]] = {
    "originate": {
        "customer_num": OUTSIDE,
        "pbxnum": ACCOUNT,
        "internal_num": "101",
        "originate_order": "if",
        "trunk": LINE,
    },
    "local": {"caller": "101", "called": "102", "pbxnum": ACCOUNT},
    "linkup": {"caller": OUTSIDE, "called": OTHER, "originate_order": "if", "trunk": LINE},
    "dynamic_redirect": {"called": OUTSIDE, "redirect_menu": "Satış", "redirect_type": "queue", "trunk": LINE},
}
PARTIES = {
    "originate": ("101", OUTSIDE),
    "local": ("101", "102"),
    "linkup": (OUTSIDE, OTHER),
    "dynamic_redirect": (LINE, LINE),
}
RUNNING: dict[str, dict[str, str]] = {
    "hangup": {},
    "muteaudio": {"direction": "all", "state": "mute"},
    "xfer": {"exten": "102"},
    "atxfer": {"exten": "102"},
}
ONE_PICK_UP = ("dynamic_redirect",)

Send = Callable[[str, dict[str, str]], Awaitable[str]]
Body = dict[str, Any]


def _fields(command: str, *, wait: str, **more: str) -> dict[str, str]:
    return PLACING[command] | {"ring_timeout": "20", "crm_id": "345", "wait_response": wait} | more


def _placed(command: str, status: str, message: str, **more: str) -> str:
    caller, called = PARTIES[command]
    frame = {"caller_num": caller, "called_num": called, "crm_id": "345", "response": command}
    return json.dumps(more | frame | {"status": status, "message": message}, separators=(",", ":"))


def _told(command: str, status: str = "Success", message: str = "Successful", crm_id: str = "345") -> str:
    frame = {"crm_id": crm_id, "response": command, "status": status, "message": message}
    return json.dumps(frame, separators=(",", ":"))


async def _get(site: Site, command: str, fields: dict[str, str]) -> str:
    return (await site.pbx(command, **fields)).text


async def _post(site: Site, command: str, fields: dict[str, str]) -> str:
    reply = await site.http.post(f"{site.ready.pbx_url}/{ACCOUNT}/{command}", json=LOGIN | fields)
    assert reply.status_code == 200
    return reply.text


async def _socket(site: Site, command: str, fields: dict[str, str]) -> str:
    async with site.events() as client:
        await client.log_in()
        client.send({"command": command, "pbx_num": ACCOUNT, "manual_answer": "1", **fields})
        return json.dumps(await _answer_to(client, fields["crm_id"]), separators=(",", ":"), ensure_ascii=False)


async def _answer_to(client: EventClient, crm_id: str) -> Body:
    while True:
        message = await client.next()
        if "scenario" not in message and message.get("crm_id") == crm_id:
            return dict(message)


WAYS = pytest.mark.parametrize("way", [_get, _post, _socket])
Way = Callable[[Site, str, dict[str, str]], Coroutine[Any, Any, str]]


async def _until(site: Site, found: Callable[[list[Body]], bool]) -> list[Body]:
    """The calls of the ledger as soon as they are as wanted."""
    async with asyncio.timeout(5):
        while not found(calls := (await site.control("/ledger"))["calls"]):
            await asyncio.sleep(0.01)
    return list(calls)


async def _picked_up(site: Site, times: int) -> Body:
    """The only call, after so many of its parties have answered."""
    for place in range(times):
        rung = place + 1
        calls = await _until(site, lambda calls, rung=rung: bool(calls) and len(calls[-1]["legs"]) >= rung)  # type: ignore[misc]
        await site.model(answer={"call": calls[-1]["id"]})
    return (await site.control("/ledger"))["calls"][-1]  # type: ignore[no-any-return]


async def _talking(site: Site, command: str = "originate", **fields: str) -> Body:
    await _get(site, command, _fields(command, wait="0", **fields))
    return await _picked_up(site, 1 if command in ONE_PICK_UP else 2)


async def _status(site: Site, exten: str = "101") -> str:
    return next(row["status"] for row in (await site.status())["agents"] if row["agent"] == exten)


@WAYS
@pytest.mark.parametrize("command", PLACING)
async def test_a_call_that_is_not_waited_for_is_queued_at_once_and_made(way: Way, command: str) -> None:
    async with running(agents=2, queues=1) as site:
        answer = await way(site, command, _fields(command, wait="0"))
        assert answer == _placed(command, "Originate successfully queued", "Success")
        calls = (await site.control("/ledger"))["calls"]
        assert [len(call["legs"]) for call in calls] == [1]


@WAYS
@pytest.mark.parametrize("command", PLACING)
async def test_a_call_that_is_waited_for_is_answered_when_it_is_through(way: Way, command: str) -> None:
    async with running(agents=2, queues=1) as site:
        answer = asyncio.create_task(way(site, command, _fields(command, wait="1")))
        await _until(site, bool)
        assert not answer.done()
        call = await _picked_up(site, 1 if command in ONE_PICK_UP else 2)
        assert await answer == _placed(command, "Success", "Successfully", unique_id=call["id"])


async def test_an_empty_wait_counts_as_none() -> None:
    async with running(agents=2, queues=1) as site:
        for command in PLACING:
            await site.advance(200)
            answer = json.loads(await _get(site, command, _fields(command, wait="")))
            assert answer["message"] == "Success"


@pytest.mark.parametrize("command", ["originate", "linkup"])
async def test_outside_first_and_called_first_name_the_leg_rung_first_first(command: str) -> None:
    async with running(agents=2, queues=1) as site:
        answer = json.loads(await _get(site, command, _fields(command, wait="0", originate_order="of")))
        assert (answer["caller_num"], answer["called_num"]) == PARTIES[command][::-1]
        call = (await site.control("/ledger"))["calls"][0]
        assert [leg["party"] for leg in call["legs"]] == [answer["caller_num"]]


@pytest.mark.parametrize("command", ["originate", "local"])
async def test_a_lost_phone_is_told_without_an_id(command: str) -> None:
    async with running(agents=2, queues=1) as site:
        await site.model(phone={"exten": "101", "state": "offline"})
        answer = await _get(site, command, _fields(command, wait="1"))
        assert answer == _placed(command, "Error", "No registration")


async def test_a_busy_phone_is_told() -> None:
    async with running(agents=2, queues=1) as site:
        await site.model(phone={"exten": "101", "state": "talking"})
        assert json.loads(await _get(site, "originate", _fields("originate", wait="1")))["message"] == "Busy"


async def test_every_outcome_of_an_outside_number_is_told_in_the_pbxs_words() -> None:
    async with running(agents=1, queues=1, speed=1000.0) as site:
        seen: dict[str, str] = {}
        for _ in range(120):
            if len(seen) == 4:
                break
            answer = json.loads(await _get(site, "linkup", _fields("linkup", wait="1")))
            seen[answer["message"]] = answer["status"]
            assert ("unique_id" in answer) == (answer["status"] == "Success")
        words = {Outcome.NO_ANSWER: "Error", Outcome.BUSY: "Error", Outcome.REJECTED: "Error"}
        assert seen == {Outcome.SUCCESS: "Success"} | words


async def test_a_redirect_that_fails_names_no_number_and_no_reason() -> None:
    async with running(agents=1, queues=1) as site:
        fields = _fields("dynamic_redirect", wait="1", redirect_menu="Yok")
        answer = asyncio.create_task(_get(site, "dynamic_redirect", fields))
        await _picked_up(site, 1)
        assert await answer == (
            f'{{"caller_num":"caller","called_num":"{OUTSIDE}","crm_id":"345","response":"dynamic_redirect",'
            '"status":"Error","message":"Unsuccessful"}'
        )


async def test_a_held_answer_holds_up_no_other_command_and_each_finds_its_own() -> None:
    async with running(agents=2, queues=1, framing="double") as site, site.events() as client:
        await client.log_in()
        client.send({"command": "originate", **_fields("originate", wait="1", crm_id="1")})
        client.send({"command": "linkup", **_fields("linkup", wait="1", crm_id="2")})
        client.send({"command": "queuestats", "crm_id": "3"})
        assert (await _answer_to(client, "3"))["pbx_num"] == ACCOUNT
        calls = await _until(site, lambda calls: len(calls) == 2)
        for _ in range(2):
            await site.model(answer={"call": calls[1]["id"]})
        assert (await _answer_to(client, "2"))["unique_id"] == calls[1]["id"]
        for _ in range(2):
            await site.model(answer={"call": calls[0]["id"]})
        assert (await _answer_to(client, "1"))["unique_id"] == calls[0]["id"]


async def test_a_client_that_leaves_before_its_answer_leaves_the_call_and_the_others_alone() -> None:
    async with running(agents=2, queues=1, framing="double") as site, site.events() as other:
        await other.log_in()
        async with site.events() as client:
            await client.log_in()
            client.send({"command": "originate", **_fields("originate", wait="1")})
            await _until(site, bool)
        call = await _picked_up(site, 2)
        assert (await other.until("Answer"))["unique_id"] == call["id"]
        assert await _status(site) == "onhook"


@pytest.mark.parametrize("way", [_get, _socket])
async def test_a_simulator_that_ends_lets_go_of_held_answers(way: Way) -> None:
    async with asyncio.timeout(5):
        async with running(agents=2, queues=1) as site:
            answer = asyncio.create_task(way(site, "originate", _fields("originate", wait="1")))
            await _until(site, bool)
        (end,) = await asyncio.gather(answer, return_exceptions=True)
    told = isinstance(end, str) and json.loads(end)["message"] == "Unknown reason"
    assert told or isinstance(end, httpx.TransportError | OSError | EOFError)


async def test_the_board_and_the_ledger_show_the_call_until_it_is_hung_up() -> None:
    async with running(agents=2, queues=1) as site:
        await _get(site, "originate", _fields("originate", wait="0"))
        assert await _status(site) == "ringing"
        call = await _picked_up(site, 2)
        assert await _status(site) == "onhook"
        assert (call["kind"], call["line"], call["caller_exten"], call["list_id"]) == ("outgoing", LINE, "101", 0)
        assert [leg["outcome"] for leg in call["legs"]] == ["answered", "answered"]
        assert await _get(site, "hangup", {"unique_id": call["id"]}) == _told("hangup")
        assert await _status(site) == "empty"
        assert (await site.control("/ledger"))["calls"][0]["ending"] == "completed"


async def test_a_redirected_number_stands_in_the_queue() -> None:
    async with running(agents=1, queues=1) as site:
        await site.model(pause={"exten": "101", "paused": True})
        await _talking(site, "dynamic_redirect", prefix="9")
        assert list((await site.status())["callers"]) == [f"90{OUTSIDE}"]


async def test_a_call_by_order_is_told_on_the_event_socket_like_any_other() -> None:
    async with running(agents=2, queues=1, framing="double") as site, site.events() as client:
        await client.log_in()
        call = await _talking(site, "local")
        await _get(site, "hangup", {"unique_id": call["id"]})
        await site.advance(2)
        frames = [await client.next() for _ in range(5)]
        assert [frame["scenario"] for frame in frames] == [
            "Outbound_call",
            "Inbound_call",
            "Answer",
            "Hangup",
            "cdr",
        ]
        assert {frame.get("unique_id", frame.get("asteriskId")) for frame in frames} == {call["id"]}
        assert (frames[0]["internal_num"], frames[0]["customer_num"]) == ("101", "102")
        assert (frames[2]["internal_num"], frames[3]["internal_num"]) == ("102", "102")
        assert (frames[4]["yon"], frames[4]["arayan"], frames[4]["aranan"]) == (4, "101", "102")
        assert (await site.http.get(frames[4]["seskaydi"])).content.startswith(b"RIFF")


async def test_linked_and_redirected_calls_have_events_without_an_extension() -> None:
    async with running(agents=1, queues=1, framing="double") as site, site.events() as client:
        await client.log_in()
        fields = {"redirect_type": "announcement", "redirect_menu": "duyuru"}
        for call in (await _talking(site, "linkup"), await _talking(site, "dynamic_redirect", **fields)):
            started = await client.until("Outbound_call")
            assert (started["unique_id"], "internal_num" in started) == (call["id"], False)
            assert "internal_num" not in await client.until("Answer")
        played = await client.until("Context")
        assert (played["type"], played["context_name"]) == ("announcement", "duyuru")


@WAYS
async def test_a_running_call_is_muted_moved_and_ended(way: Way) -> None:
    async with running(agents=3, queues=1) as site:
        call = await _talking(site)
        order = {"unique_id": call["id"], "crm_id": "77"}
        muted = await way(site, "muteaudio", order | {"direction": "in", "state": "mute"})
        assert muted == _told("muteaudio", crm_id="77")
        assert (await site.control("/ledger"))["calls"][0]["muted"] == ["in"]
        assert await way(site, "xfer", order | {"exten": "102"}) == _told("xfer", crm_id="77")
        await _picked_up(site, 3)
        assert [await _status(site, exten) for exten in ("101", "102")] == ["empty", "onhook"]
        assert await way(site, "hangup", order) == _told("hangup", crm_id="77")
        assert await _status(site, "102") == "empty"


async def test_an_attended_transfer_is_for_calls_that_began_outside() -> None:
    async with running(agents=3, queues=1) as site:
        began_inside = await _talking(site)
        refused = await _get(site, "atxfer", {"unique_id": began_inside["id"], "exten": "102"})
        assert refused == _told("atxfer", "Error", "Unsuccessful")
        await _get(site, "hangup", {"unique_id": began_inside["id"]})
        began_outside = await _talking(site, originate_order="of")
        done = await _get(site, "atxfer", {"unique_id": began_outside["id"], "exten": "102"})
        assert done == _told("atxfer")
        assert [await _status(site, exten) for exten in ("101", "102")] == ["onhook", "ringing"]


async def test_a_transfer_to_a_phone_that_is_away_says_so_and_leaves_the_call() -> None:
    async with running(agents=2, queues=1) as site:
        await site.model(phone={"exten": "102", "state": "offline"})
        call = await _talking(site)
        answer = await _get(site, "xfer", {"unique_id": call["id"], "exten": "102"})
        assert answer == _told("xfer", "Error", "No registration")
        assert await _status(site) == "onhook"


@WAYS
@pytest.mark.parametrize("command", RUNNING)
async def test_an_order_on_a_call_nobody_knows_is_an_error(way: Way, command: str) -> None:
    async with running(agents=2, queues=1) as site:
        fields = RUNNING[command] | {"unique_id": "sip3-1675000033.9", "crm_id": "345"}
        assert await way(site, command, fields) == _told(command, "Error", "Unsuccessful")


@pytest.mark.parametrize(
    ("command", "name"),
    [(command, name) for command, fields in PLACING.items() for name in fields if name != "pbxnum"]
    + [(command, name) for command in PLACING for name in ("ring_timeout", "crm_id")]
    + [(command, name) for command, fields in RUNNING.items() for name in (*fields, "unique_id", "crm_id")],
)
async def test_what_must_be_there_is_missed(command: str, name: str) -> None:
    async with running(agents=2, queues=1) as site:
        if command in PLACING:
            fields = _fields(command, wait="0")
        else:
            fields = RUNNING[command] | {"unique_id": "sip3-1675000033.9"}
        for left_out in ("\0", ""):
            assert await _get(site, command, fields | {name: left_out}) == MISSING
        assert (await site.control("/ledger"))["calls"] == []


@pytest.mark.parametrize(
    ("command", "wrong", "answer"),
    [
        ("originate", {"internal_num": "999"}, WRONG_PARTY),
        ("originate", {"internal_num": "abc"}, WRONG_PARTY),
        ("originate", {"trunk": "8509999999"}, WRONG_PARTY),
        ("originate", {"originate_order": "fi"}, NO_CHANNEL),
        ("originate", {"customer_num": "12"}, MISSING),
        ("originate", {"ring_timeout": "soon"}, MISSING),
        ("originate", {"call_time": "-1"}, MISSING),
        ("originate", {"wait_response": "2"}, MISSING),
        ("originate", {"wait_response": "\0"}, MISSING),
        ("local", {"called": "999"}, WRONG_PARTY),
        ("local", {"ring_timeout": "x"}, MISSING),
        ("linkup", {"trunk": "1"}, WRONG_PARTY),
        ("linkup", {"originate_order": "x"}, NO_CHANNEL),
        ("linkup", {"called": "102"}, MISSING),
        ("dynamic_redirect", {"redirect_type": "menu"}, MISSING),
        ("dynamic_redirect", {"prefix": "123456"}, MISSING),
        ("dynamic_redirect", {"trunk": "1"}, WRONG_PARTY),
    ],
)
async def test_wrong_values_are_refused_and_no_call_is_made(command: str, wrong: dict[str, str], answer: str) -> None:
    async with running(agents=2, queues=1) as site:
        assert await _get(site, command, _fields(command, wait="0") | wrong) == answer
        assert (await site.control("/ledger"))["calls"] == []


@pytest.mark.parametrize(
    ("command", "wrong"),
    [("muteaudio", {"direction": "both"}), ("muteaudio", {"state": "on"}), ("xfer", {"exten": "*8"})],
)
async def test_wrong_values_for_a_running_call_are_wrong_parameters(command: str, wrong: dict[str, str]) -> None:
    async with running(agents=2, queues=1) as site:
        call = await _talking(site)
        assert await _get(site, command, RUNNING[command] | {"unique_id": call["id"]} | wrong) == MISSING


async def test_a_line_may_be_written_with_its_zero_and_the_account_is_a_line_too() -> None:
    async with running(agents=2, queues=1) as site:
        for trunk in (f"0{LINE}", ACCOUNT):
            await site.advance(4000)
            await _get(site, "linkup", _fields("linkup", wait="0", trunk=trunk))
        assert [call["line"] for call in (await site.control("/ledger", **{"from": 0}))["calls"]] == [LINE, ACCOUNT]


async def test_a_call_is_cut_after_its_time() -> None:
    async with running(agents=2, queues=1) as site:
        await _talking(site, call_time="40")
        await site.advance(41)
        assert await _status(site) == "empty"
