"""Every trouble that can be switched on, as a client meets it."""

import asyncio
import json
from typing import Any

import httpx
import pytest

from supervisor_gui.simulator.faults import FAULTS, Faults, UnknownFaultError, parse_items
from tests.simulator.running import LOGIN, Site, running

CUSTOMER = "05550001122"


async def _status(site: Site) -> httpx.Response:
    return await site.pbx("queuestats", queue="Satış")


async def test_a_fault_strikes_as_often_as_ordered_and_then_no_more() -> None:
    async with running() as site:
        await site.faults({"name": "code-40", "count": 2})
        codes = [(await _status(site)).json().get("code") for _ in range(3)]
        assert codes == ["40", "40", None]


async def test_a_fault_for_one_pair_leaves_every_other_alone() -> None:
    async with running(agents=3, queues=2) as site:
        match = {"operation": "agentlogin", "exten": "150", "queue": "Destek"}
        await site.faults({"name": "refuse-member", "match": match})

        async def added(exten: str, queue: str) -> bool:
            reply = await site.pbx("agentlogin", exten=exten, queue=queue, paused="0", penalty="1")
            return bool(reply.json()["status"] == "Success")

        assert [await added("150", "Satış"), await added("150", "Destek"), await added("151", "Destek")] == [
            True,
            False,
            True,
        ]
        assert "150" not in site.simulator.centre.queues["Destek"].members
        full = f"{LOGIN['username']}-queue-Destek"
        assert not await added("150", full)


async def test_a_match_on_the_queue_also_hangs_a_single_status_request() -> None:
    async with running() as site:
        await site.faults({"name": "hang", "match": {"operation": "queuestats", "queue": "Destek"}})
        assert await site.status("Satış")
        with pytest.raises(httpx.ReadTimeout):
            await site.http.get(
                f"{site.ready.pbx_url}/{LOGIN['username']}/queuestats",
                params=LOGIN | {"crm_id": "1", "queue": "Destek"},
                timeout=0.3,
            )


@pytest.mark.parametrize("code", ["30", "40", "70", "80", "100"])
async def test_refusals_have_the_form_of_each_face_and_nothing_is_carried_out(code: str) -> None:
    async with running(queues=1) as site:
        await site.faults(f"code-{code}")
        answer = (await site.pbx("agentlogin", exten="150", queue="Satış", paused="0", penalty="1")).json()
        assert (answer["code"], answer["status"], "message" in answer) == (code, "Error", True)
        answer = await site.numbers("queueaddnumber")
        assert (answer["code"], "error" in answer) == (int(code), True)
        assert not {"150", "5550001122"} & set(site.simulator.centre.agents)


async def test_bad_login_looks_like_wrong_credentials_on_every_face() -> None:
    async with running(framing="double") as site, site.events() as client:
        await site.faults("bad-login")
        assert (await _status(site)).json() == {"status": "Error", "message": "Kullanici dogrulanamadi"}
        assert (await site.numbers("queueaddnumber"))["code"] == 30
        assert await client.log_in() == "Yanlis kullanici adi veya sifre"


@pytest.mark.parametrize("name", ["html", "empty", "cut", "non-utf8", "http-500", "redirect-302"])
async def test_an_answer_that_is_no_json(name: str) -> None:
    async with running() as site:
        await site.faults({"name": name, "count": 1})
        reply = await _status(site)
        with pytest.raises(ValueError):  # noqa: PT011
            json.loads(reply.content.decode("utf-8"))
        expected = {"http-500": 500, "redirect-302": 302}.get(name, 200)
        assert reply.status_code == expected
        assert (await _status(site)).json()["queues"]


@pytest.mark.parametrize(("name", "carried_out"), [("html", True), ("hang", True), ("drop-connection", True)])
async def test_an_order_whose_answer_is_lost_was_carried_out(name: str, carried_out: bool) -> None:
    async with running() as site:
        await site.faults({"name": name, "count": 1})
        query = LOGIN | {"crm_id": "1", "exten": "150", "queue": "Satış", "paused": "0", "penalty": "1"}
        try:
            await site.http.get(f"{site.ready.pbx_url}/{LOGIN['username']}/agentlogin", params=query, timeout=0.5)
        except (httpx.ReadTimeout, httpx.NetworkError, httpx.RemoteProtocolError):
            assert name != "html"
        assert ("150" in site.simulator.centre.queues["Satış"].members) is carried_out


