"""Queries for call records as they go out, byte for byte, and what comes of the answers."""

import asyncio
import json
import threading
from datetime import UTC, datetime, timedelta

import pytest

from supervisor_gui.netsantral import record_operations
from supervisor_gui.netsantral.budgets import Budgets, Priority, SlotReplaced
from supervisor_gui.netsantral.errors import BadAnswer, BadCredentials, NoAnswer, Refusal
from supervisor_gui.netsantral.requester import THREAD_FROM
from supervisor_gui.netsantral.types_records import Party, RecordPage
from tests.helpers.qt_async import until
from tests.helpers.wire_server import ACCOUNT, PASSWORD, WireServer, http, open_client

END = datetime(2023, 1, 29, 21, 30, 59, tzinfo=UTC)
START = END - timedelta(hours=24)
ROW = {"date": "29.01.2023 16:47:13", "destination": "5550001122", "source": "102", "duration": "54", "direction": 0}
CALL = "sip3-1675000033.92222"
FOUND = http(json.dumps([{"uniqueid": CALL, "values": [ROW]}]).encode())
NONE = http(b'{"code":40,"error":"Kayit bulunamadi"}')
SPAN = http(b'{"code":"60","error":"x"}')


def body(request: bytes) -> bytes:
    return request.partition(b"\r\n\r\n")[2]


async def test_a_span_goes_out_in_turkish_time_as_strings() -> None:
    async with WireServer(FOUND) as server, open_client("http://127.0.0.1:1", api_url=server.url) as client:
        page = await client.records(START, END)
    assert [call.call for call in page.calls] == [CALL]
    head = server.requests[0].partition(b"\r\n\r\n")[0]
    assert head.startswith(b"POST /netsantral/report HTTP/1.1\r\n")
    assert b"Content-Type: application/json" in head
    assert body(server.requests[0]) == (
        b'{"usercode":"8501110000","password":"p4ssw0rd","startdate":"290120230030","stopdate":"300120230030"}'
    )


@pytest.mark.parametrize(("party", "querytype"), [(Party.CALLED, b"1"), (Party.CALLING, b"2")])
@pytest.mark.parametrize(
    ("number", "sent"), [("+90 (555) 000-1122", b"5550001122"), ("05550001122", b"5550001122"), ("102", b"102")]
)
async def test_a_number_goes_out_as_ten_digits_with_the_end_it_is_looked_for_at(
    party: Party, querytype: bytes, number: str, sent: bytes
) -> None:
    async with WireServer(NONE) as server, open_client(server.url) as client:
        assert await client.records_of_number(number, party, START, END) == RecordPage()
    assert body(server.requests[0]) == (
        b'{"usercode":"8501110000","password":"p4ssw0rd","startdate":"290120230030","stopdate":"300120230030",'
        b'"querytype":"' + querytype + b'","no":"' + sent + b'"}'
    )


async def test_a_call_is_asked_for_by_its_id_as_received() -> None:
    async with WireServer(FOUND) as server, open_client(server.url) as client:
        assert len((await client.records_of_call(CALL)).calls) == 1
    assert [body(request) for request in server.requests] == [
        b'{"usercode":"8501110000","password":"p4ssw0rd","uniqueid":"sip3-1675000033.92222"}'
    ]


async def test_an_id_that_brings_nothing_is_asked_once_more_without_its_prefix_and_with_a_slot_of_its_own() -> None:
    sent: list[int] = []
    async with WireServer(NONE, FOUND) as server, open_client(server.url) as client:
        page = await client.records_of_call(CALL, sent=lambda: sent.append(1))
    assert len(page.calls) == 1
    assert [json.loads(body(request))["uniqueid"] for request in server.requests] == [CALL, "1675000033.92222"]
    assert len(sent) == 2


async def test_an_id_without_a_prefix_is_asked_once() -> None:
    async with WireServer(NONE) as server, open_client(server.url) as client:
        assert await client.records_of_call("1675000033.92222") == RecordPage()
    assert len(server.requests) == 1


