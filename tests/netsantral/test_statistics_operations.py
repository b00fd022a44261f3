"""Queries for statistics as they go out, byte for byte, and what comes of the answers."""

import threading
from datetime import UTC, date, datetime

import pytest

from supervisor_gui.netsantral import statistics_operations
from supervisor_gui.netsantral.errors import LimitReached
from supervisor_gui.netsantral.types_statistics import CallOutcome, DayCalls, DayStatistics, Statistics
from tests.helpers.wire_server import WireServer, http, open_client

HEAD = b'<?xml version="1.0" encoding="UTF-8"?><mainbody><header><usercode>8501110000</usercode>'
LOGIN = HEAD + b"<password>p4ssw0rd</password>"
TAIL = b"</header></mainbody>"
DAY = date(2019, 8, 29)
UNNAMED = http(b"<xml><main><info><statistics><answered>3</answered></statistics></info></main></xml>")
NONE = http(b"<xml><main><code>40</code><error>Kayit Bulunamadi</error></main></xml>")


def body(request: bytes) -> bytes:
    return request.partition(b"\r\n\r\n")[2]


async def test_a_range_goes_out_in_turkish_time() -> None:
    start, end = datetime(2023, 1, 31, 7, 0, tzinfo=UTC), datetime(2023, 2, 1, 13, 0, 30, tzinfo=UTC)
    async with WireServer(NONE) as server, open_client("http://127.0.0.1:1", api_url=server.url) as client:
        assert await client.statistics(start, end) == Statistics()
    assert server.requests[0].startswith(b"POST /netsantral/statistics HTTP/1.1\r\n")
    assert b"\r\nContent-Type: text/xml\r\n" in server.requests[0]
    assert body(server.requests[0]) == (
        LOGIN + b"<startdate>310120231000</startdate><stopdate>010220231600</stopdate>" + TAIL
    )


async def test_a_day_goes_out_as_its_date_and_needs_none_in_the_answer() -> None:
    async with WireServer(UNNAMED) as server, open_client(server.url) as client:
        read = await client.statistics_of_day(DAY)
    assert read == Statistics((DayStatistics(DAY, answered=3),))
    assert body(server.requests[0]) == LOGIN + b"<date>29082019</date>" + TAIL


async def test_a_range_within_one_day_needs_no_date_in_the_answer_and_a_longer_one_does() -> None:
    evening = datetime(2019, 8, 28, 21, 0, tzinfo=UTC)
    async with WireServer(UNNAMED) as server, open_client(server.url) as client:
        one = await client.statistics(evening, evening.replace(day=29, hour=20))
        two = await client.statistics(evening, evening.replace(day=29))
    assert one == Statistics((DayStatistics(DAY, answered=3),))
    assert two == Statistics((), damaged=1)


@pytest.mark.parametrize(
    ("outcome", "flag"),
    [(CallOutcome.ABANDONED, "abandoned"), (CallOutcome.UNANSWERED, "noanswer"), (CallOutcome.ANSWERED, "answered")],
)
async def test_the_calls_of_a_day_are_asked_for_by_their_outcome(outcome: CallOutcome, flag: str) -> None:
    call = f"<{flag}><call><uniqueid>1</uniqueid><date>29.08.2019 11:02:47</date></call></{flag}>"
    async with (
        WireServer(http(f"<xml><main>{call}</main></xml>".encode())) as server,
        open_client(server.url) as client,
    ):
        read = await client.calls_of_day(DAY, outcome)
    assert [one.call for one in read.calls] == ["1"]
    assert body(server.requests[0]) == LOGIN + f"<date>29082019</date><{flag}>1</{flag}>".encode() + TAIL


async def test_a_day_without_calls_is_empty_and_a_limit_is_told() -> None:
    async with WireServer(NONE, http(b"100")) as server, open_client(server.url) as client:
        assert await client.calls_of_day(DAY, CallOutcome.ANSWERED) == DayCalls()
        with pytest.raises(LimitReached) as caught:
            await client.calls_of_day(DAY, CallOutcome.ANSWERED)
    assert (caught.value.operation, caught.value.code) == ("calls_of_day", "100")


async def test_letters_that_mean_something_in_xml_are_escaped_once_and_others_stay() -> None:
    password = "a<b>&\"'ş\x01\ud800]]>"
    async with WireServer(NONE) as server, open_client(server.url, password=password) as client:
        await client.statistics_of_day(DAY)
    sent = body(server.requests[0])
    assert sent.startswith(HEAD + "<password>a&lt;b&gt;&amp;\"'ş??]]&gt;</password>".encode())


async def test_a_day_of_many_calls_is_read_away_from_the_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[int] = []
    decode = statistics_operations.decode_day_calls

    def seen(*asked: object) -> DayCalls:
        threads.append(threading.get_ident())
        return decode(*asked)

    monkeypatch.setattr(statistics_operations, "decode_day_calls", seen)
    call = "<call><uniqueid>1</uniqueid><date>29.08.2019 11:02:47</date><callerid>05550001122</callerid></call>"
    many = f"<xml><main><answered>{call * 300}</answered></main></xml>"
    few = f"<xml><main><answered>{call}</answered></main></xml>"
    async with (
        WireServer(http(many.encode()), http(few.encode())) as server,
        open_client(server.url) as client,
    ):
        assert len((await client.calls_of_day(DAY, CallOutcome.ANSWERED)).calls) == 300
        assert len((await client.calls_of_day(DAY, CallOutcome.ANSWERED)).calls) == 1
    assert threads[0] != threading.get_ident()
    assert threads[1] == threading.get_ident()
