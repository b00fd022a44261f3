"""The PBX's HTTP face over real sockets: exact bytes of answers and refusals."""

import asyncio
import json

import pytest

from supervisor_gui.simulator.answers import QUEUE_ERROR_PREFIX
from tests.simulator.running import ACCOUNT, Site, running

MISSING = b'{"code":"30","status":"Error","message":"Eksik yada yanlis parametre"}'
NOT_VERIFIED = b'{"status":"Error","message":"Kullanici dogrulanamadi"}'
WRONG_URI = b'{"status":"Error","message":"Hatali istek: URI hatali"}'


async def _exchange(site: Site, request: bytes) -> bytes:
    host, port = site.ready.pbx_url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(request)
    writer.write_eof()
    async with asyncio.timeout(5):
        answer = await reader.read()
    writer.close()
    return answer


async def test_a_quiet_queue_is_told_byte_for_byte() -> None:
    async with running(agents=1, queues=1) as site:
        site.simulator.centre.queues["Satış"].members["101"].dynamic = False
        reply = await site.pbx("queuestats", queue="Satış", crm_id='10245"')
        assert reply.status_code == 200
        assert (
            reply.content
            == (
                '{"crm_id":"10245\\"","pbx_num":"8501110000","queues":[{"queuename":"8501110000-queue-Satış","callers":{},'
                '"agents":[{"agent":"101","status":"empty","membership":"static","paused":"false","reason":""}],'
                '"calls":0,"holdtime":0,"talktime":0,"completed":0,"abondaned":0,"max":0}]}'
            ).encode()
        )


async def test_a_queue_may_be_named_short_or_in_full_and_left_out_for_all() -> None:
    async with running(agents=4, queues=4) as site:
        full = await site.pbx("queuestats", queue=f"{ACCOUNT}-queue-Satış")
        assert full.json()["queues"] == [await site.status("Satış")]
        names = [row["queuename"] for row in (await site.pbx("queuestats")).json()["queues"]]
        assert names == [f"{ACCOUNT}-queue-{name}" for name in ("Satış", "Destek", "Operatör", "Muhasebe")]


async def test_a_strict_pbx_wants_the_queue_named() -> None:
    async with running(queue_required=True) as site:
        assert (await site.pbx("queuestats")).content == MISSING
        assert (await site.pbx("queuestats", queue="Destek")).json()["queues"]


async def test_an_agents_states_have_the_pbxs_words() -> None:
    async with running(agents=4, queues=1) as site:
        for exten, state in (("101", "offline"), ("102", "talking"), ("103", "ringing")):
            await site.model(phone={"exten": exten, "state": state})
        words = {row["agent"]: row["status"] for row in (await site.status())["agents"]}
        assert words == {"101": "unregister", "102": "onhook", "103": "ringing", "104": "empty"}


async def test_two_callers_with_one_number_share_a_key_and_are_both_counted() -> None:
    async with running(queues=1) as site:
        await site.model(arrive={"queue": "Satış", "number": "", "hold": True})
        await site.advance(30)
        await site.model(arrive={"queue": "Satış", "number": "", "hold": True})
        row = await site.status()
        assert (list(row["callers"]), row["calls"]) == (["anonymous"], 2)
        assert row["callers"]["anonymous"] <= 2


async def test_waits_counters_and_averages_are_those_of_the_model() -> None:
    async with running(agents=1, queues=1) as site:
        await site.model(pause={"exten": "101", "paused": True})
        await site.model(arrive={"queue": "Satış", "number": "05550001122", "patience": 5000})
        await site.advance(40)
        assert (await site.status())["callers"]["05550001122"] in {40, 41}
        await site.model(pause={"exten": "101", "paused": False}, answer={"number": "05550001122"})
        await site.advance(80)
        await site.model(end={"number": "05550001122"})
        await site.model(arrive={"queue": "Satış", "number": "05550001123", "hold": True})
        await site.model(abandon={"number": "05550001123"})
        row = await site.status()
        assert (row["calls"], row["completed"], row["abondaned"]) == (0, 1, 1)
        assert (row["holdtime"], row["talktime"]) == (10, 20)


@pytest.mark.parametrize("command", ["queuestats", "agentlogin", "agentlogoff", "agentpause"])
@pytest.mark.parametrize("missing", [{"crm_id": "\0"}, {"crm_id": ""}])
async def test_a_command_without_crm_id_lacks_a_parameter(command: str, missing: dict[str, str]) -> None:
    async with running() as site:
        reply = await site.pbx(command, exten="101", queue="Satış", paused="0", penalty="1", reason="", **missing)
        assert (reply.status_code, reply.content) == (200, MISSING)


async def test_wrong_credentials_and_wrong_addresses_have_their_own_words() -> None:
    async with running() as site:
        assert (await site.pbx("queuestats", password="falsch")).content == NOT_VERIFIED
        assert (await site.pbx("queuestats", username="8501110001")).content == NOT_VERIFIED
        assert (await site.pbx("queuestats", password="\0")).content == NOT_VERIFIED
        other = await site.http.get(f"{site.ready.pbx_url}/8xxxxxxxxx/agentlogoff")
        assert other.content == NOT_VERIFIED
        for path in (f"/{ACCOUNT}/nothing", "/queuestats", "/", f"/{ACCOUNT}/queuestats/more", f"/{ACCOUNT}/call"):
            assert (await site.http.get(site.ready.pbx_url + path)).content == WRONG_URI