async def test_the_wrong_shapes_take_turns() -> None:
    async with running() as site:
        await site.faults("wrong-shape")
        assert [type((await _status(site)).json()) for _ in range(3)] == [list, str, int]


async def test_values_that_are_not_what_they_should_be() -> None:
    async with running(agents=2, queues=1) as site:

        async def row(name: str) -> Any:
            await site.faults(name)
            return (await _status(site)).json()["queues"][0]

        assert (await row("nulls"))["completed"] is None
        assert isinstance((await row("numbers-as-words"))["completed"], str)
        assert {agent["status"] for agent in (await row("unknown-state"))["agents"]} == {"mesgul_bekliyor"}
        bad = (await row("one-bad-row"))["agents"]
        assert [type(agent) for agent in bad] == [str, dict]


async def test_hostile_text_is_in_names_reasons_and_callers_and_still_json() -> None:
    async with running(agents=1, queues=1) as site:
        await site.model(arrive={"queue": "Satış", "hold": True})
        await site.faults("hostile-text")
        row = (await _status(site)).json()["queues"][0]
        for text in (row["queuename"], *row["callers"], row["agents"][0]["reason"]):
            assert {"\x00", "\x1b", "\u202e"} <= set(text)
            assert "<img" in text
            assert len(text) > 10_000


async def test_a_huge_answer_is_thirty_megabytes() -> None:
    async with running() as site:
        await site.faults("huge")
        assert len((await _status(site)).content) > 30_000_000


async def test_a_dripping_answer_comes_byte_by_byte() -> None:
    async with running() as site:
        await site.faults("drip")
        url = f"{site.ready.pbx_url}/{LOGIN['username']}/queuestats"
        async with site.http.stream("GET", url, params=LOGIN | {"crm_id": "1"}) as reply:
            pieces = []
            async for piece in reply.aiter_raw():
                pieces.append(piece)
                if len(pieces) == 3:
                    break
        assert pieces == [b"{", b'"', b"c"]


async def test_a_slow_answer_is_late_and_complete() -> None:
    async with running() as site:
        await site.faults("slow")
        began = asyncio.get_running_loop().time()
        assert (await _status(site)).json()["queues"]
        assert asyncio.get_running_loop().time() - began > 1.9


async def test_a_cut_connection_gives_no_answer_and_the_next_one_works() -> None:
    async with running() as site:
        await site.faults({"name": "drop-connection", "count": 1})
        with pytest.raises((httpx.NetworkError, httpx.RemoteProtocolError)):
            await _status(site)
        assert (await _status(site)).json()["queues"]


async def _scenarios(site: Site, fault: str, count: int) -> list[Any]:
    async with site.events() as client:
        await client.log_in()
        await site.faults(fault)
        await site.model(arrive={"queue": "Satış", "number": CUSTOMER, "hold": True})
        await site.model(abandon={"number": CUSTOMER})
        return [(await client.next()).get("scenario") for _ in range(count)]


async def test_events_come_twice_out_of_order_or_with_strangers_between() -> None:
    async with running(queues=1, framing="double") as site:
        assert await _scenarios(site, "duplicate-events", 4) == ["InboundtoPBX", "InboundtoPBX", "Queue", "Queue"]
        assert await _scenarios(site, "reorder-events", 4) == ["Queue", "InboundtoPBX", "Hangup", "QueueLeave"]
        assert await _scenarios(site, "unknown-frames", 4) == [None, "InboundtoPBX", None, "Queue"]


