"""Outside numbers as queue members, over real sockets."""

from typing import Any

import pytest

from tests.simulator.running import ACCOUNT, running


async def test_a_number_is_added_takes_calls_and_is_taken_out_again() -> None:
    async with running(agents=1, queues=1) as site:
        added = await site.numbers("queueaddnumber", penalty=1)
        assert added == {"code": 200, "message": "queueaddnumber islemi yapildi."}
        row = (await site.status())["agents"][-1]
        assert (row["agent"], row["membership"], row["status"]) == ("5550001122", "dynamic", "empty")
        await site.model(pause={"exten": "101", "paused": True})
        call = (await site.model(arrive={"queue": "Satış", "number": "05550003344"}))["arrive"]
        assert [offer["exten"] for offer in call["offers"]] == ["5550001122"]
        removed = await site.numbers("queuedelnumber")
        assert removed == {"code": 200, "message": "queuedelnumber islemi yapildi."}
        assert [row["agent"] for row in (await site.status())["agents"]] == ["101"]


async def test_several_numbers_may_come_as_an_array() -> None:
    async with running(queues=1) as site:
        rows = [{"no": f"555000112{place}", "penalty": place + 1} for place in range(5)]
        assert (await site.numbers("queueaddnumber", numbers=rows))["code"] == 200
        assert (await site.numbers("queueaddnumber", no="5550009999"))["code"] == 80
        assert (await site.numbers("queuedelnumber", numbers=rows))["code"] == 200


async def test_a_sixth_queue_with_numbers_is_one_too_many() -> None:
    async with running(queues=6, agents=6) as site:
        names = list(site.simulator.centre.queues)
        codes = [(await site.numbers("queueaddnumber", queue=name))["code"] for name in names]
        assert codes == [200] * 5 + [80]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"password": "falsch"}, 30),
        ({"username": "8501110001"}, 30),
        ({"command": "queuelist"}, 70),
        ({"queue": "Satış"}, 70),
        ({"queue": f"{ACCOUNT}-queue-Yok"}, 70),
        ({"queue": f"{ACCOUNT}-queue-{ACCOUNT}-queue-Satış"}, 70),
        ({"queue": "3121110000-queue-Satış"}, 40),
        ({"no": "05550001122"}, 70),
        ({"no": "555000112"}, 70),
        ({"no": "٥٥٥٠٠٠١١٢٢"}, 70),
        ({"penalty": "0"}, 70),
        ({"penalty": "11"}, 70),
        ({"penalty": None}, 70),
        ({"numbers": []}, 70),
        ({"numbers": ["5550001122"]}, 70),
    ],
)
async def test_every_rule_has_its_code_in_an_error(fields: dict[str, Any], code: int) -> None:
    async with running() as site:
        answer = await site.numbers("queueaddnumber", instead=fields)
        assert answer["code"] == code
        assert set(answer) == {"code", "error"}


async def test_another_tenant_is_refused_in_the_documented_words() -> None:
    async with running() as site:
        assert await site.numbers("queueaddnumber", tenant="3121110000") == {"code": 70, "error": "gecersiz tenant"}


async def test_a_number_twice_in_a_queue_or_not_in_it_is_wrong() -> None:
    async with running() as site:
        assert (await site.numbers("queuedelnumber"))["code"] == 70
        await site.numbers("queueaddnumber")
        assert (await site.numbers("queueaddnumber"))["code"] == 70


@pytest.mark.parametrize("content", [b"", b"[]", b"null", b"no json", b'{"username":{}}'])
async def test_a_body_that_is_no_order_is_refused(content: bytes) -> None:
    async with running() as site:
        reply = await site.http.post(f"{site.ready.api_url}/netsantral/queue", content=content)
        assert reply.status_code == 200
        assert reply.json()["code"] in {30, 70}
