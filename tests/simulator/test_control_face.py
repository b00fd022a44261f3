"""The face for tests: truth, requests, time and interventions."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from supervisor_gui.simulator.control_face import moment
from tests.simulator.running import LOGIN, running

CUSTOMER = "05550001122"


async def test_the_ledger_tells_a_call_with_every_moment_of_its_life() -> None:
    async with running(agents=1, queues=1) as site:
        before = (await site.control("/clock"))["now"]
        await site.model(arrive={"queue": "Satış", "number": CUSTOMER})
        await site.advance(1)
        await site.model(answer={"number": CUSTOMER})
        await site.advance(30)
        await site.model(end={"number": CUSTOMER})
        ledger = await site.control("/ledger", **{"from": before})
        (call,) = ledger["calls"]
        assert (call["number"], call["queue"], call["answered_by"], call["ending"]) == (
            CUSTOMER,
            "Satış",
            "101",
            "completed",
        )
        assert call["queued"] <= call["answered"] < call["ended"] <= ledger["now"]
        assert (call["wait"], call["talk"]) == (
            call["left_queue"] - call["queued"],
            call["ended"] - call["answered"],
        )
        assert [offer["outcome"] for offer in call["offers"]] == ["answered"]
        assert [change["state"] for change in ledger["states"]] == ["ringing", "talking", "idle"]
        assert ledger["counters"][0]["completed"] == 1
        long_ago = await site.control("/ledger", **{"from": before - 900, "to": before - 600})
        assert (long_ago["calls"], long_ago["states"]) == ([], [])


async def test_the_board_of_a_past_moment_is_the_one_of_then() -> None:
    async with running(agents=1, queues=1) as site:
        await site.model(arrive={"queue": "Satış", "number": CUSTOMER, "hold": True})
        await site.model(pause={"exten": "101", "paused": True, "reason": "Çay"})
        then = (await site.advance(60)) - 1
        await site.model(abandon={"number": CUSTOMER}, phone={"exten": "101", "state": "offline"})
        await site.model(pause={"exten": "101", "paused": False})
        past, present = await site.control("/ledger/board", at=then), await site.control("/ledger/board")

        def shown(board: dict[str, Any]) -> tuple[Any, ...]:
            (queue,), (agent,) = board["queues"], board["agents"]
            (member,) = agent["queues"]
            return (queue["waiting"], queue["abandoned"], agent["state"], member["paused"], member["reason"])

        assert shown(past) == (1, 0, "idle", True, "Çay")
        assert shown(present) == (0, 1, "offline", False, "")
        assert past["queues"][0]["callers"][0]["wait"] == pytest.approx(59, abs=1.5)


async def test_every_request_is_kept_as_it_came_but_without_its_password(tmp_path: Path) -> None:
    log = tmp_path / "requests.jsonl"
    async with running(request_log=log, framing="double") as site, site.events() as client:
        await site.pbx("agentpause", exten="101", queue="Satış", paused="1", reason="çay & +")
        await site.numbers("queueaddnumber")
        await client.log_in()
        await site.http.get(f"{site.ready.pbx_url}/%2e%2e/x?password=p4ssw0rd&Password=p4ssw0rd")
        entries = (await site.control("/requests"))["requests"]
        assert [entry["face"] for entry in entries] == ["pbx", "api", "events", "pbx"]
        assert entries[0]["params"]["reason"] == "çay & +"
        assert "%C3%A7ay" in entries[0]["target"]
        assert entries[0]["outcome"] == {"status": "Success", "message": "Successful"}
        assert entries[1]["body"]["no"] == "5550001122"
        assert entries[2]["operation"] == "login"
        assert entries[0]["monotonic"] <= entries[3]["monotonic"]
        assert [json.loads(line) for line in log.read_text("utf-8").splitlines()] == entries
        assert "p4ssw0rd" not in log.read_text("utf-8")
        assert len((await site.control("/requests", after=entries[2]["number"]))["requests"]) == 1


@pytest.mark.parametrize(
    "body",
    [
        '{"usercode": 1, "password" : p4ssw0rd, "no"',
        '{"password":"p4ssw0rd',
        "username=1&password=p4ssw0rd&x=1",
        "<header><password>p4ssw0rd</password></header>",
        '{"header":{"Password":"p4ssw0rd"}}',
    ],
)
async def test_the_password_is_not_kept_from_a_body_of_any_form(body: str) -> None:
    async with running() as site:
        await site.http.post(f"{site.ready.api_url}/netsantral/report", content=body)
        (entry,) = (await site.control("/requests"))["requests"]
        assert "***" in str(entry["body"])
        assert "p4ssw0rd" not in str(entry)


async def test_simulated_time_moves_on_at_once_and_everything_between_happens() -> None:
    async with running(load=None) as site:
        before = await site.control("/ledger")
        now = await site.advance(1800)
        after = await site.control("/ledger", **{"from": before["now"]})
        assert now - before["now"] == pytest.approx(1800, abs=5)
        assert sum(call["arrived"] > before["now"] for call in after["calls"]) > 20


@pytest.mark.parametrize("body", [{"advance": -1}, {"advance": "5"}, {"advance": True}, {}, {"advance": 1e12}])
async def test_time_is_never_moved_by_something_else_than_seconds(body: dict[str, Any]) -> None:
    async with running() as site:
        assert (await site.http.post(f"{site.ready.control_url}/clock", json=body)).status_code == 400


async def test_a_phone_can_be_put_into_every_state() -> None:
    async with running(agents=1, queues=1) as site:
        for state in ("talking", "idle", "ringing", "offline", "ringing", "talking", "offline", "idle"):
            answer = await site.model(phone={"exten": "101", "state": state})
            assert answer["phone"]["state"] == state
        await site.advance(3600)
        assert site.simulator.centre.agents["101"].state == "idle"


async def test_counters_can_begin_again_as_after_a_restart_of_the_pbx() -> None:
    async with running(load=None) as site:
        assert (await site.status())["completed"] > 0
        await site.model(reset={})
        row = await site.status()
        assert (row["completed"], row["abondaned"], row["talktime"]) == (0, 0, 0)


@pytest.mark.parametrize(
    "body",
    [
        {"dance": {}},
        {"arrive": {"queue": "Yok"}},
        {"arrive": 5},
        {"arrive": {"queue": "Satış", "patience": "x"}},
        {"phone": {"exten": "999", "state": "idle"}},
        {"phone": {"exten": "101", "state": "asleep"}},
        {"abandon": {"number": "1"}},
        {"answer": {"number": "1"}},
    ],
)
async def test_an_intervention_that_cannot_be_done_says_why(body: dict[str, Any]) -> None:
    async with running() as site:
        reply = await site.http.post(f"{site.ready.control_url}/model", json=body)
        assert (reply.status_code, bool(reply.json()["error"])) == (400, True)


async def test_the_framing_of_new_connections_can_be_changed() -> None:
    async with running() as site:
        url = f"{site.ready.control_url}/framing"
        assert (await site.http.post(url, json={"style": "single", "login": "plain"})).status_code == 200
        async with site.events() as client:
            client.send({"command": "login", "crm_id": "1", **LOGIN})
            assert await client.next() == "login Successful"
        assert (await site.http.post(url, json={"style": "sideways"})).status_code == 400


def test_a_moment_may_be_epoch_seconds_or_iso_text() -> None:
    expected = datetime(2026, 11, 25, 9, 0, tzinfo=UTC).timestamp()
    assert moment("1795597200", 0.0) == expected
    assert moment("2026-11-25T12:00:00+03:00", 0.0) == expected
    assert moment("2026-11-25T12:00:00 03:00", 0.0) == expected
    assert moment(None, 5.0) == 5.0
