"""The event socket over real TCP: logins, commands, events, framing."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supervisor_gui.simulator.framing import FRAMINGS, FrameReader
from tests.simulator.running import LOGIN, EventClient, running

CUSTOMER = "05550001122"


@pytest.mark.parametrize("style", FRAMINGS)
async def test_every_framing_delivers_every_event_of_a_call_in_order(style: str) -> None:
    async with running(agents=1, queues=1, framing=style) as site, site.events() as client:
        await client.log_in()
        await site.model(arrive={"queue": "Satış", "number": CUSTOMER})
        await site.model(answer={"number": CUSTOMER})
        await site.model(end={"number": CUSTOMER})
        await site.advance(2)
        seen = [(await client.next())["scenario"] for _ in range(7)]
        assert seen == ["InboundtoPBX", "Queue", "Inbound_call", "Answer", "QueueLeave", "Hangup", "cdr"]


async def test_a_calls_events_belong_together_and_its_record_joins_by_its_own_key() -> None:
    async with running(agents=1, queues=1) as site, site.events() as client:
        await client.log_in()
        call = (await site.model(arrive={"queue": "Satış", "number": CUSTOMER}))["arrive"]
        await site.advance(1)
        await site.model(answer={"number": CUSTOMER})
        await site.advance(50)
        await site.model(end={"number": CUSTOMER})
        await site.advance(2)
        arrived = await client.until("InboundtoPBX")
        assert (arrived["unique_id"], arrived["customer_num"], arrived["pbx_num"]) == (
            call["id"],
            CUSTOMER,
            LOGIN["username"],
        )
        assert arrived["timestamp"] == str(int(call["arrived"] * 1000))
        assert (await client.until("Queue"))["queue_name"] == f"{LOGIN['username']}-queue-Satış"
        assert (await client.until("Answer"))["internal_num"] == "101"
        hangup = await client.until("Hangup")
        assert (hangup["talktime"], hangup["internal_num"]) in {("50", "101"), ("51", "101")}
        record = await client.until("cdr")
        assert "unique_id" not in record
        assert (record["asteriskId"], record["yon"], record["arayan"]) == (call["id"], 1, CUSTOMER)
        assert isinstance(record["sure"], int)


async def test_a_caller_nobody_answered_hangs_up_without_an_extension() -> None:
    async with running(agents=1, queues=1) as site, site.events() as client:
        await client.log_in()
        call = (await site.model(arrive={"queue": "Satış", "number": CUSTOMER, "hold": True}))["arrive"]
        await site.model(abandon={"number": CUSTOMER})
        await site.advance(2)
        hangup = await client.until("Hangup")
        assert hangup["talktime"] == "0"
        assert hangup["internal_num"] in {"s", call["dialled"]}
        record = await client.until("cdr")
        assert (record["yon"], "seskaydi" in record) == (2, False)


async def test_an_outgoing_call_says_who_called_whom() -> None:
    async with running(agents=1, queues=1) as site, site.events() as client:
        await client.log_in()
        await site.model(phone={"exten": "101", "state": "talking"})
        started = await client.until("Outbound_call")
        assert (started["internal_num"], started["customer_num"]) == ("101", "05550009900")
        assert (await client.until("Answer"))["unique_id"] == started["unique_id"]


@pytest.mark.parametrize(
    ("login", "answer"),
    [
        ("json", {"status": "Success", "message": "login Successful"}),
        ("lower", {"response": "login", "crm_id": "7", "status": "success", "message": "login Successful"}),
        ("plain", "login Successful"),
    ],
)
@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
async def test_a_login_is_taken_in_every_form_and_answered_in_every_form(login: str, answer: object, end: str) -> None:
    async with running(login=login) as site, site.events() as client:
        client.send({"command": "login", "crm_id": "7", **LOGIN}, end=end)
        assert await client.next() == answer


async def test_a_login_whose_id_is_no_whole_number_is_never_answered() -> None:
    async with running(queues=1, framing="double") as site, site.events() as mute, site.events() as client:
        mute.send({"command": "login", "crm_id": "a1b2", **LOGIN})
        await client.log_in()
        await site.model(arrive={"queue": "Satış", "number": CUSTOMER, "hold": True})
        await client.until("Queue")
        mute.send({"command": "queuestats", "crm_id": "1"})
        assert await mute.next() == {"status": "Error", "message": "Kullanici dogrulanamadi"}


async def test_a_wrong_password_is_told_in_plain_text_and_a_second_try_may_succeed() -> None:
    async with running(login="json", framing="double") as site, site.events() as client:
        client.send({"command": "login", "crm_id": "1", **LOGIN, "password": "falsch"})
        assert await client.next() == "Yanlis kullanici adi veya sifre"
        assert (await client.log_in())["status"] == "Success"


async def test_commands_over_the_socket_answer_like_the_http_face() -> None:
    async with running(agents=1, queues=1, framing="none") as site, site.events() as client:
        await client.log_in()
        client.send(
            {"command": "agentpause", "crm_id": "1", "exten": "101", "queue": "Satış", "paused": "1", "reason": "çay"},
            {"command": "queuestats", "crm_id": "2", "queue": "Satış"},
            {"command": "dance", "crm_id": "3"},
        )
        assert await client.next() == {"crm_id": "1", "status": "Success", "message": "Successful"}
        status = await client.next()
        assert status == (await site.pbx("queuestats", queue="Satış", crm_id="2")).json()
        assert await client.next() == {"status": "Error", "message": "Hatali istek: URI hatali"}


async def test_a_client_that_sends_nonsense_hurts_nobody_else() -> None:
    async with running(framing="double") as site, site.events() as rude, site.events() as client:
        rude.send("\x00\x01 nonsense\n", '{"a": ' * 3000, '}\n[1,2]\n{"command": 5}\n', "{" * 5000)
        rude.writer.write(b"\xff\xfe{\x80")
        await client.log_in()
        client.send({"command": "queuestats", "crm_id": "2"})
        assert "queues" in await client.next()


async def test_a_frame_without_end_closes_the_connection() -> None:
    async with running() as site, site.events() as rude:
        rude.send("{" + '"a":"' + "x" * 1_500_000)
        with pytest.raises((EOFError, ConnectionError)):
            await rude.next()


_TEXT = st.text(max_size=6)
_VALUES = st.recursive(
    _TEXT | st.integers(-99, 99) | st.none(), lambda inner: st.dictionaries(_TEXT, inner, max_size=3), max_leaves=4
)


@settings(max_examples=40)
@given(
    st.lists(st.dictionaries(_TEXT, _VALUES, min_size=1, max_size=3), max_size=4),
    st.sampled_from(["", "\n", "\n\n", "  "]),
    st.sampled_from([None, 1]),
    st.integers(1, 40),
)
def test_whatever_objects_a_client_sends_are_found_again(
    objects: list[dict[str, object]], end: str, indent: int | None, step: int
) -> None:
    text = "".join(json.dumps(one, ensure_ascii=False, indent=indent) + end for one in objects)
    reader, found = FrameReader(), []
    for start in range(0, len(text), step):
        found += reader.feed(text[start : start + step])
    assert found == objects


@pytest.mark.parametrize("size", [1, 2, 7, 1000])
def test_a_stream_may_be_cut_anywhere(size: int) -> None:
    text = '{"a":"}{"}\n\n{ "b" : {"c":1} }{"d":"ş"}\nplain line\n{"e":1}'
    reader = FrameReader()
    found = []
    for start in range(0, len(text), size):
        found += reader.feed(text[start : start + size])
    assert found == [{"a": "}{"}, {"b": {"c": 1}}, {"d": "ş"}, {"e": 1}]


async def test_two_clients_hear_the_same_calls() -> None:
    async with running(queues=1) as site, site.events() as one, site.events() as two:
        await one.log_in("1")
        await two.log_in("2")
        call = (await site.model(arrive={"queue": "Satış", "number": CUSTOMER, "hold": True}))["arrive"]

        async def heard(client: EventClient) -> str:
            return (await client.until("InboundtoPBX"))["unique_id"]

        assert [await heard(one), await heard(two)] == [call["id"], call["id"]]