async def test_an_event_breaks_off_in_the_middle() -> None:
    async with running(queues=1, framing="double") as site, site.events() as client:
        await client.log_in()
        await site.faults({"name": "half-frame", "count": 1})
        await site.model(arrive={"queue": "Satış", "number": CUSTOMER, "hold": True})
        async with asyncio.timeout(5):
            text = (await client.reader.readuntil(b"\n\n")).decode()
        assert text.count("{") == 2
        assert text.count("}") == 1


async def test_hostile_text_in_events_leaves_their_scenario_readable() -> None:
    async with running(queues=1, framing="double") as site, site.events() as client:
        await client.log_in()
        await site.faults("hostile-text")
        await site.model(arrive={"queue": "Satış", "number": CUSTOMER, "hold": True})
        assert "\u202e" in (await client.until("InboundtoPBX"))["customer_num"]


async def test_a_flood_is_ten_thousand_events_to_one_client_in_about_a_second() -> None:
    async with running(framing="single") as site, site.events() as client:
        await client.log_in()
        await site.faults({"name": "event-flood", "count": 1})
        for number in range(10_000):
            frame = await client.next()
            assert frame["unique_id"] == f"sip3-1.{number}"


async def test_a_silent_login_brings_no_answer_and_no_events() -> None:
    async with running(queues=1, framing="double") as site, site.events() as mute, site.events() as client:
        await site.faults({"name": "login-silence", "count": 1})
        mute.send({"command": "login", "crm_id": "1", **LOGIN}, {"command": "queuestats", "crm_id": "2"})
        assert (await mute.next())["status"] == "Error"
        await client.log_in()
        await site.model(arrive={"queue": "Satış", "hold": True})
        await client.until("Queue")
        mute.send({"command": "queuestats", "crm_id": "3"})
        assert (await mute.next())["status"] == "Error"


async def test_a_connection_closed_right_after_the_login() -> None:
    async with running() as site, site.events() as client:
        await site.faults({"name": "close-after-login", "count": 1})
        assert await client.log_in()
        with pytest.raises(EOFError):
            await client.next()


async def test_the_event_socket_is_cut_at_once_when_the_fault_is_aimed_at_it() -> None:
    async with running() as site, site.events() as client:
        await client.log_in()
        await site.faults({"name": "drop-connection", "count": 1, "match": {"operation": "event"}})
        with pytest.raises((EOFError, ConnectionError)):
            await client.next()
        assert (await _status(site)).json()["queues"]


async def test_a_fault_aimed_at_nothing_cuts_the_event_socket_at_the_next_event() -> None:
    async with running(queues=1) as site, site.events() as client:
        await client.log_in()
        await site.faults({"name": "drop-connection", "count": 1})
        await site.model(arrive={"queue": "Satış", "hold": True})
        with pytest.raises((EOFError, ConnectionError)):
            await client.next()


async def test_faults_can_be_listed_added_and_cleared() -> None:
    async with running() as site:
        url = f"{site.ready.control_url}/faults"
        await site.faults("slow")
        added = (await site.http.post(url, json={"add": [{"name": "html", "count": 3}]})).json()
        assert [(row["name"], row["count"]) for row in added["faults"]] == [("slow", None), ("html", 3)]
        assert set(added["known"]) == set(FAULTS)
        assert (await site.http.post(url, json={"clear": True})).json()["faults"] == []
        for wrong in ({"set": ["nonsense"]}, {"set": "html"}, {"add": [{"name": "html", "count": "x"}]}, [1]):
            reply = await site.http.post(url, json=wrong)
            assert (reply.status_code, "error" in reply.json()) == (400, True)


def test_an_unknown_fault_is_named() -> None:
    with pytest.raises(UnknownFaultError, match="'nonsense'"):
        parse_items(["nonsense"])


def test_a_fault_never_strikes_where_it_has_no_meaning() -> None:
    faults = Faults(parse_items(list(FAULTS)))
    assert "html" in faults.take("http", "agentpause")
    assert "unknown-state" not in faults.take("http", "agentpause")
    assert "login-silence" not in faults.take("http", "queuestats")
    assert set(faults.take("login", "login")) == {
        "bad-login",
        "ip-not-allowed",
        "login-silence",
        "close-after-login",
    }