async def test_the_span_code_means_nothing_found_for_a_day_and_too_long_beyond_it() -> None:
    async with WireServer(SPAN) as server, open_client(server.url) as client:
        assert await client.records(START, END) == RecordPage()
        assert await client.records_of_number("102", Party.CALLED, START, END) == RecordPage()
        assert await client.records_of_call("1675000033.92222") == RecordPage()
        with pytest.raises(Refusal) as caught:
            await client.records(START - timedelta(minutes=1), END)
    assert (caught.value.reason, caught.value.code, caught.value.operation) == ("span", "60", "records")


async def test_an_instant_without_a_time_zone_is_refused_before_anything_is_sent() -> None:
    async with WireServer(FOUND) as server, open_client(server.url) as client:
        with pytest.raises(ValueError, match="time zone"):
            await client.records(START.replace(tzinfo=None), END)
        with pytest.raises(ValueError, match="time zone"):
            await client.records_of_number("102", Party.CALLED, START, END.replace(tzinfo=None))
    assert server.requests == []


async def test_questions_that_ask_for_nothing_are_refused_before_anything_is_sent() -> None:
    async with WireServer(FOUND) as server, open_client(server.url) as client:
        for number in ("", " ", "x"):
            with pytest.raises(ValueError, match="number"):
                await client.records_of_number(number, Party.CALLED, START, END)
        for call in ("", " "):
            with pytest.raises(ValueError, match="id"):
                await client.records_of_call(call)
        with pytest.raises(ValueError, match="before the start"):
            await client.records(END, START)
        with pytest.raises(ValueError, match="before the start"):
            await client.records_of_number("102", Party.CALLED, END, START)
    assert server.requests == []


async def test_a_refusal_carries_the_operation_and_an_echoed_password_is_taken_out() -> None:
    words = f"{PASSWORD} gecersiz http://x/?password={PASSWORD}"
    answer = http(json.dumps({"code": 30, "error": words}).encode())
    async with WireServer(answer) as server, open_client(server.url) as client:
        with pytest.raises(BadCredentials) as caught:
            await client.records_of_number("102", Party.CALLED, START, END)
    assert caught.value.operation == "records_of_number"
    assert "gecersiz" in caught.value.words
    assert PASSWORD not in caught.value.words + caught.value.details + str(caught.value)


async def test_an_answer_that_cannot_be_read_is_told() -> None:
    async with WireServer(http(b"<html>")) as server, open_client(server.url) as client:
        with pytest.raises(BadAnswer):
            await client.records(START, END)


async def test_http_errors_are_no_answer() -> None:
    async with WireServer(http(status="503 Busy")) as server, open_client(server.url) as client:
        with pytest.raises(NoAnswer) as caught:
            await client.records(START, END)
    assert caught.value.reason == "http_503"


async def test_a_waiting_query_is_replaced_by_the_next() -> None:
    budgets = Budgets(None, ACCOUNT, time_factor=100.0)
    async with WireServer(NONE) as server, open_client(server.url, budgets=budgets) as client:
        for _ in range(2):
            await client.records(START, END, priority=Priority.USER)
        old = asyncio.ensure_future(client.records(START, END, replace="page"))
        await until(lambda: budgets.waiting("report") == 1)
        await client.records(START, END, replace="page")
        with pytest.raises(SlotReplaced):
            await old
    assert len(server.requests) == 3


async def test_a_long_answer_is_decoded_away_from_the_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[int] = []
    decode = record_operations.decode_records

    def seen(operation: str, answer: bytes) -> RecordPage:
        threads.append(threading.get_ident())
        return decode(operation, answer)

    monkeypatch.setattr(record_operations, "decode_records", seen)
    rows = [{"uniqueid": f"sip3-{n}", "values": [ROW]} for n in range(1 + THREAD_FROM // 100)]
    async with (
        WireServer(http(json.dumps(rows).encode()), FOUND) as server,
        open_client(server.url) as client,
    ):
        assert len((await client.records(START, END)).calls) == len(rows)
        assert len((await client.records(START, END)).calls) == 1
    assert threads[0] != threading.get_ident()
    assert threads[1] == threading.get_ident()