async def test_any_account_is_let_in_when_the_simulator_is_told_so() -> None:
    async with running(account="any") as site:
        query = {"username": "3121110000", "password": "p4ssw0rd", "crm_id": "1", "queue": "Satış"}
        reply = await site.http.get(f"{site.ready.pbx_url}/3121110000/queuestats", params=query)
        assert reply.json()["queues"][0]["queuename"] == "3121110000-queue-Satış"
        refused = await site.http.get(f"{site.ready.pbx_url}/3121110000/queuestats", params=query | {"username": "abc"})
        assert refused.content == NOT_VERIFIED


async def test_a_json_post_is_taken_like_a_get() -> None:
    async with running() as site:
        body = {"username": ACCOUNT, "password": "p4ssw0rd", "crm_id": 5, "queue": "Satış"}
        reply = await site.http.post(f"{site.ready.pbx_url}/{ACCOUNT}/queuestats", json=body)
        assert (reply.json()["crm_id"], len(reply.json()["queues"])) == ("5", 1)


async def test_an_extension_is_added_paused_resumed_and_removed() -> None:
    async with running(agents=2, queues=1) as site:
        done = b'{"crm_id":"345","status":"Success","message":"Successful"}'
        added = await site.pbx("agentlogin", exten="150", queue="Satış", paused="1", penalty="3")
        assert added.content == done
        row = next(row for row in (await site.status())["agents"] if row["agent"] == "150")
        assert row == {
            "agent": "150",
            "status": "unregister",
            "membership": "dynamic",
            "paused": "true",
            "reason": "",
        }
        paused = await site.pbx("agentpause", exten="150", queue="Satış", paused="1", reason="çay molası & + %")
        assert paused.content == done
        row = next(row for row in (await site.status())["agents"] if row["agent"] == "150")
        assert (row["paused"], row["reason"]) == ("true", "çay molası & + %")
        await site.pbx("agentpause", exten="150", queue="Satış", paused="0", reason="çay molası")
        row = next(row for row in (await site.status())["agents"] if row["agent"] == "150")
        assert (row["paused"], row["reason"]) == ("false", "")
        assert (await site.pbx("agentlogoff", exten="150", queue="Satış")).content == done
        assert "150" not in {row["agent"] for row in (await site.status())["agents"]}


async def test_refusals_glue_the_switchs_text_to_the_turkish_prefix() -> None:
    async with running(agents=1, queues=1) as site:
        site.simulator.centre.queues["Satış"].members["101"].dynamic = False
        login = {"exten": "101", "paused": "0", "penalty": "0"}
        expected = (
            ("agentlogin", login | {"queue": "Yok"}, "Unable to add interface to queue: No such queue"),
            ("agentlogin", login | {"queue": "Satış"}, "Unable to add interface: Already there"),
            ("agentlogoff", {"exten": "101", "queue": "Yok"}, "Unable to remove interface from queue: No such queue"),
            ("agentlogoff", {"exten": "102", "queue": "Satış"}, "Unable to remove interface: Not there"),
            ("agentlogoff", {"exten": "101", "queue": "Satış"}, "Member not dynamic"),
            ("agentpause", {"exten": "9", "queue": "Satış", "paused": "1", "reason": ""}, "Interface not found"),
        )
        for command, params, text in expected:
            reply = await site.pbx(command, **params)
            assert reply.status_code == 200
            assert reply.text == json.dumps(
                {"status": "Error", "message": QUEUE_ERROR_PREFIX + text}, separators=(",", ":")
            )
        unknown = await site.pbx("queuestats", queue="Yok")
        assert unknown.text == (
            '{"code":"70","status":"Error","message":"8501110000 isimli santrale ait boyle bir kuyruk yoktur"}'
        )


@pytest.mark.parametrize(
    "wrong",
    [{"paused": "2"}, {"paused": "true"}, {"penalty": "100"}, {"penalty": "-1"}, {"penalty": "٣"}, {"exten": "abc"}],
)
async def test_values_out_of_range_are_wrong_parameters(wrong: dict[str, str]) -> None:
    async with running() as site:
        good = {"exten": "150", "queue": "Satış", "paused": "0", "penalty": "1"}
        assert (await site.pbx("agentlogin", **(good | wrong))).content == MISSING
        assert "150" not in site.simulator.centre.agents


@pytest.mark.logs
async def test_a_request_that_is_no_http_gets_a_400_and_the_next_one_an_answer() -> None:
    async with running() as site:
        raw = f"GET /{ACCOUNT}/agentpause?reason=çay molası HTTP/1.1\r\nHost: a\r\n\r\n".encode()
        assert (await _exchange(site, raw)).startswith(b"HTTP/1.1 400")
        await _exchange(site, b"\x16\x03\x01\x00\xff\x00\r\n\r\n")
        assert (await site.status())["calls"] == 0


@pytest.mark.parametrize(
    "body",
    [b"[" * 100_000, b"{", b"\xff\xfe", b'{"crm_id":"\\ud800"}', b'{"crm_id":' + b"9" * 5000 + b"}", b"x" * 2_000_000],
)
async def test_bodies_made_to_break_parsers_get_an_answer(body: bytes) -> None:
    async with running() as site:
        reply = await site.http.post(f"{site.ready.pbx_url}/{ACCOUNT}/agentpause", content=body)
        assert reply.content == NOT_VERIFIED
        assert (await site.control("/requests"))["requests"]
